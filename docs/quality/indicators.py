"""The sheet of indicators: draw pairs of figures of one body, and count by the verdicts beside it what is merged.

    python docs/quality/indicators.py draw BODY SEED FOLDER …    fifty pairs with their sentences (--pairs 60: sixty)
    python docs/quality/indicators.py count FOLDER …             wrong and missed merges by indicators.csv
    python docs/quality/indicators.py merged FOLDER …            every indicator with two labels or two papers

BODY is a part of the name of who answers ("Justitie en Veiligheid"), or "all". Half of the pairs are figures whose
indicator and breakdown have the same words, in any order, and whose unit may differ: whatever could be merged is among
them, those of two answers before those of one. The others are near misses: at least half of the words, but not all. No
label serves more than two pairs of a half. The draw is seeded and does not know what the software decides.
"""

from __future__ import annotations

import argparse
import csv
import random
import sys
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import combinations
from pathlib import Path

from graph.describe.concepts import forms_of
from graph.describe.iris import Iris
from graph.link import Authorities
from graph.model import Statistic, Understanding
from graph.pipeline import understand

PER_LABEL = 2
VERDICTS = Path(__file__).with_suffix(".csv")
IRIS = Iris("https://w3id.org/kamergraaf/")


@dataclass(frozen=True)
class Figure:
    """A figure with its paper.

    Attributes:
        paper: the first part of the file's name.
        name: tells the figure apart in its paper: key of the answer, number as written, which of those it is.
        iri: of indicator and breakdown, as the graph has them.
        words: the forms of the words of its label.
        sentence: the text around it.
    """

    paper: str
    name: str
    iri: tuple[str, str]
    words: frozenset[str]
    fact: Statistic
    sentence: str


Pair = tuple[Figure, Figure]


def main() -> int:
    """Draw, count, or list."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("what", choices=("draw", "count", "merged"))
    parser.add_argument("rest", nargs="+")
    parser.add_argument("--pairs", type=int, default=50)
    options = parser.parse_args()
    if options.what == "draw":
        body, seed, *folders = options.rest
        _show(draw(list(_figures(folders, body)), int(seed), options.pairs // 2))
    elif options.what == "count":
        count(list(_figures(options.rest)))
    else:
        merged(list(_figures(options.rest)))
    return 0


def _figures(folders: Sequence[str], body: str = "all") -> Iterator[Figure]:
    authorities = Authorities.load()
    for path in sorted(path for folder in folders for path in Path(folder).iterdir() if path.suffix != ".json"):
        read = understand(path.read_bytes(), path.name, authorities)
        if body == "all" or any(body in str(getattr(post, "label", post)) for post in read.report.header.answered_by):
            yield from _figures_of(path.name.split("_")[0], read)


def _figures_of(paper: str, read: Understanding) -> Iterator[Figure]:
    seen: Counter[tuple[str, str]] = Counter()
    text, identifier = read.report.source.text, read.report.header.identity.identifier
    for fact in read.statistics:
        seen[fact.key, fact.value_text] += 1
        name = f"{fact.key}/{' '.join(fact.value_text.split())}/{seen[fact.key, fact.value_text]}"
        iri = IRIS.indicator(fact.indicator, fact.unit, f"{identifier}.{fact.key}"), IRIS.breakdown(fact.breakdown)
        start, end = fact.number.start, fact.number.end
        around = f"{text[max(0, start - 240) : start]}⟦{text[start:end]}⟧{text[end : end + 140]}"
        words = forms_of(f"{fact.indicator} {fact.breakdown or ''}")
        yield Figure(paper, name, iri, words, fact, " ".join(around.split()))


def draw(figures: Sequence[Figure], seed: int, half: int) -> list[Pair]:
    """Draw pairs: a half of the same words, then one of near misses."""
    chance = random.Random(seed)  # noqa: S311 (a sample, no secret)
    pairs = list(combinations(figures, 2))
    chance.shuffle(pairs)
    pairs.sort(key=lambda pair: (pair[0].paper, pair[0].fact.key) == (pair[1].paper, pair[1].fact.key))
    return [*_some(pairs, half, same=True), *_some(pairs, half, same=False)]


def _some(pairs: Sequence[Pair], half: int, *, same: bool) -> list[Pair]:
    drawn: list[Pair] = []
    taken: Counter[frozenset[str]] = Counter()
    for one, other in pairs:
        common, most = len(one.words & other.words), max(len(one.words), len(other.words))
        fits = one.words == other.words if same else 0 < common < most and common * 2 >= most
        if fits and max(taken[one.words], taken[other.words]) < PER_LABEL and len(drawn) < half:
            drawn.append((one, other))
            taken.update({one.words, other.words})
    return drawn


def _show(pairs: Sequence[Pair]) -> None:
    for number, pair in enumerate(pairs, 1):
        _say(f"--- {number} {'merged' if pair[0].iri == pair[1].iri else 'apart'}")
        for figure in pair:
            fact = figure.fact
            label = f"{fact.indicator} | {fact.breakdown or ''} | {fact.unit}"
            _say(f"{figure.paper} {figure.name} = {label} | {fact.period.start} {fact.period.end}")
            _say(f"    {figure.sentence}")


def count(figures: Sequence[Figure]) -> None:
    """Count by the verdicts: pairs that were judged, wrong merges, missed merges, for each draw."""
    known = {(figure.paper, figure.name): figure for figure in figures}
    with VERDICTS.open(encoding="utf-8") as file:
        rows = list(csv.DictReader(file))
    tallies: defaultdict[tuple[str, str], Counter[str]] = defaultdict(Counter)
    for row in rows:
        tally = tallies[row["body"], row["seed"]]
        pair = [known.get((row[f"{side}_paper"], row[f"{side}_figure"])) for side in "ab"]
        if pair[0] is None or pair[1] is None:
            tally["gone"] += 1
            continue
        together = pair[0].iri == pair[1].iri
        tally["pairs"] += 1
        tally["merged"] += together
        if together is not (row["same"] == "yes"):
            tally["wrong" if together else "missed"] += 1
            _say(f"{'wrong' if together else 'missed'}: {row}")
    for (body, seed), tally in tallies.items():
        _say(
            f"{body}, seed {seed}: "
            + ", ".join(f"{tally[n]} {n}" for n in ("pairs", "merged", "wrong", "missed", "gone"))
        )


def merged(figures: Sequence[Figure]) -> None:
    """List every indicator that has figures of two papers, or two labels."""
    groups: defaultdict[str, list[Figure]] = defaultdict(list)
    for figure in figures:
        groups[figure.iri[0]].append(figure)
    for iri, members in sorted(groups.items()):
        if len({figure.paper for figure in members}) > 1 or len({figure.fact.indicator for figure in members}) > 1:
            _say(iri)
            for figure in members:
                _say(f"    {figure.paper} {figure.name} {figure.fact.indicator} | {figure.fact.breakdown or ''}")
    _say(f"{len(figures)} figures, {len(groups)} indicators")


def _say(line: str) -> None:
    sys.stdout.write(f"{line}\n")


if __name__ == "__main__":
    raise SystemExit(main())
