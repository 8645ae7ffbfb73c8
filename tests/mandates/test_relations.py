"""A draft and what is in effect."""

import pytest

from whimbrel.mandates.lineage import Wording
from whimbrel.mandates.nearness import Index
from whimbrel.mandates.reasons import Code
from whimbrel.mandates.relations import Sort, relations

STANDING = (
    ("14.9 a)", "The Secretariat shall, subject to the availability of external resources, convene"
     " regional workshops on the impact of light pollution on migratory birds and report to the"
     " Conference of the Parties at its 15th meeting."),
    ("14.12", "Parties are encouraged to reduce the use of lead ammunition in wetlands frequented"
     " by migratory waterbirds;"),
    ("13.4", "The Scientific Council shall review the list of species threatened by bycatch in"
     " gillnets."),
)  # fmt: skip
DRAFTS = (
    ("The Scientific Council shall review the list of species threatened by bycatch in gillnets.",
     "13.4", Sort.DUPLICATES),
    ("The Secretariat shall convene regional workshops on the impact of light pollution on"
     " migratory birds and report to the Conference of the Parties at its 16th meeting.",
     "14.9 a)", Sort.SUPERSEDES),
    ("Decides to delete Decision 14.9 a);", "14.9 a)", Sort.SUPERSEDES),
    ("The Secretariat shall discontinue regional workshops on the impact of light pollution on"
     " migratory birds.", "14.9 a)", Sort.CONTRADICTS),
    ("Requests Parties to refrain from reducing the use of lead ammunition in wetlands frequented"
     " by migratory waterbirds;", "14.12", Sort.CONTRADICTS),
    ("Invites donors to convene regional workshops on the impact of light pollution on migratory"
     " birds.", "14.9 a)", Sort.COMPLEMENTS),
    ("The Standing Committee shall adopt the budget for the triennium.", None, None),
)  # fmt: skip


@pytest.fixture(scope="module")
def index() -> Index:
    return Index([Wording(path=path, text=text) for path, text in STANDING], language="en")


@pytest.mark.parametrize(("text", "path", "sort"), DRAFTS, ids=lambda one: str(one)[:50])
def test_a_draft_is_told_what_it_would_do(
    index: Index, text: str, path: str | None, sort: Sort | None
) -> None:
    found = relations(Wording(path="16.AA", text=text), index)
    assert [(one.standing.path, one.sort) for one in found] == ([(path, sort)] if path else [])
    for one in found:
        assert one.draft.text == text
        assert one.standing is index.provisions[one.number]
        assert str(one.why)
        assert one.changed.parts


def test_what_differs_is_named(index: Index) -> None:
    (found,) = relations(Wording(path="x", text=DRAFTS[1][0]), index)
    assert found.why.code is Code.SAME_TASK_OTHERWISE
    assert dict(found.why.values)["what"] == "due, conditions"


def test_a_number_that_only_begins_alike_is_not_named(index: Index) -> None:
    assert index.named("Decides to delete Decision 14.123;") == ()
    assert index.named("Decides to delete Decisions 14.12 and 14.9 a);") == (1, 0)


def test_the_likest_comes_first_and_at_most_so_many() -> None:
    texts = [f"Requests the Secretariat to publish the atlas of cranes {'x' * n}" for n in range(9)]
    many = Index([Wording(path=str(n), text=text) for n, text in enumerate(texts)], language="en")
    near = many.near("Requests the Secretariat to publish the atlas of cranes xxxx", most=3)
    assert len(near) == 3
    assert near[0].number == 4
    assert [one.score for one in near] == sorted((one.score for one in near), reverse=True)


def test_an_index_of_nothing_has_no_answer() -> None:
    assert relations(Wording(path="x", text="Notes;"), Index([], language="en")) == ()
