"""Notes on figures: who counted them, how they were rounded, at what date ("Bron: IND, afgerond op tientallen")."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

from graph.model import Rule

RULES = (
    Rule("source-note", "bron in een noot", "source in a note", "Bron: IND, cijfers afgerond op tientallen"),
    Rule("source-sentence", "bron in de zin", "source in the sentence", "Volgens het CBS"),
    Rule("source-data", "gegevens van", "data of", "een analyse met behulp van DTenV-gegevens"),
    Rule(
        "source-carried",
        "bron van de zin ervoor",
        "source of the sentence before",
        "Volgens het CBS waren het er 5 in 2023. In datzelfde jaar gingen er 3 weg",
    ),
    Rule("rounded", "afgerond", "rounded", "afgerond op tientallen"),
)

ROUNDINGS = {
    "vijftallen": 5, "tientallen": 10, "vijftigtallen": 50, "honderdtallen": 100, "duizendtallen": 1000,
    "tienduizendtallen": 10_000, "honderdduizendtallen": 100_000, "miljoenen": 1_000_000,
}  # fmt: skip

_NOTE = re.compile(
    r"(?:^|[(\[])\s?Bron(?:nen)?\s?[:;,.]?\s|geldt als bron\b|^Bron(?:nen)?[:;]", re.IGNORECASE | re.MULTILINE
)
_ASIDE = re.compile(r"(?<=\S\s)[(\[]\s?Bron(?:nen)?\s?[:;,.]?\s[^()\[\]]*+(?:[)\]]|$)", re.IGNORECASE)
_ROUNDED = re.compile(rf"afgerond(?:e)?(?: zijn)? ?op ?(?:hele )?({'|'.join(ROUNDINGS)}|\d[\d.]*)", re.IGNORECASE)
_OF_ALL = re.compile(
    r"(?:^|[.)] )(?:De|Alle|Deze|Bovenstaande|Genoemde|Bovengenoemde)\b[^.]{0,60}"
    r"\b(?:aantallen|cijfers|getallen)\b[^.]{0,80}"
    r"\bafgerond[^.]*",
    re.IGNORECASE | re.MULTILINE,
)
"""A sentence on the rounding of all figures of an answer: "De genoemde aantallen zijn afgerond op honderdtallen"."""

_ANSWERS = re.compile(r"antwoorden? op (?:de )?vra(?:ag|gen) ((?:\d+(?:, | en | t/m |, en )?)+)", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class SourceNote:
    """A note on figures: its stretch of the text, the step of rounding, and the questions whose answers it names."""

    start: int
    end: int
    rounded_to: Decimal | None
    questions: tuple[int, ...] = ()


def is_source_note(text: str) -> bool:
    """Whether a sentence opens a note on sources."""
    return _NOTE.search(text) is not None


def asides(text: str) -> Iterator[tuple[int, int]]:
    """Give the source notes in brackets behind words that say more: "22% van de uitgaven (bron: DUO)".

    >>> list(asides("22% van de uitgaven (bron: DUO)")), list(asides("(Bron: DUO)"))
    ([(20, 31)], [])
    """
    return (match.span() for match in _ASIDE.finditer(text))


def rounding(text: str) -> Decimal | None:
    """Give the step to which a text says that figures are rounded.

    >>> rounding("Bron: IND, afgerond op vijftallen")
    Decimal('5')
    """
    match = _ROUNDED.search(text)
    if match is None:
        return None
    step = match.group(1).lower()
    return Decimal(ROUNDINGS[step]) if step in ROUNDINGS else Decimal(step.replace(".", ""))


def rounding_of_all(text: str) -> Decimal | None:
    """Give the step to which an answer says that all its figures are rounded.

    >>> rounding_of_all("Er zijn 300 scholen. De aantallen zijn afgerond op honderdtallen.")
    Decimal('100')
    """
    said = _OF_ALL.search(text)
    return rounding(said.group()) if said else None


def questions_named(text: str) -> tuple[int, ...]:
    """Give the numbers of the questions whose answers a note speaks of."""
    match = _ANSWERS.search(text)
    if match is None:
        return ()
    numbers = [int(number) for number in re.findall(r"\d+", match.group(1))]
    if "t/m" in match.group(1) and len(numbers) == 2:
        return tuple(range(numbers[0], numbers[1] + 1))
    return tuple(numbers)
