"""Pieces of any format make one layer, and the layout points into it."""

from __future__ import annotations

import unicodedata
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from graph.errors import ReadError
from graph.model import BlockKind, Layout, SourceText, Span
from graph.read.compose import compose
from graph.read.content import Call, Content, Furniture, Note, PageBreak, Paragraph, Piece, TableCell, TableRows
from graph.read.limits import Limits, Raw

PDF = "application/pdf"


def composed(*pieces: Piece, limits: Limits | None = None, media_type: str = PDF) -> SourceText:
    return compose(Content(pieces), Raw(b"x", "a.pdf", media_type, limits or Limits()))


def layout(source: SourceText) -> Layout:
    assert source.layout is not None
    return source.layout


def line(*words: str) -> tuple[TableCell, ...]:
    return tuple(TableCell((Paragraph((word,)),)) for word in words)


def quotes(source: SourceText, spans: list[Span]) -> list[str]:
    return [source.quote(span) for span in spans]


def test_paragraphs_stand_apart_by_a_blank_line_and_are_blocks() -> None:
    source = composed(
        Paragraph(("Vraag 1",), BlockKind.HEADING, 2),
        Paragraph(("  Hoeveel dijken\nzijn er? ",)),
        Paragraph((" ",)),
        Paragraph(("1. Veel.",), BlockKind.ITEM, 1),
    )
    assert source.text.split("\n\n") == ["Vraag 1", "Hoeveel dijken\nzijn er? ", "1. Veel."]
    assert [(block.kind, source.quote(block.span), block.level) for block in layout(source).blocks] == [
        (BlockKind.HEADING, "Vraag 1", 2),
        (BlockKind.PARAGRAPH, "Hoeveel dijken\nzijn er?", 0),
        (BlockKind.ITEM, "1. Veel.", 1),
    ]


def test_table_of_figures_has_a_line_for_each_row() -> None:
    source = composed(Paragraph(("Zie de tabel.",)), TableRows((line("Jaar", "Dijken"), line("2024", "1.250"))))
    assert source.text == "Zie de tabel.\n\nJaar\tDijken\n2024\t1.250"
    (table,) = layout(source).tables
    assert [(cell.row, cell.column, source.quote(cell.span)) for cell in table.cells] == [
        (0, 0, "Jaar"), (0, 1, "Dijken"), (1, 0, "2024"), (1, 1, "1.250"),
    ]  # fmt: skip
    rows = [block.span for block in layout(source).blocks if block.kind is BlockKind.ROW]
    assert quotes(source, rows) == ["Jaar\tDijken", "2024\t1.250"]


def test_cell_below_one_that_stretches_over_rows_is_in_the_next_column() -> None:
    tall = TableCell((Paragraph(("Opvang",)),), rows=2)
    source = composed(TableRows(((tall, *line("2023")), line("2024"))))
    (table,) = layout(source).tables
    assert [(cell.row, cell.column) for cell in table.cells] == [(0, 0), (0, 1), (1, 1)]


def test_table_of_prose_is_written_paragraph_by_paragraph() -> None:
    answer = TableCell((Paragraph(("Ja.",)), Paragraph(("Er zijn er tien.",))))
    source = composed(TableRows((((*line("1", "Hoeveel?"), answer)),)))
    assert source.text.split("\n\n") == ["1", "Hoeveel?", "Ja.", "Er zijn er tien."]
    (table,) = layout(source).tables
    assert source.quote(table.cells[2].span) == "Ja.\n\nEr zijn er tien."


def test_note_and_furniture_stand_on_lines_of_their_own_inside_a_paragraph() -> None:
    source = composed(
        Paragraph(
            (
                "Er zijn er tien.", Call("1", "a"), " Dat zijn\n",
                Note("a", "1", ("Bron: de Dijkdienst.",)), Furniture("Pagina 1 van 2"), PageBreak(),
                "er meer dan vorig jaar.",
            )
        )
    )  # fmt: skip
    assert source.text == (
        "Er zijn er tien.1 Dat zijn\n1 Bron: de Dijkdienst.\nPagina 1 van 2\ner meer dan vorig jaar."
    )
    (note,) = layout(source).notes
    assert note.mark == "1" and note.call is not None
    assert source.quote(note.span) == "1 Bron: de Dijkdienst."
    assert quotes(source, [note.call, *layout(source).furniture]) == ["1", "Pagina 1 van 2"]
    assert source.page(source.text.index("er meer")) == 2
    assert len(layout(source).blocks) == 1


def test_note_that_is_called_twice_is_one_note_with_two_calls() -> None:
    source = composed(Paragraph(("A", Call("1", "n"), " en B", Call("1", "n"), ".")), Note("n", "1", ("Noot.",)))
    assert len(layout(source).notes) == 1
    assert len(layout(source).calls) == 2
    assert layout(source).notes[0].call == layout(source).calls[0]


def test_letter_and_accent_in_two_runs_become_one_letter() -> None:
    source = composed(
        Paragraph(
            (
                "Syrie",
                "\u0308 en Jemen\x02",
            )
        )
    )
    assert source.text == "Syrië en Jemen"
    assert source.dropped == 1


def test_what_the_file_says_of_itself_goes_along() -> None:
    content = Content((Paragraph(("Tekst",)),), {"DC.identifier": ("kst-1-2",)})
    assert compose(content, Raw(b"", "a.html", "text/html")).labels == {"DC.identifier": ("kst-1-2",)}


def test_file_without_words_is_refused() -> None:
    with pytest.raises(ReadError, match="no text"):
        composed(PageBreak(), Paragraph(("—",)))


def test_text_above_the_limit_is_refused() -> None:
    with pytest.raises(ReadError, match="more than 5 characters"):
        composed(Paragraph(("zes letters",)), limits=Limits(characters=5))


WORDS = st.text(alphabet=st.sampled_from("ab1 \n\t\u0308é\u0000-"), max_size=8)
INLINE = st.one_of(
    WORDS,
    st.builds(Call, st.sampled_from("12"), st.sampled_from("xy")),
    st.builds(Furniture, WORDS),
    st.builds(Note, st.sampled_from("xy"), st.sampled_from("12"), st.tuples(WORDS)),
    st.just(PageBreak()),
)
PARAGRAPH = st.builds(Paragraph, st.lists(INLINE, max_size=4).map(tuple))
CELL = st.builds(TableCell, st.lists(st.builds(Paragraph, st.tuples(WORDS)), max_size=2).map(tuple), st.integers(1, 2))
TABLE = st.builds(TableRows, st.lists(st.lists(CELL, max_size=3).map(tuple), max_size=3).map(tuple))


@given(st.lists(st.one_of(PARAGRAPH, TABLE, st.builds(Furniture, WORDS), st.just(PageBreak())), max_size=6))
@settings(deadline=None, derandomize=True, max_examples=300)
def test_every_span_of_a_layout_lies_in_the_layer_and_has_words(pieces: list[Piece]) -> None:
    try:
        source = composed(*pieces)
    except ReadError:
        return
    assert unicodedata.is_normalized("NFC", source.text)
    found = layout(source)
    spans = [
        *(block.span for block in found.blocks), *(note.span for note in found.notes), *found.calls, *found.furniture,
    ]  # fmt: skip
    for span in spans:
        words = source.quote(span)
        assert words and words == words.strip()
    starts = [block.span for block in found.blocks]
    assert starts == sorted(starts)
    assert all(one.end <= other.start for one, other in pairwise(starts))
    assert all(0 <= cell.span.start <= cell.span.end <= len(source.text) for t in found.tables for cell in t.cells)
    assert list(source.page_starts) == sorted(set(source.page_starts))
