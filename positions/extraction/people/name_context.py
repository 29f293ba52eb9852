"""Stage 7: what stands around a person's name: role and organisation, as the words give them."""

from collections.abc import Sequence

from positions.extraction.lexicon.roles import OF_PLACES, UNHELD
from positions.extraction.lexicon.verbs import FORMS, QUOTING
from positions.extraction.lexicon.words import (
    ARTICLES,
    BODIES,
    BREAKS,
    DETERMINERS,
    MEDIA,
    PREPOSITIONS,
    PRONOUNS,
    STOPPED_TITLES,
    TITLES,
)
from positions.extraction.people.clauses import led, predicate, whose
from positions.extraction.phrases.names import bare, is_title, names
from positions.extraction.phrases.nouns import AUXILIARY, STOPS, phrase_before
from positions.extraction.phrases.organisations import HOLDING, organisation
from positions.extraction.phrases.origins import is_town
from positions.extraction.phrases.roles import has_role, is_role, read, unlisted_role
from positions.extraction.text.outline import Token

_LONGEST = 14  # tokens of an apposition that can be a role
_CALLED = (TITLES | STOPPED_TITLES) - frozenset(
    ["professor", "prof", "judge", "justice", "gov", "govs", "sen", "sens", "rep", "reps", "pres",
     "sec", "atty", "cllr", "cllrs"]
)  # fmt: skip
"""What stands between an office and a name and says nothing of the office."""
_PAST = frozenset(
    ["met", "sent", "gave", "took", "made", "got", "came", "went", "saw", "left", "found", "held",
     "kept", "beat", "brought", "chose", "fought", "paid", "began", "became", "won", "lost",
     "accused", "attacked", "endorsed", "backed", "interviewed", "joined", "named", "defeated"]
)  # fmt: skip
_PARTING = PREPOSITIONS | frozenset(
    ["and", "or", "like", "unlike", "versus", "vs", "named", "called"]
)
_WITHIN = frozenset(["(", ")", "&", "/", "'", "’"])
_NOTHING = ("", "")


def beside(tokens: Sequence[Token], first: int, last: int) -> tuple[str, str]:
    """Read role and organisation from the words around a name."""
    role, held = _before(tokens, first)
    placed = first and not role and tokens[first - 1].lower in {"at", "in", "from"}
    after = _NOTHING if placed else _after(tokens, last)
    if not after[1] and not held:
        after = after if after[0] else predicate(tokens, last)
    role = after[0] or role if role in TITLES else role or after[0]
    if held in {"his", "her"}:
        held = after[1] or held  # her solicitor, N of the Amber Chambers
    return role, held or after[1] or _speaking_for(tokens, first)


def _before(tokens: Sequence[Token], first: int) -> tuple[str, str]:
    at = first
    while at and tokens[at - 1].capital and (is_role(tokens[at - 1]) or is_title(tokens[at - 1])):
        at -= 1
    if at and at < first and tokens[at - 1].lower == "the":
        at -= 1  # the Rev. N
    if at and tokens[at - 1].lower in _PARTING:
        return _NOTHING  # the prime minister and Mr N; a sceptic like N
    if at > 1 and tokens[at - 1].lower == ",":
        return _past_comma(tokens, at - 1)
    low = at
    while low and at - low < _LONGEST and describes(tokens[low - 1]):
        low -= 1
    upto = first
    while upto > low + 1 and tokens[upto - 1].lower.rstrip(".") in _CALLED:
        upto -= 1  # London mayor Mr N, union president Sgt. N
    if has_role(tokens[low:first]):
        role, held = read(tokens[low:upto])
        return role, held or _counterpart(tokens, low)
    if at and (owner := bare(tokens[at - 1].text)) != tokens[at - 1].text:
        return "", _owner(tokens[low : at - 1], tokens[at - 1], owner)
    return _NOTHING


def _past_comma(tokens: Sequence[Token], comma: int) -> tuple[str, str]:
    """Read the phrase before a comma and a name: the board's director, N."""
    if (owned := _whose_office(tokens, comma)) != _NOTHING:
        return owned
    noun = phrase_before(tokens, comma, max(0, comma - 15))
    if noun is None:
        return _NOTHING
    inner = tokens[noun.first : noun.last]
    opens = inner[0].lower in DETERMINERS or is_role(inner[0])
    owners = [k for k, token in enumerate(inner) if bare(token.text) != token.text]
    if (opens or owners) and has_role(inner):
        return read(inner)
    return _possessed(inner, owners[-1]) if owners else _NOTHING


def _whose_office(tokens: Sequence[Token], comma: int) -> tuple[str, str]:
    """Read "the Amber Board, whose president, N": role and body."""
    at = next((k for k in range(comma - 1, max(0, comma - 6), -1) if tokens[k].lower == "whose"), 0)
    if at < 2 or not has_role(tokens[at + 1 : comma]):
        return _NOTHING
    end = at - (tokens[at - 1].lower == ",")
    held = [each for each in names(tokens[:end], frozenset()) if each.last == end]
    body = " ".join(held[0].words) if held else ""
    named = not BODIES.isdisjoint(body.lower().split())
    return read(tokens[at + 1 : comma])[0], body if named else ""


def _possessed(inner: Sequence[Token], owner: int) -> tuple[str, str]:
    """Read "the Rivers Office's lead diver, N": what a person of a body is must be a role."""
    rest = inner[owner + 1 :]
    body = {bare(inner[owner].text).lower()} & BODIES
    if not body or not rest or not all(token.text.islower() for token in rest):
        return _NOTHING
    words = [token.text for token in inner[:owner] if token.lower not in DETERMINERS]
    return " ".join(token.text for token in rest), " ".join([*words, bare(inner[owner].text)])


def _counterpart(tokens: Sequence[Token], comma: int) -> str:
    """Read the organisation of "Her counterpart at the Amber Board, staff director N"."""
    if comma < 3 or tokens[comma - 1].lower != ",":
        return ""
    noun = phrase_before(tokens, comma - 1, max(0, comma - 12))
    if noun is None or not has_role(tokens[noun.first : noun.last]):
        return ""
    return read(tokens[noun.first : noun.last])[1]


def _owner(before: Sequence[Token], last: Token, owner: str) -> str:
    """Read "the Rivers Agency's N": an organisation, not a town or a relative."""
    if owner.lower() in MEDIA:
        return owner  # the BBC's N
    if last.lower.removesuffix("'s").rstrip("'") not in BODIES:
        return last.text if last.capital else ""  # Rover's N, if Rover is known
    words = [token for token in before if token.lower not in DETERMINERS]
    return " ".join([*(token.text for token in words), owner])


def describes(token: Token) -> bool:
    """Say whether a word may belong to a description before a name."""
    lower = token.lower
    if (lower in QUOTING or lower in _PAST) and not token.capital:
        return False
    if not token.text[0].isalnum() and token.text not in _WITHIN:
        return False
    if lower in STOPS or lower in BREAKS or lower in AUXILIARY or lower in PRONOUNS:
        return False
    form = FORMS.get(lower)
    if form and not token.capital and form.form != "base" and not is_role(token):
        return False
    return token.quotation < 0 and (lower not in PREPOSITIONS or lower in {"of", "for"})


def _after(tokens: Sequence[Token], last: int) -> tuple[str, str]:
    if any(said := _bracketed(tokens, last)):
        return said
    last = _past_bracket(tokens, last)
    if last + 1 >= len(tokens):
        return _NOTHING
    if tokens[last].lower in {"of", "from", "at"}:
        return "", _origin(tokens, last)
    if tokens[last].lower != "," or tokens[last + 1].lower in {"and", "or", "but"}:
        return _NOTHING
    if tokens[last + 1].text.isdigit() and last + 3 < len(tokens) and tokens[last + 2].text == ",":
        last += 2  # N, 45, a nurse
    following = tokens[last + 1]
    longest = _LONGEST if following.lower != "who" else 2 * _LONGEST
    end = last + 1
    while end < len(tokens) and end - last < longest and tokens[end].lower not in STOPS:
        end += 1
    if following.lower in AUXILIARY or (following.lower in FORMS and not is_role(following)):
        return predicate(tokens, last + 1)
    if following.lower == "whose":
        return "", whose(tokens, last + 2)
    if following.lower == "who":
        role, held = "", led(tokens, last + 2, end)
    else:
        role, held = _apposed(tokens, last + 1, end) if end > last + 1 else _NOTHING
    closed = not held and end + 1 < len(tokens) and tokens[end].lower == ","
    return role, _next(tokens, end + 1, role) if closed else held


def _next(tokens: Sequence[Token], first: int, role: str) -> str:
    """Read the body after a comma: N, the elder, runs it; N, director, the Amber Board."""
    if (said := predicate(tokens, first)[1]) or not role:
        return said
    first += tokens[first].lower == "the"
    end = first
    while end < len(tokens) and end - first < _LONGEST and describes(tokens[end]):
        end += 1
    inner = tokens[first:end]
    named = bool(inner) and inner[0].capital and inner[-1].lower in BODIES
    return " ".join(token.text for token in inner) if named else ""


def _origin(tokens: Sequence[Token], at: int) -> str:
    """Read "N of the Amber Board", not the town of "N from Amber"."""
    held = organisation(tokens[at : at + _LONGEST])
    named = at + 1 < len(tokens) and tokens[at + 1].capital
    town = named and tokens[at].lower == "from"
    town = town or is_town(tokens, at + 1 + len(held.split()))  # N of Amber, Mo.
    return "" if town and BODIES.isdisjoint(held.lower().split()) else held


def _apposed(tokens: Sequence[Token], first: int, end: int) -> tuple[str, str]:
    """Read "director of the Amber Board", "a retired pilot who leads N", "a welder at N"."""
    inner = tokens[first:end]
    role, held = read(inner)
    town = inner[0].lower in {"from", "of"} and len(inner) > 1 and inner[1].capital
    town = town or (is_town(tokens, end) and role.rpartition(" ")[2] not in OF_PLACES)
    if town and BODIES.isdisjoint(held.lower().split()):
        held = ""  # N, 45, from Amber; a trucker of Amber, Mo.
    if inner[0].lower in ARTICLES and not has_role(inner):
        role, held = unlisted_role(inner[1:]), ""
        for k in range(2, len(inner) - 1):
            if role and not held and inner[k].lower in {"at", "with", "for"}:
                held = "" if inner[k - 1].lower in UNHELD else organisation(inner[k:])
    if not role and not held:
        role, held = _unlisted(inner)
    if not held:
        who = next((k for k in range(first, end) if tokens[k].lower == "who"), None)
        held = led(tokens, who + 1, end) if who is not None else ""
    return role, held


def _unlisted(inner: Sequence[Token]) -> tuple[str, str]:
    """Read "marine lead at the Coast Trust", whose role is no known one, where a body follows."""
    role = unlisted_role(inner)
    at = len(role.split())
    if (
        not role
        or role.endswith("ing")
        or at + 1 >= len(inner)
        or inner[0].lower in FORMS
        or inner[0].lower in DETERMINERS
    ):
        return _NOTHING
    if inner[at].lower not in HOLDING or not role.islower() or inner[at - 1].lower in UNHELD:
        return _NOTHING
    held = organisation(inner[at:])
    return (role, held) if BODIES.intersection(held.lower().split()) else _NOTHING


def _bracketed(tokens: Sequence[Token], last: int) -> tuple[str, str]:
    """Read "N (Amber Anglers)" and "N (a director of the Amber Board)", not "N (D-Amber)"."""
    if last + 1 < len(tokens) and tokens[last].text == "(" and not tokens[last + 1].capital:
        closing = range(last + 1, min(len(tokens), last + _LONGEST))
        end = next((k for k in closing if tokens[k].text == ")"), last + 1)
        role, held = _apposed(tokens, last + 1, end) if end > last + 1 else _NOTHING
        return (role, held) if role else _NOTHING
    inner = tokens[last + 1 : _past_bracket(tokens, last) - 1]
    if len(inner) < 2 or not all(token.capital and "-" not in token.text for token in inner):
        return _NOTHING
    return "", " ".join(token.text for token in inner)


def _past_bracket(tokens: Sequence[Token], last: int) -> int:
    if last < len(tokens) and tokens[last].text == "(":
        closing = (k + 1 for k in range(last, min(len(tokens), last + 8)) if tokens[k].text == ")")
        return next(closing, last)
    return last


def _speaking_for(tokens: Sequence[Token], first: int) -> str:
    """Read "Speaking for N, …", "As director of N, …", "At N, director …" before a name."""
    at = first
    while at and (is_role(tokens[at - 1]) or (at < first and tokens[at - 1].text.islower())):
        at -= 1  # planning agent N
    if at < 3 or tokens[at - 1].lower != ",":
        return ""
    opening = tokens[0].lower
    if opening == "as" and has_role(tokens[: at - 1]):
        return read(tokens[1 : at - 1])[1]
    if opening == "at" and at < first:
        return organisation(tokens[: at - 1])
    if opening in {"speaking", "for", "on"}:
        held = next((k for k in range(4) if tokens[k].lower in {"for", "of"}), None)
        if held is None or (held > 1 and tokens[held - 1].lower != "behalf"):
            return ""
        apposed = [k for k in range(held, at - 1) if tokens[k].text == ","]
        if apposed and tokens[held + 1].lower == "the" and not tokens[held + 2].capital:
            held = apposed[-1]  # on behalf of the applicant, N Homes
        found = organisation(tokens[held : at - 1])
        if held in apposed:
            return found
        named = tokens[held + 1].lower == "the" and found[:1].isupper()
        return found if named or BODIES.intersection(found.lower().split()) else ""
    return ""
