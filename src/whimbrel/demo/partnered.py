"""The partnerships of the demo house, played act by act: one that runs, one that waits, one that is
stopped."""

import datetime

from whimbrel.acts import bodies, clearing, needing, running, signing, vetting
from whimbrel.demo.told import Partnered
from whimbrel.queries import partnership

ADMINISTRATOR = "administrator@example.org"
OFFICER, ASSESSOR = "officer@example.org", "assessor@example.org"
APPROVER, CHIEF = "approver@example.org", "chief@example.org"
HOLD = {
    ASSESSOR: "officer", OFFICER: "officer", APPROVER: "head-of-unit", CHIEF: "executive-secretary",
}  # fmt: skip
"""Who holds which role of the authority matrix."""
KINDS = {"ngo": "ngo", "aca": "academic", "pri": "unknown"}
SHOWN = "a register, made up"
YEAR = datetime.timedelta(days=365)
PDF = b"%PDF-1.4 made up"


def play(listed: tuple[Partnered, ...], today: datetime.date) -> None:
    """Give authority, and take each partnership as far as it is told."""
    for email, role in HOLD.items():
        clearing.delegate(
            ADMINISTRATOR, "works in the demo house", email, role, "made-up delegation",
            since=today - YEAR,
        )  # fmt: skip
    for one in listed:
        key = begun(one)
        if one.reaches == "flagged":
            vetting.flag(ASSESSOR, "", key, "red", "reputational", one.flag, seen=turn(key))
        if one.reaches == "signed":
            signed(key, one, today)


def turn(key: str) -> int:
    """How often it was changed."""
    found = partnership.partnership(OFFICER, key)
    return found.row.change if found is not None else 0


def begun(one: Partnered) -> str:
    """The need, and who is chosen."""
    why = f"told in {one.source}"
    key = needing.need(
        OFFICER, why, one.title, one.need, provision=one.provision, workplan=one.workplan,
        pack=one.pack,
    )  # fmt: skip
    body = bodies.enter(OFFICER, why, one.partner, kind=KINDS[one.category])
    needing.select(
        OFFICER, why, key, body, one.category, one.modality, instrument=one.instrument,
        value=one.value, in_currency=one.currency, selection=one.selection,
        justification=one.justification, seen=turn(key),
    )  # fmt: skip
    return key


def signed(key: str, one: Partnered, today: datetime.date) -> None:
    """Vetted, cleared, approved and signed; with what is due, one of it late."""
    vetted(key)
    clearing.complete(CHIEF, "", key, "review", seen=turn(key))
    clearing.clear(CHIEF, "", key, "nothing stands against it", seen=turn(key))
    clearing.approve(APPROVER, "", key, "as cleared", seen=turn(key))
    signing.name_signatory(OFFICER, "", key, "secretariat", "Una Crane", seen=turn(key))
    number = signing.name_signatory(
        OFFICER, "", key, "partner", "Mo Heron", title="Director", seen=turn(key)
    )
    signing.check_signatory(
        ASSESSOR, "", key, number, True, "the statutes let the director sign", shown="statutes",
        seen=turn(key),
    )  # fmt: skip
    signing.sign(CHIEF, "", key, until=today + YEAR, seen=turn(key))
    week = datetime.timedelta(days=7)
    running.plan(
        OFFICER, "", key, "deliverable", "Counts of the first winter", due_on=today - week,
        seen=turn(key),
    )  # fmt: skip
    running.plan(
        OFFICER, "", key, "tranche", "Second half", value="6000", hangs_on=1,
        due_on=today + 8 * week, seen=turn(key),
    )  # fmt: skip
    running.plan(
        OFFICER, "", key, "report", "Final report", due_on=today + 40 * week, seen=turn(key)
    )
    running.publish(
        APPROVER, "shown as an example", key, f"{one.need} A made-up example.", seen=turn(key)
    )


def vetted(key: str) -> None:
    """Documents, answers, and the due diligence concluded at a low risk."""
    found = partnership.partnership(OFFICER, key)
    for need in found.needs if found is not None else ():
        needing.bring(OFFICER, "", key, need.any_of[0], f"{need.id}.pdf", PDF, seen=turn(key))
    clearing.complete(OFFICER, "", key, "documents", seen=turn(key))
    asks = found.vetting.asks if found is not None and found.vetting is not None else ()
    for ask in asks:
        vetting.answer(ASSESSOR, "", key, ask.id, ask.wanted, source=SHOWN, seen=turn(key))
    clearing.complete(ASSESSOR, "", key, "screen", seen=turn(key))
    vetting.assess(ASSESSOR, "", key, "low", "nothing was found", seen=turn(key))
