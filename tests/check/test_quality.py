"""The consistency report as data: annotations on the figures that do not fit together."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

from pyoxigraph import NamedNode

from graph.check import compare, consistency, quality, without_period
from graph.describe import extract
from graph.describe.claims import claims_in, claims_of
from graph.describe.fact_iris import fact_iris
from graph.describe.shipped import ontology
from graph.model import Period, Understanding

BASE = "https://w3id.org/kamergraaf/"


def test_a_finding_annotates_every_figure_that_it_is_about(invented: Understanding) -> None:
    whole, *rest = invented.statistics
    paper = replace(
        invented, statistics=(replace(whole, value=Decimal(1300), value_text="1.300", rounded_to=None), *rest)
    )
    findings = consistency([paper])
    quads = quality(findings, BASE)
    targets = {quad.object.value for quad in quads if quad.predicate.value.endswith("hasTarget")}  # type: ignore[union-attr]
    assert targets == set(fact_iris(paper, BASE).statistics[:3])
    assert {quad.graph_name for quad in quads} == {NamedNode(f"{BASE}graph/quality")}
    assert quads == quality(findings, BASE)
    kinds = {quad.object for quad in quads if quad.predicate.value.endswith("terms/type")}
    assert kinds <= {quad.subject for quad in ontology(BASE, ())}
    assert len(kinds) == 1


def test_without_findings_nothing_is_said() -> None:
    assert quality([], BASE) == []


def test_findings_are_the_same_from_what_is_kept_of_a_paper(invented: Understanding) -> None:
    whole, *rest = invented.statistics
    paper = replace(
        invented, statistics=(replace(whole, value=Decimal(1300), value_text="1.300", rounded_to=None), *rest)
    )
    assert compare(claims_in([extract(paper)])) == consistency([paper])
    assert len(consistency([paper])) == 1


def test_a_finding_says_its_difference_and_in_what(invented: Understanding) -> None:
    whole, *rest = invented.statistics
    findings = consistency(
        [
            replace(
                invented, statistics=(replace(whole, value=Decimal(1300), value_text="1.300", rounded_to=None), *rest)
            )
        ]
    )
    said = {quad.predicate.value.rsplit("/", 1)[-1]: quad.object for quad in quality(findings, BASE)}
    assert said["value"].value == "-50"  # type: ignore[union-attr]
    assert said["attribute#unitMeasure"] == NamedNode("http://qudt.org/vocab/unit/NUM")
    assert said["description"].value == str(findings[0])  # type: ignore[union-attr]


def test_figures_without_a_period_are_counted_for_each_paper(invented: Understanding) -> None:
    whole, *rest = invented.statistics
    paper = replace(invented, statistics=(replace(whole, period=Period()), *rest))
    counts = without_period(claims_of(paper))
    assert counts == {"ah-tk-20232024-1": 1 + without_period(claims_of(invented))["ah-tk-20232024-1"]}
    quads = quality([], BASE, counts)
    said = {quad.predicate.value.rsplit("#", 1)[-1]: quad.object for quad in quads}
    assert said["computedOn"] == NamedNode(f"{BASE}id/document/ah-tk-20232024-1")
    assert said["value"].value == str(counts["ah-tk-20232024-1"])  # type: ignore[union-attr]
    assert said["isMeasurementOf"] in {quad.subject for quad in ontology(BASE, ())}
