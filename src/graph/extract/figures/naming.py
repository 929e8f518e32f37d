"""The name of a figure beyond its sentence: what the question asks, what it is for each of, money without its sign."""

from __future__ import annotations

import re
from dataclasses import replace

from graph.extract.figures.counted import counted
from graph.extract.figures.measures import rate_of
from graph.extract.figures.periods import period_phrases
from graph.extract.figures.scene import Scene
from graph.extract.figures.subjects import Subject, clause, label_of
from graph.extract.figures.tokens import Tag, tokens

_MONEY = re.compile(r"€|euro|bedrag|budget|kosten|uitgaven|begro|subsidie|middelen|ophoging|opgehoogd")
_HOW_MANY = re.compile(r"\bhoe ?veel\b|\bhoe groot (?:is|was|waren)\b|\bwat (?:is|was) het aantal\b", re.IGNORECASE)
CHANGE = frozenset("stijging daling toename afname groei krimp verhoging verlaging".split())
"""Changes, which without a noun of their own are those of the figure before: "€ 98 miljard, een stijging van 5%"."""


def what_is_asked(question: str) -> Subject | None:
    """Read what a question asks the number of: "Hoeveel vergunningen worden er in 2025 ingetrokken?"."""
    asks = _HOW_MANY.search(question)
    if asks is None:
        return None
    end = question.find("?", asks.end())
    times = [(p.start, p.end, Tag.TIME) for p in period_phrases(question, None)]
    fixed = [(*asks.span(), Tag.NUMBER), *times]
    sequence = tokens(question, asks.start(), len(question) if end < 0 else end, fixed)
    return counted(sequence, 0) or clause(sequence[1:])


def with_rate(named: tuple[str, str | None] | None, scene: Scene) -> tuple[str, str | None] | None:
    """Add what a figure is for each of: "€ 9 per leerling per week", "Per miljoen inwoners telde het land er 38"."""
    rate = rate_of(scene) or _opening_rate(scene)
    if named is None or not rate or rate in named[0]:
        return named
    return label_of([named[0].replace(rate, "").split(), rate.split()]), named[1]


def _opening_rate(scene: Scene) -> str:
    """Give the rate that a clause opens with: "Per miljoen inwoners telde het land | 38 branden"."""
    first = next((i + 1 for i in range(scene.at - 1, -1, -1) if scene.tokens[i].tag in (Tag.STOP, Tag.COMMA)), 0)
    verb = next((i for i in range(first, scene.at) if scene.tokens[i].tag is Tag.FINITE), first)
    words = [token.low for token in scene.tokens[first:verb]]
    opens = 1 < len(words) <= _LONGEST_RATE and words[0] == "per" and words[-1] not in _NO_RATE
    return " ".join(words) if opens and scene.quantity.unit != "percent" else ""


_LONGEST_RATE = 4
_NO_RATE = frozenset("saldo definitie abuis ongeluk direct heden ultimo toerbeurt".split())


def money(scene: Scene) -> Scene:
    """Give euros to a scaled number that counts nothing: "bovenop de 4.343 miljoen" after "€ 252 miljoen"."""
    if not scene.is_count or scene.quantity.numeral.rule != "number-scaled" or counted(scene.tokens, scene.at):
        return scene
    speaks_of_money = any(_MONEY.search(token.low) for token in scene.tokens)
    return replace(scene, quantity=replace(scene.quantity, unit="EUR")) if speaks_of_money else scene


def as_asked(label: str, head: str, question: str) -> str:
    """Make a lone noun as specific as the question has it: "plekken" where it asks for "opvangplekken"."""
    if label != head or len(head) < len("zaken"):
        return label
    asked = re.search(rf"(?<![\w-])([a-zà-ÿ-]+{re.escape(head)})(?!\w)", question)
    return asked.group(1) if asked else label
