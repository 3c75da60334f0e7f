"""Archives made by hand, as somebody would who knows the format and means harm."""

from __future__ import annotations

import io
import json
import zipfile
from collections.abc import Callable
from hashlib import sha256
from typing import Any

Doc = dict[str, Any]
Change = Callable[[list[Doc]], list[Doc]]


class Opened:
    """An archive taken apart, to be changed and put together again. ``forged``: what the manifest says."""

    def __init__(self, raw: bytes) -> None:
        self.forged: Doc = {}
        with zipfile.ZipFile(io.BytesIO(raw)) as archive:
            self.manifest: Doc = json.loads(archive.read("manifest.json"))
            self.entries = [json.loads(line) for line in archive.read("entries.jsonl").splitlines()]
            self.people = [json.loads(line) for line in archive.read("people.jsonl").splitlines()]

    def files(self) -> dict[str, bytes]:
        """The parts, with a manifest that agrees with them in everything that can be counted."""
        parts = {"entries.jsonl": lines(self.entries), "people.jsonl": lines(self.people)}
        told = [
            {"name": name, "lines": len(c.splitlines()), "bytes": len(c), "sha256": sha256(c).hexdigest()}
            for name, c in parts.items()
        ]
        kinds = [str(each.get("type")) for each in self.entries]
        counts = {"entries": len(self.entries), "people": len(self.people)}
        counted = {kind: kinds.count(kind) for kind in sorted(set(kinds))}
        agreeing = counts | {"kinds": counted, "parts": told}
        return parts | {"manifest.json": json.dumps(self.manifest | agreeing | self.forged).encode()}

    def closed(self) -> bytes:
        return sealed(self.files())


def lines(docs: list[Doc]) -> bytes:
    return b"".join(json.dumps(doc, ensure_ascii=False).encode() + b"\n" for doc in docs)


def sealed(files: dict[str, bytes], packed: int = zipfile.ZIP_STORED, twice: str = "") -> bytes:
    """A zip with these files and the right digest at its end. ``twice``: stands in it a second time."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", packed) as archive:
        archive.comment = b"0" * 64
        for name, content in files.items():
            archive.writestr(name, content)
        if twice:
            archive.NameToInfo.pop(twice)
            archive.writestr(twice, files[twice])
    return seal(out.getvalue())


def seal(raw: bytes) -> bytes:
    """The right digest at the end of whatever it is."""
    return raw[:-64] + sha256(raw[:-64]).hexdigest().encode()
