"""Tables that have only horizontal rules, as official publications print them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

from graph.read.pdf.cells import Grid, is_figure, stripes_of
from graph.read.pdf.grids import joined
from graph.read.pdf.manner import Manner
from graph.read.pdf.rows import FEWEST_ROWS, finished, heading_rows, rows_of
from graph.read.pdf.shapes import Box, Line, Sheet, Word, lines_of

_ALIKE = 6.0
"""Points: how far the ends of the rules of one table may lie apart."""

_PROSE = 0.7
"""A single stretch of words this wide (of the table) is running text."""


def tables_between_rules(sheet: Sheet, words: Sequence[Word], manner: Manner) -> list[Grid]:
    """Give the tables that have only horizontal rules, as official publications have."""
    found = []
    for rules in _stacks(sheet):
        box = Box(rules[0].x0 - 2, rules[0].top, rules[0].x1 + 2, rules[-1].bottom)
        lines = lines_of(word for word in words if box.holds(*word.middle))
        sections = [
            [line for line in lines if above.top < line.base - 0.3 * line.size <= below.top]
            for above, below in pairwise(rules)
        ]
        for run in _tabular(sections, box.x1 - box.x0):
            grid = _grid_of_sections(run, manner)
            if grid is not None:
                found.append(grid)
    return found


def _stacks(sheet: Sheet) -> Iterator[list[Box]]:
    """Give the horizontal rules that begin and end at the same places, from top to bottom."""
    rules = joined(sheet.across, lying=True)
    wide = [rule for rule in _bridged(rules) if rule.x1 - rule.x0 > 0.2 * sheet.width]
    stacks: list[list[Box]] = []
    for rule in wide:
        for stack in stacks:
            if abs(stack[0].x0 - rule.x0) < _ALIKE and abs(stack[0].x1 - rule.x1) < _ALIKE:
                if rule.top - stack[-1].top > 3:
                    stack.append(rule)
                break
        else:
            stacks.append([rule])
    return (stack for stack in stacks if len(stack) >= 2)


def _bridged(rules: Sequence[Box]) -> list[Box]:
    """Join rules on one line with a little white between them: one below each heading of a table."""
    result: list[Box] = []
    for rule in sorted(rules, key=lambda one: (round(one.top), one.x0)):
        last = result[-1] if result else None
        if last is not None and abs(last.top - rule.top) < 1.5 and 0 <= rule.x0 - last.x1 < 15:
            result[-1] = Box(last.x0, last.top, rule.x1, last.bottom)
        else:
            result.append(rule)
    return sorted(result, key=lambda one: one.top)


def _tabular(sections: Sequence[Sequence[Line]], width: float) -> Iterator[list[list[Line]]]:
    """Give the runs of sections between rules that hold no running text."""
    run: list[list[Line]] = []
    for section in sections:
        long = sum(len(parts := line.parts()) == 1 and parts[0].x1 - parts[0].x0 > _PROSE * width for line in section)
        if section and 2 * long > len(section):
            if run:
                yield run
            run = []
        elif section:
            run.append(list(section))
    if run:
        yield run


def _grid_of_sections(sections: Sequence[Sequence[Line]], manner: Manner) -> Grid | None:
    """Make a table of the lines between rules; the first section names the columns."""
    head = list(sections[0]) if len(sections) > 1 else []
    body = [line for section in sections[1 if head else 0 :] for line in section]
    wide = [parts for line in body if len(parts := line.parts()) > 1]
    stripes = stripes_of([part for parts in wide for part in parts])
    if len(stripes) < 2 or len(wide) < 2 or 2 * len(wide) < len(body) - sum(map(_is_short, body)):
        return None
    figures = _has_figures(wide)
    if not figures and (len(sections) < 2 or len(wide) < FEWEST_ROWS - 1):
        return None
    breaks = {id(section[0]) for section in sections[1:]} if len(sections) > 2 else set()
    found = [*heading_rows(head, stripes), *rows_of(body, stripes, manner, breaks, figures=figures)]
    return finished(found, [*head, *body], heading=len(heading_rows(head, stripes)))


def _has_figures(rows: Sequence[Sequence[Line]]) -> bool:
    """Whether most cells behind the first of their row are figures."""
    cells = [is_figure(part.text) for row in rows for part in row[1:]]
    return 2 * sum(cells) > len(cells)


def _is_short(line: Line) -> bool:
    return len(line.parts()) == 1
