"""The verifier asks of each bid called unopenable whether the shares that were released bear it out."""

from dataclasses import replace
from functools import partial

import pytest

from bundles import bundle
from daylight.core.acts.edition import EDITIONS
from daylight.core.judgement.register import REGISTER
from daylight.core.procedures.matter import Matter
from daylight.office import perform
from daylight.practice import play
from daylight.verifier.verify import verify
from known import KNOWN
from scripts import SMALL, to_bids
from world import found


def opened_saying(monkeypatch, evidence):
    """A purchase whose office let its presider call the first bid unopenable; gives its bundle."""
    world = found()
    played = to_bids(world, SMALL)
    play.call(world.stage, world.town, played)
    for holder, key in played.keys[:3]:
        play.release_bids(world.stage, played.case, holder, key)
    record = world.office.opening(played.case)
    first = replace(record.dispositions[0], kind="unopenable", parts=(), evidence=evidence)
    with monkeypatch.context() as lying:
        row = REGISTER["OpenBids"]
        lying.setitem(REGISTER, "OpenBids", replace(row, conditions=row.conditions[:-1]))
        deed = replace(record, dispositions=(first, *record.dispositions[1:]))
        world.stage.acts(world.town.agent, deed, played.case)
    return world, played.case


def refused(verdict):
    return [refusal.code for finding in verdict.contradictions for refusal in finding.refusals]


@pytest.mark.parametrize("evidence", ["shares.too-few", "share.file-differs", "any word"])
def test_an_unopenable_bid_with_no_released_fault_behind_it_contradicts(monkeypatch, evidence):
    world, case = opened_saying(monkeypatch, evidence)
    verdict = verify(bundle(world, case), KNOWN)
    assert (verdict.exit_code, refused(verdict)) == (1, ["opening.wrong-evidence"])


def test_a_body_said_to_be_broken_is_the_presiders_word(monkeypatch):
    world, case = opened_saying(monkeypatch, "body.malformed")
    assert verify(bundle(world, case), KNOWN).exit_code == 0


def test_editions_before_did_not_ask(monkeypatch):
    before = EDITIONS[EDITIONS.index("2026.12.5") - 1]
    monkeypatch.setattr(perform, "Matter", partial(Matter, edition=before))
    world, case = opened_saying(monkeypatch, "any word")
    verdict = verify(bundle(world, case), KNOWN)
    assert (verdict.exit_code, [name for name, _ in verdict.editions]) == (0, [before])
