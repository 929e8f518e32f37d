"""Known names in running text: one pass over the words, the longest name wins.

A name is looked up word by word in a table that is keyed by first word; a paper of thirty pages costs a few
milliseconds, so no matching automaton is needed, and word borders, hyphens and white space come for free.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import StrEnum

from graph.model import Authority

TOKEN = re.compile(r"[A-ZÀ-Ý]*[^\W_A-ZÀ-Ý]+|[A-ZÀ-Ý]+|[^\w\s]")
"""A word, as far as its capitals go on (``Vluchtelingen|Werk``), or one character of punctuation."""

_LONG_NAME = 12
"""How many letters a name of several words has at least that is also known with a lost space."""

_GLUED = re.compile(r"[^\W\d_]-[a-zà-ÿ]")
"""A hyphen inside a word, which may be of a lost line end."""

Token = tuple[str, int, int]
"""A word, and where it begins and ends."""


class Case(StrEnum):
    """How far the capitals of a name in a text may differ from those of its form."""

    EXACT = "exact"
    """As it is: ``COA``, ``Syrië``."""
    FREE_START = "free-start"
    """First letters may be small or capital: ``asielnoodmaatregelenwet``, ``wet Terugkeer en …``."""


class Evidence(StrEnum):
    """What must stand beside a name before it counts."""

    NONE = "none"
    ARTICLE = "article"
    """An article right before it: ``de EU``."""
    INTRODUCED = "introduced"
    """The whole name elsewhere in the paper: ``AP`` beside ``Autoriteit Persoonsgegevens``."""


@dataclass(frozen=True, slots=True)
class Form:
    """One way in which a name is written, what it may lead to, and the rule that finds it."""

    text: str
    authority: Authority
    rule: str
    case: Case = Case.EXACT
    evidence: Evidence = Evidence.NONE


@dataclass(frozen=True, slots=True)
class Hit:
    """A known name at ``text[start:end]`` of a view, with everything that it could be."""

    start: int
    end: int
    forms: tuple[Form, ...]


class Names:
    """All known names, ready to be found in text.

    >>> from graph.model import Kind
    >>> coa = Authority(Kind.ORGANISATION, "coa", "Centraal Orgaan opvang asielzoekers", "COA")
    >>> [(hit.start, hit.end) for hit in Names([Form("COA", coa, "register-name")]).find("Het COA telt COA-locaties")]
    [(4, 7), (13, 16)]
    """

    def __init__(self, forms: Iterable[Form]) -> None:
        entries: dict[tuple[str, ...], list[_Known]] = {}
        for form in forms:
            known = _Known.of(form)
            for key in _ways(form.text):
                entries.setdefault(key, []).append(known)
        lengths: dict[str, set[int]] = {}
        for tokens in entries:
            lengths.setdefault(tokens[0], set()).add(len(tokens))
        self._entries = entries
        self._lengths = {first: tuple(sorted(sizes, reverse=True)) for first, sizes in lengths.items()}

    def find(self, text: str) -> Iterator[Hit]:
        """Find the known names in a text, from left to right, without overlaps."""
        tokens = [(match[0], match.start(), match.end()) for match in TOKEN.finditer(text)]
        hits = self._pass(tokens)
        if _GLUED.search(text):
            hits = _merged(hits, self._pass(_rejoined(tokens)))
        yield from hits

    def _pass(self, tokens: list[Token]) -> list[Hit]:
        """Find the names in a row of words."""
        folded = [token[0].lower() for token in tokens]
        hits = []
        end = 0
        for at, first in enumerate(folded):
            if at >= end and first in self._lengths:
                size, hit = self._longest(tokens, folded, at)
                if hit is not None:
                    hits.append(hit)
                    end = at + size
        return hits

    def _longest(self, tokens: list[Token], folded: list[str], at: int) -> tuple[int, Hit | None]:
        """Give the longest name that begins at a token, and how many tokens it has."""
        for size in self._lengths[folded[at]]:
            known = self._entries.get(tuple(folded[at : at + size]))
            if known and at + size <= len(tokens):
                hit = _hit(known, tokens[at : at + size])
                if hit is not None:
                    return size, hit
        return 1, None


def _rejoined(tokens: list[Token]) -> list[Token]:
    """Take out the hyphens that may be of lost line ends: ``Vrouwen-verdrag``, ``Werkge-legenheid``."""
    joined: list[Token] = []
    last = -1  # where the last word that was put together ends: one hyphen a word
    for token in tokens:
        word, start, end = token
        glued = len(joined) > 1 and joined[-1][0] == "-" and joined[-2][2] == joined[-1][1] and joined[-1][2] == start
        if glued and joined[-2][2] != last and word[0].islower() and joined[-2][0].isalpha():
            joined.pop()
            first, begin, _ = joined.pop()
            token = (first + word, begin, end)
            last = end
        joined.append(token)
    return joined


def _merged(hits: list[Hit], others: list[Hit]) -> list[Hit]:
    """Put two rows of hits together, each without overlaps; where they overlap the longer one stays."""
    kept: list[Hit] = []
    for hit in sorted({*hits, *others}, key=lambda hit: (hit.start, -hit.end)):
        if kept and hit.start < kept[-1].end:
            if hit.end - hit.start > kept[-1].end - kept[-1].start:
                kept[-1] = hit
        else:
            kept.append(hit)
    return kept


@dataclass(frozen=True, slots=True)
class _Known:
    """A form with its letters alone, and which of them may be small or capital."""

    form: Form
    letters: str
    starts: frozenset[int]

    @classmethod
    def of(cls, form: Form) -> _Known:
        """Prepare a form."""
        tokens = TOKEN.findall(form.text)
        free = form.case is Case.FREE_START
        starts = frozenset(sum(map(len, tokens[:n])) for n in range(len(tokens))) if free else frozenset()
        return cls(form, "".join(tokens), starts)

    def fits(self, letters: str) -> bool:
        """Whether letters of a text, which agree but for capitals, are those of the form."""
        if letters == self.letters:
            return True
        pairs = enumerate(zip(letters, self.letters, strict=True))
        return bool(self.starts) and all(one == other or at in self.starts for at, (one, other) in pairs)


def _ways(text: str) -> Iterator[tuple[str, ...]]:
    """Give the ways in which a name can be cut into words: as it is, and a long one with one space lost."""
    tokens = tuple(token.lower() for token in TOKEN.findall(text))
    yield tokens
    if len(tokens) > 1 and sum(map(len, tokens)) >= _LONG_NAME:
        for at in range(len(tokens) - 1):
            if tokens[at].isalpha() and tokens[at + 1].isalpha():
                yield (*tokens[:at], tokens[at] + tokens[at + 1], *tokens[at + 2 :])


def _hit(known: list[_Known], tokens: list[Token]) -> Hit | None:
    """Give the hit of the names that the words of a text are, if any."""
    letters = "".join(token[0] for token in tokens)
    forms = tuple(dict.fromkeys(one.form for one in known if one.fits(letters)))
    return Hit(tokens[0][1], tokens[-1][2], forms) if forms else None
