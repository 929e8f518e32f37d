"""The content of a paragraph: its words as they show, the marks of its notes, and the text boxes that hang on it."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field

from graph.read.content import Inline, Piece
from graph.read.docx.fields import Fields, counts_pages
from graph.read.docx.markup import attribute, child, name, shown
from graph.read.docx.notes import REFERENCES, Notes, own_mark_follows
from graph.read.docx.styles import Styles
from graph.read.docx.symbols import plain, sign
from graph.read.trees import Element

_SIGNS = {
    "w:tab": "\t",
    "w:ptab": "\t",
    "w:br": "\n",
    "w:cr": "\n",
    # the same word as in the PDF of the paper, where nothing tells it from another hyphen
    "w:noBreakHyphen": "-",
}
"""The elements that stand for a character (ECMA-376 17.3.3); a soft hyphen is none: it shows at a line end only."""

_LAID_OUT = re.compile(r"[\t\r\n]+")
"""White space that only lays out the XML: a tab and a line end of the text are elements."""


@dataclass
class Line:
    """What was read of a paragraph.

    Attributes:
        content: its words and marks.
        asides: what its text boxes hold.
        counts_pages: whether a page number or a number of pages is computed in it.
    """

    content: list[Inline] = field(default_factory=list)
    asides: list[Piece] = field(default_factory=list)
    counts_pages: bool = False

    @property
    def text(self) -> str:
        """The words, without the marks of notes."""
        return "".join(each for each in self.content if isinstance(each, str))

    @property
    def is_blank(self) -> bool:
        """Whether there is nothing to see."""
        return all(isinstance(each, str) and not each.strip() for each in self.content)


@dataclass(frozen=True)
class Lines:
    """Reads the paragraphs of one story.

    Attributes:
        styles, notes, fields: what it reads them with.
        boxed: gives the pieces of what stands inside a paragraph as a block: a text box.
    """

    styles: Styles
    notes: Notes
    fields: Fields
    boxed: Callable[[Element], Sequence[Piece]]

    def read(self, paragraph: Element, *, hidden: bool) -> Line:
        """Read a paragraph; `hidden` says whether its style hides it."""
        line = Line()
        if name(paragraph) == "w:r":
            self._run(paragraph, line, hidden)
        else:
            self._walk(paragraph, line, hidden, "")
        return line

    def _walk(self, parent: Element, line: Line, hidden: bool, font: str) -> None:
        """Read what stands inside an element."""
        for each in shown(parent):
            kind = name(each)
            if kind == "w:r":
                self._run(each, line, hidden)
            elif kind in ("w:txbxContent", "w:p", "w:tbl"):
                if not (hidden or self.fields.hidden):
                    line.asides.extend(self.boxed(each))
            elif kind in ("w:fldChar", "w:fldSimple", "w:instrText"):
                self._field(kind, each, line, hidden, font)
            elif kind in REFERENCES:
                if not (hidden or self.fields.hidden or own_mark_follows(each)):
                    line.content.append(self.notes.call(each, None))
            else:
                words = _words(kind, each, font)
                if words and not (hidden or self.fields.hidden):
                    repeated = self.notes.repeated(self.fields.bookmark, words)
                    line.content.append(repeated or words)
                self._walk(each, line, hidden, font)

    def _run(self, run: Element, line: Line, hidden: bool) -> None:
        """Read a run; one that calls a note by a mark of the writer's own holds that mark and nothing else."""
        hidden = self.styles.hides(run, hidden)
        fonts = child(run, "w:rPr", "w:rFonts")
        font = attribute(fonts, "ascii") or attribute(fonts, "hAnsi") or ""
        marked = next((each for each in shown(run) if name(each) in REFERENCES and own_mark_follows(each)), None)
        if marked is None or hidden or self.fields.hidden:
            self._walk(run, line, hidden, font)
            return
        mark = Line()
        self._walk(run, mark, hidden, font)
        line.content.append(self.notes.call(marked, mark.text.strip()))
        line.asides.extend(mark.asides)

    def _field(self, kind: str, element: Element, line: Line, hidden: bool, font: str) -> None:
        """Read a piece of a field."""
        if kind == "w:instrText":
            self.fields.tell(element.text or "")
        elif kind == "w:fldChar":
            line.counts_pages |= counts_pages(self.fields.turn(element))
        else:
            line.counts_pages |= counts_pages(attribute(element, "instr"))
            self._walk(element, line, hidden, font)


def _words(kind: str, element: Element, font: str) -> str:
    """Give the characters that an element stands for itself."""
    if kind in ("w:t", "m:t"):
        return plain(_LAID_OUT.sub(" ", element.text or ""), font)
    if kind == "w:sym":
        code = attribute(element, "char") or ""
        return sign(int(code, 16), attribute(element, "font") or "") if re.fullmatch(r"[0-9A-Fa-f]{1,6}", code) else ""
    # a fraction is written with its bar
    return "/" if kind == "m:den" else _SIGNS.get(kind, "")
