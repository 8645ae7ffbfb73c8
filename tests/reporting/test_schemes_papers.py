"""Papers on schemes and options: every cell has a source, every number is that of the comparison,
and what is written is read back."""

import dataclasses
import re
from datetime import date
from functools import cache
from pathlib import Path

import pytest

from whimbrel.admission.compare import Compared, compare
from whimbrel.admission.compared import ask
from whimbrel.admission.option import NoSuchOption, options
from whimbrel.admission.overview import COLUMNS
from whimbrel.admission.pool import pool
from whimbrel.admission.scheme import Function
from whimbrel.admission.schemes import scheme, schemes
from whimbrel.document import Document, Kind, walk
from whimbrel.document.form import Form
from whimbrel.procedures.compare import Beside, Better, beaten
from whimbrel.procedures.known import Known
from whimbrel.procedures.printed import printed
from whimbrel.reading import read
from whimbrel.reading.written import read_written
from whimbrel.reporting.matter import Gathering, Matter
from whimbrel.reporting.papers import Paper
from whimbrel.reporting.papers.schemes import clauses
from whimbrel.reporting.papers.schemes.costs import year
from whimbrel.reporting.papers.schemes.decision import decision
from whimbrel.reporting.papers.schemes.marks import Marks
from whimbrel.reporting.papers.schemes.options import cost_table
from whimbrel.reporting.papers.schemes.options import options as options_paper
from whimbrel.reporting.papers.schemes.overview import overview
from whimbrel.reporting.papers.schemes.process import steps
from whimbrel.reporting.pen import Pen
from whimbrel.reporting.phrases import LANGUAGES
from whimbrel.reporting.text import Text
from whimbrel.writing.lanes import TALLEST
from whimbrel.writing.write import write, written

SIZE, SEED, OPENS, PRESENT = 300, 7, date(2026, 3, 23), 100
CHOSEN = ("open-register", "full-accreditation")
MARKED = re.compile(r" \[\d+\]$")


def matter(language: str = "en", meeting: str = "COP15") -> Matter:
    return Matter(
        language=language, original=language, meeting=Gathering(short=meeting), title=Text(),
        date=date(2026, 3, 1), house=Text.of(en="CMS"),
    )  # fmt: skip


@cache
def found() -> Compared:
    invented = pool(SIZE, seed=SEED, opens=OPENS, subject="migratory species")
    return compare(options(), invented, opens=OPENS, present=PRESENT, seed=SEED)


def weighed(language: str) -> Paper:
    drafts = clauses.drafts(found(), CHOSEN, language)
    return options_paper(matter(language), found(), drafts)


MAKERS = {
    "overview": lambda language: overview(matter(language)),
    "process": lambda language: steps(matter(language), scheme("cms")),
    "options": weighed,
    "costs": lambda language: cost_table(matter(language), found()),
    "decision": lambda language: decision(matter(language), found(), CHOSEN),
}


@cache
def made(name: str, language: str) -> Document:
    return MAKERS[name](language).laid().document


def tables(document: Document) -> list[tuple[tuple[str, ...], ...]]:
    return [one.node.rows for one in walk(document) if one.node.kind is Kind.TABLE]


def words(document: Document) -> str:
    return "\n".join(one.node.text for one in walk(document))


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("name", MAKERS)
def test_every_paper_is_a_document_that_is_read_back(name: str, language: str) -> None:
    whole = made(name, language)
    assert whole.nodes
    for form in (Form.MARKDOWN, Form.JSON):
        assert read_written(write(whole, form).encode(), name="paper") == whole


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("name", MAKERS)
def test_every_paper_comes_back_from_word(name: str, language: str, tmp_path: Path) -> None:
    paper = MAKERS[name](language)
    laid = paper.laid()
    file = tmp_path / "paper.docx"
    file.write_bytes(written(laid.document, Form.DOCX, figures=paper.drawn(laid)))
    assert read(file) == laid.document


@pytest.mark.parametrize("name", MAKERS)
def test_no_heading_stands_without_anything_under_it(name: str) -> None:
    headings = [one.node for one in walk(made(name, "en")) if one.node.kind is Kind.HEADING]
    assert headings
    assert all(one.children for one in headings)


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_answer_of_the_overview_has_its_source_and_its_mark(language: str) -> None:
    *answers, sources = tables(made("overview", language))
    cells = [cell for table in answers for row in table[1:] for cell in row[1:]]
    assert len(cells) == len(schemes()) * (len(COLUMNS) - 1 + len(Function))
    assert all(MARKED.search(cell) for cell in cells)
    called = {int(cell.rpartition("[")[2].rstrip("]")) for cell in cells}
    assert called == {int(row[0]) for row in sources[1:]}
    assert all(row[1] for row in sources[1:])


def test_what_is_from_memory_or_not_known_never_stands_as_a_fact() -> None:
    whole = made("overview", "en")
    rows = {row[0]: row for row in tables(whole)[1]}
    deadline = rows["CMS: observers at the Conference of the Parties"][4]
    assert re.fullmatch(r"30 days before the opening \(M\) \[\d+\]", deadline)
    assert re.fullmatch(r"not known \(\?\) \[\d+\]", rows["AEWA: observers at the Meeting of the Parties"][4])  # fmt: skip  # noqa: E501
    assert "(M) unverified, from memory: " in words(whole)


def test_a_source_that_is_empty_is_refused() -> None:
    with pytest.raises(ValueError, match="has a source"):
        Marks(pen=Pen(matter=matter())).marked("yes", " ", Known.SEEN)


def test_the_family_of_the_convention_stands_first_and_some_can_be_chosen() -> None:
    first = [row[0] for row in tables(made("overview", "en"))[0][1:3]]
    assert all(one.startswith("CMS") for one in first)
    chosen = overview(matter(), [scheme("unfccc"), scheme("cms")])
    assert [row[0][:4] for row in tables(chosen.laid().document)[0][1:]] == ["UNFC", "CMS:"]


def test_the_overview_is_wide_enough_for_a_page_on_its_side() -> None:
    assert max(len(table[0]) for table in tables(made("overview", "en"))) >= 8


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_number_of_the_options_paper_is_that_of_the_comparison(language: str) -> None:
    table = tables(made("options", language))[0]
    assert len(table) == 1 + len(found().rows)
    for row, line in zip(found().rows, table[1:], strict=True):
        assert line[0] == " ".join(ask(row.id, language).split())
        for cell, beside, told in zip(row.cells, row.beside(), line[2:], strict=True):
            shown = " ".join(printed(cell.value, language).split())
            assert told.startswith(shown), (row.id, told)
            assert MARKED.search(told)
            assert ("(A)" in told or "(H)" in told or "(S)" in told) == (
                cell.known is Known.ASSUMED
            )
            if beside is Beside.UNCLEAR:
                assert ask(beside.value, language) in told


def test_the_paper_says_that_applicants_are_invented_and_how_to_run_it_again() -> None:
    told = words(made("options", "en"))
    assert "All of them are invented" in told
    assert f"--pool-size {SIZE} --seed {SEED} --opens 2026-03-23 --parties-present 100" in told
    own = options_paper(matter(), dataclasses.replace(found(), invented=False))
    assert "invented" not in words(own.laid().document).partition("assumed")[0]


def test_today_is_not_the_best_on_every_question_and_the_paper_counts_that() -> None:
    assert beaten(found().rows)
    assert "Today is not the best on every question." in words(made("options", "en"))


def test_where_today_is_the_best_the_paper_says_that_instead() -> None:
    best = tuple(
        dataclasses.replace(row, cells=tuple(row.cells[0] for _ in row.cells))
        for row in found().rows
    )
    told = words(options_paper(matter(), dataclasses.replace(found(), rows=best)).laid().document)
    assert "Today is not the best" not in told
    assert "On no question is another option better than today" in told


def test_an_option_that_the_treaty_does_not_allow_is_marked_with_what_it_would_take() -> None:
    told = words(made("options", "en"))
    flagged = [one.title.en for one, law in zip(options(), found().ceilings, strict=True)
               if law.findings]  # fmt: skip
    assert flagged == ["Full accreditation before admission"]
    assert "Full accreditation before admission: not by a decision alone." in told
    assert "no legal advice" in told
    assert "accredited national" in told
    findings = next(t for t in tables(made("options", "en")) if t[0][2] == "What it would take")
    assert {row[0] for row in findings[1:]} == set(flagged)
    assert all("Article X" in row[2] for row in findings[1:])


def test_french_and_spanish_papers_hold_no_english_finding() -> None:
    for language in ("fr", "es"):
        assert "The treaty says" not in words(made("options", language))
        assert "no legal advice" not in words(made("decision", language))


def test_every_assumption_is_listed_as_assumed() -> None:
    table = next(t for t in tables(made("options", "en")) if t[0][0] == "Assumption")
    assert len(table) == 1 + len(found().assumed)
    assert all("(A)" in row[0] for row in table[1:])
    for one, row in zip(found().assumed.values(), table[1:], strict=True):
        ends = tuple(float(cell.replace(",", "")) for cell in row[2:])
        assert ends == (one.low, one.point, one.high)


def test_the_cost_table_agrees_with_the_share_of_the_budget() -> None:
    budget = found().assumed["budget"].interval
    for at, _one in enumerate(found().options):
        own = year(found(), at)
        share = own.money.over(budget)
        assert share is not None
        assert own.share is not None
        assert share.point * 100 == pytest.approx(own.share.point)
        assert share.high * 100 == pytest.approx(own.share.high)


def test_the_cost_table_has_every_figure_with_its_mark_and_source() -> None:
    table = tables(made("costs", "en"))[0]
    for at, line in enumerate(table[1:]):
        own = year(found(), at)
        told = (
            own.applicants, own.states, own.applications, own.recurring, own.money, own.share,
        )  # fmt: skip
        for value, cell in zip(told, line[1:-1], strict=True):
            assert cell.startswith(f"{printed(value, 'en')} (A) [")


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_strata_and_what_is_lost_are_those_of_the_comparison(language: str) -> None:
    table = next(t for t in tables(made("options", language)) if len(t[0]) == 3 + len(options()))
    for at, each in enumerate(found().becomes):
        shown = [row[3 + at] for row in table[1:]]
        assert shown == [" ".join(printed(one.admitted, language).split()) for one in each.strata]
        if each.lost:
            assert str(len(each.lost)) in words(made("options", language))


def test_a_cost_that_is_not_known_is_refused() -> None:
    rows = tuple(
        dataclasses.replace(
            row, cells=tuple(dataclasses.replace(cell, value=None) for cell in row.cells)
        )
        if row.id == "recurring"
        else row
        for row in found().rows
    )
    with pytest.raises(ValueError, match="recurring"):
        year(dataclasses.replace(found(), rows=rows), 0)


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_draft_of_several_options_has_brackets_and_one_of_a_single_option_none(
    language: str,
) -> None:
    several = clauses.drafts(found(), CHOSEN, language)
    items = [item.words.anyhow(language) for one in several for item in one.items]
    assert any(words.startswith("[") for words in items)
    single = clauses.drafts(found(), ("light-accreditation",), language)
    assert not any("[" in item.words.anyhow(language) for one in single for item in one.items)


def test_a_draft_has_addressees_a_condition_of_resources_and_a_report() -> None:
    drafts = clauses.drafts(found(), ("open-register",), "en")
    lines = [one.directed.anyhow("en") for one in drafts]
    assert lines == [
        "Directed to Parties",
        "Directed to the Secretariat",
        "Directed to bodies that are no Parties",
    ]
    office = drafts[1]
    assert "subject to the availability" in office.words.anyhow("en")
    assert office.items[-1].words.anyhow("en").startswith("report on the implementation")
    assert office.items[-1].words.anyhow("en").endswith(".")
    assert office.costs


def test_what_needs_an_amendment_becomes_a_question_and_no_rule() -> None:
    drafts = clauses.drafts(found(), ("full-accreditation",), "en")
    told = " ".join(item.words.anyhow("en") for one in drafts for item in one.items)
    assert "seek legal advice" in told
    assert "propose an amendment" in told


def test_every_option_has_words_for_a_draft() -> None:
    own = {one.option for one in clauses.clauses()}
    known = {one.id for one in options()}
    bound = {one.id for one, law in zip(options(), found().ceilings, strict=True) if law.findings}
    assert known - own == bound
    assert own - known == {clauses.EVERY, clauses.AMENDMENT}


def test_a_draft_says_who_chose_and_recommends_nothing() -> None:
    told = words(decision(matter(), found(), CHOSEN, "A. Person").laid().document)
    assert "A. Person chose “As today, with a public register" in told
    assert "recommends no option" in told
    assert "[Name of who chose]" in words(made("decision", "en"))
    assert "15.AA" in {one.node.label for one in walk(made("decision", "en"))}


def test_an_option_that_is_none_is_refused_with_those_that_there_are() -> None:
    with pytest.raises(NoSuchOption, match="open-register"):
        decision(matter(), found(), ("x",))
    with pytest.raises(ValueError, match="no option is chosen"):
        decision(matter(), found(), ())


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_figure_of_a_process_says_the_same_as_its_table(language: str) -> None:
    for one in schemes():
        paper = steps(matter(language), one)
        (figure,) = paper.figures.values()
        assert len(figure.table) == 1 + len(one.steps)
        assert [row[0] for row in figure.table[1:]] == [
            str(at) for at in range(1, len(one.steps) + 1)
        ]
        assert all(MARKED.search(row[2]) for row in figure.table[1:])
        assert figure.height <= TALLEST, "it has to fit on a page"


def test_questions_of_which_neither_is_better_beat_nobody() -> None:
    rows = tuple(row for row in found().rows if row.better is Better.NEITHER)
    assert rows
    assert beaten(rows) == ()
