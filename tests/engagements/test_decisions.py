"""Quoted decisions, drafts, recommended actions, and what became of each provision."""

import pytest

from tests.engagements.reports import decision, heading, node, of, paragraph
from whimbrel.document import Kind, Node
from whimbrel.engagements import Extract, Status

REVIEW = "undertake a concise review of the songs and calls of gulls in harbours and on islands"


def told(*sections: Node) -> Extract:
    """A report on two quoted decisions."""
    quoted = paragraph(
        "COP14 adopted these Decisions:",
        decision(
            "14.1",
            "Directed to the Secretariat",
            "The Secretariat shall, subject to the availability of external resources:",
            "convene a working group on harbour lights;",
            "present a proposal for a gull register to COP15;",
            f"{REVIEW}.",
        ),
        decision("14.2", "Directed to Parties", "Parties are invited to support the Secretariat."),
        label="2.",
    )
    annex = node(
        Kind.ANNEX,
        "DRAFT DECISIONS",
        decision("15.AA", "Directed to the Secretariat", f"The Secretariat shall {REVIEW}."),
        decision("15.AA", "Directed to the Secretariat", "The Secretariat shall count terns."),
        label="ANNEX",
    )
    actions = paragraph(
        "The Conference of the Parties is recommended to:",
        node(Kind.ITEM, "adopt the draft Decisions contained in the Annex;", label="a)"),
        node(Kind.ITEM, "delete Decisions 14.1 and 14.2.", label="b)"),
        label="9.",
    )
    return of(quoted, *sections, heading("Recommended actions", actions), annex)


def status(extract: Extract, number: str) -> Status:
    return next(one for one in extract.statuses if one.provision == number)


def test_a_decision_with_items_is_its_items() -> None:
    found = told().provisions
    assert [one.id for one in found] == ["14.1 a)", "14.1 b)", "14.1 c)", "14.2"]
    assert found[0].chapeau is not None and found[3].chapeau is None


def test_a_draft_in_the_words_of_a_provision_renews_it_and_a_number_given_twice_is_told() -> None:
    drafts = told().drafts
    assert [(one.ref, one.occurrence, one.duplicate, one.renews) for one in drafts] == [
        ("15.AA", 1, True, "14.1 c)"),
        ("15.AA", 2, True, None),
    ]


def test_recommended_actions_spell_their_objects_out() -> None:
    assert [(one.action, one.objects) for one in told().actions] == [
        ("adopt", ("15.AA (first)", "15.AA (second)")),
        ("delete", ("14.1", "14.2")),
    ]


def test_what_is_said_of_one_provision_of_a_section_is_not_said_of_the_others() -> None:
    section = heading(
        "Implementation of Decision 14.1 a) and b)",
        paragraph(
            "Due to the absence of funding, it was not possible to convene such a working group.",
            label="3.",
        ),
        paragraph("No gull register appears necessary.", label="4."),
    )
    found = told(section)
    first, second = status(found, "14.1 a)"), status(found, "14.1 b)")
    assert (first.status, first.explicit) == ("not-implemented", True)
    assert first.reason is not None and first.reason.value == "the absence of funding"
    assert (second.status, second.explicit) == ("superseded", False)


def test_a_provision_of_which_nothing_is_said_is_not_reported() -> None:
    assert status(told(), "14.2").status == "not-reported"


def test_the_disposition_is_what_the_actions_and_the_annex_say() -> None:
    found = told()
    assert status(found, "14.1 c)").disposition == "renew"
    assert status(found, "14.1 c)").next_step == "delete and renew as draft 15.AA (first)"
    assert status(found, "14.1 a)").disposition == "delete"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("A working group on harbour lights has been established and met twice.", "implemented"),
        ("The working group on harbour lights is ongoing.", "implemented-ongoing"),
        ("The working group on harbour lights was partly implemented.", "partly-implemented"),
        ("UNEP/CMS/COP15/Doc.7 addresses the working group on lights.", "reported-elsewhere"),
        ("Harbour lights are bright.", "not-reported"),
    ],
)
def test_the_words_tell_how_far_it_came(text: str, expected: str) -> None:
    section = heading("Implementation of Decision 14.1 a)", paragraph(text, label="3."))
    assert status(told(section), "14.1 a)").status == expected


def test_a_resolution_on_which_a_section_reports_work_is_being_implemented() -> None:
    section = heading(
        "Implementation of Resolution 11.10 (Rev.COP14)",
        paragraph("The Secretariat worked closely with FAO.", label="3."),
    )
    found = status(told(section), "Resolution 11.10 (Rev.COP14)")
    assert (found.status, found.explicit, found.disposition) == (
        "implemented-ongoing",
        False,
        "retain",
    )
