"""Synergy: the questions that are asked of the record."""

from ninja import Router

from whimbrel.api.reads import reads
from whimbrel.queries import joint

router = Router()
for name, query in joint.QUESTIONS.items():
    # The answer has its day in it, so it changes at midnight too.
    reads(router, f"/synergy/{name}", query, lined=False)
reads(router, "/synergy/countries/{code}", joint.country, lined=False)
