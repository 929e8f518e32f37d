"""The name of a figure by the figure that it points back to, by its bracket, and by the short form of a long name."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from graph.extract.figures.counted import counted
from graph.extract.figures.figure import Figure, Name
from graph.extract.figures.naming import CHANGE, as_asked
from graph.extract.figures.restricting import name_before
from graph.extract.figures.scene import Framing, Scene
from graph.extract.figures.subjects import MAX_WORDS, label_of

Named = tuple[str, str | None]
"""Indicator and breakdown."""

_SHORT_NAME = re.compile(r" \((?P<short>[A-Z][A-Za-z&-]{1,9})\)")
_LONG_NAME = 3
"""How many spaces a name has at least that is put by its short form."""


def name_of(
    framing: Framing, earlier: Figure | None, last: Sequence[Figure], index: int, group: str | None, question: str
) -> Named | None:
    """Give indicator and breakdown: of a figure's own words, or of the figure that it points back to.

    Args:
        framing: how the number is said.
        earlier: the figure that it points back to.
        last: the last figure before it, or none.
        index: the index of the sentence.
        group: the place or group that the clause opens with.
        question: the question.
    """
    subject = framing.subject
    reach = 1 if framing.rule in ("compared", "amount-of") else 0
    if subject and subject.label in CHANGE and last and last[0].sentence >= index - reach:
        words = last[0].indicator.split()
        return label_of([[subject.label], words[: MAX_WORDS - 1]]), last[0].breakdown
    if earlier is None:
        return (as_asked(subject.label, subject.head, question), None) if subject else None
    if subject and framing.relation in ("part", "of-them", "resumed", "equal"):
        return earlier.indicator, subject.label
    if subject and framing.relation == "twin":
        shared = earlier.indicator.split(f" {subject.label.split()[0]} ")[0]
        return label_of([shared.split(), subject.label.split()]), earlier.breakdown
    if subject and framing.relation == "same" and subject.head != earlier.head:
        return earlier.indicator, subject.label
    if subject and framing.rule == "same-thing" and group and earlier.quantity.unit == "count":
        return earlier.indicator, group
    if subject and framing.relation == "same" and "die" in subject.label.split():
        return subject.label, None
    return earlier.indicator, earlier.breakdown


def in_brackets(named: Named | None, scene: Scene, last: Sequence[Figure], index: int, text: str) -> Named | None:
    """Name a number in brackets behind a name by what it counts: "Litouwen (350 militairen), Roemenië (180)".

    Args:
        named: the name so far.
        scene: the number in its sentence.
        last: the last figure before it, or none.
        index: the index of the sentence.
        text: the text of the view.
    """
    name = name_before(scene)
    if named is None or name is None or named[1] is not None:
        return named
    if scene.is_count and (own := counted(scene.tokens, scene.at)):
        return own.label, name
    if not last or last[0].sentence != index or last[0].quantity.unit != scene.quantity.unit or not last[0].breakdown:
        return named
    before = text[: last[0].quantity.start].rstrip("( ")
    return (last[0].indicator, name) if before.endswith(last[0].breakdown) else named


def in_unit_of(total: Figure | None, scene: Scene) -> Scene:
    """Give a bare part the unit of its total: "30.000 fte, waarvan 4.500 bij de dienst"."""
    bare = scene.is_count and scene.quantity.end == scene.quantity.numeral.end
    if total is None or not bare or total.quantity.unit != "fte" or counted(scene.tokens, scene.at):
        return scene
    return replace(scene, quantity=replace(scene.quantity, unit=total.quantity.unit))


def shorter_names(text: str, names: Sequence[Name]) -> tuple[tuple[str, str], ...]:
    """Give the long names for which a text gives a short one: "Wet werk en inkomen (WIA)"."""
    long = [(text[name.start : name.end], name.end) for name in names]
    found = [(name, _SHORT_NAME.match(text, end)) for name, end in long if name.count(" ") >= _LONG_NAME]
    return tuple((name, short["short"]) for name, short in found if short)


def shortened(label: str | None, names: Sequence[tuple[str, str]]) -> str | None:
    """Put the short name that a text gives in the place of a long one."""
    for name, short in names:
        label = label.replace(name, short) if label else label
    return label
