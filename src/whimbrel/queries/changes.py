"""How often a record was changed, and by whom last: what two people at one record need to know."""

from django.db.models import Model

from whimbrel.register.models import Edition, Line, Person
from whimbrel.register.names import about


def changes(one: Model) -> int:
    """How often a record was changed: its own count, or else how many editions of it are kept."""
    count = getattr(one, "change", None)
    if count is not None:
        return int(count)
    return Edition.objects.filter(about=about(one)).count()


def last_by(one: Model) -> str | None:
    """The name of the person who changed a record last; None where it is not known any more."""
    edition = Edition.objects.filter(about=about(one)).order_by("-line").first()
    if edition is None:
        return None
    line = Line.objects.select_related("personal").filter(number=edition.line).first()
    told = getattr(line, "personal", None)
    person = Person.objects.filter(email=told.data.get("by", "")).first() if told else None
    return person.name if person else None
