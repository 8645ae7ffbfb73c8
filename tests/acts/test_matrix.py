"""Every act, every role: the gate lets those do it who may by the matrix, and nobody else."""

import datetime
from itertools import product
from pathlib import Path
from typing import Any

import pytest

from whimbrel.acts.every import every
from whimbrel.acts.refused import Refused
from whimbrel.queries.access import Reach, matrix
from whimbrel.register.models import Line, Person

ACTS, ROLES = every(), tuple(matrix().roles)
DAY = datetime.date(2999, 1, 1)
GIVEN: dict[str, tuple[tuple[object, ...], dict[str, object]]] = {
    "admission.answer": (("x", 1, "Here."), {"seen": 0}),
    "admission.approve_state": (("x", "approved"), {"seen": 0}),
    "admission.begin": (("Tern Watch", "COP15"), {}),
    "admission.bring": (("x", "letter", "a.pdf", b"%PDF-1.4"), {"seen": 0}),
    "admission.change_link": (("x@example.org",), {}),
    "admission.note_taken_back": (("x", "FR"), {"seen": 0}),
    "admission.name_people": (("x", "Mo Heron"), {"seen": 0}),
    "admission.object_to": (("x",), {"seen": 0}),
    "admission.save": (("x", {}), {"seen": 0}),
    "admission.send": (("x", "agreed"), {"seen": 0}),
    "admission.take_away": (("x", 1), {"seen": 0}),
    "admission.take_back_objection": (("x",), {"seen": 0}),
    "admission.withdraw": (("x",), {"seen": 0}),
    "contribution.begin": (("terns", "COP16"), {}),
    "contribution.bring": (("x", "a.docx", b"PK"), {"seen": 0}),
    "contribution.give_back": (("x", "Say when."), {"seen": 0}),
    "contribution.hide": (("x",), {"seen": 0}),
    "contribution.publish": (("x",), {"seen": 0}),
    "contribution.send": (("x",), {"seen": 0}),
    "contribution.take_out": (("x", 1), {"seen": 0}),
    "contribution.take_up": (("x",), {"seen": 0}),
    "contribution.write": (("x", {"summary": "We count."}), {"seen": 0}),
    "contribution.write_line": (("x", 0, {"what": "Counted."}), {"seen": 0}),
    "admission.adopt_scheme": (("x", "Decision 1.1"), {"since": DAY}),
    "admission.ask": (("x", "Who?"), {"seen": 0}),
    "admission.assign": (("x", "eve@example.org"), {"seen": 0}),
    "admission.circulate": (("COP15", ("x",)), {}),
    "admission.decide": (("x", "admit", "COP15", "agreed"), {"seen": 0}),
    "admission.end_scheme": (("x", "Decision 1.1"), {"until": DAY}),
    "admission.find": (("x", "expertise", "met", "seen"), {"seen": 0}),
    "admission.match": (("x",), {"seen": 0}),
    "admission.merge_bodies_status": (("x", "y", "told"), {"seen": 0}),
    "admission.note_approval": (("x", "approved"), {"seen": 0}),
    "admission.note_objection": (("x", "KE"), {"seen": 0}),
    "admission.publish": (("x",), {"seen": 0}),
    "admission.record_presence": (("x", 100), {"seen": 0}),
    "admission.rename": (("x", "Terns", "told"), {"seen": 0}),
    "admission.renew": (("x", "COP15", "agreed"), {"seen": 0}),
    "admission.request_approval": (("x",), {"seen": 0}),
    "admission.restore": (("x", "COP15", "agreed"), {"seen": 0}),
    "admission.suspend": (("x", "COP15", "agreed"), {"seen": 0}),
    "admission.withdraw_status": (("x", "COP15", "agreed"), {"seen": 0}),
    "lists.bring_in": ((b"id,name\n1,Sedge\n",), {"file": "own.csv"}),
    "screening.go_on": (("x",), {}),
    "screening.judge": (("x", "different", "seen"), {}),
    "screening.rescreen": ((), {}),
    "screening.screen": (("x",), {}),
    "screening.switch_off": ((), {}),
    "screening.switch_on": ((), {}),
    "imports.bring": (("memberships", "a.csv", b"treaty"), {}),
    "imports.take_back": (("x",), {}),
    "agreements.record": (("Pact",), {"kind": "mou"}),
    "agreements.renew": (("x",), {"name": "Pact", "since": "2026", "seen": 0}),
    "barriers.record": (("No visa.",), {"met": True, "kind": "visa"}),
    "bodies.enter": (("Tern Club",), {}),
    "bodies.identify": (("x", "ROR", "1"), {}),
    "bodies.make_member": (("Tern Club", "Gull Club"), {}),
    "bodies.merge": (("x", "y"), {"seen": 0}),
    "bodies.name": (("x", "Terns"), {}),
    "bodies.rename": (("x", "Terns"), {"seen": 0}),
    "campaigns.run": (("Tern Day",), {}),
    "campaigns.set_theme": (("x", 2025, "Terns"), {}),
    "documents.deposit": ((None,), {}),
    "documents.publish": (("x",), {"why": "for all"}),
    "documents.read_again": ((None,), {}),
    "drafts.adopt": (("COP15-15.AA",), {"seen": 0}),
    "drafts.cost": (("COP15-15.AA", "review"), {"source": "core budget", "seen": 0}),
    "drafts.from_options": (("COP15",), {"options": ("open-register",)}),
    "drafts.propose": (("COP15",), {"text": "Do."}),
    "drafts.revise": (("COP15-15.AA", "CRP.2"), {"text": "Do.", "seen": 0}),
    "drafts.set_aside": (("COP15-15.AA", "withdrawn"), {"seen": 0}),
    "engagements.attach_evidence": (("x", "Doc.1"), {}),
    "engagements.link": (("x", "14.10"), {}),
    "engagements.record": (("A walk",), {"kind": "event", "partners": ("FAO",)}),
    "engagements.unlink": (("x", "14.10"), {}),
    "findings.dismiss": (("report x", "key"), {"rule": "number-twice", "why": "as printed"}),
    "findings.take_up": (("report x", "key"), {}),
    "groups.found": (("Tern Group",), {}),
    "groups.never_convened": (("x", "no money"), {"seen": 0}),
    "groups.sit": (("x", "In Rome"), {}),
    "house.back_up": ((None, "0" * 64), {}),
    "initiatives.begin": (("On Terns",), {}),
    "intake.drop": (("a.md", b""), {}),
    "lineage.confirm": (("14.10", "15.1"), {"label": "merged"}),
    "lineage.propose": (("COP15",), {}),
    "lineage.refuse": (("14.10", "15.1"), {}),
    "mandates.adopt": (("14.10",), {"kind": "decision"}),
    "mandates.assign": (("14.10", ""), {"seen": 0}),
    "mandates.end": (("14.10", "COP15"), {"seen": 0}),
    "mandates.entitle": (("14.10", "On Terns"), {}),
    "mandates.enter": (("14.10", "14.10 a)"), {"text": "Do."}),
    "mandates.fund": (("14.10", "money", "sought"), {"seen": 0}),
    "mandates.report_against": (("14.10", "implemented"), {"seen": 0}),
    "mandates.take_back_answer": (("14.10",), {"seen": 0}),
    "mandates.tick": (("14.10", "report"), {"seen": 0}),
    "mechanisms.record": (
        ("Fund",),
        {"constituency": ("youth",), "offers": "Pays.", "source": "told"},
    ),
    "mechanisms.rely": (("x",), {"relied": True, "relied_for": "travel", "seen": 0}),
    "mechanisms.take_up": (("cbd-voluntary-fund",), {}),
    "meetings.enter": (("COP15",), {}),
    "partnership.amend": (("x", "more"), {"seen": 0}),
    "partnership.answer": (("x", "registered", "yes"), {"seen": 0}),
    "partnership.approve": (("x", "agreed"), {"seen": 0}),
    "partnership.assess": (("x", "low", "nothing found"), {"seen": 0}),
    "partnership.assign": (("x", "eve@example.org"), {"seen": 0}),
    "partnership.bring": (("x", "statutes", "a.pdf", b"%PDF-1.4"), {"seen": 0}),
    "partnership.check_signatory": (("x", 1, True, "statutes"), {"seen": 0}),
    "partnership.clear": (("x", "agreed"), {"seen": 0}),
    "partnership.close": (("x", "done"), {"seen": 0}),
    "partnership.complete": (("x", "documents"), {"seen": 0}),
    "partnership.delegate": (("eve@example.org", "officer", "Memo 1"), {"since": DAY}),
    "partnership.deliver": (("x", 1, "here"), {"seen": 0}),
    "partnership.end_delegation": (("eve@example.org", "officer"), {"until": DAY}),
    "partnership.flag": (("x", "red", "sanctions", "seen"), {"seen": 0}),
    "partnership.hide": (("x",), {"seen": 0}),
    "partnership.lift_flag": (("x", 1, "another"), {"seen": 0}),
    "partnership.link": (("x", "y"), {"seen": 0}),
    "partnership.make_exception": (
        ("x", "eve@example.org", ("assessor", "approver"), "small"),
        {"seen": 0},
    ),
    "partnership.mitigate": (("x", "audit", "Eve"), {"seen": 0}),
    "partnership.name_signatory": (("x", "partner", "Mo"), {"seen": 0}),
    "partnership.need": (("Terns", "Count them"), {}),
    "partnership.note_change": (("x", "name", "told"), {"seen": 0}),
    "partnership.pay": (("x", 1), {"seen": 0}),
    "partnership.plan": (("x", "report", "Report"), {"seen": 0}),
    "partnership.publish": (("x", "Terns"), {"seen": 0}),
    "partnership.rely_on": (
        ("x", "UNICEF", "all", "portal", ("registered",)),
        {"verified_on": DAY, "seen": 0},
    ),
    "partnership.renew": (("x", "again"), {"since": DAY, "until": DAY, "seen": 0}),
    "partnership.report": (("x", 1, "here"), {"seen": 0}),
    "partnership.resume": (("x", "over"), {"seen": 0}),
    "partnership.select": (("x", "terns", "ngo", "cooperation"), {"seen": 0}),
    "partnership.set_aside": (("x", "refused", "told"), {"seen": 0}),
    "partnership.set_terms": (("x", "ngo", "cooperation"), {"seen": 0}),
    "partnership.set_version_aside": (("x", "told"), {"seen": 0}),
    "partnership.sign": (("x",), {"seen": 0}),
    "partnership.suspend": (("x", "told"), {"seen": 0}),
    "partnership.take_away": (("x", 1), {"seen": 0}),
    "partnership.terminate": (("x", "told"), {"seen": 0}),
    "partnership.vet_again": (("x", "old"), {"seen": 0}),
    "partnership.visit": (("x", 1, "seen"), {"seen": 0}),
    "participation.record": (("Terns", "COP15", "spoke"), {}),
    "people.change_role": (("eve@example.org", "officer"), {}),
    "people.clear_factors": (("eve@example.org",), {}),
    "people.come_back": (("eve@example.org",), {}),
    "people.enter": (("eve@example.org", "Eve", "officer"), {}),
    "people.leave": (("eve@example.org",), {}),
    "people.set_password": (("eve@example.org",), {}),
    "people.shred": (("eve@example.org",), {}),
    "readings.accept_sure": (("x",), {}),
    "readings.judge": ((None, "accept"), {}),
    "records.answer": (("body x", 1, "Yes."), {}),
    "records.ask": (("body x", "Who?"), {"of": "eve@example.org", "day": DAY}),
    "records.comment": (("body x", "Hm."), {}),
    "records.follow": (("body x",), {}),
    "records.publish": (("body", "x"), {}),
    "records.unfollow": (("body x",), {}),
    "records.withdraw": (("body", "x"), {}),
    "reports.begin": (("COP15", "18.1"), {"title": "Terns"}),
    "reports.decide": (("COP15-18.1-en", 1, "accept"), {}),
    "reports.receive": (("COP15-18.1-en", "back.docx", b""), {}),
    "reports.decline": (("COP15-18.1-en", "back.docx"), {}),
    "reports.freeze": (("COP15-18.1-en",), {"seen": 0}),
    "reports.revise": (("COP15-18.1-en",), {"seen": 0}),
    "reports.submit": (("COP15-18.1-en",), {"seen": 0}),
    "reports.restore": (("COP15-18.1-en", "background/1"), {"seen": ""}),
    "reports.write": (("COP15-18.1-en", "background/1", "Terns came."), {"seen": ""}),
    "suggestions.record": (("Pay for tickets.",), {"constituency": ("youth",)}),
    "tables.bring_in": (("no kind", ()), {"file": "a.csv"}),
    "tables.keep_mapping": (("no kind", {}), {}),
    "tokens.end": ((0,), {}),
    "tokens.make": (("",), {}),
}
"""What an act is given here; `correct` is given the same everywhere."""


def given(name: str) -> tuple[tuple[object, ...], dict[str, object]]:
    """What an act is given. KeyError: write a line for a new act above."""
    if name.endswith(".correct"):
        return ("x", {}), {"seen": 0}
    return GIVEN[name]


def expected(verb: str, role: str) -> bool:
    """What the matrix says of a role, and a record that is neither its own nor public."""
    return matrix().roles[role].get(verb) is Reach.ALL


@pytest.mark.parametrize(("name", "role"), list(product(ACTS, ROLES)))
def test_an_act_is_done_by_those_who_may_and_by_nobody_else(
    db: None, settings: Any, tmp_path: Path, name: str, role: str
) -> None:
    settings.LEDGER_HEAD = tmp_path / "test.head"
    person = Person(email=f"{role.replace(' ', '.')}@example.org", name=role, role=role)
    person.save()
    act = ACTS[name]
    args, told = given(name)
    refused = ""
    try:
        act.run(person.email, "because", *args, **told)
    except Refused as refusal:
        refused = str(refusal)
    except (AttributeError, TypeError) as error:
        # Past the gate, an act stumbles over the nothing that some are given here.
        assert "NoneType" in str(error)
    assert refused.startswith(f"a role of {role} may") is not expected(act.verb, role)
    if refused:
        line = Line.objects.get()
        assert (line.act, line.refused) == (name, True)
