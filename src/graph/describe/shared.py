"""Describes what papers share: indicators, breakdowns, periods, the registers, the ontology and the catalogue.

A paper's own graph only points to these. What they need to know of a paper is small and can be kept (`extract`): a
paper that did not change need not be read again. Whatever the order of the papers, the graphs are the same.
"""

from __future__ import annotations

import json
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date

from pyoxigraph import Quad

from graph.describe.catalogue import catalogue_graph
from graph.describe.claims import claims_of
from graph.describe.contribution import contribution, years_in
from graph.describe.counts import Counts, Tally, count
from graph.describe.counts import from_plain as counts_from
from graph.describe.entry import Catalogue, Publisher
from graph.describe.iris import Iris, dossier_number
from graph.describe.numbered import describe_numbered, from_plain, numbered_in, plain
from graph.describe.periods import describe_period
from graph.describe.shipped import ontology, registers
from graph.describe.statements import Statements
from graph.describe.terms import DEFAULT_BASE, Terms
from graph.describe.together import Named, describe_called, describe_cited, describe_dossier, describe_unit
from graph.describe.units import is_shipped
from graph.model import Authority, Period, Rule, Understanding

NOBODY = Publisher()


def extract(understanding: Understanding, quads: Iterable[Quad] = (), base: str = DEFAULT_BASE) -> bytes:
    """Give what the shared graphs need to know of a paper, as canonical JSON.

    Args:
        understanding: the paper and its facts.
        quads: its graph, to be counted.
        base: the base IRI of that graph.
    """
    header, facts = understanding.report.header, understanding.statistics
    identifier = header.identity.identifier
    measured = Counter((fact.indicator, fact.unit, f"{identifier}.{fact.key}") for fact in facts)
    given = contribution(quads := list(quads), base)
    days = {(_iso(fact.period.start), _iso(fact.period.end)) for fact in facts if fact.period}
    codes = [*header.references, *(mention.code for mention in understanding.mentions)]
    known = {
        "identifier": identifier,
        "dossier": dossier_number(header.dossier) if header.dossier else None,
        "indicators": [[*said, times] for said, times in sorted(measured.items())],
        "breakdowns": dict(Counter(fact.breakdown for fact in facts if fact.breakdown)),
        "units": sorted({fact.unit for fact in facts if not is_shipped(fact.unit)}),
        "periods": sorted(days | years_in(given.tallies)),
        "figures": [claim.plain() for claim in claims_of(understanding)],
        "cited": sorted({code for code in codes if code}),
        "numbered": [plain(thing) for thing in numbered_in(understanding)],
        "counts": count(quads, base).plain(),
        "aggregates": given.plain(),
    }
    return json.dumps(known, ensure_ascii=False, sort_keys=True).encode()


def _iso(day: date | None) -> str:
    return day.isoformat() if day else ""


def shared(
    extracts: Iterable[bytes],
    base: str,
    rules: Sequence[Rule],
    publisher: Publisher = NOBODY,
    *,
    address: str = "",
    more: Mapping[str, list[Quad]] | None = None,
    beside: Counts | None = None,
) -> dict[str, list[Quad]]:
    """Describe what the papers share.

    Args:
        extracts: what `extract` gave for each paper, in any order.
        base: the base IRI, ending in a slash.
        rules: all rules of the grammar; they are published as concepts in the ontology graph.
        publisher: who publishes, for the catalogue.
        address: of the server, for the catalogue; empty, then it is the base.
        more: further graphs that papers share, by their IRI; they are counted and given back with the others.
        beside: the counts of the graph of aggregates, which says nothing that another graph says.

    Returns:
        The statements by the IRI of their named graph.
    """
    iris = Iris(base)
    known = _Known(iris)
    for each in extracts:
        known.add(json.loads(each))
    authorities = sorted([*registers(base), *describe_numbered(known.numbered, base)], key=str)
    tally = Tally(base, address or base)
    graphs: dict[str, list[Quad]] = {}
    for graph, quads in (
        (iris.graph("ontology"), ontology(base, rules)),
        (iris.graph("indicators"), _indicators(known, iris)),
        *(more or {}).items(),
        (iris.graph("authorities"), authorities),
    ):
        graphs[graph] = tally.new(quads)  # a statement in two graphs would count twice for who asks
        tally.add(graphs[graph])
    return {
        **graphs,
        iris.graph("catalogue"): catalogue_graph(
            Catalogue(base, publisher, address), known.counts + (beside or Counts()), tally
        ),
    }


_Called = tuple[str, str]
"""An IRI, and a label that papers have for it."""


@dataclass
class _Known:
    """What is known of all papers together: how often an IRI is called by a label, and what else they point to."""

    iris: Iris
    indicators: Counter[_Called] = field(default_factory=Counter)
    breakdowns: Counter[_Called] = field(default_factory=Counter)
    units: set[str] = field(default_factory=set)
    periods: set[tuple[str, str]] = field(default_factory=set)
    dossiers: set[str] = field(default_factory=set)
    cited: set[str] = field(default_factory=set)
    documents: list[str] = field(default_factory=list)
    numbered: list[Authority] = field(default_factory=list)
    counts: Counts = field(default_factory=Counts)

    def add(self, paper: Mapping[str, object]) -> None:
        """Take in what one paper says."""
        match paper:
            case {
                "identifier": str(identifier),
                "dossier": dossier,
                "indicators": list(indicators),
                "breakdowns": dict(breakdowns),
                "units": list(units),
                "periods": list(periods),
                "cited": list(cited),
                "numbered": list(numbered),
            }:
                self.documents.append(identifier)
                for label, unit, where, times in indicators:
                    self.indicators[self.iris.indicator(label, unit, where), label] += times
                for label, times in breakdowns.items():
                    self.breakdowns[self.iris.breakdown(label), label] += times
                self.units.update(units)
                self.periods.update((start, end) for start, end in periods)
                self.cited.update(cited)
                self.numbered.extend(map(from_plain, numbered))
                self.counts += counts_from(paper.get("counts"))
                if isinstance(dossier, str):
                    self.dossiers.add(dossier)


def _indicators(known: _Known, iris: Iris) -> list[Quad]:
    to = Statements(Terms(iris.base), iris.graph("indicators"))
    for kind, called in ((Named.INDICATOR, known.indicators), (Named.BREAKDOWN, known.breakdowns)):
        labels: defaultdict[str, dict[str, int]] = defaultdict(dict)
        for (iri, label), times in called.items():
            labels[iri][label] = times
        for iri, times_of in labels.items():
            describe_called(to, iris, kind, iri, times_of)
    for start, end in known.periods:
        describe_period(to, iris, Period(_day(start), _day(end)))
    for unit in known.units:
        describe_unit(to, iris, unit)
    for dossier in known.dossiers:
        describe_dossier(to, iris, dossier)
    for code in known.cited - set(known.documents):
        describe_cited(to, iris, code)
    return sorted(to.quads(), key=str)


def _day(text: str) -> date | None:
    return date.fromisoformat(text) if text else None
