"""`whimbrel screen`: names against a list in a file, and pairs of names; no house is needed."""

import csv
import io
import json
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import TYPE_CHECKING

import click

from whimbrel.cli import single
from whimbrel.cli.files import fail
from whimbrel.cli.table import as_csv

if TYPE_CHECKING:
    from whimbrel.screening import Asked, Hit, Kind, NameList

COLUMNS = ("asked", "score", "listed", "name", "reference", "regime", "quality", "because")
MOST_ROWS = 200_000
SCHEMAS = {"person": "person", "organization": "body", "company": "body", "publicbody": "body",
           "body": "body", "vessel": "vessel"}  # fmt: skip
"""What the columns `schema` and `kind` say -> our kinds. Other words are no kind that we know."""
Row = dict[str, str]


@click.command()
@click.argument("name", required=False, metavar="NAME|FILE.csv")
@click.option(
    "--list", "listed", type=click.Path(path_type=Path), metavar="LIST",
    help="The list: XML of the Security Council, CSV of OpenSanctions, or one of your own.",
)  # fmt: skip
@click.option(
    "--pairs", type=click.Path(path_type=Path), metavar="IN.csv",
    help="Score pairs instead: columns name1, name2 and schema; the same rows come out as CSV, "
    "with a column score.",
)  # fmt: skip
@click.option("--kind", type=click.Choice(("person", "body", "vessel", "unknown")),
              default="unknown", show_default=True, help="What NAME is.")  # fmt: skip
@click.option("--country", multiple=True, help="A country of it, as code or name; may be repeated.")
@click.option("--born", type=int, metavar="YEAR", help="The year of birth, where it is known.")
@click.option("--threshold", type=click.FloatRange(0.3, 1), metavar="SCORE",
              help="Show those from this score on.")  # fmt: skip
@click.option("--language", type=click.Choice(("en", "fr", "es")), default="en", show_default=True,
              help="Language of the reasons.")  # fmt: skip
@single.form("table", "json", "csv")
@single.output()
def screen(
    name: str | None, listed: Path | None, pairs: Path | None, kind: str,
    country: tuple[str, ...], born: int | None, threshold: float | None, language: str, form: str,
    output: Path | None,
) -> None:  # fmt: skip
    """Show who on a list has a name like this one, and why.

    NAME is one name; FILE.csv has a column name, and may have kind, countries (parted by ;) and
    birth_year. Nothing is cleared and nothing is blocked: a person looks at what is shown.

    A list that is damaged is refused, with file, line and cause.
    """
    if pairs is not None:
        if name is not None or listed is not None:
            fail("score pairs with --pairs alone, or screen a name with --list")
        single.give(scored(pairs), output)
        return
    if name is None or listed is None:
        fail("name whom to screen, and the list with --list; or pairs of names with --pairs")
    from whimbrel.screening import THRESHOLD, Asked, Kind

    names = taken(listed)
    asked = (
        list(of_file(Path(name)))
        if name.lower().endswith(".csv")
        else [Asked(name=name, kind=Kind(kind), countries=country, birth_year=born)]
    )
    rows = found(names, asked, threshold or THRESHOLD, language)
    single.give(shown(rows, names, asked, form), output)


def taken(path: Path) -> "NameList":
    """A list from a file; one that is damaged ends the command."""
    from whimbrel.reading.errors import Unreadable
    from whimbrel.screening import lists

    try:
        return lists.read(path)
    except Unreadable as error:
        fail(str(error))


def found(
    names: "NameList", asked: list["Asked"], threshold: float, language: str
) -> list[dict[str, object]]:
    """A row for each hit, those of one name together."""
    from whimbrel.screening import screener
    from whimbrel.screening.many import screen_many
    from whimbrel.screening.told import because

    every = screen_many(screener(names.listed), asked, threshold=threshold, jobs=2)

    def row(one: "Asked", hit: "Hit") -> dict[str, object]:
        return {
            "asked": one.name, "score": round(hit.score.value, 4), "listed": hit.listed.name,
            "name": hit.name.text, "reference": hit.listed.reference, "regime": hit.listed.regime,
            "quality": hit.name.quality.value, "because": list(because(hit.score, language)),
        }  # fmt: skip

    return [row(one, hit) for one, hits in zip(asked, every, strict=True) for hit in hits]


def shown(rows: list[dict[str, object]], names: "NameList", asked: list["Asked"], form: str) -> str:
    """The rows as a table, JSON or CSV."""
    about = {
        "file": names.file, "source": names.source.value, "sha256": names.digest,
        "dated": names.dated.isoformat() if names.dated else None, "entries": len(names.listed),
        "names": names.names,
    }  # fmt: skip
    if form == "json":
        whole = {"list": about, "asked": len(asked), "hits": rows}
        return json.dumps(whole, ensure_ascii=False, indent=2) + "\n"
    if form == "csv":
        return as_csv(COLUMNS, rows)
    head = (
        f"{names.file}: {len(names.listed):,} listed under {names.names:,} names, "
        f"dated {about['dated'] or 'not known'}\n"
    )
    if not rows:
        return head + f"{len(asked):,} asked; no listed name is like it at this threshold\n"
    lines = [head]
    for row in rows:
        lines.append(
            f"{row['score']:.2f}  {row['asked']}  ~  {row['name']}  "
            f"({row['reference']}, {row['regime'] or 'no regime'}; listed as {row['listed']})\n"
        )
        lines += [f"      {each}\n" for each in row["because"]]  # type: ignore[attr-defined]
    return "".join(lines)


def table_of(path: Path, needed: tuple[str, ...]) -> tuple[list[str], list[Row]]:
    """(columns, rows) of a CSV file in UTF-8; what it lacks ends the command."""
    from whimbrel.screening.lists_csv import CELL

    try:
        text = path.read_text(encoding="utf-8-sig")
    except (OSError, UnicodeDecodeError) as error:
        fail(f"{path} cannot be read ({error})")
    before = csv.field_size_limit(CELL)
    try:
        reader = csv.DictReader(io.StringIO(text, newline=""), strict=True)
        heads = list(reader.fieldnames or ())
        lacking = [name for name in needed if name not in heads]
        if lacking:
            fail(f"{path}: there is no column {lacking[0]}; it needs {', '.join(needed)}")
        rows = []
        for row in reader:
            if None in row or None in row.values():
                fail(f"{path}, line {reader.line_num}: the row has not as many cells as the head")
            rows.append(row)
            if len(rows) > MOST_ROWS:
                fail(f"{path} has more than {MOST_ROWS:,} rows: split it")
    except csv.Error as error:
        fail(f"{path}: its cells cannot be told apart ({error})")
    finally:
        csv.field_size_limit(before)
    return heads, rows


def of_file(path: Path) -> Iterator["Asked"]:
    """The names of a file."""
    from whimbrel.screening import Asked

    for row in table_of(path, ("name",))[1]:
        if not row["name"].strip():
            continue
        year = row.get("birth_year", "").strip()
        yield Asked(
            name=row["name"].strip(),
            kind=kind_of(row),
            countries=tuple(filter(None, map(str.strip, row.get("countries", "").split(";")))),
            birth_year=int(year) if year.isdigit() else None,
        )


def kind_of(row: Mapping[str, str]) -> "Kind":
    """The kind that a row names."""
    from whimbrel.screening import Kind

    word = (row.get("kind") or row.get("schema") or "").strip().lower()
    return Kind(SCHEMAS.get(word, "unknown"))


def scored(path: Path) -> str:
    """The rows of a file of pairs, with a score."""
    from whimbrel.screening import score

    heads, rows = table_of(path, ("name1", "name2"))
    out = io.StringIO()
    columns = [*(head for head in heads if head != "score"), "score"]
    writer = csv.DictWriter(out, columns, lineterminator="\n", extrasaction="ignore")
    writer.writeheader()
    for row in rows:
        value = score(row["name1"], row["name2"], kind_of({"schema": row.get("schema", "")})).value
        writer.writerow({**row, "score": f"{value:.4f}"})
    return out.getvalue()
