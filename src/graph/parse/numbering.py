"""Which of the places that look like a question make the numbering of a paper.

A numbered list inside an answer, a table and a note look like questions too. What belongs together counts on, from 1 or
from where the member before stopped; a heading may be out of order, lost or misprinted, a bare number may not.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from graph.parse.layouts import Marker

_MOST_LOST = 10
"""The most headings that may be lost one after another."""

_MOST_GAP = 2
"""The most bare numbers that may be lost one after another; each costs as much as a question is worth."""

_SILENT = 0.3
"""What a place is worth that asks nothing: it is kept only where the numbering needs it."""

_ANSWERED = 0.2
"""What an answer that follows at once adds."""

_SAME = 80
"""How many letters of two questions must agree to be the same question."""

_NO_LETTERS = re.compile(r"[\W\d_]+")


def segments(pool: Sequence[Marker], borders: Sequence[int]) -> Iterator[list[Marker]]:
    """Give the places between headings of members or parties, at which a numbering may begin again."""
    inside: dict[int, list[Marker]] = {}
    for marker in pool:
        inside.setdefault(bisect_right(borders, marker.span.start), []).append(marker)
    yield from inside.values()


def headed(pool: Sequence[Marker], answers: Sequence[Marker], borders: Sequence[int]) -> Iterator[Marker]:
    """Keep the headings whose numbers make a series; it starts again when number 1 comes back.

    A heading may be out of order (``Vraag 4, 5, 7 en 8`` before ``Vraag 6``) or lost, never there twice, unless it is
    a misprint of the number that its answer carries.

    Args:
        pool: the places, in order.
        answers: what opens answers, in order.
        borders: the starts of headings of members or parties.
    """
    last, kept = 0, 0
    seen: set[str] = set()
    last_place = {number: index for index, marker in enumerate(pool) for number in marker.numbers}
    starts = [answer.span.start for answer in answers]
    for index, marker in enumerate(pool):
        first = marker.numbers[0]
        fits = first == last + 1
        if not fits and marker.labels[0] not in seen and first <= last + _MOST_LOST:
            fits = first <= last or last_place.get(last + 1, -1) <= index
        if not fits and last_place.get(last + 1, -1) < index:
            at = bisect_left(starts, marker.span.end)
            before = at < len(answers) and (index + 1 == len(pool) or starts[at] < pool[index + 1].span.start)
            meant = answers[at].labels if before else ()
            if meant == (str(last + 1),) and len(marker.labels) == 1:
                fits, marker = True, replace(marker, labels=meant)
        if not fits and first == 1 and seen:
            goes_on = index + 1 == len(pool) or pool[index + 1].numbers[0] <= 2
            fits = goes_on or bisect_left(borders, kept) < bisect_left(borders, marker.span.start)
            last, seen = (0, set()) if fits else (last, seen)
        if fits:
            seen.update(marker.labels)
            last, kept = max(last, *marker.numbers), marker.span.end
            yield marker


def enumerated(
    pool: Sequence[Marker], asking: Mapping[int, bool], answered: Mapping[int, bool], borders: Sequence[int]
) -> list[Marker]:
    """Give the bare numbers that count on, with as many that ask something as can be.

    Args:
        pool: the places, in order.
        asking: by the start of a place, whether it asks something.
        answered: by the start of a place, whether an answer follows at once.
        borders: the starts of headings of members or parties.
    """
    listed = _listed(pool, asking, answered, borders)
    worth = {
        at: (1.0 if asks and at not in listed else _SILENT) + (_ANSWERED if answered[at] else 0.0)
        for at, asks in asking.items()
    }
    chain: list[Marker] = []
    for segment in segments(pool, borders):
        beginnings = {1, chain[-1].numbers[-1] + 1} if chain else {1}
        best = _best_chain(segment, worth, beginnings)
        kept = [index for index, marker in enumerate(best) if asking[marker.span.start] or answered[marker.span.start]]
        best = best[kept[0] : kept[-1] + 1] if kept else []
        if 2 * sum(asking[marker.span.start] for marker in best) >= len(best):
            chain.extend(best)
    whole = _whole([each for each in pool if asking[each.span.start] and each.span.start not in listed])
    return whole if len(whole) > len(chain) else chain


def _listed(
    pool: Sequence[Marker], asking: Mapping[int, bool], answered: Mapping[int, bool], borders: Sequence[int]
) -> set[int]:
    """Give the starts of places in a list that counts from 1 again, inside an answer, without an answer of its own."""
    listed: set[int] = set()
    for segment in segments(pool, borders):
        runs: list[list[Marker]] = []
        for before, marker in zip([None, *segment], segment, strict=False):
            goes_on = before and marker.numbers[0] == before.numbers[-1] + 1 and not answered[before.span.start]
            if goes_on:
                runs[-1].append(marker)
            else:
                runs.append([marker])
        counting = [run for run in runs if run[0].numbers[0] == 1 and any(asking[each.span.start] for each in run)]
        listed.update(each.span.start for run in counting[1:] for each in run if not answered[each.span.start])
    return listed


def _best_chain(pool: Sequence[Marker], worth: Mapping[int, float], beginnings: set[int]) -> list[Marker]:
    """Give the chain of greatest worth whose numbers count on; of equal ones, the first to be complete."""
    totals: list[float] = []
    before: list[int] = []
    ends: dict[int, int] = {}
    for index, marker in enumerate(pool):
        first, last = marker.numbers[0], marker.numbers[-1]
        total, link = (0.0, -1) if first in beginnings else (float("-inf"), -1)
        for gap in range(-1 if marker.labels[0][-1] > "a" else 0, _MOST_GAP + 1):
            end = ends.get(first - 1 - gap)
            if end is not None and totals[end] - max(gap, 0) > total:
                total, link = totals[end] - max(gap, 0), end
        totals.append(total + worth[marker.span.start] * len(marker.numbers))
        before.append(link)
        if last not in ends or totals[index] > totals[ends[last]]:
            ends[last] = index
    at = max(ends.values(), key=totals.__getitem__, default=-1)
    chain: list[Marker] = []
    while at >= 0 and totals[at] > 0:
        chain.append(pool[at])
        at = before[at]
    return chain[::-1]


def _whole(pool: Sequence[Marker]) -> list[Marker]:
    """Give the first place of each number when together they are complete, in whatever order they stand."""
    first: dict[int, Marker] = {}
    for marker in pool:
        if len(marker.labels) == 1:
            first.setdefault(marker.numbers[0], marker)
    count = next(number for number in range(1, len(first) + 2) if number not in first) - 1
    return sorted((first[number] for number in range(1, count + 1)), key=lambda marker: marker.span.start)


def without_repetition(text: str, questions: Sequence[Marker], answers: Sequence[Marker]) -> list[Marker]:
    """Mark the questions that a paper first lists and then asks again, word for word, before their answers."""
    borders = sorted(marker.span.start for marker in (*questions, *answers))
    first_answer = answers[0].span.start if answers else 0
    listed: dict[str, str] = {}
    repeated: set[int] = set()
    for index, marker in enumerate(questions):
        at = bisect_right(borders, marker.span.start)
        end = min(borders[at] if at < len(borders) else len(text), marker.span.end + 4 * _SAME)
        words = _NO_LETTERS.sub("", text[marker.span.end : end])[:_SAME].lower()
        label = " ".join(marker.labels)
        if words and listed.get(label) == words and (repeated or marker.span.start < first_answer):
            repeated.add(index)
        elif marker.span.start < first_answer:
            listed.setdefault(label, words)
    if not repeated or 2 * len(repeated) < len(questions) - min(repeated):
        return list(questions)
    return [replace(each, repeated=index in repeated) for index, each in enumerate(questions)]
