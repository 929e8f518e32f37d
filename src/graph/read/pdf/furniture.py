"""Running heads, footers, page numbers and printer's lines: what comes back on the pages of a paper at one place."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from graph.read.pdf.manner import Manner
from graph.read.pdf.shapes import Line

PRINTED = (
    # "Tweede Kamer, vergaderjaar 2024–2025, 36 800 XX, nr. 7 3", "Eerste Kamer, vergaderjaar …, E 2"
    re.compile(r"(?:Tweede|Eerste) Kamer,? vergaderjaar \d{4}\s?[–-]\s?\d{4},.{0,60}"),
    # "kst-36800-XX-7", "ah-tk-20242025-546", "kv-tk-2024Z18440", "blg-1098765", and the older "KST98765"
    re.compile(r"(?:kst|blg|nds|stb|stcrt|h|ah|kv)-[\w-]+|KST\d+|\d{4}tkkst[\w-]+", re.IGNORECASE),
    # "ISSN 0921 - 7371"
    re.compile(r"ISSN \d{4}\s*-\s*\d{3}[\dX].{0,30}"),
    # "’s-Gravenhage 2025", "Sdu Uitgevers"
    re.compile(r"[’'‘`]s[- ]Gravenhage,? \d{4}|Sdu Uitgevers"),
    # "Pagina 2 van 5", "Blad 2/5", "pagina 3"
    re.compile(r"(?:\d*(?:pagina|pag\.|blad|page|p\.)\s*\d{1,4}(?:\s*(?:van|/|of|uit)\s*\d{1,4})?\s*)+", re.IGNORECASE),
)
"""What a printer or a template puts at the edge of a page."""

_HEADING = re.compile(
    # "Vraag 3", "Vraag (3):", "Vragen 4 en 5", "Antwoord:", "Antwoord op vraag 2 t/m 6"; not "Vragen" alone
    r"(?=(?:vraag|antwoord)\b|.*\d)"
    r"(?:vraag|vragen|antwoord(?:en)?)(?: (?:op )?(?:de )?(?:vraag|vragen))?(?:[\s\d(),:./&–-]|en|t/m|tot)*",
    re.IGNORECASE,
)
"""The heading of a question or answer: where each begins on a page of its own it recurs, and counts with the pages."""

_COUNT = re.compile(r"\W*\d{1,4}\W*|\W*\d{1,4}\s*(?:van|/|of)\s*\d{1,4}\W*")
"""A page number: "3", "- 3 -", "3/12", "3 van 12"."""

_NUMBER = re.compile(r"\d+")
_EDGE = 0.2
"""How much of a page at its top and at its foot is its edge."""

_NEAR = 5.0
"""Points: how far from page to page the place of a running head may differ."""

_SHARE = 0.3
"""On how much of the pages it must stand."""


@dataclass(frozen=True, slots=True)
class Leaf:
    """A page as furniture is looked for on it: its number and size, and its lines in parts, from top to bottom."""

    number: int
    width: float
    height: float
    parts: Sequence[Line]


def furniture_of(leaves: Sequence[Leaf], manner: Manner) -> list[set[int]]:
    """Give for each page the indexes of its parts that are furniture."""
    recurring = _recurring(leaves)
    found = [_of_page(leaf, manner, recurring[index]) for index, leaf in enumerate(leaves)]
    for index, leaf in enumerate(leaves):
        if index:
            found[index] |= _continued(index, leaves, found, manner)
        found[index] |= _page_number(leaf, found[index])
    return found


def _of_page(leaf: Leaf, manner: Manner, recurring: set[int]) -> set[int]:
    """Give what is furniture of one page: printed lines at its edges, and what recurs beside or outside the text."""
    left, right = manner.column(leaf.width)
    found: set[int] = set()
    printed = {i for i, part in enumerate(leaf.parts) if _is_printed(part, leaf, left, right)}
    for order in (range(len(leaf.parts)), range(len(leaf.parts) - 1, -1, -1)):
        for i in order:
            part = leaf.parts[i]
            outside = part.x1 < left or part.x0 > right
            if i in printed or (i in recurring and (outside or _at_edge(part, leaf))):
                found.add(i)
            elif not outside and not (_at_edge(part, leaf) and _beside(part, leaf, printed | recurring)):
                break
    found = _apart(found, printed, leaf, manner)
    if leaf.number == 1:  # the letterhead, which later pages repeat, is text
        found = {i for i in found if i in printed or not _outside(leaf.parts[i], left, right)}
        return found | printed
    return found | printed | {i for i in recurring if _outside(leaf.parts[i], left, right)}


def _apart(found: set[int], printed: set[int], leaf: Leaf, manner: Manner) -> set[int]:
    """Leave out lines that recur right beside running text in the same type: two pages may end with the same words."""
    left, right = manner.column(leaf.width)
    kept = set(found)
    inside = [i for i, part in enumerate(leaf.parts) if not _outside(part, left, right)]
    changed = True
    while changed:
        changed = False
        for i, other in (pair for one in pairwise(inside) for pair in (one, one[::-1])):
            if i in kept and i not in printed and other not in kept:
                one, beside = leaf.parts[i], leaf.parts[other]
                near = abs(one.base - beside.base) < 1.3 * manner.leading(one.size)
                if near and abs(one.size - beside.size) < 0.3:
                    kept.discard(i)
                    changed = True
    return kept


def _at_edge(part: Line, leaf: Leaf) -> bool:
    return part.base < _EDGE * leaf.height or part.base > (1 - _EDGE) * leaf.height


def _beside(part: Line, leaf: Leaf, others: set[int]) -> bool:
    """Whether a part is a page number on the line of other furniture."""
    on_line = any(abs(leaf.parts[i].base - part.base) < 2.0 for i in others)
    return on_line and _COUNT.fullmatch(part.text) is not None


def _is_printed(part: Line, leaf: Leaf, left: float, right: float) -> bool:
    """Whether a part is a printer's line, at the edge of the page or beside the text."""
    outside = part.x0 > right or part.x1 < left
    return (outside or _at_edge(part, leaf)) and any(one.fullmatch(part.text) for one in PRINTED)


def _recurring(leaves: Sequence[Leaf]) -> list[set[int]]:
    """Give for each page what stands at one place on many: the same words, or words with the number of the page."""
    literal: defaultdict[str, list[tuple[int, int]]] = defaultdict(list)
    counting: defaultdict[str, list[tuple[int, int]]] = defaultdict(list)
    for index, leaf in enumerate(leaves):
        for i, part in enumerate(leaf.parts):
            text = part.text
            # a note may stand at one place on many pages, and so may a heading
            if part.words[0].raised or _HEADING.fullmatch(text):
                continue
            if any(map(str.isalpha, text)):
                literal[text].append((index, i))
            if _NUMBER.search(text):
                counting[_NUMBER.sub("#", text)].append((index, i))
    found: list[set[int]] = [set() for _ in leaves]
    for places in literal.values():
        for group in _groups(places, leaves):
            if len(group) >= max(2, min(4, _SHARE * len(leaves))):
                for index, i in group:
                    found[index].add(i)
    for places in counting.values():
        for group in _groups(places, leaves):
            kept = _with_page(group, leaves)
            least = 2 if all(_COUNT.fullmatch(leaves[index].parts[i].text) for index, i in kept) else 3
            if len(kept) >= max(least, min(4, _SHARE * len(leaves))):
                for index, i in kept:
                    found[index].add(i)
    return found


def _groups(places: Sequence[tuple[int, int]], leaves: Sequence[Leaf]) -> Iterator[list[tuple[int, int]]]:
    """Give the places in groups of one height and one left, right or middle."""
    if len(places) < 2:
        return
    group: list[tuple[int, int]] = []
    for place in sorted(places, key=lambda one: (leaves[one[0]].parts[one[1]].base, one)):
        if group and not _same_place(group[-1], place, leaves):
            yield group
            group = []
        group.append(place)
    yield group


def _same_place(one: tuple[int, int], other: tuple[int, int], leaves: Sequence[Leaf]) -> bool:
    a, b = leaves[one[0]].parts[one[1]], leaves[other[0]].parts[other[1]]
    across = min(abs(a.x0 - b.x0), abs(a.x1 - b.x1), abs(a.x0 + a.x1 - b.x0 - b.x1) / 2)
    return one[0] != other[0] and abs(a.base - b.base) <= _NEAR and across <= _NEAR


def _with_page(group: Sequence[tuple[int, int]], leaves: Sequence[Leaf]) -> list[tuple[int, int]]:
    """Give those of a group in which a number counts with the pages."""
    offsets: Counter[tuple[int, int]] = Counter()
    numbers = {place: _NUMBER.findall(leaves[place[0]].parts[place[1]].text) for place in group}
    for place, found in numbers.items():
        offsets.update({(at, int(number[:9]) - leaves[place[0]].number) for at, number in enumerate(found)})
    (at, offset), _ = offsets.most_common(1)[0]
    return [place for place in group if int(numbers[place][at][:9]) - leaves[place[0]].number == offset]


def _continued(index: int, leaves: Sequence[Leaf], found: Sequence[set[int]], manner: Manner) -> set[int]:
    """Give the column beside the text of a later page of a letter that only repeats the letterhead."""
    leaf = leaves[index]
    left, right = manner.column(leaf.width)
    column = [i for i, part in enumerate(leaf.parts) if i not in found[index] and _outside(part, left, right)]
    if not column:
        return set()
    others = [
        "".join(part.key for part in leaves[other].parts if _outside(part, left, right))
        for other in {0, index - 1, min(index + 1, len(leaves) - 1)} - {index}
    ]
    letters = [len(leaf.parts[i].key) for i in column]
    known = [any(leaf.parts[i].key in text for text in others) for i in column]
    repeated = sum(count for count, is_known in zip(letters, known, strict=True) if is_known)
    return set(column) if repeated >= 0.6 * sum(letters) else set()


def _outside(part: Line, left: float, right: float) -> bool:
    return part.x0 > right or part.x1 < left


def _page_number(leaf: Leaf, found: set[int]) -> set[int]:
    """Give the number of the page where it stands alone at its foot or its top."""
    rest = [i for i in range(len(leaf.parts)) if i not in found]
    for at, near in ((rest[-1:], rest[-2:-1]), (rest[:1], rest[1:2])):
        for i in at:
            part = leaf.parts[i]
            apart = all(abs(leaf.parts[other].base - part.base) > 1.8 * part.size for other in near)
            edge = part.base > 0.92 * leaf.height or part.base < 0.08 * leaf.height
            if apart and edge and _COUNT.fullmatch(part.text) and str(leaf.number) in _NUMBER.findall(part.text):
                return {i}
    return set()
