"""Every page as axe-core sees it, at desk and at phone width, and for everybody who may open it."""

from collections.abc import Iterator
from typing import Any

import pytest

from tests.browser.conftest import House, Open, kept

pytestmark = pytest.mark.browser
WIDTHS = (1280, 360)
PAGES = {
    "officer": (
        "", "documents", "documents/tables", "decisions", "decisions/14.10", "decisions/14.10/d",
        "decisions?status=silent&condition=unfunded", "engagements", "engagements/calendar/2025",
        "engagements/timeline", "partners", "partners/cites", "agreements", "meetings",
        "meetings/COP15", "groups", "campaigns", "initiatives", "statements", "ledger", "search",
        "search?q=birds", "help", "me", "access", "then?kind=provision&on=2026-11-24",
        "account/2fa/", "account/password/change/", "nothing-here", "reports",
        "reports/COP15-18.1-en", "reports/COP15-18.1-fr", "reports/COP15-18.1-en/check",
        "reports/COP15-18.1-en/returned", "papers/table", "papers/deletion", "papers/partner/cites",
        "papers/meeting/cites?language=fr", "papers/answer/14.10/d", "drafts", "drafts/COP15-15.AA",
        "drafts/COP15-15.BB?effects=yes", "standing", "standing/unfunded", "do/drafts.propose",
        "admission", "admission/meetings/COP15", "observers", "papers/applicants/COP15",
        "participation", "participation/1", "barriers", "barriers/1", "mechanisms", "suggestions",
        "mechanisms/unep-major-groups", "suggestions/2", "do/suggestions.record",
        "do/barriers.record",
    ),
    "administrator": ("people", "ledger"),
    "auditor": (
        "", "ledger?refused=yes", "reports", "reports/COP15-18.1-en", "reports/COP15-18.1-en/check",
        "drafts/COP15-15.AA", "standing",
    ),
    "focal point": ("", "decisions", "engagements", "standing", "drafts", "papers/table"),
    "partner": ("", "partners", "engagements"),
    "": (
        "sign-in", "decisions", "decisions/14.10/d", "campaigns", "engagements", "reports",
        "standing", "standing/unfunded", "drafts", "drafts/COP15-15.AA", "papers/table",
    ),
}  # fmt: skip
PICTURES = {
    "": "desk", "decisions": "decisions", "decisions/14.10/d": "provision",
    "engagements": "engagements", "engagements/timeline": "timeline", "partners/cites": "partner",
    "reports/COP15-18.1-en": "report",
}  # fmt: skip
"""Pages of which pictures are kept. They show what we composed, and no paper of anybody else."""
FOLLOWED = ("documents", "engagements", "agreements", "groups", "campaigns", "initiatives")
"""Lists whose first record is opened too."""


@pytest.fixture(scope="module")
def axe() -> Any:
    """The checks of axe-core."""
    reason = "axe-playwright-python is not installed: make browser"
    return pytest.importorskip("axe_playwright_python.sync_playwright", reason=reason).Axe()


def addresses(page: Any, role: str) -> Iterator[str]:
    """Every page for somebody with a role."""
    yield from PAGES[role]
    if role != "officer":
        return
    for name in FOLLOWED:
        page.goto(f"/{name}")
        yield page.locator("tbody th a").first.get_attribute("href").lstrip("/")
    page.goto("/documents")
    page.click("tbody th a")
    yield page.locator(".note a[data-key=c]").first.get_attribute("href").lstrip("/")


@pytest.mark.parametrize("width", WIDTHS)
@pytest.mark.parametrize("role", PAGES)
def test_no_page_bars_anybody_or_runs_over_the_edge(
    house: House, opened: Open, axe: Any, role: str, width: int
) -> None:
    page, wrong = opened(house, role, width=width), []
    for address in list(addresses(page, role)):
        page.goto(f"/{address}")
        if role == "officer" and address in PICTURES:
            kept(page, f"{PICTURES[address]}-{width}")
        # What is folded is looked at too.
        page.evaluate("document.querySelectorAll('details').forEach(one => { one.open = true })")
        found = axe.run(page).response["violations"]
        wrong += [
            f"{address}: {one['id']} ({one['impact']}) {one['nodes'][0]['html'][:160]}"
            for one in found
            if one["impact"] in ("serious", "critical", "moderate")
        ]
        wide = page.evaluate("document.documentElement.scrollWidth")
        if wide > width:
            wrong.append(f"{address}: {wide} pixels wide")
    assert not wrong, "\n".join(wrong)
