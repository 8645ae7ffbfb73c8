"""The pages speak English, French and Spanish: every message has its words, and none is left in
English on a page."""

import ast
import datetime
import gettext
import io
import re
from collections.abc import Iterator
from dataclasses import fields
from enum import StrEnum
from pathlib import Path
from typing import Any

import pytest
from django.core.management import call_command
from django.template import Context, Template
from django.test import Client
from django.utils import translation

from tests.record import QUICK, with_role
from tests.tools import ROOT
from tests.web.spoken import pages, words
from whimbrel.acts import documents
from whimbrel.acts.refused import Refused
from whimbrel.bodies.body import BodyKind, GroupKind
from whimbrel.demo.house import ADMINISTRATOR, OFFICER, fill
from whimbrel.engagements.coverage import Became, Made
from whimbrel.engagements.disposition import Proposed
from whimbrel.mandates.grammar import Force
from whimbrel.mandates.mandate import ConditionKind, Output
from whimbrel.queries import (
    agreements,
    barriers,
    bodies,
    drafts,
    engagements,
    ledger,
    mechanisms,
    meetings,
    participation,
    standing,
    suggestions,
)
from whimbrel.queries import documents as papers
from whimbrel.queries.said import listed, record, said
from whimbrel.register import models
from whimbrel.web.sentences import CAUSES, REMARKS, REMEDIES
from whimbrel.web.spoken import pattern, spoken, translated
from whimbrel.web.values import LABELS
from whimbrel.web.vocabulary import period, values
from words.catalogue import PLURALS, as_mo, as_po, file_of, kept, renewed
from words.gather import Message, gather, messages

LANGUAGES = sorted(PLURALS)
HOLE = re.compile(r"%\(\w+\)[sd]|\{\w*\}")
LONG = 12
"""A word shorter than so many letters may be the same in data."""


@pytest.fixture(scope="module")
def gathered() -> list[Message]:
    """Every message of the house."""
    return gather()


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_message_has_its_words(language: str, gathered: list[Message]) -> None:
    catalogue = kept(language)
    assert set(catalogue) == set(gathered), "run `make words`"
    assert not [one.words for one, told in catalogue.items() if not told.whole]
    assert not [
        one.words for one, told in catalogue.items() if len(told.words) != (2 if one.several else 1)
    ]


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_holes_of_a_message_are_those_of_its_words(language: str) -> None:
    wrong = [
        (one.words, each)
        for one, told in kept(language).items()
        for place, each in enumerate(told.words)
        if sorted(HOLE.findall(each))
        != sorted(HOLE.findall(one.several if place and one.several else one.words))
    ]
    assert not wrong


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_files_are_what_make_words_writes(language: str, gathered: list[Message]) -> None:
    catalogue = renewed(language, gathered)
    assert file_of(language).read_text(encoding="utf-8") == as_po(language, catalogue)
    assert file_of(language, "mo").read_bytes() == as_mo(language, catalogue)


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_compiled_words_are_read_by_gettext(language: str) -> None:
    made = gettext.GNUTranslations(io.BytesIO(file_of(language, "mo").read_bytes()))
    for one, told in kept(language).items():
        if one.several:
            assert made.ngettext(one.words, one.several, 1) == told.words[0]
            assert made.ngettext(one.words, one.several, 5) == told.words[1]
        elif one.context:
            assert made.pgettext(one.context, one.words) == told.words[0]
        else:
            assert made.gettext(one.words) == told.words[0]


def test_french_and_spanish_are_set_as_they_are_printed() -> None:
    french = [each for told in kept("fr").values() for each in told.words]
    bare = re.compile(r"(?<!\u00a0)[;:!?»](?=\s|$)|«(?!\u00a0)|(?<=\w)'(?=\w)")
    assert not [one for one in french if bare.search(one.replace("Authorization: ", ""))]
    spanish = [each for told in kept("es").values() for each in told.words]
    assert not [one for one in spanish if one.count("¿") != one.count("?")]
    assert not [one for one in spanish if one.count("¡") != one.count("!")]


@pytest.mark.parametrize(
    ("code", "found"),
    [
        ('_("a")', [Message(words="a")]),
        ('known("a" "b")', [Message(words="ab")]),
        ('ngettext("a", "b", n)', [Message(words="a", several="b")]),
        ('pgettext("c", "a")', [Message(words="a", context="c")]),
        ("_(name)", []),
        ('other("a")', []),
    ],
)
def test_messages_are_found_in_code(code: str, found: list[Message]) -> None:
    assert list(messages(code.encode(), "x.py")) == found


def test_a_message_that_is_put_together_is_no_message() -> None:
    with pytest.raises(ValueError, match="no whole message"):
        list(messages(b'ngettext("a", several, n)', "x.py"))


ENUMS: tuple[type[StrEnum], ...] = (
    Became,
    Made,
    Proposed,
    BodyKind,
    GroupKind,
    Force,
    ConditionKind,
    Output,
)
ROWS = (drafts.Drafted, standing.Line, standing.Wanting, papers.Paperwork,
        engagements.Deed, bodies.Partner, agreements.Bond, meetings.Held,
        ledger.Entry, barriers.Stood, mechanisms.Offered, participation.Took,
        suggestions.Suggested)  # fmt: skip
EDITIONS = ("Agreement", "Barrier", "Body", "Campaign", "Document", "Draft", "Engagement", "Group",
            "Initiative", "Instrument", "Mechanism", "Meeting", "Participation", "Provision",
            "Succession", "Suggestion")  # fmt: skip


def shown() -> Iterator[str]:
    """Every value that `word` may be given."""
    yield from (str(one) for enum in ENUMS for one in enum)
    yield from (field.name for row in ROWS for field in fields(row))
    for name in EDITIONS:
        for field in getattr(models, name)._meta.concrete_fields:
            yield field.name
            yield from (str(value) for value, _ in field.choices or ())


def facts() -> Iterator[str]:
    """Kinds, roles, states and support of the words by which engagements are recognised."""
    folder = ROOT / "src/whimbrel/facts/engagements"
    named = re.compile(r"\b(?:kind|role|state|support): *(?P<value>[a-z-]+)")
    for file in folder.rglob("*.yaml"):
        yield from (hit["value"] for hit in named.finditer(file.read_text(encoding="utf-8")))


def test_every_value_has_its_words(gathered: list[Message]) -> None:
    known = {one.words for one in gathered}
    plain = {one.replace("-", " ").replace("_", " ") for one in (*shown(), *facts()) if one}
    assert not {one for one in plain if LABELS.get(one, one) not in known}


WRITTEN = {"Unreadable": CAUSES + REMEDIES, "bomb": REMARKS, "too_many": REMARKS}


def sentences() -> Iterator[tuple[str, str, tuple[str, ...]]]:
    """(file, what is written there of a file that is read, where it must be): holes are filled."""
    for file in sorted((ROOT / "src/whimbrel/reading").glob("*.py")):
        for call in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
            if not isinstance(call, ast.Call):
                continue
            name = getattr(call.func, "id", getattr(call.func, "attr", ""))
            first = 0 if name == "bomb" and file.stem == "docx_package" else 1
            if name == "append" and "remarks" in ast.unparse(call.func):
                name, first = "bomb", 0
            for one in call.args[first : first + (2 if name == "Unreadable" else 1)]:
                text = filled(one)
                if name in WRITTEN and text:
                    yield file.name, text, WRITTEN[name]


def filled(node: ast.expr) -> str:
    """A text, with something in its holes; empty where it is no text."""
    if isinstance(node, ast.JoinedStr):
        return "".join(filled(each) or "9" for each in node.values)
    return node.value if isinstance(node, ast.Constant) and isinstance(node.value, str) else ""


def test_every_sentence_of_the_reader_is_known() -> None:
    found = list(sentences())
    assert len(found) > 60
    assert not [(file, text) for file, text, where in found
                if not any(pattern(one).fullmatch(text) for one in where)]  # fmt: skip


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("a.pdf: the PDF is damaged or cut short. Fetch or export the file again",
         "a.pdf : le PDF est endommagé ou tronqué. Récupérez ou exportez de nouveau le fichier"),
        ("a.png: it is a picture, which is not read. "
         "Give the document as Word (.docx), PDF with text, HTML, Markdown or text",
         "a.png : c’est une image, format qui n’est pas lu ici. "
         "Donnez le document en Word (.docx), PDF avec texte, HTML, Markdown ou texte"),
        ("3 picture(s) left out", "3 image(s) laissée(s) de côté"),
        ("somebody else's words", "somebody else's words"),
    ],
)  # fmt: skip
def test_a_kept_sentence_is_told_in_the_language_of_the_page(text: str, told: str) -> None:
    with translation.override("fr"):
        assert spoken(text).replace("\u00a0", " ") == told
    with translation.override("en"):
        assert spoken(text) == text
    assert translated("the file is full", CAUSES) is None


@pytest.mark.parametrize(
    ("language", "since", "until", "told"),
    [
        ("en", "2025-11-03", "2025-11-05", "3–5 November 2025"),
        ("en", "2025-10-30", "2025-11-05", "30 October – 5 November 2025"),
        ("fr", "2025-11-01", "", "1er novembre 2025"),
        ("fr", "2025-11", "2026-01", "novembre 2025 – janvier 2026"),
        ("es", "2025-11-03", "2025-11-05", "3–5 de noviembre de 2025"),
        ("es", "2025-10-30", "2025-11-05", "30 de octubre – 5 de noviembre de 2025"),
        ("es", "2025-11", "", "noviembre de 2025"),
        ("es", "2024", "2025", "2024–2025"),
    ],
)
def test_dates_are_written_as_the_language_writes_them(
    language: str, since: str, until: str, told: str
) -> None:
    with translation.override(language):
        assert period(since, until) == told


def test_what_an_edition_holds_is_told_in_the_language_of_the_page() -> None:
    with translation.override("es"):
        assert (
            values("review (not done); a thing of ours") == "examen (no realizado); a thing of ours"
        )
        assert values("workshop") == "taller"
        assert record("provision 14.10 c)") == "disposición 14.10 c)"


def test_a_refusal_is_told_in_french_and_kept_in_english() -> None:
    with translation.override("fr"):
        told = said("%(name)s is public already") % {"name": record("provision 14.10 c)")}
        names = listed(["focal point", "public"])
    assert told == "disposition 14.10 c) est déjà accessible au public"
    assert told.plain == "provision 14.10 c) is public already"
    assert (names, names.plain) == ("point focal, public", "focal point, public")


def test_the_ledger_keeps_one_language(house: Path) -> None:
    with translation.override("fr"), pytest.raises(Refused, match="il n’y a pas de Doc"):
        documents.publish(with_role("approver"), "x", "Doc.9", why="x")
    line = models.Personal.objects.order_by("-pk").first()
    assert line is not None
    assert line.data["refused"] == "there is no Doc.9 in the record"


STARTS = ("/", "/sign-in", "/documents/tables", "/then?on={day}", "/search?q=CMS", "/ledger", "/me",
          "/people", "/access", "/account/2fa/", "/account/password/change/", "/documents/none",
          "/decisions/none", "/account/password/reset/", "/account/signup/", "/help")  # fmt: skip
READERS = (OFFICER, ADMINISTRATOR, None)


@pytest.fixture
def filled_house(transactional_db: None, settings: Any, tmp_path: Path) -> None:
    """The demo house, and its paper read."""
    settings.LEDGER_HEAD = tmp_path / "demo.head"
    settings.PASSWORD_HASHERS = QUICK
    fill(datetime.date.today())
    call_command("db_worker", batch=True, startup_delay=False, verbosity=0)


def small(text: str) -> str:
    """A text whose first letter is small: pages make it a capital where it begins a sentence."""
    return text[:1].lower() + text[1:]


@pytest.mark.long
@pytest.mark.usefixtures("filled_house")
def test_no_page_says_anything_in_english() -> None:
    starts = [one.format(day=datetime.date.today()) for one in STARTS]
    for language in LANGUAGES:
        english = set()
        for one, told in kept(language).items():
            if len(one.words) > LONG and told.words[0] != one.words:
                english.add(small(one.words.strip(" .:")))
        left, looked = {}, 0
        for reader in READERS:
            client = Client()
            if reader:
                client.force_login(models.Person.objects.get(email=reader))
            client.cookies["django_language"] = language
            for address, page in pages(client, *starts):
                looked += 1
                assert page.get("lang") == language, address
                for text in words(page):
                    if small(text) in english:
                        left[text] = address
        assert looked > 100
        assert not left, language


def test_words_in_a_list_are_escaped_as_all_others_are() -> None:
    page = Template("{% load whimbrel %}{{ names|listed|default:'none' }}|{{ none|listed }}")
    told = page.render(Context({"names": ("CITES & CMS", "<b>"), "none": ()}))
    assert told == "CITES &amp; CMS, &lt;b&gt;|"
