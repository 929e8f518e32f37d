"""What the verb of a clause says of those that are counted: "33.000 mensen | die een uitkering ontvingen"."""

from __future__ import annotations

from collections.abc import Sequence

from graph.extract.figures import lexicon
from graph.extract.figures.scene import clause_before, until_clause_ends
from graph.extract.figures.subjects import DROPPED, NAMING, NEGATIONS, Subject, label_of, without_brackets
from graph.extract.figures.tokens import Tag, Token

AUXILIARIES = frozenset(
    "is zijn was waren wordt worden werd werden heeft hebben had hadden kan kunnen kon konden zal zullen zou zouden "
    "moet moeten moest moesten mag mogen mocht mochten wil willen wilde wilden blijkt blijken bleek bleken".split()
)
"""Verbs that say nothing by themselves: what is said stands in the participle or infinitive."""

PARTICLES = frozenset("aan af op in uit toe door over bij mee deel plaats binnen om terug voor vast vrij open".split())
"""Halves of verbs that stand at the end of their clause: "vroegen uitstel aan"."""

MANY = {
    "heeft": "hebben", "had": "hadden", "is": "zijn", "was": "waren", "krijgt": "krijgen", "kreeg": "kregen",
    "woont": "wonen", "werkt": "werken", "volgt": "volgen", "gebruikt": "gebruiken", "vindt": "vinden",
    "ervaart": "ervaren", "leeft": "leven", "kent": "kennen", "doet": "doen", "gaat": "gaan", "zit": "zitten",
    "geeft": "geven", "gaf": "gaven", "kwam": "kwamen", "deed": "deden", "nam": "namen", "vond": "vonden",
    "zegt": "zeggen", "zei": "zeiden", "ontving": "ontvingen", "ging": "gingen", "komt": "komen", "weet": "weten",
}  # fmt: skip
"""Verbs that say what a share of something does, as they are of many: "42% van de jongeren heeft schulden"."""

_SUBJECTS = frozenset("ik wij we zij ze hij men u jullie".split())
_WORDS = 9


def of_many(verb: str) -> str:
    """Give a verb as many do it.

    >>> of_many("leidde"), of_many("verwacht"), of_many("heeft"), of_many("ontvingen")
    ('leidden', 'verwachten', 'hebben', 'ontvingen')
    """
    if verb in MANY:
        return MANY[verb]
    if verb.endswith(("de", "te")):
        return f"{verb}n"
    infinitive = lexicon.lemma(verb) if verb.endswith("t") else verb
    return infinitive if infinitive.endswith("en") else verb


def relative_clause(verb: str, rest: Sequence[Token], before: Sequence[Token] = ()) -> list[str]:
    """Put a verb and the words of its clause in the order of a relative clause; none where it says too little.

    Args:
        verb: the verb.
        rest: the words of the clause behind it.
        before: those between it and whom it is about; only "zich" counts.
    """
    told = [t for t in rest if (t.tag not in (Tag.TIME, Tag.ADVERB) or t.low in NEGATIONS) and t.low not in DROPPED]
    if any(token.tag in (Tag.OPEN, Tag.CLOSE, Tag.STOP, Tag.NUMBER) for token in told) or len(told) > _WORDS:
        return []
    words = [token.low if token.tag in (Tag.DETERMINER, Tag.PREPOSITION) else token.text for token in told]
    many = of_many(verb)
    if len(words) > 1 and "te" in (word.lower() for word in words):
        return ["die", many, *words]
    if words and words[-1] in PARTICLES:
        many, words = words[-1] + many, words[:-1]
    elif len(words) > 1 and words[0] in PARTICLES and told[1].tag is Tag.PREPOSITION:
        many, words = words[0] + many, words[1:]
    own = ["zich"] if any(token.low == "zich" for token in (*before, *rest)) else []
    return ["die", *own, *words, many] if words or own else []


def acting(sequence: Sequence[Token], at: int, subject: Subject) -> Subject | None:
    """Add to what is counted what it does, where the verb of its clause says so; None where that says nothing.

    "In 2024 vroegen 870.000 mensen uitstel aan"; "dat 18.000 studenten een beurs ontvingen".

    Args:
        sequence: the tokens of the sentence.
        at: the index of the number.
        subject: what it counts.
    """
    head = next((i for i in range(at + 1, min(at + 8, len(sequence))) if sequence[i].low == subject.head), None)
    if head is None:
        return None
    verb = _verb_before(sequence, at)
    behind = without_brackets(until_clause_ends(sequence[head + 1 :]))
    if verb is not None:
        said = relative_clause(sequence[verb].low, behind, sequence[verb:at])
    elif _opens_clause(sequence, at) and behind and _is_of_many(behind[-1]):
        said = relative_clause(behind[-1].low, behind[:-1])
    else:
        return None
    if not said or any(token.tag in (Tag.FINITE, Tag.PARTICIPLE) for token in behind[:-1]):
        return None
    words = [token.text for token in sequence[at + 1 : head + 1] if token.tag in (*NAMING, Tag.PARTICIPLE)]
    label = label_of([words, said])
    return Subject(label, subject.head, subject.end) if label.endswith(said[-1]) else None


def _is_of_many(token: Token) -> bool:
    """Whether a verb tells by itself what many do."""
    known = token.low in AUXILIARIES or lexicon.COPULAS.fullmatch(token.low) or lexicon.CHANGES.fullmatch(token.low)
    return token.tag is Tag.FINITE and token.low.endswith("n") and not known


def _verb_before(sequence: Sequence[Token], at: int) -> int | None:
    """Find the verb right before a number whose noun is its subject: "In 2024 vroegen | 870.000 mensen uitstel aan"."""
    i = at - 1
    while i >= 0 and (_is_aside(sequence, i) or sequence[i].low == "zich") and sequence[i].low not in _SUBJECTS:
        i -= 1
    if i < 0 or not _is_of_many(sequence[i]) or (i and sequence[i - 1].low == "te"):
        return None
    opens = [token for token in clause_before(sequence, i) if token.tag not in (Tag.TIME, Tag.ADVERB, Tag.CONJUNCTION)]
    named = any(token.tag in (*NAMING, Tag.RELATIVE) or token.low in _SUBJECTS for token in opens)
    return None if named and opens[0].tag is not Tag.PREPOSITION else i


def _is_aside(sequence: Sequence[Token], i: int) -> bool:
    """Whether a word between a verb and what it counts says when or how: also the first of two numbers."""
    first = sequence[i].low in ("en", "respectievelijk") or sequence[i].tag is Tag.NUMBER
    return sequence[i].tag in (Tag.TIME, Tag.ADVERB) or (
        first and any(t.low == "respectievelijk" for t in sequence[: i + 1])
    )


def _opens_clause(sequence: Sequence[Token], at: int) -> bool:
    """Whether a number is the subject of a clause with its verb at the end: "dat in 2023 | 18.000 studenten ..."."""
    opens = clause_before(sequence, at)
    begins = next((i for i, t in enumerate(opens) if t.low in ("dat", "omdat", "doordat", "waardoor", "terwijl")), None)
    return begins is not None and all(token.tag in (Tag.TIME, Tag.ADVERB) for token in opens[begins + 1 :])
