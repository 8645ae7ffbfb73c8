"""Why something is so, in the language of the page: a reason of the rooms below is a code with its
values."""

from collections.abc import Callable

from django.template import Library
from django.utils.translation import gettext as _

from whimbrel.mandates.reasons import ENGLISH, Reason
from whimbrel.web.vocabulary import day, word

register = Library()

SAID: dict[str, Callable[[str], str]] = {
    "day": day, "until": day, "status": word, "funding": word, "what": word,
}  # fmt: skip
"""Values that have words of ours; all others are names, or the words of others."""
SOURCES = ("person", "document", "reading")
"""Who says something, where they have no name."""


@register.filter
def reason(why: Reason) -> str:
    """A reason as it is said on a page."""
    values = {name: SAID[name](value) if name in SAID else value for name, value in why.values}
    if values.get("who") in SOURCES:
        values["who"] = word(values["who"])
    return _(ENGLISH[why.code]).format(**values)
