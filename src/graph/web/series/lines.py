"""The series of an indicator: a line for each part, place and unit, its figures in the order of their periods."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from datetime import date
from decimal import Decimal
from weakref import WeakKeyDictionary

from graph.describe.series import days_of
from graph.describe.terms import prefixes
from graph.describe.units import UNITS
from graph.store.base import Reader
from graph.web.series.lookup import (
    Named,
    Said,
    days_of_papers,
    document_of,
    last_part,
    links,
    listed,
    names_of,
    prefixed,
    said_of,
)
from graph.web.series.told import Line, Moment, Point, Series

AT_MOST = 300
"""How many figures of an indicator are read, as each takes a quarter of a millisecond; `Series.cut` says where there
are more. Those of the total come first, then those of the longest lines, of each line the newest papers."""

_UNIT_NAMES = {iri: unit for unit, iri in UNITS.items()}

_FIGURES = "CONSTRUCT {{ ?series qb:observation ?s }} WHERE {{ ?series kg:indicator <{iri}> ; qb:observation ?s }}"

_READ = (
    "kg:indicator kg:breakdown kg:place kg:period kg:countedBy kg:statedBy kg:valueMax kg:valueText kg:lowerBound "
    "kg:upperBound kg:qualifier kg:figureStatus dc:source sdmx-measure:obsValue sdmx-attribute:unitMeasure "
    "sdmx-attribute:obsStatus"
).split()
"""What is read of each figure."""

_QUOTES = (
    "CONSTRUCT {{ ?s oa:exact ?exact }} WHERE {{ VALUES ?s {{ {figures} }} "
    "?s kg:passage/oa:hasSelector/oa:exact ?exact }}"
)

KEPT = 32
"""Of how many indicators the series are kept: a publication never changes, and some are looked at by everybody."""

_kept: WeakKeyDictionary[Reader, dict[tuple[str, str, str], Series]] = WeakKeyDictionary()


def series_of(reader: Reader, base: str, indicator: str, language: str = "nl") -> Series:
    """Read the series of an indicator; without lines where it has no figures.

    Args:
        reader: of a publication.
        base: the base IRI.
        indicator: its IRI.
        language: of names, where there is a choice.
    """
    kept = _kept.setdefault(reader, {})
    if (told := kept.get((base, indicator, language))) is None:
        told = _read(reader, base, indicator, language)
        if told.lines:
            for first in [*kept][: max(0, len(kept) + 1 - KEPT)]:
                kept.pop(first, None)
            kept[base, indicator, language] = told
    return told


def _read(reader: Reader, base: str, indicator: str, language: str) -> Series:
    found = [*links(reader, prefixed(base) + _FIGURES.format(iri=indicator))]
    chosen = _telling(found, days_of_papers(reader))[:AT_MOST]
    query = prefixed(base) + _QUOTES.format(figures=listed(chosen))
    quotes = dict(links(reader, query)) if chosen else {}
    told = said_of(reader, chosen, _iris(_READ, base))
    reading = _Reading(reader, base, told, quotes, language, indicator)
    papers = {document_of(figure) for _, figure in found}
    return Series(reading.named(indicator), reading.lines(), len(found) > AT_MOST, len(found), len(papers))


def _iris(names: Iterable[str], base: str) -> list[str]:
    spaces = prefixes(base)
    return [spaces[prefix] + local for prefix, _, local in (name.partition(":") for name in names)]


def _telling(found: Iterable[tuple[str, str]], days: Mapping[str, str]) -> list[str]:
    """Order figures so that the first tell most: those of the total, of long lines, of new papers."""
    lines: defaultdict[str, list[str]] = defaultdict(list)
    for series, figure in found:
        lines[series].append(figure)
    longest = sorted(lines, key=lambda series: ("/series/total." not in series, -len(lines[series]), series))

    def issued(figure: str) -> str:
        return days.get(document_of(figure), "")

    return [figure for series in longest for figure in sorted(sorted(lines[series]), key=issued, reverse=True)]


class _Reading:
    """The figures of an indicator, with everything that they name."""

    def __init__(
        self,
        reader: Reader,
        base: str,
        told: Mapping[str, Said],
        quotes: Mapping[str, str],
        language: str,
        indicator: str,
    ) -> None:
        self._base = base
        self._spaces = prefixes(base)
        self._told = told
        self._quotes = quotes
        self._documents = {iri: document_of(iri) for iri in told}
        self._issued = days_of_papers(reader)
        linked = ("kg:breakdown", "kg:place", "kg:countedBy", "kg:statedBy")
        named = {value for said in told.values() for name in linked for value in said.get(self._iri(name), ())}
        self._names = names_of(reader, {*named, *self._documents.values(), indicator}, language)

    def named(self, iri: str) -> Named:
        return self._names.get(iri) or Named(iri, last_part(iri))

    def lines(self) -> tuple[Line, ...]:
        groups: defaultdict[tuple[str, str, str], list[str]] = defaultdict(list)
        for iri, said in self._told.items():
            key = (self._one(said, "kg:breakdown"), self._one(said, "kg:place"), self._unit(said))
            groups[key].append(iri)
        lines = (self._line(key, figures) for key, figures in groups.items())
        total, nowhere = f"{self._base}id/breakdown/total", None
        return tuple(
            sorted(
                lines,
                key=lambda line: (
                    line.breakdown.iri != total,
                    line.place is not nowhere,
                    -line.figures,
                    line.series,
                    line.unit_iri,
                ),
            )
        )

    def _line(self, key: tuple[str, str, str], figures: Iterable[str]) -> Line:
        breakdown, place, unit = key
        by_period: defaultdict[tuple[str | None, str | None], list[Point]] = defaultdict(list)
        indicator = ""
        for iri in figures:
            point = self._point(iri, self._told[iri])
            by_period[point.start, point.end].append(point)
            indicator = self._one(self._told[iri], "kg:indicator")
        moments = sorted((_moment(*period, points) for period, points in by_period.items()), key=_in_time)
        stated = None if place.endswith("/place/not-stated") else self.named(place)
        series = f"{indicator}/series/{last_part(breakdown)}.{last_part(place)}"
        return Line(series, self.named(breakdown), stated, unit_name(unit), unit, tuple(moments))

    def _point(self, iri: str, said: Said) -> Point:
        start, end = days_of(self._one(said, "kg:period"))
        counted, words = self._one(said, "kg:countedBy"), self._one(said, "dc:source")
        document = self._documents[iri]
        return Point(
            figure=iri,
            value=self._one(said, "sdmx-measure:obsValue"),
            value_max=self._one(said, "kg:valueMax") or None,
            value_text=self._one(said, "kg:valueText"),
            lower=self._one(said, "kg:lowerBound") or None,
            upper=self._one(said, "kg:upperBound") or None,
            start=_iso(start),
            end=_iso(end),
            qualifier=last_part(self._one(said, "kg:qualifier")),
            status=last_part(self._one(said, "kg:figureStatus")),
            forecast=self._one(said, "sdmx-attribute:obsStatus").endswith("obsStatus-F"),
            counted_by=self.named(counted) if counted else Named("", words) if words else None,
            stated_by=tuple(map(self.named, sorted(said.get(self._iri("kg:statedBy"), ())))),
            document=self.named(document),
            quote=self._quotes.get(iri, ""),
            issued=self._issued.get(document),
        )

    def _unit(self, said: Said) -> str:
        return self._one(said, "sdmx-attribute:unitMeasure")

    def _one(self, said: Said, name: str) -> str:
        return next(iter(said.get(self._iri(name), ())), "")

    def _iri(self, name: str) -> str:
        prefix, _, local = name.partition(":")
        return self._spaces[prefix] + local


def _moment(start: str | None, end: str | None, points: list[Point]) -> Moment:
    ordered = sorted(points, key=lambda point: (point.issued or "9999", point.figure))
    values: defaultdict[str, set[tuple[Decimal, str | None]]] = defaultdict(set)
    for point in ordered:
        values[point.status].add((Decimal(point.value or "0"), point.value_max))
    return Moment(start, end, tuple(ordered), any(len(each) > 1 for each in values.values()))


def _in_time(moment: Moment) -> tuple[str, str]:
    """Order by the last day that is known, so that a year stands where it ends; what has no day comes last."""
    return (moment.end or moment.start or "9999", moment.start or "")


def unit_name(iri: str) -> str:
    """Give a unit in the word of the model."""
    return _UNIT_NAMES.get(iri) or last_part(iri)


def _iso(day: date | None) -> str | None:
    return day.isoformat() if day else None
