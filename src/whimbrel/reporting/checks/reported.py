"""What a report owes: a word on every provision, every output that was asked for, the whole of
what it restates, and proof."""

import re
from collections.abc import Iterator
from itertools import zip_longest

from whimbrel.citations import Kind as CitedAs
from whimbrel.document import Kind
from whimbrel.engagements.decisions import Provision
from whimbrel.engagements.likeness import stems
from whimbrel.engagements.passage import Passage
from whimbrel.engagements.status import cues
from whimbrel.mandates import Addressee, Output
from whimbrel.reporting.checks.finding import Finding, finding
from whimbrel.reporting.checks.ground import Ground, is_action, names_of, rule
from whimbrel.reporting.checks.numbers import meeting_of
from whimbrel.reporting.checks.words import OutputWords, compiled, pattern, words

RESTATED = 0.5
"""Share of a provision's first words that a sentence has which restates it."""
SAID = 0.5
"""Share of the words of a part by which a text has it."""
CLAUSE = 90
"""Characters between the words that ask for an output and the output."""


@rule("not-reported")
def not_reported(ground: Ground) -> Iterator[Finding]:
    """A quoted provision of which the document does not say what became."""
    if not ground.reports:
        return
    status = {one.provision: one for one in ground.told.statuses}
    for one in ground.told.provisions:
        found = status.get(one.id)
        if found is None or found.status != "not-reported" or ground.about(one):
            continue
        if not one.text.strip() or this_document(one, ground):
            continue
        also = ground.deleting(one)
        yield finding(
            "not-reported-deleted" if also else "not-reported",
            one.address,
            ground.printed(one.address),
            also=also,
            provision=one.id,
        )


def this_document(one: Provision, ground: Ground) -> bool:
    """True for a provision that only asks for a report to this meeting: the document is it."""
    mandate, meeting = ground.asked[one.address], meeting_of(ground)
    outputs = {each.output for each in mandate.outputs}
    ours = {each.who for each in mandate.addressees} == {Addressee.SECRETARIAT}
    due = {each.code for each in mandate.due}
    only = outputs == {Output.REPORT} and not pattern(ground.language, "parts").search(one.text)
    return ours and only and meeting is not None and due <= {str(meeting), "next:COP"}


@rule("output-absent")
def output_absent(ground: Ground) -> Iterator[Finding]:
    """Something that a quoted decision asks for and the report neither has, explains nor carries
    over."""
    if not ground.reports:
        return
    renewed = {one.renews for one in ground.told.drafts}
    for one in ground.told.provisions:
        about = ground.about(one)
        if not about or one.id in renewed or elsewhere(about):
            continue
        for output, start, end in asked_for(one.text, ground):
            if not accounted(output, about, ground):
                yield finding(
                    "output-absent",
                    one.address,
                    one.text[start:end],
                    also=[each.address for each in about if each.kind is Kind.PARAGRAPH],
                    provision=one.id,
                    output=one.text[start:end],
                )


def asked_for(text: str, ground: Ground) -> Iterator[tuple[OutputWords, int, int]]:
    """The outputs that the words of a provision ask for, each once."""
    asks = pattern(ground.language, "asks")
    for output in words(ground.language).outputs:
        for match in compiled(output.words).finditer(text):
            before = text[max(0, match.start() - CLAUSE) : match.start()]
            before = re.split(r"[;:.]\s", before)[-1]
            if asks.search(before):
                yield output, match.start(), match.end()
                break


def accounted(output: OutputWords, about: tuple[Passage, ...], ground: Ground) -> bool:
    """True where the passages that report on a provision speak of the output."""
    told = compiled((*output.words, *output.told))
    if any(told.search(one.text) for one in about if not restating(one, ground)):
        return True
    if output.document and any(map(points, about)):
        return True
    # "The decision could not be implemented" explains the lack of all that it asks for.
    return any(whole(one.text, ground) for each in about for one in each.sentences)


def points(passage: Passage) -> bool:
    """True for a passage that names a document or report."""
    kinds = (CitedAs.DOCUMENT, CitedAs.INFORMATION, CitedAs.REPORT)
    return any(one.kind in kinds for one in passage.citations)


def elsewhere(about: tuple[Passage, ...]) -> bool:
    """True where all that reports on a provision is one sentence that leads to another
    document."""
    return len(about) == 1 and len(about[0].sentences) == 1 and points(about[0])


def whole(sentence: str, ground: Ground) -> bool:
    """True where a sentence says of a decision as such that it was not carried out."""
    found = pattern(ground.language, "whole_decision").search(sentence)
    return found is not None and any(
        cue.search(sentence) for name, cue in cues(ground.language) if name == "not-implemented"
    )


def restating(passage: Passage, ground: Ground) -> bool:
    """True for a passage that only says what was asked."""
    return len(passage.sentences) == 1 and bool(
        pattern(ground.language, "restates").search(passage.text)
    )


@rule("mandate-shortened")
def mandate_shortened(ground: Ground) -> Iterator[Finding]:
    """A sentence that says again what a decision asked, and leaves out a part of it."""
    restates = pattern(ground.language, "restates")
    for passage in ground.report:
        if is_action(passage, ground) or not ground.told.provisions:
            continue
        for sentence in passage.sentences:
            match = restates.search(sentence.text)
            if match is None:
                continue
            one = restated(sentence.text[match.end() :], passage, ground)
            if one is None:
                continue
            for part in parts(one.text, ground):
                if shared(part, passage.text) < SAID:
                    yield finding(
                        "mandate-shortened",
                        passage.address,
                        sentence.text,
                        also=(one.address,),
                        provision=one.id,
                        part=part,
                    )


def restated(said: str, passage: Passage, ground: Ground) -> Provision | None:
    """The provision that words restate: of the decisions that the passage names, the one whose
    first words they have most of."""
    best, chosen = 0.0, None
    for one in ground.told.provisions:
        if not ground.names(passage, names_of(one)):
            continue
        first = pattern(ground.language, "parts").split(one.text)[0]
        share = shared(first, said)
        if share > best:
            best, chosen = share, one
    return chosen if best >= RESTATED else None


def shared(part: str, text: str) -> float:
    """The share of the telling words of a part that stand in a text."""
    wanted = stems(part)
    return len(wanted & stems(text)) / len(wanted) if wanted else 1.0


def parts(text: str, ground: Ground) -> Iterator[str]:
    """The parts that a provision adds to its main words: "including a template", as printed."""
    opened = pattern(ground.language, "parts")
    found = list(opened.finditer(text))
    for match, following in zip_longest(found, found[1:]):
        end = following.start() if following else len(text)
        rest = re.split(r"[;.]|,\s(?=(?:to|para|pour|en vue)\b)", text[match.start() : end])[0]
        part = rest.strip(" ,")
        if len(stems(part)) >= 2:
            yield part


@rule("claim-unproven")
def claim_unproven(ground: Ground) -> Iterator[Finding]:
    """A paragraph that tells of something done, with no document, decision or link to show it."""
    if not ground.reports:
        return
    seen: set[str] = set()
    for one in ground.told.engagements:
        address = one.sentence.span.eid
        if one.evidence or one.state not in ("done", "ongoing") or address in seen:
            continue
        passage = ground.addresses.get(address)
        if passage is None or passage.locus in ground.shown:
            continue
        seen.add(address)
        yield finding("claim-unproven", address, one.sentence.words)
