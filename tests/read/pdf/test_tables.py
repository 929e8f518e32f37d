"""Tables: ruled, between horizontal rules, and figures in columns."""

from __future__ import annotations

from collections.abc import Sequence

from tests.read.pdf.drawing import BOLD, PLAIN, Press, layer, paragraphs, pieces, tables

from graph.model import BlockKind
from graph.read.content import TableRows

LINE = "De antwoorden van het kabinet op deze vragen zijn te vinden in de brief die hierbij gaat."
ROWS = [["Soort", "2024", "2025"], ["Reguliere plekken", "35.140", "38.020"], ["Noodopvang", "29.790", "29.700"]]


def set_rows(press: Press, y: float, rows: Sequence[Sequence[str]], step: float = 16, size: float = 9) -> None:
    """Set rows of a label and figures that end at their columns, the first in bold."""
    for number, (label, *figures) in enumerate(rows):
        font = BOLD if number == 0 else PLAIN
        press.text(84, y + step * number, label, size, font)
        for column, figure in enumerate(figures):
            press.right(300 + 80 * column, y + step * number, figure, size, font)


def headings(table: TableRows) -> list[list[bool]]:
    return [[cell.heading for cell in row] for row in table.rows]


def only(press: Press) -> TableRows:
    (table,) = (each for each in pieces(press).pieces if isinstance(each, TableRows))
    return table


def ruled() -> Press:
    press = Press()
    press.block(80, 60, LINE)
    press.grid([80, 220, 304, 384], [100, 116, 132, 148])
    set_rows(press, 111, ROWS)
    press.block(80, 180, LINE)
    return press


def test_ruled_table_is_a_table_with_a_heading() -> None:
    assert tables(pieces(ruled())) == [ROWS]
    assert headings(only(ruled())) == [[True] * 3, [False] * 3, [False] * 3]


def test_text_around_a_table_stays_in_order() -> None:
    kinds = [type(each).__name__ for each in pieces(ruled()).pieces]
    assert kinds == ["Paragraph", "TableRows", "Paragraph"]


def test_rows_of_a_table_are_lines_of_the_layer() -> None:
    source = layer(ruled())
    assert source.layout is not None
    rows = [source.quote(block.span) for block in source.layout.blocks if block.kind is BlockKind.ROW]
    assert rows == ["\t".join(row) for row in ROWS]


def test_cell_over_two_columns_stretches() -> None:
    press = Press()
    press.grid([80, 220, 304, 384], [116, 132, 148])
    press.grid([80, 220, 384], [100, 116])
    set_rows(press, 127, ROWS[1:])
    press.text(84, 111, "Soort", 9)
    press.text(280, 111, "Aantal plekken", 9)
    table = only(press)
    assert [[cell.columns for cell in row] for row in table.rows] == [[1, 2], [1, 1, 1], [1, 1, 1]]


def test_lines_of_a_cell_of_figures_stand_on_one_line() -> None:
    press = Press()
    press.grid([80, 220, 304], [100, 116, 144, 160])
    for y, label, figure in ((111, "Soort", "2025"), (127, "Plekken voor kinder-", ""), (155, "Noodopvang", "29.700")):
        press.text(84, y, label, 9)
        press.right(300, y, figure, 9)
    press.text(84, 138, "opvang", 9)
    press.right(300, 138, "120", 9)
    assert tables(pieces(press))[0][1] == ["Plekken voor kinder- opvang", "120"]


def test_table_of_filled_cells_without_rules_is_a_table() -> None:
    press = Press()
    for row in range(3):
        for x0, x1 in ((80, 220), (220, 304), (304, 384)):
            press.canvas.setFillGray(0.9 if row % 2 else 0.8)
            press.canvas.rect(x0, press.height - 120 - 20 * row, x1 - x0, 20, stroke=0, fill=1)
    press.canvas.setFillGray(0)
    set_rows(press, 114, ROWS, step=20)
    assert tables(pieces(press)) == [ROWS]


def test_table_of_prose_keeps_the_paragraphs_of_its_cells() -> None:
    press = Press()
    press.grid([80, 110, 300, 520], [100, 116, 220])
    for x, text in ((84, "Nr"), (114, "Vraag"), (304, "Antwoord")):
        press.text(x, 111, text, 9, BOLD)
    press.text(84, 130, "1", 9)
    press.block(114, 130, "Hoeveel locaties zijn er, en hoeveel daarvan zijn gesloten?", 180, 9)
    y = press.block(304, 130, f"Er zijn 315 locaties. {LINE}", 210, 9)
    press.block(304, y + 6, f"Er zijn er 12 gesloten. {LINE}", 210, 9)
    table = only(press)
    assert [len(cell.paragraphs) for cell in table.rows[1]] == [1, 1, 2]


def test_frame_around_a_paragraph_is_no_table() -> None:
    press = Press()
    press.canvas.rect(70, press.height - 160, 420, 80)
    press.block(80, 100, LINE)
    assert tables(pieces(press)) == []


def test_marked_words_in_running_text_are_no_table() -> None:
    press = Press()
    press.canvas.setFillColorRGB(1, 1, 0)
    for row in range(3):
        for x in (80, 200, 330):
            press.canvas.rect(x, press.height - 103 - 12 * row, 110, 11, stroke=0, fill=1)
    press.canvas.setFillGray(0)
    press.block(80, 100, f"{LINE} {LINE}")
    assert tables(pieces(press)) == []


def between_rules(rows: Sequence[Sequence[str]]) -> Press:
    press = Press()
    press.block(80, 60, LINE)
    set_rows(press, 111, rows)
    for y in (100, 116, 100 + 16 * len(rows)):
        press.rule(80, 480, y)
    press.block(80, 300, LINE)
    return press


def test_table_with_horizontal_rules_only_is_a_table() -> None:
    assert tables(pieces(between_rules(ROWS))) == [ROWS]
    assert headings(only(between_rules(ROWS)))[0] == [True] * 3


def test_label_on_two_lines_is_one_cell() -> None:
    rows = [*ROWS, ["Plekken voor alleenstaande"], ["minderjarige vreemdelingen", "2.160", "2.400"]]
    found = tables(pieces(between_rules(rows)))
    assert found[0][-1] == ["Plekken voor alleenstaande minderjarige vreemdelingen", "2.160", "2.400"]


def test_words_between_rules_in_columns_are_a_table() -> None:
    press = Press()
    for number, (one, other) in enumerate(
        (("Maatregel", "Toelichting"), ("Snel beslissen", "Binnen acht weken"), ("Opvang", "In elke gemeente"))
    ):
        press.text(84, 111 + 16 * number, one, 9, BOLD if number == 0 else PLAIN)
        press.text(250, 111 + 16 * number, other, 9, BOLD if number == 0 else PLAIN)
    for y in (100, 116, 132, 148):
        press.rule(80, 480, y)
    press.block(80, 200, LINE)
    assert tables(pieces(press))[0][1:] == [["Snel beslissen", "Binnen acht weken"], ["Opvang", "In elke gemeente"]]


def test_masthead_between_rules_is_no_table() -> None:
    press = Press()
    press.rule(28, 541, 60)
    press.text(28, 75, "Vergaderjaar 2024–2025", 9)
    press.text(250, 75, "Aanhangsel van de Handelingen", 9)
    press.rule(28, 541, 85)
    press.block(141, 130, LINE)
    assert tables(pieces(press)) == []


def test_figures_in_columns_without_rules_are_a_table() -> None:
    press = Press()
    press.block(80, 60, LINE)
    set_rows(press, 111, [*ROWS, ["Totaal", "64.930", "–"]], step=12)
    press.block(80, 200, LINE)
    assert tables(pieces(press)) == [[*ROWS, ["Totaal", "64.930", "–"]]]
    assert paragraphs(pieces(press)) == [LINE, LINE]


def test_table_on_a_landscape_page_is_a_table() -> None:
    press = Press((841.9, 595.3))
    rows = [
        ["Gemeente", "2020", "2021", "2022", "2023", "2024"],
        *([name, *"12345"] for name in ("Almere", "Ede", "Urk")),
    ]
    set_rows(press, 100, rows, step=14)
    assert tables(pieces(press)) == [rows]


def test_contents_of_a_report_are_no_table() -> None:
    press = Press()
    for number, (title, page) in enumerate((("Inleiding", "3"), ("Vragen", "4"), ("Antwoorden", "9"), ("Slot", "12"))):
        press.text(80, 100 + 12 * number, title)
        press.right(480, 100 + 12 * number, page)
    assert tables(pieces(press)) == []


def test_items_and_labels_that_stand_below_each_other_are_no_table() -> None:
    press = Press()
    for number, (label, text) in enumerate(
        (("1.", "2024 was een druk jaar"), ("2.", "Het jaar 2025"), ("3.", "Daarna"))
    ):
        press.text(80, 100 + 12 * number, label)
        press.text(110, 100 + 12 * number, text)
    for number, (label, value) in enumerate(
        (("Datum", "26 augustus 2025"), ("Ons kenmerk", "5642239"), ("Bijlagen", "1"))
    ):
        press.text(80, 200 + 12 * number, label)
        press.text(180, 200 + 12 * number, value)
    assert tables(pieces(press)) == []
