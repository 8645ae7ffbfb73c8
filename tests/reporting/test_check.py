"""A careful editor's rules on documents of ours: nothing on a clean one, and each slip found."""

import datetime
from pathlib import Path
from random import Random

import pytest
import yaml
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.builders import documents, item, paragraph
from tests.tools import corpus
from whimbrel.document import Document, Masthead, walk
from whimbrel.reading import examine
from whimbrel.reading.examine import examine_bytes
from whimbrel.reporting.check import check
from whimbrel.reporting.checks import MASTHEAD, RULES, Dismissed, Finding, Level, Record
from whimbrel.reporting.checks.reasons import every, rules

HERE = Path(__file__).parent
SLIPS = yaml.safe_load((HERE / "slips.yaml").read_text(encoding="utf-8"))


def clean(language: str) -> str:
    return (HERE / "clean" / f"{language}.md").read_text(encoding="utf-8")


def read(text: str) -> Document:
    return examine_bytes(text.encode(), name="document.md").document


def slipped(slip: dict) -> Document:
    text = clean(slip["language"])
    for old, new in {slip["old"]: slip["new"], **slip.get("put", {})}.items():
        assert text.count(old) == 1, f"{old!r} stands {text.count(old)} times in the clean text"
        text = text.replace(old, new)
    return read(text)


@pytest.mark.parametrize("language", ["en", "fr", "es"])
def test_a_clean_document_has_no_finding(language: str) -> None:
    found = check(read(clean(language)))
    assert [(one.rule, one.words, str(one.why)) for one in found] == []


@pytest.mark.parametrize(
    "slip", SLIPS, ids=[f"{one['reason']}-{one['language']}-{at}" for at, one in enumerate(SLIPS)]
)
def test_a_slip_is_found_by_its_rule_and_no_other(slip: dict) -> None:
    found = check(slipped(slip))
    assert {one.why.message for one in found} == {slip["reason"], *slip.get("also", ())}, [
        (one.why.message, one.words) for one in found
    ]
    assert any(slip["words"] in one.words for one in found if one.why.message == slip["reason"])


@pytest.mark.long
def test_every_finding_quotes_its_place() -> None:
    for slip in SLIPS:
        document = slipped(slip)
        for one in check(document):
            assert quoted(one, document), (one.address, one.words)


def quoted(one: Finding, document: Document) -> bool:
    """True where the words of a finding are printed at its address, and `also` names places."""
    places = {placed.address: placed.node for placed in walk(document)}
    if not set(one.also) <= set(places):
        return False
    if one.address == MASTHEAD:
        head = document.masthead
        return one.words in (head.symbol or "", head.meeting or "")
    node = places[one.address]
    cells = [cell for row in node.rows for cell in row]
    table = "\n".join(" | ".join(row) for row in node.rows)
    printed = (node.text, node.label or "", table, *cells)
    return any(one.words in text for text in printed)


@settings(max_examples=30, deadline=None, suppress_health_check=list(HealthCheck))
@given(documents())
def test_no_document_breaks_the_check(document: Document) -> None:
    for one in check(document):
        assert one.rule in RULES
        assert one.words.strip() or one.address == MASTHEAD
        assert str(one.why)


@settings(max_examples=20, deadline=None, suppress_health_check=list(HealthCheck))
@given(st.sampled_from(["en", "fr", "es"]), st.randoms(use_true_random=False))
def test_no_report_in_disorder_breaks_the_check(language: str, random: Random) -> None:
    blocks = clean(language).split("\n\n")
    kept = [one for one in blocks if random.random() < 0.8]
    for _ in range(random.randrange(6)):
        kept.insert(random.randrange(len(kept)), random.choice(blocks))
    document = read("\n\n".join(" ".join(cut(one, random)) for one in kept))
    for one in check(document):
        assert quoted(one, document), (one.rule, one.address, one.words)


def cut(block: str, random: Random) -> list[str]:
    """The words of a block, some of them left out."""
    return [one for one in block.split(" ") if random.random() < 0.95]


def test_every_rule_has_its_facts_and_every_reason_its_slip() -> None:
    assert [one.rule for one in rules()] and {one.rule for one in rules()} == set(RULES)
    levels = {one.level for one in every().values()}
    assert levels <= set(Level)
    on_record = {"citation-unknown", "quote-differs", "due-absent", "agreement-over-record"}
    others = {"name-on-record", "first-page-days", "number-twice-row"}
    assert {one["reason"] for one in SLIPS} == set(every()) - on_record - others


@pytest.mark.parametrize("language", ["en", "fr", "es"])
def test_every_gap_of_a_reason_is_in_all_languages(language: str) -> None:
    import re

    for one in every().values():
        gaps = set(re.findall(r"\{(\w+)\}", one.en))
        assert set(re.findall(r"\{(\w+)\}", one.told(language))) == gaps, one.id


@pytest.mark.long
def test_no_gap_is_left_in_a_sentence() -> None:
    for slip in SLIPS:
        for one in check(slipped(slip)):
            for language in ("en", "fr", "es"):
                assert "{" not in one.why.told(language)


def test_a_dismissed_finding_is_left_out_until_its_words_change() -> None:
    slip = next(one for one in SLIPS if one["reason"] == "figures-list")
    document = slipped(slip)
    (one,) = check(document)
    put_aside = Dismissed(rule=one.rule, address=one.address, digest=one.digest)
    known = Record(dismissed=frozenset({put_aside}))
    assert check(document, known=known) == ()
    changed = slipped(slip | {"new": "six Parties (Chile"})
    assert [each.words.split()[0] for each in check(changed, known=known)] == ["six"]


FINE = yaml.safe_load((HERE / "fine.yaml").read_text(encoding="utf-8"))


@pytest.mark.parametrize("one", FINE, ids=[f"{one['language']}-{one['why']}" for one in FINE])
def test_what_only_looks_like_a_slip_is_not_flagged(one: dict) -> None:
    text = clean(one["language"])
    for old, new in one["put"].items():
        assert text.count(old) == 1, f"{old!r} stands {text.count(old)} times in the clean text"
        text = text.replace(old, new)
    assert [(each.why.message, each.words) for each in check(read(text))] == []


SEED = {
    "number-twice": "14.AA",
    "number-prefix": "14.AA",
    "not-reported": "Parties, NGOs and other relevant organizations are invited",
    "output-absent": ("template", "proposal", "cost implications"),
    "mandate-shortened": "Decision 14.10 requested",
    "deleted-reissued": "undertake a concise review",
    "draft-departs": ("Such policy would also", "if required", "subject to the availability"),
    "condition-changed": "subject to the availability of resources",
    "agreement-over": ("2021-2025 Joint Work Programme", "CPW Work Plan 2023-2025"),
    "transition-over": "one-year transition",
    "name-twice": ("Intergovernmental Science–Policy Platform", "Cote d'Ivoire"),
    "word-twice": "organisations",
    "symbol-spelling": ("UNEP/CMS/COP15 Doc. 28.2", "UNEP/CMS/COP15 Doc.28.1"),
    "claim-unproven": "The Secretariat engaged",
}
"""Rule -> words of the seed that it must show."""


@pytest.mark.parametrize("form", ["md", "auto.docx", "typed.docx", "pdf"])
def test_every_slip_of_the_seed_is_found_in_every_form(form: str) -> None:
    file = corpus("seed") / f"UNEP-CMS-COP15-Doc.18.1.{form}"
    found = check(examine(str(file)).document)
    for rule, words in SEED.items():
        for each in (words,) if isinstance(words, str) else words:
            hits = [one for one in found if one.rule == rule and each in one.words]
            assert hits, f"{rule}: {each}"
    (again,) = [one for one in found if one.rule == "deleted-reissued"]
    assert dict(again.why.values)["changed"] == "organisations → organizations"
    errors = {one.rule for one in found if one.level is Level.ERROR}
    assert errors == {"number-twice", "number-prefix"}


@pytest.mark.long
def test_resolutions_of_the_united_nations_have_no_finding_of_the_highest_level() -> None:
    files = sorted(corpus("corpus", "un").glob("*.xml"))
    assert len(files) > 30
    for file in files:
        found = check(examine(str(file)).document)
        assert [one for one in found if one.level is Level.ERROR] == [], file.name


def test_items_in_a_row_with_one_letter_are_flagged() -> None:
    twice = paragraph("We:", item("a)", "count"), item("a)", "ring"), item("b)", "go"), label="1.")
    (one,) = check(Document(nodes=(twice,)))
    assert (one.why.message, one.address, one.words) == ("number-twice-row", "para_1__a~2", "a)")
    points = (item("•", "count"), item("•", "ring"), item("o", "a"), item("o", "b"))
    bullets = paragraph("We:", *points)
    assert check(Document(nodes=(bullets,))) == ()


def test_a_meeting_does_not_end_before_it_begins() -> None:
    days = {"starts": datetime.date(2029, 3, 12), "ends": datetime.date(2029, 3, 2)}
    (one,) = check(Document(masthead=Masthead(**days)))
    assert (one.why.message, one.address) == ("first-page-days", MASTHEAD)


def test_without_a_date_nothing_is_said_of_time() -> None:
    text = clean("en").replace("8 January 2029\n", "").replace("2027-2031", "2015-2018")
    assert check(read(text)) == ()


def test_findings_stand_in_reading_order() -> None:
    document = read(clean("en").replace("16.AA", "15.AA").replace("four Parties", "five Parties"))
    order = {placed.address: at for at, placed in enumerate(walk(document))}
    places = [order[one.address] for one in check(document)]
    assert len(places) == 2
    assert places == sorted(places)


@pytest.mark.parametrize("language", ["en", "fr", "es"])
def test_a_flawed_document_has_the_findings_of_a_careful_editor(language: str) -> None:
    expected = yaml.safe_load((HERE / "flawed/expected.yaml").read_text(encoding="utf-8"))
    document = read((HERE / "flawed" / f"{language}.md").read_text(encoding="utf-8"))
    found = [[one.why.message, one.address] for one in check(document)]
    assert sorted(found) == sorted(expected[language])
