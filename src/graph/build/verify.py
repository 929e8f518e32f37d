"""Holds a store to itself and to its sources: is each graph what the ledger says, is each file what was built?

A build makes documents' graphs from files, the shared graphs and aggregates from those, and the index from all. Each
step is looked at: the first by the digests that the ledger keeps, the others by making them once more.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from graph.build.extracts import unpack
from graph.build.inputs import load
from graph.build.scratch import scratch
from graph.errors import KamergraafError
from graph.store.base import GraphVersion, Reader, digest_like

if TYPE_CHECKING:
    from graph.settings import Settings

_NAMES = "SELECT DISTINCT ?graph { GRAPH ?graph { ?s ?p ?o } }"
_AGAIN = "run: kamergraaf build"
_RESTORE = "restore a backup, or build the store anew"


@dataclass(frozen=True)
class Wrong:
    """Something that is not what it should be.

    Attributes:
        part: of what: ledger, graph, source, shared, aggregates or index.
        name: which: an IRI, a path.
        reason: what is wrong.
        advice: what to do.
    """

    part: str
    name: str
    reason: str
    advice: str

    def __str__(self) -> str:
        return f"{self.part} {self.name}: {self.reason}; {self.advice}"


@dataclass(frozen=True)
class Verdict:
    """What was looked at, and what is wrong; `left` says what could not be looked at, and why."""

    graphs: int
    sources: int
    wrong: tuple[Wrong, ...]
    left: tuple[str, ...]


def verify(reader: Reader, settings: Settings) -> Verdict:
    """Look at all of a publication.

    Args:
        reader: of the publication.
        settings: with which it would be built.
    """
    versions = reader.graphs()
    origins = reader.origins()
    documents = [version for version in versions if version.identifier]
    left: list[str] = []
    wrong = [*_ledger(reader), *_graphs(reader, versions)]
    for version in documents:
        if version.graph in origins:
            wrong += _source(version, Path(origins[version.graph].location), origins[version.graph].digest)
    if unknown := len(documents) - sum(version.graph in origins for version in documents):
        left.append(f"where the files of {unknown:,} documents stand is not known: it is noted by the next build")
    if not wrong:  # from graphs that are damaged nothing could be made to compare with
        wrong += _shared(reader, versions, settings, left)
    wrong += _index(reader, versions, left)
    sources = sum(version.graph in origins for version in documents)
    return Verdict(len(versions), sources, tuple(wrong), tuple(left))


def _ledger(reader: Reader) -> Iterator[Wrong]:
    for reason in reader.damage():
        yield Wrong("ledger", "", reason, _RESTORE)


def _graphs(reader: Reader, versions: tuple[GraphVersion, ...]) -> Iterator[Wrong]:
    """Compare every graph with what the ledger says of it, and the names of all with its list."""
    for version in versions:
        content = reader.n_triples(version.graph)
        if version.digest is None or digest_like(content, version.digest) != version.digest:
            found = content.count(b"\n")
            reason = f"is not what publication {version.number} left ({found:,} statements, {version.size:,} then)"
            yield Wrong("graph", version.graph, reason, _RESTORE)
    known = {version.graph for version in versions}
    for (name,) in reader.query(_NAMES).rows():
        iri = getattr(name, "value", str(name))
        if iri not in known:
            yield Wrong("graph", iri, "stands in the database, and in no publication", _RESTORE)


def _source(version: GraphVersion, path: Path, digest: str) -> Iterator[Wrong]:
    """Compare a file with what was read of it."""
    identifier = str(version.identifier)
    try:
        if load(path).fingerprint("") != digest:
            yield Wrong("source", identifier, f"{path} has changed since it was built", f"{_AGAIN} {path}")
    except KamergraafError as error:
        there = "cannot be read any more" if path.exists() else "is gone"
        advice = f"put it back, or: kamergraaf remove {identifier}"
        yield Wrong("source", identifier, f"{path} {there}" if there == "is gone" else f"{there}: {error}", advice)


def _shared(reader: Reader, versions: tuple[GraphVersion, ...], settings: Settings, left: list[str]) -> Iterator[Wrong]:
    """Make the shared graphs and the aggregates once more from the documents, and compare them."""
    from graph.build import aggregates
    from graph.build.replaced import Replacements
    from graph.build.shared import anew
    from graph.describe.aggregates import aggregates_graph
    from graph.describe.counts import from_plain

    base = settings.base_iri
    extracts = {version.graph: unpack(reader.extract(version.graph)) for version in versions if version.identifier}
    shared = {version.graph: version for version in versions if not version.identifier}
    if (held := shared.pop(aggregates_graph(base), None)) is not None:
        with scratch() as folder:
            patch = aggregates.from_all(reader, extracts, base, folder / "aggregates.nt")
            if patch.digest(None) != held.digest:
                yield Wrong("aggregates", held.graph, "are not those of its documents", _RESTORE)
    counts = from_plain(json.loads(reader.extract(aggregates_graph(base)) or b"null"))
    replaced = Replacements(base, reader).quads()
    with scratch() as folder:
        made = anew(settings, extracts, counts, replaced, folder)
        if {change.fingerprint for change in made} != {version.fingerprint for version in shared.values()}:
            left.append(f"shared graphs: made by another version, or with other settings or registers; {_AGAIN}")
            return
        for change in made:
            version = shared.pop(change.graph, None)
            if version is None or version.digest != digest_like(change.content(), str(version.digest)):
                yield Wrong("shared", change.graph, "is not that of the documents of this publication", _RESTORE)
    for name in shared:
        yield Wrong("shared", name, "belongs to no document of this publication", _RESTORE)


def _index(reader: Reader, versions: tuple[GraphVersion, ...], left: list[str]) -> Iterator[Wrong]:
    """See that the index was made from the graphs of this publication, and opens."""
    from graph.search.index import FOLDER, record_of

    if reader.folder is None:
        return
    folder = reader.folder / FOLDER
    record = record_of(folder)
    if record is None:
        left.append("index: there is none of this version; the server makes one when it is asked")
        return
    stale = _stale(record.graphs, versions)
    if stale:
        yield Wrong("index", str(folder), f"is not of this publication, such as for {stale[0]}", _AGAIN)
    elif reason := _unfound(folder, record.graphs):
        yield Wrong("index", str(folder), reason, "take the folder away: the server makes it anew")


def _stale(indexed: Mapping[str, str], versions: tuple[GraphVersion, ...]) -> list[str]:
    """Give the graphs of which the index holds another content, or that are not there any more."""
    now = {version.graph: version.digest for version in versions}
    missing = [version.graph for version in versions if version.identifier and version.graph not in indexed]
    return [*missing, *(graph for graph, digest in indexed.items() if now.get(graph) != digest)]


def _unfound(folder: Path, indexed: Mapping[str, str]) -> str:
    """Look for each graph in the index; gives what is wrong with it, empty where nothing is."""
    import tantivy

    from graph.search.schema import schema

    try:
        searcher = tantivy.Index.open(str(folder)).searcher()
        for graph in indexed:
            if not searcher.search(tantivy.Query.term_query(schema(), "graph", graph), limit=1).hits:
                return f"nothing of {graph} is found in it"
    except (OSError, ValueError) as error:
        return f"cannot be opened ({' '.join(str(error).split())})"
    return ""
