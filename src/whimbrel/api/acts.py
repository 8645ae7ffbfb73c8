"""Every act under its name, but for those that are not done by programs."""

from importlib import import_module
from typing import Any

from ninja import Router

from whimbrel.acts.every import every
from whimbrel.api import values
from whimbrel.api.writes import writes

LEFT_OUT = {
    "documents.deposit": "a file is dropped (`intake.drop`): a worker reads and deposits it",
    "documents.read_again": "the terminal and the page of a document have kept files read again",
    "house.back_up": "the terminal makes backups, and notes that it did",
    "partnership.bring": "a file is brought at the page of a partnership",
    "partnership.delegate": "a token that is lost must not give anybody authority",
    "imports.bring": "a file is brought from the terminal, where it was tried first",
    "people.change_role": "a token that is lost must not make its finder an administrator",
    "people.clear_factors": "second factors are taken away by a person at a page",
    "people.come_back": "it gives a password: a person at a page takes it",
    "people.enter": "it gives a password: a person at a page takes it",
    "admission.bring": "a file is brought at the page of an application",
    "contribution.bring": "a form is brought back at the page of a report on contributions",
    "people.leave": "a token that is lost must not shut anybody out",
    "people.set_password": "it gives a password: a person at a page takes it",
    "lists.bring_in": "a list is a file: the terminal and the page of screening bring it in",
    "screening.go_on": "a worker goes on with what was begun",
    "people.shred": "what is shredded is gone: a person at the terminal does it",
    "tables.bring_in": "a spreadsheet is looked through at a page before it is entered",
    "tables.keep_mapping": "columns are told apart at that page",
    "tokens.make": "a token that is lost must not make others",
}
"""Act -> why it has no address here."""
BY_HAND = frozenset({"intake.drop", "readings.judge", "reports.receive"})
"""Acts whose addresses are made in rooms of their own: they need more than JSON can say."""

router = Router()


ROOMS = {
    "admission": (
        "applying",
        "voicing",
        "examining",
        "circulating",
        "deciding",
        "holding",
    ),
    "contribution": ("contribution", "contribution_taken"),
    "drafts": ("drafts", "adopting", "weighed"),
    "mandates": ("mandates", "answers", "ending"),
    "partnership": ("needing", "vetting", "clearing", "signing", "running"),
    "records": ("publish", "talk"),
    "reports": ("reports", "sending", "returning"),
}
"""Acts whose rooms have other names."""


def function(name: str) -> Any:
    """The function of an act, whichever room it is in."""
    room, _, deed = name.partition(".")
    for each in ROOMS.get(room, (room,)):
        found = getattr(import_module(f"whimbrel.acts.{each}"), deed, None)
        if found is not None:
            return found
    raise LookupError(f"{name} is in no room of acts: say in ROOMS where")


for one in every().values():
    if one.name not in LEFT_OUT and one.name not in BY_HAND:
        writes(router, one, function(one.name), values=values.of(one.name))
