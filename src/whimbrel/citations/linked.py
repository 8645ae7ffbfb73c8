"""What links add: words that lead somewhere are a reference, and the link may say more."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from urllib.parse import unquote

from whimbrel.citations.citation import Citation, How, Kind
from whimbrel.citations.kinds import kind_of
from whimbrel.document import Run
from whimbrel.symbols.document import SYMBOL, normal

UN_LINK = re.compile(
    r"https?://(?:www\.)?(?:undocs\.org|docs\.un\.org|documents\.un\.org/symbol-explorer\?s=)"
    r"/?(?:(?:en|fr|es|ar|ru|zh)/)?(?P<symbol>[^?#&]+)",
    re.IGNORECASE,
)
REPORT = re.compile(
    r"\b(?:report|assessment|study|outlook|review|guidelines?|overview|rapport|[eé]valuation"
    r"|[eé]tude|informe|evaluaci[oó]n|estudio|directrices)\b",
    re.IGNORECASE,
)
TITLED = re.compile(r"[^\W\d_]{3,}.*\s.*[^\W\d_]{2,}")


@dataclass(frozen=True, slots=True, kw_only=True)
class Link:
    """Words that are a link."""

    start: int
    end: int
    href: str
    text: str

    @property
    def live(self) -> bool:
        """True where it leads out of the document; converters leave `#` behind."""
        return self.href.startswith(("http://", "https://"))


def links(runs: Sequence[Run]) -> Iterator[Link]:
    """The links of a node, neighbours with one address joined."""
    at, open_link = 0, None
    for run in runs:
        end = at + len(run.text)
        if run.note is None:
            if open_link and run.href == open_link.href:
                open_link = replace(open_link, end=end, text=open_link.text + run.text)
            else:
                if open_link:
                    yield open_link
                open_link = run.href and Link(start=at, end=end, href=run.href, text=run.text)
        at = end
    if open_link:
        yield open_link


def symbol_of(href: str) -> str | None:
    """The symbol that an address of the United Nations leads to."""
    match = UN_LINK.match(href)
    if not match:
        return None
    name = unquote(match["symbol"]).strip("/ ")
    return normal(name) if SYMBOL.fullmatch(name) else None


def with_links(found: tuple[Citation, ...], runs: Sequence[Run]) -> tuple[Citation, ...]:
    """Citations with what the links of their node add, and those that only a link makes."""
    known = tuple(links(runs))
    if not known:
        return found
    out = list(found)
    for link in known:
        inside = [at for at, one in enumerate(out) if one.start < link.end and one.end > link.start]
        for at in inside:
            out[at] = within(out[at], link, alone=len(inside) == 1)
        if not inside:
            out += by_link(link)
    return tuple(sorted(out, key=lambda one: (one.start, one.end)))


def within(one: Citation, link: Link, *, alone: bool) -> Citation:
    """A citation whose words are a link: an unsure target gives way to that of the link."""
    title = link.text[one.end - link.start :].strip(" ,:") or one.title
    if one.kind is Kind.URL or not alone:
        return replace(one, linked=True)
    name = symbol_of(link.href)
    if name and not one.sure and name != one.target:
        return replace(one, linked=True, target=name, how=How.LINK, title=title)
    return replace(one, linked=True, title=title)


def by_link(link: Link) -> Iterator[Citation]:
    """The citation that a link makes where its words name nothing that we know."""
    words = link.text.strip()
    if not words:
        return
    start = link.start + len(link.text) - len(link.text.lstrip())
    name = symbol_of(link.href)
    if name:
        kind, target = kind_of(name), name
    elif TITLED.search(words) and link.live:
        # A link that leads nowhere is all that many a conversion leaves, and others leave none:
        # what only it marks
        # is no reference, or one paper would cite other texts in each of its forms.
        kind = Kind.REPORT if REPORT.search(words) else Kind.UNSPECIFIED
        target = link.href
    elif link.live:
        kind, target = Kind.URL, link.href
    else:
        return
    yield Citation(
        start=start,
        end=start + len(words),
        surface=words,
        kind=kind,
        target=target,
        how=How.LINK,
        title=words if kind in (Kind.REPORT, Kind.UNSPECIFIED) else None,
        linked=True,
    )
