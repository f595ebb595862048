"""Run work in processes: in order, a few chunks at a time, and to its end whatever becomes of a process."""

from __future__ import annotations

import os
import pickle
import signal
import traceback
import warnings
from collections import deque
from collections.abc import Callable, Generator, Iterable, Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from itertools import islice
from multiprocessing import Pipe, Process, parent_process
from multiprocessing.connection import Connection
from queue import SimpleQueue
from threading import Lock, Thread
from typing import Any, Generic, TypeVar

from credtag.errors import CredtagWarning

Item = TypeVar("Item")
Result = TypeVar("Result")
Work = Callable[[list[Item]], list[Result]]

_CHUNK = 4  # items a process takes at a time: enough to hide the cost of passing them, few enough to end together
_AHEAD = 4  # chunks read ahead for each process: one in work, the others at hand


def spread(
    work: Work[Item, Result], items: Iterable[Item], workers: int, lost: Callable[[Item], Result]
) -> Generator[Result, None, None]:
    """Yield the results of *work* on *items* in order, from so many processes.

    When a process dies, what it had in hand is done again, one item at a time; an item that ends a process of its own
    gets the result of *lost*. Closing the iterator, an interrupt and the end of this process end the others at once.

    Args:
        work: What to do with a list of items, one result for each; it and the items are pickled.
        items: What to work on, read only a few chunks ahead.
        workers: The number of processes, from 1 up.
        lost: Makes the result of an item that no process survives.
    """
    every = iter(items)
    chunks: Iterator[list[Item]] = iter(lambda: list(islice(every, _CHUNK)), [])
    crew = _Crew(work, workers)
    threads = ThreadPoolExecutor(workers)  # they only wait for the processes, while the caller does something else
    pending: deque[tuple[list[Item], Future[bytes | None]]] = deque()
    try:
        while True:
            # A bounded window: Executor.map would read the whole input before it answers.
            for chunk in islice(chunks, _AHEAD * workers - len(pending)):
                pending.append((chunk, threads.submit(crew.answer, chunk)))
            if not pending:
                return
            chunk, future = pending.popleft()
            if (answer := future.result()) is not None:
                yield from _results(answer)
                continue
            warnings.warn(
                f"a worker process was ended from outside or by its article; {len(chunk)} articles are tagged again",
                CredtagWarning,
                stacklevel=2,
            )
            for item in chunk:
                answer = crew.answer([item])
                yield from [lost(item)] if answer is None else _results(answer)
    finally:
        threads.shutdown(wait=False, cancel_futures=True)
        crew.end()
        threads.shutdown()


def _results(answer: bytes) -> list[Any]:
    results: list[Any] | Exception = pickle.loads(answer)
    if isinstance(results, Exception):
        raise results
    return results


class _Crew(Generic[Item, Result]):
    """Processes that do the same work; when one dies, another takes its place."""

    def __init__(self, work: Work[Item, Result], size: int) -> None:
        self._work = work
        self._lock = Lock()
        self._ended = False
        self._members: set[_Worker] = set()
        self._idle: SimpleQueue[_Worker] = SimpleQueue()
        for _ in range(size):
            self._hire()

    def answer(self, chunk: list[Item]) -> bytes | None:
        """Return what the next idle process answers, pickled, or None when it dies over it."""
        worker = self._idle.get()
        try:
            answer = worker.answer(chunk)
        except (EOFError, OSError):
            with self._lock:
                self._members.discard(worker)
                worker.end()
                if not self._ended:
                    self._hire()
            return None
        except BaseException:
            self._idle.put(worker)
            raise
        self._idle.put(worker)
        return answer

    def _hire(self) -> None:
        worker = _Worker(self._work)
        self._members.add(worker)
        self._idle.put(worker)

    def end(self) -> None:
        """End all processes, whatever they have in hand."""
        with self._lock:
            self._ended = True
            for worker in self._members:
                worker.end()


class _Worker:
    """A process at the other end of a line of its own: a message that death cuts off harms nobody else."""

    def __init__(self, work: Work[Any, Any]) -> None:
        self._line, end = Pipe()
        self._process = Process(target=_serve, args=(work, end), daemon=True)
        self._process.start()
        end.close()  # with no other copy here, the line breaks when the process dies

    def answer(self, chunk: list[Any]) -> bytes:
        self._line.send(chunk)
        return self._line.recv_bytes()

    def end(self) -> None:
        self._process.kill()
        self._process.join()


def _serve(work: Work[Any, Any], line: Connection) -> None:
    """Answer each chunk with its results, or with the error that ended the work on it."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C is for the parent
    Thread(target=_end_with_parent, daemon=True).start()
    while True:
        chunk = line.recv_bytes()
        answer: list[Any] | Exception
        try:
            answer = work(pickle.loads(chunk))
        except Exception as error:
            error.add_note(traceback.format_exc())  # a traceback does not survive the line
            answer = error
        line.send_bytes(pickle.dumps(answer))


def _end_with_parent() -> None:
    parent = parent_process()
    if parent is not None:
        parent.join()
    os._exit(1)
