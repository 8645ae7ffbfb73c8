"""What governing bodies asked, of whom, on what condition. So far: the verb of each provision."""

from whimbrel.mandates.grammar import Force
from whimbrel.mandates.opening import Opening, opening
from whimbrel.mandates.provisions import Provision, directives, openings, provisions

__all__ = ["Force", "Opening", "Provision", "directives", "opening", "openings", "provisions"]
