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

TOKEN = re.compile(r"[A-ZÀ-Ý]*(?:(?![A-ZÀ-Ý])[^\W_])+|[A-ZÀ-Ý]+|[^\w\s]")
"""A word, as far as its capitals go on (``Vluchtelingen|Werk``), or one character of punctuation."""


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
        entries: dict[tuple[str, ...], list[Form]] = {}
        for form in forms:
            entries.setdefault(tuple(token.lower() for token in TOKEN.findall(form.text)), []).append(form)
        self._entries = entries
        lengths: dict[str, set[int]] = {}
        for tokens in entries:
            lengths.setdefault(tokens[0], set()).add(len(tokens))
        self._lengths = {first: tuple(sorted(sizes, reverse=True)) for first, sizes in lengths.items()}

    def find(self, text: str) -> Iterator[Hit]:
        """Find the known names in a text, from left to right, without overlaps."""
        tokens = [(match.start(), match.end(), match.group()) for match in TOKEN.finditer(text)]
        folded = [token.lower() for _, _, token in tokens]
        at = 0
        while at < len(tokens):
            size, hit = self._longest(text, tokens, folded, at)
            if hit is not None:
                yield hit
            at += size

    def _longest(
        self, text: str, tokens: list[tuple[int, int, str]], folded: list[str], at: int
    ) -> tuple[int, Hit | None]:
        """Give the longest name that begins at a token, and how many tokens to go on by."""
        for size in self._lengths.get(folded[at], ()):
            forms = self._entries.get(tuple(folded[at : at + size]))
            if not forms or at + size > len(tokens):
                continue
            start, end = tokens[at][0], tokens[at + size - 1][1]
            fitting = tuple(form for form in forms if _fits(form, text[start:end]))
            if fitting:
                return size, Hit(start, end, fitting)
        return 1, None


def _fits(form: Form, words: str) -> bool:
    """Whether words of a text, which agree with a form but for capitals and white space, are that form."""
    if form.case is Case.FREE_START:
        pairs = zip(TOKEN.findall(words), TOKEN.findall(form.text), strict=True)
        return all(given[1:] == known[1:] for given, known in pairs)
    return TOKEN.findall(words) == TOKEN.findall(form.text)
