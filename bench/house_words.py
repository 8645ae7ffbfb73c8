"""The words of a made-up house: names, places and texts, the same from one run to the next."""

import random
import re
from collections.abc import Iterator, Sequence

COMMON = re.findall(
    r"\w+",
    "conservation species migratory habitat measures national report range states cooperation "
    "review guidance action plan threats implementation capacity research monitoring data "
    "technical support develop promote strengthen consider progress meeting working group "
    "flyway bycatch connectivity climate illegal killing taking poisoning energy infrastructure "
    "noise marine debris tourism livelihoods communities knowledge awareness funding resources",
)
"""Words that many texts hold: the first in most of them."""
SOUNDS = re.findall(r"\w+", "ba ko ri ma ne tu lo si va pe ra do ki mu sha lin gor ten bel dra")
COUNTRIES = re.findall(
    r"\w+",
    "AR AU BE BF BR CI CM DE DZ EC EG ES ET FR GB GE GH HU IN IR IT JO KE KZ MA MG ML MN MR NA NE "
    "NG NL NO NZ PA PE PH PK PT PY RO RW SA SD SE SN TG TJ TN TZ UA UG UY UZ VN YE ZA ZM ZW",
)
ADDRESSEES = (
    "Parties", "Secretariat", "Scientific Council", "Standing Committee", "Range States",
    "Executive Secretary", "non-Party Range States", "intergovernmental organizations",
    "non-governmental organizations", "donors", "UNEP", "Working Group on Flyways",
    "Task Force on Energy", "Bycatch Councillor", "scientific institutions", "private sector",
    "regional fisheries bodies", "Signatories", "observers", "host country",
)  # fmt: skip
KINDS = (
    "workshop", "cooperation", "training", "side-event", "joint-output", "liaison-meeting",
    "written-contribution", "publication", "outreach-event", "capacity-building-workshop",
)  # fmt: skip
CONDITIONS = (
    "subject-to-external-resources", "within-existing-resources", "as-appropriate",
    "voluntary-contributions", "national-circumstances",
)  # fmt: skip
STATUSES = ("ongoing", "implemented", "not-reported", "partly-implemented", "not-implemented")
STATES = ("implemented", "ongoing", "planned", "cancelled", "postponed")
BODIES = ("igo", "ngo", "mea", "party", "un entity", "network", "academic", "company", "government")
SPECIES = ("Chelonia mydas", "Panthera onca", "Falco cherrug", "Anguilla anguilla", "Equus kiang")


class Words:
    """A seeded source of words: each word once as rare as any, the common ones everywhere."""

    def __init__(self, seed: int = 4) -> None:
        self.dice = random.Random(seed)  # noqa: S311 (nothing secret)
        self.rare = [
            "".join(self.dice.choices(SOUNDS, k=self.dice.choice((2, 3, 3, 4))))
            for _ in range(20_000)
        ]
        self.weights = [1 / place for place in range(1, len(COMMON) + 1)]
        self.pool = self.stream()

    def stream(self) -> Iterator[str]:
        """Words without end, drawn many at a time: that is much faster than one by one."""
        while True:
            common = self.dice.choices(COMMON, weights=self.weights, k=9000)
            drawn = common + self.dice.choices(self.rare, k=1000)
            self.dice.shuffle(drawn)
            yield from drawn

    def text(self, least: int, most: int) -> str:
        """A text of so many words."""
        words = [next(self.pool) for _ in range(self.dice.randint(least, most))]
        return f"{words[0].capitalize()} {' '.join(words[1:])}."

    def name(self) -> str:
        """A name such as bodies have."""
        made = self.dice.choice(self.rare).capitalize()
        return f"{made} {' '.join(next(self.pool).capitalize() for _ in range(2))}"

    def one(self, values: Sequence[str]) -> str:
        """One of some values, the first far more often than the last."""
        return values[min(int(self.dice.expovariate(5 / len(values))), len(values) - 1)]

    def some(self, values: Sequence[str], most: int) -> list[str]:
        """A few of them, each once."""
        return list(dict.fromkeys(self.one(values) for _ in range(self.dice.randint(1, most))))

    def chance(self, share: float) -> bool:
        """Whether something happens that happens so often."""
        return self.dice.random() < share

    def day(self, year: int) -> str:
        """A day of a year."""
        return f"{year}-{self.dice.randint(1, 12):02}-{self.dice.randint(1, 28):02}"
