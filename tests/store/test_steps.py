"""What is no change makes no publication, and times tell of real changes only."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from graph.errors import StoreError
from graph.store.base import Change, GraphVersion
from graph.store.steps import plan

G = "https://example.org/g"
NOW = datetime(2025, 11, 14, tzinfo=UTC)


def triples(word: str) -> bytes:
    return f'<https://example.org/s> <https://example.org/p> "{word}" .\n'.encode()


def published(change: Change) -> dict[str, GraphVersion]:
    (step,), _ = plan([change], {})
    return {change.graph: step.version(1, NOW)}


def test_a_new_graph_is_a_step_with_digest_and_size() -> None:
    version = published(Change(G, triples("a"), "made", identifier="a"))[G]
    assert (version.number, version.size, version.identifier, version.fingerprint) == (1, 1, "a", "made")
    assert version.digest


def test_the_same_content_is_no_step() -> None:
    assert plan([Change(G, triples("a"))], published(Change(G, triples("a")))) == ([], [])


def test_the_same_content_made_from_something_else_is_a_note() -> None:
    before = published(Change(G, triples("a"), "old"))
    change = Change(G, triples("a"), "new")
    assert plan([change], before) == ([], [(before[G], change)])


def test_a_graph_of_which_nobody_knows_the_content_is_written_again() -> None:
    steps, _ = plan([Change(G, triples("a"))], published(Change(G, triples("a"))), {G})
    assert [step.change.graph for step in steps] == [G]


def test_a_document_that_is_withdrawn_keeps_its_name() -> None:
    before = published(Change(G, triples("a"), identifier="kst-1-2"))
    (step,), _ = plan([Change(G, None, reason="wrong")], before)
    version = step.version(2, NOW)
    assert (version.digest, version.identifier, version.reason) == (None, "kst-1-2", "wrong")


def test_two_changes_of_one_graph_are_refused() -> None:
    with pytest.raises(StoreError, match="two changes of one graph"):
        plan([Change(G, triples("a")), Change(G, triples("b"))], {})
