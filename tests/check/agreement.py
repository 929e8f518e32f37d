"""What two SHACL engines must agree on, result by result."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence

from pyoxigraph import Quad, RdfFormat, serialize

from graph.check import reference, swift
from graph.check.results import Result

Key = tuple[str, str, str, str, str, str, tuple[tuple[str, str], ...]]
_BLANK = re.compile(r"b|\d+_b\d*")
"""How rdflib and the fast engine name the blank node ``_:b``."""


def both(quads: Sequence[Quad], base: str) -> tuple[Counter[Key], Counter[Key]]:
    """Validate statements with both engines.

    Args:
        quads: the statements.
        base: the base IRI.

    Returns:
        What pySHACL reports, and what the fast engine does.
    """
    return Counter(map(key, reference.results(quads, base))), fast_alone(quads, base)


def fast_alone(quads: Sequence[Quad], base: str) -> Counter[Key]:
    """Validate statements with the fast engine."""
    return Counter(map(key, swift.results(as_text(quads), base)))


def as_text(quads: Iterable[Quad]) -> str:
    """Give statements as N-Triples, as the gate gives them to the fast engine."""
    return (serialize((quad.triple for quad in quads), format=RdfFormat.N_TRIPLES) or b"").decode()


def key(result: Result) -> Key:
    """Give all that is compared of a result.

    For a SPARQL constraint pySHACL gives one message of the shape around it, without its language; the fast engine
    gives those of the constraint, in both languages, as W3C SHACL section 5.3.2 says. Those are not compared.
    """
    messages = () if "SPARQL" in result.component else tuple(sorted(result.messages.items()))
    value = "_:" if _BLANK.fullmatch(result.value) else result.value
    return result.focus, result.path, result.component, result.severity, result.shape, value, messages
