"""Depositing a document, and what becomes of what was read in it."""

import pytest

from tests.record import ADMINISTRATOR, AUDITOR, OFFICER
from whimbrel.acts import documents, readings
from whimbrel.acts.entering import body_of
from whimbrel.acts.refused import Overtaken, Refused
from whimbrel.demo import compose
from whimbrel.engagements import extract
from whimbrel.engagements.rows import facts_of
from whimbrel.engagements.understood import understand
from whimbrel.queries import documents as seen
from whimbrel.queries import ledger
from whimbrel.reading.examine import examine_bytes
from whimbrel.register.models import Body, Engagement, Evidence, Provision, Reading

pytestmark = pytest.mark.usefixtures("house")


@pytest.fixture(scope="module")
def paper() -> bytes:
    """The specimen as a Word file."""
    return compose()


@pytest.fixture
def symbol(paper: bytes) -> str:
    """The specimen, deposited."""
    found = understand(paper, name="specimen.docx")
    return documents.deposit(OFFICER, "came by mail", found).symbol


def test_a_deposit_keeps_the_paragraphs_and_proposes_what_was_read(symbol: str) -> None:
    (one,) = seen.documents(OFFICER).rows
    assert one.symbol == symbol
    assert one.waiting == len(seen.readings(OFFICER, symbol)) > 50
    assert {reading.state for reading in seen.readings(OFFICER, symbol)} == {"proposed"}


def test_the_same_bytes_are_recognised(paper: bytes, symbol: str) -> None:
    again = documents.deposit(OFFICER, "", understand(paper, name="copy.docx"))
    assert (again.known, again.symbol, again.number) == (True, symbol, 1)
    assert len(seen.documents(OFFICER).rows) == 1


def test_the_export_from_the_record_keeps_all_that_was_read(paper: bytes, symbol: str) -> None:
    fresh = facts_of(extract(examine_bytes(paper, name="x.docx").document), source=symbol)
    assert seen.rows(OFFICER, symbol) == fresh
    readings.accept_sure(OFFICER, "looked through", symbol)
    assert seen.rows(OFFICER, symbol) == fresh


def test_what_is_sure_enters_the_record_once(symbol: str) -> None:
    count = readings.accept_sure(OFFICER, "looked through", symbol)
    assert count > 50
    names = [body.name for body in Body.objects.all()]
    assert len(names) == len(set(names)) > 5
    done = Engagement.objects.exclude(parts=None)
    assert done.exists()
    assert all(one.evidence.filter(address__startswith=f"{symbol}#").exists() for one in done)
    assert Provision.objects.exclude(text="").exists()
    before = (Body.objects.count(), Engagement.objects.count(), Evidence.objects.count())
    for one in Reading.objects.filter(state="accepted"):
        readings.enter(one, one.by)  # type: ignore[arg-type]
    assert (Body.objects.count(), Engagement.objects.count(), Evidence.objects.count()) == before


def test_a_class_has_no_twin_under_its_short_name(symbol: str) -> None:
    long = body_of("non-governmental organizations")
    assert body_of("NGOs") == long
    assert Body.objects.get(pk=long.pk).unnamed
    assert body_of("FAO") == body_of("Food and Agriculture Organization of the United Nations")
    assert body_of("Tern Club of Nowhere") == body_of("tern club of nowhere")


def test_what_is_rejected_is_not_in_the_export_and_enters_nothing(symbol: str) -> None:
    named = readings.Named(symbol=symbol, kind="engagements", place=1)
    rows = seen.rows(OFFICER, symbol)["engagements"]
    assert isinstance(rows, list)
    assert readings.judge(OFFICER, "a duplicate", named, "reject") == "rejected"
    left = seen.rows(OFFICER, symbol)["engagements"]
    assert left == rows[1:]
    assert not Engagement.objects.exists()


def test_a_correction_keeps_what_was_read(symbol: str) -> None:
    (first, *_) = seen.readings(OFFICER, symbol, kind="engagements")
    named = readings.Named(symbol=symbol, kind="engagements", place=first.place)
    better = {**first.row, "title": "A better title"}
    readings.judge(OFFICER, "the title was cut", named, "correct", row=better)
    assert Engagement.objects.get().title == "A better title"
    kept = Reading.objects.get(kind="engagements", place=first.place)
    assert kept.row["title"] == first.row["title"]


def test_the_second_of_two_officers_is_told_what_the_first_did(symbol: str) -> None:
    named = readings.Named(symbol=symbol, kind="engagements", place=1)
    readings.judge(OFFICER, "", named, "accept")
    with pytest.raises(Overtaken, match=r"Ann said accepted of .* engagements 1 meanwhile"):
        readings.judge(OFFICER, "", named, "reject", seen=0)
    assert Reading.objects.get(kind="engagements", place=1).state == "accepted"


def test_reading_again_never_undoes_a_verdict(paper: bytes, symbol: str) -> None:
    rejected = readings.Named(symbol=symbol, kind="engagements", place=1)
    readings.judge(OFFICER, "", rejected, "reject")
    Reading.objects.filter(kind="engagements", place=2).update(sure=False, row={"stale": True})
    Reading.objects.filter(kind="dates", place=1).update(key="what a worse reader found")
    documents.read_again(OFFICER, "a new version", understand(paper, name="s.docx"))
    assert Reading.objects.get(kind="engagements", place=1).state == "rejected"
    assert "title" in Reading.objects.get(kind="engagements", place=2).row
    assert not Reading.objects.filter(key="what a worse reader found").exists()


def judged(symbol: str, verdict: str) -> Reading:
    """The first engagement, judged."""
    one = Reading.objects.get(kind="engagements", place=1)
    row = {**one.row, "title": "A better title"} if verdict == "correct" else None
    named = readings.Named(symbol=symbol, kind="engagements", place=1)
    readings.judge(OFFICER, "", named, verdict, row=row)
    one.refresh_from_db()
    return one


@pytest.mark.parametrize("verdict", ["accept", "correct", "reject"])
def test_a_revision_takes_over_what_was_said_of_the_same_words(symbol: str, verdict: str) -> None:
    old = judged(symbol, verdict)
    told = documents.deposit(OFFICER, "revised", understand(compose(bodies=2), name="s2.docx"))
    assert told.number == 2
    new = Reading.objects.get(version__number=2, kind=old.kind, key=old.key)
    fields = ("state", "corrected", "by", "at", "change")
    assert [getattr(new, name) for name in fields] == [getattr(old, name) for name in fields]
    waiting = Reading.objects.filter(version__number=2, state="proposed").count()
    assert told.proposed == waiting
    readings.accept_sure(OFFICER, "", symbol)
    new.refresh_from_db()
    assert new.state == old.state
    assert Engagement.objects.filter(key=old.key).exists() == (verdict != "reject")


@pytest.mark.parametrize("field", ["words", "key"])
def test_what_was_rejected_does_not_come_back_as_sure(symbol: str, field: str) -> None:
    judged(symbol, "reject")
    old = Reading.objects.get(kind="engagements", place=1)
    key = old.key
    Reading.objects.filter(pk=old.pk).update(**{field: "as another reader had it"})
    documents.deposit(OFFICER, "revised", understand(compose(bodies=2), name="s2.docx"))
    new = Reading.objects.get(version__number=2, kind="engagements", key=key)
    assert (new.state, new.sure) == ("proposed", False)


@pytest.mark.parametrize("verdict", ["accept", "correct", "reject"])
def test_each_place_is_that_of_one_reading_after_reading_again(
    paper: bytes, symbol: str, verdict: str
) -> None:
    old = judged(symbol, verdict)
    Reading.objects.filter(pk=old.pk).update(key="what another reader found")
    documents.read_again(OFFICER, "a new version", understand(paper, name="s.docx"))
    places = list(Reading.objects.values_list("version", "kind", "place"))
    assert len(places) == len(set(places))
    listed = list(Reading.objects.filter(kind="engagements").values_list("place", flat=True))
    assert sorted(listed) == list(range(1, len(listed) + 1))
    old.refresh_from_db()
    assert (old.place, old.state) == (len(listed), Reading.State(old.state).value)
    assert old.state != "proposed"


def test_a_role_that_may_not_is_refused_with_who_may_and_leaves_a_line(symbol: str) -> None:
    named = readings.Named(symbol=symbol, kind="engagements", place=1)
    with pytest.raises(Refused, match=r"a role of auditor may not .*these may: officer, approver"):
        readings.judge(AUDITOR, "", named, "accept")
    newest = ledger.lines(AUDITOR)[0]
    assert (newest.act, newest.refused, newest.by) == ("readings.judge", True, AUDITOR)
    assert Reading.objects.get(kind="engagements", place=1).state == "proposed"


def test_nobody_sees_what_is_not_public_without_a_role(symbol: str) -> None:
    assert seen.documents(None).rows == ()
    with pytest.raises(seen.Hidden):
        seen.readings(None, symbol)
    assert seen.documents(ADMINISTRATOR).rows != ()


@pytest.mark.parametrize(
    ("verdict", "row", "why"),
    [
        ("maybe", None, "is no verdict"),
        ("correct", None, "comes with"),
        ("accept", {}, "comes with"),
    ],
)
def test_a_verdict_that_is_none_is_refused(
    symbol: str, verdict: str, row: dict[str, object] | None, why: str
) -> None:
    named = readings.Named(symbol=symbol, kind="engagements", place=1)
    with pytest.raises(Refused, match=why):
        readings.judge(OFFICER, "", named, verdict, row=row)


def test_a_reading_that_is_not_there_is_refused_with_how_many_are(symbol: str) -> None:
    named = readings.Named(symbol=symbol, kind="statuses", place=99)
    with pytest.raises(Refused, match=r"has \d+ readings of statuses, and no 99"):
        readings.judge(OFFICER, "", named, "accept")
    with pytest.raises(Refused, match="there is no X/1 in the record"):
        readings.accept_sure(OFFICER, "", "X/1")


def test_the_files_of_a_document_are_its_versions(symbol: str) -> None:
    other = understand(compose(bodies=2), name="specimen-2.docx")
    told = documents.deposit(OFFICER, "revised", other)
    assert (told.symbol, told.number, told.known) == (symbol, 2, False)
    assert seen.documents(OFFICER).rows[0].versions == 2
