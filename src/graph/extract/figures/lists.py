"""Items of a list whose lead-in names what is counted: "Het aantal zaken is als volgt: - Gelderland: 212 (198)"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache

from graph.extract.figures.counted import counted
from graph.extract.figures.figure import Figure
from graph.extract.figures.subjects import clause
from graph.extract.figures.tokens import Tag, tokens
from graph.model import Rule

RULES = (Rule("list-item", "onderdeel van een opsomming", "item of a list", "- Gelderland: 212 (198);"),)

_NUMBER = r"(?:€ ?)?\d[\d.,]*(?: ?(?:%|procent|miljoen|miljard|mln\.?|mld\.?|fte))?"
_ITEM = re.compile(
    rf"[^\w(]{{0,4}}(?P<name>[^\W\d][^:;]{{1,80}}): ?(?:circa |ca\.? |ongeveer |ruim )?{_NUMBER}"
    rf"(?: \({_NUMBER}\))?(?:[;,.]|[;,]? en)?\s*"
)
_COUNTS = re.compile(r"\b(?:aantal(?:len)?|hoeveel)\s", re.IGNORECASE)
_LIST = 40
_NEAR = 3


@lru_cache(maxsize=512)
def item_name(line: str) -> str | None:
    """Give the name of an item that is a name and a number; None for any other line.

    >>> item_name("- Gelderland: 212 (198);")
    'Gelderland'
    """
    item = _ITEM.fullmatch(line)
    return item["name"].strip() if item else None


def lead_in(lines: Sequence[str], line: int) -> int | None:
    """Give the line that leads in the list in which a line is an item: the nearest above that is none."""
    if item_name(lines[line]) is None:
        return None
    above = next((i for i in range(line - 1, max(-1, line - _LIST), -1) if item_name(lines[i]) is None), None)
    return above if above is not None and lines[above].rstrip().endswith(":") else None


def of_list(lines: Sequence[str], line: int, figures: Sequence[Figure], unit: str) -> tuple[str, str | None] | None:
    """Name what a number of an item measures: what the lead-in counts, by the item; None where it counts nothing.

    Args:
        lines: the lines of the answer.
        line: the index of the item.
        figures: the figures so far: a total before the list is what it splits.
        unit: the unit of the number.
    """
    above = lead_in(lines, line)
    name = item_name(lines[line])
    if above is None or name is None:
        return None
    if thing := _counted_in(lines[above]):
        return thing, name
    near = [f for f in figures if above - _NEAR <= f.line <= above and f.quantity.unit == unit]
    total = max((f for f in near if f.framing.relation != "part"), key=lambda f: f.quantity.numeral.value, default=None)
    return (total.indicator, name) if total else None


def _counted_in(lead: str) -> str | None:
    """Give what a lead-in says the number of: "is het aantal geregistreerde incidenten opgenomen"."""
    counts = _COUNTS.search(lead)
    if counts is None:
        return None
    sequence = tokens(lead, counts.start(), len(lead), [(counts.start(), counts.end() - 1, Tag.NUMBER)])
    subject = counted(sequence, 0) or clause(sequence[1:8])
    if subject is None:
        return None
    words = subject.label.split()
    return " ".join(words[1:]) if words[0] in ("opgenomen", "weergegeven", "vermelde", "getoonde") else subject.label
