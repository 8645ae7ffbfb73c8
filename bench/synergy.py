"""All pairs of conventions and of countries by what they share, beside DuckDB and polars on the
same input, taking turns in one run: 200 countries, 40,000 taxa, 20 conventions. What is asked again
and again is timed, the making ready is told apart; answers are checked equal before any figure
counts. DuckDB has all cores, ours and polars one."""

import os
import tempfile
import time

import numpy as np

from bench.result import Result, implausible, interleaved, medians

COUNTRIES, TAXA, CONVENTIONS = 200, 40_000, 20
LISTED, RANGE, PARTIES = 0.15, 0.04, 0.7
"""Shares: of the taxa that a convention lists, of the countries that a taxon lives in, of the
countries that are Parties."""
FLOOR, ROUNDS, SEED = 0.25, 7, 20260323
ASKED = """
select a.grp, b.grp, count(*) from {table} a join {table} b on a.member = b.member
 where a.grp <= b.grp group by a.grp, b.grp
"""
"""Each pair once, as ours counts it."""


def bench() -> Result:
    """Run it."""
    os.environ.setdefault("POLARS_MAX_THREADS", "1")
    import duckdb
    import polars

    from whimbrel.synergy.shared import packed, pairs

    rng = np.random.default_rng(SEED)
    flags = {
        "listings": rng.random((CONVENTIONS, TAXA)) < LISTED,
        "parties": rng.random((CONVENTIONS, COUNTRIES)) < PARTIES,
        "ranges": rng.random((COUNTRIES, TAXA)) < RANGE,
    }
    started = time.perf_counter()
    bits = {name: packed(one) for name, one in flags.items()}
    ready = time.perf_counter() - started
    base = duckdb.connect()
    frames = {}
    for name, one in flags.items():
        group, member = np.nonzero(one)
        frames[name] = polars.DataFrame(
            {"grp": group.astype(np.int32), "member": member.astype(np.int32)}
        )
        with tempfile.TemporaryDirectory() as folder:
            path = f"{folder}/{name}.parquet"
            frames[name].write_parquet(path)
            base.execute(f"create table {name} as select * from '{path}'")  # noqa: S608 (ours)

    def ours() -> dict[str, np.ndarray]:
        return {name: pairs(one) for name, one in bits.items()}

    def by_duckdb() -> dict[str, np.ndarray]:
        return {
            name: squared(base.execute(ASKED.format(table=name)).fetchnumpy().values(), one)
            for name, one in flags.items()
        }

    def by_polars() -> dict[str, np.ndarray]:
        found = {}
        for name, one in frames.items():
            both = one.join(one, on="member").filter(polars.col("grp") <= polars.col("grp_right"))
            met = both.group_by("grp", "grp_right").len()
            columns = (met[column].to_numpy() for column in ("grp", "grp_right", "len"))
            found[name] = squared(columns, flags[name])
        return found

    answers = {"ours": ours(), "DuckDB": by_duckdb(), "polars": by_polars()}
    wrong = [
        f"{who} counts otherwise: {name}"
        for who, found in answers.items()
        for name in flags
        if not np.array_equal(found[name], answers["ours"][name])
    ]
    times = interleaved({"ours": ours, "DuckDB": by_duckdb, "polars": by_polars}, rounds=ROUNDS)
    middle = medians(times)
    ratio = middle["ours"] / middle["DuckDB"]
    rows = ", ".join(f"{name} {int(one.sum()):,}" for name, one in flags.items())
    return Result(
        name=f"synergy: all pairs of {CONVENTIONS} conventions and {COUNTRIES} countries over "
        f"{TAXA:,} taxa",
        lines=(
            f"rows: {rows}; made ready in {1000 * ready:.0f} ms, "
            f"{sum(one.nbytes for one in bits.values()) / 1e6:.1f} MB",
            *(f"{who} {1000 * taken:.1f} ms" for who, taken in middle.items()),
            f"ours is {ratio:.3f} of DuckDB (floor {FLOOR}), "
            f"{middle['ours'] / middle['polars']:.3f} of polars",
        ),
        met=ratio <= FLOOR,
        wrong=(*wrong, *implausible(times)),
    )


def squared(columns, like: np.ndarray) -> np.ndarray:
    """(one, other, number) in columns -> groups x groups."""
    one, other, number = columns
    found = np.zeros((len(like), len(like)), dtype=np.int64)
    found[one, other] = number
    return found | np.tril(found.T, -1)
