"""The demo house: a script of acts that fills a new house with the business between two meetings of
the Conference of the Parties."""

import datetime
from dataclasses import dataclass

from whimbrel.acts import (
    agreements,
    answers,
    barriers,
    bodies,
    campaigns,
    contribution,
    documents,
    drafts,
    engagements,
    groups,
    house,
    initiatives,
    lineage,
    mandates,
    mechanisms,
    meetings,
    participation,
    people,
    publish,
    reports,
    suggestions,
    talk,
)
from whimbrel.acts.naming import slug
from whimbrel.demo import partnered
from whimbrel.demo.specimen import compose
from whimbrel.demo.told import SYMBOL, Asked, Grouped, Matter, Somebody
from whimbrel.engagements.understood import understand
from whimbrel.queries import mandates as mandates_asked

ADMINISTRATOR = "administrator@example.org"
OFFICER = "officer@example.org"
APPROVER = "approver@example.org"
FOCAL_POINT = "focal.point@example.org"
FORTNIGHT = datetime.timedelta(days=14)


@dataclass(frozen=True, slots=True, kw_only=True)
class SignIn:
    """How somebody of the demo house gets in."""

    role: str
    email: str
    password: str


def fill(today: datetime.date) -> tuple[SignIn, ...]:
    """Make a house in an empty database, and fill it. A way in for every role."""
    matter = Matter()
    house.make()
    first = people.found_house(ADMINISTRATOR, "Ada Heron")
    ways = [SignIn(role="administrator", email=first.email, password=first.password)]
    ways += [entered(one) for one in matter.people if not one.body]
    who(matter)
    # Whoever speaks for a body is entered after it.
    ways += [entered(one) for one in matter.people if one.body]
    asked(matter)
    done(matter)
    taking_part(matter)
    work(today)
    said(matter)
    contributed(matter)
    shown(matter)
    partnered.play(matter.partnerships, today)
    # The specimen waits at intake: it was deposited, and nobody has judged what was read in it.
    documents.deposit(OFFICER, "came by mail", understand(compose(), name="specimen.docx"))
    return tuple(ways)


def entered(one: Somebody) -> SignIn:
    """A person, entered."""
    told = people.enter(
        ADMINISTRATOR, "works in the demo house", one.email, one.name, one.role,
        country=one.country, body=one.body,
    )  # fmt: skip
    return SignIn(role=one.role, email=told.email, password=told.password)


def because(source: str) -> str:
    """The reason of an act: where it is told."""
    return f"told in {source}"


def who(matter: Matter) -> None:
    """Bodies, what they are in each other, and meetings."""
    for one in matter.bodies:
        bodies.enter(
            OFFICER, because(one.source), one.name, parent=one.parent, acronym=one.acronym,
            kind=one.kind,
            constituency=one.constituency, unnamed=one.unnamed, ours=one.ours,
        )  # fmt: skip
    for met in matter.meetings:
        meetings.enter(
            OFFICER, because(met.source), met.short, title=met.title, body=met.body,
            venue=met.venue, country=met.country, starts=met.starts, ends=met.ends,
        )  # fmt: skip
    for member in matter.members:
        bodies.make_member(
            OFFICER, because(member.source), member.group, member.member, role=member.role
        )


def asked(matter: Matter) -> None:
    """What the Conference of the Parties asked, in words of ours."""
    for one in matter.instruments:
        mandates.adopt(
            OFFICER, because(one.source), one.number, kind=one.kind, title=one.title,
            meeting=one.meeting, since=one.since,
        )  # fmt: skip
    for each in matter.provisions:
        provision(each)


def provision(one: Asked) -> None:
    """A provision, and how far its money and outputs have come."""
    why = because(one.source)
    mandates.enter(
        OFFICER, why, one.instrument, one.name, text=one.text, chapeau=one.chapeau, paraphrase=True,
        addressees=one.addressees, line=one.line, force=one.force, due=one.due,
        report_to=one.report_to, collaborators=one.collaborators, conditions=one.conditions,
        outputs=one.outputs, targets=one.targets,
    )  # fmt: skip
    seen = 0
    if one.funding:
        seen = mandates.fund(OFFICER, why, one.name, one.conditions[0][0], one.funding, seen=seen)
    for output, made, where in one.produced:
        seen = mandates.tick(OFFICER, why, one.name, output, done=made, shown=where, seen=seen)


def done(matter: Matter) -> None:
    """Agreements, groups, campaigns, initiatives, and what was done with others."""
    for one in matter.agreements:
        agreements.record(
            OFFICER, because(one.source), one.name, kind=one.kind, parties=one.parties,
            since=one.since, until=one.until, state=one.state, renewal=one.renewal,
            signatories=one.signatories, address=f"{SYMBOL}#{one.place}" if one.place else SYMBOL,
        )  # fmt: skip
    for each in matter.groups:
        group(each)
    for run in matter.campaigns:
        key = campaigns.run(
            OFFICER, because(run.source), run.name, days=run.days, partners=run.partners,
            address=run.address,
        )  # fmt: skip
        for year, theme in run.themes.items():
            campaigns.set_theme(OFFICER, because(run.source), key, year, theme)
    for begun in matter.initiatives:
        initiatives.begin(
            OFFICER, because(begun.source), begun.name, state=begun.state, focus=begun.focus,
            instruments=begun.instruments, fora=begun.fora, partners=begun.partners,
            address=begun.address,
        )  # fmt: skip
    keys: dict[str, str] = {}
    for deed in matter.deeds:
        keys[deed.title] = engagements.record(
            OFFICER, because(deed.source), deed.title, kind=deed.kind, partners=deed.partners,
            organisers=deed.organisers, state=deed.state, since=deed.since, until=deed.until,
            place=deed.place, venue_country=deed.venue, countries_concerned=deed.concerned,
            provisions=deed.provisions, mode=deed.mode, role=deed.role, level=deed.level,
            species=deed.species, themes=deed.themes, support=deed.support,
            training=deed.training, logistics=deed.logistics,
            parent=keys[deed.parent] if deed.parent else "", evidence=deed.evidence,
        )  # fmt: skip


def taking_part(matter: Matter) -> None:
    """Who took part in a meeting, what stood in their way, and what would help."""
    named = {one.name for one in matter.bodies}
    for one in matter.took:
        if one.body not in named:
            # Peoples and youth are never counted as non-governmental organizations.
            bodies.enter(
                OFFICER, because(one.source), one.body, constituency=one.constituency,
                kind="unknown" if one.constituency else "ngo",
            )  # fmt: skip
        named.add(one.body)
        participation.record(
            OFFICER, because(one.source), one.body, one.meeting, one.kind, title=one.title,
            on=one.day,
        )  # fmt: skip
    for each in matter.barred:
        barriers.record(
            OFFICER, because(each.source), each.words, met=each.met, kind=each.kind,
            body=each.body, meeting=each.meeting, on=each.day,
        )  # fmt: skip
    for known in matter.mechanisms:
        mechanisms.take_up(OFFICER, because(known.source), known.key)
        if known.relied is not None:
            mechanisms.rely(
                OFFICER, because(known.source), known.key, relied=known.relied,
                relied_for=known.relied_for, provision=known.provision, seen=0,
            )  # fmt: skip
    for would in matter.suggestions:
        suggestions.record(
            OFFICER, because(would.source), would.words, constituency=would.constituency,
            mechanism=would.mechanism, amount=would.amount, currency=would.currency,
            basis=would.basis, provision=would.provision, source=would.source,
        )  # fmt: skip


def group(one: Grouped) -> None:
    """A group with its sittings, or why it never met."""
    why = because(one.source)
    key = groups.found(
        OFFICER, why, one.name, provisions=one.provisions, composition=one.composition
    )
    if one.never:
        groups.never_convened(OFFICER, why, key, one.never, seen=0)
    for sat in one.sittings:
        groups.sit(
            OFFICER, why, key, sat.title, since=sat.since, place=sat.place, topics=sat.topics,
            conclusions=sat.conclusions, address=sat.address,
        )  # fmt: skip


def work(today: datetime.date) -> None:
    """What the people of the house do: give a provision away, ask, comment, follow."""
    about = "provision 14.10 d)"
    mandates.assign(OFFICER, "the report to COP15 is due", "14.10 d)", APPROVER, seen=2)
    words = "Is there money for this review in your country, or a museum that would help?"
    talk.ask(OFFICER, "for the report", about, words, of=FOCAL_POINT, day=today + FORTNIGHT)
    talk.comment(APPROVER, "", about, "IPBES has assessed the values of nature; look there first.")
    talk.follow(APPROVER, "", about)


def said(matter: Matter) -> None:
    """What became of each provision, the drafts to the next meeting, and the report that is
    begun."""
    for one in matter.answers:
        known = mandates_asked.provision(OFFICER, one.name)
        answers.report_against(
            OFFICER, because(one.source), one.name, one.status, why=one.why,
            evidence=one.evidence, disposition=one.disposition, covered=one.covered,
            left=one.left, seen=known.change if known else 0,
        )  # fmt: skip
    for draft in matter.drafts:
        key = drafts.propose(
            OFFICER, because(draft.source), draft.meeting, text=draft.text, heading=draft.heading,
            line=draft.line, author=draft.author,
        )  # fmt: skip
        for seen, cost in enumerate(draft.costs):
            drafts.cost(
                OFFICER, because(draft.source), key, cost.activity, source=cost.source,
                year=cost.year, amount=cost.amount, currency=cost.currency, days=cost.days,
                seen=seen,
            )  # fmt: skip
        if draft.renews:
            why = because(draft.source)
            lineage.confirm(OFFICER, why, draft.renews, key, label=draft.label)
    for report in matter.reports:
        reports.begin(
            OFFICER, because(report.source), report.meeting, report.item, title=report.title,
            language=report.language, original="en", symbol=report.symbol,
        )  # fmt: skip


def contributed(matter: Matter) -> None:
    """What bodies that are no Parties report to the meeting: it waits for an officer."""
    for one in matter.contributions:
        key = contribution.begin(one.by, "", slug(one.body), one.meeting, language="en")
        for seen, line in enumerate(one.lines):
            contribution.write_line(one.by, "", key, 0, line, seen=seen)
        told = {"summary": one.summary, "consent": one.consent}
        contribution.write(one.by, "", key, told, seen=len(one.lines))
        contribution.send(one.by, "", key, seen=len(one.lines) + 1)


def shown(matter: Matter) -> None:
    """What the house lets everybody see."""
    why = "is printed in a public document"
    for one in matter.provisions:
        publish.publish(APPROVER, why, "provision", one.name)
    publish.publish(APPROVER, why, "campaign", "world-migratory-bird-day")
