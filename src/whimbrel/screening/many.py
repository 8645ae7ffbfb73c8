"""Many names against one list: in several processes, where the system shares the index by fork."""

import multiprocessing
from collections.abc import Sequence
from multiprocessing.connection import Connection

from whimbrel.screening.screen import THRESHOLD, Asked, Hit, Screener

FEW = 200
"""So few names are screened before a second process would have begun."""
Found = list[tuple[Hit, ...]]


def screen_many(
    found: Screener,
    asked: Sequence[Asked],
    *,
    threshold: float = THRESHOLD,
    most: int = 10,
    jobs: int = 1,
) -> Found:
    """The hits of each name, in order. `jobs` processes share the index; never ask for more than
    one within a server, which must not fork."""
    if jobs < 2 or len(asked) < FEW or "fork" not in multiprocessing.get_all_start_methods():
        return screened(found, asked, threshold, most)
    context = multiprocessing.get_context("fork")
    size = -(-len(asked) // jobs)
    parts = [asked[at : at + size] for at in range(0, len(asked), size)]
    others = []
    for part in parts[1:]:
        here, there = context.Pipe(duplex=False)
        child = context.Process(target=send, args=(there, found, part, threshold, most))
        child.start()
        there.close()
        others.append((here, child))
    out = screened(found, parts[0], threshold, most)
    for (here, child), part in zip(others, parts[1:], strict=True):
        try:
            out += here.recv()
        except EOFError:
            # A child that was stopped has said nothing: its part is done here.
            out += screened(found, part, threshold, most)
        child.join()
    return out


def screened(found: Screener, asked: Sequence[Asked], threshold: float, most: int) -> Found:
    """The hits of each name, in this process."""
    return [found.screen(one, threshold=threshold, most=most) for one in asked]


def send(
    there: Connection, found: Screener, asked: Sequence[Asked], threshold: float, most: int
) -> None:
    """The hits of a part, sent to the process that asked."""
    there.send(screened(found, asked, threshold, most))
    there.close()
