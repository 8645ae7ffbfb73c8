"""The check against the record, and what was set aside."""

import pytest

from tests.record import OFFICER, with_role
from tests.reported import begun, write
from whimbrel.acts import findings
from whimbrel.acts.refused import Refused
from whimbrel.queries.checks import Flag, known_to, of_document, of_report, set_aside
from whimbrel.queries.documents import Hidden
from whimbrel.queries.drafting import drafted
from whimbrel.queries.scope import reader

pytestmark = pytest.mark.usefixtures("house")
SLIP = "The Secretariat met on 30 February 2025 in Nairobi."


def flags(key: str, rule: str) -> list[Flag]:
    """What a rule finds in a report."""
    told = of_report(OFFICER, key)
    assert told is not None
    return [one for one in told.flags if one.rule == rule]


def slipped() -> tuple[str, Flag]:
    """A report with a day that never was, and the finding."""
    key = begun()
    write(key, "narrative/discussion", SLIP, base="")
    (one,) = flags(key, "date-wrong")
    return key, one


def test_a_finding_has_its_place_its_words_and_its_reason() -> None:
    _key, one = slipped()
    assert one.level == "error"
    assert one.place.isdecimal()
    assert one.words in SLIP
    assert "30" in one.why


@pytest.mark.parametrize("language", ["fr", "es"])
def test_the_reason_is_told_in_the_language_of_the_page(language: str) -> None:
    key, known = slipped()
    told = of_report(OFFICER, key, language=language)
    assert told is not None
    one = next(each for each in told.flags if each.key == known.key)
    assert one.why != known.why
    assert one.words == known.words


def test_the_worst_stands_first() -> None:
    key, _one = slipped()
    told = of_report(OFFICER, key)
    assert told is not None
    order = ["error", "warning", "note"]
    ranks = [order.index(one.level) for one in told.flags]
    assert ranks == sorted(ranks)


def test_what_was_set_aside_is_not_shown_until_its_words_change() -> None:
    key, one = slipped()
    about = f"report {key}"
    with pytest.raises(Refused, match="say why"):
        findings.dismiss(OFFICER, " ", about, one.key, rule=one.rule, why=" ")
    findings.dismiss(OFFICER, "x", about, one.key, rule=one.rule, why="as printed", words=one.words)
    told = of_report(OFFICER, key)
    assert told is not None
    assert not flags(key, "date-wrong")
    assert [(each.reason, each.by) for each in told.set_aside] == [("as printed", "Ann")]
    seen = next(iter(part_digests(key)))
    write(key, "narrative/discussion", SLIP.replace("30 F", "31 F"), base="", seen=seen)
    assert flags(key, "date-wrong")


def part_digests(key: str) -> list[str]:
    """The digests of what officers wrote."""
    one = drafted(OFFICER, key)
    assert one is not None
    return [each.own.digest for each in one.parts if each.own]


def test_a_finding_is_taken_up_again() -> None:
    key, one = slipped()
    findings.dismiss(OFFICER, "x", f"report {key}", one.key, rule=one.rule, why="as printed")
    findings.take_up(OFFICER, "", f"report {key}", one.key)
    assert [each.key for each in flags(key, "date-wrong")] == [one.key]


def test_only_the_office_checks() -> None:
    key, _one = slipped()
    assert of_report(with_role("partner"), key) is None
    assert of_report(None, key) is None
    with pytest.raises(Hidden):
        of_document(OFFICER, "UNEP/CMS/COP15/Doc.99")
    assert set_aside(None) == {}


def test_what_a_document_may_be_compared_with_is_what_its_reader_sees() -> None:
    begun()
    assert {one.name for one in known_to(reader(OFFICER)).provisions} == {"14.10 a)", "14.10 b)"}
    assert known_to(reader(None)).provisions == ()
