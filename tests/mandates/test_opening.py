"""Openings: what opens a paragraph, how long the phrase is, and what makes a provision."""

import json
import os
import time
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from whimbrel.document import Document, Kind, Masthead, Node, Run
from whimbrel.document.runs import plain
from whimbrel.mandates import Force, opening, openings, provisions

CORPUS = Path(os.environ.get("WHIMBREL_CORPUS", Path(__file__).parents[3] / "shared"))

OPERATIVE = [
    ("en", "Requests the Secretariat to keep the list", "Requests", "request", Force.REQUEST),
    ("en", "Also requests Parties to reply", "Also requests", "request", Force.REQUEST),
    ("en", "Calls upon Range States to act", "Calls upon", "call", Force.CALL),
    ("en", "Calls once again upon donors", "Calls once again upon", "call", Force.CALL),
    ("en", "Calls for the early use of nets", "Calls for", "call", Force.CALL),
    ("en", "Calls only upon rich donors", "Calls", "call", Force.CALL),
    ("en", "Takes note of the report", "Takes note", "take note", Force.NOTE),
    (
        "en",
        "Notes with appreciation the gift of boats",
        "Notes with appreciation",
        "note",
        Force.APPRECIATION,
    ),
    (
        "en",
        "Notes with deep concern that reefs die",
        "Notes with deep concern",
        "note",
        Force.NOTE,
    ),
    (
        "en",
        "Expresses its appreciation to Ruritania",
        "Expresses its appreciation",
        "express",
        Force.APPRECIATION,
    ),
    (
        "en",
        "Reiterates its request to the Bureau",
        "Reiterates its request",
        "reiterate",
        Force.REQUEST,
    ),
    ("en", "Reiterates its view that eels matter", "Reiterates", "reiterate", Force.NOTE),
    ("en", "Recalls its resolution 3/4 on eels", "Recalls", "recall", Force.NOTE),
    ("en", "Encourages further efforts on eels", "Encourages", "encourage", Force.ENCOURAGEMENT),
    ("en", "Decides further that eels matter", "Decides further", "decide", Force.DECISION),
    ("en", "Strongly condemns all poaching", "Strongly condemns", "condemn", Force.NOTE),
    (
        "en",
        "Condemns in the strongest terms the killing of cranes",
        "Condemns in the strongest terms",
        "condemn",
        Force.NOTE,
    ),
    (
        "en",
        "Welcomes and encourages the work",
        "Welcomes and encourages",
        "welcome",
        Force.ENCOURAGEMENT,
    ),
    ("en", "Continues to urge all Parties", "Continues to urge", "urge", Force.URGE),
    ("en", "Remains deeply concerned that", "Remains deeply concerned", "be", Force.NOTE),
    ("en", "DIRECTS the Animals Committee to look", "DIRECTS", "direct", Force.INSTRUCTION),
    ("fr", "Prie instamment les Parties de", "Prie instamment", "prier", Force.REQUEST),
    ("fr", "Demande de nouveau aux États", "Demande de nouveau", "demander", Force.REQUEST),
    (
        "fr",
        "Prend également note avec satisfaction du rapport",
        "Prend également note avec satisfaction",
        "prendre note",
        Force.APPRECIATION,
    ),
    (
        "fr",
        "Se déclare profondément préoccupée par la pêche",
        "Se déclare profondément préoccupée",
        "se déclarer",
        Force.NOTE,
    ),
    ("fr", "S’inquiète de la mort des grues", "S’inquiète", "s'inquiéter", Force.NOTE),
    ("fr", "Réaffirme sa résolution 3/4", "Réaffirme", "réaffirmer", Force.NOTE),
    ("fr", "Lance un appel aux donateurs", "Lance un appel", "lancer un appel", Force.CALL),
    ("fr", "Fait siennes les conclusions", "Fait siennes", "faire sien", Force.DECISION),
    ("es", "Solicita también a la Secretaría", "Solicita también", "solicitar", Force.REQUEST),
    (
        "es",
        "Acoge con beneplácito el informe",
        "Acoge con beneplácito",
        "acoger",
        Force.APPRECIATION,
    ),
    (
        "es",
        "Hace un llamamiento a los donantes",
        "Hace un llamamiento",
        "hacer un llamamiento",
        Force.CALL,
    ),
    ("es", "Insta encarecidamente a las Partes", "Insta encarecidamente", "instar", Force.URGE),
    ("es", "Recuerda su resolución 3/4", "Recuerda", "recordar", Force.NOTE),
    ("es", "Reitera su solicitud de que", "Reitera su solicitud", "reiterar", Force.REQUEST),
]

PREAMBULAR = [
    ("en", "Recalling also its earlier words", "Recalling also"),
    ("en", "Noting with concern also that", "Noting with concern also"),
    ("en", "Deeply concerned that cranes die", "Deeply concerned"),
    ("en", "Having considered the report", "Having considered"),
    ("en", "Bearing in mind the Convention", "Bearing in mind"),
    ("en", "Urging Parties to act", "Urging"),
    ("en", "Treasuring the song of the curlew", "Treasuring"),
    ("fr", "Ayant à l’esprit la Convention", "Ayant à l’esprit"),
    ("fr", "Profondément préoccupée par la mort", "Profondément préoccupée"),
    ("fr", "Rappelant en outre ses décisions", "Rappelant en outre"),
    ("fr", "Chérissant le chant du courlis", "Chérissant"),
    ("es", "Teniendo presentes las decisiones", "Teniendo presentes"),
    ("es", "Habiendo examinado el informe", "Habiendo examinado"),
    ("es", "Poniendo de relieve también que", "Poniendo de relieve también"),
]

ADDRESSED = [
    ("en", "The Secretariat shall, subject to funds, keep a list.", "shall", Force.OBLIGATION),
    ("en", "Parties are invited to send data.", "are invited", Force.INVITATION),
    ("en", "The Council is also requested to meet.", "is also requested", Force.REQUEST),
    ("en", "The Committee should look at eels.", "should", Force.RECOMMENDATION),
    ("fr", "Les Parties sont priées de répondre.", "sont priées", Force.REQUEST),
    ("fr", "Le Secrétariat devrait répondre.", "devrait", Force.RECOMMENDATION),
    ("es", "La Secretaría deberá responder.", "deberá", Force.OBLIGATION),
    ("es", "Se invita a las Partes a responder.", "Se invita", Force.INVITATION),
]

NOTHING = [
    ("en", "Requests for help have grown in number."),
    ("en", "Notes on the text were handed out."),
    ("en", "The Secretariat attended four meetings."),
    ("en", "The Committee noted that Parties should reply."),
    ("en", "(a) To continue its work;"),
    ("en", "Should funds permit, a meeting will be held."),
    ("en", ""),
    ("fr", "Note du Secrétariat sur les anguilles"),
    ("fr", "Compte rendu de la réunion"),
    ("es", "Nota de la Secretaría"),
]


@pytest.mark.parametrize(("language", "text", "phrase", "verb", "force"), OPERATIVE)
def test_an_operative_paragraph_opens_with_its_phrase(
    language: str, text: str, phrase: str, verb: str, force: Force
) -> None:
    found = opening(text, language)
    assert found is not None
    assert (found.phrase, found.verb, found.force) == (phrase, verb, force)
    assert found.directive is force.directive


@pytest.mark.parametrize(("language", "text", "phrase"), PREAMBULAR)
def test_a_preambular_paragraph_opens_with_its_phrase_and_only_informs(
    language: str, text: str, phrase: str
) -> None:
    found = opening(text, language, preamble=True)
    assert found is not None
    assert (found.phrase, found.directive) == (phrase, False)


@pytest.mark.parametrize(("language", "text", "phrase", "force"), ADDRESSED)
def test_a_decision_addresses_somebody_by_its_modal(
    language: str, text: str, phrase: str, force: Force
) -> None:
    found = opening(text, language)
    assert found is not None
    assert (found.phrase, found.force) == (phrase, force)


@pytest.mark.parametrize(("language", "text"), NOTHING)
def test_what_no_verb_opens_has_no_opening(language: str, text: str) -> None:
    assert opening(text, language) is None


def test_the_security_council_sets_the_verb_without_its_object() -> None:
    text = "Expressing grave concern at the killing of cranes"
    short, long = (opening(text, "en", preamble=True, council=c) for c in (True, False))
    assert short is not None and long is not None
    assert (short.phrase, long.phrase) == ("Expressing", "Expressing grave concern")


@given(text=st.text(), language=st.sampled_from(["en", "fr", "es"]), preamble=st.booleans())
def test_an_opening_is_a_piece_of_its_text(text: str, language: str, preamble: bool) -> None:
    found = opening(text, language, preamble=preamble)
    assert found is None or (found.phrase and text[found.start : found.end] == found.phrase)


def paragraph(label: str, text: str, *items: tuple[str, str]) -> Node:
    children = tuple(Node(kind=Kind.ITEM, label=at, runs=plain(words)) for at, words in items)
    return Node(kind=Kind.PARAGRAPH, label=label, runs=plain(text), children=children)


def listed(*nodes: Node) -> list[tuple[object, object, object]]:
    """Path, force and verb of the provisions of a body."""
    found = provisions(Document(masthead=Masthead(language="en"), nodes=nodes))
    return [(one["label_path"], one["force"], one["verb"]) for one in found]


def test_only_paragraphs_by_which_somebody_is_to_act_are_provisions() -> None:
    assert listed(
        Node(kind=Kind.HEADING, runs=plain("Requests")),
        Node(kind=Kind.PREAMBLE, runs=plain("Urging Parties to act,")),
        paragraph("1.", "Welcomes the report;"),
        paragraph("2.", "Welcomes the report, and invites Parties to read it;"),
        paragraph("3.", "Notes a plan which supports and encourages fishing;"),
        paragraph("4.", "Requests the Secretariat:", ("(a)", "To read;"), ("(b)", "To write.")),
    ) == [
        (["2"], "invitation", "Welcomes"),
        (["4"], "request", "Requests"),
        (["4", "(a)"], "request", "Requests"),
        (["4", "(b)"], "request", "Requests"),
    ]


def test_a_report_tells_and_the_decision_it_quotes_asks() -> None:
    quoted = Node(
        kind=Kind.DECISION,
        label="14.9",
        runs=plain("The Secretariat shall, subject to funds:"),
        children=(Node(kind=Kind.ITEM, label="a)", runs=plain("count the eels;")),),
    )
    report = paragraph("1.", "This report should be read with the annex.")
    assert listed(report, Node(kind=Kind.DIRECTED, children=(quoted,))) == [
        (["14.9"], "obligation", "shall"),
        (["14.9", "a)"], "obligation", "shall"),
    ]


def test_a_draft_resolution_in_an_annex_does_not_make_the_report_ask() -> None:
    annex = Node(
        kind=Kind.ANNEX,
        runs=plain("Draft resolution"),
        children=(
            Node(kind=Kind.PREAMBLE, runs=plain("Recalling its earlier words,")),
            paragraph("1.", "Parties should count eels;"),
        ),
    )
    assert listed(paragraph("1.", "Readers should see the annex."), annex) == [
        (["1"], "recommendation", "should")
    ]


def test_italics_in_a_report_are_no_verb() -> None:
    runs = (Run(text="Costs", italic=True), Run(text=" are shown below."))
    node = Node(kind=Kind.PARAGRAPH, label="1.", runs=runs)
    assert openings(Document(masthead=Masthead(language="en"), nodes=(node,))) == {}


@pytest.mark.parametrize(
    ("runs", "phrase"),
    [
        ((Run(text="Notes", italic=True), Run(text=" with regret the loss")), "Notes"),
        ((Run(text="R"), Run(text="equests", italic=True), Run(text=" Parties")), "Requests"),
        ((Run(text="Request", italic=True), Run(text="s Parties to act")), "Requests"),
        ((Run(text="Ponders", italic=True), Run(text=" the song of birds")), "Ponders"),
        ((Run(text="Requests Parties to act", italic=True),), "Requests"),
    ],
)
def test_italics_that_open_a_paragraph_are_its_phrase(runs: tuple[Run, ...], phrase: str) -> None:
    node = Node(kind=Kind.PARAGRAPH, label="1.", runs=runs)
    masthead = Masthead(language="en", symbol="A/RES/99/1")
    found = openings(Document(masthead=masthead, nodes=(node,)))
    assert found["para_1"].phrase == phrase


def test_an_item_that_begins_with_no_verb_of_the_organ_has_no_opening() -> None:
    chapeau = paragraph("1.", "Urges Parties to act by:", ("(a)", "Encouraging trade in eels;"))
    assert list(openings(Document(masthead=Masthead(language="en"), nodes=(chapeau,)))) == [
        "para_1"
    ]


@pytest.mark.parametrize("language", ["en", "fr", "es"])
def test_the_grammar_finds_the_phrases_that_editors_set_in_italics(language: str) -> None:
    table = CORPUS / "corpus" / "operative_phrases.tsv"
    if not table.exists():
        pytest.skip("the shared corpus is not here: set WHIMBREL_CORPUS")
    asked = right = 0
    goes_on = {"en": " that all", "fr": " que tous", "es": " que todos"}[language]
    for line in table.read_text(encoding="utf-8").splitlines()[1:]:
        tongue, kind, _, phrase, count = line.split("\t")
        if tongue != language or not phrase.strip():
            continue
        found = opening(phrase + goes_on, language, preamble=kind == "preambular")
        asked += int(count)
        right += int(count) * (found is not None and found.phrase == phrase)
    assert right / asked > 0.99


def test_labelled_provisions_have_the_force_that_a_reader_gave_them() -> None:
    table = CORPUS / "mandates" / "labelled.jsonl"
    if not table.exists():
        pytest.skip("the shared corpus is not here: set WHIMBREL_CORPUS")
    rows = [json.loads(line) for line in table.read_text(encoding="utf-8").splitlines()]
    single = [row for row in rows if not row["second_verb"]]
    found = [opening(row["text"], row["language"]) for row in single]
    right = sum(
        o is not None and o.force == row["force"] for o, row in zip(found, single, strict=True)
    )
    assert right / len(single) > 0.95


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "Remains" + " equally strongly" * 400 + " x"),
        ("en", "Notes with" + " deep" * 4000),
        ("en", "Also " * 4000),
        ("en", "Requests" + ", and also" * 4000),
        ("fr", "Se déclare" + " également vivement" * 400 + "x"),
        ("fr", "Est" + " également" * 400),
        ("es", "Observa con" + " muy más" * 2000),
        ("es", "Sigue" + " también igualmente" * 400),
    ],
)
def test_repeated_words_cost_no_time(language: str, text: str) -> None:
    before = time.process_time()
    opening(text, language, preamble=True)
    assert time.process_time() - before < 1
