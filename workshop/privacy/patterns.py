"""What has a form of its own: addresses, telephone numbers, dates and numbers of files."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Literal

Kind = Literal["name", "place", "address", "phone", "email", "date", "number"]

_MONTH = (
    "(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|"
    "oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)"
)
_DAY = r"\d{1,2}(?:st|nd|rd|th)?"
_ROAD = (
    "(?:Street|St|Road|Rd|Lane|Avenue|Ave|Close|Drive|Crescent|Terrace|Gardens|Grove|Court|Place|Way|Square|"
    "Hill|Row|Walk|Mews|Park)"
)
# Without a number in front: Park and Way are too much of a word.
_LANE = "(?:Street|Road|Lane|Avenue|Crescent|Terrace)"
_CAPITAL = r"[A-Z][\w'’-]+"
_BODY = (
    "(?:School|Academy|College|University|Hospital|Infirmary|Surgery|Nursery|Church|Mosque|Synagogue|Gurdwara|"
    "Prison|Council|Hostel|Refuge|Hospice|Estate|Clinic)"
)

Patterns = tuple[tuple[Kind, re.Pattern[str]], ...]

_EMAIL: Patterns = (("email", re.compile(r"[\w.+'-]+(?:@|\s?\(at\)\s?|\s?\[at\]\s?)[\w-]+(?:\.[\w-]+)+")),)
# The group ``this`` is the part that counts, where there is one.
_LONG: Patterns = (
    (
        "phone",
        re.compile(r"(?<![\w.,/-])(?:\+|00)\d{1,3}[\s.-]?(?:\(0\)\s?)?\d(?:[\s.()-]{0,2}\d){6,12}(?!\d)"),
    ),
    ("phone", re.compile(r"(?<![\w.,/-])\(?0\d{2,5}\)?(?:[\s.-]?\d){5,8}(?![\d/])")),
    # The numbers of the health service and of national insurance, in their groups.
    ("number", re.compile(r"(?<![\w-])\d{3}[\s-]\d{3}[\s-]\d{4}(?![\w-])")),
    ("number", re.compile(r"\b[A-CEGHJ-PR-TW-Za-ceghj-pr-tw-z]{2}\s?\d{2}\s?\d{2}\s?\d{2}\s?[A-Da-d]\b")),
    ("number", re.compile(r"(?<![\w.,£€$/-])\d{6,}(?![\w%]|[.,]\d)")),
    ("date", re.compile(r"(?<![\d/.-])\d{1,2}[/.-]\d{1,2}[/.-](?:19|20)?\d{2}(?![\d/.-]\d|\d)")),
    ("date", re.compile(r"(?<![\d/.-])(?:19|20)\d{2}-\d{2}-\d{2}(?!\d)")),
    ("date", re.compile(rf"\b{_DAY}\s(?:of\s)?{_MONTH}\.?,?\s(?:19|20)\d{{2}}\b", re.IGNORECASE)),
    ("date", re.compile(rf"\b{_MONTH}\s{_DAY},?\s(?:19|20)\d{{2}}\b", re.IGNORECASE)),
)
_CASES: Patterns = (
    (
        "number",
        re.compile(
            r"\b(?:case|file|ref(?:erence)?|id|policy|client|patient|nhs|court|crime)"
            r"(?:\s?(?:no|nr|number|ref)\b)?\.?\s?[:#]?\s?(?P<this>(?=[\w/-]*\d)[A-Za-z\d][\w/-]{3,})",
            re.IGNORECASE,
        ),
    ),
)
_ADDRESSES: Patterns = (
    ("address", re.compile(rf"\b\d{{1,4}}[a-zA-Z]?,?\s(?:{_CAPITAL}\s){{1,3}}{_ROAD}\b")),
    # Postcodes of the United Kingdom and of Ireland.
    (
        "address",
        re.compile(r"\b[A-PR-UWYZ][A-HK-Y]?\d[A-HJKMNP-Z\d]?\s?\d[ABD-HJLNP-UW-Z]{2}\b", re.IGNORECASE),
    ),
    ("address", re.compile(r"\b(?:D6W|[AC-FHKNPRTV-Y]\d{2})\s[AC-FHKNPRTV-Y\d]{4}\b")),
)
_PLACES: Patterns = (
    ("place", re.compile(rf"\bSt\.?\s{_CAPITAL}(?:\s{_BODY})?")),
    ("place", re.compile(rf"(?<![\w'’])(?P<this>(?:{_CAPITAL}\s){{1,4}}(?:{_BODY}|{_LANE}))\b")),
)
_BODIES = re.compile(rf"{_BODY}|{_LANE}|\bSt\b")
_DIGIT = re.compile(r"\d")


def patterns_for(text: str) -> Iterator[tuple[Kind, re.Pattern[str]]]:
    """Those that can find anything in this text: most notes have hardly a digit, and no ``@``."""
    if "@" in text or "(at)" in text or "[at]" in text:
        yield from _EMAIL
    digits = len(_DIGIT.findall(text))
    if digits:
        yield from _ADDRESSES
    if digits >= 2:
        yield from _CASES
    if digits >= 4:
        yield from _LONG
    if _BODIES.search(text):
        yield from _PLACES
