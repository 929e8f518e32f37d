"""The time that a figure has from those before it: a part from its total, a sentence from the one it goes on from."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from graph.extract.figures.figure import Figure
from graph.extract.figures.tokens import Tag, Token
from graph.model import Period

Times = tuple[tuple[Period, ...], str]
"""The periods of a figure, one for each fact that it is, and the rule that gives them."""

COMPARED = "period-compared"
ASIDE = frozenset((COMPARED, "period-shifted"))
"""Rules of a time that is only compared with: what follows goes on from the time before it."""

NO_TIMES: Times = ((), "")

_PAST = re.compile(
    r"was|waren|werd|werden|had|hadden|bedroeg(?:en)?|betrof(?:fen)?|kwam(?:en)?|lag(?:en)?|stond(?:en)?|ging(?:en)?"
    r"|steeg|stegen|daalde(?:n)?|nam(?:en)?|liep(?:en)?|viel(?:en)?|kreeg|kregen|ontving(?:en)?|gaf|gaven|hield(?:en)?"
    r"|bleef|bleven|beliep(?:en)?|bleek|bleken|leidde(?:n)?|\w{3,}(?:erde|eerde|gde|lde|nde|kte|pte|chtte)n?"
)
"""Verbs that tell of the past: "Het verlooppercentage kwam uit op 6%" goes on with the year told before."""

_BACK = frozenset(
    "dit dat hiervan daarvan hiermee daarmee daarbij hierbij hierdoor daardoor hiervoor daarvoor ervan".split()
)
_POINTING = frozenset(
    [("van", word) for word in ("dit", "deze", "die", "hen")] + [("gaat", "het"), ("het", "gaat"), ("het", "ging")]
)
"""Pairs of words at the opening of a sentence that point to the one before: "Ruim de helft van dit volume"."""

_AIMS = frozenset(("met", "voor", "om"))
_OPENING = 8
_REACH = 1
_FAR = 2
"""How many sentences lie between a figure and the one that it goes on from; two where the past is told on."""


def tells_of_the_past(words: str) -> bool:
    """Whether a stretch of text has a verb of the past."""
    return any(_PAST.fullmatch(word) for word in words.lower().split())


def goes_on(sequence: Sequence[Token]) -> bool:
    """Whether a sentence goes on with what the one before tells: it points back, or tells of the past too."""
    words = [token.low for token in sequence]
    if words and words[0] in _BACK:
        return True
    if words and words[0] not in _AIMS and any(pair in _POINTING for pair in pairwise(words[:_OPENING])):
        return True
    return any(token.tag is Tag.FINITE and _PAST.fullmatch(token.low) for token in sequence)


def inherited(
    last: Figure | None, total: Figure | None, figure: Figure, *, told_on: bool, led_in: bool = False
) -> Times:
    """Give the periods of the figure that this one belongs to, or goes on from in the same paragraph.

    Args:
        last: the figure before it.
        total: the last figure that is not a part of another.
        figure: the figure without a time of its own.
        told_on: whether its sentence goes on with what the one before tells.
        led_in: whether the sentence before ends in a colon.
    """
    if last is None:
        return NO_TIMES
    if figure.framing.relation in ("part", "twin"):
        last = total or last
    elif not (
        _follows(last, figure, told_on=told_on or led_in, led_in=led_in)
        or (figure.framing.relation == "same" and _alike(last, figure))
    ):
        return NO_TIMES
    return (last.periods, "period-carried") if last.periods else NO_TIMES


def _alike(last: Figure, figure: Figure) -> bool:
    return last.indicator == figure.indicator


def _follows(last: Figure, figure: Figure, *, told_on: bool, led_in: bool) -> bool:
    """Whether a figure stands in the sentence of another or the next, of the same unit unless it is told on."""
    near = (last.line == figure.line or led_in) and figure.sentence - last.sentence <= (_FAR if told_on else _REACH)
    compared = figure.framing.rule == "compared"
    return near and (last.quantity.unit == figure.quantity.unit or told_on or compared)
