"""The provisions of two sessions, paired."""

import time

from whimbrel.mandates.lineage import Label, Wording
from whimbrel.mandates.pairing import pair

OLD = (
    "Requests the Secretariat to publish an atlas of the stopover sites of cranes by 2021;",
    "Invites donors to support the monitoring of vultures along the southern flyway;",
    "Urges Parties to remove abandoned fishing nets from coastal waters, and invites the private"
    " sector to develop nets that can be traced from maker to owner;",
    "Encourages Range States to map the caves in which bats hibernate;",
    "Encourages Range States to protect the caves in which bats hibernate from disturbance;",
    "Decides to establish a working group on saiga antelopes;",
)
NEW = (
    "Urges Parties to remove abandoned fishing nets and traps from coastal waters;",
    "Invites the private sector to develop nets that can be traced from maker to owner;",
    "Encourages Range States to map the caves in which bats hibernate, and to protect the caves in"
    " which bats hibernate from disturbance;",
    "Further requests the Secretariat to publish an atlas of the stopover sites of cranes by 2024;",
    "Calls upon Parties to report the poisoning of eagles within a month;",
)


def wordings(texts: tuple[str, ...]) -> list[Wording]:
    return [Wording(path=str(number), text=text) for number, text in enumerate(texts, 1)]


def test_provisions_are_paired_whatever_their_order() -> None:
    links = pair(wordings(OLD), wordings(NEW), language="en")
    assert [(link.olds, link.news, link.verdict.label) for link in links] == [
        ((2,), (0, 1), Label.SPLIT),
        ((3, 4), (2,), Label.MERGED),
        ((0,), (3,), Label.AMENDED),
    ]


def test_the_same_document_pairs_with_itself_and_in_order() -> None:
    links = pair(wordings(OLD), wordings(OLD), language="en")
    assert [(link.olds, link.news) for link in links] == [((n,), (n,)) for n in range(len(OLD))]
    assert {link.verdict.label for link in links} == {Label.VERBATIM}


def test_nothing_pairs_with_nothing() -> None:
    assert pair([], wordings(NEW), language="en") == ()
    assert pair(wordings(OLD), [], language="en") == ()


def test_a_hundred_and_a_hundred_are_paired_quickly() -> None:
    many = [
        Wording(path=f"{number}.{n}", text=f"{text} {'abcdefghij'[number % 10] * 5} {number}")
        for number in range(17)
        for n, text in enumerate(OLD)
    ]
    started = time.perf_counter()
    links = pair(many, many, language="en")
    assert len(links) > 50
    assert time.perf_counter() - started < 10
