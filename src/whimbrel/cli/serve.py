"""`whimbrel serve`: the pages of the house."""

import os
import sys

import click

from whimbrel.cli import record
from whimbrel.cli.files import fail

HERE = ("127.0.0.1", "localhost")


@click.command()
@click.option("--host", default="127.0.0.1", show_default=True, help="Where to listen.")
@click.option("--port", default=8000, show_default=True, help="The port to listen at.")
@click.option("--workers", default=2, show_default=True, help="Processes that answer.")
def serve(host: str, port: int, workers: int) -> None:
    """Serve the pages, for this machine or behind a web server that speaks HTTPS."""
    with record.opened():
        from django.conf import settings

        if host not in HERE and settings.KEY_OF_DEVELOPMENT:
            fail("set WHIMBREL_SECRET_KEY to a long word of your own before others can sign in")
    click.echo(f"The house is open at http://{host}:{port}; Ctrl-C closes it.")
    sys.stdout.flush()
    sys.exit(start(host, port, workers))


def start(host: str, port: int, workers: int) -> int:
    """Serve until stopped. The exit status."""
    command = (
        sys.executable, "-m", "gunicorn", "--bind", f"{host}:{port}", "--workers", str(workers),
        "--timeout", "180", "--log-level", "warning", "whimbrel.site.wsgi:application",
    )  # fmt: skip
    os.execv(command[0], command)  # noqa: S606  Our own interpreter, with our own words.
