"""Figures: those of a report, and charts of the record for pages and papers, each with its table.

A chart is drawn from frozen data alone: the same data make its marks and its table.
"""

from whimbrel.writing.figures.bars import Bar, bars
from whimbrel.writing.figures.chart import Cell, Chart, Told
from whimbrel.writing.figures.courses import Course, courses
from whimbrel.writing.figures.matrix import Meets, matrix
from whimbrel.writing.figures.network import Tie, network
from whimbrel.writing.figures.report import (
    FigureWords,
    Stretch,
    partners_by_kind,
    status_by_addressee,
    timeline,
    words_of,
)
from whimbrel.writing.figures.tiles import Tile, tiles

__all__ = [
    "Bar", "Cell", "Chart", "Course", "FigureWords", "Meets", "Stretch", "Tie", "Tile", "Told",
    "bars", "courses", "matrix", "network", "partners_by_kind", "status_by_addressee", "tiles",
    "timeline", "words_of",
]  # fmt: skip
