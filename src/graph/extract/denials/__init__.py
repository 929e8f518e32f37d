"""Predicates that say that something is not known, by kind of reason: rule, Dutch phrase, and its words."""

from __future__ import annotations

from graph.extract.denials import figures, telling, withheld
from graph.extract.denials.words import SIGNS
from graph.extract.predicates import Predicate, pattern

__all__ = ["DENIALS", "SIGN"]

SIGN = pattern(SIGNS)
"""Whether a sentence may hold a denial."""

DENIALS: tuple[Predicate, ...] = tuple(
    Predicate(
        rule,
        example,
        tuple(pattern(words) for words in clause),
        pattern(about) if about else None,
        pattern(bar) if bar else None,
    )
    for rule, example, clause, about, bar in (*withheld.ROWS, *figures.ROWS, *telling.ROWS)
)
"""The predicates, in the order in which they are tried; the first whose words are there counts."""
