"""The notes of a page: which links call a note, and which element is the note.

A note is what a short mark links to (``<a href="#fn1">1</a>``), where its name says so (`vocabulary.NOTE_NAME`), or
where it stands further on, begins with the mark and links back. Notes that nothing links to are those of the classes
`vocabulary.NOTE_CLASSES` that begin with a mark; the same mark in ``<sup>`` calls them.
"""

from __future__ import annotations

import re
from functools import cache
from itertools import islice
from urllib.parse import unquote

from graph.read.content import Call, Note
from graph.read.html import vocabulary as names
from graph.read.html.elements import classes_of, is_block, is_seen, name_of, text_of
from graph.read.trees import Element

_LEADING = re.compile(r"\s*([\[(]?(?:\d{1,3}|[*†‡§]{1,3})[\])]?)[.:)]?(?=\s|$)")
"""The mark of a note that no link calls: no letter, which may be a word."""

_NEAR = 6
"""How many elements around another are looked at for the name of a note."""

_FEW = 20
"""How many links of a note are looked at, and how many elements for its first words."""

_PLACES = ("html", "body", "main", "article", "section")
"""Blocks that are no note."""


class Notes:
    """The notes of one page."""

    def __init__(self, root: Element) -> None:
        self._order = {element: number for number, element in enumerate(root.iter())}
        self._targets: dict[str, Element] = {}
        for element in self._order:
            for name in (element.get("id"), element.get("name") if name_of(element) == "a" else None):
                if name:
                    self._targets.setdefault(name, element)
        self._calls: dict[Element, Call] = {}
        self._blocks: dict[Element, tuple[str, str]] = {}
        self._read_linked()
        self._read_unlinked()

    def call(self, element: Element) -> Call | None:
        """Give the call that an element is."""
        return self._calls.get(element)

    def is_note(self, element: Element) -> bool:
        """Whether an element is a note, and so stands at the end."""
        return element in self._blocks

    def is_back(self, element: Element) -> bool:
        """Whether an element only leads from a note back to where it is called."""
        if name_of(element) != "a":
            return False
        if classes_of(element) & names.BACK or element.get("role") == "doc-backlink":
            return True
        target = self._target(element)
        if target is None or not any(each in self._calls for each in _near(target)):
            return False
        words = text_of(element)
        return bool(names.MARK.fullmatch(words)) or not any(letter.isalnum() for letter in words)

    def blocks(self) -> list[Element]:
        """Give the elements of the notes in the order of the page."""
        return sorted(self._blocks, key=self._order.__getitem__)

    def note(self, element: Element, paragraphs: list[str]) -> Note:
        """Make a note of its words; the mark at their beginning is not among them."""
        key, mark = self._blocks[element]
        words = [_opening(_bare(mark)).sub("", paragraphs[0], count=1), *paragraphs[1:]] if paragraphs else []
        return Note(key, mark, tuple(each for each in words if each.strip()))

    def _read_linked(self) -> None:
        """Find the links that call a note, and the notes."""
        for link in self._order:
            target = self._target(link) if name_of(link) == "a" else None
            if target is None or not names.MARK.fullmatch(mark := text_of(link)) or _is_named(link):
                continue
            block = self._block(link, target, mark)
            if block is None or block in link.iterancestors():
                continue
            key = self._blocks.setdefault(block, (f"note-{self._order[block]}", mark))[0]
            self._calls[link] = Call(mark, key)

    def _block(self, link: Element, target: Element, mark: str) -> Element | None:
        """Give the element of the note that a link leads to; None where it leads to something else."""
        block = next((each for each in (target, *target.iterancestors()) if is_block(each)), None)
        if block is not None and name_of(block) in ("td", "th"):
            block = block.getparent()
        if block is None or name_of(block) in _PLACES:
            return None
        if _is_named(target):
            return _whole(block)
        begins = name_of(block) == "li" or _bare(_first_words(block)).startswith(_bare(mark))
        returns = any(self._leads_to(back, link) for back in islice(block.iter("a"), _FEW))
        return block if begins and returns and self._order[target] > self._order[link] else None

    def _leads_to(self, back: Element, link: Element) -> bool:
        """Whether a link in a note leads to the link that calls it, or to what is close around that."""
        target = self._target(back)
        return target is not None and any(each is link for each in _near(target))

    def _target(self, link: Element) -> Element | None:
        """Give what a link on the page leads to."""
        href = link.get("href", "")
        return self._targets.get(unquote(href[1:]), self._targets.get(href[1:])) if href.startswith("#") else None

    def _read_unlinked(self) -> None:
        """Find the notes that no link calls, and the marks that call them."""
        marks: dict[str, str] = {}
        for element in self._order:
            if not is_block(element) or not classes_of(element) & names.NOTE_CLASSES or not is_seen(element):
                continue
            leading = _LEADING.match(text_of(element))
            if leading and not any(each in self._blocks for each in (*element.iterancestors(), *element.iter())):
                self._blocks[element] = (f"note-{self._order[element]}", leading[1])
                marks.setdefault(leading[1], f"note-{self._order[element]}")
        for element in self._order if marks else ():
            mark = text_of(element) if name_of(element) == "sup" else ""
            if mark in marks and not any(each in self._blocks for each in element.iterancestors()):
                self._calls[element] = Call(mark, marks[mark])


def _is_named(element: Element) -> bool:
    """Whether an element, or a block close around it, has the name of a note."""
    for each in islice((element, *element.iterancestors()), _NEAR):
        if name_of(each) in _PLACES:
            return False
        if (each is element or is_block(each)) and _says_note(each):
            return True
    return False


def _whole(block: Element) -> Element:
    """Give the outermost element around a block that is named as one note."""
    around = [each for each in islice(block.iterancestors(), _NEAR) if is_block(each) and _says_note(each)]
    return around[-1] if around else block


def _says_note(element: Element) -> bool:
    """Whether the name or role of an element is that of one note; the class of a link says what it leads to."""
    said = (element.get("id", ""), element.get("name", ""), "" if name_of(element) == "a" else element.get("class", ""))
    return element.get("role") in names.NOTE_ROLES or names.NOTE_NAME.search(" ".join(said)) is not None


def _near(target: Element) -> list[Element]:
    """Give the links that an element is, is directly in, or holds."""
    around = target.getparent()
    return [target, *([] if around is None else [around]), *islice(target.iter("a"), 3)]


def _first_words(element: Element) -> str:
    """Give the first words of an element that may have many."""
    return "".join(islice(element.itertext(), _FEW)).strip()


@cache
def _opening(bare: str) -> re.Pattern[str]:
    """Give what a note begins with that has this mark."""
    return re.compile(rf"\A\s*[\[(]?{re.escape(bare)}[\])]?[.:)]?(?:\s+|$)")


def _bare(mark: str) -> str:
    """Give a mark without its brackets."""
    return mark.strip("[]()")
