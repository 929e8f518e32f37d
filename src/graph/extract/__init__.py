"""From a paper's text to its facts: names, citations, places, figures and what could not be answered."""

from __future__ import annotations

from graph.extract import (
    acts,
    aliases,
    articles,
    bodies,
    citations,
    journals,
    laws,
    names,
    non_answers,
    organisations,
    people,
    posts,
    publishers,
    reports,
    statistics,
    titles,
)
from graph.extract.lexicon import Names
from graph.extract.mentions import find_mentions
from graph.extract.non_answers import find_non_answers
from graph.extract.statistics import find_statistics, find_unread
from graph.model import Rule

__all__ = ["RULES", "Names", "find_mentions", "find_non_answers", "find_statistics", "find_unread"]

RULES: tuple[Rule, ...] = (
    *names.RULES,
    *aliases.RULES,
    *organisations.RULES,
    *bodies.RULES,
    *acts.RULES,
    *laws.RULES,
    *articles.RULES,
    *people.RULES,
    *posts.RULES,
    *citations.RULES,
    *journals.RULES,
    *publishers.RULES,
    *titles.RULES,
    *reports.RULES,
    *non_answers.RULES,
    *statistics.RULES,
)
"""Every rule of the grammar; the facts carry their slugs."""
