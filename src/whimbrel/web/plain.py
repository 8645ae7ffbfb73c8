"""A provision in one plain sentence, made of its fields: who is asked, how strongly, by when, on
what condition, for whom."""

from django.utils.translation import gettext as _

from whimbrel.queries.mandates import Whole
from whimbrel.web.vocabulary import all_told, told, word


def sentence(one: Whole) -> str:
    """The sentence; what is not known is said to be so."""
    who = ", ".join(all_told(one.asked.addressees)) or _("Nobody named")
    parts = [
        {
            "obligation": _("%(who)s: bound to act"),
            "request": _("%(who)s: requested to act"),
            "invitation": _("%(who)s: invited to act"),
            "encouragement": _("%(who)s: encouraged to act"),
            "permission": _("%(who)s: free to act"),
        }.get(one.force, _("%(who)s: asked to act"))
        % {"who": who}
    ]
    if one.asked.due:
        parts.append(_("by %(due)s") % {"due": one.asked.due})
    if one.conditions:
        words = "; ".join(each.words for each in one.conditions)
        parts.append(_("on condition: %(words)s") % {"words": words})
    if one.collaborators:
        parts.append(
            _("together with %(names)s") % {"names": ", ".join(all_told(one.collaborators))}
        )
    if one.report_to:
        parts.append(_("and to report to %(body)s") % {"body": told(one.report_to)})
    if one.outputs:
        parts.append(_("to produce: %(outputs)s") % {
            "outputs": ", ".join(word(each.what) for each in one.outputs)
        })  # fmt: skip
    return ", ".join(parts) + "."
