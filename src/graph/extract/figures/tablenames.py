"""How the headings of a cell name its figure: which of them is the measure, which the part."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from graph.extract.figures.headings import Heading, Role
from graph.extract.figures.subjects import label_of
from graph.extract.figures.tabletopics import Topic

_HOLLOW_OPENING = re.compile(
    r"^(?:(?:totaal |totale )?aantal(?:len)?|bedrag(?:en)? (?:aan|voor|van)|omvang van)(?: de| het)? (?=\w)",
    re.IGNORECASE,
)
_GENERIC = 1
"""The words below which a measure is too general to compare by itself: "Kosten"."""


@dataclass(frozen=True, slots=True)
class Named:
    """Indicator and breakdown of a figure, and the rule that gives the indicator."""

    indicator: str
    breakdown: str | None
    rule: str


def named(
    columns: Sequence[Heading], rows: Sequence[Heading], topic: Topic, corner: Heading, fallback: tuple[str, str]
) -> Named | None:
    """Name a figure by the headings of its column and row; None where nothing says what it measures.

    Args:
        columns: the headings of its column, from top to bottom.
        rows: those of its row, the group first.
        topic: what the table is about.
        corner: the heading of the column of labels.
        fallback: what the question asks, and its rule.
    """
    thing, rule = _thing(topic, corner, fallback)
    levels = [(heading, "table-column") for heading in columns] + [(heading, "table-row") for heading in rows]
    measures = [(h, r) for h, r in levels if h.role is Role.MEASURE and not _same(h.label, thing)]
    parts = [h for h in [*rows, *columns] if h.role is Role.PART and not _same(h.label, thing)]
    share = any(h.role is Role.SHARE for h, _ in levels)
    if measures:
        measure, rule = measures[0]
        more = [other.label for other, _ in measures[1:]]
        indicator = _of_thing(measure.label, topic.label)
        return Named(indicator, _joined([*more, *(part.label for part in parts)]), rule)
    if not thing and parts:
        column = next((h for h in columns if h in parts), None)
        chosen = column or parts[0]
        thing, rule = _label(chosen.label), "table-column" if column else "table-row"
        parts = [part for part in parts if part is not chosen]
    if not thing:
        return None
    return Named(f"aandeel {thing}" if share else thing, _joined([part.label for part in parts]), rule)


def _thing(topic: Topic, corner: Heading, fallback: tuple[str, str]) -> tuple[str, str]:
    """Choose what is measured: a measure in the corner, the topic, the question, any words in the corner."""
    if corner.role is Role.MEASURE:
        return _of_thing(corner.label, ""), "table-corner"
    if topic.label:
        return topic.label, topic.rule
    if fallback[0]:
        return fallback
    return "", ""


def _same(label: str, thing: str) -> bool:
    """Whether a heading only says the thing again: "Plekken" over opvangplekken."""
    return bool(thing) and any(word.endswith(label.lower()) for word in thing.lower().split())


def _of_thing(measure: str, thing: str) -> str:
    """Say of what a general measure is: "Kosten" under "Opvang van asielzoekers" is "kosten opvang van asielzoekers"."""
    label = _label(_HOLLOW_OPENING.sub("", measure))
    if len(label.split()) > _GENERIC or not thing or label.lower() in thing.lower():
        return label
    return _label(f"{label} {thing}")


def _joined(labels: Sequence[str]) -> str | None:
    unique = list(dict.fromkeys(_label(label) for label in labels))
    return ", ".join(unique) or None


def _label(words: str) -> str:
    return label_of([re.sub(r"[\"“”]", "", words).split()])
