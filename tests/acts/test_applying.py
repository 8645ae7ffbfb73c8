"""A body applies, its State answers, a Party objects; only its own people see and change it."""

import datetime

import pytest

from tests.applied import SENT, applied, approver, meeting, seen
from tests.record import ADMINISTRATOR, OFFICER
from whimbrel.acts import applying, circulating, deciding, examining, people, voicing
from whimbrel.acts.refused import Overtaken, Refused
from whimbrel.acts.uploads import MOST, looked_at
from whimbrel.queries import applying as kept
from whimbrel.queries import cases
from whimbrel.queries.taking_part import rules
from whimbrel.queries.voicing import waiting
from whimbrel.register.models import Asserted, Case, Dataset, Line, Meeting, Person

pytestmark = pytest.mark.django_db
MO, OTHER = "mo@example.org", "other@example.org"
PDF = b"%PDF-1.4 made up"


@pytest.fixture(autouse=True)
def office(house: object) -> None:
    """A house with an administrator, an officer, and somebody who applies."""
    people.come_in(MO, "Mo Heron", "fr")


def begun(name: str = "Tern Watch", scheme: str = "") -> str:
    held = meeting("COP16")
    Meeting.objects.filter(pk=held.pk).update(
        starts=datetime.date.today() + datetime.timedelta(days=120), ends=None
    )
    return applying.begin(MO, "", name, "COP16", country="KE", scheme=scheme)


def focal(email: str, country: str) -> str:
    people.enter(ADMINISTRATOR, "", email, email, "focal point", country=country)
    return email


def test_who_comes_from_outside_is_an_applicant_and_leaves_a_line() -> None:
    person = Person.objects.get(email=MO)
    assert (person.role, person.has_usable_password()) == ("applicant", False)
    assert Line.objects.filter(act="people.come_in").count() == 1
    with pytest.raises(Refused, match="entered already"):
        people.come_in("MO@example.org", "Again")
    with pytest.raises(Refused, match="no e-mail"):
        people.come_in("mo", "Mo")


def test_an_application_is_written_kept_and_sent() -> None:
    key = begun()
    applying.save(
        MO, "", key, {"org_type": "ngo", "subjects": "yes", "legal_personality": "no",
                      "founded_on": "2010-05-01"}, statement="We count terns.", seen=0,
    )  # fmt: skip
    one = Case.objects.get(key=key)
    assert one.values == {
        "org_type": "ngo", "subjects": ["migratory species"], "legal_personality": False,
        "founded_on": "2010-05-01",
    }  # fmt: skip
    applying.save(MO, "", key, {"founded_on": ""}, seen=1)
    assert "founded_on" not in Case.objects.get(key=key).values, "not known any more"
    applying.bring(MO, "", key, "letter", "C:\\letters\\a.pdf", PDF, language="fr", seen=2)
    applying.send(MO, "", key, "Our name may be shown.", seen=3)
    one.refresh_from_db()
    assert (one.state, one.consent) == ("received", "Our name may be shown.")
    assert [each.step for each in one.events.all()] == ["send"]
    assert [each.name for each in one.papers.all()] == ["a.pdf"]
    with pytest.raises(Refused, match="it was sent"):
        applying.save(MO, "", key, {"scope": "local"}, seen=seen(key))


@pytest.mark.parametrize(
    ("field", "value"),
    [("org_type", "angel"), ("founded_on", "long ago"), ("legal_personality", "perhaps"),
     ("luck", "yes"), ("subjects", "all")],
)  # fmt: skip
def test_what_is_no_answer_is_told(field: str, value: str) -> None:
    with pytest.raises(Refused):
        applying.save(MO, "", begun(), {field: value}, seen=0)


def test_two_who_write_at_once_lose_no_word() -> None:
    key = begun()
    applying.save(MO, "", key, {"scope": "local"}, seen=0)
    with pytest.raises(Overtaken, match="We count terns"):
        applying.save(MO, "", key, {}, statement="We count terns.", seen=0)


def test_nobody_else_sees_or_changes_it() -> None:
    key = begun()
    people.come_in(OTHER, "Otto")
    assert kept.application(MO, key) is not None
    assert kept.application(OTHER, key) is None
    assert kept.application(None, key) is None
    with pytest.raises(Refused, match="only where it is own"):
        applying.save(OTHER, "", key, {"scope": "local"}, seen=0)
    number = applying.bring(MO, "", key, "letter", "a.pdf", PDF, seen=0)
    assert kept.paper(MO, key, number) is not None
    assert kept.paper(OTHER, key, number) is None


@pytest.mark.parametrize(
    ("name", "data", "why"),
    [
        ("a.pdf", b"", "empty"),
        ("a.pdf", b"MZ\x90\x00 a program", "neither PDF"),
        ("a.docx", b"PK\x03\x04 not a package", "neither PDF"),
        ("a.pdf", b"%PDF-" + b"0" * MOST, "larger than 10 MiB"),
    ],
)
def test_a_hostile_file_is_refused_by_its_name(name: str, data: bytes, why: str) -> None:
    with pytest.raises(Refused, match=why) as told:
        looked_at(name, data)
    assert name in str(told.value)


def test_a_name_of_a_file_leads_to_no_folder() -> None:
    assert looked_at("../../etc/passwd", PDF).name == "passwd"


def test_a_document_that_is_taken_away_counts_no_more() -> None:
    key = begun()
    number = applying.bring(MO, "", key, "representatives", "a.pdf", PDF, seen=0)
    assert not kept.application(MO, key).missing  # type: ignore[union-attr]
    applying.take_away(MO, "", key, number, seen=1)
    assert [one.id for one in kept.application(MO, key).missing] == ["representatives"]  # type: ignore[union-attr]
    with pytest.raises(Refused, match="no document"):
        applying.take_away(MO, "", key, number, seen=2)


def test_a_document_is_of_a_kind_that_some_rules_know() -> None:
    with pytest.raises(Refused, match="no kind of document"):
        applying.bring(MO, "", begun(), "spell", "a.pdf", PDF, seen=0)


def test_a_body_is_asked_what_its_rules_ask_and_nothing_else() -> None:
    one = kept.application(MO, begun())
    assert one is not None
    assert [each.id for each in one.questions] == [
        "org_type", "scope", "subjects", "non_party_state",
    ]  # fmt: skip
    assert (one.kinds.asked, one.kinds.instead) == (("representatives",), ())
    assert "statutes" in one.kinds.others


def test_what_was_answered_before_is_still_shown() -> None:
    key = begun()
    applying.save(MO, "", key, {"founded_on": "2010-05-01"}, seen=0)
    assert "founded_on" in [each.id for each in kept.application(MO, key).questions]  # type: ignore[union-attr]


def test_other_rules_can_be_applied_under_once_they_are_adopted() -> None:
    with pytest.raises(Refused, match="not in use"):
        begun(scheme="iwc-ngo")
    assert [one.scheme for one in rules()] == ["cms-art7"]
    since = datetime.date.today() - datetime.timedelta(days=1)
    deciding.adopt_scheme(approver(), "as decided", "iwc-ngo", "Decision 16.99", since=since)
    treaty, adopted = rules()
    assert (treaty.of_treaty, adopted.of_treaty) == (True, False)
    assert adopted.because == "Decision 16.99"
    assert Case.objects.get(key=begun(scheme="iwc-ngo")).scheme == "iwc-ngo"
    assert Case.objects.get(key=begun()).scheme == "cms-art7", "none was named"


def test_what_a_stranger_can_fill_has_an_end(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(applying, "MOST_BYTES", 3 * len(PDF))
    monkeypatch.setattr(applying, "MOST_BEGUN", 2)
    key = begun()
    for _each in range(3):
        number = applying.bring(MO, "", key, "letter", "a.pdf", PDF, seen=seen(key))
        applying.take_away(MO, "", key, number, seen=seen(key))
    with pytest.raises(Refused, match="together"):
        applying.bring(MO, "", key, "letter", "a.pdf", PDF, seen=seen(key))
    begun("Second")
    with pytest.raises(Refused, match="ask the Secretariat"):
        begun("Third")


def test_names_of_people_need_no_file() -> None:
    key = begun()
    assert applying.name_people(MO, "", key, " Mo  Heron\n\nLu Tern\n", seen=0) == 2
    one = kept.application(MO, key)
    assert one is not None
    assert (one.people, one.missing) == ("Mo Heron\nLu Tern", ())
    with pytest.raises(Overtaken, match="Ann"):
        applying.name_people(MO, "", key, "Ann", seen=0)
    applying.name_people(MO, "", key, "Lu Tern", seen=1)
    assert [each.name for each in kept.application(MO, key).papers] == ["representatives.txt"]  # type: ignore[union-attr]
    applying.name_people(MO, "", key, " ", seen=2)
    assert kept.application(MO, key).people == ""  # type: ignore[union-attr]


def test_several_questions_are_answered_each() -> None:
    key = begun()
    applying.send(MO, "", key, "yes", seen=0)
    for words in ("Which terns?", "Where?"):
        examining.ask(OFFICER, "", key, words, seen=seen(key))
    for number in (2, 1):
        applying.answer(MO, "", key, number, f"Answer {number}.", seen=seen(key))
    assert [one.answer for one in kept.application(MO, key).asked] == ["Answer 1.", "Answer 2."]  # type: ignore[union-attr]


def test_a_question_is_answered_once() -> None:
    key = begun()
    applying.send(MO, "", key, "yes", seen=0)
    examining.ask(OFFICER, "", key, "Which terns?", seen=seen(key))
    applying.answer(MO, "", key, 1, "All of them.", seen=seen(key))
    assert kept.application(MO, key).asked[0].answer == "All of them."  # type: ignore[union-attr]
    assert Case.objects.get(key=key).state == "answered"
    for number in (1, 2):
        with pytest.raises(Refused):
            applying.answer(MO, "", key, number, "Again.", seen=seen(key))


def test_an_application_is_taken_back_and_then_nothing_is_open() -> None:
    key = begun()
    with pytest.raises(Refused, match="not sent"):
        applying.withdraw(MO, "", key, seen=0)
    applying.send(MO, "", key, "yes", seen=0)
    applying.withdraw(MO, "", key, why="We cannot come.", seen=seen(key))
    one = kept.application(MO, key)
    assert one is not None
    assert (one.state, one.moves) == ("taken back", ())
    with pytest.raises(Refused, match="has ended"):
        applying.bring(MO, "", key, "letter", "a.pdf", PDF, seen=seen(key))


def test_a_state_answers_for_its_own_bodies_only() -> None:
    kenya, chile = focal("ke@example.org", "KE"), focal("cl@example.org", "CL")
    key = applied(sent=SENT)
    assert [one.may_approve for one in waiting(kenya, today=SENT)] == [True]
    assert waiting(chile, today=SENT) == ()
    with pytest.raises(Refused):
        voicing.approve_state(chile, "", key, "approved", seen=seen(key))
    with pytest.raises(Refused, match="no answer"):
        voicing.approve_state(kenya, "", key, "perhaps", seen=seen(key))
    voicing.approve_state(kenya, "", key, "approved", seen=seen(key))
    assert Case.objects.get(key=key).state == "approved by its State"
    assert waiting("nobody@example.org") == ()
    assert waiting(None) == ()


def test_a_party_objects_once_and_takes_it_back() -> None:
    chile = focal("cl@example.org", "CL")
    key = applied(sent=SENT)
    assert voicing.object_to(chile, "", key, why="Not here.", seen=seen(key)) == 1
    with pytest.raises(Refused, match="objects already"):
        voicing.object_to(chile, "", key, seen=seen(key))
    assert voicing.take_back_objection(chile, "", key, seen=seen(key)) == 0
    with pytest.raises(Refused, match="does not object"):
        voicing.take_back_objection(chile, "", key, seen=seen(key))


def test_an_objection_that_was_counted_is_not_taken_back_after_the_end() -> None:
    chile = focal("cl@example.org", "CL")
    key = begun()
    applying.send(MO, "", key, "yes", seen=0)
    voicing.object_to(chile, "", key, seen=seen(key))
    applying.withdraw(MO, "", key, seen=seen(key))
    with pytest.raises(Refused, match="has ended"):
        voicing.take_back_objection(chile, "", key, seen=seen(key))


def test_a_state_that_looks_into_it_has_not_approved() -> None:
    kenya, key = focal("ke@example.org", "KE"), applied(sent=SENT)
    voicing.approve_state(kenya, "", key, "pending", seen=seen(key))
    one = Case.objects.get(key=key)
    assert cases.approval(one) == "pending"
    assert [one.may_approve for one in waiting(kenya, today=SENT)] == [True], "it can answer still"
    voicing.approve_state(kenya, "", key, "approved", seen=seen(key))
    assert cases.approval(one) == "granted"


def test_what_is_brought_after_it_was_sent_stands_in_the_history() -> None:
    key = begun()
    applying.bring(MO, "", key, "letter", "a.pdf", PDF, seen=seen(key))
    one = Case.objects.get(key=key)
    assert not one.events.exists(), "what is still written has no history"
    applying.send(MO, "", key, "yes", seen=seen(key))
    number = applying.bring(MO, "", key, "letter", "b.pdf", PDF, seen=seen(key))
    applying.take_away(MO, "", key, number, seen=seen(key))
    one.refresh_from_db()
    assert [event.step for event in one.events.order_by("number")] == ["send", "bring", "take-away"]
    assert one.state == "received", "no step of the procedure was done"


def test_an_objection_is_taken_back_by_letter_too() -> None:
    chile, key = focal("cl@example.org", "CL"), applied(sent=SENT)
    voicing.object_to(chile, "", key, seen=seen(key))
    assert circulating.note_taken_back(OFFICER, "", key, "CL", seen=seen(key)) == 0
    last = Case.objects.get(key=key).events.order_by("number").last()
    assert last is not None and last.said["letter"]
    with pytest.raises(Refused, match="does not object"):
        circulating.note_taken_back(OFFICER, "", key, "CL", seen=seen(key))


def test_a_country_that_nobody_assigned_cannot_object() -> None:
    key = applied(sent=SENT)
    with pytest.raises(Refused, match="ZZ is the code of no country"):
        circulating.note_objection(OFFICER, "", key, "ZZ", seen=seen(key))


@pytest.mark.parametrize(
    ("country", "refused"), [("US", True), ("KE", False), ("CL", False)],
    ids=["no Party", "a Party", "not in the data"],
)  # fmt: skip
def test_only_who_may_be_a_party_objects(country: str, refused: bool) -> None:
    key = applied(sent=SENT)
    source = Dataset.objects.create(
        key="made-up", kind="memberships", shape="memberships", name="made up", file="a.csv",
        sha256="0" * 64, rows=2, records=2, rejected=0, on=SENT,
        at=Case.objects.get(key=key).begun_at,
    )  # fmt: skip
    for party, event in (("US", "signature"), ("KE", "entry into force")):
        Asserted.objects.create(
            dataset=source, treaty="CMS", party=party, event=event, source="made up",
            on=datetime.date(1999, 5, 1), source_on=SENT,
        )  # fmt: skip
    if not refused:
        assert circulating.note_objection(OFFICER, "", key, country, seen=seen(key)) == 1
        return
    with pytest.raises(Refused, match="no Party by the data sets"):
        circulating.note_objection(OFFICER, "", key, country, seen=seen(key))
