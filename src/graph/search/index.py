"""Keeps an index in step with the graphs of a publication: what changed is taken out and put in, the rest is linked.

    SNAPSHOT/search/meta.json …   segments of tantivy, which nobody writes to any more
    SNAPSHOT/search/made.json     what it was made from

An index belongs to one snapshot and is swept away with it. It is made before the snapshot becomes the current one, so
that a build which is killed leaves the last snapshot served, with its own index.
"""

from __future__ import annotations

import json
import os
import shutil
from collections.abc import Callable, Collection, Iterable, Mapping
from dataclasses import dataclass, field, replace
from importlib.metadata import version
from pathlib import Path
from typing import Protocol

import tantivy

from graph.search.items import items_of
from graph.search.names import concerns_others, digest_of, ministries_of, names_of
from graph.search.schema import document_of, schema

FOLDER = "search"
"""The name of the folder with the index, in that of a snapshot."""

FORMAT = 3
"""Changes when an index that was made before says something else than one made now."""

_RECORD = "made.json"
_NAMES = ("authorities", "indicators")
_LOCKS = ".tantivy-"
_SMALL, _LARGE = 32 << 20, 256 << 20
"""How many bytes of memory the engine fills before it writes: for some papers, and for many."""
_MANY = 50


class Graph(Protocol):
    """A named graph of a publication."""

    @property
    def graph(self) -> str:
        """Its IRI."""

    @property
    def digest(self) -> str | None:
        """Of its content; None where it was taken away."""

    @property
    def identifier(self) -> str | None:
        """Of the paper that it holds; None for a shared one."""


class Patched(Protocol):
    """What a publication changed of a graph, where that is known: the rest stands as it was."""

    @property
    def before(self) -> str:
        """The digest of the graph before."""

    @property
    def things(self) -> Collection[str]:
        """The IRIs of the things of which it now says something else."""

    @property
    def triples(self) -> bytes:
        """All that it now says of these, as N-Triples."""


def unknown(_: str) -> None:
    """Say of a graph that it is not known what changed in it."""


@dataclass(frozen=True)
class Made:
    """What an index was made from.

    Attributes:
        graphs: the digests of the graphs, by their IRIs.
        names: for each shared graph the digests of the names in it.
        ministries: the organisations of posts.
        posts: the posts that papers name.
    """

    graphs: dict[str, str] = field(default_factory=dict)
    names: dict[str, dict[str, str]] = field(default_factory=dict)
    ministries: dict[str, str] = field(default_factory=dict)
    posts: list[str] = field(default_factory=list)


def bring_up(
    before: Path | None,
    target: Path,
    graphs: Iterable[Graph],
    content: Callable[[str], bytes],
    patched: Callable[[str], Patched | None] = unknown,
) -> tuple[int, int]:
    """Make the index of a publication.

    Args:
        before: the index of the publication before; it is left as it is. Without one all is read anew.
        target: the folder to make; it must not exist.
        graphs: the graphs of the publication.
        content: gives a graph as sorted N-Triples.
        patched: says what changed in a graph; None where that is not known.

    Returns:
        how many graphs were taken out or replaced, and how many put in.

    Raises:
        OSError: when the disk refuses.
    """
    held = {each.graph: each for each in graphs if each.digest is not None and _searched(each)}
    work = _begin(record_of(before) if before else None, held, content, patched)
    made = work.made
    stale = [graph for graph, digest in made.graphs.items() if graph not in held or held[graph].digest != digest]
    fresh = [graph for graph, each in held.items() if made.graphs.get(graph) != each.digest]
    target.mkdir(parents=True)
    if made.graphs and before:
        link(before, target)
    index = tantivy.Index(schema(), str(target))
    writer = index.writer(_LARGE if len(fresh) > _MANY else _SMALL, 1)
    for graph in dict.fromkeys((*stale, *fresh)):
        work.replace(writer, graph, held.get(graph))
    writer.commit()
    writer.wait_merging_threads()
    graphs_now = {graph: each.digest for graph, each in held.items() if each.digest}
    _write_record(target, Made(graphs_now, made.names, made.ministries, sorted(work.posts)))
    return len(stale), len(fresh)


def record_of(folder: Path) -> Made | None:
    """Say what an index was made from; None where there is none, or one of another version."""
    try:
        found = json.loads((folder / _RECORD).read_bytes())
    except (OSError, ValueError):
        return None
    if not isinstance(found, dict) or found.get("format") != _format():
        return None
    return Made(found["graphs"], found["names"], found["ministries"], found["posts"])


def _begin(
    before: Made | None,
    held: Mapping[str, Graph],
    content: Callable[[str], bytes],
    patched: Callable[[str], Patched | None],
) -> _Work:
    """Begin from what the index before was made from, or from nothing where papers would count for other ministries."""
    base = next((graph.rpartition("graph/")[0] for graph in held), "")
    known = before or Made()
    found = {
        graph: patch for graph in known.graphs if (patch := patched(graph)) and patch.before == known.graphs[graph]
    }
    fits = {graph: patch for graph, patch in found.items() if not concerns_others(patch.things, base)}
    work = _Work(base, known, content, fits, set(known.posts))
    register = held.get(f"{base}graph/authorities")
    if before and register and (register.graph in fits or before.graphs.get(register.graph) == register.digest):
        return work
    ministries = ministries_of(content(register.graph), base) if register else {}
    if before and all(ministries.get(post) == before.ministries.get(post) for post in before.posts):
        return replace(work, made=replace(known, ministries=ministries))
    return replace(work, made=Made(ministries=ministries), patched={}, posts=set())


@dataclass
class _Work:
    """One index in the making."""

    base: str
    made: Made
    content: Callable[[str], bytes]
    patched: Mapping[str, Patched]
    posts: set[str]

    def replace(self, writer: tantivy.IndexWriter, graph: str, now: Graph | None) -> None:
        """Take out what a graph held, and put in what it holds now."""
        if graph in self.patched and now is not None:
            patch = self.patched[graph]
            self._replace_names(writer, graph, patch.triples, patch.things)
            return
        triples = self.content(graph) if now is not None else b""
        if graph.rpartition("/")[2] in _NAMES:
            self._replace_names(writer, graph, triples, self.made.names.get(graph, {}))
            return
        writer.delete_documents_by_term("graph", graph)
        if triples:
            items, posts = items_of(triples, self.base, self.made.ministries)
            self.posts |= posts
            for item in items:
                writer.add_document(document_of(item, graph))

    def _replace_names(
        self, writer: tantivy.IndexWriter, graph: str, triples: bytes, concerned: Collection[str]
    ) -> None:
        """Replace the names that changed alone: a new paper brings a few indicators, and there are thousands."""
        items = {item.iri: item for item in names_of(triples, self.base)}
        held = self.made.names.setdefault(graph, {})
        before = {iri: held[iri] for iri in concerned if iri in held}
        after = {iri: digest_of(item) for iri, item in items.items()}
        for iri in before:
            if after.get(iri) != before[iri]:
                writer.delete_documents_by_term("iri", iri)
                del held[iri]
        for iri, item in items.items():
            if after[iri] != before.get(iri):
                writer.add_document(document_of(item, graph))
        held.update(after)


def _format() -> list[object]:
    return [FORMAT, version("tantivy")]


def _searched(each: Graph) -> bool:
    return each.identifier is not None or each.graph.rpartition("/")[2] in _NAMES


def link(before: Path, target: Path) -> None:
    """Give a folder the files of another index: the engine replaces files, it never writes into one that is there."""
    for file in before.iterdir():
        if file.name.startswith(_LOCKS) or file.name == _RECORD:
            continue
        try:
            os.link(file, target / file.name)
        except OSError:
            shutil.copy2(file, target / file.name)


def _write_record(folder: Path, made: Made) -> None:
    said = {"format": _format(), **vars(made)}
    part = folder / f"{_RECORD}.part"
    part.write_text(json.dumps(said), encoding="utf-8")
    part.replace(folder / _RECORD)
