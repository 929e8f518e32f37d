"""The elements of a page to pieces, in the order in which a browser shows them."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from graph.model import BlockKind
from graph.read.content import Piece
from graph.read.flow import Flow, words_of
from graph.read.grid import Grids
from graph.read.html import tables
from graph.read.html import vocabulary as names
from graph.read.html.elements import classes_of, is_block, is_seen, main_of, name_of, text_of
from graph.read.html.notes import Notes
from graph.read.numbering import numbered
from graph.read.trees import Element

_WHOLE = re.compile(r"[+-]?\d{1,6}")


@dataclass(frozen=True, slots=True)
class Place:
    """Where the reader is: how many lists are around it, and whether white space is kept."""

    lists: int = 0
    kept: bool = False


class Reader:
    """Reads one page."""

    def __init__(self, root: Element) -> None:
        self._root = root
        self.flow = Flow()
        self.grids = Grids()
        self.notes = Notes(root)

    def read(self) -> list[Piece]:
        """Give all pieces of the main part of the page, the notes last."""
        main = main_of(self._root)
        self.children(main, Place())
        self.flow.close(force=True)
        notes = [
            self.notes.note(block, [words_of(each).strip() for each in self.apart(block, Place()).paragraphs()])
            for block in self.notes.blocks()
        ]
        return [*self.flow.pieces, *notes]

    def apart(self, element: Element, place: Place) -> Flow:
        """Read the content of a cell or a note by itself."""
        around, self.flow = self.flow, Flow()
        self.children(element, place)
        self.flow.close(force=True)
        inside, self.flow = self.flow, around
        return inside

    def children(self, element: Element, place: Place) -> None:
        """Read what is inside an element, in its order."""
        self._words(element.text, place)
        for child in element:
            if is_seen(child) and not self.notes.is_note(child):
                if is_block(child):
                    self.flow.close()
                    self._block(child, name_of(child), place)
                else:
                    self._inline(child, name_of(child), place)
            self._words(child.tail, place)

    def _words(self, words: str | None, place: Place) -> None:
        if place.kept:
            self.flow.keep(words)
        else:
            self.flow.text(words)

    def _inline(self, element: Element, name: str, place: Place) -> None:
        """Read an element in the line."""
        if name == "br":
            self.flow.line_end()
            return
        if element.attrib or name == "sup":
            call = self.notes.call(element)
            if call:
                self.flow.add(call)
                return
            if self.notes.is_back(element):
                return
        style = element.get("style", "")
        self._words("“" if name == "q" else "", place)
        self.children(element, replace(place, kept=True) if names.KEPT_STYLE.search(style) else place)
        self._words("”" if name == "q" else "", place)
        if (classes_of(element) & names.LABELS and _item_begun_by(element) is not None) or names.WORD_LABEL.search(
            style
        ):
            self.flow.hold()

    def _block(self, element: Element, name: str, place: Place) -> None:
        """Read an element that stands by itself."""
        style = element.get("style", "")
        if name in ("pre", "listing", "xmp", "plaintext") or names.KEPT_STYLE.search(style):
            place = replace(place, kept=True)
        if name in names.LISTS:
            self._list(element, name, replace(place, lists=place.lists + 1))
            return
        if name == "table":
            tables.read(element, self, place)
            return
        if name == "li":
            self.flow.item(max(place.lists, 1))
            self._label(names.BULLET if _is_labelled(element) else "")
        elif word := names.WORD_ITEM.search(style):
            self.flow.item(int(word[1]))
        self.children(element, place)
        level = names.HEADINGS.get(name) or _aria_level(element)
        if level:
            self.flow.close(BlockKind.HEADING, level, force=True)
        else:
            self.flow.close(force=name == "li")

    def _list(self, element: Element, name: str, place: Place) -> None:
        """Read a list, its items labelled as a browser does."""
        items = sum(1 for child in element if name_of(child) == "li" and is_seen(child))
        step = -1 if element.get("reversed") is not None else 1
        count = _number(element.get("start"), items if step < 0 else 1)
        shown = _is_labelled(element)
        self._words(element.text, place)
        for child in element:
            if name_of(child) == "li" and is_seen(child):
                count = _number(child.get("value"), count)
                if not self.notes.is_note(child):
                    label = f"{numbered(element.get('type', '1'), count)}." if name == "ol" else names.BULLET
                    self.flow.item(place.lists)
                    self._label(label if shown and _is_labelled(child) else "")
                    self.children(child, place)
                    self.flow.close(force=True)
                count += step
            elif is_seen(child) and not self.notes.is_note(child):
                self.flow.close()
                self._block(child, name_of(child), place)
            self._words(child.tail, place)
        self.flow.close(force=True)

    def _label(self, label: str) -> None:
        """Write the label of an item."""
        if label:
            self.flow.text(label)
            self.flow.hold()


def _is_labelled(element: Element) -> bool:
    """Whether a browser shows a label before an item, or before those of a list, and the words hold none themselves."""
    if classes_of(element) & names.UNLABELLED or names.UNLABELLED_STYLE.search(element.get("style", "")):
        return False
    return name_of(element) != "li" or not any(
        classes_of(each) & names.LABELS and _item_begun_by(each) is element for each in element.iter("span", "div")
    )


def _item_begun_by(element: Element) -> Element | None:
    """Give the item whose first words an element has."""
    for each in (element, *element.iterancestors()):
        if name_of(each) == "li":
            return each
        around, before = each.getparent(), each.getprevious()
        if around is None or (around.text or "").strip():
            return None
        if before is not None and (text_of(before) or (before.tail or "").strip()):
            return None
    return None


def _aria_level(element: Element) -> int:
    """Give the level of what is only said to be a heading; 0 where it is none."""
    return _number(element.get("aria-level"), 2) if element.get("role") == "heading" else 0


def _number(value: str | None, otherwise: int) -> int:
    """Read a whole number of an attribute."""
    return int(value) if value and _WHOLE.fullmatch(value.strip()) else otherwise
