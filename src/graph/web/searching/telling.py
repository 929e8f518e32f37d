"""What a search found, as it is told: results with their addresses, facets with labels and links."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from urllib.parse import urlencode

from graph.search.asking import Sort, Wanted
from graph.search.item import YES, Kind
from graph.search.served import Found, Hit
from graph.search.snippet import Piece
from graph.store.base import Reader
from graph.web.languages import Language, nl
from graph.web.view import View

KINDS: Mapping[str, str] = {
    Kind.PAPER: nl("document"),
    Kind.QUESTION: nl("vraag"),
    Kind.ANSWER: nl("antwoord"),
    Kind.FIGURE: nl("cijfer"),
    Kind.INDICATOR: nl("indicator"),
    Kind.ORGANISATION: nl("organisatie"),
    Kind.POST: nl("ambt"),
    Kind.PERSON: nl("persoon"),
    Kind.LAW: nl("wet"),
    Kind.CASE: nl("uitspraak"),
    Kind.PLACE: nl("plaats"),
}

FACETS: Mapping[str, str] = {
    "what": nl("Wat"),
    "year": nl("Jaar"),
    "kind": nl("Soort document"),
    "ministry": nl("Ministerie"),
    "organisation": nl("Organisatie"),
    "indicator": nl("Indicator"),
    "figures": nl("Met cijfers"),
    "unanswered": nl("Niet beantwoord"),
}

_FOLDERS: Mapping[str, str] = {
    "kind": "def/document-kind/",
    "ministry": "id/organisation/",
    "organisation": "id/organisation/",
    "indicator": "id/indicator/",
}
"""The facets whose values are the ends of IRIs, and where these stand."""

DEEPEST = 10_000
"""How many results can be paged through; who wants all asks for the data."""

_SHORT = 90


@dataclass(frozen=True)
class Result:
    """A result: what was found, its address, and how people call it."""

    hit: Hit
    address: str
    kind: str
    paper: str

    @property
    def pieces(self) -> list[Piece]:
        """The snippet in pieces."""
        return self.hit.snippet.pieces()

    def record(self) -> dict[str, object]:
        """Give it as `/search.json` tells it."""
        hit = self.hit
        return {
            "iri": hit.iri,
            "kind": hit.kind,
            "document": hit.document or None,
            "key": hit.key or None,
            "title": hit.title,
            "snippet": hit.snippet.text,
            "hits": [list(place) for place in hit.snippet.hits],
            "address": self.address,
            "issued": hit.issued or None,
        }


@dataclass(frozen=True)
class Value:
    """A value of a facet: what it is called, for how many results it holds, and the address that chooses it or not."""

    value: str
    label: str
    count: int
    chosen: bool
    address: str


@dataclass(frozen=True)
class Facet:
    """A facet with its values."""

    name: str
    label: str
    values: tuple[Value, ...]


@dataclass(frozen=True)
class Told:
    """An answer as pages and programs show it; addresses are whole."""

    wanted: Wanted
    found: Found
    results: tuple[Result, ...]
    facets: tuple[Facet, ...]
    address: Callable[[Mapping[str, str]], str]

    @property
    def last(self) -> int:
        """The number of the last page."""
        return max(1, -(-min(self.found.total, DEEPEST) // self.wanted.size))

    def page(self, number: int) -> str:
        """Give the address of a page of the results."""
        return self.address({**parameters(self.wanted), **({"page": str(number)} if number > 1 else {})})

    def sorted_by(self, sort: str) -> str:
        """Give the address of the results in another order."""
        given = {**parameters(self.wanted), "sort": sort}
        return self.address({name: value for name, value in given.items() if (name, value) != ("sort", "relevance")})

    def spelled(self, text: str) -> str:
        """Give the address of the same request with other words."""
        return self.address({**parameters(self.wanted), "q": text})

    def record(self) -> dict[str, object]:
        """Give it as `/search.json` tells it."""
        corrected = self.found.corrected
        more = self.wanted.page < self.last
        return {
            "query": self.wanted.text,
            "total": self.found.total,
            "corrected": {"query": corrected.query, "applied": corrected.applied} if corrected else None,
            "relaxed": self.found.relaxed,
            "page": self.wanted.page,
            "facets": {facet.name: [vars(value) for value in facet.values] for facet in self.facets},
            "results": [result.record() for result in self.results],
            "next": self.page(self.wanted.page + 1) if more else None,
        }


def parameters(wanted: Wanted) -> dict[str, str]:
    """Give the parameters that ask for the same again, from its first page; what is as usual is left out."""
    found = {"q": wanted.text, **wanted.chosen, "sort": wanted.sort.value if wanted.sort is not Sort.RELEVANCE else ""}
    found["size"] = str(wanted.size) if wanted.size != Wanted.size else ""
    return {name: value for name, value in found.items() if value}


def with_query(path: str, given: Mapping[str, str]) -> str:
    """Give an address with parameters."""
    return f"{path}?{urlencode(given)}" if given else path


def tell(
    wanted: Wanted,
    found: Found,
    reader: Reader,
    base: str,
    language: Language,
    place: Callable[[str], str],
    address: Callable[[Mapping[str, str]], str],
) -> Told:
    """Tell what was found.

    Args:
        wanted: what was asked.
        found: what the index gave.
        reader: of the same publication, for labels.
        base: of the IRIs.
        language: of the labels.
        place: gives the address of the page about an IRI.
        address: gives the address of a search by its parameters.
    """
    iris = {f"{base}{_FOLDERS[name]}{value}" for name in _FOLDERS for value, _ in found.facets[name]}
    papers = {hit.document: f"{base}id/document/{hit.document}" for hit in found.hits if hit.document}
    names = View([], base, language).learn_labels(reader, {*iris, *papers.values()})

    def label(name: str, value: str) -> str:
        if name == "what":
            return language.gettext(KINDS.get(value, value))
        if value == YES and name not in _FOLDERS:
            return language.gettext(nl("ja"))
        text = names.name(f"{base}{_FOLDERS[name]}{value}") if name in _FOLDERS else value
        return text if len(text) <= _SHORT else f"{text[:_SHORT].rstrip()}…"

    def value_of(name: str, value: str, count: int) -> Value:
        chosen = wanted.chosen.get(name) == value
        given = {**parameters(wanted), name: value}
        if chosen:
            del given[name]
        return Value(value, label(name, value), count, chosen, address(given))

    facets = tuple(
        Facet(name, language.gettext(title), tuple(value_of(name, *counted) for counted in found.facets[name]))
        for name, title in FACETS.items()
    )
    results = tuple(
        Result(
            hit,
            place(hit.iri),
            language.gettext(KINDS.get(hit.kind, hit.kind)),
            names.name(papers[hit.document]) if hit.document else "",
        )
        for hit in found.hits
    )
    return Told(wanted, found, results, facets, address)
