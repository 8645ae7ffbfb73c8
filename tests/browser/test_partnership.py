"""A partnership from need to closure in a real browser, under two policies, with and without
script; and what is refused, with the rule."""

import datetime
from pathlib import Path
from typing import Any

import pytest

from tests.browser.conftest import House, Open, kept

pytestmark = pytest.mark.browser
MANDATE = "14.10 c)"
ASSESSOR, CHIEF = "assessor@example.org", "chief@example.org"
LATER = (datetime.date.today() + datetime.timedelta(days=400)).isoformat()


class Page:
    """The page of a partnership, for one person."""

    def __init__(self, page: Any, key: str) -> None:
        self.page, self.key = page, key

    def fill(self, deed: str, **blanks: str) -> str:
        """Fill in the form of an act and send it: what the page says then."""
        self.page.goto(f"/partnerships/{self.key}")
        form = self.page.locator(f"main form[action$='/{deed}']").first
        holder = form.locator("xpath=ancestor::details[1]")
        if holder.count() and holder.get_attribute("open") is None:
            holder.locator("summary").first.click()
        for name, value in blanks.items():
            field = form.locator(f"[name={name}]").first
            if field.evaluate("one => one.tagName") == "SELECT":
                field.select_option(value)
            else:
                field.fill(value)
        form.locator("button").last.click()
        return self.text()

    def text(self) -> str:
        """What the page says."""
        return str(self.page.inner_text("main"))

    def state(self) -> str:
        """The page anew."""
        self.page.goto(f"/partnerships/{self.key}")
        return self.text()

    def complete(self, step: str) -> str:
        """Say that a step is done."""
        self.page.goto(f"/partnerships/{self.key}")
        form = self.page.locator(f"#form-complete-{step}")
        form.locator("summary").click()
        form.locator("button").click()
        return self.text()


def begun(page: Any, title: str, pack: str) -> str:
    """State a need; the key of the partnership."""
    page.goto("/partnerships")
    page.locator("main summary:text-is('State a need')").click()
    page.fill("#n-title", title)
    page.fill("#n-words", "Somebody who counts waders.")
    page.fill("#n-provision", MANDATE)
    page.select_option("#n-pack", pack)
    page.locator("main button:text-is('State the need')").click()
    page.wait_for_url("**/partnerships/cms-P*")
    return str(page.url.rpartition("/")[2])


def documents(officer: Page, file: Path) -> None:
    """Bring every document that is asked for."""
    officer.state()
    kinds = officer.page.locator("#bring--kind option").evaluate_all(
        "all => all.map(one => one.value)"
    )
    for kind in kinds:
        officer.page.goto(f"/partnerships/{officer.key}")
        officer.page.locator("#form-bring summary").click()
        officer.page.select_option("#bring--kind", kind)
        officer.page.set_input_files("#bring--file", str(file))
        officer.page.locator("#form-bring button").click()
    officer.complete("documents")


def answered(assessor: Page) -> None:
    """Answer every line as the policy wants it, and say what was consulted."""
    assessor.state()
    whole = assessor.page.evaluate("document.querySelectorAll('form.answers select').length")
    assert whole > 5
    bad = ("other-risk", "observations", "conflict", "controversy")
    for field in assessor.page.locator("form.answers select").all():
        name = (field.get_attribute("name") or "").removeprefix("v-")
        offered = field.locator("option").evaluate_all("all => all.map(one => one.value)")
        line = field.locator("xpath=ancestor::li[1]").inner_text()
        no = name in bad or "criterion" in line
        field.select_option("clear" if "clear" in offered else "no" if no else "yes")
    assessor.page.fill("#all-source", "a register, made up")
    assessor.page.locator("main button:text-is('Keep the answers')").click()
    assert "0 have no answer" in assessor.text()


@pytest.mark.parametrize(
    ("pack", "script"), [("generic-un", True), ("cms-tailored", False)],
    ids=["generic-un", "cms-tailored-no-script"],
)  # fmt: skip
def test_from_need_to_closure(
    own: House, opened: Open, tmp_path: Path, pack: str, script: bool
) -> None:
    file = tmp_path / "paper.pdf"
    file.write_bytes(b"%PDF-1.4 made up")
    pages = [opened(own, who, script=script) for who in ("officer", ASSESSOR, "approver", CHIEF)]
    key = begun(pages[0], "Waders counted", pack)
    officer, assessor, head, chief = (Page(page, key) for page in pages)

    officer.fill(
        "select", body="Tern Trust (made up)", category="ngo", modality="small-grant",
        instrument="small-grant-agreement", value="12000", in_currency="USD", selection="open",
    )  # fmt: skip
    assert "Selected" in officer.text()

    # A grant before the vetting is refused, with the rule.
    told = chief.fill("sign", until=LATER)
    assert "UNEP/CMS/COP15/Doc.18.1, paragraph 34" in told
    assert "cannot be done now" in told
    told = head.fill("approve", why="It is urgent.")
    assert "paragraph 34" in told

    documents(officer, file)
    answered(assessor)
    assessor.complete("screen")

    # A due diligence of long ago is shown as run out, and bars what comes next.
    told = assessor.fill("assess", risk="low", why="Nothing was found.", on="2015-03-02")
    assert "The due diligence has run out" in told
    assert "cannot be done now" in head.complete("review")
    told = assessor.fill("assess", risk="low", why="Nothing was found.")
    assert "has run out" not in told
    assert "The due diligence is concluded" in told

    # A red flag in the middle: nobody clears until a person has lifted it.
    assessor.fill("flag", kind="red", category="reputational", words="A report on a wetland.")
    assert "A red flag is up" in head.state()
    head.complete("review")
    assert "red flag" in chief.fill("clear", why="I think it is fine.")
    assert "whose role may decide" in assessor.fill("lift-flag", why="It was another.")
    head.fill("lift-flag", why="The report is on another body of that name.")
    assert "A red flag is up" not in head.state()
    head.fill("clear", why="As assessed.")

    # Who asks for a partnership never approves it; who assessed it does not either.
    told = officer.fill("approve", why="I know them.")
    assert "cannot be done now" in told
    assert "requester" in told.lower() or "asks" in told.lower()
    told = assessor.fill("approve", why="I looked into it.")
    assert "cannot be done now" in told
    assert "Approved" in head.fill("approve", why="As cleared.")

    assert "cannot be done now" in chief.fill("sign", until=LATER)  # Nobody was checked.
    officer.fill("name-signatory", side="partner", name="Mo Heron", title="Director")
    assessor.fill("check-signatory", authorized="yes", shown="statutes", why="Article 7.")
    assert "It is signed" in chief.fill("sign", until=LATER)

    # An amendment while the original runs.
    officer.fill("plan", kind="deliverable", words="A count", due_on=LATER)
    officer.fill("plan", kind="tranche", words="Second half", value="6000", hangs_on="1")
    told = officer.fill("amend", words="A second winter.", value="14000", usd="14000")
    assert "The original runs until it is signed" in told
    assert "1. Original, in force" in told
    assert "2. Amendment, waits" in told
    assert "cannot be done now" in head.fill("pay")  # What it hangs on is not there.
    officer.fill("deliver", found="The count of the first winter.")
    assert "It is noted as paid" in head.fill("pay")
    head.fill("approve", why="The count was good.")
    officer.fill("name-signatory", side="partner", name="Mo Heron")
    assessor.fill("check-signatory", authorized="yes", shown="statutes", why="Article 7.")
    told = chief.fill("sign", until=LATER)
    assert "1. Original, replaced" in told
    assert "2. Amendment, in force" in told
    assert "14,000" in told

    told = chief.fill("close", why="All was delivered.")
    assert "Closed" in told
    kept(chief.page, f"partnership-{pack}")
    # What is refused is told with a status that a browser notes.
    odd = [each for page in pages for each in page.complaints if "403" not in each]
    assert odd == []


def test_a_phone_and_three_languages(house: House, opened: Open) -> None:
    page = opened(house, "approver", width=360, script=False)
    for address in ("/partnerships", "/partnerships/cms-P0001", "/partnerships/authority"):
        page.goto(address)
        assert page.evaluate("document.documentElement.scrollWidth") == 360, address
        kept(page, f"phone{address.replace('/', '-')}")
    stranger = opened(house, "")
    stranger.goto("/partnerships/cms-P0001")
    text = stranger.inner_text("main")
    assert "Counts of waders" in text
    assert "Due diligence" not in text
    stranger.goto("/partnerships/cms-P0003")
    assert "Sandbar" not in stranger.inner_text("body")
