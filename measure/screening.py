"""Screening: how well names are told apart, how many variants are found, how often admitted
organizations raise an alarm."""

import csv
import random
from bisect import bisect_left, bisect_right
from collections.abc import Callable
from pathlib import Path

from measure.shared import shared
from measure.variants import MAKERS
from whimbrel.screening import Asked, Kind, Screener, lists, score, screener

KINDS = {"Person": Kind.PERSON, "Organization": Kind.BODY, "Company": Kind.BODY,
         "Vessel": Kind.VESSEL}  # fmt: skip
BODIES = ("Organization", "Company")
RECALL = 0.8
SEED, EACH = 7, 2
Row = dict[str, str]


def measure() -> None:
    """Print all tables."""
    print("\nScreening: pairs of names that are or are not one (AUC; specificity at recall 0.8)")
    pairs()
    print("\nScreening: other names of those listed; the right one first, all names indexed")
    aliases()
    print("\nScreening: variants of listed names found, and organizations that raise an alarm")
    alarms()


def pairs() -> None:
    """The rows that have a score of a known matcher, ours beside it; halves show over-fitting."""
    every = rows("screening", "name_bench_cases.csv")
    ours = {id(r): score(r["name1"], r["name2"], KINDS.get(r["schema"], Kind.UNKNOWN)).value
            for r in every}  # fmt: skip
    scored = [row for row in every if row["logicv2_score"]]
    groups = {
        "all with a score": scored,
        "bodies": [row for row in scored if row["schema"] in BODIES],
        "persons": [row for row in scored if row["schema"] == "Person"],
        "first half": scored[::2],
        "second half": scored[1::2],
    }
    for name, group in groups.items():
        mine, theirs = (
            told(group, by) for by in (lambda r: ours[id(r)], lambda r: float(r["logicv2_score"]))
        )
        print(
            f"  {name:<18} {len(group):>4} rows   whimbrel {mine[0]:.3f} {mine[1]:.3f}"
            f"   best open matcher {theirs[0]:.3f} {theirs[1]:.3f}"
        )


def told(group: list[Row], by: Callable[[Row], float]) -> tuple[float, float]:
    """(area under the curve, specificity at recall 0.8)."""
    yes = [by(row) for row in group if row["is_match"] == "true"]
    no = sorted(by(row) for row in group if row["is_match"] == "false")
    area = sum((bisect_left(no, v) + bisect_right(no, v)) / 2 for v in yes) / len(yes) / len(no)
    line = sorted(yes, reverse=True)[max(0, round(len(yes) * RECALL) - 1)]
    return area, bisect_left(no, line) / len(no)


def aliases() -> None:
    """Other names of those listed must lead to their reference."""
    found = of_file()
    every = [
        row for row in rows("screening", "un_list_name_pairs.csv") if row["is_match"] == "true"
    ]
    for kind in ("alias", "original-script"):
        some = [row for row in every if row["kind"] == kind]
        right = 0
        for row in some:
            asked = Asked(name=row["name2"], kind=KINDS.get(row["schema"], Kind.UNKNOWN))
            hits = found.screen(asked, threshold=0.5, most=50)
            best = [one for one in hits if one.score.value >= hits[0].score.value - 1e-9]
            right += any(one.listed.reference == row["ref1"].strip() for one in best)
        print(f"  {kind:<18} {len(some):>5} names, {right / len(some):.3f} right")


def alarms() -> None:
    """Recall on variants by rule, and false alarms of organizations that were admitted, at the
    threshold in use and beside it."""
    every = lists.read(un_list()).listed
    everybody, bodies = (
        screener(every),
        screener(tuple(one for one in every if one.kind is Kind.BODY)),
    )
    values = {name: recalls(everybody, maker, name) for name, maker in MAKERS.items()}
    granted = sorted(
        {row["ngo_name"] for row in rows("orgs", "ecosoc_ngo_committee_events.csv")
         if row["event"] == "granted"}
    )  # fmt: skip
    worst = [
        max((one.score.value for one in bodies.screen(
            Asked(name=name, kind=Kind.BODY), threshold=0.5, most=1)), default=0.0)
        for name in granted
    ]  # fmt: skip
    print(f"  {'threshold':<10}" + "".join(f"{name:>17}" for name in values) + "   alarms")
    for line in (0.72, 0.75, 0.78, 0.80, 0.82, 0.85, 0.88):
        shares = "".join(f"{sum(v >= line for v in found) / len(found):>17.3f}"
                         for found in values.values())  # fmt: skip
        count = sum(v >= line for v in worst)
        print(f"  {line:<10.2f}{shares}   {count} of {len(granted)} ({count / len(granted):.2%})")


def recalls(found: Screener, maker: Callable[[str, random.Random], str], name: str) -> list[float]:
    """The score at which each variant leads to the one whose name it varies; 0 where it does
    not."""
    dice = random.Random(f"{SEED} {name}")  # noqa: S311 (nothing secret)
    out = []
    for listed in found.listed:
        for _ in range(EACH):
            one = listed.names[0].text.split("(")[0].strip()
            variant = maker(one, dice)
            if variant == one or (name == "legal form" and listed.kind is Kind.PERSON):
                continue
            hits = found.screen(Asked(name=variant, kind=listed.kind), threshold=0.4, most=20)
            out.append(max((hit.score.value for hit in hits if hit.listed.key == listed.key),
                           default=0.0))  # fmt: skip
    return out


def un_list() -> Path:
    """The newest sound list that is shared."""
    return shared("reference", "screening", "un_consolidated_2024-09-26.xml")


def of_file() -> Screener:
    """The newest sound list, indexed."""
    return screener(lists.read(un_list()).listed)


def rows(*parts: str) -> list[Row]:
    """The rows of a shared CSV file."""
    with shared("reference", *parts).open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))
