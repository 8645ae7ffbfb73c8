"""The values of partnerships that a page may show, in plain English: each has its words in every
catalogue."""

from django.utils.translation import gettext_noop as known

LABELS = {
    # What state it is in, as the policies name it.
    "needed": known("needed"), "selected": known("selected"),
    "documents received": known("documents received"), "screened": known("names looked up"),
    "looked into": known("looked into"), "measures agreed": known("measures agreed"),
    "reviewed": known("reviewed"), "cleared": known("cleared"), "approved": known("approved"),
    "signed": known("signed"), "paid": known("paid"), "delivered": known("delivered"),
    "monitored": known("monitored"), "reported": known("reported"),
    "suspended": known("suspended"), "closed": known("closed"),
    "terminated": known("terminated"), "refused": known("refused"),
    "withdrawn": known("withdrawn"),
    # Flags, weights, answers.
    "observation": known("observation"), "risk": known("risk"), "escalated": known("escalated"),
    "red": known("red"), "excludes": known("excludes"), "escalates": known("escalates"),
    "is noted": known("is noted"), "check": known("check"), "criterion": known("criterion"),
    # Due diligence.
    "in date": known("in date"), "runs out soon": known("runs out soon"),
    "run out": known("run out"), "none yet": known("none yet"),
    # Parts, sides, versions, what is due.
    "requester": known("requester"), "assessor": known("assessor"),
    "approver": known("approver"), "secretariat": known("secretariat"),
    "partner": known("partner"), "original": known("original"), "amendment": known("amendment"),
    "renewal": known("renewal"), "in force": known("in force"), "replaced": known("replaced"),
    "screen again": known("to be screened again"), "same": known("the same"),
    "different": known("another"), "unsure": known("not sure"),
    "waits": known("waits"), "set aside": known("set aside"), "to come": known("to come"),
    "tranche": known("tranche"), "deliverable": known("deliverable"), "report": known("report"),
    "visit": known("visit"), "activity": known("activity"),
    # How it was found, and what it brings.
    "direct": known("directly"), "unsolicited": known("its own proposal"),
    "declaration": known("declaration"), "officers": known("names of officers"),
    "accounts": known("accounts"), "audit": known("report of an audit"),
    "bank": known("proof of its bank account"), "risk log": known("log of risks"),
    # Kinds of agreements.
    "small grant agreement": known("small grant agreement"),
    "donor agreement": known("donor agreement"),
    "partnership agreement": known("partnership agreement"),
    "mou": known("memorandum of understanding"), "ssfa": known("small-scale funding agreement"),
    "pca": known("project cooperation agreement"), "un agreement": known("UN agreement"),
    "listing": known("listing"), "contract": known("contract"), "attendance": known("attendance"),
    # Fields of its history.
    "vetted on": known("due diligence done"),
    "vetted until": known("due diligence good until"), "usd": known("in US dollars"),
    "workplan": known("item of the programme of work"),
    "round": known("due diligence number"),
    "dues": known("what is due"),
    "measures": known("measures"), "reliances": known("verified by others"),
    "justification": known("why so"), "in kind": known("in kind"),
}  # fmt: skip
"""Value -> its words, where they are others than the value itself, or were in no catalogue."""
HAPPENED = {
    # What happened that is no step.
    "set terms": known("terms set anew"), "answer": known("due diligence answered"),
    "bring": known("document brought"), "take away": known("document taken away"),
    "assign": known("given to somebody"), "rely on": known("verification by another relied on"),
    "flag": known("flag raised"), "lift flag": known("flag lifted"),
    "measure": known("measure agreed"), "vet again": known("due diligence begun anew"),
    "note change": known("change of the partner noted"), "except": known("exception declared"),
    "name signatory": known("signatory named"), "check signatory": known("signatory checked"),
    "propose amendment": known("amendment proposed"), "propose renewal": known("renewal proposed"),
    "set version aside": known("version set aside"), "plan": known("planned"),
    "act": known("activity done"), "link": known("engagement linked"),
    "resume": known("resumed"), "hide": known("public no more"),
}  # fmt: skip
"""What happened that is no step of a policy -> its words."""
FOUND = {"clear": known("nothing found"), "found": known("something found")}
"""What a check gave -> its words."""
