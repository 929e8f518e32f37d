"""The publication log as data: when which graph was published or withdrawn, in PROV (https://www.w3.org/TR/prov-o/)."""

from __future__ import annotations

from collections.abc import Iterator

import pyoxigraph as ox

from graph.store.base import Reader, n_triples

_PROV = "http://www.w3.org/ns/prov#"
_TYPE = ox.NamedNode("http://www.w3.org/1999/02/22-rdf-syntax-ns#type")
_TIME = ox.NamedNode("http://www.w3.org/2001/XMLSchema#dateTime")


def publications_as_triples(reader: Reader, log: str) -> bytes:
    """Give the log up to a publication as sorted N-Triples.

    Args:
        reader: the publication.
        log: the IRI of the log; a publication is ``{log}/{number}``, an activity that generated its graphs.
    """
    return n_triples(_statements(reader, log))


def _statements(reader: Reader, log: str) -> Iterator[ox.Triple]:
    later: set[str] = set()
    for publication in reader.publications():
        activity = ox.NamedNode(f"{log}/{publication.number}")
        at = ox.Literal(publication.at.strftime("%Y-%m-%dT%H:%M:%SZ"), datatype=_TIME)
        yield ox.Triple(activity, _TYPE, _prov("Activity"))
        yield ox.Triple(activity, _prov("endedAtTime"), at)
        for version in publication.versions:
            graph = ox.NamedNode(version.graph)
            did = "invalidated" if version.digest is None else "generated"
            yield ox.Triple(activity, _prov(did), graph)
            if version.graph not in later:
                yield ox.Triple(graph, _prov(f"{did}AtTime"), at)
            later.add(version.graph)


def _prov(name: str) -> ox.NamedNode:
    return ox.NamedNode(_PROV + name)
