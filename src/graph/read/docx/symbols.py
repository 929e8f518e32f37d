"""The signs of the symbol fonts as the characters of Unicode that look the same."""

from __future__ import annotations

_FIRST, _LAST = 0xF020, 0xF0FF
"""The private-use characters in which Word keeps the signs of a symbol font."""

BULLET = "•"
"""What stands for a bullet, and for a sign that no table knows."""

DASH = "–"
"""What stands for a dash before an item."""

_DASHES = frozenset("-‐‑‒–—―−")

_SYMBOL = {
    **dict(zip(range(0x30, 0x3A), "0123456789", strict=True)),
    **dict(zip(range(0x41, 0x5B), "ΑΒΧΔΕΦΓΗΙϑΚΛΜΝΟΠΘΡΣΤΥςΩΞΨΖ", strict=True)),
    **dict(zip(range(0x61, 0x7B), "αβχδεφγηιϕκλμνοπθρστυϖωξψζ", strict=True)),
    **dict(zip(range(0xAB, 0xB0), "↔←↑→↓", strict=True)),
    **dict(zip(range(0xB0, 0xBD), "°±″≥×∝∂•÷≠≡≈…", strict=True)),
    **{0x20: " ", 0x28: "(", 0x29: ")", 0x2B: "+", 0x2C: ",", 0x2D: "−", 0x2E: ".", 0x2F: "/", 0x3C: "<", 0x3D: "="},
    **{0x3E: ">", 0x25: "%", 0xA0: "€", 0xA2: "′", 0xA3: "≤", 0xA5: "∞", 0xD6: "√", 0xD7: "⋅", 0xDE: "⇒", 0xE5: "∑"},
}
"""The font Symbol: Greek, and the signs of sums that change what a figure says."""

_WINGDINGS = {0x20: " ", 0xA8: "☐", 0xDF: "←", 0xE0: "→", 0xFB: "✗", 0xFC: "✓", 0xFD: "☒", 0xFE: "☑"}
"""The font Wingdings: boxes that are ticked or not, and arrows."""


def sign(code: int, font: str) -> str:
    """Give the character for a sign of a symbol font.

    Args:
        code: its place in the font, with or without the offset of the private-use area.
        font: its name.
    """
    place = code & 0xFF
    if "wingdings" in font.lower():
        return _WINGDINGS.get(place, BULLET)
    if font.lower() == "symbol" or _FIRST <= code <= _LAST:
        return _SYMBOL.get(place, BULLET)
    return chr(code) if 0x20 <= code < 0xD800 or 0xE000 <= code <= 0x10FFFF else ""


def plain(text: str, font: str) -> str:
    """Give text without private-use characters of symbol fonts."""
    if text.isascii() or not any(_FIRST <= ord(each) <= _LAST for each in text):
        return text
    return "".join(sign(ord(each), font) if _FIRST <= ord(each) <= _LAST else each for each in text)


def bullet(text: str) -> str:
    r"""Give the bullet of a list: a dash where it is one, else a dot, whatever the drawing.

    >>> bullet("-"), bullet("o"), bullet("\uf0b7")
    ('–', '•', '•')
    """
    return DASH if plain(text.strip(), "Symbol") in _DASHES else BULLET
