"""Goals and targets of plans, published alignments between them, and groups of countries."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from whimbrel.facts import load
from whimbrel.importing.brought import Brought, Kind, Tray
from whimbrel.importing.cells import Unfit, party
from whimbrel.importing.rows import Row, opened, refused, wants
from whimbrel.procedures.known import Known
from whimbrel.synergy.answer import Source
from whimbrel.synergy.targets import Alignment, Target

TITLES = ("title", "short_title_en", "paraphrase_en", "short_en", "en")
NOT_GROUPS = frozenset(("iso2", "iso3", "m49", "independent", "formal_en", "admin_of"))


@dataclass(frozen=True, slots=True, kw_only=True)
class Group:
    """A group or region of countries in a scheme that may be edited."""

    scheme: str
    """Such as m49, cites_region, or one's own."""
    name: str
    members: tuple[str, ...]
    source: str


def read_targets(
    path: Path, *, plan: str, name: str = "", on: date | None = None
) -> Brought[Target]:
    """The goals and targets of one plan: code, level, and a title."""
    file = opened(path)
    wants(file, "code", "level/kind", "/".join(TITLES))
    tray, records = Tray(), []
    known = {mark: Source(name=name or path.name, on=on, known=mark) for mark in Known}
    for row in file.rows():
        tray.rows += 1
        code, level = row.get("code"), row.get("level", "kind")
        if not code or len(code) > 24 or not level:
            tray.reject(row.number, "it has no code or no level", code)
            continue
        if tray.twice((plan, code, level), row.number):
            continue
        evidence = row.get("evidence").lower()
        mark = Known.MEMORY if evidence.startswith("memory") else Known.SEEN
        records.append(
            Target(plan=plan, code=code, level=level, title=row.get(*TITLES), source=known[mark],
                   within=row.get("goal_or_target"))
        )  # fmt: skip
    tray.check(file.name)
    return Brought(
        kind=Kind.TARGETS, shape="targets", source=known[Known.SEEN], sha256=file.sha256,
        records=tuple(records), rows=tray.rows, rejected=tuple(tray.kept),
        rejected_count=tray.count, remarks=file.remarks,
    )  # fmt: skip


def read_alignments(path: Path, *, on: date | None = None) -> Brought[Alignment]:
    """Alignments, each with who published it: the first column names the plan and holds its codes
    (`spms`), or plan and code do; then framework, code, source."""
    file = opened(path)
    wants(file, "framework", "source", "code")
    own = file.head[0] if file.head[0] not in ("plan", "framework") else ""
    tray, records = Tray(), []
    for row in file.rows():
        tray.rows += 1
        one = (own.upper(), row.get(own)) if own else (row.get("plan"), row.get("plan_code"))
        other = (row.get("framework").upper(), row.get("code"))
        if not all((*one, *other)):
            tray.reject(row.number, "a plan or a code is missing")
            continue
        if not row.get("source"):
            tray.reject(row.number, "nobody is named who published it")
            continue
        if not tray.twice((one, other), row.number):
            source = Source(name=row.get("source"), on=on)
            records.append(Alignment(one=one, other=other, source=source))
    tray.check(file.name)
    return Brought(
        kind=Kind.TARGETS, shape="alignments", source=Source(name=path.name, on=on),
        sha256=file.sha256, records=tuple(records), rows=tray.rows, rejected=tuple(tray.kept),
        rejected_count=tray.count, remarks=file.remarks,
    )  # fmt: skip


def read_groups(path: Path, *, on: date | None = None) -> Brought[Group]:
    """Groups of countries: either scheme, group, country in three columns, or a table of countries
    whose other columns are schemes."""
    file = opened(path)
    tray = Tray()
    members: dict[tuple[str, str], dict[str, None]] = {}
    own = {"scheme", "group", "country"} <= set(file.head)
    if not own and "iso2" not in file.head:
        raise refused(
            file.name, "its head has neither scheme, group and country nor iso2",
            "Name the columns so", "row 1",
        )  # fmt: skip
    for row in file.rows():
        tray.rows += 1
        try:
            if own:
                code = party(row.get("country"))
                pairs = [(row.get("scheme"), row.get("group"))]
            else:
                code = party(row.get("iso2"))
                pairs = list(columns(row))
        except Unfit as error:
            tray.reject(row.number, str(error), row.get("country", "iso2"))
            continue
        for scheme, group in pairs:
            if scheme and group:
                members.setdefault((scheme, group), {})[code] = None
    tray.check(file.name)
    source = Source(name=path.name, on=on)
    return Brought(
        kind=Kind.GROUPS, shape="groups" if own else "countries", source=source,
        sha256=file.sha256, rows=tray.rows, rejected=tuple(tray.kept), rejected_count=tray.count,
        records=tuple(
            Group(scheme=scheme, name=group, members=tuple(codes), source=path.name)
            for (scheme, group), codes in members.items()
        ),
        remarks=file.remarks,
    )  # fmt: skip


def columns(row: Row) -> Iterable[tuple[str, str]]:
    """(scheme, group) of each column of a table of countries; a column of marks is a group."""
    for name, value in row.cells.items():
        if name in NOT_GROUPS or name.startswith(("name_", "#")) or name.endswith("_code"):
            continue
        if value:
            yield name, name if value in ("1", "Y", "yes") else value


def shipped() -> tuple[Group, ...]:
    """The regions of the statistics of the United Nations, which come with Whimbrel."""
    return load("regions/*.yaml", Group)


def members(groups: Iterable[Group], called: str) -> tuple[str, ...]:
    """The countries of a group by name, or scheme:name. KeyError where there is none, or two
    schemes mean others by it."""
    scheme, _, name = called.rpartition(":")
    found: Mapping[str, tuple[str, ...]] = {
        one.scheme: one.members for one in groups
        if one.name.lower() == name.lower() and scheme.lower() in ("", one.scheme.lower())
    }  # fmt: skip
    several = {frozenset(one) for one in found.values()}
    if len(several) != 1:
        raise KeyError(called)
    return next(iter(found.values()))
