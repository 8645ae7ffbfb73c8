"""Other papers from the same record: tables, profiles, briefs, answers. Each is made of pieces, as
a report is."""

from whimbrel.reporting.papers.admission import Admitted, Asking, applicants, observers
from whimbrel.reporting.papers.asked import asked
from whimbrel.reporting.papers.brief import brief
from whimbrel.reporting.papers.contribution_form import blank, filled
from whimbrel.reporting.papers.contributions import contributions
from whimbrel.reporting.papers.country import country
from whimbrel.reporting.papers.deletion import deletion
from whimbrel.reporting.papers.paper import Paper
from whimbrel.reporting.papers.participation import participation
from whimbrel.reporting.papers.partner import profile
from whimbrel.reporting.papers.table import table
from whimbrel.reporting.papers.unfunded import unfunded

__all__ = [
    "Admitted",
    "Asking",
    "Paper",
    "applicants",
    "asked",
    "blank",
    "brief",
    "contributions",
    "country",
    "deletion",
    "filled",
    "observers",
    "participation",
    "profile",
    "table",
    "unfunded",
]
