"""Where an answer says that what was asked is not registered, cannot be given or is not yet known.

A refusal of policy is none: each rule asks for words of counting, knowing or telling, not of wishing.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from re import Pattern

from graph.extract.figures.sentences import sentences
from graph.model import Answer, Authority, Kind, Mention, NonAnswer, Part, Report, Rule, Span
from graph.views import View, view_of
from graph.words import words_of_name

_FIGURES = (
    r"(?:cijfer(?:s|matige gegevens)|gegevens|data|informatie|statistieken|inzicht|overzicht|registratie|beeld|"
    r"verdeling|uitsplitsing|"
    r"aantallen|inschatting|schatting|prognose|raming|berekening|kwantificering|oormerking)"
)
_TELL = (
    r"(?:te (?:zeggen|geven|noemen|bepalen|berekenen|achterhalen|herleiden|genereren|voorspellen|specificeren|"
    r"verstrekken|"
    r"kwantificeren|becijferen|beantwoorden|onderscheiden|verbijzonderen|duiden|schatten|destilleren|splitsen|"
    r"concluderen)|"
    r"(?:vast te stellen|uit te spreken|uit te splitsen|in te schatten|aan te geven)|"
    r"(?:onderscheid|inschatting|schatting|uitsplitsing|verdeling|berekening|vergelijking|raming) (?:\w+ )?te maken)"
)
_DERIVED = (
    r"(?:ontleend|afgeleid|herleid|achterhaald|vastgesteld|bepaald|berekend|"
    r"gekwantificeerd|uitgesplitst|geschat|ingeschat)"
)
_FEW = r"(?:[\w,()’'-]+ ){0,%d}"


def _few(most: int) -> str:
    """Allow up to so many words between two others."""
    return _FEW % most


@dataclass(frozen=True, slots=True)
class Wording:
    """One wording of a non-answer: the rule that it belongs to, and its pattern in a sentence."""

    rule: str
    pattern: Pattern[str]


RULES = (
    Rule(
        "not-registered",
        "niet geregistreerd",
        "not registered",
        "DTenV registreert niet of vreemdelingen een asielprocedure hebben doorlopen",
    ),
    Rule(
        "no-figures",
        "geen cijfers beschikbaar",
        "no figures available",
        "Er zijn geen cijfermatige gegevens beschikbaar",
    ),
    Rule(
        "not-derivable",
        "niet te herleiden",
        "cannot be derived",
        "kan niet worden ontleend aan de informatiesystemen van de Rechtspraak",
    ),
    Rule("not-possible", "niet mogelijk te geven", "not possible to give", "is het niet mogelijk cijfers te genereren"),
    Rule("not-known", "niet bekend", "not known", "Hoeveel kinderen dit zijn, is niet bekend"),
    Rule("not-beforehand", "nu niet te zeggen", "cannot be said now or beforehand", "is niet op voorhand te zeggen"),
    Rule("not-investigated", "niet onderzocht", "not investigated", "De redenen hiervoor hebben we niet onderzocht"),
    Rule("not-explained", "niet toegelicht", "not explained", "Het COA heeft deze versobering niet nader toegelicht"),
    Rule(
        "not-answerable",
        "geen antwoord te geven",
        "cannot be answered",
        "Een onderbouwde prognose kan niet worden gegeven",
    ),
)

WORDINGS = tuple(
    Wording(rule, re.compile(pattern, re.IGNORECASE))
    for rule, pattern in (
        ("not-registered", rf"\bregistre(?:ert|ren|erde|erden|er) {_few(6)}niet\b"),
        (
            "not-registered",
            rf"\b(?:word|wordt|worden|werd|werden|is|zijn|niet) {_few(6)}(?:niet|geen) {_few(4)}(?:geregistreerd|"
            rf"bijgehouden|gemonitord|vastgelegd)\b",
        ),
        ("not-registered", rf"\bniet {_few(7)}(?:wordt|worden|werd|werden|is|zijn)? ?(?:geregistreerd|bijgehouden)\b"),
        ("not-registered", rf"\bhoud(?:t|en)? {_few(8)}niet {_few(3)}bij\b"),
        ("not-registered", rf"\bgeen {_few(3)}(?:registratie|oormerking)\b"),
        (
            "no-figures",
            rf"\b(?:zijn|is|heb|hebben|heeft|beschik|beschikt|beschikken|bestaat|bestaan|waren|had|hadden) "
            rf"{_few(9)}geen {_few(3)}{_FIGURES}\b(?! te)",
        ),
        (
            "no-figures",
            rf"\bgeen {_few(2)}{_FIGURES} {_few(8)}(?:beschikbaar|bekend|voorhanden|aangetroffen|terug te vinden|te "
            rf"geven|bij)\b",
        ),
        (
            "no-figures",
            rf"\b{_FIGURES} {_few(6)}(?:ontbreekt|ontbreken|(?:is|zijn) {_few(3)}niet {_few(2)}(?:beschikbaar|"
            rf"voorhanden|bekend|openbaar|aanwezig))\b",
        ),
        ("no-figures", rf"\bontbre(?:ekt|ken) {_few(3)}(?:aan )?{_few(2)}{_FIGURES}\b"),
        ("no-figures", rf"\bniet {_few(3)}(?:voorhanden|inzichtelijk)\b|\bbeperkt inzichtelijk\b"),
        ("not-derivable", rf"\b(?:kan|kunnen|kon|konden) {_few(8)}niet {_few(9)}{_DERIVED}\b"),
        (
            "not-derivable",
            rf"\b(?:niet|geen) {_few(8)}te (?:herleiden|achterhalen|ontlenen|destilleren)\b|\bniet {_few(3)}vast te "
            rf"stellen\b",
        ),
        ("not-derivable", r"\bgeen onderscheid (?:worden )?(?:ge)?ma(?:akt|ken)\b"),
        ("not-derivable", rf"\bkan {_few(3)}niet {_few(4)}(?:verbijzonderen|onderscheiden|uitsplitsen)\b"),
        (
            "not-possible",
            rf"\bniet (?:goed |langer |meer |eenduidig |zinvol )?mogelijk (?:om )?{_few(14)}{_TELL}\b",
        ),
        ("not-possible", rf"\bmaakt {_few(9)}niet {_few(2)}mogelijk\b"),
        ("not-possible", r"\bdat is (?:dan ook |helaas |daarom )?niet mogelijk(?= omdat|[.,])"),
        (
            "not-known",
            rf"\b(?:is|zijn|was|waren|valt) {_few(8)}(?:nog |op dit moment |momenteel )?niet (?:precies |exact |nog "
            rf")?bekend(?! met)\b",
        ),
        ("not-known", rf"\b(?:is|zijn|was) {_few(8)}onbekend\b(?! (?:met|gebied|terrein|adres))"),
        ("not-known", r"\bniet bekend (?:of|hoeveel|hoe|welke?|wat|in hoeverre|om hoeveel|wanneer|waar)\b"),
        ("not-known", r"\bonbekend (?:hoeveel|of|hoe|welke?|wat|in hoeverre|wanneer)\b"),
        (
            "not-beforehand",
            rf"\bniet {_few(4)}te (?:zeggen|voorspellen)\b|\bniet {_few(4)}(?:aan|in) te (?:geven|schatten)\b",
        ),
        (
            "not-beforehand",
            r"\b(?:lastig|moeilijk|niet goed|niet eenvoudig) (?:om )?(?:in te schatten|te (?:zeggen|bepalen|"
            r"voorspellen|kwantificeren|achterhalen|ramen))\b",
        ),
        (
            "not-beforehand",
            rf"\b(?:kan|kunnen) {_few(6)}(?:nog )?(?:geen|niet) {_few(3)}(?:uitspraak|uitspraken|verwachting|"
            rf"inschatting)\b(?! {_few(3)}over individuele)",
        ),
        ("not-investigated", rf"\b(?:heb|hebben|heeft|is|zijn) {_few(16)}niet {_few(3)}onderzocht\b"),
        (
            "not-investigated",
            rf"\b(?:heb|hebben|heeft|is|zijn) {_few(9)}geen {_few(2)}onderzoek {_few(12)}(?:gedaan|verricht|"
            rf"uitgevoerd|ingesteld)\b",
        ),
        (
            "not-investigated",
            rf"\bgeen {_few(2)}(?:inschatting|analyse|berekening|onderzoek) {_few(4)}gemaakt\b|\bmaak(?:t|te|ten|en) "
            rf"geen deel uit van {_few(2)}onderzoek\b",
        ),
        ("not-explained", rf"\bheeft {_few(6)}niet {_few(3)}(?:toegelicht|aangegeven|gespecificeerd|gerapporteerd)\b"),
        (
            "not-answerable",
            rf"\b(?:prognose|inschatting|schatting|raming|uitspraak|antwoord|overzicht|verwachting|beeld|inzicht|"
            rf"cijfers|percentage) {_few(16)}(?:kan|kunnen|kon) {_few(10)}niet {_few(2)}(?:geven|gegeven|worden "
            rf"gegeven)\b",
        ),
        (
            "not-answerable",
            rf"\b(?:kan|kunnen) {_few(6)}geen {_few(3)}(?:antwoord|overzicht|inschatting|prognose|beeld|inzicht|"
            rf"cijfers|uitsplitsing|verdeling) {_few(9)}(?:geven|gegeven|maken|gemaakt|verstrekken)\b",
        ),
        (
            "not-answerable",
            rf"\bgeen antwoord {_few(4)}(?:te geven|geven|gegeven)\b|\b(?:heeft|hebben|heb) {_few(9)}geen antwoord\b",
        ),
        ("not-answerable", rf"\bverbind(?:t|en) geen bedrag\b|\bniet in een bedrag\b|\bniet in {_few(1)}bedragen\b"),
    )
)

NEGATED = re.compile(r"\b(?:niet|geen|onbekend|ontbre|lastig|moeilijk|beperkt)", re.IGNORECASE)
"""What every non-answer has one of."""

SUPPOSED = re.compile(
    r"^(?:als|indien|wanneer|mocht)\b|\b(?:signalen|berichten|oproep)\b|\bmij niet bekend\b|\bniet bekend met\b",
    re.IGNORECASE,
)
"""What is only supposed, and what somebody has not heard of: no figure is missing there."""

NOBODY_HOLDS = frozenset({"not-investigated", "not-known", "not-possible", "not-beforehand"})
"""Rules whose sentences name organisations for another reason than that they hold the figure."""

_LONG = 240
"""How many characters may stand before the words that matched, before the clause is cut at a comma."""

_BEFORE = re.compile(r".*(?:; |, maar |, en |: )")
_AFTER = re.compile(r"(?:, (?:omdat|waardoor|doordat|aangezien|maar|zodat)| omdat | aangezien |; )")


def find_non_answers(report: Report, mentions: tuple[Mention, ...]) -> tuple[NonAnswer, ...]:
    """Find where an answer says that what was asked cannot be given.

    Args:
        report: the paper, taken apart.
        mentions: its names, linked: they say who would hold the figure.
    """
    named = [mention for mention in mentions if mention.part is Part.ANSWER and mention.kind is Kind.ORGANISATION]
    found: dict[Span, NonAnswer] = {}
    for answer in report.answers:
        view = view_of(report, answer.span)
        for start, end, whole, rule in clauses(view.text):
            span = view.span(start, end)
            if span not in found:
                holder = None if rule in NOBODY_HOLDS else _holder(answer, view, whole, named)
                found[span] = _non_answer(report, answer, span, rule, holder)
    return tuple(sorted(found.values(), key=lambda fact: fact.span))


def clauses(text: str) -> Iterator[tuple[int, int, tuple[int, int], str]]:
    """Give the clauses of a text that are non-answers: start, end, the ends of their sentence, and the rule."""
    for sentence in sentences(text):
        words = text[sentence.start : sentence.end]
        if not NEGATED.search(words) or words.rstrip().endswith("?") or SUPPOSED.search(words):
            continue
        for wording in WORDINGS:
            match = wording.pattern.search(words)
            if match:
                start, end = _clause(words, match.start(), match.end())
                yield sentence.start + start, sentence.start + end, (sentence.start, sentence.end), wording.rule
                break


def _clause(words: str, start: int, end: int) -> tuple[int, int]:
    """Cut a sentence down to the clause around the words that matched."""
    before = _BEFORE.match(words[:start])
    after = _AFTER.search(words, end)
    begin = before.end() if before else len(words) - len(words.lstrip())
    if start - begin > _LONG:
        comma = max(words.rfind(mark, begin, start - _LONG // 4) for mark in (", ", ": ", ") "))
        begin = comma + 2 if comma > begin else begin
    stop = after.start() if after else len(words)
    return begin, begin + len(words[begin:stop].rstrip(" .;\n"))


def _holder(answer: Answer, view: View, whole: tuple[int, int], named: list[Mention]) -> Authority | None:
    """Give the organisation that the sentence names first, other than the House: it would hold the figure."""
    sentence = view.span(*whole)
    holders = (
        mention.authority
        for mention in named
        if mention.key == answer.key and sentence.holds(mention.span) and mention.rule != "house"
    )
    return next((holder for holder in holders if holder is not None), None)


def _non_answer(report: Report, answer: Answer, span: Span, rule: str, holder: Authority | None) -> NonAnswer:
    words = words_of_name(report.source.text, answer.span, span)
    return NonAnswer(answer.number, answer.key, span, words, rule, holder)
