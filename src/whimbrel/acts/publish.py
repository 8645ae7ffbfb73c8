"""Make a record public, and take it back. What is said of people is never public."""

from typing import Any

from whimbrel.acts import documents
from whimbrel.acts.act import Done, act
from whimbrel.acts.held import held
from whimbrel.acts.refused import Refused
from whimbrel.queries.said import record
from whimbrel.queries.said import said as _
from whimbrel.register.models import Document, Person
from whimbrel.register.names import NAMES, about


@act("records.publish", verb="publish", reasoned=True)
def publish(by: Person, kind: str, name: str) -> Done[str]:
    """Make a record public. Refused where Indigenous Peoples, local communities or youth are named
    in it and nothing is kept of their consent."""
    one = published(kind, name)
    revised = isinstance(one, Document) and not all(v.public for v in documents.newest(one))
    if one.public and not revised:
        raise Refused(_("%(name)s is public already") % {"name": record(about(one))})
    return opened(one, public=True)


@act("records.withdraw", verb="publish", reasoned=True)
def withdraw(by: Person, kind: str, name: str) -> Done[str]:
    """Make a record that was public one of the house again."""
    one = published(kind, name)
    if not one.public:
        raise Refused(_("%(name)s is not public") % {"name": record(about(one))})
    return opened(one, public=False)


def published(kind: str, name: str) -> Any:
    """The record of a kind and name, of a kind that can be published."""
    if kind not in NAMES:
        told = _("%(kind)s is no kind of record: one of %(known)s")
        raise Refused(told % {"kind": kind, "known": ", ".join(sorted(NAMES))})
    if kind == "meeting":
        raise Refused(_("a meeting is public with the documents of it"))
    if kind == "partnership":
        raise Refused(_("a partnership is shown with a summary, on its page"))
    if kind == "instrument":
        raise Refused(_("a decision or resolution is public with its provisions"))
    if kind == "contribution":
        raise Refused(_("a report on contributions is shown from its own page, as its body agreed"))
    return held(NAMES[kind][0], name)


def opened(one: Any, *, public: bool) -> Done[str]:
    """The record, public or not; of a document with the words of governing bodies in it."""
    if isinstance(one, Document):
        kept = documents.opened(one, public=public)
    else:
        one.public = public
        one.save()
        kept = (one,)
    return Done(value=about(one), about=about(one), open={"public": public}, kept=kept)
