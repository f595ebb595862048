"""The stages in order, on one page: text in, a tagged document out."""

from __future__ import annotations

import warnings
from collections import Counter
from collections.abc import Generator, Iterable, Iterator, Mapping, Sequence
from contextlib import closing
from functools import cache, partial
from typing import Any

import pandas as pd
from attrs import Factory, evolve, frozen

from credtag import attribution, caveats, chain, confidence, corroboration, document, source
from credtag.errors import CredtagError, CredtagWarning, InputError
from credtag.item import Item, Outcome
from credtag.join import join
from credtag.records import Attribution, Caveat, Claim, Document, Grade, Label, Sources, TaggedDocument
from credtag.registry import Registry
from credtag.workers import spread


@frozen
class Tagger:
    """Tag articles under one configuration.

    A tagger holds no state beside its configuration, so that it can be pickled, shared and reused.

    Args:
        policy: The rule that grades a claim; the one that ships with credtag unless given.
        extract: The way to find spans: ``credtag.attribution.by_network``, or ``credtag.attribution.by_rules``, which is
            several times as fast and finds fewer.
        registry: What others say of outlets; it fills the reliability of sources and never moves a level.

    Example:
        >>> import credtag
        >>> tagger = credtag.Tagger()
        >>> tagged = tagger.tag("The port will close in May, Mayor Ana Sorin said.", publisher="The Harbour Post")
        >>> [link.name for link in tagged.claims[0].chain]
        ['The Harbour Post', 'Ana Sorin']
    """

    policy: confidence.Policy = Factory(confidence.Policy.default)
    extract: attribution.Extract = attribution.by_network
    registry: Registry = Factory(Registry)

    def tag(
        self,
        text: str,
        *,
        publisher: str | None = None,
        published: str | None = None,
        authors: Sequence[str] = (),
        url: str | None = None,
        headline: str | None = None,
        doc_id: str | None = None,
    ) -> TaggedDocument:
        """Find the claims of an article, their chains, caveats and levels; see :func:`credtag.tag`."""
        _check(text, publisher=publisher, published=published, url=url, headline=headline, doc_id=doc_id)
        article = document.read(
            text,
            publisher=publisher or None,
            published=published,
            authors=_names(authors),
            url=url,
            headline=headline,
            doc_id=doc_id or None,
        )
        if document.is_foreign(article):
            warnings.warn(
                "credtag reads English; what it finds in this text means little", CredtagWarning, stacklevel=2
            )
        return join(article, [self._heard(voice) for voice in document.voices(article)])

    def _heard(self, article: Document) -> TaggedDocument:
        """Find the claims of one voice of a page, the article's or that of what surrounds it."""
        found = attribution.find(article, self.extract, source.answers(article))
        sources, labels = self.registry.mark(source.resolve(article, found), article.url)
        remarks = caveats.find(article, found, sources)
        narrated = attribution.narrate(article, found, [c.span for c in remarks if c.source_id is not None])
        every = (*found, *narrated)
        chains = chain.build(article, every, sources)
        alone = confidence.grade_all(every, chains, remarks, sources, self.policy)
        grades = tuple(corroboration.corroborate(alone, chains, corroboration.statements(article, every), self.policy))
        return _assembled(article, every, chains, grades, remarks, sources, labels)

    def tag_all(
        self, articles: Iterable[str | Mapping[str, Any]], *, workers: int = 1, on_error: str = "raise"
    ) -> Iterator[TaggedDocument]:
        """Tag many articles, lazily and in order; see :func:`credtag.tag_all`."""
        if on_error not in ("raise", "record"):
            raise InputError(f'on_error must be "raise" or "record", not {on_error!r}')
        if not isinstance(workers, int) or isinstance(workers, bool) or workers < 1:
            raise InputError(f"workers must be a whole number from 1 up, not {workers!r}")
        if isinstance(articles, pd.DataFrame):
            raise InputError('tag_all takes articles: for a frame there is credtag.claims, or frame.to_dict("records")')
        if isinstance(articles, str | bytes | Mapping) or not isinstance(articles, Iterable):
            raise InputError("tag_all takes several articles: pass a list, or call credtag.tag for one")
        return self.tag_items((Item(position, given, on_error) for position, given in enumerate(articles)), workers)

    def tag_items(self, items: Iterator[Item], workers: int) -> Generator[TaggedDocument, None, None]:
        """Tag articles that know their position, in so many processes; see :func:`credtag.tag_all`."""
        if workers == 1:
            return _settled(item.tagged(self.tag) for item in items)
        return _settled(spread(partial(_outcomes, self), items, workers, Item.lost))


def _outcomes(tagger: Tagger, items: list[Item]) -> list[Outcome]:
    return [item.tagged(tagger.tag) for item in items]


def _settled(outcomes: Generator[Outcome, None, None]) -> Generator[TaggedDocument, None, None]:
    with closing(outcomes):  # workers end with an error at once, not when its traceback is gone
        for outcome in outcomes:
            if isinstance(outcome, CredtagError):
                raise outcome
            yield outcome


def _check(text: Any, **about: Any) -> None:
    if isinstance(text, bytes | bytearray):
        raise InputError('text is bytes: decode it first, for example data.decode("utf-8")')
    if not isinstance(text, str):
        raise InputError(f"text must be a str, not {type(text).__name__} ({text!r:.40})")
    for name, value in about.items():
        if value is not None and not isinstance(value, str):
            raise InputError(f"{name} must be a str or None, not {type(value).__name__} ({value!r:.40})")


def _names(authors: Any) -> tuple[str, ...]:
    if isinstance(authors, str) or not isinstance(authors, Sequence) or not all(isinstance(a, str) for a in authors):
        raise InputError(f"authors must be a list of names, not {authors!r:.40}")
    return tuple(authors)


def _assembled(
    article: Document,
    attributions: Sequence[Attribution],
    chains: Sequence[Any],
    grades: Sequence[Grade],
    remarks: Sequence[Caveat],
    sources: Sources,
    labels: tuple[Label, ...],
) -> TaggedDocument:
    """Put claims in the order of the text and give them ids that come from their positions."""
    order = sorted(range(len(attributions)), key=lambda i: (attributions[i].span.start, -attributions[i].span.end, i))
    place = {i: n for n, i in enumerate(order)}
    ids = _claim_ids(article.doc_id, [attributions[i] for i in order])
    claims = []
    for n, i in enumerate(order):
        outer = attributions[i].inside
        inside = None if outer is None else place[outer]
        claims.append(
            Claim(
                claim_id=ids[n],
                attribution=attributions[i].within(inside),
                zone=article.zone_at(attributions[i].span.start),
                chain=tuple(chains[i]),
                grade=grades[i],
                inside=None if inside is None else ids[inside],
            )
        )
    moved = [c if c.attribution is None else evolve(c, attribution=place[c.attribution]) for c in remarks]
    return TaggedDocument(article, tuple(claims), sources.entries, tuple(moved), labels=labels)


def _claim_ids(doc_id: str, attributions: Sequence[Attribution]) -> list[str]:
    seen: Counter[str] = Counter()
    ids = []
    for found in attributions:
        plain = f"{doc_id}#{found.span.start}-{found.span.end}"
        seen[plain] += 1
        ids.append(plain if seen[plain] == 1 else f"{plain}.{seen[plain]}")
    return ids


@cache
def _default() -> Tagger:
    return Tagger()


def tag(
    text: str,
    *,
    publisher: str | None = None,
    published: str | None = None,
    authors: Sequence[str] = (),
    url: str | None = None,
    headline: str | None = None,
    doc_id: str | None = None,
) -> TaggedDocument:
    """Find the claims of an article, their chains, caveats and levels.

    Args:
        text: The article, as plain text. Any ``str`` gives a result, the empty one too.
        publisher: The outlet that published the article; the first link of every chain.
        published: The date of publication, as text.
        authors: The names in the byline.
        url: The address of the article.
        headline: The headline, when it is not part of the text.
        doc_id: The name of the article in the frames; derived from the text unless given.

    Returns:
        The document with its claims; ``.frames()`` gives the pandas frames of :data:`credtag.CLAIMS` and its sisters.

    Raises:
        InputError: An argument is not a ``str``.

    Warns:
        CredtagWarning: The text is plainly not English; there is a result all the same.

    Example:
        >>> import credtag
        >>> tagged = credtag.tag("The port will close in May, Mayor Ana Sorin said.", publisher="The Harbour Post")
        >>> tagged.claims[0].grade.level
        <Level.ON_RECORD: 'on_record'>
    """
    return _default().tag(
        text,
        publisher=publisher,
        published=published,
        authors=authors,
        url=url,
        headline=headline,
        doc_id=doc_id,
    )


def tag_all(
    articles: Iterable[str | Mapping[str, Any]], *, workers: int = 1, on_error: str = "raise"
) -> Iterator[TaggedDocument]:
    """Tag many articles, lazily and in order.

    Args:
        articles: Texts, or mappings whose keys are the arguments of :func:`tag`; a list, a Series or any iterator.
            In a mapping, metadata may be missing in pandas' ways, ``doc_id`` a whole number, ``published`` a date.
        workers: The number of processes, from 1 up. Results are the same for any number.
        on_error: ``"raise"`` stops at an article that cannot be tagged and names its position; ``"record"`` yields a
            document without claims in its place, and the frames list it in ``errors``.

    Returns:
        An iterator of tagged documents; only a few articles per worker are read ahead. Closing it, and an interrupt,
        end the workers at once.

    Raises:
        InputError: An argument is wrong, or an article is (with ``on_error="raise"``).
        CredtagError: An article failed for another reason, or its worker was ended twice (with ``on_error="raise"``).

    Warns:
        CredtagWarning: A worker was ended; what it had in hand is tagged again.

    Example:
        >>> import credtag
        >>> texts = ["The port will close, Mayor Ana Sorin said.", "It rained."]
        >>> [len(tagged.claims) for tagged in credtag.tag_all(texts)]
        [1, 1]
    """
    return _default().tag_all(articles, workers=workers, on_error=on_error)
