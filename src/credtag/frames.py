"""Lay tagged documents out as four pandas frames: claims, links, sources, evidence."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from importlib.util import find_spec
from os import PathLike
from pathlib import Path
from typing import Any

import pandas as pd
from attrs import frozen

from credtag import shown
from credtag.errors import InputError, MissingExtra
from credtag.records import Claim, Label, Link, Source, Span, TaggedDocument
from credtag.schema import CLAIMS, ERRORS, EVIDENCE, LINKS, OVERRIDES, REGISTRY, SOURCES
from credtag.shown import plain


@frozen(eq=False)
class Frames:
    """The four frames of one or many articles, ``registry``, ``overrides`` and ``errors``.

    Their columns are those of :data:`credtag.CLAIMS`, :data:`credtag.LINKS`, :data:`credtag.SOURCES`,
    :data:`credtag.EVIDENCE`, for the labels that a registry gives the sources :data:`credtag.REGISTRY`, and for an
    analyst's decisions :data:`credtag.OVERRIDES`; ``errors`` has the doc_id, position and error of the articles that could
    not be tagged.
    """

    claims: pd.DataFrame
    links: pd.DataFrame
    sources: pd.DataFrame
    evidence: pd.DataFrame
    registry: pd.DataFrame
    overrides: pd.DataFrame
    errors: pd.DataFrame

    def to_parquet(self, folder: str | PathLike[str]) -> None:
        """Write each frame to a parquet file of its name in *folder*, which is made if need be.

        Raises:
            MissingExtra: pyarrow is not installed.
        """
        _need_pyarrow()
        Path(folder).mkdir(parents=True, exist_ok=True)
        for name in _SCHEMAS:
            getattr(self, name).to_parquet(Path(folder) / f"{name}.parquet", engine="pyarrow", index=False)

    @classmethod
    def read_parquet(cls, folder: str | PathLike[str]) -> Frames:
        """Read what :meth:`to_parquet` wrote, dtypes included.

        Raises:
            InputError: A file is missing or is no parquet.
            SchemaError: A file does not hold the frame of its name.
            MissingExtra: pyarrow is not installed.
        """
        _need_pyarrow()
        frames = {}
        for name, schema in _SCHEMAS.items():
            try:
                frame = pd.read_parquet(Path(folder) / f"{name}.parquet", engine="pyarrow")
            except (OSError, ValueError) as error:
                raise InputError(f"cannot read {Path(folder) / name}.parquet: {error}") from error
            frames[name] = schema.coerce(frame)
        return cls(**frames)


_SCHEMAS = {
    "claims": CLAIMS,
    "links": LINKS,
    "sources": SOURCES,
    "evidence": EVIDENCE,
    "registry": REGISTRY,
    "overrides": OVERRIDES,
    "errors": ERRORS,
}


def _need_pyarrow() -> None:
    if find_spec("pyarrow") is None:
        raise MissingExtra('parquet needs pyarrow: pip install "credtag[parquet]"')


def to_frames(tagged: TaggedDocument | Iterable[TaggedDocument], *, zones: str = "article") -> Frames:
    """Lay tagged documents out as frames.

    Args:
        tagged: One tagged document or several.
        zones: ``"article"`` keeps the claims of headline and body; ``"all"`` also those of captions, credits, appeals
            and page furniture.

    Returns:
        The frames. ``sources`` holds the publisher, the sources in the chain of a claim that is kept, and those that
        the text says something about (a caveat, a refusal to comment). A document whose id was seen before gets
        ``.2`` and so on behind it, so that keys stay unique.

    Raises:
        InputError: *tagged* or *zones* is something else.

    Example:
        >>> import credtag
        >>> tagged = credtag.tag("The dam may fail, Mayor Ana Ruiz told Radio Lumen.", publisher="The Harbour Post")
        >>> credtag.to_frames(tagged).claims["chain"].tolist()
        ['The Harbour Post > Radio Lumen > Ana Ruiz']
    """
    if zones not in ("article", "all"):
        raise InputError(f'zones must be "article" or "all", not {zones!r}')
    documents = [tagged] if isinstance(tagged, TaggedDocument) or not isinstance(tagged, Iterable) else tagged
    return lay_out(documents, zones, Names(), 0)


class Names:
    """The names that documents have in frames; each is given once.

    Args:
        taken: The names that are given already.
    """

    def __init__(self, taken: Iterable[str] = ()) -> None:
        self._taken = set(taken)
        self._repeats: Counter[str] = Counter()

    def unused(self, doc_id: str) -> str:
        """Return *doc_id*, or the first of ``doc_id.2``, ``doc_id.3`` and so on that nobody has, and take it."""
        name = doc_id
        while name in self._taken:
            self._repeats[doc_id] += 1
            name = f"{doc_id}.{self._repeats[doc_id] + 1}"
        self._taken.add(name)
        return name


def lay_out(documents: Iterable[TaggedDocument], zones: str, names: Names, first: int) -> Frames:
    """Lay documents out as frames, the first of them at position *first* of its corpus; see :func:`to_frames`."""
    columns: dict[str, Columns] = {name: {column: [] for column in schema.dtypes} for name, schema in _SCHEMAS.items()}
    for position, document in enumerate(documents, first):
        if not isinstance(document, TaggedDocument):
            raise InputError(f"to_frames takes what credtag.tag gives, not {type(document).__name__} (at {position})")
        name = names.unused(plain(document.document.doc_id))
        if document.error is not None:
            _append(columns["errors"], name, position, plain(document.error))
            continue
        _Rows(document, name, zones, columns).add()
    return Frames(**{name: schema.build(columns[name]) for name, schema in _SCHEMAS.items()})


Columns = dict[str, list[Any]]


def _append(columns: Columns, *values: Any) -> None:
    """Append a row to columns in the order of their schema."""
    for column, value in zip(columns.values(), values, strict=True):
        column.append(value)


class _Rows:
    """The rows of one document, on their way into the columns of all."""

    def __init__(self, tagged: TaggedDocument, name: str, zones: str, columns: dict[str, Columns]) -> None:
        self.tagged = tagged
        self.name = name
        self.columns = columns
        self.ordinals: Counter[str] = Counter()
        self.cut = len(tagged.document.doc_id)
        self.shown = tagged.claims if zones == "all" else shown.claims(tagged)
        self.shown_ids = {c.claim_id for c in self.shown}
        self.publisher = tagged.document.publisher or next((s.name for s in tagged.sources), None)

    def add(self) -> None:
        """Add the rows of all frames."""
        for claim in self.shown:
            self._claim(claim)
            for hop, link in enumerate(claim.chain):
                self._link(claim, hop, link)
            self._claim_evidence(claim)
        self._caveats()
        self._sources()

    def _claim(self, claim: Claim) -> None:
        found, origin, grade = claim.attribution, claim.origin, claim.grade
        _append(
            self.columns["claims"],
            self.name,
            self._id(claim.claim_id),
            self._id(claim.inside) if claim.inside in self.shown_ids else None,
            found.form,
            claim.zone,
            self._text(found.content, " … "),
            found.span.start,
            found.span.end,
            self._text(found.cue, " … "),
            found.cue_type,
            found.stance,
            found.factuality,
            found.polarity,
            self._text(found.hedges, ";"),
            self._text(found.source, " … "),
            self._id(origin.source_id) if origin else None,
            plain(origin.name) if origin else None,
            origin.kind if origin else None,
            origin.naming if origin else None,
            origin.channel if origin else None,
            plain(self.publisher),
            shown.chain(claim),
            len(claim.chain) - 1,
            grade.level,
            grade.reliability,
            grade.credibility,
            claim.attribution.score,
            ";".join(reason.code for reason in grade.reasons) or None,
        )

    def _link(self, claim: Claim, hop: int, link: Link) -> None:
        _append(
            self.columns["links"],
            self.name,
            self._id(claim.claim_id),
            hop,
            link.role,
            self._id(link.source_id),
            plain(link.name),
            link.kind,
            link.naming,
            link.channel,
            link.stated,
            *self._span(link.span),
        )

    def _claim_evidence(self, claim: Claim) -> None:
        found = claim.attribution
        for part, spans in (
            ("content", found.content),
            ("cue", found.cue),
            ("source", found.source),
            ("hedge", found.hedges),
        ):
            for span in spans:
                self._evidence(part, span, claim=claim.claim_id)
        for reason in claim.grade.reasons:
            self._evidence("reason", reason.span, claim=claim.claim_id, code=reason.code, effect=reason.effect)

    def _caveats(self) -> None:
        effects = {
            (reason.code, reason.span): reason.effect
            for claim in self.tagged.claims
            for reason in claim.grade.reasons
            if reason.span is not None
        }
        for caveat in self.tagged.caveats:
            claim = None if caveat.attribution is None else self.tagged.claims[caveat.attribution].claim_id
            if caveat.source_id is None and claim not in self.shown_ids:
                continue
            self._evidence(
                "caveat",
                caveat.span,
                claim=None if caveat.source_id else claim,
                source=caveat.source_id,
                code=str(caveat.category),
                certainty=caveat.certainty,
                asserted_by=plain(caveat.asserted_by),
                effect=effects.get((caveat.category.replace("_", "-"), caveat.span), "none"),
            )
        for source in self.tagged.sources:
            for span in source.no_comment:
                self._evidence("no_comment", span, source=source.source_id)

    def _evidence(
        self,
        part: str,
        span: Span | None,
        *,
        claim: str | None = None,
        source: str | None = None,
        code: str | None = None,
        certainty: str | None = None,
        asserted_by: str | None = None,
        effect: str | None = None,
    ) -> None:
        self.ordinals[part] += 1
        _append(
            self.columns["evidence"],
            self.name,
            self._id(claim),
            self._id(source),
            part,
            code,
            certainty,
            asserted_by,
            effect,
            self.ordinals[part] - 1,
            *self._span(span),
        )

    def _sources(self) -> None:
        claims: Counter[str | None] = Counter()
        for claim in self.shown:
            claims.update({link.source_id for link in claim.chain})
        noted = {caveat.source_id for caveat in self.tagged.caveats}
        for n, source in enumerate(self.tagged.sources):
            if n == 0 or source.source_id in claims or source.source_id in noted or source.no_comment:
                self._source(source, claims[source.source_id])
                for label in self.tagged.labels:
                    if label.source_id == source.source_id:
                        self._label(source, label)

    def _source(self, source: Source, claims: int) -> None:
        _append(
            self.columns["sources"],
            self.name,
            self._id(source.source_id),
            plain(source.name),
            source.kind,
            source.naming,
            plain(source.title),
            plain(source.affiliation),
            source.outlet_id,
            source.reliability,
            len(source.mentions),
            claims,
            bool(source.no_comment),
            source.mentions[0].start if source.mentions else None,
        )

    def _label(self, source: Source, label: Label) -> None:
        self.ordinals["label"] += 1
        _append(
            self.columns["registry"],
            self.name,
            self._id(source.source_id),
            self.ordinals["label"] - 1,
            *map(
                plain,
                (
                    source.name,
                    label.outlet,
                    label.label,
                    label.value,
                    label.citation_url,
                    label.asserted_by,
                    label.as_of,
                    label.licence,
                ),
            ),
        )

    def _id(self, full: str | None) -> str | None:
        """Put the name that the document has in these frames in front of a claim's or source's id."""
        return None if full is None else self.name + full[self.cut :]

    def _text(self, spans: Sequence[Span], joint: str) -> str | None:
        return plain(joint.join(self.tagged.document.slice(span) for span in spans)) if spans else None

    def _span(self, span: Span | None) -> tuple[int | None, int | None, str | None]:
        if span is None:
            return None, None, None
        return span.start, span.end, plain(self.tagged.document.slice(span))
