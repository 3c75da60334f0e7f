"""Whether a quote says what somebody wrote, and nothing but that outside of ``[ ]``."""

from __future__ import annotations


def quotes(quote: str, words: str) -> bool:
    """Whether ``quote`` is ``words`` to the letter, but for what an editor has added in ``[ ]``.

    An addition brings at most one space of its own, before it or behind it. Nothing may be left out.
    """
    if quote == words:
        return True
    ends = {0}  # how far in the words one can have come
    reached: dict[int, set[int]] = {0: ends}
    for at in range(len(quote)):
        here = reached.pop(at, set())
        if not here:
            continue
        for to in _additions(quote, at):
            reached.setdefault(to, set()).update(here)
        on = {n + 1 for n in here if n < len(words) and words[n] == quote[at]}
        if on:
            reached.setdefault(at + 1, set()).update(on)
    return len(words) in reached.get(len(quote), set())


def _additions(quote: str, at: int) -> list[int]:
    """Where an addition that begins here may end."""
    begin = at + 1 if quote[at] == " " else at
    if begin >= len(quote) or quote[begin] != "[":
        return []
    close = quote.find("]", begin)
    if close < 0 or "[" in quote[begin + 1 : close]:
        return []
    behind = begin == at and quote[close + 1 : close + 2] == " "
    return [close + 1, close + 2] if behind else [close + 1]
