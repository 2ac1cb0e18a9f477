"""Numbers of public registers: one normal form, and what is wrong with a number by the rule of its scheme.

The rules of a country's schemes are data of its rulebook; a register abroad is named as on org-id.guide, by
the country of ISO 3166-1 and the code of the register (``HK-CR``, ``GB-COH``).
Shown by ``tests/core/values/test_identifiers.py`` with codes that were published.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import Literal

from daylight.core.values.spelling import squeezed
from daylight.core.values.text import Text

BY_FIRST_LETTER = (
    "A:DEFGILMOQRSTUWXZ B:ABDEFGHIJLMNOQRSTVWYZ C:ACDFGHIKLMNORUVWXYZ D:EJKMOZ E:CEGHRST F:IJKMOR "
    "G:ABDEFGHILMNPQRSTUWY H:KMNRTU I:DELMNOQRST J:EMOP K:EGHIMNPRWYZ L:ABCIKRSTUVY "
    "M:ACDEFGHKLMNOPQRSTUVWXYZ N:ACEFGILOPRUZ O:M P:AEFGHKLMNRSTWY Q:A R:EOSUW "
    "S:ABCDEGHIJKLMNORSTVXYZ T:CDFGHJKLMNORTVWZ U:AGMSYZ V:ACEGINU W:FS Y:ET Z:AMW"
)
COUNTRIES = frozenset(
    first + second for first, seconds in re.findall(r"(.):(\S+)", BY_FIRST_LETTER) for second in seconds
)
"""Countries and areas by their codes of two letters (ISO 3166-1)."""

BEYOND_COUNTRIES = frozenset({"XI", "XM", "XR"})
"""What org-id.guide sets before registers of no country: of the whole world, of donors, of research."""

PRACTICE = "XX-PRACTICE"
"""The scheme of invented numbers; only worlds for practice know it."""

REGISTER = re.compile(r"(?P<country>[A-Z]{2})(-[A-Z0-9]+)+")


@dataclass(frozen=True)
class Scheme:
    """How numbers of one register look: so many characters of an alphabet, the last of them a check.

    The characters, each by its place in ``alphabet`` times its weight, add up to ``remainder`` modulo
    ``modulus``. ``digits`` and ``day`` are the first and last of the places that hold digits, or a day.
    """

    id: str
    name: Text
    of: Literal["organisation", "person"]
    length: int
    alphabet: str
    weights: tuple[int, ...]
    modulus: int
    remainder: int = 0
    digits: tuple[int, int] = (0, 0)
    day: tuple[int, int] = (0, 0)

    def __post_init__(self) -> None:
        if len(self.weights) != self.length or len(self.alphabet) < self.modulus:
            raise ValueError(f"{self.id}: one weight for each character, one character for each remainder")
        if self.weights[-1] % self.modulus != 1:
            raise ValueError(f"{self.id}: the last character is the check, so its weight is 1")


@dataclass(frozen=True)
class Wrong:
    """What is wrong with a number: a code, and for people what was found and what is right."""

    code: Literal["length", "characters", "digits", "day", "check"]
    found: str
    right: str


def normal_number(number: str) -> str:
    """The number as registers spell it: compatible width, capitals, no blanks, nothing unseen."""
    return squeezed(number).upper()


def check_character(scheme: Scheme, body: str) -> str:
    """The last character that makes a number of this body right."""
    added = sum(
        scheme.alphabet.index(one) * weight for one, weight in zip(body, scheme.weights, strict=False)
    )
    return scheme.alphabet[(scheme.remainder - added) % scheme.modulus]


def wrong_with(scheme: Scheme, number: str) -> Wrong | None:
    """The first thing that is wrong with a number in normal form; nothing where it is well formed."""
    return next(_wrongs(scheme, number), None)


def _wrongs(scheme: Scheme, number: str) -> Iterator[Wrong]:
    if len(number) != scheme.length:
        yield Wrong("length", str(len(number)), str(scheme.length))
        return
    body, last = number[:-1], number[-1]
    strange = [one for one in number if one not in scheme.alphabet]
    if strange:
        yield Wrong("characters", "".join(dict.fromkeys(strange)), scheme.alphabet)
        return
    first, until = scheme.digits
    if not all(one in "0123456789" for one in number[max(first - 1, 0) : until]):
        yield Wrong("digits", number[first - 1 : until], f"{first}–{until}")
        return
    first, until = scheme.day
    if until and not _is_day(number[first - 1 : until]):
        yield Wrong("day", number[first - 1 : until], f"{first}–{until}")
    right = check_character(scheme, body)
    if last != right:
        yield Wrong("check", last, right)


def _is_day(written: str) -> bool:
    try:
        date(int(written[:4]), int(written[4:6]), int(written[6:]))
    except ValueError:
        return False
    return True


def country_of_register(scheme: str) -> str:
    """The country before the code of a register; empty where the name is none of org-id.guide's form."""
    found = REGISTER.fullmatch(scheme)
    country = found["country"] if found else ""
    return country if country in COUNTRIES | BEYOND_COUNTRIES else ""
