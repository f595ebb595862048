"""Tag a file of articles into a folder of parquet files, and go on where an earlier run stopped."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Callable, Iterable, Iterator
from contextlib import closing
from importlib.metadata import version
from itertools import islice
from pathlib import Path
from typing import Any

import pandas as pd
from attrs import field, fields, frozen

from credtag.errors import InputError
from credtag.frames import Frames, Names, lay_out
from credtag.item import Item
from credtag.records import TaggedDocument
from credtag.tables import articles
from credtag.tagger import Tagger

FRAMES = tuple(each.name for each in fields(Frames))
_RECORD = "batch.json"
_PARTIAL = ".part"  # readers of parquet folders pass over names with a dot in front

Watch = Callable[[Iterator[TaggedDocument], int, int], Iterable[TaggedDocument]]


def _unwatched(tagged: Iterator[TaggedDocument], done: int, total: int) -> Iterator[TaggedDocument]:
    return tagged


@frozen
class Batch:
    """A file of articles, and the folder for their frames.

    The folder gets ``claims.parquet/part-00000.parquet`` and so on, likewise for each frame, so that
    ``Frames.read_parquet(folder)`` and every reader of parquet folders can read it. A part is the work on a fixed number
    of rows and appears whole; what a run that was ended leaves behind is a run of whole parts, which :meth:`run` adds to.

    Args:
        source: A CSV, JSON lines or parquet file.
        folder: The folder, empty or not there yet, or one that an earlier run began.
        text: The column with the text.
        doc_id: The column with the name of each article; derived from the text unless given. In the frames equal names are
            told apart by ``.2`` and so on.
        publisher: The column with the publisher.
        rows: The number of rows that make a part, from 1 up.
        tagger: The configuration; a resumed batch needs the same.
    """

    source: Path
    folder: Path
    text: str = "text"
    doc_id: str | None = None
    publisher: str | None = None
    rows: int = 1000
    tagger: Tagger = field(factory=Tagger)

    def run(self, *, workers: int = 1, resume: bool = False, watch: Watch = _unwatched) -> tuple[int, int]:
        """Tag every row that has not been tagged yet.

        Args:
            workers: The number of processes, from 1 up. The files are the same for any number.
            resume: Go on with what an earlier run left in the folder.
            watch: Wraps the iterator of tagged documents, to show progress; gets the numbers of rows done and in all too.

        Returns:
            The number of rows in the file, and the number of those that could not be tagged: they are in ``errors``.

        Raises:
            InputError: The file cannot be read, or the folder holds something else.
            MissingExtra: pyarrow is not installed.
        """
        total = sum(1 for _ in self._articles())
        self._claim_folder(resume)
        done = self._parts()
        first = done * self.rows
        names = Names(name for frame in ("sources", "errors") for name in self._column(frame, "doc_id", done))
        items = (Item(n, given, "record") for n, given in enumerate(self._articles()) if n >= first)
        with closing(self.tagger.tag_items(items, workers)) as tagged:
            watched = iter(watch(tagged, first, total))
            for part in range(done, max(1, -(-total // self.rows))):
                self._keep(part, lay_out(islice(watched, self.rows), "article", names, part * self.rows))
            next(watched, None)  # lets a progress bar see the end
        return total, sum(1 for _ in self._column("errors", "position", self._parts()))

    def _articles(self) -> Iterator[Any]:
        columns = {"text": self.text, "doc_id": self.doc_id, "publisher": self.publisher}
        return articles(self.source, {key: column for key, column in columns.items() if column is not None})

    def _claim_folder(self, resume: bool) -> None:
        """Write down what this batch is, or see that the folder holds the same one."""
        record = {
            "credtag": version("credtag"),
            "source": self._digest(),
            "text": self.text,
            "doc_id": self.doc_id,
            "publisher": self.publisher,
            "rows": self.rows,
            "registry": self._labels(),
        }
        self.folder.mkdir(parents=True, exist_ok=True)
        path = self.folder / _RECORD
        if not path.exists():
            if any(not each.name.startswith(".") for each in self.folder.iterdir()):
                raise InputError(f"{self.folder} is not empty and holds no batch: choose another folder")
            partial = self.folder / f".{_RECORD}"
            partial.write_text(json.dumps(record, indent=1) + "\n", encoding="utf-8")
            partial.replace(path)
            return
        if not resume:
            raise InputError(f"{self.folder} holds a batch: resume it, or choose another folder")
        found = json.loads(path.read_text(encoding="utf-8"))
        for key, value in record.items():
            if found.get(key) != value:
                raise InputError(
                    f"{self.folder} holds a batch with another {key} (see {_RECORD}): choose another folder"
                )

    def _digest(self) -> str:
        with self.source.open("rb") as file:
            return hashlib.file_digest(file, "sha256").hexdigest()

    def _labels(self) -> str | None:
        entries = self.tagger.registry.entries
        return hashlib.sha256(repr(entries).encode()).hexdigest() if entries else None

    def _part(self, frame: str, part: int) -> Path:
        return self.folder / f"{frame}.parquet" / f"part-{part:05}.parquet"

    def _parts(self) -> int:
        """Return how many parts are whole; a run writes them in order."""
        part = 0
        while all(self._part(frame, part).exists() for frame in FRAMES):
            part += 1
        return part

    def _keep(self, part: int, frames: Frames) -> None:
        partial = self.folder / _PARTIAL
        frames.to_parquet(partial)
        for frame in FRAMES:
            target = self._part(frame, part)
            target.parent.mkdir(exist_ok=True)
            (partial / f"{frame}.parquet").replace(target)
        partial.rmdir()

    def _column(self, frame: str, column: str, parts: int) -> Iterator[Any]:
        for part in range(parts):
            yield from pd.read_parquet(self._part(frame, part), columns=[column])[column]
