"""What a paper says of questions that are not answered: that the answers come later, or that they were withdrawn.

The words are sought in the layer itself, so that they can be quoted. Text from a PDF may have lost the spaces at its
line ends (``kunnenworden``): in the patterns a space stands for any white space, or none.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from datetime import date

from graph.model import Postponement, Span, Withdrawal
from graph.months import MONTHS_NL
from graph.parse.days import DAY, find_day
from graph.parse.header.dates import day_before, next_after

_REFERENCE = (
    r"(?:gebruikelijke|gestelde|reguliere|daarvoor gestelde|daartoe gestelde|afgesproken|voorgeschreven|vereiste)"
)


def _loose(pattern: str) -> re.Pattern[str]:
    """Compile a pattern in which a space stands for any white space or none."""
    return re.compile(pattern.replace(" ", r"\s*"), re.IGNORECASE)


LATER = (
    # "kunnen niet binnen de gebruikelijke termijn worden beantwoord"
    _loose(rf"\bniet (?:meer )?binnen (?:de|het) (?:{_REFERENCE} )?(?:beantwoordings|antwoord)?termijn"),
    # "niet binnen drie weken worden beantwoord"
    _loose(r"\bniet binnen (?:de )?(?:termijn van )?(?:drie|zes|3|6) weken"),
    # "De beantwoording vergt meer tijd", "is meer tijd nodig"
    _loose(r"\b(?:vergt|vraagt|kost|behoeft|heb ik|hebben wij|is) (?:helaas |echter )?meer tijd\b"),
    # "De vragen worden later beantwoord"
    _loose(r"\blater (?:worden )?(?:beant-?woord|toegezonden)"),
    _loose(r"\b(?:uitstel van|uitstel voor) (?:de )?beant-?woording"),
)
"""How papers say that the answers come later."""

_BECAUSE = r"(?:omdat|aangezien|doordat|vanwege|wegens|in verband met|daar|gezien|gelet op)"
REASONS = (
    # "De reden van het uitstel is dat de afstemming meer tijd vergt."
    _loose(r"\breden (?:van|voor) (?:het|dit) uitstel is(?: gelegen in het feit)?,? dat (?P<why>[^.?!]{5,400})"),
    # "Vanwege de nodige afstemming kunnen de vragen niet binnen …"
    _loose(
        r"^[\W_]*(?:vanwege|wegens|in verband met|gelet op|gezien) (?P<why>[^.?!]{5,300}?)"
        r" (?:kunnen|kan|zullen|zal|is het|lukt)\b"
    ),
    # "…, omdat de benodigde afstemming meer tijd behoeft."
    _loose(rf"\b{_BECAUSE}\b (?P<why>(?:[^.?!]|\.(?=\w))" r"{5,400})"),
    # "Voor een zorgvuldige beantwoording is meer tijd nodig."
    _loose(r"^[\W_]*(?P<why>[^.?!]{3,200}?meer tijd[^.?!]{0,120})"),
)
"""How papers say why; ``why`` is the reason."""

_MONTH = "|".join(MONTHS_NL)
_IN_TIME = r"(?:uiterlijk |v[oó][oó]r |voor |in |begin |medio |eind |rond |de loop van )"
_WHEN = "|".join(
    (
        # "uiterlijk 12 december 2024", "voor 1 februari", "in de week van 3 maart 2025"
        rf"(?:{_IN_TIME}|op |tot (?:en met )?|na |halverwege )+(?:de week van |de maand )?"
        rf"\d{{1,2}} (?:{_MONTH})(?: \d{{4}})?",
        # "in januari 2025", "in de loop van december"
        rf"{_IN_TIME}+(?:de maand )?(?:{_MONTH})(?: \d{{4}})?",
        # "vóór het kerstreces"
        r"(?:v[oó][oó]r|na|voor|in|tijdens|direct na) (?:het |de |aanvang van het )?"
        r"(?:kerst|zomer|mei|herfst|voorjaars|krokus)-?reces",
        # "binnen zes weken"
        r"(?:binnen|over) (?:een|twee|drie|vier|vijf|zes|acht|enkele|\d{1,2}) (?:dagen|weken|week|maanden|maand)",
        # "in het eerste kwartaal van 2025", "begin 2025", "dit voorjaar"
        r"(?:in|v[oó][oó]r|voor) (?:het|de) (?:eerste|tweede|derde|vierde|eind van het|begin van het) "
        r"(?:kwartaal|helft|jaar)(?: van \d{4})?",
        r"(?:begin|medio|eind|voorjaar|najaar) \d{4}",
        r"(?:voor|in|dit|het) (?:voorjaar|najaar|einde van het jaar|nieuwe jaar)",
        # "zo spoedig mogelijk", "op korte termijn"
        r"zo (?:spoedig|snel) (?:als )?mogelijk|op (?:zeer )?korte termijn|spoedig(?:st)?|z\.s\.m\.",
    )
)
"""How papers say when the answers are to come; the most precise first."""
_ANNOUNCED = _loose(rf"(?<![a-zà-ÿ])(?P<when>{_WHEN})")
PROMISES = _loose(
    r"\b(?:zal|zullen|streef|streven|hoop|hopen|verwacht|verwachten|tegemoet|ontvangt|volgen|volgt|informeren)\b"
    r"|doen toekomen|te beantwoorden"
)
"""How papers promise the answers; the words that say when stand in the same sentence."""

_HEADING = re.compile(r"[*_# ]*Mededeling[*_: ]*\n\s*")
_ASKED_EARLIER = _loose(r"\bvragen (?:gesteld|ingezonden)\b")
_DAY = re.compile(rf"{DAY}|\b(?P<day2>\d{{1,2}})\s*(?P<month2>{_MONTH})\b", re.IGNORECASE)
_BEFORE = re.compile(r"v[oó][oó]r\b|tot\b(?!\s*en\s*met)", re.IGNORECASE)
_SENTENCE = re.compile(r"[.?!](?:[”’»)]*)(?=\s+[A-ZÀ-Þ«“„‘(]|(?<=[a-z)][.])[A-ZÀ-Þ][a-z ]|\s*\Z)|\n[ \t]*\n")

WITHDRAWN = (
    # "Deze vragen zijn ingetrokken.", "De vragen zijn op 3 mei 2024 door het lid ingetrokken"
    _loose(
        r"\b(?:deze|de|bovenstaande|onderstaande) (?:schriftelijke )?vragen\b[^.?!]{0,250}?"
        r"\b(?:zijn|worden|werden)\b[^.?!]{0,120}?\bingetrokken\b"
    ),
    # "Het lid Podt heeft haar vragen ingetrokken"
    _loose(r"\b(?:lid|leden)\b[^.?!]{0,200}?\b(?:heeft|hebben)\b[^.?!]{0,60}?\bvragen\b[^.?!]{0,120}?\bingetrokken\b"),
    # as in "(ingezonden 3 mei 2024; ingetrokken 12 mei 2024)"
    _loose(r"\(ingezonden[^)]{0,80}ingetrokken[^)]{0,60}\)"),
    re.compile(r"^[ \t(]*(?:[Vv]ragen )?(?:INGETROKKEN|[Ii]ngetrokken)[ \t).]*$", re.MULTILINE),
)
"""How papers say that questions were withdrawn."""


def find_postponement(
    text: str, places: Sequence[Span], day: date | None = None, stated_by: tuple[str, ...] = ()
) -> Postponement | None:
    """Find the notice that the answers come later.

    Args:
        text: the layer.
        places: where it may stand: outside questions and notes.
        day: the day of the notice.
        stated_by: the posts that give it.
    """
    for place in places:
        sentences = list(_sentences(text, place))
        core = next((i for i, one in enumerate(sentences) if _is_in(LATER, text, one)), None)
        if core is None:
            continue
        first, last = core, core
        while first and _ASKED_EARLIER.search(text, sentences[first - 1].start, sentences[first - 1].end):
            first -= 1
        while last + 1 < len(sentences) and _goes_on(text, sentences[last + 1]):
            last += 1
        notice = sentences[core : last + 1]
        heading = _HEADING.match(text, sentences[first].start)
        announced = next((span for one in notice if (span := _announced(text, one))), None)
        return Postponement(
            Span(heading.end() if heading else sentences[first].start, sentences[last].end),
            next((span for pattern in REASONS for one in notice if (span := _group(pattern, text, one, "why"))), None),
            announced,
            _until(text[announced.start : announced.end], day) if announced else None,
            day,
            stated_by,
        )
    return None


def find_withdrawal(text: str, places: Sequence[Span]) -> Withdrawal | None:
    """Find where a paper says that its questions were withdrawn."""
    for place in places:
        for pattern in WITHDRAWN:
            if match := pattern.search(text, place.start, place.end):
                sentence = next((one for one in _sentences(text, place) if one.start <= match.start() < one.end), place)
                reason = next((span for each in REASONS[:3] if (span := _group(each, text, sentence, "why"))), None)
                return Withdrawal(sentence, reason)
    return None


def _sentences(text: str, place: Span) -> Iterator[Span]:
    """Give the sentences of a stretch, without white space at either end."""
    at = place.start
    for end in (*(match.end() for match in _SENTENCE.finditer(text, place.start, place.end)), place.end):
        words = text[at:end]
        if words.strip():
            yield Span(at + len(words) - len(words.lstrip()), at + len(words.rstrip()))
        at = end


def _goes_on(text: str, sentence: Span) -> bool:
    """Whether a sentence still belongs to the notice: it says why, or when."""
    return PROMISES.search(text, sentence.start, sentence.end) is not None or any(
        pattern.search(text, sentence.start, sentence.end) for pattern in (*LATER, *REASONS[:2])
    )


def _is_in(patterns: Sequence[re.Pattern[str]], text: str, span: Span) -> bool:
    return any(pattern.search(text, span.start, span.end) for pattern in patterns)


def _group(pattern: re.Pattern[str], text: str, span: Span, name: str) -> Span | None:
    """Give where a group of a pattern stands in a sentence, without the full stop."""
    match = pattern.search(text[span.start : span.end])
    if match is None:
        return None
    words = match[name].rstrip(" \n\t.,;")
    return Span(span.start + match.start(name), span.start + match.start(name) + len(words)) if words else None


def _announced(text: str, sentence: Span) -> Span | None:
    """Give the words that say when the answers are to come, in a sentence that promises them."""
    if PROMISES.search(text, sentence.start, sentence.end) is None:
        return None
    match = _ANNOUNCED.search(text, sentence.start, sentence.end)
    return Span(*match.span("when")) if match else None


def _until(words: str, day: date | None) -> date | None:
    """Give the last day that an announcement allows; a day without year is the next one after the notice."""
    match = _DAY.search(words)
    if match is None:
        return None
    named = find_day(words) if match["day"] else None
    if named is None and match["day2"] and day:
        named = next_after(int(match["day2"]), match["month2"].lower(), day)
    return day_before(named) if named and _BEFORE.match(words) else named
