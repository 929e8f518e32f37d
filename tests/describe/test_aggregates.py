"""Aggregates of a paper: they fit the shapes, count what the paper says, and every figure stands in one series."""

from __future__ import annotations

from collections import Counter

import pytest
from pyoxigraph import NamedNode, Quad

from graph.check.shacl import validate
from graph.describe import Posts, describe, extract
from graph.describe.aggregates import describe_aggregates
from graph.describe.contribution import Activity, contribution, of_extract
from graph.describe.terms import DEFAULT_BASE as BASE
from graph.describe.terms import PREFIXES
from graph.model import Understanding
from graph.resources import resource


@pytest.fixture(scope="module")
def paper(invented: Understanding, invented_posts: Posts) -> list[Quad]:
    return describe(invented, invented_posts, BASE)


@pytest.fixture(scope="module")
def quads(paper: list[Quad]) -> list[Quad]:
    return [quad for piece in describe_aggregates([contribution(paper, BASE)], BASE) for quad in piece]


def test_they_fit_the_shapes(quads: list[Quad]) -> None:
    report = validate(quads, (), BASE, sample=1)
    assert len(quads) > 100
    assert (report.violations, report.warnings) == ((), ())


def test_every_figure_stands_in_one_series(quads: list[Quad], paper: list[Quad]) -> None:
    kind = f"{PREFIXES['rdf']}type"
    figures = {q.subject for q in paper if q.predicate.value == kind and q.object == NamedNode(f"{BASE}def/Statistic")}
    members = [q.object for q in quads if q.predicate.value == f"{PREFIXES['qb']}observation"]
    assert len(figures) == len(members) == 8
    assert figures == set(members)


def test_counts_are_those_of_the_paper(paper: list[Quad], invented: Understanding) -> None:
    tallies = contribution(paper, BASE).tallies
    found: Counter[tuple[str, str]] = Counter()
    for (thing, activity, _), number in tallies.items():
        found[thing, activity] += number
    whole = "id/dataset/kamergraaf"
    assert found[whole, "questions"] == len(invented.report.questions)
    assert found[whole, "figures"] == len(invented.statistics)
    assert found[whole, "mentions"] == len(invented.mentions)
    assert found["id/organisation/dijkdienst", "figures-counted"] == 3
    assert found["id/place/be", "figures-about"] == 1
    assert found["id/post/minister-van-water-en-wind", "answers-given"] == len(invented.report.answers)
    assert found["id/organisation/dijkdienst", "papers"] == 1


def test_what_shared_graphs_know_of_a_paper_has_what_it_adds(paper: list[Quad], invented: Understanding) -> None:
    assert of_extract(extract(invented, paper, BASE)) == contribution(paper, BASE)


def test_every_activity_is_a_concept() -> None:
    text = resource("ontology", "concepts.ttl").read_text("utf-8")
    assert [each for each in Activity if f"<{BASE}def/activity/{each}>\n" not in text] == []
