"""The languages of the pages: Dutch, in which their texts are written, and English, from a catalogue of messages."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import lru_cache
from importlib.resources import files

from babel.messages.pofile import read_po
from fastapi import Request

PARAMETER = "lang"
"""The parameter of an address that asks for a page in another language than Dutch."""


def nl(text: str) -> str:
    """Mark a Dutch text that is shown by way of `Language.gettext`, so that it gets its English in the catalogue."""
    return text


@dataclass(frozen=True)
class Language:
    """A language of the pages.

    Attributes:
        code: as BCP 47 writes it, which is also the name of the locale that numbers and days are written by.
        name: what the language calls itself.
        messages: its texts, by the Dutch ones; a Dutch text without one stays as it is.
        plurals: the forms for one and for more, by the Dutch form for one.
    """

    code: str
    name: str
    messages: Mapping[str, str] = field(default_factory=dict, repr=False, compare=False)
    plurals: Mapping[str, tuple[str, str]] = field(default_factory=dict, repr=False, compare=False)

    def gettext(self, message: str) -> str:
        """Give a text of the pages in this language."""
        return self.messages.get(message, message)

    def ngettext(self, one: str, more: str, count: int) -> str:
        """Give the form of a text that goes with a number: Dutch and English have one for 1 and one for all others."""
        return self.plurals.get(one, (one, more))[count != 1]


DUTCH = Language("nl", "Nederlands")


@lru_cache(maxsize=1)
def languages() -> Mapping[str, Language]:
    """Give the languages by their codes, Dutch first."""
    return {language.code: language for language in (DUTCH, _read("en", "English"))}


def language_of(request: Request) -> Language:
    """Give the language that an address asks for; Dutch where it asks for none that there is."""
    return languages().get(request.query_params.get(PARAMETER, ""), DUTCH)


def _read(code: str, name: str) -> Language:
    with (files("graph.web") / "locale" / f"{code}.po").open("rb") as file:
        catalogue = read_po(file, locale=code)
    messages: dict[str, str] = {}
    plurals: dict[str, tuple[str, str]] = {}
    for message in catalogue:
        if isinstance(message.id, str):
            if message.id and message.string:
                messages[message.id] = str(message.string)
        elif isinstance(message.string, tuple) and all(message.string):
            one, more = message.string
            plurals[message.id[0]] = (one, more)
    return Language(code, name, messages, plurals)
