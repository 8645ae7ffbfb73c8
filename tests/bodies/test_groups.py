"""Classes of bodies and people: kept as classes, no member is made up."""

import pytest

from whimbrel.bodies import GroupKind, find

CASES = [
    ("with Regional Fisheries Bodies and others", "en", GroupKind.IGO_CLASS),
    ("the Regional Seas Conventions and Action Plans", "en", GroupKind.MEA_CLASS),
    ("with non-governmental organisations", "en", GroupKind.NGO_CLASS),
    ("Indigenous Peoples and local communities", "en", GroupKind.RIGHTS_HOLDER_GROUP),
    ("and IPLCs", "en", GroupKind.RIGHTS_HOLDER_GROUP),
    ("youth groups", "en", GroupKind.YOUTH),
    ("Range States", "en", GroupKind.PARTY),
    ("the Parties", "en", GroupKind.PARTY),
    ("other MEA secretariats", "en", GroupKind.MEA_SECRETARIAT_CLASS),
    ("national focal points", "en", GroupKind.FOCAL_POINT),
    ("UN entities", "en", GroupKind.UN_CLASS),
    ("les organisations non gouvernementales", "fr", GroupKind.NGO_CLASS),
    ("les peuples autochtones et communautés locales", "fr", GroupKind.RIGHTS_HOLDER_GROUP),
    ("los Estados del área de distribución", "es", GroupKind.PARTY),
    ("las organizaciones no gubernamentales", "es", GroupKind.NGO_CLASS),
]


@pytest.mark.parametrize(("text", "language", "kind"), CASES)
def test_a_class_is_found_as_a_class(text: str, language: str, kind: GroupKind) -> None:
    (one,) = find(text, language=language)
    assert (one.group, one.kind, one.key) == (True, kind, None)


@pytest.mark.parametrize(
    "text", ["all parties to a dispute", "non-Party", "it is public", "partners in crime"]
)
def test_words_of_every_day_are_no_class(text: str) -> None:
    assert find(text, language="en") == ()
