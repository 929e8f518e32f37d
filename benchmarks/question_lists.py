"""A hundred lists of questions and answers as text, invented here: what the store of a server is filled with."""

from __future__ import annotations

import json
import random
from pathlib import Path

_THINGS = (
    "opvangplekken asielaanvragen nareisverzoeken gezinsherenigingen verblijfsvergunningen inburgeraars noodlocaties "
    "statushouders terugkeergesprekken hoorzittingen"
).split()
_AGENCIES = ("het COA", "de IND", "de DTenV", "Nidos", "het CBS")
_MONTHS = "januari februari maart april mei juni juli augustus september oktober november december".split()
_QUESTIONS = 25


def write_lists(folder: Path, count: int) -> list[Path]:
    """Write lists of questions, each with its identifier beside it; the same for the same count.

    Args:
        folder: where to write them; it is made.
        count: how many.
    """
    folder.mkdir(parents=True, exist_ok=True)
    return [_write(folder, number) for number in range(1, count + 1)]


def _write(folder: Path, number: int) -> Path:
    name = f"kst-99001-{number}"
    path = folder / f"{name}.txt"
    path.write_text(_text(number), encoding="utf-8")
    about = {"identifier": name, "basis": "metadata"}
    path.with_name(f"{name}.meta.json").write_text(json.dumps(about), encoding="utf-8")
    return path


def _text(number: int) -> str:
    words = random.Random(number)
    parts = [
        f"Nr. {number} VERSLAG HOUDENDE EEN LIJST VAN VRAGEN EN ANTWOORDEN\n"
        f"Vastgesteld {words.randint(1, 28)} {words.choice(_MONTHS)} 2025\n\n"
        "De vaste commissie voor Asiel en Migratie heeft de eer verslag uit te brengen in de vorm van een lijst van "
        "vragen met de daarop gegeven antwoorden.\n\nVragen en antwoorden\n"
    ]
    parts += [_exchange(question, words) for question in range(1, _QUESTIONS + 1)]
    return "\n".join(parts)


def _exchange(question: int, words: random.Random) -> str:
    thing, agency = words.choice(_THINGS), words.choice(_AGENCIES)
    days = [f"{words.randint(1, 28)} {words.choice(_MONTHS)} {words.randint(2022, 2025)}" for _ in range(2)]
    numbers = [f"{words.randrange(1_000, 99_999):,}".replace(",", ".") for _ in range(3)]
    return (
        f"Vraag ({question}):\nHoeveel {thing} telde {agency} op {days[0]}?\n\nAntwoord:\n"
        f"Op {days[0]} telde {agency} {numbers[0]} {thing}. Op {days[1]} waren er {numbers[1]} {thing}, van wie "
        f"{numbers[2]} in de noodopvang. Zie ook het antwoord op vraag {words.randint(1, _QUESTIONS)}.\n"
    )
