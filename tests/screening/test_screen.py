"""A name against a list: who is shown, and what changes it."""

import pytest

from whimbrel.screening import Asked, Kind, Screener, lists, screener
from whimbrel.screening.judgement import content_of, holds
from whimbrel.screening.many import screen_many

LIST = (
    "id,name,kind,aliases,former_names,countries,birth_years,reference\n"
    "1,Orvo Tambelin,person,The Heron;O. Tamb,,France,1970,MAi.001\n"
    "2,Reed Marsh Trading (RMT),body,,Sedge Holdings,Spain,,MAe.001\n"
    "3,Kesti Tambelin,person,,,,1990,MAi.002\n"
)


@pytest.fixture
def listed() -> Screener:
    return screener(lists.take(LIST.encode(), name="list").listed)


def test_the_likest_come_first_and_others_not_at_all(listed: Screener) -> None:
    hits = listed.screen(Asked(name="Tambelin, Orvo"))
    assert [hit.listed.key for hit in hits] == ["1"]
    assert not listed.screen(Asked(name="Willow Bittern"))


@pytest.mark.parametrize("name", ["Sedge Holding Ltd", "RMT", "Reed Marsh Trading Company"])
def test_former_names_acronyms_and_legal_forms_lead_to_a_body(listed: Screener, name: str) -> None:
    assert [hit.listed.key for hit in listed.screen(Asked(name=name, kind=Kind.BODY))] == ["2"]


def test_an_acronym_in_brackets_behind_another_name_shows_nothing(listed: Screener) -> None:
    assert not listed.screen(Asked(name="River Management Team (RMT)", kind=Kind.BODY))


@pytest.mark.parametrize(
    ("better", "worse"),
    [
        ({"birth_year": 1970}, {"birth_year": 1931}),
        ({"countries": ("FR",)}, {"countries": ("Brazil",)}),
        ({"kind": Kind.PERSON}, {"kind": Kind.VESSEL}),
    ],
)
def test_what_is_known_beside_a_name_changes_its_score(
    listed: Screener, better: dict[str, object], worse: dict[str, object]
) -> None:
    def value(known: dict[str, object]) -> float:
        asked = Asked(name="Orvo Tambellin", **known)  # type: ignore[arg-type]
        return listed.screen(asked, threshold=0.4)[0].score.value

    assert value(better) > value(worse)


def test_several_processes_find_what_one_does(listed: Screener) -> None:
    asked = [Asked(name=f"Orvo Tambelin {number}") for number in range(230)]
    one, two = (screen_many(listed, asked, jobs=jobs) for jobs in (1, 2))
    assert [[hit.listed.key for hit in hits] for hits in one] == [
        [hit.listed.key for hit in hits] for hits in two
    ]


def test_a_judgement_holds_until_either_name_changes(listed: Screener) -> None:
    names, one = ["Reed", "Marsh"], listed.listed[0]
    ours, theirs = content_of(names), one.content
    assert holds(ours, theirs, names=["Marsh", "Reed"], known=(), listed=one)
    assert not holds(ours, theirs, names=["Reed"], known=(), listed=one)
    assert not holds(ours, theirs, names=names, known=(), listed=listed.listed[1])


def test_nothing_is_found_in_an_empty_list() -> None:
    assert not screener(()).screen(Asked(name="Orvo Tambelin"))
