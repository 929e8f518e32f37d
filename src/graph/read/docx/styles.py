"""What a paragraph is by its style and its own properties: heading, numbered, hidden (ECMA-376 17.7)."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TypeVar

from graph.read.docx.markup import attribute, child, children, number, switch, value
from graph.read.trees import Element

_HEADING = re.compile(r"(?:heading|kop)\s*([1-9])", re.IGNORECASE)
"""The built-in headings: Word calls them "heading 1" in every language, other programs "Kop 1"."""

_BODY = 9
"""The outline level of what is no heading (ECMA-376 17.3.1.20)."""

_Said = TypeVar("_Said")


@dataclass(frozen=True, slots=True)
class Numbered:
    """The list that a paragraph is in.

    Attributes:
        number: the ``w:numId``; 0 takes a paragraph out of the list of its style.
        level: the ``w:ilvl``, where the paragraph itself says it.
        styles: the styles through which it comes into the list, nearest first: a level may be linked to one of them.
        inherited: the level that the style says, which counts where none is linked.
    """

    number: int
    level: int | None
    styles: tuple[str, ...]
    inherited: int | None = None


@dataclass(frozen=True, slots=True)
class Style:
    """What a style itself says; None where it says nothing."""

    based_on: str | None
    outline: int | None
    number: int | None
    level: int | None
    hidden: bool | None


@dataclass(frozen=True, slots=True)
class Look:
    """What a paragraph is.

    Attributes:
        outline: the level of a heading, 1 for the highest; None for other text.
        numbered: its list.
        hidden: whether its text is hidden where a run does not say otherwise.
        mark_hidden: whether its end is hidden: one without visible text is not there at all.
        joined: whether it runs on into the next: its end was deleted, or it is the initial of the next.
    """

    outline: int | None
    numbered: Numbered | None
    hidden: bool
    mark_hidden: bool
    joined: bool


class Styles:
    """The styles of a document; without its part, every style is plain text."""

    def __init__(self, root: Element | None) -> None:
        self._styles: dict[str, Style] = {}
        self._default: str | None = None
        for each in children(root, "w:style"):
            identifier = attribute(each, "styleId") or ""
            self._styles.setdefault(identifier, _style(each, identifier))
            if attribute(each, "type") in (None, "paragraph") and attribute(each, "default") in ("1", "true", "on"):
                self._default = identifier

    def look(self, paragraph: Element) -> Look:
        """Say what a paragraph is."""
        own = child(paragraph, "w:pPr")
        chain = self._chain(value(own, "w:pStyle") or self._default)
        mark = child(own, "w:rPr")
        hidden = _first(*(style.hidden for _, style in chain)) or False
        outline = _first(number(own, "w:outlineLvl"), *(style.outline for _, style in chain))
        return Look(
            outline=outline + 1 if outline is not None and 0 <= outline < _BODY else None,
            numbered=_numbered(child(own, "w:numPr"), chain),
            hidden=hidden,
            mark_hidden=bool(_first(switch(mark, "w:vanish"), hidden)),
            joined=child(mark, "w:del") is not None
            or child(mark, "w:moveFrom") is not None
            or attribute(child(own, "w:framePr"), "dropCap") in ("drop", "margin"),
        )

    def hides(self, run: Element, otherwise: bool) -> bool:
        """Whether the text of a run is hidden; `otherwise` is what its paragraph says."""
        own = child(run, "w:rPr")
        if own is None:
            return otherwise
        chain = self._chain(value(own, "w:rStyle"))
        return bool(_first(switch(own, "w:vanish"), *(style.hidden for _, style in chain), otherwise))

    def number_of(self, identifier: str) -> int | None:
        """Give the ``w:numId`` of a style, as a list that is defined by a style refers to it."""
        style = self._styles.get(identifier)
        return style.number if style else None

    def _chain(self, identifier: str | None) -> list[tuple[str, Style]]:
        """Give a style and those that it is based on, nearest first; a circle ends where it closes."""
        chain: dict[str, Style] = {}
        while identifier and identifier not in chain and (style := self._styles.get(identifier)):
            chain[identifier] = style
            identifier = style.based_on
        return list(chain.items())


def _style(element: Element, identifier: str) -> Style:
    """Take what matters from a style."""
    paragraph = child(element, "w:pPr")
    heading = _HEADING.fullmatch((value(element, "w:name") or "").strip()) or _HEADING.fullmatch(identifier)
    outline = number(paragraph, "w:outlineLvl")
    return Style(
        based_on=value(element, "w:basedOn"),
        outline=outline if outline is not None or heading is None else int(heading[1]) - 1,
        number=number(paragraph, "w:numPr", "w:numId"),
        level=number(paragraph, "w:numPr", "w:ilvl"),
        hidden=switch(element, "w:rPr", "w:vanish"),
    )


def _numbered(own: Element | None, chain: list[tuple[str, Style]]) -> Numbered | None:
    """Give the list of a paragraph: what it says itself goes before what its styles say."""
    level = number(own, "w:ilvl")
    names = tuple(name for name, _ in chain)
    found = number(own, "w:numId")
    if found is not None:
        return Numbered(found, level, names)
    for at, (_, style) in enumerate(chain):
        if style.number is not None:
            return Numbered(style.number, level, names[: at + 1], style.level)
    return None


def _first(*values: _Said | None) -> _Said | None:
    """Give the first value that is said."""
    return next((each for each in values if each is not None), None)
