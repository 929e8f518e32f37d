"""The sheet of figures: draw number tokens from answers, show what is read of each, count by the verdicts beside it.

    python docs/quality/figures.py draw FOLDER [--sample N] [--blind]    tokens, their sentences, what is read of them
    python docs/quality/figures.py count FOLDER [--errors]               precision, recall and complete by figures.jsonl

FOLDER holds papers with answers. The draw is seeded and knows nothing of what is extracted: tokens are digits and
number words in the running text of the answers. Most numbers in these papers are years and numbers of papers; a plain
draw would hardly meet a figure. So of the hundred tokens of a sample 75 are drawn from those that a crude look at
their shape leaves open, 25 from the others (years, days, numbers of papers, articles and questions), and no more than
three from one answer. The papers are parted in two halves first, so that the second sample comes from papers that none
of the first is in. The third sample asks what is left: 80 tokens of open shape from any answer that has no token in the
first two, no more than two from one answer. `--blind` leaves out what the software reads, for who has yet to judge.
"""

from __future__ import annotations

import argparse
import json
import random
import re
import sys
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal
from pathlib import Path

from graph.link import Authorities
from graph.model import Statistic, Understanding
from graph.pipeline import understand
from graph.views import view_of

SEED = 20251112
OPEN, CLOSED, PER_ANSWER = 75, 25, 3
THIRD, THIRD_PER_ANSWER = 80, 2
VERDICTS = Path(__file__).with_suffix(".jsonl")

_SMALL = "twee drie vier vijf zes zeven acht negen".split()
_TENS = "twintig dertig veertig vijftig zestig zeventig tachtig negentig".split()
_TEENS = "tien elf twaalf dertien veertien vijftien zestien zeventien achttien negentien".split()
_UNITS = "|".join([*_TEENS, *_SMALL])
_COMPOUND = rf"(?:(?:een|één|{'|'.join(_SMALL)})(?:en|ën)(?:{'|'.join(_TENS)})|{'|'.join(_TENS)}|{_UNITS})"
TOKEN = re.compile(
    r"\d+(?:[.,]\d+)*"
    rf"|(?<!\w)(?:{_COMPOUND}?(?:honderd|duizend){_COMPOUND}?|{_COMPOUND}|één|anderhalf|anderhalve|helft|driekwart|kwart"
    r"|derde deel|een derde|tientallen|honderden|duizenden|miljoenen|miljarden)(?!\w)",
    re.IGNORECASE,
)
"""What is drawn: digits and number words; "een" is an article and left out, "één" is not."""

_YEAR = re.compile(r"(?:19|20)\d\d|0\d*")
_DAY = re.compile(r"[-–/.]?\s?(?:\d\d?[-–/]|jan|feb|maart|apr|mei|juni|juli|aug|sept|okt|nov|dec)")
_NUMBER_OF = re.compile(
    r"(?:nrs?\.?|artikel(?:en)?|lid|vra(?:ag|gen)|antwoord|Kamerstuk(?:ken)?|paragraaf|bijlage|p\.|pagina)\s?$"
    r"|[^\W\d]-?$|\d[-–/ ]$|nr\.? \d+(?:, | en )$",
    re.IGNORECASE,
)


@dataclass(frozen=True)
class Token:
    """A number token: its paper, the key of the answer, its words, and which of those in the answer it is (1-based)."""

    paper: str
    key: str
    words: str
    occurrence: int
    start: int
    end: int
    open: bool
    context: str


@dataclass(frozen=True)
class Paper:
    """A paper that has been read."""

    identifier: str
    read: Understanding


def main() -> int:
    """Draw, or count."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("what", choices=("draw", "count"))
    parser.add_argument("folder", type=Path)
    parser.add_argument("--sample", type=int, choices=(1, 2, 3))
    parser.add_argument("--blind", action="store_true", help="show the tokens only, not what is read of them")
    parser.add_argument("--errors", action="store_true", help="name every miss")
    options = parser.parse_args()
    papers = _papers(options.folder)
    if options.what == "draw":
        for number, sample in enumerate(draw(papers), 1):
            if options.sample in (None, number):
                _show(number, sample, papers, blind=options.blind)
        return 0
    count(papers, errors=options.errors)
    return 0


def _papers(folder: Path) -> dict[str, Paper]:
    authorities = Authorities.load()
    papers = {}
    for path in sorted(folder.iterdir()):
        found = understand(path.read_bytes(), path.name, authorities)
        identifier = path.name.split("_")[0]
        papers[identifier] = Paper(identifier, found)
    return papers


def draw(papers: dict[str, Paper]) -> tuple[list[Token], ...]:
    """Draw the samples: two from a half of the papers each, the third from the answers that these left alone."""
    chance = random.Random(SEED)  # noqa: S311 (a sample, no secret)
    names = sorted(papers)
    chance.shuffle(names)
    halves = ([token for name in sorted(half) for token in tokens(papers[name])] for half in (names[::2], names[1::2]))
    first, second = (_sample(chance, half, OPEN, CLOSED, PER_ANSWER) for half in halves)
    seen = {(verdict["paper"], verdict["key"]) for verdict in _verdicts() if verdict["sample"] in (1, 2)}
    seen |= {(token.paper, token.key) for token in (*first, *second)}
    everything = [token for name in sorted(papers) for token in tokens(papers[name])]
    left = [token for token in everything if (token.paper, token.key) not in seen]
    chance = random.Random(SEED + 2)  # noqa: S311 (a sample, no secret)
    return first, second, _sample(chance, left, THIRD, 0, THIRD_PER_ANSWER)


def _verdicts() -> list[dict[str, object]]:
    return [json.loads(line) for line in VERDICTS.read_text(encoding="utf-8").splitlines() if line.strip()]


def _sample(
    chance: random.Random, everything: list[Token], of_open: int, of_closed: int, per_answer: int
) -> list[Token]:
    chance.shuffle(everything)
    room = {True: of_open, False: of_closed}
    drawn: list[Token] = []
    taken: Counter[tuple[str, str]] = Counter()
    for token in everything:
        answer = token.paper, token.key
        if room[token.open] and taken[answer] < per_answer:
            drawn.append(token)
            taken[answer] += 1
            room[token.open] -= 1
    return sorted(drawn, key=lambda token: (token.paper, token.start))


def tokens(paper: Paper) -> Iterator[Token]:
    """Give the number tokens of the answers of a paper, in order; `start` and `end` are offsets of the layer."""
    for answer in paper.read.report.answers:
        view = view_of(paper.read.report, answer.span)
        seen: Counter[str] = Counter()
        for match in TOKEN.finditer(view.text):
            words = match.group().lower()
            seen[words] += 1
            span = view.span(*match.span())
            around = " ".join(paper.read.report.source.text[max(0, span.start - 60) : span.end + 40].split())
            is_open = _is_open(view.text, match)
            yield Token(paper.identifier, answer.key, words, seen[words], span.start, span.end, is_open, around)


def _is_open(text: str, match: re.Match[str]) -> bool:
    """Whether the shape of a token leaves open what it is."""
    closed = (
        _YEAR.fullmatch(match.group())
        or _DAY.match(text, match.end())
        or _NUMBER_OF.search(text, max(0, match.start() - 12), match.start())
    )
    return not closed


def readings(token: Token, paper: Paper) -> list[Statistic]:
    """Give what the software reads of a token: the figures whose number, or end of a range, it is."""
    return [
        fact
        for fact in paper.read.statistics
        if (fact.number.start < token.end and token.start < fact.number.end)
        or (fact.value_max is not None and fact.number.end <= token.start and token.end <= fact.span.end
            and token.start - fact.number.end < 20)
    ]  # fmt: skip


def _show(number: int, sample: Sequence[Token], papers: dict[str, Paper], *, blind: bool) -> None:
    for i, token in enumerate(sample, 1):
        paper = papers[token.paper]
        text = paper.read.report.source.text
        around = f"{text[max(0, token.start - 260) : token.start]}⟦{text[token.start : token.end]}⟧"
        around += text[token.end : token.end + 160]
        _say(f"--- {number}.{i} {token.paper} answer {token.key} «{token.words}» {token.occurrence}")
        _say(" ".join(around.split()))
        for fact in () if blind else readings(token, paper):
            _say("  = " + json.dumps(_facts(fact), ensure_ascii=False))


def _facts(fact: Statistic) -> dict[str, object]:
    """Give a figure with the keys of the verdicts."""
    return {
        "value": float(fact.value),
        "value_max": None if fact.value_max is None else float(fact.value_max),
        "unit": fact.unit,
        "about": f"{fact.indicator} | {fact.breakdown or ''}",
        "period": [day and day.isoformat() for day in (fact.period.start, fact.period.end)],
        "qualifier": fact.qualifier.value,
        "rounded_to": None if fact.rounded_to is None else float(fact.rounded_to),
        "source": (fact.source.code or fact.source.label) if fact.source else fact.source_name,
        "place": fact.place.code if fact.place else None,
        "forecast": fact.forecast,
    }


DEFAULTS: dict[str, object] = {
    "value_max": None, "period": [None, None], "qualifier": "exact", "rounded_to": None, "source": None, "place": None,
    "forecast": False,
}  # fmt: skip
"""What a verdict leaves out."""


def count(papers: dict[str, Paper], *, errors: bool) -> None:
    """Count by the verdicts, for each sample: precision, recall, and how many of the found figures are complete."""
    verdicts = _verdicts()
    for number in (1, 2, 3):
        tally: Counter[str] = Counter()
        for verdict in (v for v in verdicts if v["sample"] == number):
            token = _token(verdict, papers)
            if token is None:
                tally["lost"] += 1
                continue
            wrong = _judge(verdict, [_facts(fact) for fact in readings(token, papers[token.paper])], tally)
            if errors and wrong:
                _say(f"{number} {token.paper} {token.key} «{verdict['quote']}»: {wrong}")
        _say(f"sample {number}: {_totals(tally)}")


def _token(verdict: dict[str, object], papers: dict[str, Paper]) -> Token | None:
    """Find the token of a verdict: by its words, and among those by its quote, the occurrence deciding at last."""
    mine = [
        token
        for token in tokens(papers[str(verdict["paper"])])
        if (token.key, token.words) == (verdict["key"], verdict["token"])
    ]
    quoted = [token for token in mine if str(verdict["quote"])[-24:] in token.context]
    first = [token for token in quoted or mine if token.occurrence == verdict["occurrence"]]
    return next(iter(first or quoted), None)


def _judge(verdict: dict[str, object], found: list[dict[str, object]], tally: Counter[str]) -> str:
    """Compare a verdict with what was found, add to the tally, and say what is wrong."""
    tally["tokens"] += 1
    tally[str(verdict["verdict"])] += 1
    expected = verdict.get("expect") or []
    if verdict["verdict"] == "optional":
        return ""
    if verdict["verdict"] == "none":
        tally["spurious"] += bool(found)
        return f"spurious {found[0]['value']} {found[0]['about']}" if found else ""
    wrong = []
    assert isinstance(expected, list)  # noqa: S101
    for one in expected:
        same = [f for f in found if all(_equal(f[n], one.get(n)) for n in ("value", "value_max", "unit"))]
        best = min((_wrong(one, fact) for fact in same), key=len, default=None)
        tally["expected"] += 1
        tally["hit"] += best is not None
        tally["complete"] += best == []
        if best is None:
            wrong.append("missed" if not found else f"read as {found[0]['value']} {found[0]['unit']}")
        elif best:
            wrong.append(", ".join(best))
    tally["spurious"] += max(0, len(found) - len(expected)) + sum("read as" in words for words in wrong)
    return "; ".join(wrong)


def _equal(one: object, other: object) -> bool:
    if isinstance(one, float) or isinstance(other, int | float):
        return one is not None and other is not None and abs(Decimal(str(one)) - Decimal(str(other))) < Decimal("1e-6")
    return one == other


def _wrong(expected: dict[str, object], found: dict[str, object]) -> list[str]:
    """Name the attributes that differ; `about` asks for stems, and for alternatives of one (a|b)."""
    full = {**DEFAULTS, **expected}
    wrong = []
    for name in DEFAULTS:
        allowed = [full[name], *_list(full.get(f"{name}_or"))]
        if found[name] not in allowed:
            wrong.append(f"{name} {found[name]!r}")
    label = str(found["about"]).lower()
    told = all(any(stem in label for stem in str(stems).split("|")) for stems in _list(full.get("about")))
    if not told or any(str(words) in label for words in _list(full.get("not"))):
        wrong.append(f"about {label!r}")
    return wrong


def _list(value: object) -> list[object]:
    return value if isinstance(value, list) else []


def _totals(tally: Counter[str]) -> str:
    def share(part: int, whole: int) -> str:
        return f"{part / whole:.3f}" if whole else "-"

    hit, spurious, expected = tally["hit"], tally["spurious"], tally["expected"]
    return (
        f"{tally['tokens']} tokens, {tally['figure']} figures ({expected} facts), {tally['none']} none, "
        f"{tally['optional']} optional, {tally['lost']} no longer there; "
        f"precision {share(hit, hit + spurious)} recall {share(hit, expected)} "
        f"complete {share(2 * tally['complete'], 2 * hit + (expected - hit) + spurious)}"
    )


def _say(line: str) -> None:
    sys.stdout.write(f"{line}\n")


if __name__ == "__main__":
    raise SystemExit(main())
