"""One build: what the store has, what is decided of each file, and what is published in one instant at its end."""

from __future__ import annotations

from collections.abc import Mapping
from contextlib import ExitStack
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from graph.build import aggregates
from graph.build.extracts import Extracts
from graph.build.inputs import rank
from graph.build.outcome import Fate, Outcome
from graph.build.shared import sharing
from graph.build.succession import Succession
from graph.build.work import Made, Recipe
from graph.describe.iris import Iris
from graph.errors import HarvestError, ReadError
from graph.read.archive import place_of
from graph.store import local_folder
from graph.store.base import Change, GraphVersion, Store, check_base, digest_of
from graph.store.origin import Origin
from graph.store.quarantine import Quarantine, Rejected

if TYPE_CHECKING:
    from graph.settings import Settings


def quarantine_of(settings: Settings) -> Quarantine:
    """Give where the reports on rejected documents are kept."""
    return Quarantine(local_folder(settings.store) / "quarantine")


class Session:
    """One build, while nobody else writes. Close it at the end.

    Args:
        settings: base IRI, publisher and where reports go.
        store: where the documents are published.
        folder: where statements may be kept until then.
        restore: publish documents again that had been withdrawn.

    Raises:
        StoreError: when the store was built with another base IRI.
    """

    def __init__(self, settings: Settings, store: Store, folder: Path, *, restore: bool = False) -> None:
        self._settings = settings
        self._store = store
        self._restore = restore
        self._folder = folder
        self._quarantine = quarantine_of(settings)
        self._winners: dict[str, str] = {}
        self.changes: dict[str, Change] = {}
        self.origins: dict[str, Origin] = {}
        with ExitStack() as opening:
            self._reader = opening.enter_context(store.reader()) if store.current() else None
            versions = self._reader.graphs() if self._reader else ()
            check_base(versions, settings.base_iri, settings.store)
            self._open = opening.pop_all()
        self.documents = {version.graph: version for version in versions if version.identifier}
        apart = Iris(settings.base_iri).graph("aggregates")
        self._shared = [version for version in versions if not version.identifier and version.graph != apart]
        self.succession = Succession(settings.base_iri, self._reader, self.documents)
        known = {version.fingerprint: version for version in self.documents.values() if version.fingerprint}
        self.recipe = Recipe(settings.base_iri, known, seconds=settings.read_seconds, sample=settings.shacl_sample)

    def close(self) -> None:
        """Let go of the store."""
        self._open.close()

    def judge(self, made: Made) -> Outcome:
        """Decide what becomes of a file, and note the change that follows."""
        name = made.path.name
        if made.problem:
            return Outcome(made, Fate.UNREADABLE, made.problem)
        stored = self.documents.get(made.graph)
        better = self._winners.get(made.graph)
        if better is None and stored and rank(stored.source) < rank(name) and not self._is_gone(made.graph):
            better = stored.source
        if better is not None:
            return Outcome(made, Fate.SUPERSEDED, f"{better} is the same document")
        if (twin := self.succession.better(made)) is not None:
            return Outcome(made, Fate.SUPERSEDED, f"{twin} is the same document")
        if stored is None and not self._restore and (reason := self._withdrawn(made)) is not None:
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
        return aggregates.aggregates(self._reader, self.changes, extracts, base, file)

    def _change(self, made: Made) -> Change:
        # On disk until it is published: a large build does not fit in memory.
        file = self._folder / f"{len(self.changes)}.nt"
        file.write_bytes(made.triples)
        name, origin = made.path.name, made.origin
        return Change(made.graph, file, made.fingerprint, made.identifier, name, made.extract, origin=origin)

    def _withdrawn(self, made: Made) -> str | None:
        """Say why a document was withdrawn; None when it was not, or when a harvest withdrew it and has put it back."""
        version = self._reader.version(made.graph) if self._reader else None
        if version is None or version.digest is not None:
            return self._copied(made)
        return None if _is_back(made.path, version) else version.reason or "no reason given"

    def _copied(self, made: Made) -> str | None:
        """Say why a document was withdrawn that a file is a copy of which does not say what it is."""
        if made.known is None or made.known.is_sure:
            return None
        found = (self._kept_out.get(each) for each in (made.known.text, made.known.file))
        return next(filter(None, found), None)

    @cached_property
    def _kept_out(self) -> Mapping[str, str]:
        """The reasons why documents were withdrawn, by the digests of their texts and files."""
        found: dict[str, str] = {}
        for version in self._reader.withdrawn() if self._reader else ():
            found.update(dict.fromkeys(version.fingerprint.split(), version.reason or "no reason given"))
        return found

    @cached_property
    def _origins(self) -> Mapping[str, Origin]:
        return self._reader.origins() if self._reader else {}

    def _is_gone(self, graph: str) -> bool:
        """Whether the file that a document was made from was here, and is here no more."""
        origin = self._origins.get(graph)
        if origin is None:
            return False
        try:
            return not place_of(Path(origin.location)).is_file() and Path(origin.location).parent.is_dir()
        except (ReadError, OSError):
            return False  # nobody can say: what is published stays


def _is_back(path: Path, version: GraphVersion) -> bool:
    """Whether a harvest has put a file back since it withdrew the document that the file is."""
    from graph.harvest.returned import came_back  # imported late: few builds have a paper that was withdrawn

    try:
        return came_back(path, version.reason) and path.stat().st_mtime > version.at.timestamp()
    except (HarvestError, OSError):
        return False  # what the harvest remembers cannot be read: whoever withdrew it may have had a reason
