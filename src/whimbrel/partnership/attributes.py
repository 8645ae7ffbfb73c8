"""What the tests of a pack may ask of a case, besides the answers to its questions."""

from collections.abc import Mapping

from whimbrel.partnership.policy import Money, Pack
from whimbrel.procedures.criterion import Values

OF_CASE: Mapping[str, str] = {
    "category": "id of a category of partners",
    "modality": "id of a modality",
    "instrument": "id of a kind of agreement",
    "direction": "where the money goes: in, out, both, none, in kind",
    "value": "worth in US dollars",
    "risk": "id of a level of risk, as a person has rated it",
    "level": "id of the level of due diligence that the case demands",
    "track": "id of the track of the case",
    "profit": "profit or non-profit",
    "flags": "flags that are up: red, sanctions, excluded, escalated, observation",
    "relied_on": "whether what another UN body has verified is relied on",
    "mandate_linked": "whether it is linked to a mandate or an item of the programme of work",
    "selection": "open, direct, unsolicited or none",
    "justified": "whether a direct selection has its reason in writing",
    "screened": "whether names were looked up and every match was judged",
    "vetted": "whether a due diligence of the level is done and in date",
    "cleared": "whether the due diligence was reviewed and cleared",
    "mitigated": "whether measures against the risks are agreed",
    "signatory_checked": "whether who signs for the partner is authorized",
    "separated": "whether requester, assessor and approver are apart, or an exception is declared",
    "tranche_due": "whether what the next payment hangs on is there",
    "excluded": "whether a criterion of exclusion applies",
}
"""Attribute -> what it says. One that is not given is not known."""


def direction(pack: Pack, modality: str | None) -> str | None:
    """Where the money goes under a modality; None: the pack does not know the modality."""
    found = next((one for one in pack.modalities if one.id == modality), None)
    return None if found is None else found.money.value


def given(
    pack: Pack,
    *,
    category: str | None = None,
    modality: str | None = None,
    value: float | None = None,
    risk: str | None = None,
    answers: Values | None = None,
) -> dict[str, object]:
    """What tests are held against: what is known of a case, with its answers. `value` in US
    dollars; where no money flows it is nought."""
    way = direction(pack, modality)
    worth = 0.0 if value is None and way == Money.NONE else value
    named: dict[str, object] = {
        "category": category, "modality": modality, "direction": way, "value": worth, "risk": risk,
    }  # fmt: skip
    known = {name: one for name, one in named.items() if one is not None}
    return {**(answers or {}), **known}
