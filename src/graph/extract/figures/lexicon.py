"""The closed classes of Dutch that the grammar of figures leans on, and the two open ones that it must guess at."""

from __future__ import annotations

import re
from functools import lru_cache

from simplemma import Lemmatizer
from simplemma.strategies import DefaultStrategy, DictionaryLookupStrategy

from graph.extract.figures.dictionary import KeptDictionaries

DETERMINERS = frozenset(
    "de het een deze dit die dat hun haar zijn mijn uw onze ons ieder iedere elk elke alle al 's één "
    "hetzelfde dezelfde dergelijke zulke enig enige enkele verschillende diverse beide alleen".split()
)
PREPOSITIONS = frozenset(
    "aan aangaande achter bij binnen boven buiten conform dankzij door gedurende in inclusief exclusief "
    "inzake jegens langs met na naar naast namens om omtrent onder ondanks op over per rond rondom sinds "
    "te tegen tegenover ten ter tijdens tot tussen uit van vanaf vanuit vanwege volgens voor wegens "
    "zonder".split()
)
FINITE = frozenset(
    "is was waren zijn ben bent wordt worden werd werden heeft hebben had hadden heb zal zullen zou "
    "zouden kan kunnen kon konden mag mogen mocht moet moeten moest moesten wil willen wilde gaat gaan "
    "ging gingen komt komen kwam kwamen krijgt krijgen kreeg kregen blijft blijven bleef bleven blijkt "
    "bleek doet doen deed staat staan stond stonden ligt liggen lag lagen geldt gelden gold zit zitten "
    "zat zaten heet ziet zien vindt vinden vond geeft geven gaf weet bestaat bestaan bestond leidt leiden "
    "leidde vraagt vragen neemt nemen nam maakt maken maakte houdt houden betekent verwacht verwachten "
    "voert voeren beheert beheren ontvangt rapporteerde rapporteert heeft bedraagt bedragen bedroeg "
    "bedroegen droeg droegen bracht brachten behaalde behaalden bood trok schreef sloot betreft betreffen betrof "
    "betroffen telt tellen telde telden beslaat beslaan stijgt stijgen "
    "steeg stegen daalt dalen daalde daalden groeit groeien groeide loopt lopen liep liepen kost kosten "
    "schat schatte raamt raamde "
    "vroeg vroegen viel vielen verlieten kreeg kregen bleef bleven bleek bleken kwam verloor won wonnen riep "
    "riepen wachtten beliep beliepen stroomden stroomde deden "
    "ontving ontvingen hield hielden begon sprak spraken vertrok verbleef verbleven besloot koos kozen "
    "verlaat verliet namen kostte kostten vergt vergde vergden vergen duurt duurde omvat omvatten omvatte "
    "gaven vonden trokken zagen kende kenden voldeed voldeden volstond ontstond ontstonden overleed "
    "bezat bezaten beschikt beschikte beschikten verscheen".split()
)
"""Verb forms that carry a clause; forms that are nouns more often than verbs stand in `AMBIGUOUS`."""

AMBIGUOUS = frozenset("kosten zijn vragen bedragen leiden".split())

HOLLOW = frozenset(
    "aantal bedrag percentage cijfer totaal geval gevallen keer deel gedeelte meerderheid merendeel iets".split()
)
"""Nouns that say nothing of what is counted."""

COPULAS = re.compile(
    r"(?:is|was|waren|zijn|wordt|werd|bedraagt|bedragen|bedroeg|bedroegen|betreft|betreffen|betrof|betroffen|telt|telde"
    r"|beslaat|kost|kostte|vergt|vergde|vergden|duurt|duurde|ligt|lag|staat|stond|komt|kwam|stijgt|steeg|stegen|daalt|daalde|groeit"
    r"|groeide|loopt|liep|omvat|omvatte|neemt|nam|gaat|ging)"
)
"""Verbs whose subject is what the number after them measures: "de voorraad betreft 300"."""

CHANGES = re.compile(
    r"(?:stijgt|stijgen|steeg|stegen|neemt|nemen|nam|namen|daalt|daalde|groeit|groeide|loopt|liep|stijging|daling|verhoging|(?:op|terug)loopt|(?:op|terug)liep(?:en)?|(?:toe|af)neemt|(?:toe|af)nam(?:en)?"
    r"|verlaging|toename|afname|groei|oplopen|teruglopen|toenemen|afnemen|uitkomen|gestegen|gedaald|gegroeid|toegenomen|afgenomen|opgelopen|teruggelopen|verhoogd|verlaagd)"
)
"""Words of change: what follows "naar" is the new level of what changes."""

RELATIVES = frozenset(
    "die dat wie waarin waarvan waarbij waarmee waarop waardoor waarvoor waaronder waaruit waarover waaraan".split()
)
CONJUNCTIONS = frozenset(
    "en of maar want dus en/of noch alsmede alsook evenals dan doordat omdat zodat terwijl nadat voordat "
    "als indien wanneer hoewel aangezien opdat".split()
)
PRONOUNS = frozenset(
    "ik je u hij zij ze wij we men er hier daar dit dat het deze die wat dezen welke iemand niets".split()
)
ADVERBS = frozenset(
    "ook nog al reeds momenteel inmiddels vervolgens daarnaast dus dan totaal in-totaal gemiddeld "
    "ongeveer circa ca ruim bijna zo'n respectievelijk alsnog slechts maar wel niet geen veel meer minder "
    "zowel als verder overigens namelijk thans nu toen daarvan hiervan waarvan hierbij daarbij hiermee "
    "daarmee daarom eerder eerst samen jaarlijks maandelijks onder ander andere recent recentelijk "
    "vooralsnog derhalve echter immers juist zelf zich elkaar rond maximaal minimaal uitsluitend alleen "
    "naar verwachting hiervoor daarvoor hierdoor daardoor hierop daarop hieraan daaraan hierin daarin hieruit "
    "daaruit hiermee neer aldus aanvullend tevens eveneens daarentegen bovendien uiteindelijk uiterlijk vooral sterk "
    "hoog laag matig overeen ervan ervoor erop erin eraan waar zo zojuist destijds steeds "
    "uiteen voren samengenomen structureel incidenteel wekelijks dagelijks voorts desalniettemin niettemin "
    "oftewel ofwel".split()
)
MANNER = re.compile(
    r"(?:on)?(?:gedwongen|zelfstandig|vrijwillig|\w+(?:lijk|baar|matig|loos)|tijdelijk|definitief|geheel|volledig|deels)$"
)
"""Adverbs that say how, and so belong to what is measured: "aantoonbaar vertrokken"."""

_PARTICIPLE = re.compile(
    r"(?:(?:aan|achter|af|be|bij|binnen|door|goed|her|in|klaar|los|mee|mis|na|neer|om|onder|op|over|plaats|samen|tegen"
    r"|terug|toe|tussen|uit|vast|voor|vrij|weer|weg)?ge\w+"
    r"|(?:be|ver|ont|her|er|over|onder|door|mis|vol|voor|aan|om)\w+)(?:d|t|en|aan|ien)$"
)
_DONE = ("gedaan", "gegaan", "gestaan", "geslagen")
"""Participles of short verbs, which the dictionary does not know with every first half: "afgedaan"."""

_VERB = ("en", "aan", "ien", "oen")
_PEOPLE = frozenset("verdachten gewonden bekenden verwanten afgestudeerden werkenden ondervraagden verzekerden".split())
_NOUNS = frozenset("gevallen vermogen verleden".split())
"""Nouns that have the shape of a participle: "in 312 gevallen", "een vermogen van 7 GW"."""

_LOAN_PARTICIPLE = re.compile(r"(?:[a-z]{2,6})?ge\w{2,}eerd$")
"""Participles of verbs in -eren, which the dictionary often gives as their own lemma: "gecontroleerd"."""

NO_PREDICATE = frozenset("uitgesplitst onderverdeeld verdeeld gesplitst bedoeld genoemd gemiddeld".split())
"""Participles that say how figures are shown, not what is measured."""

_LAST_SOUND = {"v": "f", "z": "s"}
_GE_PARTICIPLE = re.compile(r"(?:(?!gebe|gebr)ge|\w{2,6}ge)\w+t$")
_VOICELESS = re.compile(r"(?:[kfspx]|ch)t$")
"""Before this a weak participle ends in -t, as the present does: "verwerkt"; elsewhere it ends in -d."""

_VERB_ENDINGS = re.compile(r"(?:t|[dt]e|erden|eerden)$")

_MANY_DID = re.compile(r"(?<!er)[dt]en$")
"""The ending of a weak verb as many did it: "meldden", "volgden"; the dictionary tells it from "gemeenten"."""

LIGHT = frozenset("gegaan geweest gekomen geworden gebleven gehad gedaan".split())
"""Participles that add nothing to what is measured: "in bezwaar gegaan"."""


_dictionaries = KeptDictionaries()
_words = DictionaryLookupStrategy(_dictionaries)
_lemmas = Lemmatizer(lemmatization_strategy=DefaultStrategy(dictionary_factory=_dictionaries))


@lru_cache(maxsize=50_000)
def lemma(word: str) -> str:
    """Give the dictionary form of a word, in lower case."""
    return str(_lemmas.lemmatize(word.lower(), "nl")).replace("_", "").lower()


def is_known(word: str) -> bool:
    """Whether the dictionary has a word."""
    return _words.get_lemma(word.lower(), "nl") is not None


@lru_cache(maxsize=50_000)
def is_participle(word: str) -> bool:
    """Whether a word is a past participle, as far as its shape and its lemma tell: "ingetrokken", not "gemeenten"."""
    low = word.lower()
    if not _PARTICIPLE.match(low) or low.endswith("ingen") or low in NO_PREDICATE or low in _NOUNS:
        return False
    if low in _PEOPLE:
        return False
    if low.endswith("end") and is_known(low[:-1]) and lemma(low[:-1]) == low[:-1]:
        return False
    if low.endswith(_DONE) or _LOAN_PARTICIPLE.match(low):
        return True
    found = lemma(low)
    return found.endswith(_VERB) and (found != low or is_known(low))


@lru_cache(maxsize=50_000)
def is_finite(word: str) -> bool:
    """Whether a small-letter word carries a clause, by the list or by its ending: "levert", "vermeldt", "stelde"."""
    if word in FINITE:
        return True
    if not word.islower() or len(word) < 5 or word in _PEOPLE:
        return False
    if _MANY_DID.search(word):
        verb = lemma(word)
        return verb.endswith(_VERB) and verb != word and not _PARTICIPLE.match(word) and is_finite(word[:-1])
    if not _VERB_ENDINGS.search(word):
        return False
    present = word.endswith("t")
    stem = word[:-1] if present else word.removesuffix("n")[:-2]
    verb = lemma(word if present else f"{stem}{word[len(stem)]}e")
    if not verb.endswith(_VERB) or verb == word:
        return False
    if verb.endswith("aan"):
        return present
    same = _LAST_SOUND.get(verb[-3], verb[-3]) == _LAST_SOUND.get(stem[-1], stem[-1])
    if present:
        closes = _PARTICIPLE.match(word) and (_GE_PARTICIPLE.match(word) or _VOICELESS.search(word))
        return same and not closes and not stem.endswith("t")
    return same and len(word) > 5 and word != "vierde" and not _PARTICIPLE.match(f"{stem}{word[len(stem)]}")


@lru_cache(maxsize=50_000)
def is_noun(word: str) -> bool:
    """Whether a word can be what is counted: no inflected adjective ("reguliere"), no participle, no function word."""
    low = word.lower()
    if is_finite(word) and low not in AMBIGUOUS:
        return False
    if low in DETERMINERS or low in PREPOSITIONS or low in FINITE - AMBIGUOUS or low in ADVERBS or low in CONJUNCTIONS:
        return False
    if sum(letter.isalpha() for letter in low) < 2 or is_participle(low) or low in NO_PREDICATE:
        return False
    last = low.rsplit("-", 1)[-1]
    return not last.endswith("e") or lemma(last) == last


def attributive(participle: str) -> str:
    """Give the form of a participle before a noun.

    >>> attributive("verleend"), attributive("ingetrokken"), attributive("uitgezet"), attributive("afgedaan")
    ('verleende', 'ingetrokken', 'uitgezette', 'afgedane')
    """
    if participle.endswith("aan"):
        return f"{participle[:-2]}ne"
    if participle.endswith(("en", "ien")):
        return participle
    if re.search(r"(?<![aeiou])[aeiou]t$", participle):
        return f"{participle}te"
    return re.sub(r"([aeou])\1([dt])$", r"\1\2", participle) + "e"


_GLUED_BEHIND = frozenset(
    "van het een in op met dat die aan voor door bij naar over tot zijn worden wordt hebben ongeveer gemiddeld".split()
)
_GLUED_BEFORE = frozenset("van het de een en met dat die is zijn wordt worden".split())
"""Small words that a lost space glues to the word before or behind them, or to an article."""


@lru_cache(maxsize=20_000)
def joints(word: str) -> tuple[int, ...]:
    """Give where an unknown word falls apart into a known one and a small one, or a known one and a participle.

    >>> joints("levensduurvan"), joints("inspectiesuitgevoerd"), joints("datde"), joints("opvangplekken")
    ((10,), (10,), (3,), ())
    """
    low, found = word.lower(), list[int]()
    for at in range(2, len(low) - 1):
        first, second = low[:at], low[at:]
        small = (second in _GLUED_BEHIND and at > 3 and is_known(first)) or (first in _GLUED_BEFORE and _stands(second))
        small = small or (second in ("de", "het", "een") and first in PREPOSITIONS | RELATIVES)
        if small or (
            at > 4
            and len(second) > 6
            and first.endswith(("en", "s"))
            and is_known(first)
            and is_participle(second)
            and "ge" in second
        ):
            found.append(at)
    return tuple(found[:1])


@lru_cache(maxsize=20_000)
def whole(word: str) -> str:
    """Give a word without the hyphen of a line end that it kept.

    >>> whole("onregel-matigheden"), whole("amv-plekken")
    ('onregelmatigheden', 'amv-plekken')
    """
    first, _, second = word.partition("-")
    if word.count("-") != 1 or not second or not word.islower() or is_known(word):
        return word
    broken = not (is_known(first) and is_known(second))
    return first + second if broken and is_known(first + second) else word


def _stands(word: str) -> bool:
    """Whether a word that is left when a small one is taken off is one of its own, long enough to be sure."""
    return len(word) > 4 and is_known(word) and not is_participle(word)
