"""How people handle a page: with a mouse, with a finger, or with the keyboard alone."""

from __future__ import annotations

import re
from typing import Protocol

from playwright.sync_api import Locator, Page, expect

# No page has so many places where the focus can rest.
MOST_TABS = 250


class Hands(Protocol):
    """What can be done to a page, whatever one does it with."""

    page: Page

    def press(self, what: Locator) -> None: ...

    def write(self, where: Locator, words: str) -> None:
        """Put these words there, instead of what stands there."""

    def choose(self, option: Locator) -> None:
        """A radio button or a box, given as its input."""

    def pick(self, menu: Locator, item: str) -> None:
        """Open a menu by its button, and choose the item that begins with these words."""


def item_of(page: Page, words: str) -> Locator:
    return page.get_by_role("menuitem", name=re.compile(f"^{re.escape(words)}"))


class Mouse:
    def __init__(self, page: Page) -> None:
        self.page = page

    def press(self, what: Locator) -> None:
        what.click()

    def write(self, where: Locator, words: str) -> None:
        self.press(where)
        where.fill(words)

    def choose(self, option: Locator) -> None:
        """People press the words beside it."""
        self.press(option.locator("xpath=ancestor::label"))
        expect(option).to_be_checked()

    def pick(self, menu: Locator, item: str) -> None:
        self.press(menu)
        self.press(item_of(self.page, item))


class Finger(Mouse):
    def press(self, what: Locator) -> None:
        what.tap()


class Keys:
    """Tab, Enter, Space, arrows and letters. Wherever the focus is, it can be seen."""

    def __init__(self, page: Page) -> None:
        self.page = page
        self._keys = page.keyboard

    def reach(self, what: Locator) -> None:
        """Press Tab until the focus is there."""
        expect(what).to_be_visible()
        for _ in range(MOST_TABS):
            if what.evaluate("one => one === document.activeElement"):
                break
            self._keys.press("Tab")
        else:
            raise AssertionError(f"Tab never leads to {what}")
        assert self.page.evaluate("document.activeElement.matches(':focus-visible')"), f"No focus on {what}"

    def press(self, what: Locator) -> None:
        self.reach(what)
        self._keys.press("Enter")

    def write(self, where: Locator, words: str) -> None:
        self.reach(where)
        self._keys.press("Control+A")
        self._keys.type(words)

    def choose(self, option: Locator) -> None:
        """A box by Space; among radio buttons by the arrows, from the one where Tab stops."""
        if option.get_attribute("type") == "checkbox":
            self.reach(option)
            self._keys.press("Space")
        else:
            self._among_radios(option)
        expect(option).to_be_checked()

    def _among_radios(self, option: Locator) -> None:
        name = option.get_attribute("name")
        group = self.page.locator(f"input[type=radio][name='{name}']")
        chosen = group.and_(self.page.locator(":checked"))
        self.reach(chosen if chosen.count() else group.first)
        if not chosen.count():
            self._keys.press("Space")
        for _ in range(group.count()):
            if option.is_checked():
                return
            self._keys.press("ArrowDown")

    def pick(self, menu: Locator, item: str) -> None:
        self.press(menu)
        self.pick_open(item)

    def pick_open(self, item: str) -> None:
        """From a menu that is open and has the focus."""
        wanted = item_of(self.page, item)
        expect(wanted).to_be_visible()
        for _ in range(MOST_TABS):
            if wanted.evaluate("one => one === document.activeElement"):
                return self._keys.press("Enter")
            self._keys.press("ArrowDown")
        raise AssertionError(f"The arrows never lead to “{item}”")
