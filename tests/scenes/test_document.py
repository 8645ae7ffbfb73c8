"""The questions that only the document itself answers: it was deposited, and what was read in it
taken."""

from collections.abc import Iterator
from typing import Any

import pytest

from tests.scenes import answers, house
from tests.scenes.answers import Question
from tests.scenes.test_questions import check
from tests.tools import corpus

pytestmark = pytest.mark.django_db


@pytest.fixture(scope="module", autouse=True)
def deposited(django_db_setup: None, django_db_blocker: Any) -> Iterator[None]:
    """The demo house after the document came."""
    file = corpus("seed", "UNEP-CMS-COP15-Doc.18.1.auto.docx")
    with django_db_blocker.unblock(), house.opened():
        house.deposit(file)
        yield


@pytest.mark.parametrize("one", answers.those(after="document"), ids=answers.named)
def test_a_question_is_answered_by_the_document(one: Question) -> None:
    check(one)
