"""Deeds as paragraphs: those with a sentence one by one, those without in a list, those beyond what
a heading bears as a count that names them all."""

from collections import Counter
from collections.abc import Iterable

from whimbrel.document import Run
from whimbrel.reporting.dates import when
from whimbrel.reporting.matter import Deed, Named, Pointer
from whimbrel.reporting.pen import Pen, sentence
from whimbrel.reporting.phrases import counted, known
from whimbrel.reporting.piece import Piece

STATES = ("done", "ongoing", "in-development", "planned")


def tell(pen: Pen, place: str, deeds: list[Deed]) -> list[Piece]:
    """The deeds of one place, oldest first."""
    if not deeds:
        return []
    told, listed, beyond = chosen(deeds, pen.matter.told)
    common = shared(told)
    out = [paragraph(pen, one, common) for one in told]
    for state in (*STATES, "absent"):
        rows = [one for one in listed if state_of(one) == state]
        if rows:
            out.append(in_list(pen, f"{place}/{state}", state, rows))
    if beyond:
        runs = pen.say("deeds.beyond", counts=counts(pen, beyond))
        records = (one.record for one in beyond)
        out.append(pen.paragraph(f"{place}/beyond", runs, records=records))
    cited = [*common.values(), *(each for one in listed for each in one.pointers)]
    if cited:
        runs = pen.say("pointer", documents=pen.pointing(cited))
        records = (each.symbol for each in cited)
        out.append(pen.paragraph(f"{place}/pointers", runs, records=records))
    return [*out, *undated(pen, place, deeds)]


def chosen(deeds: list[Deed], most: int) -> tuple[list[Deed], list[Deed], list[Deed]]:
    """(told one by one, listed, counted). What is shown by a document and what is newest goes
    first; all are given in the order of time."""
    heads = [one for one in deeds if one.umbrella and one.sentence]
    plain = [one for one in deeds if not one.umbrella]
    ranked = sorted(plain, key=lambda one: (bool(one.evidence), one.since), reverse=True)
    with_words = [one for one in ranked if one.sentence]
    without = [one for one in ranked if not one.sentence]
    told, listed = with_words[:most], without[:most]
    beyond = with_words[most:] + without[most:]
    # What was not done is never counted among what was.
    kept = [one for one in beyond if state_of(one) in ("planned", "in-development", "absent")]
    counted_ones = [one for one in beyond if one not in kept] if kept else beyond
    return [*heads, *in_time(told)], in_time([*listed, *kept]), in_time(counted_ones)


def in_time(deeds: Iterable[Deed]) -> list[Deed]:
    """Oldest first; without a date last."""
    return sorted(deeds, key=lambda one: (not one.since, one.since, one.key))


def state_of(one: Deed) -> str:
    """How far it is; what was not attended is a state of its own."""
    if one.mode == "absent":
        return "absent"
    return one.state if one.state in STATES else "done"


def shared(deeds: list[Deed]) -> dict[str, Pointer]:
    """Documents that several deeds of a place point to: cited once for all."""
    found = {each.symbol: each for one in deeds for each in one.pointers}
    times = Counter(symbol for one in deeds for symbol in {each.symbol for each in one.pointers})
    return {symbol: each for symbol, each in found.items() if times[symbol] > 1}


def paragraph(pen: Pen, one: Deed, common: dict[str, Pointer]) -> Piece:
    """The sentence that tells it, in its own language, and the documents cited for it."""
    runs: tuple[Run, ...] = (Run(text=sentence(pen.words(one.sentence))),)
    own = [each for each in one.pointers if each.symbol not in common]
    if own:
        runs = (*runs, Run(text=" "), *pen.say("pointer", documents=pen.pointing(own)))
    return pen.paragraph(
        one.record,
        runs,
        records=(one.record, *one.evidence, *(each.symbol for each in one.pointers)),
        gaps=() if one.evidence else (pen.plain("gap.evidence"),),
        language=pen.foreign(one.sentence),
    )


def in_list(pen: Pen, key: str, state: str, rows: list[Deed]) -> Piece:
    """Deeds of one state that have no sentence: title, place, date and partners, as recorded."""
    foreign = next((code for one in rows if (code := pen.foreign(one.title))), "")
    return pen.paragraph(
        key,
        pen.say(f"deeds.{state}"),
        children=pen.items(described(pen, one) for one in rows),
        records=(record for one in rows for record in (one.record, *one.evidence)),
        language=foreign,
    )


def described(pen: Pen, one: Deed) -> str:
    """`Workshop on waterbirds (Nairobi, March 2025), with AEWA`."""
    where, date = pen.words(one.place), when(pen.language, one.since, one.until)
    shown = ", ".join(filter(None, (where, date)))
    title = pen.words(one.title).rstrip(". ") + (f" ({shown})" if shown else "")
    bodies = [*one.partners, *(each for each in one.organisers if each not in one.partners)]
    if not bodies:
        return title
    return pen.plain("deed.with", title=title, partners=pen.listed(name(pen, b) for b in bodies))


def name(pen: Pen, body: Named) -> str:
    """A body in a list: its acronym where it has one."""
    return pen.words(body.acronym) or pen.words(body.name)


def counts(pen: Pen, deeds: Iterable[Deed]) -> tuple[Run, ...]:
    """`12 meetings, three workshops and one launch`, the most frequent first."""
    language = pen.language
    phrases = known(language)
    kinds = Counter(
        one.kind if f"kind.{one.kind}.one" in phrases else "other"
        for one in deeds
        if not one.umbrella
    )
    # What is of no known kind stands last, however often.
    ordered = sorted(kinds.items(), key=lambda pair: (pair[0] == "other", -pair[1], pair[0]))
    return pen.listed(counted(language, f"kind.{kind}", times) for kind, times in ordered)


SHOWN = 5
"""Titles in a note."""


def undated(pen: Pen, place: str, deeds: list[Deed]) -> list[Piece]:
    """A note on the deeds without a date."""
    found = [one for one in deeds if not one.since and not one.until and not one.umbrella]
    if not found:
        return []
    titles = [pen.words(one.title) for one in found[:SHOWN]] + ["…"] * (len(found) > SHOWN)
    gap = "".join(run.text for run in pen.counted("gap.date", len(found), titles="; ".join(titles)))
    return [pen.note(f"{place}/undated", gap, records=(one.record for one in found))]
