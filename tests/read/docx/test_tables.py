"""Tables: merged cells once, frames apart (ECMA-376 17.4)."""

from __future__ import annotations

import pytest
from tests.read.docx.packing import cell, content, field, layer, p, row, table

from graph.read.content import Furniture, Paragraph, TableCell, TableRows


def made(text: str, rows: int = 1, columns: int = 1, *, heading: bool = False) -> TableCell:
    return TableCell((Paragraph((text,)),) if text else (), rows, columns, heading)


def merged(text: str, how: str = "") -> str:
    return cell(text, f'<w:vMerge w:val="{how}"/>' if how else "<w:vMerge/>")


def one(body: str) -> TableRows:
    (found,) = content(body).pieces
    assert isinstance(found, TableRows)
    return found


def test_cells_that_are_merged_are_given_once() -> None:
    found = one(
        table(
            row(merged("jaar", "restart"), cell("instroom", '<w:gridSpan w:val="2"/>')),
            row(merged(""), "man", "vrouw"),
            row("2024", "10", "12"),
        )
    )
    assert found.rows == (
        (made("jaar", rows=2), made("instroom", columns=2)),
        (made("man"), made("vrouw")),
        (made("2024"), made("10"), made("12")),
    )


def test_words_in_a_cell_that_continues_another_are_kept() -> None:
    found = one(table(row(merged("a", "restart"), "b"), row(merged("c"), "d")))
    assert found.rows[0][0] == TableCell((Paragraph(("a",)), Paragraph(("c",))), rows=2)


def test_cell_that_continues_nothing_is_a_cell() -> None:
    assert one(table(row(merged("a"), "b"))).rows == ((made("a"), made("b")),)


def test_heading_rows_are_told() -> None:
    found = one(table(row("jaar", "aantal", properties="<w:tblHeader/>"), row("2024", "10")))
    assert found.rows[0] == (made("jaar", heading=True), made("aantal", heading=True))
    assert found.rows[1] == (made("2024"), made("10"))


def test_row_that_begins_later_has_an_empty_cell_before_it() -> None:
    found = one(table(row("a", "b", "c"), row("d", "e", properties='<w:gridBefore w:val="1"/>')))
    assert found.rows[1] == (made(""), made("d"), made("e"))


def test_older_way_of_merging_sideways_is_understood() -> None:
    wide = cell("a", '<w:hMerge w:val="restart"/>') + cell("", '<w:hMerge w:val="continue"/>')
    found = one(table(f"<w:tr>{wide}{cell('b')}</w:tr>", row("c", "d", "e")))
    assert found.rows[0] == (made("a", columns=2), made("b"))


def test_deleted_row_is_left_out_and_rows_in_content_controls_are_not() -> None:
    inside = f"<w:sdt><w:sdtContent>{row('c', 'd')}</w:sdtContent></w:sdt>"
    found = one(table(row("a", "b", properties="<w:del/>"), inside))
    assert found.rows == ((made("c"), made("d")),)


def test_table_in_a_cell_becomes_paragraphs_of_that_cell() -> None:
    found = one(table(row("a", cell(p("Zie:") + table(row("b", "c"), row("d", "e"))))))
    (_, held) = found.rows[0]
    assert held.paragraphs == (Paragraph(("Zie:",)), Paragraph(("b", "\t", "c")), Paragraph(("d", "\t", "e")))


def test_rows_of_which_none_has_words_in_two_cells_are_a_frame() -> None:
    letter = cell(p("Geachte voorzitter,") + p("Hierbij.") + table(row("2024", "10")))
    found = content(table(row(letter), row("", "Hoogachtend,", ""))).pieces
    assert found == [
        Paragraph(("Geachte voorzitter,",)),
        Paragraph(("Hierbij.",)),
        TableRows(((made("2024"), made("10")),)),
        Paragraph(("Hoogachtend,",)),
    ]


def test_letterhead_in_a_table_keeps_date_and_subject_on_their_lines() -> None:
    address = cell(p("Aan de Voorzitter") + p("Postbus 20018"), '<w:gridSpan w:val="2"/>')
    source = layer(table(row(address), row("Datum", "3 mei 2024"), row("Betreft", "Dijken")))
    assert source.text == "Aan de Voorzitter\n\nPostbus 20018\n\nDatum\t3 mei 2024\nBetreft\tDijken"


def test_page_number_in_a_cell_is_furniture_there() -> None:
    found = one(table(row("a", cell(p("Pagina ", field("PAGE", "1"))))))
    assert found.rows[0][1].paragraphs == (Paragraph((Furniture("Pagina 1"),)),)


@pytest.mark.parametrize("claim", ["999999999", "-3", "0", "x"])
def test_absurd_spans_cost_nothing(claim: str) -> None:
    wide = cell("a", f'<w:gridSpan w:val="{claim}"/>')
    source = layer(table(*[row(wide, "b", properties=f'<w:gridBefore w:val="{claim}"/>')] * 50))
    assert source.text.split() == ["a", "b"] * 50
