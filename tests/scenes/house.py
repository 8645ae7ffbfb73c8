"""The demo house, with a few days of work in it: what is asked of it, and by whom."""

import datetime
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from django.core.cache import cache
from django.core.management import call_command
from django.test import override_settings

from tests.record import QUICK
from whimbrel.acts import agreements, documents, engagements, publish, readings, talk
from whimbrel.acts.refused import Refused
from whimbrel.demo.house import APPROVER, FOCAL_POINT, FORTNIGHT, OFFICER, fill
from whimbrel.engagements.understood import understand
from whimbrel.queries import documents as kept
from whimbrel.queries.engagements import Filter
from whimbrel.queries.engagements import engagements as listed

WHO = {
    "officer": OFFICER,
    "approver": APPROVER,
    "focal point": FOCAL_POINT,
    "partner": "partner@example.org",
    "auditor": "auditor@example.org",
    "public": "",
}
DOCUMENT = "UNEP/CMS/COP15/Doc.18.1"


@contextmanager
def opened() -> Iterator[None]:
    """A demo house, made once for all that is asked of it, and gone afterwards."""
    cache.clear()
    with tempfile.TemporaryDirectory() as folder:
        head = Path(folder) / "scenes.head"
        with override_settings(PASSWORD_HASHERS=QUICK, LEDGER_HEAD=head):
            try:
                fill(datetime.date.today())
                work()
                yield
            finally:
                call_command("flush", verbosity=0, interactive=False, allow_cascade=False)


def key(words: str) -> str:
    """The key of the engagement with these words in its title."""
    (one,) = listed(OFFICER, Filter(q=words)).rows
    return one.key


def work() -> None:
    """A few days of work: what the demo house has none of. Its facts stay as the document has
    them; what is made up says so."""
    engagements.record(
        OFFICER, "paragraph 3 only announces the others", "Numerous processes of the UN",
        kind="cooperation", partners=("UNEP",), umbrella=True, evidence=(f"{DOCUMENT}#para_3",),
    )  # fmt: skip
    engagements.record(
        OFFICER, "made up: nobody kept a note", "A call on stopover sites", kind="consultation",
        partners=("Ramsar",), since="2026-02",
    )  # fmt: skip
    made_up = agreements.record(
        OFFICER, "made up: renewed in time", "Plan of a flyway office", kind="work-plan",
        since="2024-07", until="2026-06",
    )  # fmt: skip
    agreements.renew(
        OFFICER, "made up: renewed in time", made_up, name="Second plan of a flyway office",
        since="2026-07", until="2030", seen=0,
    )  # fmt: skip
    ocean = key("Ocean Conference")
    publish.publish(APPROVER, "paragraph 9 is public", "engagement", ocean)
    engagements.correct(
        OFFICER, "the host asked for it", key("Bonn"), {"place": "Bonn, by the Rhine"}, seen=0
    )
    with suppress(Refused):
        publish.publish(OFFICER, "I would like to show it", "engagement", key("UNEA-6)"))
    with suppress(Refused):
        publish.publish(APPROVER, "paragraph 38 is public", "engagement", key("Outreach"))
    about = f"engagement {ocean}"
    talk.ask(
        OFFICER, "for the report", about, "Who spoke for us in Nice?", of=APPROVER,
        day=datetime.date.today() + FORTNIGHT,
    )  # fmt: skip
    talk.ask(
        APPROVER, "made up", f"engagement {key('Bonn')}", "Is this the name that the town uses?",
        of=OFFICER, day=datetime.date.today() + FORTNIGHT,
    )  # fmt: skip
    talk.answer(APPROVER, "", about, 1, "The Secretariat took part; the document names nobody.")


def deposit(file: Path) -> None:
    """The document itself comes: its sure readings are taken, and what it says of views."""
    symbol = documents.deposit(
        OFFICER, "by mail", understand(file.read_bytes(), name=file.name)
    ).symbol
    readings.accept_sure(OFFICER, "looked through", symbol)
    for one in kept.readings(OFFICER, symbol, kind="positions"):
        if one.state == "proposed":
            named = readings.Named(symbol=symbol, kind="positions", place=one.place)
            readings.judge(OFFICER, "its words", named, "accept", seen=one.change)
