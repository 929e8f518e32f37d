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

CUES: tuple[tuple[Status, re.Pattern[str]], ...] = (
    (Status.REQUIRED, re.compile(r"\w*behoefte\b|\bbenodigde?\b|\bnodig\b", re.IGNORECASE)),
    (
        Status.BUDGETED,
        re.compile(
            r"\bbegroting (?:in|op)\w*\b.*\bwaar|\b(?:ge)?begrote?\b|\bgeraamde?\b|\braming(?:en)?\b", re.IGNORECASE
        ),
    ),
    (
        Status.EXPECTED,
        re.compile(
            r"\b(?:zal|zullen|zou|zouden)\b|\bverwacht(?:e|en|ing|ingen)?\b|\bprognoses?\b|\bvoornemens\b|\bnaar verwachting\b",
            re.IGNORECASE,
        ),
    ),
)
"""What announces a figure that is not realised, in the sentence before the number or close behind it."""


def status_of(sentence: str, at: int, periods: Sequence[Period], day: date | None) -> Status:
    """Say whether a figure has happened.

    Args:
        sentence: its sentence.
        at: where the number begins in it.
        periods: when it is about.
        day: the day of the paper.
    """
    around = sentence[: at + 90]
    cued = next((status for status, cue in CUES if cue.search(around)), None)
    first = periods[0] if periods else None
    if first and day and first.start and first.start > day:
        return cued or Status.EXPECTED
    if first and day and first.end and first.end <= day:
        return Status.REALISED
    return cued or Status.REALISED
