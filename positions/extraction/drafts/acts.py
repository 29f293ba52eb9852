"""Stage 11: which drafts are words of one act of saying: one speaker, one occasion, one matter."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from positions.extraction.draft import NOT_SURE, Draft, How, Passage, Pattern, Speaker

_ON = 450  # characters over which somebody goes on, while nobody else is heard
_BACK = 250  # characters over which somebody comes back to what he said, after somebody else
_SUMMARY = 2500  # characters within which what is told sums up the words that are quoted
_DAY = len("2024-05-08")
_LOOKED_AT = 4  # acts of one speaker that a draft may belong to
_SAME_CHANNEL = (
    frozenset({"blog", "post", "guidelines", "principles", "newsletter"}),
    frozenset({"letter", "petition"}),
    frozenset({"statement", "press", "release", "press conference", "news conference"}),
)
_FROM_THE_WORDS = frozenset(
    ["article", "dateline", "unknown"]
)  # bases of a date that no words print
_VAGUE = frozenset([How.ROLE, How.HEAD_NOUN, How.DOCUMENT, How.UNNAMED, How.UNKNOWN])
_CARRIED_ON = frozenset([Pattern.CONTINUATION, Pattern.FLOATING])


@dataclass(slots=True)
class _Act:
    """One act while the drafts are gone through: its number, where it ends, what is known."""

    number: int
    end: int
    last: int  # the number of its last draft
    channel: str
    day: str
    printed: str  # the text's own day, where the act has no other
    quoted: bool


def with_acts(drafts: Sequence[Draft]) -> list[Draft]:
    """Give each draft the number of the first draft of its act; one alone has its own.

    Somebody goes on with an act until somebody else is heard for long, another occasion is named
    (a channel, a date), or the text leaves it for more than a paragraph or two. What is told,
    without a quotation, belongs to words of the same speaker nearby: it sums them up, before
    them (as a heading or a lead does) or after. Linear in the number of drafts.
    """
    of_speaker: dict[str, list[_Act]] = {}
    numbers: list[int] = []
    heard: list[str] = []
    for number, each in enumerate(drafts):
        voice = _voice(each)
        before = _carried_on(drafts, number)
        if before is not None and not voice:
            voice = heard[number - 1]
        heard.append(voice)
        acts = of_speaker.setdefault(voice, []) if voice else []
        found = None
        if before is not None:
            found = next((act for act in acts if act.number == numbers[before]), None)
        if found is None and each.kind != "no_reply":
            near = (act for act in reversed(acts[-_LOOKED_AT:]) if _goes_on(act, each, heard))
            found = next(near, None)
        if found is None:
            found = _Act(number, 0, number, "", "", each.date.edtf, quoted=False)
            if each.kind != "no_reply":
                acts.append(found)
        numbers.append(found.number)
        found.end = max(found.end, each.passages[-1].end)
        found.last = number
        found.channel = found.channel or each.channel
        found.day = found.day or _day(each)
        found.quoted = found.quoted or each.kind in {"direct", "mixed"}
    return [replace(each, act=act) for each, act in zip(drafts, numbers, strict=True)]


def _goes_on(act: _Act, each: Draft, heard: Sequence[str]) -> bool:
    """Say whether a draft goes on with an act of the same speaker."""
    if not _same_channel(act.channel, each.channel):
        return False
    if act.day and _day(each) and act.day != _day(each):
        return False
    if act.quoted and not act.day and _is_long_past(_day(each), act.printed):
        return False
    gap = each.passages[0].start - act.end
    if each.kind in {"indirect", "mixed"} or not act.quoted:
        return gap <= _SUMMARY
    others = any(voice != heard[-1] for voice in heard[act.last + 1 : -1])
    return gap <= (_BACK if others else _ON)


def _carried_on(drafts: Sequence[Draft], number: int) -> int | None:
    """Give the number of the draft whose quotation the next sentence or paragraph goes on with."""
    each = drafts[number]
    if not number or each.pattern not in _CARRIED_ON or each.speaker.mention is not None:
        return None
    before = drafts[number - 1]
    same = before.speaker.name == each.speaker.name and before.kind != "no_reply"
    return number - 1 if same else None


def _voice(each: Draft) -> str:
    """Give by what a speaker is the same again; "" for one of whom nothing is known."""
    said = each.speaker
    if said.name:
        return " ".join(said.name.lower().split())
    if said.how is How.UNNAMED:
        return f"{said.organisation}: {said.role}".lower()
    return ""


def _day(each: Draft) -> str:
    return "" if each.date.basis in _FROM_THE_WORDS else each.date.edtf


def _is_long_past(day: str, printed: str) -> bool:
    """Say whether a date is another month or year, so that it is no day of the news: in 2015."""
    whole = 0 < len(day) < _DAY and day.replace("-", "").isdecimal()
    return whole and not printed.startswith(day)


def _same_channel(one: str, other: str) -> bool:
    return (
        not one or not other or one == other or any({one, other} <= same for same in _SAME_CHANNEL)
    )


def joined(drafts: Iterable[Draft]) -> list[Draft]:
    """Give one draft for each act, with the passages of all its drafts in the order of the text."""
    acts: dict[int, list[Draft]] = {}
    for each in drafts:
        acts.setdefault(each.act, []).append(each)
    return [_one(acts[act]) for act in sorted(acts)]


def _one(parts: Sequence[Draft]) -> Draft:
    if len(parts) == 1:
        return parts[0]
    quoted = [each for each in parts if each.kind in {"direct", "mixed"}]
    first = min(quoted or parts, key=lambda each: each.kind != "direct")
    dated = next((each.date for each in parts if _day(each)), first.date)
    speaker = _fullest([each.speaker for each in parts])
    same = [each for each in parts if each.speaker.name == speaker.name]
    return replace(
        first,
        passages=_apart(sorted((p for each in parts for p in each.passages), key=_place)),
        speaker=speaker,
        channel=next((each.channel for each in parts if each.channel), ""),
        date=dated,
        warnings=tuple(dict.fromkeys(word for each in parts for word in each.warnings)),
        confidence=_confidence(parts),
        likely=any(each.likely for each in parts),
        names_speaker=any(each.names_speaker for each in same),
        names_body=any(
            each.names_body and each.speaker.organisation == speaker.organisation for each in same
        ),
    )


def _confidence(parts: Sequence[Draft]) -> float:
    """Give how sure an act is: no surer than of whose each quotation in it is."""
    most = max(each.confidence for each in parts)
    vague = any(each.speaker.how in _VAGUE for each in parts if each.kind in {"direct", "mixed"})
    return min(most, NOT_SURE) if vague else most


def _place(each: Passage) -> tuple[int, int]:
    return each.start, -each.end


def _apart(passages: Iterable[Passage]) -> tuple[Passage, ...]:
    """Leave out passages that lie within others."""
    kept: list[Passage] = []
    for each in passages:
        if not kept or each.start >= kept[-1].end:
            kept.append(each)
    return tuple(kept)


def _fullest(speakers: Sequence[Speaker]) -> Speaker:
    """Give the speaker as the draft tells it that says most: a name, its role and its body."""
    return max(
        speakers, key=lambda each: (bool(each.name), bool(each.organisation), each.how is How.NAME)
    )
