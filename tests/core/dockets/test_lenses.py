import dataclasses
import inspect
import typing
from types import SimpleNamespace

import pytest

from daylight.core.dockets import bid, enquiry, indexes, lenses, listing, prequalified, registry
from daylight.core.dockets.case import award, case, evaluation, framework, planning, tendering
from daylight.core.dockets.case.case import Case
from daylight.core.dockets.impossible import Impossible
from daylight.core.judgement.register import REGISTER
from played import world_of

STATES = (
    award,
    bid,
    case,
    enquiry,
    evaluation,
    framework,
    indexes,
    listing,
    planning,
    prequalified,
    registry,
)
MOST_FIELDS = 15
PARTS = {
    "in_planning": {"planning"},
    "in_tendering": {"tendering"},
    "in_terms": {"tendering", "lots"},
    "in_opening": {"tendering"},
    "in_round": {"tendering", "lots"},
    "in_evaluation": {"evaluation"},
    "in_evaluations": {"evaluation", "lots"},
    "calls_for_applications": {"framework", "tendering", "lots"},
}
OF_LOTS = {"in_lot_evaluation", "in_award", "in_contract", "in_listing", "in_refunds", "ends_lot", "lists"}


def test_no_class_of_state_is_wider_than_a_hand_can_hold():
    wide = {
        found.__name__: len(dataclasses.fields(found))
        for module in (*STATES, tendering)
        for _, found in inspect.getmembers(module, dataclasses.is_dataclass)
        if found.__module__ == module.__name__ and len(dataclasses.fields(found)) > MOST_FIELDS
    }
    assert wide == {}


def lens_of(kind):
    """The lens in which the effect of a kind was made."""
    effect = REGISTER[kind].effect
    inner = inspect.getclosurevars(effect).nonlocals.get("effect", effect)
    return inner.__qualname__.partition(".")[0]


def test_an_effect_changes_only_the_parts_its_lens_names():
    """Every effect of a whole purchase is done again, and what it changed is compared part by part."""
    states, checked = {}, 0
    for act in world_of("full").acts:
        before = states.get(act.docket)
        after = states[act.docket] = REGISTER[act.intent.kind].effect(before, act)
        if isinstance(before, Case):
            changed = {
                field.name
                for field in dataclasses.fields(Case)
                if getattr(before, field.name) != getattr(after, field.name)
            }
            lens = lens_of(act.intent.kind)
            assert changed <= PARTS.get(lens, {"lots"}), (act.intent.kind, lens)
            assert lens in PARTS or lens in OF_LOTS | {"_in_lot"}
            checked += 1
    assert checked > 30


def test_every_lens_says_which_part_comes_back():
    for name in (*PARTS, *OF_LOTS):
        hints = typing.get_type_hints(getattr(lenses, name))
        assert "effect" in hints


def test_what_comes_on_another_state_is_impossible():
    act = SimpleNamespace(intent=SimpleNamespace(kind="AwardLot", deed=SimpleNamespace(lot="1")))
    with pytest.raises(Impossible):
        REGISTER["AwardLot"].effect(None, act)
    with pytest.raises(Impossible):
        REGISTER["DefineRequirement"].effect(object(), act)
