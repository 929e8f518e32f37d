"""Where a question ends and its answer begins when no word marks it: after the question mark that ends the asking."""

from __future__ import annotations

import re
from collections.abc import Sequence

from graph.model import Span

_PARAGRAPH = re.compile(r"\n[ \t]*\n\s*|[ ]{3,}")
_MARK = re.compile(r"\?[’'\"”»)\]]*(?:\d{1,2}(?=\s|$))?")
_SENTENCE = re.compile(r"(?<=[.!])[”’»)]*\s+(?=[A-Z«‘“(])")
_ASIDE = re.compile(r"\s*\([^()]{3,200}\)\.?")
"""What belongs to a question after its mark: ``(p. 23-26, p. 59-62).``"""
_POINTER = re.compile(r"\s*[Zz]ie (?:ook )?vraag \d+\.?")
"""Likewise ``Zie ook vraag 19``, unless nothing follows: then it is the answer."""
_AFTERTHOUGHTS = 2
"""The most sentences between two question marks of one question: ``Het kan zijn dat … Is men het hiermee eens?``"""


def split_at_question(text: str, span: Span, holes: Sequence[Span] = ()) -> tuple[Span, Span]:
    """Give the question and the answer of a stretch that holds both.

    >>> text = "Hoeveel? Het kan zijn dat u het weet. Weet u het? Wij weten het niet. Het zijn er veel."
    >>> asked, said = split_at_question(text, Span(0, len(text)))
    >>> text[asked.start : asked.end], text[said.start : said.end]
    ('Hoeveel? Het kan zijn dat u het weet. Weet u het?', ' Wij weten het niet. Het zijn er veel.')
    """
    end = _end_of_asking(text, span, holes)
    if end is None:
        border = _PARAGRAPH.search(text, span.start, span.end) or _SENTENCE.search(text, span.start, span.end)
        end = border.start() if border else span.end
    aside, pointer = _ASIDE.match(text, end, span.end), _POINTER.match(text, end, span.end)
    if aside:
        end = aside.end()
    elif pointer and text[pointer.end() : span.end].strip():
        end = pointer.end()
    return Span(span.start, end), Span(end, span.end)


def _end_of_asking(text: str, span: Span, holes: Sequence[Span]) -> int | None:
    """Give the end of the last question mark that still belongs to the question."""
    end: int | None = None
    for mark in _MARK.finditer(text, span.start, span.end):
        if any(hole.start <= mark.start() < hole.end for hole in holes):
            continue
        if end is not None:
            between = text[end : mark.start()]
            if len(_SENTENCE.findall(between)) > _AFTERTHOUGHTS or _answers_between(between):
                break
        end = mark.end()
    return end


def _answers_between(between: str) -> bool:
    """Whether a paragraph that states something lies between two question marks: the answer has begun."""
    paragraphs = [part for part in _PARAGRAPH.split(between) if part.strip()]
    return any(part.rstrip().endswith((".", "!")) for part in paragraphs[:-1])
