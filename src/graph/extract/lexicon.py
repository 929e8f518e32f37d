"""Known names in running text: one pass of an automaton over its letters, the longest name wins.

The automaton (Aho-Corasick) knows the first letters of every name, without spaces, hyphens, capitals and accents, so
that one pass also finds names that lost some at a line end; what follows them, and how it is written, is compared
only where they stand.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import StrEnum
from itertools import chain

from ahocorasick_rs import AhoCorasick, Implementation

from graph.extract.fits import begins, fits, places, squeezed
from graph.model import Authority

_HEAD = 24
"""How many letters of a name the automaton holds: with all of them it takes nine times as long to build."""

_GENITIVE = 5
"""How many letters the name of a place has at least that is also known with a genitive s: ``Duitslands``."""


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
        known: dict[str, dict[str, list[Form]]] = {}
        for form in forms:
            letters = squeezed(form.text)
            known.setdefault(letters[:_HEAD], {}).setdefault(letters, []).append(form)
        known.pop("", None)
        self._known = [tuple((letters, tuple(forms)) for letters, forms in each.items()) for each in known.values()]
        self._small = [any(map(_may_begin_small, chain(*each.values()))) for each in known.values()]
        # the plain automaton is the quickest to build, and a paper is short
        self._heads = AhoCorasick(known, store_patterns=False, implementation=Implementation.NoncontiguousNFA)

    def find(self, text: str) -> Iterator[Hit]:
        """Find the known names in a text, from left to right, without overlaps."""
        end = 0
        for hit in sorted(self._all(text), key=lambda hit: (hit.start, -hit.end)):
            if hit.start >= end:
                yield hit
                end = hit.end

    def first(self, text: str) -> Hit | None:
        """Give the longest name with which a text begins."""
        hits = [hit for hit in self._all(text) if hit.start == 0]
        return max(hits, key=lambda hit: hit.end, default=None)

    def whole(self, text: str) -> tuple[Authority, ...]:
        """Give what a text leads to when the whole of it is a name."""
        hits = (hit for hit in self._all(text) if (hit.start, hit.end) == (0, len(text)))
        return tuple(dict.fromkeys(form.authority for hit in hits for form in hit.forms))

    def _all(self, text: str) -> Iterator[Hit]:
        """Find all names, also those inside others."""
        letters = squeezed(text)
        offsets = places(text)
        for which, start, _ in self._heads.find_matches_as_indexes(letters, overlapping=True):
            at = offsets[start]
            if (text[at].islower() and not self._small[which]) or not begins(text, at):
                continue
            for name, forms in self._known[which]:
                if letters.startswith(name, start):
                    hit = _hit(text, forms, at, offsets[start + len(name) - 1] + 1)
                    if hit is not None:
                        yield hit


def _hit(text: str, forms: tuple[Form, ...], start: int, end: int) -> Hit | None:
    """Give the hit of the names that words of a text are, if any."""
    genitive = not begins(text, end)
    if genitive and not (text.startswith("s", end) and begins(text, end + 1)):
        return None
    words = text[start:end]
    found = tuple(
        form
        for form in dict.fromkeys(forms)
        if (not genitive or _has_genitive(form)) and fits(form.text, words, form.case is Case.FREE_START)
    )
    return Hit(start, end + genitive, found) if found else None


def _may_begin_small(form: Form) -> bool:
    """Whether a name may begin with a small letter: most of the places that the automaton finds are inside words."""
    return form.case is Case.FREE_START or not form.text[:1].isupper()


def _has_genitive(form: Form) -> bool:
    """Whether a name has a genitive s: that of a place, which does not end in one already."""
    return form.rule == "place-name" and len(form.text) >= _GENITIVE and form.text[-1] not in "sxz"
