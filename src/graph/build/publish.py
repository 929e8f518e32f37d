"""A build: judge what was made, keep invalid documents out, publish the rest with the shared graphs in one instant."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from contextlib import closing, nullcontext
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING

from graph.build import aggregates
from graph.build.extracts import Extracts
from graph.build.inputs import rank
from graph.build.scratch import scratch
from graph.build.shared import sharing
from graph.build.succession import Succession
from graph.build.work import Made, Recipe
from graph.build.workers import Here, Workers, make_all
from graph.describe.iris import Iris
from graph.errors import StoreError
from graph.store import local_folder
from graph.store.base import Change, GraphVersion, Store, check_base, digest_of
from graph.store.origin import Origin
from graph.store.quarantine import Quarantine, Rejected

if TYPE_CHECKING:
    from graph.settings import Settings


class Fate(StrEnum):
    """What becomes of a file in a build."""

    NEW = "new"
    CHANGED = "changed"
    SAME = "made again, the same"
    UNCHANGED = "unchanged"
    INVALID = "invalid, kept out"
    UNREADABLE = "unreadable"
    SUPERSEDED = "left out"
    WITHDRAWN = "withdrawn, kept out"

    @property
    def failed(self) -> bool:
        """Whether the user has to do something."""
        return self in (Fate.INVALID, Fate.UNREADABLE)

    @property
    def published(self) -> bool:
        """Whether it is in the store only once the build is published."""
        return self in (Fate.NEW, Fate.CHANGED)

    @property
    def looked_at(self) -> bool:
        """Whether what is in the file mattered."""
        return self in (Fate.NEW, Fate.CHANGED, Fate.SAME, Fate.INVALID)


@dataclass(frozen=True)
class Outcome:
    """A file, its fate, and what a user needs to know of it.

    Attributes:
        made: what was made of it.
        fate: what became of that.
        note: why, in a few words; empty where the fate says all.
        report: where the report of an invalid document was kept.
    """

    made: Made
    fate: Fate
    note: str = ""
    report: Path | None = None


@dataclass(frozen=True)
class Totals:
    """What a build came to: how many files met each fate, and the publication, if anything changed."""

    fates: dict[Fate, int]
    publication: int | None

    @property
    def failed(self) -> bool:
        """Whether any file failed."""
        return any(fate.failed and number for fate, number in self.fates.items())


def build(
    paths: Sequence[Path],
    settings: Settings,
    store: Store,
    *,
    workers: Workers | None = None,
    restore: bool = False,
    done: Callable[[Outcome], None] = lambda outcome: None,
) -> Totals:
    """Build papers and publish the valid ones.

    Args:
        paths: the files, from `find`.
        settings: base IRI, publisher and where reports go.
        store: where they are published.
        workers: who makes them; None is this process itself. The result does not depend on it.
        restore: publish documents again that had been withdrawn.
        done: told of each file as soon as its fate is known.

    Raises:
        StoreError: when another process writes to the store, or it was built with another base IRI.
    """
    with store.writing(), scratch() as folder, closing(_Session(settings, store, restore, folder)) as session:
        fates = dict.fromkeys(Fate, 0)
        # Best format first, so that it wins whatever the order of the arguments (the sort keeps that otherwise).
        ordered = sorted(paths, key=lambda path: rank(path.name))
        with workers or Here() as makers:
            for made in make_all(ordered, session.recipe, makers):
                outcome = session.judge(made)
                fates[outcome.fate] += 1
                done(outcome)
        published = session.publish()
        store.note(session.origins)
        return Totals(fates, published)


def remove(identifier: str, reason: str, settings: Settings, store: Store, *, replaced_by: str = "") -> None:
    """Withdraw a document: its graph goes, what it was and why stays in the ledger of the store.

    Args:
        identifier: the document.
        reason: why, for who asks for it.
        settings: base IRI, and where reports are.
        store: where it is published.
        replaced_by: the document that its address leads to from then on; empty for none.

    Raises:
        StoreError: when there is no such document, or none that is to replace it.
    """
    with store.writing(), scratch() as folder, closing(_Session(settings, store, False, folder)) as session:
        graph = Iris(settings.base_iri).graph(identifier)
        quarantine = quarantine_of(settings)
        waiting = any(rejected.identifier == identifier for rejected in quarantine.all())
        if graph not in session.documents and not waiting:
            raise StoreError(f"{identifier}: there is no such document in {settings.store}; see kamergraaf status")
        if replaced_by:
            if Iris(settings.base_iri).graph(replaced_by) not in session.documents.keys() - {graph}:
                raise StoreError(
                    f"{replaced_by}: there is no such document that could replace {identifier}; build it first"
                )
            iris = Iris(settings.base_iri)
            session.succession.tell(iris.document(identifier), iris.document(replaced_by))
        quarantine.release(identifier)
        if graph in session.documents:
            session.changes[graph] = Change(graph, None, identifier=identifier, reason=reason)
            session.publish()


def quarantine_of(settings: Settings) -> Quarantine:
    """Give where the reports on rejected documents are kept."""
    return Quarantine(local_folder(settings.store) / "quarantine")


class _Session:
    """One build: what the store has, what was decided so far, what will be published."""

    def __init__(self, settings: Settings, store: Store, restore: bool, folder: Path) -> None:
        self._settings = settings
        self._store = store
        self._restore = restore
        self._folder = folder
        self._quarantine = quarantine_of(settings)
        self._winners: dict[str, str] = {}
        self.changes: dict[str, Change] = {}
        self.documents: dict[str, GraphVersion] = {}
        self.origins: dict[str, Origin] = {}
        self._shared: list[GraphVersion] = []
        if store.current():
            with store.reader() as reader:
                versions = reader.graphs()
            check_base(versions, settings.base_iri, settings.store)
            self.documents = {version.graph: version for version in versions if version.identifier}
            apart = Iris(settings.base_iri).graph("aggregates")
            self._shared = [version for version in versions if not version.identifier and version.graph != apart]
        self.succession = Succession(settings.base_iri, store, self.documents)
        known = {version.fingerprint: version for version in self.documents.values() if version.fingerprint}
        self.recipe = Recipe(settings.base_iri, known, seconds=settings.read_seconds, sample=settings.shacl_sample)

    def close(self) -> None:
        """Let go of the store."""
        self.succession.close()

    def judge(self, made: Made) -> Outcome:
        """Decide what becomes of a file, and note the change that follows."""
        name = made.path.name
        if made.problem:
            return Outcome(made, Fate.UNREADABLE, made.problem)
        stored = self.documents.get(made.graph)
        better = self._winners.get(made.graph)
        if better is None and stored and stored.source != name and rank(stored.source) < rank(name):
            better = stored.source
        if better is not None:
            return Outcome(made, Fate.SUPERSEDED, f"{better} is the same document")
        if (twin := self.succession.better(made)) is not None:
            return Outcome(made, Fate.SUPERSEDED, f"{twin} is the same document")
        if stored is None and not self._restore and (reason := self._withdrawn(made.graph)) is not None:
            return Outcome(made, Fate.WITHDRAWN, reason)
        if made.violations:
            rejected = Rejected(made.identifier, str(made.path), made.violations)
            note = "the last valid version stays" if stored else ""
            return Outcome(made, Fate.INVALID, note, self._quarantine.keep(rejected, made.triples))
        self._winners[made.graph] = name
        self._quarantine.release(made.identifier)
        if made.origin:
            self.origins[made.graph] = made.origin
        if made.unchanged:
            return Outcome(made, Fate.UNCHANGED)
        self.changes[made.graph] = self._change(made)
        same = stored is not None and stored.digest == digest_of(made.triples)
        fate = Fate.SAME if same else Fate.CHANGED if stored else Fate.NEW
        return Outcome(made, fate, self.succession.follows(made))

    def publish(self) -> int | None:
        """Publish what was decided, with the shared graphs made from all documents; gives the publication's number."""
        if not self.changes and not self.documents:
            return None  # registers without a single paper are no data set
        replaced = self.succession.settle(self.changes)
        with Extracts(self.changes, self.documents.keys(), self._store) as extracts:
            counted = self._aggregates(extracts)
            more = [counted.change] if counted.change else []
            with sharing(self._settings, self.documents, self._shared, self._folder) as shared:
                given = shared.changes(self.changes, extracts, counted.counts, replaced)
                publication = self._store.publish([*self.changes.values(), *more, *given])
                shared.published(publication)
        return publication.number if publication else None

    def _aggregates(self, extracts: Mapping[str, bytes]) -> aggregates.Made:
        """Bring the aggregates in step with the changes (`graph.build.aggregates`)."""
        base, file = self._settings.base_iri, self._folder / "aggregates.nt"
        with self._store.reader() if self._store.current() else nullcontext() as reader:
            return aggregates.aggregates(reader, self.changes, extracts, base, file)

    def _change(self, made: Made) -> Change:
        # On disk until it is published: a large build does not fit in memory.
        file = self._folder / f"{len(self.changes)}.nt"
        file.write_bytes(made.triples)
        name, origin = made.path.name, made.origin
        return Change(made.graph, file, made.fingerprint, made.identifier, name, made.extract, origin=origin)

    def _withdrawn(self, graph: str) -> str | None:
        """Say why a document was withdrawn; None when it was not."""
        if not self.documents and not self._store.current():
            return None
        with self._store.reader() as reader:
            version = reader.version(graph)
        return None if version is None or version.digest is not None else version.reason or "no reason given"
