"""How names are compared: without what people write differently and mean the same."""

from __future__ import annotations

import re
import unicodedata

_ARTICLE = re.compile(r"^(?:de|het|een|t) (?=.)")
_NOT_OF_WORDS = re.compile(r"[^\w+%€]+")
_BRACKETS = re.compile(r"(.*\S)\s*\(([^()]+)\)\s*")
_ABBREVIATION = re.compile(r"[A-Za-z]*[A-Z&][\w&*-]*[A-Z]\w*|[A-Z]{2,}\w*")


def fold(text: str) -> str:
    """Give a name without capitals, accents, signs, double spaces and a leading article.

    >>> fold("Het  Centraal-Orgaan Opvang"), fold("Curaçao"), fold("Energie & Klimaat")
    ('centraal orgaan opvang', 'curacao', 'energie en klimaat')
    """
    plain = "".join(sign for sign in unicodedata.normalize("NFKD", text) if not unicodedata.combining(sign))
    words = " ".join(_NOT_OF_WORDS.sub(" ", plain.casefold().replace("&", " en ").replace("_", " ")).split())
    return _ARTICLE.sub("", words)


def ordered(folded: str) -> str:
    """Give the words of a folded name in the order of the alphabet.

    >>> ordered("orgaan centraal")
    'centraal orgaan'
    """
    return " ".join(sorted(folded.split()))


def bracketed(text: str) -> tuple[str, str] | None:
    """Split "Centraal Orgaan opvang asielzoekers (COA)" into the name and what stands in brackets.

    >>> bracketed("Dienst Terugkeer en Vertrek (DTenV)")
    ('Dienst Terugkeer en Vertrek', 'DTenV')
    """
    found = _BRACKETS.fullmatch(text.strip()) if len(text) < 1000 else None
    return (found[1], found[2].strip()) if found else None


def is_abbreviation(name: str) -> bool:
    """Whether a name is an abbreviation: ``COA``, ``DTenV``, ``JenV``.

    >>> is_abbreviation("DTenV"), is_abbreviation("Nidos")
    (True, False)
    """
    return _ABBREVIATION.fullmatch(name) is not None
