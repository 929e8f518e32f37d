"""Letters to words: spaces, hyphens, ligatures, turned and hidden text."""

from __future__ import annotations

import pytest
from tests.read.pdf.drawing import BOLD, PLAIN, Press, furniture, paragraphs, pieces

from graph.read.pdf.shapes import Line, Word, line_of, lines_of
from graph.read.pdf.words import once, with_raised


def word(text: str, x0: float, base: float, size: float = 10, *, spaced: bool = False) -> Word:
    return Word(text, x0, x0 + 0.5 * size * len(text), base, size, spaced=spaced)


def texts(lines: list[Line]) -> list[str]:
    return [line.text for line in lines]


def test_white_between_letters_is_a_space_and_kerning_is_none() -> None:
    words = [word("Kamer", 100, 50), word("stuk", 125.5, 50), word("19", 150, 50)]
    assert texts(lines_of(words)) == ["Kamerstuk 19"]


def test_words_drawn_apart_in_any_order_are_read_from_left_to_right() -> None:
    press = Press()
    for x, text in ((200, "zijn"), (80, "Hoeveel"), (140, "plekken"), (240, "er?")):
        press.text(x, 100, text)
    assert paragraphs(pieces(press)) == ["Hoeveel plekken zijn er?"]


def test_letters_drawn_one_by_one_are_words() -> None:
    press = Press()
    x = 80.0
    for letter in "Antwoord op vraag 2":
        x = press.text(x, 100, letter)
    assert paragraphs(pieces(press)) == ["Antwoord op vraag 2"]


def test_bold_printed_twice_is_read_once() -> None:
    press = Press()
    press.text(80, 100, "Vraag 12")
    press.text(80.3, 100, "Vraag 12")
    assert paragraphs(pieces(press)) == ["Vraag 12"]


def test_equal_words_in_different_places_stay() -> None:
    words = [word("Ja.", 80, 100), word("Ja.", 80, 112), word("Ja.", 110, 100)]
    assert once(words) == words


def test_soft_hyphen_at_a_line_end_is_a_hyphen() -> None:
    press = Press()
    press.text(80, 100, "Het kabinet heeft de prognose voor de opvang van vreemdelingen in alle gemeenten bijge\u00ad")
    press.text(80, 112, "steld, en daarom wordt ook de begroting voor de komende jaren aangepast.")
    assert "bijge- steld, en" in paragraphs(pieces(press))[0]


def test_text_outside_the_page_is_left_out() -> None:
    press = Press()
    press.text(80, 100, "Vraag 1")
    press.text(700, 100, "buiten beeld")
    press.text(80, -50, "boven de rand")
    assert paragraphs(pieces(press)) == ["Vraag 1"]


def test_what_is_cropped_off_is_left_out() -> None:
    press = Press()
    press.canvas.setCropBox((50, 400, 595, 842))
    press.text(80, 100, "Binnen het beeld")
    press.text(80, 700, "Buiten het beeld")
    assert paragraphs(pieces(press)) == ["Binnen het beeld"]


def test_white_text_on_paper_is_left_out_and_on_a_coloured_area_it_stays() -> None:
    press = Press()
    press.text(80, 60, "Een gewone regel tekst")
    press.canvas.setFillColorRGB(0, 0.2, 0.4)
    press.canvas.rect(80, press.height - 110, 200, 20, stroke=0, fill=1)
    press.canvas.setFillColorRGB(1, 1, 1)
    press.text(90, 105, "Wit op blauw")
    press.text(90, 300, "Wit op wit")
    assert paragraphs(pieces(press)) == ["Een gewone regel tekst", "Wit op blauw"]


def test_text_that_runs_up_the_margin_is_furniture() -> None:
    press = Press()
    press.block(80, 100, "Een alinea die over meer dan een regel loopt, zodat te zien is wat de tekst van het stuk is.")
    press.canvas.saveState()
    press.canvas.translate(570, 200)
    press.canvas.rotate(90)
    press.canvas.setFont(PLAIN, 6)
    press.canvas.drawString(0, 0, "Concept, niet verspreiden")
    press.canvas.restoreState()
    content = pieces(press)
    assert furniture(content) == ["Concept, niet verspreiden"]
    assert len(paragraphs(content)) == 1


@pytest.mark.parametrize("turn", [90, 180, 270])
def test_page_that_is_shown_turned_is_read_as_its_text_runs(turn: int) -> None:
    press = Press()
    press.canvas.setPageRotation(turn)
    press.text(80, 300, "Vraag 1")
    press.text(80, 330, "Hoeveel plekken zijn er?")
    assert paragraphs(pieces(press)) == ["Vraag 1", "Hoeveel plekken zijn er?"]


@pytest.mark.parametrize(("turn", "dx", "dy"), [(90, 500, 100), (180, 500, 700), (270, 100, 700)])
def test_page_whose_text_was_set_sideways_is_read_upright(turn: int, dx: float, dy: float) -> None:
    press = Press()
    press.canvas.translate(dx, dy)
    press.canvas.rotate(turn)
    press.canvas.setFont(BOLD, 10)
    press.canvas.drawString(0, 0, "Vraag 1")
    press.canvas.setFont(PLAIN, 10)
    press.canvas.drawString(0, -30, "Hoeveel plekken zijn er?")
    assert paragraphs(pieces(press)) == ["Vraag 1", "Hoeveel plekken zijn er?"]


def test_small_word_above_the_line_is_raised_and_below_it_lowered() -> None:
    words = [word("meter", 100, 50), word("2", 125.5, 46.5, 6), word("CO", 140, 50), word("2", 150.2, 52, 6)]
    assert [one.raised for one in with_raised(words)] == [0, 1, 0, -1]


def test_raised_words_are_read_in_their_line() -> None:
    words = with_raised([word("een", 60, 38), word("plekken", 100, 50), word("1", 135.3, 46.5, 6)])
    assert texts(lines_of(words)) == ["een", "plekken1"]


def test_line_has_the_type_of_most_of_its_letters() -> None:
    line = line_of([word("a", 10, 50, 14), word("gewone", 30, 50), word("regel", 70, 50)])
    assert (line.size, line.base) == (10, 50)


def test_wide_gaps_part_a_line() -> None:
    line = line_of([word("Datum", 80, 50), word("26", 135, 50), word("augustus", 148, 50)])
    assert texts(line.parts()) == ["Datum", "26 augustus"]
