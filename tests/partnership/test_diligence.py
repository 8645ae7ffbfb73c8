"""How much a case demands, in three-valued logic, and what its answers come to."""

import pytest

from whimbrel.partnership.diligence import found, needed
from whimbrel.partnership.packs import pack
from whimbrel.partnership.policy import Weight

GENERIC, TAILORED, SILENT = pack("generic-un"), pack("cms-tailored"), pack("unep-2024")


@pytest.mark.parametrize("one", [GENERIC, TAILORED, SILENT, pack("unep-2011")])
def test_taking_part_in_meetings_needs_no_due_diligence(one) -> None:
    need = needed(one, category="ngo", modality="attendance")
    assert (need.level, need.questions, need.documents, need.checks) == ("none", (), (), ())
    assert not need.escalated
    assert need.reasons[0].line == "attendance"


def test_the_level_follows_modality_category_value_and_risk() -> None:
    def level(**case: object) -> str | None:
        return needed(GENERIC, **case).level  # type: ignore[arg-type]

    grant = {"category": "ngo", "modality": "small-grant", "risk": "low"}
    assert level(**grant, value=2500) == "basic"
    assert level(**grant, value=2501) == "standard"
    assert level(**{**grant, "risk": "high"}, value=2501) == "enhanced"
    implementing = {"category": "ngo", "modality": "implementation", "risk": "low"}
    assert level(**implementing, value=100_000) == "standard"
    assert level(**implementing, value=100_001) == "enhanced"
    assert level(category="un", modality="un-transfer", value=500_000, risk="high") == "none"
    assert level(category="pri", modality="cooperation", risk="low") == "standard"
    assert level(category="pri", modality="contribution", value=1, risk="low") == "enhanced"


def test_what_is_not_known_leaves_the_level_open_and_says_what_would_settle_it() -> None:
    need = needed(GENERIC, category="ngo", modality="implementation", risk="low")
    assert need.level is None
    assert (need.least, need.most) == ("basic", "enhanced")
    wants = {name for one in need.reasons if one.met is None for name in one.wants}
    assert wants == {"value"}
    # What may be asked in any event is asked already.
    assert {one.id for one in need.questions} >= {"declared-values", "registered"}
    settled = needed(GENERIC, category="ngo", modality="implementation", risk="low", value=10)
    assert settled.level == "basic"


def test_nothing_is_asked_that_could_not_change_the_level() -> None:
    need = needed(GENERIC, category="pri", modality="contribution", value=5_000)
    assert need.level == "enhanced"
    assert all(one.met for one in need.reasons)


def test_a_pack_that_does_not_say_is_not_filled_in() -> None:
    need = needed(SILENT, category="ngo", modality="small-grant", value=9_000, risk="low")
    assert (need.level, need.least, need.most) == (None, None, None)
    assert not need.questions
    assert need.reasons[-1].met is None
    assert "not known" in need.reasons[-1].text.en


def test_what_another_body_has_verified_can_be_relied_on() -> None:
    case = {"category": "ngo", "modality": "small-grant", "value": 9_000, "risk": "low"}
    assert needed(GENERIC, **case).level == "standard"  # type: ignore[arg-type]
    relied = needed(GENERIC, **case, answers={"relied_on": True})  # type: ignore[arg-type]
    assert relied.level == "basic"


def test_escalated_says_that_more_is_asked_than_kind_alone_would() -> None:
    case = {"category": "ngo", "modality": "cooperation"}
    assert not needed(GENERIC, **case, risk="low").escalated  # type: ignore[arg-type]
    assert needed(GENERIC, **case, risk="high").escalated  # type: ignore[arg-type]


def test_a_sector_of_risk_to_species_raises_the_draft() -> None:
    case = {"category": "pri", "modality": "cooperation", "risk": "low"}
    calm = needed(TAILORED, **case, answers={"risky-sector": False, "hunting": False})  # type: ignore[arg-type]
    raised = needed(TAILORED, **case, answers={"risky-sector": True, "hunting": False})  # type: ignore[arg-type]
    unknown = needed(TAILORED, **case)  # type: ignore[arg-type]
    assert (calm.level, raised.level, unknown.level) == ("basic", "enhanced", None)
    assert raised.escalated


def test_a_check_that_is_off_is_not_made() -> None:
    need = needed(GENERIC, category="ngo", modality="small-grant", value=9_000, risk="low")
    assert "name-variants" not in {one.id for one in need.checks}
    assert "un-lists" in {one.id for one in need.checks}


def test_documents_follow_the_level_and_the_money() -> None:
    out = needed(GENERIC, category="ngo", modality="small-grant", value=9_000, risk="low")
    none = needed(GENERIC, category="pri", modality="cooperation", risk="low")
    assert "bank" in {one.id for one in out.documents}
    assert "bank" not in {one.id for one in none.documents}


def test_answers_become_findings_and_decide_nothing() -> None:
    case = {"category": "pri", "modality": "contribution", "value": 5_000.0, "risk": "low"}
    findings = {
        one.row: one
        for one in found(GENERIC, {"tobacco": True, "conflict": False, "owners": False}, **case)  # type: ignore[arg-type]
    }
    assert (findings["tobacco"].good, findings["tobacco"].weight) == (False, Weight.EXCLUDES)
    assert findings["conflict"].good is True
    assert (findings["owners"].good, findings["owners"].weight) == (False, Weight.ESCALATES)
    assert findings["gambling"].good is None
    assert findings["gambling"].reason.wants == ("gambling",)
    assert "Not answered" in findings["gambling"].reason.text.en


def test_a_bad_answer_of_who_is_not_asked_is_no_finding() -> None:
    findings = {
        one.row
        for one in found(GENERIC, {"tobacco": True}, category="ngo", modality="cooperation",
                         risk="low")
    }  # fmt: skip
    assert "tobacco" not in findings
