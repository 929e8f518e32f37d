"""The sheet of links: draw linked mentions from papers, show them in their sentence, count by the verdicts beside it.

    python docs/quality/links.py draw FOLDER [--sample N]    mentions that lead somewhere, with the words around them
    python docs/quality/links.py count FOLDER [--errors]     how many of the judged links are right, by links.jsonl

FOLDER holds papers with answers. The draw is seeded. A plain draw would hardly meet anything but the House and the four
agencies that these papers are about; so no more than three mentions of one thing are drawn, and no more than eight from
one paper. The papers are parted in two halves: the first sample is from one, the second from the other.

A verdict says what the words truly name: the target as the sheet writes it (`organisation/coa`, a code, an address), or
null where they name nothing that the registers have. A link is right when it leads to that target.
"""

from __future__ import annotations

import argparse
import json
import random
from collections import Counter
from dataclasses import dataclass
from pathlib import Path

from graph.extract import find_mentions
from graph.link import Authorities, link
from graph.model import Mention, Report
from graph.parse import parse
from graph.read import read_file

SEED = 20251118
SAMPLE, PER_TARGET, PER_PAPER = 150, 3, 8
AROUND = 110
VERDICTS = Path(__file__).with_suffix(".jsonl")


@dataclass(frozen=True)
class Drawn:
    """A linked mention: its paper, where it stands, its words, which of those it is, and what it leads to."""

    paper: str
    part: str
    key: str
    words: str
    occurrence: int
    kind: str
    target: str | None
    context: str


def target_of(mention: Mention) -> str | None:
    """Give what a mention leads to: a thing of the registers, the number of a paper or case, an address; else None."""
    if mention.authority:
        article = mention.address.partition("&")[2] if mention.address and "jci" in mention.address else ""
        thing = f"{mention.authority.collection}/{mention.authority.slug}"
        return f"{thing}&{article}" if article else thing
    return (mention.code or mention.address) if mention.kind in ("document", "url", "case") else None


def drawn_of(paper: str, report: Report, mentions: tuple[Mention, ...]) -> list[Drawn]:
    """Give the linked mentions of a paper."""
    text = report.source.text
    return [
        Drawn(
            paper,
            str(mention.part),
            mention.key,
            mention.words.text,
            mention.words.occurrence,
            str(mention.kind),
            target,
            " ".join(
                f"{text[max(0, mention.span.start - AROUND) : mention.span.start]}[["
                f"{text[mention.span.start : mention.span.end]}]]"
                f"{text[mention.span.end : mention.span.end + AROUND]}".split()
            ),
        )
        for mention in mentions
        if (target := target_of(mention)) or mention.code
    ]


def papers(folder: Path) -> dict[str, list[Drawn]]:
    """Read the papers of a folder."""
    authorities = Authorities.load()
    found = {}
    for path in sorted(folder.iterdir()):
        report = parse(read_file(path))
        mentions = link(find_mentions(report, authorities.names), report.header, authorities)
        paper = path.name.split("_")[0]
        found[paper] = drawn_of(paper, report, mentions)
    return found


def draw(found: dict[str, list[Drawn]], sample: int) -> list[Drawn]:
    """Draw a sample from one half of the papers."""
    names = sorted(found)
    random.Random(SEED).shuffle(names)  # noqa: S311 (a sample, no secret)
    everything = [each for name in sorted(names[sample - 1 :: 2]) for each in found[name]]
    random.Random(SEED + sample).shuffle(everything)  # noqa: S311 (a sample, no secret)
    targets: Counter[str] = Counter()
    of_paper: Counter[str] = Counter()
    drawn: list[Drawn] = []
    for each in everything:
        if each.target is None or len(drawn) == SAMPLE:
            continue
        if targets[each.target] < PER_TARGET and of_paper[each.paper] < PER_PAPER:
            targets[each.target] += 1
            of_paper[each.paper] += 1
            drawn.append(each)
    return drawn


def count(found: dict[str, list[Drawn]], *, errors: bool) -> None:
    """Print how many of the judged mentions lead to what a reader says that they name."""
    leads = {
        (each.paper, each.part, each.key, each.words, each.occurrence, each.kind): each.target
        for mentions in found.values()
        for each in mentions
    }
    tally: Counter[tuple[int, str]] = Counter()
    for line in VERDICTS.read_text(encoding="utf-8").splitlines():
        verdict = json.loads(line)
        now = leads.get(tuple(verdict[name] for name in ("paper", "part", "key", "words", "occurrence", "kind")))
        outcome = "nowhere" if now is None else "right" if now == verdict["right"] else "wrong"
        tally[verdict["sample"], outcome] += 1
        tally[verdict["sample"], "first right"] += verdict["said"] == verdict["right"]
        if errors and now != verdict["right"]:
            print(f"{verdict['paper']} {verdict['key']} {verdict['words']}: {now}, should be {verdict['right']}")  # noqa: T201
    for sample in sorted({number for number, _ in tally}):
        right, wrong, nowhere = (tally[sample, outcome] for outcome in ("right", "wrong", "nowhere"))
        print(  # noqa: T201
            f"sample {sample}: first seen {tally[sample, 'first right']} of {right + wrong + nowhere} links right; "
            f"now {right} right, {wrong} wrong, {nowhere} lead nowhere"
        )


def main() -> None:
    """Draw, or count."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("what", choices=("draw", "count"))
    parser.add_argument("folder", type=Path)
    parser.add_argument("--sample", type=int, choices=(1, 2), default=1)
    parser.add_argument("--errors", action="store_true", help="name every link that is not right")
    options = parser.parse_args()
    found = papers(options.folder)
    if options.what == "count":
        count(found, errors=options.errors)
        return
    for number, each in enumerate(draw(found, options.sample), 1):
        print(f"{number} {each.paper} {each.key} {each.kind} -> {each.target}\n    {each.context}")  # noqa: T201


if __name__ == "__main__":
    main()
