"""Taking part: what bodies did at meetings, what stood in their way, the mechanisms of others on
which the convention can rely, and what would help, with its cost."""

from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_POST

from whimbrel.acts import mechanisms as deeds
from whimbrel.admission.participation import words
from whimbrel.queries import barriers as stood
from whimbrel.queries import mechanisms as offered
from whimbrel.queries import participation as took
from whimbrel.queries import suggestions as would
from whimbrel.queries.papers import inside
from whimbrel.queries.people import can
from whimbrel.queries.scope import reader
from whimbrel.web import beside
from whimbrel.web.answers import asked, guarded, single
from whimbrel.web.frame import by
from whimbrel.web.lists import Control, Page, chosen, listing
from whimbrel.web.record import back, sent
from whimbrel.web.vocabulary import of_list, where, word


def of_facts(name: str, label: str, kind: str, value: str) -> Control:
    """A filter by a list of the facts."""
    return chosen(name, label, words(kind), value, lambda one: of_list(one, kind))


def either(name: str, label: str, value: str) -> Control:
    """A filter that is yes or no."""
    return Control(
        name=name, label=label, value=value, options=(("yes", _("yes")), ("no", _("no")))
    )


def around(who: str | None, form: str, more: dict[str, object]) -> dict[str, object]:
    """What stands around a list; a file has nothing of it."""
    return {} if form else {"may_record": can(who, "record"), **more}


@require_GET
@guarded
def participation(request: HttpRequest, form: str = "") -> HttpResponse:
    """What bodies did at meetings."""
    who, asks = by(request), asked(request, took.Filter)
    page = Page(
        title=_("Taking part in meetings"), name="participation", row="rows/participation.html",
        heads=(
            (_("Body"), False), (_("Meeting"), False), (_("What it did"), False),
            (_("Of what title"), False), (_("When"), False), (_("What shows it"), False),
        ),
        empty=_("Nobody is on record as having taken part like this."),
        controls=(
            Control(name="q", label=_("Words"), value=asks.q, kind="search"),
            chosen("meeting", _("Meeting"), took.choices(who), asks.meeting, str),
            of_facts("kind", _("What it did"), "kinds", asks.kind),
            of_facts("constituency", _("Constituency"), "constituencies", asks.constituency),
        ),
        extra=around(who, form, {} if form else {"ways": took.ways(who, asks), "asks": asks}),
        template="participation.html",
    )  # fmt: skip
    return listing(request, page, lambda at: took.participation(who, asks, page=at), form)


@require_GET
@guarded
def took_part(request: HttpRequest, key: str, form: str = "") -> HttpResponse:
    """What one body did at one meeting."""
    who = by(request)
    one = took.took_part(who, key)
    return single(
        request, "took_part.html", one, key, form, beside.about(who, f"participation {key}")
    )


@require_GET
@guarded
def barriers(request: HttpRequest, form: str = "") -> HttpResponse:
    """Barriers that were met or found absent."""
    who, asks = by(request), asked(request, stood.Filter)
    page = Page(
        title=_("Barriers to taking part"), name="barriers", row="rows/barriers.html",
        heads=(
            (_("What was said"), False), (_("Barrier"), False), (_("Said of"), False),
            (_("Meeting"), False), (_("When"), False),
        ),
        empty=_("No answer like this is on record."),
        controls=(
            Control(name="q", label=_("Words"), value=asks.q, kind="search"),
            either("met", _("A barrier was met"), asks.met),
            of_facts("kind", _("Barrier"), "barriers", asks.kind),
            chosen("meeting", _("Meeting"), stood.choices(who), asks.meeting, str),
        ),
        extra=around(who, form, {} if form else {"found": stood.found(who, asks), "asks": asks}),
        template="barriers.html",
    )  # fmt: skip
    return listing(request, page, lambda at: stood.barriers(who, asks, page=at), form)


@require_GET
@guarded
def barrier(request: HttpRequest, key: str, form: str = "") -> HttpResponse:
    """One answer to the question whether a barrier was met."""
    who = by(request)
    one = stood.barrier(who, key)
    return single(request, "barrier.html", one, key, form, beside.about(who, f"barrier {key}"))


RELIED = ("yes", "no", "not decided")


@require_GET
@guarded
def mechanisms(request: HttpRequest, form: str = "") -> HttpResponse:
    """The register of mechanisms of other bodies."""
    who, asks = by(request), asked(request, offered.Filter)
    more: dict[str, object] = {}
    if not form and inside(reader(who)):
        more = {"known": [one for one in offered.known(who) if not one.recorded]}
    page = Page(
        title=_("Mechanisms of other bodies"), name="mechanisms", row="rows/mechanisms.html",
        heads=(
            (_("Mechanism"), False), (_("For whom"), False), (_("What it does"), False),
            (_("We rely on it"), False), (_("Suggestions"), True),
        ),
        empty=_("No mechanism like this is on record."),
        controls=(
            Control(name="q", label=_("Words"), value=asks.q, kind="search"),
            of_facts("constituency", _("For whom"), "constituencies", asks.constituency),
            of_facts("serves", _("What it does"), "functions", asks.serves),
            chosen("relied", _("We rely on it"), RELIED, asks.relied, relied_words),
        ),
        extra=around(who, form, more), template="mechanisms.html",
    )  # fmt: skip
    return listing(request, page, lambda at: offered.mechanisms(who, asks, page=at), form)


def relied_words(value: str) -> str:
    """Whether the convention relies on a mechanism, in words."""
    return {"yes": _("yes"), "no": _("no"), "not decided": _("not decided")}.get(value, word(value))


@require_GET
@guarded
def mechanism(request: HttpRequest, key: str, form: str = "") -> HttpResponse:
    """One mechanism of another body, with the suggestions that build on it."""
    who = by(request)
    one = offered.mechanism(who, key)
    built = would.suggestions(who, would.Filter(mechanism=key)).rows if one else ()
    extra = {
        **beside.about(who, f"mechanism {key}"), "built": built,
        "may_record": can(who, "record"),
    }  # fmt: skip
    return single(request, "mechanism.html", one, key, form, extra)


@require_POST
@guarded
def take_up(request: HttpRequest) -> HttpResponse:
    """Take a mechanism that the facts know into the record."""
    key = deeds.take_up(by(request) or "", sent(request, "reason"), sent(request, "key"))
    told = _("It is on record. Whether the convention relies on it is yours to say.")
    return back(request, where(f"mechanism {key}"), told)


@require_GET
@guarded
def suggestions(request: HttpRequest, form: str = "") -> HttpResponse:
    """Suggestions, with what each would cost and what does it already."""
    who, asks = by(request), asked(request, would.Filter)
    page = Page(
        title=_("Suggestions for taking part"), name="suggestions", row="rows/suggestions.html",
        heads=(
            (_("Suggestion"), False), (_("For whom"), False), (_("Builds on"), False),
            (_("Cost"), True), (_("How it was reckoned"), False),
        ),
        empty=_("No suggestion like this is on record."),
        controls=(
            Control(name="q", label=_("Words"), value=asks.q, kind="search"),
            of_facts("constituency", _("For whom"), "constituencies", asks.constituency),
            either("parallel", _("Beside a mechanism on record"), asks.parallel),
        ),
        extra=around(who, form, {} if form else {"costs": would.costs_of(who, asks)}),
        template="suggestions.html",
    )  # fmt: skip
    return listing(request, page, lambda at: would.suggestions(who, asks, page=at), form)


@require_GET
@guarded
def suggestion(request: HttpRequest, key: str, form: str = "") -> HttpResponse:
    """One suggestion, held against the mechanisms on record."""
    who = by(request)
    one = would.suggestion(who, key)
    return single(
        request, "suggestion.html", one, key, form, beside.about(who, f"suggestion {key}")
    )
