"""The story café server: live, participatory workshops from lobby to blueprint. See ``docs/tour.md``."""

__version__ = "0.1.0"
