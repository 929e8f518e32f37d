"""The gate: a paper whose graph does not fit the shapes is not published (DESIGN section 7)."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from functools import lru_cache

from pyoxigraph import NamedNode, Quad

from graph.check.consistency import compare, consistency, without_period
from graph.check.finding import Finding
from graph.check.quality import quality
from graph.check.report import CheckReport, Violation
from graph.check.shacl import SAMPLE, validate
from graph.describe.shipped import ontology, registered_kinds
from graph.describe.terms import DEFAULT_BASE
from graph.model import Rule

__all__ = [
    "CheckReport",
    "Finding",
    "Violation",
    "check",
    "compare",
    "consistency",
    "context_of",
    "quality",
    "without_period",
]

_TYPE = NamedNode("http://www.w3.org/1999/02/22-rdf-syntax-ns#type")


def check(
    quads: Sequence[Quad],
    *,
    base: str = DEFAULT_BASE,
    rules: Sequence[Rule] | None = None,
    named: Iterable[Quad] = (),
    sample: int = SAMPLE,
) -> CheckReport:
    """Validate the graph of one paper against the shapes.

    The data of the validation is the graph itself and what the ontology and the registers say of the things it names.

    Args:
        quads: the statements of the paper's graph.
        base: the base IRI.
        rules: the rules of the grammar; those that the product has when none are given.
        named: what else is known of things that it names: rulings and EU acts by their number, which no register has.
        sample: one paper in how many the reference engine judges although it fits; 1 for all, 0 for none.
    """
    return validate(quads, context_of(quads, base, rules=rules, named=named), base, sample=sample)


def context_of(
    quads: Iterable[Quad], base: str, *, rules: Sequence[Rule] | None = None, named: Iterable[Quad] = ()
) -> list[Quad]:
    """Say what kind of thing each of those is that a graph points to; arguments as those of `check`."""
    kinds = _kinds(base, tuple(rules) if rules is not None else _own_rules())
    things = dict.fromkeys(quad.object for quad in quads if isinstance(quad.object, NamedNode))
    known = [Quad(thing, _TYPE, kind) for thing in things for kind in kinds.get(thing.value, ())]
    return [*known, *(quad for quad in named if quad.predicate == _TYPE)]


def _own_rules() -> tuple[Rule, ...]:
    from graph.extract import RULES

    return RULES


@lru_cache(maxsize=4)
def _kinds(base: str, rules: tuple[Rule, ...]) -> dict[str, list[NamedNode]]:
    kinds: defaultdict[str, dict[NamedNode, None]] = defaultdict(dict)
    for quad in ontology(base, rules):
        if quad.predicate == _TYPE and isinstance(quad.subject, NamedNode) and isinstance(quad.object, NamedNode):
            kinds[quad.subject.value][quad.object] = None
    for thing, kind in registered_kinds(base):
        kinds[thing][kind] = None
    return {thing: list(found) for thing, found in kinds.items()}
