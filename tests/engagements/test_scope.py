"""Which parts of a mandate the work of another body covers."""

import pytest

from whimbrel.engagements.scope import aspects, scope

REVIEW = (
    "undertake a short study of the meanings, ethical norms and practical openings in relation to "
    "the written and unwritten lore of bats."
)


@pytest.mark.parametrize(
    ("text", "language", "parts"),
    [
        (
            REVIEW,
            "en",
            ("meanings", "ethical norms", "practical openings", "written", "unwritten lore"),
        ),
        (
            "une étude des sens, des normes éthiques et des possibilités pratiques",
            "fr",
            ("sens", "normes éthiques", "possibilités pratiques"),
        ),
        (
            "un estudio de los sentidos, las normas de ética y las oportunidades prácticas",
            "es",
            ("sentidos", "normas de ética", "oportunidades prácticas"),
        ),
        ("keep the map of corridors up to date", "en", ()),
        ("", "en", ()),
    ],
)
def test_a_list_is_parted_in_the_words_of_the_provision(text, language, parts) -> None:
    assert aspects(text, language) == parts


def test_what_is_covered_and_what_is_left_is_told_apart_and_never_sure() -> None:
    found = scope(REVIEW, "Assessment of the many meanings of nature and of ethical norms")
    assert found.covered == ("meanings", "ethical norms")
    assert found.left == ("practical openings", "written", "unwritten lore")
    assert found.sure is False


def test_a_mandate_without_a_list_is_one_part() -> None:
    text = "draw a map of the corridors"
    assert scope(text, "a map of roads").left == (text,)
    assert scope("", "anything").left == ()
