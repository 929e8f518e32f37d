"""One document on its own: from file to validated graph, in this process or in one of many."""

from __future__ import annotations

import os
from collections.abc import Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from dataclasses import dataclass, field
from functools import cache
from multiprocessing import get_context, parent_process
from pathlib import Path
from threading import Thread
from typing import TYPE_CHECKING

from graph.build.inputs import load, software
from graph.deadline import deadline
from graph.errors import KamergraafError, ReadError
from graph.model import DocumentKind
from graph.store.origin import Origin

if TYPE_CHECKING:
    from graph.link import Authorities
    from graph.model import Understanding
    from graph.store.base import GraphVersion


NO_PAPER = "no questions or answers were found in it: give a paper that has them"
"""What is said of a text that is no paper."""


@dataclass(frozen=True)
class Recipe:
    """What all documents of a build have in common.

    Attributes:
        base: the base IRI.
        known: the versions in the store by their fingerprint: what need not be made again.
        keep: whether to give what was understood as well, to compare papers with one another.
        seconds: how long one document may take; 0 for no limit.
        sample: one document in how many the reference SHACL engine judges as well (`graph.check.shacl.validate`).
    """

    base: str
    known: dict[str, GraphVersion] = field(default_factory=dict)
    keep: bool = False
    seconds: float = 0
    sample: int = 100


@dataclass(frozen=True)
class Made:
    """What became of one file.

    Attributes:
        path: the file.
        fingerprint: what the result depends on.
        identifier, graph: which document it is; empty when it could not be read.
        triples: its graph as sorted N-Triples.
        extract: what the shared graphs need to know of it, packed.
        questions, figures, unread: how many; `unread` in characters.
        violations: one line each, with page and sentence; then it may not be published.
        warnings: likewise, findings that do not keep it out.
        problem: why it could not be read, in one line.
        unchanged: whether the store already has it.
        understanding: what was understood, where the recipe asks for it.
        origin: where the file stands and what was read of it.
    """

    path: Path
    fingerprint: str = ""
    identifier: str = ""
    graph: str = ""
    triples: bytes = b""
    extract: bytes = b""
    questions: int = 0
    figures: int = 0
    unread: int = 0
    violations: tuple[str, ...] = ()
    warnings: tuple[str, ...] = ()
    problem: str = ""
    unchanged: bool = False
    understanding: Understanding | None = None
    origin: Origin | None = None


@cache
def registers() -> Authorities:
    """Give the registers that ship, read once a process."""
    from graph.link import Authorities

    return Authorities.load()


def is_paper(understanding: Understanding) -> bool:
    """Whether anything in a file is what papers have; any text can be read, not any text is one.

    Without a question or answer it must say what kind of paper it is, and who speaks or when.
    """
    report, header = understanding.report, understanding.report.header
    spoken = header.asked_by or header.addressed_to or header.answered_by or header.postponed or header.withdrawn
    dated = header.submitted or header.answered or header.adopted
    named = header.kind is not DocumentKind.OTHER and (spoken or dated)
    return bool(report.questions or report.answers or named)


def make(path: Path, recipe: Recipe) -> Made:
    """Make the graph of one file and validate it; a file that cannot be read gives its `problem`."""
    try:
        with deadline(recipe.seconds, path.name):
            return _make(path, recipe)
    except KamergraafError as error:
        return Made(path, problem=str(error))
    except Exception as error:  # a paper that breaks us must not keep the others out
        return Made(path, problem=f"{path}: this paper breaks kamergraaf ({type(error).__name__}: {error}); report it")


def make_all(paths: Sequence[Path], recipe: Recipe, jobs: int) -> Iterator[Made]:
    """Make all, several at the same time, and give them in the order of their paths.

    Args:
        paths: the files.
        recipe: what they have in common.
        jobs: how many processes work; one works here.
    """
    jobs = min(jobs, len(paths) // 2)
    if jobs < 2:
        yield from (make(path, recipe) for path in paths)
        return
    done = 0
    try:
        for made in _made_by(paths, recipe, jobs):
            done += 1
            yield made
    except BrokenProcessPool:
        # One paper ended its process and took the others with it: find it by giving each a process of its own.
        for path in paths[done:]:
            try:
                yield from _made_by([path], recipe, 1)
            except BrokenProcessPool:
                yield Made(path, problem=f"{path}: reading it ends the process (memory, or a damaged file); report it")


def _made_by(paths: Sequence[Path], recipe: Recipe, jobs: int) -> Iterator[Made]:
    """Make all in processes of their own: a copy of this one would share its threads' locks."""
    with ProcessPoolExecutor(jobs, get_context("spawn"), initializer=_begin, initargs=(recipe,)) as pool:
        try:
            yield from pool.map(_make_here, paths)
        except BaseException:
            pool.shutdown(wait=False, cancel_futures=True)
            raise


_recipes: list[Recipe] = []


def _begin(recipe: Recipe) -> None:
    """Give a process what all its documents have in common, once."""
    _recipes[:] = [recipe]
    Thread(target=_end_with_parent, daemon=True).start()


def _end_with_parent() -> None:
    """End this process when the build does, however it ends: one that is killed would leave it waiting for ever."""
    if (parent := parent_process()) is not None:
        parent.join()
        os._exit(1)


def _make_here(path: Path) -> Made:
    return make(path, _recipes[0])


def _make(path: Path, recipe: Recipe) -> Made:
    paper = load(path)
    fingerprint = paper.fingerprint(software() + recipe.base)
    origin = Origin(str(path.absolute()), paper.fingerprint(""))
    if version := recipe.known.get(fingerprint):
        return Made(path, fingerprint, version.identifier or "", version.graph, unchanged=True, origin=origin)
    # What follows is heavy to import, and a build in which nothing changed needs none of it.
    from graph.build.extracts import pack
    from graph.check import check
    from graph.describe import describe, extract
    from graph.describe.iris import Iris
    from graph.describe.numbered import describe_numbered, numbered_in
    from graph.pipeline import understand
    from graph.store.base import n_triples

    understanding = understand(paper.data, path.name, registers(), metadata=paper.metadata)
    if not is_paper(understanding):
        raise ReadError(path.name, NO_PAPER)
    quads = describe(understanding, registers(), recipe.base)
    named = describe_numbered(numbered_in(understanding), recipe.base)
    verdict = check(quads, base=recipe.base, named=named, sample=recipe.sample)
    report = understanding.report
    return Made(
        path,
        fingerprint,
        report.header.identity.identifier,
        Iris(recipe.base).graph(report.header.identity.identifier),
        n_triples(quads),
        pack(extract(understanding, quads, recipe.base)),
        questions=len(report.questions),
        figures=len(understanding.statistics),
        unread=sum(stretch.span.end - stretch.span.start for stretch in report.unread),
        violations=tuple(str(violation) for violation in verdict.violations),
        warnings=tuple(map(str, (*report.header.disagreements, *verdict.warnings))),
        understanding=understanding if recipe.keep else None,
        origin=origin,
    )
