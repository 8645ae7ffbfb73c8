"""Charts: every number that is drawn stands in the table, and what is drawn calls nobody."""

import datetime
import re
from xml.etree import ElementTree

import pycountry
import pytest

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
from whimbrel.writing.figures.chart import MOST
from whimbrel.writing.figures.tiles import ACROSS, regions

SVG = "{http://www.w3.org/2000/svg}"
TOLD = Told(title="Who shares <what>?", alt="A & B share 3.", caption="Counted by hand.")
DAY = datetime.date
TODAY = DAY(2026, 3, 1)


def each(count: int = 3) -> dict[str, Chart]:
    """One chart of each kind."""
    names = ("Convention A", "Convention B", "Fund “C” & sons")
    return {
        "bars": bars(
            [
                Bar(name=f"{names[at % 3]} {at}", count=at * 2, href=f"/r/{at}")
                for at in range(count)
            ],
            told=TOLD, heads=("Name", "Number"),
        ),
        "matrix": matrix(
            [
                Meets(
                    row=one, column=two, count=None if one == two else 7 * x + y, href=f"/{x}/{y}"
                )
                for x, one in enumerate(names) for y, two in enumerate(names)
            ],
            told=TOLD, corner="Convention",
        ),
        "network": network(
            [
                Tie(left=one, right=f"Process {at % 2}", count=at + 1, href=f"/t/{at}",
                    left_href=f"/l/{at}", right_href="/p")
                for at, one in enumerate(names)
            ],
            told=TOLD, heads=("Partner", "Process", "Times"),
        ),
        "courses": courses(
            [
                Course(name="Programme", since=DAY(2021, 1, 1), until=DAY(2025, 12, 31), href="/a"),
                Course(name="Meeting", since=DAY(2026, 3, 23), kind=1, href="/m"),
                Course(name="Undated", since=None, href="/u"),
            ],
            told=TOLD, heads=("Name", "Kind", "Since", "Until"), kinds=("programme", "meeting"),
            today=TODAY, unknown="not known", ongoing="goes on",
        ),
        "tiles": tiles(
            [
                Tile(code="BR", name="Brazil", state=0, count=4, href="/c/BR"),
                Tile(code="GF", name="French Guiana", state=1, count=1, href="/c/GF"),
            ],
            told=TOLD, states=("met there", "concerned"), heads=("Country", "What", "Number"),
            language="en", elsewhere="Elsewhere", nothing="nothing", named=lambda code: code,
        ),
    }  # fmt: skip


def links(chart: Chart) -> dict[str, str]:
    """Label -> address of each mark that is a link, over all panels."""
    found = {}
    for drawing in chart.drawings("c"):
        for one in ElementTree.fromstring(drawing).iter(f"{SVG}a"):
            found[one.attrib["aria-label"]] = one.attrib["href"]
            assert one.find(f"{SVG}title").text == one.attrib["aria-label"]  # type: ignore[union-attr]
    return found


def test_each_bar_stands_in_its_table() -> None:
    chart = each()["bars"]
    assert [f"{name}: {count}" for name, count in chart.plain()[1:]] == list(links(chart))


def test_each_cell_of_a_matrix_stands_in_its_table() -> None:
    chart = each()["matrix"]
    (_, *columns), *rows = chart.plain()
    told = {f"{row[0]}, {name}: {row[at]}" for row in rows for at, name in enumerate(columns, 1)}
    assert told == set(links(chart)) and len(told) == 9
    assert "Convention A, Convention A: ?" in told, "unknown is a value"


def test_each_line_and_each_node_of_a_network_comes_from_its_table() -> None:
    chart, sums = each()["network"], {}
    for left, right, count in chart.plain()[1:]:
        assert f"{left}, {right}: {count}" in links(chart)
        for name in (left, right):
            sums[name] = sums.get(name, 0) + int(count)
    assert {f"{name} ({count})" for name, count in sums.items()} <= set(links(chart))


def test_each_course_stands_in_its_table_and_one_without_a_date_in_it_alone() -> None:
    chart = each()["courses"]
    shown = {f"{name}, {kind}: {a} – {b}" for name, kind, a, b in chart.plain()[1:] if a[0] == "2"}
    assert shown == set(links(chart))
    assert chart.plain()[-1] == ("Undated", "programme", "not known", "not known")
    assert chart.left == 1 and "1 more" in chart.says


def test_each_tile_that_says_something_stands_in_its_table() -> None:
    chart = each()["tiles"]
    assert {f"{name}: {state}, {n}" for name, state, n in chart.plain()[1:]} == set(links(chart))
    assert any("Elsewhere" in one for one in chart.drawings("c")), "no code is lost"


@pytest.mark.parametrize("kind", sorted(each()))
def test_no_drawing_calls_anybody(kind: str) -> None:
    chart = each()[kind]
    for drawing in (*chart.drawings("c"), chart.printed()[0], chart.figure().svg):
        bare = drawing.replace('xmlns="http://www.w3.org/2000/svg"', "")
        assert not re.search(r"//|@import|<script|<image|<foreignObject|\son\w+=|style=", bare)
        root = ElementTree.fromstring(drawing)
        assert all(link.startswith("/") for one in root.iter() if (link := one.attrib.get("href")))


@pytest.mark.parametrize("kind", sorted(each()))
def test_every_drawing_has_role_title_and_description(kind: str) -> None:
    ids: list[str] = []
    for drawing in each()[kind].drawings("c"):
        root = ElementTree.fromstring(drawing)
        named = {one.attrib["id"]: one for one in root.iter() if "id" in one.attrib}
        assert root.attrib["role"] in {"img", "group"}
        assert [named[one].text for one in root.attrib["aria-labelledby"].split()]
        assert TOLD.alt in (root.findtext(f"{SVG}desc") or "")
        assert root.attrib["viewBox"].split()[2] == "340", "as wide as a telephone"
        ids += named
    assert len(ids) == len(set(ids))


def test_a_page_takes_its_colours_from_its_sheet_and_a_paper_has_them_fixed() -> None:
    chart = each()["bars"]
    assert "var(--chart-1, #" in chart.drawings("c")[0]
    assert "var(" not in chart.printed()[0] and "<a " not in chart.printed()[0]
    assert chart.figure().png.startswith(b"\x89PNG")


@pytest.mark.parametrize("kind", sorted(each()))
def test_the_same_data_are_always_drawn_alike(kind: str) -> None:
    assert each()[kind].drawings("c") == each()[kind].drawings("c")


def test_what_does_not_fit_is_said_and_stands_in_the_table() -> None:
    chart = each(MOST + 5)["bars"]
    assert chart.left == 5 and "5 more" in chart.says
    assert len(chart.plain()) == MOST + 6 and len(links(chart)) == MOST


def test_nothing_to_draw_is_drawn() -> None:
    for one in (
        bars([], told=TOLD, heads=("a", "b")), matrix([], told=TOLD, corner="a"),
        network([], told=TOLD, heads=("a", "b", "c")),
        courses([], told=TOLD, heads=("a", "b", "c", "d"), kinds=(), today=TODAY, unknown="?",
                ongoing="on"),
    ):  # fmt: skip
        assert one.figure().height > 0


def test_a_country_has_one_place() -> None:
    codes = [code for one in regions() for code in one.placed()]
    known = {one.alpha_2 for one in pycountry.countries} | {"EU"}
    assert len(codes) == len(set(codes)) and set(codes) <= known
    assert all(len(row.split()) == ACROSS for one in regions() for row in one.rows)
    # The Members of the United Nations are 193; the rest are observers and other Parties.
    assert len(codes) == 193 + len({"VA", "PS", "CK", "NU", "EU"})
