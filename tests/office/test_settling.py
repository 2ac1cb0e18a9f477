"""What can't be dealt with now is said to be so, and nothing is entered: no act contradicts another by it."""

import threading
from dataclasses import replace

import pytest

from daylight.core.acts.answer import Receipt
from daylight.core.acts.planning import ReviewRequirement
from daylight.core.values.text import Text
from daylight.office import gateway, perform
from daylight.office.gateway import TooBusy, UnderWayTooLong
from daylight.office.keys import TOLERANCE_MS
from daylight.office.memory import MemoryJournal
from daylight.practice import play
from daylight.store.journal import DatabaseJournal
from scripts import SMALL, to_bids
from world import found

FINE = Text("可以", "fine")


@pytest.fixture(params=["memory", "database"])
def world(request):
    if request.param == "memory":
        yield found(journal=MemoryJournal())
        return
    request.getfixturevalue("database")
    journal = DatabaseJournal()
    yield found(journal=journal)
    journal.close()


def review(world, case):
    return world.stage.intent(world.town.reviewer, ReviewRequirement(True, FINE, FINE), case)


def test_what_opens_bids_is_not_judged_while_an_earlier_arrival_has_no_answer(world, monkeypatch):
    monkeypatch.setattr(gateway.Gateway.settle, "__defaults__", (0.05,))
    played = to_bids(world, SMALL)
    play.call(world.stage, world.town, played)
    holder, key = played.keys[0]
    length = len(world.office.journal.entries(played.case))
    told = []

    def release():
        try:
            play.release_bids(world.stage, played.case, holder, key)
        except TooBusy as busy:
            told.append(str(busy))

    with world.office.gateway.arriving():
        world.clock.move_to(world.clock.now().later_by(1))
        releasing = threading.Thread(target=release)
        releasing.start()
        releasing.join(5)
    assert [("try again" in said, "稍后重试" in said) for said in told] == [(True, True)]
    assert len(world.office.journal.entries(played.case)) == length
    play.release_bids(world.stage, played.case, holder, key)
    assert len(world.office.journal.entries(played.case)) == length + 1


def slow_to_judge(world, monkeypatch, ms):
    """The judgement takes so long by the world's clock."""
    quick = perform.judge

    def judge(matter):
        verdict = quick(matter)
        world.clock.move_to(world.clock.now().later_by(ms))
        return verdict

    monkeypatch.setattr(perform, "judge", judge)


def test_an_intent_that_is_under_way_too_long_is_not_entered_and_may_be_sent_again(world, monkeypatch):
    played = play.prepare(world.stage, world.town, SMALL)
    source, length = review(world, played.case), len(world.office.journal.entries(played.case))
    with monkeypatch.context() as slow:
        slow_to_judge(world, slow, TOLERANCE_MS - perform.WRITING_MS + 1)
        with pytest.raises(UnderWayTooLong, match="send it again"):
            world.office.perform(source)
    assert len(world.office.journal.entries(played.case)) == length
    assert isinstance(world.office.perform(source), Receipt)
    assert len(world.office.journal.entries(played.case)) == length + 1


def test_an_intent_that_is_judged_in_the_lanes_own_turn_is_held_to_the_same_time(world, monkeypatch):
    played = play.prepare(world.stage, world.town, SMALL)
    length = len(world.office.journal.entries(played.case))
    monkeypatch.setattr(perform, "TRIES", 0)
    slow_to_judge(world, monkeypatch, TOLERANCE_MS)
    with pytest.raises(UnderWayTooLong):
        world.office.perform(review(world, played.case))
    assert len(world.office.journal.entries(played.case)) == length


def test_an_intent_that_is_slow_within_what_the_world_tolerates_is_entered(world, monkeypatch):
    played = play.prepare(world.stage, world.town, SMALL)
    slow_to_judge(world, monkeypatch, TOLERANCE_MS - perform.WRITING_MS)
    assert isinstance(world.office.perform(review(world, played.case)), Receipt)


def test_what_was_entered_before_gets_its_receipt_however_slow_the_repeat_is(world, monkeypatch):
    played = play.prepare(world.stage, world.town, SMALL)
    source = review(world, played.case)
    first = world.office.perform(source)
    slow_to_judge(world, monkeypatch, TOLERANCE_MS)
    assert world.office.perform(source) == first


def test_a_world_that_is_older_than_the_promise_has_no_such_limit(world, monkeypatch):
    old = replace(world.office.rules.world, founding=None)
    monkeypatch.setattr(world.office, "rules", replace(world.office.rules, world=old))
    world.office._in_time(world.clock.now().later_by(-10 * TOLERANCE_MS))
