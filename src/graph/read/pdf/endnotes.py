"""Notes that a paper lists at its end: ``[1] NOS, 23 mei 2024``, ``1) Kamerstuk 29 383``."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from graph.read.pdf.flow import Part, Placed, Run
from graph.read.pdf.notes import FootNote, mark_of
from graph.read.pdf.shapes import spaced

STYLES = (
    # "[1] NOS, 23 mei 2024", called as "[1]"
    (re.compile(r"\[(\d{1,3})\]"), re.compile(r"\[(\d{1,3})\]")),
    # "1) Kamerstuk 29 383", called as "1)" behind a word
    (re.compile(r"(\d{1,3})\)"), re.compile(r"(?<![\d(])(\d{1,3})\)")),
)
"""How a note at the end begins, and how it is called."""

_OTHERS = 2
"""The most paragraphs without a mark between two notes, or behind the last one."""


@dataclass(frozen=True, slots=True)
class Listed:
    """Notes listed at the end: by their number, and how they are called (None: by raised marks)."""

    notes: dict[str, FootNote]
    call: re.Pattern[str] | None = None


def take_endnotes(parts: list[Part], raised: set[str]) -> Listed:
    """Turn the notes at the end of a paper into notes, in their places.

    Args:
        parts: of the paper; changed.
        raised: the raised marks in the text that call no note at the foot of a page.
    """
    runs = [index for index, part in enumerate(parts) if isinstance(part, Run)]
    for style, call in STYLES:
        found = _listed(parts, runs, style)
        if found and _is_called(parts, found, call):
            return Listed(_turn(parts, found), call)
    found = [(index, mark) for index, mark in _raised(parts, runs) if mark in raised]
    if found and found[0][1] == "1":
        return Listed(_turn(parts, found))
    return Listed({})


def _first(part: Part) -> Placed | None:
    first = part.content[0] if isinstance(part, Run) else None
    return first if isinstance(first, Placed) else None


def _listed(parts: Sequence[Part], runs: Sequence[int], style: re.Pattern[str]) -> list[tuple[int, str]]:
    """Give the paragraphs at the end that begin with a mark, numbered upwards from 1."""
    found: list[tuple[int, str]] = []
    others = 0
    for index in reversed(runs):
        first = _first(parts[index])
        match = style.fullmatch(first.line.words[0].text) if first and len(first.line.words) > 1 else None
        if match is None:
            others += 1
            if others > _OTHERS:
                break
            continue
        others = 0
        if found and int(match[1]) >= int(found[-1][1]):
            break
        found.append((index, match[1]))
    return found[::-1] if found and found[-1][1] == "1" else []


def _raised(parts: Sequence[Part], runs: Sequence[int]) -> list[tuple[int, str]]:
    """Give the last paragraphs that begin with raised marks."""
    found: list[tuple[int, str]] = []
    for index in reversed(runs):
        first = _first(parts[index])
        mark, is_raised = mark_of(first.line) if first else (None, False)
        if mark is None or not is_raised:
            if found and isinstance(parts[index], Run):
                break
            continue
        found.append((index, mark))
    return found[::-1]


def _is_called(parts: Sequence[Part], found: Sequence[tuple[int, str]], call: re.Pattern[str]) -> bool:
    """Whether the text before the notes calls most of them."""
    called: set[str] = set()
    for part in parts[: found[0][0]]:
        if isinstance(part, Run):
            for at, line in enumerate(part.lines):
                words = line.words if at else line.words[1:]
                called.update(mark for word in words for mark in call.findall(word.text))
    return 2 * sum(mark in called for _, mark in found) >= len(found)


def _turn(parts: list[Part], found: Sequence[tuple[int, str]]) -> dict[str, FootNote]:
    """Put notes in the place of paragraphs; those between two notes belong to the first."""
    notes: dict[str, FootNote] = {}
    for at in range(len(found) - 1, -1, -1):
        index, mark = found[at]
        end = found[at + 1][0] if at + 1 < len(found) else index + 1
        runs = [part for part in parts[index:end] if isinstance(part, Run)]
        first = _first(parts[index])
        if first is None:
            continue
        words = first.line.words
        lines = [line.text for run in runs for line in run.lines]
        lines[0] = spaced(words[1:])
        notes[mark] = FootNote(first.page, words[0].text, lines, key=f"end-{mark}")
        parts[index:end] = [notes[mark], *_asides(parts[index:end])]
    return notes


def _asides(parts: Sequence[Part]) -> Iterator[Part]:
    """Give what is no line of text among parts of a paper."""
    for part in parts:
        if isinstance(part, Run):
            yield from (each for each in part.content if not isinstance(each, Placed))
        else:
            yield part
