"""Numbers in words: what counts or measures something, from "twaalf" to "anderhalf miljoen", and shares."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal

from text_to_num import text2num

from graph.extract.figures.numerals import ONE_IN, SCALES, Numeral, canonical, share_of_one
from graph.model import Rule

RULES = (
    Rule("number-word", "getal in woorden", "number in words", "zes gemeenten, honderdtwintig woningen"),
    Rule("number-half", "anderhalf, tweeënhalf", "one and a half", "anderhalf miljoen euro"),
    Rule("number-share", "deel van een geheel", "share", "de helft, een kwart, twee derde van de leerlingen"),
)

_SMALL = "twee|drie|vier|vijf|zes|zeven|acht|negen"
_TEENS = "tien|elf|twaalf|dertien|veertien|vijftien|zestien|zeventien|achttien|negentien"
_TENS = "twintig|dertig|veertig|vijftig|zestig|zeventig|tachtig|negentig"
_BELOW_100 = rf"(?:(?:een|één|{_SMALL})(?:en|ën)(?:{_TENS})|{_TENS}|{_TEENS}|{_SMALL})"
_WORD = (
    rf"(?:{_BELOW_100}?honderd(?:en)?{_BELOW_100}?|(?:{_BELOW_100}?honderd(?:en)?)?{_BELOW_100}?duizend"
    rf"(?:{_BELOW_100}?honderd)?{_BELOW_100}?|{_BELOW_100})"
)
_HALF = r"(?:anderhalf|anderhalve|tweeënhalf|drieënhalf|vierenhalf)"
_SCALE = r"miljoen|miljard|biljoen|duizend"
_TO = r" (?:tot|à|a|tot en met|of) "

WORD = rf"(?:{_HALF}|{_WORD})"
"""A number in words, as a pattern; "een" is an article and none."""

_NUMERAL = re.compile(
    rf"(?<![\w-])(?:(?P<low>{WORD})(?: (?P<scale>{_SCALE}))?(?:{_TO}(?P<high>{WORD})(?: (?P<scale2>{_SCALE}))?)?"
    rf"|(?P<one>een|één)(?P<half> half)? (?P<onescale>miljoen|miljard))(?![\w-]|’)",
    re.IGNORECASE,
)
_SHARE = re.compile(
    r"(?i:(?<![\w-])(?<!eerste )(?<!tweede )(?<!laatste )(?:(?:(?:de|een) )?(?P<half>helft)"
    r"|(?P<part>driekwart|(?:een|één) kwart)"
    rf"|(?P<top>een|één|{_SMALL}) (?P<of>derde|vierde|vijfde|zesde|achtste|tiende))(?= van\b| daarvan\b| hiervan\b|$)"
    r"|(?<![\w-])(?:voor|met|ruim|bijna|ongeveer|circa|dan) de (?P<half2>helft)"
    r"(?! (?:van )?(?:het jaar|(?:19|20)\d\d)))",
)
_PARTS = {"derde": 3, "vierde": 4, "vijfde": 5, "zesde": 6, "achtste": 8, "tiende": 10}
_SMALL_VALUES = {word: i for i, word in enumerate(["een", *_SMALL.split("|")], 1)} | {"één": 1}
_VERB_ACHT = re.compile(
    r" het|(?: (?:de|een|dit|deze|dat|die|ik|wij|we|zij|hij|zich|mij|u|men|niet|wel|te|hier|daar|op)\b)"
)
_IN_ACHT = re.compile(r"\bin $", re.IGNORECASE)


def word_numerals(text: str) -> Iterator[Numeral]:
    """Give the numbers in words of a text, in order.

    A word that opens no sentence and has a capital is part of a name ("Zeven Provinciën").

    >>> [(numeral.written, str(numeral.value)) for numeral in word_numerals("twaalf scholen en anderhalf miljoen euro")]
    [('twaalf', '12'), ('anderhalf miljoen', '1500000')]
    """
    found = [n for m in _NUMERAL.finditer(text) if (n := _numeral(m)) and not _is_no_number(m)]
    yield from sorted([*found, *(_share(match) for match in _SHARE.finditer(text))], key=lambda n: n.start)


def _is_no_number(match: re.Match[str]) -> bool:
    """Whether a word is the verb "achten", or part of a name."""
    text, words = match.string, match.group()
    if words[0].isupper() and text[: match.start()].rstrip()[-1:] not in ("", ".", "?", "!", ":", "\n"):
        return True
    if words.lower() != "acht":
        return False
    return bool(_VERB_ACHT.match(text, match.end()) or _IN_ACHT.search(text, max(0, match.start() - 4), match.start()))


def _value(word: str) -> Decimal:
    low = word.lower()
    if re.fullmatch(_HALF, low):
        return Decimal("1.5") if low.startswith("ander") else _SMALL_VALUES[low[: -len("ënhalf")]] + Decimal("0.5")
    return Decimal(text2num(low, "nl"))


def _numeral(match: re.Match[str]) -> Numeral | None:
    """Read a number in words; None where a word that looks like one has no value."""
    group = "one" if match["one"] else "low"
    try:
        value = Decimal("0.5" if match["half"] else 1) if match["one"] else _value(match["low"])
        high = _value(match["high"]) if match["high"] else None
    except (ValueError, KeyError):
        return None
    scale = match["onescale"] or match["scale"]
    top = SCALES[match["scale2"].lower()] if match["scale2"] else Decimal(1)
    value *= SCALES[scale.lower()] if scale else top
    one = ONE_IN.search(match.string, max(0, match.start() - 60), match.start()) if match["low"] else None
    rule = "number-one-in" if one else "number-word"
    rule = "number-half" if re.fullmatch(_HALF, match[group].lower()) or match["half"] else rule
    end = match.end()
    if high is not None and high * top <= value:
        high, end = None, match.end("scale") if match["scale"] else match.end("low")
    start = one.start() if one else match.start()
    return Numeral(
        start=start,
        end=end,
        digits=match.start(group),
        digits_end=end if match["one"] else match.end(group),
        value=share_of_one(value, match.string[one.start() : match.end()]) if one else canonical(value),
        written=match.string[start:end],
        rule=rule,
        high=canonical(high * top) if high is not None else None,
    )


def _share(match: re.Match[str]) -> Numeral:
    """Read a share as percent, to a tenth where it has no end: "twee derde" is 66.7."""
    group = next(name for name in ("half", "half2", "part", "of") if match[name])
    if group == "of":
        value = Decimal(100 * _SMALL_VALUES[match["top"].lower()]) / _PARTS[match["of"].lower()]
    else:
        value = (
            Decimal(75)
            if (match["part"] or "").lower() == "driekwart"
            else Decimal(25)
            if group == "part"
            else Decimal(50)
        )
    start = match.start("top" if group == "of" else group)
    return Numeral(
        start=start,
        end=match.end(),
        digits=start,
        digits_end=match.end(),
        value=canonical(value.quantize(Decimal("0.1"))),
        written=match.string[start : match.end()],
        rule="number-share",
    )
