"""Two names compared: the ways in which one name is written, and names that are two."""

import pytest

from whimbrel.screening import Kind, Sort, score
from whimbrel.screening.fold import fold, fold_all, skeleton
from whimbrel.screening.told import because

ALIKE = [
    ("person", "Orvo Tambelin", "TAMBELIN, Orvo"),
    ("person", "Orvo Tambelin", "Orvo Tambellin"),
    ("person", "Yusuf Mansoor", "Youssef Mansur"),
    ("person", "Yusuf Mansoor", "يوسف منصور"),
    ("person", "Sergej Tambelin", "Сергей Тамбелин"),
    ("person", "O. Tambelin", "Orvo Tambelin"),
    ("person", "Abd al-Latif Tamber", "Abdullatif Tamber"),
    ("person", "Orvo Kesti Tambelin", "Orvo Tambelin"),
    ("person", "Haji Orvo Tambelin", "Orvo Tambelin"),
    ("person", "Xi Tambo", "Shi Tambo"),
    ("person", "Bill Tambelin", "William Tambelin"),
    ("body", "Reedmark Ltd", "Reedmark Limited Liability Company"),
    ("body", "OOO Reedmark", "Reedmark LLC"),
    ("body", "ReedmarkAG", "Reedmark AG"),
    ("body", "Reed & Sedge Company", "Reed and Sedge Co."),
    ("body", "Society for the Reed Marsh", "Reed Marsh Society"),
    ("body", "Brigade Forty-Four", "Brigade 44"),
    ("body", "Organisation of Reed Labour", "Organization of Reed Labor"),
    ("body", "R.M.K.", "Reed Marsh Kollective"),
    ("body", "Red Marsh Intl", "Red Marsh International"),
]
UNLIKE = [
    ("person", "Orvo Tambelin", "Orvo Kestinen"),
    ("body", "Reed Foundation for Relief", "Sedge Foundation for Relief"),
    ("body", "Relief Foundation", "International Relief and Development Foundation of Sedge"),
    ("body", "Brigade 44", "Brigade 45"),
    ("body", "Reed Company", "Sedge Company"),
    ("body", "ABX Trust", "ABZ Trust"),
]


@pytest.mark.parametrize(("kind", "one", "other"), ALIKE)
def test_one_name_written_otherwise_is_alike(kind: str, one: str, other: str) -> None:
    assert score(one, other, Kind(kind)).value >= 0.76
    assert score(other, one, Kind(kind)).value >= 0.76


@pytest.mark.parametrize(("kind", "one", "other"), UNLIKE)
def test_two_names_are_not_alike(kind: str, one: str, other: str) -> None:
    assert score(one, other, Kind(kind)).value < 0.76


@pytest.mark.parametrize(("kind", "one", "other"), [*ALIKE, *UNLIKE])
def test_the_parts_of_a_score_sum_to_it_and_are_said(kind: str, one: str, other: str) -> None:
    found = score(one, other, Kind(kind))
    gained = sum(part.points for part in found.parts if part.points > 0)
    lost = sum(
        part.points for part in found.parts if part.sort in (Sort.ORDER, Sort.LEGAL, Sort.LONE)
    )
    assert found.value == pytest.approx(gained + lost, abs=1e-6)
    for language in ("en", "fr", "es"):
        assert len(because(found, language)) == len(found.parts)


def test_the_same_name_is_one() -> None:
    assert score("Reed Marsh", "REED MARSH").value == 1.0


@pytest.mark.parametrize("name", ["", "  ", "()", "...", "\u200b", "x" * 5000, "٪", "&"])
def test_what_is_no_name_is_like_nothing_and_breaks_nothing(name: str) -> None:
    assert 0.0 <= score(name, "Orvo Tambelin").value < 0.5
    assert 0.0 <= score(name, name).value <= 1.0


def test_many_names_are_folded_as_one_is() -> None:
    names = ["S.A. Reed", "Réed & Co", "ReedAG", "O'Tamb-elin", "  a\tb ", "x\ny", "", "R&D", "Й"]
    assert fold_all(names) == [fold(name) for name in names]


@pytest.mark.parametrize(("one", "other"), [("mansoor", "mnswr"), ("qadhafi", "kadafy")])
def test_a_skeleton_is_one_for_the_ways_to_write_a_word(one: str, other: str) -> None:
    assert skeleton(one) == skeleton(other)
