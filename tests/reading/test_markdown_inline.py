"""Marks inside a line of Markdown."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from whimbrel.document import Run
from whimbrel.document.runs import plain, tidy
from whimbrel.reading.markdown_inline import inline

BARE = st.text(
    st.characters(whitelist_categories=("Lu", "Ll", "Nd"), whitelist_characters=" ,;."), max_size=40
)


def italic(text: str) -> Run:
    """Words in italics."""
    return Run(text=text, italic=True)


@pytest.mark.parametrize(
    ("text", "runs"),
    [
        ("*Requests* all", (italic("Requests"), Run(text=" all"))),
        ("_Requests_ all", (italic("Requests"), Run(text=" all"))),
        ("**Requests** all", (Run(text="Requests", bold=True), Run(text=" all"))),
        ("***Requests*** all", (Run(text="Requests", bold=True, italic=True), Run(text=" all"))),
        ("*Requests *all", (italic("Requests "), Run(text="all"))),
        (
            "**a *b* c**",
            (
                Run(text="a ", bold=True),
                Run(text="b", bold=True, italic=True),
                Run(text=" c", bold=True),
            ),
        ),
        ("3 * 4 eels", (Run(text="3 * 4 eels"),)),
        ("river_of_eels", (Run(text="river_of_eels"),)),
        ("\\*not\\* marked", (Run(text="*not* marked"),)),
        ("\\(a\\) nets", (Run(text="(a) nets"),)),
        ("AT&amp;T &lt;eels&gt;", (Run(text="AT&T <eels>"),)),
        ("eels<br/>swim", (Run(text="eels swim"),)),
        ("eels <u>swim</u>", (Run(text="eels swim"),)),
        ("3 < 4 and 5 > 4", (Run(text="3 < 4 and 5 > 4"),)),
        ("eels[^1] swim", (Run(text="eels"), Run(note="1"), Run(text=" swim"))),
        ("eels<sup>12</sup>", (Run(text="eels"), Run(note="12"))),
        ("eels<sup>[3]</sup>", (Run(text="eels"), Run(note="3"))),
        ("", ()),
    ],
)
def test_marks_dress_their_words(text: str, runs: tuple[Run, ...]) -> None:
    assert inline(text) == runs


@pytest.mark.parametrize(
    ("text", "words", "href"),
    [
        ("[78/12](https://example.org/a)", "78/12", "https://example.org/a"),
        ("[78/12](#)", "78/12", "#"),
        ("[78/12](<https://example.org/a b>)", "78/12", "https://example.org/a b"),
        ("[78/12](https://example.org/a_\\(b\\))", "78/12", "https://example.org/a_(b)"),
        ("[78/12](https://example.org/a_(b))", "78/12", "https://example.org/a_(b)"),
        ('[78/12](https://example.org "title")', "78/12", "https://example.org"),
        ("[a [b] c](https://example.org)", "a [b] c", "https://example.org"),
        ("<https://example.org/x>", "https://example.org/x", "https://example.org/x"),
        ("[78/12]()", "78/12", None),
    ],
)
def test_links_keep_their_words_and_lead_somewhere(text: str, words: str, href: str | None) -> None:
    assert inline(text) == (Run(text=words, href=href),)


@pytest.mark.parametrize("text", ["[Urges] Parties", "[a](b", "see [1]"])
def test_brackets_that_are_no_link_stay(text: str) -> None:
    assert inline(text)[0].text == text


def test_italics_inside_a_link_are_kept() -> None:
    assert inline("[*Eels*](#x)") == (Run(text="Eels", italic=True, href="#x"),)


@given(BARE)
def test_words_without_marks_stay_as_they_are(text: str) -> None:
    assert inline(text) == plain(text)


@given(st.text("*_[]()<>\\&;^!# ab1\"'`", max_size=60))
def test_any_marks_give_tidy_runs(text: str) -> None:
    runs = inline(text)
    assert tidy(runs) == runs
