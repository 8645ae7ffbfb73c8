"""Readers at the pages of a house: a server with two workers, several people who read at once."""

import http.client
import os
import random
import re
import signal
import socket
import subprocess
import sys
import threading
import time
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field

ROW = r"<tbody><tr>"
HIT = r"<li><h2|<tbody><tr>|class=\"hit"
READERS, WORKERS = 8, 2


@dataclass(frozen=True, slots=True, kw_only=True)
class Page:
    """A page, and what it has to hold to be no empty one."""

    name: str
    path: str
    holds: str = ROW
    public: bool = False
    """Read by somebody who has not signed in."""


@dataclass(slots=True, kw_only=True)
class Seen:
    """What the readers met."""

    times: dict[str, list[float]] = field(default_factory=dict)
    wrong: set[str] = field(default_factory=set)
    seconds: float = 0.0

    @property
    def pages(self) -> int:
        """How many pages were read."""
        return sum(map(len, self.times.values()))


def pages(told: Mapping[str, str], counts: Mapping[str, int]) -> tuple[Page, ...]:
    """Lists plain and narrowed, late pages, one page of each kind, the search, the desk."""
    late = counts["Provision"] // 50 - 2
    lists = {
        "decisions": "/decisions",
        "decisions, to": "/decisions?to=Parties",
        "decisions, rarely addressed": "/decisions?to=host+country",
        "decisions, silent": "/decisions?status=silent",
        "decisions, status": "/decisions?status=implemented",
        "decisions, due": "/decisions?due=COP30",
        "decisions, unfunded": "/decisions?condition=unfunded",
        "decisions, two filters": "/decisions?to=Parties&due=COP30&status=silent",
        "decisions, words": "/decisions?q=flyway+action",
        "decisions, page 3": "/decisions?page=3",
        "decisions, a late page": f"/decisions?page={late}",
        "engagements": "/engagements",
        "engagements, country": "/engagements?country=AR",
        "engagements, partner": f"/engagements?partner={told['body']}",
        "engagements, year": "/engagements?year=2024",
        "engagements, no evidence": "/engagements?evidence=none",
        "engagements, words": "/engagements?q=flyway",
        "engagements, a late page": f"/engagements?page={counts['Engagement'] * 19 // 1000 - 2}",
        "partners": "/partners",
        "partners, by name": "/partners?q=conservation",
        "agreements": "/agreements",
        "meetings": "/meetings",
        "decisions, money": "/decisions?funding=needed",
        "countries": "/countries",
    }
    everybody = {
        "decisions, by the public": "/decisions",
        "engagements, by the public": "/engagements",
        "search, by the public": "/search?q=conservation",
    }
    ones = {
        "a provision": ("/decisions/" + told["provision"], told["provision"].split("/")[0]),
        "an instrument": ("/decisions/" + told["provision"].split("/")[0], "<h1>"),
        "an engagement": ("/engagements/" + told["engagement"], "Doc."),
        "a partner": ("/partners/" + told["body"], told["engagement"][:0] + "<h2"),
        "a meeting": ("/meetings/COP5", "5\\.1"),
    }
    searches = {
        "search, rare word": told["rare"],
        "search, common word": "conservation",
        "search, two words": "migratory+species",
        "search, beginning": told["rare"][:6],
    }
    return (
        *(Page(name=name, path=path) for name, path in lists.items()),
        *(Page(name=name, path=path, holds=holds) for name, (path, holds) in ones.items()),
        *(Page(name=name, path=f"/search?q={q}", holds=HIT) for name, q in searches.items()),
        *(Page(name=name, path=path, holds=HIT, public=True) for name, path in everybody.items()),
        Page(name="desk", path="/", holds="<h2"),
    )


@contextmanager
def server(environment: Mapping[str, str], port: int) -> Iterator[None]:
    """The pages, served as on a server of one's own; stopped at the end."""
    command = [
        sys.executable, "-m", "gunicorn", "--config", "python:whimbrel.site.server",
        "--workers", str(WORKERS), "--bind", f"127.0.0.1:{port}", "--log-level", "error",
        "--keep-alive", "30", "whimbrel.site.wsgi",
    ]  # fmt: skip
    started = subprocess.Popen(command, env={**os.environ, **environment})
    try:
        wait(port)
        yield
    finally:
        started.send_signal(signal.SIGTERM)
        started.wait(20)


def wait(port: int) -> None:
    """Until the server answers."""
    for _ in range(200):
        try:
            with socket.create_connection(("127.0.0.1", port), timeout=1):
                return
        except OSError:
            time.sleep(0.1)
    raise SystemExit("the server did not begin to answer")


def free() -> int:
    """A port that nobody uses; WHIMBREL_BENCH_PORT names one."""
    if "WHIMBREL_BENCH_PORT" in os.environ:
        return int(os.environ["WHIMBREL_BENCH_PORT"])
    with socket.socket() as one:
        one.bind(("127.0.0.1", 0))
        return int(one.getsockname()[1])


class Browser:
    """Somebody who is signed in and keeps the connection open."""

    def __init__(self, port: int, cookie: str) -> None:
        self.line = http.client.HTTPConnection("127.0.0.1", port, timeout=60)
        self.cookies = {"sessionid": cookie}

    def get(self, path: str, *, public: bool = False) -> tuple[int, str]:
        """(status, text) of a page; as the public gets it, if wanted."""
        return self.ask("GET", path, public=public)

    def post(self, path: str, sent: str) -> int:
        """The status of the answer to a form."""
        return self.ask("POST", path, sent)[0]

    def ask(
        self, method: str, path: str, sent: str | None = None, *, public: bool = False
    ) -> tuple[int, str]:
        """Ask as a browser does."""
        kept = "; ".join(f"{name}={value}" for name, value in self.cookies.items())
        kept = "" if public else kept
        head = {"Cookie": kept, "Content-Type": "application/x-www-form-urlencoded"}
        head["X-CSRFToken"] = self.cookies.get("csrftoken", "")
        self.line.request(method, path, sent, head)
        answer = self.line.getresponse()
        text = answer.read().decode()
        if found := re.search(r"csrftoken=(\w+)", answer.headers.get("Set-Cookie", "")):
            self.cookies["csrftoken"] = found[1]
        return answer.status, text


def look(browser: Browser, page: Page, seen: Seen) -> None:
    """Read a page, time it, and see whether it is what it should be."""
    started = time.perf_counter()
    status, text = browser.get(page.path, public=page.public)
    seen.times.setdefault(page.name, []).append(time.perf_counter() - started)
    if status != 200:
        seen.wrong.add(f"{page.name} ({page.path}) answered {status}")
    elif not re.search(page.holds, text):
        seen.wrong.add(f"{page.name} ({page.path}) is empty")


def read(port: int, cookie: str, listed: Sequence[Page], *, rounds: int) -> Seen:
    """Eight readers, each with all pages in an order of their own, again and again, without a
    pause: far more than eight people ask for."""
    seen = Seen(times={page.name: [] for page in listed})

    def reader(seed: int) -> None:
        dice, browser = random.Random(seed), Browser(port, cookie)  # noqa: S311 (nothing secret)
        for _ in range(rounds):
            for page in dice.sample(listed, len(listed)):
                look(browser, page, seen)

    started = time.perf_counter()
    readers = [threading.Thread(target=reader, args=(seed,)) for seed in range(READERS)]
    for one in readers:
        one.start()
    for one in readers:
        one.join()
    seen.seconds = time.perf_counter() - started
    return seen


def after_an_act(port: int, cookie: str, listed: Sequence[Page], told: Mapping[str, str]) -> Seen:
    """The first look at each page after an act: nothing that was worked out before it is used."""
    browser, seen = Browser(port, cookie), Seen()
    browser.get(f"/engagements/{told['engagement']}")
    for place, page in enumerate(listed):
        sent = f"about=engagement+{told['engagement']}" + ("&unfollow=yes" if place % 2 else "")
        status = browser.post("/follow", sent)
        if status != 302:
            seen.wrong.add(f"the act before {page.name} answered {status}")
        look(browser, page, seen)
    return seen
