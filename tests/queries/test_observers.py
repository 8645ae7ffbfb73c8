"""The public register: only what was published, and what it says of a day."""

import datetime

import pytest

from tests.applied import OPENS, applied, approver, seen
from tests.record import OFFICER
from whimbrel.acts import bodies, deciding, examining, holding
from whimbrel.queries import observers
from whimbrel.queries.observers import Filter
from whimbrel.register.models import Case

pytestmark = pytest.mark.usefixtures("house")
DAY = datetime.date(2026, 3, 25)


def admitted(name: str = "Tern Watch", *, public: bool = True) -> str:
    """A body that is admitted, and shown or not."""
    key = applied(name, scope="international")
    examining.match(OFFICER, "", key, seen=seen(key))
    deciding.decide(
        approver(), "", key, "admit", "COP15", "agreed", on=OPENS, seen=seen(key)
    )  # fmt: skip
    if public:
        holding.publish(approver(), "as decided", key, seen=seen(key))
    return key


def names(by: str | None = None, today: datetime.date = DAY, **asks: str) -> list[str]:
    """The names in the register."""
    return [one.name for one in observers.observers(by, Filter(**asks), today=today).rows]


def test_strangers_see_what_was_published_and_officers_no_more() -> None:
    admitted()
    admitted("Gull Guard", public=False)
    assert names() == names(OFFICER) == ["Tern Watch"]
    assert names(q="gull") == []
    assert names(country="KE", meeting="COP15", status="admitted") == ["Tern Watch"]


def test_what_is_restricted_is_never_shown() -> None:
    admitted()
    Case.objects.update(restricted=True)
    assert names() == []


@pytest.mark.parametrize(
    ("on", "status"), [("2026-03-22", None), ("2026-03-23", "admitted"), ("2026-03-29", "admitted"),
                       ("2026-03-30", "over")],
)  # fmt: skip
def test_a_status_holds_from_its_first_day_to_its_last(on: str, status: str | None) -> None:
    admitted()
    rows = observers.observers(None, Filter(on=on)).rows
    assert [one.status for one in rows] == ([status] if status else [])


def test_a_withdrawn_status_stays_in_the_register_as_what_it_is() -> None:
    key = admitted()
    holding.withdraw_status(approver(), "", key, "COP15", "broke the rules", on=OPENS,
                            seen=seen(key))  # fmt: skip
    assert [one.status for one in observers.observers(None, today=DAY).rows] == ["withdrawn"]


def test_a_row_says_who_decided_and_nothing_of_the_application() -> None:
    admitted()
    one = observers.observers(None, today=DAY).rows[0]
    assert (one.decided_by, one.since, one.until) == ("COP15", "2026-03-23", "2026-03-29")
    assert one.body == "", "the body itself is not public, so nothing leads to it"
    assert "lu@example.org" not in str(one)


def test_a_name_is_shown_in_the_language_of_the_page() -> None:
    from django.utils import translation

    admitted()
    bodies.name(OFFICER, "", "tern-watch", "Veille des sternes", language="fr")
    with translation.override("fr"):
        assert names() == ["Veille des sternes"]
