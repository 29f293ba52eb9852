"""A letter of 1,050 signatories on every public page, file, feed, card and citation."""

from __future__ import annotations

import json
from urllib.parse import quote

import pytest
from django.test import Client

from positions.citing.citable import MOST_NAMED
from positions.models import Attribution, Stakeholder
from positions.views.details.names import PAGE_SIZE
from positions.views.details.statement import FIRST_NAMES
from tests.long_letters import SHORT, SHORT_SIGNATORIES, SIGNATORIES, Letters
from tests.queries import counted, made
from tests.views.pages import Page, opened

# Of the organisations one in nine has a spokesperson, beside whom it is not named.
SPEAKING = SIGNATORIES - SIGNATORIES // 10
LETTER = "/statements/long-letter/"
OEMBED = quote(f"http://testserver{LETTER}", safe="")

# What a reader is sent at most, in bytes, and at how many queries. A file has all of the data.
PAGES = (
    "/",
    "/statements/",
    "/statements/?source=shared-source",
    "/statements/?organisation=signatory-0001&stance=opposes",
    "/organisations/",
    "/people/",
    "/positions/",
    "/positions/?with=signatory-0001",
    "/positions/list/",
    "/positions/evidence/?organisation=signatory-0001&proposition=example-ban",
    "/timeline/",
    "/timeline/?organisation=signatory-0001",
    "/shifts/",
    "/compare/?organisation=signatory-0001&organisation=signatory-0002&person=signatory-0009",
    "/propositions/",
    "/propositions/example-ban/",
    "/propositions/example-ban/embed/",
    "/propositions/example-ban/card.png",
    "/topics/",
    "/topics/example-systems/",
    "/sources/",
    "/sources/shared-source/",
    "/sources/long-letter-source/",
    "/organisations/signatory-0001/",
    "/people/signatory-0009/",
    "/statements/short-letter-3/",
    LETTER,
    f"{LETTER}names/",
    f"{LETTER}names/?page=3",
    f"{LETTER}exchange/",
    f"{LETTER}embed/",
    f"{LETTER}card.png",
    f"{LETTER}cite.bib",
    f"{LETTER}cite.json",
    f"{LETTER}cite.ris",
    f"/oembed.json?url={OEMBED}",
    "/search/?q=undersigned",
    "/search/?q=example",
    "/suggestions.json?q=example",
    "/corrections/",
    "/statements.atom",
    "/positions.atom",
    "/organisations.atom",
    "/sitemap.xml",
    "/sitemap-statements.xml",
)
FILES = (
    *(
        f"/{noun}.{suffix}"
        for noun in ("statements", "organisations", "people", "positions")
        for suffix in ("json", "csv")
    ),
    "/sources.json",
    "/positions/matrix.json",
    "/positions/matrix.csv",
    "/compare.csv?organisation=signatory-0001&organisation=signatory-0002",
    "/search.json?q=example",
    "/sitemap-stakeholders.xml",
)
# A name costs an attribution and two parties; the page of names has PAGE_SIZE of them.
MOST_OBJECTS = 500
MOST_BYTES = 70_000  # all of the names would be more, each with its link
OF_THE_CHART = 90_000
MOST_QUERIES = 37
# A file of thousands of rows is read some hundred at a time.
MOST_QUERIES_OF_A_FILE = 80


@pytest.mark.parametrize("address", PAGES)
def test_page_is_small_costs_few_queries_and_reads_only_what_it_shows(
    letters: Letters, address: str
) -> None:
    with counted() as queries, made(Attribution, Stakeholder) as objects:
        answer = Client().get(address)
        content = answer.getvalue()
    assert answer.status_code == 200
    assert len(content) < (OF_THE_CHART if address == "/timeline/" else MOST_BYTES)
    assert queries.n <= MOST_QUERIES
    most = 3 * PAGE_SIZE if "/names/" in address else MOST_OBJECTS
    assert objects.total() <= most, objects


@pytest.mark.parametrize("address", FILES)
def test_file_answers_at_few_queries(letters: Letters, address: str) -> None:
    with counted() as queries:
        answer = Client().get(address)
        answer.getvalue()
    assert answer.status_code == 200
    assert queries.n <= MOST_QUERIES_OF_A_FILE


def test_data_of_the_letter_have_every_voice(letters: Letters) -> None:
    found = Client().get("/statements.json?source=long-letter-source").json()["results"]
    [record] = found
    assert [voice["stakeholder"]["slug"] for voice in record["voices"]] == [
        party.slug for party in letters.parties
    ]


def test_source_of_many_letters_names_the_first_of_each(letters: Letters) -> None:
    text = opened("/sources/shared-source/").text
    assert text.count(f" and {SHORT_SIGNATORIES - SHORT_SIGNATORIES // 10 - 3} more") == SHORT
    assert "Example Group 0060, Example Group 0061, Example Group 0062 and 51 more" in text


def test_page_has_the_first_names_and_leads_to_all(letters: Letters) -> None:
    page = opened(LETTER)
    assert page.text.count(" signatory") == FIRST_NAMES
    byline = "Example Group 0000, Example Group 0001, Example Group 0002"
    assert f"{byline} and {thin(SPEAKING - 3)} more" in page.text
    assert f"All {thin(SIGNATORIES)} names" in page.text
    assert f"{LETTER}names/" in page.links


def test_pages_of_names_have_each_once_in_order(letters: Letters) -> None:
    found: list[str] = []
    pages = -(-SIGNATORIES // PAGE_SIZE)
    for number in range(1, pages + 1):
        page = opened(f"{LETTER}names/?page={number}")
        own = [link for link in page.links if "/signatory-" in link]
        # Beside a person stands the organisation for which they speak.
        found += [link for place, link in enumerate(own) if not _is_behalf(own, place)]
        assert (f"{LETTER}names/?page={number + 1}" in page.links) == (number < pages)
    assert found == [party.get_absolute_url() for party in letters.parties]


@pytest.mark.parametrize("number", ["0", "4", "x", "9" * 5000])
def test_page_of_names_that_is_not_there_is_not_found(letters: Letters, number: str) -> None:
    answer = Client().get(f"{LETTER}names/?page={number}")
    assert answer.status_code == 404
    assert "they have 3" in Page(answer.content.decode()).text


def test_citation_names_three_and_says_how_many_others(letters: Letters) -> None:
    text = opened(LETTER).text
    others = f"Example Group 0002 and {SPEAKING - 3:,} others. [The long letter]"
    assert f"Example Group 0000, Example Group 0001, {others}" in text


def test_bibtex_ends_its_authors_with_others(letters: Letters) -> None:
    entry = Client().get(f"{LETTER}cite.bib").content.decode()
    [authors] = [line for line in entry.splitlines() if "author" in line]
    assert authors.endswith(" and others},")
    assert authors.count("{Example Group") + authors.count("Example Person") >= MOST_NAMED
    assert "0050" not in authors


def test_csl_says_how_many_others_there_are(letters: Letters) -> None:
    [item] = Client().get(f"{LETTER}cite.json").json()
    assert item["author"][-1] == {"literal": f"{SPEAKING - MOST_NAMED:,} others"}


def test_data_of_the_page_name_the_first_authors(letters: Letters) -> None:
    [made, *others] = opened(LETTER).data["@graph"]
    quotations = [each for each in others if each["@type"] == "Quotation"]
    assert len(made["author"]) == MOST_NAMED
    assert all(len(quotation["creator"]) == MOST_NAMED for quotation in quotations)


def test_card_in_a_frame_says_how_many_more(letters: Letters) -> None:
    answer = Client().get(f"/oembed.json?url={OEMBED}")
    assert answer.status_code == 200
    shown = Client().get(f"{LETTER}embed/").content.decode()
    assert f"Example Group 0002 and {SPEAKING - 3:,} more" in shown
    assert json.loads(answer.content)["title"] == "The long letter"


def thin(number: int) -> str:
    """A number as pages print it, with blanks made one."""
    return f"{number:,}".replace(",", " ")


def _is_behalf(links: list[str], place: int) -> bool:
    return place > 0 and "/people/" in links[place - 1] and "/organisations/" in links[place]
