"""Bring a spreadsheet into the record: one act and one line, all good rows or none."""

import re
from collections.abc import Iterable, Mapping, Sequence

from django.db import transaction
from django.db.models import Model
from django.utils import timezone
from django.utils.translation import get_language

from whimbrel.acts.act import Done, act, allowed
from whimbrel.acts.refused import Refused
from whimbrel.acts.tables import agreements, bodies, engagements, tracker
from whimbrel.acts.tables.outcome import Brought, Filling, Outcome
from whimbrel.engagements.tables import Problem, Understood, Unfit, digest, kinds
from whimbrel.queries.access import may
from whimbrel.queries.said import ngettext
from whimbrel.queries.said import said as _
from whimbrel.register.models import Mapping as Kept
from whimbrel.register.models import Person

CONVENTION = re.compile(r"[A-Za-z][A-Za-z0-9-]{1,19}")
TOLD = 200
"""So many conflicts are kept in the ledger, beside their number."""


@act("tables.bring_in", verb="record")
def bring_in(
    by: Person, kind: str, rows: Sequence[Understood | Problem], *, file: str,
    partly: bool = False, convention: str = "",
) -> Done[Brought]:  # fmt: skip
    """Bring the rows of a spreadsheet into the record: all of them, or with `partly` the good ones.

    What the record says already is kept; where a row says something else, that is told and not
    overwritten.
    """
    told, kept = entered(by, kind, rows, convention)
    if told.problems and not partly:
        count, first = told.counts["left out"], told.problems[0]
        raise Refused(
            ngettext(
                "nothing was brought in: %(count)s row has a problem. Row %(row)s: %(says)s",
                "nothing was brought in: %(count)s rows have problems. Row %(row)s: %(says)s",
                count,
            )
            % {"count": count, "row": first.row, "says": first.says(language())}
        )
    if not told.outcomes:
        raise Refused(_("there is no row in it that can be brought in"))
    conflicts = [
        {"row": one.row, "name": one.name, "field": each.field, "told": each.told}
        for one in told.outcomes
        for each in one.conflicts
    ]
    return Done(
        value=told,
        about=f"a spreadsheet of {kind}",
        open={"kind": kind, **told.counts},
        change={"file": file, "conflicts": conflicts[:TOLD]},
        kept=tuple(kept),
    )


def dry_run(
    by: str, kind: str, rows: Sequence[Understood | Problem], *, convention: str = ""
) -> Brought:
    """What `bring_in` would do: it is done in full, and undone. No line is written.

    Refused where the person may not, or a word of theirs makes no sense.
    """
    with transaction.atomic():
        told, _kept = entered(allowed(by, "record"), kind, rows, convention)
        transaction.set_rollback(True)
    return told


def entered(
    by: Person, kind: str, rows: Iterable[Understood | Problem], convention: str
) -> tuple[Brought, list[Model]]:
    """Enter each row, or tell its problem. The records that changed, as they stand at the end."""
    if kind not in kinds():
        raise Refused(
            _("%(kind)s is no kind of spreadsheet: one of %(listed)s")
            % {"kind": kind, "listed": ", ".join(kinds())}
        )
    if convention and not CONVENTION.fullmatch(convention):
        raise Refused(
            _("“%(name)s” is no short name of a convention: write one such as CMS")
            % {"name": convention}
        )
    outcomes: list[Outcome] = []
    problems: list[Problem] = []
    kept: dict[tuple[type[Model], object], Model] = {}
    for row in rows:
        if isinstance(row, Problem):
            problems.append(row)
            continue
        permitted(by, kind, row.values)
        filling = Filling(row)
        try:
            with transaction.atomic():
                name = enter(kind, filling, by, convention)
        except Unfit as unfit:
            problems.append(row.problem(unfit))
            continue
        kept |= filling.kept
        outcomes.append(filling.outcome(name))
    problems.sort(key=lambda one: one.row)
    return Brought(outcomes=tuple(outcomes), problems=tuple(problems)), list(kept.values())


def enter(kind: str, filling: Filling, by: Person, convention: str) -> str:
    """Enter one row. What it is called in the record."""
    if kind == "bodies":
        return bodies.enter(filling)
    if kind == "engagements":
        return engagements.enter(filling, by)
    if kind == "agreements":
        return agreements.enter(filling, by)
    return tracker.enter(filling, by, convention)


def permitted(by: Person, kind: str, fields: Mapping[str, object]) -> None:
    """Refused where a column asks for more than the verb of the act."""
    if kind != "tracker":
        return
    for field in fields:
        answer = may(by.role, tracker.VERBS.get(field, "record"))
        if not answer:
            raise Refused(answer.because)


def language() -> str:
    """The language in which the person reads."""
    return (get_language() or "en")[:2]


@act("tables.keep_mapping", verb="record")
def keep_mapping(by: Person, kind: str, columns: Mapping[str, str]) -> Done[str]:
    """Keep which column of a spreadsheet is which field, for the next file with the same head."""
    if kind not in kinds():
        raise Refused(_("%(kind)s is no kind of spreadsheet") % {"kind": kind})
    head = digest(tuple(columns))
    Kept.objects.update_or_create(
        kind=kind, head=head,
        defaults={"columns": dict(columns), "by": by, "at": timezone.now()},
    )  # fmt: skip
    return Done(
        value=head,
        about=f"the columns of a spreadsheet of {kind}",
        open={"kind": kind, "columns": len(columns)},
        change={"columns": dict(columns)},
    )
