"""Who would hold what an answer does not give: the body that keeps it, else the one that cannot tell it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import pairwise
from re import Pattern

from graph.extract.figures.sentences import sentences
from graph.extract.predicates import parts

_BODY = "(?:de ?|het ?|een )?"
_BEFORE = rf"\b(?:%s) (?:\w+ ){{0,2}}?(?:bij|door|naar|aan) {_BODY}$"


@dataclass(frozen=True, slots=True)
class Role:
    """One way in which a text says who holds a figure: what stands before the name, and what behind it."""

    example: str
    before: Pattern[str]
    after: Pattern[str]
    denied: bool
    """Whether it stands in the clause that gives no answer, rather than anywhere in the sentence or the next."""


ROLES = tuple(
    Role(example, re.compile(before, re.IGNORECASE), re.compile(after, re.IGNORECASE), denied)
    for example, before, after, denied in (
        (
            "Deze gegevens berusten bij het OM",
            _BEFORE % r"berust(?:en)?|lig(?:t|gen)|belegd|beheerd|bijgehouden|geregistreerd|verzameld|gepubliceerd|"
            r"op te vragen|op te halen|beschikbaar|aanwezig|bekend|uitgevoerd",
            "",
            False,
        ),
        (
            "daarvoor verwijs ik u naar het CBS",
            rf"\bverwijs ik (?:u |\w+ ){{0,3}}naar {_BODY}$",
            r"^ ?(?:[.,;)]|"
            r"$)",
            False,
        ),
        (
            "het CBS publiceert hierover in het voorjaar",
            rf"(?:^|[,;:.] |\bmaar |\bomdat ){_BODY}$",
            r"^ (?:publiceert|beheert|verzamelt|registreert|houdt (?:\w+ ){1,4}bij\b|beschikt (?:wel |hier\w* )?over|"
            r"rapporteert|inventariseert|monitort)\b",
            False,
        ),
        (
            "wordt door de NZa niet bijgehouden",
            rf"\bdoor {_BODY}$",
            r"\b(?:geregistreerd|bijgehouden|vastgelegd|gemonitord|verzameld|gepubliceerd|gemeten|verstrekt|gedeeld)\b",
            True,
        ),
        (
            "is niet uit de systemen van de IND te halen",
            rf"\b(?:\w*systemen|\w*systeem|\w*registraties?|\w*administraties?|jaarverslag(?:en)?|bestanden) "
            rf"(?:van|bij) {_BODY}$",
            "",
            False,
        ),
        (
            "zijn bij het RIVM geen gegevens bekend",
            rf"\b(?:is|zijn|was|waren|heb|hebben) (?:\w+ ){{0,2}}bij {_BODY}$",
            "",
            True,
        ),
        (
            "kan de politie geen gegevens aanleveren",
            rf"\b(?:kan|kunnen|kon|heeft|hebben|houdt|houden|registreert|registreren|verzamelt|beschikt|monitort|legt|"
            rf"weet|geeft|verstrekt|publiceert|doet|mag) {_BODY}$",
            "",
            True,
        ),
        (
            "De IND kan dit niet verbijzonderen",
            rf"^\W*(?:(?:nee|ja|ook|en|maar|of|omdat|doordat|aangezien|want|dat)\b\W*)*{_BODY}$",
            r"^(?: \(\w+\))? (?:\w+ ){0,3}?(?:kan|kunnen|kon|heeft|hebben|houdt|registre\w+|verzamel\w+|beschik\w*|"
            r"monitor\w*|legt|weet|weten|geeft|verstrekt|publice\w+|doet|niet|geen|dit|dat|hier\w*|daar\w*|deze|maakt)\b",
            True,
        ),
    )
)
"""In the order in which they are tried: who keeps it goes before who cannot tell it."""


def holder_of(text: str, whole: tuple[int, int], core: tuple[int, int], names: Iterable[tuple[int, int]]) -> int | None:
    """Give which of some names holds what a sentence does not give, or None.

    Args:
        text: the answer as it reads.
        whole: the ends of the sentence that gives no answer.
        core: the ends of the words in it that say so.
        names: the ends of the names of organisations in the text.

    >>> answer = "Dat is niet bekend. Deze gegevens berusten bij het OM."
    >>> holder_of(answer, (0, 19), (7, 18), [(51, 53)])
    0
    """
    spans = list(names)
    clause = _clause(text, whole, core)
    for role in ROLES:
        for start, end in [clause] if role.denied else [whole, *_next(text, whole)]:
            for number, (first, last) in enumerate(spans):
                if start <= first and last <= end and _plays(role, text, (start, first), (last, end)):
                    return number
    return None


def _plays(role: Role, text: str, before: tuple[int, int], after: tuple[int, int]) -> bool:
    return bool(role.before.search(text[slice(*before)]) and role.after.search(text[slice(*after)]))


def _clause(text: str, whole: tuple[int, int], core: tuple[int, int]) -> tuple[int, int]:
    """Give the clauses of a sentence that the words which say it stand in."""
    ends = [(whole[0] + start, whole[0] + end) for start, end in parts(text[slice(*whole)])]
    met = [(start, end) for start, end in ends if start < core[1] and core[0] < end] or [whole]
    return met[0][0], met[-1][1]


def _next(text: str, whole: tuple[int, int]) -> Iterator[tuple[int, int]]:
    """Give the sentence behind one in the same paragraph, if there is one."""
    for this, following in pairwise(sentences(text)):
        if (this.start, this.end) == whole and this.line == following.line:
            yield following.start, following.end
