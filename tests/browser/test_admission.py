"""A body asks to take part, in a real browser: it applies, is asked for a document, its State
approves, nobody objects, it is admitted, and everybody can see that it is; it attends and
reports what it contributed, and the report stands in the paper for the meeting; without an account,
with and without script, on a phone."""

from pathlib import Path
from typing import Any

import pytest

from tests.browser.conftest import House, Open, kept
from whimbrel.reading import examine_bytes

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
    press(page, "Keep and go on")
    page.fill("#m-statement", "We count terns on the coast.")
    press(page, "Keep and go on")


@pytest.mark.parametrize("script", [True, False], ids=["script", "no-script"])
def test_a_body_is_asked_approved_and_admitted(
    own: House, opened: Open, tmp_path: Path, script: bool
) -> None:
    outside = opened(own, "", width=360, script=script)
    key = begun(outside)
    written(outside)
    outside.locator("nav.views a[href='?step=check']").click()
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
    state.select_option("select[name=answer]", "approved")
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
    meeting = key.partition("-")[0]
    attended(office, meeting)
    reported(outside, office, anybody, meeting, tmp_path, f"{script}")
    assert [page.complaints for page in (outside, office, state, anybody)] == [[], [], [], []]


def attended(office: Any, meeting: str) -> None:
    """The body attends: an officer records it."""
    office.goto("/do/participation.record")
    office.fill("main [name=body]", NAME)
    office.fill("main [name=meeting]", meeting)
    office.select_option("main [name=kind]", "attended")
    office.locator("main form.stack button").last.click()
    office.goto(f"/participation?meeting={meeting}")
    assert NAME in office.inner_text("main table")


WHAT = "Counted terns at six lagoons."


def reported(
    outside: Any, office: Any, anybody: Any, meeting: str, folder: Path, name: str
) -> None:  # fmt: skip
    """The body reports, in part by its form in Word; an officer takes the report into the record;
    it stands in the paper for the meeting; everybody reads it once its body has agreed."""
    outside.locator("main a[href='/contribute']").click()
    kept(outside, f"contribute-{name}")
    outside.select_option("main select[name=meeting]", meeting)
    press(outside, "Begin")
    outside.locator("main a:text-is('Add a contribution')").click()
    outside.fill("#q-what", WHAT)
    outside.select_option("#q-kind", "cooperation")
    outside.fill("#q-provision", "14.10 d)")
    outside.fill("#q-target", "6.4")
    outside.fill("#q-countries", "Benin; KE")
    outside.fill("#q-since", "2026-05")
    outside.fill("#q-evidence", "https://terns.example.org/counts")
    kept(outside, f"contribute-line-{name}")
    press(outside, "Keep the contribution")
    assert WHAT in outside.inner_text("main ol")
    outside.locator("nav.views a[href='?step=form']").click()
    address = outside.locator("main a[href$='form.docx?language=fr']").get_attribute("href")
    form = outside.context.request.get(address).body()
    assert "Ce qui a été fait" in str(examine_bytes(form, name="form.docx").document)
    file = folder / "formulaire.docx"
    file.write_bytes(form)
    outside.set_input_files("#q-file", str(file))
    press(outside, "Bring it back")
    assert "Everything in it could be read" in outside.inner_text("main")
    outside.locator("nav.views a[href='?step=report']").click()
    outside.fill("#q-summary", "We count terns.")
    outside.fill("#q-consent", "The report may be shown to everybody.")
    press(outside, "Keep and go on")
    outside.locator("nav.views a[href='?step=check']").click()
    assert "Result is missing" in outside.inner_text("main"), "it is told, and bars nothing"
    assert outside.evaluate("document.documentElement.scrollWidth") == 360
    kept(outside, f"contribute-check-{name}")
    press(outside, "Send the report")
    assert "Received" in outside.inner_text("main")

    office.goto(f"/contributions?meeting={meeting}&state=received")
    kept(office, f"contributions-{name}")
    office.locator(f"main a:text-is('{NAME}')").click()
    report = office.url
    press(office, "Take it into the record")
    assert "1 contribution is in the record now" in office.inner_text("main")
    kept(office, f"contribution-{name}")
    office.goto(f"/papers/contributions/{meeting}")
    told = office.inner_text("main")
    assert f"{NAME}: {WHAT.rstrip('.')}" in told
    assert "14.10 d)" in told
    kept(office, f"contributions-paper-{name}")
    paper = office.context.request.get(f"/papers/contributions/{meeting}.docx").body()
    (folder / "paper.docx").write_bytes(paper)
    assert WHAT.rstrip(".") in str(examine_bytes(paper, name="paper.docx").document)

    office.goto(report)
    office.locator("main a:text-is('the engagement that it became')").click()
    assert WHAT in office.inner_text("main")
    office.goto(report)
    unfolded(office, "Show it to everybody")
    office.fill("#s-why", "as its body agreed")
    press(office, "Publish the report")
    anybody.goto(report)
    assert WHAT in anybody.inner_text("main")
    kept(anybody, f"contribution-public-{name}")
