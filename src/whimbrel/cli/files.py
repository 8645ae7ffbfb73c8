"""Files in and out: folders looked through, output written whole or not at all, errors that say
what to do."""

import os
import sys
import tempfile
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
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


def gathered(paths: Sequence[Path], output: Path | None = None) -> list[tuple[Path, Path]]:
    """(file, its path below the folder that was named) of every file to read, each once.

    What an earlier run wrote to `output` inside a folder is no input.
    """
    found: dict[Path, tuple[Path, Path]] = {}
    for path in paths:
        if not path.is_dir():
            found.setdefault(path.resolve(), (path, Path(path.name)))
            continue
        written = output.resolve() if output and output.resolve() != path.resolve() else None
        inside = [
            each
            for each in sorted(path.rglob("*"))
            if each.is_file() and not hidden(each, path) and written not in each.resolve().parents
        ]
        left = [each.name for each in inside if not is_document(each)]
        if left:
            names = ", ".join(left[:5]) + (", ..." if len(left) > 5 else "")
            warn(f"{path}: {len(left)} file(s) of other kinds left out: {names}")
        for each in inside:
            if is_document(each):
                found.setdefault(each.resolve(), (each, each.relative_to(path)))
    return list(found.values())


def hidden(file: Path, folder: Path) -> bool:
    """True for files that programs keep for themselves: `.git/...`, `~$Doc.docx`."""
    return any(part.startswith((".", "~$")) for part in file.relative_to(folder).parts)


def is_document(file: Path) -> bool:
    """True for a file with a known ending, and for Word and PDF files under any name."""
    if file.suffix.lower() in READABLE:
        return True
    try:
        with file.open("rb") as stream:
            return stream.read(5).startswith((b"PK\x03\x04", b"%PDF-"))
    except OSError:
        return False


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


def write_whole(path: Path, content: str | bytes) -> None:
    """Write a file so that it is whole or not there; text as UTF-8. Unreadable says why it could
    not be written."""
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        handle, name = tempfile.mkstemp(prefix=f".{path.name}.", dir=path.parent)
    except OSError as error:
        raise unwritable(path, error) from error
    try:
        with os.fdopen(handle, "wb") as stream:
            stream.write(content.encode() if isinstance(content, str) else content)
        Path(name).chmod(0o666 & ~umask())
        Path(name).replace(path)
    except OSError as error:
        Path(name).unlink(missing_ok=True)
        raise unwritable(path, error) from error


@contextmanager
def private() -> Iterator[None]:
    """What is made meanwhile nobody else on the machine reads: a house holds what passwords are
    checked with."""
    before = os.umask(0o077)
    try:
        yield
    finally:
        os.umask(before)


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
    except OSError as error:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        fail(f"stdout: it cannot be written ({error.strerror or error}). Write to a file with -o")
