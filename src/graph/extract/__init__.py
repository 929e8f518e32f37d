"""From a paper's text to its facts: names, citations, places, figures and what could not be answered."""

from __future__ import annotations

from graph.extract.lexicon import Names
from graph.model import Mention, NonAnswer, Report, Rule

__all__ = ["RULES", "find_mentions", "find_non_answers"]

RULES: tuple[Rule, ...] = ()
"""Every rule of the grammar; the facts carry their slugs."""


def find_mentions(report: Report, names: Names) -> tuple[Mention, ...]:
    """Find every name, citation and place in the questions and answers; `link` settles what they lead to."""
    return ()


def find_non_answers(report: Report, mentions: tuple[Mention, ...]) -> tuple[NonAnswer, ...]:
    """Find where an answer says that what was asked cannot be given."""
    return ()
