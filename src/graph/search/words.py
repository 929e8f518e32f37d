"""What counts as a word, and which words are taken for the same: Dutch forms, accents, and numbers as written."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from graph.describe.wordforms import done, word_form
from graph.extract.figures.lexicon import is_participle, lemma

LONGEST = 60
"""The most letters of a word that are looked at."""

_TOKEN = re.compile(
    r"(?P<number>\d{1,3}(?:[.\u00a0\u202f]\d{3})+(?!\d)(?:,\d+)?|\d+(?:,\d+)?)"  # "69.630", "431,6"
    r"|[^\W\d_]+(?:[&'’][^\W\d_]+)*"  # "A&M", "auto's"
)
_GROUPING = re.compile(r"[.\u00a0\u202f]")

_ENDINGS = (("linge", "ling"), ("ente", "ent"), ("iste", "ist"))
"""Plurals that the dictionary takes for those of women: "vreemdelingen", "agenten", "specialisten"."""

EMPTY = frozenset(
    "aan al alle als bij dan dat de den der des deze die dit door een en er haar had heb hebben heeft het hij hoe "
    "hoeveel hun ik in is je kan kon kunnen kunt maar me met mijn na naar niet nog nu of om onder ons ook op over te "
    "ten ter tot u uit uw van veel voor waar wat was we welk welke werd wie wij worden wordt zal ze zich zij zijn zo "
    "zou".split()
)
"""Words that a question is full of and that tell no paper from another; between quotation marks they count."""


@dataclass(frozen=True, slots=True)
class Token:
    """A word where it stands.

    Attributes:
        form: as it is written, without capitals and accents.
        stem: what it has in common with its other forms.
        start, end: its place in the text, in code points.
    """

    form: str
    stem: str
    start: int
    end: int


def tokens(text: str) -> Iterator[Token]:
    """Give the words and numbers of a text in their order.

    >>> [(token.form, token.stem) for token in tokens("69.630 opvangplekken in Curaçao")]
    [('69630', '69630'), ('opvangplekken', 'opvangplek'), ('in', 'in'), ('curacao', 'curacao')]
    """
    for found in _TOKEN.finditer(text):
        form, stem = _number(found[0]) if found["number"] else _word(found[0])
        if form and stem:
            yield Token(form, stem, found.start(), found.end())


def fold(text: str) -> str:
    """Give a text without capitals and accents.

    >>> fold("Financiële Crèche"), fold("ĲSSEL")
    ('financiele creche', 'ijssel')
    """
    plain = unicodedata.normalize("NFKD", text.casefold())
    if plain.isascii():
        return plain
    return "".join(sign for sign in plain if not unicodedata.combining(sign))


def stem_of(word: str) -> str:
    """Give what the forms of a word have in common: number, inflection, and of a verb the forms of "geven" and "gaf".

    >>> [stem_of(word) for word in ("vreemdelingen", "verleende", "verlenen", "asielaanvragen", "COA's")]
    ['vreemdeling', 'verlenen', 'verlenen', 'asielaanvraag', 'coa']
    """
    return _word(word)[1]


def _number(written: str) -> tuple[str, str]:
    plain = _GROUPING.sub("", written)[:LONGEST]
    return plain, plain


@lru_cache(maxsize=200_000)
def _word(written: str) -> tuple[str, str]:
    word = unicodedata.normalize("NFKC", written).casefold().replace("’", "'")[:LONGEST]
    form = word_form(word)
    if is_participle(form) or done(word):
        form = lemma(form)
    for plural, one in _ENDINGS:
        if form.endswith(plural):
            form = form[: -len(plural)] + one
    # Some signs of one letter stand for several words, and what is between them would part this one in two.
    return "".join(fold(word).split()), "".join(fold(form).split())
