"""Attributions as brat standoff annotation, in the layout of PolNeAR (Newell, Margolin and Ruths, LREC 2018).

A source, a cue and a content are text spans; an event over the cue, ``Attribution`` or ``Attribution-no-source``, ties them
together. What PolNeAR has no name for, credtag adds as further arguments and attributes of the event.
"""

from __future__ import annotations

import re
import warnings
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from os import PathLike
from pathlib import Path
from typing import Any

from attrs import frozen

from credtag.errors import CredtagWarning, InputError
from credtag.exchange.nesting import circular
from credtag.labels import Channel, CueType, Factuality, Form, Polarity, Stance
from credtag.records import Attribution, Occasion, Span

_SPANS = {"Source": "source", "Cue": "cue", "Content": "content", "Hedge": "hedges"}  # argument → field
_SPAN_OF_OCCASION = {"Occasion": "span", "Interviewer": "interviewer", "Reported": "reported"}
_SPANS_OF_OCCASION = {"Relay": "relays", "Upstream": "upstream"}
_LABELS = {
    "Form": ("form", Form),
    "CueType": ("cue_type", CueType),
    "Stance": ("stance", Stance),
    "Factuality": ("factuality", Factuality),
    "Polarity": ("polarity", Polarity),
    "Score": ("score", lambda written: _share(float(written))),
}
_PLAIN = Attribution(content=(Span(0, 1),))  # what needs no attribute of its own
_EVENTS = ("Attribution", "Attribution-no-source")
_LINE = re.compile(r"([TEA])(\d+)\t(.*)", re.DOTALL)
_LINE_ENDS = str.maketrans("\n\r\t", "   ")
_ROLE = re.compile(r"\D*")


def _share(score: float) -> float:
    if not 0 <= score <= 1:
        raise ValueError(f"a score lies between 0 and 1, not at {score}")
    return score


# --------------------------------------------------------------------------- writing


def write_brat(text: str, attributions: Sequence[Attribution], path: str | PathLike[str]) -> None:
    """Write a text and its attributions as brat annotation: ``path`` (.ann) and the text beside it (.txt).

    Args:
        text: The article, as its offsets count.
        attributions: Its attributions; of a tagged document ``[claim.attribution for claim in tagged.claims]``.
        path: The file of annotations; its folder must exist.

    Raises:
        InputError: A span lies outside the text, or the files cannot be written.

    Example:
        >>> import credtag, tempfile, pathlib
        >>> tagged = credtag.tag("The dam may fail, Ana Ruiz said.")
        >>> folder = pathlib.Path(tempfile.mkdtemp())
        >>> write_brat(tagged.document.text, [claim.attribution for claim in tagged.claims], folder / "dam.ann")
        >>> read_brat(folder / "dam.ann") == (tagged.document.text, tuple(c.attribution for c in tagged.claims))
        True
    """
    lines = list(_Writer(text).lines(attributions))
    try:
        for target, content in ((_text_of(path), text), (Path(path), "".join(f"{line}\n" for line in lines))):
            target.write_bytes(content.encode("utf-8", "surrogatepass"))
    except (OSError, ValueError) as error:
        raise InputError(f"cannot write {path}: {error}") from error


def _text_of(path: str | PathLike[str]) -> Path:
    if Path(path).suffix != ".ann":
        raise InputError(f"{path}: the name of a file of annotations ends in .ann")
    return Path(path).with_suffix(".txt")


class _Writer:
    """The lines of one file, each kind numbered in order."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.spans = self.labels = 0

    def lines(self, attributions: Sequence[Attribution]) -> Iterator[str]:
        for number, found in enumerate(attributions, 1):
            arguments = []
            for role, spans in _spans(found):
                yield self._span(role, spans)
                arguments.append(f"{role}:T{self.spans}")
            kind = _EVENTS[0] if found.source else _EVENTS[1]
            yield self._span(kind, found.cue or found.content)
            if found.inside is not None:
                arguments.append(f"Inside:E{found.inside + 1}")
            yield f"E{number}\t{' '.join((f'{kind}:T{self.spans}', *arguments))}"
            for label, value in _labels(found):
                self.labels += 1
                yield f"A{self.labels}\t{label} E{number} {value}"

    def _span(self, kind: str, spans: Sequence[Span]) -> str:
        self.spans += 1
        for span in spans:
            if span.end > len(self.text):
                raise InputError(f"[{span.start}, {span.end}) is outside a text of {len(self.text)} characters")
        places = ";".join(f"{span.start} {span.end}" for span in spans)
        return f"T{self.spans}\t{kind} {places}\t{_words(self.text, spans)}"


def _spans(found: Attribution) -> Iterator[tuple[str, Sequence[Span]]]:
    for role, name in _SPANS.items():
        if spans := getattr(found, name):
            yield role, spans
    for role, name in _SPAN_OF_OCCASION.items():
        if (span := getattr(found.occasion, name)) is not None:
            yield role, (span,)
    for role, name in _SPANS_OF_OCCASION.items():
        if spans := getattr(found.occasion, name):
            yield role, spans


def _labels(found: Attribution) -> Iterator[tuple[str, Any]]:
    for label, (name, _) in _LABELS.items():
        if (value := getattr(found, name)) != getattr(_PLAIN, name):
            yield label, value
    if found.occasion.channel is not Channel.UNSTATED:
        yield "Channel", found.occasion.channel


def _words(text: str, spans: Iterable[Span]) -> str:
    return " ".join(text[span.start : span.end] for span in spans).translate(_LINE_ENDS)


# --------------------------------------------------------------------------- reading


def read_brat(
    path: str | PathLike[str], text: str | PathLike[str] | None = None
) -> tuple[str, tuple[Attribution, ...]]:
    """Read attributions from brat annotation: what :func:`write_brat` wrote, and PolNeAR.

    Args:
        path: The file of annotations, .ann.
        text: The file of the text; the .txt beside it unless given.

    Returns:
        The text and its attributions in the order of their events. PolNeAR marks no form, cue type or stance; those are
        the defaults of :class:`credtag.records.Attribution`. Notes, relations and other kinds of spans are passed over.

    Raises:
        InputError: A file cannot be read, or a line does not fit; the message names it.

    Warns:
        CredtagWarning: Events without a content are left out.
    """
    words = _decoded(_text_of(path) if text is None else Path(text))
    file = _Reader(str(path), words)
    for number, line in enumerate(_decoded(Path(path)).split("\n"), 1):
        file.take(number, line.rstrip("\r"))
    return words, file.attributions()


def _decoded(path: Path) -> str:
    try:
        return path.read_bytes().decode("utf-8", "surrogatepass")
    except (OSError, ValueError) as error:
        raise InputError(f"cannot read {path}: {error}") from error


@frozen
class _Event:
    """An event with its arguments, as written: role and id."""

    line: int
    arguments: tuple[tuple[str, str], ...]


class _Reader:
    """The lines of one file by their ids; they may come in any order."""

    def __init__(self, name: str, text: str) -> None:
        self.name, self.text = name, text
        self.ids: set[str] = set()
        self.spans: dict[str, tuple[Span, ...]] = {}
        self.events: dict[str, _Event] = {}
        self.labels: dict[str, dict[str, Any]] = {}

    def take(self, number: int, line: str) -> None:
        """Take one line; what has no id of a span, event or attribute is a note or the rest of the line before."""
        found = _LINE.fullmatch(line)
        if found is None:
            return
        try:
            kind, digits, rest = found.groups()
            if (id_ := kind + digits) in self.ids:
                raise ValueError(f"there is a line {id_} before")
            self.ids.add(id_)
            if kind == "T":
                self.spans[id_] = self._span(rest)
            elif kind == "E":
                self._event(id_, number, rest)
            else:
                self._label(rest)
        except ValueError as error:
            raise InputError(f"{self.name}, line {number}: {error}") from None

    def _span(self, rest: str) -> tuple[Span, ...]:
        where, _, stated = rest.partition("\t")
        pairs = [pair.split() for pair in where.partition(" ")[2].split(";")]
        spans = tuple(Span(int(start), int(end)) for start, end in pairs)
        there = " ".join(self._beginning(spans, len(stated)))
        # A span over a line end may be cut short there.
        if not there.startswith(stated.translate(_LINE_ENDS)) or any(s.end > len(self.text) for s in spans):
            raise ValueError(
                f"{where[:40]} holds {there[:40]!r}, not {stated[:40]!r}: is this the text that was annotated?"
            )
        return spans

    def _beginning(self, spans: Sequence[Span], size: int) -> Iterator[str]:
        """Yield the words of *spans*, about *size* letters of them: each of many lines may claim the whole text."""
        for span in spans:
            yield _words(self.text, [Span(span.start, min(span.end, span.start + size + 1))])
            size -= span.end - span.start + 1
            if size < 0:
                return

    def _event(self, id_: str, number: int, rest: str) -> None:
        (kind, _), *arguments = (part.rpartition(":")[::2] for part in rest.split())
        if len(set(arguments)) < len(arguments):
            raise ValueError("an argument is there twice")
        if kind in _EVENTS:
            self.events[id_] = _Event(number, tuple(arguments))

    def _label(self, rest: str) -> None:
        label, event, *value = rest.split()
        if label in _LABELS:
            name, make = _LABELS[label]
            self.labels.setdefault(event, {})[name] = make(" ".join(value))
        elif label == "Channel":
            self.labels.setdefault(event, {})["channel"] = Channel(" ".join(value))

    def attributions(self) -> tuple[Attribution, ...]:
        """Return the attributions of all events that have a content."""
        whole = [id_ for id_, event in self.events.items() if "Content" in map(_bare, dict(event.arguments))]
        if left_out := len(self.events) - len(whole):
            warnings.warn(
                f"{self.name}: {left_out} events without a content are left out", CredtagWarning, stacklevel=3
            )
        places = {id_: place for place, id_ in enumerate(whole)}
        found = tuple(self._attribution(id_, places) for id_ in whole)
        if (place := circular([each.inside for each in found])) is not None:
            raise InputError(f"{self.name}, line {self.events[whole[place]].line}: {whole[place]} lies inside itself")
        return found

    def _attribution(self, id_: str, places: Mapping[str, int]) -> Attribution:
        event, labels = self.events[id_], dict(self.labels.get(id_, {}))
        spans: dict[str, list[Span]] = defaultdict(list)
        inside = None
        for role, referred in event.arguments:
            if _bare(role) == "Inside":
                inside = places.get(referred)
            elif referred not in self.spans:
                raise InputError(f"{self.name}, line {event.line}: there is no span {referred:.40}")
            else:
                spans[_bare(role)] += self.spans[referred]
        occasion: dict[str, Any] = {"channel": labels.pop("channel", Channel.UNSTATED)}
        occasion |= {name: spans[role][0] for role, name in _SPAN_OF_OCCASION.items() if role in spans}
        occasion |= {name: tuple(spans[role]) for role, name in _SPANS_OF_OCCASION.items() if role in spans}
        labels |= {name: tuple(spans[role]) for role, name in _SPANS.items() if role in spans}
        return Attribution(**labels, inside=inside, occasion=Occasion(**occasion))


def _bare(role: str) -> str:
    """Return a role without the number of its repetition: Content2."""
    found = _ROLE.match(role)
    return found.group() if found else role
