"""House styles are data, and a mistake in them is named."""

from dataclasses import fields
from pathlib import Path

import pytest
import yaml

from whimbrel import facts
from whimbrel.facts import BadFact
from whimbrel.writing.figures import FigureWords, words_of
from whimbrel.writing.house_style import (
    CoverWords,
    HouseStyle,
    cover_words,
    house_style,
    house_styles,
)

STYLE = yaml.safe_load(
    (Path(facts.__file__).parent / "house_style/cms.yaml").read_text(encoding="utf-8")
)


def read_with(monkeypatch: pytest.MonkeyPatch, entry: object, kind: type) -> object:
    """Read one entry as if it stood in a file."""
    monkeypatch.setattr(facts, "sources", lambda pattern: [("house_style/ours.yaml", entry)])
    return facts.read("house_style/*.yaml", kind)


def test_the_styles_are_known_by_their_names() -> None:
    assert set(house_styles()) == {"cms", "cms-letter", "cites", "un"}
    assert house_style("cms").text.font == "Arial"
    with pytest.raises(ValueError, match=r"'ramsar'; there are .*cms"):
        house_style("ramsar")


@pytest.mark.parametrize(
    ("change", "field"),
    [
        ({"colour": "blue"}, "colour"),
        ({"page": STYLE["page"] | {"margin": 20}}, "page.margin"),
        ({"headings": [STYLE["headings"][0] | {"underline": True}]}, "headings.0.underline"),
        ({"title": STYLE["title"] | {"align": "right"}}, "title.align"),
        ({"text": {key: value for key, value in STYLE["text"].items() if key != "size"}}, "text"),
    ],
)
def test_a_key_that_is_unknown_wrong_or_absent_is_named_with_its_file(
    monkeypatch: pytest.MonkeyPatch, change: dict[str, object], field: str
) -> None:
    with pytest.raises(BadFact) as refusal:
        read_with(monkeypatch, STYLE | change, HouseStyle)
    assert "house_style/ours.yaml" in str(refusal.value)
    assert field in str(refusal.value)


def test_a_style_as_it_should_be_is_read(monkeypatch: pytest.MonkeyPatch) -> None:
    assert read_with(monkeypatch, STYLE, HouseStyle) == (house_style("cms"),)


@pytest.mark.parametrize("language", ["en", "fr", "es"])
def test_every_word_is_there_in_every_language(language: str) -> None:
    for words, kind in ((cover_words(language), CoverWords), (words_of(language), FigureWords)):
        assert words.language == language
        for each in fields(kind):
            assert getattr(words, each.name) or each.name == "tied", each.name


@pytest.mark.parametrize("language", ["en", "fr", "es"])
def test_every_convention_has_its_name_in_every_language(language: str) -> None:
    assert all(style.conventions.get(language) for style in house_styles().values())


def test_a_language_without_words_has_english_ones() -> None:
    assert cover_words("de").language == "en"
    assert cover_words(None).language == "en"
