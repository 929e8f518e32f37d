"""Whether a figure has happened: realised, expected, required or budgeted, by the verbs around it and its period."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date

from graph.model import Period, Rule, Status

RULES = (
    Rule("status-expected", "verwacht", "expected", "zal worden besteed"),
    Rule("status-required", "benodigd", "required", "De capaciteitsbehoefte stijgt naar 88.000"),
    Rule("status-budgeted", "begroot", "budgeted", "heeft een begroting ingediend waarbij"),
)

CUES: tuple[tuple[Status, tuple[str, ...]], ...] = (
    (Status.REQUIRED, (r"\w*behoefte", r"benodigde?", r"(?<!waar )(?<!indien )(?<!zo )nodig")),
    (
        Status.BUDGETED,
        (r"begroting (?:in|op)\w*\b.*\bwaar\w*", r"(?:ge)?begrote?", r"geraamde?", r"raming(?:en)?", r"bezuinig\w*",
         r"taakstelling\w*", r"korting(?:en)?", r"gekort", r"ombuiging\w*",
         r"(?<!gerealiseerde )(?<!behaalde )besparing(?:en)?"),
    ),
    (
        Status.EXPECTED,
        (r"zal", r"zullen", r"zou", r"zouden", r"verwacht(?:e|en|ing|ingen)?", r"prognoses?", r"voornemens",
         r"naar verwachting", r"(?:kan|kunnen) (?:leiden|oplopen)", r"kan worden gerealiseerd",
         r"moe(?:t|st|ten) opleveren",
         r"om [^.;]{3,120}\bte (?:ver(?:lagen|hogen|minderen|groten)|hogen|breiden|reduceren|beperken|dringen|brengen)"
         r" (?:met|tot|naar)", r"om [^.;]{3,120}\bnaar \d[^.;]{0,20}\bte"),
    ),
)  # fmt: skip
"""What announces a figure that is not realised, in the sentence before the number or close behind it."""

_CUES = tuple((status, re.compile(rf"\b(?:{'|'.join(words)})\b", re.IGNORECASE)) for status, words in CUES)
_BEHIND = 90
_BEFORE = 1000


def status_of(sentence: str, at: int, periods: Sequence[Period], day: date | None, unit: str = "EUR") -> Status:
    """Say whether a figure has happened.

    Args:
        sentence: its sentence.
        at: where the number begins in it.
        periods: when it is about.
        day: the day of the paper.
        unit: what it is counted in; what is only counted is not budgeted.
    """
    around = sentence[max(0, at - _BEFORE) : at + _BEHIND]
    cued = next((status for status, cue in _CUES if _cues(status, unit) and cue.search(around)), None)
    first = periods[0] if periods else None
    if first and day and _lies_ahead(first, day, unit):
        return cued or Status.EXPECTED
    if first and day and first.end and first.end <= day:
        return Status.REALISED
    return cued or Status.REALISED


def _cues(status: Status, unit: str) -> bool:
    return status is not Status.BUDGETED or unit != "count"


def _lies_ahead(period: Period, day: date, unit: str) -> bool:
    """Whether a period lies behind the day of the paper; of money also where it goes on there: "2023-2027" in 2024."""
    if period.start is None or period.end is None:
        return period.start is not None and period.start > day
    goes_on = period.end.year > day.year and (unit == "EUR" or period.start == day)
    return period.start > day or goes_on
