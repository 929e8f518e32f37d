"""Runs the shapes with pySHACL on rdflib: the reference engine, whose word is final (W3C SHACL)."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import lru_cache

import pyshacl
import rdflib
from pyoxigraph import BlankNode, Literal, NamedNode, Quad
from rdflib import RDF, SH

from graph.check.results import Result
from graph.check.shapes import shapes_turtle


@lru_cache(maxsize=2)
def shapes(base: str) -> rdflib.Graph:
    """Give all shapes that ship, for a base."""
    return rdflib.Graph().parse(data=shapes_turtle(base), format="turtle")


def results(quads: Iterable[Quad], base: str) -> list[Result]:
    """Validate statements.

    Args:
        quads: those of a paper, and what is known of the things that it names.
        base: the base IRI.
    """
    _, report, _ = pyshacl.validate(_rdflib(quads), shacl_graph=shapes(base), inplace=True, inference="none")
    if not isinstance(report, rdflib.Graph):
        raise TypeError(f"the SHACL engine could not run: {report!r}")
    return list(_results(report))


def _results(report: rdflib.Graph) -> Iterator[Result]:
    for result in report.subjects(RDF.type, SH.ValidationResult):
        value = report.value(result, SH.value)
        yield Result(
            focus=str(report.value(result, SH.focusNode) or ""),
            shape=str(report.value(result, SH.sourceShape)),
            component=str(report.value(result, SH.sourceConstraintComponent) or ""),
            severity=str(report.value(result, SH.resultSeverity)),
            path=str(report.value(result, SH.resultPath) or ""),
            value="" if value is None else str(value),
            messages={
                text.language or "": str(text)
                for text in report.objects(result, SH.resultMessage)
                if isinstance(text, rdflib.Literal)
            },
        )


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
