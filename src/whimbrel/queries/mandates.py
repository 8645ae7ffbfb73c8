"""Provisions: what was asked of whom, and what the record holds of each."""

from collections.abc import Iterable
from dataclasses import dataclass

from whimbrel.queries.people import can
from whimbrel.register.models import Provision


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """A provision in a list."""

    name: str
    instrument: str
    text: str
    addressees: tuple[str, ...]
    due: str
    conditions: tuple[str, ...]
    status: str
    """What a document says became of it; empty where none says."""
    stated: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Shown:
    """A place in a document that shows something."""

    symbol: str
    eid: str

    @property
    def address(self) -> str:
        """`UNEP/CMS/COP15/Doc.18.1#para_30`."""
        return f"{self.symbol}#{self.eid}"


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """An engagement beside a provision."""

    key: str
    title: str
    state: str
    since: str
    evidence: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Whole:
    """Everything about one provision."""

    asked: Asked
    force: str
    report_to: str
    collaborators: tuple[str, ...]
    outputs: tuple[str, ...]
    paraphrase: bool
    source: Shown | None
    statuses: tuple[tuple[str, str, str, bool], ...]
    """(document, status, reason, stated) of each document that says what became of it."""
    engagements: tuple[Told, ...]


def asked(one: Provision) -> Asked:
    """A provision as a row."""
    last = one.statuses.select_related("version__document").order_by("-version__number").first()
    return Asked(
        name=one.name,
        instrument=one.instrument.key,
        text=one.text,
        addressees=tuple(one.addressees),
        due=one.due,
        conditions=tuple(each.words for each in one.conditions.all()),
        status=last.status if last else "",
        stated=last.stated if last else False,
    )


def provisions(by: str | None, *, to: str = "", due: str = "") -> tuple[Asked, ...]:
    """Every provision that a person may see, narrowed by addressee and due meeting."""
    if not can(by, "read"):
        return ()
    listed: Iterable[Provision] = Provision.objects.select_related("instrument").prefetch_related(
        "conditions"
    )
    rows = (asked(one) for one in listed)
    return tuple(
        one for one in rows if (not to or to in one.addressees) and (not due or due == one.due)
    )


def provision(by: str | None, name: str) -> Whole | None:
    """Everything about a provision; None where there is none that this person may see."""
    if not can(by, "read"):
        return None
    one = (
        Provision.objects.select_related("instrument", "version__document")
        .filter(name=name)
        .first()
    )
    if one is None:
        return None
    source = Shown(symbol=one.version.document.symbol, eid=one.eid) if one.version else None
    return Whole(
        asked=asked(one),
        force=one.force,
        report_to=one.report_to,
        collaborators=tuple(one.collaborators),
        outputs=tuple(each.words or each.kind for each in one.outputs.all()),
        paraphrase=one.paraphrase,
        source=source,
        statuses=tuple(
            (each.version.document.symbol, each.status, each.reason, each.stated)
            for each in one.statuses.select_related("version__document")
        ),
        engagements=tuple(
            Told(
                key=each.key,
                title=each.title,
                state=each.state,
                since=each.since,
                evidence=tuple(shown.address for shown in each.evidence.all()),
            )
            for each in one.engagements.prefetch_related("evidence")
        ),
    )
