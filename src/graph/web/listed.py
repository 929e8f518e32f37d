"""What the lists of things hold: papers, organisations, laws, posts and more, read once for each publication."""

from __future__ import annotations

import threading
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from weakref import WeakKeyDictionary

from graph.describe.aggregates import aggregates_graph
from graph.store.base import Reader
from graph.web.languages import Language
from graph.web.listing import Listing, Row, Value
from graph.web.series.lookup import cells, days_of_papers, last_part, listed, names_of, prefixed

_AT_ONCE = 500
_PAPERS = (
    "SELECT ?iri ?identifier ?title ?kind {{ GRAPH ?g {{ ?iri a kg:Document ; dcterms:identifier ?identifier ; "
    'dcterms:title ?title OPTIONAL {{ ?iri dcterms:type ?kind FILTER(STRSTARTS(STR(?kind), "{base}def/")) }} }} }}'
)
_IN_PAPERS = "SELECT ?g (COUNT(*) AS ?n) {{ GRAPH ?g {{ ?thing a kg:{kind} }} }} GROUP BY ?g"
_TALLIES = (
    "SELECT ?thing ?activity ?n {{ GRAPH <{graph}> {{ ?t kg:about ?thing ; kg:activity ?activity ; kg:count ?n }} "
    'FILTER(STRSTARTS(STR(?thing), "{base}id/{folder}/")) }}'
)
_OTHER_NAMES = "?thing skos:altLabel|skos:notation|skos:hiddenLabel ?name"
_IDENTIFIER = "?thing dcterms:identifier ?name"
_HOLDER = "?held kg:post ?thing ; org:member ?name OPTIONAL { ?held org:memberDuring/kg:periodStart ?start }"

Tallies = Mapping[str, Mapping[str, int]]
"""How often what is said of things: by thing and activity, over all years."""

_kept: WeakKeyDictionary[Reader, dict[tuple[str, str], Sequence[Row]]] = WeakKeyDictionary()
_reading = threading.Lock()


def rows_of(listing: Listing, reader: Reader, base: str, language: Language) -> Sequence[Row]:
    """Give the rows of a list; a publication never changes, so they are read once for each.

    Args:
        listing: the list.
        reader: of the publication.
        base: the base IRI.
        language: of names, where there is a choice.
    """
    with _reading:
        kept = _kept.setdefault(reader, {})
        key = (listing.path, language.code)
        if key not in kept:
            kept[key] = tuple(listing.rows(reader, base, language))
        return kept[key]


def papers(reader: Reader, base: str, language: Language) -> list[Row]:
    """Read the papers."""
    found = {iri: rest for iri, *rest in cells(reader, prefixed(base) + _PAPERS.format(base=base))}
    counts = {name: _in_papers(reader, base, kind) for name, kind in _COUNTED.items()}
    kinds = names_of(reader, (kind for _, _, kind in found.values()), language.code)
    days = days_of_papers(reader)
    rows = []
    for iri, (identifier, title, kind) in found.items():
        graph = f"{base}graph/{iri.removeprefix(f'{base}id/document/')}"
        told: dict[str, Value] = {"identifier": identifier, "title": title, "issued": days.get(iri, "")}
        told["kind"] = kinds[kind].name if kind else ""
        rows.append(Row(iri, told | {name: counted[graph] for name, counted in counts.items()}))
    return rows


_COUNTED = {"questions": "Question", "answers": "Answer", "figures": "Statistic"}
"""What is counted in each paper, by the names of the columns."""


def organisations(reader: Reader, base: str, language: Language) -> list[Row]:
    """Read the organisations that papers name or that counted."""
    counts = {"figures": "figures-counted", "mentions": "named", "papers": "papers"}
    return _of_registers(reader, base, language, "organisation", counts)


def laws(reader: Reader, base: str, language: Language) -> list[Row]:
    """Read the laws that papers name."""
    return _of_registers(reader, base, language, "law", _NAMED, identified=True)


def rulings(reader: Reader, base: str, language: Language) -> list[Row]:
    """Read the rulings of courts that papers name."""
    return _of_registers(reader, base, language, "case", _NAMED, identified=True)


def places(reader: Reader, base: str, language: Language) -> list[Row]:
    """Read the countries and places that papers name, or that figures are about."""
    counts = {"figures": "figures-about", **_NAMED}
    return _of_registers(reader, base, language, "place", counts)


def dossiers(reader: Reader, base: str, language: Language) -> list[Row]:
    """Read the dossiers that papers belong to."""
    counts = {"papers": "papers", "questions": "questions", "answers": "answers", "figures": "figures"}
    return _of_registers(reader, base, language, "dossier", counts)


def posts(reader: Reader, base: str, language: Language) -> list[Row]:
    """Read the posts that answered, or that papers name, with who held them, the latest first."""
    counts = {"answers": "answers-given", "figures": "figures-stated", **_NAMED}
    rows = _of_registers(reader, base, language, "post", counts)
    holders: defaultdict[str, dict[str, str]] = defaultdict(dict)
    for post, person, start in _about(reader, base, [row.iri for row in rows], _HOLDER, "?start"):
        holders[post][person] = max(start, holders[post].get(person, ""))
    names = names_of(reader, {person for held in holders.values() for person in held}, language.code)
    found = []
    for row in rows:
        held = sorted(sorted(holders[row.iri]), key=holders[row.iri].__getitem__, reverse=True)
        found.append(Row(row.iri, {**row.cells, "holders": tuple(names[person].name for person in held)}, row.also))
    return found


_NAMED = {"mentions": "named", "papers": "papers"}


def _of_registers(
    reader: Reader, base: str, language: Language, folder: str, counts: Mapping[str, str], *, identified: bool = False
) -> list[Row]:
    """Read things of the registers that papers say something of.

    Args:
        reader: of the publication.
        base: the base IRI.
        language: of names, where there is a choice.
        folder: that their IRIs stand in.
        counts: the activities that are told, by the names of columns.
        identified: whether their identifiers in the registers of others are told.
    """
    tallies = _tallies(reader, base, folder)
    things = sorted(thing for thing, told in tallies.items() if any(told[activity] for activity in counts.values()))
    names = names_of(reader, things, language.code)
    also: defaultdict[str, list[str]] = defaultdict(list)
    for thing, name, _ in _about(reader, base, things, _OTHER_NAMES):
        also[thing].append(name)
    known = {thing: name for thing, name, _ in _about(reader, base, things, _IDENTIFIER)} if identified else {}
    rows = []
    for thing in things:
        told: dict[str, Value] = {"name": names[thing].name}
        if identified:
            told["identifier"] = known.get(thing, "")
        numbers = {name: tallies[thing][activity] for name, activity in counts.items()}
        rows.append(Row(thing, told | numbers, tuple(sorted(also[thing]))))
    return rows


def _tallies(reader: Reader, base: str, folder: str) -> Tallies:
    found: defaultdict[str, Counter[str]] = defaultdict(Counter)
    query = _TALLIES.format(graph=aggregates_graph(base), base=base, folder=folder)
    for thing, activity, number in cells(reader, prefixed(base) + query):
        found[thing][last_part(activity)] += int(number)
    found.pop(f"{base}id/{folder}/not-stated", None)
    return found


def _in_papers(reader: Reader, base: str, kind: str) -> Counter[str]:
    query = prefixed(base) + _IN_PAPERS.format(kind=kind)
    return Counter({graph: int(number) for graph, number in cells(reader, query)})


def _about(
    reader: Reader, base: str, things: Sequence[str], pattern: str, more: str = ""
) -> Iterable[tuple[str, str, str]]:
    """Give what a pattern binds ``?name`` to for each ``?thing``, and one variable more."""
    for start in range(0, len(things), _AT_ONCE):
        values = f"VALUES ?thing {{ {listed(things[start : start + _AT_ONCE])} }}"
        for thing, name, *rest in cells(
            reader, f"{prefixed(base)} SELECT ?thing ?name {more} {{ {values} {pattern} }}"
        ):
            yield thing, name, rest[0] if rest else ""
