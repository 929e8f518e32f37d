"""The same table says the same in every form: lines of text, bars, HTML and Word."""

from __future__ import annotations

import html
from collections.abc import Callable

import pytest
from tests.read.docx.packing import pack, parts

from graph.build.work import registers
from graph.model import Understanding
from graph.pipeline import understand

Rows = list[list[str]]
Facts = list[tuple[str, str, str, str | None, str]]

HEAD = (
    "36 999 XX Begroting",
    "Nr. 7 VERSLAG HOUDENDE EEN LIJST VAN VRAGEN EN ANTWOORDEN",
    "Vastgesteld 12 november 2025",
)
QUESTION = "Kunt u de cijfers geven?"
MORE = "\n".join(["Dat ben ik met de leden eens en ik zal de Kamer daarover nader berichten in het voorjaar."] * 4)

TABLES: list[tuple[str, str]] = [
    ("Afgehandelde meldingen in 2024", "Inspectie | Aantal | Percentage; Arbeid | 312 | 41%; Voer | 450 | 59%"),
    ("Aantal dwangsommen", "Provincie | 2023 | 2024; Drenthe | 12 | <5; Zeeland | minder dan 5 | 24"),
    ("Mutaties (bedragen x € 1.000)", "Onderdeel | 2025 | 2026; Loon | 412 | -15; Kasschuif | -/- 80 | 30"),
    ("Bezetting in fte", "Functie | 2023 | 2024; Sterkte | 510 | 520; waarvan aspiranten | 51 | 48"),
    ("Vacatures in de zorg", "Branche | 2023 | 2024; Thuiszorg; Helpenden | 43 | 47; Koks | 5 | 6"),
    ("Gevaccineerde kinderen", "Regio | 2023 | 2024; Noord | 123 (91%) | 120 (89%); Oost | 45 (92%) | 44 (90%)"),
    (
        "Aantal leerlingen op 1 oktober (x 1.000)",
        "Sector | 2022 | 2023; Primair | 1.381 | 1.376; Speciaal | 70,1 | 70,4",
    ),
    ("Aantal schorsingen", "Schooljaar | Kort | Lang; 2021/2022 | 141 | 29; 2022/2023 | 153 | 31"),
]
"""Titles, and tables with a bar between cells and a semicolon between rows."""


def _text(title: str, rows: Rows, line: Callable[[int, list[str]], str]) -> bytes:
    table = "\n".join(line(n, row) for n, row in enumerate(rows))
    head = "\n\n".join(HEAD)
    asked = f"Vraag 1\n{QUESTION}\n\nAntwoord 1\n{title}\n{table}"
    return f"{head}\n\n{asked}\n\nVraag 2\nEn?\n\nAntwoord 2\n{MORE}\n".encode()


def _barred(number: int, row: list[str]) -> str:
    cells = row + [""] * (3 - len(row))
    line = f"| {' | '.join(cells)} |"
    return line if number else f"{line}\n|---|---|---|"


def _html(title: str, rows: Rows) -> bytes:
    table = "".join(f"<tr>{''.join(f'<td>{html.escape(c)}</td>' for c in row)}</tr>" for row in rows)
    head = "".join(f"<p>{line}</p>" for line in HEAD)
    body = f"<h2>Vraag 1</h2><p>{QUESTION}</p><h2>Antwoord 1</h2><p>{title}</p><table>{table}</table>"
    return f"<html><body>{head}{body}</body></html>".encode()


def _docx(title: str, rows: Rows) -> bytes:
    def lines(*words: str) -> str:
        return "".join(f"<w:p><w:r><w:t>{html.escape(each, quote=False)}</w:t></w:r></w:p>" for each in words)

    def cells(row: list[str]) -> str:
        return "".join(f"<w:tc>{lines(cell)}</w:tc>" for cell in row + [""] * (3 - len(row)))

    table = "".join(f"<w:tr>{cells(row)}</w:tr>" for row in rows)
    body = lines(*HEAD, "Vraag 1", QUESTION, "Antwoord 1", title)
    return pack(parts(f"{body}<w:tbl>{table}</w:tbl>{lines('Dit is alles.')}"))


FORMS: dict[str, tuple[str, Callable[[str, Rows], bytes]]] = {
    "spaces": ("txt", lambda title, rows: _text(title, rows, lambda _, row: " ".join(row))),
    "tabs": ("txt", lambda title, rows: _text(title, rows, lambda _, row: "\t".join(row))),
    "wide": ("txt", lambda title, rows: _text(title, rows, lambda _, row: "     ".join(row))),
    "bars": ("txt", lambda title, rows: _text(title, rows, _barred)),
    "docx": ("docx", _docx),
}


def _facts(read: Understanding) -> Facts:
    return [(str(f.value), f.unit, f.indicator, f.breakdown, str(f.period)) for f in read.statistics]


def _read(data: bytes, suffix: str) -> Facts:
    return _facts(understand(data, f"kst-36999-XX-7.{suffix}", registers()))


@pytest.mark.parametrize("form", FORMS)
@pytest.mark.parametrize(("title", "table"), TABLES, ids=[title for title, _ in TABLES])
def test_table_says_the_same_in_every_form(title: str, table: str, form: str) -> None:
    suffix, write = FORMS[form]
    rows = [row.split(" | ") for row in table.split("; ")]
    numbers = sum(1 + cell.endswith("%)") for row in rows[1:] for cell in row[1:])
    expected = _read(_html(title, rows), "html")
    assert len(expected) == numbers
    assert _read(write(title, rows), suffix) == expected
