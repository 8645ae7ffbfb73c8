"""Ten thousand invented applicants through twenty schemes, each with its reasons, beside a reading
of the criteria one by one; in a process of its own, so that its memory is its own. Seconds are
those of one core."""

import json
import resource
import subprocess
import sys
import time
from datetime import date

from bench.result import Result

APPLICANTS, SCHEMES = 10_000, 20
SECONDS, MEGABYTES = 2.0, 300
ROUNDS = 3
OPENS = date(2026, 3, 23)


def bench() -> Result:
    """Run it."""
    ran = subprocess.run(
        [sys.executable, "-m", "bench.schemes"], capture_output=True, text=True, check=True
    )
    said = json.loads(ran.stdout)
    ours, plain = min(said["ours"]), min(said["plain"])
    wrong = []
    if said["differ"]:
        wrong.append(f"{said['differ']} answers are others than those of the plain reading")
    if min(said["outcomes"].values(), default=0) == 0 or len(said["outcomes"]) < 4:
        wrong.append("hardly any outcome but one: the applicants try nothing")
    if max(said["ours"]) > 5 * ours:
        wrong.append(f"times between {ours:.2f} and {max(said['ours']):.2f} s")
    return Result(
        name=f"schemes: {APPLICANTS:,} applicants through {SCHEMES} schemes, with reasons",
        lines=(
            f"ours {ours:.2f} s (best of {ROUNDS}), criteria alone one by one {plain:.2f} s, "
            f"ratio {plain / ours:.2f}; floor {SECONDS} s",
            f"{said['megabytes']:.0f} MB; floor {MEGABYTES} MB; made ready apart "
            f"{said['ready']:.2f} s",
            "outcomes: " + ", ".join(f"{k} {v:,}" for k, v in sorted(said["outcomes"].items())),
        ),
        met=ours < SECONDS and said["megabytes"] < MEGABYTES,
        wrong=tuple(wrong),
    )


def measured() -> dict[str, object]:
    """What this process measures."""
    from collections import Counter

    from whimbrel.admission.eligibility import assess
    from whimbrel.admission.outcome import Assessment, Outcome
    from whimbrel.admission.pool import pool
    from whimbrel.admission.rules import against
    from whimbrel.admission.schemes import schemes, subjects_of
    from whimbrel.procedures.criterion import Effect, holds
    from whimbrel.procedures.known import Known

    started = time.process_time()
    applicants = [
        one.applicant for one in pool(APPLICANTS, opens=OPENS, subject="migratory species")
    ]
    listed = [one for one in schemes() if not one.version][:SCHEMES]
    ready = time.process_time() - started
    subjects = subjects_of("cms")

    def ours() -> list[Assessment]:
        return [
            assess(one, scheme, host="cms", opens=OPENS, parties_present=100, parties_all=130)
            for scheme in listed
            for one in applicants
        ]

    def plain() -> list[frozenset[str]]:
        """Every criterion that refuses, asked as it stands, without anything made ready."""
        found = []
        tables = [one.values() for one in applicants]
        for scheme in listed:
            lines = [
                against(one, subjects if scheme.body != "cms" else ())
                for one in scheme.criteria if one.status is not Known.UNKNOWN
            ]  # fmt: skip
            for values in tables:
                refused = set()
                for one in lines:
                    if one.concerns is not None and holds(one.concerns, values) is not True:
                        continue
                    if one.effect is Effect.WAIT:
                        if one.final is not None and holds(one.final, values):
                            refused.add(one.id)
                    elif holds(one.test, values) is False and not one.discretionary:
                        refused.add(one.id)
                found.append(frozenset(refused))
        return found

    times: dict[str, list[float]] = {"ours": [], "plain": []}
    answers = ours()
    for _ in range(ROUNDS):
        for name, run in (("ours", ours), ("plain", plain)):
            started = time.process_time()
            run()
            times[name].append(time.process_time() - started)
    differ = sum(
        one.outcome is Outcome.REJECT and {each.criterion for each in one.reasons} != refused
        for one, refused in zip(answers, plain(), strict=True)
    )
    return {
        **times,
        "ready": ready,
        "differ": differ,
        "outcomes": Counter(one.outcome.value for one in answers),
        "megabytes": resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024,
    }


if __name__ == "__main__":
    print(json.dumps(measured()))
