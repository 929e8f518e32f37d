"""What papers say of a thing, in time: where it is named, what it counted and answered, by year and page by page."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from pyoxigraph import Literal, NamedNode

from graph.store.base import Reader
from graph.web.problems import Problem
from graph.web.site import Site

PER_PAGE = 50
"""How many facts of each section stand on a page."""

AT_MOST = 20000
"""How many facts of a section are looked at; what is left out is said."""

_AT_ONCE = 500
_NUMBER = re.compile(r"\d+")
_REGISTERS = frozenset({"organisation", "post", "person", "law", "case", "place"})
_MEASURED = frozenset({"place", "indicator", "breakdown", "period"})


@dataclass(frozen=True)
class Section:
    """One kind of fact about a thing.

    Attributes:
        name: of the section in the data.
        collections: the kinds of things that can have it (`Site.collection`).
        pattern: binds ``?fact``; ``{iri}`` is the thing, ``{kg}`` our namespace.
    """

    name: str
    collections: frozenset[str]
    pattern: str


SECTIONS = (
    Section("mentions", _REGISTERS, "?fact oa:hasBody <{iri}>"),
    Section("counted", frozenset({"organisation"}), "?fact <{kg}countedBy> <{iri}>"),
    Section(
        "about",
        _MEASURED,
        "?fact <{kg}place>|<{kg}indicator>|<{kg}breakdown>|<{kg}period> <{iri}> ; a <{kg}Statistic>",
    ),
    Section(
        "in_answers_that_name_it",
        _REGISTERS,
        "?mention oa:hasBody <{iri}> ; dcterms:isPartOf ?answer . ?fact <{kg}answer> ?answer ; a <{kg}Statistic>",
    ),
    Section("stated", frozenset({"post"}), "?fact <{kg}statedBy> <{iri}> ; a <{kg}Statistic>"),
    Section("answers", frozenset({"post"}), "?fact <{kg}answeredBy> <{iri}> ; a <{kg}Answer>"),
    Section(
        "answers",
        frozenset({"person"}),
        "?held org:member <{iri}> ; <{kg}post> ?post . ?paper <{kg}officeHolding> ?held . "
        "?fact dcterms:isPartOf ?paper ; <{kg}answeredBy> ?post ; a <{kg}Answer>",
    ),
    Section("would_know", frozenset({"organisation"}), "?fact <{kg}holder> <{iri}> ; a <{kg}NonAnswer>"),
    Section("papers", frozenset({"dossier"}), "?fact dcterms:isPartOf <{iri}> ; a <{kg}Document>"),
    Section("cited_by", frozenset({"document"}), "?fact dcterms:references <{iri}> ; a <{kg}Document>"),
)
"""What is told of each kind of thing, in this order."""

_PREFIXES = (
    "PREFIX oa: <http://www.w3.org/ns/oa#> PREFIX dcterms: <http://purl.org/dc/terms/> "
    "PREFIX org: <http://www.w3.org/ns/org#> "
)


@dataclass(frozen=True)
class Asked:
    """Which part of a history is asked: a year, or all; and a page of it, from 1."""

    year: int | None = None
    page: int = 1

    def __post_init__(self) -> None:
        if self.page < 1 or (self.year is not None and not 1 <= self.year <= 9999):
            raise Problem("bad-request", "`page` is a whole number from 1 on, `year` one of four digits.")


@dataclass(frozen=True)
class Paper:
    """A paper as lists name it: its number, title and day of issue (ISO), as far as the store has them."""

    iri: str
    identifier: str = ""
    title: str = ""
    day: str = ""
    in_store: bool = False


@dataclass(frozen=True)
class History:
    """What is said of a thing.

    Attributes:
        asked: which part this is.
        totals: how many facts each section has, over all years.
        years: the same for each year; facts of papers without a day stand under None.
        pages: how many pages the part has.
        facts: the facts of this page by section, latest first.
        papers: the papers that they stand in, by IRI.
        complete: whether every fact was looked at (`AT_MOST`).
    """

    asked: Asked
    totals: Mapping[str, int]
    years: Mapping[int | None, Mapping[str, int]]
    pages: int
    facts: Mapping[str, Sequence[str]]
    papers: Mapping[str, Paper]
    complete: bool


def sections_of(site: Site, iri: str) -> list[Section]:
    """Give the sections that a thing can have; none for one that has no history, such as a figure."""
    collection = site.collection(iri)
    return [section for section in SECTIONS if collection in section.collections]


def history_of(reader: Reader, site: Site, iri: str, asked: Asked, least: int = 1) -> History:
    """Tell what papers say of a thing.

    Args:
        reader: of the publication.
        site: for the base.
        iri: of the thing.
        asked: which part.
        least: how many pages there are at least, because of something else that is told page by page.

    Raises:
        Problem: ``not-found`` for a page after the last.
    """
    found = {section.name: _facts(reader, site, section, iri) for section in sections_of(site, iri)}
    complete = all(len(facts) < AT_MOST for facts in found.values())
    documents = {document for facts in found.values() for fact in facts if (document := site.document_of(fact))}
    papers = papers_of(reader, site, documents)
    years: defaultdict[int | None, Counter[str]] = defaultdict(Counter)
    kept: dict[str, list[str]] = {}
    for name, facts in found.items():
        year_of = {fact: _year(papers, site.document_of(fact)) for fact in facts}
        for year in year_of.values():
            years[year][name] += 1
        wanted = [fact for fact in facts if asked.year in (None, year_of[fact])]
        kept[name] = sorted(wanted, key=lambda fact: _latest_first(papers, site.document_of(fact), fact))
    pages = max([1, least, *(-(-len(facts) // PER_PAGE) for facts in kept.values())])
    if asked.page > pages:
        raise Problem("not-found", f"There is no page {asked.page}: the last one is {pages}.")
    start = (asked.page - 1) * PER_PAGE
    return History(
        asked,
        {name: len(facts) for name, facts in found.items()},
        dict(sorted(years.items(), key=lambda each: -(each[0] or 0))),
        pages,
        {name: facts[start : start + PER_PAGE] for name, facts in kept.items()},
        papers,
        complete,
    )


def papers_of(reader: Reader, site: Site, documents: Iterable[str]) -> dict[str, Paper]:
    """Give papers by their IRIs: also those that are only cited, which are not in the store."""
    wanted = sorted(set(documents))
    found = {iri: Paper(iri, iri.rpartition("/")[2]) for iri in wanted}
    for start in range(0, len(wanted), _AT_ONCE):
        things = " ".join(f"<{iri}>" for iri in wanted[start : start + _AT_ONCE])
        query = (
            f"{_PREFIXES} SELECT ?s (SAMPLE(?i) AS ?identifier) (SAMPLE(?t) AS ?title) (MAX(?d) AS ?day) {{ "
            f"VALUES ?s {{ {things} }} ?s a <{site.base}def/Document> ; dcterms:identifier ?i . "
            "OPTIONAL { ?s dcterms:title ?t } OPTIONAL { ?s dcterms:issued ?d } } GROUP BY ?s"
        )
        for iri, *cells in reader.query(query).rows():
            if isinstance(iri, NamedNode):
                identifier, title, day = (cell.value if isinstance(cell, Literal) else "" for cell in cells)
                found[iri.value] = Paper(iri.value, identifier, title, day, in_store=True)
    return found


def _facts(reader: Reader, site: Site, section: Section, iri: str) -> list[str]:
    pattern = section.pattern.format(iri=iri, kg=f"{site.base}def/")
    rows = reader.query(f"{_PREFIXES} SELECT DISTINCT ?fact {{ {pattern} }} LIMIT {AT_MOST}").rows()
    return [row[0].value for row in rows if isinstance(row[0], NamedNode)]


def _year(papers: Mapping[str, Paper], document: str | None) -> int | None:
    day = papers[document].day if document else ""
    return int(day[:4]) if day[:4].isdecimal() else None


def _latest_first(papers: Mapping[str, Paper], document: str | None, fact: str) -> tuple[object, ...]:
    """Order by day, latest first, then by paper and by the numbers in the address."""
    day = papers[document].day if document else ""
    backwards = tuple(-int(number) for number in _NUMBER.findall(day)) or (1,)
    return (backwards, document or "", tuple(int(number[:15]) for number in _NUMBER.findall(fact)), fact)
