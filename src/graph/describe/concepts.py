"""When two labels name the same measured thing: by the forms of their words, and which words belong together.

"ingetrokken asielvergunningen" and "asielvergunning, ingetrokken" are one indicator, so that a series over time can be
drawn through several papers. Nothing else is taken together: words that differ in meaning differ in their form
("aanvragen", "inwilligingen"), a word more or less is another thing ("asielaanvragen", "herhaalde asielaanvragen"),
and so are the same words in other places ("van vmbo naar havo", "van havo naar vmbo"). docs/indicators.md explains it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache

from graph.describe.wordforms import done, is_compound, word_form
from graph.extract.figures.lexicon import ADVERBS, CONJUNCTIONS, DETERMINERS, FINITE, HOLLOW, PREPOSITIONS, is_noun

_WORD = re.compile(r"[^\W_]+(?:[-/'’.&+][^\W_]+)*|[%€$<>≤≥+²³°]")
_HYPHEN = re.compile(r"^(?:[a-z]{2,4}|niet)-")
"""What a name or a negation stands before: "ind-zaken", "niet-gebruik"; others are left from the end of a line."""
_ARTICLES = frozenset(("de", "het", "een"))
"""The only words that say nothing of what is measured; a preposition does: "kosten van" and "kosten voor" differ."""

_RELATIVES = frozenset("die dat wie waarin waarvan waarbij waarmee waarop waardoor waarvoor waaronder waaruit".split())
_OPENS = PREPOSITIONS | _RELATIVES | {"dan", "als"}
"""What opens a phrase that belongs together: "ouder dan 65 jaar", "zonder paspoort"."""

_NOT = frozenset("niet geen nooit nauwelijks".split())
"""What turns around the one word behind it: "niet ingetrokken"."""

_AND = frozenset(("en", "of", "en/of"))

_GOVERNED: dict[str, frozenset[str]] = {
    "om": frozenset(("aanvraag", "verzoek")),  # "aanvragen om asiel": asielaanvragen
    "aan": frozenset(("uitgave", "tekort", "gebrek")),  # "uitgaven aan zorg": zorguitgaven
    "op": frozenset(("bezuiniging",)),  # "bezuinigingen op cultuur": cultuurbezuinigingen
}
"""Nouns that ask for one preposition, so that what stands behind it can as well stand before the noun."""

_WEAK = frozenset(
    "additioneel ander bepaald beschikbaar betrokken dergelijk eigen extra financieel groot grootst grotere huidig "
    "incidenteel klein meest minst mogelijk nieuw onderzocht overig soortgelijk structureel totaal verwacht".split()
)
"""Adjectives that leave open which thing is meant: "extra uitgaven", "betrokken personen"."""

_Phrase = list[str]


@lru_cache(maxsize=50_000)
def concept_key(label: str) -> str:
    """Give what all labels of one thing have in common: the forms of their words, those of one phrase together.

    >>> concept_key("asielvergunningen, ingetrokken") == concept_key("Ingetrokken asielvergunning")
    True
    >>> concept_key("asielaanvragen") == concept_key("ingewilligde asielaanvragen")
    False
    >>> concept_key("verleende vergunningen aan bedrijven"), concept_key("aan bedrijven verleende vergunningen")
    ('vergunning verleend aan bedrijf', 'vergunning verleend aan bedrijf')
    """
    head, *phrases = _phrases(label)
    rest = [phrase for phrase in phrases if not _compounded(head, phrase)]
    told = [_told(head), *sorted(f"{phrase[0]} {_told(phrase[1:])}".strip() for phrase in rest)]
    return " ".join(part for part in told if part) or label.casefold()


def forms_of(text: str) -> frozenset[str]:
    """Give the forms of all words of a text, however they belong together.

    >>> sorted(forms_of("De kosten van opvang"))
    ['kost', 'opvang', 'van']
    """
    return frozenset(word_form(word) for word in _words(text))


@lru_cache(maxsize=50_000)
def is_bare(label: str) -> bool:
    """Whether a label is no more than one plain noun, so that its text alone says which ones are meant.

    >>> is_bare("voorschotten"), is_bare("extra uitgaven"), is_bare("opvangplekken"), is_bare("verleende vergunningen")
    (True, True, False, False)
    """
    empty = _OPENS | ADVERBS | CONJUNCTIONS | DETERMINERS | FINITE | HOLLOW
    words = [word for word in _words(label) if word not in empty and not word.isdigit()]
    told = {word_form(word): word for word in words if word_form(word) not in _WEAK | HOLLOW}
    return len(told) < 2 and not any(is_compound(form) or _HYPHEN.search(word) for form, word in told.items())


def _words(label: str) -> Iterator[str]:
    return (word for word in _WORD.findall(label.casefold()) if word not in _ARTICLES)


def _phrases(label: str) -> list[_Phrase]:
    """Part a label into its head and its phrases, each opened by its preposition; words are in their forms.

    A participle behind the noun of a phrase belongs to the head: "vergunning voor bepaalde tijd, ingetrokken",
    "aan bedrijven verleende vergunningen".
    """
    head: _Phrase = []
    found = [head]
    current, has_noun, turned = head, False, ""
    for word in _words(label):
        if word in _OPENS:
            current, has_noun = [word], False
            found.append(current)
            continue
        if word in _NOT and not turned:
            turned = f"{word} "
            continue
        if current is not head and has_noun and current[0] not in _RELATIVES and done(word):
            current = head
        current.append(turned + word_form(word))
        has_noun, turned = has_noun or is_noun(word), ""
    current += [turned.strip()] if turned else []
    return found


def _told(words: Sequence[str]) -> str:
    """Give the words of a phrase in the order of the alphabet; those of its parts together, where each has its noun."""
    parts: list[_Phrase] = [[]]
    joins = [word for word in words if word in _AND]
    for word in words:
        if word in _AND:
            parts.append([])
        else:
            parts[-1].append(word)
    if not joins or not all(any(is_noun(word) for word in part) for part in parts):
        return " ".join(sorted(words))
    first, *others = sorted(" ".join(sorted(part)) for part in parts)
    return " ".join([first, *(f"{join} {part}" for join, part in zip(sorted(joins), others, strict=True))])


def _compounded(head: _Phrase, phrase: _Phrase) -> bool:
    """Make one word of a noun and what it governs: "aanvragen om asiel" of "asielaanvragen"; tell whether it was."""
    governing = [word for word in head if word in _GOVERNED.get(phrase[0], ())]
    if len(governing) != 1 or len(phrase) != 2 or not phrase[1].isalpha():
        return False
    head[head.index(governing[0])] = word_form(phrase[1] + governing[0])
    return True
