"""Provisions as the rooms below take them."""

import datetime

import pytest

from tests.chain import MONEY, Chain, entered, told
from tests.record import OFFICER
from whimbrel.acts import engagements
from whimbrel.engagements.coverage import Became, Source
from whimbrel.mandates.kept import Funding, Nature
from whimbrel.queries import kept
from whimbrel.queries.scope import PUBLIC, reader
from whimbrel.register import models

pytestmark = pytest.mark.usefixtures("house")


@pytest.fixture
def chain() -> Chain:
    """A mandate over three meetings."""
    return entered()


def key(name: str) -> int:
    """The key of a provision."""
    return models.Provision.objects.get(name=name).pk


@pytest.mark.parametrize(
    ("number", "kind", "meeting", "expected"),
    [
        ("14.10", "decision", None, "COP14"), ("14.10", "decision", "COP13", "COP13"),
        ("11.10 (Rev.COP14)", "resolution", None, None), ("A/RES/1", "decision", None, None),
    ],
)  # fmt: skip
def test_a_decision_is_of_the_meeting_of_its_series(
    number: str, kind: str, meeting: str | None, expected: str | None
) -> None:
    assert kept.adopted(number, kind, meeting) == expected


def test_a_provision_has_its_time_its_money_and_what_it_renews(chain: Chain) -> None:
    keys = [key("14.1"), key("13.1")]
    found = kept.kept(keys, reader(OFFICER))
    assert list(found) == keys
    one = found[keys[0]]
    assert (one.name, one.nature, one.adopted) == ("14.1", Nature.DECISION, "COP14")
    assert kept.sessions()[-1].ends == datetime.date(2099, 3, 1)
    assert [(each.words, each.funding) for each in one.conditions] == [(MONEY, Funding.NONE)]
    assert (one.renews, found[keys[1]].renewed_by) == (("13.1",), ("14.1",))
    assert kept.kept(keys, PUBLIC)[keys[0]].renews == ()


def test_a_status_that_is_none_of_ours_says_nothing(chain: Chain) -> None:
    assert kept.became("implemented") is Became.IMPLEMENTED
    assert kept.became("abandoned") is Became.SILENT
    assert (kept.place(40), kept.place("para_2__a")) == ("para_40", "para_2__a")


def test_what_a_colleague_says_is_theirs_and_not_for_the_public(chain: Chain) -> None:
    told("14.1", "implemented", why="it was made", evidence=("Doc.1#para_2",))
    ((_, one),) = kept.statements([key("14.1")], reader(OFFICER))
    assert (one.source, one.who, one.reason) == (Source.PERSON, "Ann", "it was made")
    assert one.addresses == ("Doc.1#para_2",)
    assert kept.statements([key("14.1")], PUBLIC) == []


def test_engagements_answer_with_the_evidence_that_a_reader_may_see(chain: Chain) -> None:
    deed = engagements.record(
        OFFICER, "", "A review", kind="publication", partners=("FAO",), provisions=("14.1",)
    )
    engagements.attach_evidence(OFFICER, "", deed, "Doc.shut#para_1")
    models.Document.objects.create(symbol="Doc.shut")
    (one,) = kept.deeds([key("14.1")], reader(OFFICER))[key("14.1")]
    assert one.addresses == ("Doc.shut#para_1",)
    assert kept.deeds([key("14.1")], PUBLIC)[key("14.1")] == []
    models.Engagement.objects.update(public=True)
    (seen,) = kept.deeds([key("14.1")], PUBLIC)[key("14.1")]
    assert seen.addresses == ()
