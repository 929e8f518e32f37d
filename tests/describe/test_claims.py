"""What is kept of a figure to compare it: the same after it was kept, with the words around it."""

from __future__ import annotations

import json

from graph.describe import extract
from graph.describe.claims import Claim, claims_in, claims_of
from graph.model import Understanding


def test_claims_are_the_same_after_they_were_kept(invented: Understanding, shipped: Understanding) -> None:
    for understood in (invented, shipped):
        claims = claims_of(understood)
        assert len(claims) == len(understood.statistics) > 0
        assert claims_in([extract(understood)]) == list(claims)
        assert [Claim.read(json.loads(json.dumps(claim.plain()))) for claim in claims] == list(claims)


def test_words_around_a_figure_end_at_the_next_figure_and_the_sentence(invented: Understanding) -> None:
    whole, river, sea = claims_of(invented)[:3]
    assert (whole.sentence, whole.before) == (1, "Op 1 januari 2024 telde de Dijkdienst ")
    assert (river.before, river.after) == (" dijken, waarvan ", " rivierdijken en")
    assert (sea.sentence, sea.after) == (1, " zeedijken.")


def test_a_figure_of_a_note_stands_in_a_sentence_of_its_own(invented: Understanding) -> None:
    note = claims_of(invented)[-1]
    others = {claim.sentence for claim in claims_of(invented)[:-1] if claim.key == note.key}
    assert note.before.endswith("De Dijkdienst telt sinds 2024 ook ")
    assert note.sentence > max(others)
