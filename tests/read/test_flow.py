"""White space collapses as in a browser, and labels stay with what they label."""

from __future__ import annotations

from graph.model import BlockKind
from graph.read.content import Call, Paragraph, TableCell, TableRows
from graph.read.flow import Flow, words_of


def written(flow: Flow) -> list[str]:
    flow.close(force=True)
    return [words_of(piece) for piece in flow.pieces if isinstance(piece, Paragraph)]


def test_white_space_across_runs_is_one_space() -> None:
    flow = Flow()
    for words in ("\n  Er zijn ", " 5\n\t", "plekken", " . "):
        flow.text(words)
    assert written(flow) == ["Er zijn 5 plekken ."]


def test_no_break_space_is_kept_and_invisible_characters_are_not() -> None:
    flow = Flow()
    flow.text("€\u00a05 in op\u00advang\u200b")
    assert written(flow) == ["€\u00a05 in opvang"]


def test_a_line_end_has_no_space_beside_it() -> None:
    flow = Flow()
    flow.line_end()
    flow.text("De Minister, ")
    flow.line_end()
    flow.text("  Jansen")
    assert written(flow) == ["De Minister,\nJansen"]


def test_kept_white_space_stays() -> None:
    flow = Flow()
    flow.keep("een  twee\n   drie")
    assert written(flow) == ["een  twee\n   drie"]


def test_a_label_goes_with_the_next_paragraph() -> None:
    flow = Flow()
    flow.item(2)
    flow.text("a.\u00a0\u00a0")
    flow.hold()
    flow.close()
    flow.text("Eerste")
    flow.close()
    flow.text("Vervolg")
    flow.close()
    assert flow.pieces == [Paragraph(("a. Eerste",), BlockKind.ITEM, 2), Paragraph(("Vervolg",))]


def test_a_label_alone_is_not_lost() -> None:
    flow = Flow()
    flow.item(1)
    flow.text("3.")
    flow.hold()
    assert written(flow) == ["3."]


def test_blank_paragraphs_are_none_and_a_call_alone_is_one() -> None:
    flow = Flow()
    flow.text(" \u00a0 ")
    flow.close()
    flow.add(Call("1", "n"))
    flow.close()
    assert flow.pieces == [Paragraph((Call("1", "n"),))]


def test_a_table_inside_a_cell_is_read_row_by_row() -> None:
    flow = Flow()
    row = tuple(TableCell((Paragraph((words,)),)) for words in ("opvang", "5"))
    flow.table(TableRows((row,)))
    flow.table(TableRows(((TableCell(()),),)))
    assert [words_of(each) for each in flow.paragraphs()] == ["opvang\t5"]
