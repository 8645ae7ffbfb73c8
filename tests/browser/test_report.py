"""A report in a real browser: a paragraph is written, the note beside it seen, the Word file taken
along, the report frozen; with a mouse, with the keyboard alone, on a phone, in French, without
script."""

import io
from typing import Any

import pytest
from docx import Document as opened_word

from tests.browser.conftest import House, Open, kept
from tests.browser.hands import Mouse
from tests.browser.test_loop import WAYS, narrow

pytestmark = pytest.mark.browser
REPORT = "COP15-18.1-en"
ROUND = ("mouse", "keyboard", "french", "phone", "no-script")
OURS = "The Secretariat and 29 partners worked together on birds & <b>bats</b>."


@pytest.mark.parametrize("name", ROUND)
def test_a_report_is_written_taken_along_and_frozen(own: House, opened: Open, name: str) -> None:
    way = WAYS[name]
    page = opened(own, width=way.width, script=way.script)
    hands = way.hands(page)
    if way.language != "en":
        page.click(f".tongues button[value={way.language}]")
    hands.press("nav a[href='/reports']")
    hands.press(f"main a[href='/reports/{REPORT}']")
    narrow(page, way)
    assert page.locator(".gap").count() > 0

    row = write(page, hands)
    assert OURS in page.inner_text(row)
    assert "Ola Marsh" in page.inner_text(f"{row} .own")
    hands.press(f"{row} .own summary")
    assert "29 partners" in page.inner_text(f"{row} .own .redline")
    narrow(page, way)
    kept(page, f"written-{name}")

    assert OURS in word_file(page)
    page.goto(f"/reports/{REPORT}")
    hands.press("summary:has(+ form[action$='/freeze'])")
    hands.press("form[action$='/freeze'] button")
    page.wait_for_selector("form[action$='/revise']", state="attached")
    assert page.locator("form[action$='/write']").count() == 0
    # What is taken along from now on is what went out.
    button = page.get_attribute("main a.button", "href")
    assert button == f"/reports/{REPORT}/issued/first.docx"
    assert OURS in word_file(page)
    narrow(page, way)
    assert page.complaints == []


def write(page: Any, hands: Mouse) -> str:
    """Write the paragraph on what was done anew. The row in which it stands afterwards."""
    words = "Since COP14, the Secretariat worked with"
    mine = page.locator(".row", has=page.locator(f".paragraph:has-text('{words}')")).first
    row = f"[id='{mine.get_attribute('id')}']"
    hands.press(f"{row} .acting > summary")
    hands.write(f"{row} textarea", OURS)
    hands.press(f"{row} .acting button")
    page.wait_for_selector(f"{row} .own")
    return row


def word_file(page: Any) -> str:
    """The words of the file that the first button hands out."""
    answer = page.request.get(page.get_attribute("main a.button", "href"))
    assert answer.ok
    return "\n".join(each.text for each in opened_word(io.BytesIO(answer.body())).paragraphs)
