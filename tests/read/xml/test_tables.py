"""CALS tables keep their rows, spans and headings."""

from __future__ import annotations

from graph.model import Cell, SourceText
from graph.read import read


def paper(inside: str) -> SourceText:
    return read(f"<kamerstuk>{inside}</kamerstuk>".encode(), "a.xml")


def cells(source: SourceText) -> list[tuple[str, int, int, int, int]]:
    assert source.layout is not None
    (table,) = source.layout.tables
    return [(source.quote(each.span), each.row, each.column, each.rows, each.columns) for each in table.cells]


COLUMNS = "".join(f'<colspec colname="c{number}" colnum="{number}"/>' for number in (1, 2, 3))


def test_title_head_and_rows_are_read_and_the_foot_comes_last() -> None:
    source = paper(
        f"""<table><title>Plekken</title><tgroup cols="3">{COLUMNS}
        <thead><row><entry><al>Jaar</al></entry><entry><al>Aantal</al></entry></row></thead>
        <tfoot><row><entry>Bron: COA</entry></row></tfoot>
        <tbody><row><entry><al>2024</al></entry><entry><al>1.234</al></entry></row></tbody></tgroup></table>"""
    )
    assert source.text == "Plekken\n\nJaar\tAantal\n2024\t1.234\nBron: COA"
    assert source.layout is not None
    assert [cell.heading for cell in source.layout.tables[0].cells] == [True, True, False, False, False]
    assert source.layout.blocks[0].kind == "heading"


def test_spans_and_named_columns_say_where_a_cell_stands() -> None:
    source = paper(
        f"""<table><tgroup cols="3">{COLUMNS}<spanspec spanname="all" namest="c1" nameend="c3"/><tbody>
        <row><entry morerows="1" colname="c1">a</entry><entry namest="c2" nameend="c3">b</entry></row>
        <row><entry colname="c3">c</entry></row><row><entry spanname="all">d</entry></row></tbody></tgroup></table>"""
    )
    assert cells(source) == [
        ("a", 0, 0, 2, 1),
        ("b", 0, 1, 1, 2),
        ("", 1, 1, 1, 1),
        ("c", 1, 2, 1, 1),
        ("d", 2, 0, 1, 3),
    ]


def test_cells_may_hold_paragraphs_and_lists() -> None:
    source = paper(
        """<table><tgroup cols="2"><tbody><row><entry><al>1</al></entry>
        <entry><al>Hoeveel?</al>
        <lijst type="expliciet"><li><li.nr>a.</li.nr><al>Tien</al></li></lijst></entry></row></tbody>
        </tgroup></table>"""
    )
    assert source.text == "1\n\nHoeveel?\n\na. Tien"


def test_a_table_that_only_arranges_is_read_block_by_block() -> None:
    inner = "<table><tgroup cols='1'><tbody><row><entry>binnen</entry></row></tbody></tgroup></table>"
    outer = (
        f"<table><tgroup cols='1'><tbody><row>los<entry><al>buiten</al>{inner}</entry></row></tbody></tgroup></table>"
    )
    source = paper(outer)
    assert source.text.split() == ["los", "buiten", "binnen"]
    assert source.layout is not None and len(source.layout.tables) == 1


def test_absurd_spans_do_no_harm() -> None:
    source = paper(
        """<table><tgroup cols="1"><colspec colname="c1" colnum="99999"/><tbody>
        <row><entry colname="c1" morerows="99999" namest="c1" nameend="c9">a</entry><entry morerows="-1">b</entry></row>
        </tbody></tgroup></table>"""
    )
    assert source.text.split() == ["a", "b"]
    assert isinstance(source.layout and source.layout.tables[0].cells[0], Cell)
