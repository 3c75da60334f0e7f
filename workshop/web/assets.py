"""The built browser part: which files a page needs, served compressed and kept by browsers for ever."""

from __future__ import annotations

import gzip
from functools import lru_cache
from pathlib import Path
from typing import Any

import msgspec
from flask import Blueprint, Response, abort, request

FOLDER = Path(__file__).parent / "assets"
PACKAGE = Path(__file__).resolve().parent.parent
TYPES = {
    ".js": "text/javascript; charset=utf-8",
    ".css": "text/css; charset=utf-8",
    ".woff2": "font/woff2",
    ".txt": "text/plain; charset=utf-8",
    ".svg": "image/svg+xml",
}

blueprint = Blueprint("assets", __name__)


def shipped(folder: str) -> Path:
    """A folder that lies beside the package in a checkout, and inside it once installed."""
    beside = PACKAGE.parent / folder
    return beside if beside.is_dir() else PACKAGE / folder


@lru_cache(maxsize=1)
def _manifest(_changed: int) -> dict[str, Any]:
    found: dict[str, Any] = msgspec.json.decode((FOLDER / "manifest.json").read_bytes())
    return found


def manifest() -> dict[str, Any]:
    return _manifest((FOLDER / "manifest.json").stat().st_mtime_ns)


def asset(entry: str) -> str:
    """The address of a built file by the name of its source, such as ``app.tsx``."""
    return "/assets/" + str(manifest()[entry]["file"])


def needed(entry: str) -> list[str]:
    """The scripts that an entry imports at once, to be fetched beside it."""
    found: dict[str, None] = {}
    for name in manifest()[entry].get("imports", []):
        found["/assets/" + str(manifest()[name]["file"])] = None
        found.update(dict.fromkeys(needed(name)))
    return list(found)


def fonts() -> list[str]:
    """The one font file that every page in English needs."""
    files = (str(part["file"]) for part in manifest().values())
    return [f"/assets/{file}" for file in files if "latin-wght-normal" in file and "-ext-" not in file]


@lru_cache(maxsize=200)
def _packed(path: Path, _changed: int) -> bytes:
    return gzip.compress(path.read_bytes(), mtime=0)


@blueprint.get("/assets/<name>")
def serve(name: str) -> Response:
    path = FOLDER / name
    if path.suffix not in TYPES or path.parent != FOLDER or not path.is_file():
        abort(404)
    headers = {"Cache-Control": "public, max-age=31536000, immutable", "Vary": "Accept-Encoding"}
    if path.suffix != ".woff2" and request.accept_encodings.quality("gzip"):
        headers["Content-Encoding"] = "gzip"
        return Response(
            _packed(path, path.stat().st_mtime_ns), content_type=TYPES[path.suffix], headers=headers
        )
    return Response(path.read_bytes(), content_type=TYPES[path.suffix], headers=headers)
