"""What a blueprint can be held against: entries that its experiments touch, or leave untouched."""

from __future__ import annotations

from typing import Literal

LensName = Literal["features", "characteristics", "own"]

# Features of models that were found to work; no list of them is complete.
FEATURES = (
    "It is clear what the work is for, and what can be expected",
    "A framework of practice that rests on evidence, and time to learn",
    "Resources and support for the whole team",
    "Professionals do what only they can do",
    "More than one person in the team knows each family",
    "Other professions have a say in everyday decisions",
    "A career that stays in practice",
    "Senior people stay in the team: they coach, teach and show",
    "Who is responsible also decides, and has the means",
)
# Of practice that works.
CHARACTERISTICS = (
    "It builds on relationships",
    "It builds on strengths",
    "It sees the whole person",
)
SHIPPED: dict[str, tuple[str, ...]] = {"features": FEATURES, "characteristics": CHARACTERISTICS}
