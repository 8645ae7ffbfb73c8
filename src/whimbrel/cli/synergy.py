"""`whimbrel synergy`: where conventions meet, and what to do about it."""

import click

from whimbrel.cli import synergy_record


@click.group()
def synergy() -> None:
    """Where conventions meet: each answer has its rule, its sources and its date.

    It is a proposal with its reasons; people decide.
    """


synergy_record.add(synergy)
