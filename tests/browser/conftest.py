"""A demo house that is served, and Debian's Chromium before it."""

import os
import re
import shutil
import socket
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any, NamedTuple

import pytest

from tests import tools

Open = Callable[..., Any]
ARGUMENTS = (
    "--no-sandbox", "--disable-gpu", "--disable-background-networking",
)  # fmt: skip


class House(NamedTuple):
    """Where a demo house is served, and how somebody of each role gets in."""

    address: str
    ways: dict[str, tuple[str, str]]
    """Role or address -> (address, password); of several with one role, the first."""


class Filled(NamedTuple):
    """A demo house that is not served: it is filled once, and copied for whoever opens it."""

    folder: Path
    ways: dict[str, tuple[str, str]]
    """As of a `House`."""


@pytest.fixture(scope="session")
def filled(tmp_path_factory: pytest.TempPathFactory) -> Filled:
    """A demo house."""
    folder = tmp_path_factory.mktemp("filled")
    said = whimbrel(folder, "demo", "--no-serve")
    listed = re.findall(r"^  (\w+(?: \w+)?) +(\S+@\S+) +(\S+)$", said, re.MULTILINE)
    ways = {email: (email, secret) for _role, email, secret in listed}
    ways |= {role: (email, secret) for role, email, secret in reversed(listed)}
    return Filled(folder, ways)


def command(*words: str) -> list[str]:
    """Our command, by this Python."""
    return [sys.executable, "-m", "whimbrel", *words]


def without() -> dict[str, str]:
    """The environment without what tests set for themselves."""
    return {key: value for key, value in os.environ.items() if not key.startswith("WHIMBREL_")}


def whimbrel(folder: Path, *words: str) -> str:
    """What our command prints in a folder."""
    done = subprocess.run(
        command(*words), cwd=folder, env=without(), capture_output=True, text=True, check=True
    )
    return done.stdout


@contextmanager
def served(filled: Filled, folder: Path) -> Iterator[House]:
    """A copy of the demo house, served from a folder."""
    shutil.copytree(filled.folder, folder, dirs_exist_ok=True)
    with socket.socket() as one:
        one.bind(("127.0.0.1", 0))
        port = one.getsockname()[1]
    words = command("demo", "--port", str(port))
    told = (folder / "served.log").open("w")
    server = subprocess.Popen(words, cwd=folder, env=without(), stdout=told, stderr=told)
    try:
        for _ in range(900):  # A machine that does other work too takes its time.
            with socket.socket() as one:
                if one.connect_ex(("127.0.0.1", port)) == 0:
                    break
            time.sleep(0.1)
        yield House(f"http://127.0.0.1:{port}", filled.ways)
    finally:
        server.terminate()
        server.wait(60)
        told.close()


@pytest.fixture(scope="session")
def house(filled: Filled, tmp_path_factory: pytest.TempPathFactory) -> Iterator[House]:
    """A demo house for those who only look."""
    with served(filled, tmp_path_factory.mktemp("served")) as one:
        yield one


@pytest.fixture
def own(filled: Filled, tmp_path: Path) -> Iterator[House]:
    """A demo house of one's own."""
    with served(filled, tmp_path) as one:
        yield one


@pytest.fixture(scope="session")
def browser() -> Iterator[Any]:
    """Chromium, as Debian packs it."""
    reason = "playwright is not installed: make browser"
    api = pytest.importorskip("playwright.sync_api", reason=reason)
    with api.sync_playwright() as started:
        chromium = started.chromium.launch(executable_path=tools.chromium(), args=[*ARGUMENTS])
        yield chromium
        chromium.close()


@pytest.fixture(scope="session")
def opened(browser: Any) -> Iterator[Open]:
    """Opens a page for somebody who has signed in, unless `role` is empty; what the browser
    complains of is kept with it."""
    contexts = []

    def page(house: House, role: str = "officer", *, width: int = 1280, script: bool = True) -> Any:
        context = browser.new_context(
            viewport={"width": width, "height": 900},
            java_script_enabled=script,
            base_url=house.address,
            locale="en-GB",
            reduced_motion="reduce",
        )
        contexts.append(context)
        made = context.new_page()
        made.complaints = []
        made.on("console", lambda said: made.complaints.append(said.text))
        made.on("pageerror", lambda error: made.complaints.append(str(error)))
        if role:
            email, secret = house.ways[role]
            made.goto("/sign-in")
            made.fill("#id_login", email)
            made.fill("#id_password", secret)
            made.click("main form.stack button")
        return made

    yield page
    for context in contexts:
        context.close()


def kept(page: Any, name: str) -> None:
    """A picture of the page, where WHIMBREL_PICTURES names a folder for them."""
    folder = os.environ.get("WHIMBREL_PICTURES")
    if folder:
        page.screenshot(path=str(Path(folder) / f"{name}.png"))
