"""Runs the shapes with the package ``shacl``, an engine in Rust: some 60 times as fast as the reference."""

from __future__ import annotations

from collections import defaultdict
from functools import lru_cache

import shacl
from pyoxigraph import BlankNode, Literal, NamedNode, RdfFormat, Triple, parse

from graph.check.results import SHACL, Result
from graph.check.shapes import shapes_turtle

_FORMAT = "ntriples"


class SwiftEngineError(Exception):
    """The engine could not run: the reference has to."""


def results(triples: str, base: str) -> list[Result]:
    """Validate statements.

    Args:
        triples: those of a paper, and what is known of the things that it names, as N-Triples.
        base: the base IRI.

    Raises:
        SwiftEngineError: when the engine cannot read the shapes or the statements, or breaks on them.
    """
    try:
        report = _shapes(base).validate_text(triples, _FORMAT)
        if report.conforms:
            return []
        return _results(report.serialize(_FORMAT))
    except ValueError as error:
        raise SwiftEngineError(str(error)) from error
    except BaseException as error:
        # A panic of Rust is no Exception in Python; anything else that is none must go its way: an interrupt, an exit.
        if type(error).__name__ != "PanicException":
            raise
        raise SwiftEngineError(str(error)) from error


@lru_cache(maxsize=2)
def _shapes(base: str) -> shacl.Shapes:
    return shacl.Shapes.from_turtle(shapes_turtle(base))


def _results(report: str) -> list[Result]:
    """Read a validation report."""
    said: dict[object, list[Triple]] = defaultdict(list)
    for triple in parse(report, format=RdfFormat.N_TRIPLES):
        said[triple.subject].append(triple.triple)
    return [_result(each) for each in said.values() if any(_about(t) == "sourceConstraintComponent" for t in each)]


def _about(triple: Triple) -> str:
    return triple.predicate.value.removeprefix(SHACL)


def _result(said: list[Triple]) -> Result:
    one = {_about(t): t.object.value for t in said if isinstance(t.object, NamedNode | BlankNode | Literal)}
    messages = (t.object for t in said if _about(t) == "resultMessage" and isinstance(t.object, Literal))
    return Result(
        focus=one.get("focusNode", ""),
        shape=one.get("sourceShape", ""),
        component=one["sourceConstraintComponent"],
        severity=one.get("resultSeverity", ""),
        path=one.get("resultPath", ""),
        value=one.get("value", ""),
        messages={text.language or "": text.value for text in messages},
    )
