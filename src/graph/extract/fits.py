"""Whether words of a text are a name: its letters, capitals, spaces and hyphens, as papers vary them."""

from __future__ import annotations

import re
from itertools import compress

SIGNS = str.maketrans("àáâãäåçèéêëìíîïñòóôõöùúûüýÿ’‘`´", "aaaaaaceeeeiiiinooooouuuuyy''''")
"""Letters without accents, and one apostrophe: ``Syrie`` is ``Syrië``, ``’s-Gravenhage`` is ``'s-Gravenhage``."""

_LOST = frozenset(" \n\t\r\xa0\xad-‐‑")
"""Spaces and hyphens, which papers lose and add at line ends."""

_KEPT = bytes(chr(code) not in _LOST for code in range(256))
_SQUEEZE = {**SIGNS, **dict.fromkeys(map(ord, _LOST))}
_LONG_NAME = 12
"""How many letters a name of several words has at least that is also known with one space or hyphen lost."""

_LONG_WORD = 5
"""How many letters a name has at least that is also known without its accents."""

_GAP = re.compile(r"[\s\xad‐‑-]+")
_SHIFT = re.compile(r"(?<=[a-zà-ÿ])(?=[A-ZÀ-Ý])")


def lowered(text: str) -> str:
    """Give a text in small letters, as many as it has characters."""
    small = text.lower()
    return small if len(small) == len(text) else "".join(c if len(c.lower()) != 1 else c.lower() for c in text)


def squeezed(text: str) -> str:
    """Give what is left of a text without capitals, accents, spaces and hyphens.

    >>> squeezed("Immigratie- en Naturalisatiedienst"), squeezed("Zuid-Soedan")
    ('immigratieennaturalisatiedienst', 'zuidsoedan')
    """
    return lowered(text).translate(_SQUEEZE)


def places(text: str) -> list[int]:
    """Give where each character of the squeezed text stands in the text."""
    signs = text.replace("‐", "-").replace("‑", "-").encode("latin-1", "replace")
    return list(compress(range(len(signs)), signs.translate(_KEPT)))


def begins(text: str, at: int) -> bool:
    """Whether a word may begin at a place, and another end: a small letter before a capital ends a word."""
    if not 0 < at < len(text) or not text[at - 1].isalnum():
        return True
    after = text[at]
    return not after.isalnum() or (after.isupper() and not text[at - 1].isupper())


def borders(text: str, start: int, end: int) -> bool:
    """Whether ``text[start:end]`` is no part of a longer word."""
    return begins(text, start) and begins(text, end)


def fits(name: str, words: str, free: bool) -> bool:
    """Whether words that are squeezed like a name are a way to write it.

    Args:
        name: the name as the registers write it.
        words: the words of a text.
        free: whether the first letter of each word of the name may be small or capital.
    """
    if name == words:
        return True
    letters, seen = _GAP.sub("", name), _GAP.sub("", words)
    gaps, found = _gaps(name), _gaps(words)
    firsts = {0, *gaps, *_shifts(letters)} if free else set()
    return _same_letters(letters, seen, firsts) and _same_gaps(letters, gaps, seen, found)


def _same_letters(name: str, words: str, firsts: set[int]) -> bool:
    """Whether letters, which agree when squeezed, differ only in a capital that is free or an accent of a long word."""
    for at, (one, other) in enumerate(zip(name, words, strict=True)):
        if one.isupper() != other.isupper() and at not in firsts:
            return False
        if one.isalpha() and len(name) < _LONG_WORD and lowered(one) != lowered(other):
            return False
    return True


def _same_gaps(letters: str, gaps: dict[int, str], seen: str, found: dict[int, str]) -> bool:
    """Whether the spaces and hyphens agree: but for hyphens of line ends, and for one that a long name lost."""
    lost = 0
    hyphens: list[int] = []
    for at in sorted({*gaps, *found}):
        wanted, there = gaps.get(at, ""), found.get(at, "")
        if wanted == there or ("-" in wanted and "-" in there):
            continue
        if wanted:
            lost += 1
        elif there == "-" and seen[at].islower() and seen[at - 1].isalpha():
            hyphens.append(at)
        elif there != " " or at not in _shifts(letters):
            return False
    ends = sorted({*gaps, len(letters)})
    one_a_word = all(
        sum(first < at < last for at in hyphens) < 2 for first, last in zip([0, *ends], ends, strict=False)
    )
    return one_a_word and lost <= (len(letters) >= _LONG_NAME)


def _gaps(words: str) -> dict[int, str]:
    """Give the gaps in words, by how many letters stand before: a space, a hyphen, or both."""
    gaps = {}
    skipped = 0
    for gap in _GAP.finditer(words):
        hyphen = any(sign in gap.group() for sign in "-‐‑\xad")
        space = any(sign.isspace() for sign in gap.group())
        gaps[gap.start() - skipped] = "-" * hyphen + " " * space
        skipped += len(gap.group())
    return gaps


def _shifts(letters: str) -> set[int]:
    """Give where a capital follows a small letter: ``Vluchtelingen|Werk``."""
    return {match.start() for match in _SHIFT.finditer(letters)}
