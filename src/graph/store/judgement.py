"""Judge a query before it reaches the store: read only, no SERVICE to strangers, and which dataset it asks for.

pyoxigraph cannot switch SERVICE off, and it drops a query's own FROM when the default graph is the union of all. So
both are settled on the query as rdflib's parser understands it. What runs afterwards is `Judged.text`, the very text
that was judged: line ends and code point escapes, which two parsers could read differently, are resolved in it.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator
from dataclasses import dataclass
from functools import lru_cache
from urllib.parse import urljoin

from pyparsing import ParseException
from pyparsing.results import ParseResults
from rdflib.plugins.sparql.parser import expandUnicodeEscapes, parseQuery
from rdflib.plugins.sparql.parserutils import CompValue
from rdflib.term import URIRef

from graph.errors import QueryError, ServiceRefusedError

_UPDATE = re.compile(r"(?:insert|delete|load|clear|create|drop|copy|move|add|with)\b", re.IGNORECASE)
_PROLOGUE = re.compile(r"(?:\s+|#[^\n]*\n|base\s*<[^>]*>|prefix\s+[^\s:]*:\s*<[^>]*>)*", re.IGNORECASE)
_ESCAPE = re.compile(r"\\u[0-9A-Fa-f]{4}|\\U[0-9A-Fa-f]{8}")


@dataclass(frozen=True)
class Judged:
    """A query that may run.

    Attributes:
        text: what to run.
        services: the endpoints that it asks.
        default_graphs, named_graphs: its dataset; both None where it leaves that open (`Reader.query` takes them so).
    """

    text: str
    default_graphs: tuple[str, ...] | None = None
    named_graphs: tuple[str, ...] | None = None
    services: tuple[str, ...] = ()


@lru_cache(maxsize=256)
def judge(query: str, services: Collection[str] = frozenset(), base: str = "") -> Judged:
    """Judge a query.

    Args:
        query: SPARQL 1.1 Query, as a stranger wrote it.
        services: the endpoints that ``SERVICE`` may reach, as a frozen set or a tuple.
        base: what relative IRIs are resolved against where the query has no BASE; empty for nothing.

    Raises:
        QueryError: for an update and for a mistake, with line and column.
        ServiceRefusedError: for a SERVICE that is not allowed, however it is spelled.

    >>> judge("PREFIX g: <https://example.org/> SELECT * FROM g:a { ?s ?p ?o }").default_graphs
    ('https://example.org/a',)
    """
    text = _plain(query)
    prologue, parsed = _parse(text)
    names = _Names(prologue, base)
    asked = []
    for part in _parts(parsed):
        if part.name == "ServiceGraphPattern":
            if (endpoint := names.iri(part.term)) not in services:
                what = endpoint or "with a variable"
                raise ServiceRefusedError(f"SERVICE {what} is refused: no other endpoint is asked")
            asked.append(endpoint)
        elif part.name == "pname":
            names.iri(part)
    clauses = parsed.datasetClause or ()
    if not clauses:
        return Judged(text, services=tuple(asked))
    default = tuple(names.iri(clause.default) for clause in clauses if clause.default is not None)
    named = tuple(names.iri(clause.named) for clause in clauses if clause.named is not None)
    return Judged(text, default, named, tuple(asked))


def _plain(query: str) -> str:
    """Resolve line ends and escapes, until no parser can read anything else in them (SPARQL 1.1, 19.2)."""
    text = re.sub(r"\r\n?", "\n", query.removeprefix("\ufeff"))
    while _ESCAPE.search(text):
        try:
            text = expandUnicodeEscapes(text).replace("\r", "\n")
            text.encode()
        except (ValueError, OverflowError) as error:
            raise QueryError("this is no SPARQL query: an escape names no character") from error
    return text


def _parse(text: str) -> tuple[ParseResults, CompValue]:
    """Parse a query into its prologue and the rest."""
    prologue = _PROLOGUE.match(text)
    if prologue and _UPDATE.match(text, prologue.end()):
        raise QueryError("this is an update: the data can only be read here; use SELECT, ASK, CONSTRUCT or DESCRIBE")
    try:
        parsed = parseQuery(text)
    except ParseException as error:
        near = text[error.loc :].split("\n", 1)[0][:40].strip()
        where = f"line {error.lineno}, column {error.column}"
        raise QueryError(f"this is no SPARQL query: {where}, {f'at {near!r}' if near else 'it ends there'}") from error
    except RecursionError as error:
        raise QueryError("this query is nested too deeply") from error
    except Exception as error:  # rdflib's parse actions raise what they like
        raise QueryError(f"this is no SPARQL query: {' '.join(str(error).split())}") from error
    return parsed[0], parsed[1]


class _Names:
    """The prologue of a query: what its prefixes and relative IRIs stand for."""

    def __init__(self, prologue: ParseResults, base: str) -> None:
        self._base = base
        self._prefixes: dict[str, str] = {}
        for declaration in prologue:
            if declaration.name == "Base":
                self._base = urljoin(self._base, str(declaration.iri))
            elif declaration.name == "PrefixDecl":
                self._prefixes[str(declaration.prefix or "")] = urljoin(self._base, str(declaration.iri))

    def iri(self, term: object) -> str:
        """Give the IRI that a term stands for; empty for a variable."""
        if isinstance(term, CompValue) and term.name == "pname":
            prefix = str(term.prefix or "")
            if prefix not in self._prefixes:
                raise QueryError(f"this is no SPARQL query: prefix {prefix}: is not declared")
            return self._prefixes[prefix] + str(term.localname or "")
        found = urljoin(self._base, str(term)) if isinstance(term, URIRef) else ""
        if isinstance(term, URIRef) and ":" not in found:
            raise QueryError(f"this is no SPARQL query: <{term}> is relative and there is no BASE")
        return found


def _parts(node: object) -> Iterator[CompValue]:
    """Give all parts of a parsed query, however deep."""
    stack = [node]
    while stack:
        item = stack.pop()
        if isinstance(item, CompValue):
            yield item
            stack.extend(item.values())
        elif isinstance(item, list | tuple | ParseResults):
            stack.extend(item)
