"""The loop in a real browser: Debian's Chromium, without script too, at desk and phone width."""

import os
import socket
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any, NamedTuple

import pytest

from tests import tools
from whimbrel.demo import compose

pytestmark = pytest.mark.browser
BO, ANN = "bo@example.org", "ann@example.org"
PAGES = ("", "documents", "decisions", "engagements", "partners", "ledger", "me", "access")
Open = Callable[..., Any]


class House(NamedTuple):
    """Where a house is served, how Ann gets in, and a paper that may be deposited."""

    address: str
    password: str
    paper: Path
    run: Callable[..., str]


@pytest.fixture(scope="module")
def house(tmp_path_factory: pytest.TempPathFactory) -> Iterator[House]:
    """A house that is served."""
    folder = tmp_path_factory.mktemp("house")
    (folder / "specimen.docx").write_bytes(compose())
    settings = {**os.environ, "WHIMBREL_DATABASE": "sqlite:///whimbrel.sqlite3"}

    def run(*words: str) -> str:
        return subprocess.run(
            [sys.executable, "-m", "whimbrel", *words],
            cwd=folder, env=settings, capture_output=True, text=True, check=True,
        ).stdout  # fmt: skip

    run("house", BO, "Bo")
    password = run("person", ANN, "Ann", "officer", "--by", BO).split()[-1]
    with socket.socket() as one:
        one.bind(("127.0.0.1", 0))
        port = one.getsockname()[1]
    command = [sys.executable, "-m", "whimbrel", "serve", "--port", str(port)]
    server = subprocess.Popen(command, cwd=folder, env=settings, stdout=subprocess.DEVNULL)
    try:
        for _ in range(100):
            with socket.socket() as one:
                if one.connect_ex(("127.0.0.1", port)) == 0:
                    break
            time.sleep(0.1)
        yield House(f"http://127.0.0.1:{port}", password, folder / "specimen.docx", run)
    finally:
        server.terminate()
        server.wait(60)


@pytest.fixture(scope="module")
def browser() -> Iterator[Any]:
    """Chromium, as Debian packs it."""
    reason = "playwright is not installed: make browser"
    api = pytest.importorskip("playwright.sync_api", reason=reason)
    path = tools.chromium()
    arguments = ["--no-sandbox", "--disable-gpu", "--disable-background-networking"]
    with api.sync_playwright() as started:
        chromium = started.chromium.launch(executable_path=path, args=arguments)
        yield chromium
        chromium.close()


@pytest.fixture(scope="module")
def opened(browser: Any, house: House) -> Open:
    """Opens a page for somebody who has signed in; what the browser complains of is kept."""

    def page(*, width: int = 1280, script: bool = True) -> Any:
        context = browser.new_context(
            viewport={"width": width, "height": 900},
            java_script_enabled=script,
            base_url=house.address,
        )
        made = context.new_page()
        made.complaints = []
        made.on("console", lambda said: made.complaints.append(said.text))
        made.goto("/")
        made.fill("#id_login", ANN)
        made.fill("#id_password", house.password)
        made.click("main form.stack button")
        return made

    return page


@pytest.fixture
def paper(house: House) -> None:
    """The specimen is on record, its sure readings accepted."""
    symbol = house.run("deposit", "specimen.docx", "--by", ANN).split(" is ")[0]
    house.run("judge", symbol, "--sure", "--by", ANN)


def kept(page: Any, name: str) -> None:
    """A picture of the page, where WHIMBREL_PICTURES names a folder for them."""
    folder = os.environ.get("WHIMBREL_PICTURES")
    if folder:
        page.screenshot(path=str(Path(folder) / f"{name}.png"))


def test_an_officer_deposits_judges_and_sees_what_became_of_a_provision(
    opened: Open, house: House
) -> None:
    page = opened()
    page.click("nav >> text=Documents")
    page.set_input_files("#file", str(house.paper))
    page.fill("#reason", "came by mail")
    page.click(".deposit button")
    # The page of the intake looks again by itself and leads to the paper once it is read.
    assert "/documents/intake/" in page.url
    kept(page, "intake")
    page.wait_for_selector(".bar", timeout=90_000)
    assert "left to judge" in page.inner_text(".bar")
    page.locator(".row.noted").nth(3).scroll_into_view_if_needed()
    kept(page, "document")
    page.click(".bar button")
    assert "Accept" not in page.inner_text(".bar")
    page.click("nav >> text=Decisions")
    name = page.inner_text("tbody th a >> nth=0")
    page.click("tbody th a >> nth=0")
    assert page.inner_text("h1") == name
    assert "Words from" in page.inner_text("main")
    kept(page, "provision")
    page.click("text=Record an engagement")
    page.fill("#title", "A round table on terns")
    page.fill("#partners", "FAO\nIUCN")
    page.fill("#since", "2025-11")
    page.fill("#evidence", "Doc.9#para_1")
    page.click("text=Record engagement >> visible=true")
    assert "A round table on terns done 2025-11 Doc.9#para_1" in page.inner_text("main")
    page.click("text=Words from >> a")
    assert "#" in page.url
    page.click("nav >> text=Ledger")
    assert "none changed, none missing" in page.inner_text("main")
    assert "came by mail" in page.inner_text("table")
    assert "engagements.record" in page.inner_text("table")
    assert page.complaints == []


@pytest.mark.usefixtures("paper")
def test_one_reading_is_rejected_and_a_second_officer_is_told(opened: Open) -> None:
    first, second = opened(), opened()
    for page in (first, second):
        page.click("nav >> text=Documents")
        page.click("tbody th a")
        page.click("details >> nth=0 >> summary")
    first.click("details >> nth=0 >> button[value=reject] >> nth=0")
    second.click("details >> nth=0 >> button[value=reject] >> nth=0")
    assert "meanwhile" in second.inner_text("[role=alert]")


@pytest.mark.usefixtures("paper")
def test_the_same_works_without_script(opened: Open) -> None:
    page = opened(script=False)
    page.click("nav >> text=Engagements")
    page.select_option("#partner", index=1)
    page.click(".filters button")
    assert "partner=" in page.url
    assert page.locator("tbody tr").count() > 0


@pytest.mark.usefixtures("paper")
def test_nothing_runs_over_the_edge_of_a_phone(opened: Open) -> None:
    page = opened(width=360)
    for address in PAGES:
        page.goto(f"/{address}")
        assert page.evaluate("document.documentElement.scrollWidth") == 360, address


def test_the_keyboard_reaches_the_content_and_every_place(opened: Open) -> None:
    page = opened()
    page.goto("/decisions")
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.className") == "skip"
    page.keyboard.press("Enter")
    assert page.evaluate("document.activeElement.id") == "main"
    page.goto("/")
    reached = []
    for _ in range(16):
        page.keyboard.press("Tab")
        reached.append(page.evaluate("document.activeElement.textContent.trim()"))
    assert {"Desk", "Documents", "Decisions", "Engagements", "Partners", "Ledger"} <= set(reached)


def test_a_passkey_is_made_and_opens_the_house_without_a_password(
    browser: Any, house: House
) -> None:
    # Browsers know passkeys by the name of a house, and an address in figures is none.
    at = house.address.replace("127.0.0.1", "localhost")
    context = browser.new_context(base_url=at)
    page, complaints = context.new_page(), []
    page.on("console", lambda said: complaints.append(said.text))
    key = {"protocol": "ctap2", "transport": "internal", "hasResidentKey": True}
    key |= {"hasUserVerification": True, "isUserVerified": True}
    machine = context.new_cdp_session(page)
    machine.send("WebAuthn.enable")
    machine.send("WebAuthn.addVirtualAuthenticator", {"options": key})
    page.goto("/sign-in")
    page.fill("#id_login", ANN)
    page.fill("#id_password", house.password)
    page.click("main form.stack button")
    page.goto("/account/2fa/webauthn/add/")
    page.fill("#id_password", house.password)
    page.click("main form.stack button")
    page.fill("#id_name", "My laptop")
    page.check("#id_passwordless")
    page.click("#mfa_webauthn_add")
    page.wait_for_selector(".said")
    page.goto("/account/2fa/webauthn/")
    assert "My laptop" in page.inner_text("table")
    page.click("text=Sign out")
    page.wait_for_url("**/sign-in")
    page.click("#passkey_login")
    page.wait_for_selector("text=Ann")
    assert page.locator("a", has_text="Ann").get_attribute("href") == "/me"
    assert complaints == []
    page.goto("/account/2fa/webauthn/")
    page.click("text=Remove")
    if "reauthenticate" in page.url:
        page.fill("#id_password", house.password)
        page.click("main form.stack button")
    page.click("main form.stack button")
    page.wait_for_selector(".said")
