"""Words beside a date that say whether it is the time of a figure, or that point to the time of the sentence before."""

from __future__ import annotations

import re

AS_OF = re.compile(r"\bper $", re.IGNORECASE)
PART_OF_A_YEAR = re.compile(r"(?:maanden|kwartalen|weken|dagen|deel|begin) van (?:het jaar )?$", re.IGNORECASE)
THAT_TIME = re.compile(
    r"\b(?:in|gedurende|over) (?:die|deze|dezelfde|genoemde|laatstgenoemde) ?(?:periode|maand|maanden|jaren)\b"
    r"|\b(?:in|over) (?:dat|datzelfde|dit zelfde|hetzelfde|laatstgenoemd|genoemd|het genoemde) (?:school|studie)?jaar\b"
    r"|\bop (?:die|deze|dezelfde|genoemde|laatstgenoemde) (?:datum|dag|peildatum)\b|\bop dat moment\b",
    re.IGNORECASE,
)
"""Words that point to the time of the sentence before."""

DAY = re.compile(r"(?:datum|dag|moment)$", re.IGNORECASE)
"""What points to a day, not to a stretch of time."""

POINTS_BACK = re.compile(
    r"(?:Dit|Dat|Deze|Die|Het (?:gaat|ging|betreft|betrof)|Hiervan|Daarvan|Hierbij|Daarbij|Hiermee|Hiervoor|Daarvoor"
    r"|Van deze|Bij deze|In deze|(?:De )?[Vv]oorlopige cijfers)\b"
)
"""Openings of a sentence that go on with what the one before speaks of, and so with its time."""

IN_BRACKETS = re.compile(r"(?:\d|%|procent|euro|mln\.?|mld\.?|miljoen|miljard) \($")
"""A year in brackets right behind a number is its time: "€ 3.327 mln (2016)"."""

OWN_BRACKET = re.compile(r" \((?:circa |ca\.? |ongeveer |ruim )?(?:€|EUR) ?\d")
OWN_COLON = re.compile(r": ?(?:circa |ca\.? |ongeveer |ruim )?(?:€ ?)?\d")
"""A year with its figure behind it: "2026 (€ 91 mln.), 2027 (€ 118 mln.)", "€ 1.085 mln (2023: € 742 mln)"."""

SESSION = re.compile(r"(?:vergaderjaar|TK|EK|Kamer,|Aanhangsel|Handelingen|Kamerstuk(?:ken)?|[Bb]ijlage)[^.;]{0,20}$")
SINCE = re.compile(r"\b(?:sinds|vanaf)(?: [^\s.;,]+){1,9} (?:op|per) $", re.IGNORECASE)
"""What happened on a day since which is counted: "sinds de invoering van de regeling op 1 april 2025"."""

OF_THE_YEAR = re.compile(
    r" (?:van|in) (?:(?P<this>dit|het huidige|het lopende)|(?P<last>vorig|het vorige|het afgelopen|afgelopen)"
    r"|(?P<next>volgend|komend|het komende)) jaar\b"
)
"""A part of a year that is named from the paper's day: "het derde kwartaal | van dit jaar"."""

BASELINE = re.compile(
    r"(?:ten opzichte(?: van)?|t\.o\.v\.|vergeleken(?: met)?|in vergelijking(?: met)?"
    r"|(?:meer|minder|hoger|lager|groter|kleiner|vaker|langer) dan)(?: (?:het|het jaar|de|in))?\s?$"
)
"""What a figure is compared with is not when it is: "in 2013 met 23% gedaald ten opzichte van 2011"."""

ASIDE = re.compile(r"Ter vergelijking\b")
"""The opening of a sentence that is set beside what is told, and whose time is left again."""

PER = re.compile(r"(?:per|vanaf|tot)\b", re.IGNORECASE)
OF_A_PAPER = re.compile(
    r"(?:brie(?:f|ven)|besluit(?:en)?|moties?|uitspra(?:ak|ken)|arrest|rapport|nota|(?<!\w)wet|afspraken|akkoord|bericht|artikel"
    r"|vonnis|advies|notitie|(?:commissie)?debat|overleg|verzoek|vragen|antwoord(?:en)?|publicatie|convenant|verdrag"
    r"|verordening|richtlijn|regeling)\b(?: [^\s.;:]+){0,12}? (?:van|d\.d\.|dd\.?)(?: de)? $",
    re.IGNORECASE,
)

_INCLUSIVE = r"tot en ?met|t/m|tot & met"
BETWEEN_ELEMENTS = re.compile(
    rf"[\s(]*(?:(?P<until>{_INCLUSIVE})|(?P<before>tot(?: aan)?)|(?P<dash>[-–])|(?P<als>als)"
    r"|(?P<en>en|,(?: en)?|alsmede|, toen [^.;,]{3,90}, en))?"
    r"(?: (?:in|op|per|van|over|het jaar|de maand|eind|begin|medio|ultimo|het|de))*\s*$"
)
"""What joins two elements of the calendar: "2019 tot en met 2023", "1 juli en 1 oktober"."""

_YEAR_OF = r"(?:kalender|begrotings|boek|verslag|toeslag|belasting|oogst|meet|peil|subsidie)?jaar"
BEFORE = re.compile(
    rf"(?:^|(?<=[\s(])|(?<=[a-z]en)(?=in ))"
    r"(?P<reference>(?:stand ?maand ?/ ?)?(?:peildatum|stand)(?: (?:van|op|is|per))?:?\s?)?"
    rf"(?:(?P<each>zowel(?: in| op)?)|(?P<until>{_INCLUSIVE})|(?P<before>tot(?: aan)?|vóór)"
    r"|(?P<from>vanaf|sinds|met ingang van|na)|(?P<bound>tussen(?: [^\s.;]+){1,6} en)|(?P<between>tussen)"
    rf"|(?P<span>in|over|gedurende|van|voor|uit|per|op|om|(?:in )?de (?:periode|jaren)|(?:in )?het {_YEAR_OF}"
    rf"|(?:be)?jaar|(?:(?:van )?het )?cohort|{_YEAR_OF}|begin|eind|medio|ultimo|halverwege"
    r"|(?:rijks|ontwerp)?begroting)(?=[ ]|$))?"
    rf"(?: ?(?:de periode|de jaren|het {_YEAR_OF}|de maand(?:en)?|begin|eind|medio|ultimo|het|de|heel)(?= ))*\s?$",
    re.IGNORECASE,
)
"""What stands before an element and says how it is meant: "tussen", "tot", "vanaf", "in de periode"."""
