"""The book as one value: it travels as plain data and has a digest."""

import dataclasses

import pytest

from daylight.core.rulebook.book import Rulebook
from daylight.core.values.plain import Misshapen, build, canonical_bytes, plain, read_plain
from law_samples import BOOK


def test_a_book_survives_the_way_to_plain_and_back():
    again = build(Rulebook, read_plain(canonical_bytes(BOOK)))
    assert again == BOOK
    assert again.digest == BOOK.digest


def test_any_other_book_has_another_digest():
    assert dataclasses.replace(BOOK, country="yy").digest != BOOK.digest


def test_a_float_never_enters_a_book():
    shape = plain(BOOK)
    shape["parameters"][0]["values"][0]["value"] = 0.5
    with pytest.raises(
        Misshapen, match=r"\$?\.parameters\[0\]\.values\[0\]\.value: int is expected, not float"
    ):
        build(Rulebook, shape)
