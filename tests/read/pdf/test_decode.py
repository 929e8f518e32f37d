"""What is refused, what is endured, and how the pages are told."""

from __future__ import annotations

import hypothesis.strategies as st
import pytest
from hypothesis import given, settings
from PIL import Image
from reportlab.lib.pdfencrypt import StandardEncryption
from reportlab.pdfgen.canvas import Canvas
from tests.read.pdf.drawing import A4, Press, layer, paragraphs, pieces, raw

from graph.errors import ReadError
from graph.read import read
from graph.read.content import Content
from graph.read.limits import Limits, Raw
from graph.read.pdf import decode


def paper(pages: int = 1) -> Press:
    press = Press()
    for page in range(pages):
        if page:
            press.page()
        press.text(80, 100, "Vraag 1")
        where = ("Emmen", "Budel", "Zeist")[page % 3]  # no two pages of a paper are the same
        press.block(80, 120, f"Hoeveel opvangplekken waren er op 1 januari 2025 in {where}?")
    return press


def scan(press: Press) -> None:
    press.canvas.drawInlineImage(Image.new("L", (60, 80), 200), 0, 0, press.width, press.height)


def test_encrypted_pdf_is_refused_with_what_to_do() -> None:
    press = Press()
    press.canvas = Canvas(press._out, pagesize=A4, encrypt=StandardEncryption("geheim"))
    press.text(80, 100, "Vraag 1")
    with pytest.raises(ReadError, match="encrypted: give it without a password"):
        pieces(press)


def test_damaged_pdf_is_refused() -> None:
    with pytest.raises(ReadError, match="damaged"):
        decode(raw(b"%PDF-1.7\nnothing that follows is a PDF"))


def test_more_pages_than_the_limit_are_refused() -> None:
    with pytest.raises(ReadError, match="3 pages, more than the limit of 2"):
        decode(raw(paper(3).pdf(), Limits(pages=2)))


def test_scanned_pdf_is_refused_and_told_to_be_recognised_first() -> None:
    press = Press()
    scan(press)
    with pytest.raises(ReadError, match="this PDF is scanned: it has no text layer, run OCR first"):
        pieces(press)


def test_paper_of_which_most_pages_are_scans_names_them() -> None:
    press = paper()
    for _ in range(2):
        press.page()
        scan(press)
    with pytest.raises(ReadError, match=r"2 of the 3 pages of this PDF are scanned \(2, 3\)"):
        pieces(press)


def test_invisible_text_over_a_scan_is_its_text_layer() -> None:
    press = Press()
    scan(press)
    text = press.canvas.beginText(80, 700)
    text.setFont("Helvetica", 10)
    text.setTextRenderMode(3)
    text.textLine("Vraag 1: hoeveel plekken zijn er?")
    press.canvas.drawText(text)
    assert paragraphs(pieces(press)) == ["Vraag 1: hoeveel plekken zijn er?"]


def test_pdf_without_any_text_or_picture_is_refused() -> None:
    press = Press()
    press.rule(80, 400, 300)
    with pytest.raises(ReadError, match="no text on its pages"):
        pieces(press)


def test_page_with_too_many_letters_is_refused() -> None:
    press = Press()
    for line in range(210):
        press.text(5, 4 * line, "a" * 1000, 1)
    with pytest.raises(ReadError, match="which no paper has"):
        pieces(press)


def test_progress_is_told_of_every_page() -> None:
    told: list[tuple[int, int]] = []
    data = paper(3).pdf()
    decode(Raw(data, "stuk.pdf", "application/pdf", Limits(), lambda page, pages: told.append((page, pages))))
    assert told == [(1, 3), (2, 3), (3, 3)]


def test_pages_of_the_layer_are_those_of_the_file() -> None:
    source = layer(paper(3))
    assert len(source.page_starts) == 3
    assert [source.text[start:].lstrip()[:7] for start in source.page_starts] == ["Vraag 1"] * 3


def test_pdf_is_read_by_its_first_bytes() -> None:
    source = read(paper().pdf(), "naam-zonder-eind")
    assert source.media_type == "application/pdf"
    assert source.layout is not None and source.layout.blocks


PAPER = paper(2).pdf()


@settings(max_examples=60, deadline=None)
@given(st.integers(0, len(PAPER)), st.integers(0, 300), st.binary(max_size=40))
def test_any_damage_gives_pieces_or_a_read_error(at: int, gone: int, put: bytes) -> None:
    try:
        content = decode(raw(PAPER[:at] + put + PAPER[at + gone :]))
    except ReadError as error:
        assert error.reason
    else:
        assert isinstance(content, Content)


@settings(max_examples=30, deadline=None)
@given(st.integers(0, len(PAPER)))
def test_a_file_cut_short_gives_pieces_or_a_read_error(at: int) -> None:
    try:
        assert isinstance(decode(raw(PAPER[:at])), Content)
    except ReadError as error:
        assert error.file == "stuk.pdf"
