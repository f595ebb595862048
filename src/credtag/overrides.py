"""An analyst's decisions on claims and sources, with name and date, beside what credtag found."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Mapping, Sequence
from datetime import date
from typing import Any

import pandas as pd

from credtag import shown
from credtag.errors import InputError, SchemaError
from credtag.frames import Frames
from credtag.labels import Decision, Level
from credtag.schema import CLAIMS, EVIDENCE, LINKS, OVERRIDES, REGISTRY, SOURCES, Schema

_REVIEWED = {"claims": CLAIMS, "links": LINKS, "sources": SOURCES, "evidence": EVIDENCE, "registry": REGISTRY}
_FILLED_IN = ("original", "note")  # columns that a file of decisions need not have
_UNRATED = "unrated"
_ALLOWED: Mapping[str, Sequence[str]] = {
    Decision.LEVEL: (*Level, _UNRATED),
    Decision.RELIABILITY: tuple("ABCDEF"),
    Decision.CREDIBILITY: tuple("123456"),
}
_Row = dict[str, Any]


def apply_overrides(frames: Frames, overrides: pd.DataFrame) -> Frames:
    r"""Put an analyst's decisions into frames, each beside what it replaces.

    Args:
        frames: The frames of one or many articles.
        overrides: One decision a row, in the columns of :data:`credtag.OVERRIDES`, ``original`` and ``note`` if wanted;
            read from CSV with ``dtype=str, keep_default_na=False, na_values=[""]``. docs/overrides.md lists the decisions.
            Those on articles that are not in the frames are left out; later rows are applied to what earlier ones made.

    Returns:
        New frames with the decisions carried out; ``overrides`` lists them, ``original`` with the value that was there.

    Raises:
        SchemaError: A column is missing or a value is of no allowed kind.
        InputError: A decision cannot be carried out; the message names its row, the header being row 1.

    Example:
        >>> import credtag, pandas as pd
        >>> frames = credtag.tag("The dam may fail, Ana Ruiz said.", doc_id="d").frames()
        >>> decision = {"doc_id": "d", "target": "d#0-16", "decision": "level", "value": "unnamed"}
        >>> decision |= {"decided_by": "I. Roth", "decided_on": "2031-05-02"}
        >>> reviewed = apply_overrides(frames, pd.DataFrame([decision]))
        >>> reviewed.claims["confidence"].tolist(), reviewed.overrides["original"].tolist()
        (['unnamed'], ['on_record'])
    """
    decisions = _decisions(overrides)
    known = {*frames.sources["doc_id"], *frames.claims["doc_id"]}
    articles = _articles(frames, known & {row["doc_id"] for _, row in decisions})
    done = [articles[row["doc_id"]].decided(number, row) for number, row in decisions if row["doc_id"] in known]
    made = {name: _put_back(getattr(frames, name), name, schema, articles) for name, schema in _REVIEWED.items()}
    return Frames(**made, overrides=_built(OVERRIDES, [*_rows(frames.overrides), *done]), errors=frames.errors)


def _decisions(overrides: pd.DataFrame) -> list[tuple[int, _Row]]:
    if not isinstance(overrides, pd.DataFrame):
        raise SchemaError(f"overrides must be a DataFrame, not {type(overrides).__name__}")
    filled = overrides.assign(**{column: None for column in _FILLED_IN if column not in overrides.columns})
    rows = list(enumerate(_rows(OVERRIDES.coerce(filled)), 2))
    for number, row in rows:
        for column in ("doc_id", "target", "decision", "decided_by", "decided_on"):
            if not row[column]:
                raise InputError(f"overrides, row {number}: {column} is missing")
        if not row["value"] and row["decision"] != Decision.REJECT:
            raise InputError(f"overrides, row {number}: value is missing")
        if not _is_date(row["decided_on"]):
            raise InputError(f"overrides, row {number}: decided_on {row['decided_on']!r} is no date like 2031-05-02")
        allowed = _ALLOWED.get(row["decision"])
        if allowed is not None and row["value"] not in allowed:
            raise InputError(f"overrides, row {number}: {row['value']!r} is none of {', '.join(allowed)}")
    return rows


def _is_date(text: str) -> bool:
    try:
        return bool(date.fromisoformat(text))
    except ValueError:
        return False


def _rows(frame: pd.DataFrame) -> list[_Row]:
    plain = frame.astype(object).where(frame.notna(), None)
    return [dict(zip(frame.columns, values, strict=True)) for values in plain.itertuples(index=False, name=None)]


def _articles(frames: Frames, doc_ids: set[str]) -> dict[str, _Article]:
    """Take the rows of articles out of their frames, each row with its place."""
    rows: dict[str, dict[str, list[_Row]]] = {doc_id: {name: [] for name in _REVIEWED} for doc_id in doc_ids}
    for name in _REVIEWED:
        frame = getattr(frames, name).reset_index(drop=True)
        part = frame[frame["doc_id"].isin(doc_ids)]
        for row, place in zip(_rows(part), part.index.tolist(), strict=True):
            rows[row["doc_id"]][name].append(row | {_PLACE: place})
    return {doc_id: _Article(of_article) for doc_id, of_article in rows.items()}


class _Article:
    """The rows of an article under review."""

    def __init__(self, rows: dict[str, list[_Row]]) -> None:
        self.rows = rows
        self.claims = {row["claim_id"]: row for row in rows["claims"]}
        self.sources = {row["source_id"]: row for row in rows["sources"]}
        self.links: defaultdict[str, list[_Row]] = defaultdict(list)
        for row in rows["links"]:
            self.links[row["claim_id"]].append(row)

    # ------------------------------------------------------------------ decisions

    def decided(self, number: int, row: _Row) -> _Row:
        """Carry a decision out and return it with what it replaced."""
        decide: Mapping[str, Callable[[str, str], Any]] = {
            Decision.MERGE: self._merge,
            Decision.SPLIT: self._split,
            Decision.LEVEL: self._level,
            Decision.RELIABILITY: self._reliability,
            Decision.CREDIBILITY: self._credibility,
            Decision.REJECT: self._reject,
        }
        try:
            return {**row, "original": decide[row["decision"]](row["target"], row["value"])}
        except InputError as error:
            raise InputError(f"overrides, row {number}: {error}") from None

    def _claim(self, claim_id: str) -> _Row:
        if claim_id not in self.claims:
            raise InputError(f"the article has no claim {claim_id!r}")
        return self.claims[claim_id]

    def _source(self, source_id: str) -> _Row:
        if source_id not in self.sources:
            raise InputError(f"the article has no source {source_id!r}")
        return self.sources[source_id]

    def _level(self, target: str, value: str) -> Any:
        claim = self._claim(target)
        original, claim["confidence"] = claim["confidence"], None if value == _UNRATED else value
        return original or _UNRATED

    def _credibility(self, target: str, value: str) -> Any:
        claim = self._claim(target)
        original, claim["credibility"] = claim["credibility"], value
        return original

    def _reliability(self, target: str, value: str) -> Any:
        source = self._source(target)
        original, source["reliability"] = source["reliability"], value
        for claim in self.claims.values():
            if claim["source_id"] == target:
                claim["reliability"] = value
        return original

    def _reject(self, target: str, _: str) -> Any:
        claim = self._claim(target)
        del self.claims[target]
        for name in ("claims", "links", "evidence"):
            self.rows[name] = [row for row in self.rows[name] if row["claim_id"] != target]
        for other in self.claims.values():
            if other["inside"] == target:
                other["inside"] = None
        self._count({link["source_id"] for link in self.links.pop(target, [])})
        return claim["content"]

    def _merge(self, target: str, value: str) -> Any:
        one, other = self._source(target), self._source(value)
        if target == value:
            raise InputError(f"{target!r} cannot be merged with itself: take another source of the article")
        if target == f"{one['doc_id']}/s0":
            raise InputError(f"{target!r} is the publisher: merge {value!r} with it instead")
        for name in ("evidence", "registry"):
            for row in self.rows[name]:
                if row["source_id"] == target:
                    row["source_id"] = value
        for claim_id, links in self.links.items():
            if any(link["source_id"] == target for link in links):
                for link in links:
                    if link["source_id"] == target:
                        _name(link, other)
                self._retrace(claim_id)
        other["mentions"] += one["mentions"]
        other["no_comment"] = other["no_comment"] or one["no_comment"]
        starts = [start for start in (one["first_start"], other["first_start"]) if start is not None]
        other["first_start"] = min(starts, default=None)
        del self.sources[target]
        self.rows["sources"].remove(one)
        self._count({value})
        return one["name"]

    def _split(self, target: str, value: str) -> Any:
        claim = self._claim(target)
        if claim["hops"] == 0:
            raise InputError(f"{target!r} is in the publisher's own voice: it has no source to split off")
        link = self.links[target][-1]
        original = link["source_id"]
        source = self._called(value, link)
        _name(link, source)
        self._retrace(target)
        self._count({original, source["source_id"]})
        return original

    def _called(self, value: str, link: _Row) -> _Row:
        """Return the source with the id or name *value*, or a new one of the kind of *link*."""
        for source in self.rows["sources"]:
            if value in (source["source_id"], source["name"]):
                return source
        doc_id = link["doc_id"]
        # Not "s": the article may have sources with higher numbers that no frame shows.
        added = sum(row["source_id"].startswith(f"{doc_id}/a") for row in self.rows["sources"])
        new: _Row = dict.fromkeys(SOURCES.columns) | {
            "doc_id": doc_id,
            "source_id": f"{doc_id}/a{added + 1}",
            "name": value,
            "kind": link["kind"],
            "naming": link["naming"],
            "reliability": "F",
            "mentions": int(link["start"] is not None),
            "claims": 0,
            "no_comment": False,
            "first_start": link["start"],
            _PLACE: max(row[_PLACE] for row in self.rows["sources"]),
        }
        self.rows["sources"].append(new)
        self.sources[new["source_id"]] = new
        return new

    # ------------------------------------------------------------------ what follows from them

    def _retrace(self, claim_id: str) -> None:
        """Write the chain and the origin of a claim anew from its links."""
        claim, links = self.claims[claim_id], self.links[claim_id]
        claim["chain"] = " > ".join(shown.called(link["name"], link["role"], link["naming"]) for link in links)
        if len(links) > 1:
            origin = links[-1]
            claim |= {"source_id": origin["source_id"], "source": origin["name"], "source_kind": origin["kind"]}
            if origin["source_id"] in self.sources:
                claim["reliability"] = self.sources[origin["source_id"]]["reliability"]

    def _count(self, source_ids: set[str | None]) -> None:
        """Count the claims of sources anew."""
        for source_id in source_ids:
            if source_id in self.sources:
                self.sources[source_id]["claims"] = sum(
                    any(link["source_id"] == source_id for link in links) for links in self.links.values()
                )


_PLACE = "place in the frame"


def _put_back(frame: pd.DataFrame, name: str, schema: Schema, articles: Mapping[str, _Article]) -> pd.DataFrame:
    """Return a frame with the rows of the articles under review back in their places."""
    rows = [row for article in articles.values() for row in article.rows[name]]
    changed = _built(schema, rows).set_axis([row[_PLACE] for row in rows], axis=0)
    rest = frame.reset_index(drop=True)
    rest = rest[~rest["doc_id"].isin(articles)]
    parts = [part for part in (rest, changed) if len(part)] or [changed]  # pandas 2 changes dtypes over empty ones
    whole = pd.concat(parts).sort_index(kind="stable").reset_index(drop=True)
    whole.attrs = changed.attrs
    return whole


def _built(schema: Schema, rows: Sequence[_Row]) -> pd.DataFrame:
    return schema.build({column: [row[column] for row in rows] for column in schema.columns})


def _name(link: _Row, source: _Row) -> None:
    """Let a link stand for a source; how openly the text names it stays as it is."""
    link |= {"source_id": source["source_id"], "name": source["name"], "kind": source["kind"]}
