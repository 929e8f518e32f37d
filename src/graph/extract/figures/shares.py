"""Frames of shares: percentages of something, percentages as such, and what a whole is made up of."""

from __future__ import annotations

import re
from collections.abc import Sequence

from graph.extract.figures.counted import counted
from graph.extract.figures.lexicon import HOLLOW, attributive
from graph.extract.figures.predicates import AUXILIARIES, MANY, of_many, relative_clause
from graph.extract.figures.scene import Framing, Scene, clause_before, until_clause_ends
from graph.extract.figures.subjects import NEGATIONS, Subject, clause, label_of, without_brackets
from graph.extract.figures.tokens import Tag, Token
from graph.model import Rule

RULES = (
    Rule("share-of", "aandeel van iets", "share of something", "42% van de aanvragen is ingewilligd"),
    Rule("share-as", "percentage van een soort", "percentage of a kind", "er is 100% controle gedaan op import"),
    Rule("compared", "vergeleken met eerder", "compared with before", "188.000 banen, 3% meer dan een jaar eerder"),
    Rule("consists-of", "samenstelling", "what it is made up of", "bestaat voor € 7 miljoen uit leningen"),
)

_AUXILIARIES = frozenset("is zijn was waren wordt worden werd werden heeft hebben had hadden".split())
_WORDS = 9
_COMPARED = {"meer": "stijging", "hoger": "stijging", "minder": "daling", "lager": "daling"}
_CONSISTS = frozenset("bestaat bestaan bestond bestonden".split())
_POINTING = frozenset("deze dit die dat".split())
_NO_KIND = re.compile(
    r"\w*(?:vrij|loos|baar|ig|isch|lijk|zaam|arm|rijk|neutraal|meer|minder|er|actief|man|vrouw)"
    r"|t\.?o\.?v\.?|jonger|ouder|eens|oneens|bekend|bereid|gereed|klaar|zeker"
)
"""What is said of a thing behind a percentage, which is no name of one: "30% emissievrij", "20% hoger"."""


def share_that_is(scene: Scene) -> Framing | None:
    """Van het personeel was 13,4% vrouw; van de misdrijven werd 25,9% opgehelderd."""
    if scene.quantity.unit != "percent" or not scene.before or scene.tokens[0].low != "van":
        return None
    verb = next((i for i, token in enumerate(scene.before) if token.tag is Tag.FINITE), None)
    if verb is None or any(token.tag in (Tag.NUMBER, Tag.COMMA, Tag.RELATIVE) for token in scene.tokens[:verb]):
        return None
    if any(token.tag not in (Tag.TIME, Tag.ADVERB) for token in scene.tokens[verb + 1 : scene.at]):
        return None
    whole = clause(scene.tokens[1:verb])
    said = [t for t in until_clause_ends(scene.after, relative=True)[:_WORDS] if t.tag not in (Tag.TIME, Tag.FINITE)]
    told = [t.text for t in said if t.tag is not Tag.ADVERB or t.low in NEGATIONS]
    if whole is None or not told:
        return None
    if len(told) == 1 and said[-1].tag is Tag.PARTICIPLE:
        return Framing("share-of", Subject(f"{attributive(told[0])} {whole.label}", whole.head, scene.quantity.end))
    return Framing("share-of", Subject(label_of([whole.label.split(), told]), whole.head, scene.quantity.end))


def share_of(scene: Scene) -> Framing | None:
    """42% van de aanvragen is ingewilligd; iets minder dan de helft (46%) van de uitgaven."""
    if scene.quantity.unit != "percent":
        return None
    outside = [token for token in without_brackets(scene.after) if token.tag is not Tag.CLOSE]
    if not outside or outside[0].low != "van":
        return None
    verbs = [token.low for token in _own_clause(scene) if token.tag is Tag.FINITE]
    closes = any(token.tag is Tag.PARTICIPLE for token in until_clause_ends(outside))
    if verbs and not (closes and set(verbs) <= _AUXILIARIES):
        return _doing(scene, outside)
    if len(outside) > 1 and outside[1].low == "hen":
        said = clause(until_clause_ends(outside[2:], relative=True)[:_WORDS])
        return Framing("share-of", Subject(said.label, said.head, scene.quantity.end) if said else None, "part")
    of = 1
    while of < len(outside) and outside[of].tag in (Tag.DETERMINER, Tag.NUMBER):
        of += 1
    subject = counted([scene.tokens[scene.at], *outside[of:]], 0)
    if subject is None:
        return None
    if subject.head in HOLLOW and (case := _of_cases(subject, outside)):
        return Framing("share-of", Subject(case.label, case.head, scene.quantity.end))
    label = subject.label if verbs else _with_predicate(subject, outside)
    return Framing("share-of", Subject(label, subject.head, scene.quantity.end))


def _doing(scene: Scene, outside: Sequence[Token]) -> Framing | None:
    """Read a share behind its verb: "In 2024 gebruikte 9 procent van de senioren een rollator"."""
    near = [token for token in scene.before[-4:] if token.tag not in (Tag.TIME, Tag.ADVERB)]
    if not near or near[-1].tag is not Tag.FINITE or near[-1].low in AUXILIARIES or len(outside) < 3:
        return None
    own = until_clause_ends(outside)
    noun = next((i for i in range(2, len(own)) if own[i].tag is Tag.DETERMINER), None)
    whole = clause(own[1:noun]) if noun else None
    said = relative_clause(near[-1].low, own[noun:]) if noun else []
    if whole is None or not said:
        return None
    return Framing("share-of", Subject(label_of([whole.label.split(), said]), whole.head, scene.quantity.end))


def _of_cases(subject: Subject, outside: Sequence[Token]) -> Subject | None:
    """Give what happens in a share of the cases: "in 70% van de gevallen leidde bemiddeling tot een afspraak"."""
    at = next((i for i, token in enumerate(outside) if token.low == subject.head), 0)
    return clause(until_clause_ends(outside[at + 1 :], relative=True)[:_WORDS])


def _with_predicate(subject: Subject, outside: Sequence[Token]) -> str:
    """Add what the share does: "jongeren die schulden hebben"."""
    own = until_clause_ends(outside, relative=True)
    verb = next((i for i, token in enumerate(own[:10]) if token.tag is Tag.FINITE), None)
    if verb is None or any(token.tag is Tag.RELATIVE for token in own[:verb]):
        return subject.label
    rest = until_clause_ends(outside[verb + 1 :])
    if not rest and verb == len(own) - 1 and outside[verb].low not in AUXILIARIES:
        return label_of(
            [subject.label.split(), ["die", *_before_verb(own[:verb], subject), of_many(outside[verb].low)]]
        )
    plain = [token for token in rest if token.tag in (Tag.PARTICIPLE, Tag.FINITE)]
    infinitive = len(plain) == 1 and any(token.low == "te" for token in rest)
    if (plain and not infinitive) or (outside[verb].low in AUXILIARIES and outside[verb].low not in MANY):
        return subject.label
    said = relative_clause(outside[verb].low, rest)
    label = label_of([subject.label.split(), said])
    return label if said and label.endswith(said[-1]) else subject.label


def _before_verb(own: Sequence[Token], subject: Subject) -> list[str]:
    """Give the words between what has a share and the verb that closes its clause: not those that name it."""
    named = subject.label.lower().split()
    last = max((i for i, token in enumerate(own) if token.low in named), default=len(own))
    return [token.text for token in own[last + 1 :] if token.tag is not Tag.TIME]


def _own_clause(scene: Scene) -> Sequence[Token]:
    """Give the words before a number in its own clause: behind "dat", "waaruit" or a comma."""
    words = clause_before(scene.tokens, scene.at)
    opens = [i for i, token in enumerate(words) if token.tag in (Tag.RELATIVE, Tag.CONJUNCTION)]
    return words[opens[-1] + 1 :] if opens else words


def share_as(scene: Scene) -> Framing | None:
    """Er is 100% controle gedaan op import; naar 50% deelname; (100% controles)."""
    if scene.quantity.unit != "percent" or not scene.after or scene.after[0].tag is not Tag.WORD:
        return None
    if scene.quantity.numeral.rule == "number-share" or _NO_KIND.fullmatch(scene.after[0].low):
        return None
    subject = counted(scene.tokens, scene.at)
    if subject is None or subject.head in HOLLOW or _NO_KIND.fullmatch(subject.head):
        return None
    return Framing("share-as", subject)


def compared(scene: Scene) -> Framing | None:
    """188.000 banen, 3% meer dan een jaar eerder; dat zijn er 420 meer dan in 2023: the change of the figure before."""
    if len(scene.after) < 2 or scene.after[1].low != "dan" or not scene.before:
        return None
    noun = _COMPARED.get(scene.after[0].low)
    points = any(token.low in ("dit", "dat") for token in scene.before[-4:])
    joined = points or (
        scene.before[-1].tag in (Tag.COMMA, Tag.OPEN) and any(t.tag is Tag.NUMBER for t in scene.before)
    )
    return Framing("compared", Subject(noun, noun, scene.quantity.end)) if noun and joined else None


def part_consisting(scene: Scene) -> Framing | None:
    """Deze schuld bestaat voor € 7 miljoen uit leningen en voor € 3 miljoen uit rente: parts of the figure before."""
    verb, content = _consists(scene)
    if content is None or not any(token.low in _POINTING for token in clause_before(scene.tokens, verb)):
        return None
    return Framing("consists-of", content, "part")


def consisting(scene: Scene) -> Framing | None:
    """Het aanbod bestaat voor 80% uit voedingsmiddelen en voor 20% uit drank."""
    verb, content = _consists(scene)
    whole = clause(clause_before(scene.tokens, verb)) if content else None
    if content is None or whole is None:
        return None
    label = label_of([[*whole.label.split(), "uit"], content.label.split()])
    return Framing("consists-of", Subject(label, whole.head, scene.quantity.end))


def _consists(scene: Scene) -> tuple[int, Subject | None]:
    """Give where "bestaat" stands and what the number is the part of; none where the sentence is another."""
    outside = without_brackets(scene.after)
    if not scene.before or scene.before[-1].low != "voor" or not outside or outside[0].low != "uit":
        return 0, None
    verb = next((i for i in range(scene.at - 1, -1, -1) if scene.tokens[i].low in _CONSISTS), None)
    if verb is None:
        return 0, None
    content = clause(until_clause_ends(outside[1:], relative=True)[:_WORDS])
    return verb, Subject(content.label, content.head, scene.quantity.end) if content else None
