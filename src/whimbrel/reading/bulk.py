"""Many files, or one that may be hostile: work done in processes of their own, with bounds on time
and memory.

A process that hangs, crashes or eats too much memory loses its file and no other. This is also the
place where a
cluster would plug in: `each` is a map.
"""

import mmap
import multiprocessing
import time
import traceback
from collections import deque
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from multiprocessing.connection import Connection, wait
from multiprocessing.process import BaseProcess
from pathlib import Path
from typing import Generic, TypeVar

from whimbrel.reading.errors import Unreadable
from whimbrel.reading.limits import Limits

T = TypeVar("T")
GRACE = 5.0
"""Seconds that a process may run over before it is ended: it normally stops by itself."""
CHUNK = 16


@dataclass(frozen=True, slots=True, kw_only=True)
class Outcome(Generic[T]):
    """What became of one file: an answer or the reason why there is none."""

    path: str
    answer: T | None = None
    error: Unreadable | None = None


@dataclass(slots=True)
class Worker(Generic[T]):
    """A process and what it has been given."""

    process: BaseProcess
    line: Connection
    given: deque[str] = field(default_factory=deque)
    since: float = 0.0


def each(
    paths: Sequence[str], work: Callable[[str], T], *, jobs: int = 1, limits: Limits | None = None
) -> Iterator[Outcome[T]]:
    """`work(path)` for every path in processes of their own; outcomes as they come, not in order.

    `work` must be a function that another process can be handed; it may raise Unreadable.
    """
    limits = limits or Limits()
    waiting = deque(paths)
    chunk = max(1, min(CHUNK, len(paths) // (jobs * 4)))
    workers: list[Worker[T]] = []
    try:
        while waiting or any(worker.given for worker in workers):
            for worker in workers if not waiting else ():
                if not worker.given:
                    dismiss(worker)
            workers = [worker for worker in workers if worker.given or waiting]
            while waiting and len(workers) < jobs:
                workers.append(hired(work, limits))
            for worker in workers:
                if not worker.given and waiting:
                    give(worker, [waiting.popleft() for _ in range(min(chunk, len(waiting)))])
            yield from collected(workers, waiting, limits)
    finally:
        for worker in workers:
            dismiss(worker)


def collected(
    workers: list[Worker[T]], waiting: deque[str], limits: Limits
) -> Iterator[Outcome[T]]:
    """Outcomes that are there by now; a process that is gone or late gives back what it had not
    begun."""
    lines = {worker.line: worker for worker in workers if worker.given}
    for ready in wait(list(lines), timeout=1.0):
        worker = lines[ready]  # type: ignore[index]
        try:
            yield worker.line.recv()
            worker.given.popleft()
            worker.since = time.monotonic()
        except (EOFError, OSError):
            yield lost(worker, workers, waiting, "its reader crashed or ran out of memory")
    for worker in list(workers):
        if worker.given and time.monotonic() - worker.since > limits.seconds + GRACE:
            yield lost(
                worker,
                workers,
                waiting,
                f"reading took longer than {limits.seconds:g} seconds and was stopped",
            )


def lost(
    worker: Worker[T], workers: list[Worker[T]], waiting: deque[str], cause: str
) -> Outcome[T]:
    """The file a process was at, when it is gone; the rest of its files go back."""
    path = worker.given.popleft()
    waiting.extendleft(reversed(worker.given))
    workers.remove(worker)
    dismiss(worker)
    return Outcome(
        path=path,
        error=Unreadable(
            path, cause, "The file may be damaged or made to do harm: ask for a clean copy"
        ),
    )


def hired(work: Callable[[str], T], limits: Limits) -> Worker[T]:
    """A new process."""
    methods = multiprocessing.get_all_start_methods()
    context = multiprocessing.get_context("fork" if "fork" in methods else None)
    ours, theirs = context.Pipe()
    process = context.Process(target=serve, args=(theirs, work, limits), daemon=True)
    process.start()
    theirs.close()
    return Worker(process=process, line=ours)


def give(worker: Worker[T], paths: list[str]) -> None:
    """Hand files to a process."""
    worker.given.extend(paths)
    worker.since = time.monotonic()
    worker.line.send(paths)


def dismiss(worker: Worker[T]) -> None:
    """End a process."""
    worker.line.close()
    if worker.process.is_alive():
        worker.process.kill()
    worker.process.join()


def serve(line: Connection, work: Callable[[str], T], limits: Limits) -> None:
    """The life of a process: files in, outcomes out, until nobody asks any more."""
    bound_memory(limits.memory)
    while True:
        try:
            paths = line.recv()
        except (EOFError, OSError):
            return
        for path in paths:
            line.send(attempt(path, work))


def attempt(path: str, work: Callable[[str], T]) -> Outcome[T]:
    """One file; every refusal is an outcome."""
    try:
        return Outcome(path=path, answer=work(path))
    except Unreadable as error:
        return Outcome(path=path, error=error)
    except MemoryError:
        return Outcome(
            path=path,
            error=Unreadable(
                path,
                "reading it needs more memory than is allowed",
                "Split it, or ask for a clean copy",
            ),
        )
    except RecursionError:
        return Outcome(
            path=path,
            error=Unreadable(
                path, "it is nested too deeply to be a document", "Ask for a clean copy"
            ),
        )
    except Exception as error:
        return Outcome(path=path, error=fault(path, error))


def fault(path: str, error: Exception) -> Unreadable:
    """A mistake of ours: said with its place, so that it can be reported, and without stopping the
    other files."""
    last = traceback.extract_tb(error.__traceback__)[-1]
    place = f"{Path(last.filename).name}, line {last.lineno}"
    return Unreadable(
        path,
        f"Whimbrel itself failed at it ({type(error).__name__}: {error}; {place})",
        "Please report this, with the file if you may",
    )


def bound_memory(amount: int) -> None:
    """Bound the address space, where the system can."""
    try:
        import resource
    except ImportError:
        return
    _, hard = resource.getrlimit(resource.RLIMIT_AS)
    # A forked process begins with all that its parent has mapped: the bound is on what it adds.
    wanted = held() + amount
    wanted = wanted if hard == resource.RLIM_INFINITY else min(wanted, hard)
    resource.setrlimit(resource.RLIMIT_AS, (wanted, hard))


def held() -> int:
    """Bytes of address space that this process has already; 0 where the system does not say."""
    try:
        pages = Path("/proc/self/statm").read_text(encoding="ascii").split()[0]
    except (OSError, IndexError):
        return 0
    return int(pages) * mmap.PAGESIZE
