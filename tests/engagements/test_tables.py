"""Spreadsheets: headings as people write them, and what the cells below them say."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from whimbrel.engagements.tables import (
    Order,
    Problem,
    Read,
    Understood,
    Unfit,
    When,
    choose,
    digest,
    kinds,
    propose,
    rows,
    template,
)
from whimbrel.engagements.tables.kinds import words
from whimbrel.engagements.tables.when import when
from whimbrel.reading.sheet import Sheet
from whimbrel.reading.tables import read_book

HEADS = [
    (
        "bodies",
        "Partner Name|Acronym|Type of organization|Country (HQ)|Focal point e-mail",
        "name|acronym|kind|country|",
    ),
    ("bodies", "ORGANISATION:|Abbr.|Category|Based in", "name|acronym|kind|country"),
    ("bodies", "Nom du partenaire|Sigle|Catégorie|Pays", "name|acronym|kind|country"),
    ("bodies", "Organización|Siglas|Tipo|País|Página web", "name|acronym|kind|country|"),
    ("bodies", "No.|Entity|Also known as|Part of|ROR ID", "|name|names|parent|ror"),
    (
        "engagements",
        "Event|Partner(s)|Date(s)|Venue|Country|Status|Outcome|Relevant decision(s)",
        "title|partners|since|place|country|state|outcome|provisions",
    ),
    (
        "engagements",
        "Activity|With whom|Start date|End date|Location|Mode|Evidence",
        "title|partners|since|until|place|mode|evidence",
    ),
    (
        "engagements",
        "Réunion|Partenaires|Dates|Lieu|Pays|Statut|Résultats",
        "title|partners|since|place|country|state|outcome",
    ),
    (
        "engagements",
        "Actividad|Socios|Fecha de inicio|Fecha de fin|Lugar|Estado",
        "title|partners|since|until|place|state",
    ),
    (
        "agreements",
        "Name of agreement|Parties|Date signed|Expiry date|Type|Status|Signed by",
        "name|parties|since|until|kind|said|signatories",
    ),
    (
        "agreements",
        "Accord|Partenaires|Date de signature|Échéance|Renouvellement",
        "name|parties|since|until|renewal",
    ),
    (
        "agreements",
        "Acuerdo|Partes|Fecha de firma|Vencimiento|Observaciones",
        "name|parties|since|until|words",
    ),
    (
        "tracker",
        "Decision No.|Decision text|Addressed to|Deadline|Responsible officer|Status"
        "|Funding status|Comments",
        "provision|text|addressees|due|person|status|funding|notes",
    ),
    (
        "tracker",
        "Décision|Texte|Destinataire|Échéance|Responsable|État de mise en œuvre|Financement",
        "provision|text|addressees|due|person|status|funding",
    ),
    (
        "tracker",
        "Decisión|Texto|Dirigida a|Plazo|Responsable|Estado|Financiación|Observaciones",
        "provision|text|addressees|due|person|status|funding|notes",
    ),
]


def sheet(text: str) -> Sheet:
    """The sheet of a CSV file with bars between its cells."""
    return read_book(text.encode(), name="list.csv").sheets[0]


@pytest.mark.parametrize(("kind", "head", "fields"), HEADS)
def test_headings_are_recognised(kind: str, head: str, fields: str) -> None:
    headings = head.split("|")
    assert propose(headings, kind) == dict(zip(headings, fields.split("|"), strict=True))


def test_a_heading_that_is_the_word_goes_before_one_that_contains_it() -> None:
    told = propose(("Lead partner country", "Partner", "Country"), "bodies")
    assert told["Partner"] == "name"
    assert told["Country"] == "country"
    assert propose(("Partner", "Organisation"), "bodies") == {"Partner": "name", "Organisation": ""}


@pytest.mark.parametrize("kind", sorted(kinds()))
@pytest.mark.parametrize("language", ["en", "fr", "es"])
def test_every_template_is_understood(kind: str, language: str) -> None:
    book = read_book(template(kind, language), name="list.xlsx")
    fields = [field.key for field in kinds()[kind].fields]
    one = choose(book, kind)
    assert one == book.sheets[0]
    assert list(propose(one.headings, kind).values()) == fields
    assert len(book.sheets[1].rows) == len(fields)


@pytest.mark.parametrize("kind", sorted(kinds()))
@pytest.mark.parametrize("language", ["en", "fr", "es"])
def test_every_example_is_understood(kind: str, language: str) -> None:
    fields = kinds()[kind].fields
    head = "|".join(field.name(language) for field in fields)
    line = "|".join(field.example[language] for field in fields)
    one = sheet(f"{head}\n{line}\n")
    (told,) = rows(one, kind, propose(one.headings, kind), how=Read(language=language))
    assert isinstance(told, Understood), told
    assert set(told.values) == {field.key for field in fields if field.example[language]}


CELLS = [
    ("bodies", "kind", "NGO", "ngo"),
    ("bodies", "kind", "ONG", "ngo"),
    ("bodies", "kind", "Société civile", "ngo"),
    ("bodies", "kind", "naciones unidas", "un-entity"),
    ("bodies", "kind", "un-entity", "un-entity"),
    ("bodies", "kind", "Charity-ish", "choice"),
    ("bodies", "country", "Senegal", "SN"),
    ("bodies", "country", "Sénégal", "SN"),
    ("bodies", "country", "SENEGAL", "SN"),
    ("bodies", "country", "SN", "SN"),
    ("bodies", "country", "SEN", "SN"),
    ("bodies", "country", "Côte d’Ivoire", "CI"),
    ("bodies", "country", "Estados Unidos", "US"),
    ("bodies", "country", "Korea, Republic of", "KR"),
    ("bodies", "country", "Royaume-Uni", "GB"),
    ("bodies", "country", "U.K.", "GB"),
    ("bodies", "country", "Atlantis", "country"),
    ("bodies", "names", "A Trust; B Trust", ("A Trust", "B Trust")),
    ("bodies", "ror", "https://ror.org/05dxps055", "05dxps055"),
    ("bodies", "ror", "12345", "ror"),
    ("bodies", "lei", "5493 0084 UKLV MY22 DS16", "54930084UKLVMY22DS16"),
    ("bodies", "lei", "54930084UKLVMY22DS17", "lei"),
    ("bodies", "acronym", "x" * 61, "long"),
    ("bodies", "acronym", "-", None),
    ("engagements", "partners", "FAO; UNEP", ("FAO", "UNEP")),
    ("engagements", "partners", "FAO, UNEP", ("FAO", "UNEP")),
    ("engagements", "partners", "Ministry of Water, Land and Air", "commas"),
    (
        "engagements",
        "partners",
        "Ministry of Water, Land and Air;",
        ("Ministry of Water, Land and Air",),
    ),
    ("engagements", "concerned", "Kenya; Pérou, Chile", ("KE", "PE", "CL")),
    ("engagements", "concerned", "Korea, Republic of; SN", ("KR", "SN")),
    ("engagements", "state", "Done", "done"),
    ("engagements", "state", "EN COURS", "ongoing"),
    ("engagements", "state", "Planificada", "planned"),
    ("engagements", "state", "Planned (cancelled)", "choice"),
    ("engagements", "state", "perhaps", "choice"),
    ("engagements", "state", "Done.", "done"),
    ("engagements", "training", "Oui", True),
    ("engagements", "training", "sí", True),
    ("engagements", "training", "No", False),
    ("engagements", "training", "maybe", "yes_no"),
    ("engagements", "provisions", "14.10 c); Decision 14.9 (a)", ("14.10 c)", "14.9 a)")),
    ("engagements", "provisions", "14.10 c), 14.9", ("14.10 c)", "14.9")),
    ("engagements", "provisions", "all of them", "provision"),
    ("engagements", "since", "2025", When(since="2025", until="2025")),
    ("engagements", "since", "11/12/2025", "two_days"),
    ("tracker", "provision", "14.10 c)", "14.10 c)"),
    ("tracker", "provision", "Decision 14.10 (c)", "14.10 c)"),
    ("tracker", "provision", "Dec. 14.10(C)", "14.10 c)"),
    ("tracker", "provision", "Décision 14.10, paragraphe c)", "14.10 c)"),
    ("tracker", "provision", "Decisión 14.10 c)", "14.10 c)"),
    ("tracker", "provision", "CMS Decision 14.10", "14.10"),
    ("tracker", "provision", "Resolution 12.1", "provision"),
    ("tracker", "provision", "14.10 (c)(ii)", "provision"),
    ("tracker", "provision", "14", "provision"),
    ("tracker", "due", "COP15", "COP15"),
    ("tracker", "due", "CMS CoP 15", "COP15"),
    ("tracker", "due", "March 2026", "2026-03"),
    ("tracker", "due", "Q1 2026", "2026-01/2026-03"),
    ("tracker", "due", "before the next session", "before the next session"),
    ("tracker", "due", "03/04/2026", "two_days"),
    ("tracker", "status", "Partiellement", "partly-implemented"),
    ("tracker", "status", "No iniciada", "not-implemented"),
    ("tracker", "funding", "Secured", "received"),
    ("tracker", "funding", "n/a", "none"),
    ("agreements", "kind", "MoU", "mou"),
    ("agreements", "kind", "Protocole d'accord", "mou"),
    ("agreements", "said", "Vigente", "current"),
]


@pytest.mark.parametrize(("kind", "key", "text", "expected"), CELLS)
def test_cells_are_read_as_their_field_wants_them(
    kind: str, key: str, text: str, expected: object
) -> None:
    known = kinds()[kind]
    required = {field.key: field.example["en"] for field in known.fields if field.required}
    line = {**required, key: text}
    one = sheet("|".join(line) + "\n" + "|".join(line.values()) + "\n")
    told = rows(one, kind, {name: name for name in line})
    if isinstance(told[0], Problem):
        assert [(each.row, each.heading, each.why) for each in told] == [(2, key, expected)]
        assert all(told[0].says(language) for language in ("en", "fr", "es"))
    else:
        assert told[0].values.get(key) == expected


DATES = [
    ("2025", "2025", "2025"),
    ("Nov 2025", "2025-11", "2025-11"),
    ("nov. 2025", "2025-11", "2025-11"),
    ("2025-11", "2025-11", "2025-11"),
    ("11/2025", "2025-11", "2025-11"),
    ("ene. 2025", "2025-01", "2025-01"),
    ("août 2025", "2025-08", "2025-08"),
    ("3 Nov 2025", "2025-11-03", "2025-11-03"),
    ("3 de marzo de 2025", "2025-03-03", "2025-03-03"),
    ("1er mars 2024", "2024-03-01", "2024-03-01"),
    ("2025/11/3", "2025-11-03", "2025-11-03"),
    ("11-13 Nov. 2025", "2025-11-11", "2025-11-13"),
    ("du 3 au 5 mai 2024", "2024-05-03", "2024-05-05"),
    ("11 al 13 de noviembre de 2025", "2025-11-11", "2025-11-13"),
    ("28 Nov - 2 Dec 2025", "2025-11-28", "2025-12-02"),
    ("11-13/11/2025", "2025-11-11", "2025-11-13"),
    ("2025-11-03 to 2025-11-05", "2025-11-03", "2025-11-05"),
    ("2024-2026", "2024", "2026"),
    ("Q3 2025", "2025-07", "2025-09"),
    ("T1 2025", "2025-01", "2025-03"),
    ("25/12/2025", "2025-12-25", "2025-12-25"),
    ("12/25/2025", "2025-12-25", "2025-12-25"),
    ("11.11.2025", "2025-11-11", "2025-11-11"),
    ("11/12/2025", "two_days", ""),
    ("1/2/25", "short_year", ""),
    ("31 February 2025", "no_day", ""),
    ("31/02/2025", "no_day", ""),
    ("2025-13-01", "no_day", ""),
    ("5-3 Nov 2025", "date", ""),
    ("2025-11-05 to 2025-11-03", "backwards", ""),
    ("TBC", "date", ""),
    ("December 2025 (tbc)", "date", ""),
    ("soon", "date", ""),
    ("45992", "date", ""),
    ("1" * 500, "date", ""),
]


@pytest.mark.parametrize(("text", "since", "until"), DATES)
def test_dates_are_as_exact_as_they_are_written(text: str, since: str, until: str) -> None:
    if until:
        assert when(text) == When(since=since, until=until)
        return
    with pytest.raises(Unfit) as told:
        when(text)
    assert told.value.why == since


def test_what_comes_first_may_be_said_for_the_whole_file() -> None:
    assert when("11/12/2025", Order.DAY).since == "2025-12-11"
    assert when("11/12/2025", Order.MONTH).since == "2025-11-12"
    with pytest.raises(Unfit) as told:
        when("11/12/2025")
    assert told.value.given == {"one": "2025-12-11", "other": "2025-11-12"}


def test_a_number_that_may_have_lost_its_nought_is_asked_about() -> None:
    import io

    from openpyxl import Workbook

    book = Workbook()
    one = book.active
    assert one is not None
    for line in (("Decision", "Text"), (14.1, "a"), (14.1, "b"), ("14.1", "c"), (14.12, "d")):
        one.append(line)
    one["A3"].number_format = "0.00"
    out = io.BytesIO()
    book.save(out)
    held = read_book(out.getvalue(), name="list.xlsx").sheets[0]
    told = rows(held, "tracker", propose(held.headings, "tracker"))
    assert isinstance(told[0], Problem)
    assert told[0].why == "bare"
    assert "14.1 or 14.10" in told[0].says()
    names = [one.values["provision"] for one in told[1:] if isinstance(one, Understood)]
    assert names == ["14.10", "14.1", "14.12"]


def test_every_row_is_understood_or_a_problem_with_its_number() -> None:
    one = sheet("List of partners\n\nName|Type\nA|NGO\n\n|NGO\nB|Zork\nC|\n")
    told = rows(one, "bodies", propose(one.headings, "bodies"))
    assert [(each.row, type(each).__name__) for each in told] == [
        (4, "Understood"),
        (6, "Problem"),
        (7, "Problem"),
        (8, "Understood"),
    ]


def test_an_end_before_the_beginning_is_a_problem() -> None:
    one = sheet("Title|With|Start|End\nT|FAO|2025-05-03|2025-05-01\nU|FAO|2025-05-03|2025\n")
    told = rows(one, "engagements", propose(one.headings, "engagements"))
    assert [type(each).__name__ for each in told] == ["Problem", "Understood"]


@pytest.mark.parametrize(
    ("mapping", "why"),
    [
        ({"Name": ""}, "no_column"),
        ({"Name": "name", "Type": "name"}, "twice"),
        ({"Name": "name", "Colour": "kind"}, "no_heading"),
        ({"Name": "name", "Type": "colour"}, "no_field"),
    ],
)
def test_a_mapping_that_is_wrong_is_told_once(mapping: dict[str, str], why: str) -> None:
    one = sheet("Name|Type\nA|NGO\nB|NGO\n")
    told = rows(one, "bodies", mapping)
    assert [(each.row, each.why) for each in told if isinstance(each, Problem)] == [(1, why)]
    assert len(told) == 1


def test_a_list_without_headings_is_told_so() -> None:
    one = sheet("1|2025-01-01\n2|2025-01-02\n")
    (told,) = rows(one, "bodies", propose(one.headings, "bodies"))
    assert isinstance(told, Problem)
    assert told.why == "no_head"


def test_the_same_headings_have_the_same_digest_in_any_order() -> None:
    assert digest(("Name", "Type ")) == digest(("type", "NAME"))
    assert digest(("Name", "Type")) != digest(("Name", "Kind"))


@pytest.mark.parametrize("why", sorted(words().problems))
def test_every_problem_is_told_in_three_languages(why: str) -> None:
    given = dict.fromkeys(
        ("field", "other", "listed", "count", "most", "one", "since", "until", "name"), "§"
    )
    one = Problem(row=2, heading="Type", value="x", why=why, given=given)
    said = {one.says(language) for language in ("en", "fr", "es")}
    assert len(said) == 3
    assert not any("{" in each for each in said)


@given(st.text(max_size=60))
def test_any_text_is_a_date_or_is_not(text: str) -> None:
    try:
        told = when(text)
    except Unfit as unfit:
        assert unfit.why in words().problems
        return
    assert told.since
    assert told.until[: len(told.since)] >= told.since[: len(told.until)]


@given(st.lists(st.lists(st.text(max_size=20), min_size=1, max_size=5), max_size=6))
def test_any_cells_are_understood_or_told_of(lines: list[list[str]]) -> None:
    text = "\n".join("|".join(cell.replace("\n", " ") for cell in line) for line in lines)
    data = f"Title|Partners|Date|Country|Decision\n{text}".encode("utf-8", "ignore")
    one = read_book(data, name="any.csv").sheets[0]
    for kind in kinds():
        for each in rows(one, kind, propose(one.headings, kind)):
            assert each.row >= 1
            assert isinstance(each, Understood) or each.says("es")
