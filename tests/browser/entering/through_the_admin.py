"""The plain way: a page for each statement, where everything is chosen, typed or copied."""

from __future__ import annotations

from playwright.sync_api import expect

from tests.browser.entering.content import CAUCUS, COUNSEL, ORLANDO, Article, Judgement, Said
from tests.browser.entering.hands import Hands

# Those whom the tracker does not know yet, and what kind of party they are.
NEW = {ORLANDO: "agency", CAUCUS: "caucus", COUNSEL: "person"}


def enter(hands: Hands, site: str, articles: tuple[Article, ...]) -> None:
    """Enter everything that the articles say, as a practised editor would."""
    known: set[str] = set()
    for article in articles:
        for number, said in enumerate(article.statements):
            hands.page.goto(f"{site}/admin/positions/statement/add/")
            hands.clicks += 1  # on “Add statement”, which is at hand on every page
            if number == 0:
                _source(hands, article)
            else:
                _complete(hands, "source", article.title[:12], article.title)
            _statement(hands, said, known)
            hands.click(hands.page.get_by_role("button", name="Save", exact=True))
            expect(hands.page.locator(".messagelist .success")).to_be_visible()


def _source(hands: Hands, article: Article) -> None:
    page = hands.page
    hands.click(page.locator("summary", has_text="A new source"))
    hands.copy(page.get_by_label("Address:"), article.address)
    hands.copy(page.locator("#id_source_title"), article.title)
    hands.choose(page.locator("#id_source_kind"), "article")
    hands.write(page.locator("#id_source_date_edtf"), article.published)
    hands.choose(page.locator("#id_source_date_basis"), "publication")
    hands.copy_all(page.locator("#id_source_text"), article.text)


def _statement(hands: Hands, said: Said, known: set[str]) -> None:
    page = hands.page
    hands.write(page.locator("#id_title"), said.title)
    hands.choose(page.locator("#id_kind"), said.kind)
    hands.write(page.locator("#id_date_edtf"), said.date)
    if said.date == said.edtf:  # of words like “Friday” the page itself knows how
        hands.choose(page.locator("#id_date_basis"), said.basis)
    _voice(hands, said, known)
    for number, (kind, words) in enumerate(said.words):
        if number:
            hands.click(page.locator("#quotations-group .add-row a"))
        hands.copy(page.locator(f"#id_quotations-{number}-exact"), words)
        hands.choose(page.locator(f"#id_quotations-{number}-kind"), kind)
    for number, judgement in enumerate(said.judgements):
        if number:
            hands.click(page.locator("#assessments-group .add-row a"))
        _judgement(hands, f"assessments-{number}", judgement, said.words[judgement.number - 1][1])
    hands.click(page.locator("summary", has_text="Topic, venue"))
    _complete(hands, "topic", "facial", "Facial recognition")
    if said.asked_about:
        box = page.locator("#id_asked_about + .select2-container")
        hands.complete(box, said.asked_about[:8], said.asked_about)


def _voice(hands: Hands, said: Said, known: set[str]) -> None:
    if said.voice in NEW and said.voice not in known:
        known.add(said.voice)
        _new(hands, said.voice)
    else:
        _complete(hands, "attributions-0-stakeholder", said.voice[:8], said.voice)
    if said.on_behalf_of:
        _complete(hands, "attributions-0-on_behalf_of", said.on_behalf_of[:8], said.on_behalf_of)
        hands.choose(hands.page.locator("#id_attributions-0-role"), "spokesperson")


def _new(hands: Hands, name: str) -> None:
    """Add somebody who is not known yet, in the small window that the green plus opens."""
    page = hands.page
    with page.expect_popup() as opening:
        hands.click(page.locator("#add_id_attributions-0-stakeholder"))
    popup = Hands(opening.value)
    popup.choose(popup.page.locator("#id_kind"), NEW[name])
    popup.copy(popup.page.locator("#id_name"), name)
    with popup.page.expect_event("close"):
        popup.click(popup.page.get_by_role("button", name="Save", exact=True))
    hands.presses += popup.presses
    hands.clicks += popup.clicks


def _judgement(hands: Hands, row: str, judgement: Judgement, words: str) -> None:
    page = hands.page
    _complete(hands, f"{row}-proposition", judgement.proposition[:10], judgement.proposition)
    hands.choose(page.locator(f"#id_{row}-stance"), judgement.stance)
    hands.choose(page.locator(f"#id_{row}-directness"), judgement.directness)
    hands.choose(page.locator(f"#id_{row}-quotation_number"), str(judgement.number))
    hands.copy(page.locator(f"#id_{row}-reason"), f"“{words}”")


def _complete(hands: Hands, field: str, typed: str, choice: str) -> None:
    hands.complete(hands.page.locator(f"#id_{field} + .select2-container"), typed, choice)
