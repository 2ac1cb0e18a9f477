"""Numbers are checked where they are written: a wrong one is neither salted nor sent."""

import pytest

from daylight.client.device import new_device
from daylight.client.registering import WrongNumber, enter_person
from daylight.client.session import Party
from daylight.practice.numbers import invented_identity
from world import china, found


def newcomer(world):
    return Party("新人", new_device(world.stage.randomness, world.stage.crypto))


def test_a_wrong_identity_number_is_told_with_its_remedy_and_nothing_is_sent():
    world = found()
    acts = len(world.acts)
    with pytest.raises(WrongNumber, match=r"校验位.*未发送.*check of this") as told:
        enter_person(world.stage, newcomer(world), number="110105194912310021", phone="000")
    assert told.value.refusal.code == "registry.number-check"
    assert len(world.acts) == acts


def test_what_the_remedy_says_is_then_taken():
    world = found()
    enter_person(world.stage, newcomer(world), number=invented_identity(china(), "新人"), phone="000")
    assert world.acts[-1].intent.kind == "RegisterPerson"
