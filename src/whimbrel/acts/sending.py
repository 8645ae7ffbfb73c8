"""Send a report: freeze it, say that it was submitted, take it up again for a revision."""

from hashlib import sha256

from django.utils import timezone

from whimbrel.acts.act import Done, act
from whimbrel.acts.held import counted, held, not_overtaken
from whimbrel.acts.refused import Refused
from whimbrel.acts.reports import writable
from whimbrel.queries.reports import written
from whimbrel.queries.said import said as _
from whimbrel.queries.scope import reader
from whimbrel.register.models import Issued, Person, Report
from whimbrel.register.names import about
from whimbrel.writing.json import json_of


@act("reports.freeze", verb="record")
def freeze(by: Person, key: str, *, seen: int) -> Done[str]:
    """Freeze a report as it stands now: what goes out is kept as it is, whatever the record says
    later. The name under which it goes out; empty for the first time."""
    one = writable(key)
    not_overtaken(one, seen, {"state": "frozen"})
    now = written(one, reader(by.email))
    if not now.laid.document.nodes:
        told = _("nothing would be printed: the record has nothing on what %(key)s reports on")
        raise Refused(told % {"key": key})
    tree = json_of(now.laid.document)
    sent = Issued.objects.create(
        report=one, name=one.next, tree=tree, places=dict(now.laid.places),
        sha256=sha256(tree.encode()).hexdigest(), by=by, at=timezone.now(),
    )  # fmt: skip
    one.state = Report.State.FROZEN
    counted(one)
    figures = {"name": str(sent), "sha256": sent.sha256}
    return Done(value=sent.name, about=about(one), open=figures, kept=(one,))


@act("reports.submit", verb="publish")
def submit(by: Person, key: str, *, symbol: str = "", seen: int) -> Done[int]:
    """Say that a frozen report was submitted to its meeting, under its symbol where that came
    late."""
    one = held(Report, key)
    not_overtaken(one, seen, {"state": "submitted"})
    if one.state != Report.State.FROZEN:
        told = _("%(key)s is %(state)s: only a frozen report is submitted")
        raise Refused(told % {"key": key, "state": _(str(one.state))})
    one.symbol = symbol.strip() or one.symbol
    if not one.symbol:
        raise Refused(_("a report is submitted under a symbol: give it"))
    one.state = Report.State.SUBMITTED
    counted(one)
    return Done(value=one.change, about=about(one), open={"symbol": one.symbol}, kept=(one,))


@act("reports.revise", verb="record", reasoned=True)
def revise(by: Person, key: str, *, addendum: bool = False, seen: int) -> Done[str]:
    """Take a report up again: it goes out next as a revision (Rev.1), or as an addendum (Add.1).
    The name that it will have."""
    one = held(Report, key)
    not_overtaken(one, seen, {"state": "draft"})
    if one.state == Report.State.DRAFT:
        raise Refused(_("%(key)s did not go out yet: write in it") % {"key": key})
    kind = "Add" if addendum else "Rev"
    earlier = one.issued.filter(name__startswith=f"{kind}.").count()
    one.state, one.next = Report.State.DRAFT, f"{kind}.{earlier + 1}"
    counted(one)
    return Done(value=one.next, about=about(one), open={"name": one.next}, kept=(one,))
