"""A body reports what it contributed; an officer takes the report into the record, or gives it
back; only its own people write it."""

import datetime
import zipfile
from io import BytesIO

import pytest

from tests.applied import approver
from tests.contributing import LU, WHOLE, admitted, begun, changed, coming, sent
from tests.record import ADMINISTRATOR, OFFICER
from whimbrel.acts import contribution, contribution_taken, mandates, people
from whimbrel.acts.refused import Overtaken, Refused
from whimbrel.queries import contributions as kept
from whimbrel.queries.contributed import asked_for, contributions, given_to, owed
from whimbrel.queries.contribution_form import form_file
from whimbrel.queries.prints import File
from whimbrel.queries.scope import reader
from whimbrel.register.models import (
    Body,
    BodyStatus,
    Case,
    Contributed,
    Contribution,
    Engagement,
    Line,
    Meeting,
)

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def office(house: object) -> None:
    """A house with an administrator, an officer and an auditor."""


def provision(name: str = "14.10 a)") -> None:
    mandates.adopt(OFFICER, "", "14.10", kind="decision")
    mandates.enter(OFFICER, "", "14.10", name, text="The Secretariat shall.")


def test_a_report_becomes_engagements_that_are_linked_to_all_they_name() -> None:
    provision()
    key = sent()
    assert key == "COP16-tern-watch"
    assert not Engagement.objects.exists(), "nothing enters the record without a person"
    done = contribution_taken.take_up(OFFICER, "", key, seen=3)
    one = Engagement.objects.get()
    assert done.engagements == (one.key,)
    assert done.unlinked == ()
    assert (one.kind, one.since, one.until, one.precision) == (
        "cooperation", "2025-11", "2025-12-03", "month",
    )  # fmt: skip
    assert [each.name for each in one.provisions.all()] == ["14.10 a)"]
    assert [(each.body.key, each.role) for each in one.parts.all()] == [("tern-watch", "partner")]
    assert sorted(each.country for each in one.places.all()) == ["BJ", "KE"]
    assert [each.address for each in one.evidence.all()] == [WHOLE["evidence"]]
    assert (one.outcome, one.species) == (WHOLE["result"], ["Sterna dougallii", "Sterna hirundo"])
    assert one.recorded_by.email == OFFICER
    assert (one.public, one.consent) == (False, "It may be shown.")
    assert Contributed.objects.get().engagement == one
    assert Line.objects.filter(act="contribution.take_up", refused=False).count() == 1
    with pytest.raises(Refused, match="taken into the record already"):
        contribution_taken.take_up(OFFICER, "", key, seen=4)


def test_a_provision_that_the_record_does_not_have_is_told_and_not_guessed() -> None:
    key = sent(provision="99.9 z)")
    assert contribution_taken.take_up(OFFICER, "", key, seen=3).unlinked == (1,)
    assert not Engagement.objects.get().provisions.exists()


@pytest.mark.parametrize(
    ("said", "name"),
    [("14.10 a)", "14.10 a)"), ("Decision 14.10 a)", "14.10 a)"),
     ("Décision 14.10 a)", "14.10 a)"), ("decisión 14.10 A)", "14.10 a)"),
     ("14.10", None), ("", None), ("Decision", None)],
)  # fmt: skip
def test_a_provision_is_found_however_it_is_cited(said: str, name: str | None) -> None:
    provision()
    found = kept.provision_of(said)
    assert (found.name if found else None) == name


def test_the_same_contribution_reported_twice_is_one_engagement() -> None:
    key = begun()
    for at in (0, 1):
        contribution.write_line(LU, "", key, 0, {**WHOLE, "provision": ""}, seen=at)
    contribution.send(LU, "", key, seen=2)
    done = contribution_taken.take_up(OFFICER, "", key, seen=3)
    assert len(set(done.engagements)) == 1
    assert Engagement.objects.count() == 1


FALSE = [
    ({"kind": "luck"}, "no kind of contribution"), ({"countries": "Atlantis"}, "no country"),
    ({"since": "last year"}, "no date"), ({"since": "2025-02-30"}, "calendar has no"),
    ({"since": "2025-03", "until": "2025-02"}, "cannot end before"),
    ({"luck": "yes"}, "no question"), ({"target": "x" * 61}, "longer than 60"),
    ({"what": "x" * 5001}, "longer than 5000"),
    ({"species": "; ".join(map(str, range(61)))}, "at most 60"),
]  # fmt: skip


@pytest.mark.parametrize(("values", "why"), FALSE, ids=[each[1] for each in FALSE])
def test_what_is_no_answer_is_told_and_nothing_is_kept(values: dict[str, str], why: str) -> None:
    key = begun()
    with pytest.raises(Refused, match=why):
        contribution.write_line(LU, "", key, 0, values, seen=0)
    assert not Contributed.objects.exists()


@pytest.mark.parametrize(
    ("constituency", "values", "consent", "missing"),
    [
        ("", None, "", "it names no contribution"),
        ("", {"what": "Counted."}, "", "contribution 1: Kind is missing"),
        ("", {"kind": "support"}, "", "contribution 1: What was done is missing"),
        ("Indigenous Peoples", {"what": "Counted.", "kind": "support"}, "", "Consent is missing"),
        ("youth", {"what": "Counted.", "kind": "support"}, "All of it may be shown.", ""),
        ("", {"what": "Counted.", "kind": "support"}, "", ""),
    ],
)
def test_a_report_is_sent_with_what_it_needs(
    constituency: str, values: dict[str, str] | None, consent: str, missing: str
) -> None:
    key = begun(admitted(constituency=constituency))
    if values:
        contribution.write_line(LU, "", key, 0, values, seen=0)
    contribution.write(LU, "", key, {"consent": consent}, seen=changed(key))
    if missing:
        with pytest.raises(Refused, match=missing):
            contribution.send(LU, "", key, seen=changed(key))
        return
    contribution.send(LU, "", key, seen=changed(key))
    assert Contribution.objects.get().sent_at is not None


def test_a_report_is_given_back_corrected_and_sent_again() -> None:
    key = sent()
    with pytest.raises(Refused, match="it was sent"):
        contribution.write_line(LU, "", key, 1, {"result": "More."}, seen=3)
    contribution_taken.give_back(OFFICER, "", key, "Say in which year.", seen=3)
    one = kept.mine(LU, key)
    assert one is not None
    assert (one.state, one.returned) == ("given back", "Say in which year.")
    contribution.write_line(LU, "", key, 1, {"since": "2024"}, seen=4)
    contribution.send(LU, "", key, seen=5)
    again = kept.mine(LU, key)
    assert again is not None
    assert (again.state, again.returned, again.lines[0].since) == ("received", "", "2024")
    with pytest.raises(Overtaken):
        contribution_taken.take_up(OFFICER, "", key, seen=3)


def test_a_line_is_taken_out_and_those_after_it_move_up() -> None:
    key = begun()
    for at, what in enumerate(("one", "two", "three")):
        contribution.write_line(LU, "", key, 0, {"what": what}, seen=at)
    assert contribution.take_out(LU, "", key, 2, seen=3) == 2
    assert [(one.number, one.what) for one in Contributed.objects.all()] == [
        (1, "one"), (2, "three"),
    ]  # fmt: skip
    with pytest.raises(Refused, match="no contribution 3"):
        contribution.take_out(LU, "", key, 3, seen=4)


def test_only_its_own_people_write_a_report_and_only_once_to_a_meeting() -> None:
    people.come_in("mo@example.org", "Mo", "en")
    body = admitted()
    with pytest.raises(Refused, match="only where it is own"):
        contribution.begin("mo@example.org", "", body, "COP16")
    with pytest.raises(Refused, match="no meeting to which bodies report now"):
        Meeting.objects.create(short="StC55", starts=datetime.date(2027, 5, 1))
        contribution.begin(LU, "", body, "StC55")
    key = begun(body)
    with pytest.raises(Refused, match="there is a report"):
        begun(body)
    for deed in (
        lambda who: contribution.write(who, "", key, {"summary": "Mine."}, seen=0),
        lambda who: contribution.write_line(who, "", key, 0, {"what": "Mine."}, seen=0),
        lambda who: contribution.send(who, "", key, seen=0),
    ):
        for who in ("mo@example.org", OFFICER):
            with pytest.raises(Refused):
                deed(who)
    assert kept.mine("mo@example.org", key) is None
    assert kept.contribution(OFFICER, key) is None, "it is still its body's"
    people.enter(ADMINISTRATOR, "", "pat@example.org", "Pat", "partner", body=body)
    contribution.write("pat@example.org", "", key, {"summary": "Ours."}, seen=0)
    BodyStatus.objects.update(status="withdrawn")
    assert [one.body for one in kept.to_write(LU)] == []


def form(key: str, language: str = "en") -> bytes:
    """The form of a report as its body gets it."""
    made = form_file(LU, key, language=language)
    assert isinstance(made, File)
    return made.data


@pytest.mark.parametrize("language", ["en", "fr", "es"])
@pytest.mark.parametrize("short", [False, True])
def test_the_form_goes_out_and_comes_back_as_it_was(language: str, short: bool) -> None:
    key = begun(short=short)
    asked = {"what", "kind", "countries", "since", "result", "evidence"} if short else set(WHOLE)
    given = {name: value for name, value in WHOLE.items() if name in asked}
    contribution.write_line(LU, "", key, 0, given, seen=0)
    contribution.write(LU, "", key, {"consent": "Our name may be shown."}, seen=1)
    before = [kept.line(one) for one in Contributed.objects.all()]
    done = contribution.bring(LU, "", key, "form.docx", form(key, language), seen=2)
    assert (done.lines, done.unread) == (1, ())
    assert [kept.line(one) for one in Contributed.objects.all()] == before
    assert Contribution.objects.get().consent == "Our name may be shown."


def test_what_cannot_be_read_in_a_form_is_told_with_its_place() -> None:
    key = begun()
    contribution.write_line(
        LU, "", key, 0, {"what": "KINDHERE", "result": "COUNTRYHERE", "kind": "support",
                         "since": "2025"}, seen=0,
    )  # fmt: skip
    data = swapped(form(key), {"money or help in kind": "good luck", "2025": "2025-02-31"})
    done = contribution.bring(LU, "", key, "form.docx", data, seen=1)
    told = {(one.words.partition(": ")[2] or one.words, one.why) for one in done.unread}
    assert ("good luck", "no kind of contribution") in told
    assert ("2025-02-31", "the calendar has no 2025-02-31") in told
    one = Contributed.objects.get()
    assert (one.kind, one.since, one.what) == ("", "", "KINDHERE"), "nothing is guessed"
    whole = kept.mine(LU, key)
    assert whole is not None
    assert len(whole.unread) == len(done.unread)
    with pytest.raises(Refused, match="Kind is missing"):
        contribution.send(LU, "", key, seen=2)


def swapped(data: bytes, words: dict[str, str]) -> bytes:
    """A Word file with other words in it."""
    out = BytesIO()
    with zipfile.ZipFile(BytesIO(data)) as before, zipfile.ZipFile(out, "w") as after:
        for name in before.namelist():
            part = before.read(name)
            if name == "word/document.xml":
                text = part.decode()
                for old, new in words.items():
                    assert old in text
                    text = text.replace(f">{old}<", f">{new}<")
                part = text.encode()
            after.writestr(name, part)
    return out.getvalue()


def bomb() -> bytes:
    """A Word file that unpacks to far more than a form has."""
    out = BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as made:
        made.writestr("[Content_Types].xml", "<Types/>")
        made.writestr("word/document.xml", b"<w/>" + b" " * (60 * 2**20))
    return out.getvalue()


def entities() -> bytes:
    """A Word file whose words would come from a file of the server."""
    out = BytesIO()
    with zipfile.ZipFile(out, "w") as made:
        made.writestr("[Content_Types].xml", "<Types/>")
        made.writestr(
            "word/document.xml",
            '<!DOCTYPE d [<!ENTITY x SYSTEM "file:///etc/passwd">]><d>&x;</d>',
        )
    return out.getvalue()


HOSTILE = [
    (b"", "is empty"), (b"%PDF-1.4", "no Word file"), (b"hello", "neither PDF"),
    (b"PK\x03\x04 broken", "neither PDF"), (bomb(), "form.docx"), (entities(), "form.docx"),
    (b"PK\x03\x04" + b"0" * (11 * 2**20), "larger than"),
]  # fmt: skip


@pytest.mark.parametrize(("data", "why"), HOSTILE)
def test_a_hostile_file_is_refused_and_the_report_stays(data: bytes, why: str) -> None:
    key = begun()
    contribution.write_line(LU, "", key, 0, {"what": "Counted."}, seen=0)
    with pytest.raises(Refused, match=why):
        contribution.bring(LU, "", key, "../form.docx", data, seen=1)
    assert Contributed.objects.get().what == "Counted."


def test_the_form_of_another_meeting_is_refused_and_of_another_name_told() -> None:
    key = begun()
    contribution.write_line(LU, "", key, 0, {"what": "Counted."}, seen=0)
    with pytest.raises(Refused, match="reports to COP77"):
        contribution.bring(LU, "", key, "a.docx", swapped(form(key), {"COP16": "COP77"}), seen=1)
    data = swapped(form(key), {"Tern Watch": "Gull Club"})
    done = contribution.bring(LU, "", key, "a.docx", data, seen=1)
    assert [(one.words, one.why) for one in done.unread] == [
        ("Gull Club", "another name than on record")
    ]


@pytest.mark.parametrize(
    ("consent", "taken", "why"),
    [("", True, "nothing is kept of what"), ("It may.", False, "take it into the record first"),
     ("It may.", True, "")],
)  # fmt: skip
def test_a_report_is_shown_where_its_body_agreed(consent: str, taken: bool, why: str) -> None:
    key = sent(consent=consent)
    if taken:
        contribution_taken.take_up(OFFICER, "", key, seen=3)
    assert kept.contribution(None, key) is None
    if why:
        with pytest.raises(Refused, match=why):
            contribution_taken.publish(approver(), "as agreed", key, seen=changed(key))
        return
    contribution_taken.publish(approver(), "as agreed", key, seen=4)
    one = kept.contribution(None, key)
    assert one is not None
    assert one.lines[0].what == WHOLE["what"]
    assert one.lines[0].engagement == "", "the engagement is not public"
    assert (one.lacks, one.begun) == ((), "")
    contribution_taken.hide(approver(), "they asked", key, seen=5)
    assert kept.contribution(None, key) is None


LATE = [(1, False), (0, True), (-1, True)]


@pytest.mark.parametrize(("days", "is_late"), LATE)
def test_a_report_is_late_from_the_day_on_which_the_meeting_opens(days: int, is_late: bool) -> None:
    body = admitted()
    held = coming(30)
    day = held.starts - datetime.timedelta(days=days)
    (one,) = [each for each in contributions(OFFICER, today=day).rows if each.meeting == "COP16"]
    assert (one.name, one.state, one.late) == ("Tern Watch", "due", is_late)
    assert body == one.body


def test_who_is_asked_holds_a_status_or_held_one_since_the_last_meeting() -> None:
    body = Body.objects.get(key=admitted())
    held, today = coming(), datetime.date.today()
    assert set(asked_for(held, today)) == {body.pk}
    for until, asked in (("2026-03-22", False), ("2026-03-23", True)):
        BodyStatus.objects.update(until=until)
        assert bool(asked_for(held, today)) is asked
    BodyStatus.objects.update(until=None, status="withdrawn")
    assert not asked_for(held, today)


@pytest.mark.parametrize(
    ("scheme", "years", "overdue"),
    [("ecosoc-special", 3, False), ("ecosoc-special", 5, True), ("cms-art7", 5, None)],
)
def test_a_report_is_a_duty_where_the_rules_of_the_status_demand_it(
    scheme: str, years: int, overdue: bool | None
) -> None:
    since = datetime.date.today() - datetime.timedelta(days=365 * years + 5)
    body = admitted(scheme=scheme, since=since)
    status = BodyStatus.objects.get()
    told = owed(status, datetime.date.today())
    if overdue is None:
        assert told == (), "it is asked for, and owed by nobody"
        return
    assert [one.overdue for one in told] == [overdue]
    sent(body)
    assert [one.overdue for one in owed(status, datetime.date.today())] == [False]
    assert Case.objects.get().events.filter(said__report="COP16-tern-watch").count() == 1


def test_the_sum_leads_back_to_the_lines_of_the_reports() -> None:
    provision()
    first = sent(provision="Decision 14.10 a)")
    second = sent(admitted("Gull Club"), provision="14.10 a)", what="Trained wardens.")
    held = Meeting.objects.get(short="COP16")
    who = reader(OFFICER)
    assert given_to(who, held).entries == (), "only what was taken into the record"
    for key in (first, second):
        contribution_taken.take_up(OFFICER, "", key, seen=3)
    given = given_to(who, held)
    assert (given.sum.asked, given.sum.reported, given.sum.lines) == (2, 2, 2)
    (pair,) = given.sum.pairs
    assert (pair.provision, pair.bodies) == ("14.10 a)", 2)
    assert set(pair.lines) == {f"{first}#1", f"{second}#1"}
    assert all(len(one.records) == 2 for one in given.entries)
