"""The time of the items of a list: that of the sentence that announces it."""

from __future__ import annotations

import re
from datetime import date

from graph.extract.figures.figure import Figure
from graph.extract.figures.periods import period_phrases
from graph.extract.figures.sentences import Sentence, sentences
from graph.model import Period, Rule

RULES = (
    Rule(
        "period-list",
        "van de zin die de lijst aankondigt",
        "from the sentence that announces the list",
        "Hieronder staat het aantal in 2025, met tussen haakjes dat in 2024:",
    ),
)

_BULLET = re.compile(r"\s*(?:[•▪◦*–-]|\d{1,2}[.)]|[a-z][.)])\s")
_IN_BRACKETS = re.compile(r"\btussen haakjes\b", re.IGNORECASE)
_REACH = 15
"""How many items a list has at most before the one that is asked about."""


def time_of_list(text: str, figure: Figure, day: date | None) -> Period | None:
    """Give the time that the announcing sentence has for a figure in an item; in brackets, what it says of those.

    Args:
        text: the text of the view.
        figure: a figure without a time of its own.
        day: the day of the paper.
    """
    all_of = sentences(text)
    if not _BULLET.match(text, all_of[figure.sentence].start):
        return None
    lead = _announcing(text, all_of, figure.sentence)
    if lead is None:
        return None
    said = text[lead.start : lead.end]
    phrases = [phrase for phrase in period_phrases(said, day) if len(phrase.periods) == 1]
    if brackets := _IN_BRACKETS.search(said):
        inside = text[: figure.quantity.start].rstrip().endswith("(")
        phrases = [phrase for phrase in phrases if (phrase.start > brackets.start()) == inside]
    return phrases[0].periods[0] if len(phrases) == 1 else None


def _announcing(text: str, all_of: tuple[Sentence, ...], item: int) -> Sentence | None:
    """Give the sentence that ends in a colon above the items of a list."""
    for i in range(item - 1, max(-1, item - 1 - _REACH), -1):
        sentence = all_of[i]
        if _BULLET.match(text, sentence.start):
            continue
        return sentence if text[sentence.start : sentence.end].rstrip().endswith(":") else None
    return None
