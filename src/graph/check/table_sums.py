"""The total of a table against its rows, or its columns: what stands under one heading, and the row "Totaal"."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from decimal import Decimal

from graph.check.finding import Finding, sum_found
from graph.check.phrases import MEAN, SUBROW, UNTOLD_CELL
from graph.check.rounding import slack_of_sum
from graph.check.sums import NEARLY_ALL, NOT_ADDED, check_sum
from graph.describe.claims import Claim
from graph.describe.concepts import concept_key

_MOST_ROWS = 80
"""Of longer tables it is not asked whether a row is the sum of others: it is taken for granted."""
_HUNDRED = Decimal(100)
_TOTAL = re.compile(r"totale? ", re.IGNORECASE)


def table_sums(claims: Iterable[Claim]) -> Iterator[Finding]:
    """Give the totals of tables that their rows do not add up to.

    Args:
        claims: figures of any papers; those outside tables are passed over.
    """
    answers: defaultdict[tuple[str, str], list[Claim]] = defaultdict(list)
    for claim in claims:
        if "table-cell" in claim.rules:
            answers[claim.document, claim.key].append(claim)
    for cells in answers.values():
        if any(UNTOLD_CELL.search(cell.before) for cell in cells[1:]):
            continue
        for total, parts in _rows(cells):
            if finding := check_sum(total, parts, NEARLY_ALL):
                yield finding
        for column in _columns(cells):
            for total, parts in _tables(column):
                if finding := _checked(total, parts, column):
                    yield finding


def _columns(cells: Iterable[Claim]) -> Iterator[list[Claim]]:
    """Give the cells that measure the same at the same time, in the order of the text."""
    columns: defaultdict[tuple[str, ...], list[Claim]] = defaultdict(list)
    for cell in sorted(cells, key=lambda cell: cell.at):
        about = (concept_key(cell.indicator), cell.unit, cell.start, cell.end, cell.place, cell.status)
        columns[about].append(cell)
    for column in columns.values():
        if not any(MEAN.search(cell.indicator) for cell in column):
            yield column


def _rows(cells: Iterable[Claim]) -> Iterator[tuple[Claim, list[Claim]]]:
    """Give the cells of a row under "Totale schuld" and under what it is the total of: "Kortlopende schulden"."""
    rows: defaultdict[tuple[str, ...], list[Claim]] = defaultdict(list)
    for cell in cells:
        if cell.breakdown and cell.unit not in NOT_ADDED and not MEAN.search(cell.indicator):
            rows[concept_key(cell.breakdown), cell.unit, cell.start, cell.end, cell.place, cell.status].append(cell)
    for row in rows.values():
        totals = [cell for cell in row if _TOTAL.match(cell.indicator)]
        if len(totals) == 1 and len({cell.indicator for cell in row}) == len(row):
            of = set(concept_key(_TOTAL.sub("", totals[0].indicator)).split())
            parts = [cell for cell in row if cell is not totals[0]]
            yield totals[0], [cell for cell in parts if of and of < set(concept_key(cell.indicator).split())]


def _tables(column: Sequence[Claim]) -> Iterator[tuple[Claim, list[Claim]]]:
    """Give each total with the rows that belong to it: those above it, or below it where the first row is the total."""
    totals = [n for n, cell in enumerate(column) if not cell.breakdown]
    if not totals:
        return
    if totals[0] == 0:
        for n, low in enumerate(totals):
            high = totals[n + 1] if n + 1 < len(totals) else len(column)
            yield column[low], list(column[low + 1 : high])
    else:
        for n, high in enumerate(totals):
            low = totals[n - 1] + 1 if n else 0
            yield column[high], list(column[low:high])


def _checked(total: Claim, parts: Sequence[Claim], column: Sequence[Claim]) -> Finding | None:
    """Compare a total with its rows, unless some reading of the table makes it right."""
    if any(SUBROW.match(row.breakdown) for row in parts):
        return None
    if total.unit == "percent":
        return _hundred(total, parts)
    finding = check_sum(total, parts) if total.unit not in NOT_ADDED else None
    if finding is None:
        return None
    rows = [cell for cell in column if cell.breakdown]
    others = [cell for cell in column if not cell.breakdown and cell is not total]
    right = _fits(total, rows) or _fits(total, others) or _is_nested(parts, finding.difference)
    return None if right else finding


def _hundred(total: Claim, parts: Sequence[Claim]) -> Finding | None:
    """Shares add up only where their total is 100%: otherwise it is the share of the whole."""
    if total.value != _HUNDRED or len(parts) < 2 or not all(part.firm for part in parts):
        return None
    difference = sum((part.value for part in parts), Decimal(0)) - _HUNDRED
    # The total is 100 by definition: it is not rounded.
    within = slack_of_sum(parts) < abs(difference) <= _HUNDRED / 4
    return sum_found(total, parts, difference) if within and not _is_nested(parts, difference) else None


def _fits(total: Claim, parts: Sequence[Claim]) -> bool:
    """Whether figures add up to a total."""
    if len(parts) < 2:
        return False
    return abs(sum((part.value for part in parts), Decimal(0)) - total.value) <= slack_of_sum((total, *parts))


def _is_nested(rows: Sequence[Claim], excess: Decimal) -> bool:
    """Whether rows that are the sum of those beside them explain why all together exceed the total."""
    if excess < 0:
        return False
    if len(rows) > _MOST_ROWS:
        return True
    sides = [(rows[n], run) for n in range(len(rows)) for run in (rows[n + 1 :], rows[:n][::-1])]
    held = [row.value for row, run in sides if _holds_a_run(row, run)]
    within = slack_of_sum(rows)
    return any(abs(value - excess) <= within for value in (*held, sum(held, Decimal(0)), sum(set(held), Decimal(0))))


def _holds_a_run(row: Claim, beside: Sequence[Claim]) -> bool:
    """Whether a row is the sum of two or more that follow (or precede) it."""
    added = Decimal(0)
    for n, other in enumerate(beside):
        added += other.value
        if n and row.value > 0 and other.value > 0 and added == row.value:
            return True
        if added > row.value:
            return False
    return False
