"""Folds a text to its words, so that they are found however they are written.

Case, accents, apostrophes and the sort of quotation marks do not count; “e-mail” is both “e mail”
and “email”. Beside the words stand their English stems, where these are others, and what is a word
with its sign: “C++”, “99%”, “§ 230”. Folded here, and not by the database, all of it is the same on
every database.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache
from unicodedata import category, normalize

from snowballstemmer.english_stemmer import EnglishStemmer

from positions.naming.folding import APOSTROPHES, BEYOND_ACCENTS

SILENT = f"{APOSTROPHES}&"  # within words: “don't” is found as “dont”, “R&D” as “rd”
JOINING = "-‐‑."  # between words that are also written as one: “e-mail”, “U.S.”
JOINED = re.compile(rf"(?<=\w)[{re.escape(JOINING)}](?=\w)")
WORD = re.compile(r"[^\W_]+")

# Stand between the forms of a text, and between the texts: no word, so nothing typed spans them.
BETWEEN_FORMS = "¶"
BETWEEN_TEXTS = "§"

# Before a key of a voice, and of a proposition: nobody can type what is found by these.
VOICE, PROPOSITION = "‡", "†"

# Before a stem, which nobody can type either.
STEM = "≈"
# A word with its sign is kept with signs that no database parts words by, and nobody can type:
# what is typed is folded to the plain ones.
SIGNS = str.maketrans("%+#$@.,§", "％＋＃＄＠．，‖")
SIGNED = re.compile(
    r"(?<![\w§$€£¥#@])[§$€£¥#@]++\s?[^\W_]++(?>(?:[.,][^\W_]++)*)"  # § 230, $1,000, #word
    r"|(?<![\w.,])\d++(?>(?:[.,]\d++)*)\s?[%‰]"  # 99%, 99.5 %
    r"|(?<![^\W_])[^\W_]++(?:\++|#)(?!\w)"  # C++, C#
)
SIGN = re.compile(r"[§$€£¥#@%‰+]")  # one of which every word with its sign has
MANY_SIGNS = re.compile(r"§+")
BLANK = re.compile(r"\s")
STEMS = 50_000  # words whose stems are kept at hand

# Characters of a word that count, and of all texts of one object. With these, PostgreSQL's index
# can hold them: its words have at most 2 KB, one object's at most 1 MB, and a character 4 bytes.
# There is room beside them for ten thousand keys.
LONGEST_WORD = 200
LONGEST = 220_000


class _Letters(dict[int, str]):
    """What each character is folded to, found out when it is first met."""

    def __missing__(self, code: int) -> str:
        self[code] = "".join(
            each
            for letter in normalize("NFKD", chr(code)).casefold()
            for each in BEYOND_ACCENTS.get(letter, letter)
            if not category(each).startswith(("M", "Cf")) and each not in SILENT
        )
        return self[code]


_LETTERS = _Letters()


@dataclass(frozen=True, slots=True)
class Word:
    """A word in a text: how it is folded, and the characters of the text that it is made of."""

    folded: str
    start: int
    end: int


def word_forms(text: str) -> tuple[str, ...]:
    """The words of a text, folded, a space between them: “An E-mail!” is “an e mail”, “an email”.

    One form where nothing joins two words, none where there is no word.
    """
    plain = text.translate(_LETTERS)
    joined = JOINED.sub("", plain)
    forms = (plain,) if joined == plain else (plain, joined)
    written = (" ".join(word[:LONGEST_WORD] for word in WORD.findall(form)) for form in forms)
    return tuple(form for form in written if form)


@lru_cache(STEMS)
def stem(word: str) -> str:
    """The stem of a folded English word: “misus” of “misusing”. Any other word is its own.

    By Porter's second stemmer (https://snowballstem.org/algorithms/english/stemmer.html).
    """
    if not (word.isascii() and word.isalpha()):
        return word
    found: str = EnglishStemmer().stemWord(word)  # one by itself: it keeps the word it works on
    return found


def signed(text: str) -> str:
    """A text that is one word with its sign, folded: “99 %” is “99％”. Else nothing."""
    found = SIGNED.fullmatch(text.translate(_LETTERS))
    return _signed(found[0]) if found else ""


def folded(*texts: Iterable[str]) -> str:
    """The forms of each text and of its pieces, with a space before and after every word.

    After those of a text stand the stems that are no words of it, and the words with their signs.
    """
    between = f" {BETWEEN_FORMS} "
    each = (between.join(_written(text)) for text in texts)
    whole = f" {f' {BETWEEN_TEXTS} '.join(each)} "
    return whole if len(whole) <= LONGEST else whole[:LONGEST].rpartition(" ")[0] + " "


def _written(text: Iterable[str]) -> Iterator[str]:
    also: dict[str, None] = {}
    for piece in text:
        for form in word_forms(piece):
            yield form
            also |= dict.fromkeys(map(_stemmed, form.split()))
        plain = piece.translate(_LETTERS)
        if SIGN.search(plain):
            also |= dict.fromkeys(_signed(found[0]) for found in SIGNED.finditer(plain))
    also.pop("", None)
    if also:
        yield " ".join(also)


@lru_cache(STEMS)
def _stemmed(word: str) -> str:
    """The stem of a word, marked as one; nothing where it is the word itself."""
    found = stem(word)
    return f"{STEM}{found}" if found != word else ""


def _signed(found: str) -> str:
    return MANY_SIGNS.sub("§", BLANK.sub("", found)).translate(SIGNS)[:LONGEST_WORD]


def keyed(voices: Iterable[int], propositions: Iterable[int]) -> str:
    """Keys as words, which go on a folded text, with a space before and after every one."""
    words = [*(f"{VOICE}{key}" for key in voices), *(f"{PROPOSITION}{key}" for key in propositions)]
    return f" {' '.join(words)} "


def unfolded(text: str) -> list[str]:
    """The texts that ``folded`` was given, each folded."""
    return text.split(BETWEEN_TEXTS)


def words_in(text: str) -> Iterator[list[Word]]:
    """The words of each form of a text, with their places in it."""
    folded_to = [character.translate(_LETTERS) for character in text]
    plain = "".join(folded_to)
    places = [place for place, piece in enumerate(folded_to) for _ in piece]
    yield _placed(text, plain, places)
    joints = {found.start() for found in JOINED.finditer(plain)}
    if joints:
        kept = [number for number in range(len(plain)) if number not in joints]
        form = "".join(plain[number] for number in kept)
        yield _placed(text, form, [places[number] for number in kept])


def also_in(text: str, forms: Iterable[list[Word]]) -> Iterator[Word]:
    """What stands beside the words in a folded text, with the places of the words it stands for.

    ``forms`` are its ``words_in``.
    """
    for words in forms:
        for word in words:
            if stemmed := _stemmed(word.folded):
                yield Word(stemmed, word.start, word.end)
    folded_to = [character.translate(_LETTERS) for character in text]
    places = [place for place, piece in enumerate(folded_to) for _ in piece]
    for found in SIGNED.finditer("".join(folded_to)):
        end = _with_accents(text, places[found.end() - 1] + 1)
        yield Word(_signed(found[0]), places[found.start()], end)


def _placed(text: str, form: str, places: list[int]) -> list[Word]:
    return [
        Word(
            found[0][:LONGEST_WORD],
            places[found.start()],
            _with_accents(text, places[found.end() - 1] + 1),
        )
        for found in WORD.finditer(form)
    ]


def _with_accents(text: str, end: int) -> int:
    """The end of a word whose last letter is followed by accents that are characters themselves."""
    while end < len(text) and category(text[end]).startswith("M"):
        end += 1
    return end
