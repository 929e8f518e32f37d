"""Describes the series of an indicator: a slice of the cube for each of its parts and places, with what a list tells.

A slice (W3C Data Cube, section 7.1) fixes indicator, breakdown and place and names its figures. Everything that is
said of an indicator here follows from its members alone, whatever the papers' order.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from datetime import date

from graph.describe.contribution import Member
from graph.describe.iris import Iris
from graph.describe.statements import Statements
from graph.describe.terms import Terms


def series_iri(base: str, member: Member) -> str:
    """Give the IRI of the series that a figure stands in: below its indicator, by breakdown and place.

    >>> part = Member("id/indicator/dijk", "id/breakdown/total", "id/place/be", "", "", "")
    >>> series_iri("https://example.org/", part)
    'https://example.org/id/indicator/dijk/series/total.be'
    """
    breakdown, place = (name.rpartition("/")[2] for name in (member.breakdown, member.place))
    return f"{base}{member.indicator}/series/{breakdown}.{place}"


def describe_indicator(members: Iterable[Member], base: str) -> Statements:
    """Describe the series of one indicator, and how much is said of it altogether.

    Args:
        members: all its figures; none gives nothing.
        base: the base IRI.
    """
    iris = Iris(base)
    to = Statements(Terms(base), iris.graph("aggregates"))
    every = sorted(members, key=lambda member: member.statistic)
    series: defaultdict[str, list[Member]] = defaultdict(list)
    for member in every:
        series[series_iri(base, member)].append(member)
    for iri, own in sorted(series.items()):
        first = own[0]
        to.a(iri, "qb:Slice")
        to.say(iri, "qb:sliceStructure", iris.term("seriesKey"))
        to.say(iri, "kg:indicator", base + first.indicator)
        to.say(iri, "kg:breakdown", base + first.breakdown)
        to.say(iri, "kg:place", base + first.place)
        to.say(iri, "qb:observation", *(base + member.statistic for member in own))
        _extent(to, iri, own, base)
        _ends(to, iri, own, base)
    if every:
        _extent(to, base + every[0].indicator, every, base)
    return to


def _extent(to: Statements, iri: str, members: list[Member], base: str) -> None:
    """Say how many figures there are, in how many papers, in which units, and of which days."""
    starts, ends = zip(*(days_of(member.period) for member in members), strict=True)
    to.say(iri, "kg:figureCount", to.integer(len(members)))
    to.say(iri, "kg:paperCount", to.integer(len({member.document for member in members})))
    to.say(iri, "sdmx-attribute:unitMeasure", *sorted({_absolute(member.unit, base) for member in members}))
    # An open end tells no day, so that the other one is all that is known.
    known = [day for day in (*starts, *ends) if day]
    to.say(iri, "kg:firstDay", to.day(min(known, default=None)))
    to.say(iri, "kg:lastDay", to.day(max(known, default=None)))


def _ends(to: Statements, iri: str, members: list[Member], base: str) -> None:
    """Say which figures have the earliest reference date, and which the latest, of those in one unit.

    Reference dates only: a part of a year is not compared with a whole one.
    """
    dated: defaultdict[str, defaultdict[date, list[str]]] = defaultdict(lambda: defaultdict(list))
    for member in members:
        start, end = days_of(member.period)
        if start is not None and start == end:
            dated[member.unit][start].append(base + member.statistic)
    for days in dated.values():
        if len(days) > 1:
            to.say(iri, "kg:earliestFigure", *days[min(days)])
            to.say(iri, "kg:latestFigure", *days[max(days)])


def days_of(period: str) -> tuple[date | None, date | None]:
    """Give first and last day of a period from its address; None for an open end, and where nothing is known.

    >>> days_of("id/period/2025-01-01--")
    (datetime.date(2025, 1, 1), None)
    """
    start, _, end = period.rpartition("/")[2].partition("--")
    return _day(start), _day(end)


def _day(text: str) -> date | None:
    return date.fromisoformat(text) if text[:1].isdigit() else None


def _absolute(iri: str, base: str) -> str:
    return iri if "://" in iri else base + iri
