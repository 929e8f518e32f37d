"""The notes of an official publication: called where they stand, given at the end.

A note stands where it is called (``<noot id=…><noot.nr>1</noot.nr><noot.al>…``) or apart, and is then called by
``<nootref refid=…/>`` or, in older papers, ``<voetref refid=… nr=…/>``. Notes of a table follow the table.
"""

from __future__ import annotations

from graph.read.content import Call, Note
from graph.read.flow import Flow, words_of
from graph.read.trees import Element
from graph.read.xml import vocabulary as names
from graph.read.xml.elements import name_of, text_of


class Notes:
    """The notes of one publication, while it is read."""

    def __init__(self, root: Element) -> None:
        self._known: dict[Element, tuple[str, str]] = {}
        self._named: dict[str, tuple[str, str]] = {}
        self._end: list[Note] = []
        self._table: list[Note] = []
        keys: set[str] = set()
        for number, note in enumerate(root.iter(*(f"{{*}}{name}" for name in sorted(names.NOTES))), start=1):
            given = note.get("id") or ""
            key = given if given and given not in keys else f"note-{number}"
            keys.add(key)
            mark = text_of(self.number(note)) or note.get("nr") or str(number)
            self._known[note] = (key, mark)
            for name in filter(None, (given, note.get("nr"))):
                self._named.setdefault(name, (key, mark))

    @staticmethod
    def number(note: Element) -> Element | None:
        """Give the element that holds the mark of a note."""
        return next((child for child in note if name_of(child) in names.NOTE_NUMBERS), None)

    def call(self, element: Element) -> Call | None:
        """Give the mark that calls a note, at the note itself or at a reference to one that stands elsewhere."""
        if element in self._known:
            key, mark = self._known[element]
            return Call(mark, key)
        refers = element.get("refid") or element.get("ref") or element.get("nr") or ""
        key, mark = self._named.get(refers, (refers, ""))
        shown = text_of(element) or element.get("nr") or mark
        return Call(shown, key) if shown else None

    def add(self, element: Element, inside: Flow) -> None:
        """Keep a note that was read."""
        key, mark = self._known[element]
        note = Note(key, mark, tuple(filter(None, (words_of(each).strip() for each in inside.paragraphs()))))
        (self._table if element.get("type") == "tabel" else self._end).append(note)

    def of_table(self) -> list[Note]:
        """Give the notes of the table that ends here."""
        notes, self._table = self._table, []
        return notes

    def rest(self) -> list[Note]:
        """Give the notes of the paper."""
        return [*self._table, *self._end]
