"""Elements of the calendar that belong together, with what joins them and the preposition before them."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date

from graph.extract.figures import timewords
from graph.extract.figures.calendar import Element, Grain


@dataclass(frozen=True, slots=True)
class Group:
    """Elements that belong together, what joins them (``until``, ``before``, ``dash``, ``en``), and the preposition."""

    elements: tuple[Element, ...]
    joint: str
    preposition: str
    start: int
    reference: bool
    dated: bool = False


def groups_of(text: str, found: list[Element]) -> list[Group]:
    """Group the elements of a sentence, in order: "1 juli t/m 30 september" is one group of two."""
    groups: list[Group] = []
    at = 0
    while at < len(found):
        members, joint = [found[at]], ""
        while at + 1 < len(found):
            between = timewords.BETWEEN_ELEMENTS.fullmatch(text, members[-1].end, found[at + 1].start)
            kind = between.lastgroup if between else None
            if kind is None or (joint and kind != joint) or (kind in ("until", "before", "dash") and len(members) > 1):
                break
            joint = kind
            at += 1
            members.append(found[at])
        before = timewords.BEFORE.search(text, max(0, members[0].start - 80), members[0].start)
        preposition = next(
            (n for n in ("each", "until", "before", "from", "bound", "between", "span") if before and before[n]), ""
        )
        reference = before is not None and before["reference"] is not None
        start = before.start() if before and (preposition or reference) else members[0].start
        dated = members[-1].year is not None
        groups.append(Group(tuple(members), joint, preposition, start, reference, dated))
        at += 1
    return groups


def completed_groups(text: str, groups: list[Group], day: date | None) -> list[Group]:
    """Give a year to elements that lack one: from their group, the only year of the sentence, or the paper's day."""
    years = [group for group in groups if all(is_bare_year(element) for element in group.elements)]
    lone = years[0] if len(years) == 1 and len(years[0].elements) == 1 and years[0].preposition == "span" else None
    completed: list[Group] = []
    consumed = False
    for group in groups:
        known = [element.year for element in group.elements if element.year]
        if len(known) == len(group.elements):
            completed.append(group)
            continue
        if known:
            members = tuple(element.on(known[-1]) for element in group.elements)
        elif lone and lone is not group and lone.elements[0].year and not group.elements[-1].past:
            members = tuple(element.on(lone.elements[0].year) for element in group.elements)
            consumed = consumed or ";" not in text[lone.start : group.start]
        elif day:
            last = group.elements[-1].nearest_past(day)
            members = tuple(element.on(last.year or day.year) for element in group.elements)
        else:
            continue
        completed.append(replace(group, elements=members))
    return [group for group in completed if not (consumed and group is lone)]


def is_bare_year(element: Element) -> bool:
    """Whether an element is a year alone, not its begin or end."""
    return element.grain is Grain.YEAR and not element.turn
