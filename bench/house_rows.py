"""The rows of a made-up house: instruments with provisions, engagements, bodies, and all that hangs
on them."""

import datetime
import hashlib
import re
from collections.abc import Iterator

from django.contrib.auth.hashers import make_password
from django.db.models import Model

from bench import house_words as words
from whimbrel.bodies.names import folded
from whimbrel.register import models

EDITION = 1
"""Counted up when the rows change: a kept filling of another edition is not read."""
PROVISIONS, ENGAGEMENTS, BODIES, EACH = 200_000, 50_000, 20_000, 33
"""How many there are of each; and provisions of an instrument."""
NONE = make_password(None)
"""Nobody signs in with it."""
NOW = datetime.datetime(2026, 1, 5, 8, tzinfo=datetime.UTC)
MEETINGS, DOCUMENTS, AGREEMENTS, FIRST = 30, 60, 400, 1970
SPREAD = 97
"""A number without common factors, to spread things over others."""


def rare_of(text: str) -> str:
    """A word of a text that few other texts hold."""
    return max((one for one in re.findall(r"\w+", text) if one not in words.COMMON), key=len)


class House:
    """A house of a share of the full size. Its rows come in the order in which they are written."""

    def __init__(self, share: float) -> None:
        self.words = words.Words()
        self.count = {
            "provisions": int(PROVISIONS * share), "engagements": int(ENGAGEMENTS * share),
            "bodies": int(BODIES * share),
        }  # fmt: skip
        self.names: list[str] = []
        self.editions = 0

    @property
    def line(self) -> int:
        """The line of the ledger that is being written: one for a hundred editions."""
        return 1 + self.editions // 100

    def people(self, officer: str, name: str) -> Iterator[Model]:
        """The officer who reads, and colleagues."""
        yield models.Person(pk=1, email=officer, name=name, role="officer", password=NONE)
        for number in range(2, 42):
            yield models.Person(
                pk=number, email=f"p{number}@bench.invalid", name=self.words.name(),
                role=("officer", "approver", "focal point", "auditor")[number % 4], password=NONE,
            )  # fmt: skip

    def kept(self, about: str, said: dict[str, object]) -> Iterator[Model]:
        """An edition of a record."""
        self.editions += 1
        yield models.Edition(about=about, at=NOW, line=self.line, said=said)

    def found(self, kind: str, name: str, title: str, text: str, dated: str = "") -> Model:
        """A row of the search."""
        return models.Findable(
            about=f"{kind} {name}", kind=kind, name=name, title=title, words=text, dated=dated,
            folded=folded(f"{title} {text}"), public=self.words.chance(0.4),
        )  # fmt: skip

    def meetings(self) -> Iterator[Model]:
        """One every second year, the last two to come."""
        for number in range(1, MEETINGS + 1):
            day = datetime.date(FIRST + 2 * number, 10, 5)
            short = f"COP{number}"
            title = f"Meeting {number} of the Conference of the Parties"
            yield models.Meeting(
                pk=number, short=short, title=title, venue=self.words.name(), country="DE",
                starts=day, ends=day + datetime.timedelta(days=6),
            )  # fmt: skip
            yield self.found("meeting", short, title, "", day.isoformat())

    def documents(self) -> Iterator[Model]:
        """Reports that say what became of provisions, two a meeting."""
        for number in range(1, DOCUMENTS + 1):
            meeting = (number - 1) // 2 + 1
            symbol = f"UNEP/CMS/COP{meeting}/Doc.{number}"
            day = datetime.date(FIRST + 2 * meeting, 6, 1 + number % 2)
            title = self.words.text(5, 9)
            yield models.Document(
                pk=number, symbol=symbol, title=title, meeting_id=meeting, dated=day,
                public=number % 2 == 0,
            )  # fmt: skip
            yield models.Version(
                pk=number, document_id=number, number=1, language="en", format="docx", file=b"",
                sha256=f"{number:064}", file_name="report.docx", tree="{}", reader="bench",
                deposited_by_id=1, deposited_at=NOW, remarks=[self.words.text(6, 10)],
            )  # fmt: skip
            yield self.found("document", symbol, f"{symbol} {title}", "", day.isoformat())

    def bodies(self) -> Iterator[Model]:
        """Bodies with their names."""
        for number in range(1, self.count["bodies"] + 1):
            name = f"{self.words.name()} {number}"
            self.names.append(name)
            key = name.lower().replace(" ", "-")
            acronym = "".join(word[0] for word in name.split())
            yield models.Body(
                pk=number, key=key, name=name, acronym=acronym, kind=self.words.one(words.BODIES),
                country=self.words.one(words.COUNTRIES), public=number % 2 == 0,
                constituency="youth" if number % 50 == 0 else "",
            )  # fmt: skip
            other = self.words.name()
            for each, language in ((name, "en"), (other, "fr")):
                yield models.BodyName(
                    body_id=number, name=each, folded=folded(each), language=language
                )
            yield self.found("body", key, f"{name} ({acronym})", f"{name} {other}")

    def agreements(self) -> Iterator[Model]:
        """Agreements with one body or two; some run out soon, some are over."""
        through = models.Agreement.parties.through
        for number in range(1, AGREEMENTS + 1):
            year = 2000 + number % 26
            name, key = self.words.text(4, 8), hashlib.sha256(f"bond {number}".encode()).hexdigest()
            yield models.Agreement(
                pk=number, key=key, name=name, kind="memorandum-of-understanding",
                since=str(year), until=f"{year + number % 9}" if number % 3 else "",
                words=self.words.text(10, 20), public=number % 2 == 0, recorded_by_id=1,
                recorded_at=NOW,
            )  # fmt: skip
            for place in range(1 + number % 2):
                body = 1 + (number * SPREAD + place) % self.count["bodies"]
                yield through(agreement_id=number, body_id=body)
            yield self.found("agreement", key[:12], name, "", str(year))

    def instruments(self) -> Iterator[Model]:
        """Decisions and resolutions, spread over the meetings that are over."""
        for number in range(1, self.count["provisions"] // EACH + 2):
            meeting = 1 + number % (MEETINGS - 2)
            name = f"{meeting}.{number // (MEETINGS - 2) + 1}"
            kind = "decision" if number % 3 else "resolution"
            title = self.words.text(3, 7)
            day = datetime.date(FIRST + 2 * meeting, 10, 11)
            yield models.Instrument(
                pk=number, key=f"CMS/{kind.title()}/{name}", kind=kind, number=name, title=title,
                meeting_id=meeting, since=day,
            )  # fmt: skip
            yield self.found("instrument", name, f"{kind} {name} {title}", "", day.isoformat())

    def provisions(self) -> Iterator[Model]:
        """What they ask, of whom, under which conditions, and what became of it."""
        dues = ["", "", *(f"COP{number}" for number in range(MEETINGS, 0, -1))]
        targets = [f"SPMS {goal}.{part}" for goal in range(1, 9) for part in range(1, 6)]
        for number in range(1, self.count["provisions"] + 1):
            holder = 1 + (number - 1) // EACH
            meeting = 1 + holder % (MEETINGS - 2)
            name = f"{meeting}.{holder // (MEETINGS - 2) + 1} {(number - 1) % EACH + 1})"
            text = self.words.text(15, 40)
            to = self.words.some(words.ADDRESSEES, 3)
            aims = self.words.some(targets, 2) if number % 2 else []
            due = self.words.one(dues)
            since = datetime.date(FIRST + 2 * meeting, 10, 11)
            until = since + datetime.timedelta(days=4000) if number % 4 == 0 else None
            yield models.Provision(
                pk=number, instrument_id=holder, name=name, text=text, addressees=to, due=due,
                targets=aims, since=since, until=until, public=number % 2 == 0, force="request",
                assigned_id=1 + number % 40 if number % 20 == 0 else None,
            )  # fmt: skip
            for kind, values in (("addressee", to), ("target", aims)):
                for value in values:
                    yield models.Facet(kind=kind, value=value, provision_id=number)
            if self.words.chance(0.35):
                yield models.Condition(
                    provision_id=number, kind=self.words.one(words.CONDITIONS),
                    words=self.words.text(3, 6),
                    funding=self.words.one(("not known", "needed", "received", "sought")),
                )  # fmt: skip
            if self.words.chance(0.2):
                yield models.Output(provision_id=number, kind="report", words="report")
            for version in self.told(number, meeting):
                yield models.Status(
                    about=name, provision_id=number, status=self.words.one(words.STATUSES),
                    stated=number % 5 > 0, version_id=version, reason=self.words.text(4, 9),
                    quotes=[{"quote": text[:60]}],
                )  # fmt: skip
            yield models.Wording(provision_id=number, text=text, since=since)
            yield self.found("provision", name, name, text, since.isoformat())
            yield from self.kept(
                f"provision {name}", {"name": name, "text": text, "addressees": to, "due": due}
            )

    def told(self, number: int, meeting: int) -> list[int]:
        """The versions that say what became of a provision: none of most."""
        if number % 20 > 8:
            return []
        first = 2 * meeting + 1
        later = [first + 2 * step + number % 2 for step in range(1 + number % 2)]
        return [one for one in later if one <= DOCUMENTS]

    def engagements(self) -> Iterator[Model]:
        """What was done, with whom, where, and what shows it."""
        answers = models.Engagement.provisions.through
        for number in range(1, self.count["engagements"] + 1):
            key = hashlib.sha256(f"deed {number}".encode()).hexdigest()
            year = 2026 - min(int(self.words.dice.expovariate(0.15)), 30)
            since = self.words.day(year) if number % 7 else str(year)
            title, sentence = self.words.text(4, 9), self.words.text(12, 25)
            bodies = {int(self.words.dice.expovariate(6 / len(self.names))) for _ in range(2)}
            bodies = {1 + one % len(self.names) for one in bodies}
            species = self.words.some(words.SPECIES, 2) if number % 3 == 0 else []
            yield models.Engagement(
                pk=number, key=key, kind=self.words.one(words.KINDS), title=title,
                sentence=sentence, state=self.words.one(words.STATES), since=since, until=since,
                mode=("in-person", "online", "hybrid")[number % 3], place=self.words.name(),
                species=species,
                umbrella=number % 20 == 0, public=number % 2 == 0, recorded_by_id=1,
                recorded_at=NOW, support="given" if number % 4 == 0 else "",
            )  # fmt: skip
            for body in sorted(bodies):
                yield models.Part(engagement_id=number, body_id=body, role="partner")
            for country in self.words.some(words.COUNTRIES, 2):
                role = ("venue", "concerned")[number % 2]
                yield models.Place(engagement_id=number, country=country, role=role)
            if number % 4:
                document = 1 + number % DOCUMENTS
                yield models.Evidence(
                    engagement_id=number, added_by_id=1, added_at=NOW, words=sentence,
                    address=f"UNEP/CMS/COP{(document - 1) // 2 + 1}/Doc.{document}#para_{number}",
                )  # fmt: skip
            for step in range(number % 3):
                provision = 1 + (number * SPREAD + step * 7) % self.count["provisions"]
                yield answers(engagement_id=number, provision_id=provision)
            for value in species:
                yield models.Facet(kind="species", value=value, engagement_id=number)
            told = " ".join(self.names[one - 1] for one in bodies)
            yield self.found("engagement", key[:12], title, f"{sentence} {told}", since)
            yield from self.kept(f"engagement {key[:12]}", {"title": title, "since": since})
