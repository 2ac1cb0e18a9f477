"""Seed, stream and order: unbiased, and the same as a slow reference spelled by hand."""

from collections import Counter
from hashlib import sha256
from itertools import islice

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.draw import slow
from daylight.core.draw.chance import (
    WORDS,
    Contribution,
    below,
    commitment_to,
    permutation,
    seed_of,
    stream,
)

GIVEN = (
    Contribution("supervisor", b"s" * 32),
    Contribution("notary", b"n" * 32),
    Contribution("purchaser", b"p" * 32),
)


def seed_number(number):
    return sha256(b"%d" % number).digest()


@given(st.binary(max_size=80), st.text(max_size=4), st.sets(st.text(max_size=3), max_size=40))
def test_the_order_agrees_with_the_slow_reference(seed, category, handles):
    assert list(permutation(seed, category, handles)) == slow.order(seed, category, handles)


def test_the_seed_agrees_with_the_slow_reference_whatever_the_order_of_contributions():
    expected = slow.seed("d-1", b"r" * 32, b"t" * 32, [(one.who, one.nonce) for one in GIVEN], b"b" * 32)
    for given_so in (GIVEN, GIVEN[::-1]):
        assert seed_of("d-1", b"r" * 32, b"t" * 32, contributions=given_so, beacon=b"b" * 32) == expected


def test_every_contribution_moves_the_seed():
    seeds = {
        seed_of("d-1", b"", b"", contributions=(*GIVEN[:n], Contribution("x", b"%d" % n)), beacon=b"")
        for n in range(4)
    }
    assert len(seeds) == 4


def test_a_commitment_is_bound_to_the_draw_and_to_who_makes_it():
    one = GIVEN[0]
    expected = slow.sha(slow.joined("daylight-draw-commit/v1", "d-1", one.who, one.nonce))
    assert commitment_to("d-1", one) == expected
    assert commitment_to("d-2", one) != expected
    assert commitment_to("d-1", Contribution("notary", one.nonce)) != expected


def test_words_of_the_last_incomplete_round_are_passed_over():
    """Of 2⁶⁴ words modulo 3 exactly one is left over: the last."""
    assert below(iter([WORDS - 1, 5]), 3) == 2
    assert below(iter([WORDS - 2, 5]), 3) == (WORDS - 2) % 3
    assert below(iter([WORDS - 1]), 2) == 1


def test_categories_have_streams_of_their_own():
    assert list(islice(stream(b"s", "it"), 8)) != list(islice(stream(b"s", "law"), 8))


@pytest.mark.parametrize("handles", [(), ("a",)])
def test_none_and_one_are_in_order_already(handles):
    assert permutation(b"s", "it", handles) == handles


def test_of_two_each_comes_first_half_of_the_time():
    """4,000 seeds: a fair coin stays within four standard deviations (126) of 2,000."""
    first = sum(permutation(seed_number(n), "it", "ab")[0] == "a" for n in range(4000))
    assert abs(first - 2000) < 126


def test_all_orders_of_four_are_equally_likely():
    """χ² over 24 orders, 12,000 seeds: below 49.7, which chance exceeds once in a thousand (23 degrees)."""
    seen = Counter(permutation(seed_number(n), "it", "abcd") for n in range(12_000))
    assert len(seen) == 24
    assert sum((count - 500) ** 2 / 500 for count in seen.values()) < 49.7
