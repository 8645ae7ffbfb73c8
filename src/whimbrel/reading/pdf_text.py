"""What PDFium tells about a page: its words with their places and dress, its links and strokes.

PDFium is asked once for all text, then a few times for each text object (place, size, font): a text
object is mostly a line of type in one dress, so single characters are never asked for their boxes.
"""

import ctypes
import math
from collections.abc import Callable, Iterator
from typing import Any, NamedTuple

import pypdfium2.raw as pdfium

from whimbrel.document.runs import address
from whimbrel.reading.pdf_page import Bar, Page, Piece, Rule, angle, most_common, turned

LINE_BREAK = "\r\n"
HYPHEN_AT_LINE_END = "\ufffe"
"""How PDFium marks a hyphen before a line break in the text of a page."""
HYPHEN_CODE = 2
"""The same when it is asked for one character."""
FORCED_BOLD, ITALIC = 0x40000, 0x40
BOLD_NAMES, ITALIC_NAMES = ("bold", "black", "heavy"), ("italic", "oblique")
LONGEST_LINK = 4096
FARTHEST = 100_000.0
"""Points from the corner of a page at which nothing is printed any more."""
SHORTEST_RULE, THICKEST_RULE = 8, 2
CONTROLS = dict.fromkeys((*range(32), 0xFFFF))


def call(function: object, result: type[Any], *arguments: type[Any]) -> Callable[..., Any]:
    """A PDFium function that takes and gives plain addresses, which are quicker than pointers."""
    address = ctypes.cast(function, ctypes.c_void_p).value or 0  # type: ignore[arg-type]
    return ctypes.CFUNCTYPE(result, *arguments)(address)


ADDRESS = ctypes.c_void_p
object_at = call(pdfium.FPDFText_GetTextObject, ADDRESS, ADDRESS, ctypes.c_int)
font_of = call(pdfium.FPDFTextObj_GetFont, ADDRESS, ADDRESS)
size_at = call(pdfium.FPDFText_GetFontSize, ctypes.c_double, ADDRESS, ctypes.c_int)
REFERENCE = ctypes.POINTER(ctypes.c_float)
object_of = call(pdfium.FPDFPage_GetObject, ADDRESS, ADDRESS, ctypes.c_int)
count_objects = call(pdfium.FPDFPage_CountObjects, ctypes.c_int, ADDRESS)
type_of = call(pdfium.FPDFPageObj_GetType, ctypes.c_int, ADDRESS)
bounds_of = call(pdfium.FPDFPageObj_GetBounds, ctypes.c_int, ADDRESS, *[REFERENCE] * 4)
matrix_at = call(pdfium.FPDFText_GetMatrix, ctypes.c_int, ADDRESS, ctypes.c_int, ADDRESS)
origin_at = call(
    pdfium.FPDFText_GetCharOrigin, ctypes.c_int, ADDRESS, ctypes.c_int, ADDRESS, ADDRESS
)
box_at = call(pdfium.FPDFText_GetLooseCharBox, ctypes.c_int, ADDRESS, ctypes.c_int, ADDRESS)
code_at = call(pdfium.FPDFText_GetUnicode, ctypes.c_uint, ADDRESS, ctypes.c_int)


def page_of(document: object, index: int) -> Page:
    """Page `index` (from 0) of an open document. ValueError where it cannot be loaded."""
    page = pdfium.FPDF_LoadPage(document, index)
    if not page:
        raise ValueError("the page cannot be loaded")
    try:
        text_page = pdfium.FPDFText_LoadPage(page)
        if not text_page:
            raise ValueError("the text of the page cannot be loaded")
        try:
            return PageText(document, page, text_page).read(index + 1)
        finally:
            pdfium.FPDFText_ClosePage(text_page)
    finally:
        pdfium.FPDF_ClosePage(page)


class Found(NamedTuple):
    """A text object on one line: where it starts, its words, address, angle and size of type."""

    at: int
    words: str
    owner: int
    angle: int
    size: float


class PageText:
    """Asks an open page for its pieces."""

    def __init__(self, document: object, page: object, text_page: object) -> None:
        self.document, self.page, self.text_page = document, page, text_page
        self.address = ctypes.cast(text_page, ADDRESS).value  # type: ignore[arg-type]
        self.fonts: dict[int, tuple[bool, bool]] = {}
        # Answers are written here, over and over: making room for each takes as long as asking.
        self.matrix, self.box = pdfium.FS_MATRIX(1, 0, 0, 1, 0, 0), pdfium.FS_RECTF()
        self.x, self.y = ctypes.c_double(), ctypes.c_double()
        self.to_matrix, self.to_box = ctypes.byref(self.matrix), ctypes.byref(self.box)
        self.to_x, self.to_y = ctypes.byref(self.x), ctypes.byref(self.y)

    def read(self, number: int) -> Page:
        """The whole page, upright whichever way it is turned."""
        count = max(0, pdfium.FPDFText_CountChars(self.text_page))
        text = self.text(count)
        found = [self.found(start, words, owner) for start, words, owner in self.objects(text)]
        upright = most_common([one.angle for one in found])
        pieces = [
            piece
            for one in found
            if one.angle == upright and (piece := self.piece(one, upright)).text and on_paper(piece)
        ]
        links = list(self.links(upright))
        if links:
            pieces = [linked(piece, links) for piece in pieces]
        strokes = list(self.strokes()) if pieces and not upright else []
        return Page(
            number=number,
            pieces=tuple(pieces),
            rules=tuple(one for one in strokes if isinstance(one, Rule)),
            bars=tuple(one for one in strokes if isinstance(one, Bar)),
            turned=sum(one.angle != upright for one in found),
            letters=count,
        )

    def text(self, count: int) -> str:
        """All characters, one of ours for each of PDFium's, so that places in both agree."""
        if not count:
            return ""
        buffer = (ctypes.c_ushort * (count + 1))()
        pdfium.FPDFText_GetText(self.text_page, 0, count, buffer)
        text = bytes(buffer)[: 2 * count].decode("utf-16-le", "replace")
        if len(text) == count and "\0" not in text:
            return text
        codes = (code_at(self.address, at) for at in range(count))
        return "".join(map(character, codes))

    def objects(self, text: str) -> Iterator[tuple[int, str, int]]:
        """(first character, words, address) of every text object on every line of type.

        A space that PDFium puts between two objects stays at the end of the first.
        """
        at, end, address = 0, len(text), self.address
        while at < end:
            if text[at].isspace():
                at += 1
                continue
            owner = object_at(address, at)
            if not owner:
                at += 1
                continue
            stop = line_end(text, at)
            last = stop - 1
            if object_at(address, last) != owner:
                last = self.last_of(owner, at, last)
            after = last + 1
            words = text[at:after]
            if after < stop and text[after] == " " and not words.endswith(" "):
                words += " "
            yield at, words, owner
            at = after

    def last_of(self, owner: int, first: int, beyond: int) -> int:
        """The last character of an object that holds `first` and not `beyond`."""
        low, high = first, beyond
        while high - low > 1:
            middle = (low + high) // 2
            if object_at(self.address, middle) == owner:
                low = middle
            else:
                high = middle
        return low

    def found(self, at: int, words: str, owner: int) -> Found:
        """A text object with its angle and size."""
        matrix = self.matrix
        matrix_at(self.address, at, self.to_matrix)
        a, b, c, d = matrix.a, matrix.b, matrix.c, matrix.d
        size = size_at(self.address, at) * (abs(d) if not c else math.hypot(c, d))
        return Found(at, words, owner, 0 if a > 0 and not b else angle(a, b), size)

    def piece(self, one: Found, upright: int) -> Piece:
        """A piece of text with place, size and dress."""
        words, at = one.words, one.at
        origin_at(self.address, at, self.to_x, self.to_y)
        box_at(self.address, at + len(words.rstrip()) - 1, self.to_box)
        x0, y0, x1 = self.x.value, self.y.value, self.box.right
        if upright:
            box = self.box
            x0, y0 = turned(x0, y0, upright)
            x1 = max(
                turned(box.left, box.top, upright)[0], turned(box.right, box.bottom, upright)[0]
            )
        bold, italic = self.dress(one.owner)
        return Piece(readable(words), x0, max(x0, x1), y0, one.size, bold, italic)

    def dress(self, owner: int) -> tuple[bool, bool]:
        """Is a text object bold, is it italic? By the name and flags of its font."""
        font = font_of(owner)
        if not font:
            return False, False
        if font not in self.fonts:
            self.fonts[font] = font_dress(font)
        return self.fonts[font]

    def links(self, upright: int) -> Iterator[tuple[float, float, float, float, str]]:
        """(left, bottom, right, top, address) of every link; `#` where it stays in the file."""
        place, link = ctypes.c_int(0), pdfium.FPDF_LINK()
        while pdfium.FPDFLink_Enumerate(self.page, place, link):
            rect = pdfium.FS_RECTF()
            href = self.href(link)
            if not href or not pdfium.FPDFLink_GetAnnotRect(link, rect):
                continue
            one = turned(rect.left, rect.bottom, upright)
            two = turned(rect.right, rect.top, upright)
            (left, right), (low, high) = sorted((one[0], two[0])), sorted((one[1], two[1]))
            yield left, low, right, high, href

    def href(self, link: object) -> str:
        """Where a link leads: `#` where it stays in the file, empty where it leads nowhere."""
        if pdfium.FPDFLink_GetDest(self.document, link):
            return "#"
        action = pdfium.FPDFLink_GetAction(link)
        if not action:
            return ""
        length = pdfium.FPDFAction_GetURIPath(self.document, action, None, 0)
        if not 1 < length < LONGEST_LINK:
            return ""
        buffer = ctypes.create_string_buffer(length)
        pdfium.FPDFAction_GetURIPath(self.document, action, buffer, length)
        return address(buffer.value.decode("utf-8", "replace")) or ""

    def strokes(self) -> Iterator[Rule | Bar]:
        """Thin strokes, and the edges of stroked boxes."""
        left, low, right, high = (ctypes.c_float() for _ in range(4))
        for at in range(count_objects(self.page)):
            shape = object_of(self.page, at)
            if type_of(shape) != pdfium.FPDF_PAGEOBJ_PATH:
                continue
            bounds_of(shape, left, low, right, high)
            x0, x1, y0, y1 = left.value, right.value, low.value, high.value
            if y1 - y0 < THICKEST_RULE:
                if x1 - x0 > SHORTEST_RULE:
                    yield Rule(x0=x0, x1=x1, y=y0)
            elif x1 - x0 < THICKEST_RULE:
                yield Bar(x=x0, y0=y0, y1=y1)
            elif stroked_box(shape):
                yield from (Rule(x0=x0, x1=x1, y=y) for y in (y0, y1))
                yield from (Bar(x=x, y0=y0, y1=y1) for x in (x0, x1))


def stroked_box(shape: int) -> bool:
    """Is a path a rectangle whose edges are drawn?"""
    handle = ctypes.cast(shape, pdfium.FPDF_PAGEOBJECT)
    if pdfium.FPDFPath_CountSegments(handle) not in (4, 5):
        return False
    fill, stroke = ctypes.c_int(), ctypes.c_int()
    return bool(pdfium.FPDFPath_GetDrawMode(handle, fill, stroke) and stroke.value)


def line_end(text: str, at: int) -> int:
    """Where the line of type that holds `at` ends."""
    stop = text.find(LINE_BREAK, at)
    stop = len(text) if stop < 0 else stop
    hyphen = text.find(HYPHEN_AT_LINE_END, at, stop)
    return stop if hyphen < 0 else hyphen + 1


def character(code: int) -> str:
    """The character of a code; a mark of replacement where a font does not tell."""
    if code == HYPHEN_CODE:
        return HYPHEN_AT_LINE_END
    return chr(code) if 0 < code < 0x110000 and not 0xD800 <= code < 0xE000 else "\ufffd"


def on_paper(piece: Piece) -> bool:
    """Does a piece stand somewhere on a page of any size? Broken files place words at infinity."""
    across = -FARTHEST < piece.x0 <= piece.x1 < FARTHEST
    return across and -FARTHEST < piece.y < FARTHEST and piece.size < FARTHEST


def readable(words: str) -> str:
    """Words without control characters; a hyphen at the line end is a hyphen."""
    return (
        words if words.isprintable() else words.replace(HYPHEN_AT_LINE_END, "-").translate(CONTROLS)
    )


def font_dress(font: int) -> tuple[bool, bool]:
    """Is a font bold, is it italic?"""
    handle = ctypes.cast(font, pdfium.FPDF_FONT)
    buffer = ctypes.create_string_buffer(256)
    pdfium.FPDFFont_GetBaseFontName(handle, buffer, 256)
    name = buffer.value.decode("latin-1").lower()
    flags = max(0, pdfium.FPDFFont_GetFlags(handle))
    bold = any(word in name for word in BOLD_NAMES) or bool(flags & FORCED_BOLD)
    return bold, any(word in name for word in ITALIC_NAMES) or bool(flags & ITALIC)


def linked(piece: Piece, links: list[tuple[float, float, float, float, str]]) -> Piece:
    """The piece with the link whose area holds its middle."""
    x, y = (piece.x0 + piece.x1) / 2, piece.y + piece.size * 0.25
    for left, low, right, high, href in links:
        if left <= x <= right and low <= y <= high:
            return piece._replace(href=href)
    return piece
