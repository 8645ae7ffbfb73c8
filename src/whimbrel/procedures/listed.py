"""The procedures that are known besides schemes of admission, and one by its id."""

from functools import cache

from whimbrel.procedures.checked import load
from whimbrel.procedures.procedure import Procedure


@cache
def procedures() -> tuple[Procedure, ...]:
    """Every procedure of the facts in every version, in the order of the files."""
    return load("procedures/*.yaml", Procedure)


def versions(name: str) -> tuple[Procedure, ...]:
    """The versions of the procedure with an id. KeyError: there is none."""
    found = tuple(one for one in procedures() if one.id == name)
    if not found:
        raise KeyError(name)
    return found
