"""The text of a policy entered rule by rule from a file, and mistakes in it named with file, place
and cause."""

import re
from pathlib import Path

import pytest

from tests.tools import ROOT
from whimbrel.partnership.compared import compare
from whimbrel.partnership.diligence import needed
from whimbrel.partnership.filling import filled
from whimbrel.partnership.packs import pack, packs
from whimbrel.partnership.trial import load_file, summed
from whimbrel.procedures.known import Known
from whimbrel.reading.errors import Unreadable

TEXT = """
pack: unep-2024
filled: [levels, demands, questions]
questions:
  - {id: governed, good: {attribute: governed, equals: true}, source: a test, status: seen,
     text: {en: "Is it governed?", fr: "A-t-elle une direction ?", es: "¿Tiene dirección?"}}
levels:
  - {id: whole, rank: 10, fast: true, questions: [governed], source: a test, status: seen,
     name: {en: Whole, fr: Entier, es: Entero}, text: {en: All, fr: Tout, es: Todo}}
demands:
  - {id: everybody, level: whole, when: {not: {attribute: modality, equals: attendance}},
     source: made up for a test, status: seen, text: {en: Everybody., fr: Tous., es: Todos.}}
"""


def put(folder: Path, text: str) -> Path:
    path = folder / "text.yaml"
    path.write_text(text, encoding="utf-8")
    return path


def test_what_is_entered_is_known_from_then_on(tmp_path: Path) -> None:
    made = {one.id: one for one in filled(packs(), put(tmp_path, TEXT))}
    one = made["unep-2024"]
    assert needed(one, category="ngo", modality="listing").level == "whole"
    assert needed(one, category="ngo", modality="attendance").level == "none"
    assert not {slot.id for slot in one.slots} & {"levels", "demands", "questions"}
    assert {slot.id for slot in one.slots} >= {"authority", "terms"}
    assert needed(pack("unep-2024"), category="ngo", modality="listing").level is None
    rows = {row.id: row for row in compare((one,)).rows}
    assert rows["known"].cells[0].value is not None
    assert rows["known"].cells[0].value.point == 100
    assert rows["hours"].cells[0].value is not None


def test_the_other_packs_stay_as_they_are(tmp_path: Path) -> None:
    made = filled(packs(), put(tmp_path, TEXT))
    assert [one for one in made if one.id != "unep-2024"] == [
        one for one in packs() if one.id != "unep-2024"
    ]


def test_lines_that_the_text_does_not_have_are_taken_out(tmp_path: Path) -> None:
    text = "pack: unep-2024\nwithout: [categories.ind]\n"
    one = next(each for each in filled(packs(), put(tmp_path, text)) if each.id == "unep-2024")
    assert "ind" not in {each.id for each in one.categories}
    assert {each.status for each in one.categories} == {Known.UNKNOWN}


@pytest.mark.parametrize(
    ("change", "place", "cause"),
    [
        (("source: a test, status: seen,\n     name", "status: seen,\n     name"),
         "levels.0.source", "required"),
        (("equals: true", "equal: true"), "questions.0.good.equal", "Unexpected"),
        (("level: whole", "level: half"), "demands.everybody.level", "half is no level"),
        (("questions: [governed]", "questions: [ruled]"), "levels.whole", "ruled is no question"),
        (("pack: unep-2024", "pack: unep-1999"), "pack", "no policy is called unep-1999"),
        (("filled: [levels,", "filled: [dreams, levels,"), "filled", "dreams is no slot"),
        (("filled: [levels,", "filled: [authority, levels,"), "filled", "no line of that part"),
        (('fr: "A-t-elle une direction ?"', 'fr: ""'), "questions.governed.text.fr", "no words"),
        (("rank: 10", "rank: 0"), "levels", "taken"),
        (("status: seen", "status: sure"), "questions.0.status", "Input should be"),
    ],
)  # fmt: skip
def test_a_mistake_is_named_with_file_place_and_cause(
    tmp_path: Path, change: tuple[str, str], place: str, cause: str
) -> None:
    assert change[0] in TEXT
    with pytest.raises(Unreadable) as caught:
        filled(packs(), put(tmp_path, TEXT.replace(*change, 1)))
    assert caught.value.file.endswith("text.yaml")
    assert place in caught.value.place
    assert cause in caught.value.cause
    assert caught.value.remedy


@pytest.mark.parametrize(
    "text", ["", "[]", "a: [", "just words", "&a [*a]", "x: !!python/object:os.system {}"]
)
def test_what_is_no_such_file_is_refused(tmp_path: Path, text: str) -> None:
    with pytest.raises(Unreadable):
        filled(packs(), put(tmp_path, text))


def test_a_file_that_is_not_there_is_refused(tmp_path: Path) -> None:
    with pytest.raises(Unreadable, match="cannot be read"):
        filled(packs(), tmp_path / "none.yaml")


GUIDE = ROOT / "docs/guide/partnership-policies.md"


def test_what_the_guide_shows_is_read(tmp_path: Path) -> None:
    text, trial = re.findall(r"```yaml\n(.*?)```", GUIDE.read_text(encoding="utf-8"), re.DOTALL)
    one = next(each for each in filled(packs(), put(tmp_path, text)) if each.id == "unep-2024")
    need = needed(one, category="ngo", modality="small-grant", value=9_000)
    assert [each.id for each in need.questions] == ["good-standing"]
    assert need.level == "simple"
    (period,) = summed(load_file(put(tmp_path, trial)))
    assert (period.cases, len(period.words)) == (1, 1)
