"""Describes counts: how often papers of a year name a thing, ask it, quote its figures. A second cube, of its own."""

from __future__ import annotations

from collections.abc import Mapping

from graph.describe.contribution import Tallied
from graph.describe.iris import Iris
from graph.describe.statements import Statements
from graph.describe.terms import Terms


def tally_iri(base: str, what: Tallied) -> str:
    """Give the IRI of a count: below the thing, by what is counted and in which year.

    >>> tally_iri("https://example.org/", ("id/organisation/coa", "named", "id/period/2025-01-01--2025-12-31"))
    'https://example.org/id/organisation/coa/count/named.2025'
    """
    thing, activity, period = what
    local = thing.removeprefix("id/").removeprefix("def/")
    return f"{base}id/{local}/count/{activity}.{period.rpartition('/')[2].partition('-')[0]}"


def tallies_set(base: str) -> str:
    """Give the IRI of the data set of all counts."""
    return f"{base}id/dataset/counts"


def describe_tallies(tallies: Mapping[Tallied, int], base: str) -> Statements:
    """Describe counts; those that are 0 are not there.

    Args:
        tallies: how often what is counted.
        base: the base IRI.
    """
    iris = Iris(base)
    to = Statements(Terms(base), iris.graph("aggregates"))
    for what, number in tallies.items():
        if number:
            thing, activity, period = what
            iri = tally_iri(base, what)
            to.a(iri, "kg:Tally")
            to.say(iri, "qb:dataSet", tallies_set(base))
            to.say(iri, "kg:about", base + thing)
            to.say(iri, "kg:activity", iris.term(f"activity/{activity}"))
            to.say(iri, "kg:period", base + period)
            to.say(iri, "kg:count", to.integer(number))
    return to
