"""A fixed pool of invented applicants over which options are compared: drawn from assumed shares
with a seed, so that the same pool comes out again. Nobody in it exists."""

from dataclasses import dataclass
from datetime import date, timedelta
from functools import cache
from random import Random
from typing import ClassVar

from whimbrel.admission.applicant import Applicant, Approval, Kind, Profit, Scope
from whimbrel.facts import load
from whimbrel.procedures.known import STRICT, Known
from whimbrel.procedures.shares import shared

SMALLEST, LARGEST = 1, 20_000


@dataclass(frozen=True, slots=True, kw_only=True)
class State:
    """An invented State: its code is one that the standard leaves to users."""

    __pydantic_config__: ClassVar = STRICT
    code: str
    region: str
    income: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Share:
    """One kind of applicants, with the shares of those that are as it says."""

    __pydantic_config__: ClassVar = STRICT
    kind: Kind
    share: float
    national: float
    """Local or national; the others are regional or international."""
    registered: float
    non_profit: float
    qualified: float
    documents: float
    """Share of any one document that is at hand."""
    constituency: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Names:
    """What invented names are made of."""

    __pydantic_config__: ClassVar = STRICT
    first: tuple[str, ...]
    last: dict[Kind, tuple[str, ...]]


@dataclass(frozen=True, slots=True, kw_only=True)
class Strata:
    """`facts/pool/strata.yaml`."""

    __pydantic_config__: ClassVar = STRICT
    source: str
    status: Known
    states: tuple[State, ...]
    kinds: tuple[Share, ...]
    approval: dict[Approval, float]
    unknown: float
    """Share of attributes that an applicant leaves open."""
    young: float
    late: float
    communal: float
    """Share of bodies of a constituency that can bring the word of their community or network."""
    names: Names


@dataclass(frozen=True, slots=True, kw_only=True)
class Pooled:
    """An applicant with the strata it belongs to."""

    applicant: Applicant
    kind: str
    region: str
    income: str
    registered: str
    constituency: str


@cache
def strata() -> Strata:
    """The shares."""
    return load("pool/strata.yaml", Strata)[0]


PAPERS = (
    "letter", "form", "statutes", "registration", "nonprofit_proof", "competence",
    "activity_report", "finance", "governing_body", "representatives",
)  # fmt: skip
COMMUNAL = ("endorsements", "members")
"""What bodies of a community or network can bring more easily than statutes."""
WIDE = (Scope.REGIONAL, Scope.INTERNATIONAL)


def pool(size: int = 320, *, seed: int = 1, opens: date, subject: str) -> tuple[Pooled, ...]:
    """So many invented applicants for a meeting. `subject`: what the host is about. ValueError: a
    size that is not from 1 to 20,000."""
    if not SMALLEST <= size <= LARGEST:
        raise ValueError(f"a pool of {size}: from {SMALLEST} to {LARGEST:,}")
    chance, known = Random(seed), strata()  # noqa: S311 (a simulation)
    counts = shared(size, [one.share for one in known.kinds])
    found: list[Pooled] = []
    for share, number in zip(known.kinds, counts, strict=True):
        for _ in range(number):
            found.append(drawn(len(found) + 1, share, known, chance, opens, subject))
    return tuple(found)


def drawn(
    number: int, share: Share, known: Strata, chance: Random, opens: date, subject: str
) -> Pooled:
    """One applicant."""
    state = chance.choice(known.states)
    national = chance.random() < share.national
    scope = chance.choice((Scope.LOCAL, Scope.NATIONAL) if national else WIDE)
    registered = chance.random() < share.registered
    applied = opens - timedelta(
        days=chance.randint(5, 29) if chance.random() < known.late else chance.randint(40, 400)
    )
    founded = applied - timedelta(
        days=chance.randint(100, 700) if chance.random() < known.young
        else chance.randint(800, 15_000)
    )  # fmt: skip

    def said(value: object) -> object:
        return None if chance.random() < known.unknown else value

    topics = (subject,) if chance.random() < share.qualified else ("something else",)
    profit = Profit.NON_PROFIT if chance.random() < share.non_profit else Profit.FOR_PROFIT
    papers = [one for one in PAPERS if chance.random() < share.documents]
    if not registered and "registration" in papers:
        papers.remove("registration")
    if share.constituency:
        papers += [one for one in COMMUNAL if chance.random() < known.communal]
    applicant = Applicant(
        id=f"invented-{number:04d}",
        name=f"{chance.choice(known.names.first)} {chance.choice(known.names.last[share.kind])}",
        org_type=share.kind,
        scope=scope,
        activities_international=not national,
        countries=(state.code,),
        legal_personality=registered,
        registered_on=founded if registered else None,
        founded_on=said(founded),  # type: ignore[arg-type]
        profit=said(profit),  # type: ignore[arg-type]
        env_focus=chance.random() < share.qualified,
        subjects=said(topics),  # type: ignore[arg-type]
        state_approval=approval(known, chance) if national else Approval.NONE,
        memberships=(),
        documents=(*papers, *(("representatives",) if "representatives" not in papers else ())),
        applied_on=applied,
        objections=0,
    )
    return Pooled(
        applicant=applicant,
        kind=str(share.kind),
        region=state.region,
        income=state.income,
        registered=REGISTERED[registered],
        constituency=share.constituency or "none",
    )


def approval(known: Strata, chance: Random) -> Approval:
    """What the State has answered."""
    return chance.choices(list(known.approval), weights=list(known.approval.values()))[0]


def pooled(one: Applicant) -> Pooled:
    """An applicant that somebody brought, in its strata; region and income are not known of it."""
    known = True if one.registered_on is not None else one.legal_personality
    registered = "not known" if known is None else REGISTERED[known]
    return Pooled(
        applicant=one,
        kind=str(one.org_type or "not known"),
        region="not known",
        income="not known",
        registered=registered,
        constituency=CONSTITUENCIES.get(str(one.org_type), "none"),
    )


REGISTERED = {True: "registered", False: "not registered"}
CONSTITUENCIES = {"ipo": "Indigenous Peoples", "youth": "youth", "cbo": "local communities"}
