"""What holds for every report, whatever words the record is made of."""

import dataclasses

from hypothesis import given, settings
from hypothesis import strategies as st

from tests.builders import NASTY
from tests.reporting.matters import bats, deed, promise
from whimbrel.document import walk
from whimbrel.document.form import Form
from whimbrel.document.normal import normal
from whimbrel.engagements.coverage import Became
from whimbrel.reading.written import read_written
from whimbrel.reporting.compose import compose
from whimbrel.reporting.edits import Edit, applied
from whimbrel.reporting.layout import laid_out
from whimbrel.reporting.matter import Draft, Matter, Narrative, Pointer
from whimbrel.reporting.parts import parts
from whimbrel.reporting.text import Text
from whimbrel.writing.write import write

WORDS = st.lists(st.sampled_from((*NASTY, "bats", "The Secretariat", "14.21")), max_size=6).map(
    " ".join
)
TEXT = st.builds(lambda en, fr: Text.of(en=en, fr=fr), WORDS, WORDS)


@st.composite
def matters(draw: st.DrawFn) -> Matter:
    """Reports whose every word may be anything."""
    promises = tuple(
        promise(
            f"14.{at + 1}",
            draw(st.sampled_from([None, *Became])),
            words=draw(TEXT),
            directed=draw(TEXT),
            topic=draw(TEXT),
            why=draw(WORDS),
            elsewhere=(Pointer(symbol=draw(WORDS), title=draw(TEXT)),),
        )
        for at in range(draw(st.integers(0, 3)))
    )
    deeds = tuple(
        dataclasses.replace(
            deed(f"d{at}", title=draw(TEXT), since=draw(WORDS)), sentence=draw(TEXT)
        )
        for at in range(draw(st.integers(0, 3)))
    )
    return bats(
        draw(st.sampled_from(["en", "fr", "es"])),
        title=draw(TEXT),
        symbol=draw(st.sampled_from(["", "UNEP/CMS/COP15/Doc.21"])),
        promises=promises,
        deeds=deeds,
        drafts=tuple(
            Draft(key=f"k{at}", words=draw(TEXT), directed=draw(TEXT), heading=draw(TEXT))
            for at in range(draw(st.integers(0, 2)))
        ),
        narratives=(
            Narrative(place=draw(WORDS), language="en", paragraphs=(draw(WORDS), draw(WORDS))),
        ),
    )


@given(matters())
@settings(max_examples=25, deadline=None)
def test_any_report_is_laid_out_in_normal_form_and_read_back(matter) -> None:
    pieces = compose(matter)
    keys = [one.key for one in pieces]
    assert len(keys) == len(set(keys))
    laid = laid_out(pieces, matter)
    assert laid.document == normal(laid.document)
    for form in (Form.MARKDOWN, Form.JSON):
        assert read_written(write(laid.document, form).encode(), name="any") == laid.document


@given(matters())
@settings(max_examples=25, deadline=None)
def test_every_place_is_in_the_document_and_no_two_are_one(matter) -> None:
    laid = laid_out(compose(matter), matter)
    addresses = [placed.address for placed in walk(laid.document)]
    assert sorted(laid.places.values()) == sorted(addresses)


@given(matters(), WORDS)
@settings(max_examples=20, deadline=None)
def test_no_edit_is_ever_lost(matter, words) -> None:
    pieces = compose(matter)
    keys = [key for one in pieces for key, _ in parts(one.key, one.node)]
    edits = {key: Edit(words=words, base="") for key in (*keys[::3], "gone")}
    _, changes = applied(pieces, edits)
    assert sorted(change.key for change in changes) == sorted(edits)
