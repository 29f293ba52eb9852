"""What the page shows of each card, in a fixed number of queries whatever their number."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field

from django.urls import reverse
from django.utils.safestring import SafeString

from positions.admin.desk.card_fields import MOST_JUDGEMENTS
from positions.admin.desk.menus import Menus
from positions.admin.editing.labels import label_of, stance_mark
from positions.admin.statement.signatories import boxes_of, found_list
from positions.choices import Capacity, StakeholderKind
from positions.dates import UncertainDate
from positions.intake.already_recorded import (
    Duplicate,
    EarlierStance,
    duplicates,
    earlier_stances,
    judged_before,
)
from positions.intake.card import NEW, OTHER, Card, Judgement, Party, confidence_of, how_found
from positions.intake.dating import dated
from positions.intake.grouping import leads
from positions.intake.like_words import Judged, Likeness
from positions.intake.parties import following_merges
from positions.intake.signatories import proposed_kinds, read_cosigners
from positions.intake.titles import MOST_NAMED, name_in_title, title_from_name, title_of
from positions.models import Intake, Stakeholder
from positions.models.names import all_names
from positions.naming import Names
from positions.naming.lines import Line

JUDGEMENT_ROWS = 2  # of judgements, without a script
KINDS = [(each.value, str(each.label)) for each in StakeholderKind]


@dataclass(slots=True)
class PartyView:
    """A choice among those offered, somebody new, another."""

    name: str
    legend: str
    party: Party
    offered: list[tuple[str, str]]
    kinds: SafeString

    @property
    def is_new(self) -> bool:
        return self.party.choice == NEW

    @property
    def new_name(self) -> str:
        """Whom the text names, if that is none of those offered."""
        name = self.party.name
        return "" if any(name in label for _, label in self.offered) else name

    @property
    def is_other(self) -> bool:
        return self.party.choice == OTHER


@dataclass(slots=True)
class JudgementView:
    """One row of what the words say on a proposition."""

    name: str
    row: Judgement
    propositions: SafeString
    stances: SafeString
    directness: SafeString
    reason: str


@dataclass(slots=True)
class CardView:
    """A card as the page draws it."""

    card: Card
    prefix: str
    sure: str
    phrases: list[str]
    lead: int
    title: str
    day: str
    errors: Mapping[str, Sequence[str]]
    menus: Mapping[str, SafeString] = field(default_factory=dict)
    speaker: PartyView | None = None
    behalf: PartyView | None = None
    judgements: Sequence[JudgementView] = ()
    earlier: Sequence[tuple[EarlierStance, SafeString]] = ()
    like: Sequence[tuple[Judged, SafeString]] = ()
    duplicate: Duplicate | None = None
    others: SafeString | str = ""
    entered: tuple[str, str] | None = None

    @property
    def follows(self) -> bool:
        """Whether its words belong to the statement of another card."""
        return self.lead != self.card.number


@dataclass(slots=True)
class Background:
    """What the database knows that concerns the cards."""

    parties: dict[int, Stakeholder]
    earlier: dict[int, list[EarlierStance]]
    judged: Likeness
    duplicates: dict[int, Duplicate]
    doubtful: set[int]
    titles: Mapping[int, str]
    lines: Mapping[int, list[Line]]


def card_views(
    intake: Intake,
    cards: Sequence[Card],
    menus: Menus,
    errors: Mapping[int, Mapping[str, Sequence[str]]],
    titles: Mapping[int, str],
) -> list[CardView]:
    """All cards in the order of the text; ``titles`` of the statements that some are entered as.

    Nine queries at most.
    """
    lead_of = leads(cards)
    published = intake.published
    known = _background(intake, cards, lead_of, published, titles)
    return [
        _card_view(card, lead_of[card.number], known, menus, published, errors.get(card.number, {}))
        for card in cards
    ]


def probable_duplicates(intake: Intake, cards: Sequence[Card]) -> set[int]:
    """The cards whose statement the record seems to have already. Four queries."""
    lead_of = leads(cards)
    holders = {card.number: _holders(lead_of[card.number]) for card in cards}
    waiting = [card for card in cards if card.is_open]
    return _with_duplicate(duplicates(waiting, holders, intake.published), lead_of)


def _with_duplicate(found: Collection[int], lead_of: Mapping[int, Card]) -> set[int]:
    """All cards of the statements of which one has a duplicate that was not decided on."""
    asked = {lead_of[number].number for number in found if not lead_of[number].duplicate_of}
    return {number for number, lead in lead_of.items() if lead.number in asked}


def _background(
    intake: Intake,
    cards: Sequence[Card],
    lead_of: Mapping[int, Card],
    published: UncertainDate | None,
    titles: Mapping[int, str],
) -> Background:
    waiting = [card for card in cards if card.is_open]
    names = all_names() if any(card.others for card in waiting) else Names()
    lines = {card.number: read_cosigners(card.others, {}, names) for card in waiting if card.others}
    keys = {pk for card in cards for pk in (*card.speaker.offered, *card.behalf.offered)}
    keys |= {line.match.pk for some in lines.values() for line in some[:MOST_NAMED] if line.match}
    parties = following_merges(keys)
    holders = {card.number: _holders(lead_of[card.number]) for card in cards}
    found = duplicates(waiting, holders, published)
    return Background(
        parties=parties,
        earlier=earlier_stances({pk for each in holders.values() for pk in each}, intake.topic_id),
        judged=judged_before(intake.topic_id) if waiting else Likeness([]),
        duplicates=_at_leads(found, lead_of),
        doubtful=_with_duplicate(found, lead_of),
        titles=titles,
        lines=lines,
    )


def _at_leads(found: Mapping[int, Duplicate], lead_of: Mapping[int, Card]) -> dict[int, Duplicate]:
    """For each statement the first that was found: it is asked once whether it is the same."""
    asked: dict[int, Duplicate] = {}
    for number, duplicate in found.items():
        asked.setdefault(lead_of[number].number, duplicate)
    return asked


def _holders(lead: Card) -> set[int]:
    """Whose words they are: those of whom they are spoken for, too."""
    return {key for key in (lead.speaker.key, lead.behalf.key) if key is not None}


def _card_view(
    card: Card,
    lead: Card,
    known: Background,
    menus: Menus,
    published: UncertainDate | None,
    errors: Mapping[str, Sequence[str]],
) -> CardView:
    prefix = f"c{card.number}-"
    when = dated(card, published)
    seen = CardView(
        card=card,
        prefix=prefix,
        sure="to be checked" if card.number in known.doubtful else confidence_of(card),
        phrases=how_found(card.found),
        lead=lead.number,
        title=_title(card, known, when.date),
        day=str(when),
        errors=errors,
    )
    if card.statement is not None:
        title = known.titles.get(card.statement, "a statement that was deleted since")
        there = reverse("admin:positions_statement_change", args=[card.statement])
        seen.entered = (title, there)
        return seen
    seen.menus = {
        "kinds": menus.kinds.options(card.kind),
        "quotations": menus.quotations.options(card.quotation),
        "bases": menus.bases.options(card.basis),
        "parts": menus.parts.options(card.part),
        "capacities": menus.capacities.options(card.capacity),
    }
    seen.speaker = _party(f"{prefix}speaker", "Who says it", card.speaker, known, menus)
    seen.behalf = _party(f"{prefix}behalf", "On behalf of", card.behalf, known, menus)
    rows = [*card.judgements, *(Judgement() for _ in range(JUDGEMENT_ROWS))][:MOST_JUDGEMENTS]
    rows = rows[: max(JUDGEMENT_ROWS, len(card.judgements) + 1)]
    reason = _reason(card)
    seen.judgements = [
        JudgementView(
            name=f"{prefix}j{place}-",
            row=row,
            propositions=menus.propositions.options(str(row.proposition or "")),
            stances=menus.stances.options(row.stance),
            directness=menus.directness.options(row.directness),
            reason=row.reason or reason,
        )
        for place, row in enumerate(rows)
    ]
    holder = _holder(lead)
    theirs = known.earlier.get(holder, ()) if holder is not None else ()
    seen.earlier = [(each, stance_mark(each.stance)) for each in theirs]
    like = known.judged.most_like(
        [each.kept for each in card.words], without={each.proposition for each in theirs}
    )
    seen.like = [(each, stance_mark(each.stance)) for each in like]
    seen.duplicate = known.duplicates.get(card.number)
    seen.others = _others(card, prefix, known.lines.get(card.number, []))
    return seen


def _others(card: Card, prefix: str, lines: list[Line]) -> SafeString | str:
    """Whom each line of the others means, with a box where it is asked what it is added as."""
    if not lines:
        return ""
    chosen = proposed_kinds(card.others, lines) | card.kinds
    return found_list(lines, boxes_of(lines, KINDS, chosen, prefix), ways=False)


def _party(name: str, legend: str, party: Party, known: Background, menus: Menus) -> PartyView:
    there = [pk for pk in party.offered if pk in known.parties]
    # Two that were merged are offered once, under the key that is chosen.
    keys = {known.parties[pk].pk: pk for pk in sorted(there, key=lambda pk: pk == party.key)}
    offered = [
        (str(pk), label_of(known.parties[pk])) for pk in there if keys[known.parties[pk].pk] == pk
    ]
    return PartyView(name, legend, party, offered, menus.parties.options(party.kind))


def _holder(lead: Card) -> int | None:
    """Whose position it would be, as far as that is chosen."""
    if lead.capacity == Capacity.AFFILIATION_ONLY:
        return lead.speaker.key
    return lead.behalf.key or lead.speaker.key


def _title(card: Card, known: Background, when: UncertainDate | None) -> str:
    speaker = known.parties.get(card.speaker.key or 0)
    behalf = known.parties.get(card.behalf.key or 0)
    lines = known.lines.get(card.number, ())
    others = [_in_title(line, known.parties) for line in lines]
    if speaker is None:
        name = card.speaker.other or card.speaker.name or "Somebody"
        return title_from_name(name, card, when, others)
    return title_of(card, speaker, behalf, when, others)


def _in_title(line: Line, parties: Mapping[int, Stakeholder]) -> str:
    """What a title calls whom a line of the others names."""
    if line.match is None:
        return line.called.name or line.printed
    party = parties.get(line.match.pk)
    return name_in_title(party) if party else line.match.name


def _reason(card: Card) -> str:
    """The words that are judged, to begin the reason with."""
    words = " … ".join(each.kept for each in card.words)
    if card.quotation == "paraphrase":
        return words
    return f"“{words}”"
