"""What a person recorded before a document told of it: the document adds words, and no twin."""

import pytest

from tests.record import OFFICER
from whimbrel.acts import agreements, documents, engagements, entering, mandates, readings
from whimbrel.acts.naming import body_of
from whimbrel.acts.recognised import agreement_of
from whimbrel.acts.refused import Overtaken, Refused
from whimbrel.demo import compose
from whimbrel.engagements.understood import understand
from whimbrel.register.models import (
    Agreement,
    Engagement,
    Findable,
    Instrument,
    Part,
    Place,
    Provision,
    Reading,
)

pytestmark = pytest.mark.usefixtures("house")


PAPER = """UNEP/CMS/COP15/Doc.99

Report on terns

1. The Secretariat participated in a workshop with FAO and CITES in Rome from 9 to 13 June 2025.

2. The Secretariat met with FAO in Rome on 3 May 2024.
"""


@pytest.fixture
def symbol() -> str:
    """A paper that tells of a workshop, deposited."""
    return documents.deposit(OFFICER, "", understand(PAPER.encode(), name="r.md")).symbol


def dated() -> Reading:
    """What it tells of the workshop."""
    return Reading.objects.get(kind="engagements", row__kind="workshop")


def recorded(row: dict, **told: object) -> Engagement:
    """The same engagement, recorded by hand under another title."""
    given = {
        "kind": row["kind"], "partners": (row["partners"][0],), "since": row["date"]["start"],
        "until": row["date"]["end"] or "", **told,
    }  # fmt: skip
    return Engagement.objects.get(key=engagements.record(OFFICER, "", "As we recall it", **given))


def judged(one: Reading) -> None:
    """The reading, accepted."""
    named = readings.Named(symbol=one.version.document.symbol, kind=one.kind, place=one.place)
    readings.judge(OFFICER, "", named, "accept", seen=one.change)


@pytest.mark.parametrize(
    "told",
    [
        {},
        {"since": "2025-06", "until": ""},
        {"until": ""},
        {"kind": "event", "place": "Rome, Italy"},
    ],
)
def test_an_engagement_gets_the_words_and_the_evidence_of_its_document(
    symbol: str, told: dict[str, object]
) -> None:
    one = dated()
    mine = recorded(one.row, **told)
    judged(one)
    now = Engagement.objects.get()
    assert now == mine
    assert (now.title, now.sentence) == ("As we recall it", one.row["quote"])
    assert now.evidence.filter(address=f"{symbol}#{one.eid}").exists()
    assert now.change == mine.change + 1
    partners = {part.body for part in now.parts.filter(role="partner")}
    assert len(partners) == len(one.row["partners"])


def test_it_is_recognised_again_when_the_reading_is_entered_again(symbol: str) -> None:
    one = dated()
    recorded(one.row)
    judged(one)
    one.refresh_from_db()
    readings.enter(one, one.by)  # type: ignore[arg-type]
    assert Engagement.objects.count() == 1
    assert Engagement.objects.get().evidence.filter(address=f"{symbol}#{one.eid}").count() == 1


@pytest.mark.parametrize(
    "told",
    [
        {"partners": ("Tern Club of Nowhere",)},
        {"since": "1999", "until": ""},
        {"since": "", "until": ""},
        {"kind": "campaign-edition", "place": ""},
        {"place": "Reykjavik"},
    ],
)
def test_another_partner_date_kind_or_place_is_another_engagement(
    symbol: str, told: dict[str, object]
) -> None:
    one = dated()
    recorded(one.row, **told)
    judged(one)
    assert Engagement.objects.count() == 2


def test_an_agreement_is_known_by_its_name_or_by_its_period_and_parties(symbol: str) -> None:
    key = agreements.record(
        OFFICER, "", "CMS–CITES Joint Work Programme 2021-2025", kind="work-programme",
        parties=("CMS", "CITES"), since="2021", until="2025",
    )  # fmt: skip
    one = Agreement.objects.get(key=key)
    bodies = tuple(one.parties.all())
    assert agreement_of("the CMS-CITES joint work programme 2021–2025 (JWP)") == one
    same = {"kind": "work-programme", "since": "2021", "until": "2025", "parties": bodies}
    assert agreement_of("2021-2025 Joint Programme", **same) == one
    for other in ({"until": "2026"}, {"kind": "mou"}, {"parties": bodies[:1]}):
        assert agreement_of("2021-2025 Joint Programme", **{**same, **other}) is None


def test_of_two_the_one_that_is_most_alike_takes_the_words(symbol: str) -> None:
    one = dated()
    recorded(one.row)
    given = {"kind": "workshop", "partners": ("FAO", "CITES"), "since": "2025-06-09"}
    like = engagements.record(OFFICER, "", "Workshop with FAO and CITES in Rome", **given)
    judged(one)
    assert Engagement.objects.exclude(sentence="").get().key == like


def test_a_paraphrase_gives_way_to_the_words_and_keeps_what_was_said_of_it() -> None:
    symbol = documents.deposit(OFFICER, "", understand(compose(), name="s.docx")).symbol
    reading = Reading.objects.filter(kind="provisions").exclude(row__condition=None).first()
    assert reading is not None
    row = reading.row
    number = row["decision"]
    organ = symbol.split("/")
    house = organ[1] if organ[0] == "UNEP" else organ[0]
    mandates.adopt(OFFICER, "", number, kind="decision", house=house)
    mandates.enter(
        OFFICER, "", number, row["id"], text="In our words.", paraphrase=True,
        conditions=((row["condition"], "if money comes"),),
        outputs=tuple((kind, "") for kind in row["outputs"]),
    )  # fmt: skip
    mandates.assign(OFFICER, "", row["id"], OFFICER, seen=0)
    mandates.fund(OFFICER, "", row["id"], row["condition"], "sought", seen=1)
    judged(reading)
    one = Provision.objects.get(name=row["id"])
    assert (one.text, one.paraphrase, one.change) == (row["text"], False, 3)
    assert [each.text for each in one.wordings.all()] == ["In our words.", row["text"]]
    assert (one.conditions.get().funding, str(one.assigned)) == ("sought", "Ann")
    assert one.outputs.count() == len(row["outputs"])


def again(reading: Reading) -> None:
    """The same fact in a revision of the paper, accepted there."""
    more = f"{PAPER}\n3. Nothing else.\n".encode()
    told = documents.deposit(OFFICER, "", understand(more, name="r2.md"))
    assert told.number == 2
    same = Reading.objects.get(version__number=2, kind=reading.kind, key=reading.key)
    Reading.objects.filter(pk=same.pk).update(state="proposed", sure=True, corrected=None)
    readings.accept_sure(OFFICER, "the same text", told.symbol)
    assert Reading.objects.get(pk=same.pk).state == "accepted"


@pytest.mark.parametrize(
    "told",
    [
        {"title": "As it was"},
        {"place": "Roma", "outcome": "A plan"},
        {"since": "2025-06-10"},
        {"place": ""},
        {"umbrella": True, "training": True},
        {"themes": ("bycatch",)},
    ],
)
def test_what_a_person_corrected_outlives_a_second_reading(
    symbol: str, told: dict[str, object]
) -> None:
    one = dated()
    judged(one)
    made = Engagement.objects.get()
    engagements.correct(OFFICER, "", made.key, told, seen=0)
    club = body_of("Tern Club of Nowhere")
    Part.objects.create(engagement=made, body=club, role="partner")
    Place.objects.create(engagement=made, country="KE", role="concerned")
    for _ in range(2):
        one.refresh_from_db()
        readings.enter(one, one.by)  # type: ignore[arg-type]
    again(one)
    now = Engagement.objects.get(key=one.key)
    for field, value in told.items():
        assert getattr(now, field) == (list(value) if isinstance(value, tuple) else value)
    assert now.parts.filter(body=club).exists()
    assert now.places.filter(country="KE").exists()
    assert now.change == 1, "nothing changed since"


def test_a_second_editor_is_told_of_what_a_reading_changed(symbol: str) -> None:
    one = dated()
    judged(one)
    one.refresh_from_db()
    named = readings.Named(symbol=symbol, kind=one.kind, place=one.place)
    better = {**one.row, "title": "A better title", "partners": one.row["partners"][:1]}
    readings.judge(OFFICER, "", named, "correct", row=better, seen=1)
    now = Engagement.objects.get()
    assert (now.title, now.parts.filter(role="partner").count()) == ("A better title", 1)
    with pytest.raises(Overtaken, match="its place is now"):
        engagements.correct(OFFICER, "", now.key, {"place": "Bonn"}, seen=0)


def test_a_correction_in_one_version_is_not_undone_by_the_next(symbol: str) -> None:
    one = dated()
    named = readings.Named(symbol=symbol, kind=one.kind, place=one.place)
    readings.judge(OFFICER, "", named, "correct", row={**one.row, "title": "A better title"})
    again(one)
    assert Engagement.objects.get(key=one.key).title == "A better title"


def provision_of(kind: str = "provisions") -> Reading:
    """A provision of the specimen, deposited and accepted."""
    documents.deposit(OFFICER, "", understand(compose(), name="s.docx"))
    reading = Reading.objects.filter(kind=kind).first()
    assert reading is not None
    judged(reading)
    reading.refresh_from_db()
    return reading


@pytest.mark.parametrize(
    "told", [{"due": "COP99"}, {"force": "may", "report_to": "the Parties"}, {"addressees": ("X",)}]
)
def test_a_provision_keeps_what_a_person_said_of_it(told: dict[str, object]) -> None:
    reading = provision_of()
    name = reading.row["id"]
    mandates.correct(OFFICER, "", name, told, seen=0)
    readings.enter(reading, reading.by)  # type: ignore[arg-type]
    one = Provision.objects.get(name=name)
    for field, value in told.items():
        assert getattr(one, field) == (list(value) if isinstance(value, tuple) else value)
    assert one.change == 1
    reading.row = {**reading.row, "text": "Other words."}
    readings.enter(reading, reading.by)  # type: ignore[arg-type]
    one.refresh_from_db()
    assert (one.text, one.change) == ("Other words.", 2)


@pytest.mark.parametrize(
    ("keys", "to"),
    [
        (("CITES/Decision/99.1",), "CITES/Decision/99.1"),
        (("CITES/Decision/99.1", "CMS/Decision/99.1"), "CMS/Decision/99.1"),
        (("CITES/Decision/99.1", "CBD/Decision/99.1"), None),
        ((), None),
    ],
)
def test_a_status_is_of_the_provision_of_its_house(
    symbol: str, keys: tuple[str, ...], to: str | None
) -> None:
    for key in keys:
        holder = Instrument.objects.create(key=key, kind="decision", number=key)
        Provision.objects.create(instrument=holder, name="99.1 a)", text="Do.")
    told = entering.meant(dated(), "99.1 a)")
    assert (told.instrument.key if told else None) == to


def rejected(one: Reading) -> None:
    """A reading, rejected after all."""
    one.refresh_from_db()
    named = readings.Named(symbol=one.version.document.symbol, kind=one.kind, place=one.place)
    readings.judge(OFFICER, "a mistake", named, "reject", seen=one.change)


def test_what_is_rejected_after_all_leaves_the_record(symbol: str) -> None:
    one = dated()
    judged(one)
    rejected(one)
    assert not Engagement.objects.exists()
    assert not Findable.objects.filter(kind="engagement").exists()
    judged(Reading.objects.get(pk=one.pk))
    assert Engagement.objects.count() == 1


@pytest.mark.parametrize("change", ["corrected", "linked", "parent"])
def test_what_others_rely_on_is_corrected_and_not_taken_back(symbol: str, change: str) -> None:
    one = dated()
    judged(one)
    made = Engagement.objects.get()
    if change == "corrected":
        engagements.correct(OFFICER, "", made.key, {"place": "Bonn"}, seen=0)
    elif change == "linked":
        mandates.adopt(OFFICER, "", "14.10", kind="decision")
        mandates.enter(OFFICER, "", "14.10", "14.10 d)", text="Do.", paraphrase=True)
        engagements.link(OFFICER, "", made.key, "14.10 d)")
    else:
        engagements.record(
            OFFICER, "", "A part", kind="event", partners=("FAO",), parent=made.key[:12]
        )
    with pytest.raises(Refused, match="correct the record itself"):
        rejected(one)
    one.refresh_from_db()
    assert (one.state, Engagement.objects.filter(pk=made.pk).exists()) == ("accepted", True)


@pytest.mark.parametrize("by_hand", [True, False])
def test_a_record_that_others_show_loses_only_this_evidence(symbol: str, by_hand: bool) -> None:
    one = dated()
    if by_hand:
        recorded(one.row)
    judged(one)
    engagements.attach_evidence(OFFICER, "", Engagement.objects.get().key, "Doc.1#para_1")
    rejected(one)
    left = Engagement.objects.get()
    assert [each.address for each in left.evidence.all()] == ["Doc.1#para_1"]
    assert left.sentence == ""


def test_a_provision_that_is_rejected_after_all_is_gone_unless_it_was_given_to_somebody() -> None:
    reading = provision_of()
    name = reading.row["id"]
    rejected(reading)
    assert not Provision.objects.filter(name=name).exists()
    judged(Reading.objects.get(pk=reading.pk))
    mandates.assign(OFFICER, "", name, OFFICER, seen=0)
    with pytest.raises(Refused, match="correct the record itself"):
        rejected(reading)
