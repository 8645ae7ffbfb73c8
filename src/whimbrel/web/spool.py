"""Files that wait while somebody looks at what they would bring in: each is for the person who sent
it, and gone after a day."""

import json
import re
import secrets
import time
from dataclasses import dataclass
from pathlib import Path

from django.conf import settings

DAY = 24 * 60 * 60
MOST = 20
"""So many files of one person wait; the oldest make room."""
NAME = re.compile(r"[0-9a-f]{32}")


@dataclass(frozen=True, slots=True, kw_only=True)
class Waiting:
    """A file that waits."""

    name: str
    data: bytes


def keep(by: str, name: str, data: bytes) -> str:
    """Keep a file for a person. The random word under which it waits."""
    place = folder()
    sweep(by)
    word = secrets.token_hex(16)
    write(place / f"{word}.data", data)
    # Written last: a file without it is none, and is swept away.
    write(place / f"{word}.json", json.dumps({"by": by, "name": name}).encode())
    return word


def waiting(by: str, word: str) -> Waiting | None:
    """The file that waits under a word; None where there is none, or it is somebody else's."""
    if not NAME.fullmatch(word) or told(folder() / f"{word}.json").get("by") != by:
        return None
    try:
        data = (folder() / f"{word}.data").read_bytes()
        since = (folder() / f"{word}.data").stat().st_mtime
    except OSError:
        return None
    if time.time() - since > DAY:
        drop(word)
        return None
    return Waiting(name=str(told(folder() / f"{word}.json").get("name")), data=data)


def drop(word: str) -> None:
    """Take a file away."""
    for suffix in ("json", "data"):
        (folder() / f"{word}.{suffix}").unlink(missing_ok=True)


def sweep(by: str) -> None:
    """Take away what has waited for a day, and what is too much of one person."""
    own = []
    for file in folder().glob("*.data"):
        try:
            since = file.stat().st_mtime
        except FileNotFoundError:
            continue
        if time.time() - since > DAY:
            drop(file.stem)
        elif told(file.with_suffix(".json")).get("by") == by:
            own.append((since, file.stem))
    for _, word in sorted(own)[: max(0, len(own) - MOST + 1)]:
        drop(word)


def told(file: Path) -> dict[str, object]:
    """What is kept of a file; nothing where it is gone."""
    try:
        found = json.loads(file.read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return {}
    return found if isinstance(found, dict) else {}


def folder() -> Path:
    """The folder, for nobody else's eyes."""
    place = Path(settings.SPOOL)
    place.mkdir(mode=0o700, parents=True, exist_ok=True)
    return place


def write(file: Path, data: bytes) -> None:
    """Write a file that only we can read."""
    file.touch(mode=0o600)
    file.write_bytes(data)
