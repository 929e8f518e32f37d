"""What is measured at one number of papers, step by step; a step that fails is named and takes no other with it."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, replace
from pathlib import Path

from benchmarks import queries, serving, stored
from benchmarks.corpus import write_corpus
from benchmarks.figures import Asked, Build, Failure, Growth
from benchmarks.measures import COMMAND
from benchmarks.republishing import CHANGES, change
from benchmarks.watching import watch
from graph.settings import Settings
from graph.store import open_store


@dataclass(frozen=True)
class Place:
    """Where one number of papers is measured.

    Attributes:
        papers: the files.
        store: the folder of the store.
        log: where the output of commands goes.
        jobs: the processes to build with.
        changes: how many papers are changed, one after the other.
    """

    papers: tuple[Path, ...]
    store: Path
    log: Path
    jobs: int = 2
    changes: int = CHANGES


Step = Callable[[Growth, Place], Growth]
"""Measures something, and adds it to what is known."""


class NotWholeError(Exception):
    """A step gave figures, but not of what it should be measured on.

    Attributes:
        growth: what is known, with these figures.
    """

    def __init__(self, why: str, growth: Growth) -> None:
        super().__init__(why)
        self.growth = growth


def measured(
    folder: Path,
    count: int,
    *,
    jobs: int = 2,
    changes: int = CHANGES,
    keep: bool = False,
    steps: Mapping[str, Step] | None = None,
) -> Iterator[tuple[str, Growth]]:
    """Measure one number of papers; gives after each step its name and all that is known.

    Args:
        folder: where papers and store are made, anew.
        count: the number of papers.
        jobs: the processes to build with.
        changes: how many papers are changed, one after the other.
        keep: whether papers and store stay.
        steps: what is measured; None for all.
    """
    papers, store = folder / f"papers-{count}", folder / f"store-{count}"
    for old in (papers, store):
        shutil.rmtree(old, ignore_errors=True)
    place = Place(tuple(write_corpus(papers, count)), store, folder / f"log-{count}.txt", jobs, changes)
    place.log.write_bytes(b"")
    growth = Growth(count)
    for name, step in (STEPS if steps is None else steps).items():
        growth = attempt(name, step, growth, place)
        yield name, growth
    if not keep:
        for made in (papers, store):
            shutil.rmtree(made, ignore_errors=True)


def attempt(name: str, step: Step, growth: Growth, place: Place) -> Growth:
    """Do a step; when it fails say so, and keep what is known."""
    try:
        return step(growth, place)
    except NotWholeError as error:
        return replace(error.growth, failures=(*growth.failures, Failure(name, str(error))))
    except Exception as error:  # whatever it is: hours of other figures must not go with it
        first = next(iter(str(error).splitlines()), "")
        failure = Failure(name, f"{type(error).__name__}: {first}")
        return replace(growth, failures=(*growth.failures, failure))


def build(growth: Growth, place: Place) -> Growth:
    """Build all papers, in a store that is not there yet."""
    taken, why = _built(place)
    return _whole(replace(growth, build=taken), why)


def unchanged(growth: Growth, place: Place) -> Growth:
    """Build once more, without a change."""
    _need(place)
    taken, why = _built(place)
    said = _last(place.log)
    if not why and f" {len(place.papers):,} unchanged" not in said:
        why = f"papers were made anew, as if the software had changed: {said}"
    return _whole(replace(growth, unchanged=taken), why)


def size(growth: Growth, place: Place) -> Growth:
    """Measure what the store holds, and takes on the disk."""
    _need(place)
    found = stored.size(place.papers, place.store)
    missing = len(place.papers) - found.documents
    return _whole(replace(growth, size=found), f"{missing} papers are not in the store" if missing else "")


def validation(growth: Growth, place: Place) -> Growth:
    """Validate some papers by the fast engine."""
    return replace(growth, validation=stored.validated(place.papers))


def example_queries(growth: Growth, place: Place) -> Growth:
    """Ask the example queries in this process."""
    _need(place)
    found = queries.measure(str(place.store))
    return replace(growth, queries=tuple(Asked(each.name, each.seconds, each.rows) for each in found))


def searches(growth: Growth, place: Place) -> Growth:
    """Search the index of the store in this process."""
    _need(place)
    return replace(growth, searches=tuple(stored.searched(place.store)))


def server(growth: Growth, place: Place) -> Growth:
    """Ask the pages of a server, look at its memory, then change papers while it runs."""
    _need(place)
    changed = list(place.papers[: place.changes])  # the same at any number of papers, so that these can be compared
    with open_store(place.store).reader() as reader:
        asked = serving.addresses(reader, Settings.load().base_iri, place.papers[0].stem)

    with serving.serving(place.store) as port:
        for address in asked:
            growth = attempt(f"server, {address.name}", _page(port, address), growth, place)
        growth = replace(growth, server=serving.memory())
        return attempt("server, one paper changed", _changed(port, changed), growth, place)


def _page(port: int, address: serving.Address) -> Step:
    def step(growth: Growth, place: Place) -> Growth:
        return replace(growth, pages=(*(growth.pages or ()), serving.page(port, address)))

    return step


def _changed(port: int, papers: list[Path]) -> Step:
    return lambda growth, place: replace(growth, change=change(port, place.store, papers, place.log))


def _built(place: Place) -> tuple[Build, str]:
    """Run a build; gives what it took, and what is wrong with it where something is."""
    folder = place.papers[0].parents[1]
    command = [*COMMAND, "build", str(folder), "--store", str(place.store), "--jobs", str(place.jobs)]
    taken = watch(command, place.log)
    each = taken.processor / len(place.papers)
    figures = Build(place.jobs, taken.seconds, taken.processor, each, taken.memory, taken.private)
    return figures, f"the build ended with {taken.code}: {_last(place.log)}" if taken.code else ""


def _last(log: Path) -> str:
    """Give the last line of a log."""
    return next(iter(log.read_text("utf-8", errors="replace").splitlines()[-1:]), "")


def _whole(growth: Growth, why: str) -> Growth:
    if why:
        raise NotWholeError(why, growth)
    return growth


def _need(place: Place) -> None:
    if not open_store(place.store).current():
        raise LookupError("there is no store: the build failed")


STEPS: Mapping[str, Step] = {
    "build": build,
    "unchanged": unchanged,
    "size": size,
    "validation": validation,
    "example queries": example_queries,
    "searches": searches,
    "server": server,
}
"""What is measured, in this order."""
