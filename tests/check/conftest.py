"""Papers that are invented for one test and understood by the software."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from graph.link import Authorities
from graph.model import Understanding
from graph.pipeline import understand

_HEAD = "Vragen van het lid Zonnebloem (PvdZ) aan de Minister van Water en Wind over dijken.\n\n"

Paper = Callable[..., Understanding]


@pytest.fixture(scope="session")
def paper() -> Paper:
    """A paper with the given answers, each to a question that says nothing of what is counted."""
    authorities = Authorities.load()

    def made(*answers: str, identifier: str = "ah-tk-20232024-1") -> Understanding:
        pairs = (f"Vraag {n}\nHoe zit dat?\n\nAntwoord {n}\n{answer}\n\n" for n, answer in enumerate(answers, 1))
        return understand((_HEAD + "".join(pairs)).encode(), "dijken.txt", authorities, identifier=identifier)

    return made
