"""What others say of outlets: labels with who said so, where and when. They never move a level."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from functools import cached_property
from os import PathLike

import pandas as pd
from attrs import Attribute, evolve, field, frozen

from credtag.errors import SchemaError
from credtag.labels import Kind, Naming
from credtag.records import Label, Source, Sources
from credtag.registry import layouts, names
from credtag.registry.entry import Entry

__all__ = ["Entry", "Registry"]

_RELIABILITY = "reliability"
_LABELLED = frozenset((Kind.OUTLET, Kind.ORGANISATION, Kind.GOVERNMENT, Kind.UNKNOWN))


def _distinct(entries: Iterable[Entry]) -> tuple[Entry, ...]:
    return tuple(dict.fromkeys(entries))


def _valid(_: object, __: Attribute[tuple[Entry, ...]], entries: tuple[Entry, ...]) -> None:
    for entry in entries:
        if problem := entry.problem():
            raise SchemaError(f"the entry of {entry.source!r}: {problem}")


@frozen
class Registry:
    """Labels of outlets, each with its asserter, citation, date and licence; pass it as ``Tagger(registry=...)``.

    Labels that contradict each other stand side by side. ``A + B`` puts two registries together.

    Args:
        entries: The rows.

    Raises:
        SchemaError: An entry lacks a value or has a wrong one.

    Example:
        >>> import credtag, pandas as pd
        >>> row = {"source": "Radio Lumen", "label": "reliability", "value": "B", "asserted_by": "Press Council"}
        >>> row |= {"citation_url": "https://council.example/7", "as_of": "2031-03-01", "licence": "CC0-1.0"}
        >>> tagger = credtag.Tagger(registry=credtag.Registry.of(pd.DataFrame([row])))
        >>> frames = tagger.tag("Radio Lumen said the dam may fail.", publisher="The Harbour Post").frames()
        >>> frames.claims[["confidence", "reliability"]].values.tolist()
        [['relayed', 'B']]
        >>> frames.registry[["name", "value", "asserted_by"]].values.tolist()
        [['Radio Lumen', 'B', 'Press Council']]
    """

    entries: tuple[Entry, ...] = field(default=(), converter=_distinct, validator=_valid)

    @classmethod
    def of(cls, frame: pd.DataFrame) -> Registry:
        """Make a registry of a frame's rows.

        Args:
            frame: The columns source (a name, domain or handle), label, value, citation_url, asserted_by, as_of (a date,
                ``2031``, ``2031-03`` or ``2031-03-01``) and licence; if wanted also aliases (split at ``;``), domain,
                handle and outlet_id. The label ``reliability`` takes the values A to F.

        Raises:
            SchemaError: A column is missing, or a row has no value in one; the message names the row, the header being
                row 1.
        """
        return cls(layouts.own(frame, "the registry"))

    @classmethod
    def read(cls, path: str | PathLike[str]) -> Registry:
        """Read a registry in the layout of :meth:`of` from a file: CSV, tab-separated (``.tsv``) or parquet.

        Raises:
            InputError: The file cannot be read.
            SchemaError: A column is missing, or a row has no value in one; the message names the row.
            MissingExtra: The file is parquet and pyarrow is not installed.
        """
        return cls(layouts.own(layouts.table(path), str(path)))

    @classmethod
    def read_state_media_matrix(cls, path: str | PathLike[str], *, as_of: str) -> Registry:
        """Read the State Media Matrix of the Alliance for Securing Democracy: label ``state_media``, value its typology.

        Args:
            path: State_Media_Matrix.csv.
            as_of: The date of the file.

        Raises:
            InputError: The file cannot be read.
            SchemaError: It has another layout.
        """
        return cls(layouts.state_media_matrix(layouts.table(path), str(path), as_of))

    @classmethod
    def read_domain_quality(cls, path: str | PathLike[str], *, as_of: str) -> Registry:
        """Read the domain ratings of Lin et al. (PNAS Nexus 2023): label ``domain_quality``, value pc1, 0 to 1.

        Args:
            path: domain_pc1.csv or domain_ratings.csv.
            as_of: The date of the file.

        Raises:
            InputError: The file cannot be read.
            SchemaError: It has another layout.
        """
        return cls(layouts.domain_quality(layouts.table(path), str(path), as_of))

    @classmethod
    def read_ifcn(cls, path: str | PathLike[str], *, as_of: str) -> Registry:
        """Read the verified signatories of the International Fact-Checking Network: label ``ifcn_signatory``.

        Args:
            path: The list, one domain a line.
            as_of: The date of the file.

        Raises:
            InputError: The file cannot be read.
            SchemaError: A line is no domain.
        """
        return cls(layouts.ifcn(layouts.lines(path), str(path), as_of))

    @classmethod
    def read_wikidata(cls, path: str | PathLike[str], *, as_of: str) -> Registry:
        """Read the CSV of a query to Wikidata with the variables item, itemLabel, label, valueLabel.

        Args:
            path: The downloaded file; docs/registry.md has the query. It may also have website and telegram.
            as_of: The date of the query.

        Raises:
            InputError: The file cannot be read.
            SchemaError: It has another layout.
        """
        return cls(layouts.wikidata(layouts.table(path), str(path), as_of))

    def __add__(self, other: Registry) -> Registry:
        return Registry((*self.entries, *other.entries))

    def graded(
        self, label: str, letter: Mapping[str, str] | Callable[[str], str | None], *, asserted_by: str, as_of: str
    ) -> Registry:
        """Add reliability letters that somebody derives from another label, in that somebody's name.

        Args:
            label: The label to read, for example ``domain_quality``.
            letter: What gives a letter, A to F, for a value; a value without one gets none.
            asserted_by: Who judges so.
            as_of: When.

        Raises:
            SchemaError: A letter is none of A to F.

        Example:
            >>> registry = Registry([Entry("Lumen", "state_media", "SC", "https://a.example", "A", "2031", "MIT")])
            >>> more = registry.graded("state_media", {"SC": "D"}, asserted_by="Our desk", as_of="2031-03-01")
            >>> [(entry.label, entry.value, entry.asserted_by) for entry in more.entries]
            [('state_media', 'SC', 'A'), ('reliability', 'D', 'Our desk')]
        """
        judge = letter if callable(letter) else letter.get
        judged = [(entry, judge(entry.value)) for entry in self.entries if entry.label == label]
        return Registry(
            (
                *self.entries,
                *(
                    evolve(entry, label=_RELIABILITY, value=value, asserted_by=asserted_by, as_of=as_of)
                    for entry, value in judged
                    if value is not None
                ),
            )
        )

    def mark(self, sources: Sources, url: str | None = None) -> tuple[Sources, tuple[Label, ...]]:
        """Give the sources of an article what the registry says of them; nothing else of them changes.

        Args:
            sources: The sources, the publisher first.
            url: The address of the article, whose domain is the publisher's.

        Returns:
            The sources with ``outlet_id`` and ``reliability``, and the labels used. Without a label, or with letters that
            differ, the reliability stays F; of one asserter's letters only the latest counts.
        """
        if not self.entries:
            return sources, ()
        marked, labels = [], []
        for source in sources.entries:
            is_publisher = source is sources.publisher
            found = self._about(source, names.host(url) if is_publisher and url else "")
            labels += [_label(source, entry) for entry in found]
            marked.append(evolve(source, outlet_id=_outlet_id(source, found), reliability=_letter(found)))
        return evolve(sources, entries=tuple(marked)), tuple(labels)

    def _about(self, source: Source, domain: str) -> list[Entry]:
        """Return the entries about a source, in the order of the registry."""
        known = set(names.of_listed(source.outlet_id)) if source.outlet_id else set()
        if source.name is not None and source.naming is Naming.NAMED and source.kind in _LABELLED:
            known.add(names.key(source.name))
        domains = set(filter(names.is_domain, known))
        if domain and not domains:  # a known outlet's article may stand on the site of another
            known.add(domain)
            domains.add(domain)
        places = sorted({place for each in known for place in self._places.get(each, ())})
        found = [self.entries[place] for place in places]
        # Two outlets can share a name, hardly a domain: where both domains are known they decide.
        return [e for e in found if not (domains and e.domains) or domains & e.domains]

    @cached_property
    def _places(self) -> Mapping[str, Sequence[int]]:
        """The places of the entries by each key of their outlet that stands for one outlet only."""
        places: defaultdict[str, list[int]] = defaultdict(list)
        bearers: defaultdict[tuple[str, str], set[frozenset[str]]] = defaultdict(set)
        for place, entry in enumerate(self.entries):
            for each in entry.keys:
                places[each].append(place)
                if entry.domains:
                    bearers[each, entry.asserted_by].add(entry.domains)
        shared = {each for each, domains in bearers.items() if not frozenset.intersection(*domains)}
        return {
            each: [p for p in found if (each, self.entries[p].asserted_by) not in shared]
            for each, found in places.items()
        }


def _label(source: Source, entry: Entry) -> Label:
    return Label(
        source.source_id,
        entry.source,
        entry.label,
        entry.value,
        entry.citation_url,
        entry.asserted_by,
        entry.as_of,
        entry.licence,
    )


def _outlet_id(source: Source, found: Iterable[Entry]) -> str | None:
    return source.outlet_id or next((entry.outlet_id or entry.source for entry in found), None)


def _letter(found: Iterable[Entry]) -> str:
    """Return the letter that all asserters agree on: conflicting ones are no basis, and F says just that."""
    latest: dict[str, Entry] = {}
    for entry in found:
        if entry.label == _RELIABILITY:
            known = latest.get(entry.asserted_by)
            if known is None or entry.as_of >= known.as_of:
                latest[entry.asserted_by] = entry
    letters = {entry.value for entry in latest.values() if entry.value != "F"}
    return letters.pop() if len(letters) == 1 else "F"
