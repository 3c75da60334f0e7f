"""Notes made up for these tests: what people of a village library said, under five headings."""

from __future__ import annotations

from workshop.sensemaking.suggest import NoteText

SAID = {
    "opening": (
        "Open on Sunday afternoons",
        "It closes too early on weekdays, I come straight from work",
        "Longer opening hours in the evening please",
        "The doors should be open at weekends",
        "Shut on Mondays, which is my only free day",
    ),
    "children": (
        "Story time for toddlers was lovely",
        "My children love the picture book corner",
        "More reading sessions for small kids",
        "The puppet show made my daughter pick up a book",
        "A play corner for babies and toddlers",
    ),
    "computers": (
        "The computers are slow and often broken",
        "Wifi drops out every few minutes",
        "Printing from my phone never works",
        "Newer laptops to borrow would help job seekers",
        "Someone to show older people how to use the internet",
    ),
    "warmth": (
        "It is cold in the reading room in winter",
        "The heating was off again",
        "I sat in my coat because of the draught",
        "A warm place to sit when bills are high",
    ),
    "staff": (
        "The librarians are patient and kind",
        "Staff always remember my name",
        "Helpful people at the desk found the book I had forgotten",
        "Friendly welcome from the librarian each time",
    ),
}
TRUE = {f"{theme} {i}": theme for theme, texts in SAID.items() for i in range(len(texts))}


def library() -> list[NoteText]:
    return [NoteText(f"{theme} {i}", text) for theme, texts in SAID.items() for i, text in enumerate(texts)]
