"""Typesetting: the one place that calls typst."""

from collections.abc import Mapping
from typing import Literal

import typst

DOTS_PER_INCH = 200.0
"""Of pictures."""
Refused = typst.TypstError


def typeset(
    files: Mapping[str, bytes],
    form: Literal["pdf", "png"],
    *,
    standard: Literal["ua-1"] | None = None,
) -> bytes:
    """What typst makes of `main.typ` and the files beside it. `Refused` where the pages cannot keep
    to the standard asked for."""
    # The package has no type for files by name.
    made = typst.compile(  # type: ignore[call-overload]
        dict(files),
        format=form,
        ppi=DOTS_PER_INCH,
        pdf_standards=[standard] if standard else [],
    )
    assert isinstance(made, bytes)
    return made
