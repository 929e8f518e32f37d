"""Descriptions as JSON-LD: they read like JSON that people write, and say exactly what the statements say."""

from __future__ import annotations

import json
from collections.abc import Iterator

import pytest
from pyld import jsonld
from pyoxigraph import NamedNode, RdfFormat, Triple, parse

from graph.describe import describe
from graph.link import Authorities
from graph.model import Understanding
from graph.web.resources import json_ld

BASE = "https://w3id.org/kamergraaf/"
PAPER = f"{BASE}id/document/kst-36800-XX-7"


@pytest.fixture(scope="module")
def statements(shipped: Understanding) -> list[Triple]:
    return [quad.triple for quad in describe(shipped, Authorities.load(), BASE)]


def _of(statements: list[Triple], iri: str) -> dict[str, object]:
    about = (statement for statement in statements if statement.subject == NamedNode(iri))
    made = json.loads(json_ld(about, BASE))
    assert isinstance(made, dict)
    return made


def _names(node: object) -> Iterator[str]:
    if isinstance(node, dict):
        for name, value in node.items():
            yield name
            yield from _names(value)
    elif isinstance(node, list):
        for value in node:
            yield from _names(value)


def test_a_figure_reads_like_json_that_people_write(statements: list[Triple]) -> None:
    figure = _of(statements, f"{PAPER}/answer/11/statistic/35140-1")
    assert figure["type"] == ["Statistic", "qb:Observation"]
    assert (figure["value"], figure["valueText"], figure["qualifier"]) == ("35140", "35.140", "kg:qualifier/exact")
    assert figure["countedBy"] == f"{BASE}id/organisation/coa"


def test_whole_numbers_and_truth_are_those_of_json(statements: list[Triple]) -> None:
    assert _of(statements, f"{PAPER}/answer/11/passage/35140-1")["page"] == 7
    assert _of(statements, f"{PAPER}/answer/11")["number"] == 11
    unsettled = next(item.subject for item in statements if item.predicate.value == f"{BASE}def/unresolved")
    assert isinstance(unsettled, NamedNode)
    assert _of(statements, unsettled.value)["unresolved"] is True


def test_every_property_of_a_paper_has_a_short_name(statements: list[Triple]) -> None:
    made = json.loads(json_ld(statements, BASE))
    assert len(made["@graph"]) == len({item.subject for item in statements})
    assert {name for name in _names(made["@graph"]) if ":" in name or name.startswith("@")} == set()


def test_nothing_is_lost_on_the_way_to_json_and_back(statements: list[Triple]) -> None:
    lines = jsonld.to_rdf(json.loads(json_ld(statements, BASE)), {"format": "application/n-quads"})
    assert {quad.triple for quad in parse(lines, format=RdfFormat.N_QUADS)} == set(statements)
