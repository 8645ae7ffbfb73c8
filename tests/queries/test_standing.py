"""How decisions stand, as each reader may know it."""

import datetime

import pytest

from tests.chain import MONEY, Chain, entered, published, told
from tests.record import OFFICER, with_role
from whimbrel.acts import mandates
from whimbrel.queries import mandates as mandates_of
from whimbrel.queries import standing
from whimbrel.queries.narrowing import Filter
from whimbrel.register import models

pytestmark = pytest.mark.usefixtures("house")
NOW = datetime.datetime(2025, 1, 1, tzinfo=datetime.UTC)


@pytest.fixture
def chain() -> Chain:
    """A mandate over three meetings."""
    return entered()


def one(name: str, by: str | None = OFFICER, on: str = "2025-06-01") -> standing.Line:
    """How a provision stands."""
    (found,) = standing.numbered(by, name, on=on)
    return standing.line(found)


def test_a_decision_stands_until_the_next_meeting_and_lapses_there(chain: Chain) -> None:
    why = dict(one("14.1").reasons)
    assert (one("14.1").in_force, why["in_force"]) == (
        "yes", "in force from 2024-02-17; it lapses at COP15 unless renewed",
    )  # fmt: skip
    assert one("14.1", on="2027-01-01").in_force == "not known"
    mandates.adopt(OFFICER, "", "15.1", kind="decision", meeting="COP15")
    assert one("14.1", on="2027-01-01").in_force == "no"
    assert dict(one("13.1").reasons)["in_force"] == "renewed at COP14 as 14.1"


def test_what_no_money_reached_is_not_done_and_says_whose_money(chain: Chain) -> None:
    found = one("14.1")
    assert (found.status, found.stated, found.source) == ("not-implemented", False, "engagements")
    assert found.status_because == f"no money came ({MONEY}), and nothing was done"
    assert (found.unfunded, dict(found.reasons)["unfunded"]) == ("yes", f"{MONEY}: none")
    assert found.outputs == (("review", "not made", ""),)
    assert (found.proposed, found.decided, found.renewed) == ("renew", False, 1)
    assert found.proposed_because == "the money it depends on has not come"


def test_what_a_colleague_says_goes_first_and_is_taken_back(chain: Chain) -> None:
    told(
        "14.1", "covered-elsewhere", why="IPBES did", evidence=("Doc.1#para_2",),
        disposition="amend", covered=("terns",), left=("swifts",),
    )  # fmt: skip
    found = one("14.1", on="2099-01-01")
    assert (found.status, found.stated, found.source) == ("covered-elsewhere", True, "person")
    assert (found.reason, found.evidence) == ("IPBES did", ("Doc.1#para_2",))
    assert (found.proposed, found.decided) == ("amend", True)
    assert (found.covered, found.left) == (("terns",), ("swifts",))
    assert one("14.1").status == "not-implemented", "on a day before it was said"


def test_a_document_that_passes_it_over_is_named(chain: Chain) -> None:
    document = models.Document.objects.create(symbol="Doc.9", dated=NOW.date())
    version = models.Version.objects.create(
        document=document, number=1, sha256="9", file=b"", tree="{}", deposited_at=NOW,
        deposited_by=models.Person.objects.get(email=OFFICER),
    )  # fmt: skip
    models.Status.objects.create(
        about="14.2", provision=models.Provision.objects.get(name="14.2"), version=version,
        status="not-reported", stated=False, paragraphs=[4],
    )  # fmt: skip
    found = one("14.2")
    assert found.status_because == "Doc.9 does not report on it, and no engagement answers it"
    assert (found.status, found.evidence) == ("not-reported", ("Doc.9#para_4",))
    assert one("14.2", on="2024-12-31").evidence == (), "it was not written yet"


def test_what_a_paper_without_a_date_says_is_older_than_what_dated_ones_say(chain: Chain) -> None:
    provision = models.Provision.objects.get(name="14.2")
    for number, (dated, disposition) in enumerate(
        ((datetime.date(2023, 1, 1), "renew"), (NOW.date(), "amend"), (None, "delete"))
    ):
        document = models.Document.objects.create(symbol=f"Doc.{number}", dated=dated)
        version = models.Version.objects.create(
            document=document, number=1, sha256=str(number), file=b"", tree="{}", deposited_at=NOW,
            deposited_by=models.Person.objects.get(email=OFFICER),
        )  # fmt: skip
        models.Status.objects.create(
            about="14.2", provision=provision, version=version, status="ongoing", stated=True,
            disposition=disposition,
        )  # fmt: skip
    whole = mandates_of.provision(OFFICER, "14.2")
    assert whole is not None
    assert [each.symbol for each in whole.statuses] == ["Doc.1", "Doc.0", "Doc.2"]
    assert one("14.2").proposed == "amend"
    assert one("14.2", on="2024-12-31").proposed == "renew", "the other was not written yet"
    told("14.2", "implemented")
    whole = mandates_of.provision(OFFICER, "14.2")
    assert whole is not None
    assert [each.symbol for each in whole.statuses] == ["", "Doc.1", "Doc.0", "Doc.2"]


def test_the_list_is_narrowed_as_decisions_are(chain: Chain) -> None:
    names = [row.asked.name for row in standing.stands(OFFICER, Filter(meeting="COP14")).rows]
    assert names == ["14.1", "14.2"]
    assert standing.stands(OFFICER, Filter(condition="unfunded")).total == 2
    assert standing.numbered(OFFICER, "99.9") == ()
    assert standing.stand(OFFICER, "99.9") is None


def test_the_ledger_of_mandates_without_money_counts_renewals(chain: Chain) -> None:
    (found,) = standing.unfunded(OFFICER).rows
    assert (found.name, found.chain, found.renewed) == ("14.1", ("13.1", "14.1"), 1)
    assert (found.since, found.sure) == ("COP13", True)
    models.Condition.objects.filter(provision__name="13.1").update(funding="received")
    told("14.2", "implemented")  # An act, so that the record is asked anew.
    assert standing.unfunded(OFFICER).rows == ()


def test_the_public_knows_what_is_public(chain: Chain) -> None:
    assert standing.stands(None, Filter()).total == 0
    assert standing.unfunded(None).rows == ()
    published(with_role("approver"), "provision 14.1")
    told("14.1", "implemented", why="Ann saw it")
    models.Output.objects.update(done=True, shown="Doc.hidden#para_1")
    models.Document.objects.create(symbol="Doc.hidden")
    found = one("14.1", by=None, on="2099-01-01")
    assert (found.source, found.reason, found.renewed) == ("nobody", "", 0)
    assert found.status_because == "nothing that is published tells"
    assert (found.silent, found.unfunded, found.proposed) == ("not known", "not known", "not known")
    assert "Doc.hidden" not in str(found)
    assert standing.unfunded(None).rows == ()
    assert "Doc.hidden#para_1" in str(one("14.1", on="2099-01-01"))
    assert standing.numbered(None, "13.1") == ()
