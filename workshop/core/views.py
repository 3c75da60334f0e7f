"""How state becomes what a stream shows: keyed documents, each made by one function.

A stream's snapshot is all its documents. An event names the documents it touched, and carries each of them
anew (``put``) or says that it is gone (``drop``); so a browser needs no rules of its own to stay equal.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from workshop.core.messages import Doc
from workshop.core.state import Workshop
from workshop.core.streams import kind_and_id

# Every document of the stream may have changed.
EVERYTHING = "*"

# A stream and the key of one document on it.
Touch = tuple[str, str]


@dataclass(frozen=True, slots=True)
class View:
    """One kind of document on one kind of stream.

    ``keys`` lists the ids that the stream shows now (one empty id where there is a single document);
    ``doc`` gives one of them, or None when the stream may not, or no longer, show it.
    """

    stream: str
    name: str
    shape: type[Doc]
    keys: Callable[[Workshop, str], Iterable[str]]
    doc: Callable[[Workshop, str, str], Doc | None]


Views = dict[tuple[str, str], View]


def key(name: str, doc_id: str = "") -> str:
    return f"{name}/{doc_id}" if doc_id else name


def one(_state: Workshop, _stream_id: str) -> tuple[str]:
    """The ``keys`` of a view with a single document."""
    return ("",)


def snapshot(views: Views, state: Workshop, stream: str) -> dict[str, Doc]:
    """Every document the stream shows now, by key."""
    kind, stream_id = kind_and_id(stream)
    shown: dict[str, Doc] = {}
    for view in views.values():
        if view.stream != kind:
            continue
        for doc_id in view.keys(state, stream_id):
            doc = view.doc(state, stream_id, doc_id)
            if doc is not None:
                shown[key(view.name, doc_id)] = doc
    return shown


def document(views: Views, state: Workshop, stream: str, doc_key: str) -> Doc | None:
    """One document by its key, or None."""
    kind, stream_id = kind_and_id(stream)
    name, _, doc_id = doc_key.partition("/")
    return views[kind, name].doc(state, stream_id, doc_id)
