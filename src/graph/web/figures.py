"""Figures as pages and tables show them: the value with all that makes it mean something, and where it stands."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Sequence
from dataclasses import dataclass, fields

from pyoxigraph import NamedNode

from graph.describe.units import UNITS
from graph.store.base import Reader
from graph.web.languages import DUTCH, Language
from graph.web.resources import parts_of, statements_of
from graph.web.site import Site
from graph.web.view import View

AT_MOST = 5000
"""How many figures a page or table shows; it says so when there are more."""

_UNITS = {iri: unit for unit, iri in UNITS.items()}

_SCOPES = {
    "statistic": "VALUES ?s {{ <{iri}> }}",
    "answer": "?s <{kg}answer> <{iri}>",
    "question": "?s <{kg}answer>/<{kg}answers> <{iri}>",
    "document": "GRAPH <{graph}> {{ ?s a <{kg}Statistic> }}",
    "organisation": "?s <{kg}countedBy> <{iri}>",
    "indicator": "?s <{kg}indicator> <{iri}>",
    "breakdown": "?s <{kg}breakdown> <{iri}>",
    "period": "?s <{kg}period> <{iri}>",
    "place": "?s <{kg}place> <{iri}>",
}
"""Which figures hang on a thing, by its kind."""


@dataclass(frozen=True)
class Figure:
    """One figure.

    Values are canonical decimals, days ISO, `unit`, `qualifier` and `status` the words of the model; what is measured,
    who counted, the place and the rules are labels. None where it is not stated.
    """

    iri: str
    document: str
    answer: str
    value: str
    value_max: str | None
    value_text: str
    unit: str
    unit_iri: str
    indicator: str
    indicator_iri: str
    breakdown: str | None
    period_start: str | None
    period_end: str | None
    qualifier: str
    rounded_to: str | None
    lower: str | None
    upper: str | None
    status: str
    counted_by: str | None
    counted_by_iri: str | None
    place: str | None
    page: str | None
    quote: str
    start: int | None
    end: int | None
    rules: str
    stated_by: str | None
    stated_by_iri: str | None


def scope(site: Site, iri: str) -> str | None:
    """Give the pattern that binds ``?s`` to the figures of a thing; None for a thing that can have none."""
    pattern = _SCOPES.get(site.collection(iri))
    return pattern and pattern.format(iri=iri, kg=f"{site.base}def/", graph=site.graph_of(iri))


def find(reader: Reader, site: Site, pattern: str, language: Language = DUTCH) -> list[Figure]:
    """Find figures, in the order of papers, questions and text.

    Args:
        reader: of the publication.
        site: for the base.
        pattern: see `scope`.
        language: of the labels.
    """
    query = f"SELECT DISTINCT ?s {{ {pattern} . ?s a <{site.base}def/Statistic> }} LIMIT {AT_MOST}"
    iris = [row[0].value for row in reader.query(query).rows() if isinstance(row[0], NamedNode)]
    return figures_of(view_of(reader, site, iris, language), site, iris)


def view_of(reader: Reader, site: Site, iris: Sequence[str], language: Language = DUTCH) -> View:
    """Give all that is said of figures, their passages and their periods, with labels."""
    own = statements_of(reader, iris)
    near = statements_of(reader, parts_of(own, site.base))
    said = [*own, *near, *statements_of(reader, parts_of(near, site.base))]
    return View(said, site.base, language).learn_labels(reader)


def figures_of(view: View, site: Site, iris: Sequence[str]) -> list[Figure]:
    """Read figures from a view, in the order of papers, questions and text."""
    return sorted((figure(view, site, iri) for iri in iris), key=_order)


def figure(view: View, site: Site, iri: str) -> Figure:
    """Read one figure from a view."""
    passage = view.one(iri, "kg:passage")
    selectors = view.all(passage, "oa:hasSelector")
    span = view.span(passage)
    period = view.one(iri, "kg:period")
    unit = view.one(iri, "sdmx-attribute:unitMeasure") or ""
    counted_by = view.one(iri, "kg:countedBy")
    stated_by = view.one(iri, "kg:statedBy")
    return Figure(
        iri=iri,
        document=site.document_of(iri) or "",
        answer=view.one(iri, "kg:answer") or "",
        value=view.one(iri, "sdmx-measure:obsValue") or "",
        value_max=view.one(iri, "kg:valueMax"),
        value_text=view.one(iri, "kg:valueText") or "",
        unit=_UNITS.get(unit) or (unit.rsplit("/", 1)[-1] if view.tail(unit).startswith("unit/") else view.name(unit)),
        unit_iri=unit,
        indicator=view.name(view.one(iri, "kg:indicator")),
        indicator_iri=view.one(iri, "kg:indicator") or "",
        breakdown=_unless(view, view.one(iri, "kg:breakdown"), "/breakdown/total"),
        period_start=view.one(period, "kg:periodStart"),
        period_end=view.one(period, "kg:periodEnd"),
        qualifier=_last(view.one(iri, "kg:qualifier")) or "exact",
        rounded_to=view.one(iri, "kg:roundedTo"),
        lower=view.one(iri, "kg:lowerBound"),
        upper=view.one(iri, "kg:upperBound"),
        status=_last(view.one(iri, "kg:figureStatus")),
        counted_by=view.name(counted_by) if counted_by else view.one(iri, "dc:source"),
        counted_by_iri=counted_by,
        place=_unless(view, view.one(iri, "kg:place"), "/place/not-stated"),
        page=view.one(passage, "kg:page"),
        quote=next((text for selector in selectors for text in view.all(selector, "oa:exact")), ""),
        start=span[0] if span else None,
        end=span[1] if span else None,
        rules="; ".join(view.name(rule) for rule in view.all(iri, "kg:rule")),
        stated_by=view.name(stated_by) if stated_by else None,
        stated_by_iri=stated_by,
    )


def as_csv(found: Sequence[Figure]) -> str:
    """Write figures as CSV (RFC 4180)."""
    out = io.StringIO()
    writer = csv.writer(out)
    names = [field.name for field in fields(Figure)]
    writer.writerow(names)
    writer.writerows([_cell(getattr(item, name)) for name in names] for item in found)
    return out.getvalue()


_NUMBERED = re.compile(r"(\d+)([a-z]?)")


def natural(key: str) -> tuple[tuple[int, str], ...]:
    """Give a key by which ``2-3`` comes after ``3``, ``10`` after ``9`` and ``1a`` after ``1``: series go first."""
    parts = key.split("-")
    series = parts if len(parts) > 1 else ["1", *parts]
    split = (_NUMBERED.fullmatch(part) for part in series)
    return tuple(
        (int(found[1]), found[2]) if found else (10**9, part) for found, part in zip(split, series, strict=True)
    )


def _order(item: Figure) -> tuple[object, ...]:
    key = item.answer.rsplit("/", 1)[-1]
    return (item.document, natural(key), item.start or 0, item.end or 0, item.iri)


def _unless(view: View, iri: str | None, nothing: str) -> str | None:
    return None if iri is None or iri.endswith(nothing) else view.name(iri)


def _last(iri: str | None) -> str:
    """Give the word of the model that a concept stands for: the end of its IRI."""
    return (iri or "").rsplit("/", 1)[-1]


def _cell(value: str | int | None) -> str:
    """Give a cell of the table; a text that a spreadsheet would run as a formula gets a mark before it."""
    text = "" if value is None else str(value)
    return f"'{text}" if text.startswith(("=", "+", "-", "@", "\t", "\r")) and not _is_number(text) else text


def _is_number(text: str) -> bool:
    return text.removeprefix("-").replace(".", "", 1).isdigit()
