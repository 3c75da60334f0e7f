"""After the close: somebody who was there says on the report's page whether their words may be quoted."""

from __future__ import annotations

from flask import Blueprint, render_template, request
from flask import redirect as lead_to
from flask.typing import ResponseReturnValue

from workshop.activities.people.messages import SetQuoting
from workshop.core.ids import new_id
from workshop.core.people import SCREEN, Person
from workshop.core.state import Workshop
from workshop.errors import NotAllowed
from workshop.web.kit import only_from_here, services
from workshop.web.readers import Reader, people_here, reader_of

blueprint = Blueprint("quoting", __name__)


def own_words(reader: Reader) -> str:
    """The part of the page that is about the reader's own words; nothing for who was not there."""
    person = _person(reader)
    if person is None:
        return ""
    until = services().conductor.ask(reader.cafe.id, lambda hall: _until(hall.state))
    return render_template(
        "quoting.html",
        action=f"/w/{reader.cafe.code}/quoting{reader.query}",
        quoting=person.quoting,
        attribution=person.attribution,
        until=until,
        over=services().conductor.now() > until,
    )


@blueprint.post("/w/<code>/quoting")
def say(code: str) -> ResponseReturnValue:
    only_from_here()
    reader = reader_of(code)
    person = _person(reader)
    if person is None:
        raise NotAllowed("Only people who were there can say this. Open it where you took part.", "reader")
    order = SetQuoting(id=new_id(), on=request.form.get("on") == "yes")
    services().conductor.command(reader.cafe.id, order, person.id)
    return lead_to(f"/w/{reader.cafe.code}/report{reader.query}#own-words", 303)


def _person(reader: Reader) -> Person | None:
    return next((person for person in people_here(reader.cafe) if person.role != SCREEN), None)


def _until(state: Workshop) -> int:
    return state.quoting_until or 0
