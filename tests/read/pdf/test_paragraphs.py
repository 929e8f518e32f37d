"""Lines to paragraphs, headings and items, over columns and pages."""

from __future__ import annotations

from tests.read.pdf.drawing import BOLD, Press, furniture, paragraphs, pieces, words

from graph.model import BlockKind
from graph.read.content import Furniture, PageBreak, Paragraph

LONG = (
    "De inzet van het kabinet is gericht op het verlagen van de instroom, en daartoe zijn twee wetsvoorstellen bij de "
    "Kamer ingediend die in samenhang moeten worden gelezen met de begroting."
)


def kinds(press: Press) -> list[tuple[str, BlockKind]]:
    found = [each for each in pieces(press).pieces if isinstance(each, Paragraph)]
    return [(" ".join(words(each.content).split()), each.kind) for each in found]


def test_line_ends_stay_inside_a_paragraph() -> None:
    press = Press()
    press.block(80, 100, LONG)
    (only,) = (each for each in pieces(press).pieces if isinstance(each, Paragraph))
    assert words(only.content).count("\n") == 2
    assert words(only.content).replace("\n", " ") == LONG


def test_blank_line_parts_paragraphs() -> None:
    press = Press()
    y = press.block(80, 100, LONG)
    press.block(80, y + 6, LONG)
    assert paragraphs(pieces(press)) == [LONG, LONG]


def test_short_last_line_ends_a_paragraph_without_white() -> None:
    press = Press()
    press.block(80, press.block(80, 100, LONG), LONG)
    assert paragraphs(pieces(press)) == [LONG, LONG]


def test_indented_first_line_begins_a_paragraph() -> None:
    press = Press()
    y = press.block(
        80, 100, "Deze alinea eindigt met een volle regel, zodat alleen de inspringing van de volgende", 420
    )
    press.text(92, y, "Deze alinea springt in, en loopt daarna door tot voorbij het einde van haar regel,")
    press.text(80, y + 12, "waarna zij op de kantlijn verdergaat.")
    assert len(paragraphs(pieces(press))) == 2


def test_bold_markers_stand_alone_above_bold_questions() -> None:
    press = Press()
    press.text(80, 100, "Vraag 1", font=BOLD)
    press.text(80, 112, "Kent u dit bericht?", font=BOLD)
    press.text(80, 124, "Antwoord op vraag 1", font=BOLD)
    press.text(80, 136, "Ja.")
    press.block(80, 160, LONG)
    assert kinds(press)[:4] == [
        ("Vraag 1", BlockKind.HEADING),
        ("Kent u dit bericht?", BlockKind.PARAGRAPH),
        ("Antwoord op vraag 1", BlockKind.HEADING),
        ("Ja.", BlockKind.PARAGRAPH),
    ]


def test_plain_marker_stands_alone_after_a_full_line() -> None:
    press = Press()
    y = press.block(
        80, 100, "Was dit vooraf door uw ministerie ingebracht bij de krant, of is dit door een lid gedaan?", 500
    )
    press.text(80, y, "Antwoord 2 en 3:")
    press.block(80, y + 12, LONG, 390)
    assert paragraphs(pieces(press))[1] == "Antwoord 2 en 3:"


def test_items_keep_their_labels_and_hang_together() -> None:
    press = Press()
    y = press.block(80, 100, LONG)
    for label in ("•", "1.", "a)"):
        press.text(80, y, label)
        y = press.block(
            98, y, "een punt van de opsomming dat langer is dan een regel en daarom verdergaat op de tweede;", 382
        )
    items = [text for text, kind in kinds(press) if kind is BlockKind.ITEM]
    assert [text.split()[0] for text in items] == ["•", "1.", "a)"]
    assert all(text.endswith("tweede;") for text in items)


def test_initials_of_a_minister_are_no_label() -> None:
    press = Press()
    press.block(80, 100, LONG)
    press.text(80, 160, "D. Jansen-De Vries")
    assert kinds(press)[-1] == ("D. Jansen-De Vries", BlockKind.PARAGRAPH)


def test_title_beside_a_label_in_the_margin_is_one_paragraph() -> None:
    press = Press()
    press.text(28, 100, "36 800 XX", font=BOLD)
    y = press.block(
        141,
        100,
        "Vaststelling van de begrotingsstaten van het Ministerie van Asiel en Migratie (XX) voor 2026",
        font=BOLD,
    )
    press.block(141, y + 12, LONG)
    assert paragraphs(pieces(press))[0].startswith("36 800 XX Vaststelling van de begrotingsstaten")
    assert paragraphs(pieces(press))[0].endswith("voor 2026")


def test_number_alone_in_the_margin_is_a_paragraph() -> None:
    press = Press()
    press.text(28, 100, "546", font=BOLD)
    press.block(141, 100, LONG)
    assert paragraphs(pieces(press)) == ["546", LONG]


def test_paragraph_runs_on_over_the_page_with_what_stands_between() -> None:
    press = Press()
    for page, text in (
        (1, "Daarom heeft het kabinet de middelen voor de opvang bijgesteld op basis van de"),
        (2, "ramingen van dit jaar, waarin de gevolgen van de wetsvoorstellen nog niet zijn meegenomen."),
    ):
        press.block(80, 770 if page == 1 else 60, text)
        press.text(80, 810, f"Pagina {page} van 2", 7)
        press.page()
    (first, *_) = (each for each in pieces(press).pieces if isinstance(each, Paragraph))
    assert [type(each) for each in first.content] == [str, Furniture, PageBreak, str]


def test_paragraph_that_ended_does_not_run_on_over_the_page() -> None:
    press = Press()
    press.block(80, 740, LONG)
    press.page()
    press.block(80, 60, LONG)
    assert paragraphs(pieces(press)) == [LONG, LONG]


def test_columns_are_read_one_after_the_other() -> None:
    press = Press()
    press.text(60, 60, "Een kop over de hele breedte van de pagina, boven beide kolommen tekst", 14, BOLD)
    left = " ".join(f"links{number}" for number in range(60))
    right = " ".join(f"rechts{number}" for number in range(60))
    press.block(60, 100, left, 220)
    press.block(310, 100, right, 220)
    assert paragraphs(pieces(press))[1:] == [f"{left} {right}"]


def test_column_beside_a_letter_is_not_mixed_with_its_lines() -> None:
    press = Press()
    letterhead = ["Directie Migratie", "Turfmarkt 147", "2511 DP Den Haag", "", "Ons kenmerk", "5642239"]
    for number, line in enumerate(letterhead):
        press.text(468, 103 + 9 * number, line, 6.5)
    press.block(80, 100, f"{LONG} {LONG} {LONG}", 370, 9)
    found = paragraphs(pieces(press))
    assert found == ["Directie Migratie Turfmarkt 147 2511 DP Den Haag", "Ons kenmerk 5642239", f"{LONG} {LONG} {LONG}"]
    assert furniture(pieces(press)) == []


def test_two_who_sign_side_by_side_are_read_one_after_the_other() -> None:
    press = Press()
    press.block(80, 100, LONG)
    for number, (one, other) in enumerate((("A. Jansen,", "C. de Vries,"), ("president", "secretaris"))):
        press.text(80, 200 + 12 * number, one)
        press.text(300, 200 + 12 * number, other)
    assert paragraphs(pieces(press))[1:] == ["A. Jansen,", "president", "C. de Vries,", "secretaris"]


def test_labels_of_a_letter_stay_with_their_values() -> None:
    press = Press()
    for y, label, value in (
        (100, "Datum", "26 augustus 2025"),
        (112, "Betreft", "Antwoorden op vragen over de opvang"),
        (124, "Ons kenmerk", "5642239"),
        (136, "Uw kenmerk", "2025Z11889"),
    ):
        press.text(80, y, label)
        press.text(150, y, value)
    press.block(80, 180, LONG)
    assert paragraphs(pieces(press))[:2] == ["Datum 26 augustus 2025", "Betreft Antwoorden op vragen over de opvang"]
