"""DOCX to pieces: letterhead, running text, notes, as Word shows them (ECMA-376, ISO 29500).

The parts are read directly, with lxml, because no library gives what Word shows: docx2python leaves out labels with
words ("Vraag 1"), writes "1)" for "1." and doubles text boxes and merged cells; mammoth has no labels, python-docx no
notes and no text boxes.
"""

from __future__ import annotations

from graph.read.content import Content, Furniture, Piece
from graph.read.docx.markup import attribute, child, children, name, relation, switch
from graph.read.docx.notes import Notes, bookmarks_of
from graph.read.docx.numbering import Counter, Numbering
from graph.read.docx.parts import Parts
from graph.read.docx.story import Book, Story
from graph.read.docx.styles import Styles
from graph.read.docx.tables import flat
from graph.read.grid import Grids
from graph.read.limits import Raw
from graph.read.trees import Element

_DUBLIN_CORE = "{http://purl.org/dc/elements/1.1/}title"


def decode(raw: Raw) -> Content:
    """Give the pieces of a DOCX: what its first page has above the text, the text, the notes that it calls.

    Raises:
        ReadError: when the file is damaged, or keeps text in another file.
    """
    parts = Parts(raw)
    body = child(parts.document, "w:body")
    if body is None:
        raise raw.refuse(f"{parts.main} inside it is no text document: save it as DOCX with Word")
    sections = _sections(body)
    styles = Styles(parts.part("styles"))
    notes = Notes(
        {"footnote": parts.part("footnotes"), "endnote": parts.part("endnotes")},
        parts.part("settings"),
        sections,
        bookmarks_of(body),
    )
    book = Book(raw, styles, Numbering(parts.part("numbering"), styles), notes, Grids())
    letterhead = _letterhead(parts, sections, book)
    text = Story(body, book).pieces(body)
    counter = Counter(book.numbering)
    found = notes.pieces(lambda note: _plain(Story(note, book, counter).pieces(note)))
    return Content([*letterhead, *text, *found], _labels(parts.core_properties()))


def _sections(body: Element) -> list[Element]:
    """Give the properties of all sections in order; not those that a tracked change keeps of before."""
    found = (each for each in body.iter() if name(each) == "w:sectPr")
    return [each for each in found if (parent := each.getparent()) is not None and name(parent) in ("w:pPr", "w:body")]


def _letterhead(parts: Parts, sections: list[Element], book: Book) -> list[Piece]:
    """Give the header of the first page: there, or in the running text, a letter has its date and subject.

    Headers of later pages repeat it, and footers number pages: a DOCX has no pages, so it has none of them.
    """
    if not sections:
        return []
    wanted = "first" if switch(sections[0], "w:titlePg") else "default"
    references = children(sections[0], "w:headerReference")
    reference = next((each for each in references if (attribute(each, "type") or "default") == wanted), None)
    header = parts.linked(relation(reference)) if reference is not None else None
    if header is None:
        return []
    return [each for each in Story(header, book).pieces(header) if not isinstance(each, Furniture)]


def _plain(pieces: list[Piece]) -> tuple[str, ...]:
    """Give the paragraphs of a note as text."""
    texts = ("".join(each for each in paragraph.content if isinstance(each, str)) for paragraph in flat(pieces))
    return tuple(text.strip() for text in texts if text.strip())


def _labels(properties: Element | None) -> dict[str, tuple[str, ...]]:
    """Give what the file says of itself: its title.

    Subject, keywords and dates are left out: ministries make a letter from the last one, and those stay behind.
    """
    titles = () if properties is None else (each.text or "" for each in properties.iter(_DUBLIN_CORE))
    found = tuple(title.strip() for title in titles if title.strip())
    return {"dc:title": found} if found else {}
