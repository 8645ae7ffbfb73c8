"""Outputs: what a provision asks to be produced."""

from dataclasses import dataclass

from whimbrel.mandates.clauses import Provision
from whimbrel.mandates.mandate import Addressee, Output

REACH = 12
"""How many words behind a verb its thing may stand."""
GOVERNMENTS = frozenset(
    {
        Addressee.PARTIES, Addressee.MEMBER_STATES, Addressee.RANGE_STATES,
        Addressee.OTHER_GOVERNMENTS, Addressee.NAMED_STATE,
    }
)  # fmt: skip


@dataclass(frozen=True, slots=True, kw_only=True)
class Made:
    """An output and the words that ask for it."""

    output: Output
    start: int
    end: int


def outputs(
    provision: Provision, spans: tuple[tuple[int, int], ...], asked: tuple[Addressee, ...]
) -> tuple[Made, ...]:
    """What is to be produced by the words in the spans."""
    found: dict[Output, Made] = {}
    words = provision.text.words
    at_home = bool(asked) and GOVERNMENTS.issuperset(asked)
    for start, end in spans:
        first, last = provision.text.number(start), provision.text.number(end)
        acted: dict[str, int] = {}
        for mark in provision.known.marks.each(words, first, last):
            what, name = mark.value
            if what == "act":
                acted[name] = mark.first
                continue
            if what == "thing":
                act, _, name = name.partition(":")
                since = acted.get(act)
                if since is None or mark.first - since > REACH:
                    continue
                if broken(provision, since, mark.first):
                    continue
            output = Output(name)
            if output is Output.NATIONAL_MEASURES and not at_home:
                continue
            place = words[mark.first].start, words[mark.last - 1].end
            found.setdefault(output, Made(output=output, start=place[0], end=place[1]))
    return tuple(found.values())


def broken(provision: Provision, first: int, last: int) -> bool:
    """True where a stop parts the verb from its thing."""
    return any(word.low in (";", ":", ".") for word in provision.text.words[first:last])
