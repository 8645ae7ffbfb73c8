"""Files in and out: folders looked through, output written whole or not at all, errors that say
what to do."""

import os
import sys
import tempfile
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import NoReturn

import click

from whimbrel.reading.errors import Unreadable
from whimbrel.reading.sniff import READABLE


def fail(message: str) -> NoReturn:
    """Say what is wrong on stderr and leave with status 2."""
    click.echo(f"whimbrel: {message}", err=True)
    raise SystemExit(2)


def warn(message: str) -> None:
    """A remark on stderr."""
    click.echo(f"whimbrel: note: {message}", err=True)


def gathered(paths: Sequence[Path]) -> list[tuple[Path, Path]]:
    """(file, its path below the folder that was named) of every file to read."""
    found: list[tuple[Path, Path]] = []
    for path in paths:
        if not path.is_dir():
            found.append((path, Path(path.name)))
            continue
        inside = sorted(each for each in path.rglob("*") if each.is_file())
        usable = [
            each
            for each in inside
            if each.suffix.lower() in READABLE and not each.name.startswith((".", "~$"))
        ]
        if len(inside) > len(usable):
            warn(f"{path}: {len(inside) - len(usable)} file(s) of other kinds left out")
        found += [(each, each.relative_to(path)) for each in usable]
    return found


def targets(files: Iterable[tuple[Path, Path]], folder: Path, suffix: str) -> dict[str, Path]:
    """file -> the file to write. `Doc.docx` and `Doc.pdf` side by side keep their endings."""
    rows = list(files)
    stems: dict[Path, int] = {}
    for _, inside in rows:
        stems[inside.with_suffix("")] = stems.get(inside.with_suffix(""), 0) + 1
    chosen = {}
    for file, inside in rows:
        alone = stems[inside.with_suffix("")] == 1
        name = inside.with_suffix("").name if alone else inside.name
        chosen[str(file)] = folder / inside.parent / f"{name}.{suffix}"
    return chosen


def write_whole(path: Path, text: str) -> None:
    """Write a file so that it is whole or not there. Unreadable says why it could not be
    written."""
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        handle, name = tempfile.mkstemp(prefix=f".{path.name}.", dir=path.parent)
    except OSError as error:
        raise unwritable(path, error) from error
    try:
        with os.fdopen(handle, "w", encoding="utf-8", newline="\n") as stream:
            stream.write(text)
        Path(name).chmod(0o666 & ~umask())
        Path(name).replace(path)
    except OSError as error:
        Path(name).unlink(missing_ok=True)
        raise unwritable(path, error) from error


def umask() -> int:
    """The mask for new files; reading it means setting it."""
    mask = os.umask(0o022)
    os.umask(mask)
    return mask


def unwritable(path: Path, error: OSError) -> Unreadable:
    """The refusal of an output that cannot be written."""
    return Unreadable(
        path,
        f"it cannot be written ({error.strerror or error})",
        "Choose another place with -o; nothing was written",
    )


def show(text: str) -> None:
    """Print to stdout as UTF-8, whatever the terminal thinks; a reader that went away is no
    error."""
    try:
        sys.stdout.buffer.write(text.encode("utf-8"))
        sys.stdout.buffer.flush()
    except BrokenPipeError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
