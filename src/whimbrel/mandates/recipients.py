"""Recipients: the body that gets or considers the product."""

from collections.abc import Iterator
from dataclasses import dataclass, replace

from whimbrel.mandates.actors import Actor
from whimbrel.mandates.clauses import Provision
from whimbrel.mandates.due import filled
from whimbrel.mandates.mandate import Addressee

NAMES = frozenset(
    {"COP", "UNGA", "UNSC", "UNEA", "HRC", "GEF", "CITES", "Committee of Permanent Representatives"}
)
"""Recipients that have a name of their own beside the addressees."""
NEVER = frozenset(
    {
        "Member States",
        "Parties",
        "Stakeholders",
        "Other Governments",
        "Relevant Organizations",
        "UN System",
        "IGOs",
        "Donors",
        "Others",
        "Range States",
        "Private Sector",
        "Civil Society",
        "Academia",
        "Other MEAs",
        "NGOs",
        "Named State",
        "Youth",
        "Indigenous Peoples and Local Communities",
        "UN-Women",
        "Financial Institutions",
        "Special Procedures",
    }
)
"""Classes that get help and information oftener than reports."""
BESIDE = frozenset({"Parties", "Standing Committee", "Secretariat"})
"""Classes that may get a product together with a body."""
FAR = 480


@dataclass(frozen=True, slots=True, kw_only=True)
class Recipient:
    """A recipient and its place."""

    body: str
    start: int
    end: int


def recipients(
    provision: Provision, named: tuple[Actor, ...], actions: tuple[tuple[int, int], ...],
    barred: tuple[tuple[int, int], ...], organ: str | None,
) -> tuple[Recipient, ...]:  # fmt: skip
    """Every body that gets or considers the product."""
    found: dict[str, Recipient] = {}
    last: Actor | None = None
    aims = tuple(
        m.span() for m in provision.known.pattern("purpose").finditer(provision.text.plain)
    )
    for actor in (council(provision, one, named, organ) for one in named):
        if not any(a <= actor.start < b for a, b in actions):
            continue
        if any(a <= actor.start < b for a, b in barred) or actor.channel:
            continue
        weak = actor.kind in NEVER and not actor.organ and actor.name not in NAMES
        if weak and not beside(provision, actor, last):
            continue
        if not (gets(provision, actor, actions, aims) or beside(provision, actor, last)):
            continue
        last = actor
        name = actor.name if actor.name in NAMES else actor.kind
        name = name if name in NAMES or name in set(Addressee) else "Others"
        found.setdefault(name, Recipient(body=name, start=actor.start, end=actor.end))
    if not found:
        for recipient in unnamed(provision, actions, organ):
            found.setdefault(recipient.body, recipient)
    return tuple(found.values())


def council(
    provision: Provision, actor: Actor, named: tuple[Actor, ...], organ: str | None
) -> Actor:
    """The organ where its resolution only says "the Council"."""
    whole = provision.known.pattern("the_council").fullmatch
    if not whole(provision.text.plain, actor.start, actor.end):
        return actor
    names = {one.name for one in named}
    if provision.text.plain[actor.start : actor.end][-4:].lower() not in ("ncil", "seil", "sejo"):
        return replace(actor, name=organ if organ == "UNEA" else "UNGA", organ=True)
    speaks = organ if organ in ("UNSC", "HRC") else "UNSC" if "Secretary-General" in names else None
    return replace(actor, name=speaks, organ=True) if speaks else actor


def beside(provision: Provision, actor: Actor, last: Actor | None) -> bool:
    """True for one joined to a recipient: "to the Conference of the Parties and the Parties"."""
    if last is None:
        return False
    gap = provision.text.plain[last.end : actor.start]
    return bool(provision.known.pattern("joined").fullmatch(gap)) and (
        actor.organ or actor.kind in BESIDE
    )


def gets(
    provision: Provision, actor: Actor, actions: tuple[tuple[int, int], ...],
    aims: tuple[tuple[int, int], ...],
) -> bool:  # fmt: skip
    """True where the words before a body say that the product comes to it."""
    since = max((a for a, b in actions if a <= actor.start < b), default=0)
    before = provision.text.plain[max(since, actor.start - FAR) : actor.start]
    if provision.known.pattern("beforehand").search(before):
        return False
    aimed = any(a <= actor.start < b for a, b in aims)
    return any(
        filled(provision.language, name).search(before)
        for name in (("considers",) if aimed else ("gets", "told", "considers"))
    )


def unnamed(
    provision: Provision, actions: tuple[tuple[int, int], ...], organ: str | None
) -> Iterator[Recipient]:
    """The organ itself where it says "to it", and "the Council"."""
    text = provision.text.plain
    for start, end in actions:
        match = filled(provision.language, "to_it").search(text, start, end)
        if match and organ:
            yield Recipient(body=organ, start=match.start(), end=match.end())
