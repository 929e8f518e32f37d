"""Formats that say what a paragraph, a heading and a cell is are read by the same parser as plain text."""

from __future__ import annotations

import pytest

from graph.model import BlockKind, Report
from graph.parse import parse
from graph.read.compose import compose
from graph.read.content import Content, Furniture, Note, Paragraph, Piece, TableCell, TableRows
from graph.read.limits import LIMITS, Raw

HEAD = (
    Paragraph(("36 900 XII Vaststelling van de begrotingsstaten",), BlockKind.HEADING, 1),
    Paragraph(("Nr. 4 LIJST VAN VRAGEN EN ANTWOORDEN",), BlockKind.HEADING, 1),
    Paragraph(("Vastgesteld 3 juni 2025. Vragen en antwoorden zijn hierna afgedrukt.",)),
)
TWO = {("1",): ("Hoeveel zijn er?", "Tien."), ("2",): ("Waar is dat?", "In Assen.")}
LONG = "Dat is in de loop van de jaren vaak onderzocht en steeds weer anders uitgekomen. " * 4


def paper(*pieces: Piece) -> Report:
    return parse(compose(Content((*HEAD, *pieces)), Raw(b"x", "a.docx", "application/x", LIMITS)))


def exchange(report: Report) -> dict[tuple[str, ...], tuple[str, str]]:
    asked = {one.key: report.source.quote(one.span) for one in report.questions}
    return {one.questions: (asked[one.key], report.source.quote(one.span)) for one in report.answers}


def row(*cells: str) -> tuple[TableCell, ...]:
    return tuple(TableCell(tuple(Paragraph((each,)) for each in cell.split("\n") if each)) for cell in cells)


def texts(*words: str) -> list[Paragraph]:
    return [Paragraph((each,)) for each in words]


ROWS = {
    "number, question and answer": (row("1", "Hoeveel zijn er?", "Tien."), row("2", "Waar is dat?", "In Assen.")),
    "with a heading": (
        row("Nr.", "Vraag", "Antwoord"),
        row("1", "Hoeveel zijn er?", "Tien."),
        row("2", "Waar is dat?", "In Assen."),
    ),
    "number with the question": (row("1. Hoeveel zijn er?", "Tien."), row("2. Waar is dat?", "In Assen.")),
    "with an empty cell": (row("1", "", "Hoeveel zijn er?", "Tien."), row("2", "", "Waar is dat?", "In Assen.")),
}


@pytest.mark.parametrize("name", ROWS)
def test_cells_of_a_row_are_question_and_answer(name: str) -> None:
    assert exchange(paper(TableRows(ROWS[name]))) == TWO


def test_cells_that_hold_paragraphs() -> None:
    report = paper(TableRows((row("1", "Hoeveel zijn er?", f"Tien.\n{LONG}"), row("2", "Waar is dat?", "In Assen."))))
    assert exchange(report) == TWO | {("1",): ("Hoeveel zijn er?", f"Tien.\n\n{LONG.strip()}")}


def test_table_of_figures_in_an_answer_holds_no_questions() -> None:
    figures = TableRows((row("1", "Assen", "12"), row("2", "Emmen", "14"), row("3", "Meppel", "9")))
    report = paper(
        *texts("Vraag 1", "Hoeveel zijn er?", "Antwoord 1", "Zie de tabel."),
        figures,
        *texts("Vraag 2", "Waar is dat?"),
        *texts("Antwoord 2", "In Assen."),
    )
    assert exchange(report) == TWO | {
        ("1",): ("Hoeveel zijn er?", "Zie de tabel.\n\n1\tAssen\t12\n2\tEmmen\t14\n3\tMeppel\t9")
    }


def test_long_paragraphs_are_no_text_that_lost_its_line_ends() -> None:
    report = paper(*texts("Vraag 1", f"{LONG * 20} Klopt dat?", "Antwoord op vraag 1", f"Ja. {LONG * 20}"))
    assert [one.questions for one in report.answers] == [("1",)]
    assert report.source.quote(report.answers[0].span).startswith("Ja. Dat is")


def test_heading_of_the_format_above_the_next_question_is_no_part_of_the_answer() -> None:
    report = paper(
        *texts("Vraag 1", "Hoeveel zijn er?", "Antwoord 1", "Tien."),
        Paragraph(("Over de plaats waar het gebeurt",), BlockKind.HEADING, 2),
        *texts("Vraag 2", "Waar is dat?", "Antwoord 2", "In Assen."),
    )
    assert exchange(report) == TWO


def test_note_and_footer_between_question_and_answer() -> None:
    report = paper(
        *texts("1. Hoeveel zijn er?"),
        Note("1", "1", ("Zie het rapport.",)),
        Furniture("Tweede Kamer, vergaderjaar 2024–2025 3"),
        *texts("Antwoord", "Tien.", "2. Waar is dat?", "Antwoord", "In Assen."),
    )
    assert exchange(report) == TWO


def test_items_of_a_list_in_an_answer_are_no_questions() -> None:
    items = [Paragraph((f"{n}. Stap {n}",), BlockKind.ITEM, 1) for n in range(1, 4)]
    report = paper(
        *texts("1. Hoeveel zijn er?", "Antwoord", "Tien."), *items, *texts("2. Waar is dat?", "Antwoord", "In Assen.")
    )
    assert exchange(report) == TWO | {("1",): ("Hoeveel zijn er?", "Tien.\n\n1. Stap 1\n\n2. Stap 2\n\n3. Stap 3")}
