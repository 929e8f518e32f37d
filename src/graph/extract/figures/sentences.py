"""Sentences of a view: where a thought begins and ends, also in text that lost the space after its full stop."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import lru_cache

from graph.joints import BREAK

ABBREVIATIONS = frozenset(
    "a.d.h.v. a.g.v. art. bijv. blz. bv. c.q. ca. circ. cf. d.d. d.w.z. dhr. dr. drs. e.d. e.v. etc. evt. excl. i.c.m. "
    "i.h.k.v. i.o.m. i.p.v. i.v.m. incl. ing. ir. jl. m.b.t. m.b.v. m.i.v. m.n. m.u.v. max. mevr. min. mld. mln. mr. "
    "mw. n.a.v. nl. nr. nrs. o.a. o.b.v. o.g.v. o.m. p. pag. prof. resp. s.v.p. St. Stb. Stcrt. t.a.v. t.b.v. t.g.v. "
    "t.o.v. Trb. vgl. zgn.".split()
)
"""Words that end in a full stop without ending a sentence."""

_CLOSING = frozenset("mld. mln. jl. etc. e.d. e.v. t/m.".split())
_OPENS = re.compile(
    r" +(?:De|Het|Een|Dit|Dat|Deze|Die|Er|In|Op|Voor|Van|Hiervan|Daarvan|Daarnaast|Hiermee|Daarmee|Ook|Daarbij|Hierbij"
    r"|Met|Bij|Ik|Wij|Zij|Dat|Als|Om|Per|Tot|Vanaf|Sinds|Hoe|Hoeveel|Wel|Voorts|Verder"
    r"|Bovendien|Uit|Aan|Over|Onder|Naar|Volgens|Wanneer|Omdat|Zo|Zie|Na|U|Uw)\b"
)
"""A word with a capital that opens a sentence: behind "€ 3,1 mld." the stop is that of both."""

_END = re.compile(r"(?<![.?!])[.?!]++[»”\"')]?(?=\s+[\"'«“(‘]?[A-ZÀ-Þ0-9])|(?<=[a-z0-9)%»”])[.?!](?=[A-ZÀ-Þ][a-zà-ÿ])")
_LAST_WORD = re.compile(r"(?<![^\s(])[A-Za-zÀ-ÿ.]+\.$")
_LONGEST = 2 + max(map(len, ABBREVIATIONS))
_SPACES = re.compile(" +")


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence: its stretch of the view, and the number of the line of thought (paragraph, row, item) it is in."""

    start: int
    end: int
    line: int


@lru_cache(maxsize=64)
def sentences(text: str) -> tuple[Sentence, ...]:
    r"""Split the text of a view.

    >>> [s.line for s in sentences("Er zijn ca. 5 zaken. Dat is veel.\nBron: IND")]
    [0, 0, 1]
    """
    found = []
    at = 0
    for number, line in enumerate(text.split(BREAK)):
        begin = at
        for end in _END.finditer(text, at, at + len(line)):
            if not _is_abbreviation(text, begin, end.end()):
                found.append(Sentence(begin, end.end(), number))
                spaces = _SPACES.match(text, end.end())
                begin = spaces.end() if spaces else end.end()
        if text[begin : at + len(line)].strip():
            found.append(Sentence(begin, at + len(line), number))
        at += len(line) + 1
    return tuple(found)


def _is_abbreviation(text: str, begin: int, end: int) -> bool:
    """Whether the stop at the end of a stretch is that of an abbreviation, and no more than that."""
    word = _LAST_WORD.search(text, max(begin, end - _LONGEST), end)
    if word and word.group() in _CLOSING and _OPENS.match(text, end):
        return False
    return word is not None and (word.group() in ABBREVIATIONS or word.group().lower() in ABBREVIATIONS)


def outside(sentence: Sentence, tables: Sequence[tuple[int, int]]) -> list[Sentence]:
    """Give what of a sentence stands outside tables: in a row of figures, the words of its explanation."""
    parts, at = [], sentence.start
    for start, end in [*(t for t in tables if t[0] < sentence.end and sentence.start < t[1]), (sentence.end,) * 2]:
        if at < start:
            parts.append(replace(sentence, start=at, end=start))
        at = max(at, end)
    return parts
