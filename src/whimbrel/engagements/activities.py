"""The verbs and nouns of a sentence that say that something was done, and whether it was."""

import re
from dataclasses import dataclass
from functools import cache

from whimbrel.engagements.vocabulary import (
    Form,
    Frame,
    anywhere,
    before,
    every_event,
    forms,
    vocabulary,
)

WORD = re.compile(r"[^\W\d_][\w-]*")
LOOK_BACK = 90
INVITED = re.compile(r"\b(?:invit|able|pu\b|pud|podido)", re.IGNORECASE)
"""What was asked of us or was possible, and was done: "was invited to speak"."""
NAMED = re.compile(
    r"\b[A-ZÀ-Þ][\w]*\s(?:of\s|de\s|d['’])$"
    r"|\b(?:in|en|by|par|por|through)\s(?:close\s|étroite\s|estrecha\s)?$"
)
"""Before a noun that is the rest of a name, "Memorandum of Cooperation", or says how something was
done, "in cooperation with"."""
NOUN = re.compile(
    r"\b(?:en|sin|con|por|previa|mediante|una?|la|esta|avec|sans|sous|une|cette|in|by|with)\s+$"
)
"""Behind these a form is a noun: "en consulta con"."""
AND = frozenset({"and", "or", "et", "ou", "y", "e", "o"})
PRODUCTS = frozenset(
    {
        "launch",
        "joint-output",
        "training",
        "written-contribution",
        "information-gathering",
        "presentation",
        "initiative-development",
        "support",
        "workshop",
    }
)
"""What is told apart from the cooperation it came from."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Head:
    """One verb or noun that says that something was done."""

    frame: Frame
    start: int
    end: int
    state: str
    negated: bool = False
    noun: bool = False
    passive: bool = False


def heads(text: str, language: str | None) -> tuple[Head, ...]:
    """The heads of a sentence, in order."""
    if anywhere(language, "past_habit").search(text[:60]):
        return ()
    known = forms(language)
    found: list[Head] = []
    for token in WORD.finditer(text):
        listed = known.get(token[0].casefold())
        if listed is None or (found and token.start() < found[-1].end):
            continue
        head = next(
            filter(None, (read(text, token, form, language, found) for form in listed)), None
        )
        if head is None or (found and text[found[-1].end : head.start].strip() in AND):
            continue
        found.append(head)
    nouns = nominal(text, found, language)
    if nouns:
        # "Outreach has taken place with ..." is one activity and not two.
        found = [one for one in found if one.frame.kind != "event"]
    return tuple(sorted([*found, *nouns], key=lambda one: one.start))


def read(
    text: str, token: re.Match[str], form: Form, language: str | None, earlier: list[Head]
) -> Head | None:
    """A verb form as a head; None where it says nothing was done, or is only part of a clause."""
    tail = form.tail.match(text, token.end())
    if tail is None:
        return None
    left = text[max(0, token.start() - LOOK_BACK) : token.start()]
    far = 40 if form.slot == "third" else 7
    if relative(left, language, far) or before(language, "modal").search(left):
        return None
    negated = before(language, "negated").search(left) is not None
    state = "done" if negated else tense(text, token, form, left, language, earlier)
    if state is None or (form.frame.passive and not before(language, "passive").search(left)):
        return None
    return Head(
        frame=form.frame,
        start=token.start(),
        end=tail.end(),
        state=form.frame.state or state,
        negated=negated,
        passive=before(language, "passive").search(left) is not None,
    )


def tense(
    text: str,
    token: re.Match[str],
    form: Form,
    left: str,
    language: str | None,
    earlier: list[Head],
) -> str | None:
    """`done`, `ongoing` or `planned`, as the auxiliaries say; None where the form is no finite
    verb."""

    def behind(name: str) -> bool:
        return before(language, name).search(left) is not None

    match form.slot:
        case "base":
            if behind("future"):
                return "planned"
            if behind("to") and INVITED.search(left[-30:]):
                return "done"
            return "ongoing" if behind("to") or coordinated(left, earlier) else None
        case "ing":
            return "ongoing" if behind("progressive") or behind("continuing") else None
        case "future":
            return "planned"
        case "third":
            return None if behind("passive") or NOUN.search(left) else "ongoing"
        case "past":
            if behind("passive") or behind("perfect"):
                return None
            after = text[token.end() : token.end() + 12]
            agent = re.match(r"\s+(?:by|par|por)\b", after)
            return None if agent or nominal_left(left) or behind_comma(left, after) else "done"
        case _:
            if behind("passive"):
                whole = form.frame.passive or form.frame.kind not in (
                    "cooperation",
                    "participation",
                )
                return "done" if whole else None
            return "done" if behind("perfect") or form.frame.role == "member" else None


def behind_comma(left: str, after: str) -> bool:
    """True for ", held in Rome from 3 to 5 May": a participle, whatever its form."""
    return left.endswith(", ") and re.match(r"\s+(?:in|on|at|from|during)\b", after) is not None


def nominal_left(left: str) -> bool:
    """True after an article or preposition: "the participated ..." is no verb."""
    return (
        re.search(r"\b(?:the|a|an|of|le|la|les|un|une|el|los|las|de|du|des)\s+$", left) is not None
    )


def coordinated(left: str, earlier: list[Head]) -> bool:
    """True for the second verb of "continued to engage in ... and participate in ..."."""
    return (
        bool(earlier)
        and earlier[-1].state == "ongoing"
        and left.rstrip().endswith((" and", " et", " y"))
    )


def relative(left: str, language: str | None, far: int) -> bool:
    """True where the verb stands in a relative clause, `far` words at most: "which UNEP
    convenes"."""
    words = vocabulary(language)
    pronouns = "|".join(words.relatives)
    found = list(re.finditer(rf"\b(?:{pronouns})\b", left, re.IGNORECASE))
    if not found:
        return False
    between = left[found[-1].end() :]
    return len(between.split()) <= far and not re.search(r"[,;:]\s", between)


def nominal(text: str, verbs: list[Head], language: str | None) -> tuple[Head, ...]:
    """The noun that opens a sentence and names what was done: "The collaboration with ..."."""
    first = min((head.start for head in verbs), default=len(text))
    found = []
    for kind, pattern in subjects(language):
        match = pattern.match(text)
        if match is None or match.start("noun") > first or not opens(text, match):
            continue
        if NAMED.search(text[: match.start("noun")]):
            continue
        if before(language, "modal").search(text[match.end() : match.end() + 30]):
            continue
        frame = Frame(kind=kind, role="partner", verbs=(), needs_partner=True)
        found.append(
            Head(
                frame=frame, start=match.start("noun"), end=match.end(), state="ongoing", noun=True
            )
        )
    return tuple(sorted(found, key=lambda one: one.start)[:1])


@cache
def subjects(language: str | None) -> tuple[tuple[str, re.Pattern[str]], ...]:
    """A pattern for each noun, up to where it may stand as the subject of a sentence."""
    # "In close collaboration with ..., we ..." says how; "This cooperation ..." was told before.
    back = (
        r"(?!(?:this|these|such|that|ces?|cette|est[ea]s?|in|en|with|avec|con|through|under"
        r"|dans|por|par|for|pour|para|since|desde|depuis|as|following|given|thanks|due|during"
        r"|lors|durante|after|après|tras|by|based|building|grâce|gracias)\b)"
    )
    return tuple(
        (
            noun.kind,
            re.compile(
                rf"{back}\W{{0,3}}(?:[\w’'()-]{{1,40}},?\s+){{0,14}}?(?P<noun>{noun.words})\b",
                re.IGNORECASE,
            ),
        )
        for noun in vocabulary(language).nouns
    )


def opens(text: str, match: re.Match[str]) -> bool:
    """True where the noun is a subject with a partner beside it, and no modifier of another
    noun."""
    after = text[match.end() : match.end() + 40]
    between = text[: match.start("noun")]
    near = re.match(
        r"\s+(?:with|between|among|has|have|is|in|included|continued|avec|entre|con|en|a|ha)\b",
        after,
    )
    return near is not None and not re.search(r"[;:]", between)


def has_event(text: str, language: str | None) -> bool:
    """True where an event is named."""
    return every_event(language).search(text) is not None
