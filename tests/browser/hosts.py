"""The host at the console, and the screen on the wall."""

from __future__ import annotations

import re

from playwright.sync_api import Locator, Page, expect


def starts(words: str) -> re.Pattern[str]:
    return re.compile(f"^{re.escape(words)}")


class Host:
    def __init__(self, name: str, page: Page) -> None:
        self.name = name
        self.page = page
        self.next = page.locator(".desk-next")

    def button(self, words: str, inside: Locator | None = None) -> Locator:
        return (inside or self.page).get_by_role("button", name=starts(words))

    def presses(self, words: str, inside: Locator | None = None) -> None:
        self.button(words, inside).click()

    def closes(self, dialog: Locator) -> None:
        dialog.locator(".dialog-head").get_by_role("button", name="Close").click()
        expect(dialog).to_have_count(0)

    # Coming in.

    def opens_the_home(self, link: str) -> None:
        self.page.goto(link)
        expect(self.page.get_by_role("heading", name="Your cafés")).to_be_visible()

    def goes_to_the_desk_of(self, title: str, sees: str = "The doors are open") -> None:
        self.page.get_by_role("link", name=f"Go to its desk: {title}").click()
        self.says_who_she_is(sees)

    def says_who_she_is(self, sees: str = "The doors are open") -> None:
        self.page.get_by_label("What should we call you?").fill(self.name)
        self.presses("Open the host’s console")
        expect(self.page.get_by_text(sees).first).to_be_visible()

    def hands_out(self, name: str) -> str:
        """One of the links to hand out."""
        self.presses("Links")
        sheet = self.page.get_by_role("dialog", name="Links to hand out")
        line = sheet.locator(".desk-link").filter(has_text=name)
        address = line.locator(".desk-link-address").inner_text()
        self.closes(sheet)
        return address

    # The agenda.

    def opens_the_agenda(self) -> None:
        self.page.get_by_role("link", name="Edit the agenda").click()
        expect(self.page.get_by_role("heading", name="The agenda")).to_be_visible()

    def changes_step(self, title: str, **fields: str) -> None:
        """``fields``: what stands above a field, and what to write there."""
        row = self.page.locator(".agenda-step").filter(has=self.page.get_by_text(title))
        place = self.page.locator(".agenda-step").nth(self._place(row))
        place.locator(".agenda-step-name").click()
        for label, words in fields.items():
            place.get_by_label(label, exact=True).fill(words)
        place.locator(".agenda-step-name").click()

    def _place(self, row: Locator) -> int:
        return int(row.evaluate("row => [...row.parentElement.children].indexOf(row)"))

    def saves_the_agenda(self) -> None:
        self.presses("Save the agenda")
        expect(self.page.get_by_text("Saved. Everyone sees this agenda.")).to_be_visible()
        self.page.get_by_role("link", name="Back to the desk").click()

    # Leading.

    def goes_on(self, button: str, to: str) -> None:
        """Presses the one big button, and sees what comes."""
        self.presses(button, self.next)
        self.is_in(to)

    def is_in(self, step: str) -> None:
        expect(self.page.get_by_role("heading", level=1)).to_have_text(step)

    def ends_the_round(self) -> None:
        """With its closing call, which nobody waits for here."""
        self.presses("End this round", self.next)
        expect(self.button("Move now", self.next)).to_be_visible()

    def ends_it_early(self) -> None:
        self.presses("End it early")
        self.presses("End it now", self.page.get_by_role("dialog"))

    def needs_to_know(self, words: str) -> Locator:
        need = self.page.get_by_role("region", name=starts("Needs you"))
        expect(need).to_contain_text(words)
        return need

    def says_to_all(self, words: str) -> None:
        self.page.get_by_role("textbox", name="Message to all").fill(words)
        self.presses("Show it on")
        expect(self.page.get_by_text("On every screen since")).to_be_visible()

    def takes_it_down(self) -> None:
        self.presses("Take it down")
        expect(self.page.get_by_text("On every screen since")).to_have_count(0)

    def undoes(self) -> None:
        self.presses("Undo", self.page.get_by_role("region", name="What was just done"))

    # Tables and people.

    def opens_table(self, no: int) -> Locator:
        self.presses(f"Table {no},")
        drawer = self.page.get_by_role("dialog", name=f"Table {no}")
        expect(drawer.get_by_role("heading", name="Who sits here")).to_be_visible()
        return drawer

    def moves(self, name: str, from_table: int, to_table: int) -> None:
        drawer = self.opens_table(from_table)
        self.button(f"What to do with {name}", drawer).click()
        self.page.get_by_role("menuitem", name="Move to…").click()
        sheet = self.page.get_by_role("dialog", name=f"Move {name} to…")
        self.presses(f"Table {to_table} ·", sheet)
        self.closes(self.page.get_by_role("dialog", name=f"Table {from_table}"))
        expect(self.page.get_by_text(f"{name} sits at table {to_table} now.")).to_be_visible()

    def wishes_together(self, *names: str) -> None:
        self.presses("Who sits with whom")
        drawer = self.page.get_by_role("dialog", name="Who sits with whom")
        for name in names:
            drawer.locator("label.check").filter(has_text=name).click()
        self.presses(f"Keep these {len(names)} together", drawer)
        expect(drawer.get_by_text("Together:")).to_be_visible()
        self.closes(drawer)

    def drops_the_wish(self) -> None:
        self.presses("Who sits with whom")
        drawer = self.page.get_by_role("dialog", name="Who sits with whom")
        self.presses("Drop this wish", drawer)
        expect(drawer.get_by_text("No wishes yet.")).to_be_visible()
        self.closes(drawer)

    def closes_the_cafe(self) -> None:
        self.presses("Close the café")
        self.presses("Close it and make the report")
        self.is_in("The café is over")


class Screen:
    def __init__(self, page: Page) -> None:
        self.page = page

    def shows(self, words: str | re.Pattern[str]) -> None:
        expect(self.page.get_by_text(words).first).to_be_visible()

    def never_shows(self, words: str) -> None:
        expect(self.page.get_by_text(words)).to_have_count(0)
