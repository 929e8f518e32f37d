"""Running heads, footers, page numbers and printer's lines."""

from __future__ import annotations

from tests.read.pdf.drawing import BOLD, Press, furniture, paragraphs, pieces

LINES = "De antwoorden van het kabinet op deze vragen zijn te vinden in de brief die hierbij gaat, nummer"


def drawn(pages: int, *lines: tuple[float, float, str]) -> Press:
    press = Press()
    for page in range(1, pages + 1):
        if page > 1:
            press.page()
        press.block(80, 100, f"{LINES} {page * 7} van de lijst.")
        for x, y, text in lines:
            press.text(x, y, text.format(page=page, pages=pages), 7)
    return press


def test_footer_of_a_numbered_paper_is_furniture_with_its_page_number() -> None:
    press = Press()
    press.block(141, 100, LINES)
    press.text(141, 808, "Tweede Kamer, vergaderjaar 2024–2025, 36 800 XX, nr. 7", 7)
    press.right(541, 808, "1", 7)
    assert furniture(pieces(press)) == ["Tweede Kamer, vergaderjaar 2024–2025, 36 800 XX, nr. 7 1"]


def test_printers_lines_beside_the_text_are_furniture() -> None:
    press = Press()
    press.block(141, 100, LINES)
    printed = ["kst-36800-XX-7", "ISSN 0921 - 7371", "’s-Gravenhage 2025"]
    for number, line in enumerate(printed):
        press.text(28, 790 + 9 * number, line, 7)
    assert furniture(pieces(press)) == printed
    assert paragraphs(pieces(press)) == [LINES]


def test_printers_words_in_running_text_are_text() -> None:
    press = Press()
    press.block(80, 100, LINES)
    press.block(80, 400, "Dit staat in kst-36800-XX-7.")
    assert furniture(pieces(press)) == []


def test_running_head_and_page_numbers_that_count_are_furniture() -> None:
    press = drawn(4, (80, 40, "Beantwoording vragen over de opvang"), (290, 810, "{page}/{pages}"))
    assert furniture(pieces(press)) == [
        text for page in range(1, 5) for text in ("Beantwoording vragen over de opvang", f"{page}/4")
    ]


def test_page_number_alone_at_the_foot_of_two_pages_is_furniture() -> None:
    assert furniture(pieces(drawn(2, (290, 800, "{page}")))) == ["1", "2"]


def test_heading_of_a_question_that_begins_each_page_is_no_furniture() -> None:
    press = Press()
    for page in range(1, 7):
        if page > 1:
            press.page()
        press.text(80, 60, f"Vraag ({page}):", 13, BOLD)
        press.text(80, 84, f"{LINES} {page * 7}?", 10)
        press.text(80, 110, "Antwoord:", 13, BOLD)
        press.block(80, 134, f"{LINES} {page * 9} van de lijst.")
    assert furniture(pieces(press)) == []


def test_running_head_that_only_says_what_the_pages_hold_is_furniture() -> None:
    press = drawn(4, (80, 40, "Antwoorden"))
    assert furniture(pieces(press)) == ["Antwoorden"] * 4


def test_note_at_one_place_on_many_pages_is_no_furniture() -> None:
    press = Press()
    for page in range(1, 5):
        press.block(80, 100, f"{LINES} {page * 7} van de lijst.")
        press.called(80, 160, "Dit staat in de brief", "1", f" met nummer {page * 7}.")
        press.text(80, 757.7, "1", 4.5)
        press.text(88, 760, f"Kamerstuk 19 637, nr. {page}.", 7)
        press.page()
    content = pieces(press)
    assert furniture(content) == []
    assert len([text for text in paragraphs(content) if "{1}" in text]) == 4


def test_question_numbers_at_the_top_of_pages_are_text() -> None:
    press = Press()
    for number in (4, 9):
        press.text(80, 80, f"Vraag {number}", font=BOLD)
        press.block(80, 92, f"{LINES} {number}?")
        press.page()
    content = pieces(press)
    assert [text for text in paragraphs(content) if text.startswith("Vraag")] == ["Vraag 4", "Vraag 9"]
    assert furniture(content) == []


def test_same_words_at_the_end_of_two_pages_are_text() -> None:
    press = Press()
    for page in (1, 2):
        press.block(80, 700, f"{LINES} {page}?", 400)
        press.text(80, 724, "Zie het antwoord op vraag 3.")
        press.page()
    assert "Zie het antwoord op vraag 3." in paragraphs(pieces(press))


def letter() -> Press:
    press = Press()
    first = [
        "Directie Migratie",
        "Turfmarkt 147",
        "2511 DP Den Haag",
        "Datum",
        "26 augustus 2025",
        "Ons kenmerk",
        "5642",
    ]
    later = ["Directie Migratie", "Datum", "26 augustus 2025", "Ons kenmerk", "5642"]
    for page, column in ((1, first), (2, later), (3, later)):
        if page > 1:
            press.page()
        for number, line in enumerate(column):
            press.text(468, 160 + 9 * number, line, 6.5)
        press.block(80, 160, f"{LINES} {page * 7} van de lijst. {LINES} {page * 11} van de lijst.", 370, 9)
    return press


def test_letterhead_is_text_on_the_first_page_and_furniture_where_it_is_repeated() -> None:
    content = pieces(letter())
    assert furniture(content) == ["Directie Migratie", "Datum", "26 augustus 2025", "Ons kenmerk", "5642"] * 2
    assert paragraphs(content)[0].startswith("Directie Migratie Turfmarkt 147")


def test_letterhead_of_a_letter_of_two_pages_is_known_by_its_words() -> None:
    press = Press()
    first = ["Directie Migratie", "Turfmarkt 147", "2511 DP Den Haag", "Ons kenmerk", "5642"]
    for page, top, column in ((1, 160, first), (2, 140, ["Directie Migratie", "Ons kenmerk", "5642"])):
        if page > 1:
            press.page()
        for number, line in enumerate(column):
            press.text(468, top + 9 * number, line, 6.5)
        press.block(80, 160, f"{LINES} {page * 7} van de lijst.", 370, 9)
    assert furniture(pieces(press)) == ["Directie Migratie", "Ons kenmerk", "5642"]
