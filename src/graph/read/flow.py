"""Words and marks in the order of reading to paragraphs: what XML and HTML have in common.

White space collapses as browsers do it (CSS Text 3, 4.1): a run of blanks and line ends is one space, none at either
end of a line; a no-break space is a character like others. Soft hyphens and zero-width spaces only say where a line may
end: a reader sees nothing there, so they are left out.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from graph.model import BlockKind
from graph.read.content import Call, Inline, Paragraph, Piece, TableRows

_BLANKS = re.compile(r"[ \t\n\r\f]+")
_INVISIBLE = re.compile("[\u00ad\u200b]")


class Flow:
    """The pieces while they are written, and the paragraph that is being written."""

    def __init__(self) -> None:
        self.pieces: list[Piece] = []
        self._run: list[Inline] = []
        self._item: int | None = None
        self._held = -1

    @property
    def running(self) -> bool:
        """Whether the present paragraph has anything in it."""
        return bool(self._run)

    def text(self, words: str | None) -> None:
        """Add words, their white space collapsed."""
        if not words:
            return
        collapsed = _BLANKS.sub(" ", _INVISIBLE.sub("", words))
        if self._spaced and collapsed.startswith(" "):
            collapsed = collapsed[1:]
        if collapsed:
            self._run.append(collapsed)

    def keep(self, words: str | None) -> None:
        """Add words with their white space, as in ``<pre>``."""
        if words:
            self._run.append(words)

    def add(self, call: Call) -> None:
        """Add the mark of a note."""
        self._run.append(call)

    def apart(self) -> None:
        """Set what follows apart with a space, unless one is there."""
        if not self._spaced:
            self._run.append(" ")

    def line_end(self) -> None:
        """End the line inside the paragraph."""
        if self._run:
            self._trim()
            self._run.append("\n")

    def item(self, level: int) -> None:
        """Begin a list item: its first paragraph is one, of this level, behind a label that waits."""
        self.close()
        self._item = level

    def hold(self) -> None:
        """Let the next paragraph go on behind the words so far, which are its label."""
        if self._run and isinstance(last := self._run[-1], str):
            self._run[-1] = last.rstrip()  # Word sets no-break spaces behind a label
        self.apart()
        self._held = len(self._run)

    def close(self, kind: BlockKind = BlockKind.PARAGRAPH, level: int = 0, *, force: bool = False) -> None:
        """End the paragraph; after a label only where `force` says that nothing follows it."""
        if not self._run or (self._held == len(self._run) and not force):
            return
        self._trim()
        self._held = -1
        content, self._run = tuple(_joined(self._run)), []
        if not any(isinstance(each, Call) or each.strip() for each in content if isinstance(each, str | Call)):
            return
        if kind is BlockKind.PARAGRAPH and self._item is not None:
            kind, level = BlockKind.ITEM, self._item
        self._item = None
        self.pieces.append(Paragraph(content, kind, level))

    def table(self, rows: TableRows) -> None:
        """Add a table that has words."""
        self.close()
        if any(cell.paragraphs for row in rows.rows for cell in row):
            self.pieces.append(rows)

    def paragraphs(self) -> tuple[Paragraph, ...]:
        """Give what was written as paragraphs, for a cell or a note; a table inside it row by row."""
        self.close(force=True)
        return tuple(paragraph for piece in self.pieces for paragraph in _flat(piece))

    @property
    def _spaced(self) -> bool:
        last = self._run[-1] if self._run else " "
        return isinstance(last, str) and last.endswith((" ", "\n"))

    def _trim(self) -> None:
        """Take the space at the end of a line off."""
        while self._run and isinstance(last := self._run[-1], str):
            self._run[-1] = last.rstrip(" ")
            if self._run[-1]:
                return
            self._run.pop()


def words_of(paragraph: Paragraph) -> str:
    """Give the words of a paragraph, the marks of notes among them."""
    return "".join(each if isinstance(each, str) else getattr(each, "mark", "") for each in paragraph.content)


def _joined(run: Iterable[Inline]) -> Iterable[Inline]:
    """Give adjacent words as one."""
    words: list[str] = []
    for each in run:
        if isinstance(each, str):
            words.append(each)
            continue
        if words:
            yield "".join(words)
            words = []
        yield each
    if words:
        yield "".join(words).rstrip()


def _flat(piece: Piece) -> Iterable[Paragraph]:
    if isinstance(piece, Paragraph):
        yield piece
    elif isinstance(piece, TableRows):
        for row in piece.rows:
            cells = [paragraph.content for cell in row for paragraph in cell.paragraphs]
            if cells:
                yield Paragraph(tuple(each for content in cells for each in ("\t", *content))[1:])
