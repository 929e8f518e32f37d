"""The gate's verdict: a fast engine lets papers pass, pySHACL judges each that it does not, and a sample of the others.

A paper that fits by the fast engine is accepted on its word; the two agree on every constraint of every shape, which
the tests show. Whatever the fast engine finds, or cannot do, pySHACL decides, and its report is the one that is kept.
"""

from __future__ import annotations

import zlib
from collections.abc import Iterable
from dataclasses import replace

from pyoxigraph import NamedNode, Quad, RdfFormat, serialize

from graph.check.places import Places
from graph.check.report import CheckReport, Violation
from graph.check.results import verdict

SAMPLE = 100
"""One paper in how many pySHACL judges as well."""


def validate(quads: Iterable[Quad], context: Iterable[Quad], base: str, *, sample: int = SAMPLE) -> CheckReport:
    """Validate the graph of one paper.

    Args:
        quads: its statements.
        context: what is known of the things that it names, in the ontology and in the registers.
        base: the base IRI.
        sample: one paper in how many pySHACL judges although it fits, chosen by its content, so that the same papers
            are chosen in every run; 1 for all, 0 for none.
    """
    own = list(quads)
    everything = [*own, *context]
    triples = serialize((quad.triple for quad in everything), format=RdfFormat.N_TRIPLES) or b""
    swift = _swift(triples, own, base)
    if swift is not None and swift.conforms and not _sampled(triples, sample):
        return swift
    from graph.check import reference  # half a second to load, and most papers need none of it

    try:
        report = verdict(reference.results(everything, base), own, base)
    except (TypeError, ValueError, ArithmeticError, RecursionError):
        # rdflib slices and compares what has no such order: "x" as a number. What is wrong is known all the same.
        if swift is None or swift.conforms:
            raise
        return swift
    if swift is not None and swift.conforms and not report.conforms:
        return replace(report, warnings=(*report.warnings, _disagreement(own, base)))
    return report


def _swift(triples: bytes, own: list[Quad], base: str) -> CheckReport | None:
    """Give the verdict of the fast engine; None where there is none: no such wheel, or it could not run."""
    try:
        from graph.check import swift
    except ImportError:
        return None
    try:
        found = swift.results(triples.decode(), base)
    except swift.SwiftEngineError:
        return None
    return verdict(found, own, base)


def _sampled(triples: bytes, sample: int) -> bool:
    return sample > 0 and zlib.crc32(triples) % sample == 0


def _disagreement(own: list[Quad], base: str) -> Violation:
    """Give the warning that the fast engine let a paper pass that does not fit."""
    graph = next((quad.graph_name.value for quad in own if isinstance(quad.graph_name, NamedNode)), base)
    return Violation(
        shape="engine",
        component="Disagreement",
        path="",
        focus=graph,
        value="",
        message_nl="De snelle machine laat door wat pySHACL afkeurt: zet KAMERGRAAF_SHACL_SAMPLE op 1 en meld dit.",
        message_en="The fast engine passes what pySHACL refuses: set KAMERGRAAF_SHACL_SAMPLE to 1 and report it.",
        document=Places((), base).find(graph).document,
        warning=True,
    )
