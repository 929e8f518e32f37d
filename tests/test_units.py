"""The units that are read are the units that are published: two tables that know nothing of each other agree."""

from __future__ import annotations

from graph.describe.units import OWN_UNITS
from graph.describe.units import UNITS as PUBLISHED
from graph.extract.figures.quantities import UNITS as READ


def test_every_unit_that_is_read_has_a_place_in_the_ontology() -> None:
    assert {unit for unit, _ in READ} - set(PUBLISHED) - set(OWN_UNITS) == set()
