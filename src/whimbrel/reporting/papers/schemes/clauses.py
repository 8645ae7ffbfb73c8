"""What a draft decision says, clause by clause: data for each option, made into a draft for each
addressee."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cache
from typing import ClassVar, Literal

from whimbrel.admission.compare import Compared
from whimbrel.admission.option import NoSuchOption, Option
from whimbrel.facts import load
from whimbrel.procedures.known import STRICT
from whimbrel.procedures.printed import printed
from whimbrel.reporting.matter import Cost, Draft, DraftItem
from whimbrel.reporting.papers.schemes.costs import year
from whimbrel.reporting.pen import letter
from whimbrel.reporting.phrases import LANGUAGES, plain
from whimbrel.reporting.text import Text

To = Literal["parties", "committee", "secretariat", "bodies"]
ORDER: tuple[To, ...] = ("parties", "committee", "secretariat", "bodies")
"""Addressees, as decisions of the COP have them."""
EVERY, AMENDMENT = "every", "amendment"


@dataclass(frozen=True, slots=True, kw_only=True)
class Clause:
    """One item of a draft: `facts/options/decisions.yaml`."""

    __pydantic_config__: ClassVar = STRICT
    option: str
    """The id of an option; `every`, or `amendment`: for what a decision alone cannot bring in."""
    to: To
    source: str
    last: bool = False
    """It stands behind all others of its addressee."""
    en: str
    fr: str
    es: str

    def said(self, language: str) -> str:
        """The words in a language."""
        return {"fr": self.fr, "es": self.es}.get(language, self.en)


@cache
def clauses() -> tuple[Clause, ...]:
    """Every clause."""
    return load("options/decisions.yaml", Clause)


def picked(found: Compared, names: Iterable[str]) -> tuple[int, ...]:
    """The places of options in a comparison. NoSuchOption: it has none of that name."""
    known = [one.id for one in found.options]
    for name in names:
        if name not in known:
            raise NoSuchOption(f"no option is called {name}. There are: {', '.join(known)}")
    return tuple(at for at, name in enumerate(known) if name in set(names))


def drafts(found: Compared, names: Sequence[str], language: str) -> tuple[Draft, ...]:
    """One draft for each addressee. Where several options are chosen, what belongs to one of them
    stands in brackets, for the meeting to choose. NoSuchOption: an option that is none."""
    chosen = picked(found, names)
    if not chosen:
        return ()
    listed = [
        Draft(
            key=f"options/{to}", words=chapeau(to), directed=line(to),
            heading=said("decision.heading"), items=items(found, chosen, to),
            costs=costs(found, chosen, language) if to == "secretariat" else (),
            costless=to != "secretariat",
        )
        for to in ORDER
    ]  # fmt: skip
    return tuple(one for one in listed if one.items)


def items(found: Compared, chosen: Sequence[int], to: To) -> tuple[DraftItem, ...]:
    """The items of one addressee, lettered; the last ends the sentence."""
    told: list[dict[str, str]] = []
    for at in chosen:
        one, law = found.options[at], found.ceilings[at]
        own = AMENDMENT if law.findings else one.id
        for clause in clauses():
            if clause.option == own and clause.to == to:
                told.append(filled(clause, one, bracketed=len(chosen) > 1))
    shared = [each for each in clauses() if each.option == EVERY and each.to == to]
    told = [
        *(in_all(each) for each in shared if not each.last), *told,
        *(in_all(each) for each in shared if each.last),
    ]  # fmt: skip
    return tuple(
        DraftItem(
            label=f"{letter(at)})",
            words=Text.of(
                **{code: ended(words, code, at == len(told) - 1) for code, words in one.items()}
            ),
        )
        for at, one in enumerate(told)
    )  # fmt: skip


def in_all(clause: Clause) -> dict[str, str]:
    """A clause in every language."""
    return {code: clause.said(code) for code in LANGUAGES}


def filled(clause: Clause, one: Option, *, bracketed: bool) -> dict[str, str]:
    """The same with the title of an option, in brackets where there are several."""
    told = {
        code: clause.said(code).replace("{option}", one.title[code]) for code in LANGUAGES
    }  # fmt: skip
    return {code: f"[{words}]" for code, words in told.items()} if bracketed else told


def ended(words: str, language: str, last: bool) -> str:
    """An item as it ends."""
    return f"{words}{'.' if last else plain(language, 'action.end')}"


def said(name: str) -> Text:
    """A phrase in every language."""
    return Text.of(**{code: plain(code, name) for code in LANGUAGES})


def chapeau(to: To) -> Text:
    """The words before the items."""
    return said(f"decision.chapeau.{to}")


def line(to: To) -> Text:
    """The line of addressees."""
    return said(f"decision.to.{to}")


def costs(found: Compared, chosen: Sequence[int], language: str) -> tuple[Cost, ...]:
    """What each chosen option would cost the secretariat in a year."""
    unit = found.assumed["hour-cost"].unit
    return tuple(
        Cost(
            activity=Text(said=((language, plain(
                language, "decision.work", option=found.options[at].title[language]
            )),)),
            year=plain(language, "decision.yearly"),
            amount=f"{unit} {printed(year(found, at).money, language)}",
            source=said("decision.funds"),
        )
        for at in chosen
    )  # fmt: skip
