"""Reasons: why two provisions were judged as they were, and why a mandate stands as it does, as a
code with words that can be said in any language."""

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
    # In force, or not.
    DELETED = "deleted"
    UNTIL = "in-force-until"
    NOT_YET = "in-force-from"
    NO_START = "no-start-known"
    SINCE = "in-force-since"
    SINCE_UNTIL = "in-force-since-until"
    RESOLUTION_STAYS = "resolution-stays"
    MEETING_UNKNOWN = "adopting-meeting-unknown"
    LAPSES_UNDATED = "lapses-at-undated"
    LAPSES = "lapses-unless-renewed"
    RENEWED = "renewed"
    LAPSED = "lapsed"
    RESULTS_UNKNOWN = "results-unknown"
    # Due, or not.
    NO_TIME = "names-no-time"
    NOT_IN_FORCE = "not-in-force"
    SETTLED = "settled"
    WAS_DUE = "was-due"
    IS_DUE = "is-due"
    DUE_LATER = "due-later"
    NO_NEXT = "no-next-meeting"
    UNDATED = "meeting-undated"
    UNDATED_AFTER = "meeting-after-undated"
    NONE_COMING = "no-coming-meeting"
    UNREADABLE_TIME = "time-not-understood"
    # Its money.
    NO_MONEY_NEEDED = "needs-no-money"
    MONEY = "money"
    MONEY_UNKNOWN = "money-unknown"
    # What became of it.
    SAID_TO_BE = "said-to-be"
    SAID_TO_BE_IN = "said-to-be-in"
    FORCE_UNKNOWN = "force-unknown"
    UNANSWERED = "in-force-unanswered"
    SAID_BY = "said-by"
    SAID_BY_ON = "said-by-on"
    FROM_LATER = "in-force-only-from"
    RESOLUTION_ANSWERED = "resolution-answered"
    MADE_AND_GOING = "made-and-going-on"
    ALL_MADE = "all-made"
    SOME_ANSWER = "some-answer"
    NO_MONEY_CAME = "no-money-came"
    NONE_MADE = "none-made"
    NOBODY_SAID = "nobody-said"
    NOT_PUBLISHED = "not-published"
    PASSED_OVER = "passed-over"


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
    Code.DELETED: "deleted on {day}",
    Code.UNTIL: "in force until {until}",
    Code.NOT_YET: "in force from {day}",
    Code.NO_START: "no document says from when it is in force",
    Code.SINCE: "in force from {day}",
    Code.SINCE_UNTIL: "in force from {day} until {until}",
    Code.RESOLUTION_STAYS: "in force from {day}, and a resolution does not lapse",
    Code.MEETING_UNKNOWN: "a decision lapses, and the meeting that adopted it is not known",
    Code.LAPSES_UNDATED: "it lapses at {meeting} unless renewed; no date of {meeting} is known",
    Code.LAPSES: "in force from {day}; it lapses at {meeting} unless renewed",
    Code.RENEWED: "renewed at {meeting} as {names}",
    Code.LAPSED: "lapsed at {meeting}, where nobody renewed it",
    Code.RESULTS_UNKNOWN: "it lapses at {meeting} unless renewed; what {meeting} adopted is not on "
    "record",
    Code.NO_TIME: "it names no time",
    Code.NOT_IN_FORCE: "it is not in force",
    Code.SETTLED: "it is said to be {status}",
    Code.WAS_DUE: "it was due by {day} ({times})",
    Code.IS_DUE: "it is due by {day} ({times})",
    Code.DUE_LATER: "it is due by {day}, after the next meeting",
    Code.NO_NEXT: "no next meeting is known",
    Code.UNDATED: "no date of {meeting} is known",
    Code.UNDATED_AFTER: "no date of the meeting after {meeting} is known",
    Code.NONE_COMING: "no coming meeting of {series} is known",
    Code.UNREADABLE_TIME: "when “{time}” is cannot be told",
    Code.NO_MONEY_NEEDED: "it depends on no money of others",
    Code.MONEY: "{words}: {funding}",
    Code.MONEY_UNKNOWN: "{words}: nobody has said whether money came",
    Code.SAID_TO_BE: "said to be {status}",
    Code.SAID_TO_BE_IN: "said to be {status} in {address}",
    Code.FORCE_UNKNOWN: "whether it is in force is not known",
    Code.UNANSWERED: "in force, and nobody has said what became of it",
    Code.SAID_BY: "said by {who}",
    Code.SAID_BY_ON: "said by {who} on {day}",
    Code.FROM_LATER: "in force only from {day}",
    Code.RESOLUTION_ANSWERED: "engagements that answer it: {count}; a resolution stays in force",
    Code.MADE_AND_GOING: "every output was made, and engagements go on",
    Code.ALL_MADE: "every output was made",
    Code.SOME_ANSWER: "engagements that answer it: {count}; not every output is made",
    Code.NO_MONEY_CAME: "no money came ({words}), and nothing was done",
    Code.NONE_MADE: "no output was made",
    Code.PASSED_OVER: "{who} does not report on it, and no engagement answers it",
    Code.NOBODY_SAID: "nobody has said what became of it, and no engagement answers it",
    Code.NOT_PUBLISHED: "nothing that is published tells",
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
