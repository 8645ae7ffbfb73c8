"""Real documents without gold: whether they are read at all, and what is found in them."""

from collections import Counter
from pathlib import Path

from measure.shared import load, read_folder, shared


def measure(folder: Path) -> None:
    """Read each folder of the corpus that has no gold, and count."""
    print("\nOther real documents, no gold: only counted")
    print(f"  {'file':<52} paragraphs  items  headings  notes  citations")
    for name in ("mea", "ipbes"):
        files, out = shared("corpus", name), folder / name
        took = read_folder(files, out)
        for file in sorted(files.iterdir()):
            row(file, out / f"{file.stem}.json")
        print(f"  {name}: {took:.1f} s")


def row(file: Path, read: Path) -> None:
    """One line of the table."""
    if not read.exists():
        print(f"  {file.name[:52]:<52} not read")
        return
    nodes = load(read)["nodes"]
    kinds = Counter(node["kind"] for node in nodes)
    numbered = sum(node["kind"] == "paragraph" and bool(node["label_path"]) for node in nodes)
    cited = sum(len(node["citations"]) for node in nodes)
    print(
        f"  {file.name[:52]:<52} {numbered:>10} {kinds['item']:>6} {kinds['heading']:>9}"
        f" {kinds['note']:>6} {cited:>10}"
    )
