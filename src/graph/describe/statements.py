"""Collects the statements of one named graph: supertypes said as well, literals in their canonical form."""

from __future__ import annotations

from datetime import UTC, date, datetime
from decimal import Decimal

from pyoxigraph import Literal, NamedNode, Quad

from graph.describe.terms import Terms

Value = str | NamedNode | Literal
"""What a statement ends in: an IRI, as text or as a node, or a literal."""


class Statements:
    """The statements of one named graph, each once.

    Args:
        terms: the vocabulary.
        graph: the IRI of the named graph.
    """

    def __init__(self, terms: Terms, graph: str) -> None:
        self.terms = terms
        self._graph = NamedNode(graph)
        self._quads: dict[Quad, None] = {}

    def a(self, subject: str, *classes: str) -> None:
        """Say what a thing is, by the short names of classes."""
        node, kind = NamedNode(subject), self.terms["rdf:type"]
        for name in classes:
            for each in self.terms.with_above(name):
                self._quads[Quad(node, kind, each, self._graph)] = None

    def say(self, subject: str, predicate: str, *values: Value | None) -> None:
        """Say something of a thing, with the short name of a property; a value that is absent says nothing."""
        node = NamedNode(subject)
        for value in values:
            if value is not None:
                end = NamedNode(value) if isinstance(value, str) else value
                for each in self.terms.with_above(predicate):
                    self._quads[Quad(node, each, end, self._graph)] = None

    def in_scheme(self, concept: str, scheme: str) -> None:
        """Say that a concept stands in a scheme; all of ours are flat, so that each concept is at the top."""
        self.say(concept, "skos:inScheme", scheme)
        self.say(concept, "skos:topConceptOf", scheme)

    def quads(self) -> list[Quad]:
        """Give all statements, in the order in which they were first made."""
        return list(self._quads)

    # literals

    def text(self, text: str | None, language: str | None = None) -> Literal | None:
        """Give a text, in a language or plain."""
        return None if text is None else Literal(text, language=language)

    def integer(self, value: int | None) -> Literal | None:
        """Give a whole number."""
        return None if value is None else Literal(str(value), datatype=self.terms["xsd:integer"])

    def decimal(self, value: Decimal | None) -> Literal | None:
        """Give a decimal number without trailing zeros."""
        return None if value is None else Literal(plain(value), datatype=self.terms["xsd:decimal"])

    def day(self, value: date | None) -> Literal | None:
        """Give a day."""
        return None if value is None else Literal(value.isoformat(), datatype=self.terms["xsd:date"])

    def moment(self, value: datetime) -> Literal:
        """Give a time of day, in UTC and without parts of a second."""
        return self.typed(value.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ"), "xsd:dateTime")

    def typed(self, text: str, kind: str) -> Literal:
        """Give a literal of a datatype by its short name; the caller gives the canonical form."""
        return Literal(text, datatype=self.terms[kind])

    def boolean(self, value: bool) -> Literal:
        """Give true or false."""
        return Literal("true" if value else "false", datatype=self.terms["xsd:boolean"])


def plain(value: Decimal) -> str:
    """Write a decimal number canonically.

    >>> plain(Decimal("52.10")), plain(Decimal("4.316E+8")), plain(Decimal("-0.0"))
    ('52.1', '431600000', '0')
    """
    text = format(value, "f")
    shortest = text.rstrip("0").rstrip(".") if "." in text else text
    return "0" if shortest in ("-0", "") else shortest
