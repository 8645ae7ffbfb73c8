"""An officer's edits survive that a paper is composed again, and nothing of them is lost."""

import dataclasses

from tests.reporting.matters import bats, deed
from whimbrel.document import Kind, Node, Run, walk
from whimbrel.reporting.compose import compose
from whimbrel.reporting.edits import Edit, Fate, applied
from whimbrel.reporting.layout import laid_out
from whimbrel.reporting.matter import Matter
from whimbrel.reporting.piece import Piece

KEY = "engagement/lamps"
BASE = "The Secretariat collected information on street lamps from CBD in 2024."
OURS = "Street lamps were looked into, with the help of CBD, in 2024."


def text_of(pieces, matter: Matter) -> str:
    return "\n".join(one.node.text for one in walk(laid_out(pieces, matter).document))


def test_an_edit_stands_for_the_words_of_its_piece() -> None:
    pieces, changes = applied(compose(bats()), {KEY: Edit(words=OURS, base=BASE)})
    text = text_of(pieces, bats())
    assert OURS in text
    assert BASE not in text
    assert [(one.key, one.state, one.now) for one in changes] == [(KEY, Fate.KEPT, BASE)]


def test_an_edit_is_kept_and_shown_where_the_record_changed_since() -> None:
    later = BASE.replace("2024", "2025")
    deeds = (deed("lamps", later, provisions=("14.21 b)",)),)
    matter = dataclasses.replace(bats(), deeds=deeds)
    pieces, changes = applied(compose(matter), {KEY: Edit(words=OURS, base=BASE)})
    assert OURS in text_of(pieces, matter)
    assert [(one.state, one.now) for one in changes] == [(Fate.BEHIND, later)]


def test_an_edit_whose_piece_is_gone_is_shown_and_not_printed() -> None:
    matter = dataclasses.replace(bats(), deeds=())
    pieces, changes = applied(compose(matter), {KEY: Edit(words=OURS, base=BASE)})
    assert [(one.state, one.edit.words) for one in changes] == [(Fate.LOST, OURS)]
    assert [one.gap for one in pieces if one.key == KEY] == [OURS]
    assert OURS not in text_of(pieces, matter)


def test_the_record_may_come_to_say_what_an_officer_wrote() -> None:
    _, changes = applied(compose(bats()), {KEY: Edit(words=BASE, base="Something else.")})
    assert [one.state for one in changes] == [Fate.AGREED]


def test_a_piece_may_be_left_out_and_its_number_is_given_to_the_next() -> None:
    pieces, _ = applied(compose(bats()), {KEY: Edit(words=" ", base=BASE)})
    laid = laid_out(pieces, bats())
    assert KEY not in laid.places
    labels = [one.node.label for one in walk(laid.document) if one.address.startswith("para_")]
    numbers = [int(label[:-1]) for label in labels if label and label[:-1].isdecimal()]
    assert 10 in numbers


def test_an_edit_of_foreign_words_is_their_translation() -> None:
    pieces, _ = applied(
        compose(bats("fr")), {KEY: Edit(words="Le Secrétariat a réuni.", base=BASE)}
    )
    found = next(one for one in pieces if one.key == KEY)
    assert (found.language, found.gap) == ("", "")


def test_quoted_decisions_under_an_edited_paragraph_stay_as_they_were_adopted() -> None:
    edit = Edit(words="COP14 adopted three Decisions:", base="")
    pieces, _ = applied(compose(bats()), {"background/14.20": edit})
    found = next(one for one in pieces if one.key == "background/14.20")
    assert found.node.text == edit.words
    assert len(found.node.children) == 3


def test_a_part_of_a_piece_is_edited_by_its_own_key() -> None:
    key, words = "draft/lights>1>2", "draw up a template and a guide."
    pieces, changes = applied(compose(bats()), {key: Edit(words=words, base="draw up a template.")})
    laid = laid_out(pieces, bats())
    nodes = {one.address: one.node.text for one in walk(laid.document)}
    assert nodes[laid.places[key]] == words
    assert [(one.key, one.state) for one in changes] == [(key, Fate.KEPT)]


def test_an_action_may_be_struck_out() -> None:
    edits = {"recommended/actions>2": Edit(words="", base="delete Decisions 14.20–14.22.")}
    pieces, changes = applied(compose(bats()), edits)
    text = text_of(pieces, bats())
    assert "adopt the draft Decisions contained in the Annex" in text
    assert "delete Decisions 14.20–14.22." not in text.splitlines()
    assert len(changes) == 1


def test_the_words_of_an_adopted_decision_cannot_be_edited() -> None:
    key = "background/14.20>1>1"
    pieces, changes = applied(compose(bats()), {key: Edit(words="Parties shall.", base="")})
    assert [one.state for one in changes] == [Fate.LOST]
    assert "Parties shall." not in text_of(pieces, bats())


def test_what_is_left_out_takes_no_name_from_what_stands_after_it() -> None:
    items = tuple(
        Node(kind=Kind.ITEM, label=f"{label})", runs=(Run(text=words),))
        for label, words in (("a", "count terns;"), ("b", "count gulls;"), ("c", "count ducks."))
    )
    node = Node(kind=Kind.PARAGRAPH, label="#", runs=(Run(text="It shall:"),), children=items)
    one = Piece(key="work/1", node=node)
    edits = {
        "work/1>1": Edit(words="", base="count terns;"),
        "work/1>3": Edit(words="count all ducks.", base="count ducks."),
    }
    pieces, changes = applied([one], edits)
    laid = laid_out(pieces, bats())
    words = {place.address: place.node.text for place in walk(laid.document)}
    assert {key: words[address] for key, address in laid.places.items()} == {
        "work/1": "It shall:", "work/1>2": "count gulls;", "work/1>3": "count all ducks.",
    }  # fmt: skip
    assert {one.state for one in changes} == {Fate.KEPT}
