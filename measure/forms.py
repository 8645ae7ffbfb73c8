"""The seed document in its four forms must read alike."""

from collections import Counter
from collections.abc import Callable
from pathlib import Path
from typing import Any

from measure.shared import load, read_folder, shared

Found = Counter[Any]


def measure(folder: Path) -> None:
    """Read the four forms, and print where one differs from the first."""
    seed, out = shared("seed"), folder / "forms"
    inputs = folder / "forms-in"
    for file in sorted(seed.iterdir()):
        # Two forms are Word files with one stem, and the reader writes STEM.json.
        if file.name != "README.md" and file.suffix in (".docx", ".md", ".pdf"):
            name = "-".join(file.name.rsplit(".", 2 if file.suffix == ".docx" else 1)[1:])
            (inputs / name).mkdir(parents=True)
            (inputs / name / f"{name}{file.suffix}").write_bytes(file.read_bytes())
    print("\nThe seed document in its four forms")
    read = {}
    for form in sorted(inputs.iterdir()):
        read_folder(form, out)
        if (out / f"{form.name}.json").exists():
            read[form.name] = load(out / f"{form.name}.json")
        else:
            print(f"  {form.name}: could not be read")
    for what, sort in SORTS.items():
        compare(what, {form: sort(each["nodes"]) for form, each in read.items()})


def compare(what: str, found: dict[str, Found]) -> None:
    """How many each form has, and what one has that most have not, or the other way round."""
    counts = ", ".join(f"{form} {each.total()}" for form, each in found.items())
    first, *others = found.values()
    same = all(other == first for other in others)
    print(f"  {what}: {counts}{' (the same)' if same else ' (NOT the same)'}")
    if same:
        return
    every = Counter[Any]()
    for each in found.values():
        every |= each
    for form, each in found.items():
        for lacking in sorted(map(str, (every - each).elements()))[:8]:
            print(f"      {form} lacks {lacking[:110]}")


def squeezed(text: str) -> str:
    """Letters and digits: dashes and quotation marks differ between forms."""
    return "".join(filter(str.isalnum, text))


def of_kind(*kinds: str) -> Callable[[list[dict[str, Any]]], Found]:
    """Label path and words of the nodes of some kinds."""

    def sort(nodes: list[dict[str, Any]]) -> Found:
        chosen = [node for node in nodes if node["kind"] in kinds]
        return Counter((*node["label_path"], squeezed(node["text"])) for node in chosen)

    return sort


def numbered(nodes: list[dict[str, Any]]) -> Found:
    """Numbered paragraphs."""
    return of_kind("paragraph")([node for node in nodes if node["label_path"]])


def headings(nodes: list[dict[str, Any]]) -> Found:
    """Headings with their place in the tree: the address holds the levels."""
    chosen = [node for node in nodes if node["kind"] == "heading"]
    return Counter((node["address"], squeezed(node["text"])) for node in chosen)


def citations(nodes: list[dict[str, Any]]) -> Found:
    """What is cited, and where."""
    return Counter(
        (node["address"], cited["target"] or squeezed(cited["surface"]))
        for node in nodes
        for cited in node["citations"]
    )


SORTS: dict[str, Callable[[list[dict[str, Any]]], Found]] = {
    "numbered paragraphs": numbered,
    "items": of_kind("item"),
    "decisions": of_kind("decision"),
    "addressee lines": of_kind("directed"),
    "headings": headings,
    "citations": citations,
}
