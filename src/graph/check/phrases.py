"""The Dutch that says how the figures of a sentence hang together: whole and parts, a part only, a change."""

from __future__ import annotations

import re


def _any(*phrases: str, behind: str = "") -> re.Pattern[str]:
    return re.compile(rf"(?<!\w)(?:{'|'.join(phrases)})(?!\w){behind}", re.IGNORECASE)


DIVIDED = _any(
    "splitsing", "uitgesplitst", "(?:onder)?verdeeld", "(?:onder)?verdeling", "opgebouwd uit", "opbouw",
    r"besta(?:at|an|ond|onden|ande)(?: \w+){0,2} uit", "namelijk", "te weten", "als volgt",
)  # fmt: skip
"""The parts that follow are all of them: "Hierbij is een splitsing gemaakt tussen ...", "namelijk"."""

PARTS_OF_IT = _any("waarvan", "hiervan", "daarvan", "van wie", "onder wie", "waaronder")
"""Parts follow, perhaps not all of them: "1.250 dijken, waarvan 900 rivierdijken"."""

TOGETHER = _any("samen", "tezamen", "opgeteld", "bij elkaar", "optelsom", "gezamenlijk")
"""The total of what came before follows: "Samen is dat € 8 miljoen"."""

IN_TOTAL = _any("in totaal", "totaal", "totale")
"""A total follows, of what came before or of more: "in totaal € 8 miljoen"."""

AVAILABLE = _any(
    "beschikbaar", r"\w*budget(?:ten)?", r"\w*begroting", "begroot", "gereserveerd", "uitgetrokken", "vrijgemaakt",
    "middelen", r"\w*subsidie", "bijdrage", "toegekend",
)  # fmt: skip
"""An amount from which is spent: "een bedrag beschikbaar van € 431,6 mln"."""

SPENT_ON = _any(
    "besteed", "besteden", "bestemd", "gaat naar", "gaan naar", "gereserveerd voor", "bedoeld voor", "uitgegeven",
    "ten behoeve van",
)  # fmt: skip
"""What an amount goes to: "waarbij € 113,8 mln wordt besteed aan begeleiding"."""

NOT_ALL = _any(
    "onder andere", "onder meer", r"o\.a\.", r"o\.m\.", "met name", "vooral", "voornamelijk", "bijvoorbeeld", "zoals",
    "waaronder", "onder wie", "hoofdzakelijk", "grootste", "belangrijkste", "meeste", "overlap", "dubbel",
    "dubbeltelling(?:en)?", "meerdere", "en/of", "exclusief", "inclusief", "naast", "daarnaast", "bovenop",
    "gemiddelde?", "mediaan",
)  # fmt: skip
"""The parts are not all of them, overlap, or something else comes along."""

REST = _any(r"(?:de |het )?(?:overige|resterende|andere|rest(?:ant)?)(?:[ ,(]+\w*){0,2}", behind=r"[ (]*$")
"""Before the share that makes a whole of those before it: "en de overige 15%"."""

EXCLUSIVE = (
    (_any("ingewilligd", "toegewezen", "toegekend"), _any("afgewezen", "geweigerd")),
    (_any("gegrond"), _any("ongegrond")),
    (_any("mannen", "man", "jongens"), _any("vrouwen", "vrouw", "meisjes")),
    (_any("wel"), _any("niet")),
)
"""Outcomes of which each case has one: their shares of one whole cannot exceed 100%."""

OF_SOME = re.compile(r"^ ?(?:\w+ )?(?:van de|van het|van die|van deze|uit de|op de|op elke) ?(?:in totaal )?$|^/$")
"""Between the two numbers of a fraction: "8 van de 10"."""

EACH = re.compile(r"^\W*(?:\w+ )?(?:per (?!jaar|maand|kwartaal|week|dag|eind|\d)\w+|elk|ieder)\b", re.IGNORECASE)
"""Behind an amount that is paid more than once: "€ 500 per huishouden"."""

MEAN = _any(
    r"gemiddelde?n?", "mediaan", r"\w*percentage", "aandeel", r"\w*tarief", r"\w*tarieven", r"\w*prijs",
    r"\w*prijzen", "maximum", "minimum", r"per (?!jaar|maand|kwartaal|week|dag|1|2|3|eind)\w+", r"\w*duur",
    r"\w*tijd", r"\w*graad", r"\w*dichtheid",
)  # fmt: skip
"""Measures whose parts do not add up: means, rates, prices, durations."""

HEDGES_ITS_SUBJECT = _any(
    "waarvan", "hiervan", "daarvan", "waaronder", "van wie", "onder wie", "van hen", "van deze", "van die", "extra",
    "nog eens", "overige", "andere", "resterende", "eerste", "nieuwe", "aanvullende", "toegenomen", "gestegen",
    "gedaald", "afgenomen", "toename", "afname", "stijging", "daling", "verhoogd", "verlaagd", r"verwacht\w*",
    "raming", "geraamd", "prognose", "doel", "doelstelling", "norm", "streefwaarde", "streven", "zouden", "zou",
    "gemiddeld", "maximaal", "minimaal", "ieder", "elk", "elke", "per", "alleen", "alleen al", "slechts", "inclusief",
    "exclusief", "bijvoorbeeld", "eerder", "aanvankelijk", "oorspronkelijk", "voorlopig", "voorlopige", "toen",
    "destijds", "inmiddels", "gecorrigeerd",
)  # fmt: skip
"""Words around a figure by which it is about something narrower, or other, than its indicator says."""

SUBROW = re.compile(r"(?:waarvan|w\.?v\.?|daarvan|hiervan|subtotaal|[-–•*])(?!\w)", re.IGNORECASE)
"""How the label of a row begins that is a part of another row."""

UNTOLD_CELL = _any(
    r"\*+", r"<", r"p\.?m\.?", r"n\.?b\.?", r"n\.?n\.?b\.?", "onbekend", "niet bekend",
    r"x(?! ?(?:€|EUR|\d|mln|miljoen))",
)  # fmt: skip
"""A cell that holds a number that is not told: "PM", "*", "< 5"."""
