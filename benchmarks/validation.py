"""What the gate costs a paper, beside pySHACL alone: `python -m benchmarks.validation [PAPER …] [--json FILE]`.

Seconds are of the processor and of one process, medians; the ratio is what the gate is held to: at least 10.
"""

from __future__ import annotations

import argparse
import json
import platform
from collections.abc import Iterator
from dataclasses import asdict, dataclass
from pathlib import Path

from pyoxigraph import Quad, RdfFormat, serialize

from benchmarks.measures import measure
from graph.build.inputs import find, load
from graph.build.work import registers
from graph.check import check, context_of, reference, swift
from graph.check.results import verdict
from graph.describe import describe
from graph.describe.numbered import describe_numbered, numbered_in
from graph.pipeline import understand
from graph.settings import Settings

BAR = 10.0
"""How many times as fast as pySHACL alone the gate has to be."""


@dataclass(frozen=True)
class Validation:
    """What the validation of one paper costs, in seconds of the processor.

    Attributes:
        paper: the name of its file.
        statements: how many its graph has.
        conforms: whether it may be published.
        context: finding what is known of the things that it names.
        text: writing all as N-Triples.
        fast: the fast engine.
        gate: all of `check`, without the sample that pySHACL judges as well.
        reference: the same by pySHACL alone.
    """

    paper: str
    statements: int
    conforms: bool
    context: float
    text: float
    fast: float
    gate: float
    reference: float

    @property
    def ratio(self) -> float:
        """How many times as fast as pySHACL alone the gate is."""
        return self.reference / self.gate


def validations(paths: list[Path], base: str) -> Iterator[Validation]:
    """Measure papers, one after the other.

    Args:
        paths: files and folders; none for the paper that ships.
        base: the base IRI.
    """
    for path in find(paths):
        paper = load(path)
        understanding = understand(paper.data, path.name, registers(), metadata=paper.metadata)
        quads = describe(understanding, registers(), base)
        yield _validation(path.name, quads, describe_numbered(numbered_in(understanding), base), base)


def _validation(name: str, quads: list[Quad], numbered: list[Quad], base: str) -> Validation:
    everything = [*quads, *context_of(quads, base, named=numbered)]

    def text() -> str:
        return (serialize((quad.triple for quad in everything), format=RdfFormat.N_TRIPLES) or b"").decode()

    triples = text()
    return Validation(
        name,
        len(quads),
        check(quads, base=base, named=numbered, sample=0).conforms,
        measure("", lambda: context_of(quads, base, named=numbered), runs=9).seconds,
        measure("", text, runs=9).seconds,
        measure("", lambda: swift.results(triples, base), runs=9).seconds,
        measure("", lambda: check(quads, base=base, named=numbered, sample=0), runs=9).seconds,
        measure("", lambda: verdict(reference.results(everything, base), quads, base), runs=3).seconds,
    )


def main() -> None:
    """Measure, print a line for each paper, write the figures where a file is named."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("papers", nargs="*", type=Path)
    parser.add_argument("--json", type=Path)
    given = parser.parse_args()
    heads = ("statements", "context", "N-Triples", "engine", "gate", "pySHACL")
    print(f"{'milliseconds of the processor':<52}" + "".join(f"{head:>11}" for head in heads) + f"{'ratio':>8}")
    found = []
    for each in validations(given.papers, Settings.load().base_iri):
        found.append(each)
        costs = "".join(f"{1000 * s:>11.1f}" for s in (each.context, each.text, each.fast, each.gate, each.reference))
        mark = "" if each.ratio >= BAR else " *"
        print(f"{each.paper[:50]:<52}{each.statements:>11}{costs}{each.ratio:>8.1f}{mark}", flush=True)
    if given.json:
        figures = {"python": platform.python_version(), "bar": BAR, "papers": [asdict(each) for each in found]}
        given.json.write_text(json.dumps(figures, indent=2) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
