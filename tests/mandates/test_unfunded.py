"""The ledger of mandates that were renewed and never funded."""

from whimbrel.mandates.kept import Funding, Kept, Limit, Nature
from whimbrel.mandates.unfunded import chains, ledger


def kept(name: str, adopted: str, *renews: str, funding: Funding | None = Funding.NONE) -> Kept:
    words = "subject to the availability of external resources"
    money = (
        () if funding is None else (Limit(words=words, kind="external-resources", funding=funding),)
    )
    return Kept(name=name, nature=Nature.DECISION, adopted=adopted, renews=renews, conditions=money)


def test_a_chain_is_counted_once_with_its_renewals() -> None:
    found = ledger(
        (kept("14.10 d)", "COP14", "13.9"), kept("13.9", "COP13", "12.5"), kept("12.5", "COP12"))
    )
    assert [(one.name, one.chain, one.renewed, one.since, one.sure) for one in found] == [
        ("14.10 d)", ("12.5", "13.9", "14.10 d)"), 2, "COP12", True)
    ]


def test_a_chain_that_was_funded_once_is_not_in_the_ledger() -> None:
    assert (
        ledger((kept("14.1", "COP14", "13.1"), kept("13.1", "COP13", funding=Funding.RECEIVED)))
        == ()
    )
    assert ledger((kept("14.2", "COP14", funding=None),)) == ()


def test_a_merged_decision_was_renewed_as_often_as_its_longest_line() -> None:
    rows = (
        kept("14.1", "COP14", "13.1", "13.2"),
        kept("13.1", "COP13"),
        kept("13.2", "COP13", "12.1"),
        kept("12.1", "COP12"),
    )
    assert ledger(rows)[0].renewed == 2


def test_money_that_nobody_spoke_of_makes_the_ledger_unsure() -> None:
    assert ledger((kept("14.3", "COP14", funding=Funding.UNKNOWN),))[0].sure is False


def test_a_circle_of_renewals_and_a_missing_link_end() -> None:
    circle = (kept("14.5", "COP14", "14.6"), kept("14.6", "COP14", "14.5"))
    assert chains(circle) == ()
    assert chains((kept("14.7", "COP14", "14.7", "13.0"),))[0][0].name == "14.7"
