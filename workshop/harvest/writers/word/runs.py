"""Small pieces of Word: a run of words, and a run that looks like another."""

from __future__ import annotations

import copy
from typing import Any

from docx.oxml.ns import qn

T, R, P, RPR = qn("w:t"), qn("w:r"), qn("w:p"), qn("w:rPr")
SPACE = "{http://www.w3.org/XML/1998/namespace}space"


def run_like(run: Any, content: Any) -> Any:
    """A run that looks like this one and holds something else. Made by its own document: that is quickest."""
    made = run.makeelement(R)
    looks = run.find(RPR)
    if looks is not None:
        made.append(copy.deepcopy(looks))
    made.append(content)
    return made


def words_like(run: Any, words: str) -> Any:
    """A run that looks like this one and holds these words, with all their spaces."""
    text = run.makeelement(T)
    text.text = words
    text.set(SPACE, "preserve")
    return run_like(run, text)
