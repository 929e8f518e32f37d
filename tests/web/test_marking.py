"""Running text is cut at its marks, and no mark is lost."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from graph.web.marking import Mark, Piece, marked, sentence_around

spans = st.lists(st.tuples(st.integers(-5, 60), st.integers(-5, 60)), max_size=12)


def mark(start: int, end: int) -> Mark:
    return Mark(start, end, "figure", f"{start}-{end}", "")


@given(st.text(max_size=50), st.integers(0, 9), spans)
def test_pieces_are_the_text_and_every_mark_inside_it_is_on_one(
    text: str, offset: int, places: list[tuple[int, int]]
) -> None:
    marks = [mark(*place) for place in places]
    pieces = marked(text, offset, marks)
    assert "".join(piece.text for piece in pieces) == text
    inside = [each for each in marks if offset <= each.start < each.end <= offset + len(text)]
    shown = [each for piece in pieces for each in (*([piece.mark] if piece.mark else []), *piece.also)]
    assert sorted(map(str, shown)) == sorted(map(str, inside))


def test_the_words_of_a_mark_are_those_that_it_stands_on() -> None:
    pieces = marked("In 2023 en 2024 102 dagen.", 0, [mark(16, 25)])
    assert [piece.text for piece in pieces if piece.mark] == ["102 dagen"]


def test_two_facts_of_the_same_words_share_a_piece() -> None:
    first, second = mark(0, 9), Mark(0, 9, "figure", "other", "")
    assert marked("102 dagen.", 0, [first, second]) == [Piece("102 dagen", first, (second,)), Piece(".")]


def test_a_sentence_ends_where_the_next_begins() -> None:
    text = "Dat was zo. Er waren 12 plekken! En nu niet."
    assert text[slice(*sentence_around(text, 21, 23))] == "Er waren 12 plekken!"
