"""Background: what was adopted, with the exact words of what is reported on."""

from whimbrel.document import Kind, Node, Run
from whimbrel.mandates.kept import Nature
from whimbrel.reporting.dates import ordinal
from whimbrel.reporting.directed import directed
from whimbrel.reporting.matter import Gathering, Promise
from whimbrel.reporting.numbers import cited, titled
from whimbrel.reporting.pen import Pen, provision_records
from whimbrel.reporting.piece import Piece


def background(pen: Pen) -> list[Piece]:
    """The instruments, resolutions first, each with its provisions quoted."""
    out: list[Piece] = []
    met: set[str] = set()
    promises = pen.matter.promises
    for number in dict.fromkeys(
        one.instrument.number for one in promises if one.instrument.nature is Nature.RESOLUTION
    ):
        own = [one for one in promises if one.instrument.number == number]
        out.append(resolution(pen, own, met))
    others = [one for one in promises if one.instrument.nature is not Nature.RESOLUTION]
    titles: dict[object, list[Promise]] = {}
    for one in others:
        key = one.instrument.title, one.instrument.adopted
        titles.setdefault(key, []).append(one)
    for group in titles.values():
        out += decisions(pen, group, met)
    out += pen.narrative("background")
    if not out:
        return []
    return [pen.heading("background", pen.say("heading.background")), *out]


def adopted(
    pen: Pen, gathering: Gathering | None, the: tuple[Run, ...], met: set[str]
) -> tuple[Run, ...]:
    """That a meeting adopted something; "also" where it was named before."""
    if gathering is None:
        return pen.say("background.undated", the=the)
    short = gathering.short
    if short in met:
        return pen.say("background.also", short=short, the=the)
    met.add(short)
    year = gathering.ends or gathering.starts
    shown = f"{short}, {year.year}" if year else short
    number = "".join(filter(str.isdecimal, short))
    spoken = pen.words(gathering.spoken) or pen.plain(
        "meeting.spoken", n=ordinal(pen.language, int(number or 0))
    )
    return pen.say("background.first", meeting=spoken, short=shown, the=the)


def resolution(pen: Pen, own: list[Promise], met: set[str]) -> Piece:
    """A resolution with those of its paragraphs that are reported on."""
    instrument = own[0].instrument
    runs = adopted(pen, instrument.adopted, titled(pen.language, instrument), met)
    parts = [one for one in own if one.words and one.name != instrument.number]
    gaps = [
        pen.plain("gap.words", name=one.name)
        for one in own
        if not exact(one) and one.name != instrument.number
    ]
    children = tuple(
        Node(
            kind=Kind.ITEM,
            label=f"{one.name.removeprefix(instrument.number).strip()}.",
            runs=(Run(text=pen.words(one.words), italic=True),),
        )
        for one in parts
    )
    more = (*pen.say("background.paragraphs"), Run(text=colon(pen))) if parts else (Run(text="."),)
    return pen.paragraph(
        f"background/{instrument.number}",
        (*runs, *more),
        children=children,
        records=(instrument.number, *provision_records(own)),
        gaps=gaps,
        language=other_language(pen, parts),
    )


def colon(pen: Pen) -> str:
    """A colon has a space before it in French."""
    return " :" if pen.language == "fr" else ":"


def other_language(pen: Pen, own: list[Promise]) -> str:
    """The language of quoted words that are not known in that of the paper."""
    return next((code for one in own if (code := pen.foreign(one.words))), "")


def decisions(pen: Pen, own: list[Promise], met: set[str]) -> list[Piece]:
    """Decisions with one title, quoted as they were adopted, each under its addressees."""
    gathering = own[0].instrument.adopted
    the = cited(pen.language, own, "the", every=pen.matter.promises, titled=True)
    runs = (*adopted(pen, gathering, the, met), Run(text=colon(pen)))
    numbers = dict.fromkeys(one.instrument.number for one in own)
    children = []
    for number in numbers:
        items = [one for one in own if one.instrument.number == number]
        if any(one.words for one in items):
            children.append(quoted(pen, items))
    gaps = [pen.plain("gap.words", name=one.name) for one in own if not exact(one)]
    gaps += [pen.plain("gap.deleted", name=one.name) for one in own if one.deleted]
    gaps += [
        pen.plain("gap.assigned", name=one.name, who=one.assigned)
        for one in own
        if one.deleted and one.assigned
    ]
    if not children:
        runs = (*runs[:-1], Run(text="."))
    return [
        pen.paragraph(
            f"background/{next(iter(numbers))}",
            runs,
            children=tuple(children),
            records=provision_records(own),
            gaps=gaps,
            language=other_language(pen, own),
        )
    ]


def quoted(pen: Pen, own: list[Promise]) -> Node:
    """One decision as it was adopted."""
    first = own[0]
    number = first.instrument.number
    if not first.item:
        inner = Node(kind=Kind.DECISION, label=number, runs=italic(pen.words(first.words)))
    else:
        inner = Node(
            kind=Kind.DECISION,
            label=number,
            runs=italic(pen.words(first.chapeau)),
            children=tuple(
                Node(kind=Kind.ITEM, label=one.item, runs=italic(pen.words(one.words)))
                for one in own
                if one.words
            ),
        )
    line = directed(pen, first.directed)
    if not line:
        return inner
    return Node(kind=Kind.DIRECTED, label=number, runs=(Run(text=line),), children=(inner,))


def italic(words: str) -> tuple[Run, ...]:
    """The words of another text."""
    return (Run(text=words, italic=True),) if words else ()


def exact(one: Promise) -> bool:
    """True where the words on record are those of the governing body."""
    return bool(one.words) and not one.paraphrase
