"""Two more bodies in a real browser: one to which a third of the Parties present objects, and one
that is not registered anywhere."""

import datetime
from typing import Any

import pytest

from tests.browser.conftest import House, Open, kept
from tests.browser.test_admission import FOCAL, press, unfolded

pytestmark = pytest.mark.browser
OBJECTED, UNREGISTERED = "Wetland Voices (made up)", "Keepers of the Lagoon (made up)"
TODAY = datetime.date.today().isoformat()


def applied(page: Any, name: str, country: str, kind: str, scope: str, statement: str) -> str:
    """A body applies. The key of its application."""
    page.goto("/apply")
    page.fill("#a-body", name)
    page.fill("#a-person", "Lee Rail")
    page.fill("#a-email", "lee@example.org")
    press(page, "Begin")
    page.wait_for_url("**/apply/*-0001")
    page.select_option("#m-country", country)
    page.select_option("#f-org_type", kind)
    page.select_option("#f-scope", scope)
    page.select_option("#f-subjects", "yes")
    assert not page.locator("#f-registered_on").count(), "no rule in use asks for a registration"
    press(page, "Keep and go on")
    page.fill("#m-statement", statement)
    press(page, "Keep and go on")
    page.fill("#m-people", "Lee Rail")
    page.locator("form[action$='/name-people'] button").click()
    page.locator("nav.views a[href='?step=check']").click()
    page.check("#m-consent")
    press(page, "Send the application")
    assert "Received" in page.inner_text("main")
    return str(page.url.rpartition("/")[2].partition("?")[0])


def decided(page: Any, outcome: str, why: str) -> None:
    """An officer records what the meeting decided."""
    unfolded(page, "Record the decision")
    form = page.locator("form[action$='/decide']")
    form.locator("[name=outcome]").select_option(outcome)
    form.locator("[name=decided_by]").fill("The meeting")
    form.locator("[name=why]").fill(why)
    form.locator("button").click()


@pytest.mark.parametrize("script", [True, False], ids=["script", "no-script"])
def test_a_third_of_the_parties_present_objects(own: House, opened: Open, script: bool) -> None:
    outside = opened(own, "", width=360, script=script)
    key = applied(outside, OBJECTED, "BJ", "ngo", "international", "We speak for wetlands.")
    meeting = key.partition("-")[0]
    office = opened(own, "approver", script=script)
    office.goto(f"/admission/cases/{key}")
    office.locator("form[action$='/match'] button:text-is('Enter it as a new body')").click()
    office.goto(f"/admission/meetings/{meeting}")
    office.check(f"#c-{key}")
    press(office, "Keep the list")
    unfolded(office, "Record the Parties present")
    office.fill("main input[name=present]", "4")
    press(office, "Keep")

    state = opened(own, FOCAL, script=script)
    state.goto("/admission/voice")
    unfolded(state, "Object to its admission")
    state.fill(f"#o-{key}", "It hunts.")
    press(state, "Object")
    assert "Your Party objects" in state.inner_text("main")
    kept(state, f"voice-objects-{script}")

    office.goto(f"/admission/cases/{key}")
    advice = office.inner_text("section[aria-labelledby=advice]")
    assert "May be admitted" in advice, "one of four is fewer than a third"
    unfolded(office, "A Party objected by letter")
    office.select_option("#o-party", "FR")
    office.fill("#o-on", TODAY)
    office.fill("#o-why", "As in our letter.")
    press(office, "Keep the objection")
    advice = office.inner_text("section[aria-labelledby=advice]")
    assert "Kept out by objections" in advice, "two of four are a third or more"
    kept(office, f"objected-{script}")
    decided(office, "refuse", "Two of the four Parties present objected.")
    assert "Refused" in office.inner_text("main")

    outside.reload()
    assert "Two of the four Parties present objected." in outside.inner_text("main")
    assert "The meeting" in outside.inner_text("main"), "who decided is told"
    kept(outside, f"objected-outside-{script}")
    anybody = opened(own, "", script=script)
    anybody.goto("/observers")
    assert OBJECTED not in anybody.inner_text("main")
    assert [page.complaints for page in (outside, office, state, anybody)] == [[], [], [], []]


@pytest.mark.parametrize("script", [True, False], ids=["script", "no-script"])
def test_a_body_that_is_not_registered_is_not_shut_out(
    own: House, opened: Open, script: bool
) -> None:
    outside = opened(own, "", width=360, script=script)
    key = applied(outside, UNREGISTERED, "BJ", "ipo", "local", "We keep the lagoon.")
    kept(outside, f"unregistered-{script}")
    office = opened(own, "approver", script=script)
    office.goto(f"/admission/cases/{key}")
    advice = office.inner_text("section[aria-labelledby=advice]")
    assert "Reject" not in advice, "no rule of the treaty asks for a registration"
    assert "Registration" not in office.inner_text("section[aria-labelledby=papers]")
    office.locator("form[action$='/match'] button:text-is('Enter it as a new body')").click()
    state = opened(own, FOCAL, script=script)
    state.goto("/admission/voice")
    state.select_option("select[name=answer]", "approved")
    press(state, "Answer for the State")
    office.goto(f"/admission/cases/{key}")
    decided(office, "admit", "Nobody objected.")
    assert "Admitted" in office.inner_text("main")
    kept(office, f"unregistered-admitted-{script}")
    outside.reload()
    assert "Admitted" in outside.inner_text("main")
    assert [page.complaints for page in (outside, office, state)] == [[], [], []]
