"""Tokens of programs."""

from datetime import timedelta

import pytest
from django.utils import timezone

from tests.record import ADMINISTRATOR, OFFICER, with_role
from whimbrel.acts import people, tokens
from whimbrel.acts.refused import Refused
from whimbrel.queries.tokens import person_of_token
from whimbrel.queries.tokens import tokens as held
from whimbrel.register.models import Token

pytestmark = pytest.mark.usefixtures("house")


def test_a_token_names_its_person_and_only_its_digest_is_kept() -> None:
    made = tokens.make(OFFICER, "", "the website", days=30)
    assert person_of_token(made.secret) == OFFICER
    assert person_of_token(made.secret[:-1]) is None
    assert person_of_token("") is None
    row = Token.objects.values().get()
    assert made.secret not in str(row)
    assert len(row["digest"]) == 64


def test_a_token_is_worth_nothing_once_its_time_is_up_or_its_person_may_have_none() -> None:
    made = tokens.make(OFFICER, "", "the website")
    people.change_role(ADMINISTRATOR, "", OFFICER, "auditor")
    assert person_of_token(made.secret) is None
    people.change_role(ADMINISTRATOR, "", OFFICER, "officer")
    assert person_of_token(made.secret) == OFFICER
    Token.objects.update(until=timezone.now())
    assert person_of_token(made.secret) is None
    assert held(OFFICER)[0].over
    made = tokens.make(OFFICER, "", "the other")
    people.leave(ADMINISTRATOR, "", OFFICER)
    assert person_of_token(made.secret) is None


def test_the_last_use_is_noted_once_a_minute() -> None:
    made = tokens.make(OFFICER, "", "the website")
    assert held(OFFICER)[0].used_at is None
    person_of_token(made.secret)
    first = held(OFFICER)[0].used_at
    assert first is not None
    person_of_token(made.secret)
    assert held(OFFICER)[0].used_at == first
    Token.objects.update(used_at=timezone.now() - timedelta(minutes=2))
    person_of_token(made.secret)
    last = held(OFFICER)[0].used_at
    assert last is not None
    assert last > first - timedelta(seconds=1)
    assert timezone.now() - last < timedelta(minutes=1)


@pytest.mark.parametrize(
    ("name", "days", "why"),
    [(" ", 9, "what the token is for"), ("x", 0, "1 to 366"), ("x", 367, "1")],
)
def test_a_token_is_refused(name: str, days: int, why: str) -> None:
    with pytest.raises(Refused, match=why):
        tokens.make(OFFICER, "", name, days=days)


def test_tokens_are_bounded_and_ones_own() -> None:
    for one in range(tokens.MOST):
        tokens.make(OFFICER, "", f"number {one}")
    with pytest.raises(Refused, match="end one first"):
        tokens.make(OFFICER, "", "one more")
    mine = held(OFFICER)[0]
    with pytest.raises(Refused, match="you have no token"):
        tokens.end(ADMINISTRATOR, "", mine.number)
    assert tokens.end(OFFICER, "", mine.number) == mine.name
    assert len(held(OFFICER)) == tokens.MOST - 1
    with pytest.raises(Refused, match="a role of auditor may not make a token"):
        tokens.make(with_role("auditor"), "", "x")
