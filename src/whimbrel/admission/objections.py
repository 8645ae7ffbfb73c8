"""How many can keep a body out: the objections that count, against the rule by which it is
decided."""

from datetime import date

from whimbrel.admission.applicant import Applicant
from whimbrel.admission.words import say
from whimbrel.procedures.decide import FRACTIONS, SINGLE, blocking
from whimbrel.procedures.procedure import DecisionRule, Kind

NOBODY = {Kind.SECRETARIAT}
"""Nobody is asked, so an objection changes nothing."""
Said = tuple[bool | None, tuple[str, ...]]


def objected(
    rule: DecisionRule,
    applicant: Applicant,
    opens: date | None,
    present: int | None,
    every: int | None,
    language: str,
) -> Said:
    """Whether objections keep a body out; None where the rule leaves it open or the number of
    Parties is not known. With what is to be said of objections that were not counted."""
    number, said = counting(rule, applicant, opens, language)
    if number == 0:
        return False, said
    if rule.kind in NOBODY:
        return False, (*said, say("not-asked", language, number=number))
    if rule.kind in SINGLE:
        return True, said
    if rule.kind not in FRACTIONS:
        return None, (*said, say("left-to-the-body", language, number=number))
    base = every if rule.kind is Kind.FRACTION_ALL else present
    needed = blocking(rule, base)
    if needed is not None:
        return number >= needed, said
    among_present = blocking(rule, present)
    if among_present is not None and number < among_present:
        # All Parties are at least those present, so fewer than a third of these block nothing.
        return False, said
    return None, (*said, say("no-number", language))


def counting(
    rule: DecisionRule, applicant: Applicant, opens: date | None, language: str
) -> tuple[int, tuple[str, ...]]:
    """The objections that count; those lodged after the last day do not."""
    days = applicant.objections_on
    if days is None or rule.object_days is None or opens is None:
        number = applicant.objections if applicant.objections is not None else len(days or ())
        return number, undated(rule, applicant, number, language)
    counted = sum((opens - day).days >= rule.object_days for day in days)
    # Those without a day count: nobody says that they were late.
    rest = max((applicant.objections or 0) - len(days), 0)
    late = len(days) - counted
    said = (say("late-objections", language, number=late),) if late else ()
    return counted + rest, said


def undated(
    rule: DecisionRule, applicant: Applicant, number: int, language: str
) -> tuple[str, ...]:
    """What is to be said where objections should be dated and are not."""
    if rule.object_days is None or number == 0:
        return ()
    return (say("undated-objections", language, days=rule.object_days),)
