"""Words beside a date that say whether it is the time of a figure, or that point to the time of the sentence before."""

from __future__ import annotations

import re

AS_OF = re.compile(r"\bper $", re.IGNORECASE)
PART_OF_A_YEAR = re.compile(r"(?:maanden|weken|dagen|deel|begin|loop) van (?:het jaar )?$", re.IGNORECASE)
THAT_TIME = re.compile(
    r"\b(?:in|gedurende|over) (?:die|deze|dezelfde) ?periode\b|\bin (?:dat|datzelfde) jaar\b", re.IGNORECASE
)
"""Words that point to the time of the sentence before."""

POINTS_BACK = re.compile(
    r"(?:Dit|Dat|Deze|Die|Het (?:gaat|ging|betreft|betrof)|Hiervan|Daarvan|Hierbij|Daarbij|Hiermee|Hiervoor|Daarvoor"
    r"|Van deze|Bij deze|In deze)\b"
)
"""Openings of a sentence that go on with what the one before speaks of, and so with its time."""

IN_BRACKETS = re.compile(r"(?:\d|%|procent|euro|mln\.?|mld\.?|miljoen|miljard) \($")
"""A year in brackets right behind a number is its time: "€ 3.327 mln (2016)"."""

SESSION = re.compile(
    r"(?:vergaderjaar|studiejaar|schooljaar|TK|EK|Kamer,|Aanhangsel|Handelingen|Kamerstuk(?:ken)?|[Bb]ijlage)[^.;]{0,20}$"
)
BASELINE = re.compile(
    r"(?:ten opzichte(?: van)?|t\.o\.v\.|vergeleken(?: met)?|in vergelijking(?: met)?"
    r"|(?:meer|minder|hoger|lager|groter|kleiner|vaker|langer) dan)(?: (?:het|het jaar|de))?\s?$"
)
"""What a figure is compared with is not when it is: "in 2013 met 23% gedaald ten opzichte van 2011"."""

PER = re.compile(r"(?:per|vanaf|tot)\b")
OF_A_PAPER = re.compile(
    r"(?:brie(?:f|ven)|besluit(?:en)?|moties?|uitspra(?:ak|ken)|arrest|rapport|nota|(?<!\w)wet|afspraken|akkoord|bericht|artikel"
    r"|vonnis|advies|notitie|(?:commissie)?debat|overleg|verzoek|vragen|antwoord(?:en)?|publicatie|convenant|verdrag"
    r"|verordening|richtlijn|regeling)\b(?: [^\s.;:]+){0,12}? (?:van|d\.d\.|dd\.?)(?: de)? $",
    re.IGNORECASE,
)
