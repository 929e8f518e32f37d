"""What shows of a paragraph: kept and deleted text, fields, signs, text boxes."""

from __future__ import annotations

import pytest
from tests.read.docx.packing import box, content, field, p, styled, t, words

from graph.model import BlockKind
from graph.read.content import Paragraph

MARK = '<w:r><w:fldChar w:fldCharType="{}"/></w:r>'


def test_inserted_text_is_kept_and_deleted_and_moved_text_is_left_out() -> None:
    deleted = "<w:del><w:r><w:delText>twaalf</w:delText></w:r><w:r><w:t>twaalf</w:t></w:r></w:del>"
    moved = f"<w:moveFrom>{t('elders')}</w:moveFrom><w:moveTo>{t(' dijken')}</w:moveTo>"
    assert words(p(f"<w:ins>{t('tien')}</w:ins>", deleted, moved)) == ["tien dijken"]


def test_paragraph_whose_end_was_deleted_runs_on() -> None:
    joined = p("Er zijn ", properties="<w:rPr><w:del/></w:rPr>")
    assert words(joined + p("tien dijken.")) == ["Er zijn tien dijken."]
    assert words(joined) == ["Er zijn"]


def test_initial_in_a_frame_belongs_to_the_word_that_follows() -> None:
    assert words(p("D", properties='<w:framePr w:dropCap="drop"/>') + p("eze brief")) == ["Deze brief"]


def test_wrappers_around_runs_show_what_is_in_them() -> None:
    wrapped = "".join(f"<w:{kind}>{t(kind)}</w:{kind}>" for kind in ("hyperlink", "smartTag", "fldSimple", "bdo"))
    control = f"<w:sdt><w:sdtPr><w:alias w:val='x'/></w:sdtPr><w:sdtContent>{t('sdt')}</w:sdtContent></w:sdt>"
    assert words(p(wrapped, control)) == ["hyperlinksmartTagfldSimplebdosdt"]


def test_characters_that_are_elements() -> None:
    signs = "<w:r><w:t>a</w:t><w:tab/><w:t>b</w:t><w:br/><w:t>c</w:t><w:noBreakHyphen/><w:t>d</w:t><w:softHyphen/>"
    assert words(p(f"{signs}<w:t>e</w:t><w:cr/><w:t>f</w:t></w:r>")) == ["a\tb\nc-de\nf"]


def test_tab_stops_of_the_paragraph_are_no_text() -> None:
    assert words(p("a", properties='<w:tabs><w:tab w:val="left" w:pos="1"/></w:tabs>')) == ["a"]


@pytest.mark.parametrize(
    ("font", "code", "shown"),
    [
        ("Symbol", "F0B3", "≥"),
        ("Symbol", "B3", "≥"),
        ("Wingdings", "F0FE", "☑"),
        ("Wingdings", "F04A", "•"),
        ("Arial", "20AC", "€"),
        ("Arial", "zz", ""),
    ],
)
def test_signs_of_symbol_fonts_become_characters(font: str, code: str, shown: str) -> None:
    assert words(p("x", f'<w:r><w:sym w:font="{font}" w:char="{code}"/></w:r>')) == [f"x{shown}"]


def test_private_characters_of_a_symbol_font_in_text_become_characters() -> None:
    assert words(p(t("\uf0a3", '<w:rFonts w:ascii="Symbol"/>'), " 5")) == ["≤ 5"]


def test_hidden_text_is_left_out_whether_run_or_style_hides_it() -> None:
    styles = (
        '<w:style w:styleId="H"><w:rPr><w:vanish/></w:rPr></w:style>'
        '<w:style w:styleId="H2"><w:basedOn w:val="H"/></w:style>'
        '<w:style w:type="character" w:styleId="C"><w:rPr><w:vanish/></w:rPr></w:style>'
    )
    body = p("a", t("b", "<w:vanish/>"), t("c", '<w:rStyle w:val="C"/>'), t("d", '<w:vanish w:val="0"/>'))
    shows = p(t("e"), t("f", "<w:vanish w:val='false'/>"), properties='<w:pStyle w:val="H2"/>')
    assert words(body + shows + styled("g", "H"), styles=styles) == ["ad", "f"]


def test_result_of_a_field_is_kept_and_its_instruction_is_not() -> None:
    assert words(p("op ", field(" DOCPROPERTY datum ", "3 mei"), ".")) == ["op 3 mei."]


def test_field_inside_an_instruction_is_part_of_it() -> None:
    condition = t("IF ") + field("PAGE", "1") + t(' = "1" "ja"')
    assert words(p("a", field(condition, "ja"))) == ["aja"]


def test_field_without_result_shows_nothing() -> None:
    assert words(p("a", field('XE "dijk"', None), "b")) == ["ab"]


def test_field_that_runs_over_paragraphs_shows_its_result() -> None:
    begin = MARK.format("begin") + "<w:r><w:instrText>TOC</w:instrText></w:r>" + MARK.format("separate")
    assert words(p(begin, "Inleiding") + p("Slot") + p(MARK.format("end"))) == ["Inleiding", "Slot"]


def test_field_that_never_ends_hides_nothing() -> None:
    assert words(p("a", MARK.format("begin"), "b") + p("c")) == ["ab", "c"]
    assert words(p("a", MARK.format("end"), MARK.format("separate"), "b")) == ["ab"]


def test_text_box_is_read_once_after_the_paragraph_that_holds_it() -> None:
    boxed = p("Een", box(p("Kader") + p("tweede")), " zin.")
    assert words(p("Begin.") + boxed + p("Slot.")) == ["Begin.", "Een zin.", "Kader", "tweede", "Slot."]


def test_text_box_of_the_first_paragraph_is_letterhead_and_goes_before_it() -> None:
    assert words(p("Geachte voorzitter,", box(p("Datum 3 mei")))) == ["Datum 3 mei", "Geachte voorzitter,"]


def test_branch_with_words_is_read_where_the_other_has_none() -> None:
    drawn = "<mc:Choice><w:drawing/></mc:Choice>"
    assert words(p(f"<mc:AlternateContent>{drawn}<mc:Fallback>{t('a')}</mc:Fallback></mc:AlternateContent>")) == ["a"]


def test_formula_is_read_with_the_bar_of_its_fractions() -> None:
    fraction = "<m:f><m:num><m:r><m:t>3</m:t></m:r></m:num><m:den><m:r><m:t>4</m:t></m:r></m:den></m:f>"
    assert words(p("deel ", f"<m:oMath>{fraction}</m:oMath>")) == ["deel 3/4"]


def test_white_space_that_lays_out_the_markup_is_one_space() -> None:
    assert words("<w:p><w:r><w:t>\n  tien\n\tdijken\n</w:t></w:r></w:p>")[0].split() == ["tien", "dijken"]


def test_runs_outside_paragraphs_are_read() -> None:
    assert words(t("los") + p("vast")) == ["los", "vast"]


@pytest.mark.parametrize(
    ("style", "level"),
    [
        ('<w:name w:val="heading 2"/>', 2),
        ('<w:name w:val="Kop 1"/>', 1),
        ('<w:name w:val="Vraagkop"/><w:pPr><w:outlineLvl w:val="2"/></w:pPr>', 3),
        ('<w:name w:val="Vraagkop"/><w:basedOn w:val="Kop1"/>', 1),
        ('<w:name w:val="TOC Heading"/><w:basedOn w:val="Kop1"/><w:pPr><w:outlineLvl w:val="9"/></w:pPr>', 0),
        ('<w:name w:val="Titel"/>', 0),
    ],
)
def test_headings_are_known_by_style_and_outline_level(style: str, level: int) -> None:
    styles = f'<w:style w:styleId="Kop1"/><w:style w:styleId="A">{style}</w:style>'
    kind = BlockKind.HEADING if level else BlockKind.PARAGRAPH
    assert content(styled("Asiel", "A"), styles=styles).pieces == [Paragraph(("Asiel",), kind, level)]


def test_bold_paragraph_is_no_heading() -> None:
    (found,) = content(p(t("Vraag 1", "<w:b/>"))).pieces
    assert isinstance(found, Paragraph)
    assert found.kind is BlockKind.PARAGRAPH
