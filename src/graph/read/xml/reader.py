"""The elements of an official publication to pieces, in the order of reading."""

from __future__ import annotations

from dataclasses import dataclass, replace

from graph.model import BlockKind
from graph.read.content import Piece
from graph.read.flow import Flow
from graph.read.grid import Grids
from graph.read.numbering import numbered
from graph.read.trees import Element
from graph.read.xml import tables
from graph.read.xml import vocabulary as names
from graph.read.xml.elements import is_block, is_mixed, name_of, text_of
from graph.read.xml.notes import Notes

_NOTED = names.NOTES | names.NOTE_CALLS
_GLUED = names.INLINE - names.WORDS


@dataclass(frozen=True, slots=True)
class Place:
    """Where the reader is: how many sections and how many lists are around it."""

    sections: int = 0
    lists: int = 0


class Reader:
    """Reads one publication."""

    def __init__(self, root: Element) -> None:
        self._root = root
        self.flow = Flow()
        self.grids = Grids()
        self.notes = Notes(root)

    def read(self) -> list[Piece]:
        """Give all pieces, the notes last."""
        self.children(self._root, Place())
        self.flow.close(force=True)
        return [*self.flow.pieces, *self.notes.rest()]

    def apart(self, element: Element, place: Place, but: Element | None = None) -> Flow:
        """Read the content of a cell or a note by itself."""
        around, self.flow = self.flow, Flow()
        self.children(element, place, but)
        self.flow.close(force=True)
        inside, self.flow = self.flow, around
        return inside

    def children(self, element: Element, place: Place, but: Element | None = None) -> None:
        """Read what is inside an element, in its order, `but` one child that was read already."""
        name = name_of(element)
        joined = names.JOINED.get(name, frozenset())
        running = name in names.PARAGRAPHS or is_mixed(element)
        heading = False
        self.flow.text(element.text)
        for child in element:
            if (name_of(child) in joined) is not heading:
                self.flow.close(*((BlockKind.HEADING, 1) if heading else ()))
                heading = not heading
            if heading:
                self.line(child)
            elif child is not but:
                self.child(child, place, running=running)
            self.flow.text(child.tail)
        if heading:
            self.flow.close(BlockKind.HEADING, 1)

    def child(self, child: Element, place: Place, *, running: bool) -> None:
        """Read one element: part of the running text, or a block."""
        name = name_of(child)
        if not name or name in names.SKIPPED:
            return
        if name in _NOTED:
            self._note(child, called=running or self.flow.running)
        elif name in names.BREAKS:
            self.flow.line_end()
        elif name in names.INLINE or (running and not is_block(child)):
            self._inline(child, name)
        elif name in names.NUMBERS:
            self.flow.close()
            self.line(child)
            self.flow.hold()
        else:
            self.flow.close()
            self._block(child, name, place)

    def line(self, element: Element) -> None:
        """Read an element as words on one line, whatever elements are in it."""
        self.flow.apart()
        self.flow.text(element.text)
        for child in element:
            name = name_of(child)
            if name in _NOTED:
                self._note(child, called=True)
            elif name in _GLUED:
                self._inline(child, name)
            elif name not in names.SKIPPED:
                self.line(child)
            self.flow.text(child.tail)

    def _inline(self, element: Element, name: str) -> None:
        """Read an element in running text."""
        before, parent = element.getprevious(), element.getparent()
        if name in names.SIGNED_LINES and parent is not None and name_of(parent) in names.SIGNED:
            self.flow.line_end()
        elif name not in _GLUED and before is not None and not before.tail:
            self.flow.apart()
        self.flow.text(element.text)
        for child in element:
            self.child(child, Place(), running=True)
            self.flow.text(child.tail)

    def _note(self, element: Element, *, called: bool) -> None:
        """Read a note, or the mark of one that stands elsewhere."""
        is_note = name_of(element) in names.NOTES
        call = self.notes.call(element)
        if call and (called or not is_note):
            self.flow.add(call)
        if is_note:
            self.notes.add(element, self.apart(element, Place(), self.notes.number(element)))

    def _block(self, element: Element, name: str, place: Place) -> None:
        """Read an element that stands by itself, and end it."""
        inside, but = place, None
        if name in names.WHOLE_LINES:
            self.line(element)
            self.flow.close(BlockKind.HEADING, 1 + place.sections, force=True)
            return
        if name in names.HEADS:
            self._head(element, place)
            return
        if name in names.LISTS:
            self._list(element, replace(place, lists=place.lists + 1))
            return
        if name == "table":
            tables.read(element, self, place)
            return
        if name in names.EXCHANGES:
            but = self._number(element, names.EXCHANGES[name], place)
        elif name in names.ITEMS:
            self.flow.item(max(place.lists, 1))
        elif any(name_of(child) == "kop" for child in element):
            inside = replace(place, sections=place.sections + 1)
        self.children(element, inside, but)
        if name in names.HEADINGS:
            self.flow.close(BlockKind.HEADING, _level(element, name, place))
        else:
            self.flow.close(force=name not in names.PARAGRAPHS)

    def _head(self, element: Element, place: Place) -> None:
        """Read the head of a paper in the lines in which it is printed."""
        by_role = {child.get("inhoud", ""): child for child in reversed(element) if name_of(child) == "tekstregel"}
        printed = [[by_role[role] for role in line if role in by_role] for line in names.PRINTED]
        for line in printed:
            for part in line:
                self.line(part)
            self.flow.close()
        done = {part for line in printed for part in line}
        self.flow.text(element.text)
        for child in element:
            if child not in done:
                self.child(child, place, running=False)
            self.flow.text(child.tail)
        self.flow.close(force=True)

    def _number(self, element: Element, word: str, place: Place) -> Element | None:
        """Read the number of a question or an answer as a heading, ``Vraag 1``; gives the element that holds it.

        The number is in the file as ``1`` or as ``Vraag 1``. An answer without a number whose text does not begin with
        the word is headed ``Antwoord``: its element says what a reader sees by its place on the page.
        """
        number = next((child for child in element if name_of(child) in names.NUMBERS), None)
        words = text_of(element if number is None else number).lower()
        labelled = words.startswith(("vraag", "vragen", "antwoord"))
        if words and not labelled and (number is not None or word == "Antwoord"):
            self.flow.text(word)
        if number is not None:
            self.line(number)
        self.flow.close(BlockKind.HEADING, 2 + place.sections)
        return number

    def _list(self, element: Element, place: Place) -> None:
        """Read a list; the items of a list that is numbered by its type get their label."""
        style, start = element.get("type", ""), element.get("start", "1")
        count = int(start) if start.isdecimal() and len(start) < 6 else 1
        self.flow.text(element.text)
        for child in element:
            if name_of(child) in names.ITEMS:
                self.flow.item(place.lists)
                if not any(name_of(part) in names.NUMBERS for part in child):
                    self._label(style, count, element.get("nr-sluiting", "."))
                count += 1
                self.children(child, place)
                self.flow.close(force=True)
            else:
                self.child(child, place, running=False)
            self.flow.text(child.tail)
        self.flow.close(force=True)

    def _label(self, style: str, count: int, closing: str) -> None:
        """Write the label that the type of a list gives; a list that is ``ongemarkeerd`` has none."""
        if style in names.COUNTED:
            self.flow.text(numbered(style, count) + closing)
        elif style in names.BULLETS:
            self.flow.text(names.BULLETS[style])
        else:
            return
        self.flow.hold()


def _level(element: Element, name: str, place: Place) -> int:
    """Give the level of a heading by the sections around it and how it looks."""
    look = names.LOOKS.get(element.get("kopopmaak") or element.get("letat") or "", 0)
    return max(1, names.HEADINGS[name] + place.sections + look)
