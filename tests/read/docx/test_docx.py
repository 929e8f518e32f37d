"""A DOCX reads as a person reads it: letterhead, letter, notes; nothing lost, nothing twice, no damage unreported."""

from __future__ import annotations

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from lxml import etree
from tests.read.docx.packing import (
    R,
    W,
    box,
    cell,
    content,
    field,
    item,
    layer,
    p,
    pack,
    part,
    parts,
    relations,
    row,
    t,
    table,
    words,
)

from graph.errors import ReadError
from graph.read import read
from graph.read.content import Content, Furniture
from graph.read.docx import decode
from graph.read.formats import DOCX
from graph.read.limits import Raw

HEADER = '<w:headerReference w:type="{}" r:id="{}"/>'
LETTERHEAD = p(box(table(row("Datum", "3 mei 2024"), row("Betreft", "Dijken"))), box(p("Pagina ", field("PAGE", "1"))))


def refusal(data: bytes) -> str:
    with pytest.raises(ReadError) as caught:
        decode(Raw(data, "brief.docx", DOCX))
    assert "\n" not in str(caught.value)
    return str(caught.value)


def test_header_of_the_first_page_stands_before_the_text_without_its_page_number() -> None:
    section = (
        f"<w:sectPr>{HEADER.format('first', 'header1')}{HEADER.format('default', 'header2')}<w:titlePg/></w:sectPr>"
    )
    source = layer(p("Geachte voorzitter,") + section, header1=LETTERHEAD, header2=p("Datum 3 mei 2024"))
    assert source.text == "Datum\t3 mei 2024\nBetreft\tDijken\n\nGeachte voorzitter,"


def test_default_header_counts_only_where_the_first_page_has_none_of_its_own() -> None:
    default = HEADER.format("default", "header1")
    assert words(p("Tekst") + f"<w:sectPr>{default}</w:sectPr>", header1=p("Datum 3 mei")) == ["Datum 3 mei", "Tekst"]
    assert words(p("Tekst") + f"<w:sectPr>{default}<w:titlePg/></w:sectPr>", header1=p("Datum 3 mei")) == ["Tekst"]
    off = f"<w:sectPr>{default}<w:titlePg w:val='0'/></w:sectPr>"
    assert words(p("Tekst") + off, header1=p("Datum 3 mei")) == ["Datum 3 mei", "Tekst"]


def test_header_of_the_first_of_two_sections_counts_whatever_a_tracked_change_keeps_of_before() -> None:
    before = f"<w:sectPrChange><w:sectPr>{HEADER.format('default', 'header2')}</w:sectPr></w:sectPrChange>"
    first = f"<w:sectPr>{HEADER.format('default', 'header1')}{before}</w:sectPr>"
    last = f"<w:sectPr>{HEADER.format('default', 'header2')}</w:sectPr>"
    body = p("Brief", properties=first) + p("Bijlage") + last
    assert words(body, header1=p("Datum"), header2=p("Bijlage 1")) == ["Datum", "Brief", "Bijlage"]


def test_page_number_in_running_text_is_furniture_and_a_sentence_with_one_is_not() -> None:
    body = p("Pagina ", field("PAGE", "1"), " van ", field("NUMPAGES", "3")) + p("Zie bladzijde ", field("PAGE", "1"))
    assert content(body).pieces[0] == Furniture("Pagina 1 van 3")
    assert words(body) == ["Zie bladzijde 1"]


def test_strict_markup_reads_like_transitional() -> None:
    files = parts(p("Vraag 1") + item("Hoeveel?"), numbering=NUMBERING)
    strict = {
        name: text.replace(W, "http://purl.oclc.org/ooxml/wordprocessingml/main").replace(
            R, "http://purl.oclc.org/ooxml/officeDocument/relationships"
        )
        for name, text in files.items()
    }
    assert read(pack(strict), "a.docx").text == read(pack(files), "a.docx").text == "Vraag 1\n\n1. Hoeveel?"


def test_main_part_is_found_by_its_relationship() -> None:
    assert decode(Raw(pack(parts(p("Ja."), main="tekst/hoofd.xml")), "a.docx", DOCX)).pieces


def test_parts_are_found_without_relationships_and_in_another_case() -> None:
    files = parts(item("Hoeveel?"), numbering=NUMBERING)
    bare = {name.replace("word/", "Word\\"): text for name, text in files.items() if not name.endswith(".rels")}
    assert decode(Raw(pack(bare), "a.docx", DOCX)).pieces == content(item("Hoeveel?"), numbering=NUMBERING).pieces


def test_parts_that_nothing_needs_may_be_missing_or_damaged() -> None:
    files = {name: text for name, text in parts(item("Ja.")).items() if name == "word/document.xml"}
    assert decode(Raw(pack({**files, "docProps/core.xml": "<stuk"}), "a.docx", DOCX)).labels == {}


def test_title_is_a_label_and_the_subject_that_a_template_leaves_behind_is_none() -> None:
    core = (
        '<c xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:title>Brief over dijken </dc:title>'
        "<dc:subject>Vorige brief</dc:subject></c>"
    )
    found = decode(Raw(pack({**parts(p("Ja.")), "docProps/core.xml": core}), "a.docx", DOCX))
    assert found.labels == {"dc:title": ("Brief over dijken",)}


@pytest.mark.parametrize(
    ("name", "text", "said"),
    [
        ("word/document.xml", "<w:document", "word/document.xml inside it: this is no well-formed XML"),
        ("word/document.xml", part("document", ""), "no text document"),
        ("word/numbering.xml", "<a", "word/numbering.xml inside it"),
        ("word/document.xml", part("document", "<w:body><w:altChunk r:id='x'/></w:body>"), "another file"),
    ],
)
def test_damage_of_a_needed_part_is_told_with_its_name(name: str, text: str, said: str) -> None:
    assert said in refusal(pack({**parts(p("Ja."), numbering=""), name: text}))


def test_container_without_a_text_is_refused() -> None:
    assert "word/document.xml is missing" in refusal(pack({"_rels/.rels": relations("")}))


NUMBERING = (
    '<w:abstractNum w:abstractNumId="0"><w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="decimal"/>'
    '<w:lvlText w:val="%1."/></w:lvl></w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>'
)

# --- nothing lost, nothing twice: every word of a generated paper is its own ------------------------------------------

WORDS = st.text("abcdefgé&<12 ", min_size=1, max_size=8).filter(str.strip)
RUNS = st.recursive(
    st.builds(t, WORDS),
    lambda inner: st.one_of(
        inner.map(lambda run: f"<w:ins>{run}</w:ins>"),
        inner.map(lambda run: f"<w:hyperlink>{run}</w:hyperlink>"),
        inner.map(lambda run: f"<w:sdt><w:sdtPr/><w:sdtContent>{run}</w:sdtContent></w:sdt>"),
        inner.map(lambda run: field("HYPERLINK x", run)),
        inner.map(lambda run: f"<w:fldSimple w:instr='REF a'>{run}</w:fldSimple>"),
        inner.map(lambda run: box(p(run))),
        inner.map(lambda run: f"<w:del>{t('WEG')}</w:del>{run}"),
        inner.map(lambda run: f"{t('WEG', '<w:vanish/>')}{run}"),
    ),
    max_leaves=3,
)
PARAGRAPHS = st.lists(RUNS, min_size=1, max_size=3).map(lambda runs: p(*runs))
BLOCKS = st.recursive(
    PARAGRAPHS,
    lambda inner: st.one_of(
        st.lists(st.lists(inner.map(cell), min_size=1, max_size=3), min_size=1, max_size=3).map(
            lambda rows: table(*(row(*cells) for cells in rows))
        ),
        inner.map(lambda block: f"<w:sdt><w:sdtContent>{block}</w:sdtContent></w:sdt>"),
    ),
    max_leaves=6,
)


def shown(element: etree._Element) -> str:
    """Give every word below an element that is neither deleted, hidden nor said twice."""
    if etree.QName(element).localname in ("del", "Fallback") or element.find(f"{{{W}}}rPr/{{{W}}}vanish") is not None:
        return ""
    own = element.text or "" if etree.QName(element).localname == "t" else ""
    return own + "".join(map(shown, element))


@given(st.lists(BLOCKS, min_size=1, max_size=4).map("".join))
@settings(deadline=None, derandomize=True, max_examples=150)
def test_every_word_that_shows_is_in_the_layer_once(body: str) -> None:
    expected = shown(etree.fromstring(part("body", body)))
    found = layer(body + p("Einde")).text
    assert sorted("".join(found.split())) == sorted("".join(f"{expected}Einde".split()))


# --- damage -----------------------------------------------------------------------------------------------------------

WHOLE = parts(
    p("Vraag 1", box(p("Datum")))
    + item("Hoeveel?")
    + table(row("a", cell("b", '<w:gridSpan w:val="2"/>')))
    # a note, a field and a section
    + p("Ja.", '<w:r><w:footnoteReference w:id="1"/></w:r>', field("PAGE", "1"))
    + f"<w:sectPr>{HEADER.format('default', 'header1')}</w:sectPr>",
    numbering=NUMBERING,
    styles='<w:style w:styleId="a"><w:name w:val="heading 1"/><w:basedOn w:val="a"/></w:style>',
    footnotes='<w:footnote w:id="1">' + p("<w:r><w:footnoteRef/></w:r>", "Noot.") + "</w:footnote>",
    header1=LETTERHEAD,
)
TAGS = re.compile(r"<[^<>]+>")


@st.composite
def damaged(draw: st.DrawFn) -> bytes:
    """Draw a paper with elements left out, doubled or exchanged, or with bytes of its container changed."""
    files = dict(WHOLE)
    for name in draw(st.lists(st.sampled_from(sorted(files)), max_size=3)):
        tags = list(TAGS.finditer(files[name]))
        first, second = draw(st.sampled_from(tags)), draw(st.sampled_from(tags))
        files[name] = draw(
            st.sampled_from(
                [
                    files[name][: first.start()] + files[name][first.end() :],
                    files[name][: first.start()] + second.group() + files[name][first.end() :],
                    files[name].replace('="1"', f'="{draw(st.sampled_from(["-1", "99999999999", "x", "", "0"]))}"'),
                ]
            )
        )
    data = bytearray(pack(files))
    for _ in range(draw(st.integers(0, 3))):
        data[draw(st.integers(0, len(data) - 1))] = draw(st.integers(0, 255))
    return bytes(data[: draw(st.integers(1, len(data)))] if draw(st.booleans()) else data)


@given(damaged())
@settings(deadline=None, derandomize=True, max_examples=150)
def test_damaged_file_gives_pieces_or_one_clear_error(data: bytes) -> None:
    try:
        found: Content | None = decode(Raw(data, "brief.docx", DOCX))
    except ReadError as error:
        found = None
        assert str(error).startswith("brief.docx: ")
        assert "\n" not in str(error)
    assert found is None or isinstance(found, Content)


NESTS = {
    "content control": ("<w:sdt><w:sdtContent>", "</w:sdtContent></w:sdt>", 96),
    "table": ("<w:tbl><w:tr><w:tc>", "</w:tc></w:tr></w:tbl>", 64),
    "text box": ("<w:p><w:r><w:txbxContent>", "</w:txbxContent></w:r></w:p>", 64),
    "revision": ("<w:ins><w:hyperlink>", "</w:hyperlink></w:ins>", 96),
}


@pytest.mark.parametrize("kind", NESTS)
def test_nesting_up_to_the_limit_is_read(kind: str) -> None:
    before, after, times = NESTS[kind]
    assert words(before * times + p("Diep.") + after * times) == ["Diep."]
