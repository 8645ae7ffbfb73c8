"""What papers show to those outside the office: the versions that were published, and nothing that
stands only in others."""

from collections.abc import Iterable

from django.db.models import Case, Exists, F, OuterRef, QuerySet, Value, When
from django.db.models.functions import StrIndex, Substr

from whimbrel.queries.access import Reach
from whimbrel.queries.scope import Reader
from whimbrel.register.models import Document, Evidence, Version


def inside(who: Reader) -> bool:
    """Whether a reader sees the whole record: also what is kept of people, and of papers that are
    not public."""
    return who.reach("read") is Reach.ALL


def versions(who: Reader) -> QuerySet[Version]:
    """The versions of documents that a reader may see."""
    listed = Version.objects.all()
    return listed if inside(who) else listed.filter(public=True, document__public=True)


def unseen(addresses: Iterable[str], who: Reader) -> frozenset[str]:
    """Of addresses in documents, those of documents of the house that a reader may not see."""
    told = set(addresses) - {""}
    if inside(who) or not told:
        return frozenset()
    symbols = {one.partition("#")[0] for one in told}
    listed = Document.objects.filter(symbol__in=symbols, public=False)
    hidden = set(listed.order_by().values_list("symbol", flat=True))
    return frozenset(one for one in told if one.partition("#")[0] in hidden)


def shows(listed: QuerySet[Evidence], who: Reader) -> QuerySet[Evidence]:
    """Of what shows engagements, what a reader may see: neither what stands in a paper that is not
    public, nor what was found after a revision came in that is not."""
    if inside(who):
        return listed
    mark = StrIndex(F("address"), Value("#"))
    paper = Case(When(mark=0, then=F("address")), default=Substr("address", 1, F("mark") - 1))
    later = Version.objects.filter(
        document=OuterRef("document"), number__gt=OuterRef("number"), public=True
    )
    revised = Version.objects.filter(
        ~Exists(later), document__symbol=OuterRef("paper"), public=False,
        deposited_at__lte=OuterRef("added_at"),
    )  # fmt: skip
    hidden = Document.objects.filter(symbol=OuterRef("paper"), public=False)
    named = listed.alias(mark=mark).alias(paper=paper)
    return named.filter(~Exists(hidden), ~Exists(revised))
