"""What a number means by what went before: the total that it is part of, the thing that "dit" points to."""

from __future__ import annotations

import re
from collections.abc import Sequence

from graph.extract.figures.figure import Figure
from graph.extract.figures.scene import Framing, Scene
from graph.extract.figures.tokens import Tag

_POINTS = re.compile(r"\b(?:dit|dat) (?:type|soort)\b|\b(?:dezelfde|dergelijke)\b")


_REMEMBERED = 200
"""How many figures back a reader remembers: more than any paragraph has."""


def total_of(figures: Sequence[Figure]) -> Figure | None:
    """Give the last figure that is not a part of another."""
    return next((figure for figure in reversed(figures) if figure.framing.relation != "part"), None)


def pointed_to(
    framing: Framing,
    scene: Scene,
    figures: Sequence[Figure],
    sentence: int,
    ordinal: int,
    total: Figure | None = None,
) -> Figure | None:
    """Give the earlier figure that a number points back to; None where it stands on its own.

    Args:
        framing: how the number is said.
        scene: the number in its sentence.
        figures: the figures of the answer so far.
        sentence: the index of the sentence.
        ordinal: how many figures of the same sentence came before it.
        total: the last figure that is not a part of another.
    """
    if not figures:
        return None
    head = framing.subject.head if framing.subject else ""
    if framing.rule == "series":
        return figures[-1] if figures[-1].quantity.unit == scene.quantity.unit else None
    if framing.relation in ("twin", "equal"):
        return figures[-1]
    if framing.relation == "resumed":
        return _last_alike(scene, figures, sentence)
    if framing.relation == "of-them":
        return next(
            (f for f in reversed(figures) if f.quantity.unit == "count" and sentence - f.sentence <= _NEAR), None
        )
    if framing.relation == "part":
        if scene.heading is not None and framing.rule == "row":
            return next((figure for figure in reversed(figures) if figure.line == scene.heading), None)
        if total and _can_hold(total, scene, sentence):
            return total
        whole = [f for f in figures if f.framing.relation != "part" and 0 <= sentence - f.sentence <= _NEAR]
        return next((f for f in reversed(whole) if scene.is_count and f.quantity.unit == "count"), None)
    before = len(figures) - ordinal
    alike = [
        f
        for f in figures[max(0, before - _REMEMBERED) : before]
        if f.quantity.unit == scene.quantity.unit and f.sentence < sentence
    ]
    if framing.relation == "same":
        if _behind_semicolon(scene) and (figures[-1].sentence, figures[-1].quantity.unit) == (
            sentence,
            scene.quantity.unit,
        ):
            return figures[-1]
        last = figures[before - 1] if before else None
        told = last if last and not scene.is_count and sentence - last.sentence == 1 else None
        return _same(framing, alike, head, ordinal) or told
    if framing.subject and _POINTS.search(framing.subject.label):
        return next((figure for figure in reversed(alike) if figure.head == head), None)
    return None


def _behind_semicolon(scene: Scene) -> bool:
    """Whether a thought of its own goes on behind a semicolon: "uitgekeerd; in 2024 was dat nog | € 4 miljoen"."""
    begins = next((i for i in range(scene.at - 1, -1, -1) if scene.tokens[i].tag in (Tag.NUMBER, Tag.STOP)), None)
    return begins is not None and scene.tokens[begins].text == ";"


_NEAR = 2
"""How many sentences back what is not named again is still known."""


def _last_alike(scene: Scene, figures: Sequence[Figure], sentence: int) -> Figure | None:
    """Give the last figure in the same unit; of the same rank where a sentence has a total and its parts."""
    near = [f for f in figures if sentence - f.sentence <= _NEAR and f.quantity.unit == scene.quantity.unit]
    return next((f for f in reversed(near) if f.framing.relation != "part"), near[-1] if near else None)


def _same(framing: Framing, alike: Sequence[Figure], head: str, ordinal: int) -> Figure | None:
    """Give what "dit" points to: the figure with the same noun; of several in a sentence, the one in its place."""
    named = [figure for figure in alike if head and figure.head == head] or list(alike)
    if not named:
        return None
    last = [figure for figure in named if figure.sentence == named[-1].sentence]
    return last[min(ordinal, len(last) - 1)] if framing.rule == "respectively" or ordinal else last[-1]


def _can_hold(total: Figure, scene: Scene, sentence: int) -> bool:
    """Whether a figure can be the total of which another is a part: the same unit, or a share of it, and near."""
    unit = scene.quantity.unit
    return unit in ("percent", total.quantity.unit) and sentence - total.sentence <= 2
