"""One term, one spelling: in headings and in sentences that people edit. Notes are never corrected."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from itertools import pairwise
from typing import NamedTuple

from workshop.harvest.lint.findings import AGENDA, Finding, Mend, board, quoted
from workshop.harvest.lint.headings import headings
from workshop.harvest.lint.spelling import SHORTEST, WORD, known_words, plain, same_word, slip
from workshop.harvest.model import Harvest, ThemeLine, TopicLine
from workshop.harvest.words import listed

# Two words, and one: both are right, each in its place.
BOTH_RIGHT = frozenset(
    {"everyday", "everyone", "everybody", "sometime", "sometimes", "altogether", "anymore"}
)
# As two words a noun, with a hyphen in front of one: in the long term, long-term care.
NOUNS = frozenset({"hand", "level", "line", "scale", "term", "time"})
# A word that is written this often, and so many times as often as another, is the usual one.
USUAL = 3
# Two words side by side may be one in two pieces if the whole is this long, and each piece too.
SHORTEST_WHOLE, SHORTEST_PART = 8, 3


class Passage(NamedTuple):
    """Words that people can still mend: where they stand, and where to mend them."""

    anchor: str
    text: str
    mend: Mend


def passages(harvest: Harvest) -> list[Passage]:
    """Headings, and the sentences below them; prompts and closing questions too."""
    found = [Passage(each.anchor, each.words, each.mend) for each in headings(harvest)]
    for theme in harvest.themes:
        found += _below(theme, board(theme.step))
    for question in harvest.questions:
        found.append(Passage(question.anchor, question.text, AGENDA))
        for topic in question.topics:
            found += _below(topic, board(question.step, question.no))
    found += [Passage(round_.anchor, round_.prompt, AGENDA) for round_ in harvest.rounds]
    return sorted(set(found))


def _below(line: ThemeLine | TopicLine, mend: Mend) -> Iterator[Passage]:
    for text in (line.statement, line.includes, line.excludes):
        if text:
            yield Passage(line.anchor, text, mend)


def term_spelled_two_ways(harvest: Harvest) -> Iterator[Finding]:
    """Hyphens, accents, -ise and -ize: all right, but not side by side."""
    spelled: dict[str, dict[str, list[Passage]]] = defaultdict(lambda: defaultdict(list))
    for passage in passages(harvest):
        for written in _terms(passage.text):
            spelled[same_word(written.replace(" ", ""))][written].append(passage)
    for ways in spelled.values():
        # Two words that are one nowhere are no spelling of it.
        if len(ways) > 1 and any(" " not in written for written in ways) and not _both_right(set(ways)):
            yield _two_ways(ways)


def _both_right(ways: set[str]) -> bool:
    apart = {way for way in ways if " " in way and way.rpartition(" ")[2] in NOUNS}
    return ways == apart | {way.replace(" ", "-") for way in apart}


def _terms(text: str) -> Iterator[str]:
    words = list(WORD.finditer(text))
    for word in words:
        yield _written(word.group())
    for one, other in pairwise(words):
        joined = plain(one.group() + other.group())
        beside = text[one.end() : other.start()] == " " and _may_join(one.group(), other.group())
        if beside and len(joined) >= SHORTEST_WHOLE and joined not in BOTH_RIGHT:
            yield f"{_written(one.group())} {_written(other.group())}"


def _may_join(one: str, other: str) -> bool:
    """Not in complete, and not patient s."""
    return min(len(one), len(other)) >= SHORTEST_PART or one.casefold() == "co"


def _written(word: str) -> str:
    return word.casefold().replace("’", "'").replace("\u2010", "-").replace("\u2011", "-")


def _two_ways(ways: dict[str, list[Passage]]) -> Finding:
    there = [passage for passages in ways.values() for passage in passages]
    text = (
        f"{listed([quoted(way) for way in sorted(ways)])} are used side by side. Choose one way to write it."
    )
    return Finding("term-spelled-two-ways", "may", text, _anchors(there), _mends(there))


def term_misspelled(harvest: Harvest) -> Iterator[Finding]:
    """A word that is no frequent English word, and one letter away from one that people here use often."""
    strange: dict[str, list[Passage]] = defaultdict(list)
    for passage in passages(harvest):
        for word in _plain_words(passage.text):
            if len(word) >= SHORTEST and word not in known_words():
                strange[word].append(passage)
    used = _used(harvest) if strange else Counter()
    for word, there in sorted(strange.items()):
        usual = _usual(word, used)
        if usual:
            text = f"{quoted(word)} may be a slip: {quoted(usual)} is what people write here."
            yield Finding("term-misspelled", "may", text, _anchors(there), _mends(there))


def _plain_words(text: str) -> Iterator[str]:
    return (plain(word) for word in WORD.findall(text) if word.isalpha())


def _used(harvest: Harvest) -> Counter[str]:
    """How often each word stands anywhere: notes and answers only say what is usual here."""
    used = Counter[str]()
    texts = [passage.text for passage in passages(harvest)]
    texts += [note.text for round_ in harvest.rounds for note in round_.notes]
    texts += [answer.text for question in harvest.questions for answer in question.answers]
    for text in texts:
        used.update(_plain_words(text))
    return used


def _usual(word: str, used: Counter[str]) -> str:
    """The word that was meant, most likely; empty if there is none."""
    at_least = max(USUAL, USUAL * used[word])
    near = [
        other
        for other, times in used.items()
        if times >= at_least and slip(word, other) and same_word(word) != same_word(other)
    ]
    return min(near, key=lambda other: (-used[other], other), default="")


def _anchors(of: Iterable[Passage]) -> tuple[str, ...]:
    return tuple(sorted({passage.anchor for passage in of}))


def _mends(of: Iterable[Passage]) -> tuple[Mend, ...]:
    return tuple(sorted({passage.mend for passage in of}))


TERMS = (term_spelled_two_ways, term_misspelled)
