"""Which language a text is in, told by its small words; only English is read (pure)."""

from __future__ import annotations

import re
from collections import Counter

from positions.extraction.lexicon import listed

# Words that nearly every sentence of a language has, and that few others have. A word that two of
# these have counts for both. By the code of ISO 639-1.
SMALL_WORDS = {
    "en": listed("the and of to in is that it was for on with as he she his they be at by have"),
    "de": listed("der die das und ist nicht den dem ein eine mit von zu auf für sich auch des im"),
    "fr": listed("le la les des et est un une que qui dans du pour pas sur au avec ce il nous"),
    "es": listed("el la los las de y que en un una es por con para se del no su al lo más como"),
    "it": listed("il la di che e è un una per non in con del della sono si i gli dei al nel più"),
    "pt": listed("o a os as de e que em um uma é não para com do da no na se por mais ao dos"),
    "nl": listed("de het een en van is dat niet in op te zijn voor met die aan er om ook bij"),
    "sv": listed("och att det som en på är av för med den till inte har om ett de var sig men"),
    "da": listed("og at det er en på som af for med den til ikke har et de var sig men der"),
    "pl": listed("i w na nie z się do to że jest o po jak co za od ale przez dla oraz"),
}
NAMES = {
    "de": "German",
    "fr": "French",
    "es": "Spanish",
    "it": "Italian",
    "pt": "Portuguese",
    "nl": "Dutch",
    "sv": "Swedish",
    "da": "Danish or Norwegian",
    "pl": "Polish",
}
READ = 20_000  # characters: a longer text is told by its beginning
FEWEST = 20  # words: fewer tell nothing
SMALL = 0.2  # of the words, so many are small ones of the language that a text is in
_WORD = re.compile(r"[^\W\d_]++")


def language_of(text: str) -> str:
    """The code of the language of a text, "" where it cannot be told. Costs the same for any text.

    Told is one of ten that are written in Latin letters, where its small words are a fifth of all
    and more than those of any other.
    """
    words = Counter(_WORD.findall(text[:READ].lower()))
    total = words.total()
    if total < FEWEST:
        return ""
    shares = {
        code: sum(words[word] for word in small) / total for code, small in SMALL_WORDS.items()
    }
    first, second = sorted(shares, key=lambda code: shares[code], reverse=True)[:2]
    return first if shares[first] >= SMALL and shares[first] > shares[second] else ""
