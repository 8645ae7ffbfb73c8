"""Addresses that can be read aloud."""

from django.urls import path, re_path

from whimbrel.web import documents, entry, records, tables

LISTS = (
    ("documents", documents.documents),
    ("decisions", records.decisions),
    ("engagements", records.engagements),
    ("partners", records.partners),
    ("ledger", records.ledger),
)

urlpatterns = [
    path("", entry.desk, name="desk"),
    path("sign-in", entry.sign_in, name="sign-in"),
    path("sign-out", entry.sign_out, name="sign-out"),
    path("alive", records.alive, name="alive"),
    path("documents/deposit", documents.deposit, name="deposit"),
    *(path(name, view, name=name) for name, view in LISTS),
    *(re_path(rf"^{name}\.(?P<form>json)$", view, name=f"{name}-json") for name, view in LISTS),
    # Before the documents, whose symbols may be anything.
    path("documents/tables", tables.tables, name="tables"),
    path("documents/tables/template/<str:kind>.xlsx", tables.empty, name="table-template"),
    path("documents/tables/<str:word>", tables.table, name="table"),
    path("documents/<path:symbol>/accept-sure", documents.accept_sure, name="accept-sure"),
    path("documents/<path:symbol>/publish", documents.publish, name="publish"),
    path(
        "documents/<path:symbol>/readings/<str:kind>/<int:place>", documents.reading, name="reading"
    ),
    path("documents/<path:symbol>", documents.document, name="document"),
    path("decisions/<str:name>/record", records.record, name="record"),
    path("decisions/<str:name>", records.provision, name="provision"),
]
