"""Reads what ships as Turtle, the ontology and the registers, for any base."""

from __future__ import annotations

import re
from collections.abc import Container, Iterator, Sequence
from datetime import date
from functools import lru_cache
from pathlib import Path

from pyoxigraph import NamedNode, Quad, RdfFormat, parse

from graph.describe.iris import Iris
from graph.describe.periods import describe_period
from graph.describe.statements import Statements
from graph.describe.terms import DEFAULT_BASE, Terms
from graph.model import Period, Rule
from graph.registers import Stamp, Statement, operator_folder, stamp, statements
from graph.resources import resource

_PERIOD = re.compile(r"/id/period/(\d{4}-\d\d-\d\d)?--(\d{4}-\d\d-\d\d)?$")
_TYPE = "http://www.w3.org/1999/02/22-rdf-syntax-ns#type"
_COUNTRY = "https://schema.org/Country"
_ONTOLOGY = ("kamergraaf.ttl", "concepts.ttl", "cube.ttl")


def ontology(base: str, rules: Sequence[Rule]) -> list[Quad]:
    """Give the ontology, its concepts, the structure of the cube, and the rules of the grammar as concepts."""
    iris = Iris(base)
    graph = iris.graph("ontology")
    to = Statements(Terms(base), graph)
    for rule in rules:
        iri = iris.rule(rule.slug)
        to.a(iri, "kg:Rule")
        to.in_scheme(iri, iris.term("rules"))
        to.say(iri, "skos:prefLabel", to.text(rule.label_nl, "nl"), to.text(rule.label_en, "en"))
        to.say(iri, "skos:notation", to.text(rule.slug))
        to.say(iri, "skos:example", to.text(rule.example, "nl"))
    shipped = [quad for name in _ONTOLOGY for quad in _read(("ontology", name), base, graph)]
    return sorted({*shipped, *to.quads()}, key=str)


@lru_cache(maxsize=2)
def _registers(base: str, folder: Path, state: Stamp) -> tuple[Quad, ...]:
    shipped = {_quad(statement, base) for statement in statements(base)}
    return tuple(sorted(shipped.union(_besides(base, folder, state)), key=str))


def _quad(statement: Statement, base: str) -> Quad:
    subject, predicate, value = statement
    return Quad(NamedNode(subject), NamedNode(predicate), value, NamedNode(f"{base}graph/authorities"))


@lru_cache(maxsize=2)
def _besides(base: str, _folder: Path, _state: Stamp) -> tuple[Quad, ...]:
    """Say what the registers leave out: countries are codes of the cube as well, periods are whole."""
    iris = Iris(base)
    to = Statements(Terms(base), iris.graph("authorities"))
    for subject, _, value in statements(base):
        if isinstance(value, NamedNode) and value.value == _COUNTRY:
            to.a(subject, "skos:Concept")
            to.in_scheme(subject, iris.term("places"))
        elif "/id/period/" in subject and (period := _period(subject)):
            describe_period(to, iris, period)
    return tuple(to.quads())


def _period(iri: str) -> Period | None:
    """Give the period that an IRI names, of those in which someone held a post."""
    days = _PERIOD.search(iri)
    if days is None:
        return None
    start, end = (date.fromisoformat(day) if day else None for day in days.groups())
    return Period(start, end)


def registers(base: str) -> list[Quad]:
    """Give the registers that names lead to; countries are codes of the cube as well, periods are whole."""
    folder = operator_folder()
    return list(_registers(base, folder, stamp(folder)))


def registers_about(base: str, things: Container[str]) -> list[Quad]:
    """Give what the registers say of some things, by their IRIs, in no order; each statement once."""
    folder = operator_folder()
    besides = (quad for quad in _besides(base, folder, stamp(folder)) if _subject(quad) in things)
    said = (_quad(statement, base) for statement in statements(base) if statement[0] in things)
    return list(dict.fromkeys((*said, *besides)))


def registered_kinds(base: str) -> Iterator[tuple[str, NamedNode]]:
    """Give of each thing in the registers of which kinds it is, by its IRI; some kinds may come twice."""
    folder = operator_folder()
    for subject, predicate, value in statements(base):
        if predicate == _TYPE and isinstance(value, NamedNode):
            yield subject, value
    for quad in _besides(base, folder, stamp(folder)):
        if quad.predicate.value == _TYPE and isinstance(quad.object, NamedNode):
            yield _subject(quad), quad.object


@lru_cache(maxsize=2)
def _described(base: str, folder: Path, state: Stamp) -> frozenset[str]:
    besides = map(_subject, _besides(base, folder, state))
    return frozenset((*besides, *(subject for subject, _, _ in statements(base))))


def _subject(quad: Quad) -> str:
    return quad.subject.value if isinstance(quad.subject, NamedNode) else ""


def described(base: str) -> frozenset[str]:
    """Give the IRIs of everything that the registers describe."""
    folder = operator_folder()
    return _described(base, folder, stamp(folder))


def _read(parts: tuple[str, ...], base: str, graph: str) -> Iterator[Quad]:
    """Read a Turtle file that was written with the default base, with another one."""
    text = resource(*parts).read_text(encoding="utf-8").replace(DEFAULT_BASE, base)
    for quad in parse(text, format=RdfFormat.TURTLE):
        yield Quad(quad.subject, quad.predicate, quad.object, NamedNode(graph))
