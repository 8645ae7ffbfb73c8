"""A convention and its office in one breath are one mention, and point to both."""

import pytest

from whimbrel.bodies import find

CASES = [
    ("the CITES Secretariat", "en", [("cites-secretariat", "CITES Secretariat")]),
    ("the Secretariat of CITES", "en", [("cites-secretariat", "Secretariat of CITES")]),
    (
        "the CBD and CITES Secretariats",
        "en",
        [("cbd-secretariat", "CBD"), ("cites-secretariat", "CITES Secretariats")],
    ),
    (
        "the Secretariats of CMS and CITES",
        "en",
        [("cms-secretariat", "Secretariats of CMS"), ("cites-secretariat", "CITES")],
    ),
    (
        "the Secretariats of CMS and the Convention on Biological Diversity (CBD) met",
        "en",
        [
            ("cms-secretariat", "Secretariats of CMS"),
            ("cbd-secretariat", "Convention on Biological Diversity"),
            ("cbd", "CBD"),
        ],
    ),
    ("CMS COP14", "en", [("cms-cop", "CMS COP14")]),
    (
        "the Conference of the Parties to the Convention on Wetlands",
        "en",
        [("ramsar-cop", "Conference of the Parties to the Convention on Wetlands")],
    ),
    ("the AEWA MOP", "en", [("aewa-mop", "AEWA MOP")]),
    ("the CMS Scientific Council", "en", [("cms-scientific-council", "CMS Scientific Council")]),
    ("the Secretariat and UNEP", "en", [("own-secretariat", "Secretariat"), ("unep", "UNEP")]),
    ("le Secrétariat de la CITES", "fr", [("cites-secretariat", "Secrétariat de la CITES")]),
    (
        "la Conférence des Parties à la Convention sur la diversité biologique",
        "fr",
        [("cbd-cop", "Conférence des Parties à la Convention sur la diversité biologique")],
    ),
    ("la Secretaría de la CITES", "es", [("cites-secretariat", "Secretaría de la CITES")]),
    (
        "la Conferencia de las Partes en el Convenio sobre la Diversidad Biológica",
        "es",
        [("cbd-cop", "Conferencia de las Partes en el Convenio sobre la Diversidad Biológica")],
    ),
]


@pytest.mark.parametrize(("text", "language", "wanted"), CASES)
def test_an_office_and_its_body_are_one_mention(
    text: str, language: str, wanted: list[tuple[str, str]]
) -> None:
    assert [(one.key, one.surface) for one in find(text, language=language)] == wanted


def test_an_office_that_no_fact_knows_is_named_after_both() -> None:
    (one,) = find("the FAO Standing Committee", language="en")
    assert (one.key, one.name, one.parent) == (None, "FAO Standing Committee", "fao")
