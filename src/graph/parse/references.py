"""Where an answer points to another answer of the same paper: ``Zie het antwoord op vraag 2``."""

from __future__ import annotations

import re

from graph.parse.markers import NUMBERS, numbers_of

PATTERNS = (
    # "Zie het antwoord op vraag 2.", "Zie antwoord vraag 2", "het antwoord bij de vragen 6 en 7"
    re.compile(rf"\b[Aa]ntwoord(?:en)?\s+(?:(?:op|bij|van|onder)\s+)?(?:de\s+)?vra(?:ag|gen)\s+{NUMBERS}"),
    # "Zie vraag 3", "zie ook onder vraag 19"
    re.compile(rf"\b[Zz]ie\s+(?:ook\s+|verder\s+)?(?:onder\s+|bij\s+)?(?:de\s+)?vra(?:ag|gen)\s+{NUMBERS}"),
    # "zoals bij vraag 7 aangegeven", "de beantwoording van vraag 2"
    re.compile(rf"\b(?:[Zz]oals\s+bij|[Bb]eantwoording\s+(?:van|op|bij))\s+(?:de\s+)?vra(?:ag|gen)\s+{NUMBERS}"),
    # "zie antwoord 2"
    re.compile(rf"\b[Zz]ie\s+(?:het\s+)?antwoord\s+{NUMBERS}"),
)
"""The wordings in which one answer points to another."""

_ELSEWHERE = re.compile(r"\s+(?:van|uit|in)\s+(?:het lid|de leden|de set|de eerdere|mijn|de brief|eerdere|deze set)")
"""What follows when the other answer stands in another paper."""


def references_in(text: str) -> tuple[int, ...]:
    """Give the numbers of the questions whose answers a text points to, in order, each once.

    >>> references_in("Ja. Zie het antwoord op de vragen 2, 3 en 4.")
    (2, 3, 4)
    >>> references_in("Zie het antwoord op vraag 2 van het lid Podt (nr. 12).")
    ()
    """
    found = sorted(
        (match.start(), numbers_of(match["numbers"]))
        for pattern in PATTERNS
        for match in pattern.finditer(text)
        if not _ELSEWHERE.match(text, match.end())
    )
    return tuple(dict.fromkeys(number for _, numbers in found for number in numbers))
