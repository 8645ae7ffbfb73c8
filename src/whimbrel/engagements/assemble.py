"""Activities of a report, sentence by sentence: what is one engagement, what tells more of an earlier one.

Two workshops that are announced and then told one by one are two engagements, not three. A date
given later goes to the event it names. A sentence that only announces is kept apart as an umbrella.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass, field, replace

from whimbrel.bodies import BodyKind
from whimbrel.engagements import parts
from whimbrel.engagements.activities import PRODUCTS, Head, heads
from whimbrel.engagements.engagement import Engagement, Party, Said
from whimbrel.engagements.passage import Passage
from whimbrel.engagements.sentences import Sentence
from whimbrel.engagements.vocabulary import (
    Frame,
    anywhere,
    before,
    every_event,
    instance,
    spaced,
    vocabulary,
)

LONGEST_TITLE = 110


@dataclass(kw_only=True)
class Teller:
    """Follows one document and collects what it tells."""

    language: str | None
    own: frozenset[str]
    meeting: str | None = None
    found: list[Engagement] = field(default_factory=list)
    open: list[Engagement] = field(default_factory=list)
    """The engagements of the paragraph that is being read, indices into `found` by identity."""
    first: int = 0
    """Where the engagements of this paragraph begin."""

    def read(self, passages: Iterable[Passage]) -> tuple[Engagement, ...]:
        """Everything that is told, in reading order."""
        locus = None
        for passage in passages:
            if not passage.told:
                continue
            if passage.locus != locus:
                locus, self.first = passage.locus, len(self.found)
            self.passage(passage)
        return tuple(self.found)

    @property
    def here(self) -> list[Engagement]:
        """The engagements of this paragraph so far."""
        return self.found[self.first :]

    def passage(self, passage: Passage) -> None:
        """One paragraph or item."""
        lead = self.lead(passage)
        begin = len(self.found)
        for sentence in passage.sentences:
            self.sentence(passage, sentence, lead)
        if len(self.found) > begin and lead:
            for at in range(begin, len(self.found)):
                self.found[at] = joined(self.found[at], lead)
        if passage.text.rstrip().endswith(":") and passage.placed.node.children:
            self.found[begin:] = [replace(one, umbrella=True) for one in self.found[begin:]]

    def lead(self, passage: Passage) -> tuple[Party, ...]:
        """The body that opens an item before its colon: it takes part in all that the item tells."""
        match = re.match(r"[^.;:]{3,120}:\s", passage.text)
        if match is None or not passage.placed.within:
            return ()
        return parts.parties(passage, 0, match.end(), self.own)

    def sentence(self, passage: Passage, sentence: Sentence, lead: tuple[Party, ...]) -> None:
        """One sentence: new engagements, or more about earlier ones."""
        start, end = sentence.start, sentence.end
        announced = next(
            (at for at in range(len(self.found) - 1, self.first - 1, -1) if self.found[at].plural),
            None,
        )
        opening = instance(self.language).match(sentence.text)
        if announced is not None and opening:
            self.one_of(announced, passage, sentence)
            return
        if self.campaign(passage, sentence):
            return
        listed = [
            head
            for head in heads(sentence.text, self.language)
            if self.counts(passage, sentence, head, lead)
        ]
        if not listed:
            if not self.presided(passage, sentence):
                self.more(passage, sentence)
            return
        self.clauses(passage, sentence, listed, lead)

    def presided(self, passage: Passage, sentence: Sentence) -> bool:
        """True for "This Partnership, led by the Secretariat": a part that we have in a body."""
        match = anywhere(self.language, "chairs").search(sentence.text)
        subject = anywhere(self.language, "anaphora").match(sentence.text)
        if match is None or not (
            subject or parts.parties(passage, sentence.start, sentence.end, self.own)
        ):
            return False
        frame = Frame(kind="partnership-participation", role="member", verbs=())
        head = Head(frame=frame, start=match.start(), end=match.end(), state="ongoing", noun=True)
        self.add(
            passage, sentence, self.built(passage, sentence, head, sentence.start, sentence.end), ()
        )
        return True

    def counts(
        self, passage: Passage, sentence: Sentence, head: Head, lead: tuple[Party, ...]
    ) -> bool:
        """True where the frame finds around it what it needs."""
        frame, at = head.frame, sentence.start + head.start
        if head.negated and frame.kind != "participation":
            return False
        if frame.needs_us and not self.us(passage, sentence):
            return False
        if frame.needs_event and not every_event(self.language).search(
            passage.text, sentence.start, sentence.end
        ):
            return False
        subject = parts.parties(passage, sentence.start, at, self.own)
        if frame.needs_subject and not [one for one in subject if not one.group]:
            return False
        around = parts.parties(passage, sentence.start, sentence.end, self.own)
        return bool(around or lead) or not frame.needs_partner

    def us(self, passage: Passage, sentence: Sentence) -> bool:
        """True where the sentence names the body whose report this is, or its meeting."""
        if anywhere(self.language, "ours").search(sentence.text):
            return True
        if self.meeting and self.meeting in sentence.text:
            return True
        inside = (one for one in passage.mentions if sentence.start <= one.start < sentence.end)
        return any(parts.ours(one, self.own) for one in inside)

    def clauses(
        self, passage: Passage, sentence: Sentence, listed: list[Head], lead: tuple[Party, ...]
    ) -> None:
        """The heads of one sentence, each with the words up to the next."""
        made: list[Engagement] = []
        for number, head in enumerate(listed):
            start = sentence.start + (head.start if number else 0)
            last = number + 1 == len(listed)
            end = sentence.end if last else sentence.start + listed[number + 1].start
            one = self.built(passage, sentence, head, start, end)
            if made and self.same(passage, made[-1], one, head, sentence, end):
                made[-1] = merged(made[-1], one)
                continue
            if made and (not one.partners or head.frame.kind in PRODUCTS):
                one = joined(one, made[-1].partners)
            made.append(one)
        for one in made:
            self.add(passage, sentence, one, lead)

    def same(
        self,
        passage: Passage,
        last: Engagement,
        one: Engagement,
        head: Head,
        sentence: Sentence,
        end: int,
    ) -> bool:
        """True where a second verb of a sentence tells of the same thing."""
        own_partner = parts.parties(passage, sentence.start + head.end, end, self.own)
        if last.mode and last.mode.value == "absent":
            return True
        if one.when and last.when and one.when.value != last.when.value:
            return False
        if not own_partner and not one.when and head.frame.kind not in PRODUCTS:
            return True
        return one.kind.value == last.kind.value and one.state == last.state and not one.when

    def built(
        self, passage: Passage, sentence: Sentence, head: Head, start: int, end: int
    ) -> Engagement:
        """One engagement from one clause."""
        language, at = self.language, sentence.start + head.start
        found = parts.parties(passage, start, end, self.own)
        town = parts.city(passage, start, end)
        venue_country, concerned = parts.countries(passage, start, end, town)
        how = parts.mode(passage, start, end, language)
        if head.negated:
            how = parts.said("absent", passage, max(start, at - 30), sentence.start + head.end)
        outcome = parts.clause_after("outcomes", passage, at, end, language, 25)
        kind = self.kind(passage, head, at, end, found)
        frame = head.frame
        return Engagement(
            kind=parts.said(kind, passage, at, sentence.start + head.end),
            title=title(passage.text[at:end]),
            loci=(passage.locus,),
            sentence=parts.said(sentence.text, passage, sentence.start, sentence.end),
            partners=found,
            organisers=parts.organisers(passage, start, end, found, language),
            role=self.role(sentence, frame.role),
            level=self.level(passage, start, end),
            mode=how,
            when=parts.when(passage, start, end, at) or parts.opening(passage, sentence.start, end),
            place=town,
            venue_country=venue_country,
            inferred_country=parts.inferred(town, venue_country),
            countries_concerned=concerned,
            regions=parts.regions(passage, start, end),
            species=parts.animals(passage, start, end),
            themes=parts.clause_after("themes_after", passage, at, end, language),
            outcome=outcome[0] if outcome else None,
            state="in-development"
            if frame.kind == "joint-output" and head.state == "ongoing"
            else head.state,
            support=frame.support,
            umbrella=self.umbrella(sentence, head, found),
            plural=self.plural(passage, sentence, head, end),
        )

    def kind(
        self, passage: Passage, head: Head, at: int, end: int, found: tuple[Party, ...]
    ) -> str:
        """The kind of an engagement: that of its verb, made exact by the event or partner it names."""
        kind = head.frame.kind
        if kind == "support":
            text = passage.text[at:end]
            if anywhere(self.language, "logistics").search(text):
                return "logistical-support"
            return (
                "host-country-support"
                if anywhere(self.language, "preparations").search(text)
                else kind
            )
        if kind in ("participation", "event", "workshop"):
            event = parts.event_kind(passage, at, end, self.language) or parts.event_kind(
                passage, 0, end, self.language
            )
            return event or ("partnership-participation" if kind == "participation" else kind)
        if kind == "launch" and any(
            one.kind is BodyKind.PARTNERSHIP for one in passage.mentions if one.start < end
        ):
            return "partnership-launch"
        return kind

    def role(self, sentence: Sentence, usual: str) -> str:
        """The role that we had: chair or member where the sentence says so."""
        match = anywhere(self.language, "chairs").search(sentence.text)
        if match is None:
            return usual
        return "member" if "memb" in match[0].casefold() else "chair"

    def level(self, passage: Passage, start: int, end: int) -> Said[str] | None:
        """The office that took part: "through the Executive Secretary"."""
        words = vocabulary(self.language)
        pattern = rf"(?:{'|'.join(words.through)})\s+(?:the|le|la|el|its|l['’])\s*(?P<office>{spaced(words.titles_of_office, words)})"
        match = re.compile(pattern).search(passage.text, start, end)
        return (
            parts.said(match["office"], passage, match.start("office"), match.end("office"))
            if match
            else None
        )

    def umbrella(self, sentence: Sentence, head: Head, found: tuple[Party, ...]) -> bool:
        """True for a sentence that only announces: numerous processes, classes of partners, no date."""
        if anywhere(self.language, "umbrella").search(sentence.text):
            return True
        after = sentence.text[head.end : head.end + 40]
        words = vocabulary(self.language)
        if head.frame.kind in ("cooperation", "participation") and re.match(
            rf"\s+(?:{words.plural_count})\s+(?:\w+\s+){{0,2}}(?:processes|entities|organizations|partners|meetings|procesos|reuniones|processus|réunions|entit\w+)",
            after,
        ):
            return True
        plain = head.frame.kind in ("cooperation", "support")
        members = anywhere(self.language, "members")
        named = [
            one
            for one in found
            if not one.group
            and not members.match(sentence.text[max(0, one.span.end - sentence.start) :].lstrip())
        ]
        return plain and not named

    def plural(self, passage: Passage, sentence: Sentence, head: Head, end: int) -> bool:
        """True for "took part in two workshops"."""
        words = vocabulary(self.language)
        text = passage.text[sentence.start + head.end : end]
        match = re.match(rf"[^.;]{{0,20}}?(?<!\w)(?:{words.plural_count})\s+", text)
        if match is None:
            return False
        noun = every_event(self.language).search(text[match.end() :])
        return (
            noun is not None
            and noun.start() < 40
            and any(word.endswith("s") for word in noun[0].split())
        )

    def add(
        self, passage: Passage, sentence: Sentence, one: Engagement, lead: tuple[Party, ...]
    ) -> None:
        """Keep an engagement: whole, told of an earlier one, or as the sessions it names."""
        if self.folded(passage, sentence, one):
            return
        if not one.partners and not lead:
            heirs = self.heirs(passage)
            one = replace(
                one, partners=heirs, umbrella=one.umbrella and all(each.group for each in heirs)
            )
        elif anywhere(self.language, "anaphora").match(sentence.text):
            one = joined(one, self.heirs(passage))
        if (
            not one.partners
            and not lead
            and one.kind.value in ("cooperation", "support", "presentation")
        ):
            return
        if one.state == "planned" and not [each for each in one.partners if not each.group]:
            one = replace(one, umbrella=True)
        one = self.margin(passage, sentence, one)
        self.found += sessions(one, self.language)

    def heirs(self, passage: Passage) -> tuple[Party, ...]:
        """Whom "The group" and "They" mean: the partners told last, else those of the heading."""
        for one in reversed(self.here):
            if one.partners:
                return one.partners
        for heading in reversed(passage.headings):
            named = parts.parties(heading, 0, len(heading.text), self.own)
            if named:
                return named
        return ()

    def margin(self, passage: Passage, sentence: Sentence, one: Engagement) -> Engagement:
        """A meeting in the margins of another one has that one as its parent."""
        if not anywhere(self.language, "margins").search(sentence.text):
            return one
        parent = self.here[-1].title if self.here else None
        kind = parts.said("side-meeting", passage, one.kind.span.start, one.kind.span.end)
        return (
            replace(one, kind=kind, parent=parent)
            if one.kind.value not in ("cooperation",)
            else one
        )

    def folded(self, passage: Passage, sentence: Sentence, one: Engagement) -> bool:
        """True where a sentence tells more of an event that was named before, and was added there."""
        at = self.labelled(sentence)
        if at is None and one.kind.value in ("liaison-discussion",):
            own = parts.parties(passage, one.kind.span.end, sentence.end, self.own)
            at = len(self.found) - 1 if self.here and not own else None
        if at is None and definite(sentence, self.language) and self.here:
            last = self.found[-1]
            at = (
                len(self.found) - 1
                if last.when is None and last.kind.value == one.kind.value
                else None
            )
        if at is None:
            return False
        self.found[at] = self.told_more(passage, sentence, self.found[at])
        return True

    def labelled(self, sentence: Sentence) -> int | None:
        """The engagement whose label ("UNEA-6") a sentence names."""
        for at in range(self.first, len(self.found)):
            label = self.found[at].venue
            if label and label.value in sentence.text:
                return at
        return None

    def told_more(self, passage: Passage, sentence: Sentence, old: Engagement) -> Engagement:
        """An engagement with what a later sentence adds: date, mode, sub-events, themes."""
        start, end = sentence.start, sentence.end
        subs = tuple(
            parts.said(match[0].strip("'‘’\""), passage, match.start(), match.end())
            for match in anywhere(self.language, "sub_events").finditer(passage.text, start, end)
        )
        return replace(
            old,
            when=old.when
            or (
                parts.when(passage, start, end, start)
                if definite(sentence, self.language) or old.venue
                else None
            ),
            mode=old.mode or parts.mode(passage, start, end, self.language),
            sub_events=old.sub_events + subs,
            themes=old.themes
            + parts.clause_after("themes_after", passage, start, end, self.language),
        )

    def more(self, passage: Passage, sentence: Sentence) -> None:
        """A sentence without an activity of its own tells more of the last one."""
        if not self.here:
            return
        at = self.labelled(sentence)
        at = len(self.found) - 1 if at is None else at
        self.found[at] = self.told_more(passage, sentence, self.found[at])
        extends = anywhere(self.language, "extends").search(
            passage.text, sentence.start, sentence.end
        )
        if extends and self.found[at].state in ("in-development", "ongoing"):
            self.found[at] = joined(
                self.found[at], parts.parties(passage, extends.end(), sentence.end, self.own)
            )

    def one_of(self, announced: int, passage: Passage, sentence: Sentence) -> None:
        """One of several events that were announced: it has the partners of the announcement and its own."""
        old = self.found[announced]
        start, end = sentence.start, sentence.end
        found = parts.parties(passage, start, end, self.own)
        town = parts.city(passage, start, end)
        venue_country, concerned = parts.countries(passage, start, end, town)
        new = replace(
            old,
            title=title(sentence.text),
            sentence=parts.said(sentence.text, passage, start, end),
            organisers=parts.organisers(passage, start, end, found, self.language)
            or old.organisers,
            when=parts.when(passage, start, end, start),
            mode=parts.mode(passage, start, end, self.language) or old.mode,
            place=town,
            venue_country=venue_country,
            inferred_country=parts.inferred(town, venue_country),
            countries_concerned=concerned,
            regions=parts.regions(passage, start, end) or old.regions,
            themes=parts.clause_after("themes_after", passage, start, end, self.language)
            or old.themes,
            plural=False,
            umbrella=False,
        )
        self.found[announced] = replace(old, umbrella=True)
        self.found.append(joined(new, found))

    def campaign(self, passage: Passage, sentence: Sentence) -> bool:
        """True for one edition of a campaign: "In 2024, the theme of ... was"."""
        words = vocabulary(self.language)
        pattern = spaced(words.campaign_verbs.replace("<campaign>", words.campaign), words)
        match = re.compile(unnamed(pattern)).search(sentence.text)
        date = parts.when(passage, sentence.start, sentence.end, sentence.start)
        if match is None or date is None:
            return False
        planned = before(self.language, "future").search(
            sentence.text[: match.end()].rsplit(" ", 1)[0] + " "
        )
        named = parts.parties(passage, sentence.start, sentence.end, self.own)
        themes = re.findall(r"[“\"]([^”\"]{4,})[”\"]", sentence.text)
        at = sentence.start + match.start()
        one = Engagement(
            kind=parts.said("campaign-edition", passage, at, sentence.start + match.end()),
            title=title(sentence.text),
            loci=(passage.locus,),
            sentence=parts.said(sentence.text, passage, sentence.start, sentence.end),
            partners=named,
            role="organiser",
            when=date,
            themes=tuple(quoted(passage, sentence, words) for words in themes),
            state="planned" if planned else "done",
        )
        self.found.append(joined(one, self.organisers_of(passage, named)))
        return True

    def organisers_of(self, passage: Passage, campaign: tuple[Party, ...]) -> tuple[Party, ...]:
        """Who was told to run a campaign in this paragraph."""
        keys = {each.name for each in campaign}
        told = (one for one in self.here if keys & {each.name for each in one.partners})
        first = next(told, None)
        return first.partners if first else self.heirs(passage)


def quoted(passage: Passage, sentence: Sentence, words: str) -> Said[str]:
    """A slogan, as printed."""
    at = passage.text.index(words, sentence.start)
    return parts.said(words, passage, at, at + len(words))


def unnamed(pattern: str) -> str:
    """A pattern whose groups have no names, so that it may be used twice."""
    return re.sub(r"\?P<\w+>", "?:", pattern)


def title(text: str) -> str:
    """The first words of a clause."""
    words = text.strip(" ,;.")
    if len(words) <= LONGEST_TITLE:
        return words
    return words[:LONGEST_TITLE].rsplit(" ", 1)[0]


def joined(one: Engagement, more: tuple[Party, ...]) -> Engagement:
    """An engagement with more partners, none twice."""
    known = {each.key or each.name for each in one.partners}
    return replace(
        one,
        partners=(*one.partners, *(each for each in more if (each.key or each.name) not in known)),
    )


def merged(first: Engagement, second: Engagement) -> Engagement:
    """Two clauses about one thing. What was sent instead of attending is a written contribution."""
    kind = second.kind if first.mode and first.mode.value == "absent" else first.kind
    return replace(
        joined(first, second.partners),
        kind=kind,
        role=second.role if kind is second.kind else first.role,
        when=first.when or second.when,
        themes=first.themes + second.themes,
        species=first.species + second.species,
        outcome=first.outcome or second.outcome,
        regions=first.regions + second.regions,
    )


def definite(sentence: Sentence, language: str | None) -> bool:
    """True for "The workshop took place": the event was named before."""
    match = re.match(r"(?:The|This|Le|La|L['’]|Cet(?:te)?|El|Est[ea])\s*", sentence.text)
    return match is not None and every_event(language).match(sentence.text, match.end()) is not None


def sessions(one: Engagement, language: str | None) -> list[Engagement]:
    """ "The 6th and 7th sessions of UNEA" are two engagements, each with its label."""
    words = vocabulary(language)
    match = (
        re.search(spaced(words.ordinal_pair, words), one.sentence.value, re.IGNORECASE)
        if words.ordinal_pair
        else None
    )
    body = next(
        (
            each
            for each in one.partners
            if each.acronym and match and match.end() <= each.span.start - one.sentence.span.start
        ),
        None,
    )
    if match is None or body is None:
        return [one]
    out = []
    for number in (match["a"], match["b"]):
        label = f"{body.acronym}-{number}"
        venue = Said(value=label, words=match[0], span=one.sentence.span)
        out.append(replace(one, title=f"{one.title} ({label})", venue=venue, when=None))
    return out
