"""The labels of numbered paragraphs, as Word shows them (ECMA-376 17.9)."""

from __future__ import annotations

import re
from collections import defaultdict
from dataclasses import dataclass, field

from graph.read.docx.markup import attribute, child, children, name, number, shown, switch, value, whole
from graph.read.docx.numerals import numeral
from graph.read.docx.styles import Numbered, Styles
from graph.read.docx.symbols import bullet
from graph.read.trees import Element

_PLACE = re.compile(r"%([1-9])")
_LONGEST = 200
"""The most characters of a label: no list has longer ones, and a file could repeat one without end."""


@dataclass(frozen=True, slots=True)
class Level:
    """A level of a list.

    Attributes:
        start: its first number.
        form: how it counts.
        custom: the example that a custom form follows.
        text: its label, in which ``%1`` stands for the number of the first level.
        restart: the level, from 1, whose items let it begin anew; None for any higher level, 0 for never.
        legal: whether all numbers in its label are plain digits.
        glued: whether nothing stands between label and text.
        style: the paragraph style that it is linked to.
    """

    start: int
    form: str
    custom: str
    text: str
    restart: int | None
    legal: bool
    glued: bool
    style: str | None


@dataclass(frozen=True, slots=True)
class List:
    """A list (``w:num``): the definition that it shares, its levels, and the levels that begin anew with it."""

    shared: int
    levels: dict[int, Level]
    starts: dict[int, int]


@dataclass(frozen=True, slots=True)
class Label:
    """What stands before a paragraph, with what parts it from the text, and its depth, 1 for the outermost."""

    text: str
    level: int


class Numbering:
    """The lists of a document; without its part nothing is numbered."""

    def __init__(self, root: Element | None, styles: Styles) -> None:
        definitions = {whole(attribute(each, "abstractNumId")): each for each in children(root, "w:abstractNum")}
        instances = {whole(attribute(each, "numId")): each for each in children(root, "w:num")}
        self._lists: dict[int, List] = {}
        for identifier, instance in instances.items():
            shared = number(instance, "w:abstractNumId")
            style = value(definitions.get(shared), "w:numStyleLink")
            if style:  # the definition only points to a list style, which holds the levels
                shared = number(instances.get(styles.number_of(style)), "w:abstractNumId")
            if identifier is not None and shared is not None:
                self._lists[identifier] = _list(instance, shared, definitions.get(shared))

    def list_of(self, numbered: Numbered | None) -> tuple[int, List, int] | None:
        """Give the list of a paragraph, with its number, and the level in it, from 0; None where it is in none."""
        found = self._lists.get(numbered.number) if numbered else None
        if numbered is None or found is None:
            return None
        if numbered.level is not None:
            return numbered.number, found, numbered.level
        linked = (at for style in numbered.styles for at, level in found.levels.items() if level.style == style)
        return numbered.number, found, next(linked, numbered.inherited or 0)


@dataclass
class Counter:
    """Counts the items of a story: running text, a text box, the notes. Lists of one definition count together."""

    numbering: Numbering
    _counts: defaultdict[int, dict[int, int]] = field(default_factory=lambda: defaultdict(dict))
    _begun: set[tuple[int, int]] = field(default_factory=set)

    def label(self, numbered: Numbered | None) -> Label | None:
        """Count a paragraph and give its label; None where it has none."""
        found = self.numbering.list_of(numbered)
        if found is None or found[2] not in found[1].levels:
            return None
        identifier, its, at = found
        counts = self._counts[its.shared]
        anew = at in its.starts and (identifier, at) not in self._begun
        self._begun.add((identifier, at))
        counts[at] = counts[at] + 1 if at in counts and not anew else its.starts.get(at, its.levels[at].start)
        for above, level in its.levels.items():
            if above < at:
                counts.setdefault(above, level.start)  # a level that was skipped counts as begun
        for below in [each for each in counts if each > at and _restarts(its.levels.get(each), at)]:
            del counts[below]
        text = _text(its, at, counts)
        if not text.strip():
            return None
        return Label(text if its.levels[at].glued else f"{text.rstrip()} ", at + 1)


def _restarts(level: Level | None, at: int) -> bool:
    """Whether an item at a level lets a deeper one begin anew (``w:lvlRestart``, ECMA-376 17.9.10)."""
    return level is None or level.restart is None or at < level.restart


def _text(its: List, at: int, counts: dict[int, int]) -> str:
    """Fill the numbers into the label of a level (``w:lvlText``, ECMA-376 17.9.11)."""
    level = its.levels[at]
    if level.form == "bullet":
        return bullet(level.text) if level.text.strip() else ""

    def fill(place: re.Match[str]) -> str:
        wanted = int(place[1]) - 1
        source = its.levels.get(wanted)
        if source is None or wanted not in counts:
            return ""
        countable = source.form not in ("bullet", "none")
        return numeral(counts[wanted], "decimal" if level.legal and countable else source.form, source.custom)

    return _PLACE.sub(fill, level.text)


def _list(instance: Element, shared: int, definition: Element | None) -> List:
    """Take a list with the levels of its definition and its own (``w:lvlOverride``, ECMA-376 17.9.8)."""
    levels = dict(map(_level, children(definition, "w:lvl")))
    starts: dict[int, int] = {}
    for each in children(instance, "w:lvlOverride"):
        at = whole(attribute(each, "ilvl")) or 0
        own = child(each, "w:lvl")
        start = number(each, "w:startOverride")
        if own is not None:
            levels[at] = _level(own)[1]
        if start is not None:
            starts[at] = start
    return List(shared, levels, starts)


def _level(element: Element) -> tuple[int, Level]:
    """Take a level with its place, from 0."""
    form = next((each for each in shown(element) if name(each) == "w:numFmt"), None)
    pictured = child(element, "w:lvlPicBulletId") is not None
    return whole(attribute(element, "ilvl")) or 0, Level(
        start=number(element, "w:start") or 0,
        form=attribute(form, "val") or "decimal",
        custom=attribute(form, "format") or "",
        text=(value(element, "w:lvlText") or ("•" if pictured else ""))[:_LONGEST],
        restart=number(element, "w:lvlRestart"),
        legal=switch(element, "w:isLgl") or False,
        glued=value(element, "w:suff") == "nothing",
        style=value(element, "w:pStyle"),
    )
