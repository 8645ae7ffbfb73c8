"""A draft decision that follows from the options that somebody chose: a text to be edited, in house
style, with whom it is directed to, a condition of resources and a report. It recommends nothing."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cache
from typing import ClassVar, Literal

from whimbrel.admission.compare import Compared
from whimbrel.admission.compared import ask, printed, unit
from whimbrel.admission.option import NoSuchOption, Option
from whimbrel.facts import load
from whimbrel.procedures.compare import Row
from whimbrel.procedures.known import STRICT
from whimbrel.reporting.matter import Cost, Draft, DraftItem, Matter
from whimbrel.reporting.papers.paper import Paper, paper
from whimbrel.reporting.papers.schemes.costs import year
from whimbrel.reporting.papers.schemes.weighed import Weighed, begun
from whimbrel.reporting.pen import Pen, letter
from whimbrel.reporting.phrases import LANGUAGES, plain
from whimbrel.reporting.piece import Piece
from whimbrel.reporting.sections_annex import annex
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


def annexed(pen: Pen, listed: Sequence[Draft]) -> list[Piece]:
    """Drafts as the annex of a paper; where the paper is of no meeting, they have letters for
    numbers."""
    if not listed:
        return []
    own = tuple(listed)
    if not pen.matter.meeting.short:
        own = tuple(
            replace(one, number=letter(at).upper() * 2) for at, one in enumerate(own)
        )  # fmt: skip
    return annex(Pen(matter=replace(pen.matter, drafts=own)))


def decision(matter: Matter, found: Compared, names: Sequence[str], by: str = "") -> Paper:
    """A draft decision as a paper of its own, with the figures it follows from. `by`: who chose the
    options; empty: nobody is named yet. NoSuchOption: an option that is none; ValueError: none is
    chosen."""
    if not names:
        raise ValueError("no option is chosen: name those from which the draft is to follow")
    of = begun(Pen(matter=matter), found)
    chosen = picked(found, names)
    pen = of.pen
    titles = pen.listed(pen.plain("quote", words=of.title(found.options[at])) for at in chosen)
    who = by or pen.plain("decision.nobody")
    grounds = [reasons(of, at) for at in chosen]
    pieces = [
        *of.headed(
            "decision",
            pen.paragraph("draft/status", pen.say("decision.status", who=who, options=titles)),
            *([pen.paragraph("draft/brackets", pen.say("decision.brackets"))]
              if len(chosen) > 1 else []),
            pen.paragraph(
                "draft/grounds",
                pen.say("decision.grounds", size=str(found.size), seed=str(found.seed)),
            ),
            *grounds,
            pen.paragraph("draft/marks", pen.say("options.marks"), children=of.marks.legend()),
            pen.paragraph("draft/notice", of.laws[0].notice),
        ),
        *of.marks.sources(1),
        *annexed(pen, drafts(found, names, of.language)),
    ]  # fmt: skip
    return paper(pen, pen.plain("paper.decision"), pieces)


SHOWN = ("admitted", "lost", "standing", "documents", "steps", "opportunity", "recurring", "cost")
"""Questions whose answers a draft is put beside."""


def reasons(of: Weighed, at: int) -> Piece:
    """What the comparison says of one option."""
    pen, one, law = of.pen, of.found.options[at], of.laws[at]
    rows = {row.id: row for row in of.found.rows}
    name = "options.not_allowed" if law.findings else "options.allowed"
    told = [figure_of(of, rows, each, at) for each in SHOWN]
    return pen.paragraph(
        f"draft/option/{one.id}",
        pen.say(name, option=of.title(one), verdict=law.verdict),
        children=pen.items(told),
        records=[f"option/{one.id}"],
    )


def figure_of(of: Weighed, rows: Mapping[str, Row], name: str, at: int) -> str:
    """One question with the answer of one option."""
    row = rows[name]
    cell, beside = row.cells[at], row.beside()[at]
    answer = of.figure(of.found.options[at], cell.value, cell.known, beside)
    return of.pen.plain(
        "decision.figure", question=ask(name, of.language), unit=unit(row, of.language),
        answer=answer,
    )  # fmt: skip
