"""What is counted, read forwards from a number and made independent of the sentence.

"650 | vreemdelingen in de strafrechtketen aantoonbaar vertrokken" counts "aantoonbaar vertrokken vreemdelingen in de
strafrechtketen": the noun, its adjectives and phrases, and the participle that closes its clause.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from graph.extract.figures import lexicon
from graph.extract.figures.phrases import as_what, closing, joined, noun_follows, prepositional
from graph.extract.figures.restricting import done_by, is_of_some, restricting_clause
from graph.extract.figures.subjects import NAMING, Subject, label_of
from graph.extract.figures.tokens import Tag, Token


def counted(sequence: Sequence[Token], at: int) -> Subject | None:
    """Read what is counted from the words after a number; None where no noun follows.

    Args:
        sequence: the tokens of the sentence.
        at: the index of the number.
    """
    i = _share(sequence, at + 1)
    if sequence[at].low.endswith(("keer", "maal", "x")) and i < len(sequence) and sequence[i].low == "een":
        i += 1
    adjectives: list[Token] = []
    while i < len(sequence) and len(adjectives) < 6:
        token = sequence[i]
        names = token.tag is Tag.NAME or (token.tag is Tag.WORD and lexicon.is_noun(token.text))
        if names and i + 1 < len(sequence) and sequence[i + 1].low == "dan":
            return None
        if names and not _is_new_adjective(sequence, i):
            return _with_modifiers(sequence, i, adjectives, governed=_is_governed(sequence, at))
        if token.low in ("verschillende", "diverse"):
            i += 1
            continue
        joins = token.tag is Tag.CONJUNCTION and token.low in ("en", "of") and adjectives
        if token.tag not in (Tag.WORD, Tag.PARTICIPLE) and not joins:
            return None
        adjectives.append(token)
        i += 1
    return None


def _is_new_adjective(sequence: Sequence[Token], i: int) -> bool:
    """Whether a word that no dictionary has looks like an adjective before its noun: "1.750 emissievrije bussen"."""
    if i + 2 < len(sequence) and _INFLECTED.fullmatch(sequence[i + 1].low) and sequence[i + 2].tag is Tag.WORD:
        return True  # "direct inzetbare plaatsen"
    follows = i + 1 < len(sequence) and sequence[i + 1].tag is Tag.WORD and lexicon.is_noun(sequence[i + 1].text)
    return (
        follows
        and sequence[i].tag is Tag.WORD
        and sequence[i].low.endswith("e")
        and (not lexicon.is_known(sequence[i].low) or _INFLECTED.fullmatch(sequence[i].low) is not None)
    )


_INFLECTED = re.compile(r"\w{3,}(?:bare|loze|matige|lijkse|achtige)")
"""Adjectives by their ending, which the dictionary may give as words of their own: "inzetbare"."""


_OF_THOSE = frozenset("deze die dergelijke zulke".split())


def _share(sequence: Sequence[Token], i: int) -> int:
    """Step over "van de 10" in "8 van de 10 begrotingshoofdstukken"."""
    j = i
    while j < len(sequence) and sequence[j].low in ("van", "de", "het", "totaal", "in"):
        j += 1
    if j == i + 1 and sequence[i].low == "van" and j < len(sequence) and sequence[j].low in _OF_THOSE:
        return j + 1
    if j > i and j < len(sequence) and sequence[j].tag is Tag.NUMBER:
        return j + 1
    return i


@dataclass
class _Modifiers:
    """What is gathered behind a counted noun, up to the verb that closes its clause."""

    phrases: list[list[str]] = field(default_factory=list)
    manner: list[str] = field(default_factory=list)
    participle: str = ""
    thing: list[str] = field(default_factory=list)
    end: int = 0


_GOVERNING = frozenset("aan bij over door onder tegen met tussen naar uit".split())


def _is_governed(sequence: Sequence[Token], at: int) -> bool:
    """Whether what is counted hangs on a preposition, so that the verb of the clause says nothing of it."""
    i = at - 1
    while i >= 0 and sequence[i].tag is Tag.DETERMINER:
        i -= 1
    if i > 0 and sequence[i].low == "van" and sequence[i - 1].tag is Tag.NUMBER:
        return True
    return i >= 0 and sequence[i].low in _GOVERNING


def _with_modifiers(sequence: Sequence[Token], at: int, adjectives: list[Token], *, governed: bool) -> Subject:
    """Gather what belongs to the noun at an index: phrases with a preposition, manner and participle of its clause."""
    head = sequence[at]
    found = _modifiers(sequence, at)
    counted_words = [*(token.text for token in adjectives), head.text]
    relative = at + 1 < len(sequence) and any(token.tag is Tag.RELATIVE for token in sequence[at + 1 : at + 3])
    if governed and not relative:
        return Subject(label_of([counted_words, *found.phrases]), head.low, head.end)
    if found.thing and found.participle:
        active = any(token.low in ("heeft", "hebben", "had", "hadden") for token in sequence)
        if active:
            words = [*counted_words, "die", *found.thing, "hebben", *found.manner, found.participle]
        else:
            words = [lexicon.attributive(found.participle), *found.thing, "van", *counted_words]
        return Subject(label_of([words, *found.phrases]), head.low, head.end)
    if not found.participle and (restricts := restricting_clause(sequence, found.end)):
        return Subject(label_of([counted_words, *found.phrases, restricts]), head.low, head.end)
    manner = found.manner if found.participle else []
    verb = [lexicon.attributive(found.participle)] if found.participle else []
    return Subject(label_of([[*manner, *verb, *counted_words], *found.phrases]), head.low, head.end)


def _modifiers(sequence: Sequence[Token], at: int) -> _Modifiers:
    found = _Modifiers()
    none: list[str] = []
    found.end = i = at + 1
    if i < len(sequence) and sequence[i].low in ("en", "of") and noun_follows(sequence, i):
        words, i = joined(sequence, i)
        found.phrases += [words] if words else []
    if i < len(sequence) and _apposed(sequence, i):
        found.phrases.append([sequence[i].text])
        i += 1
    while i < len(sequence):
        token = sequence[i]
        if token.tag is Tag.OPEN:
            i = closing(sequence, i) + 1
            continue
        if set_phrase := _set_phrase(sequence, i):
            found.manner += set_phrase
            i += len(set_phrase)
            continue
        if token.tag is Tag.PREPOSITION:
            named = not is_of_some(sequence, i)
            words, i = prepositional(sequence, i)
            found.phrases += [words] if words and not (words[0] in ("door", "volgens") and named) else []
            found.end = i if words else found.end
            continue
        if token.low == "niet" or lexicon.MANNER.match(token.low) or _says_how(sequence, i):
            found.manner.append(token.low)
        elif token.low == "geen":
            none = [token.low]
        elif found.participle and (restricts := done_by(sequence, i)):
            words, i = restricts
            found.phrases.append(words)
            break
        elif token.tag is Tag.PARTICIPLE:
            found.participle = "" if token.low in lexicon.LIGHT else token.low
        elif token.tag in (Tag.DETERMINER, *NAMING) and not found.thing:
            found.thing, i = _thing(sequence, i)
            if not found.thing:
                break
            found.thing = [*none, *found.thing]
            continue
        elif not _passes(sequence, at, i):
            break
        i += 1
        if found.participle and i < len(sequence) and sequence[i].tag is not Tag.PREPOSITION:
            found.phrases += as_what(sequence, i)
            break
    return found


def _set_phrase(sequence: Sequence[Token], i: int) -> list[str]:
    """Read a bare noun with its preposition that a participle closes: "in beslag | genomen", "uit huis | geplaatst"."""
    if i + 2 >= len(sequence) or sequence[i].tag is not Tag.PREPOSITION or sequence[i + 2].tag is not Tag.PARTICIPLE:
        return []
    noun = sequence[i + 1]
    bare = noun.tag is Tag.WORD and noun.text.islower() and not noun.low.endswith(("en", "s", "ing", "'s"))
    light = sequence[i + 2].low in lexicon.LIGHT
    fixed = sequence[i].low in ("in", "op", "onder", "uit", "buiten", "ter", "ten", "te")
    return [sequence[i].low, noun.low] if bare and fixed and not light else []


_STATED = frozenset("verklaard bevonden geacht bevestigd".split())
_ADJECTIVE = re.compile(r"\w+(?:iek|ig|isch|eel|ief|aal|air|zaam)$")


def _says_how(sequence: Sequence[Token], i: int) -> bool:
    """Whether an adjective right before a participle says how: "specifiek gecertificeerd"."""
    follows = i + 1 < len(sequence) and sequence[i + 1].tag is Tag.PARTICIPLE
    if not follows or sequence[i].tag not in (Tag.WORD, Tag.PARTICIPLE):
        return False
    stated = sequence[i + 1].low in _STATED
    return stated or (sequence[i].tag is Tag.WORD and _ADJECTIVE.match(sequence[i].low) is not None)


def _thing(sequence: Sequence[Token], i: int) -> tuple[list[str], int]:
    """Read the object of a clause: "de asielvergunning", "Nederland"; nothing where no participle follows it."""
    words: list[str] = []
    start = i
    while i < len(sequence) and sequence[i].tag in (Tag.DETERMINER, *NAMING) and len(words) < 4:
        if sequence[i].tag is not Tag.DETERMINER:
            words.append(sequence[i].text)
        i += 1
    ahead = [token.tag for token in sequence[i : i + 8]]
    closes = Tag.PARTICIPLE in ahead and not {Tag.COMMA, Tag.STOP, Tag.NUMBER} & set(
        ahead[: ahead.index(Tag.PARTICIPLE)]
    )
    return (words, i) if words and closes else ([], start)


def _passes(sequence: Sequence[Token], at: int, i: int) -> bool:
    """Whether a word behind the noun may be stepped over: a time, an adverb, the verb in the middle, "die"."""
    token = sequence[i]
    if token.tag is Tag.RELATIVE:
        return token.low in ("die", "dat") and i <= at + 2
    return token.tag in (Tag.TIME, Tag.ADVERB, Tag.FINITE, Tag.CLOSE)


def _apposed(sequence: Sequence[Token], i: int) -> bool:
    """Whether a noun directly follows the counted noun: "aanvragen gezinshereniging", "plekken noodopvang"."""
    token = sequence[i]
    if token.tag is not Tag.WORD or not lexicon.is_noun(token.text) or lexicon.MANNER.match(token.low):
        return False
    if _says_how(sequence, i):
        return False
    return token.text.islower() and not token.low.endswith(("t", "ig"))
