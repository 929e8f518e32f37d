"""One thing with several values: over papers, and within one where both figures are plain statements about it.

Only what surely is one thing is compared: the same indicator, breakdown, unit, place, status and stated period, in
sentences that speak of the same names and in the same words, or in tables of different papers.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import lru_cache

from graph.check.finding import Finding, contradiction_found
from graph.check.phrases import HEDGES_ITS_SUBJECT, OF_SOME
from graph.check.rounding import differ
from graph.describe.claims import Claim
from graph.describe.concepts import concept_key, forms_of

_GUESSED_TIME = frozenset(("period-title", "period-question", "period-now", "period-so-far"))
"""Rules whose period is that of the paper or the question, not of the figure."""
_OF_A_LIST = frozenset(("respectively", "gapped", "row", "shared-noun", "same-thing", "number-one-in", "number-share"))
"""Rules of figures that are told only with others of a list, or point back to another figure."""
_NAME = re.compile(r"(?<=[\w,;:’] )[A-ZÀ-Þ][\w&-]+|\b[A-Z]{2,}\b|\b[A-Z][a-z]*[A-Z]\w*")
_SAYS_WHO = re.compile(r"\b[Vv]olgens (?:de |het )?[\w-]+|\b[Bb]ron: ?[\w-]+")
_HOME = re.compile(r"Nederlands?e?")
_WORD = 4
"""The fewest letters of a word that says what a sentence is about."""


def contradictions(claims: Sequence[Claim]) -> Iterator[Finding]:
    """Give the things that have several values.

    Args:
        claims: figures of any papers.
    """
    told = sentences_of(claims)
    things: defaultdict[tuple[str, ...], list[Claim]] = defaultdict(list)
    for claim in claims:
        if thing := thing_of(claim):
            things[thing].append(claim)
    for figures in things.values():
        yield from contradictions_in(figures, told)


def thing_of(claim: Claim) -> tuple[str, ...]:
    """Give what figures of one thing have in common: what is measured and when; nothing where none compares."""
    if not ((claim.start or claim.end) and claim.indicator):
        return ()
    about = (concept_key(claim.indicator), concept_key(claim.breakdown) if claim.breakdown else "")
    return (*about, claim.unit, claim.start, claim.end, claim.place, claim.status)


def contradictions_in(figures: Sequence[Claim], told: _Told) -> Iterator[Finding]:
    """Compare the figures of one thing.

    Args:
        figures: all of them, by paper and place.
        told: what `sentences_of` gives for their papers.
    """
    if len(figures) > 1 and any(differ(figures[0], other) for other in figures[1:]):
        yield from _in_thing(figures, told)


_Told = Mapping[tuple[str, str, int], str]


def sentences_of(claims: Iterable[Claim]) -> _Told:
    """Put together what is known of each sentence: the words around its figures."""
    words: defaultdict[tuple[str, str, int], str] = defaultdict(str)
    last: dict[tuple[str, str, int], Claim] = {}
    for claim in sorted(claims, key=lambda claim: (claim.document, claim.at)):
        name = (claim.document, claim.key, claim.sentence)
        if claim.sentence and not (name in last and last[name].at == claim.at):
            words[name] += claim.before
            last[name] = claim
    return {name: text + last[name].after for name, text in words.items()}


def _in_thing(figures: Iterable[Claim], told: _Told) -> Iterator[Finding]:
    """Compare figures of one thing: those in one paper first; a paper that has several values says none."""
    papers: defaultdict[str, list[Claim]] = defaultdict(list)
    for claim in figures:
        papers[claim.document].append(claim)
    single = []
    for paper in papers.values():
        plain = [claim for claim in paper if _is_plain(claim)]
        for group in _groups(plain, told):
            if finding := _compared(group):
                yield finding
        if not any(differ(paper[0], other) for other in paper[1:]):
            single += [claim for claim in paper if _is_comparable(claim)][:1]
    for group in _groups(single, told):
        if finding := _compared(group):
            yield finding


def _groups(claims: Sequence[Claim], told: _Told) -> Iterator[list[Claim]]:
    """Put together the figures that surely speak of one thing."""
    rest = sorted(claims, key=lambda claim: (claim.document, claim.at))
    while rest:
        same = [claim for claim in rest if claim is rest[0] or _are_alike(rest[0], claim, told)]
        yield same
        rest = [claim for claim in rest if not any(claim is one for one in same)]


def _compared(figures: Sequence[Claim]) -> Finding | None:
    lowest = min(figures, key=lambda claim: claim.value)
    highest = max(figures, key=lambda claim: claim.value)
    return contradiction_found(figures, highest.value - lowest.value) if differ(lowest, highest) else None


def _is_comparable(claim: Claim) -> bool:
    """Whether a figure stands for its thing by itself: exact, of a stated time, no list, no fraction, no change."""
    if not claim.firm or _GUESSED_TIME & set(claim.rules) or _OF_A_LIST & set(claim.rules):
        return False
    if "table-cell" in claim.rules:
        return True
    if OF_SOME.search(claim.after) or OF_SOME.search(claim.before):
        return False
    part = HEDGES_ITS_SUBJECT.search(claim.before) is not None and not claim.breakdown
    return not part and not HEDGES_ITS_SUBJECT.search(claim.after.split(",")[0])


def _is_plain(claim: Claim) -> bool:
    """Whether a figure is a plain statement: neither a cell of a table nor a part in a list."""
    return _is_comparable(claim) and not {"table-cell", "part-of", "bracketed"} & set(claim.rules)


def _are_alike(one: Claim, other: Claim, told: _Told) -> bool:
    """Whether two figures with one name stand in words that speak of one thing."""
    if (one.document, one.key, one.sentence) == (other.document, other.key, other.sentence):
        return False
    cells = ["table-cell" in claim.rules for claim in (one, other)]
    if all(cells):
        return _is_named(one)
    here, there = (_said(told.get((claim.document, claim.key, claim.sentence), "")) for claim in (one, other))
    if any(cells):
        return _is_named(one) and not (here.names | there.names)
    named = forms_of(f"{one.indicator} {one.breakdown}")
    first, second = here.words - named, there.words - named
    common, fewest = len(first & second), min(len(first), len(second))
    return here.names == there.names and (
        common * 2 >= fewest if _is_named(one) else common > 0 and common * 2 >= max(len(first), len(second))
    )


def _is_named(claim: Claim) -> bool:
    """Whether indicator and breakdown say by themselves what is measured: more than one bare noun."""
    return len(forms_of(f"{claim.indicator} {claim.breakdown}")) > 1


class _Said:
    """What a sentence speaks of: its names, and the dictionary forms of its longer words."""

    __slots__ = ("names", "words")

    def __init__(self, text: str) -> None:
        text = _SAYS_WHO.sub("", text)
        self.names = frozenset(name for name in _NAME.findall(text) if not _HOME.fullmatch(name))
        forms = forms_of(text)
        self.words = frozenset(form for form in forms if len(form) >= _WORD and form.isalpha())


@lru_cache(maxsize=4096)
def _said(text: str) -> _Said:
    return _Said(text)
