"""An editor's hands: what they do in a browser, and how much of it."""

from __future__ import annotations

from dataclasses import dataclass, field
from time import monotonic

from playwright.sync_api import Locator, Page, expect

# Seconds by the keystroke-level model (Card, Moran and Newell, 1980): a key of an average typist;
# pointing at something and clicking it.
A_PRESS, A_CLICK = 0.28, 1.3


@dataclass(slots=True)
class Hands:
    """Presses and clicks are counted as they are made; a drag with the mouse is a click."""

    page: Page
    presses: int = 0
    clicks: int = 0
    seconds: float = 0  # with a browser that is never slow to think or to type
    _began: float = field(default_factory=monotonic)

    def click(self, place: Locator) -> None:
        self.clicks += 1
        place.click()

    def press(self, *keys: str) -> None:
        for key in keys:
            self.presses += 1
            self.page.keyboard.press(key)

    def type(self, text: str) -> None:
        self.presses += len(text)
        self.page.keyboard.type(text)

    def write(self, place: Locator, text: str) -> None:
        """Click into a box and type."""
        self.click(place)
        self.type(text)

    def copy(self, place: Locator, words: str) -> None:
        """Mark words elsewhere with the mouse, copy them, click into a box, paste."""
        self.clicks += 1
        self.presses += 2
        self.click(place)
        self.page.keyboard.insert_text(words)

    def copy_all(self, place: Locator, text: str) -> None:
        """Copy the whole of a page that is open beside: into it, all, copy, back, paste."""
        self.presses += 1
        self.copy(place, text)

    def choose(self, place: Locator, value: str) -> None:
        """Open a list of choices and click one."""
        self.clicks += 2
        place.select_option(value)

    def complete(self, place: Locator, typed: str, choice: str) -> None:
        """Open a box that completes names, type a beginning, take the one that is meant."""
        self.click(place)
        expect(self.page.locator(".select2-search__field").last).to_be_focused()
        self.type(typed)
        self.click(self.page.locator(".select2-results__option", has_text=choice).first)

    @property
    def deeds(self) -> int:
        return self.presses + self.clicks

    def stop(self) -> None:
        """Done: the time it took is kept."""
        self.seconds = monotonic() - self._began

    @property
    def human_seconds(self) -> float:
        """As long as it takes by hand, without the reading and the thinking."""
        return self.presses * A_PRESS + self.clicks * A_CLICK

    def __str__(self) -> str:
        return (
            f"{self.presses:4} key presses, {self.clicks:4} clicks: {self.human_seconds:4.0f} s by "
            f"the keystroke-level model; {self.seconds:4.0f} s as the browser did it"
        )
