"""Asking, answering, commenting and following: who may, of whose record."""

import datetime

import pytest

from tests.record import ADMINISTRATOR, AUDITOR, OFFICER
from whimbrel.acts import engagements, mandates, people
from whimbrel.acts import publish as acts_publish
from whimbrel.acts import talk as acts
from whimbrel.acts.naming import body_of
from whimbrel.acts.refused import Refused
from whimbrel.queries import scope
from whimbrel.register.models import Comment, Engagement, Following, Line, Question

BENIN, CLUB = "koffi@example.org", "lupe@example.org"
DAY = datetime.date(2999, 1, 1)
pytestmark = pytest.mark.usefixtures("people_of_others")


@pytest.fixture
def people_of_others(house: object) -> None:
    """A focal point of Benin and somebody of a partner."""
    body_of("Tern Club of Nowhere")
    people.enter(ADMINISTRATOR, "", BENIN, "Koffi", "focal point", country="BJ")
    people.enter(ADMINISTRATOR, "", CLUB, "Lupe", "partner", body="Tern Club of Nowhere")


def deed(*partners: str, **told: object) -> str:
    """An engagement, recorded: what it is called."""
    key = engagements.record(
        OFFICER, "", f"A walk with {partners}", kind="event", partners=partners, **told
    )  # type: ignore[arg-type]
    return f"engagement {key[:12]}"


def test_a_comment_and_a_following_need_a_record_that_is_ones_own() -> None:
    in_benin = deed("FAO", countries_concerned=("BJ",))
    with_club = deed("Tern Club of Nowhere")
    for who, own, foreign in ((BENIN, in_benin, with_club), (CLUB, with_club, in_benin)):
        assert acts.comment(who, "", own, "We were there.") == 1
        assert acts.follow(who, "", own) == own
        for act in (
            lambda who=who, it=foreign: acts.comment(who, "", it, "Hm."),
            lambda who=who, it=foreign: acts.follow(who, "", it),
            lambda who=who, it=foreign: acts.unfollow(who, "", it),
        ):
            with pytest.raises(Refused, match="only where it is own"):
                act()
    assert Comment.objects.count() == Following.objects.count() == 2


def test_a_record_that_is_not_there_is_told_like_one_of_others() -> None:
    foreign = deed("FAO")
    told = []
    for about in (foreign, "engagement 000000000000"):
        with pytest.raises(Refused) as refused:
            acts.comment(BENIN, "", about, "Hm.")
        told.append(str(refused.value))
    assert told[0] == told[1]
    with pytest.raises(Refused, match="there is no engagement 0 in the record"):
        acts.comment(OFFICER, "", "engagement 0", "Hm.")


def test_a_public_record_is_for_everybody_to_comment_on_who_may() -> None:
    people.enter(ADMINISTRATOR, "", "dee@example.org", "Dee", "approver")
    about = deed("FAO")
    acts_publish.publish("dee@example.org", "for all", *about.split(" "))
    assert acts.comment(BENIN, "", about, "Well done.") == 1
    with pytest.raises(Refused, match="may not comment"):
        acts.comment(AUDITOR, "", about, "Hm.")


def test_who_is_asked_sees_the_record_and_only_they_answer_once() -> None:
    about = deed("FAO")
    assert not scope.seen(Engagement.objects.all(), scope.reader(BENIN)).exists()
    assert acts.ask(OFFICER, "for the report", about, "Who came?", of=BENIN, day=DAY) == 1
    assert acts.ask(OFFICER, "for the report", about, "And you?", of=OFFICER, day=DAY) == 2
    assert scope.seen(Engagement.objects.all(), scope.reader(BENIN)).exists()
    for other in (CLUB, OFFICER):
        with pytest.raises(Refused, match="only where it is own"):
            acts.answer(other, "", about, 1, "Nobody.")
    assert acts.answer(BENIN, "", about, 1, "Forty people.") == 1
    one = Question.objects.get(asked_of__email=BENIN)
    assert (one.answer, one.answered_at is not None) == ("Forty people.", True)
    assert Line.objects.filter(act="records.answer", about=about, refused=False).count() == 1
    with pytest.raises(Refused, match="answered already"):
        acts.answer(BENIN, "", about, 1, "Fifty.")
    with pytest.raises(Refused, match="only where it is own"):
        acts.answer(BENIN, "", about, 9, "Fifty.")


def test_a_provision_is_shown_to_who_is_asked_about_it() -> None:
    mandates.adopt(OFFICER, "", "14.10", kind="decision")
    mandates.enter(OFFICER, "", "14.10", "14.10 d)", text="Review.", paraphrase=True)
    about = "provision 14.10 d)"
    acts.ask(OFFICER, "", about, "Is there money?", of=BENIN, day=DAY)
    assert acts.comment(BENIN, "", about, "I shall ask.") == 1


@pytest.mark.parametrize(
    ("of", "day", "words", "why"),
    [
        ("x@example.org", DAY, "Who?", "nobody here goes by"),
        (AUDITOR, DAY, "Who?", "a role of auditor may not answer"),
        (BENIN, datetime.date(2020, 1, 1), "Who?", "is over"),
        (BENIN, DAY, " ", "the question is missing"),
    ],
)
def test_a_question_that_cannot_be_answered_is_not_asked(
    of: str, day: datetime.date, words: str, why: str
) -> None:
    with pytest.raises(Refused, match=why):
        acts.ask(OFFICER, "", deed("FAO"), words, of=of, day=day)
    assert not Question.objects.exists()


def test_following_twice_is_following_once_and_ends() -> None:
    about = deed("FAO")
    for _ in range(2):
        acts.follow(ADMINISTRATOR, "", about)
    newest = Following.objects.get().told
    assert newest == Line.objects.count() - 2
    acts.unfollow(ADMINISTRATOR, "", about)
    with pytest.raises(Refused, match="do not follow"):
        acts.unfollow(ADMINISTRATOR, "", about)
