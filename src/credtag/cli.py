"""The ``credtag`` command: tag an article, write a report, explain a claim, tag a table of articles."""

from __future__ import annotations

import argparse
import os
import re
import shutil
import sys
import textwrap
import warnings
from collections.abc import Sequence
from importlib.util import find_spec
from pathlib import Path
from typing import Any

import pandas as pd

from credtag.batch import Batch
from credtag.display import report
from credtag.display.article import reading
from credtag.display.page import page
from credtag.errors import CredtagError, InputError, MissingExtra
from credtag.explain import explain
from credtag.records import TaggedDocument
from credtag.registry import Registry
from credtag.schema import TEXT
from credtag.tagger import Tagger
from credtag.webpage import from_html

_PAGES = (".html", ".htm", ".xhtml")
_FORMULA = re.compile(r"\s*[=+\-@＝＋－＠]|[\t\r\n]")  # how a cell begins that a spreadsheet would run
FAILURE = 1  # exit code where the input cannot be tagged; argparse gives 2 for a wrong command line
INTERRUPTED = 130


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command line and return its exit code.

    Returns:
        0 when done, 1 when the input cannot be read or the output not written, 2 when the command line is wrong, 130 when
        interrupted.
    """
    options = _parser().parse_args(arguments)
    try:
        with warnings.catch_warnings():
            warnings.showwarning = _warn
            _write(options.run(options), options.output)
    except BrokenPipeError:  # the reader, a pager or head, has seen enough
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
    except (CredtagError, OSError) as error:
        print(f"credtag: {error}", file=sys.stderr)
        return FAILURE
    except KeyboardInterrupt:
        print("credtag: interrupted (a batch goes on with --resume)", file=sys.stderr)
        return INTERRUPTED
    return 0


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="credtag", description="Who says what in an article, through whom, and how well it is sourced."
    )
    commands = parser.add_subparsers(title="commands", required=True, metavar="COMMAND")
    labels = argparse.ArgumentParser(add_help=False)
    labels.add_argument(
        "--registry",
        type=Path,
        metavar="FILE",
        action="append",
        default=[],
        help="labels of outlets, a .csv, .tsv or .parquet file; may be given several times",
    )
    article = argparse.ArgumentParser(add_help=False)
    article.add_argument("file", metavar="FILE", help="a UTF-8 text file, a web page (.html), or - for standard input")
    article.add_argument("--publisher", metavar="NAME", help="the outlet that published the article")

    tagging = commands.add_parser("tag", parents=[article, labels], help="list the claims of an article")
    tagging.add_argument("--format", choices=sorted(_FORMATS), default="table", help="default: table")
    tagging.add_argument("-o", "--output", type=Path, metavar="OUT", help="write to this file instead of the screen")
    tagging.add_argument(
        "--raw",
        action="store_true",
        help="leave CSV cells as they are: without a ' before what a spreadsheet would run",
    )
    tagging.set_defaults(run=_listing)

    batching = commands.add_parser(
        "batch", parents=[labels], help="tag a table of articles into a folder of parquet files"
    )
    batching.add_argument("source", type=Path, metavar="IN", help="a .csv, .jsonl or .parquet file, one article a row")
    batching.add_argument("folder", type=Path, metavar="OUTDIR", help="an empty folder, or a new one")
    batching.add_argument("--text", metavar="COL", default="text", help="the column with the text; default: text")
    batching.add_argument("--publisher", metavar="COL", help="the column with the publisher")
    batching.add_argument(
        "--id", metavar="COL", help="the column with the name of each article; default: from the text"
    )
    batching.add_argument("--workers", type=_count, metavar="N", default=1, help="the number of processes; default: 1")
    batching.add_argument("--rows", type=_count, metavar="N", default=1000, help="rows that make a part; default: 1000")
    batching.add_argument("--resume", action="store_true", help="go on with what an earlier run left in OUTDIR")
    batching.set_defaults(run=_batch, output=None)

    reporting = commands.add_parser(
        "report", parents=[article], help="write a page with summary, marked text and picture"
    )
    reporting.add_argument("-o", "--output", type=Path, metavar="OUT", help="write to this file instead of the screen")
    reporting.set_defaults(run=lambda options: str(report(_tagged(options))), registry=[])

    explaining = commands.add_parser(
        "explain", parents=[article, labels], help="give the reasons for the level of a claim"
    )
    explaining.add_argument("claim", metavar="CLAIM", help="a claim's id or its number in the table")
    explaining.set_defaults(run=_explanation, output=None)
    return parser


def _count(text: str) -> int:
    if not text.isdecimal() or int(text) < 1:
        raise argparse.ArgumentTypeError(f"{text!r} is no whole number from 1 up")
    return int(text)


def _batch(options: argparse.Namespace) -> str:
    if missing := [name for name in ("pyarrow", "tqdm") if find_spec(name) is None]:
        raise MissingExtra(f'a batch needs {missing[0]}: pip install "credtag[batch]"')
    from tqdm import tqdm

    tqdm.monitor_interval = 0  # its thread would be there when workers are forked
    batch = Batch(
        options.source,
        options.folder,
        text=options.text,
        doc_id=options.id,
        publisher=options.publisher,
        rows=options.rows,
        tagger=_tagger(options),
    )
    total, failed = batch.run(
        workers=options.workers,
        resume=options.resume,
        watch=lambda tagged, done, every: tqdm(tagged, initial=done, total=every, unit=" articles", dynamic_ncols=True),
    )
    return f"{total} articles, {failed} of them not tagged" + (
        f": see {options.folder / 'errors.parquet'}" * (failed > 0)
    )


def _listing(options: argparse.Namespace) -> str:
    make = _raw_csv if options.format == "csv" and options.raw else _FORMATS[options.format]
    return make(_tagged(options))


def _warn(message: Warning | str, *_: Any, **__: Any) -> None:
    print(f"credtag: {message}", file=sys.stderr)


def _tagger(options: argparse.Namespace) -> Tagger:
    return Tagger(registry=sum(map(Registry.read, options.registry), Registry()))


def _tagged(options: argparse.Namespace) -> TaggedDocument:
    tag = _tagger(options).tag
    name = None if options.file == "-" else Path(options.file).stem
    if Path(options.file).suffix.lower() in _PAGES:
        found = from_html(_read(options.file))
        return tag(**found | {"publisher": options.publisher or found["publisher"]}, doc_id=name)
    return tag(_decoded(options.file), publisher=options.publisher, doc_id=name)


def _read(file: str) -> bytes:
    try:
        return sys.stdin.buffer.read() if file == "-" else Path(file).read_bytes()
    except OSError as error:
        raise InputError(f"cannot read {file}: {error.strerror}") from error


def _decoded(file: str) -> str:
    data = _read(file)  # bytes, so that line ends stay as they are and every offset counts in the user's own text
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise InputError(f"{file} is not UTF-8 text (byte {error.start}): convert it first") from error


def _write(result: str, output: Path | None) -> None:
    if output is None:
        print(result.encode("utf-8", "replace").decode("utf-8"), flush=True)
        return
    try:
        output.write_text(result + "\n", encoding="utf-8", errors="replace", newline="")
    except OSError as error:
        raise InputError(f"cannot write {output}: {error.strerror}") from error


def _explanation(options: argparse.Namespace) -> str:
    tagged = _tagged(options)
    claim = options.claim
    if claim.isdecimal():
        claims = tagged.frames().claims["claim_id"]
        if not 1 <= int(claim) <= len(claims):
            raise InputError(f"there is no claim {claim}: the article has {len(claims)} claims, numbered from 1")
        claim = claims.iloc[int(claim) - 1]
    return explain(tagged, claim)


# --------------------------------------------------------------------------- formats


def _table(tagged: TaggedDocument) -> str:
    """Lay the claims out in columns that fit the terminal."""
    claims = tagged.frames().claims
    if claims.empty:
        return "No claims found."
    width = max(60, shutil.get_terminal_size((100, 24)).columns)
    number = len(str(len(claims)))
    free = width - number - 3 * 2 - 10  # three gaps of two, ten for the level
    widths = [number, free * 4 // 10, free * 3 // 10, 10, free - free * 4 // 10 - free * 3 // 10 - 2]
    rows = [("#", "claim", "chain", "confidence", "why")]
    rows += [
        (str(n), _one_line(str(c.content)), str(c.chain), _level(c.confidence), str(c.reasons).replace(";", ", "))
        for n, c in enumerate(claims.itertuples(), 1)
    ]
    lines = [_row(row, widths) for row in rows]
    return "\n".join([lines[0], "-" * min(width, sum(widths) + 8), *lines[1:]])


def _row(cells: Sequence[str], widths: Sequence[int]) -> str:
    wrapped = [textwrap.wrap(cell, w) or [""] for cell, w in zip(cells, widths, strict=True)]
    height = max(map(len, wrapped))
    padded = [[*lines, *[""] * (height - len(lines))] for lines in wrapped]
    return "\n".join(
        "  ".join(line.ljust(w) for line, w in zip(parts, widths, strict=True)).rstrip()
        for parts in zip(*padded, strict=True)
    )


def _one_line(text: str) -> str:
    return " ".join(text.split())


def _level(level: object) -> str:
    return level if isinstance(level, str) else "unrated"


def _jsonl(tagged: TaggedDocument) -> str:
    return tagged.frames().claims.to_json(orient="records", lines=True, force_ascii=False).rstrip("\n")


def _raw_csv(tagged: TaggedDocument) -> str:
    return _written(tagged.frames().claims)


def _csv(tagged: TaggedDocument) -> str:
    claims = tagged.frames().claims
    for column in claims.columns[claims.dtypes == TEXT]:
        cells = claims[column]
        claims[column] = cells.where(~cells.str.match(_FORMULA, na=False), "'" + cells)
    return _written(claims)


def _written(claims: pd.DataFrame) -> str:
    # RFC 4180; with another line end pandas would leave a lone carriage return in a cell unquoted.
    return claims.to_csv(index=False, lineterminator="\r\n").rstrip("\r\n")


def _html(tagged: TaggedDocument) -> str:
    return page(tagged.document.doc_id, reading(tagged))


_FORMATS = {"table": _table, "jsonl": _jsonl, "csv": _csv, "html": _html}
