"""A list as JSON, beside the same list made with Django REST framework as its handbook says: the
same database, the same rows, the same fields, in turns in one process."""

import json
import os
import subprocess
import sys
from collections.abc import Callable, Mapping
from functools import partial
from typing import Any

from bench.result import implausible, interleaved, medians

FLOOR = 1.8
"""Times faster than Django REST framework."""
AGAIN = 5
OFFICER = "officer@bench.invalid"


def compare(
    environment: Mapping[str, str], *, rounds: int
) -> tuple[list[str], bool, tuple[str, ...]]:
    """(lines, whether the floor is met, why figures mean nothing), from a process of its own."""
    done = subprocess.run(
        [sys.executable, "-m", "bench.house_json", str(rounds)],
        env={**os.environ, **environment}, capture_output=True, text=True, encoding="utf-8",
    )  # fmt: skip
    if done.returncode:
        raise SystemExit(done.stderr.strip().splitlines()[-1])
    told = json.loads(done.stdout)
    return told["lines"], told["met"], tuple(told["wrong"])


def main() -> None:
    """Compare, and print what was found as JSON."""
    import django

    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "whimbrel.site.settings")
    django.setup()
    ours, theirs = mine, peer()
    lines, wrong, ratios = [], [], []
    for name, query in (
        ("engagements", ""), ("engagements, country", "country=AR"), ("page 40", "page=40"),
    ):  # fmt: skip
        mine_says, theirs_says = json.loads(ours(query)), json.loads(theirs(query))
        if mine_says != theirs_says:
            wrong.append(f"{name}: the two gave different answers")
        if not mine_says["results"]:
            wrong.append(f"{name}: nothing was listed")
        times = interleaved(
            {"ours": partial(again, ours, query), "peer": partial(again, theirs, query)},
            rounds=int(sys.argv[1]),
        )
        middle = {who: taken / AGAIN for who, taken in medians(times).items()}
        ratios.append(middle["peer"] / middle["ours"])
        row = (middle["ours"] * 1000, middle["peer"] * 1000, ratios[-1])
        lines.append("{:<31} {:5.1f}  {:5.1f}  {:5.1f}".format(f"JSON: {name}", *row))
        wrong += implausible(times)
    lines.insert(0, "milliseconds, one reader         ours  DRF    ratio")
    print(json.dumps({"lines": lines, "met": min(ratios) >= FLOOR, "wrong": wrong}))


def again(answer: Callable[[str], bytes], query: str) -> None:
    """Ask some times: one answer is so quick that whatever else the machine does would show."""
    for _ in range(AGAIN):
        answer(query)


def mine(query: str) -> bytes:
    """Our list through its query and its way into JSON, the gate included."""
    from dataclasses import asdict

    from django.http import JsonResponse, QueryDict

    from whimbrel.queries.engagements import Filter, engagements

    asked = QueryDict(query)
    page = engagements(
        OFFICER, Filter(country=asked.get("country", "")), page=int(asked.get("page", 1))
    )
    told = {"count": page.total, "results": [asdict(one) for one in page.rows]}
    return bytes(JsonResponse(told).content)


def peer() -> Callable[[str], bytes]:
    """The same list as a view of Django REST framework: a serializer, a filter, a pagination, and
    what hangs on a row fetched beforehand for all rows at once."""
    from django.db.models import Exists, OuterRef, Prefetch
    from rest_framework import generics, pagination, renderers, serializers
    from rest_framework.response import Response
    from rest_framework.test import APIRequestFactory

    from whimbrel.register.models import Engagement, Evidence, Part, Place

    class Deed(serializers.ModelSerializer[Engagement]):
        key = serializers.SerializerMethodField()
        partners = serializers.SerializerMethodField()
        organisers = serializers.SerializerMethodField()
        countries = serializers.SerializerMethodField()
        inferred = serializers.SerializerMethodField()
        provisions = serializers.SlugRelatedField("name", many=True, read_only=True)
        evidence = serializers.SlugRelatedField("address", many=True, read_only=True)

        class Meta:
            model = Engagement
            fields = (
                "key", "kind", "title", "partners", "organisers", "since", "until", "place",
                "countries", "inferred", "mode", "state", "provisions", "evidence",
            )  # fmt: skip

        def get_key(self, one: Engagement) -> str:
            return one.key[:12]

        def get_partners(self, one: Engagement) -> list[str]:
            return self.took(one, organised=False)

        def get_organisers(self, one: Engagement) -> list[str]:
            return self.took(one, organised=True)

        def took(self, one: Engagement, *, organised: bool) -> list[str]:
            parts = (each for each in one.parts.all() if (each.role == "organiser") == organised)
            return list(dict.fromkeys(str(each.body) for each in parts))

        def get_countries(self, one: Engagement) -> list[str]:
            return self.where(one, inferred=False)

        def get_inferred(self, one: Engagement) -> list[str]:
            return self.where(one, inferred=True)

        def where(self, one: Engagement, *, inferred: bool) -> list[str]:
            places = (each for each in one.places.all() if (each.role == "inferred") == inferred)
            return list(dict.fromkeys(each.country for each in places))

    class Pages(pagination.PageNumberPagination):
        page_size = 50

        def get_paginated_response(self, data: Any) -> Response:
            return Response({"count": self.page.paginator.count, "results": data})

    class Deeds(generics.ListAPIView[Engagement]):
        serializer_class = Deed
        pagination_class = Pages
        renderer_classes = (renderers.JSONRenderer,)
        authentication_classes = ()
        permission_classes = ()

        def get_queryset(self) -> Any:
            listed = Engagement.objects.filter(umbrella=False).order_by("-since", "title", "pk")
            if country := self.request.query_params.get("country"):
                here = Place.objects.filter(engagement=OuterRef("pk"), country=country)
                listed = listed.filter(Exists(here))
            hang = (("parts", Part.objects.select_related("body")), ("places", Place.objects),
                    ("evidence", Evidence.objects))  # fmt: skip
            return listed.prefetch_related(
                "provisions", *(Prefetch(name, rows.order_by("pk")) for name, rows in hang)
            )

    view, made = Deeds.as_view(), APIRequestFactory()

    def answer(query: str) -> bytes:
        return bytes(view(made.get(f"/engagements?{query}")).render().content)

    return answer


if __name__ == "__main__":
    main()
