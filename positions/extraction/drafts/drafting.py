"""Stage 11: drafts from attributions and speakers: cue, channel, date, modality, confidence."""

import re

from positions.extraction.dating.occasion import Days, channel, when
from positions.extraction.draft import (
    NOT_SURE,
    CueWords,
    Draft,
    How,
    Modality,
    Pattern,
    Speaker,
    passage,
)
from positions.extraction.lexicon.places import COUNTRIES, LAWMAKERS, PARTIES, STATE_OFFICES
from positions.extraction.lexicon.roles import FORMER, INTERVIEWERS, MEMBERS_OF
from positions.extraction.lexicon.verbs import UNSPOKEN
from positions.extraction.lexicon.words import BODIES, MEDIA
from positions.extraction.people.persons import is_law
from positions.extraction.quotations.attribution import HEADING, Attribution

# Of each pattern's drafts in the development part of the gold articles, the share whose words and
# speaker were right, with one right and one wrong added so that few say little.
CONFIDENCE = {
    Pattern.SUBJECT_VERB: 0.97,
    Pattern.VERB_SUBJECT: 0.96,
    Pattern.TRANSCRIPT: 0.94,
    Pattern.LETTER: 0.94,
    Pattern.SIGNED: 0.9,
    Pattern.STATEMENT: 0.9,
    Pattern.ZERO_THAT: 0.93,
    Pattern.FLOATING: 0.91,
    Pattern.NO_REPLY: 0.91,
    Pattern.PARTICIPLE: 0.89,
    Pattern.COLON: 0.86,
    Pattern.CUE_BEFORE: 0.86,
    Pattern.THAT_CLAUSE: 0.86,
    Pattern.BLOCK: 0.8,
    Pattern.STANCE: 0.73,
    Pattern.TRAILING: 0.67,
}
_FEW = 4  # words in marks that are no quotation, unless somebody is known to have said them
_UNMEASURED = 0.5  # of a pattern that the gold articles hardly have
_UNKNOWN = 0.5  # of the pattern's confidence is left when the speaker is not known
# Of real articles, the share of what is told, and of what is said by whom the text only describes,
# that an editor would take as it stands, against what a quotation with a name reaches.
_OF_KIND = {"indirect": 0.75, "mixed": 0.9}
_OF_SPEAKER = {How.DOCUMENT: 0.6, How.HEAD_NOUN: 0.7, How.ROLE: 0.7, How.UNNAMED: 0.7}

_EXPLAINING = frozenset(
    ["analysts", "experts", "observers", "economists", "commentators", "sources", "insiders",
     "officials", "pundits", "pollsters", "newspaper", "newspapers", "media"]
)  # fmt: skip
_NUMBERS = ("two", "three", "four", "five", "six", "seven", "eight", "nine", "ten")
_FIGURE = rf"(?:\d++|{'|'.join(_NUMBERS)})"
_COUNTED = frozenset(["both", *_NUMBERS])
_SHARE = re.compile(
    r"\A(?:most|half)\b|\b(?:per ?cent|percentage|proportion|a majority|majority of"
    rf"|(?:one|{_FIGURE}) (?:in|of|out of) (?:every )?{_FIGURE})\b",
    re.IGNORECASE,
)
_REPORTING = frozenset(["correspondent", "reporter", "editor", "journalist", "presenter"])
_EXPLICIT_PATTERNS = frozenset(
    [Pattern.SUBJECT_VERB, Pattern.VERB_SUBJECT, Pattern.CUE_BEFORE, Pattern.SPLIT,
     Pattern.LETTER, Pattern.STATEMENT, Pattern.TRANSCRIPT, Pattern.SIGNED]
)  # fmt: skip
_NAMED_THERE = frozenset([How.NAME, How.SURNAME, How.APPOSITION])
_OF_STATES = STATE_OFFICES | frozenset(["secretary", "president", "premier", "head"])
_UNSAID = frozenset(["say", "mention", "tell", "write", "note", "explain", "state"])
"""Verbs of which "did not" tells no position: it did not say that …."""
_LONG = 6  # words of a role that is a phrase rather than an office
_LED = MEMBERS_OF | frozenset(["president", "partner", "editor", "secretary", "leader", "chief"])
_OUTSIDE = frozenset(["advocate", "lawyer", "attorney", "investor", "critic", "guard", "teacher"])
"""Offices of those who act before a body, or for whom only a place is told."""
_ANY = frozenset(["firm", "school", "college", "hospital", "company", "department", "party"])
"""Nouns for bodies of which a text without a name means any."""
_ASKED = ("whether ", "if ", "why ", "how ", "what ", "when ", "who ")


def draft(source: str, opaque: str, given: Attribution, speaker: Speaker, days: Days) -> Draft:
    """Make the draft of one attribution. Linear in its sentence."""
    said_at, modality = when(opaque, given, speaker, days), _modality(opaque, given)
    warnings = given.warnings
    if said_at.text and not said_at.edtf:
        warnings = [*warnings, f"it is not clear when “{said_at.text}” was"]
    confidence = CONFIDENCE.get(given.pattern, _UNMEASURED)
    if not speaker.name and speaker.how is not How.UNNAMED:
        confidence *= _UNKNOWN
    if warnings:
        confidence *= 0.8
    confidence *= _OF_KIND.get(given.kind, 1.0) * _OF_SPEAKER.get(speaker.how, 1.0)
    if warnings or not _is_explicit(given, speaker, modality):
        confidence = min(confidence, NOT_SURE)
    return Draft(
        kind=given.kind,
        passages=tuple(passage(source, start, end) for start, end in given.spans),
        speaker=speaker,
        cue=_cue(source, given),
        channel=channel(opaque, given),
        date=said_at,
        modality=modality,
        pattern=given.pattern,
        confidence=round(confidence, 2),
        warnings=tuple(dict.fromkeys(warnings)),
        likely=_is_likely(source, given, speaker),
    )


def _is_explicit(given: Attribution, speaker: Speaker, modality: Modality) -> bool:
    """Say whether a draft may be sure: nothing in it had to be understood from elsewhere.

    A whole quotation, with its verb beside it or the name of who wrote it, asserted, of somebody
    named there. Who has an office of a state may speak for the state or for herself, which the
    words beside the name do not tell; so she is never sure. Nor is somebody of whom the text tells
    no organisation, unless she is a lawmaker or a candidate, or wrote the whole; a turn of a
    transcript is sure if the text tells an office, since who only asks has none.
    """
    if given.kind != "direct" or modality != "asserted":
        return False
    if given.cue is not None and given.cue.lemma == "report" and _is_reporter(speaker):
        return False  # whose words they are, a newspaper seldom says beside them
    if given.pattern not in _EXPLICIT_PATTERNS or speaker.how not in _NAMED_THERE:
        return False
    role = set(speaker.role.lower().replace(".", "").split())
    if not role.isdisjoint(_OF_STATES) or speaker.organisation.lower() in COUNTRIES:
        return False
    written = given.pattern is Pattern.LETTER or (given.pattern is Pattern.TRANSCRIPT and role)
    told = _is_evident(speaker.organisation, speaker)
    return told or bool(written) or not role.isdisjoint(LAWMAKERS)


def _is_evident(body: str, speaker: Speaker) -> bool:
    """Say whether a name shows by itself that it is a body's, or an office in it shows it.

    By the noun at its end or before "of" and "for", by initials, or by who leads it or speaks for
    it. Any other word with a capital may be a town's, a headline's or a person's.
    """
    words, role = body.lower().split(), speaker.role.lower().split()
    if not words or len(role) > _LONG or body.endswith(("'s", "’s", "'", "’")):
        return False
    if role and (role[-1] in _OUTSIDE or role[0] in FORMER):
        return False
    if body.islower():  # the planning commission, not the city
        return len(words) > 1 and words[-1] in BODIES - _ANY
    inner = [k for k, word in enumerate(words) if k and word in {"of", "for"}]
    initials = len(words) == 1 and len(body) > 1 and body.isupper() and body.isalpha()
    noun = words[-1] in BODIES or any(words[k - 1] in BODIES for k in inner)
    led = not _LED.isdisjoint(role) and body != speaker.name and words[-1] not in PARTIES
    return initials or noun or led


def _is_likely(source: str, given: Attribution, speaker: Speaker) -> bool:
    """Say whether somebody's position may stand there: no silence, no word at arm's length.

    What is told of nobody who is understood, and a few words in marks that are nobody's, are the
    reporter's own account more often than not.
    """
    if given.kind == "no_reply" or given.aside:
        return False
    described = speaker.how in {How.HEAD_NOUN, How.UNKNOWN, How.DOCUMENT}
    if HEADING in given.warnings and described and not speaker.organisation:
        return False
    if given.kind == "indirect" and (
        _is_reporter(speaker)
        or _is_share(speaker)
        or (given.cue is not None and given.cue.lemma in UNSPOKEN)
        or (given.cue is not None and given.cue.negated and given.cue.lemma in _UNSAID)
    ):
        return False
    if _is_law(source, given, speaker):
        return False
    if _is_question(source, given, speaker):
        return False
    nobody = not speaker.name and speaker.how is How.UNKNOWN and not speaker.candidates
    nobody = nobody or _is_anybody(speaker)
    if given.kind == "mixed":
        words = sum(len(source[start:end].split()) for start, end in given.spans)
        return not (nobody and words <= _FEW)
    return not (nobody and given.kind == "indirect")


def _is_law(source: str, given: Attribution, speaker: Speaker) -> bool:
    """Say whether a bill or a law is told to provide something: it takes no side."""
    law = speaker.mention is not None and is_law(speaker.mention.text)
    short = sum(len(source[start:end].split()) for start, end in given.spans) <= _FEW
    return law and (given.kind == "indirect" or short)


def _is_question(source: str, given: Attribution, speaker: Speaker) -> bool:
    """Say whether quoted words are a question that an interviewer puts, which is no position."""
    if given.cue is None or given.cue.lemma != "ask" or given.kind != "direct":
        return False
    end = given.spans[-1][1]
    role = speaker.role.lower().split()
    asks = not role or role[-1] in INTERVIEWERS
    held = not speaker.organisation or not MEDIA.isdisjoint(speaker.organisation.lower().split())
    return asks and held and source[given.spans[-1][0] : end].rstrip(" ,”\"'’").endswith("?")


def _is_anybody(speaker: Speaker) -> bool:
    """Say whether people in general speak (some voters, an official), of whom no body is told.

    Ten senators and the leaders of two councils are some in particular.
    """
    if speaker.organisation or speaker.mention is None:
        return False
    if speaker.how is How.UNNAMED:
        return True
    words = speaker.mention.text.lower().split()
    counted = not _COUNTED.isdisjoint(words) or any(map(str.isdecimal, words))
    return speaker.how is How.HEAD_NOUN and not counted


def _is_reporter(speaker: Speaker) -> bool:
    """Say whether somebody reports or explains what others want, and takes no side herself.

    So do a newspaper, its correspondent, and analysts or sources whom the text does not name.
    """
    words = speaker.name.lower().split()
    if speaker.how is How.HEAD_NOUN and words and words[-1] in _EXPLAINING:
        return True
    role = speaker.role.lower().split()
    if role:
        return role[-1] in _REPORTING and not MEDIA.isdisjoint(speaker.organisation.lower().split())
    held = speaker.organisation.lower().split()
    if held != words:
        return not MEDIA.isdisjoint(held)  # the Herald's N
    return bool(held) and bool({words[-1], words[0]} & MEDIA)


def _is_share(speaker: Speaker) -> bool:
    """Say whether a share of people is said to hold something: a finding, nobody's position."""
    return speaker.mention is not None and _SHARE.search(speaker.mention.text) is not None


def _cue(source: str, given: Attribution) -> CueWords | None:
    if given.cue is None:
        return None
    tokens = given.sentence.tokens
    start, end = tokens[given.cue.first].start, tokens[given.cue.last - 1].end
    return CueWords(start, end, source[start:end], given.cue.lemma)


def _modality(opaque: str, given: Attribution) -> Modality:
    cue = given.cue
    if cue is None:
        return "asserted"
    if cue.sort == "ask" and opaque.startswith(_ASKED, given.spans[0][0]):
        return "asked"
    if cue.negated:
        return "negated"
    return "conditional" if cue.modal else "asserted"
