"""Notes of pages are found by how pages make them."""

from __future__ import annotations

import pytest

from graph.model import SourceText
from graph.read import read

OFFICIAL = """<p>Tien.<a class="nootnum supernote-click-ID-d1" href="#ID-d1">1</a> Elf.</p><div id="noten"><hr/>
<div class="voet noot" id="supernote-note-ID-d1">
<h5 class="note-close"><a class="note-close" href="#close">X</a> Noot</h5>
<sup><span class="nootnum"><a id="ID-d1" name="ID-d1"></a>1</span></sup><p>Zie.</p></div></div>"""
WORD = """<p class=MsoNormal>Tien.<a style='mso-footnote-id:ftn1' href="#_ftn1" name="_ftnref1">
<span class=MsoFootnoteReference>[1]</span></a> Elf.</p><div style='mso-element:footnote-list'>
<div style='mso-element:footnote' id=ftn1><p class=MsoFootnoteText>
<a href="#_ftnref1" name="_ftn1"><span>[1]</span></a> Zie.</p></div></div>"""
MARKDOWN = """<p>Tien.<sup id="fnref:1"><a class="footnote-ref" href="#fn:1">1</a></sup> Elf.</p>
<section class="footnotes"><ol><li id="fn:1"><p>Zie.
<a class="footnote-backref" href="#fnref:1">&#8617;</a></p></li></ol></section>"""
PUBLISHING = (
    """<p>Tien.<a role="doc-noteref" href="#x">*</a> Elf.</p><aside id="x" role="doc-footnote">* Zie.</aside>"""
)
MUTUAL = """<p>Tien.<a href="#b" id="a">1</a> Elf.</p><p id="b"><a href="#a">1</a> Zie.</p>"""
ROW = """<p>Tien.<a href="#b" id="a">1</a> Elf.</p>
<table><tr><td><a name="b" href="#a">1</a></td><td>Zie.</td></tr></table>"""
UNLINKED = """<p>Tien.<sup>1</sup> Elf.</p><div class="noot"><p class="noot-al"><sup>1</sup> Zie.</p></div>"""


def page(body: str) -> SourceText:
    return read(f"<html><body>{body}</body></html>".encode(), "a.html")


@pytest.mark.parametrize(
    ("body", "mark"),
    [(OFFICIAL, "1"), (WORD, "[1]"), (MARKDOWN, "1"), (PUBLISHING, "*"), (MUTUAL, "1"), (ROW, "1"), (UNLINKED, "1")],
)
def test_a_note_stands_at_the_end_with_its_call(body: str, mark: str) -> None:
    source = page(body)
    assert source.text == f"Tien.{mark} Elf.\n{mark} Zie."
    assert source.layout is not None
    (note,) = source.layout.notes
    assert note.mark == mark.strip("[]") and note.call is not None
    assert source.quote(note.call) == mark
    assert [source.quote(span) for span in source.layout.calls] == [mark]


def test_a_note_called_twice_is_given_once() -> None:
    source = page('<p>a<a href="#fn1">1</a> b<a href="#fn1">1</a></p><p id="fn1">1 Zie.</p>')
    assert source.text == "a1 b1\n1 Zie."
    assert source.layout is not None and len(source.layout.calls) == 2


def test_links_that_lead_elsewhere_are_text() -> None:
    body = '<p id="top">Zie <a href="#deel">2</a> en <a href="#weg">3</a>.</p><h2 id="deel">2 Deel</h2>'
    source = page(f'{body}<a href="#top">1</a>')
    assert source.text == "Zie 2 en 3.\n\n2 Deel\n\n1"
    assert source.layout is not None and not source.layout.notes


def test_a_note_of_several_paragraphs_keeps_them() -> None:
    source = page('<p>a<a href="#fn1">1</a></p><div id="fn1" class="footnote"><p>1. Een.</p><p>Twee.</p></div>')
    assert source.text == "a1\n1 Een.\nTwee."


def test_a_block_named_as_a_note_without_a_mark_is_text() -> None:
    assert page('<p>a</p><div class="noot">Noot van de redactie.</div>').text == "a\n\nNoot van de redactie."
