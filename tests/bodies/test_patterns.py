"""Bodies that no fact knows: the form of their names shows them."""

import pytest

from whimbrel.bodies import How, Mention, find, places, vocabulary
from whimbrel.bodies.body import BodyKind

ENGLISH = [
    ("the Meridian Bird Society met", "Meridian Bird Society", BodyKind.NGO),
    ("a grant of the Hollis Nature Fund.", "Hollis Nature Fund", BodyKind.FUNDING_MECHANISM),
    ("with the University of Cape Verdant, which", "University of Cape Verdant", BodyKind.ACADEMIC),
    (
        "the Ministry of Environment, Water and Forests of Gabon",
        "Ministry of Environment, Water and Forests of Gabon",
        BodyKind.GOVERNMENT,
    ),
    (
        "the Global Kelp and Seagrass Alliance",
        "Global Kelp and Seagrass Alliance",
        BodyKind.PARTNERSHIP,
    ),
    ("UNEP Chemistry Branch said", "UNEP Chemistry Branch", BodyKind.UN_ENTITY_UNIT),
    (
        "a Working Group on Sandpipers was set up",
        "Working Group on Sandpipers",
        BodyKind.WORKING_GROUP,
    ),
    ("Requests the Heron Task Force to report", "Heron Task Force", BodyKind.WORKING_GROUP),
    (
        "Chair of the Pelican Steering Committee",
        "Pelican Steering Committee",
        BodyKind.STEERING_COMMITTEE,
    ),
    (
        "the Development Bank of the Southern Isles,",
        "Development Bank of the Southern Isles",
        BodyKind.DEVELOPMENT_BANK,
    ),
    (
        "the Jane Doe Wildlife Fund Secretariat",
        "Jane Doe Wildlife Fund Secretariat",
        BodyKind.MEA_SECRETARIAT,
    ),
    ("the Union for Asia and the Pacific", "Union for Asia and the Pacific", BodyKind.IGO),
]
FRENCH = [
    (
        "le Ministère de l'Environnement du Maroc a",
        "Ministère de l'Environnement du Maroc",
        BodyKind.GOVERNMENT,
    ),
    (
        "l'Agence béninoise pour les oiseaux d'eau (ABOE)",
        "Agence béninoise pour les oiseaux d'eau",
        BodyKind.GOVERNMENT,
    ),
    ("la Fondation Hirola et", "Fondation Hirola", BodyKind.NGO),
    (
        "le Réseau africain des gardes de parcs (RAGP)",
        "Réseau africain des gardes de parcs",
        BodyKind.NETWORK,
    ),
]
SPANISH = [
    (
        "el Ministerio de Medio Ambiente de Chile,",
        "Ministerio de Medio Ambiente de Chile",
        BodyKind.GOVERNMENT,
    ),
    ("la Fundación Vida Marina Austral y", "Fundación Vida Marina Austral", BodyKind.NGO),
    ("la Red de guardaparques del sur (RGS)", "Red de guardaparques del sur", BodyKind.NETWORK),
]
LONG = [
    ("a visit to the Crane Committee in Kenya", "Crane Committee"),
    ("the Convention on Trade in Rare Plants in March 2024", "Convention on Trade in Rare Plants"),
    ("the Convention to Combat Drought met", "Convention to Combat Drought"),
    ("the Meridian Wader Agreement (MEWA)", "Meridian Wader Agreement"),
    ("Agreement on the Conservation of Grebes", "Agreement on the Conservation of Grebes"),
    ("on World Plover Day we met", "World Plover Day"),
    ("Liaison Group of River Conventions (LGRC)", "Liaison Group of River Conventions"),
    ("the Joint CITES-CMS Plover Initiative", "Joint CITES-CMS Plover Initiative"),
    (
        "a Committee on the Rights of Persons with Disabilities",
        "Committee on the Rights of Persons with Disabilities",
    ),
]
SHAPED = [
    ("We met in the UN Terns process.", "UN Terns"),
    ("We support the 2030 Marsh Breakthroughs.", "2030 Marsh Breakthroughs"),
    ("with TERN–Local Guides for Marshes", "TERN–Local Guides for Marshes"),
    ("the Tern sub-Regional Office helped", "Tern sub-Regional Office"),
    ("the UN Terns Conference in Nice", "UN Terns Conference"),
    ("the GEF Early Tern Support project team", "GEF Early Tern Support project"),
]
NONE = [
    "The UN System, UN Member States and the UN Decade; the 2030 Agenda and the 2030 Bird Targets",
    "a Peace Conference; the Tern project",
    "Heads of State and Government",
    "a Grant Agreement and a Peace Agreement were signed on Family Day",
    "The Committee decided that each Commission and this Council should report.",
    "the Partnership Policy, the Council Decision and the Programme Officer",
    "its Joint Work Programme was a Programme of Work",
    "UNEP/CMS/COP15/Doc.9.1 Programme",
    "In Council, members spoke.",
]


GROUPS = [
    (
        "fr",
        "Le Groupe de travail sur les mammifères aquatiques a élaboré un plan.",
        ["Groupe de travail sur les mammifères aquatiques"],
    ),
    (
        "es",
        "El Grupo de Trabajo especial de composición abierta sobre la aplicación del Convenio votó",
        ["Grupo de Trabajo especial de composición abierta sobre la aplicación del Convenio"],
    ),
    ("es", "El Comité Técnico Asesor Especial se reunió.", ["Comité Técnico Asesor Especial"]),
    ("fr", "le Programme OIBT-CITES de soutien", ["Programme OIBT-CITES"]),
    ("fr", "Le Comité permanent de la CITES et le Comité permanent se sont réunis.", []),
]


def unknown(text: str, language: str) -> list[Mention]:
    return [one for one in find(text, language=language) if one.key is None and not one.group]


@pytest.mark.parametrize(("text", "name", "kind"), ENGLISH)
def test_an_english_name_is_found_by_its_head(text: str, name: str, kind: BodyKind) -> None:
    assert [(one.surface, one.kind) for one in unknown(text, "en")] == [(name, kind)]


@pytest.mark.parametrize(("text", "name"), LONG)
def test_a_name_is_neither_cut_short_nor_too_long(text: str, name: str) -> None:
    assert unknown(text, "en")[0].surface == name


@pytest.mark.parametrize(("text", "name", "kind"), FRENCH)
def test_a_french_name_is_found_by_its_head(text: str, name: str, kind: BodyKind) -> None:
    found = [(one.surface, one.kind) for one in unknown(text, "fr")]
    assert found[0] == (name, kind)


@pytest.mark.parametrize(("text", "name", "kind"), SPANISH)
def test_a_spanish_name_is_found_by_its_head(text: str, name: str, kind: BodyKind) -> None:
    found = [(one.surface, one.kind) for one in unknown(text, "es")]
    assert found[0] == (name, kind)


@pytest.mark.parametrize(("language", "text", "names"), GROUPS)
def test_a_group_is_named_with_what_it_works_on(language: str, text: str, names: list[str]) -> None:
    assert [one.surface for one in unknown(text, language)] == names


@pytest.mark.parametrize(("text", "name"), SHAPED)
def test_a_name_is_found_by_its_shape(text: str, name: str) -> None:
    assert [one.surface for one in unknown(text, "en")] == [name]


@pytest.mark.parametrize("text", NONE)
def test_a_head_without_a_name_is_nobody(text: str) -> None:
    assert [one.surface for one in unknown(text, "en")] == []


def test_a_unit_knows_its_parent() -> None:
    (one,) = find("the UNEP Chemistry Branch", language="en")
    assert one.parent == "unep"


@pytest.mark.parametrize(
    ("key", "text", "surface"),
    [
        (
            "iccwc",
            "the International Consortium on Combating Wildlife Crime (ICCWC)",
            "International Consortium on Combating Wildlife Crime",
        ),
        ("gcf", "support of the Green Climate Fund (GCF)", "Green Climate Fund"),
        (
            "eaafp",
            "the East Asian-Australasian Flyway Partnership (EAAFP)",
            "East Asian-Australasian Flyway Partnership",
        ),
        (
            "woah",
            "the World Organisation for Animal Health (WOAH)",
            "World Organisation for Animal Health",
        ),
        ("unep-law-division", "workshops of the UNEP Law Division in May", "UNEP Law Division"),
        ("caricom", "the Caribbean Community (CARICOM)", "Caribbean Community"),
    ],
)
def test_a_body_whose_fact_is_removed_is_still_found(
    key: str, text: str, surface: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    rest = tuple(one for one in vocabulary.plain_bodies() if one.key != key)
    caches = (vocabulary.named, vocabulary.abbreviated, vocabulary.index)
    monkeypatch.setattr(vocabulary, "plain_bodies", lambda: rest)
    for each in caches:
        each.cache_clear()
    try:
        found = [one for one in find(text, language="en") if one.surface == surface]
    finally:
        for each in caches:
            each.cache_clear()
    assert [(one.key, one.how) for one in found] == [(None, How.PATTERN)]


def test_an_office_without_a_name_belongs_to_the_body_before_it() -> None:
    _, one = find("UNEP and its sub-regional office located in Fiji helped", language="en")
    assert (one.surface, one.parent) == ("sub-regional office", "unep")
    assert one.name == "sub-regional office located in Fiji"
    assert [place.iso2 for place in places("UNEP and its sub-regional office located in Fiji")] == [
        "FJ"
    ]


def test_a_body_of_a_known_one_knows_its_parent() -> None:
    (one,) = find("the Inspection Panel of the World Bank", language="en")
    assert (one.surface, one.parent) == ("Inspection Panel of the World Bank", "world-bank")
