"""Sentences and the bodies that they name, in three languages; and sentences that name none."""

from itertools import pairwise

import pytest

from whimbrel.bodies import How, find, in_texts, known

ENGLISH = [
    ("The Secretariat met UNEP and the World Bank.", ["own-secretariat", "unep", "world-bank"]),
    ("the Food and Agriculture Organisation of the United Nations", ["fao"]),
    ("the Food and Agriculture Organization (FAO) of the United Nations", ["fao"]),
    ("the Convention on Biological Diversity (CBD)", ["cbd", "cbd"]),
    ("a talk with the convention on biological diversity", ["cbd"]),
    ("JOINT SESSION OF THE CONVENTION ON MIGRATORY SPECIES", ["cms"]),
    (
        "the Intergovernmental Science–Policy Platform on Biodiversity and Ecosystem Services",
        ["ipbes"],
    ),
    ("Fauna & Flora International and Fauna and Flora International", ["ffi", "ffi"]),
    ("at COP14 and at MOP8", ["own-cop", "own-mop"]),
    ("the CITES-CMS programme for CMS-listed species", ["cites", "cms", "cms"]),
    ("GWOPA/UN-Habitat", ["gwopa", "un-habitat"]),
    ("the Standing Committee on Finance", ["unfccc-scf"]),
    ("the Standing Committee", ["own-standing-committee"]),
    ("the secretariat of the fund", ["own-secretariat"]),
    ("the International\nWhaling  Commission", ["iwc"]),
    ("the United Nations Office on Drugs and Crime and the United Nations", ["unodc", "un"]),
]
FRENCH = [
    ("le Programme des Nations Unies pour l’environnement (PNUE)", ["unep", "unep"]),
    ("l’UICN, la CITES et l’OMS", ["iucn", "cites", "who"]),
    ("la Convention sur les espèces migratrices", ["cms"]),
    ("LA CONVENTION DE RAMSAR", ["ramsar"]),
    ("le Fonds pour l'environnement mondial", ["gef"]),
    ("l'Assemblée générale des Nations Unies", ["unga"]),
    (
        "le Comité permanent et le Conseil scientifique",
        ["own-standing-committee", "own-scientific-council"],
    ),
]
SPANISH = [
    ("el Programa de las Naciones Unidas para el Medio Ambiente (PNUMA)", ["unep", "unep"]),
    ("la UICN y la Unión Europea", ["iucn", "eu"]),
    ("la Convención sobre las Especies Migratorias", ["cms"]),
    ("el Fondo para el Medio Ambiente Mundial", ["gef"]),
    ("el foro político de alto nivel sobre el desarrollo sostenible", ["hlpf"]),
    ("la Asamblea General y el Consejo de Seguridad", ["unga", "unsc"]),
]
NONE = [
    ("as adopted in UNEP/CMS/COP15/Doc.18.1 and CBD/COP/DEC/15/4", "en"),
    ("see https://www.cbd.int/CBD/2024 or write to CBD@example.org", "en"),
    ("PEOPLE WHO CARE FOR BIRDS came", "en"),
    ("PROGRAMME D'APPUI AU DÉVELOPPEMENT POUR UN AVENIR", "fr"),
    ("the cost of a bureau and of a small fund", "en"),
    ("FAOSTAT and UNEPAL are no bodies of ours", "en"),
    ("le partenariat est un programme au service des pays", "fr"),
    ("The Initiative is a success. This Partnership goes on.", "en"),
    ("its Joint Work Programme and its Partnership Policy", "en"),
    ("the Programme of Action and the Platform for Action", "en"),
    ("", None),
]


@pytest.mark.parametrize(("text", "keys"), ENGLISH)
def test_known_bodies_are_found_in_english(text: str, keys: list[str]) -> None:
    assert [one.key for one in find(text, language="en")] == keys


@pytest.mark.parametrize(("text", "keys"), FRENCH)
def test_known_bodies_are_found_in_french(text: str, keys: list[str]) -> None:
    assert [one.key for one in find(text, language="fr")] == keys


@pytest.mark.parametrize(("text", "keys"), SPANISH)
def test_known_bodies_are_found_in_spanish(text: str, keys: list[str]) -> None:
    assert [one.key for one in find(text, language="es")] == keys


@pytest.mark.parametrize(("text", "language"), NONE)
def test_words_that_name_no_body_are_left_alone(text: str, language: str | None) -> None:
    assert [one.surface for one in find(text, language=language)] == []


@pytest.mark.parametrize("text", [text for text, _ in (*ENGLISH, *FRENCH, *SPANISH)])
def test_mentions_are_in_order_apart_and_verbatim(text: str) -> None:
    found = find(text)
    assert all(one.surface == text[one.start : one.end] for one in found)
    assert all(left.end <= right.start for left, right in pairwise(found))


def test_a_weak_acronym_is_sure_only_where_the_name_was_given() -> None:
    alone = find("a paper by ROE")
    assert [(one.key, one.sure) for one in alone] == [("unep-roe", False)]
    _, after = in_texts(["the UNEP Regional Office for Europe spoke", "a paper by ROE"], "en")
    assert [(one.key, one.sure) for one in after] == [("unep-roe", True)]


def test_a_body_known_by_name_says_how_it_was_found() -> None:
    (one,) = find("UNESCO", language="en")
    assert (one.how, one.acronym, one.parent) == (How.KNOWN, "UNESCO", "un")
    assert one.name == known()["unesco"].name
