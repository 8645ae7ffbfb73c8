"""A body to whose admission a third of the Parties present object, in a real browser: what 33 and
34 objections of 100 do, and that the body reads who decided and why."""

import datetime
from typing import Any

import pytest

from tests.browser.conftest import House, Open, kept
from tests.browser.test_admission import FOCAL, press, unfolded

pytestmark = pytest.mark.browser
PRESENT = 100
"""Parties present when it is decided: a third of them is more than 33."""


def sent(page: Any, name: str, **told: str) -> str:
    """Apply for an international body, and where the application is."""
    page.goto("/apply")
    page.fill("#a-body", name)
    page.fill("#a-person", "Ida Egret")
    page.fill("#a-email", "ida@example.org")
    press(page, "Begin")
    page.wait_for_url("**/apply/*-0001")
    key = str(page.url.rpartition("/")[2])
    for field, value in {"org_type": "ngo", "scope": "international", **told}.items():
        page.select_option(f"#f-{field}", value)
    page.select_option("#f-subjects", "yes")
    press(page, "Keep and go on")
    page.fill("#m-statement", "We count egrets.")
    press(page, "Keep and go on")
    page.fill("#m-people", "Ida Egret")
    press(page, "Keep and go on")
    page.goto(f"/apply/{key}?step=check")
    page.check("#m-consent")
    press(page, "Send the application")
    return key


def listed(office: Any, key: str) -> None:
    """Put it on a list that goes to the Parties, and say how many were present."""
    meeting = key.rpartition("-")[0]
    office.goto(f"/admission/meetings/{meeting}")
    office.check(f"#c-{key}")
    press(office, "Keep the list")
    unfolded(office, "Record the Parties present")
    office.locator("form[action$='/presence'] [name=present]").fill(str(PRESENT))
    press(office, "Keep")


def by_letter(office: Any, key: str, number: int) -> None:
    """So many Parties object by letter; Benin speaks on its own page."""
    today = datetime.date.today().isoformat()
    codes = office.eval_on_selector_all("#o-party option", "all => all.map(one => one.value)")
    chosen = [code for code in codes if code and code != "BJ"][:number]
    for code in chosen:
        unfolded(office, "A Party objected by letter")
        office.select_option("#o-party", code)
        office.fill("#o-on", today)
        office.fill("#o-why", "It is not qualified.")
        press(office, "Keep the objection")
    assert len(chosen) == number


def advice(office: Any, key: str) -> str:
    """What is recommended on it, with its reasons."""
    office.goto(f"/admission/cases/{key}")
    return str(office.inner_text("section[aria-labelledby=advice]"))


def test_a_third_of_those_present_keeps_a_body_out_and_one_fewer_does_not(
    own: House, opened: Open
) -> None:
    outside = opened(own, "", width=360)
    key = sent(outside, "Egret Tally (made up)")
    office = opened(own, "approver")
    listed(office, key)

    state = opened(own, FOCAL)
    state.goto("/admission/voice")
    unfolded(state, "Object to its admission")
    state.fill(f"#o-{key}", "Its figures are disputed.")
    press(state, "Object")
    assert "Your Party objects." in state.inner_text("main")
    kept(state, "objected-voice")

    office.goto(f"/admission/cases/{key}")
    by_letter(office, key, 32)
    assert "Kept out by objections" not in advice(office, key), "33 of 100 are no third"
    assert office.locator("#parties ~ ul li").count() == 33
    unfolded(office, "A Party objected by letter")
    office.select_option("#o-party", "ZM")
    office.fill("#o-on", datetime.date.today().isoformat())
    press(office, "Keep the objection")
    assert "Kept out by objections" in advice(office, key)
    assert office.locator("#parties ~ ul li").count() == 34
    kept(office, "objected-advice")

    unfolded(office, "Record the decision")
    deciding = office.locator("form[action$='/decide']")
    deciding.locator("[name=outcome]").select_option("refuse")
    deciding.locator("[name=decided_by]").fill("Conference of the Parties")
    deciding.locator("[name=why]").fill("34 of the 100 Parties present objected.")
    deciding.locator("button").click()
    happened = office.inner_text("section[aria-labelledby=happened]")
    assert "34 of the 100 Parties present objected." in happened
    kept(office, "objected-decided")
    outside.reload()
    said = outside.inner_text("main")
    kept(outside, "objected-outside")
    assert "34 of the 100 Parties present objected." in said
    assert "Conference of the Parties" in said
    assert outside.evaluate("document.documentElement.scrollWidth") == 360
    assert [page.complaints for page in (outside, office, state)] == [[], [], []]
