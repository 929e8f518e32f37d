"""Footnotes and endnotes with the marks that call them (ECMA-376 17.11)."""

from __future__ import annotations

from tests.read.docx.packing import content, field, item, layer, p, row, t, table, words

from graph.read.content import Note

SEPARATOR = '<w:footnote w:type="separator" w:id="-1"><w:p><w:r><w:separator/></w:r></w:p></w:footnote>'


def call(identifier: int, kind: str = "footnote", more: str = "") -> str:
    return f'<w:r><w:{kind}Reference w:id="{identifier}"/>{more}</w:r>'


def note(identifier: int, *paragraphs: str, kind: str = "footnote") -> str:
    return f'<w:{kind} w:id="{identifier}">{"".join(paragraphs)}</w:{kind}>'


def text(words: str, mark: str = "<w:r><w:footnoteRef/></w:r>") -> str:
    return p(mark, t(f" {words}"))


def notes(body: str, **others: str) -> list[Note]:
    return [piece for piece in content(body, **others).pieces if isinstance(piece, Note)]


def test_notes_stand_at_the_end_in_the_order_of_their_calls_and_are_numbered_by_it() -> None:
    body = p("Tien", call(5), " dijken", call(2), ".") + p("Slot.")
    found = layer(body, footnotes=SEPARATOR + note(2, text("CBS.")) + note(5, text("Dijkdienst."), text("Idem.")))
    assert found.text == "Tien1 dijken2.\n\nSlot.\n1 Dijkdienst.\nIdem.\n2 CBS."
    assert found.layout is not None
    assert [(one.mark, found.quote(one.call) if one.call else None) for one in found.layout.notes] == [
        *(("1", "1"), ("2", "2")),
    ]


def test_call_in_a_table_is_a_call() -> None:
    found = notes(table(row("a", p("b", call(1)).join(("<w:tc>", "</w:tc>")))), footnotes=note(1, text("CBS.")))
    assert found == [Note("footnote-1", "1", ("CBS.",))]


def test_endnotes_count_by_themselves_in_roman_and_follow_the_footnotes() -> None:
    ends = note(1, text("Eind."), kind="endnote")
    body = p("a", call(1, "endnote"), "b", call(1))
    assert notes(body, footnotes=note(1, text("Voet.")), endnotes=ends) == [
        Note("footnote-1", "1", ("Voet.",)),
        Note("endnote-1", "i", ("Eind.",)),
    ]


def test_settings_and_sections_say_how_notes_are_counted() -> None:
    form = '<w:footnotePr><w:numFmt w:val="lowerLetter"/><w:numStart w:val="3"/></w:footnotePr>'
    assert words(p("x", call(1)), settings=form) == ["x[c]"]
    section = "<w:sectPr><w:footnotePr><w:numRestart w:val='eachSect'/></w:footnotePr></w:sectPr>"
    body = p("x", call(1)) + p("y", call(2), properties=section) + p("z", call(3)) + section
    assert words(body) == ["x[1]", "y[2]", "z[1]"]


def test_mark_of_the_writers_own_is_not_counted_and_not_said_twice() -> None:
    own = call(1, more="<w:t>*</w:t>").replace("w:id", 'w:customMarkFollows="1" w:id')
    body = p("a", own, "b", call(2))
    found = {"footnotes": note(1, p("* Eigen.")) + note(2, text("Geteld."))}
    assert words(body, **found) == ["a[*]b[1]"]
    assert notes(body, **found) == [Note("footnote-1", "*", ("Eigen.",)), Note("footnote-2", "1", ("Geteld.",))]


def test_mark_that_is_repeated_by_a_field_calls_the_same_note() -> None:
    first = '<w:bookmarkStart w:id="0" w:name="_Ref1"/>' + call(1) + '<w:bookmarkEnd w:id="0"/>'
    body = p("a", first, "b", field(r" NOTEREF _Ref1 \f \h ", "1"), "; zie noot ", field(" NOTEREF _Ref1 ", "1"))
    assert words(body, footnotes=note(1, text("Noot."))) == ["a[1]b[1]; zie noot 1"]
    found = layer(body, footnotes=note(1, text("Noot.")))
    assert found.layout is not None
    assert len(found.layout.notes) == 1
    assert len(found.layout.calls) == 2


def test_note_that_is_not_called_or_whose_call_was_deleted_is_left_out() -> None:
    body = p("a", f"<w:del>{call(1)}</w:del>", call(2))
    assert notes(body, footnotes="".join(note(n, text(f"{n}")) for n in (1, 2, 3))) == [Note("footnote-2", "1", ("2",))]


def test_call_without_a_note_keeps_its_mark() -> None:
    assert words(p("a", call(7))) == ["a[1]"]


def test_list_in_a_note_has_its_labels() -> None:
    lists = (
        '<w:abstractNum w:abstractNumId="0"><w:lvl w:ilvl="0"><w:start w:val="1"/><w:lvlText w:val="%1)"/></w:lvl>'
        '</w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>'
    )
    found = notes(p("a", call(1)), footnotes=note(1, text("Zie:"), item("CBS")), numbering=lists)
    assert found == [Note("footnote-1", "1", ("Zie:", "1) CBS"))]
