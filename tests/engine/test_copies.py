"""Words of a note that stand in other entries go with it, and nothing else does."""

from __future__ import annotations

import json

from workshop.ledger.copies import GONE, without_copies


def test_an_experiment_that_repeats_a_note_loses_those_words_with_it() -> None:
    added = json.dumps({"experiment": "e", "idea": "Thursdays without forms", "repeats": "n1"})
    written = json.dumps({"experiment": "e", "field": "barrier", "value": "The same", "repeats": "n1"})
    assert json.loads(without_copies("experiment.added", added, "n1"))["idea"] == GONE
    assert json.loads(without_copies("experiment.written", written, "n1"))["value"] == GONE
    assert json.loads(without_copies("experiment.added", added, "n2"))["idea"] == "Thursdays without forms"


def test_what_a_group_put_in_its_own_words_stays() -> None:
    own = json.dumps({"experiment": "e", "field": "idea", "value": "A day for visits", "repeats": None})
    assert without_copies("experiment.written", own, "n1") == own.replace(", ", ",").replace(": ", ":")
