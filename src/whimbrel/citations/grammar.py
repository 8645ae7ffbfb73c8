"""The patterns of references in a language. Each is matched at a place; none is searched for."""

import re
from dataclasses import dataclass
from functools import cache

from whimbrel.citations.words import spoken

INSTRUMENTS = ("resolution", "decision", "recommendation")
DATE = r"""(?:
    ,? \s (?: of | du | de | del | dated | le | en\sdate\sdu | de\sfecha )? \s?
    \d{1,2} (?: er | º | ° )? \s (?: de\s )? [^\W\d_]{3,10} \s (?: de\s | del\s )? \d{4}
)"""
ROMAN_OR_NUMBER = r"(?: (?-i: [IVXLC]+ | [A-Z] ) | \d{1,3} )\b"
ARTICLE = r"(?: (?-i: [IVXLC]+ ) | \d{1,3} )\b"
LETTERED = r"(?: \s? \(? [a-z]{1,4} \) )"
TARGET = r"\d{1,2} (?: \. (?: \d{1,2} | [a-c] ) )? \b"


@dataclass(frozen=True, slots=True, kw_only=True)
class Grammar:
    """The patterns of a language."""

    instrument: re.Pattern[str]
    """`resolutions`: one group a kind of instrument."""
    between: re.Pattern[str]
    """`No.`, between the word and its number."""
    strict: re.Pattern[str]
    """`, `, ` and `, a date: what stands between two numbers of one reference."""
    date: re.Pattern[str]
    place: re.Pattern[str]
    """`, paragraph 9`, `, annex II`: behind a number or symbol."""
    inside: re.Pattern[str]
    """`, annex I, ` before `decision`: an instrument printed in the document just named."""
    to: re.Pattern[str]
    """What joins the ends of a range."""
    and_: re.Pattern[str]
    """What joins two numbers."""
    paragraph: re.Pattern[str]
    """`paragraphs 3 and 8`"""
    above: re.Pattern[str]
    here: re.Pattern[str]
    """` of this document`"""
    leads: re.Pattern[str]
    """` of its `, ` of the annex to `: all that stands between a paragraph and its instrument."""
    leads_on: re.Pattern[str]
    """` of `: the paragraph is one of another text."""
    article: re.Pattern[str]
    """`Article VII, paragraphs 8 and 9`"""
    annex: re.Pattern[str]
    footnote: re.Pattern[str]
    target: re.Pattern[str]
    """`Targets 3 and 4`, `SDG 15.2`"""


@cache
def grammar(language: str | None) -> Grammar:
    """The patterns of a language, with English beside it; of every language for None."""

    def say(name: str) -> str:
        return f"(?:{spoken(language, name)})"

    def compiled(pattern: str) -> re.Pattern[str]:
        return re.compile(pattern, re.IGNORECASE | re.VERBOSE)

    and_, to, of = say("and_"), say("to"), say("of")
    joint = rf"(?: ,? \s (?: {and_} | {to} ) \s | , \s | \s? [-–] \s? )"
    one = rf"\d{{1,3}} (?: \.\d+ )* {LETTERED}*"
    listed = rf"(?P<list> {one} (?: {joint} (?: {one} | \(? [a-z] \) ) )* )"
    locator = rf"""{say("locator")} (?:
        \s {ROMAN_OR_NUMBER} (?: \.[A-Z\d]+ )? (?: \s? \([a-z]+\) )?
        (?: {joint} {ROMAN_OR_NUMBER} )*
    )?"""
    words = " | ".join(say(name) for name in INSTRUMENTS)
    return Grammar(
        instrument=compiled(
            "(?: " + " | ".join(f"(?P<{name}> {say(name)} )" for name in INSTRUMENTS) + r" ) (?!\w)"
        ),
        between=compiled(rf",? \s? (?: \(? {say('number')} \s? )?"),
        strict=compiled(rf"{DATE}? (?: ,? \s {and_} \s | , \s | \s? [-–] \s? | \s {to} \s )"),
        date=compiled(DATE),
        place=compiled(rf",? \s \(? {say('paragraph')} \s {listed} | (?: , \s {locator} )+"),
        inside=compiled(
            rf"""\)? , \s (?: {and_} \s )?
            (?: {locator} ,? \s (?: {and_} \s )? )*
            (?= (?: {words} ) \s )"""
        ),
        to=compiled(rf"\s? [-–—] \s? | \s {to} \s"),
        and_=compiled(rf",? \s {and_} \s | , \s | \s & \s"),
        paragraph=compiled(rf"{say('paragraph')} \s {listed}"),
        above=compiled(rf"\s {say('above')} \b"),
        here=compiled(
            rf"""\s (?: (?: {of} | to | à | a | al ) \s? )? (?: {say("present")} \s {say("here")} \b
            # "the Annex of the document", and not "of the document UNEP/CMS/..."
            | (?: of \s the | du | del ) \s docum (?: ent | ento ) \b (?! \s \S* [\d/] ) )"""
        ),
        leads=compiled(rf",? \s {of} \s? [^.;:()]{{0,90}}"),
        leads_on=compiled(
            rf"""(?: ,? \s {say("paragraph")} \s \(? [a-z] \) (?: {joint} \(? [a-z] \) )* )?
            ,? \s (?: {of} (?: \b | (?<=') ) | thereof )"""
        ),
        article=compiled(
            rf"""{say("article")} \s
            (?P<list> {ARTICLE} (?: \s? (?: bis | ter ) )?
                (?: (?: ,? \s (?: {and_} | {to} ) \s | , \s | [-–] ) {ARTICLE} )* )
            (?P<item> \.\d{{1,2}} | \s? \(\d{{1,2}}\) )?
            (?P<letter> \s? \(? [a-z] \) )?
            (?: ,? \s {say("paragraph")} \s
                (?P<paragraph> \d{{1,2}} ) (?P<letter2> \s? \(? [a-z] \) )?
                (?P<paragraphs> (?:
                    (?: ,? \s {and_} \s | , \s ) \d{{1,2}} (?! \d | \s? \(? [a-z] \) )
                )* )
            )?"""
        ),
        annex=compiled(rf"{say('annex')} (?: \s (?P<number> {ROMAN_OR_NUMBER} ) )?"),
        footnote=compiled(rf"{say('footnote')} \s (?P<number> \d{{1,3}} )"),
        target=compiled(
            rf"""(?: (?P<goal> {say("goal")} ) | {say("target")} ) \s
            (?: {say("target")} \s )? (?: {say("number")} \s? )?
            (?P<list> {TARGET} (?: {joint} {TARGET} )* )"""
        ),
    )
