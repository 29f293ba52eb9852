"""The desk's way: the article is pasted, and what was found in it is accepted or put right."""

from __future__ import annotations

from playwright.sync_api import Locator, expect

from tests.browser.entering.content import Article, Judgement, Said
from tests.browser.entering.hands import Hands


def enter(hands: Hands, site: str, articles: tuple[Article, ...]) -> None:
    """Enter everything that the articles say, by the keys of the desk."""
    for article in articles:
        _paste(hands, site, article)
        cards = hands.page.locator(".card")
        number = 0
        while number < cards.count():
            _come_to(hands, cards, number)
            Card(hands, cards.nth(number)).settle(article)
            number += 1
        hands.press("Control+Enter")
        expect(hands.page.get_by_role("heading", name="What is entered")).to_be_visible()


def _come_to(hands: Hands, cards: Locator, number: int) -> None:
    """Deciding opens the next that is undecided; what was accepted along is gone back to."""
    opened = "(all) => all.findIndex((each) => each.classList.contains('current'))"
    while (now := cards.evaluate_all(opened)) != number:
        hands.press("k" if now > number else "j")
    expect(cards.nth(number)).to_be_focused()


def _paste(hands: Hands, site: str, article: Article) -> None:
    page = hands.page
    page.goto(f"{site}/admin/desk/")
    hands.clicks += 1  # on “Desk”, which is at hand on every page
    hands.copy_all(page.get_by_label("The article"), article.text)
    hands.copy(page.locator("#id_url"), article.address)
    hands.write(page.locator("#id_date_edtf"), article.published)
    hands.clicks += 2
    page.locator("#id_topic").select_option(label="Facial recognition")
    hands.press("Control+Enter")
    expect(page.locator(".card.current")).to_be_focused()


class Card:
    """One card, with what an editor does to it who knows what the article says."""

    def __init__(self, hands: Hands, card: Locator) -> None:
        self.hands, self.card = hands, card
        self.name = f"c{card.get_attribute('data-number')}-"

    def settle(self, article: Article) -> None:
        words = [each.input_value() for each in self.card.locator(".words textarea").all()]
        # Whatever is found belongs to one of them; else this fails, and nothing is passed over.
        (said,) = (one for one in article.statements if words[0] in {text for _, text in one.words})
        first = min(place for place, (_, text) in enumerate(said.words) if text in words) == 0
        self._belong(first)
        if first:
            self._speak(said)
            self._choose("kind", said.kind)
            self._date(said)
        kind = next(kind for kind, text in said.words if text == words[0])
        self._choose("quotation", kind)
        self._judge(said, words)
        self.hands.press("a")

    def _belong(self, first: bool) -> None:
        if bool(self._box("belongs").input_value()) == first:
            self.hands.press("g")

    def _speak(self, said: Said) -> None:
        chosen = f"[name='{self.name}speaker']:checked"
        for _ in range(4):
            if self._is_meant(self.card.locator(chosen), "speaker", said.voice):
                break
            self.hands.press("s")
        else:
            self._type_name("speaker", said.voice)
        behalf = self.card.locator(f"[name='{self.name}behalf']:checked")
        if not self._is_meant(behalf, "behalf", said.on_behalf_of):
            self._type_name("behalf", said.on_behalf_of)
        self.hands.press("Escape")

    def _is_meant(self, chosen: Locator, party: str, name: str) -> bool:
        """Whether the choice that is made is the one that the article means."""
        if not chosen.count():
            return False
        value = chosen.first.get_attribute("value")
        if value == "new":
            return self._box(f"{party}-name").input_value() == name
        label = chosen.first.locator("xpath=..").inner_text()
        return label.startswith(name) if name else not value

    def _type_name(self, party: str, name: str) -> None:
        if not name:
            self.hands.click(self.card.locator(f"[name='{self.name}{party}'][value='']"))
            return
        self.hands.click(self.card.locator(f"[name='{self.name}{party}'][value='other']"))
        self.hands.write(self._box(f"{party}-other"), name)

    def _choose(self, field: str, value: str) -> None:
        box = self._box(field)
        if box.is_visible() and box.input_value() != value:
            self.hands.choose(box, value)

    def _date(self, said: Said) -> None:
        box = self._box("date")
        is_article = said.basis == "publication"
        if (is_article and not box.input_value()) or box.input_value() == said.edtf:
            return
        self.hands.press("t", "Control+a")
        self.hands.type(said.date)
        self.hands.press("Escape")

    def _judge(self, said: Said, words: list[str]) -> None:
        mine = [each for each in said.judgements if said.words[each.number - 1][1] in words]
        if said.asked_about:
            mine = [Judgement(said.asked_about, "")]
        for place, judgement in enumerate(mine):
            self.hands.press("p")
            self._pick(f"j{place}-proposition", judgement.proposition)
            if judgement.stance:
                self.hands.press("Tab")
                self._pick(f"j{place}-stance", judgement.stance)
            if judgement.directness != "explicit":
                self.hands.press("Tab")
                self._pick(f"j{place}-directness", judgement.directness)
            self.hands.press("Escape")

    def _pick(self, field: str, wanted: str) -> None:
        """Type the letters that are enough to pick a choice in the list that has the focus."""
        box = self._box(field)
        expect(box).to_be_focused()
        labels = box.locator("option").all_inner_texts()
        values = [each.get_attribute("value") for each in box.locator("option").all()]
        label = next(
            label
            for label, value in zip(labels, values, strict=True)
            if wanted == value or label.startswith(wanted)
        )
        others = [each.lower() for each in labels if each != label]
        few = next(
            n
            for n in range(1, len(label) + 1)
            if not any(each.startswith(label[:n].lower()) for each in others)
        )
        self.hands.type(label[:few])

    def _box(self, field: str) -> Locator:
        return self.card.locator(f"[name='{self.name}{field}']").first
