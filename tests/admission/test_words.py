"""What is said of schemes, in three languages."""

import re

import pytest

from tests.tools import ROOT
from whimbrel.admission.words import say, sentences

SLOT = re.compile(r"{(\w+)")


@pytest.mark.parametrize("key", sorted(sentences()))
def test_a_sentence_has_the_same_slots_in_every_language(key: str) -> None:
    text = sentences()[key]
    assert text.en
    assert text.fr
    assert text.es
    assert set(SLOT.findall(text.en)) == set(SLOT.findall(text.fr)) == set(SLOT.findall(text.es))
    assert "'" not in text.fr
    assert not re.search(" [:;!?»]", text.fr), "French print sets a blank that does not break"


def test_every_sentence_that_is_said_is_there_and_every_one_there_is_said() -> None:
    code = "\n".join(
        path.read_text(encoding="utf-8")
        for room in ("admission", "cli")
        for path in (ROOT / "src/whimbrel" / room).glob("*.py")
    )
    families = ("column-", "known-", "blocks-", "function-", "part-")
    for key in sentences():
        assert key.startswith(families) or re.search(f"[\"']{key}[\"']", code), key


def test_a_sentence_that_is_not_there_is_an_error() -> None:
    with pytest.raises(KeyError):
        say("nothing", "en")
