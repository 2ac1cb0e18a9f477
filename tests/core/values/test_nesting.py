"""JSON is read to a depth of its own, not to the depth a caller's stack has left."""

import json
from random import Random

import pytest

from daylight.core.acts.act import read_act
from daylight.core.acts.intent import read_signed
from daylight.core.disclosure.writing import read_json
from daylight.core.values.plain import (
    DEEPEST,
    Misshapen,
    canonical_bytes,
    read_around,
    read_plain,
    refuse_deep,
)

READERS = (read_plain, read_json, refuse_deep, read_act, read_signed, lambda source: read_around("a", source))


def depth(value):
    """A slow second answer."""
    if isinstance(value, dict):
        return 1 + max(map(depth, value.values()), default=0)
    return 1 + max(map(depth, value), default=0) if isinstance(value, list) else 0


def nested(levels, kind):
    opening, closing = {"list": ("[", "]"), "object": ('{"a":', "}"), "both": ('{"a":[', "]}")}[kind]
    half = levels // 2 if kind == "both" else levels
    return (opening * half + "1" + closing * half).encode()


@pytest.mark.parametrize("kind", ["list", "object", "both"])
def test_the_last_level_is_read_and_one_more_is_not(kind):
    assert depth(read_plain(nested(DEEPEST, kind))) == DEEPEST
    with pytest.raises(Misshapen, match="nested 64 levels"):
        read_plain(nested(DEEPEST + 2, kind))


@pytest.mark.parametrize("read", READERS)
@pytest.mark.parametrize("levels", [DEEPEST + 2, 900, 5_000, 200_000])
@pytest.mark.parametrize("kind", ["list", "object", "both"])
def test_deep_json_is_misshapen_for_every_reader(read, levels, kind):
    with pytest.raises(Misshapen):
        read(nested(levels, kind))


@pytest.mark.parametrize("source", [b"[" * 100_000, b'{"a":' * 100_000, b"]" * 100, b'["' + b"[" * 100])
def test_brackets_that_never_close_are_misshapen(source):
    with pytest.raises(Misshapen):
        read_plain(source)


def test_brackets_in_strings_do_not_count():
    for text in ("[" * 500, '"[' * 300, "\\" * 301 + "[" * 300, '\\"' * 50 + "{" * 200 + "\\"):
        assert read_plain(canonical_bytes([text, {text: text}])) == [text, {text: text}]


def test_the_bound_agrees_with_a_slow_count_on_generated_values():
    dice = Random(7)

    def value(left):
        if left == 0 or dice.random() < 0.1:
            return dice.choice(["[[{", '"', "\\", '\\"]', 1, None])
        if dice.random() < 0.5:
            return [value(left - 1) for _ in range(dice.choice([1, 1, 1, 2]))]
        return {dice.choice(["a", '"{', "\\["]): value(left - 1)}

    for _ in range(400):
        made = value(dice.randint(50, 80))
        source = json.dumps(made).encode()
        try:
            refuse_deep(source)
            fits = True
        except Misshapen:
            fits = False
        assert fits == (depth(made) <= DEEPEST)
