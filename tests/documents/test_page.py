"""Of a saved web page the article is kept, all quotations with it, and what it says of itself."""

from __future__ import annotations

import pytest

from positions.documents import Unreadable
from positions.documents.document import Said
from positions.documents.reading import read_here
from tests.documents.samples import FILLER, SENTENCE, WORDS, page, saved_page


def paragraphs(body: str = "", name: str = "a.html") -> list[str]:
    return read_here(name, page(body)).text.split("\n\n")


def test_article_is_kept_and_what_stands_around_it_goes() -> None:
    assert paragraphs() == [
        "Example union speaks",
        "By Mara Vell",
        (FILLER * 4).strip(),
        SENTENCE,
        (FILLER * 4).strip(),
    ]


@pytest.mark.parametrize("element", ["p", "blockquote", "li", "td", "aside", "div", "figcaption"])
def test_a_quotation_is_kept_whatever_it_stands_in(element: str) -> None:
    quoted = "“No example camera should watch our example streets.”"
    assert quoted in paragraphs(f"<{element}>{quoted}</{element}>")


def test_an_article_marked_by_nothing_is_kept_to_its_end_without_what_follows() -> None:
    soup = (
        f"<html><body><div><a href='/'>Home</a></div><div><h2>Head</h2><div>{FILLER * 3}</div>"
        f"<div>{SENTENCE}</div><span>{FILLER}</span><div>{FILLER} “The end,” they said.</div></div>"
        "<div class='related'><a href='/b'>“Never again shall we sell to them,” they say</a></div>"
        "<div id='comments'><p>Someone: “I do not agree with any of this at all.”</p></div></body>"
    )
    kept = read_here("a.html", soup.encode()).text
    assert "“The end,” they said." in kept
    assert SENTENCE in kept
    assert not any(each in kept for each in ("Home", "Never again", "I do not agree"))


def test_words_are_those_that_the_page_shows() -> None:
    body = (
        "<p>It &amp; <em>they</em>\n  <a href='/'>said</a><sup>2</sup>:<br>“Ex\u00adample words.”"
        "<br><br>Then <b>more</b>.<script>no()</script><style>no</style></p>"
    )
    shown = paragraphs(body)
    assert "It & they said2:\n“Example words.”" in shown
    assert "Then more." in shown


def test_page_says_who_wrote_it_where_and_when() -> None:
    assert read_here("a.html", page()).said == Said(
        title="Example union speaks",
        byline="Mara Vell",
        publisher="Example Times",
        published="2019-03-04",
        address="https://example.org/a",
        language="en-GB",
    )


def test_no_date_is_guessed_from_the_text() -> None:
    plain = f"<html><body><p>{SENTENCE}</p><p>On 5 May 2018 {FILLER * 4}</p></body></html>"
    assert read_here("a.html", plain.encode()).said == Said()


def test_page_saved_in_one_file_is_read_with_its_address() -> None:
    document = read_here("a.mhtml", saved_page())
    assert WORDS in document.text
    assert document.said.address == "https://example.org/a"


def test_address_that_a_browser_wrote_into_the_file_is_taken() -> None:
    comment = "<!-- saved from url=(0021)https://example.org/b -->"
    plain = f"<!doctype html>{comment}<html><body><p>{SENTENCE}</p></body></html>"
    assert read_here("a.html", plain.encode()).said.address == "https://example.org/b"


def test_page_without_an_article_gives_all_its_text_and_says_so() -> None:
    document = read_here("a.html", b"<html><body><ul><li>One.<li>Two.</ul></body></html>")
    assert document.text == "One.\n\nTwo."
    assert "No article was found" in document.notes[0]


@pytest.mark.parametrize("label", ["windows-1252", "iso-8859-1", "latin1"])
def test_encoding_that_the_page_declares_is_used(label: str) -> None:
    head = f'<html><head><meta charset="{label}"></head><body><p>'
    document = read_here("a.html", f"{head}{SENTENCE}</p></body></html>".encode("cp1252"))
    assert WORDS in document.text
    assert "“" in document.text
    assert not any("1252" in note for note in document.notes)


@pytest.mark.parametrize("label", ["utf-16", "utf-7", "idna", "unicode_escape", "hex", "none", "x"])
def test_a_label_that_cannot_be_true_is_passed_over(label: str) -> None:
    head = f'<html><head><meta charset="{label}"></head><body><p>'
    assert SENTENCE in read_here("a.html", f"{head}{SENTENCE}</p></body></html>".encode()).text


def test_a_page_nested_too_deep_is_refused_and_never_cut() -> None:
    with pytest.raises(Unreadable, match="too deep"):
        read_here("a.html", b"<html><body>" + b"<div>" * 3_000 + b"<p>Words.</p>")
