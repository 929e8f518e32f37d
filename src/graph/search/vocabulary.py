"""The words of all papers: which are made of which, and which one a mistyped word was meant to be."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from itertools import islice

import tantivy
from rapidfuzz import process
from rapidfuzz.distance import OSA

from graph.extract.figures.lexicon import is_known
from graph.search.schema import WORD

_SHORTEST = 4
"""The fewest letters of a word that is looked for inside others."""
_SHORTEST_REST = 3
"""The fewest letters of what may stand before or behind it."""
MOST_COMPOUNDS = 40
"""How many compounds of a word are looked for: the most frequent."""
_KEPT = 2000
"""Of how many words the compounds are kept."""
_COMMON = 10
"""How many times as frequent a word must be to be proposed in the place of one that there is."""

HEAD, FRONT, INSIDE = 0.5, 0.3, 0.2
"""What a compound counts for: one that ends in the word is one of its kind ("noodopvangplek"), others only have to do
with it ("asielketen", "jeugdzorgplus")."""


class Vocabulary:
    """The words of an index.

    Args:
        searcher: of the index.
    """

    def __init__(self, searcher: tantivy.Searcher) -> None:
        self._stems: Counter[str] = Counter()
        for name in ("head", "body"):
            for stem, count in searcher.terms_with_prefix(name, ""):
                self._stems[stem] += count
        self._compounds: dict[str, dict[str, float]] = {}
        self._forms = dict(searcher.terms_with_prefix(WORD, ""))
        self._long = [form for form in self._forms if len(form) >= _SHORTEST - 1 and form.isalpha()]

    def knows(self, form: str, stem: str) -> bool:
        """Whether a word or another form of it stands anywhere."""
        return stem in self._stems or form in self._forms

    def compounds(self, stem: str, most: int = MOST_COMPOUNDS) -> dict[str, float]:
        """Give the words that a word is part of, each with what it counts for, the most frequent first.

        Args:
            stem: of the word.
            most: how many are given.
        """
        if stem not in self._compounds:
            if len(self._compounds) >= _KEPT:
                self._compounds.clear()
            self._compounds[stem] = dict(islice(self._made_with(stem), MOST_COMPOUNDS))
        return dict(islice(self._compounds[stem].items(), most))

    def _made_with(self, stem: str) -> Iterator[tuple[str, float]]:
        if len(stem) < _SHORTEST or not stem.isalpha():
            return
        longer = [other for other in self._stems if stem in other and len(other) >= len(stem) + _SHORTEST_REST]
        for other in sorted(longer, key=lambda other: (-self._stems[other], other)):
            if weight := self._weight(stem, other):
                yield other, weight

    def parts(self, stem: str, most: int = 3) -> tuple[str, ...]:
        """Part a word that stands nowhere into two or three that do; none where it cannot be: "asielopvanglocatie"."""
        for at in range(len(stem) - _SHORTEST, _SHORTEST - 1, -1):
            for front in _unlinked(stem[:at]):
                if len(front) < _SHORTEST or front not in self._stems:
                    continue
                if stem[at:] in self._stems:
                    return front, stem[at:]
                if most > 2 and (rest := self.parts(stem[at:], most - 1)):
                    return front, *rest
        return ()

    def meant(self, form: str, *, rare: bool = False) -> str | None:
        """Give the word that a mistyped one was probably meant to be.

        Args:
            form: as typed, without capitals and accents.
            rare: whether it stands somewhere; then only a word that is far more frequent is proposed.
        """
        if len(form) < _SHORTEST or not form.isalpha():
            return None
        least = self._forms.get(form, 0) * _COMMON if rare else 0
        return self._near(form, least) or (None if rare else self._near_end(form))

    def _near(self, form: str, least: int = 0) -> str | None:
        """Give the word that differs in the fewest letters, of several the most frequent; one above `least` at that."""
        cutoff = 1 if len(form) < 7 else 2
        near = process.extract(form, self._long, scorer=OSA.distance, score_cutoff=cutoff, limit=None, processor=None)
        found = ((distance, -self._forms[word], word) for word, distance, _ in near if self._forms[word] > least)
        best = min(found, default=None)
        return best[2] if best and best[2] != form else None

    def _near_end(self, form: str) -> str | None:
        """Give a compound that stands nowhere itself and has a mistyped end: "noodopvangpleken"."""
        for at in range(len(form) - _SHORTEST, _SHORTEST - 1, -1):
            known = any(len(front) >= _SHORTEST and front in self._stems for front in _unlinked(form[:at]))
            if known and len(form) - at > _SHORTEST and (end := self._near(form[at:])):
                return form[:at] + end
        return None

    def _weight(self, stem: str, other: str) -> float:
        front, _, back = other.partition(stem)
        if not back:
            return HEAD if self._is_part(front) else 0
        if not front:
            return FRONT if self._is_part(back) else 0
        inside = len(front) >= _SHORTEST_REST and len(back) >= _SHORTEST_REST
        return INSIDE if inside and self._is_part(front) and self._is_part(back) else 0

    def _is_part(self, part: str) -> bool:
        """Whether a word can be what stands before or behind another in a compound."""
        return any(len(one) >= _SHORTEST_REST and (one in self._stems or is_known(one)) for one in _unlinked(part))


def _unlinked(part: str) -> Iterator[str]:
    """Give a part of a compound with and without what links it to the next: "gezin(s)", "asiel", "ambtenar(en)"."""
    yield part
    for link in ("s", "en", "e", "n"):
        if part.endswith(link):
            yield part.removesuffix(link)
