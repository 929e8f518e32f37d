"""Fields: what Word computes (a page number, a property): the result is read, not the instruction (ECMA-376 17.16)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from graph.read.docx.markup import attribute, name, shown
from graph.read.trees import Element

_PAGES = re.compile(r"\s*(?:PAGE|NUMPAGES|SECTIONPAGES)\b", re.IGNORECASE)
_NOTE = re.compile(r"\s*NOTEREF\s+\"?([^\s\"]+)\"?.*\\f", re.IGNORECASE)


@dataclass
class _Field:
    """A field that is open: its instruction so far, and whether its result has begun."""

    code: str = ""
    result: bool = False


class Fields:
    """The fields of one story while it is read.

    Only fields that begin and end are obeyed: one without its end, in a damaged file, would hide all that follows.
    """

    def __init__(self, story: Element) -> None:
        self._obeyed = _whole_fields(story)
        self._open: list[_Field] = []

    @property
    def hidden(self) -> bool:
        """Whether what is read now belongs to an instruction."""
        return not all(each.result for each in self._open)

    @property
    def bookmark(self) -> str | None:
        r"""The bookmark around a note's mark that the present result repeats as a mark (``NOTEREF … \f``)."""
        marks = (_NOTE.match(each.code) for each in reversed(self._open))
        return next((mark[1] for mark in marks if mark), None)

    def tell(self, code: str) -> None:
        """Take a piece of an instruction."""
        if self._open and not self._open[-1].result:
            self._open[-1].code += code

    def turn(self, mark: Element) -> str | None:
        """Obey a ``w:fldChar``; gives the instruction where it ends."""
        if mark not in self._obeyed:
            return None
        match attribute(mark, "fldCharType"):
            case "begin":
                self._open.append(_Field())
            case "separate" if self._open and not self._open[-1].result:
                self._open[-1].result = True
                return self._open[-1].code
            case "end" if self._open:
                ended = self._open.pop()
                return None if ended.result else ended.code
        return None


def counts_pages(code: str | None) -> bool:
    """Whether an instruction gives a page number or a number of pages.

    >>> counts_pages(" PAGE * MERGEFORMAT "), counts_pages(" PAGEREF _Toc1 ")
    (True, False)
    """
    return code is not None and _PAGES.match(code) is not None


def _whole_fields(story: Element) -> frozenset[Element]:
    """Give the marks of all fields of a story that begin and end."""
    obeyed: set[Element] = set()
    waiting: list[list[Element]] = []
    for mark in _marks(story):
        match attribute(mark, "fldCharType"):
            case "begin":
                waiting.append([mark])
            case "separate" if waiting:
                waiting[-1].append(mark)
            case "end" if waiting:
                obeyed.update(waiting.pop(), (mark,))
    return frozenset(obeyed)


def _marks(story: Element) -> Iterator[Element]:
    """Give every ``w:fldChar`` of a story in order; a text box is a story of its own."""
    waiting = [shown(story)]
    while waiting:
        each = next(waiting[-1], None)
        if each is None:
            waiting.pop()
        elif name(each) == "w:fldChar":
            yield each
        elif name(each) != "w:txbxContent":
            waiting.append(shown(each))
