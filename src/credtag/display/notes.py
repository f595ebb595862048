"""What a reader sees on hover and on keyboard focus: chain, level and reasons of a claim, a caveat in words."""

from __future__ import annotations

from collections.abc import Sequence

from credtag.display.markup import running
from credtag.display.palette import level_class, level_words
from credtag.explain import MEANINGS, name_of, reason_in_words
from credtag.labels import Category, Certainty, Form, Level, Naming, Role
from credtag.records import Caveat, Claim, Link, TaggedDocument

_ASIDE = {Role.INTERVIEWER: "interviewer", Role.RELAY: "passed it on"}
_SAYS = {
    Category.STATE_CONTROL: "a state controls {whom}",
    Category.SECURITY_LINK: "{whom} has links to security services",
    Category.PARTY_LINK: "{whom} belongs to or leans towards a party or movement",
    Category.DESIGNATION: "an authority has designated {whom}",
    Category.TRACK_RECORD: "{whom} has a record of falsehood",
    Category.INTEREST: "{whom} has an interest in the matter",
    Category.ANONYMITY: "{whom} is not named, and why",
    Category.NOT_VERIFIED: "{whom} could not be verified",
    Category.NO_EVIDENCE: "no evidence was given for {whom}",
    Category.DISPUTED: "{whom} is disputed",
    Category.CONTRADICTED: "evidence speaks against {whom}",
    Category.VERIFIED: "{whom} was confirmed independently",
}
_HOW = {
    Certainty.ASSERTED: "stated as a fact",
    Certainty.REPUTED: "as a reputation",
    Certainty.HEDGED: "with a hedge",
    Certainty.ATTRIBUTED: "as somebody else's view",
    Certainty.DENIED: "as something denied",
}


def of_claim(tagged: TaggedDocument, claim: Claim, number: int) -> str:
    """Return the inside of the note of a claim: phrasing content, all text escaped."""
    steps = [reason_in_words(tagged.document.text, claim, reason) for reason in claim.grade.reasons]
    lines = [
        f"<span><b>{number}. {running(level_words(level_class(claim.grade.level)))}</b> – {meaning(claim.grade.level)}</span>",
        f"<span>{chain(claim.chain)}</span>",
        *(f'<span class="step">{running(step)}</span>' for step in steps),
        f"<span><small>{running(_reading(claim))}</small></span>",
    ]
    return "".join(lines)


def meaning(level: Level | None) -> str:
    """Return the test of a level in one line."""
    return "the publisher names no basis, which is not a low level" if level is None else MEANINGS[level]


def chain(links: Sequence[Link]) -> str:
    """Return a chain, publisher first, as HTML."""
    return " → ".join(_link(link) for link in links)


def _link(link: Link) -> str:
    aside = _ASIDE.get(link.role)
    about = [] if link.naming in (Naming.NAMED, Naming.UNSPECIFIED) else [str(link.naming)]
    words = ", ".join(about + ([aside] if aside else []))
    return f"<bdi>{running(name_of(link))}</bdi>" + (f" ({words})" if words else "")


def _reading(claim: Claim) -> str:
    found = claim.attribution
    parts = ["own voice" if found.form is Form.NARRATED else f"{found.form} speech"]
    if found.form is not Form.NARRATED:
        parts += [f"stance: {found.stance}", f"factuality: {found.factuality}"]
    return f"{'; '.join(parts)}. Certainty of this reading: {found.score:.2f}."


def of_caveat(tagged: TaggedDocument, caveat: Caveat) -> str:
    """Return the inside of the note of a caveat."""
    source = next((s.name for s in tagged.sources if s.source_id == caveat.source_id), None)
    whom = source or ("this claim" if caveat.source_id is None else "the source")
    by = caveat.asserted_by or "the text"
    says = _SAYS[caveat.category].replace("{whom}", whom)
    effect = sorted({r.effect for c in tagged.claims for r in c.grade.reasons if r.span == caveat.span} - {"none"})
    counts = "It bears on the level of each claim that rests on it." if effect else "It changes no level."
    head = f"<b>Caveat: {running(tag(caveat))}</b>"
    return f"<span>{head} – {running(by)} says that {running(says)}, {_HOW[caveat.certainty]}. {counts}</span>"


def tag(caveat: Caveat) -> str:
    """Return the category and the certainty of a caveat, as the text's margin shows them."""
    return f"{level_words(caveat.category)}, {caveat.certainty}"
