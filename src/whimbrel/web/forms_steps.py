"""Which forms belong to which step of a partnership, for who may do what."""

from collections.abc import Iterator

from django.utils.translation import gettext as _

from whimbrel.queries.partnered import Step, Whole
from whimbrel.web import forms_partnership as forms
from whimbrel.web.forms_partnership import Form


def on_step(one: Whole, step: Step, verbs: set[str]) -> Iterator[Form]:
    """The forms that belong to a step, for who has these verbs."""
    records, examines, clears = (verb in verbs for verb in ("record", "examine", "clear"))
    signed = bool(one.agreement)
    if step.id == "select" and records and not step.done:
        yield forms.select(one)
    if step.id == "select" and records and step.done and not approved(one):
        yield forms.set_terms(one)
    if step.id == "documents" and records:
        yield forms.bring(one)
    if step.id in ("documents", "screen", "review") and examines:
        yield forms.complete(step)
    if step.id == "diligence" and examines and one.row.modality:
        yield forms.assess(one)
    if step.id == "mitigate" and examines:
        yield forms.complete(step)
    if step.id == "clear" and clears:
        yield forms.decided(one, "clear", _("Clear it"), _("Clear it"))
    if step.id == "approve" and clears and not step.done:
        yield forms.decided(one, "approve", _("Approve it"), _("Approve it"))
    if step.id == "sign" and forms.waits(one):
        yield from on_sign(one, records=records, examines=examines, clears=clears)
    if step.id in ("amend", "renew") and signed:
        yield from on_change(one, step.id, records=records, clears=clears)
    if step.id in ("pay", "deliver", "monitor", "report"):
        yield from on_due(one, step.id, records=records, examines=examines, clears=clears)
    if clears and signed and not one.over:
        yield from on_end(one, step.id)


def approved(one: Whole) -> bool:
    """Whether the original is approved."""
    return any(each.number == 1 and each.approved for each in one.versions)


def on_sign(one: Whole, *, records: bool, examines: bool, clears: bool) -> Iterator[Form]:
    """Who signs, whether they may, and that they did."""
    if records:
        yield forms.signatory()
    if examines:
        yield from (forms.check(each) for each in one.signatories if each.authorized is None)
    if clears:
        yield forms.sign(one)


def on_change(one: Whole, name: str, *, records: bool, clears: bool) -> Iterator[Form]:
    """What can be done to change what is signed."""
    kind = {"amend": "amendment", "renew": "renewal"}[name]
    version = forms.waits(one)
    if version is None and records and not one.over:
        yield forms.changed(one, name)
    if version is None or version.kind != kind:
        return
    if clears and not version.approved:
        yield forms.decided(one, "approve", _("Approve it"), _("Approve it"))
    if records:
        yield Form(
            deed="set-version-aside", title=_("Set it aside"), button=_("Set it aside"),
            blanks=(forms.why(),),
        )  # fmt: skip


def on_due(
    one: Whole, name: str, *, records: bool, examines: bool, clears: bool
) -> Iterator[Form]:  # fmt: skip
    """What came of what is due under a step."""
    kinds = {
        "pay": ("tranche", clears), "deliver": ("deliverable", records),
        "monitor": ("visit", examines), "report": ("report", records),
    }  # fmt: skip
    kind, may = kinds[name]
    for due in one.dues:
        if may and due.kind == kind and not due.done:
            yield forms.met(due)


def on_end(one: Whole, name: str) -> Iterator[Form]:
    """How it is paused or ended."""
    if name == "suspend" and one.suspended:
        yield Form(
            deed="resume", title=_("Resume it"), button=_("Resume it"), blanks=(forms.why(),)
        )
    elif name == "suspend":
        yield forms.decided(one, "suspend", _("Suspend it"), _("Suspend it"))
    elif name == "close":
        yield forms.decided(one, "close", _("Close it"), _("Close it"))
    elif name == "terminate":
        yield forms.decided(one, "terminate", _("Terminate it"), _("Terminate it"))
