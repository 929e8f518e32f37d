"""How lists and notes count: the number formats of Word (ST_NumberFormat, ECMA-376 17.18.59)."""

from __future__ import annotations

import re
from collections.abc import Callable

from graph.read.numbering import numbered

_ALPHABET = "abcdefghijklmnopqrstuvwxyz"
_SYMBOLS = "*†‡§"
_MOST_REPEATED = 30
"""How often a letter or sign is repeated at most: ``aaa`` is item 53; beyond item 780 digits are as clear."""
_PADDED = re.compile(r"0{1,8}[1-9]")


def numeral(number: int, form: str, custom: str = "") -> str:
    """Give a number as Word shows it.

    Args:
        number: what was counted.
        form: a value of ST_NumberFormat; one that Dutch papers do not use gives plain digits.
        custom: the example (``001, 002, …``) of the format ``custom``.

    >>> numeral(14, "lowerRoman"), numeral(28, "upperLetter"), numeral(3, "ordinal"), numeral(7, "decimalZero")
    ('xiv', 'BB', '3e', '07')
    """
    if form == "custom" and (padded := _PADDED.match(custom)):
        return f"{number:0{len(padded.group())}}"
    return _FORMS.get(form, str)(number)


def _letters(number: int) -> str:
    """Count a, b … z, aa, bb, as Word does, and not a … z, aa, ab."""
    times, index = divmod(number - 1, len(_ALPHABET))
    return _ALPHABET[index] * (times + 1) if 0 <= times < _MOST_REPEATED else str(number)


def _signs(number: int) -> str:
    """Count with an asterisk, a dagger …, then with two of each, as the Chicago Manual of Style does."""
    times, index = divmod(number - 1, len(_SYMBOLS))
    return _SYMBOLS[index] * (times + 1) if 0 <= times < _MOST_REPEATED else str(number)


_FORMS: dict[str, Callable[[int], str]] = {
    "lowerLetter": _letters,
    "upperLetter": lambda number: _letters(number).upper(),
    "lowerRoman": lambda number: numbered("i", number),
    "upperRoman": lambda number: numbered("I", number),
    "decimalZero": lambda number: f"{number:02}",
    # "1e", "2e": what Word in Dutch makes of 1st, 2nd
    "ordinal": lambda number: f"{number}e",
    "numberInDash": lambda number: f"- {number} -",
    "chicago": _signs,
    "none": lambda number: "",
    # a level of bullets has no number of its own where another level refers to it
    "bullet": lambda number: "",
}
"""The formats that are more than plain digits."""
