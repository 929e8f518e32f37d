"""Answers questions from an index: what is found, how much, by which facets, and what was probably meant."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

import tantivy
from tantivy import Query

from graph.search.asking import Asked, Sort, Wanted, read
from graph.search.item import FACETS, Kind
from graph.search.phrasing import Phrasing, both, chosen
from graph.search.snippet import Snippet, snippet
from graph.search.vocabulary import Vocabulary

LITTLE = 3
"""How many finds are so few that another spelling is looked for."""

_CORRECTED = 6
"""Of how many words another spelling is looked for."""

_DOUBTED = 2
"""Up to how many words those that are known are doubted too: of more it is their company that gives little."""

_VALUES = 12
_SIZES = {"what": 20, "year": 60}
"""How many values of a facet are counted: the most frequent."""
_EXACT = 20_000
"""Of how many values each part of the index tells the counts; more make these sums of what each part had most of."""


@dataclass(frozen=True)
class Hit:
    """Something that was found: what an item shows, and the passage that shows why."""

    iri: str
    kind: str
    title: str
    text: str
    document: str
    key: str
    issued: str
    snippet: Snippet


@dataclass(frozen=True)
class Correction:
    """Another spelling of what was typed, and whether what is shown was found by it."""

    query: str
    applied: bool


@dataclass(frozen=True)
class Found:
    """The answer to a request.

    Attributes:
        hits: the things of the page that was asked.
        total: how many things there are.
        facets: for each facet its values with their counts, as if nothing were chosen in this one.
        corrected: another spelling, where there was little to find.
        relaxed: whether nothing had all words, so that what has half of them is shown.
    """

    hits: tuple[Hit, ...]
    total: int
    facets: Mapping[str, tuple[tuple[str, int], ...]]
    corrected: Correction | None = None
    relaxed: bool = False


class Served:
    """An index that is open. It never changes: a newer publication has one of its own.

    Args:
        folder: made by `graph.search.index.bring_up`.

    Raises:
        ValueError: when the folder holds no index.
        OSError: when it cannot be read.
    """

    def __init__(self, folder: Path) -> None:
        self._searcher = tantivy.Index.open(str(folder)).searcher()

    @cached_property
    def _phrasing(self) -> Phrasing:
        return Phrasing(self._vocabulary)

    @cached_property
    def _vocabulary(self) -> Vocabulary:
        return Vocabulary(self._searcher)

    def warm(self) -> None:
        """Read the words of the index, and the dictionary, before anybody asks."""
        self.search(Wanted("opvangplekken"))

    def search(self, wanted: Wanted) -> Found:
        """Answer a request."""
        asked = read(wanted.text)
        if not asked:
            return self._newest(wanted)
        query = self._phrasing.all_of(asked)
        facets = self._facets(query, wanted.chosen)
        corrected = self._other_spelling(asked, _total(facets, wanted))
        if corrected and corrected.applied:
            asked = read(corrected.query)
            query = self._phrasing.all_of(asked)
            facets = self._facets(query, wanted.chosen)
        relaxed = not _total(facets, wanted) and len(asked.words) + len(asked.phrases) > 1
        if relaxed:
            query = self._phrasing.some_of(asked)
            facets = self._facets(query, wanted.chosen)
        total = _total(facets, wanted)
        hits = self._hits(query, wanted, self._phrasing.hits(asked))
        return Found(hits, total, facets, corrected, relaxed and total > 0)

    def iris(self, wanted: Wanted, limit: int) -> set[str]:
        """Give the IRIs of what is found; where there are more than the limit, those of the best."""
        asked = read(wanted.text)
        query = both(self._phrasing.all_of(asked) if asked else Query.all_query(), chosen(wanted.chosen))
        return {shown[0] for shown in self._shown(query, limit, 0, wanted.sort)}

    def _newest(self, wanted: Wanted) -> Found:
        """Give the newest papers, or what else is chosen."""
        facets = {"what": Kind.PAPER.value, **wanted.chosen}
        all_of = Wanted("", facets, Sort.NEWEST, wanted.page, wanted.size)
        query = Query.all_query()
        counts = self._facets(query, facets)
        return Found(self._hits(query, all_of, frozenset()), _total(counts, all_of), counts)

    def _other_spelling(self, asked: Asked, total: int) -> Correction | None:
        """Look for a word that was probably meant, where there is little: shown instead only where there is nothing."""
        if total > LITTLE or (asked.reference and asked.reference.is_whole):
            return None
        meant = {}
        for word in asked.words[:_CORRECTED]:
            known = self._vocabulary.knows(word.form, word.stem)
            if len(asked.words) > _DOUBTED if known else self._vocabulary.parts(word.stem):
                continue
            if other := self._vocabulary.meant(word.form, rare=known):
                meant[word.form] = other
        if not meant:
            return None
        text = asked.replaced(meant)
        return Correction(
            text, not total and bool(self._shown(self._phrasing.all_of(read(text)), 1, 0, Sort.RELEVANCE))
        )

    def _hits(self, query: Query, wanted: Wanted, stems: frozenset[str]) -> tuple[Hit, ...]:
        filtered = both(query, chosen(wanted.chosen))
        shown = self._shown(filtered, wanted.size, (wanted.page - 1) * wanted.size, wanted.sort)
        return tuple(
            Hit(iri, kind, title, text, document, key, issued, snippet(text, stems))
            for iri, kind, title, text, document, key, issued in shown
        )

    def _shown(self, query: Query, limit: int, offset: int, sort: Sort) -> list[list[str]]:
        by = "day" if sort is Sort.NEWEST else None
        found = self._searcher.search(query, limit, count=False, order_by_field=by, offset=offset)
        return [json.loads(self._searcher.doc(address).get_first("shown") or b"[]") for _, address in found.hits]

    def _facets(self, query: Query, chosen_values: Mapping[str, str]) -> dict[str, tuple[tuple[str, int], ...]]:
        """Count by facets; in one where a value is chosen, what the others would give."""
        free = tuple(name for name in FACETS if name not in chosen_values)
        found = self._counts(both(query, chosen(chosen_values)), free)
        for name in chosen_values:
            others = {other: value for other, value in chosen_values.items() if other != name}
            found |= self._counts(both(query, chosen(others)), (name,))
        return {name: found[name] for name in FACETS}

    def _counts(self, query: Query, names: tuple[str, ...]) -> dict[str, tuple[tuple[str, int], ...]]:
        asked = {
            name: {"terms": {"field": name, "size": _SIZES.get(name, _VALUES), "segment_size": _EXACT}}
            for name in names
        }
        found = self._searcher.aggregate(query, asked)
        return {name: tuple((each["key"], each["doc_count"]) for each in found[name]["buckets"]) for name in names}


def _total(facets: Mapping[str, tuple[tuple[str, int], ...]], wanted: Wanted) -> int:
    """Give how much was found: each thing is of one kind, and where one is chosen, its count is that of the finds."""
    counts = dict(facets["what"])
    return counts.get(wanted.chosen["what"], 0) if "what" in wanted.chosen else sum(counts.values())
