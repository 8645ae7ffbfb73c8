"""The lines of due diligence that a policy can ask, and what a partnership has for an answer: given
here, or taken from what another body has verified."""

import datetime

from whimbrel.partnership.policy import Check, Pack, Question
from whimbrel.procedures.criterion import Test
from whimbrel.procedures.known import Line
from whimbrel.queries.bound import pack_of
from whimbrel.register.models import Partnership as Row
from whimbrel.register.models import PartnershipAnswer, PartnershipReliance

YES = {"yes": True, "no": False}
CHECKED = {"clear": True, "found": False}
"""What a check can give: nothing was found, or something that a person has to look at."""
UNKNOWN = "not known"


def lines(pack: Pack) -> dict[str, tuple[str, Line]]:
    """Every line that can be answered: id -> (kind, line)."""
    return {
        **{one.id: ("check", one) for one in pack.checks},
        **{one.id: ("criterion", one) for one in pack.criteria},
        **{one.id: ("question", one) for one in pack.questions},
    }


def kind_of(row: Row, line: str) -> str:
    """Whether an id is of a question, a check or a criterion of the policy; empty: of none."""
    pack = pack_of(row)
    return lines(pack).get(line, ("", None))[0] if pack is not None else ""


def options(line: Line) -> tuple[str, ...]:
    """The answers that a line takes; empty: a number."""
    if isinstance(line, Check):
        return (*CHECKED, UNKNOWN)
    test = line.good if isinstance(line, Question) else getattr(line, "test", None)
    if not isinstance(test, Test):
        return (*YES, UNKNOWN)
    if test.at_least is not None or test.at_most is not None:
        return ()
    if test.among:
        return (*test.among, UNKNOWN)
    return (*YES, UNKNOWN)


def value_of(row: Row, line: str, text: str) -> object:
    """An answer as it is kept: yes or no, a number, one of several words; None for what is not
    known. ValueError: it is no answer to this line."""
    pack = pack_of(row)
    _kind, asked = lines(pack)[line] if pack is not None else ("", None)
    if asked is None:
        raise ValueError(line)
    plain, known = text.strip().casefold(), options(asked)
    if plain == UNKNOWN:
        return None
    if not known:
        return float(plain)
    if plain not in known:
        raise ValueError(text)
    return {**YES, **CHECKED}.get(plain, plain)


def written(line: Line, value: object) -> str:
    """A kept answer as it is chosen or written."""
    if value is None:
        return UNKNOWN
    words = CHECKED if isinstance(line, Check) else YES
    if isinstance(value, bool):
        return next(word for word, one in words.items() if one is value)
    return f"{value:g}" if isinstance(value, float) else str(value)


def answers(row: Row) -> dict[str, PartnershipAnswer]:
    """The answers of the due diligence that is under way, or was done last."""
    return {one.line: one for one in row.answers.all() if one.round == row.round}


def relied(row: Row, on: datetime.date) -> dict[str, PartnershipReliance]:
    """The lines that another body's verification answers on a day."""
    listed = sorted(row.reliances.all(), key=lambda one: (one.verified_on, one.pk))
    good_ = [one for one in listed if one.until is None or on <= one.until]
    return {line: one for one in good_ if one.round == row.round for line in one.lines}


def best(line: Line) -> object:
    """The answer for which a verification stands: the one that the policy wants."""
    if isinstance(line, Check):
        return True
    test = line.good if isinstance(line, Question) else None
    if test is None:
        return None
    return test.equals if test.equals is not None else (test.among[0] if test.among else None)


def answered(row: Row, pack: Pack, on: datetime.date) -> dict[str, object]:
    """Line -> its answer, where it is known: what was answered here, and what is relied on."""
    others = relied(row, on)
    known = lines(pack) if others else {}
    told = {line: best(known[line][1]) for line in others if line in known}
    told |= {line: one.value for line, one in answers(row).items() if one.value is not None}
    return {line: value for line, value in told.items() if value is not None}
