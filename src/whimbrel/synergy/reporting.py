"""Reporting obligations and indicators that one answer could serve.

An obligation to report is a provision in force whose output is a report or information, or which
speaks of reports, reporting, indicators or monitoring. Two of them could be served by one answer
where they are of two conventions or two instruments, and meet as the rule for mandates says.
"""

import re
from collections.abc import Sequence

from whimbrel.synergy.matter import Asked
from whimbrel.synergy.overlap import Overlap, overlaps

SPEAKS = re.compile(
    r"\b(?:report(?:s|ing)?|indicators?|monitoring|rapports?|indicateurs?|informes?|indicadores?)\b",
    re.IGNORECASE,
)
OUTPUTS = frozenset({"report", "information"})


def reports(one: Asked) -> bool:
    """Whether a provision is an obligation to report."""
    return bool(OUTPUTS & set(one.outputs)) or SPEAKS.search(one.text) is not None


def instrument(one: Asked) -> str:
    """Its instrument: `CMS 14.10` of `14.10/d`; empty where its convention is not known."""
    number = one.ref.name.rpartition("/")[0] or one.ref.name
    return f"{one.convention} {number}" if one.convention else ""


def one_answer(several: Sequence[Asked]) -> tuple[Overlap, ...]:
    """The pairs of obligations that one answer could serve, the heaviest first."""
    return overlaps([one for one in several if reports(one)], group=instrument)
