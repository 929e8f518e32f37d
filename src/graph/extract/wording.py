"""What a wording of a non-answer is made of: the words for figures, for telling and for deriving them."""

from __future__ import annotations

from dataclasses import dataclass
from re import Pattern

FIGURES = (
    r"(?:cijfer(?:s|matige gegevens)|gegevens|data|informatie|statistieken|inzicht|overzicht|registratie|beeld|"
    r"verdeling|uitsplitsing|"
    r"aantallen|inschatting|schatting|prognose|raming|berekening|kwantificering|oormerking)"
)
TELL = (
    r"(?:te (?:zeggen|geven|noemen|bepalen|berekenen|achterhalen|herleiden|genereren|voorspellen|specificeren|"
    r"verstrekken|"
    r"kwantificeren|becijferen|beantwoorden|onderscheiden|verbijzonderen|duiden|schatten|destilleren|splitsen|"
    r"concluderen)|"
    r"(?:vast te stellen|uit te spreken|uit te splitsen|in te schatten|aan te geven)|"
    r"(?:onderscheid|inschatting|schatting|uitsplitsing|verdeling|berekening|vergelijking|raming) (?:\w+ )?te maken)"
)
DERIVED = (
    r"(?:ontleend|afgeleid|herleid|achterhaald|vastgesteld|bepaald|berekend|"
    r"gekwantificeerd|uitgesplitst|geschat|ingeschat)"
)
_FEW = r"(?:[\w,()’'-]+ ){0,%d}"


def few(most: int) -> str:
    """Allow up to so many words between two others."""
    return _FEW % most


@dataclass(frozen=True, slots=True)
class Wording:
    """One wording of a non-answer: the rule that it belongs to, a phrase that it is for, its pattern in a sentence."""

    rule: str
    example: str
    pattern: Pattern[str]
