"""The prefixes that RDF is written with: those of the data, and those of what the server says of itself."""

from __future__ import annotations

from graph.describe import terms

_OF_THE_SERVER = {"sd": "http://www.w3.org/ns/sparql-service-description#"}


def prefixes(base: str) -> dict[str, str]:
    """Give prefix and namespace of all vocabularies; `kg` is that of the base."""
    return {**terms.prefixes(base), **_OF_THE_SERVER}
