"""What people read of an event in a feed: the title of the paper, the words of the figure."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from pyoxigraph import Literal, NamedNode

from graph.store.base import Reader, Term
from graph.store.touch import How
from graph.web.feeds.atom import Told
from graph.web.feeds.changes import Event, What
from graph.web.site import Site

_PREFIXES = (
    "PREFIX oa: <http://www.w3.org/ns/oa#> PREFIX dcterms: <http://purl.org/dc/terms/> "
    "PREFIX rdfs: <http://www.w3.org/2000/01/rdf-schema#> "
)
_WORDS = {How.NEW: "Nieuw", How.CHANGED: "Gewijzigd", How.GONE: "Ingetrokken"}


def tell(
    reader: Reader, site: Site, events: Sequence[Event], address: Callable[[str], str]
) -> list[tuple[Event, Told]]:
    """Tell of events, as far as the data still describes what they are about.

    Args:
        reader: of the publication.
        site: whose IRIs they are.
        events: those of one page.
        address: gives the address of the page about an IRI.
    """
    here = [event.iri for event in events if event.how is not How.GONE]
    papers = _papers(reader, site, here)
    figures = _figures(reader, site, here)
    found = []
    for event in events:
        name = event.iri.removeprefix(f"{site.base}id/document/")
        known = papers if event.what is What.PAPER else figures
        title, summary = known.get(event.iri, (name, ""))
        if event.how is How.GONE:
            summary = f"Ingetrokken{f': {event.reason}' if event.reason else ''}."
        told = title if event.how is How.NEW else f"{_WORDS[event.how]}: {title}"
        found.append((event, Told(told, summary or title, address(event.iri))))
    return found


def _papers(reader: Reader, site: Site, iris: Sequence[str]) -> dict[str, tuple[str, str]]:
    """Give the titles of papers, and how much they hold."""
    kg = f"{site.base}def/"
    questions = _counted(reader, iris, f"?thing dcterms:isPartOf ?paper . ?thing a <{kg}Question>")
    figures = _counted(
        reader, iris, f"?answer dcterms:isPartOf ?paper . ?thing <{kg}answer> ?answer . ?thing a <{kg}Statistic>"
    )
    query = (
        f"{_PREFIXES} SELECT ?paper ?identifier ?title {{ VALUES ?paper {{ {_values(iris)} }} "
        f"?paper a <{kg}Document> ; dcterms:identifier ?identifier . OPTIONAL {{ ?paper dcterms:title ?title }} }}"
    )
    found = {}
    for paper, identifier, title in reader.query(query).rows():
        iri, name = _text(paper), _text(identifier)
        holds = f"{name}: {questions.get(iri, '0')} vragen, {figures.get(iri, '0')} cijfers."
        found[iri] = (_text(title) or name, holds)
    return found


def _counted(reader: Reader, iris: Sequence[str], pattern: str) -> dict[str, str]:
    """Count things of papers; a query for each kind is faster than one for all."""
    query = f"SELECT ?paper (COUNT(?thing) AS ?n) {{ VALUES ?paper {{ {_values(iris)} }} {pattern} }} GROUP BY ?paper"
    return {_text(paper): _text(number) for paper, number in reader.query(f"{_PREFIXES} {query}").rows()}


def _figures(reader: Reader, site: Site, iris: Sequence[str]) -> dict[str, tuple[str, str]]:
    """Give the labels of figures, and the words in which they stand."""
    kg = f"{site.base}def/"
    query = (
        f"{_PREFIXES} SELECT ?figure ?label ?exact {{ VALUES ?figure {{ {_values(iris)} }} "
        f"?figure a <{kg}Statistic> ; <{kg}passage>/oa:hasSelector/oa:exact ?exact . "
        "OPTIONAL { ?figure rdfs:label ?label } }"
    )
    return {
        _text(figure): (_text(label) or _text(exact), f"“{' '.join(_text(exact).split())}”")
        for figure, label, exact in reader.query(query).rows()
    }


def _values(iris: Sequence[str]) -> str:
    return " ".join(f"<{iri}>" for iri in iris)


def _text(term: Term | None) -> str:
    return term.value if isinstance(term, NamedNode | Literal) else ""
