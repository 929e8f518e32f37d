"""One document on its own: from file to validated graph, in whichever process."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

from graph.build.inputs import Paper, load, software
from graph.build.twins import Known
from graph.deadline import deadline
from graph.errors import KamergraafError, ReadError
from graph.model import DocumentKind
from graph.store.origin import Origin

if TYPE_CHECKING:
    from graph.link import Authorities
    from graph.model import Understanding
    from graph.store.base import GraphVersion

T = TypeVar("T")

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
        known: how it is known which document it is; None where it was not made.
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
    known: Known | None = None


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
    seen = look(path, recipe)
    return seen if isinstance(seen, Made) else make_paper(seen, recipe)


def look(path: Path, recipe: Recipe) -> Paper | Made:
    """Read a file: what is in it, or what became of it where it cannot be read or need not be made again."""

    def read() -> Paper | Made:
        paper = load(path)
        fingerprint = _fingerprint(paper, recipe)
        if (version := recipe.known.get(fingerprint)) is None:
            return paper
        identifier = version.identifier or ""
        return Made(path, fingerprint, identifier, version.graph, unchanged=True, origin=_origin(paper))

    return _guarded(path, recipe, read)


def make_paper(paper: Paper, recipe: Recipe) -> Made:
    """Make the graph of a file that was read, and validate it; likewise with its `problem`."""
    return _guarded(paper.path, recipe, lambda: _make(paper, recipe))


def _guarded(path: Path, recipe: Recipe, work: Callable[[], T]) -> T | Made:
    try:
        with deadline(recipe.seconds, path.name):
            return work()
    except KamergraafError as error:
        return Made(path, problem=str(error))
    except Exception as error:  # a paper that breaks us must not keep the others out
        return Made(path, problem=f"{path}: this paper breaks kamergraaf ({type(error).__name__}: {error}); report it")


def _fingerprint(paper: Paper, recipe: Recipe) -> str:
    return paper.fingerprint(software() + recipe.base)


def _origin(paper: Paper) -> Origin:
    return Origin(str(paper.path.absolute()), paper.fingerprint(""))


def _make(paper: Paper, recipe: Recipe) -> Made:
    # What follows is heavy to import, and a build in which nothing changed needs none of it.
    from graph.build.extracts import pack
    from graph.check import check
    from graph.describe import describe, extract
    from graph.describe.iris import Iris
    from graph.describe.numbered import describe_numbered, numbered_in
    from graph.pipeline import understand
    from graph.store.base import n_triples

    understanding = understand(paper.data, paper.path.name, registers(), metadata=paper.metadata)
    if not is_paper(understanding):
        raise ReadError(paper.path.name, NO_PAPER)
    quads = describe(understanding, registers(), recipe.base)
    named = describe_numbered(numbered_in(understanding), recipe.base)
    verdict = check(quads, base=recipe.base, named=named, sample=recipe.sample)
    report = understanding.report
    identity, source = report.header.identity, report.source
    graph = Iris(recipe.base).graph(identity.identifier)
    return Made(
        paper.path,
        _fingerprint(paper, recipe),
        identity.identifier,
        graph,
        n_triples(quads),
        pack(extract(understanding, quads, recipe.base)),
        questions=len(report.questions),
        figures=len(understanding.statistics),
        unread=sum(stretch.span.end - stretch.span.start for stretch in report.unread),
        violations=tuple(str(violation) for violation in verdict.violations),
        warnings=tuple(map(str, (*report.header.disagreements, *verdict.warnings))),
        understanding=understanding if recipe.keep else None,
        origin=_origin(paper),
        known=Known.by(graph, identity.identifier, identity.basis, source.sha256, source.file_sha256),
    )
