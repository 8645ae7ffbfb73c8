"""The front matter is YAML, and is read back as it was."""

import pytest
import yaml
from hypothesis import given

from tests.builders import MASTHEADS
from whimbrel.document import Document, Masthead
from whimbrel.document.flat import masthead_fields
from whimbrel.document.front import front_matter, without_front_matter
from whimbrel.document.normal import normal


def written(head: Masthead) -> str:
    """The front matter of a masthead, and a body."""
    return "\n".join([*front_matter(head, "markdown"), "body"])


@given(MASTHEADS)
def test_a_masthead_is_read_back_as_it_was(found: Masthead) -> None:
    head = normal(Document(masthead=found)).masthead
    assert without_front_matter(written(head)) == (head, 1, "body")


@given(MASTHEADS)
def test_yaml_reads_the_same_fields(found: Masthead) -> None:
    head = normal(Document(masthead=found)).masthead
    loaded = yaml.safe_load("\n".join([*front_matter(head, "text")][1:-1]))
    fields = {name: str(value) for name, value in loaded.items() if name != "lines"}
    assert fields == {"whimbrel": "1", "form": "text", **masthead_fields(head)}
    assert tuple(loaded.get("lines", ())) == head.lines


@pytest.mark.parametrize("title", ["A plain title", "Doc.18.1/Rev.1", "Cote : 7", "Élan"])
def test_an_ordinary_text_stands_without_quotes(title: str) -> None:
    assert f"title: {title}" in written(Masthead(title=title)) or ":" in title


@pytest.mark.parametrize("title", ["yes", "null", "12", "- a", "a: b", "a #b", "*a", "'a'", "1e3"])
def test_what_yaml_takes_for_something_else_stands_in_quotes(title: str) -> None:
    assert f'title: "{title}"' in written(Masthead(title=title))


@pytest.mark.parametrize("text", ["", "body", "---\nwhimbrel: 1\n", "---\n?\n---\n"])
def test_a_text_without_front_matter_is_refused(text: str) -> None:
    with pytest.raises(ValueError, match="front matter"):
        without_front_matter(text)
