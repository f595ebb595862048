"""Put the reasons for a claim's level into words."""

from __future__ import annotations

from difflib import get_close_matches
from functools import cache

from credtag import resources
from credtag.errors import InputError
from credtag.labels import Kind, Level, Naming, Role
from credtag.records import Claim, Link, Reason, Span, TaggedDocument

MEANINGS = {
    Level.OBSERVED: "the publisher saw or verified it itself",
    Level.DIRECT: "a named source said it in an interview or correspondence",
    Level.ON_RECORD: "a named source or document states it with nobody known to stand in between",
    Level.RELAYED: "it came through another outlet or a controlled source",
    Level.UNNAMED: "a source on the way is not named, or three stand in between",
    Level.HEARSAY: "a source on the way is not specified, or no evidence was given",
    Level.CAVEATED: "the article itself warns about a source on the way",
}
_PLURAL = (("{name} is ", "{name} are "), ("{name} withholds the name", "{name} withhold their names"))
_ONE = ("a ", "an ", "one ")  # begins the name of a group that is one body: "a group of doctors"
_EFFECTS = {"base": "starts at", "cap": "holds it to"}


def explain(tagged: TaggedDocument, claim_id: str) -> str:
    """Say in words how a claim came to its level, with the places in the text.

    Args:
        tagged: The result of :func:`credtag.tag`.
        claim_id: The id of one of its claims, as in the claims frame.

    Returns:
        A few lines: the claim, its chain, the level and each reason with the characters of the text behind it; then what
        registries say of its sources, and who says so.

    Raises:
        InputError: The document has no such claim; the message names near ones.

    Example:
        >>> import credtag
        >>> tagged = credtag.tag("The dam may fail, Mayor Ana Ruiz said.", publisher="The Post", doc_id="d")
        >>> print(credtag.explain(tagged, "d#0-16"))
        “The dam may fail” [0–16]
        The Post reports it from Ana Ruiz.
        Level: on record – a named source or document states it with nobody known to stand in between.
          • Ana Ruiz is named and nobody is said to stand in between: starts at on record (named, “Mayor Ana Ruiz” [18–32])
        The level says how the claim is sourced, not whether it is true.
    """
    claim = next((c for c in tagged.claims if c.claim_id == claim_id), None)
    if claim is None:
        ids = [c.claim_id for c in tagged.claims]
        near = get_close_matches(str(claim_id), ids, 3, 0.4) or ids[:3]
        raise InputError(f"there is no claim {claim_id!r}; near it: {', '.join(near) or 'none, there are no claims'}")
    text = tagged.document.text
    lines = [" … ".join(_quoted(text, span) for span in claim.attribution.content), _chain(claim), _level(claim)]
    lines += [f"  • {_reason(text, claim, reason)}" for reason in claim.grade.reasons]
    lines += _admiralty(claim)
    lines += _labels(tagged, claim)
    lines.append("The level says how the claim is sourced, not whether it is true.")
    return "\n".join(lines)


def _quoted(text: str, span: Span) -> str:
    words = " ".join(text[span.start : span.end].split())
    marks = ("", "") if words[:1] in "“\"«„‘'" else ("“", "”")
    return f"{marks[0]}{words}{marks[1]} [{span.start}–{span.end}]"


def _chain(claim: Claim) -> str:
    publisher = name_of(claim.chain[0]) if claim.chain else "the publisher"
    if len(claim.chain) < 2:
        return f"{_capital(publisher)} says it in its own voice."
    *before, origin = claim.chain[1:]
    steps = [_passed_on(link, behind) for link, behind in zip(before, claim.chain[2:], strict=True)]
    return f"{_capital(publisher)} reports it from {', '.join((name_of(origin), *reversed(steps)))}."


def _passed_on(link: Link, behind: Link) -> str:
    """Say what a link of the chain did with the words of the one behind it."""
    pronoun = "who" if link.kind in (Kind.PERSON, Kind.GROUP) else "which"
    did = f"interviewed {name_of(behind)}" if link.role is Role.INTERVIEWER else "passed it on"
    return f"through {name_of(link)}, {pronoun} {did}"


def name_of(link: Link) -> str:
    """Return the name of a link, or words for one that has none."""
    if link.name:
        return link.name
    return "the publisher" if link.role is Role.PUBLISHER else "a source that the text does not specify"


def _capital(words: str) -> str:
    return words[:1].upper() + words[1:]


def _level(claim: Claim) -> str:
    level = claim.grade.level
    if level is None:
        return "Level: unrated – no basis is named, which is not a low level."
    start = _before_steps(claim)
    if start is None or start is level:
        return f"Level: {_words(level)} – {MEANINGS[level]}."
    steps = abs(start.rank - level.rank)
    way = f"{'one step' if steps == 1 else 'two steps'} {'below' if start.rank > level.rank else 'above'}"
    return f"Level: {_words(level)} – {way} {_words(start)}: {MEANINGS[start]}."


def _before_steps(claim: Claim) -> Level | None:
    """Return the level that bases and caps give, before any step up or down."""
    effects = [reason.effect.split(" ") for reason in claim.grade.reasons]
    ranks = [int(number) for verb, *rest in effects if verb in _EFFECTS for number in rest]
    stepped = any(verb == "step" for verb, *_ in effects)
    return tuple(Level)[min(ranks)] if ranks and stepped else None


def _words(level: Level) -> str:
    return level.replace("_", " ")


@cache
def _messages() -> dict[str, tuple[str, str]]:
    """Return what each reason says, and what it says where it has no effect."""
    return {row["code"]: (row["message"], row["flag"] or row["message"]) for row in resources.table("reasons.tsv")}


def _reason(text: str, claim: Claim, reason: Reason) -> str:
    place = f", {_quoted(text, reason.span)}" if reason.span else ""
    return f"{reason_in_words(text, claim, reason)} ({reason.code}{place})"


def reason_in_words(text: str, claim: Claim, reason: Reason) -> str:
    """Say what a reason of a claim's level is and what it does to the level.

    Args:
        text: The article.
        claim: One of its claims.
        reason: One of the reasons of the claim's grade.

    Returns:
        A clause without code and place: "Ana Ruiz is named and spoke in an interview: starts at direct".
    """
    link = claim.chain[reason.hop] if reason.hop is not None and reason.hop < len(claim.chain) else None
    words = "" if reason.span is None else " ".join(text[reason.span.start : reason.span.end].split())
    name = name_of(link) if link else words or "the source"
    if link and link.naming is Naming.UNSPECIFIED:
        name = words or name
    message = _messages().get(reason.code, (reason.code, reason.code))[reason.effect == "none"]
    if link and link.kind is Kind.GROUP and not name.lower().startswith(_ONE):
        for one, many in _PLURAL:
            message = message.replace(one, many)
    message = message.replace("{name}", name).replace("{words}", words)
    return f"{_capital(message)}{_effect(reason)}"


def _effect(reason: Reason) -> str:
    verb, _, number = reason.effect.partition(" ")
    if verb == "step":
        return f": moves it one step {'down' if number.startswith('-') else 'up'}"
    if verb in _EFFECTS and number.isdecimal():
        return f": {_EFFECTS[verb]} {_words(tuple(Level)[int(number)])}"
    return ""


def _labels(tagged: TaggedDocument, claim: Claim) -> list[str]:
    """Say what registries say of the sources, and who says so."""
    names = {link.source_id: name_of(link) for link in claim.chain}
    return [
        f"{label.asserted_by} labels {names[label.source_id]}: {label.label} {label.value} ({label.as_of}, {label.citation_url})."
        for label in tagged.labels
        if label.source_id in names
    ]


def _admiralty(claim: Claim) -> list[str]:
    grade = claim.grade
    lines = []
    if grade.reliability != "F":
        lines.append(f"Reliability of the source, from a registry: {grade.reliability}.")
    if grade.credibility != "6":
        lines.append(f"Credibility of the information, from the text: {grade.credibility}.")
    return lines
