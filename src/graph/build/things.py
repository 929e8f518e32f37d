"""Describes things that papers share from the summary of all papers: those that a paper touches, or all of them."""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date
from typing import TYPE_CHECKING

from pyoxigraph import Quad, Triple

from graph.build import summary
from graph.check.consistency import within_answers, without_period
from graph.check.contradictions import contradictions_in
from graph.check.quality import quality
from graph.describe.iris import Iris
from graph.describe.numbered import describe_numbered
from graph.describe.numbered import from_plain as numbered_from
from graph.describe.periods import describe_day, describe_period
from graph.describe.statements import Statements
from graph.describe.terms import Terms
from graph.describe.together import Named, describe_called, describe_cited, describe_dossier, describe_unit
from graph.model import Period

if TYPE_CHECKING:
    from graph.build.summary import Scope, Summary
    from graph.check.finding import Finding


@dataclass
class Said:
    """What the shared graphs say of some things, each statement once.

    Attributes:
        indicators: in the graph of indicators.
        quality: in that of findings.
        numbered: in that of the registers, of what has an official number alone.
    """

    indicators: set[Triple] = field(default_factory=set)
    quality: set[Triple] = field(default_factory=set)
    numbered: set[Triple] = field(default_factory=set)


def describe_things(papers: Summary, scopes: Iterable[Scope], base: str) -> Said:
    """Describe things.

    Args:
        papers: what all papers say.
        scopes: which things.
        base: the base IRI.
    """
    making = _Making(papers, base)
    for scope in sorted(scopes):
        making.add(scope)
    return making.said()


class _Making:
    def __init__(self, papers: Summary, base: str) -> None:
        self._papers = papers
        self._base = base
        self._iris = Iris(base)
        self._to = Statements(Terms(base), self._iris.graph("indicators"))
        self._findings: list[Finding] = []
        self._timeless: dict[str, int] = {}
        self._numbered: list[Quad] = []
        self._apart: set[Triple] = set()

    def said(self) -> Said:
        found = quality(self._findings, self._base, self._timeless)
        indicators = {quad.triple for quad in self._to.quads()} | self._apart
        return Said(indicators, {quad.triple for quad in found}, {quad.triple for quad in self._numbered})

    def add(self, scope: Scope) -> None:
        """Describe one thing, where any paper speaks of it."""
        kind, name = scope
        if kind == summary.THING:
            for figures, told in self._papers.figures(name):
                self._findings.extend(contradictions_in(figures, told))
        elif kind == summary.WITHIN:
            claims = self._papers.claims(name)
            self._findings.extend(within_answers(claims))
            self._timeless.update(without_period(claims))
        elif labels := self._papers.labels(scope):
            self._named(kind, name, labels)

    def _named(self, kind: str, name: str, labels: dict[str, int]) -> None:
        to, iris = self._to, self._iris
        match kind:
            case summary.INDICATOR | summary.BREAKDOWN:
                describe_called(to, iris, Named(kind), name, labels)
            case summary.PERIOD:
                self._period(name)
            case summary.DAY:
                describe_day(to, iris, date.fromisoformat(name))
            case summary.UNIT:
                describe_unit(to, iris, name)
            case summary.DOSSIER:
                describe_dossier(to, iris, name)
            case summary.CITED if summary.HERE not in labels:
                describe_cited(to, iris, name)
            case summary.NUMBERED:
                things = [numbered_from(json.loads(label)) for label in sorted(labels)]
                self._numbered.extend(describe_numbered(things, self._base))

    def _period(self, name: str) -> None:
        """Describe a period without its first and last day, which others may have as well."""
        start, end = (date.fromisoformat(day) if day else None for day in name.split("--"))
        period = Period(start, end)
        to = Statements(Terms(self._base), self._iris.graph("indicators"))
        describe_period(to, self._iris, period)
        own = f"<{self._iris.period(period)}>"
        self._apart.update(quad.triple for quad in to.quads() if str(quad.subject) == own)
