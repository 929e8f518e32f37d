"""What figures are counted in: the plain word of the model and the IRI that the world knows it by.

QUDT units were looked up in the QUDT unit vocabulary (release 3), currencies in the currency table of the Publications
Office of the EU. Where QUDT has none (full-time equivalents, percentage points, ratios) the unit is ours.
"""

from __future__ import annotations

from graph.describe.iris import Iris, slug

_QUDT = "http://qudt.org/vocab/unit/"
_CURRENCY = "http://publications.europa.eu/resource/authority/currency/"

UNITS: dict[str, str] = {
    "count": _QUDT + "NUM",
    "percent": _QUDT + "PERCENT",
    "EUR": _CURRENCY + "EUR",
    "USD": _CURRENCY + "USD",
    "seconds": _QUDT + "SEC",
    "minutes": _QUDT + "MIN",
    "hours": _QUDT + "HR",
    "days": _QUDT + "DAY",
    "weeks": _QUDT + "WK",
    "months": _QUDT + "MO",
    "years": _QUDT + "YR",
    "m": _QUDT + "M",
    "km": _QUDT + "KiloM",
    "cm": _QUDT + "CentiM",
    "mm": _QUDT + "MilliM",
    "m2": _QUDT + "M2",
    "km2": _QUDT + "KiloM2",
    "hectare": _QUDT + "HA",
    "m3": _QUDT + "M3",
    "litre": _QUDT + "L",
    "g": _QUDT + "GM",
    "kg": _QUDT + "KiloGM",
    "ton": _QUDT + "TONNE",
    "kiloton": _QUDT + "KiloTONNE",
    "megaton": _QUDT + "MegaTONNE",
    "kW": _QUDT + "KiloW",
    "MW": _QUDT + "MegaW",
    "GW": _QUDT + "GigaW",
    "kWh": _QUDT + "KiloW-HR",
    "MWh": _QUDT + "MegaW-HR",
    "GWh": _QUDT + "GigaW-HR",
    "TWh": _QUDT + "TeraW-HR",
    "PJ": _QUDT + "PetaJ",
    "°C": _QUDT + "DEG_C",
    "ppm": _QUDT + "PPM",
}
OWN_UNITS = ("percentage points", "fte", "ratio")
"""Units of ours that have a place in the ontology; any other word becomes a unit of ours with the word as label."""


def unit_iri(unit: str, iris: Iris) -> str:
    """Give the IRI of a unit.

    >>> unit_iri("EUR", Iris("https://example.org/")), unit_iri("fte", Iris("https://example.org/"))
    ('http://publications.europa.eu/resource/authority/currency/EUR', 'https://example.org/def/unit/fte')
    """
    return UNITS.get(unit) or iris.term(f"unit/{slug(unit)}")


def is_shipped(unit: str) -> bool:
    """Whether the ontology describes a unit, so that nothing needs to be said of it elsewhere."""
    return unit in UNITS or unit in OWN_UNITS
