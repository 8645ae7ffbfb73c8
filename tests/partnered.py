"""People with authority, and a partnership that has come so far, for tests."""

import datetime

from tests.record import ADMINISTRATOR, OFFICER
from whimbrel.acts import bodies, clearing, mandates, needing, people, signing, vetting
from whimbrel.queries import asks, bound
from whimbrel.register.models import Body, Instrument, Partnership, Person

SINCE = datetime.date(2020, 1, 1)
ASSESSOR, HEAD, CHIEF = "dee@example.org", "eve@example.org", "fay@example.org"
"""Who assesses, who heads a unit and approves small ones, who signs."""


def staff() -> None:
    """An assessor, a head of unit and an executive secretary, beside the officer."""
    if Person.objects.filter(email=CHIEF).exists():
        return
    people.enter(ADMINISTRATOR, "", ASSESSOR, "Dee", "officer")
    people.enter(ADMINISTRATOR, "", HEAD, "Eve", "approver")
    people.enter(ADMINISTRATOR, "", CHIEF, "Fay", "approver")
    for email, role in (
        (OFFICER, "head-of-unit"), (ASSESSOR, "officer"), (HEAD, "head-of-unit"),
        (CHIEF, "executive-secretary"),
    ):  # fmt: skip
        clearing.delegate(ADMINISTRATOR, "by memo", email, role, "Memo 1", since=SINCE)


def seen(key: str) -> int:
    """How often it was changed."""
    return Partnership.objects.get(key=key).change


def mandate() -> str:
    """A provision that asks for partners."""
    if not Instrument.objects.filter(number="99.1").exists():
        mandates.adopt(OFFICER, "", "99.1", kind="decision")
        mandates.enter(OFFICER, "", "99.1", "99.1 a)", text="Work with others.")
    return "99.1 a)"


def needed(pack: str = "generic-un") -> str:
    """A need that was stated."""
    staff()
    told = "Counts of terns on the coast"
    return needing.need(OFFICER, "", "Terns counted", told, provision=mandate(), pack=pack)


def selected(pack: str = "generic-un", **terms: str) -> str:
    """A partner that was selected: a small grant to an NGO, unless told otherwise."""
    key = needed(pack)
    if not Body.objects.filter(key="tern-trust").exists():
        bodies.enter(OFFICER, "", "Tern Trust", kind="ngo")
    given = {
        "category": "ngo", "modality": "small-grant", "instrument": "small-grant-agreement",
        "selection": "open", "value": "12000", "in_currency": "USD", **terms,
    }  # fmt: skip
    category, modality = given.pop("category"), given.pop("modality")
    needing.select(
        OFFICER, "", key, "tern-trust", category, modality, **given,  # type: ignore[arg-type]
        seen=seen(key),
    )  # fmt: skip
    return key


def papers(key: str) -> None:
    """Every document that the policy may ask for."""
    row = Partnership.objects.get(key=key)
    pack = bound.pack_of(row)
    assert pack is not None
    for one in pack.procedure.documents:
        needing.bring(OFFICER, "", key, one.any_of[0], f"{one.id}.pdf", b"%PDF-1.4", seen=seen(key))
    clearing.complete(OFFICER, "", key, "documents", seen=seen(key))


def answered(key: str, leave: tuple[str, ...] = ()) -> None:
    """Every line of the due diligence, answered as the policy wants it."""
    row = Partnership.objects.get(key=key)
    pack = bound.pack_of(row)
    assert pack is not None
    for one in asks.asked(row, pack, datetime.date.today()):
        if one.id not in leave and not one.value:
            vetting.answer(ASSESSOR, "", key, one.id, one.wanted, source="register", seen=seen(key))


def vetted_(key: str, risk: str = "low") -> None:
    """Documents, answers, and the due diligence concluded."""
    papers(key)
    answered(key)
    clearing.complete(ASSESSOR, "", key, "screen", seen=seen(key))
    vetting.assess(ASSESSOR, "", key, risk, "nothing found", seen=seen(key))


def cleared(key: str) -> None:
    """Reviewed and cleared."""
    clearing.complete(HEAD, "", key, "review", seen=seen(key))
    clearing.clear(HEAD, "", key, "as assessed", seen=seen(key))


def approved(key: str) -> None:
    """Vetted, cleared and approved."""
    vetted_(key)
    cleared(key)
    clearing.approve(HEAD, "", key, "as cleared", seen=seen(key))


def signatories(key: str) -> None:
    """Who signs for both sides, checked."""
    signing.name_signatory(OFFICER, "", key, "secretariat", "Fay", seen=seen(key))
    number = signing.name_signatory(OFFICER, "", key, "partner", "Mo Heron", seen=seen(key))
    signing.check_signatory(
        ASSESSOR, "", key, number, True, "statutes, article 7", shown="statutes", seen=seen(key)
    )


def signed(key: str, until: datetime.date | None = None) -> str:
    """Approved and signed; the agreement."""
    approved(key)
    signatories(key)
    last = until or datetime.date.today() + datetime.timedelta(days=400)
    return signing.sign(CHIEF, "", key, until=last, seen=seen(key))
