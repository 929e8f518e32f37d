"""The markup of a DOCX in its two dialects, transitional and strict (ISO 29500), and what of it a reader sees."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from graph.read.trees import Element

_WORDS = (
    "http://schemas.openxmlformats.org/wordprocessingml/2006/main",
    "http://purl.oclc.org/ooxml/wordprocessingml/main",
)
_LINKS = (
    "http://schemas.openxmlformats.org/officeDocument/2006/relationships",
    "http://purl.oclc.org/ooxml/officeDocument/relationships",
)
_PREFIXES = {
    **dict.fromkeys(_WORDS, "w"),
    "http://schemas.openxmlformats.org/officeDocument/2006/math": "m",
    "http://purl.oclc.org/ooxml/officeDocument/math": "m",
    "http://schemas.openxmlformats.org/markup-compatibility/2006": "mc",
}

_UNSEEN = frozenset(
    {
        # what was taken out, and how things look
        *("w:del", "w:moveFrom", "w:delText", "w:delInstrText"),
        *("w:pPr", "w:rPr", "w:tblPr", "w:tblPrEx", "w:tblGrid", "w:trPr", "w:tcPr", "w:sectPr"),
        *("w:sdtPr", "w:sdtEndPr", "w:smartTagPr", "w:customXmlPr", "w:rubyPr"),
    }
)
"""Elements whose content nobody sees on the page once all changes are accepted."""

_OFF = frozenset({"0", "false", "off"})
_WHOLE = re.compile(r"-?\d{1,9}")


def name(element: Element) -> str:
    """Give the name of an element with its usual prefix, such as ``w:p``; of a foreign one without prefix."""
    return _prefixed(str(element.tag))


@cache
def _prefixed(tag: str) -> str:
    space, _, local = tag.removeprefix("{").rpartition("}")
    prefix = _PREFIXES.get(space)
    return f"{prefix}:{local}" if prefix else local


def attribute(element: Element | None, local: str) -> str | None:
    """Give an attribute of WordprocessingML; None also where there is no element."""
    return _one(element, local, _WORDS)


def relation(element: Element | None) -> str | None:
    """Give the ``r:id`` of an element: the relationship that it points to."""
    return _one(element, "id", _LINKS)


def _one(element: Element | None, local: str, spaces: tuple[str, ...]) -> str | None:
    if element is None:
        return None
    return next((value for space in spaces if (value := element.get(f"{{{space}}}{local}")) is not None), None)


def child(element: Element | None, *path: str) -> Element | None:
    """Give the first child with a name, or what a path of names leads to."""
    for step in path:
        if element is None:
            return None
        element = next((each for each in element if name(each) == step), None)
    return element


def children(element: Element | None, wanted: str) -> Iterator[Element]:
    """Give the children with a name."""
    if element is not None:
        yield from (each for each in element if name(each) == wanted)


def value(element: Element | None, *path: str) -> str | None:
    """Give the ``w:val`` of what a path leads to."""
    return attribute(child(element, *path), "val")


def number(element: Element | None, *path: str) -> int | None:
    """Give the ``w:val`` of what a path leads to as a whole number; None where it is none."""
    return whole(value(element, *path))


def whole(text: str | None) -> int | None:
    """Give a whole number of at most nine digits; None where the text is none."""
    return int(text) if text is not None and _WHOLE.fullmatch(text) else None


def switch(element: Element | None, *path: str) -> bool | None:
    """Give whether a property is on (ST_OnOff, ECMA-376 17.17.4): its presence is enough; None where it is absent."""
    found = child(element, *path)
    return None if found is None else attribute(found, "val") not in _OFF


def shown(element: Element) -> Iterator[Element]:
    """Give the children that a reader sees: none that were deleted, one branch of alternative content."""
    for each in element:
        kind = name(each)
        if kind == "mc:AlternateContent":
            branch = _branch(each)
            if branch is not None:
                yield from shown(branch)
        elif kind not in _UNSEEN:
            yield each


def _branch(alternate: Element) -> Element | None:
    """Give the first branch with words, else the first: a drawing and its fallback hold the same text box."""
    branches = [each for each in alternate if name(each) in ("mc:Choice", "mc:Fallback")]
    spoken = (each for each in branches if any(name(inner) in ("w:t", "m:t") for inner in each.iter()))
    return next(spoken, branches[0] if branches else None)
