"""Tables that lost their cells: rows of bare numbers, of which a text alone does not say what they measure.

They are left unread and said to be so, rather than guessed at: a figure without its row and column is none.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

_CELL = r"[-−+]?\s?(?:€ ?)?\d+(?:[.,]\d+)*(?:\s?%|°[/!,o0’'. ]*)?|PM"
_YEAR = r"(?:19|20)\d\d"
_BARE = r"[-−+]?\d+(?:[.,]\d+)*"
_RUN = re.compile(rf"(?<![\w.,/])(?:{_CELL})(?: +(?:{_CELL})(?![\w/])){{2,}}")
_PAIR = re.compile(
    rf"(?<![\w.,/€])(?<!€ )(?!{_YEAR}\b)(?:-/- )?{_BARE} (?!{_YEAR}\b)(?:-/- )?{_BARE}"
    r"(?![\w/%.,]| ?(?:mln|mil|mld|euro|procent|%))"
)
_DAY = re.compile(r"\d{1,2} (?:jan|feb|maa|apr|mei|jun|jul|aug|sep|okt|nov|dec)")


def flattened_tables(text: str) -> Iterator[tuple[int, int]]:
    """Give the stretches of a view in which numbers follow each other without a word.

    >>> list(flattened_tables("AFM 28,7 50,4 79,3 in 2025 720 personen"))
    [(4, 18)]
    """
    last = 0
    runs = [m.span() for p in (_RUN, _PAIR) for m in p.finditer(text) if not _is_a_sentence(m, text)]
    for run in sorted(runs, key=lambda run: (run[0], -run[1])):
        if run[0] >= last:
            yield run
            last = run[1]


def _is_a_sentence(match: re.Match[str], text: str) -> bool:
    """Whether the run is a date or a year before a number: "op 1 januari 2025 69.630 plekken"."""
    numbers = match.group().split()
    return len(numbers) == 2 and bool(_DAY.match(text, match.start() + len(numbers[0]) + 1))
