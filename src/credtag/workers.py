"""Run work in processes: in order, a few chunks at a time, and to its end whatever becomes of a process."""

from __future__ import annotations

import os
import signal
import warnings
from collections import deque
from collections.abc import Callable, Generator, Iterable, Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from contextlib import contextmanager
from itertools import chain, islice
from multiprocessing import Pipe
from multiprocessing.connection import Connection
from threading import Thread
from typing import TypeVar

from credtag.errors import CredtagWarning

Item = TypeVar("Item")
Result = TypeVar("Result")
Work = Callable[[list[Item]], list[Result]]

_CHUNK = 8  # items a process takes at a time: enough to hide the cost of passing them
_AHEAD = 2  # chunks read ahead for each process: one in work, one at hand


def spread(
    work: Work[Item, Result], items: Iterable[Item], workers: int, lost: Callable[[Item], Result]
) -> Iterator[Result]:
    """Yield the results of *work* on *items* in order, from so many processes.

    When a process dies, what it and its fellows had in hand is done again, one item at a time; an item that ends a
    process of its own gets the result of *lost*. Closing the iterator, an interrupt and the end of this process end
    the others at once.

    Args:
        work: What to do with a list of items, one result for each; it and the items are pickled.
        items: What to work on, read only a few chunks ahead.
        workers: The number of processes, from 1 up.
        lost: Makes the result of an item that no process survives.
    """
    numbered = iter(items)
    chunks: Iterator[list[Item]] = iter(lambda: list(islice(numbered, _CHUNK)), [])
    while unfinished := (yield from _until_one_dies(work, chunks, workers)):
        again = list(chain.from_iterable(unfinished))
        warnings.warn(
            f"a worker process was ended from outside or by its article; {len(again)} articles are tagged again",
            CredtagWarning,
            stacklevel=2,
        )
        singly: Iterator[list[Item]] = iter([item] for item in again)
        while alone := (yield from _until_one_dies(work, singly, 1)):
            yield lost(alone[0][0])
            singly = chain(alone[1:], singly)


def _until_one_dies(
    work: Work[Item, Result], chunks: Iterator[list[Item]], workers: int
) -> Generator[Result, None, list[list[Item]]]:
    """Yield results until the chunks end or a process dies; return the chunks taken and not finished."""
    # A bounded window: Executor.map would read the whole input before it answers.
    taken: deque[list[Item]] = deque()
    futures: deque[Future[list[Result]]] = deque()
    with _pool(workers) as pool:
        while True:
            taken.extend(islice(chunks, _AHEAD * workers - len(taken)))
            if not taken:
                return []
            try:
                futures.extend(pool.submit(work, chunk) for chunk in islice(taken, len(futures), None))
                results = futures.popleft().result()
            except BrokenProcessPool:
                return list(taken)
            taken.popleft()
            yield from results


@contextmanager
def _pool(workers: int) -> Iterator[ProcessPoolExecutor]:
    """Make processes that end with the block, and at once when it is left by an exception."""
    line, end = Pipe(duplex=False)
    pool = ProcessPoolExecutor(workers, initializer=_listen, initargs=(line, end))
    try:
        yield pool
    except BaseException:
        end.close()
        raise
    finally:
        pool.shutdown(cancel_futures=True)
        end.close()
        line.close()


def _listen(line: Connection, end: Connection) -> None:
    """Tie this process to its parent: it ends when the parent hangs up or dies, and leaves Ctrl-C to it."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    end.close()  # a fork's copy would keep the line open
    Thread(target=_end_with, args=(line,), daemon=True).start()


def _end_with(line: Connection) -> None:
    line.poll(None)
    os._exit(1)
