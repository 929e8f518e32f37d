"""The form in which a Dutch word counts for what is measured: without number and inflection, with all that means more.

A dictionary alone takes too much away: it makes "hoogste" and "hoger" into "hoog", "eerste" into "één", "onderzochte"
into "onderzoek". So degree, rank, and whether a thing is done, being done or to be done stay in the form.
"""

from __future__ import annotations

import re
from functools import lru_cache

from graph.extract.figures.lexicon import PREPOSITIONS, attributive, is_known, is_participle, lemma

_SHORTEST_PART = 4
"""The fewest letters of the last part of a compound."""

_OWN_FORM: dict[str, str] = {
    "leden": "lid",  # "leden van de vereniging": to the dictionary a form of "lijden"
    "gevallen": "geval",  # "312 gevallen": to the dictionary a form of "vallen"
    "ouders": "ouder",
    "doden": "dode",
    "meeste": "meest",
    "minste": "minst",
    "meer": "meer",
    "minder": "minder",
    "eerste": "eerste",
    "tweede": "tweede",
    "derde": "derde",
    "vierde": "vierde",
    "laatste": "laatst",
}
"""Words that the dictionary takes for others."""

_ENDINGS = (("ingen", "ing"), ("heden", "heid"), ("ing", "ing"), ("heid", "heid"))
"""Endings of words made of others, which no dictionary has whole: "inwilligingen"."""

_LONG_VOWEL = re.compile(r"([^aeiou])([aeou])([^aeiouw])$")
_CLIPPED_PLURAL = re.compile(r"['’](?:s|en)$")
_COMPARATIVE = re.compile(r".{2,}ere?$")
_SUPERLATIVE = re.compile(r".{2,}ste?$")
_JOINT = re.compile(r"(?<=[^\W\d_]{3})-(?=[^\W\d_]{3})")
_HARDENED = {"v": "f", "z": "s"}

_PREFIXES = PREPOSITIONS | frozenset("af be her mede mee mini neer on ont toe terug ver weg".split())
"""What stands before a word without making it a compound of two nouns: "aanvraag", "verplichting"."""

_GENERAL = frozenset(
    "huishouden medewerker slachtoffer werkgever werknemer ziekenhuis grensbedrag totaalbedrag".split()
)
"""Words of two nouns that still leave open which ones are meant."""

_OF_SOMETHING = re.compile(
    r"(?:kost|uitgave|budget|bedrag|percentage|aandeel|tijd|duur|termijn|tarief|prijs|tekort|overschot|omzet|schuld|subsidie"
    r"|bijdrage|opbrengst|last|graad|quote|capaciteit|norm|doelstelling|middel|premie|cijfer)$"
)
"""Nouns of measure at the end of a compound that leaves open of what it is: "uitvoeringskosten", "wachttijd"."""

_SUFFIXES = ("matigheid", "baarheid", "loosheid", "schap", "ster", "naar")
"""Endings that the dictionary has as words of their own: "rechtmatigheid" is no compound."""


@lru_cache(maxsize=50_000)
def word_form(word: str) -> str:
    """Give the form of a word that its number and inflection do not change.

    Args:
        word: in lower case.

    >>> word_form("opvangplekken"), word_form("asielaanvragen"), word_form("verleende"), word_form("ingetrokken")
    ('opvangplek', 'asielaanvraag', 'verleend', 'ingetrokken')
    >>> word_form("hoogste"), word_form("hoge"), word_form("ouderen"), word_form("ouders"), word_form("jsf's")
    ('hoogst', 'hoog', 'oudere', 'ouder', 'jsf')
    """
    word = _JOINT.sub("", word.replace("’", "'"))
    if own := _OWN_FORM.get(word):
        return own
    if _CLIPPED_PLURAL.search(word):
        return _CLIPPED_PLURAL.sub("", word)
    return done(word) or _degree(word) or _noun(word) or _compound(word) or lemma(word)


def done(word: str) -> str | None:
    """Give a participle as it stands behind a noun, None for what is no participle.

    >>> done("verleende"), done("bestede"), done("uitgezette"), done("vertrekkende"), done("aanvragen")
    ('verleend', 'besteed', 'uitgezet', 'vertrekkend', None)
    """
    if word.endswith("ende") and len(word) > len("gaande") and not is_participle(word[:-1]):
        return word[:-1]
    for bare in (word, *_uninflected(word)):
        if is_participle(bare) and word in (bare, attributive(bare), re.sub("aan$", "ane", bare)):
            return bare if lemma(bare) != bare or not bare.endswith("en") else None
    return None


def _uninflected(word: str) -> tuple[str, ...]:
    """Give what a word can be without the -e before a noun: "bestede" is "besteed", "uitgezette" "uitgezet"."""
    if not word.endswith("e"):
        return ()
    stem = word[:-1]
    return (stem, _LONG_VOWEL.sub(r"\1\2\2\3", stem), stem[:-1])


def _degree(word: str) -> str | None:
    """Give a word of degree or rank, which the dictionary makes into another: "hogere", "hoogste", "derde"."""
    base = lemma(word)
    if base == word or base.endswith("en"):
        return None
    if _SUPERLATIVE.fullmatch(word) and not base.endswith(("st", "ste")):
        return word.removesuffix("e")
    return word if _COMPARATIVE.fullmatch(word) and not base.endswith(("er", "ere")) else None


def _noun(word: str) -> str | None:
    """Give the singular of a noun, also of one that the dictionary has as a verb: "aanvragen", "kaart", "boete"."""
    base = lemma(word)
    if word.endswith("eren") and _degree(word[:-1]):
        return word[:-1]  # "ouderen", "jongeren": who is older, who is younger
    if base == f"{word}n" or word in _singulars(base):
        return word
    if base != word and not base.endswith("en"):
        return base
    return next((one for one in _singulars(word) if is_known(one) and lemma(one) == one), None)


def _singulars(word: str) -> tuple[str, ...]:
    """Give what a word in -en can be the plural of: "huren" of "huur", "plekken" of "plek", "brieven" of "brief"."""
    if not word.endswith("en") or len(word) < _SHORTEST_PART + 1:
        return ()
    stem = word[:-2]
    doubled = stem[:-1] if stem[-1] == stem[-2] else stem
    lengthened = _LONG_VOWEL.sub(r"\1\2\2\3", stem)
    found = (lengthened, doubled, stem)
    hard = tuple(one[:-1] + _HARDENED[one[-1]] for one in found if one[-1] in _HARDENED)
    return tuple(one for one in dict.fromkeys((*hard, *found)) if one != word)


def _compound(word: str) -> str | None:
    """Give the form of a word that no dictionary has: by its ending, or that of its last part behind the rest."""
    if is_known(word):
        return None
    for plural, one in _ENDINGS:
        if word.endswith(plural):
            return word.removesuffix(plural) + one
    parts = (at for at in range(2, len(word) - _SHORTEST_PART + 1) if is_known(word[at:]))
    return next((word[:at] + word_form(word[at:]) for at in parts), None)


@lru_cache(maxsize=50_000)
def is_compound(form: str) -> bool:
    """Whether a word is made of two nouns, so that it says by itself what it is: "opvangplek", not "plek", "aanvraag".

    >>> is_compound("opvangplek"), is_compound("asielaanvraag"), is_compound("aanvraag"), is_compound("minister")
    (True, True, False, False)
    """
    if form in _GENERAL or _OF_SOMETHING.search(form):
        return False
    return "-" in form or any(
        is_known(form[at:]) and _can_stand_before(form[:at]) and not form[at:].startswith(_SUFFIXES)
        for at in range(3, len(form) - _SHORTEST_PART + 1)
    )


def _can_stand_before(part: str) -> bool:
    bare = (part, part.removesuffix("s"), part.removesuffix("en"), part.removesuffix("e"), part.removesuffix("n"))
    return part not in _PREFIXES and any(len(one) >= _SHORTEST_PART and is_known(one) for one in bare)
