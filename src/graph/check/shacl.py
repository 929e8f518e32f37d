"""Runs the shapes over a graph with pySHACL, the reference engine (W3C SHACL)."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import lru_cache

import pyshacl
import rdflib
from pyoxigraph import BlankNode, Literal, NamedNode, Quad
from rdflib import RDF, SH

from graph.check.places import Places
from graph.check.report import CheckReport, Violation
from graph.describe.terms import DEFAULT_BASE
from graph.resources import resource

_SHAPES = "https://w3id.org/kamergraaf/shapes/"


@lru_cache(maxsize=2)
def shapes(base: str) -> rdflib.Graph:
    """Give all shapes that ship, for a base; their own names keep the default one."""
    graph = rdflib.Graph()
    for path in sorted(resource("shapes").glob("*.ttl")):
        text = path.read_text(encoding="utf-8").replace(DEFAULT_BASE, base).replace(f"{base}shapes/", _SHAPES)
        graph.parse(data=text, format="turtle")
    return graph


def validate(quads: Iterable[Quad], context: Iterable[Quad], base: str) -> CheckReport:
    """Validate the graph of one paper.

    Args:
        quads: its statements.
        context: what is known of the things that it names, in the ontology and in the registers.
        base: the base IRI.
    """
    own = list(quads)
    data = _rdflib([*own, *context])
    _, results, _ = pyshacl.validate(data, shacl_graph=shapes(base), inplace=True, inference="none")
    if not isinstance(results, rdflib.Graph):
        raise TypeError(f"the SHACL engine could not run: {results!r}")
    found = sorted(
        _violations(results, Places(own, base)), key=lambda each: (each.focus, each.shape, each.component, each.value)
    )
    return CheckReport(
        violations=tuple(each for each in found if not each.warning),
        warnings=tuple(each for each in found if each.warning),
    )


def _violations(results: rdflib.Graph, places: Places) -> Iterable[Violation]:
    for result in results.subjects(RDF.type, SH.ValidationResult):
        focus, value = str(results.value(result, SH.focusNode) or ""), results.value(result, SH.value)
        messages = {
            text.language or "": str(text)
            for text in results.objects(result, SH.resultMessage)
            if isinstance(text, rdflib.Literal)
        }
        place = places.find(focus, str(value or ""))
        component = str(results.value(result, SH.sourceConstraintComponent) or "")
        yield Violation(
            shape=_short(results.value(result, SH.sourceShape)),
            component=_short(rdflib.URIRef(component)).removesuffix("ConstraintComponent"),
            path=str(results.value(result, SH.resultPath) or ""),
            focus=focus,
            value="" if value is None else str(value),
            message_nl=messages.get("nl", ""),
            message_en=messages.get("en", next(iter(sorted(messages.values())), "")),
            document=place.document,
            page=place.page,
            sentence=place.sentence,
            warning=results.value(result, SH.resultSeverity) != SH.Violation,
        )


def _short(iri: object) -> str:
    return re.split(r"[/#]", str(iri))[-1]


def _rdflib(quads: Iterable[Quad]) -> rdflib.Graph:
    """Give statements as a graph of rdflib."""
    graph = rdflib.Graph(bind_namespaces="none")
    terms: dict[object, rdflib.term.Node] = {}

    def node(term: object) -> rdflib.term.Node:
        if term not in terms:
            terms[term] = _node(term)
        return terms[term]

    for quad in quads:
        graph.add((node(quad.subject), node(quad.predicate), node(quad.object)))
    return graph


def _node(term: object) -> rdflib.term.Node:
    match term:
        case NamedNode():
            return rdflib.URIRef(term.value)
        case Literal():
            if term.language:
                return rdflib.Literal(term.value, lang=term.language)
            return rdflib.Literal(term.value, datatype=rdflib.URIRef(term.datatype.value), normalize=False)
        case BlankNode():
            return rdflib.BNode(term.value)
        case _:
            raise TypeError(f"no term of RDF 1.1: {term!r}")
