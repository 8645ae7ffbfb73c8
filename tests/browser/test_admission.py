"""A body asks to take part, in a real browser: it applies, is asked for a document, its State
approves, nobody objects, it is admitted, and everybody can see that it is; without an account, with
and without script, on a phone."""

from pathlib import Path
from typing import Any

import pytest

from tests.browser.conftest import House, Open, kept

pytestmark = pytest.mark.browser
NAME = "Tern Watch (made up)"
FOCAL = "focal point"


def press(page: Any, words: str) -> None:
    """Push the button with these words."""
    page.locator(f"main button:text-is('{words}')").first.click()


def unfolded(page: Any, words: str) -> None:
    """Open what is folded under these words."""
    page.locator(f"main summary:text-is('{words}')").first.click()


def begun(page: Any) -> str:
    """Apply, and where the application is."""
    page.goto("/apply")
    page.fill("#a-body", NAME)
    page.fill("#a-person", "Mo Heron")
    page.fill("#a-email", "mo@example.org")
    press(page, "Begin")
    page.wait_for_url("**/apply/*-0001")
    return str(page.url.rpartition("/")[2])


def written(page: Any) -> None:
    """Say what the body is."""
    page.select_option("#m-country", "BJ")
    page.select_option("#f-org_type", "ngo")
    page.select_option("#f-scope", "national")
    page.select_option("#f-subjects", "yes")
    page.fill("#m-statement", "We count terns on the coast.")
    press(page, "Keep and go on")


@pytest.mark.parametrize("script", [True, False], ids=["script", "no-script"])
def test_a_body_is_asked_approved_and_admitted(
    own: House, opened: Open, tmp_path: Path, script: bool
) -> None:
    outside = opened(own, "", width=360, script=script)
    key = begun(outside)
    written(outside)
    assert "We count terns" in outside.inner_text("main dl.facts")
    assert outside.evaluate("document.documentElement.scrollWidth") == 360
    kept(outside, f"apply-{script}")
    outside.check("#m-consent")
    press(outside, "Send the application")
    assert "Received" in outside.inner_text("main")

    office = opened(own, "approver", script=script)
    office.goto(f"/admission/cases/{key}")
    assert "Still asked for" in office.inner_text("main")
    unfolded(office, "Ask the applicant")
    office.fill("#q-words", "Who will represent you?")
    press(office, "Ask the applicant")

    outside.reload()
    assert "Who will represent you?" in outside.inner_text("main")
    file = tmp_path / "names.pdf"
    file.write_bytes(b"%PDF-1.4 made up")
    outside.select_option("#p-kind", "representatives")
    outside.set_input_files("#p-file", str(file))
    press(outside, "Bring the document")
    assert "names.pdf" in outside.inner_text("main")
    outside.fill("textarea[name=words]", "Mo Heron will.")
    press(outside, "Answer")
    assert "Mo Heron will." in outside.inner_text("blockquote")

    state = opened(own, FOCAL, script=script)
    state.goto("/admission/voice")
    assert NAME in state.inner_text("main")
    press(state, "Answer for the State")
    assert "Your answer is kept" in state.inner_text("main")

    office.goto(f"/admission/cases/{key}")
    assert "No Party has objected" in office.inner_text("main")
    office.locator("form[action$='/match'] button:text-is('Enter it as a new body')").click()
    unfolded(office, "Record the decision")
    deciding = office.locator("form[action$='/decide']")
    deciding.locator("[name=decided_by]").fill("The meeting")
    deciding.locator("[name=why]").fill("Nobody objected.")
    deciding.locator("button").click()
    assert "Admitted" in office.inner_text("main")

    unfolded(office, "Show it in the public register")
    office.fill("#show-why", "admitted")
    press(office, "Publish")
    anybody = opened(own, "", script=script)
    anybody.goto("/observers")
    assert NAME in anybody.inner_text("main")
    outside.reload()
    assert "Admitted" in outside.inner_text("main")
    assert [page.complaints for page in (outside, office, state, anybody)] == [[], [], [], []]
