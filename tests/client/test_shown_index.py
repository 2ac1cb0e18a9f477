"""The index of bids after the deadline: it is shown, and what is signed is judged by it."""

from dataclasses import replace

import pytest

import shown_lies
from daylight.client.holder import release_applications, release_bids
from daylight.client.lies import Lied
from daylight.client.pin import InMemory
from daylight.client.presider import open_bids
from daylight.core.acts.dockets import prequalification_docket
from daylight.core.acts.prequalification import ConcludePrequalification
from daylight.practice import play, prequalifying
from lied_to import DAY_MS, due, released, until_seen
from prequalified import to_applications, to_review
from scripts import SMALL, to_bids
from wires import checked, honest
from world import found


@pytest.fixture
def without_bids():
    """A case whose deadline has passed, and nobody has bid."""
    world = found()
    played = to_bids(world, replace(SMALL, bidders=()))
    world.clock.move_to(world.clock.now().later_by(DAY_MS))
    play.call(world.stage, world.town, played)
    return world, played


def test_a_case_for_which_nobody_bid_shows_an_empty_index_and_is_opened(without_bids):
    world, played = without_bids
    holder, key = played.keys[0]
    assert release_bids(checked(world, honest(world, holder)), played.case, holder, key) == 0
    agent = world.town.agent
    receipt = open_bids(checked(world, honest(world, agent)), played.case, agent)
    assert world.office.journal.drafts[-1].source == receipt.act


def test_an_empty_index_is_no_index_left_out(without_bids):
    world, played = without_bids
    holder, _ = played.keys[0]
    door = checked(world, honest(world, holder)).door
    assert door.bids(played.case, holder.device).files == ()
    silent = honest(world, holder)
    shown_lies.shown(silent, lambda view: shown_lies.without(view, "index/"))
    with pytest.raises(Lied) as lie:
        checked(world, silent).door.bids(played.case, holder.device)
    assert lie.value.code == "index.not-shown"


def test_an_empty_index_contradicts_the_release_of_another_holder():
    world, played = released()
    agent = world.town.agent
    wire = honest(world, agent)
    shown_lies.shown(wire, lambda view: shown_lies.hiding_bids(view, bool))
    assert until_seen(wire, lambda: open_bids(checked(world, wire), played.case, agent)).code == (
        "act.saw-otherwise"
    )


def test_a_bid_that_was_shown_once_is_shown_again_beside_all_bids():
    world, played = due()
    holder, key = played.keys[0]
    wire, memory = honest(world, holder), InMemory()
    checked(world, wire, memory).door.bids(played.case, holder.device)
    shown_lies.shown(wire, lambda view: shown_lies.hiding_bids(view, sorted(played.bidders)[0].__eq__))
    seen = until_seen(wire, lambda: release_bids(checked(world, wire, memory), played.case, holder, key))
    assert (seen.code, seen.sent) == ("docket.shorter", ())


def test_a_holder_who_is_shown_no_index_of_applications_releases_none():
    world = found()
    played = to_applications(world).played
    world.clock.move_to(world.clock.now().later_by(DAY_MS))
    prequalifying.call_opening(world.stage, played.case, play.host(world.town, played), "applications")
    holder, key = played.keys[0]
    silent = honest(world, holder)
    shown_lies.shown(silent, lambda view: shown_lies.without(shown_lies.without(view, "index/"), "/bid-"))
    seen = until_seen(silent, lambda: release_applications(checked(world, silent), played.case, holder, key))
    assert (seen.code, seen.sent) == ("index.not-shown", ())
    true = checked(world, honest(world, holder))
    assert release_applications(true, played.case, holder, key) == len(played.script.bidders)


def concludes(world, played, session):
    """What the host does once every application is reviewed."""
    host = play.host(world.town, played)
    files = session.door.applications(played.case, host.device).files
    passed = tuple(sorted(file.id for file in files if file.application.passed))
    return lambda: session.acts(
        host, ConcludePrequalification(played.case, True, passed), prequalification_docket(played.case)
    )


def test_what_was_done_on_applications_since_they_were_shown_is_no_lie():
    world = found()
    played = to_review(world).played
    session = checked(world, honest(world, play.host(world.town, played)))
    conclude = concludes(world, played, session)
    holder, key = played.keys[-1]
    before = len(world.acts)
    release_applications(world.stage, played.case, holder, key)
    assert len(world.acts) - before == len(played.script.bidders)
    conclude()
    assert world.acts[-1].intent.kind == "ConcludePrequalification"


def test_what_was_done_on_applications_before_they_were_shown_is_missed():
    world = found()
    played = to_review(world).played
    holder, key = played.keys[-1]
    release_applications(world.stage, played.case, holder, key)
    world.clock.move_to(world.clock.now().later_by(DAY_MS))
    wire = honest(world, play.host(world.town, played))
    late, true = f'"person":"{holder.device.person}"', wire.show

    def without_the_last(case, device, **asked):
        view = true(case, device, **asked)
        gone = [
            one.path.split("/")[1:]
            for one in view.files
            if one.path.startswith("acts/bid-") and late in one.text
        ]
        tails = {f"{docket}/{seq.removesuffix('.json')}." for docket, seq in gone}
        view = shown_lies.with_index(view, lambda links: links[: -len(gone)])
        return replace(
            view, files=tuple(one for one in view.files if not any(tail in one.path for tail in tails))
        )

    wire.show = without_the_last
    session = checked(world, wire)
    conclude = concludes(world, played, session)
    wire.show = true
    assert until_seen(wire, conclude).code == "receipt.saw-other-bids"
