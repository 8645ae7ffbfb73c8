"""The paper on partnership policies: its numbers are those of the replay, what is not known says
so, and it recommends nothing."""

import dataclasses
import re
from datetime import date
from functools import cache
from pathlib import Path

import pytest

from whimbrel.document import Document, Kind, walk
from whimbrel.document.form import Form
from whimbrel.partnership.applies import binding
from whimbrel.partnership.compared import Replayed, compare, faults_missed
from whimbrel.partnership.packs import pack
from whimbrel.partnership.shown import COARSE, ask
from whimbrel.partnership.trial import Effort, Feedback, Measure, Period, Trial, summed
from whimbrel.procedures.known import Text as Words
from whimbrel.procedures.printed import printed
from whimbrel.reading import read
from whimbrel.reporting.matter import Gathering, Matter
from whimbrel.reporting.papers import Paper
from whimbrel.reporting.papers.policy.required import required
from whimbrel.reporting.phrases import LANGUAGES
from whimbrel.reporting.text import Text
from whimbrel.writing.write import written as whole

DAY = date(2026, 1, 8)
HARD = "\u00a0"
"""The blank of French that does not break; a table may be read with another."""


@cache
def found() -> Replayed:
    return compare(tuple(pack(one) for one in ("generic-un", "cms-tailored", "unep-2024")))


def measured() -> tuple[Period, ...]:
    words = Words(en="Old", fr="Ancien", es="Antiguo")
    return summed(
        Trial(
            measures=(
                Measure(id="old", pack="unep-2024", since=date(2024, 10, 1),
                        until=date(2025, 9, 30), text=words, source="a test"),
                Measure(id="new", pack="unep-2024-simplified", since=date(2025, 10, 1),
                        text=dataclasses.replace(words, en="New"), source="a test"),
            ),
            efforts=tuple(
                Effort(case=f"{at}-{year}", step="diligence", day=date(year, 11, 1),
                       hours=(20.0 if year == 2024 else 4.0) + at)
                for at in range(6) for year in (2024, 2025)
            ),
            feedback=(Feedback(day=DAY, by="partner", words="Once is enough."),),
        )
    )  # fmt: skip


def written(language: str = "en", periods: tuple[Period, ...] = ()) -> Paper:
    matter = Matter(
        language=language, original=language, meeting=Gathering(short="COP15"), title=Text(),
        date=date(2026, 3, 1), house=Text.of(en="CMS"),
    )  # fmt: skip
    return required(matter, found(), binding(on=DAY), periods, DAY)


@cache
def document(language: str = "en") -> Document:
    return written(language).laid().document


def words(one: Document) -> str:
    """Everything a paper says: paragraphs, and tables row by row."""
    said = []
    for placed in walk(one):
        node = placed.node
        said.append("".join(run.text for run in node.runs))
        said += [" | ".join(row) for row in node.rows]
    return "\n".join(said).replace(HARD, " ")


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_number_of_the_replay_is_in_the_paper(language: str) -> None:
    text = words(document(language))
    for row in found().rows:
        asked = ask(f"row.{row.id}", language).replace(HARD, " ")
        line = next(one for one in text.splitlines() if one.startswith(asked))
        for cell in row.cells:
            if cell.value is not None:
                assert printed(cell.value, language, COARSE) in line
            else:
                assert ask("pack-silent", language) in line


def test_every_cell_has_the_number_of_a_source_that_is_listed() -> None:
    text = words(document())
    numbers = {int(one) for one in re.findall(r"\[(\d+)\]", text)}
    table = [one.node for one in walk(document()) if one.node.kind is Kind.TABLE][-1]
    listed = {int(row[0]) for row in table.rows[1:]}
    assert numbers == listed


def test_seeded_faults_are_told_one_by_one() -> None:
    text = words(document())
    for one in faults_missed(found()):
        told = " | ".join("not known" if each is None else str(each) for each in one.missed)
        assert f"| {one.of} | {told}" in text


def test_without_a_trial_it_says_that_nothing_is_on_record() -> None:
    text = words(document())
    assert "Nothing is on record of the trial of the simplified measures" in text
    assert "No effort and no delay under it is on record." in text
    assert "Not known: there are not two measures on record to be compared." in text


def test_what_the_trial_shows_is_counted() -> None:
    text = words(written(periods=measured()).laid().document)
    assert "Of the trial, 12 cases under 2 measures are on record." in text
    assert "The hours of a case can be told apart: 20–25 (22) before, 4–9 (6) after." in text
    assert "Partner: “Once is enough”." in text
    assert "of 6, 0 measured" in text


def test_few_cases_tell_nothing() -> None:
    few = tuple(
        dataclasses.replace(one, case_hours=dataclasses.replace(one.case_hours, number=2))
        for one in measured()
    )
    text = words(written(periods=few).laid().document)
    assert "Not known: one of the two has too few cases." in text
    assert "too few to tell more" in text


def test_it_says_which_policy_binds_and_that_the_transition_has_outlived_its_year() -> None:
    text = words(document())
    assert "“UNEP Partnership Policy of 2024” and “Simplified measures" in text
    assert "29 September 2025" in text


@pytest.mark.parametrize("language", LANGUAGES)
def test_it_recommends_nothing_and_leaves_no_gap(language: str) -> None:
    text = words(document(language))
    ends = {
        "en": "is for the Conference of the Parties to say",
        "fr": "Il appartient à la Conférence des Parties",
        "es": "Corresponde a la Conferencia de las Partes",
    }
    assert ends[language] in text
    assert not re.search(r"{\w+}", text)
    assert not any(piece.gap for piece in written(language).pieces)


def test_phrases_of_the_paper_are_the_same_in_every_language() -> None:
    from whimbrel.reporting.phrases import known

    names = {
        language: {
            name: set(re.findall(r"{(\w+)}", told))
            for name, told in known(language).items()
            if name.startswith(("policy.", "heading.policy."))
        }
        for language in LANGUAGES
    }
    assert names["en"] == names["fr"] == names["es"]
    for name in names["fr"]:
        told = known("fr")[name]
        assert "'" not in told, name
        assert not re.search(" [:;!?»]", told), name


def test_its_rows_are_those_of_a_spreadsheet() -> None:
    rows = written().rows
    assert len(rows) == len(found().rows) + 1
    assert {len(row) for row in rows} == {2 + 3 * len(found().packs)}
    assert rows[2][-3:] == ("", "", "")


def test_the_word_file_is_read_back(tmp_path: Path) -> None:
    path = tmp_path / "paper.docx"
    path.write_bytes(whole(document(), Form.DOCX))
    text = words(read(path))
    assert "How many seeded faults does the policy not look for?" in text


def test_one_policy_alone_is_held_against_none() -> None:
    alone = compare((pack("unep-2024"),))
    matter = dataclasses.replace(
        written().matter, title=Text(), meeting=Gathering(short="COP15")
    )  # fmt: skip
    text = words(required(matter, alone, binding(on=DAY), (), DAY).laid().document)
    assert "No draft is among the policies that were replayed." in text
    assert "Where the first two differ" not in text
