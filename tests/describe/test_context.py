"""The JSON-LD context: short names for what the data says, and nothing lost on the way there and back."""

from __future__ import annotations

import json

import pytest
from pyld import jsonld
from pyoxigraph import RdfFormat, Triple, parse, serialize

from graph.describe import Posts, describe
from graph.describe.terms import OWN_CLASSES, OWN_PROPERTIES
from graph.model import Understanding
from graph.resources import resource

BASE = "https://w3id.org/kamergraaf/"


@pytest.fixture(scope="module")
def context() -> dict[str, object]:
    found = json.loads(resource("ontology", "context.jsonld").read_text("utf-8"))["@context"]
    assert isinstance(found, dict)
    return found


def test_each_term_of_ours_has_a_short_name(context: dict[str, object]) -> None:
    expanded = [entry["@id"] if isinstance(entry, dict) else entry for entry in context.values()]
    assert {*OWN_CLASSES, *OWN_PROPERTIES} <= set(expanded)


def test_a_paper_as_json_ld_says_the_same_and_is_readable(
    invented: Understanding, invented_posts: Posts, context: dict[str, object]
) -> None:
    triples = {Triple(q.subject, q.predicate, q.object) for q in describe(invented, invented_posts, BASE)}
    lines = (serialize(triples, format=RdfFormat.N_TRIPLES) or b"").decode()
    expanded = jsonld.from_rdf(lines, {"format": "application/n-quads", "useNativeTypes": False})
    compact = jsonld.compact(expanded, {"@context": context})
    (figure,) = [node for node in compact["@graph"] if node["id"].endswith("statistic/1250-1")]
    assert (figure["value"], figure["valueText"], figure["unit"]) == ("1250", "1.250", "http://qudt.org/vocab/unit/NUM")
    assert "Statistic" in figure["type"]
    assert not [key for key in figure if key.startswith("http")]
    back = jsonld.to_rdf(compact, {"format": "application/n-quads"})
    assert {Triple(q.subject, q.predicate, q.object) for q in parse(back, format=RdfFormat.N_QUADS)} == triples
