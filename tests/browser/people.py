"""Those who take part: what a participant or a facilitator does in the browser, by name."""

from __future__ import annotations

import re

from playwright.sync_api import Locator, expect

from tests.browser.hands import Hands, item_of

WRITE = "Write a note"
QUOTED = re.compile("^Short sentences I write may be quoted")


class Guest:
    """Somebody who takes part. ``hands`` handle the page; ``written`` is what has to stand in the report."""

    def __init__(self, name: str, hands: Hands, written: list[str] | None = None) -> None:
        self.name = name
        self.hands = hands
        self.page = hands.page
        # Outside of it is the line that screen readers hear: it says everything a second time.
        self.main = self.page.locator("main")
        self.written = [] if written is None else written

    # Where things are.

    def button(self, name: str, inside: Locator | None = None) -> Locator:
        """The button whose words begin so."""
        return (inside or self.page).get_by_role("button", name=re.compile(f"^{re.escape(name)}"))

    def note(self, words: str, inside: Locator | None = None) -> Locator:
        """The note with exactly these words."""
        text = self.page.locator(".note-text").get_by_text(words, exact=True)
        return (inside or self.main).locator("li.note").filter(has=text)

    def composer(self, heading: str = WRITE) -> Locator:
        return self.page.get_by_role("form", name=re.compile(f"^{heading}"))

    @property
    def table(self) -> int:
        """The number of the table where this person sits."""
        where = self.page.locator(".bar-where b")
        expect(where).to_have_text(re.compile(r"^Table \d+$"))
        return int(where.inner_text().removeprefix("Table "))

    # Seeing.

    def sees(self, words: str | re.Pattern[str]) -> None:
        expect(self.main.get_by_text(words).first).to_be_visible()

    def reads(self, note: str) -> None:
        expect(self.note(note)).to_be_visible()

    def is_in(self, step: str) -> None:
        expect(self.page.get_by_role("heading", level=1).first).to_have_text(step)

    # Arriving.

    def joins(self, link: str, role: str = "participant", quoting: bool = True) -> None:
        self.page.goto(link)
        self.hands.write(self.page.get_by_label("What should we call you?"), self.name)
        if role == "participant":
            self.hands.choose(self.page.get_by_role("checkbox", name="I want to take part"))
        if quoting:
            self.hands.choose(self.page.get_by_role("checkbox", name=QUOTED))
        self.hands.press(self.button("Take my seat"))
        self.sees(f"Welcome, {self.name}")

    def tries_everything(self, breakfast: str) -> None:
        tryout = self.page.get_by_role("region", name="Try it out")
        self.hands.write(tryout.get_by_label("What did you have for breakfast?"), breakfast)
        self.hands.press(self.button("Lay it down"))
        expect(tryout.locator(".side").first.locator(".note-text")).to_have_text(breakfast)
        self.hands.pick(self.button("Move this note to…"), "Move to the right")
        expect(tryout.locator(".side").last.locator(".note-text")).to_have_text(breakfast)
        self.hands.press(self.button("Put a dot", tryout))
        self.sees("You are ready.")

    def sits_down(self) -> int:
        """Reads where to go, and goes there; gives the table."""
        self.hands.press(self.button("Sit down at table"))
        expect(self.composer()).to_be_visible()
        return self.table

    # At the table.

    def writes(self, kind: str, words: str, builds_on: str | None = None, heading: str = WRITE) -> None:
        form = self.composer(heading)
        self.hands.choose(form.get_by_role("radio", name=kind))
        self.hands.write(form.get_by_label("One idea, in your words"), words)
        if builds_on is not None:
            self.hands.pick(self.button("Builds on a note…", form), builds_on)
            expect(form.get_by_role("list", name="Builds on")).to_contain_text(builds_on)
        self.hands.press(self.button("Lay it on the table", form))
        self.written.append(words)

    def menu_of(self, note: Locator) -> Locator:
        return self.button("Choose what to do", note)

    def changes(self, note: str, words: str) -> None:
        found = self.note(note)
        self.hands.pick(self.menu_of(found), "Change the words or the kind")
        field = self.page.get_by_label("The words of this note")
        expect(field).to_be_focused()
        self.hands.write(field, words)
        self.hands.press(self.button("Save the change"))
        self.written[self.written.index(note)] = words
        expect(self.note(words)).to_contain_text("changed")

    def takes_away(self, note: str) -> None:
        self.hands.pick(self.menu_of(self.note(note)), "Take it away")
        expect(self.note(note)).to_have_count(0)

    def thinks_again(self) -> None:
        """Takes back what was just done."""
        self.hands.press(self.button("Undo", self.page.get_by_role("region", name="What was just done")))

    def moves_up(self, note: str) -> None:
        self.hands.pick(self.menu_of(self.note(note)), "Move up")

    def highlights(self, note: str) -> None:
        self.hands.pick(self.menu_of(self.note(note)), "Highlight it for the next round")
        expect(self.note(note)).to_contain_text("Highlighted")

    def writes_for(self, name: str, kind: str, words: str) -> None:
        self.composer().get_by_label("Whose idea is it?").select_option(name)
        self.writes(kind, words)

    def finds_a_recap(self) -> None:
        """What was highlighted at this table before."""
        recap = self.page.get_by_role("region", name=re.compile("^What was said here before"))
        expect(recap.locator("li.note")).to_have_count(1)
        expect(recap).to_contain_text("Highlighted at this table in the round before.")

    def brings(self, idea: str, kind: str, anew: str) -> None:
        """An idea from an earlier table, said in other words."""
        fold = self.page.get_by_role("region", name=re.compile("^Ideas you bring"))
        self.hands.press(self.button("Ideas you bring", fold))
        self.hands.press(self.button(f"Bring this: {idea[:20]}", fold))
        expect(self.composer().get_by_label("One idea, in your words")).to_have_value(idea)
        self.writes(kind, anew)
        expect(self.note(anew)).to_contain_text("Brought from table")

    def adds_late(self, step: str, kind: str, words: str) -> None:
        self.hands.press(self.button(f"You can still add to {step}"))
        self.writes(kind, words, heading=f"A late note for {step}")

    def puts_the_message_away(self, words: str) -> None:
        self.sees(words)
        self.hands.press(self.button("All right"))
        expect(self.main.get_by_text(words)).to_have_count(0)

    # Help.

    def calls_for_help(self, words: str) -> None:
        self.hands.press(self.button("Help and worries"))
        drawer = self.page.get_by_role("dialog", name="Help and worries")
        self.hands.write(drawer.get_by_label("What is it about?"), words)
        self.hands.press(self.button("Ask a host to come", drawer))
        expect(drawer).to_contain_text("The hosts see it.")

    def reads_the_answer(self, words: str) -> None:
        drawer = self.page.get_by_role("dialog", name="Help and worries")
        expect(drawer).to_contain_text(f"Answer: {words}")
        self.hands.press(self.button("Close", drawer))
        expect(drawer).to_have_count(0)

    # On the wall.

    def group(self, name: str) -> Locator:
        return self.page.locator("section.theme").filter(has=self.page.get_by_role("heading", name=name))

    def moves_on_the_wall(self, note: str, to: str) -> None:
        """A note that lies loose: its menu is the list of places."""
        self.hands.pick(self.menu_of(self.note(note)), to)

    def moves_to_another_group(self, note: str, to: str) -> None:
        self.hands.pick(self.menu_of(self.note(note)), "Move to another group…")
        places = self.page.get_by_role("menu", name="Move to…")
        expect(places).to_be_visible()
        self.hands.press(item_of(self.page, to))
        expect(self.note(note, self.group(to))).to_be_visible()

    def names(self, group: str, name: str) -> None:
        self.hands.press(self.button(f"Name it: {group.lower()}"))
        self.hands.write(self.page.get_by_label("What is it called?"), name)
        self.hands.press(self.button("Save"))
        expect(self.page.get_by_role("heading", name=name)).to_be_visible()

    # Choosing, speaking, answering.

    def puts_a_dot_on(self, theme: str) -> None:
        self.hands.press(self.button(f"Put a dot on {theme}"))
        expect(self.button(f"Your dot on {theme}")).to_be_visible()
        self.sees(re.compile("Your 1 dot is recorded"))

    def takes_the_dot_back_from(self, theme: str) -> None:
        self.hands.press(self.button(f"Your dot on {theme}"))
        expect(self.button(f"Put a dot on {theme}")).to_be_visible()

    def picks(self, note: str, why: str) -> None:
        """What the table brings to everyone."""
        self.hands.press(self.button(f"Bring this: {note[:20]}"))
        chosen = self.page.get_by_role("region", name=re.compile("^What table"))
        self.hands.write(self.note(note, chosen).get_by_label("Why this one?"), why)
        self.hands.press(self.button("Keep the reason", chosen))
        expect(chosen).to_contain_text(f"Why: {why}")

    def names_the_speaker(self, name: str) -> None:
        self.hands.pick(self.button("Choose who speaks"), name)
        self.sees(f"{name} speaks for this table")

    def reacts(self, with_what: str) -> None:
        self.hands.press(self.button(with_what))
        expect(self.button(with_what)).to_have_attribute("aria-pressed", "true")

    def says_in_the_chat(self, kind: str, words: str) -> None:
        chat = self.page.get_by_role("region", name="In the chat")
        self.hands.choose(chat.get_by_role("radio", name=kind))
        self.hands.write(chat.get_by_label("Your words to everyone"), words)
        self.hands.press(self.button("Say it in the chat", chat))
        self.reads(words)

    def answers(self, question: int, words: str) -> None:
        asked = self.page.locator(".questions > li").nth(question - 1)
        self.hands.write(asked.get_by_label("Your answer"), words)
        self.hands.press(self.button("Save my answer", asked))
        expect(asked).to_contain_text("Saved")
        expect(asked).to_contain_text(words)

    def gives_feedback(self, how: str, words: str) -> None:
        self.hands.choose(self.page.get_by_role("radio", name=how, exact=True))
        self.hands.write(self.page.locator("main form textarea").last, words)
        self.hands.press(self.button("Hand it in"))
        self.sees("Saved. Thank you")
