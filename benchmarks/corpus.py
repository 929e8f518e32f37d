"""Papers in the layouts of real ones, invented here, as many as are wanted: `python -m benchmarks.corpus FOLDER COUNT`.

Half are Kamervragen with their answers, a quarter lists of questions, a quarter letters; one in three has tables. What
is counted recurs from paper to paper, most of it of a few things and the rest of many, as in real ones: so that series
grow long and names many. Paper number n is the same whatever the count.
"""

from __future__ import annotations

import random
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path

from benchmarks.subjects import FIRST_NAMES, GROUPS, MANNERS, MONTHS, PARTIES, SUBJECTS, Subject

_FIRST, _DAYS = date(1998, 1, 5), 9_700
_A_FOLDER = 1_000


def write_corpus(folder: Path, count: int, first: int = 1) -> list[Path]:
    """Write papers, each under its official identifier.

    Args:
        folder: where to write them, in folders of a thousand; it is made.
        count: how many.
        first: the number of the first one.
    """
    found = []
    for number in range(first, first + count):
        name, text = paper(number)
        path = folder / f"{number // _A_FOLDER:03}" / f"{name}.txt"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
        found.append(path)
    return found


def paper(number: int) -> tuple[str, str]:
    """Give the identifier and the text of one paper."""
    words = _Words(number)
    return (_answers, _list, _answers, _letter)[number % 4](words)


@dataclass(frozen=True)
class _Topic:
    """What an exchange is about: a thing that is counted, and by whom."""

    thing: str
    subject: Subject


class _Words:
    """The dice of one paper."""

    def __init__(self, number: int) -> None:
        self.number = number
        self.dice = random.Random(number)
        self.day = _FIRST + timedelta(self.dice.randrange(_DAYS))
        self.subject = self.dice.choice(SUBJECTS)

    def topic(self) -> _Topic:
        """Choose what is counted: few things often, many seldom."""
        thing = self.subject.things[min(int(self.dice.expovariate(0.4)), len(self.subject.things) - 1)]
        if self.dice.random() < 0.4:
            thing = f"{self.dice.choice(MANNERS)} {thing}"
        if self.dice.random() < 0.3:
            thing = f"{thing} voor {self.dice.choice(GROUPS)}"
        return _Topic(thing, self.subject)

    def amount(self, highest: int = 90_000) -> str:
        return f"{self.dice.randrange(110, highest):,}".replace(",", ".")

    def years(self, count: int) -> list[int]:
        return [self.day.year - 1 - back for back in range(count)][::-1]

    def person(self) -> tuple[str, str]:
        name = f"{self.dice.choice(FIRST_NAMES)}{self.dice.choice(('sma', 'stra', 'veld', 'man', 'berg', 'huis'))}"
        return name.capitalize(), self.dice.choice(PARTIES)


def written(day: date) -> str:
    """Write a day in Dutch."""
    return f"{day.day} {MONTHS[day.month - 1]} {day.year}"


def _session(day: date) -> str:
    start = day.year if day.month >= 9 else day.year - 1
    return f"{start}–{start + 1}"


def _answers(words: _Words) -> tuple[str, str]:
    """Give Kamervragen with their answers, as the Aanhangsel prints them."""
    session = _session(words.day)
    identifier = f"ah-tk-{session.replace('–', '')}-{words.number}"
    name, party = words.person()
    asked = words.day - timedelta(words.dice.randint(14, 40))
    topic = words.topic()
    head = (
        f"Tweede Kamer der Staten-Generaal\n\nVergaderjaar {session} Aanhangsel van de Handelingen\n\n"
        "Vragen gesteld door de leden der Kamer, met de daarop door de regering gegeven antwoorden\n\n"
        f"{words.number}\n\nVragen van het lid {name} ({party}) aan de Minister van {words.subject.ministry} over "
        f"{topic.thing} (ingezonden {written(asked)}).\n\nAntwoord van Minister {words.person()[0]} "
        f"({words.subject.ministry}) (ontvangen {written(words.day)}).\n"
    )
    body = []
    for question in range(1, words.dice.randint(4, 12)):
        about = topic if question == 1 else words.topic()
        body.append(f"Vraag {question}\n{_question(words, about)}\n\nAntwoord {question}\n{_answer(words, about)}\n")
    foot = f"\nah-tk-{session.replace('–', '')}-{words.number}\nISSN 0921 - 7371\n"
    return identifier, "\n".join((head, *body)) + foot


def _list(words: _Words) -> tuple[str, str]:
    """Give a report with a list of questions and answers."""
    dossier = 25_000 + words.number % 11_000
    head = (
        f"Tweede Kamer der Staten-Generaal 2\n\nVergaderjaar {_session(words.day)}\n\n"
        f"{dossier // 1000} {dossier % 1000:03} {words.subject.dossier}\n\n"
        f"Nr. {words.number} VERSLAG HOUDENDE EEN LIJST VAN VRAGEN EN ANTWOORDEN\nVastgesteld {written(words.day)}\n\n"
        f"De vaste commissie voor {words.subject.ministry} heeft een aantal vragen voorgelegd aan de Minister van "
        f"{words.subject.ministry}.\n\nDe vragen zijn op {written(words.day - timedelta(21))} voorgelegd. Bij brief "
        f"van {written(words.day - timedelta(2))} zijn ze door de Minister van {words.subject.ministry} beantwoord.\n"
    )
    body = []
    for question in range(1, words.dice.randint(12, 36)):
        about = words.topic()
        body.append(
            f"Vraag ({question}):\n{_question(words, about)}\n\nAntwoord:\n{_answer(words, about)}"
            + (f" Zie ook het antwoord op vraag {words.dice.randint(1, question)}." if question % 7 == 0 else "")
            + "\n"
        )
    return f"kst-{dossier}-{words.number}", "\n".join((head, "Vragen en antwoorden\n", *body))


def _letter(words: _Words) -> tuple[str, str]:
    """Give a letter that answers earlier questions, question by question."""
    dossier = 25_000 + words.number % 11_000
    head = (
        f"Tweede Kamer der Staten-Generaal 2\n\nVergaderjaar {_session(words.day)}\n\n"
        f"{dossier // 1000} {dossier % 1000:03} {words.subject.dossier}\n\n"
        f"Nr. {words.number} BRIEF VAN DE MINISTER VAN {words.subject.ministry.upper()}\n\n"
        f"Aan de Voorzitter van de Tweede Kamer der Staten-Generaal\n\nDen Haag, {written(words.day)}\n\n"
        f"Hierbij beantwoord ik de vragen over {words.topic().thing}.\n"
    )
    body = []
    for question in range(1, words.dice.randint(3, 9)):
        about = words.topic()
        body.append(f"Vraag {question}\n{_question(words, about)}\n\nAntwoord\n{_answer(words, about)}\n")
    foot = f"\nDe Minister van {words.subject.ministry},\n{words.dice.choice('ABCDEFGHJKLM')}. {words.person()[0]}\n"
    return f"kst-{dossier}-{words.number}", "\n".join((head, *body)) + foot


def _question(words: _Words, about: _Topic) -> str:
    year = words.day.year - 1
    return words.dice.choice(
        (
            f"Hoeveel {about.thing} telde {about.subject.agency} in {year}?",
            f"Kunt u per jaar aangeven hoeveel {about.thing} er waren, en wat {about.subject.agency} daarvan vindt?",
            f"Klopt het dat het aantal {about.thing} in {year} is gestegen? Zo ja, hoe verklaart u dat?",
            f"Wat zijn de kosten van {about.thing} voor {about.subject.agency}, en wie betaalt die?",
        )
    )


def _answer(words: _Words, about: _Topic) -> str:
    return " ".join(_sentences(words, about)) + (_table(words, about) if words.dice.random() < 0.12 else "")


def _sentences(words: _Words, about: _Topic) -> Iterator[str]:
    """Give what a minister says: figures of years and days, costs, shares, laws, and what is not known."""
    dice, agency, thing = words.dice, about.subject.agency, about.thing
    before, last = words.years(2)
    day = written(date(last, dice.randint(1, 12), 1))
    other = f"{agency[0].upper()}{agency[1:]}"
    choices = (
        f"In {before} waren er {words.amount()} {thing}, in {last} {words.amount()}.",
        f"Op {day} telde {agency} ruim {words.amount()} {thing}.",
        f"{other} verwacht in {last + 2} circa {words.amount()} {thing}.",
        f"De kosten van {thing} bedroegen in {last} € {dice.randint(2, 900)},{dice.randint(1, 9)} miljoen.",
        f"Van de {thing} was in {last} {dice.randint(3, 60)}% ouder dan een jaar.",
        f"Dit volgt uit artikel {dice.randint(2, 60)} van de {about.subject.law}.",
        f"{other} houdt niet bij hoeveel {thing} langer dan een jaar geleden zijn begonnen.",
        "Ik deel de zorgen van het lid en heb daarover gesproken met de betrokken organisaties in de regio.",
        "Het kabinet beziet in het voorjaar welke maatregelen nodig zijn, en informeert de Kamer daarover.",
        f"Ik verwijs naar mijn brief van {written(words.day - timedelta(dice.randint(50, 900)))} over dit onderwerp.",
    )
    yield from dice.sample(choices, dice.randint(2, 6))


def _table(words: _Words, about: _Topic) -> str:
    years = words.years(4)
    rows = [f"| {part} | " + " | ".join(words.amount() for _ in years) + " |" for part in about.subject.parts]
    head = f"| {about.thing.capitalize()} | " + " | ".join(map(str, years)) + " |"
    rule = "|---" * (len(years) + 1) + "|"
    source = f"Bron: {about.subject.agency.removeprefix('het ').removeprefix('de ')}"
    return "\n\n" + "\n".join((f"Tabel 1: aantal {about.thing} per jaar", "", head, rule, *rows, "", source))


if __name__ == "__main__":
    write_corpus(Path(sys.argv[1]), int(sys.argv[2]))
