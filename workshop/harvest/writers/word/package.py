"""Whether a file that somebody brings is a plain Word document: looked at as a zip file, before it is read.

Nothing is unpacked before the sizes that it gives are small; nothing is parsed before it is whole. What a
report does not need, or what can fetch or run something, is refused: macros, embedded files, links to files.
"""

from __future__ import annotations

import io
import re
import struct
import zipfile
import zlib
from pathlib import PurePosixPath

from lxml import etree

from workshop.errors import Invalid

MB = 1_000_000
LARGEST, LARGEST_UNPACKED, MOST_PARTS = 20 * MB, 60 * MB, 500
# Word's own files shrink to a twentieth at most; of small ones no harm can come.
DENSEST, SMALL = 150, MB
DOCUMENT = "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"
TEMPLATE = "application/vnd.openxmlformats-officedocument.wordprocessingml.template.main+xml"
PASTE = "Take it out, or paste it as a picture."
SAVE = "Open it in Word and save it as a Word document (.docx)."

# What reading a zip file raises of which a byte was changed, wherever it was.
DAMAGED = (
    zipfile.BadZipFile,
    zipfile.LargeZipFile,
    zlib.error,
    struct.error,
    NotImplementedError,
    EOFError,
    OSError,
    ValueError,
    LookupError,
    OverflowError,
)

_CONTENT_TYPES = "[Content_Types].xml"
_NEEDED = (_CONTENT_TYPES, "_rels/.rels")
_MACROS = re.compile(r"(?i)vbaProject|vbaData|macroEnabled|activeX|customUI")
_EMBEDDED = re.compile(r"(?i)^word/(embeddings|afchunk)|\.(bin|ole|exe|js|html?|mht)$")
_CHUNK = ("/aFChunk", "/oleObject", "/package", "/control", "/subDocument", "/frame")
_WEB = re.compile(r"(?i)^(https?://|mailto:)")
_OLE = bytes.fromhex("d0cf11e0a1b11ae1")


def wrong(message: str) -> Invalid:
    return Invalid(message, "template")


def check_package(file: bytes) -> None:
    """Raises :class:`Invalid` with what is wrong, and what to do."""
    _check_kind(file)
    try:
        with zipfile.ZipFile(io.BytesIO(file)) as package:
            _check_entries(package)
            parts = {info.filename: package.read(info) for info in package.infolist()}
    except DAMAGED:
        raise wrong(f"The template is damaged and cannot be unpacked. {SAVE}") from None
    except RuntimeError:
        raise wrong(f"The template is protected by a password. Take the password off. {SAVE}") from None
    _check_types(parts)
    for name, content in parts.items():
        if name.endswith((".xml", ".rels")):
            _check_xml(name, content)


def _check_kind(file: bytes) -> None:
    if len(file) > LARGEST:
        raise wrong(
            f"The template has {len(file) / MB:.0f} MB; at most {LARGEST // MB} MB are allowed. "
            "Make its pictures smaller."
        )
    if file.startswith(_OLE):
        if "EncryptedPackage".encode("utf-16-le") in file:
            raise wrong(f"The template is protected by a password. Take the password off. {SAVE}")
        raise wrong(f"The template is a file of an old Word (.doc). {SAVE}")
    if not file.startswith(b"PK\x03\x04"):
        raise wrong(f"The template is not a Word document. {SAVE}")


def _check_entries(package: zipfile.ZipFile) -> None:
    """The list at the end of the file: names, sizes and how much they shrank. Nothing is unpacked yet."""
    entries = package.infolist()
    if len(entries) > MOST_PARTS:
        raise wrong(
            f"The template has {len(entries):,} parts; at most {MOST_PARTS} are allowed. Build it anew from "
            "a plain document."
        )
    if sum(entry.file_size for entry in entries) > LARGEST_UNPACKED:
        raise wrong(
            f"The template is too large when it is unpacked: at most {LARGEST_UNPACKED // MB} MB are allowed."
        )
    names = [entry.filename.casefold() for entry in entries]
    if len(names) != len(set(names)):
        raise wrong(f"The template has two parts of one name, so it cannot be trusted. {SAVE}")
    for entry in entries:
        _check_entry(entry)


def _check_entry(entry: zipfile.ZipInfo) -> None:
    path = PurePosixPath(entry.filename)
    if path.is_absolute() or ".." in path.parts or "\\" in entry.filename or ":" in entry.filename:
        raise wrong(f"The template has a part outside of itself: “{entry.filename[:60]}”. {SAVE}")
    if entry.compress_type not in (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED):
        raise wrong(f"The template is packed in a way that Word does not know. {SAVE}")
    if entry.flag_bits & 1:
        raise wrong(f"The template is protected by a password. Take the password off. {SAVE}")
    if entry.file_size > SMALL and entry.file_size > DENSEST * max(entry.compress_size, 1):
        raise wrong(
            f"A part of the template, “{entry.filename[:60]}”, unpacks to more than {DENSEST} times its "
            f"size, so it is not opened. {SAVE}"
        )


def _check_types(parts: dict[str, bytes]) -> None:
    types = parts.get(_CONTENT_TYPES, b"").decode("utf-8", "replace")
    for name in parts:
        if _MACROS.search(name):
            raise wrong(f"The template holds macros or controls ({name[:60]}), which may not run. {SAVE}")
        if _EMBEDDED.search(name):
            raise wrong(f"The template holds an embedded file ({name[:60]}). {PASTE}")
    if _MACROS.search(types):
        raise wrong(f"The template is a document with macros (.docm), which may not run. {SAVE}")
    if any(name not in parts for name in _NEEDED):
        raise wrong(f"The template is not a Word document. {SAVE}")
    if TEMPLATE in types and DOCUMENT not in types:
        raise wrong(f"The template is a Word template (.dotx). {SAVE}")
    if DOCUMENT not in types:
        raise wrong(f"The template is not a Word document: it may be a sheet or slides. {SAVE}")


def _check_xml(name: str, content: bytes) -> None:
    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False)
    try:
        tree = etree.fromstring(content, parser).getroottree()
    except etree.XMLSyntaxError:
        raise wrong(f"A part of the template, “{name[:60]}”, is damaged. {SAVE}") from None
    if tree.docinfo.doctype:
        raise wrong(f"A part of the template, “{name[:60]}”, declares entities, which is not allowed. {SAVE}")
    if name.endswith(".rels"):
        _check_links(tree.getroot())


def _check_links(relationships: etree._Element) -> None:
    """Links inside the file, and links that a reader may press, are fine. Nothing is fetched by itself."""
    for each in relationships:
        kind, target = each.get("Type") or "", each.get("Target") or ""
        if kind.endswith("/vbaProject"):
            raise wrong(f"The template holds macros, which may not run. {SAVE}")
        if kind.endswith(_CHUNK):
            raise wrong(f"The template holds an embedded file or a control. {PASTE}")
        if (each.get("TargetMode") or "").casefold() != "external":
            continue
        if not (kind.endswith("/hyperlink") and _WEB.match(target)):
            what = kind.rpartition("/")[2] or "link"
            raise wrong(
                f"The template points to another file ({what}: “{target[:80]}”). A report must need nothing "
                "from elsewhere: paste pictures instead of linking them, and attach no other template."
            )
