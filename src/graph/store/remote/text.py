"""The text of a query as tokens: its form, its mistakes, and the dataset clause that the protocol's goes before."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

import pyoxigraph as ox

from graph.errors import QueryError
from graph.store.base import Form

_TOKEN = re.compile(
    r"(?P<space>\s+|#[^\n]*)"
    r"|(?P<string>'''(?:[^\\]|\\.)*?'''|\"\"\"(?:[^\\]|\\.)*?\"\"\"|'(?:[^'\\\n]|\\.)*'|\"(?:[^\"\\\n]|\\.)*\")"
    r"|(?P<iri><[^<>\"{}|^`\\\x00-\x20]*>)"
    r"|(?P<name>[?$@][\w-]+|[\w.-]*:(?:[\w.:-]|%[0-9A-Fa-f]{2}|\\.)*)"
    r"|(?P<word>\w+)"
    r"|(?P<mark>.)",
    re.DOTALL,
)
_FORMS = {"SELECT": Form.SOLUTIONS, "ASK": Form.BOOLEAN, "CONSTRUCT": Form.TRIPLES, "DESCRIBE": Form.TRIPLES}
_EMPTY = ox.Store()


@dataclass(frozen=True)
class _Token:
    kind: str
    text: str
    start: int
    end: int


def form_of(query: str, base: str | None) -> Form:
    """Say what a query gives, by running it here, on nothing: mistakes are told with their place, as everywhere.

    One with SERVICE is not run, as that would ask; whoever let it through has parsed it.

    Raises:
        QueryError: with the position, when it is no query.
    """
    words = [token.text.upper() for token in _tokens(query) if token.kind == "word"]
    form = next((_FORMS[word] for word in words if word in _FORMS), None)
    if form is not None and "SERVICE" in words:
        return form
    try:
        found = _EMPTY.query(query, base_iri=base)
    except (SyntaxError, ValueError) as error:
        raise QueryError(f"this is no SPARQL query: {' '.join(str(error).split())}") from error
    except RuntimeError as error:
        raise QueryError(f"this query cannot be run: {' '.join(str(error).split())}") from error
    if isinstance(found, ox.QueryBoolean):
        return Form.BOOLEAN
    return Form.TRIPLES if isinstance(found, ox.QueryTriples) else Form.SOLUTIONS


def has_base(query: str) -> bool:
    """Whether a query says itself what its relative IRIs are resolved against; Virtuoso takes one BASE only.

    >>> has_base("PREFIX base: <http://e.org/> ASK { base:a ?p 'BASE <x>' }"), has_base("base <http://e.org/> ASK {}")
    (False, True)
    """
    words = (token.text.upper() for token in _tokens(query) if token.kind == "word")
    return next((word for word in words if word != "PREFIX"), "") == "BASE"


def begins_with_query(query: str) -> bool:
    """Whether a group begins with a query of its own, whose rows the patterns after it are then looked up for.

    >>> begins_with_query("SELECT * WHERE { { SELECT ?s { ?s ?p ?o } } ?s ?q ?r }")
    True
    """
    found = [token.text.upper() for token in _tokens(query) if token.kind != "space"]
    return any(found[at : at + 3] == ["{", "{", "SELECT"] for at in range(len(found) - 2))


def without_dataset(query: str) -> str:
    """Leave the clauses FROM and FROM NAMED out: engines differ in whether the dataset of the protocol replaces them.

    >>> without_dataset("SELECT * FROM <http://e.org/a> FROM NAMED <http://e.org/b> WHERE { ?from ?p 'FROM <x>' }")
    "SELECT *   WHERE { ?from ?p 'FROM <x>' }"
    """
    tokens = [token for token in _tokens(query) if token.kind != "space"]
    parts, at, depth, number = [], 0, 0, 0
    while number < len(tokens):
        token = tokens[number]
        if token.kind == "mark":
            depth += (token.text in "{(") - (token.text in "})")
        elif token.kind == "word" and token.text.upper() == "FROM" and not depth:
            last = number + 1
            if last < len(tokens) and tokens[last].text.upper() == "NAMED":
                last += 1
            if last < len(tokens) and tokens[last].kind in ("iri", "name"):
                parts.append(query[at : token.start])
                at = tokens[last].end
                number = last
        number += 1
    return "".join([*parts, query[at:]])


def _tokens(query: str) -> Iterator[_Token]:
    for found in _TOKEN.finditer(query):
        yield _Token(found.lastgroup or "", found[0], found.start(), found.end())
