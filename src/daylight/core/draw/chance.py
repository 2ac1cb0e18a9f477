"""Chance that nobody chose: committed contributions and a beacon make the seed, the seed makes the order.

One honest contributor is enough for a uniform order. Each contribution opens a commitment logged before
anyone could know another's. From the seed flows a stream of HMAC-SHA256 blocks per category; ``below``
passes over words that would favour small numbers, and Fisher–Yates runs forward over the sorted handles.
Steps 2, 4 and 5 of ``daylight-draw/v1``; shown by ``tests/core/draw/test_chance.py``.
"""

from __future__ import annotations

import hmac
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from hashlib import sha256
from itertools import count

from daylight.core.draw.parts import WORD, digest, parts

DRAW = "daylight-draw/v1"
COMMIT = "daylight-draw-commit/v1"
LEAST_NONCE = 32
WORDS: int = 2 ** (8 * WORD)


@dataclass(frozen=True)
class Commitment:
    """What a contributor is bound to before chance is known."""

    who: str
    commit: bytes


@dataclass(frozen=True)
class Contribution:
    """The nonce a contributor had committed to."""

    who: str
    nonce: bytes


def commitment_to(draw_id: str, contribution: Contribution) -> bytes:
    """The digest a contributor publishes before showing the nonce."""
    return digest(COMMIT, draw_id, contribution.who, contribution.nonce)


def seed_of(
    draw_id: str, rules: bytes, root: bytes, *, contributions: Iterable[Contribution], beacon: bytes
) -> bytes:
    """The seed: rules, pool and every contribution (sorted by who), mixed with the beacon."""
    given = sorted(contributions, key=lambda one: one.who)
    return digest(DRAW, draw_id, rules, root, *(parts(one.who, one.nonce) for one in given), beacon)


def permutation(seed: bytes, category: str, handles: Iterable[str]) -> tuple[str, ...]:
    """The order in which chance calls these handles; it does not depend on the order they are given in."""
    order, words = sorted(handles), stream(seed, category)
    for place in range(len(order) - 1):
        other = place + below(words, len(order) - place)
        order[place], order[other] = order[other], order[place]
    return tuple(order)


def stream(seed: bytes, category: str) -> Iterator[int]:
    """Endless words of eight bytes: the blocks HMAC-SHA256(seed, category and block number), cut."""
    for number in count():
        block = hmac.digest(seed, parts(category, number.to_bytes(WORD, "big")), sha256)
        for start in range(0, len(block), WORD):
            yield int.from_bytes(block[start : start + WORD], "big")


def below(words: Iterator[int], bound: int) -> int:
    """A number below the bound, each equally likely: words of the last, incomplete round are passed over."""
    fair = WORDS - WORDS % bound
    return next(word for word in words if word < fair) % bound
