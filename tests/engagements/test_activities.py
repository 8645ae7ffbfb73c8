"""Verbs and nouns by which reports say that something was done."""

import pytest

from whimbrel.engagements.activities import heads


@pytest.mark.parametrize(
    ("language", "text", "kind", "state"),
    [
        ("en", "The Secretariat took part in a workshop.", "participation", "done"),
        ("en", "The Secretariat has been working closely with FAO.", "cooperation", "ongoing"),
        ("en", "The Secretariat continued to engage with FAO.", "cooperation", "ongoing"),
        (
            "en",
            "The Secretariat continues its active engagement with FAO.",
            "cooperation",
            "ongoing",
        ),
        ("en", "We are currently developing a joint factsheet.", "joint-output", "ongoing"),
        ("en", "The Secretariat will take part in the session.", "participation", "planned"),
        ("en", "A workshop took place in 2024.", "event", "done"),
        ("en", "Outreach has taken place with youth organizations.", "outreach", "ongoing"),
        ("en", "The collaboration with FAO is told elsewhere.", "cooperation", "ongoing"),
        ("fr", "Le Secrétariat a participé à un atelier.", "participation", "done"),
        ("fr", "Le Secrétariat a activement pris part à la session.", "participation", "done"),
        ("fr", "Le Secrétariat continue de collaborer avec la FAO.", "cooperation", "ongoing"),
        ("fr", "Le Secrétariat participera à la session.", "participation", "planned"),
        ("es", "La Secretaría participó en un taller.", "participation", "done"),
        ("es", "La Secretaría ha seguido colaborando con la FAO.", "cooperation", "ongoing"),
        ("es", "La Secretaría participará en la reunión.", "participation", "planned"),
        ("en", "The Secretariat held informal consultations.", "consultation", "done"),
        ("fr", "Le Secrétariat a mené de vastes consultations.", "consultation", "done"),
        ("es", "La Secretaría realizó consultas con la FAO.", "consultation", "done"),
        ("en", "The Memorandum of Cooperation with FAO was signed.", "cooperation", "done"),
    ],
)
def test_what_was_done_is_told_by_its_verb(language: str, text: str, kind: str, state: str) -> None:
    assert [(one.frame.kind, one.state) for one in heads(text, language)] == [(kind, state)]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "NGOs can participate in meetings."),
        ("en", "Parties should work closely with FAO."),
        ("en", "Participate in governance processes"),
        ("en", "the workshop that FAO organized"),
        ("en", "In the past, this group often met in Rome."),
        ("en", "NGOs are engaged in working groups."),
        ("en", "issues of interest"),
        ("fr", "Les Parties devraient participer à la réunion."),
        ("fr", "le groupe qui a participé à la réunion"),
        ("es", "Las Partes deberían colaborar con la FAO."),
        ("es", "el grupo que participó en la reunión"),
        ("es", "El plan se hizo en consulta con la Mesa."),
    ],
)
def test_what_could_or_should_be_done_was_not_done(language: str, text: str) -> None:
    assert heads(text, language) == ()


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "The Secretariat was unable to attend the session."),
        ("fr", "Le Secrétariat n'a pas pu assister à la session."),
        ("es", "La Secretaría no pudo asistir a la reunión."),
    ],
)
def test_what_was_not_attended_is_kept_and_marked(language: str, text: str) -> None:
    (head,) = heads(text, language)
    assert head.negated
