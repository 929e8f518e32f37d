"""Where an answer says that what was asked is not registered, cannot be given or is not yet known.

A refusal of policy is none: each rule asks for words of counting, knowing or telling, not of wishing.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from graph.extract.figures.sentences import sentences
from graph.extract.wordings import NEGATED, SUPPOSED, WORDINGS
from graph.model import Answer, Authority, Kind, Mention, NonAnswer, Part, Report, Rule, Span
from graph.views import View, view_of
from graph.words import words_of_name

RULES = (
    Rule(
        "not-registered",
        "niet geregistreerd",
        "not registered",
        "DTenV registreert niet of vreemdelingen een asielprocedure hebben doorlopen",
    ),
    Rule(
        "no-figures",
        "geen cijfers beschikbaar",
        "no figures available",
        "Er zijn geen cijfermatige gegevens beschikbaar",
    ),
    Rule(
        "not-derivable",
        "niet te herleiden",
        "cannot be derived",
        "kan niet worden ontleend aan de informatiesystemen van de Rechtspraak",
    ),
    Rule("not-possible", "niet mogelijk te geven", "not possible to give", "is het niet mogelijk cijfers te genereren"),
    Rule("not-known", "niet bekend", "not known", "Hoeveel kinderen dit zijn, is niet bekend"),
    Rule("not-beforehand", "nu niet te zeggen", "cannot be said now or beforehand", "is niet op voorhand te zeggen"),
    Rule("not-investigated", "niet onderzocht", "not investigated", "De redenen hiervoor hebben we niet onderzocht"),
    Rule("not-explained", "niet toegelicht", "not explained", "Het COA heeft deze versobering niet nader toegelicht"),
    Rule(
        "not-answerable",
        "geen antwoord te geven",
        "cannot be answered",
        "Een onderbouwde prognose kan niet worden gegeven",
    ),
)

NOBODY_HOLDS = frozenset({"not-investigated", "not-known", "not-possible", "not-beforehand"})
"""Rules whose sentences name organisations for another reason than that they hold the figure."""

_LONG = 240
"""How many characters may stand before the words that matched, before the clause is cut at a comma."""

_BEFORE = re.compile(r".*(?:; |, maar |, en |: )")
_AFTER = re.compile(r"(?:, (?:omdat|waardoor|doordat|aangezien|maar|zodat)| omdat | aangezien |; )")


def find_non_answers(report: Report, mentions: tuple[Mention, ...]) -> tuple[NonAnswer, ...]:
    """Find where an answer says that what was asked cannot be given.

    Args:
        report: the paper, taken apart.
        mentions: its names, linked: they say who would hold the figure.
    """
    named = [mention for mention in mentions if mention.part is Part.ANSWER and mention.kind is Kind.ORGANISATION]
    found: dict[Span, NonAnswer] = {}
    for answer in report.answers:
        view = view_of(report, answer.span)
        for start, end, whole, rule in clauses(view.text):
            span = view.span(start, end)
            if span not in found:
                holder = None if rule in NOBODY_HOLDS else _holder(answer, view, whole, named)
                found[span] = _non_answer(answer, view, span, rule, holder)
    return tuple(sorted(found.values(), key=lambda fact: fact.span))


def clauses(text: str) -> Iterator[tuple[int, int, tuple[int, int], str]]:
    """Give the clauses of a text that are non-answers: start, end, the ends of their sentence, and the rule."""
    for sentence in sentences(text):
        words = text[sentence.start : sentence.end]
        if not NEGATED.search(words) or words.rstrip().endswith("?") or SUPPOSED.search(words):
            continue
        for wording in WORDINGS:
            match = wording.pattern.search(words)
            if match:
                start, end = _clause(words, match.start(), match.end())
                yield sentence.start + start, sentence.start + end, (sentence.start, sentence.end), wording.rule
                break


def _clause(words: str, start: int, end: int) -> tuple[int, int]:
    """Cut a sentence down to the clause around the words that matched."""
    before = _BEFORE.match(words[:start])
    after = _AFTER.search(words, end)
    begin = before.end() if before else len(words) - len(words.lstrip())
    if start - begin > _LONG:
        comma = max(words.rfind(mark, begin, start - _LONG // 4) for mark in (", ", ": ", ") "))
        begin = comma + 2 if comma > begin else begin
    stop = after.start() if after else len(words)
    return begin, begin + len(words[begin:stop].rstrip(" .;\n"))


def _holder(answer: Answer, view: View, whole: tuple[int, int], named: list[Mention]) -> Authority | None:
    """Give the organisation that the sentence names first, other than the House: it would hold the figure."""
    sentence = view.span(*whole)
    holders = (
        mention.authority
        for mention in named
        if mention.key == answer.key and sentence.holds(mention.span) and mention.rule != "house"
    )
    return next((holder for holder in holders if holder is not None), None)


def _non_answer(answer: Answer, view: View, span: Span, rule: str, holder: Authority | None) -> NonAnswer:
    words = words_of_name(view.text, view.inside(span))
    return NonAnswer(answer.number, answer.key, span, words, rule, holder)
