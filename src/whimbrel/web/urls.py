"""Addresses that can be read aloud."""

from django.urls import include, path, re_path

from whimbrel.web import (
    admission,
    byhand,
    checks,
    compare,
    decisions,
    documents,
    drafts,
    engagements,
    examining,
    health,
    house,
    intake,
    more,
    papers,
    record,
    records,
    reports,
    search,
    standing,
    tables,
)

LISTS = (
    ("documents", documents.documents),
    ("decisions", decisions.decisions),
    ("standing", standing.standing),
    ("drafts", drafts.drafts),
    ("engagements", engagements.engagements),
    ("partners", records.partners),
    ("agreements", records.agreements),
    ("countries", more.countries),
    ("meetings", records.meetings),
    ("groups", records.groups),
    ("campaigns", records.campaigns),
    ("initiatives", records.initiatives),
    ("statements", records.statements),
    ("questions", more.questions),
    ("reports", reports.reports),
    ("admission", admission.admission),
    ("observers", admission.register),
    ("ledger", house.ledger),
)
"""Each can be had as JSON, CSV and a spreadsheet too."""
SINGLES = (
    ("engagements", "engagement", engagements.engagement),
    ("partners", "body", records.body),
    ("agreements", "agreement", records.agreement),
    ("groups", "group", records.group),
    ("campaigns", "campaign", records.campaign),
    ("initiatives", "initiative", records.initiative),
)
"""(list, name of the address of one, its view); each has its JSON twin."""

JSON = {"form": "json"}
FILE = "(?P<form>docx|pdf|html|md|xml|json|xlsx)"
"""How the address of a file ends."""

urlpatterns = [
    path("", house.desk, name="desk"),
    path("desk.json", house.desk, JSON, name="desk-json"),
    path("", include("whimbrel.web.accounts")),
    path("alive", house.alive, name="alive"),
    path("ready", health.ready, name="ready"),
    path("help", house.help_page, name="help"),
    path("help.json", house.help_page, JSON, name="help-json"),
    path("then", house.then, name="then"),
    path("then.json", house.then, JSON, name="then-json"),
    path("search", search.search, name="search"),
    re_path(r"^search\.(?P<form>json|csv|xlsx)$", search.search, name="search-form"),
    path("documents/deposit", intake.deposit, name="deposit"),
    path("documents/intake/<int:number>", intake.intake, name="intake"),
    path("documents/intake/<int:number>.json", intake.intake_json, name="intake-json"),
    *(path(name, view, name=name) for name, view in LISTS),
    *(
        re_path(rf"^{name}\.(?P<form>json|csv|xlsx)$", view, name=f"{name}-form")
        for name, view in LISTS
    ),
    # Before the documents, whose symbols may be anything.
    path("documents/tables", tables.tables, name="tables"),
    path("documents/tables.json", tables.tables, JSON, name="tables-json"),
    path("documents/tables/template/<str:kind>.xlsx", tables.empty, name="table-template"),
    path("documents/tables/<str:word>", tables.table, name="table"),
    path("documents/<path:symbol>/check", checks.of_document, name="document-check"),
    path(
        "documents/<path:symbol>/check.json", checks.of_document, JSON, name="document-check-json"
    ),
    path("documents/<path:symbol>/accept-sure", documents.accept_sure, name="accept-sure"),
    path("documents/<path:symbol>/read-again", documents.read_again, name="read-again"),
    path("documents/<path:symbol>/publish", documents.publish, name="publish"),
    path(
        "documents/<path:symbol>/readings/<str:kind>/<int:place>", documents.reading, name="reading"
    ),
    path(
        "documents/<path:symbol>/readings/<str:kind>/<int:place>.json",
        documents.reading_json,
        name="reading-json",
    ),
    path("documents/<path:symbol>", documents.document, name="document"),
    path("engagements/<slug:key>/link", record.link, name="link"),
    path("engagements/<slug:key>/correct", record.correct, name="correct"),
    path("engagements/<slug:key>/attach", record.attach, name="attach"),
    path("do", byhand.begin, name="byhand"),
    path("do.json", byhand.begin, JSON, name="byhand-json"),
    path("do/<str:name>.json", byhand.do, JSON, name="deed-json"),
    path("do/<str:name>", byhand.do, name="deed"),
    path("ask", record.ask, name="ask"),
    path("answer/<int:number>", record.answer, name="answer"),
    path("comment", record.comment, name="comment"),
    path("follow", record.follow, name="follow"),
    path("publish", record.make_public, name="make-public"),
    path("engagements/calendar", engagements.calendar, name="calendar"),
    path("engagements/calendar.json", engagements.calendar, JSON, name="calendar-json"),
    path("engagements/calendar/<int:year>", engagements.calendar, name="calendar-year"),
    path(
        "engagements/calendar/<int:year>.json",
        engagements.calendar,
        JSON,
        name="calendar-year-json",
    ),
    path("engagements/timeline", engagements.timeline, name="timeline"),
    path("engagements/timeline.json", engagements.timeline, JSON, name="timeline-json"),
    *(path(f"{many}/<slug:key>", view, name=name) for many, name, view in SINGLES),
    *(
        re_path(rf"^{many}/(?P<key>[-\w]+)\.(?P<form>json)$", view, name=f"{name}-form")
        for many, name, view in SINGLES
    ),
    path("admission/compare", compare.compare, name="compare"),
    path("admission/compare.json", compare.compare, JSON, name="compare-json"),
    path("admission/adopt", examining.adopt, name="adopt-scheme"),
    path("admission/meetings/<path:short>/circulate", examining.circulate, name="circulate"),
    path("admission/meetings/<path:short>/presence", examining.presence, name="presence"),
    re_path(
        r"^admission/meetings/(?P<short>.+)\.(?P<form>json)$",
        admission.gathering,
        name="gathering-form",
    ),
    path("admission/meetings/<path:short>", admission.gathering, name="gathering"),
    re_path(
        rf"^admission/letters/(?P<name>[-a-z]+)/(?P<key>[-.\w]+)\.{FILE}$",
        admission.letter,
        name="letter",
    ),
    re_path(
        r"^admission/cases/(?P<key>[-.\w]+)\.(?P<form>json)$",
        admission.application,
        name="application-form",
    ),
    path("admission/cases/<str:key>", admission.application, name="application"),
    path(
        "admission/cases/<str:key>/documents/<int:number>",
        admission.paper,
        name="application-paper",
    ),
    path("admission/cases/<str:key>/<slug:deed>", examining.do, name="application-do"),
    path("checks/dismiss", checks.dismiss, name="dismiss"),
    path("checks/take-up", checks.take_up, name="take-up"),
    path("reports/begin", reports.begin, name="report-begin"),
    path("reports/<path:key>/write", reports.write, name="report-write"),
    path("reports/<path:key>/restore", reports.restore, name="report-restore"),
    path("reports/<path:key>/freeze", reports.freeze, name="report-freeze"),
    path("reports/<path:key>/submit", reports.submit, name="report-submit"),
    path("reports/<path:key>/revise", reports.revise, name="report-revise"),
    path("reports/<path:key>/check", checks.of_report, name="report-check"),
    path("reports/<path:key>/check.json", checks.of_report, JSON, name="report-check-json"),
    path("reports/<path:key>/returned", reports.returned, name="returned"),
    path("reports/<path:key>/returned.json", reports.returned, JSON, name="returned-json"),
    path("reports/<path:key>/receive", reports.receive, name="receive"),
    path("reports/<path:key>/decide", reports.decide, name="decide"),
    path("reports/<path:key>/decline", reports.decline, name="decline"),
    re_path(rf"^reports/(?P<key>.+)/draft\.{FILE}$", reports.file, name="report-file"),
    re_path(
        rf"^reports/(?P<key>.+)/issued/(?P<name>[\w.]+?)\.{FILE}$",
        reports.file,
        name="issued-file",
    ),
    path("reports/<path:key>", reports.report, name="report"),
    re_path(rf"^papers/(?P<kind>\w+)\.{FILE}$", papers.paper_file, name="paper-whole-file"),
    path("papers/<str:kind>", papers.paper, name="paper-whole"),
    re_path(rf"^papers/(?P<kind>\w+)/(?P<about>.+)\.{FILE}$", papers.paper_file, name="paper-file"),
    path("papers/<str:kind>/<path:about>", papers.paper, name="paper"),
    path("meetings/<path:short>.<str:form>", records.meeting, name="meeting-form"),
    path("meetings/<path:short>", records.meeting, name="meeting"),
    path("decisions/<path:path>/record", record.record, name="record"),
    path("decisions/<path:path>/assign", record.assign, name="assign"),
    path("decisions/<path:path>/fund", record.fund, name="fund"),
    path("standing/unfunded", standing.unfunded, name="unfunded"),
    re_path(
        r"^standing/unfunded\.(?P<form>json|csv|xlsx)$", standing.unfunded, name="unfunded-form"
    ),
    path("drafts/<path:key>", drafts.draft, name="draft"),
    path("lineage", record.lineage, name="lineage"),
    path("decisions/<path:path>/answer", record.report_against, name="report-against"),
    path("decisions/<path:path>/take-back", record.take_back, name="take-back"),
    path("decisions/<path:path>/tick", record.tick, name="tick"),
    path("decisions/<path:path>", decisions.provision, name="provision"),
]
