"""What is measured: pages of an invented archive, the processor time aimed at, and rivals' own."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Page:
    """A page, and how others are asked the same.

    ``goal`` is in milliseconds of processor time, application and database together. ``datasette``
    and ``usual`` are query strings of the rivals' one list; None where they have nothing like it.
    """

    name: str
    path: str
    goal: float
    datasette: str | None = None
    usual: str | None = None


WORDS = "_fts_table=positions_statementtext_words&_fts_pk=id&_search"
PAGES = (
    Page("nothing is read (E)", "/robots.txt", 5),
    Page("list, no filter", "/statements/", 18, "", ""),
    Page(
        "list, busiest organisation",
        "/statements/?organisation=organisation-0",
        18,
        "organisation=organisation-0",
        "organisation=organisation-0",
    ),
    Page(
        "list, organisation and stance",
        "/statements/?organisation=organisation-3&stance=opposes",
        18,
        "organisation=organisation-3&stance=opposes",
        "organisation=organisation-3&stance=opposes",
    ),
    Page("list as JSON", "/statements.json?organisation=organisation-0", 5),
    Page("list by title", "/statements/?sort=title", 36),
    Page(
        "words: one in ten", "/statements/?q=moratorium", 40, f"{WORDS}=moratorium", "q=moratorium"
    ),
    Page("words: two", "/statements/?q=moratorium+licence", 40),
    Page("search: common", "/search/?q=moratorium", 40),
    Page("front page", "/", 25),
    Page("matrix", "/positions/", 40),
    Page("timeline", "/timeline/", 40),
    Page("proposition, busiest", "/propositions/proposition-0/", 40),
    Page("organisation, busiest", "/organisations/organisation-0/", 40),
    Page("positions list", "/positions/list/", 15),
    Page("positions by holder", "/positions/list/?sort=holder", 15),
    Page("shifts", "/shifts/", 20),
    Page("organisations", "/organisations/", 25),
    Page("organisations, recent first", "/organisations/?sort=recent", 25),
    Page("topics", "/topics/", 25),
    Page("propositions", "/propositions/", 25),
    Page("sources", "/sources/", 25),
    Page("sitemap: index", "/sitemap.xml", 10),
    Page("sitemap: a page", "/sitemap-statements.xml", 100),
)
