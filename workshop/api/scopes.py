"""What a key may read."""

from __future__ import annotations

WORKSHOPS, HARVEST, THEMES, BLUEPRINT, FULL = (
    "workshops:read",
    "harvest:read",
    "themes:read",
    "blueprint:read",
    "harvest:full",
)
# In words. Nothing of the house is imported here: the command line shows them before anything else is there.
SCOPES = {
    WORKSHOPS: "the list of cafés: code, title and how far each is",
    HARVEST: "all of the harvest as it may be published: notes, themes, votes, the blueprint",
    THEMES: "of that the themes alone",
    BLUEPRINT: "of that the blueprint alone",
    FULL: "everything, also what is not for publishing: for the hosts' own systems",
}
