"""The versions of a blueprint that were issued, each on a page of its own, and what changed between two."""

from __future__ import annotations

from functools import lru_cache

from flask import Blueprint, Response, render_template
from markupsafe import escape

from workshop.errors import Conflict, Invalid, NotFound
from workshop.harvest import Harvest, draft, pressed, published, read
from workshop.harvest.differences import difference, summed_up, told
from workshop.harvest.model import Issued
from workshop.ledger.ledger import Ledger
from workshop.web.kit import services
from workshop.web.readers import Reader, reader_of
from workshop.web.reading import KEY, NOT_YET, sent, version_address

blueprint = Blueprint("blueprint_versions", __name__)


@blueprint.get("/w/<code>/blueprint/<int:no>")
def version(code: str, no: int) -> Response:
    return _page(reader_of(code), (no,))


@blueprint.get("/w/<code>/blueprint/<int:one>..<int:other>")
def changed(code: str, one: int, other: int) -> Response:
    if one >= other:
        raise Invalid("Name the earlier version first, as in 1..2.", "versions")
    return _page(reader_of(code), (one, other))


def _page(reader: Reader, numbers: tuple[int, ...]) -> Response:
    if not reader.hosts and not reader.closed:
        raise Conflict(NOT_YET, "not-closed")
    return sent(_html(reader, numbers).replace(KEY, escape(reader.query)))


def _html(reader: Reader, numbers: tuple[int, ...]) -> str:
    cafe, ledger = reader.cafe, services().ledger
    if not reader.closed:
        return _drawn((draft if reader.full else published)(ledger, cafe.id), numbers)
    return _kept(ledger, cafe.id, pressed(ledger, cafe.id).id, numbers, reader.full)


@lru_cache(maxsize=32)
def _kept(ledger: Ledger, workshop_id: str, _pressing: str, numbers: tuple[int, ...], full: bool) -> str:
    return _drawn((read if full else published)(ledger, workshop_id), numbers)


def _drawn(harvest: Harvest, numbers: tuple[int, ...]) -> str:
    chosen = [_version(harvest, no) for no in numbers]
    return render_template(
        "blueprint-version.html",
        h=harvest,
        versions=chosen,
        found=difference(*chosen) if len(chosen) == 2 else None,
        told=told,
        summed_up=summed_up,
        at=lambda *nos: version_address(harvest.code, *nos),
        report=f"/w/{harvest.code}/report{KEY}",
        blueprint=f"/w/{harvest.code}/blueprint{KEY}",
    )


def _version(harvest: Harvest, no: int) -> Issued:
    issued = harvest.blueprint.issued
    found = next((each for each in issued if each.no == no), None)
    if found is None:
        so_far = f"The last one is version {issued[-1].no}." if issued else "None has been issued yet."
        raise NotFound(f"There is no version {no} of this blueprint. {so_far}", "no-version")
    return found
