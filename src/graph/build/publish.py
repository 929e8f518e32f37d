"""A build: judge what was made, keep invalid documents out, publish the rest with the shared graphs in one instant."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from contextlib import closing
from pathlib import Path
from typing import TYPE_CHECKING

from graph.build.inputs import rank
from graph.build.outcome import Fate, Outcome, Totals
from graph.build.scratch import scratch
from graph.build.session import Session, quarantine_of
from graph.build.workers import Here, Workers, make_all
from graph.describe.iris import Iris
from graph.errors import StoreError
from graph.store.base import Change, Store

if TYPE_CHECKING:
    from graph.settings import Settings


def build(
    paths: Sequence[Path],
    settings: Settings,
    store: Store,
    *,
    workers: Workers | None = None,
    restore: bool = False,
    done: Callable[[Outcome], None] = lambda outcome: None,
    publishing: Callable[[], None] = lambda: None,
) -> Totals:
    """Build papers and publish the valid ones.

    Args:
        paths: the files, from `find`.
        settings: base IRI, publisher and where reports go.
        store: where they are published.
        workers: who makes them; None is this process itself. The result does not depend on it.
        restore: publish documents again that had been withdrawn.
        done: told of each file as soon as its fate is known.
        publishing: told when the fates of all are known, and the publication is about to be made.

    Raises:
        StoreError: when another process writes to the store, or it was built with another base IRI.
    """
    with store.writing(), scratch() as folder, closing(Session(settings, store, folder, restore=restore)) as session:
        fates = dict.fromkeys(Fate, 0)
        # Best format first, so that it wins whatever the order of the arguments (the sort keeps that otherwise).
        ordered = sorted(paths, key=lambda path: rank(path.name))
        with workers or Here() as makers:
            for made in make_all(ordered, session.recipe, makers):
                outcome = session.judge(made)
                fates[outcome.fate] += 1
                done(outcome)
        publishing()
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
    with store.writing(), scratch() as folder, closing(Session(settings, store, folder)) as session:
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
            # By its digests copies are known that do not say what they are: they are not to come in its place.
            made_from = " ".join(session.succession.digests(graph))
            session.changes[graph] = Change(graph, None, made_from, identifier, reason=reason)
            session.publish()
