"""When two labels name the same measured thing: by the dictionary forms of their words, in any order.

"ingetrokken asielvergunningen" and "asielvergunning, ingetrokken" are one indicator, so that a series over time can be
drawn through several papers. Nothing else is taken together: words that differ in meaning differ in their dictionary
form ("aanvragen", "inwilligingen"), and a word more or less is another thing ("asielaanvragen", "herhaalde
asielaanvragen"). docs/indicators.md explains the decision.
"""

from __future__ import annotations

import re
from functools import lru_cache

from graph.extract.figures.lexicon import is_known, lemma

_WORD = re.compile(r"[^\W_]+(?:[-/'’.&+][^\W_]+)*|[%€$<>+²³°]")
_ARTICLES = frozenset(("de", "het", "een"))
"""The only words that say nothing of what is measured; a preposition does: "kosten van" and "kosten voor" differ."""


_SHORTEST_PART = 4
"""The fewest letters of the last part of a compound."""

_ENDINGS = (("ingen", "ing"), ("heden", "heid"), ("ing", "ing"), ("heid", "heid"))
"""Endings of words made of others, which no dictionary has whole: "inwilligingen"."""

_LONG_VOWEL = re.compile(r"([^aeiou])([aeou])([^aeiouw])$")


@lru_cache(maxsize=50_000)
def concept_key(label: str) -> str:
    """Give what all labels of one thing have in common: the sorted dictionary forms of their words.

    >>> concept_key("asielvergunningen, ingetrokken") == concept_key("Ingetrokken asielvergunning")
    True
    >>> concept_key("asielaanvragen") == concept_key("ingewilligde asielaanvragen")
    False
    """
    words = (word for word in _WORD.findall(label.casefold()) if word not in _ARTICLES)
    return " ".join(sorted(map(_form, words))) or label.casefold()


def _form(word: str) -> str:
    """Give the dictionary form of a word; of a compound that no dictionary has, that of its last part behind the rest.

    >>> _form("opvangplekken"), _form("asielaanvragen"), _form("ingetrokken"), _form("PM")
    ('opvangplek', 'asielaanvraag', 'intrekken', 'pm')
    """
    if not is_known(word):
        for plural, one in _ENDINGS:
            if word.endswith(plural):
                return word.removesuffix(plural) + one
        for at in range(2, len(word) - _SHORTEST_PART + 1):
            if is_known(word[at:]):
                return word[:at] + _form(word[at:])
    found = lemma(word)
    if found == f"{word}n":  # a noun that is a verb without its last letter: "boete"
        return word
    return _singular(found) or found


def _singular(word: str) -> str | None:
    """Give the singular of what is both a plural and a verb: "aanvragen", "uitgaven"; None where there is none."""
    if not word.endswith("en") or len(word) < _SHORTEST_PART + 2:
        return None
    stem = word[:-2]
    doubled = stem[:-1] if len(stem) > 2 and stem[-1] == stem[-2] else stem
    lengthened = _LONG_VOWEL.sub(r"\1\2\2\3", stem)
    return next((one for one in (lengthened, doubled) if one != word and is_known(one) and lemma(one) == one), None)
