"""Species by their common names in three languages."""

import pytest

from whimbrel.engagements.species import find


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("cheetah, leopards and the African wild dog", ["cheetah", "leopard", "African wild dog"]),
        ("the snow leopard", ["snow leopard"]),
        ("requins et tortues marines", ["sharks", "marine turtles"]),
        ("el jaguar y las aves migratorias", ["jaguar", "migratory birds"]),
        ("Panthera onca", ["jaguar"]),
        ("seagrass ecosystems", ["seagrass"]),
        ("the lionfish and the batsman", []),
        ("bird-friendly cities", []),
    ],
)
def test_names_are_found_the_longest_first(text: str, names: list[str]) -> None:
    assert [one.kind.name for one in find(text)] == names


def test_a_species_in_the_name_of_a_body_is_not_mentioned() -> None:
    text = "the Jaguar Fund met"
    assert find(text, [(4, 15)]) == ()
