"""The label of the n-th item of a list, in the styles that lists of XML and HTML have."""

from __future__ import annotations

_ROMAN = ((1000, "m"), (900, "cm"), (500, "d"), (400, "cd"), (100, "c"), (90, "xc"), (50, "l"), (40, "xl"), (10, "x"))
_ROMAN_ONES = ("", "i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix")


def numbered(style: str, number: int) -> str:
    """Give a number in a style: ``1``, ``a``, ``A``, ``i`` or ``I``; any other style counts in digits.

    >>> [numbered("1", 3), numbered("a", 28), numbered("I", 14), numbered("a", 0)]
    ['3', 'ab', 'XIV', '0']
    """
    if style in ("a", "A") and number > 0:
        letters = ""
        while number > 0:
            number, rest = divmod(number - 1, 26)
            letters = chr(ord(style) + rest) + letters
        return letters
    if style in ("i", "I") and 0 < number < 4000:
        roman = _roman(number)
        return roman.upper() if style == "I" else roman
    return str(number)


def _roman(number: int) -> str:
    letters = ""
    for value, sign in _ROMAN:
        letters += sign * (number // value)
        number %= value
    return letters + _ROMAN_ONES[number]
