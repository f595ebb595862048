"""What an article leans on, in a few sentences and one bar."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence

from credtag import shown
from credtag.display import notes
from credtag.display.markup import running
from credtag.display.palette import LEVELS, level_class, level_words
from credtag.explain import name_of
from credtag.labels import Level, Naming
from credtag.records import Caveat, Claim, Link, TaggedDocument

_UNSURE = 0.5  # readings below are listed for a second look
_MOST = 12  # names in a list


def summary(tagged: TaggedDocument) -> str:
    """Return the summary of an article as flow content."""
    claims = shown.claims(tagged)
    if not claims:
        return "<p>No claims were found in headline and body.</p>"
    items = "".join(f"<li>{item}</li>" for item in _facts(tagged, claims))
    return f'{_bar(claims)}\n<ul class="facts">{items}</ul>'


def _bar(claims: Sequence[Claim]) -> str:
    counts = Counter(level_class(claim.grade.level) for claim in claims)
    used = [level for level in LEVELS if counts[level]]
    parts = "".join(f'<span class="{level}" style="flex-grow:{counts[level]}"></span>' for level in used)
    rows = "".join(
        f'<tr><th scope="row"><span class="chip {level}">{level_words(level)}</span></th><td>{counts[level]}</td>'
        f"<td>{counts[level] / len(claims):.0%}</td><td>{_meaning(level)}</td></tr>"
        for level in used
    )
    return (
        f'<div class="bar" aria-hidden="true">{parts}</div>\n'
        '<div class="scroll" role="region" aria-label="Claims by level" tabindex="0"><table class="grid"><thead><tr>'
        '<th scope="col">Level</th><th scope="col">Claims</th><th scope="col">Share</th><th scope="col">Test</th>'
        f"</tr></thead><tbody>{rows}</tbody></table></div>"
    )


def _meaning(level: str) -> str:
    return notes.meaning(None if level == LEVELS[-1] else Level(level))


def _facts(tagged: TaggedDocument, claims: Sequence[Claim]) -> Iterator[str]:
    sourced = [claim for claim in claims if claim.origin]
    own = len(claims) - len(sourced)
    yield f"<b>{_counted(len(claims), 'claim')}</b>, {own} of them ({own / len(claims):.0%}) in the publisher’s own voice."
    yield from _origins(sourced)
    between = {name_of(link): None for claim in sourced for link in claim.chain[1:-1]}
    if between:
        yield f"In between stand {_listed(list(between))}."
    if warned := [f"{_whom(tagged, c)} ({notes.tag(c)})" for c in tagged.caveats]:
        yield f"The article itself remarks on {_listed(list(dict.fromkeys(warned)))}."
    if silent := [source.name for source in tagged.sources if source.no_comment and source.name]:
        yield f"Declined to comment or did not answer: {_listed(silent)}."
    numbered = [(n, claim.attribution.score) for n, claim in enumerate(claims, 1) if claim.attribution.score < _UNSURE]
    if numbered:
        least = ", ".join(f"{n} ({score:.2f})" for n, score in sorted(numbered, key=lambda pair: pair[1])[:_MOST])
        yield f"Read with least certainty, so look twice: {_noun(len(numbered), 'claim')} {least}."


def _origins(sourced: Sequence[Claim]) -> Iterator[str]:
    """Tell how many origins there are and how openly each is named, and whether the article has a single one."""
    origins = [claim.origin for claim in sourced if claim.origin]
    known = Counter(link.source_id for link in origins if link.source_id)
    naming = {link.source_id: link.naming for link in origins if link.source_id}
    unspecified = sum(link.naming is Naming.UNSPECIFIED or not link.source_id for link in origins)
    if known:
        kinds = Counter(naming.values())
        told = ", ".join(f"{kinds[kind]} {kind}" for kind in Naming if kinds[kind])
        yield (
            f"<b>{_counted(len(known), 'origin')}</b> stand behind the rest: {told}."
            if len(known) > 1
            else (f"<b>One origin</b> stands behind the rest: {told}.")
        )
    if unspecified:
        yield f"{_counted(unspecified, 'claim')} with a source that the text does not specify or credtag did not resolve."
    if len(known) == 1 and not unspecified:
        yield f"<b>Single-source article</b>: every sourced claim goes back to {_name(origins, known.most_common(1)[0][0])}."
    elif known:
        first, count = known.most_common(1)[0]
        share = count / len(sourced)
        yield f"Not a single-source article; {_name(origins, first)} has most claims, {count} of {len(sourced)} ({share:.0%})."


def _name(origins: Sequence[Link], source_id: str) -> str:
    return f"<bdi>{running(next(name_of(link) for link in origins if link.source_id == source_id))}</bdi>"


def _whom(tagged: TaggedDocument, caveat: Caveat) -> str:
    source = next((s.name for s in tagged.sources if s.source_id == caveat.source_id), None)
    if caveat.attribution is not None and caveat.source_id is None:
        wanted = tagged.claims[caveat.attribution].claim_id
        number = next((n for n, c in enumerate(shown.claims(tagged), 1) if c.claim_id == wanted), None)
        return f"claim {number}" if number else "a claim outside the article"
    return source or "a source"


def _listed(names: Sequence[str]) -> str:
    shown = [f"<bdi>{running(name)}</bdi>" for name in names[:_MOST]]
    rest = len(names) - len(shown)
    return ", ".join(shown) + (f" and {rest} more" if rest else "")


def _counted(count: int, noun: str) -> str:
    return f"{count} {_noun(count, noun)}"


def _noun(count: int, noun: str) -> str:
    return noun if count == 1 else f"{noun}s"
