"""Citation: words that refer to a text, what they name, and how that was found out."""

from dataclasses import dataclass
from enum import StrEnum


class Kind(StrEnum):
    """What a citation names."""

    DOCUMENT = "meeting-document"
    INFORMATION = "information-document"
    SELF = "self-symbol"
    RESOLUTION = "resolution"
    RESOLUTION_PARAGRAPH = "resolution-paragraph"
    RECOMMENDATION = "recommendation"
    DECISION = "decision"
    DECISION_PROVISION = "decision-provision"
    DECISION_RANGE = "decision-range"
    ARTICLE = "treaty-article"
    RULES = "rules-of-procedure"
    STRATEGIC_PLAN = "strategic-plan"
    STRATEGIC_TARGET = "strategic-plan-target"
    TARGET = "target"
    WORK_PROGRAMME = "work-programme"
    POLICY = "policy"
    AGENDA_ITEM = "agenda-item"
    INTERNAL = "internal"
    """A pointer to a place of the same document: an annex, a paragraph, a footnote."""
    URL = "url"
    REPORT = "external-report"
    CAMPAIGN = "campaign-page"
    UNSPECIFIED = "unspecified"


class How(StrEnum):
    """How the target was found out."""

    PRINTED = "printed"
    """The symbol or address itself is printed."""
    NAMED = "named"
    """The body is named beside the number."""
    SHAPE = "shape"
    """Only one body numbers its texts so."""
    CONTEXT = "context"
    """The body whose document it is numbers its texts so."""
    EARLIER = "earlier"
    """An earlier citation, as in "ibid."."""
    LINK = "link"
    """The link behind the words."""
    UNRESOLVED = "unresolved"
    """The target is not known."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Citation:
    """One reference to one text.

    Words that name several texts (`Decisions 14.8-14.10`) give one citation for each of them.
    """

    start: int
    end: int
    """First character of the words in the text, and the one after the last."""
    surface: str
    """The words as they stand."""
    kind: Kind
    target: str | None
    """What is named, in normal form; None where that is not known."""
    how: How
    place: str | None = None
    """The place in the target, as printed: `paragraph 9`, `annex`, `decision 1/CP.21, annex`."""
    title: str | None = None
    """The title printed beside it."""
    linked: bool = False
    """True where the words are a link."""

    @property
    def sure(self) -> bool:
        """True where the text itself says what is meant, and nothing was concluded."""
        return self.how in (How.PRINTED, How.NAMED, How.LINK)
