"""Two lists that cut across the others: countries, and the questions that people asked."""

from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext as _
from django.utils.translation import pgettext
from django.views.decorators.http import require_GET

from whimbrel.queries import engagements, presence, talk
from whimbrel.web.answers import asked, guarded
from whimbrel.web.frame import by
from whimbrel.web.lists import Control, Page, chosen, listing
from whimbrel.web.vocabulary import country


@require_GET
@guarded
def countries(request: HttpRequest, form: str = "") -> HttpResponse:
    """Where something was done, what concerned each country, and which conventions met there."""
    who, asks = by(request), asked(request, presence.Filter)
    choices = engagements.choices(who)
    controls = (
        chosen("country", _("Country"), choices.country, asks.country, country),
        chosen("year", _("Year"), choices.year, asks.year, str),
        chosen("present", _("We were there"), ("yes",), asks.present),
        Control(name="partner", label=_("With, by its short name"), value=asks.partner),
    )
    page = Page(
        title=_("Countries"),
        name="countries",
        row="rows/countries.html",
        heads=(
            (_("Country"), False), (_("Held there"), True), (_("Concerned it"), True),
            (_("Conventions"), False), (_("Last"), False),
        ),
        empty=_("No country like this is on record."),
        controls=controls,
    )  # fmt: skip
    return listing(request, page, lambda at: presence.countries(who, asks, page=at), form)


@require_GET
@guarded
def questions(request: HttpRequest, form: str = "") -> HttpResponse:
    """What was asked of whom, by when, and what they answered."""
    who, asks = by(request), asked(request, talk.Filter)
    controls = (
        chosen("state", _("State"), talk.STATES, asks.state),
        Control(name="of", label=_("Asked of, by their address"), value=asks.of),
        Control(name="asker", label=_("Asked by, by their address"), value=asks.asker),
        Control(name="about", label=_("On what"), value=asks.about),
    )
    page = Page(
        title=_("Questions"),
        name="questions",
        row="rows/questions.html",
        heads=(
            (_("Question"), False), (_("Asked by"), False), (_("Asked of"), False),
            (_("By the day"), False), (pgettext("what was answered", "Answer"), False),
        ),
        empty=_("Nobody has asked anything like this."),
        controls=controls,
    )  # fmt: skip
    return listing(request, page, lambda at: talk.asked(who, asks, page=at), form)
