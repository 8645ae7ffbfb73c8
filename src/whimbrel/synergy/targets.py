"""Which goals and targets of several plans meet, by alignments that somebody published."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from whimbrel.synergy.answer import Answer, Count, Source, said


@dataclass(frozen=True, slots=True, kw_only=True)
class Target:
    """A goal or target of a plan, such as 2.3 of the Strategic Plan for Migratory Species."""

    plan: str
    code: str
    level: str
    """goal, target or indicator."""
    title: str
    source: Source
    within: str = ""
    """The goal or target that an indicator belongs to."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Alignment:
    """Two targets that a source sets beside each other."""

    one: tuple[str, str]
    """(plan, code)."""
    other: tuple[str, str]
    source: Source


@dataclass(frozen=True, slots=True, kw_only=True)
class SharedTarget:
    """A target of the first plan and what it is aligned with in each of the others."""

    target: Target
    aligned: tuple[tuple[str, tuple[str, ...]], ...]
    """(plan, codes) for each of the other plans; no codes: nobody published an alignment, which is
    not to say that there is none."""
    sources: tuple[Source, ...]
    counted: bool
    """Whether it is aligned with each of the other plans."""


def targets(
    known: Iterable[Target], alignments: Iterable[Alignment], plans: Sequence[str]
) -> Answer[SharedTarget]:
    """The targets of the first plan with their published alignments to the others; those that
    share come first. KeyError for a first plan of which nothing is known."""
    first, others = plans[0], plans[1:]
    beside: dict[tuple[str, str], list[tuple[tuple[str, str], Source]]] = defaultdict(list)
    used: list[Source] = []
    for one in alignments:
        beside[one.one].append((one.other, one.source))
        beside[one.other].append((one.one, one.source))
    mine = {target.code: target for target in known if target.plan == first}
    for plan, code in beside:
        # A target that an alignment names and no list holds is there under its code.
        if plan == first and code not in mine:
            source = beside[plan, code][0][1]
            mine[code] = Target(plan=plan, code=code, level="", title="", source=source)
    if not mine:
        raise KeyError(first)
    rows = []
    for code, target in mine.items():
        met = beside[first, code]
        aligned = tuple(
            (plan, tuple(sorted({there[1] for there, _ in met if there[0] == plan}, key=natural)))
            for plan in others
        )
        sources = tuple({s.name: s for there, s in met if there[0] in others}.values())
        used += [target.source, *sources]
        rows.append(
            SharedTarget(
                target=target,
                aligned=aligned,
                sources=sources,
                counted=all(codes for _, codes in aligned),
            )
        )
    rows.sort(key=lambda row: (not row.counted, natural(row.target.code)))
    shared = sum(row.counted for row in rows)
    return Answer(
        question="targets", rule=said("targets.shared", first=first, others=", ".join(others)),
        sources=tuple({one.name: one for one in used}.values()), as_at=None, rows=tuple(rows),
        counts=(Count(key="shared", number=shared), Count(key="others", number=len(rows) - shared)),
        remarks=(said("targets.unpublished", number=len(rows) - shared),),
    )  # fmt: skip


def natural(code: str) -> tuple[tuple[int, str], ...]:
    """Order of codes: 2.3 before 2.10, letters behind numbers."""
    return tuple((int(part), "") if part.isdigit() else (10_000, part) for part in code.split("."))
