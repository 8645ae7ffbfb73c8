"""Questions over the record: rows from made-up provisions and engagements, with what shows them."""

import datetime
from dataclasses import replace

import pytest

from whimbrel.synergy.absent import absent
from whimbrel.synergy.creatures import creatures
from whimbrel.synergy.joint import counted, questions, vocabulary
from whimbrel.synergy.matter import (
    Accord,
    Asked,
    Covering,
    Deed,
    Matter,
    Passage,
    Ref,
    Session,
    Sitting,
    Who,
)
from whimbrel.synergy.money import assessments, funding
from whimbrel.synergy.overlap import overlaps
from whimbrel.synergy.partners import shared, tied
from whimbrel.synergy.places import countries, of_country
from whimbrel.synergy.programme import candidates
from whimbrel.synergy.reporting import one_answer
from whimbrel.synergy.sessions import meets
from whimbrel.synergy.vague import references, vague

DAY = datetime.date
AT = DAY(2026, 4, 1)
HERON = Who(key="cwh", short="CWH", kind="mea", convention="CWH")
TERN = Who(key="ctt", short="CTT", kind="mea", convention="CTT")
FUND = Who(key="fund", short="Heron Fund", kind="funding-mechanism")
GROUP = Who(key="liaison", short="Liaison Group", kind="liaison-group")
REEDS = Who(key="reeds", short="Reeds", kind="ngo")


def asked(
    name: str, text: str, *, convention: str = "CMS", outputs: tuple[str, ...] = (),
    to: str = "Secretariat", collaborators: tuple[str, ...] = (), targets: tuple[str, ...] = (),
    money: tuple[tuple[str, str], ...] = (),
) -> Asked:  # fmt: skip
    """A provision."""
    return Asked(
        ref=Ref(kind="provision", name=name.replace(" ", "/").rstrip(")"), words=name),
        convention=convention, text=text, addressees=(to,), outputs=outputs,
        collaborators=collaborators, targets=targets, money=money,
        source=Ref(kind="document", name=f"DOC#{name}", words=f"DOC#{name}"),
    )  # fmt: skip


def deed(title: str, *partners: Who, **more: object) -> Deed:
    """An engagement."""
    return Deed(
        ref=Ref(kind="engagement", name=title[:12], words=title), kind="cooperation",
        state="done", partners=partners, **more,
    )  # fmt: skip  # type: ignore[arg-type]


def matter(**more: object) -> Matter:
    """What a question is asked of."""
    return Matter(own="CMS", at=AT, **more)  # type: ignore[arg-type]


OURS = asked(
    "14.1", "The Secretariat shall review the cultural values of lions", outputs=("review",)
)
THEIRS = asked(
    "9.1", "The Secretariat shall review the cultural values of lions in trade",
    convention="CWH", outputs=("review",), to="CWH Secretariat",
)  # fmt: skip
OTHER = asked("9.2", "Parties protect lions through cultural festivals", convention="CWH",
              to="Parties")  # fmt: skip
FAR = asked("9.3", "Parties pay their dues in January", convention="CWH", to="Parties")
SAME_HOUSE = asked("14.2", OURS.text, outputs=("review",))


def test_mandates_of_two_conventions_meet_with_the_words_that_show_it() -> None:
    found = overlaps([OURS, THEIRS, OTHER, FAR, SAME_HOUSE], own="CMS")
    pairs = {(one.one.words, one.other.words): one for one in found}
    assert set(pairs) == {("14.1", "9.1"), ("14.2", "9.1"), ("14.1", "9.2"), ("14.2", "9.2")}
    first = pairs["14.1", "9.1"]
    assert first.kind == "may-duplicate" and first.outputs == ("review",)
    assert first.species == ("lion",) and first.addressees == ("Secretariat",)
    assert {"cultural", "values", "lions"} <= set(first.words)
    assert [one.words for one in first.sources] == ["DOC#14.1", "DOC#9.1"]
    assert pairs["14.1", "9.2"].kind == "adds", "another addressee, and nothing to review"


def test_those_that_may_duplicate_stand_first_and_the_order_of_the_record_changes_nothing() -> None:
    listed = [OURS, THEIRS, OTHER, FAR]
    found = overlaps(listed, own="CMS")
    assert [one.kind for one in found] == ["may-duplicate", "adds"]
    assert overlaps(listed[::-1], own="CMS") == found


def test_a_provision_whose_convention_is_not_known_is_not_compared() -> None:
    assert overlaps([OURS, replace_convention(THEIRS, "")], own="CMS") == ()
    assert overlaps([], own="CMS") == ()


def replace_convention(one: Asked, name: str) -> Asked:
    """The same provision of another convention."""
    return replace(one, convention=name)


def test_the_same_convention_is_no_overlap_but_two_instruments_may_have_one_report() -> None:
    one = asked("14.1", "Parties report on the catch of sharks", to="Parties", outputs=("report",))
    two = asked("12.7", "Parties report on sharks and their catch", to="Parties",
                outputs=("report",))  # fmt: skip
    silent = asked("12.8", "Parties protect sharks from catch", to="Parties")
    assert overlaps([one, two], own="CMS") == ()
    found = one_answer([one, two, silent])
    assert [(each.one.words, each.other.words) for each in found] == [("14.1", "12.7")]


def test_a_shared_target_makes_two_mandates_meet() -> None:
    words = "Parties restore wetlands along flyways"
    one = asked("14.1", words, targets=("SPMS 2.1",))
    two = asked("9.1", "Wetlands along rivers are left to beavers", convention="CWH",
                targets=("SPMS 2.1",))  # fmt: skip
    assert overlaps([one, two], own="CMS")[0].targets == ("SPMS 2.1",)
    assert not overlaps([one, replace_targets(two)], own="CMS")


def replace_targets(one: Asked) -> Asked:
    """The same without a target, and with one word in common."""
    return replace(one, targets=(), text="Wetlands are left to beavers and their many dams")


def test_cooperation_without_an_engagement_shows_who_was_met_and_who_was_not() -> None:
    one = asked("14.1", "x", collaborators=("CWH", "Reeds", "Parties", "relevant organizations"))
    two = asked("14.2", "y", outputs=("cooperation",))
    three = asked("14.3", "no partner is named")
    done = (deed("A talk", HERON), deed("Linked", REEDS, provisions=("14.2",)))
    (found,) = absent(matter(asked=(one, two, three), deeds=done[:1]))[:1]
    assert found.mandate.words == "14.1" and found.unmet == ("Reeds",)
    assert [each.words for each in found.beside] == ["A talk"]
    names = [each.mandate.words for each in absent(matter(asked=(one, two, three), deeds=done))]
    assert names == ["14.1"], "14.2 has an engagement, 14.3 asks for no cooperation"


def test_a_partner_is_shared_by_the_conventions_that_it_worked_with() -> None:
    done = (deed("Both", REEDS, HERON, since="2025-03"), deed("Alone", FUND, since="2024"))
    (found, *rest) = shared(matter(deeds=done))
    assert (found.partner.words, found.conventions) == ("Reeds", ("CMS", "CWH"))
    assert (found.engagements, found.agreements, found.last) == (1, 0, "2025-03")
    assert rest == [], "the fund met ours alone, and a convention is not its own partner"


def test_a_party_to_an_agreement_of_two_conventions_is_shared_too() -> None:
    accord = Accord(
        ref=Ref(kind="agreement", name="a", words="Pact"), kind="mou", parties=(HERON, TERN, REEDS)
    )
    found = {one.partner.words: one for one in shared(matter(accords=(accord,)))}
    assert found["Reeds"].conventions == ("CTT", "CWH") and found["Reeds"].agreements == 1
    assert set(found) == {"Reeds"}


def test_partners_are_tied_to_processes_by_engagements_and_seats() -> None:
    done = (deed("One", HERON, GROUP), deed("Two", HERON, GROUP), deed("Three", REEDS))
    seat = Sitting(group=GROUP, member=TERN, role="member")
    found = tied(matter(deeds=done, sittings=(seat,)))
    assert [(one.partner.words, one.times, one.role) for one in found] == [
        ("CWH", 2, ""), ("CTT", 1, "member"),
    ]  # fmt: skip


def test_countries_count_what_is_stated() -> None:
    met = Session(
        ref=Ref(kind="meeting", name="COP9", words="COP9"), convention="CWH",
        since=DAY(2026, 1, 1), until=DAY(2026, 1, 3), country="KE",
    )  # fmt: skip
    done = (
        deed("There", HERON, held=("KE",), since="2025"), deed("About", concerned=("KE", "TZ")),
    )  # fmt: skip
    whole = matter(deeds=done, sessions=(met,), countries={"KE": "Kenya", "TZ": "Tanzania"})
    kenya, tanzania = countries(whole)
    assert (kenya.country.name, kenya.held, kenya.concerned) == ("KE", 1, 1)
    assert kenya.conventions == ("CMS", "CWH") and kenya.last == "2026-01-03"
    assert (tanzania.held, tanzania.concerned, tanzania.last) == (0, 1, "")
    named = asked("14.1", "Kenya counts its herons")
    nearly = asked("14.2", "Kenyans count their herons")
    rows = of_country(replace(whole, asked=(named, nearly)), "KE")
    assert [one.what for one in rows] == ["obligation", "meeting", "event", "concerned"]
    assert rows[0].record.words == "14.1" and rows[1].when == "2026-01-01/2026-01-03"


def test_a_species_has_all_that_names_it() -> None:
    done = deed("For cats", HERON, species=("jaguar",),
                sources=(Ref(kind="document", name="D", words="D"),))  # fmt: skip
    accord = Accord(ref=Ref(kind="agreement", name="a", words="Jaguar plan"), kind="plan")
    one = asked("14.1", "Range States protect the jaguar")
    (found,) = creatures(matter(asked=(one,), deeds=(done,), accords=(accord,)))
    assert found.species == "jaguar" and found.conventions == ("CMS", "CWH")
    assert [each.words for each in found.provisions] == ["14.1"]
    assert [each.words for each in found.initiatives] == ["Jaguar plan"]
    assert [each.words for each in (*found.partners, *found.documents)] == ["CWH", "D"]


@pytest.mark.parametrize(
    ("text", "plan", "words"),
    [
        ("contribute to all targets of the Strategic Plan for Migratory Species", "cms-plan",
         "all targets of the Strategic Plan for Migratory Species"),
        ("the three species-related targets of the KMGBF", "kmgbf",
         "species-related targets of the KMGBF"),
        ("atteindre les objectifs du Cadre mondial de la biodiversité", "kmgbf",
         "les objectifs du Cadre mondial de la biodiversité"),
    ],
)  # fmt: skip
def test_targets_without_a_number_are_found_as_printed(text: str, plan: str, words: str) -> None:
    assert list(references(text)) == [(plan, words)]
    where = Ref(kind="document", name="D#para_1", words="D#para_1")
    (found,) = vague((), (Passage(ref=where, text=text),))
    assert found.words == words and found.where == where


@pytest.mark.parametrize(
    "text",
    [
        "Target 6.4 of the Strategic Plan for Migratory Species",
        "KMGBF targets 4 and 5",
        "Target 3 of the Kunming-Montreal Global Biodiversity Framework",
        "the goals of the Convention",
        "the targets of a framework for trade",
    ],
)
def test_a_target_with_its_number_is_not_vague(text: str) -> None:
    assert list(references(text)) == []


def test_a_programme_is_tied_where_it_is_linked_and_inferred_where_words_are_shared() -> None:
    money = (("subject to external resources", "sought"),)
    one = asked("14.1", "restore the seagrass meadows of dugongs", money=money)
    two = asked("14.2", "count herons", money=money)
    three = asked("14.3", "restore seagrass meadows")
    done = (
        deed("Seagrass meadows restored", FUND), deed("Money for all", FUND, provisions=("14.2",)),
        deed("Seagrass meadows, without money", REEDS),
    )  # fmt: skip
    found = funding(matter(asked=(one, two, three), deeds=done))
    assert [(each.provision.words, each.how) for each in found] == [
        ("14.2", "stated"), ("14.1", "inferred"),
    ]  # fmt: skip
    assert found[0].condition == ("subject to external resources (sought)",)
    assert {"seagrass", "meadows"} <= set(found[1].words)


def test_an_assessment_that_a_document_says_covers_a_decision_is_stated() -> None:
    source = Ref(kind="document", name="DOC#para_40", words="DOC#para_40")
    told = Covering(provision="14.1", words="would largely cover it", covered=("values",),
                    left=("opportunities",), source=source)  # fmt: skip
    one = asked("14.1", "review the values of herons")
    (found,) = assessments(matter(asked=(one,), coverings=(told,)))
    assert found.how == "stated" and found.words == ("would largely cover it", "values")
    assert found.left == ("opportunities",) and found.sources == (source,)


def session(name: str, since: DAY, until: DAY, country: str = "", convention: str = "") -> Session:
    """A meeting."""
    return Session(ref=Ref(kind="meeting", name=name, words=name), convention=convention,
                   since=since, until=until, country=country)  # fmt: skip


def test_meetings_clash_or_could_be_held_back_to_back() -> None:
    listed = [
        session("COP15", DAY(2026, 3, 23), DAY(2026, 3, 29), "BR", "CMS"),
        session("COP3", DAY(2026, 3, 28), DAY(2026, 4, 2), "KE", "CWH"),
        session("Forum", DAY(2026, 4, 10), DAY(2026, 4, 11), "BR"),
        session("Close", DAY(2026, 4, 4), DAY(2026, 4, 5), "FR"),
        session("Far", DAY(2026, 5, 30), DAY(2026, 5, 31), "BR"),
    ]
    found = {(one.first.words, one.second.words): one for one in meets(listed)}
    assert found["COP15", "COP3"].what == "clash" and found["COP15", "COP3"].apart == -2
    assert found["COP15", "COP3"].conventions == ("CMS", "CWH")
    assert found["COP15", "Forum"].what == "one-country" and found["COP15", "Forum"].apart == 11
    assert found["COP3", "Close"].what == "close-in-time"
    assert not any("Far" in pair for pair in found)
    assert ("COP15", "Close") not in found, "six days, and two countries"


def test_a_joint_programme_has_its_reasons_and_says_how_the_last_one_stands() -> None:
    accord = Accord(
        ref=Ref(kind="agreement", name="a", words="Joint programme"), kind="joint-work-programme",
        since="2021", until="2025",
        parties=(HERON, Who(key="cms", short="CMS", kind="mea", convention="CMS")),
    )  # fmt: skip
    one = asked("14.1", "work with them", collaborators=("CWH",))
    whole = matter(asked=(one,), deeds=(deed("A talk", HERON, REEDS),), accords=(accord,))
    (found, *_rest) = candidates(whole, (), shared(whole), ())
    assert (found.one, found.other, found.standing) == ("CMS", "CWH", "run-out")
    kinds = {reason.kind: reason for reason in found.reasons}
    assert set(kinds) == {"engagement", "agreement", "partner", "named-in-mandate"}
    assert kinds["named-in-mandate"].records == (one.ref,)
    later = replace(accord, until="2026")
    assert candidates(replace(whole, accords=(later,)), (), (), ())[0].standing == "in-force"
    assert candidates(matter(deeds=whole.deeds), (), (), ()) == (), "one kind of reason is too few"


def test_every_question_has_its_words_in_three_languages() -> None:
    for one in questions().values():
        for told in (one.title, one.rule, one.empty):
            assert set(told) == {"en", "fr", "es"} and all(told.values())
            assert not any(
                f" {mark}" in told["fr"] or f"\u202f{mark}" in told["fr"] for mark in ":;!?"
            )
    assert all(one.en and one.fr and one.es for one in vocabulary().values())


def test_what_a_question_was_asked_of_is_counted() -> None:
    found = counted(matter(asked=(OURS, THEIRS), deeds=(deed("One"),)))
    assert (found.provisions, found.conventions, found.engagements) == (2, 2, 1)
