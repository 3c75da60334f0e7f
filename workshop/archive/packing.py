"""The file around the parts: a zip that packs nothing smaller, and is sealed with the digest of itself.

Not packed smaller, so that the same café gives the same bytes wherever it is exported, and so that nothing
can unfold to more than there is. The last 64 bytes are the SHA-256 of all before them, in hexadecimal: who
reads the file knows of every single byte, and of its end, before anything in it is believed.
"""

from __future__ import annotations

import hashlib
import io
import zipfile
from collections.abc import Mapping

from workshop.archive.shape import MANIFEST, MOST_MANIFEST, PARTS
from workshop.errors import Invalid

SEAL = 64
# The same day for everyone, and readable by the owner alone once it is unpacked.
DAY = (1980, 1, 1, 0, 0, 0)
OWNER_ALONE = 0o600 << 16
UNIX = 3
# How a zip begins; its last record, before what is said behind it; and the record that only large ones have.
BEGINS, ENDS, LARGE = b"PK\x03\x04", b"PK\x05\x06", b"PK\x06\x07"
END = 22
MOST_CONTENTS = 1_000
# What the library raises for a zip that is made wrong on purpose.
MALFORMED = (zipfile.BadZipFile, NotImplementedError, RuntimeError, ValueError, EOFError, KeyError)


def digest(content: bytes | memoryview) -> str:
    return hashlib.sha256(content).hexdigest()


def pack(files: Mapping[str, bytes]) -> bytes:
    """These files as one, sealed."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_STORED) as archive:
        archive.comment = b"0" * SEAL
        for name, content in files.items():
            archive.writestr(_member(name), content)
    whole = out.getbuffer()
    whole[-SEAL:] = digest(whole[:-SEAL]).encode()
    return bytes(whole)


def _member(name: str) -> zipfile.ZipInfo:
    member = zipfile.ZipInfo(name, DAY)
    member.create_system, member.external_attr = UNIX, OWNER_ALONE
    return member


def unpack(raw: bytes) -> dict[str, bytes]:
    """The files in it, by name: just those that belong into an archive. Raises :class:`Invalid`."""
    _must_be_sealed(raw)
    _must_be_small_inside(raw)
    try:
        with zipfile.ZipFile(io.BytesIO(raw)) as archive:
            members = archive.infolist()
            _must_be_ours(members)
            return {member.filename: archive.read(member) for member in members}
    except MALFORMED as problem:
        raise Invalid("its table of contents is wrong.", "malformed") from problem


def _must_be_sealed(raw: bytes) -> None:
    if not raw.startswith(BEGINS):
        raise Invalid("it is no archive of a café.", "no-archive")
    if raw[-SEAL:] != digest(memoryview(raw)[:-SEAL]).encode():
        if b"entry.jsonl" in raw[-2_000:]:
            raise Invalid("it is a backup of a whole server, for “workshop restore”.", "backup")
        raise Invalid(
            "it is damaged, cut off, or no archive of a café: "
            "it does not end with the digest of everything before.",
            "damaged",
        )


def _must_be_small_inside(raw: bytes) -> None:
    """Looked at before the library reads the table of contents, which is as long as it says of itself."""
    end = raw[-SEAL - END : -SEAL]
    contents = int.from_bytes(end[12:16], "little")
    large = raw[-SEAL - END - 20 : -SEAL - END].startswith(LARGE)
    if not end.startswith(ENDS) or contents > MOST_CONTENTS or large:
        raise Invalid("its table of contents is wrong.", "malformed")


def _must_be_ours(members: list[zipfile.ZipInfo]) -> None:
    names = [member.filename for member in members]
    if sorted(names) != sorted({MANIFEST, *PARTS}):
        found = ", ".join(map(ascii, names)) or "nothing"
        raise Invalid(f"it has to hold {MANIFEST}, {' and '.join(PARTS)}, and holds {found}.", "parts")
    for member in members:
        packed = member.compress_type != zipfile.ZIP_STORED or member.file_size != member.compress_size
        if packed or member.flag_bits:
            raise Invalid(f"{member.filename} is packed in another way than ours.", "packed")
        if member.filename == MANIFEST and member.file_size > MOST_MANIFEST:
            raise Invalid(f"{MANIFEST} is too long.", "manifest")
