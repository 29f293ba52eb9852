"""Where quoted words can be read: the place of a document, and links that open it at the words."""

from urllib.parse import quote

from positions.quoting.selector import CONTEXT, Selector

_END_WORDS = 4
"""How many words of either end stand for a long quotation."""

NO_ADDRESS = "no address on record"
"""What is said of a document in place of its address."""


def place_in_words(url: str, archived: str) -> str:
    """Where a document can be read, without markup: "URL, archived at URL", one, or NO_ADDRESS."""
    if not archived:
        return url or NO_ADDRESS
    return f"{url}, archived at {archived}".removeprefix(", ")


def fragment_link(url: str, words: Selector | str, prefix: str = "", suffix: str = "") -> str:
    """Address `words` on the page at `url` by a text fragment.

    A selector brings its own prefix and suffix. More than twice four words, or words over
    several lines, are named by their first and last four, since a term must not cross a
    paragraph. A fragment that the address has is kept; blank words give the address as it is, a
    blank address "". Source: WICG Scroll-to-Text Fragment,
    `#:~:text=[prefix-,]start[,end][,-suffix]`.
    """
    url = url.strip()
    if isinstance(words, Selector):
        prefix, suffix, words = words.prefix, words.suffix, words.exact
    terms = words.split()
    if not url or not terms:
        return url
    if len(terms) > 2 * _END_WORDS or ("\n" in words.strip() and len(terms) > 1):
        end = min(_END_WORDS, len(terms) // 2)
        parts = [_encode(terms[:end]), _encode(terms[-end:])]
    else:
        parts = [_encode(terms)]
    if before := _words_before(prefix, words):
        parts.insert(0, f"{_encode(before)}-")
    if after := _words_after(suffix, words):
        parts.append(f"-{_encode(after)}")
    page = url.partition(":~:")[0]
    return f"{page}{'' if '#' in page else '#'}:~:text={','.join(parts)}"


def _words_before(prefix: str, words: str) -> list[str]:
    """Give the whole words of the line before, none where the quotation begins inside a word."""
    if prefix[-1:].isalnum() and words[0].isalnum():
        return []
    if len(prefix) >= CONTEXT and not prefix[0].isspace():
        prefix = prefix[len(prefix.split(maxsplit=1)[0]) :]  # its first word may be cut
    lines = prefix.strip().splitlines()
    return lines[-1].split()[-_END_WORDS:] if lines else []


def _words_after(suffix: str, words: str) -> list[str]:
    """Give the whole words of the line after, none where the quotation ends inside a word."""
    backwards = _words_before(suffix[::-1], words[::-1])
    return [word[::-1] for word in reversed(backwards)]


def _encode(terms: list[str]) -> str:
    """Percent-encode a term; the hyphen too, which marks prefix and suffix in the syntax."""
    return quote(" ".join(terms), safe="", errors="replace").replace("-", "%2D")
