"""Run the benchmarks: `python -m bench [NAME ...]`. Status 1 where a figure means nothing."""

import argparse
import importlib
import os
import sys

from bench.result import Result

BENCHES = (
    "startup", "docx", "pdf", "citations", "names", "lineage", "compose", "report", "whole_report",
    "memory", "bulk", "schemes", "screening", "synergy", "house",
)  # fmt: skip


def main() -> int:
    """Run those that were named, or all; print each as it ends."""
    parser = argparse.ArgumentParser(prog="python -m bench", description=__doc__)
    parser.add_argument("names", nargs="*", choices=[*BENCHES, []], metavar="NAME")
    parser.add_argument("--strict", action="store_true", help="status 1 below a floor as well")
    parser.add_argument("--quick", action="store_true", help="the house a twentieth of its size")
    options = parser.parse_args()
    if options.quick:
        os.environ["WHIMBREL_BENCH_QUICK"] = "1"
    bad = False
    for name in options.names or BENCHES:
        result: Result = importlib.import_module(f"bench.{name}").bench()
        show(result)
        bad = bad or bool(result.wrong) or (options.strict and not result.met)
    return 1 if bad else 0


def show(result: Result) -> None:
    """Print one result."""
    print(f"\n{result.name}")
    for line in result.lines:
        print(f"  {line}")
    if not result.met:
        print("  BELOW THE FLOOR")
    for why in result.wrong:
        print(f"  THIS FIGURE MEANS NOTHING: {why}")
    sys.stdout.flush()


if __name__ == "__main__":
    sys.exit(main())
