"""A paper once some changes of a returned copy are taken up."""

from tests.builders import heading, paragraph
from tests.reporting.back import BEN, Sheet
from whimbrel.document import Document
from whimbrel.reporting.returned import Change, matched
from whimbrel.reporting.taken import taken

PAPER = Document(
    nodes=(
        heading(
            "Background",
            paragraph("Terns were counted along the coast.", label="1."),
            paragraph("Gulls were counted in the harbour.", label="2."),
            paragraph("Ducks were not counted at all.", label="3."),
        ),
    )
)


def changes(sheet: Sheet) -> tuple[Change, ...]:
    """What a copy proposes."""
    return matched(PAPER, sheet.returned()).changes


def test_nothing_is_taken_up_unless_it_is_accepted() -> None:
    none = taken(PAPER, ())
    assert (none.words, none.after) == ({}, {})


def test_changes_of_one_paragraph_are_taken_up_together_or_apart() -> None:
    sheet = Sheet.of(PAPER)
    sheet.replace(sheet.at("para_1"), "Terns", "Puffins")
    sheet.replace(sheet.at("para_1"), "coast", "shore")
    both = changes(sheet)
    assert taken(PAPER, both).words == {"para_1": "Puffins were counted along the shore."}
    assert taken(PAPER, both[:1]).words == {"para_1": "Puffins were counted along the coast."}


def test_a_paragraph_that_goes_leaves_no_words() -> None:
    sheet = Sheet.of(PAPER)
    sheet.remove(sheet.at("para_2"))
    assert taken(PAPER, changes(sheet)).words == {"para_2": ""}


def test_a_new_paragraph_stands_after_the_one_before_it() -> None:
    sheet = Sheet.of(PAPER)
    sheet.new(sheet.at("para_2"), "Owls were heard.", by=BEN)
    assert taken(PAPER, changes(sheet)).after == {"para_2": ("Owls were heard.",)}


def test_a_paragraph_that_moves_goes_there_and_comes_here() -> None:
    sheet = Sheet.of(PAPER)
    sheet.move(sheet.at("para_1"), after=sheet.at("para_3"))
    found = taken(PAPER, changes(sheet))
    assert found.words == {"para_1": ""}
    assert found.after == {"para_3": ("Terns were counted along the coast.",)}


def test_a_comment_changes_no_word() -> None:
    sheet = Sheet.of(PAPER)
    sheet.comment(sheet.at("para_1"), "coast", "Which one?")
    found = changes(sheet)
    assert [str(one.kind) for one in found] == ["comment"]
    assert taken(PAPER, found).words == {}
