"""What hosts wrote in the report: whether each statement rests on something, and what is still unwritten."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator

from workshop.core.quoting import is_quote_of
from workshop.harvest.lint.findings import REPORT, Finding, anchors_of, has, named, quoted
from workshop.harvest.lint.spelling import same_heading
from workshop.harvest.model import Harvest, StatementLine
from workshop.harvest.words import count, listed
from workshop.harvest.written_phrases import passages_in, statements_of

# What a report begins and ends with, and what a sentence calls it.
PASSAGES = {"context": "the context", "moment": "the moment", "next": "what happens next"}


def statement_without_evidence(harvest: Harvest) -> Iterator[Finding]:
    bare = [s for s in harvest.statements if not s.themes and not s.notes]
    if bare:
        text = (
            f"{_called(bare)} {'rests' if len(bare) == 1 else 'rest'} on no theme and no note. "
            "Name what it comes from, so that readers can follow it."
        )
        yield Finding("statement-without-evidence", "must", text, anchors_of(bare), (REPORT,))


def statement_has_lost_some(harvest: Harvest) -> Iterator[Finding]:
    for one in harvest.statements:
        if one.gone and (one.themes or one.notes):
            text = (
                f"{_called([one])} also rested on {count(one.gone, 'theme or note', 'themes or notes')} that "
                f"{'is' if one.gone == 1 else 'are'} not there any more. Read whether it still holds."
            )
            yield Finding("statement-lost-evidence", "may", text, (one.anchor,), (REPORT,))


def statement_quote_gone(harvest: Harvest) -> Iterator[Finding]:
    gone = [s for s in harvest.statements if s.source and not s.quote]
    if gone:
        text = (
            f"{_called(gone)} {has(len(gone))} a quote that was taken back or changed since, so it is not "
            "shown. Choose other words, or take the quote out."
        )
        yield Finding("statement-quote-gone", "must", text, anchors_of(gone), (REPORT,))


def statement_quote_twice(harvest: Harvest) -> Iterator[Finding]:
    by_source: dict[str, list[StatementLine]] = defaultdict(list)
    for one in harvest.statements:
        if one.source and one.quote:
            by_source[one.source].append(one)
    for same in by_source.values():
        if any(_overlap(one, other) for one in same for other in same if one is not other):
            text = f"{_called(same)} quote the same words. One quote is enough; another voice would say more."
            yield Finding("statement-quote-twice", "may", text, anchors_of(same), (REPORT,))


def _overlap(one: StatementLine, other: StatementLine) -> bool:
    return is_quote_of(one.quote, other.quote)


def _called(statements: Iterable[StatementLine]) -> str:
    return named(s.heading or s.text for s in statements)


def statement_heading_twice(harvest: Harvest) -> Iterator[Finding]:
    """In one kind: a key theme may well be called as the theme and the conclusion that it speaks of."""
    alike: dict[tuple[str, str], list[StatementLine]] = defaultdict(list)
    for one in harvest.statements:
        if one.heading:
            alike[one.kind, same_heading(one.heading)].append(one)
    for (kind, _), same in alike.items():
        if len(same) > 1:
            heading = quoted(min(one.heading for one in same))
            what = kind.replace("-", " ")
            text = f"{heading} stands over {count(len(same), what)}. Give each a heading of its own."
            yield Finding("heading-twice", "must", text, anchors_of(same), (REPORT,))


def not_yet_written(harvest: Harvest) -> Iterator[Finding]:
    """Once the café has closed and somebody has begun: whoever writes nothing has a report all the same."""
    if not harvest.closed or not (harvest.passages or harvest.statements):
        return
    parts = [words for part, words in PASSAGES.items() if not passages_in(harvest, [part])]
    parts += ["the key themes"] if not statements_of(harvest, "key-theme") else []
    parts += ["what you conclude"] if not statements_of(harvest, "conclusion") else []
    if parts:
        text = (
            f"Nobody has written {listed(parts, 'or')} yet. Readers who were not there look for it first. "
            "What stays empty is left out of the documents."
        )
        yield Finding("not-yet-written", "may", text, (harvest.in_short[0].anchor,), (REPORT,))


STATEMENTS = (
    statement_without_evidence,
    statement_quote_gone,
    statement_has_lost_some,
    statement_heading_twice,
    statement_quote_twice,
    not_yet_written,
)
