"""Write all of a publication, graph by graph: the same content gives the same bytes, and one graph at a time in memory.

Graphs come by IRI, statements sorted within a graph. Formats without named graphs give the statements of all graphs.
"""

from __future__ import annotations

import gzip
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import IO, cast

import pyoxigraph as ox

from graph.files import written_whole
from graph.store.base import Reader
from graph.store.log import publications_as_triples

FORMATS = {
    "nq": ox.RdfFormat.N_QUADS,
    "trig": ox.RdfFormat.TRIG,
    "ttl": ox.RdfFormat.TURTLE,
    "nt": ox.RdfFormat.N_TRIPLES,
    "jsonld": ox.RdfFormat.JSON_LD,
    "rdf": ox.RdfFormat.RDF_XML,
}
"""By the name that the command line and the downloads use."""


def dump(
    reader: Reader, out: IO[bytes], media: ox.RdfFormat, *, prefixes: Mapping[str, str] | None = None, log: str = ""
) -> None:
    """Write the dataset of a reader.

    Args:
        reader: the publication to write.
        out: where to; written in pieces.
        media: one of `FORMATS`.
        prefixes: for the formats that abbreviate IRIs.
        log: the IRI of a graph to add with the times of all publications; empty, then they are left out.
    """
    if media in (ox.RdfFormat.N_QUADS, ox.RdfFormat.N_TRIPLES):
        for graph, triples in _graphs(reader, log):
            ending = f" <{graph}> .\n".encode() if media == ox.RdfFormat.N_QUADS else b" .\n"
            out.writelines(line.removesuffix(b" .\n") + ending for line in triples.splitlines(keepends=True))
    elif media.supports_datasets:
        ox.serialize(_quads(reader, log), out, media, prefixes=dict(prefixes or {}))
    else:
        ox.serialize((quad.triple for quad in _quads(reader, log)), out, media, prefixes=dict(prefixes or {}))


def dump_to_file(
    reader: Reader,
    path: Path,
    media: ox.RdfFormat,
    *,
    packed: bool = False,
    prefixes: Mapping[str, str] | None = None,
    log: str = "",
) -> None:
    """Write the dataset to a file that appears when it is complete; see `dump`.

    Args:
        reader: the publication to write.
        path: the file; an old one stays until the new one is complete.
        media: one of `FORMATS`.
        packed: pack it with gzip; no time or name goes into it, so that equal data gives equal bytes.
        prefixes: as in `dump`.
        log: as in `dump`.

    Raises:
        StoreError: when the file cannot be written.
    """
    with written_whole(path) as file, packed_as_asked(file, packed) as out:
        dump(reader, out, media, prefixes=prefixes, log=log)


@contextmanager
def packed_as_asked(out: IO[bytes], packed: bool) -> Iterator[IO[bytes]]:
    """Give what to write to: the file itself, or what packs into it."""
    if not packed:
        yield out
        return
    with gzip.GzipFile(filename="", mode="wb", fileobj=out, mtime=0) as file:
        yield cast("IO[bytes]", file)


def _graphs(reader: Reader, log: str) -> Iterator[tuple[str, bytes]]:
    """Give each graph with its sorted N-Triples, by IRI."""
    names = [version.graph for version in reader.graphs()]
    for name in sorted([*names, log] if log else names):
        yield name, publications_as_triples(reader, log) if name == log else reader.n_triples(name)


def _quads(reader: Reader, log: str) -> Iterator[ox.Quad]:
    for name, triples in _graphs(reader, log):
        graph = ox.NamedNode(name)
        for quad in ox.parse(triples, ox.RdfFormat.N_TRIPLES):
            yield ox.Quad(quad.subject, quad.predicate, quad.object, graph)
