"""Stage 5, first: the cues of a sentence: verbs of saying with subjects, and "according to"."""

from collections.abc import Sequence

from positions.extraction.lexicon.verbs import (
    AFTER_QUOTATION,
    FORMS,
    LOOSE,
    NOUN_LIKE,
    OF_MIND,
    PHRASES,
    QUOTING,
    Verb,
)
from positions.extraction.lexicon.words import (
    ADVERBS,
    BE,
    DASHES,
    DETERMINERS,
    DO,
    DOCUMENTS,
    FINDINGS,
    HAVE,
    MODALS,
    NEGATIONS,
    PEOPLE,
    PREPOSITIONS,
    PRONOUNS,
)
from positions.extraction.phrases.nouns import Noun, is_adverb, is_generic, phrase_before
from positions.extraction.phrases.nouns_after import opened_by, phrase_after
from positions.extraction.phrases.subjects import subject_before
from positions.extraction.quotations.cue import (
    Cue,
    Order,
    edge,
    is_naming,
    is_time_at,
    made,
    word_at,
)
from positions.extraction.text.outline import Token

_REPORTS = 3  # tokens of a phrase for what is said by nobody in particular
_CALLS = frozenset(["telephone", "phone", "email", "e-mail", "text", "video", "satellite"])
_OF_TWO = frozenset(phrase.partition(" ")[0] for phrase in PHRASES)
_INVERTED = 8  # tokens of a line that opens with its verb and ends in a colon
_OUGHT = frozenset(["should", "must", "can", "could", "might", "may", "will"])
_BESIDE = 6  # tokens between a quotation and a verb after its subject
_NAME = 5  # tokens of a name after "with"
_NEAR = 12  # tokens before a verb in which its subject is looked for
_SAYING = frozenset(["saying", "telling", "writing", "arguing", "claiming", "warning", "insisting"])
_AS_SAYING = 20  # tokens between "quoted" and "as saying"
_HELPING = MODALS | DO | NEGATIONS
_PASSED = ADVERBS | NEGATIONS
_PLURALS = PEOPLE | DOCUMENTS


def cues(tokens: Sequence[Token]) -> list[Cue]:
    """Find the cues of a sentence, in order. Linear in its length."""
    found: list[Cue] = []
    floor = 0
    for at, token in enumerate(tokens):
        lower = token.lower
        if token.quotation >= 0:
            floor = at + 1
            continue
        cue = None
        if lower in QUOTING:
            cue = _quoted_as(tokens, at, floor)
        elif lower == "according" and word_at(tokens, at + 1) == "to":
            cue = _according(tokens, at)
        else:
            pair = f"{lower} {word_at(tokens, at + 1)}" if lower in _OF_TWO else ""
            if pair in PHRASES:
                cue = _verb(tokens, at, 2, PHRASES[pair], floor)
            elif lower in FORMS and not (token.capital and at):
                opening = _inverted(tokens, FORMS[lower]) if at == 0 else None
                cue = opening or _verb(tokens, at, 1, FORMS[lower], floor)
            elif lower in OF_MIND and _is_progressive(tokens, at):
                cue = _verb(tokens, at, 1, Verb(lower, "think", "participle"), floor)
        if cue and not _is_finding(tokens, cue.subject):
            if found and cue.first < found[-1].last:
                continue
            found.append(cue)
    return found


def _is_finding(tokens: Sequence[Token], noun: Noun | None) -> bool:
    """Say whether the subject is a study or a poll: a finding, not somebody's position."""
    if noun is None:
        return False
    for token in tokens[noun.first : noun.last]:
        if token.lower in {"of", "by", "for", "from", "in", "on", ","}:
            break
        if token.lower in FINDINGS and not token.capital:
            return True
    head = tokens[noun.last - 1]
    return head.lower == "reports" and noun.last - noun.first <= _REPORTS  # media reports


def _according(tokens: Sequence[Token], at: int) -> Cue | None:
    noun = opened_by(tokens, at + 2)
    if noun is None:
        return None
    high = edge(noun)
    content = high + 1 if word_at(tokens, high) == "," else high
    return Cue(at, at + 2, "according to", "say", "according-to", noun, False, False, False, at,
               high, content)  # fmt: skip


def _quoted_as(tokens: Sequence[Token], at: int, floor: int) -> Cue | None:
    """Read "the paper quoted N as saying" and "N was quoted as saying": N's words, not the paper's.

    The cue lasts from "quoted" to "saying".
    """
    end = min(len(tokens) - 1, at + _AS_SAYING)
    as_ = next((k for k in range(at + 1, end) if tokens[k].lower == "as"
                and tokens[k + 1].lower in _SAYING), None)  # fmt: skip
    if as_ is None:
        return None
    subject = subject_before(tokens, at, floor)
    noun = subject.noun if subject.passive else phrase_after(tokens, at + 1)
    if noun is None or (subject.passive and word_at(tokens, at - 1) not in BE):
        return None
    order: Order = "subject-verb" if subject.passive else "verb-subject"
    low = subject.noun.first if subject.noun else at
    high = as_ + 2
    return Cue(
        at,
        high,
        "say",
        "say",
        order,
        Noun(noun.first, min(noun.last, as_)) if not subject.passive else noun,
        False,
        subject.negated,
        False,
        low,
        high,
        high,
    )


def _verb(tokens: Sequence[Token], at: int, width: int, verb: Verb, floor: int) -> Cue | None:
    if not _is_verb(tokens, at, width, verb):
        return None
    before, follows = word_at(tokens, at - 1), _follows_quotation(tokens, at)
    if verb.lemma in LOOSE and not (follows or _speaks(tokens, at, width)):
        return None
    if verb.form == "participle" and not _is_progressive(tokens, at):
        return _participle(tokens, at, width, verb)
    if (follows or before == ",") and verb.form != "base" and verb.sort in AFTER_QUOTATION:
        noun = phrase_after(tokens, at + width)
        if noun and (follows or (verb.lemma == "say" and _ends_clause(tokens, noun))):
            return made(tokens, at, width, verb, "verb-subject", noun, False, False, False)
    if verb.sort == "think" and verb.form == "base" and before in _OUGHT:
        return None  # judges should think about it
    subject = subject_before(tokens, at, floor)
    inherits = subject.inherits and before in {"and", "but", ",", "then"}
    names = verb.lemma == "call" and is_naming(tokens, at, subject.noun)
    passive = names or (subject.passive and verb.form != "participle")
    if passive or (subject.noun is None and not inherits):
        return None
    if tokens[at].lower in NOUN_LIKE and not (
        subject.noun
        and (is_generic(tokens, subject.noun) or before in PRONOUNS)
        and not _is_bare(tokens, subject.noun)
    ):
        return None
    return made(tokens, at, width, verb, "subject-verb", subject.noun, subject.inherits,
                 subject.negated, subject.modal)  # fmt: skip


def _is_bare(tokens: Sequence[Token], noun: Noun) -> bool:
    """Say whether a phrase is one small singular word (member states), no subject by itself."""
    word = tokens[noun.first]
    single = noun.last - noun.first == 1 and word.text.islower() and word.lower not in PRONOUNS
    return single and not word.lower.endswith("s") and word.lower not in PEOPLE


def _inverted(tokens: Sequence[Token], verb: Verb) -> Cue | None:
    """Read "Continued Brae: …", where the verb opens its sentence."""
    colon = any(token.lower == ":" for token in tokens[1:_INVERTED])
    if not colon or verb.form not in {"past", "finite"}:
        return None
    noun = phrase_after(tokens, 1) if tokens[1].capital else None
    return made(tokens, 0, 1, verb, "verb-subject", noun, False, False, False) if noun else None


def _speaks(tokens: Sequence[Token], at: int, width: int) -> bool:
    """Say whether a colon, "that" or a comma and a quotation follow, or a quotation, a subject."""
    following = word_at(tokens, at + width)
    if following in {":", "that"}:
        return True
    if following == "," and at + width + 1 < len(tokens):
        return tokens[at + width + 1].quotation >= 0
    before = tokens[max(0, at - _BESIDE) : at]
    comma = next((k for k in range(len(before) - 1, -1, -1) if before[k].quotation >= 0), None)
    return comma is not None and not any(each.lower in {",", ";"} for each in before[comma + 1 :])


def _is_verb(tokens: Sequence[Token], at: int, width: int, verb: Verb) -> bool:
    """Say whether a form is a verb here: not "the claims", "a written policy", "said by"."""
    before, lower = word_at(tokens, at - 1), tokens[at].lower
    if verb.form == "base":
        return (
            before in _HELPING
            or _is_plural(tokens, at)
            or (
                (lower not in NOUN_LIKE or word_at(tokens, at + 1) in {"the", "that"})
                and before not in DETERMINERS
                and _are_people(tokens, at)
            )
        )
    by = word_at(tokens, at + width) == "by"
    if verb.form == "past" and by and word_at(tokens, at + width + 1) not in _CALLS:
        return False  # but: said by telephone
    if before in DETERMINERS and before not in {"that", "this", "both"}:
        return False
    if verb.form == "past" and before.endswith(("'s", "s'")):
        return False  # the board's proposed ban
    if verb.form == "finite" and lower in NOUN_LIKE:
        following = FORMS.get(word_at(tokens, at + width))
        if before in BE | HAVE or (following and following.form in {"past", "finite"}):
            return False  # have claims; newspaper reports said
    return not (lower in NOUN_LIKE and (before in PREPOSITIONS or "'" in before))


def _follows_quotation(tokens: Sequence[Token], at: int) -> bool:
    position = at - 1
    while position >= 0 and (
        tokens[position].lower in {",", "-", *DASHES} or tokens[position].lower in ADVERBS
    ):
        position -= 1
    return position >= 0 and tokens[position].quotation >= 0


def _is_progressive(tokens: Sequence[Token], at: int) -> bool:
    position = at - 1
    while position >= 0 and tokens[position].lower in _PASSED:
        position -= 1
    return position >= 0 and tokens[position].lower in BE


def _is_plural(tokens: Sequence[Token], at: int) -> bool:
    before = word_at(tokens, at - 1)
    if before in ADVERBS and at > 1:
        before = word_at(tokens, at - 2)
    return (
        before in _PLURALS
        or before in {"they", "who"}
        or (
            before.endswith("s")
            and len(before) > 3
            and not before.endswith(("ss", "'s"))
            and FORMS.get(word_at(tokens, at)) is not None
            and word_at(tokens, at) not in NOUN_LIKE
        )
    )


def _are_people(tokens: Sequence[Token], at: int) -> bool:
    """Say whether people are the subject, whatever is told of them: fishermen in Amber say."""
    noun = phrase_before(tokens, at, max(0, at - _NEAR))
    if noun is None:
        return False
    inner = tokens[noun.first : noun.last]
    end = next((k for k, token in enumerate(inner) if token.lower in PREPOSITIONS), 0)
    return end > 0 and (inner[end - 1].lower in PEOPLE or inner[end - 1].lower.endswith("men"))


def _participle(tokens: Sequence[Token], at: int, width: int, verb: Verb) -> Cue | None:
    before = word_at(tokens, at - 1)
    if before in DOCUMENTS and at > 1:
        noun = Noun(at - 2 if word_at(tokens, at - 2) in DETERMINERS else at - 1, at)
        return made(tokens, at, width, verb, "participle", noun, False, False, False)
    if (named := _named_with(tokens, at)) is not None:
        return made(tokens, at, width, verb, "participle", named, False, False, False)
    if at and before not in {",", "and", "by", "before", "while", "after", "but", *DASHES}:
        return None
    if verb.lemma in {"report", "begin", "read", "back", "object"}:
        return None
    return made(tokens, at, width, verb, "participle", None, True, False, False)


def _named_with(tokens: Sequence[Token], at: int) -> Noun | None:
    """Find who does it in "with N saying" or "with N reportedly saying"."""
    end = at - is_adverb(word_at(tokens, at - 1))
    first = end
    while first > max(0, end - _NAME) and tokens[first - 1].capital:
        first -= 1
    return Noun(first, end) if first < end and word_at(tokens, first - 1) == "with" else None


def _ends_clause(tokens: Sequence[Token], noun: Noun) -> bool:
    following = word_at(tokens, edge(noun))
    return following in {"", ".", ",", "who", ";", ":"} or is_time_at(tokens, edge(noun))
