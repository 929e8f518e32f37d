"""Counts what statements say, by class, property and data set that they link to: what VoID needs to know of a graph.

Graphs of papers say nothing of the same things, so that their counts add up and a paper is counted once, when it is
made. The shared graphs overlap, and are counted together (`Tally`).
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field

from pyoxigraph import Literal, NamedNode, Quad, Triple

from graph.describe.linksets import PREDICATES, target_of
from graph.describe.terms import PREFIXES

_TYPE = f"{PREFIXES['rdf']}type"
_ISSUED = f"{PREFIXES['dcterms']}issued"
_LINKS = {PREFIXES[name.partition(":")[0]] + name.partition(":")[2]: name for name in PREDICATES}


@dataclass(frozen=True)
class Counts:
    """How much is said.

    Attributes:
        triples: statements, each once.
        subjects: things that something is said of.
        classes: how many things there are of each class, by its IRI.
        properties: how many statements there are with each property, by its IRI.
        links: how many statements link to another data set, by the space of its IRIs and the short name of the
            property.
        first, last: the earliest and the latest day of issue (ISO), empty where there is none.
    """

    triples: int = 0
    subjects: int = 0
    classes: Counter[str] = field(default_factory=Counter)
    properties: Counter[str] = field(default_factory=Counter)
    links: Counter[tuple[str, str]] = field(default_factory=Counter)
    first: str = ""
    last: str = ""

    def __add__(self, other: Counts) -> Counts:
        """Add the counts of statements that have no statement and no subject in common with these."""
        return Counts(
            self.triples + other.triples,
            self.subjects + other.subjects,
            self.classes + other.classes,
            self.properties + other.properties,
            self.links + other.links,
            min(filter(None, (self.first, other.first)), default=""),
            max(self.last, other.last),
        )

    def plain(self) -> dict[str, object]:
        """Give the counts as JSON has them."""
        return {
            "triples": self.triples,
            "subjects": self.subjects,
            "classes": dict(sorted(self.classes.items())),
            "properties": dict(sorted(self.properties.items())),
            "links": [[*link, number] for link, number in sorted(self.links.items())],
            "issued": [self.first, self.last],
        }


def from_plain(said: object) -> Counts:
    """Read what `Counts.plain` gave; nothing where that was not kept."""
    match said:
        case {
            "triples": int(triples),
            "subjects": int(subjects),
            "classes": dict(classes),
            "properties": dict(properties),
            "links": list(links),
            "issued": [str(first), str(last)],
        }:
            linked = Counter({(str(space), str(name)): int(number) for space, name, number in links})
            return Counts(triples, subjects, Counter(classes), Counter(properties), linked, first, last)
    return Counts()


class Tally:
    """Counts statements of several graphs together, each statement and each thing once.

    Args:
        own: what our own addresses begin with: a link to one of them leads to no other data set.
    """

    def __init__(self, *own: str) -> None:
        self._own = own
        self._seen: set[tuple[object, ...]] = set()
        self._subjects: set[object] = set()
        self.counts = Counts()

    @classmethod
    def counted(cls, counts: Counts, known: Iterable[Quad | Triple], *own: str) -> Tally:
        """Give a tally of statements that were counted elsewhere.

        Args:
            counts: of all of them.
            known: those of the things of which more will be said; the others are not looked at again.
            own: as for a tally.
        """
        tally = cls(*own)
        tally._seen, tally._subjects = tally._new(known)
        tally.counts = counts
        return tally

    def add(self, quads: Iterable[Quad]) -> Counts:
        """Count statements with those before; gives the counts of all."""
        new, subjects = self._new(quads)
        self.counts = self.counts + self._counted(new, subjects)
        self._seen |= new
        self._subjects |= subjects
        return self.counts

    def new(self, quads: Iterable[Quad]) -> list[Quad]:
        """Give of some statements those that were not counted yet."""
        return [quad for quad in quads if _said(quad) not in self._seen]

    def with_more(self, quads: Iterable[Quad]) -> Counts:
        """Give the counts that there would be with more statements."""
        return self.counts + self._counted(*self._new(quads))

    def _new(self, quads: Iterable[Quad | Triple]) -> tuple[set[tuple[object, ...]], set[object]]:
        new = {_said(quad) for quad in quads} - self._seen
        subjects: set[object] = {each[0] for each in new}
        return new, subjects - self._subjects

    def _counted(self, new: Iterable[tuple[object, ...]], subjects: set[object]) -> Counts:
        return _counts(((predicate, end) for _, predicate, end in new), len(subjects), self._own)


def _counts(ends: Iterable[tuple[object, object]], subjects: int, own: tuple[str, ...]) -> Counts:
    """Count statements by what they say, without their subjects."""
    classes: Counter[str] = Counter()
    properties: Counter[str] = Counter()
    links: Counter[tuple[str, str]] = Counter()
    days: list[str] = []
    total = 0
    for predicate, end in ends:
        name = predicate.value if isinstance(predicate, NamedNode) else ""
        total += 1
        properties[name] += 1
        if isinstance(end, NamedNode):
            if name == _TYPE:
                classes[end.value] += 1
            elif name in _LINKS and not end.value.startswith(own):
                links[target_of(end.value).spaces[0], _LINKS[name]] += 1
        elif name == _ISSUED and isinstance(end, Literal):
            days.append(end.value)
    return Counts(total, subjects, classes, properties, links, min(days, default=""), max(days, default=""))


def _said(quad: Quad | Triple) -> tuple[object, ...]:
    """Give what a statement says, wherever it stands."""
    return quad.subject, quad.predicate, quad.object


def count(quads: Iterable[Quad | Triple], *own: str) -> Counts:
    """Count the statements of one graph.

    Args:
        quads: its statements.
        own: what our own addresses begin with: the base IRI, and the address of the server.
    """
    every = set(quads)
    return _counts(((q.predicate, q.object) for q in every), len({q.subject for q in every}), own)
