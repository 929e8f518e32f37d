"""Whether a figure has happened: realised, expected, required or budgeted, by the verbs around it and its period."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date

from graph.extract.figures.carried import tells_of_the_past
from graph.model import Period, Rule, Status

RULES = (
    Rule("status-expected", "verwacht", "expected", "zal worden besteed"),
    Rule("status-required", "benodigd", "required", "De capaciteitsbehoefte stijgt naar 88.000"),
    Rule("status-budgeted", "begroot", "budgeted", "heeft een begroting ingediend waarbij"),
)

CUES: tuple[tuple[Status, tuple[str, ...]], ...] = (
    (Status.REQUIRED, (r"\w*behoefte", r"benodigde?", r"(?<!waar )(?<!indien )(?<!zo )nodig",
                       r"vergt", r"vergen", r"vereist")),
    (
        Status.BUDGETED,
        (r"begroting (?:in|op)\w*\b.*\bwaar\w*", r"(?:ge)?begrote?", r"geraamde?", r"raming(?:en)?",
         r"bezuinig\w*", r"taakstelling\w*", r"korting(?:en)?", r"gekort", r"ombuiging\w*",
         r"(?<!gerealiseerde )(?<!behaalde )besparing(?:en)?"),
    ),
    (
        Status.EXPECTED,
        (r"zal", r"zullen", r"zou", r"zouden", r"verwacht(?:e|en|ing|ingen)?", r"prognoses?", r"voornemens",
         r"naar verwachting", r"(?:kan|kunnen) (?:leiden|oplopen|worden \w{3,}kort)", r"kan worden gerealiseerd",
         r"moe(?:t|st|ten) opleveren", r"voorzien(?= voor\b)", r"voorziet(?! in\b)", r"rekening gehouden met",
         r"(?:kost|vergt|levert|bedragen|bedraagt)(?: [\w-]+){0,3} naar schatting",
         r"(?:reductie|investering|uitbreiding|krimp|uitgave|inzet) van [^.;]{1,60}\bgemoeid",
         r"om [^.;]{3,120}\bte (?:ver(?:lagen|hogen|minderen|groten)|hogen|breiden|reduceren|beperken|dringen|brengen)"
         r" (?:met|tot|naar)", r"om [^.;]{3,120}\bnaar \d[^.;]{0,20}\bte"),
    ),
)  # fmt: skip
"""What announces a figure that is not realised, in the sentence before the number or close behind it."""

PLANNED = (
    r"beschikbaar", r"gereserveerd", r"begroot", r"budget(?:ten)?", r"plafond",
    r"bestemd", r"geraamd",
)  # fmt: skip
"""What money is said to be that lies ready for a time that is not over: "Voor 2026 is € 5 mln. beschikbaar"."""

SPENT = (
    r"uitge(?:geven|keerd)", r"toegevoegd", r"bijgedragen", r"verleend", r"verstrekt", r"besteed", r"betaald",
    r"toegekend", r"verplicht", r"eerder dit jaar", r"tot (?:nu toe|dusver)",
)  # fmt: skip
"""What money is said to be that has been given out."""

_CUES = tuple((status, re.compile(rf"\b(?:{'|'.join(words)})\b", re.IGNORECASE)) for status, words in CUES)
_PLANNED = re.compile(rf"\b(?:{'|'.join(PLANNED)})\b", re.IGNORECASE)
_SPENT = re.compile(rf"\b(?:{'|'.join(SPENT)})\b", re.IGNORECASE)
_RESTS_ON = re.compile(r"\bgebaseerd op (?:een )?(?:[a-zà-ÿ]+ ){0,3}(?:van )?$")
"""A figure that an estimate rests on has been counted: "De raming is gebaseerd op een respons van 61%"."""

_BEHIND = 90
_BEFORE = 1000
_MONEY = frozenset({"EUR", "USD"})
_EARLY = 4
"""A year of which less than one part in four is over has hardly begun: its money is still budgeted."""


def status_of(sentence: str, at: int, periods: Sequence[Period], day: date | None, unit: str = "EUR") -> Status:
    """Say whether a figure has happened.

    Args:
        sentence: its sentence.
        at: where the number begins in it.
        periods: when it is about.
        day: the day of the paper.
        unit: what it is counted in; what is only counted is not budgeted.
    """
    if _RESTS_ON.search(sentence, max(0, at - _BEHIND), at):
        return Status.REALISED
    around = sentence[max(0, at - _BEFORE) : at] + sentence[at : at + _BEHIND].partition(";")[0]
    cued = next((status for status, cue in _CUES if _cues(status, unit) and cue.search(around)), None)
    first = periods[0] if periods else None
    if first and day and _lies_ahead(first, day, unit, around):
        return cued or Status.EXPECTED
    if first and day and first.end and first.end <= day:
        return Status.REALISED
    if first and day and unit in _MONEY and _lies_ready(first, day, around):
        return cued or Status.BUDGETED
    return cued or Status.REALISED


def _cues(status: Status, unit: str) -> bool:
    """Whether a cue can be meant of a unit: what is counted is not budgeted, and no share is needed."""
    if status is Status.REQUIRED:
        return unit != "percent"
    return status is not Status.BUDGETED or unit != "count"


def _lies_ahead(period: Period, day: date, unit: str, words: str) -> bool:
    """Whether a period lies behind the day of the paper; of money also where it goes on there: "2023-2027" in 2024.

    What is told in the present "tot en met 2030" is still to come too.
    """
    if period.start is None and period.end is not None:
        return period.end > day and not tells_of_the_past(words)
    if period.start is None or period.end is None:
        return period.start is not None and period.start > day
    goes_on = period.end.year > day.year and (unit == "EUR" or period.start == day)
    return period.start > day or goes_on


def _lies_ready(period: Period, day: date, words: str) -> bool:
    """Whether money of a time that is not over is still to be spent: said so, or early in that time."""
    if period.start is None or period.end is None or _SPENT.search(words) or tells_of_the_past(words):
        return False
    early = (day - period.start) * _EARLY < period.end - period.start
    return early or _PLANNED.search(words) is not None
