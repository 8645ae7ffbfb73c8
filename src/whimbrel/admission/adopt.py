"""A scheme of one body read as if another had it: what names a subject is read against that of the
host, days against its meeting; legal form stays as it is."""

from dataclasses import dataclass, fields, replace

from whimbrel.admission.ceiling import law_of
from whimbrel.admission.rules import against
from whimbrel.admission.scheme import Scheme
from whimbrel.admission.schemes import scheme, subjects_of
from whimbrel.procedures.known import Text
from whimbrel.procedures.procedure import Moment


@dataclass(frozen=True, slots=True, kw_only=True)
class Adopted:
    """A scheme at another body, with what was read anew."""

    scheme: Scheme
    host: str
    reread: tuple[str, ...]
    """Ids of criteria that are read against the subject of the host."""
    counted: tuple[str, ...]
    """Ids of deadlines that are counted from the meeting of the host."""
    stays: tuple[str, ...]
    """Ids of criteria that stay as they are."""
    languages: tuple[str, ...]
    """Languages in which its texts are there."""


def adopt(name: str, host: str) -> Adopted:
    """A scheme re-bound to a host, as "cms". The treaty is that of the host: what it lets a
    decision add is another question. NoSuchScheme; KeyError: a host that nobody knows."""
    one, subjects = scheme(name), subjects_of(host)
    bound = tuple(line for line in one.criteria if line.subject_bound)
    return Adopted(
        scheme=replace(
            one,
            id=f"{one.id}-at-{host}",
            body=host,
            subjects=subjects,
            criteria=tuple(against(line, subjects) for line in one.criteria),
            treaty=law_of(host, one).treaty,
        ),
        host=host,
        reread=tuple(line.id for line in bound),
        counted=tuple(line.id for line in one.deadlines if line.moment is Moment.OPENING),
        stays=tuple(line.id for line in one.criteria if not line.subject_bound),
        languages=tuple(field.name for field in fields(Text)),
    )
