"""The numbers of questions as headings and references write them: ``2 en 3``, ``2 t/m 6``, ``1a``."""

from __future__ import annotations

import re

_LABEL = r"\d{1,5}(?:[a-z](?![a-zà-ÿ]))?"
_PART = r"\d{1,2}\.(?=\d)"
"""The part of a paper before the number in it: ``Vraag 2.1`` is the first question of its second part."""
_JOIN = r"\s*(?:,\s*en\b|,|;|&|\+|-|–|—|en\b|t/m|tot en met\b|tot\b|alsmede\b)\s*(?:(?:op\s+)?vra(?:ag|gen)\s+)?"


def _numbers(one: str) -> str:
    """Make the pattern of one or more numbers."""
    return rf"(?P<numbers>{one}(?:{_JOIN}{one}){{0,40}})"


NUMBERS = _numbers(rf"\(?{_LABEL}\)?")
"""One or more numbers, joined as papers join them: ``4, 5, 7 en 8`` · ``2 tot en met 6`` · ``1 en vraag 6``."""
NUMBERS_IN_PARTS = _numbers(rf"\(?{_PART}{_LABEL}\)?")
"""The same of a paper that counts in parts: ``2.1 en 2.2``."""
NUMBERS_OF_EITHER = _numbers(rf"\(?(?:{_PART})?{_LABEL}\)?")
"""Both."""

_TOKEN = re.compile(rf"(?:{_PART})?(?P<label>\d+(?:[a-z](?![a-zà-ÿ]))?)|t/m|tot|-|–|—")
_MOST = 100
"""The longest range of one heading: ``Vraag 2 t/m 6``; more is a misreading."""


def labels_of(words: str | None) -> tuple[str, ...]:
    """Give the numbers of a heading as labels, a range written out.

    >>> labels_of("4, 5, 7 en 8"), labels_of("2 t/m 6"), labels_of("(1)"), labels_of("1a en 1b"), labels_of("2.1")
    (('4', '5', '7', '8'), ('2', '3', '4', '5', '6'), ('1',), ('1a', '1b'), ('1',))
    """
    labels: list[str] = []
    ranging = False
    for token in _TOKEN.finditer(words or ""):
        label = token["label"]
        if label is None:
            ranging = True
            continue
        label = label.lstrip("0") or "0"
        first = number_of(labels[-1]) + 1 if ranging and labels else number_of(label)
        if 0 < number_of(label) - first < _MOST:
            labels.extend(str(number) for number in range(first, number_of(label)))
        labels.append(label)
        ranging = False
    return tuple(dict.fromkeys(labels))


def number_of(label: str) -> int:
    """Give the number of a label.

    >>> number_of("12b")
    12
    """
    return int(label.rstrip("abcdefghijklmnopqrstuvwxyz"))
