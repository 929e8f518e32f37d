"""Notes at the foot of pages and at the end, and the marks that call them."""

from __future__ import annotations

from tests.read.pdf.drawing import Press, furniture, layer, notes, paragraphs, pieces, width

from graph.read.content import Note, PageBreak

LINE = "De antwoorden van het kabinet op deze vragen zijn te vinden in de brief die hierbij gaat."


def foot(press: Press, y: float, mark: str, text: str, *more: str, size: float = 7) -> None:
    """Set a note: a raised mark, and its lines in small type."""
    press.text(80, y - 0.33 * size, mark, 0.62 * size)
    for number, line in enumerate((text, *more)):
        press.text(88, y + 8 * number, line, size)


def body(press: Press, *marks: str) -> None:
    """Set running text with raised calls."""
    press.block(80, 100, f"{LINE} {LINE}")
    for number, mark in enumerate(marks):
        press.called(80, 160 + 24 * number, "Dit staat in de brief", mark, " van het kabinet aan de Kamer.")


def test_note_is_found_with_its_call_and_its_lines() -> None:
    press = Press()
    body(press, "1", "2")
    foot(press, 700, "1", "Kamerstuk 19 637, nr. 3469, waarin de cijfers van het COA zijn", "opgenomen.")
    foot(press, 716, "2", "Idem.")
    content = pieces(press)
    assert notes(content) == {
        "1": "Kamerstuk 19 637, nr. 3469, waarin de cijfers van het COA zijn opgenomen.",
        "2": "Idem.",
    }
    assert "Dit staat in de brief{1} van het kabinet aan de Kamer." in paragraphs(content)


def test_layer_knows_where_a_note_is_called() -> None:
    press = Press()
    body(press, "1")
    foot(press, 700, "1", "Kamerstuk 19 637, nr. 3469.")
    source = layer(press)
    assert source.layout is not None
    (note,) = source.layout.notes
    assert source.quote(note.span) == "1 Kamerstuk 19 637, nr. 3469."
    assert note.call is not None and source.text[note.call.start - 5 : note.call.end] == "brief1"


def test_mark_that_hangs_far_before_its_note_is_its_mark() -> None:
    press = Press()
    body(press, "1")
    press.text(70, 697, "1", 4.5)
    press.text(90, 700, "Kamerstuk 19 637, nr. 3469.", 7)
    assert notes(pieces(press)) == {"1": "Kamerstuk 19 637, nr. 3469."}


def test_mark_on_the_line_of_a_note_in_small_type_is_its_mark() -> None:
    press = Press()
    body(press, "1")
    press.text(80, 700, "1", 7)
    press.text(90, 700, "Kamerstuk 19 637, nr. 3469.", 7)
    assert notes(pieces(press)) == {"1": "Kamerstuk 19 637, nr. 3469."}


def test_notes_in_the_type_of_the_text_are_known_by_the_rule_above_them() -> None:
    press = Press()
    body(press, "1")
    press.rule(80, 224, 690)
    foot(press, 705, "1", "Kamerstuk 19 637, nr. 3469.", size=10)
    assert notes(pieces(press)) == {"1": "Kamerstuk 19 637, nr. 3469."}


def test_two_columns_of_a_note_are_read_one_after_the_other() -> None:
    press = Press()
    body(press, "1")
    foot(press, 700, "1", "Samenstelling:")
    left = [
        "Leden: De Vries (PVV), Jansen (VVD), Bakker (D66),",
        "Visser (CDA), Smit (SP), De Boer (NSC), Mulder",
        "(BBB)",
    ]
    right = [
        "Plv. leden: Hendriks (PVV), Van Dijk (VVD), Dekker",
        "(D66), Brouwer (CDA), De Wit (SP), Smits (NSC), De",
        "Graaf (BBB)",
    ]
    for number, (one, other) in enumerate(zip(left, right, strict=True)):
        press.text(88, 708 + 8 * number, one, 7)
        press.text(290, 708 + 8 * number, other, 7)
    assert notes(pieces(press)) == {"1": " ".join(["Samenstelling:", *left, *right])}


def test_note_that_goes_on_at_the_foot_of_the_next_page_is_one_note() -> None:
    press = Press()
    body(press, "1")
    foot(press, 760, "1", "Capaciteit en bezetting van de opvang, te vinden op de website van het COA, met als")
    press.page()
    body(press, "2")
    press.text(88, 740, "peildatum 14 oktober 2025.", 7)
    foot(press, 750, "2", "Idem.")
    found = notes(pieces(press))
    assert found["1"].endswith("met als peildatum 14 oktober 2025.")
    assert found["2"] == "Idem."


def test_note_stands_on_its_page_also_inside_a_paragraph_that_runs_on() -> None:
    press = Press()
    press.called(80, 700, "Dit staat in de brief", "1", " van het kabinet aan de Kamer, die de cijfers over de opvang")
    foot(press, 760, "1", "Kamerstuk 19 637, nr. 3469.")
    press.page()
    press.block(80, 60, f"van het afgelopen jaar bevat. {LINE}")
    (paragraph,) = (each for each in pieces(press).pieces if hasattr(each, "content"))
    kinds = [type(each) for each in paragraph.content]
    assert kinds.index(Note) < kinds.index(PageBreak)


def test_numbers_that_begin_again_on_each_page_call_the_note_of_their_page() -> None:
    press = Press()
    for text in ("Eerste", "Tweede"):
        press.called(80, 100, f"{text} bladzijde van een brief", "1", f" die {text.lower()} bladzijde heet.")
        press.block(80, 130, f"{text} alinea: {LINE}")
        foot(press, 760, "1", f"{text} noot.")
        press.page()
    source = layer(press)
    assert source.layout is not None
    found = [(source.page(note.span.start), source.page(note.call.start)) for note in source.layout.notes if note.call]
    assert found == [(1, 1), (2, 2)]


def test_raised_figure_without_a_note_is_text() -> None:
    press = Press()
    body(press)
    press.called(80, 300, "De plek heeft 12 m", "2", " en stoot minder CO")
    assert paragraphs(pieces(press))[-1] == "De plek heeft 12 m2 en stoot minder CO"


def test_power_of_a_unit_calls_no_note() -> None:
    press = Press()
    body(press, "1", "2")
    press.called(80, 300, "De plek heeft 12 m", "2", " en dat is genoeg.")
    foot(press, 700, "1", "Eerste noot.")
    foot(press, 708, "2", "Tweede noot.")
    assert paragraphs(pieces(press))[-1] == "De plek heeft 12 m2 en dat is genoeg."


def test_two_marks_at_one_place_call_two_notes() -> None:
    press = Press()
    body(press)
    press.called(80, 300, "Dit staat in beide brieven.", "1, 2")
    foot(press, 700, "1", "Eerste noot.")
    foot(press, 708, "2", "Tweede noot.")
    assert paragraphs(pieces(press))[-1] == "Dit staat in beide brieven.{1}, {2}"


def test_source_line_in_small_type_at_the_foot_is_no_note() -> None:
    press = Press()
    body(press)
    press.text(80, 700, "Bron: COA, afgerond op tientallen.", 7)
    content = pieces(press)
    assert notes(content) == {}
    assert paragraphs(content)[-1] == "Bron: COA, afgerond op tientallen."


def test_bracketed_notes_at_the_end_are_called_where_the_text_has_their_brackets() -> None:
    press = Press()
    press.block(80, 100, "Kent u het bericht over de opvang?[1] En dat over de kosten daarvan? [2]")
    press.block(80, 140, LINE)
    press.text(80, 300, "[1] NOS, 23 mei 2024.")
    press.text(80, 324, "[2] Kamerstuk 19 637, nr. 3469.")
    content = pieces(press)
    assert notes(content) == {"[1]": "NOS, 23 mei 2024.", "[2]": "Kamerstuk 19 637, nr. 3469."}
    assert paragraphs(content)[0] == "Kent u het bericht over de opvang?{[1]} En dat over de kosten daarvan? {[2]}"


def test_list_in_an_answer_is_no_list_of_notes() -> None:
    press = Press()
    press.block(80, 100, LINE)
    press.text(80, 140, "1) het opstellen van een rapport;")
    press.text(80, 152, "2) de ontwikkeling van een hulpmiddel.")
    assert notes(pieces(press)) == {}


def test_foot_and_notes_do_not_mix() -> None:
    press = Press()
    body(press, "1")
    foot(press, 760, "1", "Kamerstuk 19 637, nr. 3469.")
    press.text(80, 808, "Tweede Kamer, vergaderjaar 2024–2025, Aanhangsel", 7)
    press.right(80 + width(LINE), 808, "1", 7)
    content = pieces(press)
    assert notes(content) == {"1": "Kamerstuk 19 637, nr. 3469."}
    assert furniture(content) == ["Tweede Kamer, vergaderjaar 2024–2025, Aanhangsel 1"]
