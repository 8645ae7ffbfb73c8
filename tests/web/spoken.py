"""Every page of a filled house in a language, and the words that stand on it."""

import re
from collections import Counter
from collections.abc import Iterator
from urllib.parse import urldefrag, urljoin, urlsplit

from django.test import Client
from django.urls import Resolver404, resolve
from lxml import html

MANY = 3
"""So many pages of each kind are looked at: the rest differ in their data only."""
SAID = ("aria-label", "placeholder", "title", "alt")
"""Attributes that are read out or shown."""
DATA = frozenset({"article", "blockquote", "code", "pre", "q", "script", "style", "textarea"})
"""Elements whose words are those of the record, or of nobody."""


def pages(client: Client, *starts: str) -> Iterator[tuple[str, html.HtmlElement]]:
    """Every page that links lead to, with its address."""
    waiting, seen, kinds = list(starts), set(starts), Counter[str]()
    while waiting:
        address = waiting.pop(0)
        kinds[kind(address)] += 1
        if kinds[kind(address)] > MANY:
            continue
        answer = client.get(address, follow=True)
        if not answer.content or "text/html" not in answer.headers.get("Content-Type", ""):
            continue
        page = html.fromstring(answer.content.decode())
        yield address, page
        for link in page.xpath("//a/@href"):
            onward = urldefrag(urljoin(address, link)).url
            if onward not in seen and kind(onward):
                seen.add(onward)
                waiting.append(onward)


def kind(address: str) -> str:
    """The name of an address of ours; empty where it is somebody else's, or a file."""
    parts = urlsplit(address)
    if parts.netloc:
        return ""
    try:
        return resolve(parts.path).url_name or ""
    except Resolver404:
        return ""


def words(page: html.HtmlElement) -> Iterator[str]:
    """What each element says itself, and in its attributes; not what documents say, which stays in
    its language, nor what is marked as of another one."""
    spoken = page.get("lang")
    for one in page.iter():
        if not isinstance(one.tag, str) or one.tag in DATA:
            continue
        tongue = next((each.get("lang") for each in (one, *one.iterancestors())
                       if each.get("lang")), spoken)  # fmt: skip
        if tongue != spoken:
            continue
        for text in (one.text, *(each.tail for each in one), *(one.get(name) for name in SAID)):
            if text and (said := re.sub(r"\s+", " ", text).strip(" \n.:,;·()")):
                yield said
