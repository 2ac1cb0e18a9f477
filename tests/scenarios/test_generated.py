"""Fifty purchases of every kind: each ends, each verifies offline, each release and record holds."""

import json
from collections import Counter
from functools import cache

import pytest

from bundles import bundle
from conformance.ocds import cove, schema_errors
from conformance.test_ocds import package_of
from daylight.core.disclosure.merge import record
from daylight.verifier.verify import verify
from generated import played_case
from known import KNOWN
from shared import needs_shared

SEEDS = range(1, 51)


@cache
def played(seed):
    """The world of a seed, its purchase, and the releases of it."""
    world, case = played_case(seed)
    releases = [json.loads(one.release) for draft in world.office.journal.drafts for one in draft.published]
    return world, case, releases


def lots(seed):
    world, case, _ = played(seed)
    return world.stage.case(case.case, world.town.buyer).lots


def test_the_generated_purchases_meet_every_fate():
    fates = Counter(lot.stage for seed in SEEDS for lot in lots(seed))
    assert {"contracted", "failed", "cancelled", "published", "evaluated"} <= set(fates)
    kinds = {draft.act.intent.kind for seed in SEEDS for draft in played(seed)[0].office.journal.drafts}
    assert {"JudgeLowPrice", "WithdrawBid", "FailLot", "CancelLot", "AnswerEnquiry"} <= kinds


@pytest.mark.parametrize("seed", SEEDS)
def test_a_generated_purchase_verifies_offline(seed):
    world, case, _ = played(seed)
    verdict = verify(bundle(world, case.case), KNOWN)
    assert (verdict.exit_code, verdict.contradictions) == (0, ())


@needs_shared
def test_every_release_of_fifty_purchases_holds_against_the_standard():
    releases = [release for seed in SEEDS for release in played(seed)[2]]
    assert len(releases) > 4 * len(SEEDS)
    assert schema_errors(releases) == []
    assert cove(package_of(releases)) == {}


@needs_shared
def test_every_record_of_fifty_purchases_holds_against_the_standard():
    package = package_of([])
    del package["releases"]
    package["records"] = [record(played(seed)[2]) for seed in SEEDS]
    assert cove(package) == {}
