"""An office that shows less than there is, dates back, leaves a bid out or relabels itself is found."""

import random

import pytest

from bundles import CREATED
from daylight.core.values.docket import DocketKind, is_docket
from daylight.office.bundle import Wish
from daylight.verifier import order
from daylight.verifier.report import lines_of
from daylight.verifier.shape import place_of
from daylight.verifier.verify import verify
from known import KNOWN
from lies import bought, bundle
from lies_of_log import OWED_MS, out_of_order
from lies_of_server import recovered, rotated
from office_lies import LIES

SEEDS = 20


def codes(files):
    verdict = verify(files, KNOWN)
    findings = (*verdict.contradictions, *verdict.gaps)
    return {one.code for one in findings} | {one.code for found in findings for one in found.refusals}


@pytest.mark.parametrize("seed", range(SEEDS))
@pytest.mark.parametrize("name", LIES)
def test_each_lie_is_found_by_its_name(name, seed):
    lie = LIES[name](random.Random(f"{name}/{seed}"))
    assert lie.code in codes(lie.files)


def test_an_honest_office_is_proved_and_says_as_of_which_act():
    world, case = bought(0)
    verdict = verify(bundle(world, case), KNOWN)
    last = [act for act in world.acts if act.docket == case][-1]
    assert verdict.exit_code == 0
    assert verdict.last == (f"{last.received_at.iso()} {last.intent.kind} ({case}/{last.seq})",)
    assert any(is_docket(act.docket, DocketKind.BID) for act in world.acts)


def test_a_bundle_of_a_server_whose_keys_were_replaced_is_proved_by_the_chain():
    world, case = rotated(0)
    files = bundle(world, case)
    verdict = verify(files, KNOWN)
    assert (verdict.exit_code, verdict.key) == (0, world.office.keys.verifier("log").vkey)
    assert sum(path.startswith(f"acts/{world.stage.world.id}/") for path in files) == 3


def test_the_docket_of_the_world_is_in_a_bundle_of_acts_that_never_saw_it():
    world, case = rotated(0)
    assert not any(
        seen.docket == world.stage.world.id for act in world.acts if act.docket == case for seen in act.seen
    )
    shown = verify(bundle(world, case, scope="auditor"), KNOWN)
    assert shown.exit_code == 0


def test_acts_of_a_false_time_are_listed_and_held_against_no_other_instant():
    world, case = recovered(0)
    verdict = verify(bundle(world, case), KNOWN)
    assert verdict.exit_code == 0
    said = [line.split()[1] for line in verdict.false_times]
    assert sorted(said) == ["RegisterOrganisation"] * 3 + ["RegisterPerson"] * 3
    lines = "\n".join(lines_of(verdict, "en"))
    assert "received at a false time, named by the registrar (6)" in lines


def test_without_the_recovery_these_acts_would_be_contradictions(monkeypatch):
    world, case = recovered(0)
    monkeypatch.setattr(order, "with_true_instants", lambda _, acts: acts)
    assert codes(bundle(world, case)) == {"act.saw-later"}


def test_a_leaf_that_left_with_others_of_its_tick_is_not_late():
    """Within a tick leaves are shuffled, so only what is a whole tick behind can be told from that."""
    world, case = bought(0)
    files = bundle(world, case)
    late, after = late_and_after(world, case)
    assert late.received_at.utc_ms + OWED_MS < after.received_at.utc_ms
    assert codes(files) == set()


def test_a_late_leaf_is_shown_with_the_act_that_convicts_it():
    world, case = bought(0)
    late, after = late_and_after(world, case)
    files = out_of_order(world.office, late, after).bundle(Wish((case,), "public"), CREATED)
    (found,) = verify(files, KNOWN).contradictions
    shown = {place_of(folder, act.docket, act.seq) for folder in ("acts", "proofs") for act in (late, after)}
    assert (found.code, shown <= set(found.paths)) == ("log.came-late", True)


def test_an_act_of_a_false_time_makes_no_other_late():
    world, case = recovered(0)
    falsely = next(act for act in world.acts if act.received_at.utc_ms > world.clock.now().utc_ms)
    bid = next(act for act in world.acts if act.intent.kind == "SubmitBid")
    files = out_of_order(world.office, bid, falsely).bundle(Wish((case,), "public"), world.clock.now())
    assert codes(files) == set()


def late_and_after(world, case):
    """A bid, and what was received after the deadline."""
    acts = [act for act in world.acts if act.docket == case or act.intent.kind == "SubmitBid"]
    late = next(act for act in acts if act.intent.kind == "SubmitBid")
    return late, next(act for act in acts if act.intent.kind == "CallOpening")
