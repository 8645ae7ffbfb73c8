"""The loop in a real browser, from a paper to the ledger: with a mouse, with the keyboard alone, in
French and Spanish, on a phone, without script."""

import re
from typing import Any, NamedTuple

import pytest

from tests import tools
from tests.browser.conftest import House, Open, kept
from tests.browser.hands import Keys, Mouse

pytestmark = pytest.mark.browser
SEED = "UNEP-CMS-COP15-Doc.18.1.auto.docx"
SYMBOL = "UNEP/CMS/COP15/Doc.18.1"


class Way(NamedTuple):
    """How a person goes round the loop."""

    language: str = "en"
    width: int = 1280
    script: bool = True
    hands: type[Mouse] = Mouse


WAYS = {
    "mouse": Way(),
    "keyboard": Way(hands=Keys),
    "french": Way(language="fr"),
    "spanish": Way(language="es"),
    "phone": Way(width=360),
    "no-script": Way(script=False),
}


def look_until_read(page: Any) -> None:
    """Wait for the reading: the page of the intake looks again by itself and leads on; without
    script too, for a header tells the browser to."""
    page.wait_for_url(re.compile(r"/documents/intake/\d+"))
    # A quick worker is done before the page is there: then every step is past. The page may be
    # looking again just now, so it is waited for.
    page.wait_for_selector(".steps li.now, .steps li.past")
    page.wait_for_url(f"**/documents/{SYMBOL}", timeout=120_000)


@pytest.mark.parametrize("name", WAYS)
def test_a_paper_is_deposited_judged_and_leads_to_the_ledger(
    own: House, opened: Open, name: str
) -> None:
    way, paper = WAYS[name], tools.corpus("seed", SEED)
    page = opened(own, width=way.width, script=way.script)
    hands = way.hands(page)
    if way.language != "en":
        page.click(f".tongues button[value={way.language}]")
    assert page.locator("html").get_attribute("lang") == way.language
    narrow(page, way)

    hands.press("nav a[href='/documents']")
    page.set_input_files("#file", str(paper))
    hands.write("#reason", "came by mail")
    hands.press(".deposit button")
    look_until_read(page)
    narrow(page, way)
    before = figure(page)
    assert before > 50
    hands.press(".bar form button")
    page.wait_for_selector(".bar form", state="detached")
    assert 0 < figure(page) < before

    page.goto("/decisions/14.10/d")
    assert "tangible and intangible" in page.inner_text("blockquote.official")
    hands.press(f"main a[href^='/documents/{SYMBOL}#']")
    page.wait_for_url(f"**/documents/{SYMBOL}#*")
    eid = page.url.partition("#")[2]
    assert "UNESCO" in page.inner_text(f"[id='{eid}']")
    page.go_back()
    narrow(page, way)

    hands.press("summary:has(+ form #title)")
    hands.write("#title", "A round table on cultures")
    hands.write("#partners", "UNESCO")
    hands.write("#since", "2025-11")
    hands.press("form:has(#title) button")
    hands.press("main a:text-is('A round table on cultures')")
    assert "UNESCO" in page.inner_text("dl.facts")
    narrow(page, way)
    hands.press("summary:has(+ form #address)")
    hands.write("#address", f"{SYMBOL}#para_40")
    hands.press("form:has(#address) button")
    page.wait_for_selector(f"main a[href='/documents/{SYMBOL}#para_40']")

    hands.press("nav a[href='/ledger']")
    page.wait_for_url("**/ledger")
    rows = page.locator("tbody tr").all_inner_texts()
    assert "engagements.attach" in rows[0]
    assert "engagements.record" in rows[1]
    assert any("came by mail" in row for row in rows)
    narrow(page, way)
    assert page.complaints == []


def figure(page: Any) -> int:
    """The number that the bar over a paper tells first."""
    found = re.search(r"\d+", page.inner_text(".bar"))
    assert found
    return int(found.group())


def opened_paper(page: Any) -> None:
    """Open the paper that waits, and wait until its scripts run: they then tell of the keys."""
    page.goto("/documents")
    page.click("tbody th a")
    page.wait_for_selector(".keys:not([hidden])")


def narrow(page: Any, way: Way) -> None:
    """Nothing runs over the edge of the window, once the page that was asked for is there."""
    page.wait_for_load_state()
    assert page.evaluate("document.documentElement.scrollWidth") == way.width, page.url


def test_a_reading_is_judged_in_its_place_by_keys(own: House, opened: Open) -> None:
    page = opened(own)
    hands = Keys(page)
    page.goto("/documents")
    hands.press("tbody th a")
    before = figure(page)
    hands.reach(".keys a")
    page.keyboard.press("Enter")
    first = page.evaluate("document.activeElement.id")
    kept(page, "document")
    page.keyboard.press("j")
    second = page.evaluate("document.activeElement.id")
    assert first != second
    page.keyboard.press("a")
    page.wait_for_selector(f"[id='{second}'].accepted")
    page.wait_for_function("id => document.activeElement.id === id", arg=second)
    page.wait_for_function(f"document.querySelector('.bar').innerText.includes('{before - 1}')")
    page.keyboard.press("k")
    assert page.evaluate("document.activeElement.id") == first
    page.keyboard.press("r")
    page.wait_for_selector(f"[id='{first}'].rejected")
    page.keyboard.press("c")
    page.wait_for_url("**/readings/**")
    page.keyboard.press("j")
    assert page.complaints == []


def test_a_second_officer_is_told_beside_the_reading_what_the_first_decided(
    own: House, opened: Open
) -> None:
    first, second = opened(own), opened(own, "approver")
    for page in (first, second):
        opened_paper(page)
    note = first.locator(".note.proposed").first.get_attribute("id")
    for page in (first, second):
        page.click(f"[id='{note}'] [data-key=r]")
        page.wait_for_selector(f"[id='{note}'].rejected")
    assert "meanwhile" in second.inner_text(f"[id='{note}'] [role=alert]")
    assert first.locator("[role=alert]").count() == 0


def test_a_house_that_does_not_answer_is_told_beside_the_reading(own: House, opened: Open) -> None:
    page = opened(own)
    opened_paper(page)
    page.context.set_offline(True)
    page.click(".note.proposed [data-key=a]")
    page.wait_for_selector(".note [role=alert]")
    assert "nothing was kept" in page.inner_text(".note [role=alert]")


def test_the_keyboard_reaches_the_content_and_every_place(house: House, opened: Open) -> None:
    page = opened(house)
    page.goto("/decisions")
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.className") == "skip"
    page.keyboard.press("Enter")
    assert page.evaluate("document.activeElement.id") == "main"
    page.goto("/")
    hands = Keys(page)
    for link in page.locator("nav a").all():
        hands.reach(f"nav a[href='{link.get_attribute('href')}']")
