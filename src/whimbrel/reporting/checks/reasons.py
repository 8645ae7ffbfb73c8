"""The rules by name, the level of each reason and its sentence in three languages:
`facts/checks/rules.yaml`."""

from dataclasses import dataclass
from functools import cache

from whimbrel.facts import load


@dataclass(frozen=True, slots=True, kw_only=True)
class Reason:
    """One way in which a rule may be broken. `{name}` is a gap in its sentence."""

    id: str
    level: str
    en: str
    fr: str
    es: str
    rule: str = ""

    def told(self, language: str | None) -> str:
        """The sentence, with its gaps."""
        return {"fr": self.fr, "es": self.es}.get(language or "en", self.en)


@dataclass(frozen=True, slots=True, kw_only=True)
class RuleFacts:
    """What is said of one rule."""

    rule: str
    source: str
    asks: str
    """What the rule looks at, in one sentence for the reference."""
    reasons: tuple[Reason, ...]


def rules() -> tuple[RuleFacts, ...]:
    """Every rule that the facts know, in the order in which they are looked at."""
    return load("checks/rules.yaml", RuleFacts)


@cache
def every() -> dict[str, Reason]:
    """Key of a message -> its reason."""
    return {
        one.id: Reason(id=one.id, level=one.level, en=one.en, fr=one.fr, es=one.es, rule=each.rule)
        for each in rules()
        for one in each.reasons
    }


def reason(message: str) -> Reason:
    """The reason of a message. KeyError for one that the facts do not have."""
    return every()[message]
