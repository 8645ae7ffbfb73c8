"""A body without a registration applies, in a real browser: what is not known needs evidence, and
refuses nobody."""

import pytest

from tests.browser.conftest import House, Open, kept
from tests.browser.test_admission import press

pytestmark = pytest.mark.browser


def test_a_body_without_a_registration_is_asked_for_evidence_and_never_refused(
    own: House, opened: Open
) -> None:
    outside = opened(own, "", width=360)
    outside.goto("/apply")
    outside.fill("#a-body", "Curlew Circle (made up)")
    outside.fill("#a-person", "Ada Curlew")
    outside.fill("#a-email", "ada@example.org")
    press(outside, "Begin")
    outside.wait_for_url("**/apply/*-0*")
    key = outside.url.rpartition("/")[2]
    outside.select_option("#f-org_type", "youth")
    press(outside, "Keep and go on")
    outside.goto(f"/apply/{key}?step=check")
    told = outside.inner_text("main")
    assert "This is no decision: people decide." in told
    assert "Does not meet the criteria" not in told
    kept(outside, "unregistered-check")
    outside.check("#m-consent")
    press(outside, "Send the application")
    assert "Received" in outside.inner_text("main")

    office = opened(own, "approver")
    office.goto(f"/admission/cases/{key}")
    assert "needs evidence" in office.inner_text("main")
    advice = office.inner_text("section[aria-labelledby=advice]")
    assert "Does not meet the criteria" not in advice
    kept(office, "unregistered-office")
    assert [page.complaints for page in (outside, office)] == [[], []]
