"""The chain of a provision over the meetings, as each reader may know it."""

import datetime
import itertools

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from tests.chain import NEW, OLD, Chain, entered, published
from tests.record import OFFICER, with_role
from whimbrel.acts import adopting, lineage
from whimbrel.queries import lineage as chains
from whimbrel.register import models

NOW = datetime.datetime(2026, 1, 1, tzinfo=datetime.UTC)
pytestmark = pytest.mark.usefixtures("house")


@pytest.fixture
def chain() -> Chain:
    """A mandate over three meetings."""
    return entered()


def ends(steps: tuple[chains.Step, ...] | None) -> list[tuple[str, str]]:
    """From where to where each step leads."""
    return [(one.old.key, one.new.key) for one in steps or ()]


def test_a_chain_is_told_from_both_ends_and_from_its_beginning(chain: Chain) -> None:
    whole = [("13.1", "14.1"), ("14.1", chain.draft)]
    assert ends(chains.lineage(OFFICER, "14.1")) == whole
    assert ends(chains.lineage(OFFICER, "13.1")) == whole
    assert chains.lineage(OFFICER, "14.2") == ()
    assert chains.lineage(OFFICER, "99.9") is None


def test_a_chain_without_dates_begins_where_it_begins(chain: Chain) -> None:
    models.Instrument.objects.filter(number="14.1").update(since=None)
    assert ends(chains.lineage(OFFICER, "14.1"))[0] == ("13.1", "14.1")


def test_a_step_has_the_words_that_changed_and_a_proposal_its_reason(chain: Chain) -> None:
    first, second = chains.lineage(OFFICER, "14.1") or ()
    assert (first.label, first.state, first.by, first.why) == (
        "renewed-verbatim", "confirmed", "Ann", None,
    )  # fmt: skip
    assert (second.state, second.by) == ("proposed", "")
    assert str(second.why) == "most words are kept"
    assert (second.old.text, second.new.text) == (OLD, NEW)
    assert second.comparison.removed == ("terns.",)
    assert second.comparison.added == ("cultural", "terns and report to COP16.")


def test_what_was_refused_is_told_last_and_inside_only(chain: Chain) -> None:
    lineage.refuse(OFFICER, "another subject", "14.1", "14.2")
    steps = chains.lineage(OFFICER, "14.1") or ()
    assert [one.state for one in steps] == ["confirmed", "proposed", "refused"]
    published(with_role("approver"), "provision 14.1", "provision 14.2", "provision 13.1")
    assert ends(chains.lineage(None, "14.1")) == [("13.1", "14.1")]


def test_the_public_sees_steps_between_what_is_public(chain: Chain) -> None:
    assert chains.lineage(None, "14.1") is None
    published(with_role("approver"), "provision 14.1")
    assert chains.lineage(None, "14.1") == ()
    published(with_role("approver", "y@example.org"), "provision 13.1")
    (step,) = chains.lineage(None, "14.1") or ()
    assert (step.old.name, step.by) == ("13.1", "")


def test_the_public_is_not_told_a_chain_by_looking_through_all_chains(chain: Chain) -> None:
    published(with_role("approver"), "provision 14.1", "provision 13.1")

    def looked() -> int:
        with CaptureQueriesContext(connection) as questions:
            assert ends(chains.lineage(None, "14.1")) == [("13.1", "14.1")]
        return sum(len(each["sql"]) for each in questions.captured_queries)

    few, holder = looked(), models.Instrument.objects.get(number="14.1")
    others = [
        models.Provision.objects.create(instrument=holder, name=f"1.{number}", public=True)
        for number in range(100, 120)
    ]
    for old, new in itertools.pairwise(others):
        models.Succession.objects.create(
            old=old, new=new, label="merged", state="confirmed", at=NOW
        )
    assert looked() == few


def test_the_public_reads_no_words_of_a_paper_that_is_not_public(chain: Chain) -> None:
    published(with_role("approver"), "provision 14.1", "provision 13.1")
    one = models.Provision.objects.get(name="14.1")
    document = models.Document.objects.create(symbol="Doc.shut")
    one.version = models.Version.objects.create(
        document=document, number=1, sha256="1", file=b"", tree="{}", deposited_at=NOW,
        deposited_by=models.Person.objects.get(email=OFFICER),
    )  # fmt: skip
    one.text = "words of the shut paper"
    one.save()
    (step,) = chains.lineage(None, "14.1") or ()
    assert step.new.text == OLD
    assert (chains.lineage(OFFICER, "14.1") or ())[0].new.text == "words of the shut paper"


def test_an_adopted_draft_takes_the_chain_along(chain: Chain) -> None:
    adopting.adopt(OFFICER, "", chain.draft, number="15.1", seen=0)
    steps = chains.lineage(OFFICER, "15.1")
    assert ("14.1", "15.1") in ends(steps)
    assert ("13.1", "14.1") in ends(steps)


def test_every_provision_of_a_decision_has_its_chain(chain: Chain) -> None:
    assert [name for name, _ in chains.lineages(OFFICER, "14.1")] == ["14.1"]
    assert chains.lineages(OFFICER, "99.9") == ()
    assert chains.lineages(None, "14.1") == ()


@pytest.mark.parametrize(
    ("chapeau", "text", "new", "removed", "added"),
    [
        ("Parties shall, if funds allow:", "count terns.",
         "Parties shall, if funds allow, count all terns.", (), ("all",)),
        ("Parties are requested to:", "count terns.",
         "Parties are requested to count terns.", (), ()),
        ("Parties are requested to:", "count terns.",
         "Parties are invited to count terns.", ("requested",), ("invited",)),
        ("Parties shall", "count: terns.", "Parties shall count terns.", ("count:",), ("count",)),
    ],
)  # fmt: skip
def test_the_joint_of_a_chapeau_and_its_item_is_no_change(
    chain: Chain, chapeau: str, text: str, new: str, removed: tuple[str, ...],
    added: tuple[str, ...],
) -> None:  # fmt: skip
    one = models.Provision.objects.get(name="14.1")
    one.name, one.chapeau, one.text = "14.1 d)", chapeau, text
    one.save()
    models.Draft.objects.filter(key=chain.draft).update(text=new)
    second = (chains.lineage(OFFICER, "14.1 d)") or ())[-1]
    assert second.old.text == f"{chapeau} d) {text}"
    assert (second.comparison.removed, second.comparison.added) == (removed, added)


def test_two_items_are_compared_without_their_labels(chain: Chain) -> None:
    for name, label in (("13.1", "13.1 c)"), ("14.1", "14.1 d)")):
        told = {"name": label, "chapeau": "Parties are requested to:", "text": "count terns."}
        models.Provision.objects.filter(name=name).update(**told)
    (first, _) = chains.lineage(OFFICER, "14.1 d)") or ()
    assert (first.comparison.removed, first.comparison.added) == ((), ())
