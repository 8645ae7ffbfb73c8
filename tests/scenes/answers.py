"""Questions as the table has them, asked of the pages, and what comes back as rows."""

import calendar
import csv
import datetime
import io
import json
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any
from urllib.parse import parse_qsl, urlencode

import yaml
from django.test import Client
from lxml import html
from openpyxl import load_workbook

from tests.scenes.house import WHO, key
from whimbrel.demo.house import FORTNIGHT
from whimbrel.register.models import Person

Row = dict[str, Any]
NAMED = ("short", "title", "name", "words", "holder", "act", "about")
"""The first of these that a row has is its name."""


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Question:
    """A line of the table."""

    ask: str
    who: str
    at: str
    by: str
    only: list[Any] | None = None
    has: tuple[Any, ...] = ()
    not_: tuple[Any, ...] = ()
    section: str = ""
    status: int = 200
    after: str = ""

    @property
    def path(self) -> str:
        return self.at.partition("?")[0]

    @property
    def filters(self) -> dict[str, str]:
        return dict(parse_qsl(self.at.partition("?")[2], keep_blank_values=True))

    @property
    def listed(self) -> bool:
        """It is answered by a list, which can be taken along."""
        return not self.section and self.status == 200 and self.path not in ("/then", "/search")


@cache
def table() -> tuple[Question, ...]:
    """All questions."""
    text = (Path(__file__).parent / "questions.yaml").read_text(encoding="utf-8")
    rows = yaml.safe_load(text)
    return tuple(
        Question(**{"not_" if k == "not" else k: v for k, v in row.items()}) for row in rows
    )


def those(*, after: str = "") -> list[Question]:
    """The questions that are asked before a document came, or after."""
    return [one for one in table() if one.after == after]


def named(one: Question) -> str:
    """How a test is called."""
    return f"{one.who}: {one.ask}"


def second_saturday(year: int, month: int) -> datetime.date:
    """By the calendar, and not by the rule of the campaign."""
    weeks = calendar.Calendar().monthdatescalendar(year, month)
    return [day for week in weeks for day in week if day.month == month and day.weekday() == 5][1]


@cache
def days() -> dict[str, str]:
    """The days that the table only names."""
    today = datetime.date.today()
    coming = (second_saturday(y, m) for y in (today.year, today.year + 1) for m in (5, 10))
    return {
        "{today}": today.isoformat(),
        "{yesterday}": (today - datetime.timedelta(days=1)).isoformat(),
        "{fortnight}": (today + FORTNIGHT).isoformat(),
        "{next_day}": next(day for day in coming if day >= today).isoformat(),
    }


def said(text: Any) -> Any:
    """A value of the table, with the days that it names."""
    if isinstance(text, bool | int):
        return text
    text = str(text)
    for name, day in days().items():
        text = text.replace(name, day)
    return text.replace("{bonn}", key("Bonn")) if "{bonn}" in text else text


def browser(who: str) -> Client:
    """A browser in which somebody of a role has signed in; the public has not."""
    client = Client()
    if WHO[who]:
        client.force_login(Person.objects.get(email=WHO[who]))
    return client


def got(one: Question, form: str = "", **filters: str) -> Any:
    """The answer to a question, in a form; `filters` take the place of its own."""
    asked = {name: said(value) for name, value in {**one.filters, **filters}.items()}
    path = said(one.path)
    if form and path == "/then":
        asked["form"] = form
    elif form:
        path = f"{path}.{form}"
    return browser(one.who).get(f"{path}?{urlencode(asked)}" if asked else path)


def rows(one: Question, **filters: str) -> list[Row]:
    """The answer as rows: of a list its JSON twin, of a page the lines of a section. Who
    has not signed in and may see nothing is asked to sign in."""
    if one.section:
        return [{"name": line} for line in lines(got(one).content.decode(), one.section)]
    answer = got(one, "json", **filters)
    if one.who == "public" and answer.status_code == 302:
        return []
    found = json.loads(answer.content)
    return found if isinstance(found, list) else [found]


def lines(page: str, section: str) -> list[str]:
    """The lines of a section of a page."""
    tree = html.fromstring(page)
    where = "//main//p" if section == "main" else f"//section[@aria-labelledby='{section}']//li"
    return [" ".join(each.text_content().split()) for each in tree.xpath(where)]


def taken(one: Question, form: str) -> int:
    """How many rows the page has, or a file that is taken along."""
    answer = got(one, "" if form == "page" else form)
    if form == "page":
        return len(html.fromstring(answer.content.decode()).xpath("//main//tbody/tr"))
    if form == "csv":
        return max(0, len(list(csv.reader(io.StringIO(answer.content.decode("utf-8-sig"))))) - 1)
    sheet = load_workbook(io.BytesIO(answer.content), read_only=True).active
    return max(0, len([row for row in sheet.iter_rows(values_only=True) if any(row)]) - 1)


def fits(row: Row, wanted: Any) -> bool:
    """Whether a row is what the table asks for: words in its name, or fields with their values."""
    if not isinstance(wanted, dict):
        return within(next(row[name] for name in NAMED if name in row), wanted)
    return all(name in row and within(row[name], value) for name, value in wanted.items())


def within(cell: Any, wanted: Any) -> bool:
    """Whether a cell holds a value, or all of several; an empty one only where it is empty."""
    if isinstance(wanted, list):
        return all(within(cell, each) for each in wanted)
    wanted = said(wanted)
    if isinstance(wanted, bool | int) or wanted == "":
        return bool(cell == wanted)
    if isinstance(cell, dict):
        return any(within(each, wanted) for each in cell.values())
    if isinstance(cell, list):
        return any(within(each, wanted) for each in cell)
    return wanted in str(cell)
