"""A document beside what a register knows."""

import datetime
from pathlib import Path

import pytest

from whimbrel.document import Document
from whimbrel.reading.examine import examine_bytes
from whimbrel.reporting.check import check
from whimbrel.reporting.checks import Arrangement, InEffect, Record

TEXT = (Path(__file__).parent / "clean/en.md").read_text(encoding="utf-8")
GROUP = "convene a working group on harbour lights, including port authorities; and"


def read(text: str = TEXT) -> Document:
    return examine_bytes(text.encode(), name="document.md").document


def told(known: Record, text: str = TEXT) -> list[tuple[str, str]]:
    return [(one.why.message, one.words) for one in check(read(text), known=known)]


def provision(name: str, text: str, **more: tuple[str, ...]) -> InEffect:
    return InEffect(name=name, text=text, **more)


def test_an_empty_record_asks_nothing() -> None:
    assert told(Record()) == []


def test_a_provision_quoted_as_it_is_on_record_is_not_flagged() -> None:
    assert told(Record(provisions=(provision("15.42 a)", GROUP),))) == []


def test_a_provision_quoted_in_other_words_is_flagged_with_the_change() -> None:
    kept = provision("15.42 a)", GROUP.replace("working group", "task force"))
    (one,) = check(read(), known=Record(provisions=(kept,)))
    assert one.why.message == "quote-differs"
    assert one.address == "para_1__dec_15.42__a"
    assert dict(one.why.values)["changed"] == "task force → working group"


@pytest.mark.parametrize(
    ("due", "found"), [(("COP16",), ["due-absent"]), (("COP17",), []), ((), [])]
)
def test_an_item_of_a_quoted_decision_that_is_due_now_is_missed(
    due: tuple[str, ...], found: list[str]
) -> None:
    known = Record(provisions=(provision("15.42 c)", "report on lamps.", due=due),))
    assert [message for message, _ in told(known)] == found


def test_a_decision_that_the_document_does_not_quote_is_not_asked_for() -> None:
    known = Record(provisions=(provision("15.50", "report on lamps.", due=("COP16",)),))
    assert told(known) == []


def test_a_document_of_a_meeting_on_record_that_is_not_there_is_unknown() -> None:
    numbers = ("Inf.97.1", "Doc.97.2", "Inf.97.3", "Doc.97.5", "Inf.97.6", "Doc.97")
    symbols = frozenset(f"UNEP/CMS/COP16/{number}" for number in numbers)
    found = told(Record(symbols=symbols))
    assert found == [("citation-unknown", "UNEP/CMS/COP16/Doc.97.4")]
    assert told(Record(symbols=frozenset({"UNEP/CMS/COP12/Doc.1"}))) == []


def test_documents_that_are_not_on_record_are_told_once_a_meeting() -> None:
    known = Record(symbols=frozenset({"UNEP/CMS/COP16/Doc.1", "UNEP/CMS/COP16/Inf.97.1"}))
    (one,) = check(read(), known=known)
    assert (one.why.message, one.level, one.address) == ("citation-unknown", "note", "para_3")
    assert one.also == ("para_4", "para_5", "para_6", "para_7")
    values = dict(one.why.values)
    assert values["meeting"] == "UNEP/CMS/COP16"
    assert [each.rpartition("/")[2] for each in values["symbols"].split(", ")] == [
        "Doc.97.2", "Inf.97.3", "Doc.97.4", "Doc.97.5", "Inf.97.6",
    ]  # fmt: skip


@pytest.mark.parametrize("name", ["Joint Work Plan 2024-2028", "Joint Work Plan"])
def test_a_programme_whose_own_years_are_over_is_flagged_once(name: str) -> None:
    text = TEXT.replace("Joint Work Plan 2027-2031", "Joint Work Plan 2024-2028")
    kept = Arrangement(name=name, until=datetime.date(2028, 12, 31), successor="")
    assert [one for one, _ in told(Record(agreements=(kept,)), text)] == ["agreement-over"]


@pytest.mark.parametrize(
    ("until", "successor", "found"),
    [
        (datetime.date(2028, 12, 31), "", ["agreement-over-record"]),
        (datetime.date(2028, 12, 31), "Joint Work Plan 2029-2033", []),
        (datetime.date(2029, 12, 31), "", []),
        (None, "", []),
    ],
)
def test_an_agreement_that_the_record_knows_to_be_over(
    until: datetime.date | None, successor: str, found: list[str]
) -> None:
    kept = Arrangement(name="Joint Work Plan", until=until, successor=successor)
    assert [message for message, _ in told(Record(agreements=(kept,)))] == found


@pytest.mark.parametrize(
    ("name", "found"),
    [
        ("International Maritime Organization", []),
        ("International Maritime organization", ["name-on-record"]),
        ("International Whaling Commission", []),
    ],
)
def test_a_name_is_written_as_it_is_on_record(name: str, found: list[str]) -> None:
    assert [message for message, _ in told(Record(bodies=(name,)))] == found
