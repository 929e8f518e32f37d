"""The words that name a fact in its IRI: normalised, and counted in the text rather than among found facts.

DESIGN section 6: normalised is NFKC, white space and hyphens at line ends removed, lower case. Because a reader cannot
tell a hyphen at a line end from one inside a word, all hyphens go: so the same paper as text and as PDF agrees.
"""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Mapping, Sequence
from functools import lru_cache

from graph.model import Span, Words

NUMBER = re.compile(r"(?<![\w.,])\d+(?:[.,]\d+)*")
_GROUPING = re.compile(r"\.(?=\d{3}(?!\d))")
_NOT_WORDS = re.compile(r"[\W_]+")


def normalise(text: str) -> str:
    r"""Give the normalised form of a name.

    >>> normalise("Dienst Terug-\nkeer en Vertrek")
    'dienstterugkeerenvertrek'
    """
    return _NOT_WORDS.sub("", unicodedata.normalize("NFKC", text)).lower()


def normalise_number(text: str) -> str:
    """Give the normalised form of a number in digits: without grouping, the decimal mark as written.

    >>> normalise_number("69.630"), normalise_number("113,8")
    ('69630', '113,8')
    """
    return _GROUPING.sub("", unicodedata.normalize("NFKC", text).replace(" ", ""))


def words_of_number(text: str, number: Span) -> Words:
    """Give the words of a number in digits.

    Args:
        text: the readable text (a view) of the answer or note that it stands in: without page numbers, footnote marks
            and line ends, which differ from one format of a paper to the next.
        number: where the digits stand in that text.
    """
    name = normalise_number(text[number.start : number.end])
    return Words(name, bisect_left(_places(text).get(name, ()), number.start) + 1)


@lru_cache(maxsize=64)
def _places(text: str) -> Mapping[str, Sequence[int]]:
    """Give where each number of a text begins; kept, because a table has thousands of figures in one text."""
    places: dict[str, list[int]] = defaultdict(list)
    for token in NUMBER.finditer(text):
        places[normalise_number(token.group())].append(token.start())
    return places


def words_of_name(text: str, name: Span) -> Words:
    """Give the words of a name, or of any stretch of words.

    Args:
        text: the readable text of the question, answer or note that it stands in.
        name: where it stands in that text.
    """
    words = text[name.start : name.end]
    return Words(normalise(words), occurrences(text[: name.start], words) + 1)


def occurrences(text: str, words: str) -> int:
    """Count how often words stand in a text, whatever stands between them.

    >>> occurrences("de IND, de IND en de IND-brief", "IND")
    3
    """
    parts = re.findall(r"[^\W_]+", words)
    if not parts or parts[0].lower() not in text.lower():
        return 0
    pattern = r"(?<![^\W_])" + r"[\W_]*".join(map(re.escape, parts)) + r"(?![^\W_])"
    return sum(1 for _ in re.finditer(pattern, text, re.IGNORECASE))
