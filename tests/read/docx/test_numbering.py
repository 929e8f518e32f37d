"""Labels of lists as Word shows them (ECMA-376 17.9)."""

from __future__ import annotations

import pytest
from tests.read.docx.packing import box, content, item, p, styled, words

from graph.model import BlockKind
from graph.read.content import Paragraph


def level(at: int, text: str, form: str = "decimal", start: int = 1, more: str = "") -> str:
    return (
        f'<w:lvl w:ilvl="{at}"><w:start w:val="{start}"/><w:numFmt w:val="{form}"/>{more}'
        f'<w:lvlText w:val="{text}"/></w:lvl>'
    )


def numbering(*levels: str, also: str = "") -> str:
    """One definition and the list 1 of it; `also` holds more lists."""
    return f'<w:abstractNum w:abstractNumId="7">{"".join(levels)}</w:abstractNum>{instance(1)}{also}'


def instance(number: int, more: str = "", of: int = 7) -> str:
    return f'<w:num w:numId="{number}"><w:abstractNumId w:val="{of}"/>{more}</w:num>'


LEGAL = numbering(level(0, "%1."), level(1, "%1.%2"), level(2, "(%3)", "lowerLetter"))


def test_label_stands_before_the_text_with_one_space() -> None:
    found = content(item("Kunt u dat toelichten?"), numbering=numbering(level(0, "Vraag %1"))).pieces
    assert found == [Paragraph(("Vraag 1 ", "Kunt u dat toelichten?"), BlockKind.ITEM, 1)]


def test_levels_count_below_one_another_and_begin_anew() -> None:
    body = "".join(item("x", level=at) for at in (0, 1, 1, 2, 2, 0, 1, 2))
    assert words(body, numbering=LEGAL) == [
        *("1. x", "1.1 x", "1.2 x", "(a) x", "(b) x"),
        *("2. x", "2.1 x", "(a) x"),
    ]


def test_level_that_was_skipped_counts_as_begun() -> None:
    assert words(item("x", level=1) + item("x", level=0), numbering=LEGAL) == ["1.1 x", "2. x"]


def test_list_goes_on_after_other_text_and_in_another_list_of_its_definition() -> None:
    body = item("x") + p("Toelichting") + item("x") + item("x", number=2)
    assert words(body, numbering=numbering(level(0, "%1."), also=instance(2))) == [
        *("1. x", "Toelichting", "2. x", "3. x"),
    ]


def test_list_with_a_start_of_its_own_begins_there_once() -> None:
    again = instance(2, '<w:lvlOverride w:ilvl="0"><w:startOverride w:val="5"/></w:lvlOverride>')
    body = item("x") + item("x", 2) + item("x", 2) + item("x") + item("x", 2)
    assert words(body, numbering=numbering(level(0, "%1."), also=again)) == ["1. x", "5. x", "6. x", "7. x", "8. x"]


def test_list_may_have_a_level_of_its_own() -> None:
    own = instance(2, f'<w:lvlOverride w:ilvl="0">{level(0, "Punt %1:")}</w:lvlOverride>')
    assert words(item("x", 2), numbering=numbering(level(0, "%1."), also=own)) == ["Punt 1: x"]


def test_deeper_level_may_go_on_or_begin_anew_only_after_a_certain_one() -> None:
    never = numbering(level(0, "%1."), level(1, "%2)", more='<w:lvlRestart w:val="0"/>'))
    body = "".join(item("x", level=at) for at in (0, 1, 0, 1))
    assert words(body, numbering=never) == ["1. x", "1) x", "2. x", "2) x"]
    first = numbering(level(0, "%1."), level(1, "%2."), level(2, "%3)", more='<w:lvlRestart w:val="1"/>'))
    body = "".join(item("x", level=at) for at in (0, 1, 2, 1, 2, 0, 1, 2))
    assert words(body, numbering=first) == [
        *("1. x", "1. x", "1) x", "2. x", "2) x"),
        *("2. x", "1. x", "1) x"),
    ]


def test_legal_numbering_writes_all_levels_in_digits() -> None:
    legal = numbering(level(0, "%1.", "upperRoman"), level(1, "%1.%2", more="<w:isLgl/>"), level(2, "%1-%3"))
    assert words("".join(item("x", level=at) for at in (0, 1, 2)), numbering=legal) == ["I. x", "1.1 x", "I-1 x"]


@pytest.mark.parametrize(
    ("form", "text", "label"),
    [
        ("lowerLetter", "%1)", "b) x"),
        ("upperLetter", "%1.", "B. x"),
        ("lowerRoman", "%1.", "ii. x"),
        ("upperRoman", "%1.", "II. x"),
        ("decimalZero", "%1", "02 x"),
        ("ordinal", "%1", "2e x"),
        ("none", "Vraag:", "Vraag: x"),
        ("none", "", "x"),
        ("none", "%1", "x"),
        ("bullet", "o", "• x"),
        ("bullet", "\uf0b7", "• x"),
        ("bullet", "\uf0d8", "• x"),
        ("bullet", "-", "– x"),
        ("bullet", "\uf02d", "– x"),
        ("bullet", "", "x"),
    ],
)
def test_forms_of_numbers_and_bullets(form: str, text: str, label: str) -> None:
    assert words(item("x") + item("x"), numbering=numbering(level(0, text, form)))[1] == label


def test_level_of_bullets_has_no_number_in_a_deeper_label() -> None:
    mixed = numbering(level(0, "%1."), level(1, "•", "bullet"), level(2, "%1.%2%3"))
    assert words(item("x", level=0) + item("x", level=2), numbering=mixed) == ["1. x", "1.1 x"]


def test_form_that_only_new_word_knows_has_a_fallback() -> None:
    padded = (
        '<w:lvl w:ilvl="0"><w:start w:val="7"/><mc:AlternateContent><mc:Choice Requires="w14"><w:numFmt w:val="custom"'
        ' w:format="001, 002, 003, ..."/></mc:Choice><mc:Fallback><w:numFmt w:val="decimal"/></mc:Fallback>'
        '</mc:AlternateContent><w:lvlText w:val="%1"/></w:lvl>'
    )
    assert words(item("x"), numbering=numbering(padded)) == ["007 x"]


def test_label_that_nothing_follows_is_glued_to_the_text() -> None:
    assert words(item("x"), numbering=numbering(level(0, "%1-", more='<w:suff w:val="nothing"/>'))) == ["1-x"]


def test_style_brings_a_paragraph_into_a_list_at_the_level_that_is_linked_to_it() -> None:
    lists = numbering(
        level(0, "%1.", more='<w:pStyle w:val="Hoofd"/>'), level(1, "%1.%2", more='<w:pStyle w:val="Sub"/>')
    )
    styles = (
        '<w:style w:type="paragraph" w:styleId="Hoofd"><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:style>'
        '<w:style w:type="paragraph" w:styleId="Sub"><w:basedOn w:val="Hoofd"/></w:style>'
        '<w:style w:type="paragraph" w:styleId="Subsub"><w:basedOn w:val="Sub"/></w:style>'
    )
    body = styled("x", "Hoofd") + styled("x", "Sub") + styled("x", "Subsub") + styled("x", "Hoofd")
    assert words(body, numbering=lists, styles=styles) == ["1. x", "1.1 x", "1.2 x", "2. x"]


def test_number_zero_takes_a_paragraph_out_of_the_list_of_its_style() -> None:
    styles = '<w:style w:styleId="A"><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:style>'
    out = p("x", properties='<w:pStyle w:val="A"/><w:numPr><w:numId w:val="0"/></w:numPr>')
    assert words(out + styled("x", "A"), numbering=LEGAL, styles=styles) == ["x", "1. x"]


def test_definition_that_points_to_a_list_style_has_its_levels() -> None:
    styles = (
        '<w:style w:type="numbering" w:styleId="L"><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:style>'
    )
    pointing = '<w:abstractNum w:abstractNumId="8"><w:numStyleLink w:val="L"/></w:abstractNum>'
    lists = pointing + numbering(level(0, "%1)"), also=instance(2, of=8))
    assert words(item("x", 2) + item("x", 1), numbering=lists, styles=styles) == ["1) x", "2) x"]


def test_numbered_paragraph_without_words_counts_and_shows_its_number() -> None:
    lists = numbering(level(0, "Vraag %1"), level(1, "•", "bullet"))
    body = item("") + p("Hoeveel?") + item("", level=1) + item("")
    assert words(body, numbering=lists) == ["Vraag 1", "Hoeveel?", "Vraag 2"]


def test_deleted_and_hidden_items_do_not_count() -> None:
    gone = (
        "<w:p><w:pPr><w:numPr><w:numId w:val='1'/></w:numPr><w:rPr><w:del/></w:rPr></w:pPr>"
        "<w:del><w:r><w:delText>weg</w:delText></w:r></w:del></w:p>"
    )
    hidden = gone.replace("<w:rPr><w:del/>", "<w:rPr><w:vanish/>")
    assert words(item("x") + gone + hidden + item("x"), numbering=LEGAL) == ["1. x", "2. x"]


def test_list_in_a_text_box_counts_by_itself() -> None:
    assert words(item("x") + p("y", box(item("x"))) + item("x"), numbering=LEGAL) == ["1. x", "y", "1. x", "2. x"]


def test_numbered_heading_stays_a_heading_with_its_label() -> None:
    styles = '<w:style w:styleId="K"><w:name w:val="heading 1"/></w:style>'
    numbered = p("Asiel", properties='<w:pStyle w:val="K"/><w:numPr><w:numId w:val="1"/></w:numPr>')
    assert content(numbered, numbering=LEGAL, styles=styles).pieces == [
        Paragraph(("1. ", "Asiel"), BlockKind.HEADING, 1)
    ]


def test_unknown_lists_and_levels_have_no_label() -> None:
    assert words(item("x", 9) + item("x", level=8), numbering=LEGAL) == ["x", "x"]
    assert words(item("x")) == ["x"]


def test_absurd_numbers_stay_short() -> None:
    lists = numbering(level(0, "%1", "lowerLetter", start=999_999_999), level(1, "a" * 10_000))
    assert words(item("x", level=0), numbering=lists) == ["999999999 x"]
    assert len(words(item("x", level=1), numbering=lists)[0]) < 300
