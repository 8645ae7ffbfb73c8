"""What the commands that use the record have in common: who acts, why, and what is said when it
cannot be done."""

import os
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import TypeVar

import click

from whimbrel.cli.files import fail

F = TypeVar("F", bound=Callable[..., object])


def by(*, required: bool = True) -> Callable[[F], F]:
    """The option `--by`; where it is not required, the public asks."""
    return click.option(
        "--by",
        envvar="WHIMBREL_PERSON",
        required=required,
        metavar="EMAIL",
        help="Who acts, by the address they are entered under; WHIMBREL_PERSON says it once.",
    )


def reason() -> Callable[[F], F]:
    """The option `--reason`."""
    return click.option(
        "--reason", default="", metavar="WORDS", help="Why; it is kept in the ledger."
    )


@contextmanager
def opened(*, empty: bool = False) -> Iterator[None]:
    """The record, ready for use; a refusal is told and ends the command.

    `empty`: the tables need not be there yet.
    """
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "whimbrel.site.settings")
    import django
    from django.db import DatabaseError

    django.setup()
    from whimbrel.acts.house import is_there
    from whimbrel.acts.refused import Refused
    from whimbrel.queries.documents import Hidden

    try:
        if not empty and not is_there():
            fail("there is no house here yet: make one with `whimbrel house EMAIL NAME`")
        yield
    except (Refused, Hidden) as refusal:
        fail(str(refusal))
    except DatabaseError as error:
        fail(f"the database says: {str(error).strip()}; nothing was changed")
