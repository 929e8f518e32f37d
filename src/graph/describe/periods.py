"""Describes periods: intervals of whole days (OWL-Time), inclusive at both ends."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from graph.describe.iris import Iris
from graph.describe.statements import Statements
from graph.model import Period
from graph.months import MONTHS_EN, MONTHS_NL


def describe_period(to: Statements, iris: Iris, period: Period) -> None:
    """Describe a period; a half-open one leaves one end out, a reference date has both equal."""
    iri = iris.period(period)
    to.a(iri, "kg:Period")
    to.in_scheme(iri, iris.term("periods"))
    to.say(iri, "skos:prefLabel", to.text(_label(period, MONTHS_NL, "t/m", "vanaf"), "nl"))
    to.say(iri, "skos:prefLabel", to.text(_label(period, MONTHS_EN, "to", "from"), "en"))
    to.say(iri, "kg:periodStart", to.day(period.start))
    to.say(iri, "kg:periodEnd", to.day(period.end))
    to.say(iri, "time:hasBeginning", _instant(to, iris, period.start))
    to.say(iri, "time:hasEnd", _instant(to, iris, period.end))


def _instant(to: Statements, iris: Iris, day: date | None) -> str | None:
    return None if day is None else describe_day(to, iris, day)


def describe_day(to: Statements, iris: Iris, day: date) -> str:
    """Describe a day, which may begin and end several periods; gives its IRI."""
    iri = iris.thing("day", day.isoformat())
    to.a(iri, "time:Instant")
    to.say(iri, "time:inXSDDate", to.day(day))
    return iri


def _label(period: Period, months: Sequence[str], until: str, since: str) -> str:
    """Give a period as people write it: ``2024``, ``1 januari 2025 t/m 30 september 2025``."""
    start, end = period.start, period.end
    if start and end:
        if start == end:
            return _written(start, months)
        if (start.month, start.day, end.month, end.day) == (1, 1, 12, 31):
            return str(start.year) if start.year == end.year else f"{start.year} {until} {end.year}"
        return f"{_written(start, months)} {until} {_written(end, months)}"
    return f"{since} {_written(start, months)}" if start else f"{until} {_written(end, months)}" if end else ""


def _written(day: date, months: Sequence[str]) -> str:
    return f"{day.day} {months[day.month - 1]} {day.year}"
