"""The patterns of the checks, each with what it must and must not find."""

from decimal import Decimal

import pytest

from whimbrel.reporting.checks.days import DAY, SPAN, YEARS, weekday
from whimbrel.reporting.checks.figures import DIGITS, column_of, rounding
from whimbrel.reporting.checks.ground import printed
from whimbrel.reporting.checks.names import bare, misprinted, name_before, same_name
from whimbrel.reporting.checks.numbers import PLACEHOLDER, reference, spelled_out
from whimbrel.reporting.checks.spelling import symbol_in, variants
from whimbrel.reporting.checks.times import BEHIND, later, shapes
from whimbrel.reporting.checks.wording import changes, covered, has
from whimbrel.reporting.checks.words import number, pattern


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("on 31 June 2025", "31 June 2025"),
        ("le 1er mars 2028", "1er mars 2028"),
        ("el 31 de junio de 2025", "31 de junio de 2025"),
        ("the 3rd of May, 2025", "3rd of May, 2025"),
        ("Doc.31 June 2025", None),
        ("31 workshops in 2025", None),
    ],
)
def test_a_day_is_told_by_its_parts(text: str, found: str | None) -> None:
    match = DAY.search(text)
    assert (match[0] if match else None) == found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("from 9 to 5 June 2028", "9 to 5 June 2028"),
        ("du 9 au 5 juin 2028", "9 au 5 juin 2028"),
        ("del 9 al 5 de junio de 2028", "9 al 5 de junio de 2028"),
        ("9–5 June 2028", "9–5 June 2028"),
        ("30 May to 2 June 2028", None),
    ],
)
def test_a_span_of_days_lies_in_one_month(text: str, found: str | None) -> None:
    match = SPAN.search(text)
    assert (match[0] if match else None) == found


@pytest.mark.parametrize(
    ("text", "found"),
    [("the 2031-2027 plan", "2031-2027"), ("A/2031-2027", None), ("2031-2027/4", None)],
)
def test_a_period_of_years_is_no_part_of_a_symbol(text: str, found: str | None) -> None:
    match = YEARS.search(text)
    assert (match[0] if match else None) == found


@pytest.mark.parametrize(
    ("text", "last"),
    [(" conjoint 2021-2025", "2025"), (" 2021–2025", "2025"), (" of the CMS (2021-2025)", "2025"),
     (" was adopted in the years before 2021-2025", None), (" in 2021", None)],
)  # fmt: skip
def test_the_years_of_a_programme_stand_right_behind_its_name(text: str, last: str | None) -> None:
    match = BEHIND.match(text)
    assert (match["last"] if match else None) == last


@pytest.mark.parametrize(
    ("language", "text", "count", "unit"),
    [
        ("en", "a one-year transition period, which is ongoing", "one", "year"),
        ("en", "a pilot phase of 18 months", "18", "months"),
        ("fr", "une période de transition d'un an", "un", "an"),
        ("fr", "une période d’essai de deux ans", "deux", "ans"),
        ("es", "un período de transición de un año", "un", "año"),
        ("es", "una fase piloto de seis meses", "seis", "meses"),
    ],
)
def test_a_transition_has_a_length(language: str, text: str, count: str, unit: str) -> None:
    match = next(filter(None, (shape.search(text) for shape in shapes(language))))
    assert (match["count"], match["unit"]) == (count, unit)


@pytest.mark.parametrize(
    "text", ["a transition to clean energy", "one year of transition", "a period of two years"]
)
def test_a_transition_without_a_length_of_its_own_is_left(text: str) -> None:
    assert not any(shape.search(text) for shape in shapes("en"))


def test_the_day_of_the_week_stands_right_before_the_date() -> None:
    assert weekday("on Monday, ") == (3, 0)
    assert weekday("le mardi ") == (3, 1)
    assert weekday("every Monday and ") is None


def test_months_later_is_the_same_day_or_the_last_of_the_month() -> None:
    import datetime

    assert later(datetime.date(2024, 9, 29), 12) == datetime.date(2025, 9, 29)
    assert later(datetime.date(2028, 2, 29), 12) == datetime.date(2029, 2, 28)
    assert later(datetime.date(2028, 12, 31), 2) == datetime.date(2029, 2, 28)


@pytest.mark.parametrize(
    ("surface", "names"),
    [
        ("14.10", {"14.10"}),
        ("14.10 c)", {"14.10c"}),
        ("14.10 a) and b)", {"14.10a", "14.10b"}),
        ("5.16 a) to c)", {"5.16a", "5.16b", "5.16c"}),
        ("5.14-5.16", {"5.14", "5.15", "5.16"}),
        ("5.14 à 5.16", {"5.14", "5.15", "5.16"}),
        ("5.14-9.16", {"5.14"}),
        ("the decisions", set()),
    ],
)
def test_printed_numbers_name_decisions(surface: str, names: set[str]) -> None:
    assert printed(surface) == names


@pytest.mark.parametrize(
    ("ref", "meeting"), [("14.AA", "14"), ("15.BBB", "15"), ("14.10", None), ("AA", None)]
)
def test_a_placeholder_has_letters_for_its_number(ref: str, meeting: str | None) -> None:
    match = PLACEHOLDER.fullmatch(ref)
    assert (match["meeting"] if match else None) == meeting


@pytest.mark.parametrize(
    ("text", "number_"),
    [
        ("The Conference of the Parties, at its 14th meeting ", 14),
        ("the fifteenth meeting of the Conference of the Parties ", 15),
        ("la Conférence des Parties, à sa 14e session ", 14),
        ("la Conferencia de las Partes, en su 14ª reunión ", 14),
        ("as agreed at the meeting ", None),
    ],
)
def test_a_meeting_is_spelled_out_before_its_short_form(text: str, number_: int | None) -> None:
    short = reference("COP15")
    assert short is not None
    found, _ = spelled_out(text, short)
    assert (found.number if found else None) == number_


@pytest.mark.parametrize(
    ("short", "text", "name"),
    [
        ("IPB", "as the Intertidal Platform on Birds ", "Intertidal Platform on Birds"),
        ("NGOs", "of Non-Governmental Organizations ", "Non-Governmental Organizations"),
        ("FAO", "as they say ", None),
        ("FAO", "the Food Council. It ", None),
    ],
)  # fmt: skip
def test_a_name_begins_with_the_first_letter_of_its_acronym(
    short: str, text: str, name: str | None
) -> None:
    assert name_before(short, text) == name


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("Tide and Roost Organization", "Tide and Roost Organization of the United Nations", True),
        ("High-Level Champions", "UN Climate High-Level Champions", True),
        ("World Organization for Fish", "World Organisation for Fish", True),
        ("Non-Governmental Organization", "non-governmental organizations", True),
        ("Platform on Tides and Roosts", "Policy Platform on Science, Tides and Roosts", False),
        ("Banco Mundial de Semillas", "World Seed Bank", True),
    ],
)  # fmt: skip
def test_a_shorter_name_is_the_same_name(one: str, other: str, same: bool) -> None:
    assert same_name(one, other) is same


@pytest.mark.parametrize(
    ("surface", "symbol"),
    [
        ("UNEP/CMS/COP15 Doc. 28.2 Ecological Connectivity", "UNEP/CMS/COP15 Doc. 28.2"),
        ("UNEP/CMS/COP15/Doc.28.1 Illegal Taking", "UNEP/CMS/COP15/Doc.28.1"),
        ("UNEP/CMS/COP15/Doc. 28.1 Illegal Taking", "UNEP/CMS/COP15/Doc. 28.1"),
        ("UNEP/CMS/COP15/Doc.28.1 2030 Targets", "UNEP/CMS/COP15/Doc.28.1"),
        ("the annex", ""),
    ],
)
def test_the_symbol_of_a_citation_is_parted_from_its_title(surface: str, symbol: str) -> None:
    assert symbol_in(surface) == symbol


@pytest.mark.parametrize(
    ("language", "one", "other"),
    [
        ("en", "organisation", "organizations"),
        ("en", "recognised", "recognized"),
        ("en", "behavioural", "behavioral"),
        ("en", "analyse", "analyze"),
        ("fr", "évènements", "événement"),
        ("es", "periodos", "período"),
    ],
)
def test_two_spellings_of_a_word_have_one_rest(language: str, one: str, other: str) -> None:
    first, last = dict(variants(one, language)), dict(variants(other, language))
    (shared_,) = set(first) & set(last)
    assert first[shared_] != last[shared_]


def test_words_that_differ_by_more_than_their_spelling_share_no_rest() -> None:
    assert not set(dict(variants("organised", "en"))) & set(dict(variants("recognized", "en")))
    assert not list(variants("harbinger", "en"))


def test_the_figures_of_a_column_part_their_thousands_alike() -> None:
    assert column_of(["1,200", "800", "2,000"]) == [Decimal(1200), Decimal(800), Decimal(2000)]
    assert column_of(["1 200", "EUR 800"]) == [Decimal(1200), Decimal(800)]
    assert column_of(["0.007", "12.500"]) == [Decimal("0.007"), Decimal("12.500")]
    assert column_of(["3", "n/a"]) == [Decimal(3), None]
    assert rounding([Decimal("0.5"), Decimal("0.25")]) == Decimal("0.01")
    assert rounding([Decimal(1), Decimal(2)]) == 0


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("46 Range States signed", ("46", "Range States signed")),
        ("1,200 lit harbours reported", ("1,200", "lit harbours reported")),
        ("Resolution 46/12 on roosts", None),
        ("46 in all", None),
    ],
)
def test_a_number_has_three_words_behind_it(text: str, found: tuple[str, str] | None) -> None:
    match = DIGITS.search(text)
    assert ((match["count"], match["what"]) if match else None) == found


def test_wordings_are_compared_word_by_word() -> None:
    (one,) = changes("relevant organisations, undertake", "relevant organizations undertake")
    assert str(one) == "organisations → organizations"
    assert [str(one) for one in changes("a b", "a")] == ["b → ∅"]
    assert covered("a template for reporting", "templates and reports") == 1
    assert has("si nécessaire", "le ferait, si nécessaire.")
    assert not has("if required", "as required")


def test_accents_alone_are_no_difference() -> None:
    assert bare("Côte") == bare("Cote")
    assert bare("Group's") != bare("Groups")


@pytest.mark.parametrize(
    ("language", "name", "text", "fits"),
    [
        ("en", "proposes", "The Secretariat therefore proposes that the COP", True),
        ("en", "proposes", "the proposed budget", False),
        ("en", "goes_on", "Such policy would also consider", True),
        ("en", "goes_on", "The policy was adopted", False),
        ("fr", "proposes", "Le Secrétariat propose donc que la COP", True),
        ("fr", "goes_on", "Cette politique devrait aussi", True),
        ("es", "proposes", "la Secretaría propone que la COP", True),
        ("es", "goes_on", "Dicha política abarcaría", True),
        ("en", "here", "paragraph 9 above", True),
        ("en", "here", "paragraph 9", False),
        ("fr", "here", "annexe à la présente décision", True),
        ("es", "here", "anexo del presente documento", True),
        ("en", "deletes", "Delete Decisions 14.8–14.10", True),
        ("fr", "deletes", "de supprimer les Décisions", True),
        ("es", "deletes", "suprima las Decisiones", True),
        ("en", "restates", "Decision 14.10 requested the Secretariat", True),
        ("fr", "restates", "la Décision 14.10 demandait au Secrétariat", True),
        ("es", "restates", "la Decisión 14.10 pedía a la Secretaría", True),
        ("en", "total", "Total", True),
        ("fr", "total", "Total général", True),
        ("es", "total", "Total (EUR)", True),
    ],
)
def test_the_words_of_the_facts_find_what_they_are_for(
    language: str, name: str, text: str, fits: bool
) -> None:
    assert bool(pattern(language, name).search(text)) is fits


def test_small_numbers_are_read_in_words_and_digits() -> None:
    assert number("three", "en") == 3
    assert number("12", "fr") == 12
    assert number("siete", "es") == 7
    assert number("several", "en") == 0


@pytest.mark.parametrize(
    ("one", "other", "misprint"),
    [
        ("Council", "Councel", True),
        ("Council", "Coucil", True),
        ("Council", "Cuoncil", True),
        ("Council", "Councils", False),
        ("Africa", "African", False),
        ("Organisation", "Organization", False),
        ("Peru", "Pero", False),
        ("Committee", "Commission", False),
    ],
)
def test_a_misprint_is_one_letter_inside_a_long_word(one: str, other: str, misprint: bool) -> None:
    assert misprinted(one, other) is misprint
    assert misprinted(other, one) is misprint
