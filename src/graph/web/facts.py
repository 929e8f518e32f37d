"""What pages say of a thing, property by property: labels, values and where they lead."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from pyoxigraph import Literal, NamedNode

from graph.web.view import View

_LONG = 2000
_DATE = "http://www.w3.org/2001/XMLSchema#date"


@dataclass(frozen=True)
class Value:
    """A value on a page: what is shown, where it leads, in which language it is."""

    text: str
    iri: str | None = None
    language: str | None = None


@dataclass(frozen=True)
class Fact:
    """A property on a page, with its values."""

    label: str
    iri: str
    values: tuple[Value, ...]


def facts(view: View, iri: str, wanted: Iterable[tuple[str, str]]) -> list[Fact]:
    """Give the properties of a thing that it has, in the order wanted.

    Args:
        view: what is said.
        iri: of the thing.
        wanted: labels and properties.
    """
    found = []
    for label, name in wanted:
        if values := tuple(_value(view, term) for term in view.terms(iri, name)):
            found.append(Fact(view.words.language.gettext(label), view.iri(name), values))
    return found


def _value(view: View, term: NamedNode | Literal) -> Value:
    if isinstance(term, NamedNode):
        name = view.one(term.value, "schema:name")
        role = view.one(term.value, "schema:roleName")
        shown = ", ".join(part for part in (name, role) if part) or view.name(term.value)
        return Value(shown, term.value)
    if term.datatype.value == _DATE:
        return Value(view.words.day(term.value))
    text = (
        term.value
        if len(term.value) <= _LONG
        else term.value[:_LONG] + " … " + view.words.language.gettext("(ingekort; zie de andere vormen)")
    )
    return Value(text, None, term.language)
