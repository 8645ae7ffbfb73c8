"""Countries, regions and cities; and treaties that only sound like a city."""

import pytest

from whimbrel.bodies import PlaceKind, country_of_city, find, places

COUNTRIES = [
    ("Egypt, Ethiopia, Morocco and Tunisia", ["EG", "ET", "MA", "TN"]),
    ("Cote d'Ivoire and Côte d’Ivoire", ["CI", "CI"]),
    ("The Gambia, Gambia and The Netherlands", ["GM", "GM", "NL"]),
    ("Tanzania; United Republic of Tanzania", ["TZ", "TZ"]),
    ("Bolivia (Plurinational State of), Viet Nam, Türkiye", ["BO", "VN", "TR"]),
    ("en República Democrática del Congo, México y los Países Bajos", ["CD", "MX", "NL"]),
    ("au Maroc, en Côte d’Ivoire et au Royaume-Uni", ["MA", "CI", "GB"]),
    ("Guinea-Bissau and Equatorial Guinea", ["GW", "GQ"]),
    ("the Government of Kenya", ["KE"]),
    ("the Ministry of Environment of Brazil", ["BR"]),
    ("delegates of the US and the UK told us", ["US", "GB"]),
    ("EGYPT AND MALI", ["EG", "ML"]),
    ("the Niger River and Lake Chad", []),
    ("a turkey, some china and the jordan", []),
    ("the Kenya Wildlife Trust", []),
    ("Mauritius and Réunion", ["MU", "RE"]),
]
REGIONS = [
    ("in North and East Africa", ["North and East Africa"]),
    ("Latin America and the Caribbean", ["Latin America and the Caribbean"]),
    ("en Amérique latine et dans les Caraïbes", ["Amérique latine", "Caraïbes"]),
    ("across Asia and the Pacific", ["Asia and the Pacific"]),
    ("the East Asian-Australasian Flyway Partnership", []),
    ("UNEP Regional Office for Africa", []),
    ("the European Union and the African Union", []),
]
NO_PLACE = [
    "the Basel, Rotterdam and Stockholm Conventions",
    "the Ramsar Convention; Ramsar Sites",
    "the Minamata Convention on Mercury",
    "the Montevideo Programme and the Montevideo Environmental Law Programme",
    "the Kunming-Montreal Global Biodiversity Framework",
    "the Nagoya Protocol and the Paris Agreement",
    "the Bonn Convention and the Bonn Guidelines",
    "the Rio Conventions and the Rio Declaration",
    "the Addis Ababa Action Agenda and the Nairobi work programme",
    "the Cartagena Protocol on Biosafety",
    "le Protocole de Nagoya, l'Accord de Paris et la Convention de Bâle",
    "le Cadre mondial de la biodiversité de Kunming-Montréal",
    "el Protocolo de Montreal y la Declaración de Estocolmo",
    "the Beijing Declaration and Platform for Action",
    "les objectifs d’Aichi relatifs à la diversité biologique",
    "le Protocole additionnel de Nagoya-Kuala Lumpur sur la responsabilité",
    "the Nagoya-Kuala Lumpur Supplementary Protocol and Stockholm+50",
    "la Región de los Grandes Lagos",
]


@pytest.mark.parametrize(("text", "codes"), COUNTRIES)
def test_countries_are_found_by_their_names(text: str, codes: list[str]) -> None:
    assert [one.iso2 for one in places(text)] == codes


@pytest.mark.parametrize(("text", "names"), REGIONS)
def test_regions_are_found_by_their_names(text: str, names: list[str]) -> None:
    found = places(text)
    assert [one.surface for one in found] == names
    assert all(one.kind is PlaceKind.REGION and one.iso2 is None for one in found)


@pytest.mark.parametrize("text", NO_PLACE)
def test_an_instrument_named_after_a_city_is_no_place(text: str) -> None:
    assert [one.surface for one in places(text)] == []


def test_a_city_is_a_place_and_its_country_an_inference() -> None:
    found = places("The Nagoya Protocol was adopted in Nagoya; we met in Bonn and in Abu Dhabi.")
    assert [(one.surface, one.kind, one.iso2) for one in found] == [
        ("Nagoya", PlaceKind.CITY, None),
        ("Bonn", PlaceKind.CITY, None),
        ("Abu Dhabi", PlaceKind.CITY, None),
    ]
    assert country_of_city("Abu Dhabi") == "AE"
    assert country_of_city("Genève") == "CH"
    assert country_of_city("Atlantis") is None


def test_bodies_that_were_found_before_are_not_found_again() -> None:
    text = "the Kenya Wildlife Trust in Kenya"
    assert places(text, mentions=find(text)) == places(text)
    assert len(places(text, mentions=())) == 2


@pytest.mark.parametrize(
    ("language", "text", "codes"),
    [
        ("fr", "la 42e Réunion du Comité permanent", []),
        ("fr", "Maurice et La Réunion", ["MU", "RE"]),
        ("es", "la 16ª Reunión de la Conferencia", []),
    ],
)
def test_a_meeting_is_no_island(language: str, text: str, codes: list[str]) -> None:
    assert [one.iso2 for one in places(text, language=language)] == codes
