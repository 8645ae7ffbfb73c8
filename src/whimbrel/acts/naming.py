"""Which body a name means: one that the record has, one that the facts know, or a new one."""

from django.utils.text import slugify

from whimbrel.bodies import find, known
from whimbrel.bodies.names import folded
from whimbrel.register.models import Body, BodyName


def body_of(name: str, *, key: str = "", kind: str = "unknown", acronym: str = "") -> Body:
    """The body of a name: by its key, by any of its names, or new. Of one that was merged, the one
    into which it was."""
    same = found(name, key=key)
    if same is None and not key and (told := mentioned(name)) is not None:
        return told
    if same is None:
        same = Body.objects.create(
            key=free(slug(key or name)), name=name, acronym=acronym, kind=kind
        )
    for each in (name, acronym):
        named(same, each)
    return same


def found(name: str, *, key: str = "") -> Body | None:
    """The body that the record has of a key, or else of a name."""
    same = Body.objects.filter(key=slug(key) if key else name).first()
    if same is None:
        listed = BodyName.objects.select_related("body").filter(folded=folded(name)).first()
        same = listed.body if listed else None
    while same is not None and same.merged_into is not None:
        same = same.merged_into
    return same


def mentioned(name: str) -> Body | None:
    """The body or class that a name means by the facts: "NGOs" is the class of the non-governmental
    organizations. None where they do not know it, or know only a part: the Friends of the FAO are
    not the FAO."""
    for one in find(name):
        if folded(one.surface) != folded(name):
            continue
        if one.group:
            made = body_of(one.name, key=one.name, kind=one.kind.value)
            Body.objects.filter(pk=made.pk).update(unnamed=True)
            return made
        fact = known().get(one.key or "")
        if fact is not None:
            return body_of(
                fact.name, key=fact.key, kind=fact.kind.value, acronym=fact.acronym or ""
            )
    return None


def named(body: Body, name: str, language: str = "") -> None:
    """Give a body a name that it has not yet."""
    if name:
        told = {"folded": folded(name), "language": language}
        BodyName.objects.get_or_create(body=body, name=name, defaults=told)


def free(key: str) -> str:
    """A key that no body has: two long names may begin alike."""
    made, number = key, 2
    while Body.objects.filter(key=made).exists():
        made, number = f"{key[:110]}-{number}", number + 1
    return made


def slug(name: str) -> str:
    """A name as a key."""
    return slugify(name)[:120] or "body"
