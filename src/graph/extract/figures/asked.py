"""The time that a question asks about, and which figures of its answer have it where the answer names none."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from graph.extract.figures.carried import ASIDE
from graph.extract.figures.figure import Context, Figure
from graph.extract.figures.periods import period_phrases
from graph.model import Period, Rule, Status

RULES = (
    Rule(
        "period-as-of",
        "dag die het antwoord noemt",
        "the day that the answer names",
        "Hoeveel zijn er op dit moment? Op 1 oktober waren het er 50. Er wachten nog 20",
    ),
)

_NOW = frozenset({"period-now", "period-so-far"})
_OPEN = frozenset({"period-from", "period-until"})

STANDING: tuple[str, ...] = (
    r"per (?:jaar|maand|week|dag|uur|kwartaal|persoon|inwoner|leerling|student|kind|woning|huishouden|aanvraag|gezin|"
    r"deelnemer|werknemer|plaats|plek|stuk|kilo(?:gram|meter)?|ton|hectare|liter|gemeente|school|bedrijf|dossier|"
    r"(?:[a-z]+e )?[a-z-]{3,}(?:er|aar|ing|eur|heid|plaats|plek|woning|kind|leerling|student))",
    r"(?:elk|ieder) jaar", r"jaarlijkse?", r"maandelijkse?", r"structurele?",
)  # fmt: skip
"""What says that an amount holds for as long as a rule does: "€ 300 per dag", "een gift van € 30 per maand"."""

_STANDING = re.compile(rf"\b(?:{'|'.join(STANDING)})\b", re.IGNORECASE)
_AVERAGE = re.compile(r"\bgemiddeld(?:e)?\b", re.IGNORECASE)
_BOUND = re.compile(r"\b(?:(?:later|eerder|langer) dan|ná|vóór|uiterlijk(?: in)?)\s$", re.IGNORECASE)
"""What makes a time a bound: "als de bestelling later dan 2015 komt", "uiterlijk in 2030"."""

_MONEY = frozenset({"EUR", "USD"})


@dataclass(frozen=True, slots=True)
class Asked:
    """The one period that a question asks about; `now` where it asks how things stand on the paper's day."""

    period: Period
    now: bool


def asked_in(context: Context) -> Asked | None:
    """Give the one period that the question asks about.

    An open one ("sinds 2019") is a scope, one that bounds ("later dan 2015") a condition: neither is a time.
    """
    phrases = [
        phrase
        for phrase in period_phrases(context.question, context.day)
        if not _BOUND.search(context.question, 0, phrase.start)
    ]
    found = {period: phrase.rule for phrase in phrases for period in phrase.periods}
    if len(found) != 1:
        return None
    ((period, rule),) = found.items()
    return None if rule in _OPEN else Asked(period, rule in _NOW)


def is_standing(words: str, unit: str) -> bool:
    """Whether a sentence speaks of an amount that holds as long as a rule does, and so of no time of its own.

    Args:
        words: the sentence.
        unit: what the figure is counted in: only money stands.
    """
    return unit in _MONEY and _STANDING.search(words) is not None and not _AVERAGE.search(words)


def time_of_question(
    figure: Figure, words: str, asked: Asked, earlier: Sequence[Figure], day: date | None
) -> tuple[Period, str] | None:
    """Give the time that a figure has from the question, and the rule; None where the question's is not its time.

    Args:
        figure: a figure that the answer gives no time.
        words: its sentence.
        asked: what the question asks about.
        earlier: the figures before it in the answer.
        day: the day of the paper.
    """
    if is_standing(words, figure.quantity.unit):
        return None
    if asked.now:
        return _day_named(earlier)
    return None if _is_over(asked.period, figure, day) else (asked.period, "period-question")


def _day_named(earlier: Sequence[Figure]) -> tuple[Period, str] | None:
    """Give the day on which the answer counts: asked how things stand now, it says on which day they stood so."""
    for figure in reversed(earlier):
        if not ASIDE.isdisjoint(figure.rules):
            continue
        period = figure.periods[0] if figure.periods else None
        if period and period.start == period.end:
            return period, "period-as-of"
    return None


def _is_over(asked: Period, figure: Figure, day: date | None) -> bool:
    """Whether what is expected or required cannot be of the time that is asked about: that is over, or now."""
    if figure.status is Status.REALISED or day is None or asked.end is None:
        return False
    return asked.end <= day
