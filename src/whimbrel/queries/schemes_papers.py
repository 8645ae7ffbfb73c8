"""The papers on schemes of admission, on options and on partnership policies: they are made of
facts alone, so everybody may read them. A draft decision is for the office, until somebody proposes
it."""

from collections.abc import Callable

from whimbrel.admission.option import NoSuchOption
from whimbrel.admission.schemes import NoSuchScheme, scheme
from whimbrel.queries.comparing import Asks, compared
from whimbrel.queries.replaying import of_policy
from whimbrel.reporting.matter import Matter
from whimbrel.reporting.papers import Paper
from whimbrel.reporting.papers.schemes.clauses import drafts
from whimbrel.reporting.papers.schemes.decision import decision
from whimbrel.reporting.papers.schemes.options import cost_table, options
from whimbrel.reporting.papers.schemes.overview import overview
from whimbrel.reporting.papers.schemes.process import steps


def names(about: str) -> tuple[str, ...]:
    """ "a,b" as names."""
    return tuple(filter(None, (one.strip() for one in about.split(","))))


def of_schemes(matter: Matter, about: str) -> Paper | None:
    """The overview: of the schemes that are named, with commas between them, or of all. None where
    there is no such scheme."""
    try:
        return overview(matter, [scheme(one) for one in names(about)] or None)
    except NoSuchScheme:
        return None


def of_process(matter: Matter, about: str) -> Paper | None:
    """The steps of a scheme; None where there is no such scheme."""
    try:
        return steps(matter, scheme(about))
    except NoSuchScheme:
        return None


def of_options(matter: Matter, about: str) -> Paper | None:
    """The options paper, with draft decisions of the options that are named; None where there is no
    such option."""
    found = compared(Asks())
    try:
        return options(matter, found, drafts(found, names(about), matter.language))
    except NoSuchOption:
        return None


def of_costs(matter: Matter, about: str) -> Paper | None:
    """The cost table of all options; it is about none in particular."""
    return None if about else cost_table(matter, compared(Asks()))


def of_decision(matter: Matter, about: str) -> Paper | None:
    """The draft decision that follows from the options named; None where there is none of that
    name."""
    try:
        return decision(matter, compared(Asks()), names(about))
    except (NoSuchOption, ValueError):
        return None


SCHEMES: dict[str, Callable[[Matter, str], Paper | None]] = {
    "schemes": of_schemes, "process": of_process, "options": of_options, "costs": of_costs,
    "decision": of_decision, "policy": of_policy,
}  # fmt: skip
"""Kind of paper -> how it is made."""
OPEN = ("schemes", "process", "options", "costs", "policy")
"""Kinds that everybody may read."""
