"""Typesetting: the one place that calls typst."""

import base64
import json
import os
import subprocess
import sys
from collections.abc import Mapping
from typing import Literal

import typst

DOTS_PER_INCH = 200.0
"""Of pictures."""
Form = Literal["pdf", "png"]
Standard = Literal["ua-1"]
REFUSED = 3
"""The status of a process of its own whose pages were refused."""


class Refused(Exception):
    """Pages that typst does not set, with what it says."""


class Threads:
    """The process in which typst has its threads: a process that is forked off later has none of
    them, and would wait for ever."""

    process: int | None = None


def typeset(files: Mapping[str, bytes], form: Form, *, standard: Standard | None = None) -> bytes:
    """What typst makes of `main.typ` and the files beside it. Refused where the pages cannot keep
    to the standard asked for."""
    Threads.process = Threads.process or os.getpid()
    if Threads.process != os.getpid():
        return apart(files, form, standard)
    try:
        # The package has no type for files by name.
        made = typst.compile(  # type: ignore[call-overload]
            dict(files),
            format=form,
            ppi=DOTS_PER_INCH,
            pdf_standards=[standard] if standard else [],
        )
    except typst.TypstError as error:
        raise Refused(str(error)) from error
    assert isinstance(made, bytes)
    return made


def apart(files: Mapping[str, bytes], form: Form, standard: Standard | None) -> bytes:
    """The same in a process of its own."""
    coded = {name: base64.b64encode(data).decode() for name, data in files.items()}
    asked = json.dumps({"files": coded, "form": form, "standard": standard})
    command = [sys.executable, "-m", "whimbrel.writing.typesetting"]
    done = subprocess.run(command, input=asked.encode(), capture_output=True)  # noqa: S603 (our own)
    if done.returncode:
        raise Refused(done.stderr.decode(errors="replace").strip())
    return done.stdout


def main() -> int:
    """Set what stands on stdin and write it to stdout."""
    asked = json.load(sys.stdin)
    files = {name: base64.b64decode(data) for name, data in asked["files"].items()}
    try:
        made = typeset(files, asked["form"], standard=asked["standard"])
    except Refused as error:
        sys.stderr.write(str(error))
        return REFUSED
    sys.stdout.buffer.write(made)
    return 0


if __name__ == "__main__":
    sys.exit(main())
