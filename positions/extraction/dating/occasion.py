"""Stage 10, of one attribution: through which channel something was said, and when."""

import re
from dataclasses import dataclass, field

from positions.extraction.dating.expressions import Expression, Expressions
from positions.extraction.draft import How, Pattern, Speaker, When
from positions.extraction.lexicon.verbs import FORMS
from positions.extraction.lexicon.words import DOCUMENTS
from positions.extraction.quotations.attribution import Attribution

_CHANNEL = re.compile(
    r"\b(?:[Ii]n|[Oo]n|through|via|from|during|by) (?:an?|the|his|her|its|their|that|this|another)"
    r" (?:[a-z-]+ ){0,2}?(letter|statement|post|interview|speech|report|email|e-mail|tweet"
    r"|newsletter|release|memo|article|submission|hearing|press conference|news conference"
    r"|meeting|debate|petition|resolution|broadcast|column|filing|complaint|message|brief|podcast|blog)\b"
)
_PRESS = re.compile(r"\b(?:told|tells|telling) (?:reporters|journalists|the press)\b")
_THEN = re.compile(r"(?:At (?:the|that) time|(?:The|That) same (?:day|week|month|year))\b")
_BEFORE = re.compile(r"\b(?:(previously|in the past)|ha(?:ve|s) (?:long )?been [a-z]+ing)\b")
_SENT = re.compile(r"\b(?:filed|sent|signed|issued|released|published|tabled|delivered)\b")
_SENDS = re.compile(rf"(?<!\s)\s++(?:had |has )?{_SENT.pattern}\s++")
_RELATIVE = re.compile(r"\b(?:who|which|whose)\b[^,]*$")
_ASIDE = re.compile(r"[;:\x02\x03]|\b(?:that|who|which|when|after|before)\b")
_COMMENT = re.compile(r", (?:an?|the same|something) [a-z]")  # …, a point made in its post
_PARTED = re.compile(r"[,;:\x02\x03.]|\bthat\b|\bwho\b")
_WHO = re.compile(r", (?:who|which|whose)\b")
_OWNS = re.compile(r"['’]s ((?:[\w-]++ ?){1,3})")
_EVENT = re.compile(
    r",? (?:[a-z]+ )?(?:attacks?|elections?|votes?|referendum|shootings?|bombings?|killings?"
    r"|primary|primaries|caucus(?:es)?|massacre|raids?|floods?|fires?|deadline|crash|coup|strike)\b"
)
_OCCASIONS = frozenset(
    ["interview", "speech", "hearing", "meeting", "debate", "conference", "broadcast", "briefing",
     "session", "address", "remarks", "edition", "programme", "program", "show", "rally"]
)  # fmt: skip
_OPENS = re.compile(
    r"(?:(?<=[.!?”\"\x02\x03] )|(?<=\n)|\A)"
    r"(?:Speaking|Appearing|Asked|Interviewed|Addressing|Testifying|Writing)\b[^.!?\n]{1,300}"
)
_AT = frozenset(["", "on", "in", "late", "early", "earlier"])
_STILL = frozenset(["has", "have", "is", "are"])
_APART = frozenset([Pattern.TRANSCRIPT, Pattern.LETTER, Pattern.STATEMENT, Pattern.NO_REPLY])
_NO_OCCASION = (-1, "", Expression(0, 0, "", ""))
_SAME_OCCASION = 5  # paragraphs over which a speaker is taken to go on where he spoke
_FILED = 60  # characters from a document to the day on which it was filed
_FAR = 300  # characters around an attribution in which its date and channel are looked for
_YEAR = len("2024")
_CLOSE = 12  # characters between a year and the verb that it dates
_NEAR = 70  # characters after an attribution within which a date belongs to it


@dataclass(slots=True)
class Days:
    """The times that the article prints, and those of the documents and speakers met so far."""

    printed: str  # the article's own, in EDTF; empty where it is not known
    expressions: Expressions
    basis: str = "article"  # or "dateline", where the text itself prints that day
    documents: dict[str, Expression] = field(default_factory=dict)
    written: tuple[int, Expression] | None = None  # the paragraph that last dated a document
    last: tuple[int, Speaker, Expression] | None = None  # paragraph, speaker, when
    heard: int = 0  # where the last attribution without a day of its own ended
    occasions: dict[str, tuple[int, str, Expression]] = field(default_factory=dict)
    """Of each speaker the last: in which paragraph, through which channel, on which day."""


def channel(opaque: str, given: Attribution) -> str:
    """Give the form in which something was said, as the sentence names it; "" for none."""
    sentence = given.sentence
    if given.noun:
        for token in sentence.tokens[given.noun.first : given.noun.last]:
            if token.lower in DOCUMENTS:
                return token.lower
    if given.cue and given.cue.lemma == "tweet":
        return "tweet"
    low, high = _attribution(given)
    start, end = max(sentence.start, low - _FAR), min(sentence.end, high + _FAR)
    for found in _CHANNEL.finditer(opaque, start, end):
        if not _COMMENT.search(opaque, high, found.start()):
            return found.group(1).replace("e-mail", "email")
    return "press" if _PRESS.search(opaque, start, end) else ""


def when(opaque: str, given: Attribution, speaker: Speaker, days: Days) -> When:
    """Give the date of an attribution, and remember it for those after it."""
    sentence = given.sentence
    low, high = _attribution(given)
    start, end = max(sentence.start, low - _FAR), min(sentence.end, high + _FAR)
    found = days.expressions.between(start, end)
    _file(opaque, start, found, days)
    written = _document(given)
    if (
        not written
        and speaker.how in {How.PRONOUN, How.DOCUMENT}
        and speaker.name in days.documents
    ):
        written = speaker.name
    near = [each for each in found if _belongs(opaque, each, given, low, high)]
    if given.pattern is Pattern.STATEMENT and given.spans:
        below = days.expressions.between(sentence.start, given.spans[0][0])
        near += [each for each in below if each.is_day]
    # What is clear first, then what stands right after the verb, then in the order of the text.
    near.sort(key=lambda each: (not each.edtf, not _follows(opaque, each, high)))
    if near:
        days.last = (sentence.paragraph, speaker, near[0])
        through = channel(opaque, given)
        if speaker.name:
            days.occasions[speaker.name] = (sentence.paragraph, through, near[0])
        if written:
            days.documents[written] = near[0]
        if written or through:
            days.written = (sentence.paragraph, near[0])
        return When(near[0].text, near[0].edtf, "clause")
    known = _known(given, speaker, written, days) or _then(opaque, given, days)
    known = known or _same_occasion(opaque, given, speaker, days)
    known = known or _introduced(opaque, given, speaker, days)
    days.heard = sentence.end
    if known is not None:
        return known
    if days.printed and (earlier := _BEFORE.search(opaque, low, high)):
        return When(earlier[1] or "", f"../{days.printed}", "clause")
    return When("", days.printed, days.basis if days.printed else "unknown")


def _known(given: Attribution, speaker: Speaker, written: str, days: Days) -> When | None:
    """Give the date that the document, or the speaker in this paragraph, was given before."""
    paragraph = given.sentence.paragraph
    if written in days.documents:
        known = days.documents[written]
        return When(known.text, known.edtf, "channel")
    writes = given.cue is not None and given.cue.lemma == "write"
    if writes and days.written and paragraph - days.written[0] <= 1:
        return When(days.written[1].text, days.written[1].edtf, "channel")
    if days.last and days.last[0] == paragraph and _goes_on(days.last[1], speaker):
        return When(days.last[2].text, days.last[2].edtf, "paragraph")
    return None


def _same_occasion(opaque: str, given: Attribution, speaker: Speaker, days: Days) -> When | None:
    """Give the day on which a speaker was last said to speak, a few paragraphs before.

    Not where he now says it through another channel, or says it still (says, has said), or where
    his words stand apart with an occasion of their own (a transcript, a letter).
    """
    if given.pattern in _APART:
        return None
    paragraph, through, said = days.occasions.get(speaker.name, _NO_OCCASION)
    if not said.is_day or not 0 <= given.sentence.paragraph - paragraph <= _SAME_OCCASION:
        return None
    now = channel(opaque, given)
    if (now and now != through) or _is_present(given):
        return None
    return When(said.text, said.edtf, "paragraph")


def _introduced(opaque: str, given: Attribution, speaker: Speaker, days: Days) -> When | None:
    """Give the day of an occasion that the sentence before brings in: Speaking on Monday, ….

    Only for the first who is heard after it.
    """
    start = given.sentence.start
    since = max(days.heard, start - _FAR, 0)
    if given.pattern in _APART or since >= start:
        return None
    for each in _OPENS.finditer(opaque, since, start):
        printed = [one for one in days.expressions.between(*each.span()) if one.is_day]
        if printed and speaker.how is not How.UNNAMED:
            days.occasions[speaker.name] = (given.sentence.paragraph, "", printed[0])
            return When(printed[0].text, printed[0].edtf, "paragraph")
    return None


def _is_present(given: Attribution) -> bool:
    """Say whether the verb is in the present: says, has said, is saying."""
    if given.cue is None:
        return False
    tokens, at = given.sentence.tokens, given.cue.first
    before = tokens[at - 1].lower if at else ""
    form = FORMS.get(tokens[at].lower)
    return (form is not None and form.form == "finite") or before in _STILL


def _then(opaque: str, given: Attribution, days: Days) -> When | None:
    """Read “at the time”: the last time that the paragraph names before it."""
    start = given.sentence.start
    same = _THEN.match(opaque, start)
    since = max(opaque.rfind("\n", 0, start), start - _FAR, 0)
    before = days.expressions.between(since, start) if same else []
    return When(same.group(), before[-1].edtf, "paragraph") if same and before else None


def _goes_on(before: Speaker, now: Speaker) -> bool:
    """Say whether the same speaks, or a spokesperson without a name for the same organisation."""
    held = before.organisation.split()
    if now.name == before.name and now.name:
        return True
    return bool(held) and now.how is How.UNNAMED and now.organisation.split()[: len(held)] == held


def _file(opaque: str, start: int, found: list[Expression], days: Days) -> None:
    """Remember the days on which documents were written: a resolution filed on Thursday."""
    for each in found:
        for word in opaque[max(start, each.start - _FILED) : each.start].lower().split():
            if word.strip(",") in DOCUMENTS and each.is_day:
                days.documents.setdefault(word.strip(","), each)


def _document(given: Attribution) -> str:
    if given.noun:
        for token in given.sentence.tokens[given.noun.first : given.noun.last]:
            if token.lower in DOCUMENTS:
                return token.lower
    return ""


def _attribution(given: Attribution) -> tuple[int, int]:
    """Give the edges of cue and subject in the text."""
    tokens = given.sentence.tokens
    low, high = given.sentence.start, given.sentence.start
    if given.cue:
        low, high = tokens[given.cue.low].start, tokens[given.cue.last - 1].end
    elif given.noun:
        low = high = tokens[given.noun.first].start
    if given.noun and given.noun.last <= len(tokens):
        low = min(low, tokens[given.noun.first].start)
        high = max(high, tokens[given.noun.last - 1].end)
    return low, high


def _belongs(opaque: str, each: Expression, given: Attribution, low: int, high: int) -> bool:
    """Say whether an expression stands in the attribution, not in what is reported."""
    for start, end in given.spans:
        if start <= each.start < end:
            last = given.pattern is Pattern.STANCE and each.end >= end - 1
            return last and each.is_day  # promised a bill in January
    if _is_of_another(opaque, each):
        return False
    if _is_of_document(opaque, each, given):
        return True
    if low <= each.start <= high:
        if _WHO.search(opaque, low, each.start) and "," in opaque[each.end : high]:
            return False  # N, who left on Tuesday, said
        tokens = given.sentence.tokens
        said = tokens[given.cue.low].start if given.cue else each.end
        verb = tokens[given.cue.first].start if given.cue else each.end
        if len(each.edtf) == _YEAR and verb - each.end > _CLOSE:
            return False  # N recalled the deficit in 1980 to claim that …
        return each.is_day or "," not in opaque[each.end : said]
    if each.start < low:
        before = opaque[given.sentence.start : each.start]
        if not each.is_day and before.strip():
            return False  # said that it would open in November and added
        return "," not in before or before.count(",") == 1
    between = opaque[high : each.start]
    return len(between) <= _NEAR and not _PARTED.search(between)


def _follows(opaque: str, each: Expression, high: int) -> bool:
    """Say whether an expression stands right after the verb with its subject: said on Friday."""
    return each.start >= high and opaque[high : each.start].strip() in _AT


def _is_of_another(opaque: str, each: Expression) -> bool:
    """Say whether it is the time of something else: last Friday's flood, after the May vote."""
    owned = _OWNS.match(opaque, each.end)
    if owned is None:
        the = "the" in opaque[max(0, each.start - 5) : each.end].lower().split()
        return the and each.is_day and _EVENT.match(opaque, each.end) is not None
    return not any(word in DOCUMENTS or word in _OCCASIONS for word in owned[1].lower().split())


def _is_of_document(opaque: str, each: Expression, given: Attribution) -> bool:
    """Say whether it dates the document: in an email provided to us last month; filed in May."""
    start = given.sentence.start
    if given.pattern is Pattern.QUOTED_DOCUMENT and given.noun is not None:
        first = given.sentence.tokens[given.noun.first].start
        return each.end < first and _SENDS.fullmatch(opaque, each.end, first) is not None
    loose = each.text.startswith("in ")  # "a report on the flood in May"
    inherits = given.cue is not None and given.cue.order == "participle"
    if inherits and not loose and not _ASIDE.search(opaque, start, each.start):
        return given.cue is not None and each.start < given.sentence.tokens[given.cue.first].start
    for written in _CHANNEL.finditer(opaque, start, each.start):
        between = opaque[written.end() : each.start]
        if len(between) > _FILED or _ASIDE.search(between) or "," in between:
            continue
        if _COMMENT.search(opaque, given.sentence.start, written.start()):
            return False
        if not loose or not between.strip() or _SENT.search(between):
            return _RELATIVE.search(opaque, start, written.start()) is None
    return False
