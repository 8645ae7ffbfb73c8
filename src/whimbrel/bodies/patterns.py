"""Bodies that nobody knows yet: capitalised words around the head of a name."""

import re
from collections.abc import Iterator, Sequence

from whimbrel.bodies.body import BodyKind, How, Mention
from whimbrel.bodies.defined import BRACKET
from whimbrel.bodies.extent import CAPITAL, WINDOW, leftwards, rightwards
from whimbrel.bodies.names import fold
from whimbrel.bodies.order import Order
from whimbrel.bodies.romance import romance
from whimbrel.bodies.shapes import shaped
from whimbrel.bodies.vocabulary import heads, traps

LOCATED = re.compile(
    r"\b(?P<office>(?:[Ss]ub-?\ ?)?(?:[Rr]egional|[Cc]ountry|[Ll]iaison)\ [Oo]ffice)\ "
    r"(?:(?:located|based)\ )?in\ (?P<seat>[A-Z][\w’'-]+(?:\ [A-Z][\w’'-]+)*)"
)
OF = re.compile(r"\ of(?:\ the)?\ $")
TEXTS = re.compile(r"\ (?:of|for)\ (?:Action|Work)\b")
"""Behind Programme or Platform: a text, and nobody."""
DOUBTFUL = ("Agreement", "Day")
"""Heads of few bodies among many things."""
OWNED = ("Conference",)
"""Heads of a body only behind the name of another: the UN Oceans Conference."""
CONSERVATION = re.compile(r"\ (?:on|for)\ the\ Conservation\b")
MINISTRIES = ("Ministry", "Department")
"""Their names run on over commas."""
EMPTY = frozenset(("Joint", "National", "Regional", "Special", "International", "Local", "Global"))
"""Words that make no name of a head by themselves."""


def unknown(text: str, known: Sequence[Mention], language: str | None) -> Iterator[Mention]:
    """Names that have the form of a body's, whether or not a known name stands in them."""
    order = Order(known)
    yield from shaped(text, order)
    if language in (None, "en"):
        yield from english(text, order)
        yield from located(text, order)
    for tongue in ("fr", "es"):
        if language in (None, tongue):
            yield from romance(text, tongue, order)


def english(text: str, known: Order) -> Iterator[Mention]:
    """Names with an English head: modifiers before it, a complement behind it."""
    index, kinds = heads("en")
    folded = fold(text)
    for hit in index.find(folded):
        start, end = folded.place(hit.start), folded.place(hit.end - 1) + 1
        head = text[start:end]
        if text[start - 1 : start] in ("-", "/") or runs_on(text, end):
            continue
        first, parent = leftwards(text, start, known.by_end)
        last = rightwards(text, end, known.by_start, serial=head in MINISTRIES)
        if last > end and last in known.by_end and office(known, start):
            continue
        modifiers = text[first:start].split()
        inside = known.around(start, end)
        if (first == start and last == end) or (
            inside and taken(text, inside, first, last, parent)
        ):
            continue
        if (head in OWNED and parent is None) or (head.islower() and len(modifiers) < 2):
            continue
        if TEXTS.match(text, end) or (head in DOUBTFUL and not shown(text, first, end, last)):
            continue
        if last == end and (set(modifiers) <= EMPTY or modifiers[-1] in traps().not_before_head):
            continue
        parent = parent or whole_of(text, known, end, last)
        surface = text[first:last]
        yield Mention(
            start=first,
            end=last,
            surface=surface,
            key=None,
            name=surface,
            acronym=None,
            kind=kind_of(kinds[hit.name], parent),
            group=False,
            how=How.PATTERN,
            sure=kinds[hit.name] is not BodyKind.UNKNOWN or parent is not None,
            parent=(parent.key or parent.name) if parent else None,
        )


def whole_of(text: str, known: Order, end: int, last: int) -> Mention | None:
    """The known body that a name ends with: the Commission of the African Union."""
    one = known.by_end.get(last)
    return one if one and one.start > end and OF.search(text[end : one.start]) else None


def located(text: str, known: Order) -> Iterator[Mention]:
    """Offices that have no name but their seat, and the body before them of which they are one."""
    for match in LOCATED.finditer(text):
        near = known.between(match.start() - WINDOW, match.start())
        before = [one for one in near if one.key and not one.group]
        if not before or match["seat"] in traps().before:
            continue
        yield Mention(
            start=match.start(),
            end=match.end("office"),
            surface=match["office"],
            key=None,
            # Its seat makes its name, and stays a place of its own in the text.
            name=match[0],
            acronym=None,
            kind=BodyKind.UN_ENTITY_UNIT,
            group=False,
            how=How.PATTERN,
            sure=False,
            parent=before[-1].key,
        )


def office(known: Order, start: int) -> bool:
    """Whether an office that every convention has stands here."""
    one = known.by_start.get(start)
    return one is not None and (one.key or "").startswith("own-")


def shown(text: str, first: int, end: int, last: int) -> bool:
    """Whether an agreement or a day is somebody: it has an acronym, or is the world's."""
    name = text[first:last]
    if name.endswith("Day"):
        return name.startswith(("World ", "International "))
    if CONSERVATION.match(text, end):
        return True
    return name.count(" ") > 1 and BRACKET.match(text, last) is not None


def runs_on(text: str, end: int) -> bool:
    """Whether a capital behind a head shows that the name goes on, or is of something else."""
    word = CAPITAL.match(text, end)
    return word is not None and word["word"] != "Secretariat"


def taken(text: str, inside: Mention, first: int, last: int, parent: Mention | None) -> bool:
    """Whether a known name says it all: an office beside its body, or a whole name."""
    if inside.group:
        return False
    if inside.key is None or not inside.key.startswith("own-"):
        return True
    return parent is not None and parent.end + 1 == inside.start and last <= inside.end


def kind_of(kind: BodyKind, parent: Mention | None) -> BodyKind:
    """The kind of a name by its head and by the body whose name opens it."""
    if parent is None:
        return kind
    united = parent.kind in (BodyKind.UN_ENTITY, BodyKind.UN_ENTITY_UNIT)
    if united and kind in (BodyKind.UNKNOWN, BodyKind.GOVERNMENT):
        return BodyKind.UN_ENTITY_UNIT
    return kind
