"""What a body found out itself, and the sentences that go on with it: "X heeft een steekproef getrokken"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import takewhile

from graph.extract.figures.figure import Name
from graph.extract.figures.sentences import Sentence

_BY = r"(?: \([^()]*\))?,?(?: [^.;:()]{1,60},)? (?:heeft|hebben|had|hadden|hield|trok|deed) [^.;:]*?"
SAMPLED = re.compile(
    rf"{_BY}\b(?:steekproef (?:\w+ )?(?:getrokken|genomen|gedaan|uit)|enquête (?:\w+ )?(?:gehouden|gedaan|onder)"
    r"|dossieronderzoek (?:\w+ )?(?:gedaan|verricht|uitgevoerd))\b"
)
"""A body drew a sample: all that the paragraph tells on is what it found there."""

FOUND_OUT = re.compile(
    rf"{_BY}\b(?:bevraagd|gepeild|berekend|becijferd|doorgerekend|geïnventariseerd|geraamd|onderzocht|uitgevraagd"
    r"|onderzoek (?:\w+ )?(?:gedaan|verricht|uitgevoerd)|enquête (?:\w+ )?gehouden)\b"
)
"""A body asked, reckoned or looked into something: the next sentence goes on with it where it points to that."""

POINTING = re.compile(
    r"(?:Daaruit|Hieruit)\b"
    r"|(?:Uit|Volgens|Blijkens|In|Bij) (?:die|deze|dit|dat) \w*"
    r"(?:berekening|onderzoek|evaluatie|enquête|analyse|inventarisatie|steekproef|uitvraag|raming|studie|peiling|meting)"
)


def surveyor(text: str, told: Sequence[Sentence], number: int, bodies: Sequence[Name]) -> Name | None:
    """Give the body whose survey or reckoning a sentence goes on with; None where it is of nobody's.

    Args:
        text: the text of the view.
        told: its sentences, in order.
        number: which of them is asked about.
        bodies: the bodies in the text, in order.
    """
    here = told[number]
    before = list(takewhile(lambda sentence: sentence.line == here.line, reversed(told[:number])))
    if before and POINTING.match(text, here.start) and (body := _who(text, before[0], bodies, FOUND_OUT)):
        return body
    return next((body for one in before if (body := _who(text, one, bodies, SAMPLED))), None)


def _who(text: str, sentence: Sentence, bodies: Sequence[Name], deed: re.Pattern[str]) -> Name | None:
    """Give the body in a sentence of which a deed is told."""
    within = [body for body in bodies if sentence.start <= body.start and body.end <= sentence.end]
    return next((body for body in within if deed.match(text, body.end, sentence.end)), None)
