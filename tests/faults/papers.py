"""Small papers for builds that are disturbed, each with one question and two figures: a build of many is short."""

from __future__ import annotations

from pathlib import Path

PAPER = """Vragen van het lid Zonnebloem (PvdZ) aan de minister van Asiel en Migratie over dijken \
(ingezonden 3 maart 2025)

ah-tk-20242025-{number}

Vraag 1
Hoeveel dijken waren er in 2023 en in 2024?

Antwoord op vraag 1
In 2023 waren er {before} dijken. In 2024 waren er {after} dijken.
"""


def write_papers(folder: Path, number: int, *, first: int = 1, edition: int = 0) -> list[str]:
    """Write papers into a folder; gives their identifiers.

    Args:
        folder: where to; made when it is not there.
        number: how many.
        first: the number of the first one.
        edition: another one gives the same papers other figures.
    """
    folder.mkdir(parents=True, exist_ok=True)
    identifiers = []
    for each in range(first, first + number):
        text = PAPER.format(number=each, before=1000 + 2 * each, after=figure_of(each, edition))
        (folder / f"ah-tk-20242025-{each}.txt").write_text(text, encoding="utf-8")
        identifiers.append(f"ah-tk-20242025-{each}")
    return identifiers


def figure_of(number: int, edition: int) -> int:
    """Give the figure by which an edition of a paper is known."""
    return 5000 + 3 * number + edition
