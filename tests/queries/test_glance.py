"""What a page asks once, and what it does not keep."""

import pytest

from tests.record import OFFICER
from whimbrel.queries import scope
from whimbrel.queries.glance import FEW, asked_of, glance
from whimbrel.register.models import Person

pytestmark = pytest.mark.usefixtures("house")


def times(records: int) -> int:
    """How often something is asked of so many records that two parts of a page want to know."""
    asked: list[int] = []
    for _ in range(2):
        asked_of("what", range(records), lambda: asked.append(1))
    return len(asked)


def test_what_two_parts_of_a_page_ask_of_a_few_records_is_asked_once() -> None:
    assert times(FEW) == 2, "outside a page everybody asks"
    with glance():
        assert times(FEW) == 1
        assert times(2) == 1, "other records are other questions"


def test_a_whole_list_is_not_kept_in_memory() -> None:
    with glance():
        assert times(FEW + 1) == 2


def test_the_next_page_sees_what_changed_since() -> None:
    with glance():
        assert scope.reader(OFFICER).role == "officer"
    Person.objects.filter(email=OFFICER).update(role="auditor")
    with glance():
        assert scope.reader(OFFICER).role == "auditor"
