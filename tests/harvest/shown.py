"""What a document says, whatever it is packed in."""

from __future__ import annotations

import io
import re
import zipfile
from html import unescape

from tests.harvest.papers import Papers


def shown(content: bytes) -> str:
    """Every word of a document; of one that is a folder in a file, of all that lies in it but pictures."""
    if content.startswith(b"%PDF"):
        return " ".join(" ".join(Papers(content).pages).split())
    if not content.startswith(b"PK"):
        return content.decode()
    with zipfile.ZipFile(io.BytesIO(content)) as folder:
        names = [name for name in folder.namelist() if not name.endswith(".png")]
        parts = {name: folder.read(name).decode("utf-8-sig") for name in names}
    return "\n".join(_words(text) if name.endswith(".xml") else text for name, text in parts.items())


def _words(xml: str) -> str:
    """With what stands in its marks; and without them, for words that are split by them."""
    return unescape(xml) + unescape(re.sub(r"<[^>]+>", "", xml))
