"""Where an answer says that what was asked is not registered, cannot be given or is not yet known.

A refusal of policy is none: each rule asks for words of counting, knowing or telling, not of wishing.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from graph.extract.denials import DENIALS, SIGN
from graph.extract.figures.sentences import sentences
from graph.extract.holders import holder_of
from graph.extract.reasons import RULES
from graph.extract.wordings import NEGATED, SUPPOSED, WORDINGS
from graph.model import Answer, Authority, Kind, Mention, NonAnswer, Part, Report, Span
from graph.views import View, view_of
from graph.words import words_of_name

__all__ = ["RULES", "Clause", "clauses", "find_non_answers"]

_LONG = 240
"""How many characters may stand before the words that matched, before the clause is cut at a comma."""

_BEFORE = re.compile(r".*(?:; |, maar |, en |: )")
_ASKING = re.compile(
    r"\W*(?:hoeveel|hoe|of|welke?|wat|wanneer|in (?:hoe\w*|welke))\b(?!.*(?:; |, maar |: ))", re.IGNORECASE
)
"""A sentence that opens with what is asked, which the words that matched then need: it is not cut."""
_AFTER = re.compile(
    r"(?:, (?:ook |mede |vooral )?(?:omdat|waardoor|doordat|aangezien|maar|zodat)| omdat | aangezien |; )"
)


@dataclass(frozen=True, slots=True)
class Clause:
    """A clause of a text that is a non-answer.

    Attributes:
        start: where it begins; `end`: where it ends.
        sentence: the ends of its sentence.
        core: the ends of the words that say it.
        rule: the slug of the rule that found it.
    """

    start: int
    end: int
    sentence: tuple[int, int]
    core: tuple[int, int]
    rule: str


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
        for clause in clauses(view.text):
            span = view.span(clause.start, clause.end)
            if span not in found:
                found[span] = _non_answer(answer, view, clause, _holder(answer, view, clause, named))
    return tuple(sorted(found.values(), key=lambda fact: fact.span))


def clauses(text: str) -> Iterator[Clause]:
    """Give the clauses of a text that are non-answers."""
    for sentence in sentences(text):
        words = text[sentence.start : sentence.end]
        if words.rstrip().endswith("?") or SUPPOSED.search(words):
            continue
        found = _by_wording(words) or _by_denial(words)
        if found:
            first, last, rule = found
            start, end = (sentence.start + at for at in _clause(words, first, last))
            core = sentence.start + first, sentence.start + last
            yield Clause(start, end, (sentence.start, sentence.end), core, rule)


def _by_wording(words: str) -> tuple[int, int, str] | None:
    """Give the ends and the rule of the first wording that a sentence holds."""
    if not NEGATED.search(words):
        return None
    held = ((wording.pattern.search(words), wording.rule) for wording in WORDINGS)
    return next(((match.start(), match.end(), rule) for match, rule in held if match), None)


def _by_denial(words: str) -> tuple[int, int, str] | None:
    """Give the ends and the rule of the first predicate that a clause of a sentence denies."""
    if not SIGN.search(words):
        return None
    held = ((denial.place(words), denial.rule) for denial in DENIALS)
    return next(((*ends, rule) for ends, rule in held if ends), None)


def _clause(words: str, start: int, end: int) -> tuple[int, int]:
    """Cut a sentence down to the clause around the words that matched."""
    before = None if _ASKING.match(words[:start]) else _BEFORE.match(words[:start])
    after = _AFTER.search(words, end)
    begin = before.end() if before else len(words) - len(words.lstrip())
    if start - begin > _LONG:
        comma = max(words.rfind(mark, begin, start - _LONG // 4) for mark in (", ", ": ", ") "))
        begin = comma + 2 if comma > begin else begin
    stop = after.start() if after else len(words)
    return begin, begin + len(words[begin:stop].rstrip(" .;\n"))


def _holder(answer: Answer, view: View, clause: Clause, named: list[Mention]) -> Authority | None:
    """Give the organisation that the answer says holds the figure; the House asks and never does."""
    bodies = [
        (mention.authority, view.inside(mention.span))
        for mention in named
        if mention.key == answer.key and mention.rule != "house" and mention.authority is not None
    ]
    ends = [(inside.start, inside.end) for _, inside in bodies]
    number = holder_of(view.text, clause.sentence, clause.core, ends)
    return None if number is None else bodies[number][0]


def _non_answer(answer: Answer, view: View, clause: Clause, holder: Authority | None) -> NonAnswer:
    span = view.span(clause.start, clause.end)
    words = words_of_name(view.text, view.inside(span))
    return NonAnswer(answer.number, answer.key, span, words, clause.rule, holder)
