"""Reasons: why two provisions were judged as they were, as a code with words that can be said in
any language."""

from dataclasses import dataclass
from enum import StrEnum


class Code(StrEnum):
    """Why."""

    SAME_WORDS = "same-words"
    SPELLING = "spelling-only"
    ROLLED_FORWARD = "rolled-forward"
    DUTY_GOES_ON = "duty-goes-on"
    TASK_GOES_ON = "task-goes-on"
    STATEMENT_GOES_ON = "statement-goes-on"
    MOST_WORDS = "most-words-kept"
    ONLY_REPORTED = "duty-only-reported"
    OTHER_DUTY = "other-duty"
    BROUGHT_ABOUT = "brought-about"
    CAME_ABOUT = "awaited-came-about"
    OTHER_STATEMENT = "other-statement"
    NOTHING_COMMON = "nothing-in-common"
    PARTS_TOGETHER = "parts-together"
    PARTS_APART = "parts-apart"
    ENDS_IT = "ends-the-duty"
    ASKS_THE_SAME = "asks-the-same"
    SAME_TASK_OTHERWISE = "same-task-otherwise"
    OTHERS_ASKED = "same-task-of-others"
    SAME_SUBJECT = "same-subject"
    OPPOSITE = "opposite-duty"


ENGLISH = {
    Code.SAME_WORDS: "the words are the same",
    Code.SPELLING: "only the spelling differs",
    Code.ROLLED_FORWARD: "only numbers, dates or sessions differ",
    Code.DUTY_GOES_ON: "what “{verb}” asked for is still asked for",
    Code.TASK_GOES_ON: "the task goes on",
    Code.STATEMENT_GOES_ON: "it still says the same of its subject",
    Code.MOST_WORDS: "most words are kept",
    Code.ONLY_REPORTED: "what “{verb}” asked for is only reported (“{now}”)",
    Code.OTHER_DUTY: "what “{verb}” asked for is over; on its subject “{now}” asks another thing",
    Code.BROUGHT_ABOUT: "what “{verb}” was to bring about is there (“{now}”)",
    Code.CAME_ABOUT: "what the old words looked forward to (“{verb}”) came about (“{now}”)",
    Code.OTHER_STATEMENT: "something else is said of the same subject",
    Code.NOTHING_COMMON: "no duty or statement is common to both",
    Code.PARTS_TOGETHER: "parts of {paths} came together",
    Code.PARTS_APART: "parts went to {paths}",
    Code.ENDS_IT: "it names {path} and ends it (“{verb}”)",
    Code.OPPOSITE: "one asks for what the other ends or forbids (“{verb}”)",
    Code.ASKS_THE_SAME: "the same is asked already",
    Code.SAME_TASK_OTHERWISE: "the same task is asked, with other {what}",
    Code.OTHERS_ASKED: "the same task is asked of others: {before}, now {now}",
    Code.SAME_SUBJECT: "both are about “{subject}”",
}
"""The reasons in plain English, with places for the values."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Reason:
    """A reason: its code, and the words of the provisions that belong to it."""

    code: Code
    values: tuple[tuple[str, str], ...] = ()

    @classmethod
    def of(cls, code: Code, **values: str) -> "Reason":
        """A reason with its values by name."""
        return cls(code=code, values=tuple(values.items()))

    def __str__(self) -> str:
        """The reason in plain English."""
        return ENGLISH[self.code].format(**dict(self.values))
