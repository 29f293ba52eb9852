"""The role and the organisation of a person, from what stands before the name or beside it."""

from collections.abc import Sequence

from positions.extraction.entities import Cast
from positions.extraction.lexicon import listed
from positions.extraction.lexicon.verbs import FORMS
from positions.extraction.lexicon.words import (
    BREAKS,
    COLLECTIVE,
    DETERMINERS,
    ORGANISATION,
    PREPOSITIONS,
    PRONOUNS,
    ROLES,
)
from positions.extraction.naming import bare, names
from positions.extraction.nouns import AUXILIARY, STOPS, phrase_before
from positions.extraction.outline import Token

_HOLDING = frozenset(["of", "at", "for", "with", "from"])
_LEADING = listed(
    """runs leads chairs heads represents founded owns manages directs chaired led ran speaks
    works teaches"""
)
_LONGEST = 12  # tokens of an apposition that can be a role
_OVER = frozenset(["who", "which", "whose", "in", "on", "after", "before", "as", "that", "since"])
_NOTHING = ("", "")
_OWN = frozenset({"its", "their", "his", "her"})


def describe(everybody: Cast) -> None:
    """Give the persons of a text the roles and organisations that stand beside their names.

    The first description counts. Linear in the text.
    """
    for sentence, name in everybody.named:
        entity = everybody.by_name.get(" ".join(name.words).lower())
        if entity is None or not entity.person or (entity.role and entity.organisation):
            continue
        if _is_body(sentence.tokens, name.first, name.last):
            entity.person = False
            continue
        role, organisation = beside(sentence.tokens, name.first, name.last)
        entity.role = entity.role or role or title_role(name.title)
        entity.organisation = entity.organisation or organisation


def _is_body(tokens: Sequence[Token], first: int, last: int) -> bool:
    """Say whether "the company, Tarn Works," or "Tarn Works, an agency," stands there."""
    bodies = COLLECTIVE - ROLES
    if first and tokens[first - 1].lower in bodies:
        return True  # the tenants group Amber Renters
    if first > 2 and tokens[first - 1].lower == "," and tokens[first - 2].lower in bodies:
        noun = phrase_before(tokens, first - 1, max(0, first - 8))
        within = noun and noun.first and tokens[noun.first - 1].lower in PREPOSITIONS
        if noun and not within and tokens[noun.first].lower == "the":
            return last < len(tokens) and tokens[last].lower in STOPS
    if last + 2 < len(tokens) and tokens[last].lower == ",":
        words = [token.lower for token in tokens[last + 1 : last + 6]]
        ends = next((k for k, word in enumerate(words) if word in STOPS or word in PREPOSITIONS), 5)
        return words[0] in {"a", "an", "the"} and words[:ends][-1] in bodies
    return False


def title_role(title: str) -> str:
    """Give the role that a title is (mayor, senator), "" for Mr and its like."""
    last = title.rpartition(" ")[2]
    if last in ROLES:
        return title
    return f"{last.capitalize()}." if last in {"sen", "rep", "gov"} else ""


def beside(tokens: Sequence[Token], first: int, last: int) -> tuple[str, str]:
    """Read role and organisation from the words around a name."""
    role, organisation = _before(tokens, first)
    after = _after(tokens, last)
    return role or after[0], organisation or after[1]


def _before(tokens: Sequence[Token], first: int) -> tuple[str, str]:
    at = first
    while at and tokens[at - 1].capital and tokens[at - 1].lower in ROLES:
        at -= 1
    if at > 1 and tokens[at - 1].lower == ",":
        noun = phrase_before(tokens, at - 1, max(0, at - 14))
        closed = tokens[first : first + 1] and noun is not None
        if (
            closed
            and noun
            and (
                tokens[noun.first].lower in DETERMINERS
                or bare(tokens[noun.first].text) != tokens[noun.first].text
            )
            and any(token.lower in ROLES for token in tokens[noun.first : noun.last])
        ):
            return read(tokens[noun.first : noun.last])
        return _NOTHING
    low = at
    while low and at - low < _LONGEST and _describes(tokens[low - 1]):
        low -= 1
    if any(token.lower in ROLES for token in tokens[low:first]):
        return read(tokens[low:first])
    return _NOTHING


def _describes(token: Token) -> bool:
    lower = token.lower
    if lower in STOPS or lower in BREAKS or lower in AUXILIARY or lower in PRONOUNS:
        return False
    form = FORMS.get(lower)
    if form and not token.capital and form.form != "base" and lower not in ROLES:
        return False
    return lower not in PREPOSITIONS or lower in {"of", "for"}


def _after(tokens: Sequence[Token], last: int) -> tuple[str, str]:
    if last >= len(tokens):
        return _NOTHING
    lower = tokens[last].lower
    if lower in {"of", "from", "at"} and last + 1 < len(tokens):
        return "", _organisation(tokens[last : last + _LONGEST])
    if lower != "," or last + 1 >= len(tokens):
        return _NOTHING
    end = last + 1
    while end < len(tokens) and end - last < _LONGEST and tokens[end].lower not in STOPS:
        end += 1
    following = tokens[last + 1]
    if following.lower in {"who", "whose"}:
        if last + 3 < end and tokens[last + 2].lower in _LEADING:
            inner = last + 2 + (tokens[last + 3].lower in {"for", "at", "on"})
            return "", _organisation(tokens[inner:end])
        return _NOTHING
    if following.lower in {"a", "an", "the"} and not _has_role(tokens[last + 1 : end]):
        return _plain(tokens[last + 2 : end])
    return read(tokens[last + 1 : end])


def _plain(tokens: Sequence[Token]) -> tuple[str, str]:
    """Read a description that is no known role (a crossing keeper): its words up to "who"."""
    words = []
    for token in tokens:
        if token.lower in BREAKS or token.lower in PREPOSITIONS or token.lower == "and":
            break
        words.append(token.text)
    return (" ".join(words), "") if 1 <= len(words) <= 4 and words[-1].islower() else _NOTHING


def read(tokens: Sequence[Token]) -> tuple[str, str]:
    """Read "director of the Amber Board", "Amber Board director" or "the board's director"."""
    at = 0
    while at < len(tokens) and tokens[at].lower in DETERMINERS - _OWN:
        at += 1
    owned = [index for index, token in enumerate(tokens) if token.lower in _OWN]
    rest = list(tokens[max([at, *owned]) :])
    for index, token in enumerate(rest):
        if token.lower in _OVER or (token.lower == "and" and not _has_role(rest[index:])):
            rest = rest[:index]
            break
    if not rest:
        return _NOTHING
    if rest[0].lower in _HOLDING:
        return "", _organisation(rest)
    if rest[0].lower in _OWN:
        return (read(rest[1:])[0], rest[0].lower) if len(rest) > 1 else _NOTHING
    return _divided(rest) or _prefixed(rest)


def _divided(rest: Sequence[Token]) -> tuple[str, str] | None:
    """Read "the board's director" or "director of the board", where a role stands in it."""
    for index, token in enumerate(rest):
        before, after = rest[:index], rest[index + 1 :]
        joined = bool(after) and after[0].capital and after[0].lower in ORGANISATION
        if (
            bare(token.text) != token.text
            and not joined
            and _has_role(after)
            and not _has_role(before)
        ):
            return read(after)[0], _joined(before, bare(token.text))
    for index, token in enumerate(rest):
        if token.lower in _HOLDING and _has_role(rest[:index]):
            organisation = _organisation(rest[index:])
            if organisation:
                return read(rest[:index])[0], organisation
    return None


def _has_role(tokens: Sequence[Token]) -> bool:
    return any(token.lower in ROLES for token in tokens)


def _prefixed(tokens: Sequence[Token]) -> tuple[str, str]:
    """Read "Amber Board senior director": capitals up to the role."""
    if not _has_role(tokens):
        return _NOTHING
    index = 0
    while index < len(tokens) and not (
        tokens[index].text.islower() or tokens[index].lower in ROLES
    ):
        index += 1
    while index and index < len(tokens) and tokens[index].lower in ORGANISATION - ROLES:
        index += 1
    organisation = tokens[:index]
    if any(token.text == "(" for token in organisation):
        opening = next(k for k, token in enumerate(organisation) if token.text == "(")
        organisation = organisation[:opening]
    elif index < len(tokens) and tokens[index].text == "(":
        index += 3
    role = " ".join(token.lower if token.text.istitle() else token.text for token in tokens[index:])
    return role, _joined(organisation, "")


def _joined(tokens: Sequence[Token], last: str) -> str:
    words = [token.text for token in tokens if token.lower not in {"the", "a", "an"}]
    return " ".join([*words, last] if last else words)


def _organisation(tokens: Sequence[Token]) -> str:
    """Read the organisation after "of" or "at": a name, or a noun like board."""
    found = [each for each in names(tokens, frozenset()) if each.first <= 4]
    if found and not found[0].title:
        between = tokens[1 : found[0].first]
        if all(
            token.lower in DETERMINERS
            or token.lower.endswith(
                ("group", "union", "charity", "s", "firm", "company", "body", "network", "campaign")
            )
            for token in between
        ):
            return " ".join(found[0].words)
    words = [token for token in tokens[1:5] if token.lower not in DETERMINERS]
    for index, token in enumerate(words):
        if token.lower in STOPS or token.lower in PREPOSITIONS:
            words = words[:index]
            break
    heads = [k for k, token in enumerate(words) if token.lower in COLLECTIVE | ORGANISATION]
    if heads and tokens[1].lower == "the":
        return " ".join(token.text for token in words[: heads[-1] + 1])
    return ""
