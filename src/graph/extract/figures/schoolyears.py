"""School years: the twelve months that a pair of years stands for behind "schooljaar" or "studiejaar"."""

from __future__ import annotations

import re
from collections.abc import Iterator

FIRST_MONTHS: tuple[tuple[int, str], ...] = (
    (8, r"schooljaar|schooljaren|leerjaar|leerjaren"),
    (9, r"studieja(?:ar|ren)|collegeja(?:ar|ren)|academische? ja(?:ar|ren)"),
)
"""The month in which a year begins: a school year on 1 August (WPO, WVO 2020), a year of a university on 1 September
(WHW)."""

_PAIR = re.compile(r"(?<![\d/.,-])(?P<first>(?:19|20)\d\d)\s?[/–-]\s?(?P<second>(?:(?:19|20)\d\d|\d\d))(?![\d/-])")
_KINDS = tuple((month, re.compile(rf"\b(?:{words})\s$", re.IGNORECASE)) for month, words in FIRST_MONTHS)
_JOINED = re.compile(
    r"\s?(?:,|en|of|als|tot en met|t/m|tot|naar|tegen|ten opzichte van|[–-])(?: (?:in|het|van|op))*\s?$", re.IGNORECASE
)
_LONGEST = 40


def school_years(text: str) -> Iterator[tuple[int, int, int, int]]:
    """Give the school years of a text: start, end, first year and first month (1-based) of each.

    A pair without its word has that of the pair it is joined to: "de schooljaren 2021/2022 en 2022/2023".

    >>> list(school_years("in schooljaar 2021/2022 en 2022/2023, TK 2023-2024"))
    [(3, 23, 2021, 8), (27, 36, 2022, 8)]
    """
    last_end, last_month = 0, 0
    for pair in _PAIR.finditer(text):
        year, second = int(pair["first"]), pair["second"]
        if int(second) % 100 != (year + 1) % 100:
            continue
        start, month = pair.start(), 0
        for first_month, words in _KINDS:
            if kind := words.search(text, max(0, start - _LONGEST), start):
                start, month = kind.start(), first_month
        if not month and last_month and _JOINED.fullmatch(text, last_end, start):
            month = last_month
        if month:
            yield start, pair.end(), year, month
        last_end, last_month = pair.end(), month
