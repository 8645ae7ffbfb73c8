"""The chart of an answer on synergy: the same on a page, where marks lead to their records, and in
a paper."""

import datetime
from collections import Counter, defaultdict
from collections.abc import Callable
from dataclasses import replace
from itertools import combinations

from whimbrel.reporting.papers.joint.tables import (
    Links,
    Says,
    asked_of,
    capital,
    nowhere,
    rows_of,
    rule,
    title,
)
from whimbrel.reporting.phrases import plain
from whimbrel.synergy import joint as given
from whimbrel.synergy.joint import Answered, worded
from whimbrel.synergy.matter import Ref
from whimbrel.writing.figures import (
    Bar,
    Chart,
    Course,
    Meets,
    Tie,
    Tile,
    Told,
    bars,
    courses,
    matrix,
    network,
    tiles,
)

MOST_CONVENTIONS = 12
"""Conventions of a square that a telephone shows."""
MOST_TIES = 40
"""Lines of a network that can be told apart."""
KINDS = ("obligation", "meeting", "event", "concerned")
"""What is on record of a country, as fills in this order."""


def chart(
    answer: Answered, language: str, *, link: Links = nowhere, say: Says = str, rows: str = ""
) -> Chart | None:
    """The chart of an answer; None where there is nothing to draw. `rows`: where the table of the
    answer stands on the page, for marks that stand for several of its rows."""
    made = Maker(language=language, link=link, say=say, rows=rows)
    rows_held = rows_of(answer)
    if not rows_held or (answer.question == "country" and dated(answer) < LEAST):
        return None
    return DRAWN[answer.question](made, answer)


LEAST = 2
"""Fewer things with a date are no course of events."""


def dated(answer: Answered) -> int:
    """How many rows have a date."""
    return sum(bool(one.when) and one.what in KINDS for one in rows_of(answer))


class Maker:
    """Makes charts in a language."""

    def __init__(self, *, language: str, link: Links, say: Says, rows: str) -> None:
        self.language, self.link, self.say, self.rows = language, link, say, rows

    def word(self, key: str) -> str:
        """A value or a column in words."""
        known = worded(key, self.language)
        return known if known != key else self.say(key)

    def head(self, key: str) -> str:
        """A column as it is headed."""
        return capital(self.word(key))

    def told(self, answer: Answered) -> Told:
        """What a chart says of itself."""
        count = len(getattr(answer, "rows", ()))
        name = title(answer, self.language, self.say)
        return Told(
            title=name, alt=plain(self.language, "joint.chart", title=name, count=str(count)),
            caption=f"{rule(answer, self.language)} {asked_of(answer, self.language)}",
            left_out=plain(self.language, "joint.left", count="{count}"),
        )  # fmt: skip

    def mandates(self, answer: given.Mandates) -> Chart:
        """Conventions by how their mandates meet."""
        counts = Counter((one.other_convention, one.kind) for one in answer.rows)
        names = sorted({name for name, _kind in counts})
        return matrix(
            [
                Meets(row=name, column=self.word(kind), count=counts[name, kind],
                      href=self.rows if counts[name, kind] else "")
                for name in names for kind in ("may-duplicate", "adds")
            ],
            told=self.told(answer), corner=self.head("convention"),
        )  # fmt: skip

    def absent(self, answer: given.Absences) -> Chart:
        """Mandates by how many engagements stand beside them."""
        return bars(
            [Bar(name=one.mandate.words, count=len(one.beside), href=self.link(one.mandate))
             for one in answer.rows],
            told=self.told(answer), heads=(self.head("mandate"), self.head("beside")),
        )  # fmt: skip

    def partners(self, answer: given.Partners) -> Chart:
        """Conventions by the partners that they share."""
        counts: Counter[tuple[str, str]] = Counter()
        for one in answer.rows:
            for pair in combinations(one.conventions, 2):
                counts[pair] += 1
        sums: Counter[str] = Counter()
        for (first, second), count in counts.items():
            sums[first] += count
            sums[second] += count
        every = sorted(sums, key=lambda name: (-sums[name], name))
        # A square of hundreds would be a page of noughts: the rows of the answer have them all.
        names = every[:MOST_CONVENTIONS]
        made = matrix(
            [
                Meets(row=first, column=second, href=self.rows,
                      count=counts[first, second] or counts[second, first])
                for first in names for second in names if first != second
            ],
            told=self.told(answer), corner=self.head("convention"),
        )  # fmt: skip
        return replace(made, left=made.left + len(every) - len(names))

    def network(self, answer: given.Network) -> Chart:
        """Partners and processes."""
        return self.ties(
            answer, [(one.partner, one.process, one.times) for one in answer.rows],
            ("partner", "process", "times"),
        )  # fmt: skip

    def ties(
        self, answer: Answered, several: list[tuple[Ref, Ref, int]], heads: tuple[str, str, str]
    ) -> Chart:
        """A network of records; only the first lines are drawn, where there are more."""
        made = [
            Tie(left=one.words, right=other.words, count=count, href=self.rows,
                left_href=self.link(one), right_href=self.link(other))
            for one, other, count in several[:MOST_TIES]
        ]  # fmt: skip
        first, second, third = (self.head(head) for head in heads)
        drawn = network(made, told=self.told(answer), heads=(first, second, third))
        left = len(several) - len(made)
        return Chart(
            told=drawn.told, panels=drawn.panels, table=drawn.table, left=drawn.left + left
        )

    def money(self, answer: given.Ties) -> Chart:
        """Programmes or assessments, and provisions."""
        return self.ties(
            answer, [(one.what, one.provision, max(1, len(one.words))) for one in answer.rows],
            ("what", "provision", "words"),
        )  # fmt: skip

    def memberships(self, answer: given.Memberships) -> Chart:
        """Treaties by the Parties that they share."""
        return matrix(
            [Meets(row=one.one, column=one.other, count=one.shared, href=self.rows)
             for one in answer.rows],
            told=self.told(answer), corner=self.head("convention"),
        )  # fmt: skip

    def countries(self, answer: given.Countries) -> Chart:
        """The map of tiles."""

        def state(one: object) -> int:
            held = getattr(one, "held", 0) + len(getattr(one, "meetings", ()))
            return 2 if held and getattr(one, "concerned", 0) else 0 if held else 1

        return tiles(
            [
                Tile(code=one.country.name, name=self.say(one.country.name), state=state(one),
                     count=one.held + one.concerned + len(one.meetings),
                     href=self.link(one.country))
                for one in answer.rows
            ],
            told=self.told(answer),
            states=(self.word("event"), self.word("concerned"), self.word("both")),
            heads=(self.head("country"), self.head("what"), self.head("number")),
            language=self.language, elsewhere=self.word("elsewhere"),
            nothing=self.word("nothing"), named=self.say,
        )  # fmt: skip

    def country(self, answer: given.OfCountry) -> Chart:
        """What is on record of a country, over time."""
        return courses(
            [
                Course(name=one.record.words, since=first_day(one.when.partition("/")[0]),
                       until=last_day(one.when.rpartition("/")[2]), kind=KINDS.index(one.what),
                       href=self.link(one.record))
                for one in answer.rows if one.what in KINDS
            ],
            told=self.told(answer), heads=self.heads(), kinds=tuple(map(self.word, KINDS)),
            today=answer.at, unknown=self.word("unknown"), ongoing=self.word("ongoing"),
        )  # fmt: skip

    def heads(self) -> tuple[str, str, str, str]:
        """The columns of what has its days."""
        return (self.head("name"), self.head("what"), self.head("since"), self.head("until"))

    def creatures(self, answer: given.Creatures) -> Chart:
        """Species by what is on record of each."""
        sorts = ("provisions", "initiatives", "partners", "engagements", "documents")
        return matrix(
            [
                Meets(row=one.species, column=self.word(sort), count=len(getattr(one, sort)),
                      href=self.rows)
                for one in answer.rows for sort in sorts
            ],
            told=self.told(answer), corner=self.head("species"),
        )  # fmt: skip

    def targets(self, answer: given.Targets) -> Chart:
        """Plans by how often their targets are named without a number."""
        counts = Counter(one.plan for one in answer.rows)
        return bars(
            [Bar(name=self.word(plan), count=count, href=self.rows)
             for plan, count in counts.most_common()],
            told=self.told(answer), heads=(self.head("plan"), self.head("number")),
        )  # fmt: skip

    def programme(self, answer: given.Programme) -> Chart:
        """Pairs of conventions by what speaks for them."""
        kinds = ("engagement", "agreement", "partner", "mandates-meet", "named-in-mandate",
                 "species")  # fmt: skip
        counts: defaultdict[str, dict[str, int]] = defaultdict(dict)
        for one in answer.rows:
            for reason in one.reasons:
                counts[f"{one.one}–{one.other}"][reason.kind] = reason.count
        return matrix(
            [
                Meets(row=name, column=self.word(kind), count=held.get(kind, 0),
                      href=self.rows if held.get(kind) else "")
                for name, held in counts.items() for kind in kinds
            ],
            told=self.told(answer), corner=self.head("conventions"),
        )  # fmt: skip

    def calendar(self, answer: given.Calendar) -> Chart:
        """The meetings of all pairs, over time."""
        found: dict[str, Course] = {}
        for one in answer.rows:
            for ref, days in ((one.first, one.first_days), (one.second, one.second_days)):
                since, _slash, until = days.partition("/")
                kind = 0 if ref.kind == "meeting" else 1
                found[f"{ref.kind} {ref.name}"] = Course(
                    name=ref.words, since=first_day(since), until=first_day(until), kind=kind,
                    href=self.link(ref),
                )  # fmt: skip
        return courses(
            list(found.values()), told=self.told(answer), heads=self.heads(),
            kinds=(self.word("meeting"), self.word("event")), today=answer.at,
            unknown=self.word("unknown"), ongoing=self.word("ongoing"),
        )  # fmt: skip


def first_day(said: str) -> datetime.date | None:
    """The first day of a year, month or day; None where none is known."""
    parts = [int(part) for part in said.split("-")] if said else []
    return datetime.date(*(*parts, 1, 1)[:3]) if parts else None


def last_day(said: str) -> datetime.date | None:
    """The last day of a year, month or day."""
    first = first_day(said)
    if first is None or said.count("-") == 2:
        return first
    if said.count("-") == 0:
        return first.replace(month=12, day=31)
    return (first.replace(day=28) + datetime.timedelta(days=4)).replace(day=1) - datetime.timedelta(
        days=1
    )


Draws = Callable[..., Chart]
DRAWN: dict[str, Draws] = {
    "mandates": Maker.mandates, "reports": Maker.mandates, "absent": Maker.absent,
    "partners": Maker.partners, "network": Maker.network, "countries": Maker.countries,
    "country": Maker.country, "memberships": Maker.memberships,
    "creatures": Maker.creatures, "unnumbered": Maker.targets,
    "funding": Maker.money, "assessments": Maker.money, "programme": Maker.programme,
    "calendar": Maker.calendar,
}  # fmt: skip
"""Question -> what draws it."""
