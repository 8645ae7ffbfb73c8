"""Cited: a citation found above, as a writer needs it to mark words as a reference."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from whimbrel.document.tree import Run


@dataclass(frozen=True, slots=True, kw_only=True)
class Cited:
    """Words that name another document."""

    surface: str
    """The words as printed."""
    target: str | None = None
    """The symbol of what they name: `A/RES/78/155`."""
    start: int | None = None
    """Where the words stand in the text of the node; None where only the words are known."""
    iri: str | None = None
    """The target as an Akoma Ntoso IRI, for `<ref>`."""
    url: str | None = None
    """Where a reader of the page is led."""

    def span(self, text: str) -> tuple[int, int] | None:
        """First and last character in `text`, None where the words are not there."""
        start = text.find(self.surface) if self.start is None else self.start
        end = start + len(self.surface)
        return (
            (start, end)
            if start >= 0 and self.surface and text[start:end] == self.surface
            else None
        )


def marked(runs: Iterable[Run], cited: Iterable[Cited]) -> Iterator[tuple[Run, Cited | None]]:
    """The runs cut where citations begin and end, each piece with its citation. Words that are a
    link stay a link."""
    runs = tuple(runs)
    text = "".join(run.text for run in runs)
    spans = sorted(
        ((span, each) for each in cited if (span := each.span(text))), key=lambda pair: pair[0]
    )
    at = 0
    for run in runs:
        end = at + len(run.text)
        if run.href is not None or run.note is not None:
            spans_here: list[tuple[tuple[int, int], Cited]] = []
        else:
            spans_here = [pair for pair in spans if pair[0][0] < end and pair[0][1] > at]
        yield from pieces(run, at, spans_here)
        at = end


def pieces(
    run: Run, at: int, spans: list[tuple[tuple[int, int], Cited]]
) -> Iterator[tuple[Run, Cited | None]]:
    """One run, which begins at character `at`, cut by the spans that touch it."""
    done, end = at, at + len(run.text)
    for (first, last), cited in spans:
        first, last = max(first, done), min(last, end)
        if first >= last:
            continue
        if first > done:
            yield replace(run, text=run.text[done - at : first - at]), None
        yield replace(run, text=run.text[first - at : last - at]), cited
        done = last
    if done < end or run.note is not None:
        yield replace(run, text=run.text[done - at :]), None
