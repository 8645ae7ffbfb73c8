"""Activities of a report, sentence by sentence: what is one engagement, what tells more of an
earlier one.

Two workshops that are announced and then told one by one are two engagements, not three. A date
given later goes to the event it names. A sentence that only announces is kept apart as an umbrella.
"""

from collections.abc import Iterable
from dataclasses import dataclass, field, replace

from whimbrel.engagements import parts
from whimbrel.engagements.activities import PRODUCTS, Head, heads
from whimbrel.engagements.building import Ground, built, counts, lead_of
from whimbrel.engagements.campaigns import edition
from whimbrel.engagements.engagement import Engagement, Party
from whimbrel.engagements.joining import attended, definite, joined, merged, sessions
from whimbrel.engagements.later import more_of, one_of
from whimbrel.engagements.passage import Passage
from whimbrel.engagements.sentences import Sentence
from whimbrel.engagements.vocabulary import Frame, anywhere, instance

LONGEST = 4_000
"""Characters of a sentence; more is a list or a table that lost its lines, and no sentence."""


@dataclass(kw_only=True)
class Teller:
    """Follows one document and collects what it tells."""

    ground: Ground
    found: list[Engagement] = field(default_factory=list)
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
        """One paragraph or item, in its own language."""
        self.ground = replace(self.ground, language=passage.language)
        lead = lead_of(self.ground, passage)
        begin = len(self.found)
        for sentence in passage.sentences:
            self.sentence(passage, sentence, lead)
        if len(self.found) > begin and lead:
            for at in range(begin, len(self.found)):
                self.found[at] = joined(self.found[at], lead)
        if passage.text.rstrip().endswith(":") and passage.placed.node.children:
            self.found[begin:] = [replace(one, umbrella=True) for one in self.found[begin:]]

    def sentence(self, passage: Passage, sentence: Sentence, lead: tuple[Party, ...]) -> None:
        """One sentence: new engagements, or more about earlier ones."""
        if len(sentence.text) > LONGEST:
            return
        announced = next(
            (at for at in range(len(self.found) - 1, self.first - 1, -1) if self.found[at].plural),
            None,
        )
        opening = instance(self.ground.language).match(sentence.text)
        if announced is not None and opening:
            old = self.found[announced]
            self.found[announced] = replace(old, umbrella=True)
            self.found.append(one_of(self.ground, passage, sentence, old))
            return
        campaign = edition(self.ground, passage, sentence)
        if campaign is not None:
            self.found.append(joined(campaign, self.organisers_of(passage, campaign.partners)))
            return
        listed = [
            head
            for head in heads(sentence.text, self.ground.language)
            if counts(self.ground, passage, sentence, head, lead)
        ]
        if not listed:
            if not self.presided(passage, sentence):
                self.more(passage, sentence)
            return
        self.clauses(passage, sentence, listed, lead)

    def presided(self, passage: Passage, sentence: Sentence) -> bool:
        """True for "This Partnership, led by the Secretariat": a part that we have in a body."""
        match = anywhere(self.ground.language, "chairs").search(sentence.text)
        subject = anywhere(self.ground.language, "anaphora").match(sentence.text)
        if match is None or not (
            subject or parts.parties(passage, sentence.start, sentence.end, self.ground.own)
        ):
            return False
        frame = Frame(kind="partnership-participation", role="member", verbs=())
        head = Head(frame=frame, start=match.start(), end=match.end(), state="ongoing", noun=True)
        self.add(
            passage,
            sentence,
            built(self.ground, passage, sentence, head, sentence.start, sentence.end),
            (),
        )
        return True

    def clauses(
        self, passage: Passage, sentence: Sentence, listed: list[Head], lead: tuple[Party, ...]
    ) -> None:
        """The heads of one sentence, each with the words up to the next."""
        made: list[Engagement] = []
        for number, head in enumerate(listed):
            start = sentence.start + (head.start if number else 0)
            last = number + 1 == len(listed)
            end = sentence.end if last else sentence.start + listed[number + 1].start
            one = built(self.ground, passage, sentence, head, start, end)
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
        own_partner = parts.parties(passage, sentence.start + head.end, end, self.ground.own)
        if last.mode and last.mode.value == "absent":
            return True
        if one.when and last.when and one.when.value != last.when.value:
            return False
        dated = one.when is not None and last.when is None
        if not own_partner and not dated and head.frame.kind not in PRODUCTS:
            return True
        return one.kind.value == last.kind.value and one.state == last.state and not one.when

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
        elif anywhere(self.ground.language, "anaphora").match(sentence.text):
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
        self.found += sessions(one, self.ground.language)

    def heirs(self, passage: Passage) -> tuple[Party, ...]:
        """Whom "The group" and "They" mean: the partners told last, else those of the heading."""
        for one in reversed(self.here):
            if one.partners:
                return one.partners
        for heading in reversed(passage.headings):
            named = parts.parties(heading, 0, len(heading.text), self.ground.own)
            if named:
                return named
        return ()

    def margin(self, passage: Passage, sentence: Sentence, one: Engagement) -> Engagement:
        """A meeting in the margins of another one has that one as its parent."""
        if not anywhere(self.ground.language, "margins").search(sentence.text):
            return one
        parent = self.here[-1].title if self.here else None
        kind = parts.said("side-meeting", passage, one.kind.span.start, one.kind.span.end)
        return (
            replace(one, kind=kind, parent=parent)
            if one.kind.value not in ("cooperation",)
            else one
        )

    def organisers_of(self, passage: Passage, campaign: tuple[Party, ...]) -> tuple[Party, ...]:
        """Who was told to run a campaign in this paragraph."""
        keys = {each.name for each in campaign}
        told = (one for one in self.here if keys & {each.name for each in one.partners})
        first = next(told, None)
        return first.partners if first else self.heirs(passage)

    def folded(self, passage: Passage, sentence: Sentence, one: Engagement) -> bool:
        """True where a sentence tells more of an event that was named before, and was added
        there."""
        at = self.labelled(sentence)
        if at is None and one.kind.value in ("liaison-discussion",):
            own = parts.parties(passage, one.kind.span.end, sentence.end, self.ground.own)
            at = len(self.found) - 1 if self.here and not own else None
        if at is None and definite(sentence, self.ground.language) and self.here:
            last = self.found[-1]
            at = (
                len(self.found) - 1
                if last.when is None and last.kind.value == one.kind.value
                else None
            )
        if at is None and self.here and attended(passage, one, self.ground.language):
            own = parts.parties(passage, one.kind.span.end, sentence.end, self.ground.own)
            at = len(self.found) - 1 if one.when is None and not own else None
        if at is None:
            return False
        self.found[at] = more_of(self.ground, passage, sentence, self.found[at])
        return True

    def labelled(self, sentence: Sentence) -> int | None:
        """The engagement whose label ("UNEA-6") a sentence names."""
        for at in range(self.first, len(self.found)):
            label = self.found[at].venue
            if label and label.value in sentence.text:
                return at
        return None

    def more(self, passage: Passage, sentence: Sentence) -> None:
        """A sentence without an activity of its own tells more of the last one."""
        if not self.here:
            return
        at = self.labelled(sentence)
        at = len(self.found) - 1 if at is None else at
        self.found[at] = more_of(self.ground, passage, sentence, self.found[at])
        extends = anywhere(self.ground.language, "extends").search(
            passage.text, sentence.start, sentence.end
        )
        if extends and self.found[at].state in ("in-development", "ongoing"):
            self.found[at] = joined(
                self.found[at], parts.parties(passage, extends.end(), sentence.end, self.ground.own)
            )
