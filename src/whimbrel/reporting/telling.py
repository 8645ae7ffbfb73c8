"""Deeds as paragraphs: those with a sentence in its words, those without one that can stand alone
in a list, those beyond what a heading bears as a count that names them all."""

from collections import Counter
from collections.abc import Iterable
from itertools import dropwhile

from whimbrel.document import Run
from whimbrel.reporting.dates import when
from whimbrel.reporting.leaning import bare, leans, standing
from whimbrel.reporting.matter import Deed, Named, Pointer
from whimbrel.reporting.pen import Pen, sentence
from whimbrel.reporting.phrases import Words, capital, counted, known
from whimbrel.reporting.piece import Piece

STATES = ("done", "ongoing", "in-development", "planned")
SENT = ("written-contribution", "information-gathering", "support")
"""Kinds that somebody who is not there can do as well."""
Passage = list[Deed]
"""Deeds that are told in one paragraph: those of one sentence, and of one paragraph of a document,
whose sentences lean on each other ("a further workshop")."""


def tell(pen: Pen, place: str, deeds: list[Deed]) -> list[Piece]:
    """The deeds of one place, oldest first."""
    if not deeds:
        return []
    told, listed, beyond = chosen(pen, deeds)
    common = shared(told)
    out = [paragraph(pen, passage, common) for passage in told]
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


def chosen(pen: Pen, deeds: list[Deed]) -> tuple[list[Passage], list[Deed], list[Deed]]:
    """(told in paragraphs, listed, counted). What is shown by a document and what is newest goes
    first; all are given in the order of time."""
    most = pen.matter.told
    ranked = sorted(passages(pen, deeds), key=rank, reverse=True)
    in_words = {one.key for passage in ranked for one in passage}
    without = sorted((one for one in deeds if one.key not in in_words), key=shown, reverse=True)
    told, listed = ranked[:most], without[:most]
    beyond = [one for passage in ranked[most:] for one in passage] + without[most:]
    # What was not done is never counted among what was.
    apart = {one.key for one in beyond if state_of(one) not in ("done", "ongoing")}
    kept = [one for one in beyond if one.key in apart]
    rest = [one for one in beyond if one.key not in apart]
    return sorted(told, key=begun), in_time([*listed, *kept]), in_time(rest)


def passages(pen: Pen, deeds: Iterable[Deed]) -> list[Passage]:
    """The deeds with a sentence, those that belong in one paragraph together. What was not attended
    is listed, and so is what leans on words that are not there."""
    found: dict[tuple[str, str], Passage] = {}
    for one in deeds:
        if one.sentence and state_of(one) != "absent":
            told = one.sentence.told(pen.language)
            source = next((each for each in one.evidence if "#" in each), told.words)
            found.setdefault((source, told.language), []).append(one)
    whole = (sorted(passage, key=lambda one: one.at) for passage in found.values())
    upright = (
        list(dropwhile(lambda one: not sentences_of(pen, one), passage)) for passage in whole
    )
    return [passage for passage in upright if passage]


def sentences_of(pen: Pen, one: Deed) -> tuple[str, ...]:
    """Its sentence, after those that it leans on; none where they are not there."""
    told = one.sentence.told(pen.language)
    return standing(told.words, one.before, told.language)


def shown(one: Deed) -> tuple[bool, str]:
    """What goes first: what a document shows, then what is newest."""
    return bool(one.evidence), one.since


def rank(passage: Passage) -> tuple[bool, bool, str]:
    """The same of a passage; one that only announces what others tell goes before all."""
    return (all(one.umbrella for one in passage), *max(map(shown, passage)))


def begun(passage: Passage) -> tuple[bool, bool, str, str]:
    """Its place in time: announcements first, what has no date last."""
    first = min((one.since for one in passage if one.since), default="")
    announces = all(one.umbrella for one in passage)
    return not announces, not first, first, passage[0].key


def in_time(deeds: Iterable[Deed]) -> list[Deed]:
    """Oldest first; without a date last."""
    return sorted(deeds, key=lambda one: (not one.since, one.since, one.key))


def state_of(one: Deed) -> str:
    """How far it is; what was not attended is a state of its own, but for what was sent there."""
    if one.mode == "absent" and one.kind not in SENT:
        return "absent"
    return one.state if one.state in STATES else "done"


def shared(told: list[Passage]) -> dict[str, Pointer]:
    """Documents that several paragraphs of a place point to: cited once for all."""
    found = {each.symbol: each for passage in told for one in passage for each in one.pointers}
    times = Counter(
        symbol
        for passage in told
        for symbol in {each.symbol for one in passage for each in one.pointers}
    )
    return {symbol: each for symbol, each in found.items() if times[symbol] > 1}


def paragraph(pen: Pen, passage: Passage, common: dict[str, Pointer]) -> Piece:
    """The sentences that tell it, in their own language, and the documents cited for it."""
    words = dict.fromkeys(
        sentence(each)
        for one in passage
        for each in sentences_of(pen, one) or (pen.words(one.sentence),)
    )
    runs: tuple[Run, ...] = (Run(text=" ".join(words)),)
    cited = [each for one in passage for each in one.pointers]
    own = [each for each in cited if each.symbol not in common]
    if own:
        runs = (*runs, Run(text=" "), *pen.say("pointer", documents=pen.pointing(own)))
    records = [record for one in passage for record in (one.record, *one.evidence)]
    bare = any(not one.evidence for one in passage)
    return pen.paragraph(
        passage[0].record,
        runs,
        records=(*records, *(each.symbol for each in cited)),
        gaps=(pen.plain("gap.evidence"),) if bare else (),
        language=pen.foreign(passage[0].sentence),
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
    title = titled(pen, one) + (f" ({shown})" if shown else "")
    bodies = [*one.partners, *(each for each in one.organisers if each not in one.partners)]
    if not bodies:
        return title
    return pen.plain("deed.with", title=title, partners=pen.listed(name(pen, b) for b in bodies))


def titled(pen: Pen, one: Deed) -> str:
    """Its title; what kind it is where the title leans on words that are not there."""
    told = one.title.told(pen.language)
    title = bare(told.words, told.language) if told.words[:1].isupper() else told.words
    if leans(title, told.language) and f"kind.{one.kind}.one" in known(pen.language):
        return "".join(run.text for run in capital(pen.say(f"kind.{one.kind}.one")))
    return title.rstrip(".,; ")


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
    # What is of no known kind stands last, however often, with the kinds beyond the first.
    ordered = sorted(kinds.items(), key=lambda pair: (pair[0] == "other", -pair[1], pair[0]))
    rest = sum(times for _, times in ordered[KINDS:])
    if len(ordered) > KINDS + 1:
        ordered = [*ordered[:KINDS], ("other", rest)]
    return pen.listed(counted(language, f"kind.{kind}", times) for kind, times in ordered)


def partners(pen: Pen, bodies: Iterable[Named]) -> tuple[Run, ...]:
    """Bodies in one sentence, those met most often first; beyond eight, how many more."""
    met = list(bodies)
    times = Counter(body.key for body in met)
    named = {body.key: name(pen, body) for body in met}
    ordered = sorted(named, key=lambda key: -times[key])
    most = len(ordered) if len(ordered) <= PARTNERS + 1 else PARTNERS
    parts: list[Words] = [named[key] for key in ordered[:most]]
    if rest := len(ordered) - most:
        parts.append(counted(pen.language, "others", rest))
    return pen.listed(parts)


KINDS, PARTNERS = 6, 8
"""How many are named in one sentence."""
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
