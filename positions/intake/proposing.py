"""From the drafts of an article to its cards: everything filled in that need not be typed."""

from __future__ import annotations

import re
from collections.abc import Sequence

from msgspec.structs import replace

from positions.choices import (
    DateBasis,
    QuotationKind,
    StakeholderKind,
    StatementKind,
)
from positions.extraction import Draft, How, Passage, Speaker
from positions.extraction.apart import extract_apart
from positions.intake.card import NEW, Card, Found, Party, Words
from positions.intake.grouping import group
from positions.intake.party_names import (
    is_document,
    kind_of,
    kind_of_name,
    refers_back,
    separate_groups,
)
from positions.intake.signatories import cosigner_lines
from positions.naming import Named, Names, with_initials

MOST_CARDS = 300  # cards of one article; a longer one is pasted in parts

# The kind of statement that a word for a document or an occasion stands for.
KIND_BY_CHANNEL = {
    "letter": StatementKind.LETTER,
    "petition": StatementKind.OPEN_LETTER,
    "statement": StatementKind.PRESS_STATEMENT,
    "press": StatementKind.PRESS_STATEMENT,
    "release": StatementKind.PRESS_STATEMENT,
    "newsletter": StatementKind.PUBLICATION,
    "article": StatementKind.PUBLICATION,
    "column": StatementKind.PUBLICATION,
    "memo": StatementKind.PUBLICATION,
    "post": StatementKind.BLOG_POST,
    "blog": StatementKind.BLOG_POST,
    "guidelines": StatementKind.GUIDELINES,
    "principles": StatementKind.GUIDELINES,
    "email": StatementKind.EMAIL,
    "message": StatementKind.EMAIL,
    "tweet": StatementKind.SOCIAL_POST,
    "resolution": StatementKind.RESOLUTION,
    "interview": StatementKind.INTERVIEW,
    "podcast": StatementKind.INTERVIEW,
    "broadcast": StatementKind.INTERVIEW,
    "hearing": StatementKind.TESTIMONY,
    "submission": StatementKind.TESTIMONY,
    "testimony": StatementKind.TESTIMONY,
    "brief": StatementKind.TESTIMONY,
    "complaint": StatementKind.TESTIMONY,
    "filing": StatementKind.TESTIMONY,
    "speech": StatementKind.SPEECH,
    "meeting": StatementKind.SPEECH,
    "debate": StatementKind.SPEECH,
    "press conference": StatementKind.SPEECH,
    "news conference": StatementKind.SPEECH,
    "report": StatementKind.REPORT,
}
_THAT = re.compile(r"\Athat,?\s+")  # of a clause: “that it leaks”
QUOTATION_KIND = {
    "direct": QuotationKind.VERBATIM,
    "mixed": QuotationKind.FRAGMENT,
    "indirect": QuotationKind.PARAPHRASE,
    "no_reply": QuotationKind.PARAPHRASE,
}


def propose(text: str, published: str, names: Names) -> tuple[list[Card], int]:
    """The cards of an article, joined where one act of saying is quoted in pieces.

    At most ``MOST_CARDS``; beside them how many drafts there are. Linear in the text, which is read
    in a process apart; raises Unread where that gives nothing.
    """
    drafts = extract_apart(text, published, _known(names))
    cards = [
        _card(number, text, draft, names)
        for number, draft in enumerate(drafts[:MOST_CARDS], start=1)
    ]
    _fill_in(cards, drafts, names)
    _take_forms_over(cards)
    group(cards, published)
    return cards, len(drafts)


def _known(names: Names) -> dict[str, list[str]]:
    forms: dict[str, list[str]] = {}
    for form, named in names.written.items():
        for each in named.values():
            forms.setdefault(each.name, []).append(form)
    return forms


def _card(number: int, text: str, draft: Draft, names: Names) -> Card:
    speaker, behalf = _parties(draft, names)
    kind = KIND_BY_CHANNEL.get(draft.channel) or (
        StatementKind.REPORT if draft.kind == "indirect" else StatementKind.PRESS_STATEMENT
    )
    if draft.kind == "no_reply":
        kind = StatementKind.NO_REPLY
    card = Card(
        number=number,
        words=[
            Words(each.start, each.end, each.exact, _kept(text, each, draft))
            for each in draft.passages
        ],
        found=Found(
            pattern=draft.pattern,
            confidence=draft.confidence,
            warnings=draft.warnings,
            mention=_printed(draft.speaker),
            how=draft.speaker.how,
            channel=draft.channel,
            when=draft.date.basis,
            modality=draft.modality,
            act=draft.act + 1,
            likely=draft.likely,
        ),
        quotation=QUOTATION_KIND[draft.kind].value,
        speaker=speaker,
        behalf=behalf,
        role=draft.speaker.role,
        kind=kind.value,
        printed=draft.date.text,
    )
    if draft.date.basis not in ("article", "unknown"):
        card.date = draft.date.edtf or draft.date.text  # what is not clear is asked
        card.basis = DateBasis.REPORTED.value
    _not_for_itself(card, names)
    if draft.speaker.how == "head noun" and not card.speaker.choice:
        first, *others = separate_groups(card.speaker.name)
        card.speaker = _named_otherwise(card.speaker, first, names)
        card.others = cosigner_lines(others, names)
        card.found = replace(card.found, mention=first) if others else card.found
    return card


def _named_otherwise(party: Party, name: str, names: Names) -> Party:
    """The same party, or whom the first of its list means."""
    if name == party.name:
        return party
    known = _party(name, [], names)
    known.kind = party.kind
    return known


def _printed(speaker: Speaker) -> str:
    """The name as printed; of whoever filed a resolution the text prints it elsewhere."""
    return speaker.mention.text if speaker.mention and not is_document(speaker) else ""


def _fill_in(cards: Sequence[Card], drafts: Sequence[Draft], names: Names) -> None:
    """Choose somebody new where the name is sure; where it is like known ones, offer those instead.

    Linear in the names that are known, for each name of the article.
    """
    like: dict[str, list[int]] = {}
    for card, draft in zip(cards, drafts, strict=False):
        itself = draft.speaker.name == draft.speaker.organisation
        person = card.speaker.kind == StakeholderKind.PERSON
        speaker = [card.speaker] if draft.names_speaker and person != itself else []
        behalf = [card.behalf] if draft.names_body else []
        for party in speaker + behalf:
            if not party.is_open or party.offered:
                continue
            if party.name not in like:
                like[party.name] = _like(party.name, names)
            if like[party.name]:
                party.offered = list(like[party.name])
            else:
                party.choice, party.filled = NEW, True


def _like(name: str, names: Names) -> list[int]:
    """The known ones that may be meant by a name that is none of theirs, each once."""
    called, short = with_initials(name)
    found = (*names.same(short), *names.misprinted(called), *names.near(called))
    return list(dict.fromkeys(each.pk for each in found))


def _take_forms_over(cards: list[Card]) -> None:
    """Words dated by a document that was named before are words of that document."""
    named: dict[str, str] = {}
    for card in cards:
        if card.found.channel:
            named[card.date] = card.kind
        elif card.found.when == "channel" and card.date in named:
            card.kind = named[card.date]


def _kept(text: str, words: Passage, draft: Draft) -> str:
    """The words themselves; of what is told, without the “that” before it.

    An object is nothing without its verb: “Warn against floods”.
    """
    if draft.kind in ("direct", "mixed"):
        return words.exact
    bare = _THAT.sub("", words.exact, count=1)
    cue = draft.cue
    if cue is not None and words.start > cue.end and bare == words.exact:
        between = text[cue.end : words.start].strip()
        if between.isalpha() or draft.pattern == "stance":
            bare = text[cue.start : words.end]
    return bare[:1].upper() + bare[1:]


def _parties(draft: Draft, names: Names) -> tuple[Party, Party]:
    """Who speaks and for whom; somebody without a name speaks as the organisation itself."""
    said = draft.speaker
    organisation = _party(said.organisation, [], names)
    if said.organisation and said.name in ("", said.organisation) and said.how == How.UNNAMED:
        return organisation, Party()
    if refers_back(said):
        return Party(kind=kind_of(said).value), Party()
    if is_document(said):
        issuers = [said.organisation, *(each.name for each in said.candidates)]
        return _party(next(filter(None, issuers), ""), [], names), Party()
    speaker = _party(said.name, [each.name for each in said.candidates], names)
    if said.organisation and said.organisation != said.name:
        speaker.kind = StakeholderKind.PERSON.value
        return speaker, organisation
    speaker.kind = kind_of(said).value
    return speaker, Party()


def _party(name: str, further: Sequence[str], names: Names) -> Party:
    """Whom a name can mean; chosen where that is one alone."""
    meant: list[Named] = list(names.find(name)) if name else []
    alone = meant[0] if len(meant) == 1 else None
    for each in further:
        meant += (found for found in names.find(each) if found not in meant)
    return Party(
        choice=str(alone.pk) if alone else "",
        name=name,
        kind=kind_of_name(name).value,
        offered=[each.pk for each in meant],
        filled=alone is not None,
    )


def _not_for_itself(card: Card, names: Names) -> None:
    """An organisation that is its own speaker speaks for nobody beside."""
    person = card.speaker.kind == StakeholderKind.PERSON
    if (key := card.speaker.key) is not None:
        person = any(each.pk == key and each.is_person for each in names.find(card.speaker.name))
    if not person and card.behalf.key == card.speaker.key:
        card.behalf = Party()
