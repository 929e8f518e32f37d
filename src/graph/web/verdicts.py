"""What the consistency report says of a paper: figures that do not add up, or differ from those of other papers."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from pyoxigraph import Literal, NamedNode

from graph.store.base import Reader
from graph.web.languages import Language
from graph.web.site import Site

_FINDINGS = """
PREFIX dqv: <http://www.w3.org/ns/dqv#>
PREFIX oa: <http://www.w3.org/ns/oa#>
PREFIX rdfs: <http://www.w3.org/2000/01/rdf-schema#>
SELECT ?finding ?label ?figure WHERE {{
  {{ SELECT DISTINCT ?finding WHERE {{ GRAPH <{base}graph/quality> {{
    VALUES ?target {{ {figures} }} ?finding oa:hasTarget ?target ; a dqv:QualityAnnotation }} }} }}
  GRAPH <{base}graph/quality> {{ ?finding oa:hasTarget ?figure ; rdfs:label ?label . FILTER(LANG(?label) = "{code}") }}
}} ORDER BY ?finding ?figure LIMIT 2000"""

_AT_ONCE = 300
"""Of how many figures the remarks are asked at once: a query may not be of any length."""


@dataclass(frozen=True)
class Verdict:
    """A remark of the consistency report, with the figures that it is about."""

    iri: str
    text: str
    figures: tuple[str, ...]


def of_document(reader: Reader, site: Site, document: str, language: Language) -> tuple[Verdict, ...]:
    """Give the remarks on figures of a paper."""
    # The figures are asked first: an engine that begins with the findings goes through those of all papers.
    graph = f"{site.base}graph/{document.removeprefix(f'{site.base}id/document/')}"
    own = reader.query(f"SELECT ?figure {{ GRAPH <{graph}> {{ ?figure a <{site.base}def/Statistic> }} }}")
    return _find(reader, site, [figure.value for (figure,) in own.rows() if isinstance(figure, NamedNode)], language)


def of_figure(reader: Reader, site: Site, figure: str, language: Language) -> tuple[Verdict, ...]:
    """Give the remarks on one figure."""
    return _find(reader, site, [figure], language)


def _find(reader: Reader, site: Site, figures: Sequence[str], language: Language) -> tuple[Verdict, ...]:
    found: dict[str, tuple[str, dict[str, None]]] = {}
    for start in range(0, len(figures), _AT_ONCE):
        listed = " ".join(f"<{figure}>" for figure in figures[start : start + _AT_ONCE])
        query = _FINDINGS.format(base=site.base, figures=listed, code=language.code)
        for finding, label, figure in reader.query(query).rows():
            if isinstance(finding, NamedNode) and isinstance(label, Literal) and isinstance(figure, NamedNode):
                found.setdefault(finding.value, (label.value, {}))[1][figure.value] = None
    return tuple(Verdict(iri, text, tuple(about)) for iri, (text, about) in sorted(found.items()))
