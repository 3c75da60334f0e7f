"""The page for the people who took part: we asked, you said, we did, next. By a link, without an account."""

from __future__ import annotations

from functools import lru_cache
from typing import NamedTuple
from urllib.parse import quote

from flask import Blueprint, Response

from workshop.harvest import Harvest, pressed, published
from workshop.harvest.given_back import GivenBack, given_back
from workshop.harvest.words import day
from workshop.ledger.ledger import Ledger
from workshop.web.kit import page, public_address, services
from workshop.web.readers import Reader, reader_of

blueprint = Blueprint("given_back", __name__)


class Letter(NamedTuple):
    """What hosts send. ``days``: how long its link is good. ``mailto``: opens it in a mail program."""

    link: str
    days: int
    subject: str
    text: str
    mailto: str


@blueprint.get("/w/<code>/next")
@blueprint.get("/w/<code>/next/<key>")
def next_page(code: str, key: str = "") -> Response:
    reader = reader_of(code, key)
    cafe = reader.cafe
    if not reader.closed and not reader.hosts:
        return page("given-back-waiting.html", title=cafe.title, back=f"/w/{cafe.code}")
    harvest, given = _given(reader)
    return page(
        "given-back.html",
        h=harvest,
        given=given,
        report=f"/w/{cafe.code}/report{reader.query}",
        desk=f"/w/{cafe.code}/host#report/afterwards",
        letter=_letter(harvest, cafe.id) if reader.hosts else None,
    )


def _given(reader: Reader) -> tuple[Harvest, GivenBack]:
    """Always as everyone reads it, also for hosts: they see what they send."""
    ledger, workshop_id = services().ledger, reader.cafe.id
    if reader.closed:
        return _kept(ledger, workshop_id, pressed(ledger, workshop_id).id)
    harvest = published(ledger, workshop_id)
    return harvest, given_back(harvest)


@lru_cache(maxsize=16)
def _kept(ledger: Ledger, workshop_id: str, _pressing: str) -> tuple[Harvest, GivenBack]:
    """Made once for each pressing: when the link is mailed, many open it at the same moment."""
    harvest = published(ledger, workshop_id)
    return harvest, given_back(harvest)


def _letter(harvest: Harvest, workshop_id: str) -> Letter:
    link = public_address(f"/w/{harvest.code}/next/{services().tokens.reader(workshop_id)}")
    subject = f"What became of “{harvest.title}”"
    text = _words(harvest, link)
    days = services().config.token_days
    return Letter(link, days, subject, text, f"mailto:?subject={quote(subject)}&body={quote(_lines(text))}")


def _words(harvest: Harvest, link: str) -> str:
    when = f" on {day(harvest.started_at)}" if harvest.started_at else ""
    return "\n\n".join(
        [
            "Hello,",
            f"Thank you for taking part in “{harvest.title}”{when}.",
            f"This page says what we asked, what you said, what we have done, and what happens next:\n{link}",
            "You need no account. There will be news on the same page.",
            "If anything there worries you, answer this letter. The page also says who can help.",
            "With thanks,\nthe hosts",
        ]
    )


def _lines(text: str) -> str:
    """As letters end them."""
    return text.replace("\n", "\r\n")
