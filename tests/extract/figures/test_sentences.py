"""Where a thought begins and ends."""

from __future__ import annotations

import pytest

from graph.extract.figures.sentences import sentences


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("Er zijn ca. 5 zaken. Dat is veel.", 2),
        ("Zie Kamerstukken 19 637, nr. 3469.", 1),
        ("Op 1 oktober jl. Stonden er 3 open.", 1),
        ("Het aantal was 20.120. Dat is meer.", 2),
        ("vanaf 2026.In het Regeerprogramma", 2),
        ("Noodopvang 29.790\nReguliere plekken 35.140", 2),
    ],
)
def test_sentences_end_where_a_reader_ends_them(text: str, count: int) -> None:
    assert len(sentences(text)) == count
