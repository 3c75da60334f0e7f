"""Words that may show who somebody is: found by a program, for people to look at. Pure."""

from workshop.privacy.finding import VAGUER, Found, find, people_named

__all__ = ["VAGUER", "Found", "find", "people_named"]
