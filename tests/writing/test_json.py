"""JSON: the form that others read, and what it needs to be read back."""

import json
from typing import Any

from hypothesis import given, settings

from tests.builders import documents, node, paragraph, progress_report, run, table
from whimbrel.document import Document, Kind, walk
from whimbrel.document.cited import Cited
from whimbrel.writing.json import json_of

KINDS = tuple(Kind)


def loaded(document: Document, **more: Any) -> dict[str, Any]:
    """The JSON of a document."""
    data: dict[str, Any] = json.loads(json_of(document, **more))
    return data


@settings(max_examples=30)
@given(documents())
def test_every_key_is_there_and_has_its_type(document: Document) -> None:
    data = loaded(document)
    assert all(isinstance(data[key], str | None) for key in ("symbol", "title", "meeting", "date"))
    assert isinstance(data["language"], str | None)
    addresses = [each["address"] for each in data["nodes"]]
    assert addresses == [placed.address for placed in walk(document)]
    assert len(set(addresses)) == len(addresses)
    for each in data["nodes"]:
        assert each["kind"] in KINDS
        assert isinstance(each["text"], str)
        assert all(isinstance(label, str) for label in each["label_path"])
        assert each["verb"] is None
        assert each["citations"] == []


def test_a_node_is_one_line() -> None:
    lines = json_of(progress_report()).splitlines()
    assert sum('"address"' in line for line in lines) == len(list(walk(progress_report())))
    assert all(line.count('"address"') <= 1 for line in lines)


def test_text_has_no_label_and_no_call_and_marks_say_where_they_are() -> None:
    runs = (run("The "), run("Parties ", italic=True), run(note="1"), run("agree", href="#"))
    note = node(Kind.NOTE, "All of them.", label="1")
    first = loaded(Document(nodes=(node(Kind.PARAGRAPH, label="1.", runs=runs),), notes=(note,)))[
        "nodes"
    ][0]
    assert first["text"] == "The Parties agree"
    assert first["label"] == "1."
    assert first["label_path"] == ["1"]
    assert first["marks"] == [[4, 12, "italic"], [12, 12, "note", "1"], [12, 17, "href", "#"]]


def test_what_was_found_above_is_shown_at_its_address() -> None:
    cited = Cited(surface="78/155", target="A/RES/78/155")
    provision = {"label_path": ["1"], "text": "Recalls 78/155.", "verb": "Recalls"}
    data = loaded(
        Document(nodes=(paragraph("Recalls 78/155.", label="1."),)),
        citations={"para_1": [cited]},
        verbs={"para_1": "Recalls"},
        provisions=[provision],
    )
    assert data["nodes"][0]["citations"] == [{"surface": "78/155", "target": "A/RES/78/155"}]
    assert data["nodes"][0]["verb"] == "Recalls"
    assert data["provisions"] == [provision]


def test_the_summary_is_told_from_the_body_and_a_table_has_rows() -> None:
    document = Document(summary=(paragraph("a"),), nodes=(paragraph("b"), table(("c", "d"))))
    parts = [
        (each["text"], each.get("part"), each.get("rows")) for each in loaded(document)["nodes"]
    ]
    assert parts == [("a", "summary", None), ("b", None, None), ("c | d", None, [["c", "d"]])]
