"""Words that a paper introduces for a name: ``de Dienst Justitiële Inrichtingen (hierna: de dienst)``."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from graph.extract.acts import find_acts
from graph.extract.found import Found
from graph.extract.laws import find_laws
from graph.extract.lexicon import Evidence, Hit
from graph.extract.organisations import find_organisations
from graph.model import Authority, Kind, Rule

RULES = (
    Rule(
        "introduced-alias",
        "in dit stuk ingevoerde aanduiding",
        "words that the paper introduces for a name",
        "(hierna: de dienst)",
    ),
)

INTRODUCTION = re.compile(
    r"[ ,]*[(,] ?(?:hierna|verder)(?: te noemen| ook| genoemd)?:? ?[‘'«“\"]?"
    r"(?:(?P<small>(?:de|het) [a-zà-ÿ][\w-]+(?: [a-zà-ÿ][\w-]+)?)|(?:(?:de|het) )?(?P<short>[A-Z][\w&-]{1,15}))"
    r"[’'»”\"]?\)"
)
"""``(hierna: de dienst)``, ``(hierna te noemen «het Fonds»)``, ``(hierna: ICJ)``."""

_ABBREVIATED = re.compile(r" ?\([A-Z][\w&-]{1,9}$|")
_REACH = 14
"""How many characters may stand between a name and what introduces its alias: an abbreviation in brackets."""


@dataclass(frozen=True, slots=True)
class Alias:
    """What a paper calls something from some place on.

    Attributes:
        words: small ones with their article, ``de dienst``; a name or an abbreviation without.
        text: the number of the stretch that introduces them, and `end` where in it.
    """

    words: str
    kind: Kind
    label: str
    candidates: tuple[Authority, ...]
    text: int
    end: int


def introduced_aliases(texts: Iterable[str], hits: Mapping[str, tuple[Hit, ...]]) -> Iterator[Alias]:
    """Give the aliases that a paper introduces, in order.

    Args:
        texts: the stretches of the paper, in order.
        hits: the names of the registers in each of them.
    """
    for number, text in enumerate(texts):
        for match in INTRODUCTION.finditer(text) if "hierna" in text or "verder" in text else ():
            behind = match.end() if match["small"] else match.start()  # a short name counts where it is introduced
            yield from _alias(number, text, match.start(), behind, match["small"] or match["short"], hits[text])


def _alias(number: int, text: str, at: int, end: int, words: str, hits: tuple[Hit, ...]) -> Iterator[Alias]:
    """Give the alias for the name that ends at a place, if there is one."""
    for hit in hits:
        forms = [form for form in hit.forms if form.evidence is Evidence.NONE]
        if forms and hit.end <= at and at - hit.end <= _REACH and _ABBREVIATED.fullmatch(text[hit.end : at]):
            candidates = tuple(dict.fromkeys(form.authority for form in forms))
            yield Alias(words, candidates[0].kind, candidates[0].label, candidates, number, end)
            return
    for find in (*find_acts(text), *find_organisations(text, {}), *find_laws(text)):
        if find.end == at:
            yield Alias(words, find.kind, find.label, find.candidates, number, end)
            return


def find_aliases(text: str, number: int, aliases: Iterable[Alias]) -> Iterator[Found]:
    """Find the aliases of a paper in one of its stretches, behind where they are introduced.

    Args:
        text: the text of a view.
        number: which stretch of the paper it is.
        aliases: those of the paper.
    """
    for alias in aliases:
        if number < alias.text:
            continue
        first, rest = alias.words[0], alias.words[1:]
        start = f"[{first}{first.upper()}]"  # also where a sentence begins with it
        pattern = re.compile(rf"(?<!\w){start}{re.escape(rest)}(?!\w)")
        weight = 1 if first.isupper() else -1  # what the paper calls by a name is not what the registers call so
        for match in pattern.finditer(text, alias.end if number == alias.text else 0):
            yield Found(*match.span(), alias.kind, alias.label, "introduced-alias", alias.candidates, weight=weight)
