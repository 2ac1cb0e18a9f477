"""The fast spelling of plain values beside a slow one that asks each value what it is."""

from __future__ import annotations

import dataclasses
import json
from collections.abc import Mapping
from datetime import date
from enum import Enum, IntEnum, StrEnum
from fractions import Fraction

import pytest

from bundles import full_world
from daylight.core.acts.act import act_bytes, read_act
from daylight.core.acts.intent import SignedIntent, read_signed, signed_bytes
from daylight.core.values.plain import Misshapen, build, canonical_bytes, plain


class Colour(StrEnum):
    RED = "red"


class Size(IntEnum):
    SMALL = 1


class Shape(Enum):
    ROUND = "round"


class Word(str):
    __slots__ = ()


@dataclasses.dataclass(frozen=True)
class Branch:
    name: str
    branches: tuple[Branch, ...] = ()
    weight: Fraction | None = None


def slowly(value):
    if isinstance(value, Enum):
        return value.value
    if value is None or isinstance(value, bool | int):
        return value
    if isinstance(value, str):
        return str(value)
    if dataclasses.is_dataclass(value):
        said = {f.name: (getattr(value, f.name), f.default) for f in dataclasses.fields(value)}
        return {name: slowly(item) for name, (item, default) in said.items() if item != default}
    if isinstance(value, tuple | list):
        return [slowly(item) for item in value]
    if isinstance(value, Mapping):
        return {str(key): slowly(item) for key, item in value.items()}
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, Fraction):
        return f"{value.numerator}/{value.denominator}"
    return value.hex()


def test_every_act_of_a_purchase_is_spelled_as_the_slow_way_spells_it():
    for draft in full_world()[0].office.journal.drafts:
        spelled = json.dumps(slowly(draft.act), ensure_ascii=False, sort_keys=True, separators=(",", ":"))
        assert canonical_bytes(draft.act) == spelled.encode() == draft.source
        again = read_act(draft.source)
        assert act_bytes(again) == draft.source
        assert again.intent.spelled == canonical_bytes(draft.act.intent)
        assert canonical_bytes(SignedIntent(draft.act.intent, b"s")) == signed_again(again.intent)


def signed_again(intent):
    signed = signed_bytes(SignedIntent(intent, b"s"))
    assert read_signed(signed).intent.spelled == intent.spelled
    return signed


def test_what_says_its_defaults_is_read_and_spelled_without_them():
    """It is not the spelling that is signed: whoever signs signs the short one."""
    draft = next(d for d in full_world()[0].office.journal.drafts if not d.act.intent.shown)
    said = json.loads(draft.source)
    said["intent"]["shown"] = ""
    long = json.dumps(said, ensure_ascii=False, sort_keys=True, separators=(",", ":")).encode()
    read = read_act(long)
    assert (read, read.spelled, read.intent.spelled) == (draft.act, draft.source, draft.act.intent.spelled)
    signed = canonical_bytes({"intent": said["intent"], "signature": "00"})
    assert read_signed(signed).intent.spelled == draft.act.intent.spelled


def test_every_kind_of_value_is_spelled_as_the_slow_way_spells_it():
    values = (
        [None, True, 7, "七", Word("w"), Colour.RED, Size.SMALL, Shape.ROUND, b"\x00\xff"],
        (date(2026, 3, 2), Fraction(3, 10), {1: Fraction(2), "a": (Size.SMALL,)}),
        Branch("root", (Branch("leaf", weight=Fraction(1, 3)),)),
    )
    assert [plain(value) for value in values] == [slowly(value) for value in values]
    assert {type(item) for item in plain(values[0])} == {type(None), bool, int, str}


def test_a_field_that_gains_a_default_leaves_older_bytes_as_they_were():
    assert canonical_bytes(Branch("root")) == b'{"name":"root"}'
    assert (
        build(Branch, {"name": "root"}) == build(Branch, {"name": "root", "weight": None}) == Branch("root")
    )


def test_what_has_no_spelling_is_refused():
    with pytest.raises(TypeError, match="set has no plain form"):
        plain((1, {2}))


def test_a_misshapen_leaf_is_named_by_its_whole_path():
    tree = {"name": "root", "branches": [{"name": "a"}, {"name": "b", "branches": [{"name": 3}]}]}
    with pytest.raises(Misshapen) as wrong:
        build(Branch, tree, ".tree")
    assert wrong.value.path == ".tree.branches[1].branches[0].name"
    with pytest.raises(Misshapen) as wrong:
        build(Branch, {"name": "root", "weight": "3/0"})
    assert wrong.value.path == ".weight"
