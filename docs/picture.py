"""Draw picture.svg: the first page of the specimen as printed, and what is read there.

Needs LibreOffice and Poppler. Run it from the project's folder: `.venv/bin/python docs/picture.py`.
"""

import base64
import re
import subprocess
import tempfile
from collections.abc import Iterator
from html import escape
from pathlib import Path

from whimbrel import read
from whimbrel.cli.specimen import shown
from whimbrel.demo import compose

OUT = Path(__file__).with_name("picture.svg")
COLUMNS, LINES = 92, 50
GLYPH, LEADING = 7.2, 15.5
"""Width of a letter of 12 pixels, and from line to line."""
PAGE_WIDTH, PAGE_HEIGHT, MARGIN = 560, 792, 24
CODE = re.compile(r"\x1b\[(?P<code>\d+)m")
DRESS = {"1": "font-weight:bold", "2": "fill:#8a97a6", "33": "fill:#e5b567", "36": "fill:#7cc4d4"}


def main() -> None:
    """Write the picture."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        file = folder / "specimen.docx"
        file.write_bytes(compose())
        page = base64.b64encode(printed(file)).decode()
        text = list(shown(read(file), width=COLUMNS))
    OUT.write_text("\n".join(svg(page, clipped(text))), encoding="utf-8")


def printed(file: Path) -> bytes:
    """The first page as a PNG in grey."""
    folder = file.parent
    profile = f"-env:UserInstallation={(folder / 'office').as_uri()}"
    to_pdf = ["soffice", profile, "--headless", "--convert-to", "pdf", "--outdir", folder, file]
    subprocess.run(to_pdf, check=True, capture_output=True)
    to_png = ["pdftoppm", "-png", "-gray", "-r", "96", "-singlefile", file.with_suffix(".pdf")]
    subprocess.run([*to_png, folder / "page"], check=True)
    return (folder / "page.png").read_bytes()


def clipped(text: list[str]) -> list[str]:
    """As many lines as stand beside the page, from the masthead on."""
    lines = "\n".join(text).split("\n")
    begin = next(at for at, line in enumerate(lines) if "symbol" in line)
    return lines[begin : begin + LINES]


def svg(page: str, lines: list[str]) -> Iterator[str]:
    """The picture, line by line."""
    left = MARGIN + PAGE_WIDTH + MARGIN
    right = COLUMNS * GLYPH + 2 * MARGIN
    width, height = left + right + MARGIN, PAGE_HEIGHT + 2 * MARGIN
    yield (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width:.0f} {height}"'
        f' width="{width:.0f}" height="{height}" role="img">'
    )
    yield "<title>The first page of the specimen, and what Whimbrel reads there</title>"
    yield f'<rect width="{width:.0f}" height="{height}" fill="#dfe5ea"/>'
    yield (
        f'<image x="{MARGIN}" y="{MARGIN}" width="{PAGE_WIDTH}" height="{PAGE_HEIGHT}"'
        f' href="data:image/png;base64,{page}"/>'
    )
    yield (
        f'<rect x="{left}" y="{MARGIN}" width="{right:.0f}" height="{PAGE_HEIGHT}" rx="6"'
        ' fill="#1d2733"/>'
    )
    yield (
        f'<g transform="translate({left + MARGIN} {MARGIN + 18})" fill="#e8edf2"'
        ' font-family="DejaVu Sans Mono, Menlo, Consolas, monospace" font-size="12"'
        ' xml:space="preserve">'
    )
    for number, line in enumerate(lines):
        yield f'<text y="{number * LEADING:.1f}">{"".join(spans(line))}</text>'
    yield "</g></svg>"


def spans(line: str) -> Iterator[str]:
    """A line of the terminal: its escape codes as styles, every piece at its column."""
    dress: list[str] = []
    column = 0
    for at, part in enumerate(CODE.split(line)):
        if at % 2:
            dress = [] if part == "0" else [*dress, DRESS.get(part, "")]
        elif part:
            # White space at the head of a line is dropped by browsers: begin at the first letter.
            x = f"{(column + len(part) - len(part.lstrip())) * GLYPH:.1f}"
            yield f'<tspan x="{x}" style="{";".join(dress)}">{escape(part.lstrip())}</tspan>'
            column += len(part)


if __name__ == "__main__":
    main()
