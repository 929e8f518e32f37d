"""Where an answer points to another answer of the same paper: ``Zie het antwoord op vraag 2``."""

from __future__ import annotations

import re

from graph.parse.numbers import NUMBERS, labels_of

_TO = r"(?:(?:op|bij|van|onder|aan)\s+)?(?:(?:de|uw)\s+)?(?:(?:vorige|eerdere|bovenstaande)\s+)?vra(?:ag|gen)\s+"
_NUMBERS = rf"{NUMBERS}(?!\d|\.\d)"
"""Not ``vraag 2.1`` of a paper that counts in parts: which answer that is depends on the part."""
PATTERNS = (
    # "Zie het antwoord op vraag 2.", "Zie antwoord vraag 2", "de beantwoording van de vragen 6 en 7"
    re.compile(rf"\b(?:[Aa]ntwoord(?:en)?|[Bb]eantwoording|[Rr]eactie|[Tt]oelichting)\s+{_TO}{_NUMBERS}"),
    # "Zie vraag 3", "zie ook onder vraag 19", "zie hierboven bij vraag 4", "ik verwijs naar vraag 5"
    re.compile(
        rf"\b(?:[Zz]ie|verwijs\w*|verwezen)\s+(?:(?:ook|verder|tevens|daarvoor|hiervoor|hierboven|u|naar|daarnaast)\s+){{0,3}}{_TO}{_NUMBERS}"
    ),
    # "zoals bij vraag 7 aangegeven", "zoals aangegeven bij vraag 1", "zoals onder vraag 3 is toegelicht"
    re.compile(rf"\b[Zz]oals\s+(?:\w+\s+){{0,4}}(?:bij|onder|op|in)\s+(?:de\s+)?vra(?:ag|gen)\s+{_NUMBERS}"),
    # "zie antwoord 2", "zie het antwoord onder 3", "zie ons antwoord op 4"
    re.compile(
        rf"\b[Zz]ie\s+(?:ook\s+)?(?:het\s+|mijn\s+|ons\s+|onze\s+|de\s+)?antwoord(?:en)?\s+(?:(?:op|bij|onder)\s+)?{_NUMBERS}"
    ),
)
"""The wordings in which one answer points to another."""

_ELSEWHERE = re.compile(
    r"\)?\s+(?:van|uit|in)\s+"
    r"(?:het lid|de leden|de (?:vorige )?set|de eerdere|mijn|de brief|eerdere|deze set|de Kamervragen)"
)
"""What follows when the other answer stands in another paper."""


def references_in(text: str) -> tuple[str, ...]:
    """Give the numbers of the questions whose answers a text points to, in order, each once.

    >>> references_in("Ja. Zie het antwoord op de vragen 2, 3 en 4.")
    ('2', '3', '4')
    >>> references_in("Zie het antwoord op vraag 2 van het lid Podt (nr. 12).")
    ()
    """
    found = sorted(
        (match.start("numbers"), labels_of(match["numbers"]))
        for pattern in PATTERNS
        for match in pattern.finditer(text)
        if not _ELSEWHERE.match(text, match.end())
    )
    return tuple(dict.fromkeys(label for _, labels in found for label in labels))
