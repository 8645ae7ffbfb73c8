"""Two wordings, word by word."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from whimbrel.mandates.compare import Kind, Part, compare

WORDS = st.lists(
    st.sampled_from(["the", "of", "reef,", "reef", "bird", "birds;", "to", "act", "and", "Parties"])
)


@pytest.mark.parametrize(
    ("old", "new", "removed", "added"),
    [
        ("Notes the report;", "Notes the report;", (), ()),
        ("Notes also the report;", "Notes the report;", ("also",), ()),
        ("Urges Parties;", "Invites Parties;", ("Urges",), ("Invites",)),
        ("", "Notes", (), ("Notes",)),
        ("at its 12th meeting", "at its 13th meeting", ("12th",), ("13th",)),
        ("Prie le Comité d’agir", "Prie les Parties d’agir", ("le Comité",), ("les Parties",)),
    ],
)  # fmt: skip
def test_runs_of_words_that_went_and_came(
    old: str, new: str, removed: tuple[str, ...], added: tuple[str, ...]
) -> None:
    found = compare(old, new)
    assert (found.removed, found.added) == (removed, added)
    assert found.changed == {"removed": list(removed), "added": list(added)}


def test_a_little_word_between_two_changes_is_read_as_changed() -> None:
    old = "Urges Parties to restore wetlands and rivers of the northern flyway without delay;"
    new = "Urges Parties to count ducks, geese and swans in every known wintering place;"
    found = compare(old, new)
    assert [part.kind for part in found.parts] == [Kind.SAME, Kind.REMOVED, Kind.ADDED]
    assert len(found.removed) > 1


def test_equal_wordings_are_one_part() -> None:
    assert compare("Notes  the\nreport", "Notes the report").parts == (
        Part(kind=Kind.SAME, words="Notes the report"),
    )


@given(WORDS, WORDS)
def test_both_wordings_can_be_read_from_the_redline(old: list[str], new: list[str]) -> None:
    parts = compare(" ".join(old), " ".join(new)).parts
    read = {kind: told(parts, kind) for kind in (Kind.REMOVED, Kind.ADDED)}
    assert read == {Kind.REMOVED: old, Kind.ADDED: new}


def told(parts: tuple[Part, ...], side: Kind) -> list[str]:
    """The words of one side."""
    return [w for part in parts if part.kind in (Kind.SAME, side) for w in part.words.split()]
