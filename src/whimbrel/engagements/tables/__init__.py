"""Spreadsheets that a secretariat keeps: what a column means, and what a row says."""

from whimbrel.engagements.tables.kinds import Field, Kind, kinds
from whimbrel.engagements.tables.problem import Problem, Unfit
from whimbrel.engagements.tables.propose import choose, digest, propose
from whimbrel.engagements.tables.rows import Understood, rows
from whimbrel.engagements.tables.template import template
from whimbrel.engagements.tables.values import Read
from whimbrel.engagements.tables.when import Order, When

__all__ = [
    "Field",
    "Kind",
    "Order",
    "Problem",
    "Read",
    "Understood",
    "Unfit",
    "When",
    "choose",
    "digest",
    "kinds",
    "propose",
    "rows",
    "template",
]
