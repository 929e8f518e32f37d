"""Snippets show the place where most of what was asked for stands, and are never marked up themselves."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from graph.search.snippet import LENGTH, snippet


def test_the_place_with_most_different_words_is_shown() -> None:
    text = "Over dijken. " * 40 + "Hier staan dijken en gravers samen. " + "En meer over dijken. " * 40
    found = snippet(text, {"dijk", "graver"})
    assert "gravers samen" in found.text and found.text.startswith("…") and found.text.endswith("…")
    assert "gravers" in [found.text[start:end] for start, end in found.hits]


def test_a_short_text_is_shown_whole() -> None:
    assert snippet("1.250 gravers", {"dijk"}).text == "1.250 gravers"


@given(
    st.text(st.characters(exclude_characters="…"), max_size=1500),
    st.sets(st.text(alphabet="abcde", min_size=1, max_size=2)),
)
def test_the_pieces_make_up_the_snippet(text: str, stems: set[str]) -> None:
    found = snippet(text, stems)
    assert "".join(piece.text for piece in found.pieces()) == found.text
    assert len(found.text) <= LENGTH + 2
    assert found.text.strip("…") in text.translate(_LINES)


_LINES = str.maketrans("\n\r\t", "   ")
