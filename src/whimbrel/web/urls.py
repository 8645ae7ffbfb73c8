"""Addresses that can be read aloud."""

from django.urls import include, path, re_path

from whimbrel.web import documents, entry, records

LISTS = (
    ("documents", documents.documents),
    ("decisions", records.decisions),
    ("engagements", records.engagements),
    ("partners", records.partners),
    ("ledger", records.ledger),
)

urlpatterns = [
    path("", entry.desk, name="desk"),
    path("", include("whimbrel.web.accounts")),
    path("alive", records.alive, name="alive"),
    path("documents/deposit", documents.deposit, name="deposit"),
    *(path(name, view, name=name) for name, view in LISTS),
    *(re_path(rf"^{name}\.(?P<form>json)$", view, name=f"{name}-json") for name, view in LISTS),
    path("documents/<path:symbol>/accept-sure", documents.accept_sure, name="accept-sure"),
    path("documents/<path:symbol>/publish", documents.publish, name="publish"),
    path(
        "documents/<path:symbol>/readings/<str:kind>/<int:place>", documents.reading, name="reading"
    ),
    path("documents/<path:symbol>", documents.document, name="document"),
    path("decisions/<str:name>/record", records.record, name="record"),
    path("decisions/<str:name>", records.provision, name="provision"),
]
