"""Language versions of one resolution have the same label paths, and cite the same texts."""

import re
from collections import defaultdict
from pathlib import Path
from typing import Any

from measure.shared import load

LANGUAGE = re.compile(r"-?\d*[EFS]?\.(?P<language>en|fr|es)$")
LABELLED = ("paragraph", "item")


def measure(read: Path, *, kind: str) -> None:
    """Compare what was read of each resolution that is there in several languages."""
    versions: dict[str, dict[str, dict[str, Any]]] = defaultdict(dict)
    for file in sorted((read / kind).glob("*.json")):
        if match := LANGUAGE.search(file.stem):
            versions[file.stem[: match.start()]][match["language"]] = load(file)
    print(f"\nLanguage versions of one resolution, read from {kind}")
    several = {name: found for name, found in versions.items() if len(found) > 1}
    for name, found in several.items():
        print(f"  {name}: {', '.join(found)}")
        compare("label paths", {language: paths(each) for language, each in found.items()})
        compare("references", {language: references(each) for language, each in found.items()})
        noted = {language: references(each, notes=True) for language, each in found.items()}
        if all(noted.values()):
            compare("references in footnotes", noted)
    if not several:
        print("  none in the corpus")


def compare(what: str, found: dict[str, set[Any]]) -> None:
    """One line where all agree, and what each lacks where they do not."""
    every = set.union(*found.values())
    if all(each == every for each in found.values()):
        print(f"    {what}: {len(every)}, the same in all")
        return
    for language, each in found.items():
        for lacking in sorted(map(str, every - each)):
            print(f"    {what}: {language} lacks {lacking}")


def paths(read: dict[str, Any]) -> set[tuple[str, ...]]:
    """Label paths of numbered paragraphs and items."""
    nodes = (node for node in read["nodes"] if node["kind"] in LABELLED)
    return {tuple(node["label_path"]) for node in nodes if node["label_path"]}


def references(read: dict[str, Any], *, notes: bool = False) -> set[str]:
    """Document symbols cited in the text, or in the footnotes, which some surfaces have lost."""
    nodes = (node for node in read["nodes"] if (node["kind"] == "note") is notes)
    targets = (cited["target"] for node in nodes for cited in node["citations"])
    return {target for target in targets if target and "/" in target and "://" not in target}
