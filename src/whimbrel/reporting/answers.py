"""What the paper says became of a provision: its status, its reason, what was produced."""

from whimbrel.document import Run
from whimbrel.engagements.coverage import Answer, Became, Made, OutputState
from whimbrel.reporting.matter import Promise
from whimbrel.reporting.numbers import one_cited
from whimbrel.reporting.pen import Pen
from whimbrel.reporting.phrases import Words
from whimbrel.reporting.piece import Piece

SPACE = (Run(text=" "),)


def answered(pen: Pen, one: Promise) -> list[Piece]:
    """One paragraph, or a note where nobody has said what became of it."""
    answer = one.answer
    if answer is None or answer.status is Became.SILENT:
        gap = pen.plain("gap.status", name=one.name)
        return [pen.note(f"status/{one.name}", gap, records=(one.name,))]
    runs, gaps = stated(pen, one, answer)
    for more, notes in (outputs(pen, one, answer), covering(pen, one, answer), lineage(pen, one)):
        runs, gaps = [*runs, *more], [*gaps, *notes]
    if not answer.stated:
        status = pen.plain(f"became.{answer.status}")
        gaps.insert(0, pen.plain("gap.inferred", name=one.name, status=status))
    return [
        pen.paragraph(
            f"status/{one.name}",
            spaced(runs),
            records=(one.name, *answer.evidence, *(each.symbol for each in one.elsewhere)),
            gaps=gaps,
        )
    ]


def spaced(sentences: list[tuple[Run, ...]]) -> tuple[Run, ...]:
    """Sentences one after another."""
    out: tuple[Run, ...] = ()
    for each in filter(None, sentences):
        out = (*out, *SPACE, *each) if out else each
    return out


def stated(pen: Pen, one: Promise, answer: Answer) -> tuple[list[tuple[Run, ...]], list[str]]:
    """(sentences, notes) on the status and its reason."""
    values: dict[str, Words] = {
        "the": one_cited(pen.language, one),
        "of": one_cited(pen.language, one, "of"),
    }
    name, gaps = f"status.{answer.status}", []
    if answer.status is Became.NOT:
        return not_implemented(pen, one, answer, values)
    if answer.status is Became.ELSEWHERE:
        if not one.elsewhere:
            return [], [pen.plain("gap.pointer", name=one.name)]
        values["documents"] = pen.pointing(one.elsewhere)
    if answer.status is Became.SUPERSEDED and one.disposition and one.disposition.into:
        name, values["into"] = f"{name}.into", pen.listed(one.disposition.into)
    if answer.status is Became.COVERED:
        if one.by_others:
            name, values["by"] = f"{name}.by", pen.words(one.by_others)
        else:
            gaps.append(pen.plain("gap.others", name=one.name))
    sentences = [pen.say(name, **values)]
    reason, missing = reason_of(pen, one, answer)
    if reason:
        sentences.append(pen.say("reason.more", reason=reason))
    return sentences, gaps + missing


def not_implemented(
    pen: Pen, one: Promise, answer: Answer, values: dict[str, Words]
) -> tuple[list[tuple[Run, ...]], list[str]]:
    """That it was not possible, and why: in the words of the record, else by the money that the
    record says did not come."""
    reason, gaps = reason_of(pen, one, answer)
    if reason:
        return [pen.say("status.not-implemented.said", reason=reason, **values)], gaps
    if gaps:
        # The record gives a reason, in another language: no other is put in its place.
        return [pen.say("status.not-implemented", **values)], gaps
    none = any(each.of_money and each.funding == "none" for each in one.conditions)
    if none and one.conditional:
        why = pen.plain(f"reason.{one.conditional}")
        return [pen.say("status.not-implemented.because", reason=why, **values)], []
    return [pen.say("status.not-implemented", **values)], [pen.plain("gap.reason", name=one.name)]


def reason_of(pen: Pen, one: Promise, answer: Answer) -> tuple[str, list[str]]:
    """(the reason in the language of the paper, a note where it is known in another only)."""
    own = one.reason.within(pen.language)
    if own:
        return own.strip().rstrip("."), []
    known = one.reason.told(pen.language)
    words, language = known.words or answer.reason, known.language
    if not one.reason:
        language = one.reason_language or pen.language
    if not words:
        return "", []
    if language == pen.language:
        return words.strip().rstrip("."), []
    tongue = pen.tongue(language)
    return "", [pen.plain("gap.reason.language", name=one.name, language=tongue, reason=words)]


def outputs(pen: Pen, one: Promise, answer: Answer) -> tuple[list[tuple[Run, ...]], list[str]]:
    """(sentences, notes) on what it asked to be produced."""
    made = [each for each in answer.outputs if each.state is Made.MADE]
    shown = [each for each in made if each.address]
    lacking = [each for each in answer.outputs if each.state is Made.NOT_MADE]
    unknown = [each for each in answer.outputs if each.state is Made.NOT_KNOWN]
    sentences = []
    if shown:
        sentences.append(pen.say("outputs.made", outputs=pen.listed(showing(pen, shown))))
    if lacking:
        names = pen.listed(named(pen, each) for each in lacking)
        sentences.append(pen.say("outputs.not", outputs=names))
    bare = [each for each in lacking if not (each.reason or answer.reason or one.reason)]
    nowhere = [each for each in made if not each.address]
    gaps = [
        pen.plain(
            f"gap.output.{what}",
            name=one.name,
            outputs=pen.listed(named(pen, each) for each in several),
        )
        for what, several in (("unknown", unknown), ("address", nowhere), ("reason", bare))
        if several
    ]
    return sentences, gaps


def named(pen: Pen, one: OutputState) -> str:
    """An output in words: its kind where the record has its words in no other way."""
    return pen.phrase_or(f"output.{one.kind}", one.words or one.kind)


def showing(pen: Pen, several: list[OutputState]) -> list[tuple[Run, ...]]:
    """Outputs with the documents that show them."""
    out: list[tuple[Run, ...]] = []
    for one in several:
        symbol, _, eid = one.address.partition("#")
        number = eid.removeprefix("para_").partition("__")[0] if eid.startswith("para_") else ""
        at = pen.plain("address.paragraph", symbol=symbol, n=number) if number else symbol
        out.append((Run(text=f"{named(pen, one)} ({at})"),))
    return out


def lineage(pen: Pen, one: Promise) -> tuple[list[tuple[Run, ...]], list[str]]:
    """That it takes up earlier provisions, which a reader of the record may look for."""
    if not one.lineage:
        return [], []
    many = "one" if len(one.lineage) == 1 else "many"
    earlier = pen.say(f"{one.instrument.nature}.the.{many}", numbers=pen.listed(one.lineage))
    return [pen.say("lineage", the=one_cited(pen.language, one), earlier=earlier)], []


def covering(pen: Pen, one: Promise, answer: Answer) -> tuple[list[tuple[Run, ...]], list[str]]:
    """(sentences, notes) on what the work of another body covers and what is left. A reading of
    words is no text until a person has confirmed it."""
    scope = one.scope
    if scope is None:
        return [], []
    if not scope.sure:
        return [], [pen.plain("gap.scope", name=one.name)]
    pairs = (("scope.covered", scope.covered), ("scope.left", scope.left))
    return [pen.say(name, parts=pen.listed(parts)) for name, parts in pairs if parts], []
