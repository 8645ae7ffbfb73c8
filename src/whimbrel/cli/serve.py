"""`whimbrel serve` and `whimbrel worker`: the pages of the house, and who reads what is dropped
there."""

import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from types import FrameType

import click

from whimbrel.cli import record
from whimbrel.cli.files import fail, warn

HERE = ("127.0.0.1", "localhost", "::1")
PATIENCE = 30.0
"""Seconds for the children to end what they are at, before they are ended."""
PAUSE = 2.0
"""Seconds before a dead worker is started again."""


@click.command()
@click.option("--host", default="127.0.0.1", show_default=True, help="Where to listen.")
@click.option("--port", default=8000, show_default=True, help="The port to listen at.")
@click.option("--workers", default=2, show_default=True, help="Processes that answer.")
@click.option(
    "--worker/--no-worker",
    default=True,
    show_default=True,
    help="Also read what is dropped; without, start `whimbrel worker` elsewhere.",
)
def serve(host: str, port: int, workers: int, worker: bool) -> None:
    """Serve the pages, for this machine or behind a web server that speaks HTTPS, and read what is
    dropped on them."""
    with record.opened():
        from django.conf import settings

        if host not in HERE and settings.KEY_OF_DEVELOPMENT:
            fail("set WHIMBREL_SECRET_KEY to a long word of your own before others can sign in")
    click.echo(f"The house is open at http://{host}:{port}; Ctrl-C closes it.")
    sys.stdout.flush()
    sys.exit(start(host, port, workers, worker=worker))


@click.command()
@click.option("--once", is_flag=True, help="End when nothing waits.")
@click.option(
    "--under",
    default=0,
    metavar="PID",
    help="End when the process of this number, which started this one, is gone.",
)
def worker(once: bool, under: int) -> None:
    """Read what was dropped, and send reminders, until stopped. `whimbrel serve` has one."""
    with record.opened():
        from whimbrel.tasks.working import work

        work(once=once, under=under)


def start(host: str, port: int, workers: int, *, worker: bool = True) -> int:
    """Serve until stopped by Ctrl-C or SIGTERM; a worker that dies is started again. The exit
    status: not 0 where the pages could not be served."""
    bind = f"[{host}]:{port}" if ":" in host else f"{host}:{port}"
    pages = [
        sys.executable, "-m", "gunicorn", "--config", "python:whimbrel.site.server",
        "--bind", bind, "--workers", str(workers), "whimbrel.site.wsgi:application",
    ]  # fmt: skip
    reads = [sys.executable, "-m", "whimbrel", "worker", "--under", str(os.getpid())]
    stopped = False

    def stop(number: int, frame: FrameType | None) -> None:
        nonlocal stopped
        stopped = True

    before = {one: signal.signal(one, stop) for one in (signal.SIGINT, signal.SIGTERM)}
    web = born(pages)
    reader = born(reads) if worker else None
    status = 0
    try:
        while not stopped:
            ended = web.poll()
            if ended is not None:
                warn(f"the pages ended with status {ended}; the house closes")
                status = ended or 1
                break
            if reader is not None and reader.poll() is not None:
                warn(f"the worker ended with status {reader.returncode}; it is started again")
                pause(lambda: stopped)
                reader = None if stopped else born(reads)
            time.sleep(0.2)
    finally:
        end([one for one in (web, reader) if one is not None])
        for one, old in before.items():
            signal.signal(one, old)
    return status


def born(command: list[str]) -> subprocess.Popen[bytes]:
    """A child in a group of its own: Ctrl-C in the terminal reaches it through us only."""
    return subprocess.Popen(command, start_new_session=True)  # noqa: S603  Our own words.


def pause(over: Callable[[], bool]) -> None:
    """Wait a little, unless it is over."""
    until = time.monotonic() + PAUSE
    while time.monotonic() < until and not over():
        time.sleep(0.1)


def end(children: list[subprocess.Popen[bytes]]) -> None:
    """Ask the children to end, and end those that do not in time."""
    for one in children:
        if one.poll() is None:
            one.terminate()
    until = time.monotonic() + PATIENCE
    for one in children:
        try:
            one.wait(max(0.1, until - time.monotonic()))
        except subprocess.TimeoutExpired:
            warn("a child did not end in time and is ended")
            one.kill()
            one.wait()
