"""An office that shows less than there is, dates back, leaves a bid out or relabels itself is found."""

import random

import pytest

from daylight.core.values.docket import DocketKind, is_docket
from daylight.crypto.openssl import OPENSSL
from daylight.verifier import order
from daylight.verifier.verify import verify
from lies import LIES, bought, bundle

SEEDS = 20
SWITCHES = {"act.saw-less": "_saw_all", "act.saw-later": "_saw_all", "act.time-went-back": "_follows"}


def codes(files):
    verdict = verify(files, OPENSSL)
    findings = (*verdict.contradictions, *verdict.gaps)
    return {one.code for one in findings} | {one.code for found in findings for one in found.refusals}


@pytest.mark.parametrize("seed", range(SEEDS))
@pytest.mark.parametrize("name", LIES)
def test_each_lie_is_found_by_its_name(name, seed):
    lie = LIES[name](random.Random(f"{name}/{seed}"))
    assert lie.code in codes(lie.files)


@pytest.mark.parametrize("name", LIES)
def test_without_its_check_the_lie_is_not_named(name, monkeypatch):
    lie = LIES[name](random.Random(f"{name}/0"))
    if lie.code not in SWITCHES:
        pytest.skip("found by what was checked before there was an order")
    monkeypatch.setattr(order, SWITCHES[lie.code], lambda *_, **__: None)
    assert lie.code not in codes(lie.files)


@pytest.mark.parametrize("name", ["hidden_revocation", "bid_left_out"])
def test_these_lies_would_be_proved_without_the_check(name, monkeypatch):
    lie = LIES[name](random.Random(f"{name}/1"))
    monkeypatch.setattr(order, "_saw_all", lambda *_, **__: None)
    assert codes(lie.files) == set()


def test_an_honest_office_is_proved_and_says_as_of_which_act():
    world, case = bought(0)
    verdict = verify(bundle(world, case), OPENSSL)
    last = [act for act in world.acts if act.docket == case][-1]
    assert verdict.exit_code == 0
    assert verdict.last == (f"{last.received_at.iso()} {last.intent.kind} ({case}/{last.seq})",)
    assert any(is_docket(act.docket, DocketKind.BID) for act in world.acts)
