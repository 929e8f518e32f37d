"""When each paper and each figure last changed, by the log of publications, the latest first."""

from __future__ import annotations

import threading
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from pyoxigraph import NamedNode

from graph.store.base import GraphVersion, Reader
from graph.store.touch import How, Touch
from graph.web.site import Site


class What(StrEnum):
    """What an entry is about; papers come before the figures of the same publication."""

    PAPER = "paper"
    FIGURE = "figure"


@dataclass(frozen=True, slots=True)
class Event:
    """The last thing that happened to a paper or a figure.

    Attributes:
        iri: of the paper or figure.
        what: which of the two it is.
        how: what happened.
        number: the publication that did it.
        at: when that was (UTC).
        first: when it was published first, since it was last withdrawn.
        paper: the IRI of the paper.
        links: of what is gone the IRIs that were said of it.
        reason: why a paper was withdrawn, in the operator's words.
    """

    iri: str
    what: What
    how: How
    number: int
    at: datetime
    first: datetime
    paper: str
    links: frozenset[str] = frozenset()
    reason: str = ""


@dataclass(frozen=True)
class Life:
    """The versions of the graph of one paper since it was last withdrawn, and the one that withdrew it, if any."""

    first: GraphVersion
    last: GraphVersion


class Changes:
    """The events of a publication, found once for each."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._found: tuple[int, tuple[Event, ...]] = (0, ())

    def get(self, reader: Reader, site: Site) -> tuple[Event, ...]:
        """Give the events up to a publication, latest first."""
        with self._lock:
            if self._found[0] != reader.number:
                self._found = (reader.number, events(reader, site))
            return self._found[1]


def events(reader: Reader, site: Site) -> tuple[Event, ...]:
    """Find what last happened to every paper and figure, latest first, each once."""
    lives = _lives(reader)
    touched = {touch.iri: touch for touch in reader.touches()}
    said = _said_before(reader.touches())
    found = [_paper(site, life, said) for life in lives.values()]
    found += _figures(reader, site, lives, touched)
    return tuple(sorted(found, key=lambda event: (-event.number, event.what is What.FIGURE, event.iri)))


def _lives(reader: Reader) -> dict[str, Life]:
    """Give the life of each paper's graph, by the graph."""
    found: dict[str, Life] = {}
    for publication in reversed(reader.publications()):
        for version in publication.versions:
            if not version.identifier:
                continue
            before = found.get(version.graph)
            begins = before is None or (before.last.digest is None and version.digest is not None)
            found[version.graph] = Life(version if before is None or begins else before.first, version)
    return found


def _said_before(touches: Iterable[Touch]) -> Mapping[tuple[str, int], frozenset[str]]:
    """Give the IRIs that were said in what a publication took out of a graph."""
    found: defaultdict[tuple[str, int], set[str]] = defaultdict(set)
    for touch in touches:
        if touch.how is How.GONE:
            found[touch.graph, touch.number].update(touch.links)
    return {key: frozenset(links) for key, links in found.items()}


def _paper(site: Site, life: Life, said: Mapping[tuple[str, int], frozenset[str]]) -> Event:
    last = life.last
    how = How.GONE if last.digest is None else How.NEW if last.number == life.first.number else How.CHANGED
    links = said.get((last.graph, last.number), frozenset()) if how is How.GONE else frozenset()
    iri = _document(site, last.graph)
    return Event(iri, What.PAPER, how, last.number, last.at, life.first.at, iri, links, last.reason)


def _figures(reader: Reader, site: Site, lives: Mapping[str, Life], touched: Mapping[str, Touch]) -> Iterator[Event]:
    query = f"SELECT DISTINCT ?figure ?graph {{ GRAPH ?graph {{ ?figure a <{site.base}def/Statistic> }} }}"
    current = set()
    for figure, graph in reader.query(query).rows():
        if not isinstance(figure, NamedNode) or not isinstance(graph, NamedNode) or graph.value not in lives:
            continue
        current.add(figure.value)
        first = lives[graph.value].first
        touch = touched.get(figure.value)
        if touch is None or touch.number < first.number:
            yield _figure(figure.value, site, graph.value, How.NEW, first.number, first.at, first.at)
        else:
            since = touch.at if touch.how is How.NEW else first.at
            yield _figure(figure.value, site, graph.value, touch.how, touch.number, touch.at, since)
    for iri, touch in touched.items():
        if touch.how is How.GONE and iri not in current and site.collection(iri) == "statistic":
            event = _figure(iri, site, touch.graph, How.GONE, touch.number, touch.at, touch.at)
            yield _with_links(event, touch.links)


def _figure(iri: str, site: Site, graph: str, how: How, number: int, at: datetime, first: datetime) -> Event:
    return Event(iri, What.FIGURE, how, number, at, first, _document(site, graph))


def _with_links(event: Event, links: Iterable[str]) -> Event:
    return Event(event.iri, event.what, event.how, event.number, event.at, event.first, event.paper, frozenset(links))


def _document(site: Site, graph: str) -> str:
    """Give the paper of a graph; see `Site.graph_of`."""
    return f"{site.base}id/document/{graph.removeprefix(f'{site.base}graph/')}"
