"""What a paper reads like once some changes of a returned copy are taken up: the words of each
paragraph, and what is new after it."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, replace

from whimbrel.document import Document, Node, walk
from whimbrel.reporting.returned import applied
from whimbrel.reporting.returned_change import Change, Proposal

BESIDE = (Proposal.COMMENT, Proposal.NEW_NOTE)
"""Said beside the words: taking it up changes none."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Taken:
    """The words of a paper where they are others than those sent."""

    words: dict[str, str]
    """By address; empty where the paragraph goes."""
    after: dict[str, tuple[str, ...]]
    """New paragraphs by the address after which they stand."""


def taken(sent: Document, changes: Iterable[Change]) -> Taken:
    """The paper with these changes, by its addresses. Changes of tables are passed by: a table is
    made of the record."""
    nodes = {placed.address: placed.node for placed in walk(sent)}
    order = list(nodes)
    own: defaultdict[str, list[Change]] = defaultdict(list)
    new: defaultdict[str, list[str]] = defaultdict(list)
    gone, joined = set[str](), list[str]()
    for one in sorted(changes, key=lambda each: each.position):
        if one.address not in nodes or one.kind in BESIDE or one.cell is not None:
            continue
        if one.kind is Proposal.NEW_PARAGRAPH:
            new[one.to.address if one.to else one.address].append(one.after)
        elif one.kind is Proposal.JOINED:
            joined.append(one.address)
        elif one.kind is Proposal.MOVED and one.to and one.to.offset is None:
            gone.add(one.address)
            new[one.to.address].append(one.after)
        elif one.kind is Proposal.MOVED and one.to:
            own[one.address].append(replace(one, kind=Proposal.DELETED, after="", to=None))
            own[one.to.address].append(arriving(one, one.to.address, one.to.offset or 0))
        else:
            own[one.address].append(one)
    words: dict[str, str] = dict.fromkeys(gone, "")
    for address, several in own.items():
        made = [each.text for each in applied(nodes[address], several)]
        words[address] = made[0] if made else ""
        new[address][:0] = made[1:]
    for address in joined:
        run_on(address, order, nodes, words)
    return Taken(words=words, after={at: tuple(each) for at, each in new.items() if each})


def arriving(one: Change, address: str, offset: int) -> Change:
    """Words that were moved, as they arrive."""
    return replace(
        one, kind=Proposal.INSERTED, address=address, start=offset, end=offset, before="", to=None
    )


def run_on(address: str, order: list[str], nodes: dict[str, Node], words: dict[str, str]) -> None:
    """Let the next paragraph run on in this one."""
    at = order.index(address) + 1
    if at == len(order):
        return
    first, second = (words.get(each, nodes[each].text) for each in (address, order[at]))
    words[address], words[order[at]] = f"{first} {second}".strip(), ""
