"""Looks up what is said of some things, and what they are called."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from weakref import WeakKeyDictionary

from pyoxigraph import Literal, NamedNode, Triple

from graph.describe.terms import PREFIXES
from graph.store.base import Reader

_AT_ONCE = 500
_LABELS = (f"{PREFIXES['skos']}prefLabel", f"{PREFIXES['rdfs']}label", f"{PREFIXES['dcterms']}title")
"""Where the name of a thing stands, the best first."""

Said = Mapping[str, Sequence[str]]
"""What is said of one thing: by the IRI of the property, the values as text."""


@dataclass(frozen=True, slots=True)
class Named:
    """A thing and what it is called; the last part of its address where it has no name."""

    iri: str
    name: str


def prefixed(base: str) -> str:
    """Give the prologue of a query."""
    names = ("oa", "qb", "org", "skos", "rdf", "dcterms", "sdmx-attribute", "sdmx-measure")
    return "".join(
        f"PREFIX {name}: <{space}> "
        for name, space in {"kg": f"{base}def/", **{name: PREFIXES[name] for name in names}}.items()
    )


def cells(reader: Reader, query: str) -> Iterator[tuple[str, ...]]:
    """Give the rows of a query as texts; an empty one where a cell is unbound."""
    for row in reader.query(query).rows():
        yield tuple(cell.value if isinstance(cell, NamedNode | Literal) else "" for cell in row)


def links(reader: Reader, query: str) -> Iterator[tuple[str, str]]:
    """Give subject and object of each statement that a CONSTRUCT gives, as texts.

    For what may be long: Virtuoso writes statements several times as fast as rows of a table.
    """
    for each in reader.query(query).triples():
        if isinstance(each.subject, NamedNode) and isinstance(each.object, NamedNode | Literal):
            yield each.subject.value, each.object.value


def said_of(reader: Reader, things: Iterable[str], properties: Iterable[str]) -> dict[str, Said]:
    """Give what is said of some things with some properties, which are named by their IRIs."""
    found: dict[str, defaultdict[str, list[str]]] = {}
    for each in _said(reader, sorted({*things}), properties):
        if isinstance(each.subject, NamedNode) and isinstance(each.object, NamedNode | Literal):
            found.setdefault(each.subject.value, defaultdict(list))[each.predicate.value].append(each.object.value)
    return {**found}


def _said(reader: Reader, things: Sequence[str], properties: Iterable[str]) -> Iterator[Triple]:
    """Give the statements about some things with some properties."""
    wanted = ", ".join(f"<{iri}>" for iri in properties)
    for some in _pieces(things):
        # GRAPH: no statement stands in two graphs, so that the store need not look for those that do. CONSTRUCT, and
        # only what is used: Virtuoso takes eight times as long to write a table of all.
        query = (
            f"CONSTRUCT {{ ?s ?p ?o }} WHERE {{ VALUES ?s {{ {listed(some)} }} GRAPH ?g {{ ?s ?p ?o }} "
            f"FILTER (?p IN ({wanted})) }}"
        )
        yield from reader.query(query).triples()


def names_of(reader: Reader, things: Iterable[str], language: str = "nl") -> dict[str, Named]:
    """Give what some things are called, in a language where there is a name in it."""
    wanted = sorted({*things} - {""})
    found: dict[str, tuple[int, bool, str]] = {}
    for each in _said(reader, wanted, _LABELS):
        if isinstance(each.subject, NamedNode) and isinstance(each.object, Literal):
            label = each.object
            one = (_LABELS.index(each.predicate.value), label.language != language, label.value)
            found[each.subject.value] = min(found.get(each.subject.value, one), one)
    return {iri: Named(iri, found[iri][2] if iri in found else last_part(iri)) for iri in wanted}


_days: WeakKeyDictionary[Reader, dict[str, str]] = WeakKeyDictionary()


def days_of_papers(reader: Reader) -> Mapping[str, str]:
    """Give the day of issue (ISO) of all papers that have one; looked up once for each reader."""
    if reader not in _days:
        issued = f"?paper <{PREFIXES['dcterms']}issued> ?day"
        _days[reader] = dict(links(reader, f"CONSTRUCT {{ {issued} }} WHERE {{ GRAPH ?g {{ {issued} }} }}"))
    return _days[reader]


def last_part(iri: str) -> str:
    """Give the last part of an address.

    >>> last_part("https://example.org/id/place/be")
    'be'
    """
    return iri.rstrip("/#").rpartition("/")[2]


def listed(things: Iterable[str]) -> str:
    """Give some IRIs as a query lists them."""
    return " ".join(f"<{iri}>" for iri in things)


def _pieces(things: Sequence[str]) -> Iterator[Sequence[str]]:
    return (things[start : start + _AT_ONCE] for start in range(0, len(things), _AT_ONCE))


def document_of(fact: str) -> str:
    """Give the paper that a fact stands in.

    >>> document_of("https://example.org/id/document/kst-1-2/answer/3/mention/coa-1")
    'https://example.org/id/document/kst-1-2'
    """
    before, middle, rest = fact.partition("/id/document/")
    return before + middle + rest.partition("/")[0]
