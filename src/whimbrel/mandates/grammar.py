"""The grammar of openings: what a file of `facts/verbs` holds, and the patterns made of it."""

import re
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from functools import cache, cached_property

from whimbrel import facts

LANGUAGES = ("en", "fr", "es")
PART = re.compile(r"(?<!\(\?P)<(\w+)>")
"""A part of the grammar named in a pattern; a named group is none."""
LETTERS = 3
"""By how many first letters the heads are sorted."""
LOOSE = "?"
"""The bucket of patterns that begin with a choice and not with letters."""


class Force(StrEnum):
    """How strongly a provision binds, by its printed verb."""

    OBLIGATION = "obligation"
    REQUEST = "request"
    INSTRUCTION = "instruction"
    INVITATION = "invitation"
    ENCOURAGEMENT = "encouragement"
    URGE = "urge"
    CALL = "call"
    DECISION = "decision"
    NOTE = "note"
    APPRECIATION = "appreciation"
    RECOMMENDATION = "recommendation"

    @property
    def directive(self) -> bool:
        """True where somebody is to act or something is decided; a note or thanks only informs."""
        return self not in (Force.NOTE, Force.APPRECIATION)


class Form(StrEnum):
    """The forms in which a verb opens a paragraph."""

    FINITE = "finite"
    """"Requests": the organ is the subject."""
    BARE = "bare"
    """"Decide": the members are the subject ("We, the Ministers, ...")."""
    PARTICIPLE = "participle"
    """"Recalling": a preambular paragraph."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Verb:
    """A verb of the grammar: its forms, and what belongs to the phrase behind it."""

    verb: str
    force: Force
    finite: str | None = None
    bare: str | None = None
    participle: str | None = None
    infinitive: str | None = None
    tail: str = "plain"
    alone: bool = False
    """True where a second verb behind "and" is no part of the phrase."""
    unless: str | None = None
    """Words behind the finite form that show a noun: "Requests for assistance have grown"."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Called:
    """Words by which a decision addresses somebody: "shall", "are invited"."""

    verb: str
    force: Force
    words: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Grammar:
    """How paragraphs open in one language; the notation stands in `facts/verbs/en.yaml`."""

    source: str
    language: str
    parts: dict[str, str]
    tails: dict[str, str]
    lends: dict[Force, str]
    goes_on: dict[Form, tuple[str, ...]]
    goes_on_with: str
    joins: str
    seconds: tuple[str, ...]
    relatives: str
    council_keeps: str
    verbs: tuple[Verb, ...]
    unknown_participle: str
    called: tuple[Called, ...]
    told: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Head:
    """One form of one verb, and what may follow it in the phrase."""

    verb: str
    force: Force
    form: Form
    alone: bool
    words: re.Pattern[str]
    tail: re.Pattern[str]


class Openers:
    """The grammar of one language. Patterns are compiled when they are first needed, and once."""

    def __init__(self, grammar: Grammar) -> None:
        self.grammar = grammar
        self.tails = {
            name: self.compiled(rf"{words}(?!\w)") for name, words in grammar.tails.items()
        }
        self.before = self.compiled(r"(?:(?:<before>),? )+")
        self.joins = self.compiled(f" (?:{grammar.joins}) ")
        self.order = self.compiled(r"(?: <sequence>)*(?!\w)")
        self.keeps = self.compiled(f" (?:{grammar.council_keeps})")
        self.unknown = self.compiled(grammar.unknown_participle)
        self.buckets: dict[str, tuple[Head, ...]] = {}

    @cached_property
    def joint(self) -> re.Pattern[str]:
        """Where a second verb may begin: behind a stop (group "stop") or behind "and"."""
        joins = self.grammar.joins
        return self.compiled(f"(?P<stop>[,;] (?:(?:{joins}),? )?)| (?:{joins}) ")

    @cached_property
    def relatives(self) -> re.Pattern[str]:
        """Words that open a clause whose verbs say nothing of the organ."""
        return self.compiled(rf"\b(?:{self.grammar.relatives})\b")

    @cached_property
    def told(self) -> re.Pattern[str]:
        """Words that show a sentence to tell and not to ask."""
        return self.compiled(rf"\b(?:{self.grammar.told})\b")

    @cached_property
    def lends(self) -> tuple[tuple[Force, re.Pattern[str]], ...]:
        """Words behind a verb that give the force of the whole."""
        return tuple((force, self.compiled(words)) for force, words in self.grammar.lends.items())

    @cached_property
    def called(self) -> tuple[tuple[Called, re.Pattern[str]], ...]:
        """The words that address somebody."""
        return tuple((call, self.compiled(call.words)) for call in self.grammar.called)

    @cached_property
    def any_called(self) -> re.Pattern[str]:
        """Any of the words that address somebody."""
        words = "|".join(call.words for call in self.grammar.called)
        return self.compiled(rf"\b(?:{words})\b")

    @cached_property
    def forms(self) -> dict[str, tuple[tuple[Verb, Form, str], ...]]:
        """Every form of every verb as a pattern, by its first letters."""
        found: defaultdict[str, list[tuple[Verb, Form, str]]] = defaultdict(list)
        for verb in self.grammar.verbs:
            for form in Form:
                for words in self.spelled(verb, form):
                    found[first_letters(words)].append((verb, form, words))
        return {letters: tuple(forms) for letters, forms in found.items()}

    def spelled(self, verb: Verb, form: Form) -> Iterator[str]:
        """The words of a form: "urges", and "continues to urge"."""
        own: str | None = getattr(verb, form.value)
        if own:
            yield own
        after: str | None = getattr(verb, self.grammar.goes_on_with)
        for words in self.grammar.goes_on.get(form, ()) if after else ():
            # "continue d'exprimer": an elided word stands close to the next.
            yield words + ("" if words.endswith("'") else " ") + f"(?:{after})"

    def heads(self, text: str, start: int) -> tuple[Head, ...]:
        """The heads that may stand at a place of a text."""
        letters = text[start : start + LETTERS].lower()
        return self.bucket(letters if letters in self.forms else LOOSE)

    def bucket(self, letters: str) -> tuple[Head, ...]:
        """The heads that begin with these letters, and those that may begin with any."""
        if letters not in self.buckets:
            loose = self.bucket(LOOSE) if letters != LOOSE else ()
            own = self.forms.get(letters, ())
            self.buckets[letters] = (*(self.head(*form) for form in own), *loose)
        return self.buckets[letters]

    def head(self, verb: Verb, form: Form, words: str) -> Head:
        """A form of a verb, ready to be matched at the place where it begins."""
        noun = f"(?!{verb.unless})" if verb.unless and form is not Form.PARTICIPLE else ""
        return Head(
            verb=verb.verb,
            force=verb.force,
            form=form,
            alone=verb.alone,
            words=self.compiled(rf"(?:{words})(?![\w-]|'\w){noun}"),
            tail=self.tails[verb.tail],
        )

    def compiled(self, pattern: str) -> re.Pattern[str]:
        """A pattern of the fact files as a regular expression."""
        while PART.search(pattern):
            pattern = PART.sub(self.part, pattern)
        return re.compile(pattern.replace("'", "['’]").replace(" ", r"\s+"), re.IGNORECASE)

    def part(self, name: re.Match[str]) -> str:
        """The words that a name stands for. A blank behind a bar only broke the line."""
        return "(?:" + re.sub(r"\| +", "|", self.grammar.parts[name[1]]) + ")"


def first_letters(pattern: str) -> str:
    """The letters a pattern begins with, in lower case; `LOOSE` where it begins otherwise."""
    outside = re.sub(r"\(.*\)", "", pattern)
    fixed = pattern[:LETTERS].isalpha() and pattern[LETTERS : LETTERS + 1] not in ("?", "*", "{")
    return pattern[:LETTERS].lower() if fixed and "|" not in outside else LOOSE


@cache
def openers(language: str) -> Openers:
    """The grammar of a language. English where the language is none of ours."""
    name = language if language in LANGUAGES else "en"
    return Openers(facts.load(f"verbs/{name}.yaml", Grammar)[0])
