"""Finds entities by what they are called: as written, folded, nearly; and by what begins with a few letters."""

from __future__ import annotations

import threading
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from pyoxigraph import NamedNode
from rapidfuzz import fuzz, process

from graph.store.base import Reader
from graph.web.reconcile.cited import cited_in
from graph.web.reconcile.entities import Entity, read_entities
from graph.web.reconcile.names import fold, ordered

NEAR = 70
"""How alike (0 to 100) a name has to be to be found as nearly the same."""

SHORTEST = 4
"""How many letters a name needs to be looked for as nearly the same: of shorter ones everything is near."""

_NEAREST = 60


@dataclass(frozen=True, slots=True)
class Hit:
    """An entity, found by one of its names.

    Attributes:
        at: its place in `Index.entities`.
        name: the name that it was found by.
        kind: what kind of name that is (`graph.web.reconcile.entities`), ``identifier`` or ``citation``.
        how: ``exact``, ``folded`` or ``near``.
        similarity: how alike the name is, 0 to 100.
    """

    at: int
    name: str
    kind: str
    how: str
    similarity: float = 100.0


class Index:
    """All entities of one publication, at hand by name.

    Args:
        entities: by id.
        base: of the IRIs of the data.
    """

    def __init__(self, entities: Sequence[Entity], base: str) -> None:
        self.entities = tuple(entities)
        self.space = f"{base}id/"
        self._by_id = {entity.id: at for at, entity in enumerate(entities)}
        self._identifiers: defaultdict[str, list[int]] = defaultdict(list)
        self._exact: defaultdict[str, list[Hit]] = defaultdict(list)
        self._folded: defaultdict[str, list[Hit]] = defaultdict(list)
        for at, entity in enumerate(entities):
            for identifier in entity.identifiers:
                self._identifiers[identifier.casefold()].append(at)
            for name, kind in entity.names:
                self._exact[name].append(Hit(at, name, kind, "exact"))
                self._folded[fold(name)].append(Hit(at, name, kind, "folded"))
        self._folded.pop("", None)
        self._keys = list(self._folded)
        self._ordered = [ordered(key) for key in self._keys]
        self._by_value: dict[tuple[str, str], list[int]] | None = None

    def get(self, identifier: str) -> Entity | None:
        """Give the entity with an id or an IRI."""
        at = self._by_id.get(identifier.removeprefix(self.space))
        return None if at is None else self.entities[at]

    def named(self, text: str) -> Iterator[Hit]:
        """Find what is identified by a text, cited, or is called so, but for capitals, accents and signs."""
        text = text.strip()
        at = self._by_id.get(text.removeprefix(self.space))
        for each in dict.fromkeys([*([at] if at is not None else []), *self._identifiers.get(text.casefold(), ())]):
            yield Hit(each, text, "identifier", "exact")
        if (code := cited_in(text)) is not None and code != text:
            for each in self._identifiers.get(code.casefold(), ()):
                yield Hit(each, text, "citation", "exact")
        yield from self._exact.get(text, ())
        yield from self._folded.get(fold(text), ())

    def near(self, text: str) -> Iterator[Hit]:
        """Find what is called nearly so, whatever the order of the words."""
        folded = fold(text)
        if len(folded) < SHORTEST:
            return
        for wanted, keys in ((folded, self._keys), (ordered(folded), self._ordered)):
            for _, similarity, place in process.extract(
                wanted, keys, scorer=fuzz.ratio, limit=_NEAREST, score_cutoff=NEAR
            ):
                for hit in self._folded[self._keys[place]]:
                    yield Hit(hit.at, hit.name, hit.kind, "near", similarity)

    def with_value(self, prop: str, values: Iterable[str]) -> Iterator[int]:
        """Find the entities that have one of the values, as `spellings` gives them, for a property."""
        if self._by_value is None:
            table: defaultdict[tuple[str, str], list[int]] = defaultdict(list)
            for at, entity in enumerate(self.entities):
                for name in entity.said:
                    for spelling in self.spellings(entity, name):
                        table[name, spelling].append(at)
            self._by_value = dict(table)
        for value in values:
            yield from self._by_value.get((prop, fold(value)), ())

    def spellings(self, entity: Entity, prop: str) -> set[str]:
        """Give the values of a property, folded: texts, IRIs, and of entities their ids and names too."""
        found = set()
        for value in entity.said.get(prop, ()):
            found.add(fold(value.value))
            other = self.get(value.value) if isinstance(value, NamedNode) else None
            if other is not None:
                found.update((fold(other.id), *(fold(name) for name, _ in other.names)))
        return found

    def beginning(self, prefix: str) -> list[Entity]:
        """Give the entities that begin with a few letters, in their name or in a word of it; the nearest first."""
        wanted = fold(prefix)
        if not wanted:
            return []
        best: dict[int, tuple[int, int, str]] = {}
        for hit in self.named(prefix):
            best[hit.at] = (0, 0, self.entities[hit.at].name)
        inside = f" {wanted}"
        for key in self._keys:
            if (starts := key.startswith(wanted)) or inside in key:
                for hit in self._folded[key]:
                    rank = (1 if starts else 2, len(key), self.entities[hit.at].name)
                    best[hit.at] = min(best.get(hit.at, rank), rank)
        for identifier, places in self._starting(prefix.strip().casefold()):
            for at in places:
                rank = (1, len(identifier), self.entities[at].name)
                best[at] = min(best.get(at, rank), rank)
        return [self.entities[at] for at in sorted(best, key=lambda at: (best[at], self.entities[at].id))]

    def _starting(self, prefix: str) -> Iterator[tuple[str, list[int]]]:
        for identifier, places in self._identifiers.items():
            if identifier.startswith(prefix):
                yield identifier, places
        for identifier, at in self._by_id.items():
            if identifier.startswith(prefix):
                yield identifier, [at]


class Indexes:
    """The index of the current publication, made when it is first asked for."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._made: tuple[int, Index] | None = None

    def get(self, reader: Reader, base: str) -> Index:
        """Give the index of the publication that a reader shows."""
        with self._lock:
            if self._made is None or self._made[0] != reader.number:
                self._made = reader.number, Index(read_entities(reader, base), base)
            return self._made[1]
