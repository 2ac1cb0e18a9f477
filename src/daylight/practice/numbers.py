"""Invented numbers of public registers: well formed by their schemes, and of nobody.

Equal chance gives equal numbers. Shown by ``tests/practice/test_numbers.py``.
"""

from __future__ import annotations

from collections.abc import Callable
from hashlib import sha256

from daylight.core.acts.common import Identifier
from daylight.core.rulebook.book import Rulebook
from daylight.core.values.identifiers import PRACTICE, Scheme, check_character

NUMBER_BYTES = 9
NO_PLACE = "999999"
"""No county has this code, so no true number begins like an invented one."""
YEARS, FIRST_YEAR, MONTHS, DAYS = 50, 1950, 12, 28


def invented_identifier(book: Rulebook, randomness: Callable[[int], bytes]) -> Identifier:
    """The number of an organisation that is not there, in the first scheme the country has for them."""
    scheme = next((one for one in book.schemes if one.of == "organisation"), None)
    drawn = randomness(NUMBER_BYTES)
    return (
        Identifier(scheme.id, invented(scheme, drawn))
        if scheme
        else Identifier(PRACTICE, drawn.hex().upper())
    )


def invented_identity(book: Rulebook, name: str) -> str:
    """The identity number of a person who is not there, by her name; that alone where there is no scheme."""
    scheme = next((one for one in book.schemes if one.of == "person"), None)
    return invented(scheme, sha256(name.encode()).digest()) if scheme else f"身份证 {name}"


def invented(scheme: Scheme, drawn: bytes) -> str:
    """A number that is right by its scheme, from bytes that were drawn: its place is no place."""
    value, free = int.from_bytes(drawn, "big"), []
    for place in range(1, scheme.length):
        first, until = scheme.digits
        letters = "0123456789" if first <= place <= until else scheme.alphabet
        value, one = divmod(value, len(letters))
        free.append(letters[one])
    start = max(scheme.digits[0] - 1, 0)
    body = _over("".join(free), NO_PLACE, start)
    if scheme.of == "organisation":
        body = _over(body, "91", 0)
    if scheme.day[1]:
        value, year = divmod(int.from_bytes(sha256(drawn).digest(), "big"), YEARS)
        value, month = divmod(value, MONTHS)
        born = f"{FIRST_YEAR + year}{month + 1:02}{value % DAYS + 1:02}"
        body = _over(body, born, scheme.day[0] - 1)
    return body + check_character(scheme, body)


def _over(text: str, other: str, at: int) -> str:
    return text[:at] + other + text[at + len(other) :]
