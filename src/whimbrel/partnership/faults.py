"""What is wrong with a pack as data: every mistake with its place and its cause."""

from collections import Counter
from collections.abc import Iterator

from whimbrel.partnership.attributes import OF_CASE
from whimbrel.partnership.policy import PARTS, STEPS, WITHIN, Level, Pack
from whimbrel.procedures.criterion import Test
from whimbrel.procedures.faults import Fault, blanks, parts, tests
from whimbrel.procedures.faults import faults as of_procedure
from whimbrel.procedures.linked import Found, attributes, ids, named


def faults(pack: Pack) -> tuple[Fault, ...]:
    """Every mistake in a whole pack that its types let pass; none: it is sound."""
    rows = [(part, getattr(pack, part)) for part in PARTS]
    walked = tuple(pair for part, row in rows for pair in parts(row, part))
    found = [
        *(pair for check in (blanks, tests) for pair in check(walked)),
        *(pair for check in (twice, links, asked, ranks, numbers, steps, given) 
          for pair in check(pack)),
    ]  # fmt: skip
    inner = [
        Fault(place=f"procedure.{one.place}", cause=one.cause)
        for one in of_procedure(pack.procedure)
    ]
    return (*(Fault(place=place, cause=cause) for place, cause in found), *inner)


def twice(pack: Pack) -> Found:
    """Ids that are there twice in one part."""
    for part in PARTS:
        seen: Counter[str] = Counter()
        for number, one in enumerate(getattr(pack, part)):
            seen[one.id] += 1
            if seen[one.id] > 1:
                yield f"{part}.{number}.id", f"a second one has the id {one.id}"


def links(pack: Pack) -> Found:
    """Ids that name nothing."""
    levels, roles = ids(pack.levels), ids(pack.roles)
    dimensions = ids(pack.dimensions)
    for number, modality in enumerate(pack.modalities):
        place = f"modalities.{number}.instruments"
        yield from named(place, modality.instruments, ids(pack.instruments), "instrument")
    for number, level in enumerate(pack.levels):
        place = f"levels.{number}"
        wanted = (level.includes,) if level.includes else ()
        yield from named(place + ".includes", wanted, levels, "level")
        yield from named(place + ".questions", level.questions, ids(pack.questions), "question")
        yield from named(place + ".checks", level.checks, ids(pack.checks), "check")
        papers = ids(pack.procedure.documents)
        yield from named(place + ".documents", level.documents, papers, "document")
    for number, demand in enumerate(pack.demands):
        yield from named(f"demands.{number}.level", (demand.level,), levels, "level")
    for number, grant in enumerate(pack.authority):
        wanted = (grant.role,) if grant.role else ()
        yield from named(f"authority.{number}.role", wanted, roles, "role")
        yield from named(f"authority.{number}.steps", grant.steps, set(STEPS), "step")
    for part in ("questions", "criteria"):
        for number, one in enumerate(getattr(pack, part)):
            wanted = (one.dimension,) if one.dimension else ()
            yield from named(f"{part}.{number}.dimension", wanted, dimensions, "dimension")
    for number, aspect in enumerate(pack.aspects):
        yield from part_named(f"aspects.{number}.part", aspect.part)
        if aspect.part in PARTS:
            rows = ids(getattr(pack, aspect.part))
            yield from named(f"aspects.{number}.lines", aspect.lines, rows, "line of that part")
    for number, slot in enumerate(pack.slots):
        yield from part_named(f"slots.{number}.part", slot.part)


def part_named(place: str, part: str) -> Found:
    """A part that is none."""
    known = {*PARTS, *(f"procedure.{one}" for one in WITHIN)}
    if part not in known:
        yield place, f"{part} is no part of a pack"


def asked(pack: Pack) -> Found:
    """Tests that ask what nobody can say."""
    known = {*OF_CASE, *ids(pack.questions), *ids(pack.criteria)}
    for place, test in every_test(pack):
        for name in attributes(test):
            if name not in known:
                yield place, f"{name} is no question or criterion of this pack, nor said of a case"


def every_test(pack: Pack) -> Iterator[tuple[str, Test]]:
    """The tests of a pack, each with its place; those inside a test are part of it."""
    for part in PARTS:
        for number, row in enumerate(getattr(pack, part)):
            for name in ("when", "good", "concerns", "test"):
                found = getattr(row, name, None)
                if isinstance(found, Test):
                    yield f"{part}.{number}.{name}", found


def ranks(pack: Pack) -> Found:
    """Ranks that are taken twice, and levels that include each other or a higher one."""
    for part in ("roles", "risks", "levels"):
        seen: set[int] = set()
        for number, one in enumerate(getattr(pack, part)):
            if one.rank in seen or one.rank < 0:
                yield f"{part}.{number}.rank", f"{one.rank} is taken, or below nought"
            seen.add(one.rank)
    by: dict[str, Level] = {one.id: one for one in pack.levels}
    for number, level in enumerate(pack.levels):
        below = by.get(level.includes)
        if below is not None and below.rank >= level.rank:
            yield f"levels.{number}.includes", f"{level.includes} is not below {level.id}"


def numbers(pack: Pack) -> Found:
    """Numbers that cannot be, and days that are not in order."""
    for part, names in (
        ("instruments", ("ceiling",)), ("terms", ("years", "warn_days")),
        ("assurance", ("visits", "spot_checks")), ("authority", ("up",)),
    ):  # fmt: skip
        for number, row in enumerate(getattr(pack, part)):
            for name in names:
                value = getattr(row, name)
                if value is not None and value < 0:
                    yield f"{part}.{number}.{name}", f"{value} is below nought"
    for number, rule in enumerate(pack.separation):
        if rule.fewest is not None and not 1 <= rule.fewest <= len(rule.parts):
            cause = f"{rule.fewest} persons cannot play {len(rule.parts)} parts"
            yield f"separation.{number}.fewest", cause
        for pair in rule.never:
            yield from named(f"separation.{number}.never", pair, set(rule.parts), "part of it")
    days = pack.dates
    if days is not None:
        listed = [one for one in (days.since, days.since_latest, days.until) if one is not None]
        if listed != sorted(listed):
            yield "dates", "its days are not in order"


def steps(pack: Pack) -> Found:
    """Steps that the record does not know."""
    for number, step in enumerate(pack.procedure.steps):
        if step.id not in STEPS:
            yield f"procedure.steps.{number}.id", f"{step.id} is none of: {', '.join(STEPS)}"


def given(pack: Pack) -> Found:
    """Grants that give nothing."""
    for number, grant in enumerate(pack.authority):
        if sum((bool(grant.role), bool(grant.up), grant.bars)) != 1:
            yield (
                f"authority.{number}",
                "it names a role, raises by `up`, or bars: one of the three",
            )
