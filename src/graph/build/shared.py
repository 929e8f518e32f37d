"""The graphs that documents share, kept in step with them: indicators, registers, findings, ontology, catalogue.

What a changed paper speaks of is described before and after the change, and the difference is all that changes in the
graphs; from one paper in so many on, all is described anew. Both give the same graphs, byte for byte.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from pyoxigraph import NamedNode, Quad, Triple

from graph.build.inputs import software
from graph.build.replaced import graph_of
from graph.build.summary import FILE, PERIOD, Scope, Summary
from graph.build.things import Said, describe_things
from graph.describe.aggregates import counts_after
from graph.describe.counts import Counts, Tally, count
from graph.describe.counts import from_plain as counts_from
from graph.describe.iris import Iris
from graph.store import local_folder
from graph.store.base import Change, GraphVersion, Publication, Term, n_triples
from graph.store.patch import Patch

if TYPE_CHECKING:
    from graph.describe.entry import Catalogue
    from graph.settings import Settings

SAYING = {"base_iri", "public_base", "publisher_name", "publisher_iri", "contact_name", "contact_email"}
"""The settings that the shared graphs speak of."""

_SHARE = 4
"""From one paper in so many on, describing all things anew is quicker than finding out what changed."""
_AT_ONCE = 2000
_PATCHED = ("authorities", "indicators", "quality")


@contextmanager
def sharing(
    settings: Settings, documents: Mapping[str, GraphVersion], present: Iterable[GraphVersion], folder: Path
) -> Iterator[Sharing]:
    """Bring the shared graphs in step: what is kept of the papers is written when the block ends without an error.

    Args:
        settings: base IRI, publisher, and the store's folder.
        documents: the papers in the store, by graph.
        present: the shared graphs in the store, but that of aggregates.
        folder: where statements may be kept until they are published.
    """
    papers = Summary(local_folder(settings.store) / FILE, settings.base_iri)
    try:
        with papers.changing():
            yield Sharing(papers, settings, documents, present, folder)
    finally:
        papers.close()


def anew(
    settings: Settings, extracts: Mapping[str, bytes], beside: Counts, replaced: Sequence[Quad], folder: Path
) -> list[Change]:
    """Make the shared graphs from all papers, whatever the store has: what they should be.

    Args:
        settings: base IRI and publisher.
        extracts: of every paper, by graph.
        beside: the counts of the graph of aggregates.
        replaced: what stands in the place of IRIs that are described no more.
        folder: where statements are kept for as long as the changes are read.
    """
    papers = Summary(folder / FILE, settings.base_iri)
    try:
        with papers.changing():
            return Sharing(papers, settings, {}, (), folder).changes({}, extracts, beside, replaced)
    finally:
        papers.close()


class Sharing:
    """One change of the shared graphs; made by `sharing`."""

    def __init__(
        self,
        papers: Summary,
        settings: Settings,
        documents: Mapping[str, GraphVersion],
        present: Iterable[GraphVersion],
        folder: Path,
    ) -> None:
        self._papers = papers
        self._settings = settings
        self._base = settings.base_iri
        self._own = (self._base, str(settings.public_base or self._base))
        self._digests = {graph: version.digest for graph, version in documents.items()}
        self._held = {version.graph: version.fingerprint for version in present}
        self._folder = folder
        said = settings.model_dump_json(include=SAYING)
        self._fingerprint = hashlib.sha256(f"{software()}\n{said}\n".encode()).hexdigest()

    def changes(
        self, changes: Mapping[str, Change], extracts: Mapping[str, bytes], beside: Counts, replaced: Sequence[Quad]
    ) -> list[Change]:
        """Give what becomes of the shared graphs; nothing where all stays as it is.

        Args:
            changes: of the graphs of papers.
            extracts: of every paper that will be published, by graph (`graph.describe.extract`).
            beside: the counts of the graph of aggregates.
            replaced: what stands in the place of IRIs that are described no more (`graph.build.replaced`).
        """
        papers, same = self._papers, {*self._held.values()} == {self._fingerprint}
        fits = papers.note("stamp") == self._stamp() and papers.note("software") == software()
        if same and fits and not changes:
            return []
        if not fits:
            papers.clear()
            for graph in sorted(extracts):
                papers.put(graph, extracts[graph])
            counts = papers.counts_of(papers.graphs())
            made = self._anew()
        else:
            few = same and len(changes) * _SHARE <= len(extracts)
            speaking = [papers.speaks_of(extracts[graph]) for graph in changes if graph in extracts]
            touched = set().union(*speaking, *map(papers.scopes, changes)) if few else set()
            before = describe_things(papers, touched, self._base)
            counts = self._exchange(changes, extracts)
            made = self._difference(touched, before) if few else self._anew()
        papers.write("papers", json.dumps(counts.plain()))
        papers.write("software", software())
        first, last = papers.days()
        counts = Counts(counts.triples, counts.subjects, counts.classes, counts.properties, counts.links, first, last)
        return [*made, *self._replaced(replaced), self._catalogue(counts + beside, replaced)]

    def published(self, publication: Publication | None) -> None:
        """Note which publication the summary of the papers belongs to."""
        for version in publication.versions if publication else ():
            if version.identifier and version.digest:
                self._digests[version.graph] = version.digest
            else:
                self._digests.pop(version.graph, None)
        self._papers.write("stamp", self._stamp())

    def _stamp(self) -> str:
        """Identify the papers of a publication by their content."""
        said = "".join(f"{graph} {digest}\n" for graph, digest in sorted(self._digests.items()))
        return hashlib.sha256(said.encode()).hexdigest()

    def _exchange(self, changes: Mapping[str, Change], extracts: Mapping[str, bytes]) -> Counts:
        """Take the old versions of papers out of the summary, and put in the new ones; gives the counts of all."""
        papers = self._papers
        before = papers.counts_of(changes)
        for graph in sorted(changes):
            papers.take(graph)
            if graph in extracts:
                papers.put(graph, extracts[graph])
        return counts_after(counts_from(json.loads(papers.note("papers"))), before, papers.counts_of(changes))

    # the graphs

    def _difference(self, touched: set[Scope], before: Said) -> list[Change]:
        """Give what changes in the graphs with the things that papers touch."""
        after = describe_things(self._papers, touched, self._base)
        subjects = {triple.subject for said in (before, after) for triple in (*said.indicators, *said.numbered)}
        ontology = {quad.triple for quad in self._ontology() if quad.subject in subjects}
        registers = {quad.triple for quad in self._registers(subjects)}
        old, new = (
            {
                "indicators": said.indicators - ontology,
                "quality": said.quality,
                "authorities": (registers | said.numbered) - ontology - said.indicators,
            }
            for said in (before, after)
        )
        counts = counts_from(json.loads(self._papers.note("shared")))
        gone, come = (count(ontology.union(*each.values()), *self._own) for each in (old, new))
        self._papers.write("shared", json.dumps(counts_after(counts, gone, come).plain()))
        return [
            self._change(name, Patch(n_triples(old[name] - new[name]), n_triples(new[name] - old[name])))
            for name in _PATCHED
        ]

    def _anew(self) -> list[Change]:
        """Describe all things, some at a time in memory."""
        ontology = {quad.triple for quad in self._ontology()}
        registers = {quad.triple for quad in self._registers()}
        known = {triple.subject for triple in (*ontology, *registers)}
        also: set[Triple] = set()
        counts = Counts()
        files = {name: self._folder / f"{name}.nt" for name in _PATCHED}
        with files["indicators"].open("wb") as indicators, files["quality"].open("wb") as quality:
            for scopes in self._papers.every_scope(_AT_ONCE):
                said = describe_things(self._papers, scopes, self._base)
                here = {triple for triple in said.indicators if triple.subject in known}
                indicators.write(n_triples(said.indicators - ontology))
                quality.write(n_triples(said.quality))
                registers |= said.numbered
                also |= here
                counts += count((said.indicators - here) | said.quality, *self._own)
        files["authorities"].write_bytes(n_triples(registers - ontology - also))
        counts += count(ontology | registers | also, *self._own)
        self._papers.write("shared", json.dumps(counts.plain()))
        whole = Change(self._graph("ontology"), n_triples(ontology), self._fingerprint)
        return [whole, *(self._change(name, Patch(added=file, anew=True)) for name, file in files.items())]

    def _change(self, name: str, patch: Patch) -> Change:
        return Change(self._graph(name), patch, self._fingerprint)

    def _replaced(self, replaced: Sequence[Quad]) -> Iterator[Change]:
        graph = graph_of(self._base)
        if replaced:
            yield Change(graph, n_triples(replaced), self._fingerprint)
        elif graph in self._held:
            yield Change(graph, None)

    def _catalogue(self, papers: Counts, replaced: Sequence[Quad]) -> Change:
        """Describe the catalogue with the counts of everything."""
        from graph.describe.catalogue import catalogue_graph, describe_catalogue
        from graph.describe.entry import Catalogue, Publisher

        settings = self._settings
        publisher = Publisher(
            settings.publisher_name,
            str(settings.publisher_iri) if settings.publisher_iri else None,
            settings.contact_name,
            settings.contact_email,
        )
        address = str(settings.public_base or "")
        about: Catalogue = Catalogue(self._base, publisher, address, papers.first, papers.last)
        subjects = {quad.subject for quad in describe_catalogue(about)}
        period = describe_things(self._papers, [(PERIOD, f"{papers.first}--{papers.last}")], self._base).indicators
        ontology = [quad for quad in self._ontology() if quad.subject in subjects]
        known = [quad.triple for quad in (*ontology, *self._registers(subjects))]
        shared = counts_from(json.loads(self._papers.note("shared"))) + self._counts_of(replaced)
        tally = Tally.counted(shared, {*known, *(each for each in period if each.subject in subjects)}, *self._own)
        return Change(self._graph("catalogue"), n_triples(catalogue_graph(about, papers, tally)), self._fingerprint)

    def _counts_of(self, replaced: Sequence[Quad]) -> Counts:
        """Count replacements; a paper that is cited as well is described already."""
        found = count(replaced, *self._own)
        papers = (quad.subject.value for quad in replaced if isinstance(quad.subject, NamedNode))
        start = f"{self._base}id/document/"
        names = {iri.removeprefix(start) for iri in papers if iri.startswith(start)}
        twice = sum(1 for name in names if "/" not in name and self._papers.is_cited(name))
        return Counts(found.triples, found.subjects - twice, found.classes, found.properties, found.links)

    def _graph(self, name: str) -> str:
        return Iris(self._base).graph(name)

    def _ontology(self) -> list[Quad]:
        from graph.describe.shipped import ontology
        from graph.extract import RULES

        return ontology(self._base, RULES)

    def _registers(self, things: Iterable[Term] | None = None) -> list[Quad]:
        """Give what the registers say, of some things or of all."""
        from graph.describe.shipped import registers, registers_about

        if things is None:
            return registers(self._base)
        return registers_about(self._base, {thing.value for thing in things if isinstance(thing, NamedNode)})
