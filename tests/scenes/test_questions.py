"""Questions that people ask of a house, each answered by an address: `questions.yaml`."""

from collections.abc import Iterator
from typing import Any

import pytest

from tests.scenes import answers, house
from tests.scenes.answers import Question, fits, rows, those
from tests.tools import corpus

pytestmark = [pytest.mark.long, pytest.mark.django_db]
ASKED = those()
LISTED = [one for one in ASKED if one.listed]
EITHER = {"refused", "renewed", "present", "evidence", "engaged"}
DAYS = {"on", "since", "until", "year"}
"""Filters that know two values only, or days."""
FILTERS = {(one.path, name): one for one in LISTED for name in one.filters}
ONCE = [one for one in LISTED if one in FILTERS.values() or not one.filters]
"""A question for every filter, and for every list without one."""
FIRST = list({one.path: one for one in ONCE}.values())
"""One for each list."""


@pytest.fixture(scope="module", autouse=True)
def demo(django_db_setup: None, django_db_blocker: Any) -> Iterator[None]:
    """The demo house, once for all questions: nothing that is asked changes it."""
    with django_db_blocker.unblock(), house.opened():
        yield


def check(one: Question) -> None:
    """The answer to a question is the one of the table."""
    if one.status != 200:
        assert answers.got(one).status_code == one.status
        return
    found = rows(one)
    for wanted in one.has:
        assert any(fits(row, wanted) for row in found), (wanted, found)
    for wanted in one.not_:
        assert not any(fits(row, wanted) for row in found), (wanted, found)
    if one.only is None:
        return
    missing = [wanted for wanted in one.only if not any(fits(row, wanted) for row in found)]
    more = [row for row in found if not any(fits(row, wanted) for wanted in one.only)]
    assert (missing, more, len(found)) == ([], [], len(one.only))


@pytest.mark.parametrize("one", ASKED, ids=answers.named)
def test_a_question_is_answered(one: Question) -> None:
    check(one)


def test_a_question_is_answered_by_the_document_itself() -> None:
    house.deposit(corpus("seed", "UNEP-CMS-COP15-Doc.18.1.auto.docx"))
    for one in those(after="document"):
        check(one)


@pytest.mark.parametrize("one", ONCE, ids=answers.named)
def test_what_is_taken_along_is_what_was_shown(one: Question) -> None:
    shown = len(rows(one))
    assert answers.taken(one, "csv") == shown
    if one in FIRST:
        assert answers.taken(one, "xlsx") == shown
    if shown or one.who != "public":
        assert answers.taken(one, "page") == min(shown, 50)


@pytest.mark.parametrize(
    ("path", "name"), sorted(pair for pair in FILTERS if pair[1] not in DAYS | EITHER)
)
def test_a_filter_that_nothing_fits_leaves_nothing(path: str, name: str) -> None:
    assert rows(FILTERS[path, name], **{name: "nothing of this kind"}) == []


def test_there_are_forty_questions_of_every_kind_of_person() -> None:
    counts = {who: sum(one.who == who for one in answers.table()) for who in house.WHO}
    assert sum(counts.values()) >= 40
    assert (
        min(counts[who] for who in ("officer", "focal point", "partner", "auditor", "public")) >= 5
    )
    assert all(
        one.only is not None or one.not_ or one.has or one.status != 200 for one in answers.table()
    )
