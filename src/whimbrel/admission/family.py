"""One applicant under the rules of every instrument of a family: each has its own text, and they
differ."""

from datetime import date

from whimbrel.admission.applicant import Applicant
from whimbrel.admission.eligibility import assess
from whimbrel.admission.outcome import Assessment
from whimbrel.admission.scheme import Scheme
from whimbrel.admission.schemes import schemes


def members(convention: str) -> tuple[Scheme, ...]:
    """The schemes of a family in force, that of the convention itself first. KeyError: none is."""
    found = [one for one in schemes() if one.family == convention and not one.version]
    if not found:
        raise KeyError(convention)
    return tuple(sorted(found, key=lambda one: (one.body != convention, one.id)))


def family(
    applicant: Applicant,
    convention: str = "cms",
    *,
    opens: date | None = None,
    parties_present: int | None = None,
    parties_all: int | None = None,
    language: str = "en",
) -> tuple[tuple[Scheme, Assessment], ...]:
    """What each instrument makes of an applicant, read against its own subject: who is qualified in
    migratory species is not thereby qualified in bats."""
    return tuple(
        (
            one,
            assess(
                applicant,
                one,
                opens=opens,
                parties_present=parties_present,
                parties_all=parties_all,
                language=language,
            ),
        )
        for one in members(convention)
    )
