"""Stage 8, last: who is behind a report, or MPs, whom a lead describes and a text names next."""

from collections.abc import Sequence
from dataclasses import replace

from positions.extraction.draft import How, Speaker
from positions.extraction.lexicon.words import ARTICLES, COLLECTIVE
from positions.extraction.quotations.attribution import Attribution

Told = list[tuple[Attribution, Speaker]]

_LEAD = 900  # characters of a text in which somebody may be described before the name is given
_AHEAD = 700  # characters from there to the name
_NEXT = 8  # attributions after it that are looked at
_SOON = 500  # characters from somebody in general to the name, in the next paragraph
_GENERAL = frozenset(
    ["expert", "scientist", "researcher", "academic", "economist", "campaigner", "activist",
     "executive", "professor", "doctor", "woman", "man", "mother", "father", "teacher", "farmer",
     "resident", "driver", "student", "rapporteur", "investigator"]
)  # fmt: skip
_NAMED = frozenset([How.NAME, How.SURNAME, How.APPOSITION, How.ACRONYM])
_WORKS = frozenset(
    ["report", "book", "paper", "dossier", "pamphlet", "memoir", "biography", "review", "inquiry"]
)
_MEMBERS = frozenset(["mps", "peers", "lawmakers", "senators", "members", "legislators"])
_INDEFINITE = ARTICLES - {"the"}


def told_ahead(told: Sequence[tuple[Attribution, Speaker]]) -> Told:
    """Give what a lead describes without a name to whom the text names next, if that fits.

    "A report claims" is said by the first after it who is named with a body; "MPs warn" by the
    committee that is named next; "a union" by the next body whose name has that word. Linear.
    """
    found: dict[int, Speaker] = {}
    for at, (each, speaker) in enumerate(told):
        if each.sentence.start > _LEAD:
            break
        behind = _behind(each, speaker, told[at + 1 : at + 1 + _NEXT])
        if behind is not None:
            found[id(each)] = behind
    same = ((each, found.get(id(each.same)), speaker) for each, speaker in told)
    return [
        (each, found.get(id(each), replace(carried, how=speaker.how) if carried else speaker))
        for each, carried, speaker in same
    ]


def _behind(
    each: Attribution, speaker: Speaker, following: Sequence[tuple[Attribution, Speaker]]
) -> Speaker | None:
    if speaker.mention is not None and speaker.how is How.UNNAMED:
        return _introduced(each, speaker, following)
    if speaker.mention is None or not speaker.name:
        return None
    words = speaker.mention.text.lower().split()
    indefinite = words[0] in _INDEFINITE
    work = speaker.how is How.DOCUMENT and not speaker.organisation and words[-1] in _WORKS
    members = speaker.how is How.HEAD_NOUN and words[-1] in _MEMBERS
    body = speaker.how is How.HEAD_NOUN and indefinite and words[-1] in COLLECTIVE
    if not (members or body or (work and indefinite)):
        return None
    for other, who in following:
        if other.sentence.start - each.sentence.start > _AHEAD:
            return None
        if who.how not in _NAMED or not who.name:
            if work and who.how is How.DOCUMENT and who.role and _makes(words[-1], other, who):
                return replace(who, mention=speaker.mention)
            continue
        held = who.organisation.lower().split()
        if work:
            made = who.name == who.organisation or _makes(words[-1], other, who)
            return replace(who, mention=speaker.mention, how=How.DOCUMENT) if made else None
        if (members and "committee" in held) or (body and words[-1] in held):
            name = who.organisation
            return Speaker(speaker.mention, name, How.HEAD_NOUN, (), "", name)
    return None


def _introduced(
    each: Attribution, speaker: Speaker, following: Sequence[tuple[Attribution, Speaker]]
) -> Speaker | None:
    """Give who is named as the next speaker, of somebody in general: an expert, a woman."""
    words = speaker.mention.text.lower().split() if speaker.mention else [""]
    if words[0] not in _INDEFINITE or words[-1] not in _GENERAL or not following:
        return None
    others = (pair for pair in following if pair[1].mention != speaker.mention)
    other, who = next(others, (each, speaker))
    near = 0 < other.sentence.start - each.sentence.start <= _SOON
    person = who.how is How.NAME and other.kind == "direct" and who.name != who.organisation
    if not near or not person or other.sentence.paragraph - each.sentence.paragraph > 1:
        return None
    return replace(
        who,
        mention=speaker.mention,
        how=How.ROLE,
        organisation=who.organisation or speaker.organisation,
    )


def _makes(work: str, other: Attribution, who: Speaker) -> bool:
    """Say whether somebody is said to have made a work: its author, or named beside it."""
    tokens = {token.lower for token in other.sentence.tokens}
    return "author" in who.role.split() or not tokens.isdisjoint({work, "author", "co-author"})
