"""What an officer says became of a provision."""

import pytest

from tests.record import OFFICER, with_role
from whimbrel.acts import answers, mandates, meetings
from whimbrel.acts.refused import Overtaken, Refused
from whimbrel.queries.provisions import rows
from whimbrel.queries.scope import PUBLIC, reader
from whimbrel.register.models import Provision, Status

pytestmark = pytest.mark.usefixtures("house")


@pytest.fixture
def name() -> str:
    """A provision."""
    meetings.enter(OFFICER, "", "COP14")
    mandates.adopt(OFFICER, "", "14.10", kind="decision", meeting="COP14")
    return mandates.enter(OFFICER, "", "14.10", "14.10 d)", text="Review the values.")


def said(who: str | None) -> str:
    """The status that a reader sees in the list."""
    one = Provision.objects.get()
    return rows([one.pk], reader(who) if who else PUBLIC)[0].status


def test_an_officer_says_what_became_of_it_and_the_public_is_not_told(name: str) -> None:
    answers.report_against(OFFICER, "", name, "partly-implemented", why="half of it", seen=0)
    assert (said(OFFICER), said(None)) == ("partly-implemented", "")
    one = Status.objects.get()
    assert (one.stated, one.version, one.by.email if one.by else "") == (True, None, OFFICER)


def test_a_second_statement_takes_the_place_of_the_first(name: str) -> None:
    with_role("approver")
    answers.report_against(OFFICER, "", name, "partly-implemented", seen=0)
    with pytest.raises(Overtaken, match=r"Ann changed this provision meanwhile"):
        answers.report_against("x@example.org", "", name, "implemented", seen=0)
    answers.report_against("x@example.org", "", name, "implemented", disposition="delete", seen=1)
    assert [one.status for one in Status.objects.all()] == ["implemented"]
    answers.take_back_answer(OFFICER, "", name, seen=2)
    assert said(OFFICER) == ""
    with pytest.raises(Refused, match="nothing was said"):
        answers.take_back_answer(OFFICER, "", name, seen=3)


@pytest.mark.parametrize(
    ("status", "more", "why"),
    [
        ("done", {}, "is no status"),
        ("not-implemented", {}, "say why"),
        ("reported-elsewhere", {}, "say where"),
        ("covered-elsewhere", {"why": "IPBES did"}, "say where"),
        ("implemented", {"disposition": "forget"}, "is no disposition"),
    ],
)
def test_a_statement_has_what_the_report_will_need(
    name: str, status: str, more: dict[str, str], why: str
) -> None:
    with pytest.raises(Refused, match=why):
        answers.report_against(OFFICER, "", name, status, seen=0, **more)  # type: ignore[arg-type]
    assert not Status.objects.exists()


def test_what_the_work_of_another_covers_is_kept_with_what_is_left(name: str) -> None:
    answers.report_against(
        OFFICER, "", name, "covered-elsewhere", why="an assessment of others covers most of it",
        evidence=("UNEP/TERN/COP3/Doc.4#para_2",), covered=("values",), left=("opportunities",),
        seen=0,
    )  # fmt: skip
    one = Status.objects.get()
    assert (one.covered, one.left) == (["values"], ["opportunities"])
