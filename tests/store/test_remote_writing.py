"""Statements go to a server in pieces, and no piece ends within a statement."""

from __future__ import annotations

from pyoxigraph import Literal, NamedNode, Store, Triple

from graph.store.base import n_triples
from graph.store.remote.writing import data

GRAPH = "https://example.org/g"


def test_statements_arrive_whole_whatever_stands_in_their_literals() -> None:
    thing = NamedNode("https://example.org/s")
    texts = ["a\u2028b", "a\u0085b", "a\u2029b", "a\x1cb", "a\nb", "a\rb", '"} ; DROP ALL ; {"', "plain"]
    triples = n_triples([Triple(thing, thing, Literal(text)) for text in texts])
    store = Store()
    operations = list(data("INSERT", GRAPH, triples, 1))
    assert len(operations) == len(texts)
    for operation in operations:
        store.update(operation)
    kept = [quad.object for quad in store.quads_for_pattern(None, None, None, NamedNode(GRAPH))]
    found = {each.value for each in kept if isinstance(each, Literal)}
    assert found == set(texts)
    for operation in data("DELETE", GRAPH, triples, 3):
        store.update(operation)
    assert len(store) == 0
