"""One statement out of the cards that belong together, with all its parts."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from django.core.exceptions import ValidationError
from django.db.models import Max

from positions.choices import (
    AttributionRole,
    QuotationCheck,
    QuotationKind,
    StatementKind,
)
from positions.dates import UncertainDate
from positions.intake.card import Card, Words
from positions.intake.dating import Dating, dated
from positions.intake.parties import Parties, usual_capacity, usual_part, wrong_voice
from positions.intake.refusal import Refusal
from positions.intake.signatories import attribution
from positions.intake.titles import name_in_title, title_of
from positions.models import (
    Assessment,
    Attribution,
    Intake,
    Proposition,
    Quotation,
    Source,
    Stakeholder,
    Statement,
    workflow,
)
from positions.models.texts import on_a_line
from positions.naming.lines import Line
from positions.recording import Recording

STATEMENT_FIELDS = {
    "kind": "kind",
    "title": "title",
    "slug": "title",
    "date_edtf": "date",
    "date_basis": "basis",
    "date_note": "note",
    "date_printed": "date",
}
VOICE_FIELDS = {
    "stakeholder": "speaker",
    "on_behalf_of": "behalf",
    "capacity": "capacity",
    "role": "part",
    "name_printed": "speaker",
}
SIGNED_KINDS = (StatementKind.LETTER, StatementKind.OPEN_LETTER, StatementKind.RESOLUTION)
JUDGEMENT_FIELDS = ("proposition", "stance", "directness", "condition", "reason")


@dataclass(slots=True)
class StatementEntering:
    """What all statements of one article share while they are written."""

    intake: Intake
    source: Source
    parties: Parties
    refusal: Refusal
    record: Recording
    state: str
    role: workflow.Role
    propositions: dict[int, Proposition]
    entered: dict[int, Statement]

    @property
    def published(self) -> UncertainDate | None:
        return self.source.date

    def enter(self, lead: Card, cards: list[Card], standing: int | None) -> None:
        """Write the statement of these cards, or add to one that stands already.

        ``lead`` says of it all but its words and stances.
        """
        there = standing or lead.duplicate_of
        statement = self._standing(lead, there) if there else self._new(lead)
        if statement is None:
            return
        for card in cards:
            first = self._quote(statement, lead, card)
            if first is not None and not lead.duplicate_of:
                self._judge(statement, card, first)
            self.entered[card.number] = statement

    def _standing(self, lead: Card, pk: int) -> Statement | None:
        """The statement that these words are added to."""
        statement = Statement.objects.filter(pk=pk).first()
        why = ""
        if statement is None:
            why = "The statement that it was to belong to was deleted meanwhile."
        elif not workflow.may_change(statement.state, self.role):
            why = f"“{statement}” is {statement.get_state_display().lower()}: editors add to it."
        if why or statement is None:
            self.refusal.add(lead.number, "second", why)
            return None
        return statement

    def _new(self, lead: Card) -> Statement | None:
        number = lead.number
        speaker = self.parties.resolve(number, "speaker", lead.speaker)
        behalf = self.parties.resolve(number, "behalf", lead.behalf)
        when = self._date(lead)
        if speaker is None:
            if "speaker" not in self.refusal.errors.get(number, {}):
                self.refusal.add(number, "speaker", "Say who says it.")
            return None
        cosigners = self.parties.cosigners(number, lead.others, lead.kinds)
        others = [name_in_title(each) for each, _ in cosigners if each != speaker]
        statement = Statement(
            kind=lead.kind,
            title=lead.title or title_of(lead, speaker, behalf, when.date, others),
            topic=self.intake.topic,
            date_edtf=when.date.edtf if when.date else "",
            date_printed=when.printed,
            date_basis=when.basis,
            date_note=lead.note,
            state=self.state,
        )
        try:
            self.record.add(statement)
        except ValidationError as error:
            self.refusal.add_all(number, error, STATEMENT_FIELDS)
            return None
        self._attribute(statement, lead, speaker, behalf)
        self._attribute_cosigners(statement, lead, speaker, cosigners)
        if statement.is_silence:
            asked = [each.proposition for each in lead.judgements if each.proposition]
            known = [pk for pk in asked if pk in self.propositions]
            self.record.choose(statement, "asked_about", known)
        return statement

    def _date(self, lead: Card) -> Dating:
        when = dated(lead, self.published)
        if when.refusal:
            self.refusal.add(lead.number, "date", when.refusal)
        return when

    def _attribute(
        self, statement: Statement, lead: Card, speaker: Stakeholder, behalf: Stakeholder | None
    ) -> None:
        if behalf is not None and behalf.pk == speaker.pk:
            behalf = None
        if (wrong := wrong_voice(lead, speaker, behalf)) is not None:
            self.refusal.add(lead.number, *wrong)
            return
        voice = Attribution(
            statement=statement,
            stakeholder=speaker,
            on_behalf_of=behalf,
            role=lead.part or usual_part(speaker, behalf),
            capacity=lead.capacity or usual_capacity(speaker, behalf),
            name_printed=on_a_line(lead.found.mention)[:200],
            order=1,
        )
        try:
            self.record.add(voice)
        except ValidationError as error:
            self.refusal.add_all(lead.number, error, VOICE_FIELDS)
            return
        if behalf is not None:
            self.parties.tie(speaker, behalf, lead.role)

    def _attribute_cosigners(
        self,
        statement: Statement,
        lead: Card,
        speaker: Stakeholder,
        cosigners: Sequence[tuple[Stakeholder, Line]],
    ) -> None:
        """Give the statement to those who make it together with the speaker."""
        signed = statement.kind in SIGNED_KINDS
        role, order = AttributionRole.SIGNATORY if signed else AttributionRole.AUTHOR, 1
        for other, line in cosigners:
            if other == speaker:
                self.parties.notices.append(f"“{line.text}” says it, and is entered once.")
                continue
            place = self.parties.get(line.organisation.pk) if line.organisation else None
            known = {each.pk: each for each in (other, place) if each}
            voice = attribution(statement, line, known, role)
            order += 1
            voice.order = order
            try:
                self.record.add(voice)
            except ValidationError as error:
                self.refusal.add_all(lead.number, error, dict.fromkeys(VOICE_FIELDS, "others"))

    def _quote(self, statement: Statement, lead: Card, card: Card) -> Quotation | None:
        """Write the words of a card; the first of them, or None where there is an error."""
        highest = statement.quotations.aggregate(highest=Max("order"))["highest"] or 0
        first = None
        for place, words in enumerate(card.words):
            quotation = Quotation(
                statement=statement,
                source=self.source,
                kind=card.quotation,
                exact=words.kept,
                order=highest + 1 + place,
            )
            self._place(quotation, words, card.number, f"w{place}")
            if lead.duplicate_of:
                self._date_otherwise(quotation, statement, lead)
            names = {"exact": f"w{place}", "kind": "quotation"}
            try:
                self.record.add(quotation)
            except ValidationError as error:
                self.refusal.add_all(card.number, error, names)
                return None
            first = first or quotation
        return first

    def _date_otherwise(self, quotation: Quotation, statement: Statement, lead: Card) -> None:
        """Keep the date that this source gives, where it is another than the statement's."""
        when = dated(lead, self.published)
        if when.date is not None and when.date.edtf != statement.date_edtf:
            quotation.date_edtf, quotation.date_printed = when.date.edtf, when.printed
            quotation.date_basis, quotation.date_note = when.basis, lead.note

    def _place(self, quotation: Quotation, words: Words, card: int, name: str) -> None:
        """Hold the words against the text, nearest to where they were found."""
        text = self.intake.text
        quotation.prefix = text[max(0, words.start - 32) : words.start]
        quotation.suffix = text[words.end : words.end + 32]
        if quotation.kind == QuotationKind.PARAPHRASE:
            quotation.start, quotation.end = words.start, words.end
            return
        match = quotation.hold_against(text)
        if match is not None and quotation.check_result == QuotationCheck.NOT_FOUND:
            self.refusal.add(card, name, match.explain())

    def _judge(self, statement: Statement, card: Card, quotation: Quotation) -> None:
        if statement.is_silence:
            return
        for place, row in enumerate(card.judgements):
            proposition = self.propositions.get(row.proposition or 0)
            names = {each: f"j{place}-{each}" for each in JUDGEMENT_FIELDS}
            judged = Assessment(
                statement=statement,
                proposition=proposition,
                stance=row.stance,
                directness=row.directness,
                condition=row.condition,
                reason=row.reason,
                quotation=quotation,
            )
            try:
                self.record.add(judged)
            except ValidationError as error:
                self.refusal.add_all(card.number, error, {**names, "__all__": names["proposition"]})
