"""Score the reader on everything that is shared: `python -m measure --help`."""

import argparse
import sys
import tempfile
from pathlib import Path

from measure import forms, lineage, others, resolutions, screening, versions
from measure.shared import Missing


def main() -> int:
    """Print all tables. Status 1 where something is missing."""
    parser = argparse.ArgumentParser(prog="python -m measure", description=__doc__)
    parser.add_argument("--seeds", default="1,2,3", help="surfaces to render, comma separated")
    parser.add_argument("--kinds", default=",".join(resolutions.KINDS), help="forms to render")
    options = parser.parse_args()
    seeds, kinds = options.seeds.split(","), options.kinds.split(",")
    with tempfile.TemporaryDirectory(prefix="whimbrel-measure-") as name:
        folder = Path(name)
        try:
            resolutions.measure(folder, seeds=seeds, kinds=kinds)
            for kind in kinds:
                versions.measure(folder / f"read{seeds[0]}", kind=kind)
            forms.measure(folder)
            others.measure(folder)
            lineage.measure()
            screening.measure()
        except Missing as missing:
            print(missing, file=sys.stderr)
            return 1
    return 0


if __name__ == "__main__":
    sys.exit(main())
