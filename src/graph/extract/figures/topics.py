"""What a figure is about whose own words leave it open: "Er is € 74 miljoen beschikbaar", "De kosten hiervan"."""

from __future__ import annotations

import re
from datetime import date

from graph.extract.figures.naming import what_is_asked
from graph.extract.figures.periods import period_phrases
from graph.extract.figures.scene import Scene
from graph.extract.figures.subjects import Subject, clause, label_of
from graph.extract.figures.tokens import Tag, Token, tokens

_THIN = re.compile(
    r"(?:jaarlijks |structureel |extra |totaal |totale )?(?:beschikbaar|nodig|kosten|gereserveerd|uitgetrokken"
    r"|(?:bedrag )?gemoeid)"
)
"""Labels that say of money what is done with it, not what for."""

_POINTS = frozenset("hiervan daarvan hiervoor daarvoor hiermee daarmee hieraan daaraan ervan ervoor dit dat".split())
_PRICE = re.compile(r"\bwat (?:kost|kostte|kosten|kostten)(?: de kosten van)?(?= )|\bkosten van(?= )", re.IGNORECASE)
_PARTS_OF_A_TIME = frozenset("begin medio eind halverwege".split())
_ANY_DAY = date(2000, 1, 1)
"""Only where the phrases of time stand is asked of it, not when they are."""

_LOOKED_AT = 1000
"""Letters of a sentence or a question that are looked at: more than the longest that anyone reads."""

_MONEY = frozenset("geld budget middelen bedrag kosten euro miljoen".split())


def is_thin(label: str, scene: Scene) -> bool:
    """Whether the label of an amount leaves open what it is for.

    "De kosten bedragen" does so only where the sentence points back: "de kosten hiervan".
    """
    if scene.is_count or not _THIN.fullmatch(label):
        return False
    return not label.endswith("kosten") or any(token.low in _POINTS for token in scene.tokens)


def with_topic(label: str, before: str, question: str) -> str:
    """Add to a thin label what the sentence before it or the question speaks of.

    Args:
        label: the thin label.
        before: the sentence before, of the same paragraph; else "".
        question: the question.

    >>> with_topic("kosten", "", "Wat kost de verbouwing van het museum?")
    'kosten van verbouwing van het museum'
    """
    topic = subject_of(before[:_LOOKED_AT]) or _asked(question[:_LOOKED_AT])
    if topic is None:
        return label
    joint = "van" if label.endswith("kosten") else "voor"
    return label_of([[*label.split(), joint], topic.label.removeprefix(f"{joint} ").split()])


def _asked(question: str) -> Subject | None:
    """Give what a question asks the price of, or the money for: "Hoeveel geld is er voor cursussen?"."""
    if price := _PRICE.search(question):
        end = question.find("?", price.end())
        return _named(tokens(question, price.end(), len(question) if end < 0 else end))
    asked = what_is_asked(question)
    if asked is None:
        return None
    words = asked.label.split()
    while words and (words[0].lower() in _MONEY or words[0].lower() == "voor"):
        words = words[1:]
    return Subject(" ".join(words), asked.head, asked.end) if words else None


def subject_of(sentence: str) -> Subject | None:
    """Give what a sentence is about: the words before its verb; those behind it, where it opens with a time."""
    times = [(phrase.start, phrase.end, Tag.TIME) for phrase in period_phrases(sentence, _ANY_DAY)]
    words = tokens(sentence[:_LOOKED_AT], 0, min(len(sentence), _LOOKED_AT), times)
    verb = next((i for i, token in enumerate(words) if token.tag is Tag.FINITE), 0)
    if not verb or any(token.low in _POINTS for token in words[:verb]):
        return None
    opens = [token for token in words[:verb] if token.tag is not Tag.TIME and token.low not in _PARTS_OF_A_TIME]
    return _named(words[verb + 1 :] if not opens or _is_actor(opens) else opens)


def _is_actor(words: list[Token]) -> bool:
    """Whether a sentence is about what someone does: "Het Centraal Bureau houdt de voorraad bij"."""
    nouns = [token for token in words if token.tag in (Tag.WORD, Tag.NAME)]
    return all(token.tag is Tag.NAME or token.text[0].isupper() for token in nouns)


def _named(words: list[Token]) -> Subject | None:
    while words and words[0].tag in (Tag.PREPOSITION, Tag.ADVERB):
        words = words[1:]
    return clause(words[: next((i for i in range(len(words)) if _stops(words, i)), len(words))])


def _stops(words: list[Token], i: int) -> bool:
    """Whether the name of a thing stops before a word: a comma, a verb, the participle that closes a clause."""
    closes = words[i].tag is Tag.PARTICIPLE and (i + 1 == len(words) or words[i + 1].tag is not Tag.WORD)
    return closes or words[i].tag in (Tag.COMMA, Tag.STOP, Tag.FINITE, Tag.NUMBER)
