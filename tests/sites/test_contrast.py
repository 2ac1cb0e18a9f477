"""Colours can be told apart: WCAG 2.2 AA, 4.5 to 1 for words, in daylight and in the dark."""

import re

import pytest

from world import SRC

CSS = (SRC / "daylight" / "sites" / "static" / "portal.css").read_text()
WORDS_ON = [
    *(("ink", ground) for ground in ("paper", "card", "ground", "accent-soft")),
    *(("soft", ground) for ground in ("paper", "card", "ground")),
    *(("accent", ground) for ground in ("paper", "card", "accent-soft")),
    ("paper", "accent"),
    ("warn-ink", "warn-paper"),
]
LABELS = {"light": {1: "1c1404", 2: "1c1404"}, "dark": dict.fromkeys(range(8), "0e1113")}


def colours(scheme):
    light, dark = (dict(re.findall(r"--([\w-]+): #([0-9a-f]{6})", block)) for block in roots())
    return light if scheme == "light" else light | dark


def roots():
    return re.findall(r":root {(.*?)}", CSS, re.S)[:2]


def luminance(colour):
    parts = [int(colour[at : at + 2], 16) / 255 for at in (0, 2, 4)]
    linear = [part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def contrast(one, other):
    low, high = sorted((luminance(one), luminance(other)))
    return (high + 0.05) / (low + 0.05)


def test_black_on_white_is_twenty_one_to_one():
    assert round(contrast("000000", "ffffff"), 2) == 21


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_words_can_be_read_on_their_ground(scheme):
    named = colours(scheme)
    assert [(w, g) for w, g in WORDS_ON if contrast(named[w], named[g]) < 4.5] == []


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_numbers_can_be_read_in_their_bars(scheme):
    named = colours(scheme)
    assert [t for t in range(8) if contrast(LABELS[scheme].get(t, "ffffff"), named[f"t{t}"]) < 4.5] == []
