"""Decisions as rows: quoted ones, their provisions and the drafts, each understood as a mandate."""

import re
from collections.abc import Iterable

from whimbrel.engagements import Extract
from whimbrel.engagements.decisions import Draft
from whimbrel.engagements.extract import acronym
from whimbrel.engagements.likeness import stems
from whimbrel.engagements.rows.text import Row, locus_of
from whimbrel.mandates.addressees import of_heading
from whimbrel.mandates.mandate import Mandate
from whimbrel.mandates.understand import understand

LONG = {
    "IGOs": "intergovernmental organizations",
    "NGOs": "non-governmental organizations",
    "Others": "others",
    "Relevant Organizations": "relevant organizations",
}
"""Addressees of the closed list, as people write them."""
FORCES = {"invitation": "invitation", "request": "request", "obligation": "obligation"}


Sayings = list[tuple[str, frozenset[str]]]
"""Each sentence of the report: its paragraph and its words."""


def spelled(name: str, body: str | None) -> str:
    """`NGOs` -> "non-governmental organizations"; "Secretariat" -> "CMS Secretariat"."""
    if name == "Secretariat" and body:
        return f"{body} {name}"
    return LONG.get(name, name)


def mandate_of(text: str, directed: str | None, told: Extract) -> Mandate:
    """A decision understood, with the line that names its addressees as context."""
    language = told.document.masthead.language or "en"
    return understand(text, language=language, context=directed)


def common(found: Mandate, told: Extract, directed: str | None) -> Row:
    """The fields that a provision and a draft share."""
    body = acronym(told.own)
    conditions = [one for one in found.conditions if one.kind.value.endswith("resources")]
    first = conditions[0] if conditions else None
    report = [f"{one.body}" for one in found.report_to]
    due = found.due_code
    return {
        "addressee": addressees(found, told, directed),
        "addressee_line": directed,
        "verb_phrase": found.verb,
        "deontic": FORCES.get(found.force.value, found.force.value),
        "condition": f"subject-to-{first.kind.value}" if first else None,
        "condition_quote": first.words if first else None,
        "other_conditions": [one.words for one in found.conditions if one is not first],
        "collaborators": list(
            dict.fromkeys(spelled(one.name, body) for one in found.collaborators)
        ),
        "outputs": [one.output.value for one in found.outputs],
        "deadline": due,
        "report_to": numbered(report, due),
    }


def addressees(found: Mandate, told: Extract, directed: str | None) -> list[str]:
    """Who is asked: those of the line over the decision, else those of the sentence."""
    language = told.document.masthead.language or "en"
    heading = [one.who.value for one in of_heading(directed, language)[0]] if directed else []
    sentence = [one.who.value for one in found.addressees]
    return list(dict.fromkeys(spelled(one, acronym(told.own)) for one in heading or sentence))


def numbered(report: list[str], due: str | None) -> str | None:
    """The recipient with the number of the meeting, where the sentence gives it: `COP15`."""
    if not report:
        return None
    for code in (due or "").split("; "):
        if any(re.fullmatch(rf"{re.escape(one)}[- ]?\d+", code) for one in report):
            return code
    return "; ".join(report)


PHRASE = re.compile(
    r"^(?:in|with|through|subject|as|where|together|on|by|based|building|within|under)\b"
)
"""What opens an item before its verb: "in collaboration with ..., undertake a review"."""
ASKED = re.compile(
    r"\b(?:shall|(?:is|are) (?:\w+ )?"
    r"(?:requested|invited|encouraged|urged|directed|instructed) to)\b,?\s*"
)
LATER = re.compile(
    r",\s+(?P<verb>[a-z]+)\s+(?:an?|the|its|all|any|their|to|and|with|ways|further)\b"
)


def asked(text: str) -> str:
    """The words from the verb on: "The Secretariat shall, subject to ..., develop a policy" ->
    "develop ..."."""
    found = ASKED.search(text)
    rest = text[found.end() :] if found else text
    while PHRASE.match(rest):
        later = LATER.search(rest)
        if later is None:
            break
        rest = rest[later.start("verb") :]
    return rest


def verbs(text: str) -> list[str]:
    """The verb of a provision: "assess the significance" -> assess."""
    match = re.match(r"(?:to\s+)?([a-z]+)\b", asked(text))
    return [match[1]] if match else []


def thing(text: str) -> str:
    """What is to be done, without the verb and the full stop."""
    return re.sub(r"^(?:to\s+)?[a-z]+\s+", "", asked(text)).removesuffix("; and").rstrip(".; ")


def provisions(told: Extract) -> list[Row]:
    """One row for each provision of a quoted decision."""
    rows = []
    for one in told.provisions:
        found = mandate_of(one.whole, one.directed, told)
        rows.append(
            {
                "id": one.id,
                "decision": one.decision,
                "item": one.item,
                "text": one.text,
                "chapeau": one.chapeau,
                "verbs": verbs(one.text),
                "object": thing(one.text),
                "address": one.address,
                "paragraph": locus_of(one.locus),
                "locus": one.locus,
            }
            | common(found, told, one.directed)
        )
    return rows


def decisions(told: Extract) -> list[Row]:
    """One row for each quoted decision."""
    rows: dict[str, Row] = {}
    for one in told.provisions:
        text = one.chapeau or one.text
        if one.decision in rows:
            continue
        found = mandate_of(one.whole, one.directed, told)
        items = [
            each.item for each in told.provisions if each.decision == one.decision and each.item
        ]
        rows[one.decision] = {
            "id": one.decision,
            "text": text,
            "items": items,
            "locus": one.locus,
        } | common(found, told, one.directed)
    return list(rows.values())


def drafts(told: Extract) -> list[Row]:
    """One row for each draft decision."""
    rows = []
    sayings = [
        (passage.locus, stems(sentence.text))
        for passage in told.passages
        if passage.told
        for sentence in passage.sentences
    ]
    for one in told.drafts:
        found = mandate_of(one.text, one.directed, told)
        rows.append(
            {
                "ref": one.ref,
                "occurrence": one.occurrence,
                "duplicate_number": one.duplicate,
                "heading": one.heading,
                "text": one.text,
                "verbs": verbs(one.text),
                "object": thing(one.text),
                "relation": "renews" if one.renews else "new",
                "renews": one.renews,
                "basis_paragraphs": [locus_of(locus) for locus in basis(one, told, sayings)],
                "address": one.address,
                "locus": "annex",
            }
            | common(found, told, one.directed)
        )
    return rows


def basis(one: Draft, told: Extract, sayings: Sayings) -> Iterable[str]:
    """The paragraphs that lead to a draft.

    What became of the provision that it renews, or the sentence that proposes it.
    """
    where = {locus for locus, _ in sayings}
    for status in told.statuses:
        if one.renews and status.provision == one.renews:
            return tuple(locus for locus in status.loci if locus in where and status.quotes)[
                : len(status.quotes)
            ]
    words = stems(one.text)
    found = (locus for locus, said in sayings if 2 * len(words & said) > len(words))
    return tuple(dict.fromkeys(found))
