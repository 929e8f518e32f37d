"""The list of indicators, those first of which most is said; a page of it at a time."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from weakref import WeakKeyDictionary

from graph.describe.aggregates import aggregates_graph
from graph.store.base import Reader
from graph.web.series.lines import unit_name
from graph.web.series.lookup import cells, links, listed, names_of


class Order(StrEnum):
    """By what the list is ordered; what is said most comes first."""

    PAPERS = "papers"
    FIGURES = "figures"


@dataclass(frozen=True, slots=True)
class IndicatorRow:
    """An indicator in the list: its name, how many figures and papers it has, in which units, and of which days."""

    iri: str
    name: str
    figures: int
    papers: int
    units: tuple[str, ...]
    first_day: str | None
    last_day: str | None


@dataclass(frozen=True, slots=True)
class IndicatorRows:
    """A page of the list, and how many indicators there are in all."""

    total: int
    offset: int
    rows: tuple[IndicatorRow, ...]


_ranked: WeakKeyDictionary[Reader, dict[Order, tuple[str, ...]]] = WeakKeyDictionary()


def ranked(reader: Reader, base: str, order: Order) -> tuple[str, ...]:
    """Give all indicators in order: equals by the other number, then by address; sorted once for each reader."""
    kept = _ranked.setdefault(reader, {})
    if order not in kept:
        figures, papers = _numbers(reader, base, "figureCount"), _numbers(reader, base, "paperCount")
        first, second = (papers, figures) if order is Order.PAPERS else (figures, papers)
        kept[order] = tuple(sorted(figures, key=lambda iri: (-first[iri], -second[iri], iri)))
    return kept[order]


def _numbers(reader: Reader, base: str, name: str) -> dict[str, int]:
    said = f"?i <{base}def/{name}> ?n"
    query = f"CONSTRUCT {{ {said} }} WHERE {{ GRAPH <{aggregates_graph(base)}> {{ {said} }} }}"
    return {iri: int(number) for iri, number in links(reader, query) if "/series/" not in iri}


def indicator_rows(
    reader: Reader, base: str, order: Order = Order.PAPERS, offset: int = 0, limit: int = 50, language: str = "nl"
) -> IndicatorRows:
    """Read a page of the list of indicators.

    Args:
        reader: of a publication.
        base: the base IRI.
        order: what comes first; equals by the other number, then by address.
        offset: how many rows are passed over.
        limit: how many are given.
        language: of names, where there is a choice.
    """
    every = ranked(reader, base, order)
    iris = list(every[offset : offset + limit])
    names = names_of(reader, iris, language)
    told = _told(reader, base, iris)
    rows = tuple(
        IndicatorRow(
            iri,
            names[iri].name,
            int(told[iri, "figureCount"][0]),
            int(told[iri, "paperCount"][0]),
            tuple(sorted(map(unit_name, told.get((iri, "unit"), ())))),
            next(iter(told.get((iri, "firstDay"), ())), None),
            next(iter(told.get((iri, "lastDay"), ())), None),
        )
        for iri in iris
    )
    return IndicatorRows(len(every), offset, rows)


def _told(reader: Reader, base: str, iris: list[str]) -> dict[tuple[str, str], list[str]]:
    """Give what the aggregates say of some indicators, by indicator and property."""
    names = {f"{base}def/{name}": name for name in ("figureCount", "paperCount", "firstDay", "lastDay")}
    found: dict[tuple[str, str], list[str]] = {}
    query = f"SELECT ?s ?p ?o {{ VALUES ?s {{ {listed(iris)} }} GRAPH <{aggregates_graph(base)}> {{ ?s ?p ?o }} }}"
    for iri, prop, value in cells(reader, query) if iris else ():
        found.setdefault((iri, names.get(prop, "unit")), []).append(value)
    return found
