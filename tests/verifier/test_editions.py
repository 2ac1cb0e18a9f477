"""An act is judged by the edition it was made under, also when today's conditions decide otherwise."""

from dataclasses import replace

import pytest

from bundles import bundle
from daylight.core.acts import edition
from daylight.core.acts.edition import EDITION, EDITIONS, is_known, reaches
from daylight.core.judgement.register import REGISTER
from daylight.core.procedures.common import not_asked, since
from daylight.core.values.refusal import refuse
from daylight.crypto.openssl import OPENSSL
from daylight.verifier.verify import verify
from forgery import forged
from known import KNOWN
from scripts import SMALL, to_opening
from world import found

NEXT = "next"


def nothing_is_opened(m):
    """What a later edition, made up here, refuses."""
    return refuse("opening.too-early", "opening.public", until="-")


@pytest.fixture
def opened_once():
    world = found()
    return world, to_opening(world, SMALL).case


@pytest.fixture
def later(monkeypatch, opened_once):
    """The code as it stands after one more edition, in which no bids are opened."""
    monkeypatch.setattr(edition, "EDITIONS", (*EDITIONS, NEXT))
    row = REGISTER["OpenBids"]
    strict = since(NEXT, nothing_is_opened, before=not_asked)
    monkeypatch.setitem(REGISTER, "OpenBids", replace(row, conditions=(*row.conditions, strict)))
    return opened_once


def opened_by(said):
    """The opening as if an edition had judged it."""
    return lambda act: replace(act, edition=said) if act.intent.kind == "OpenBids" else act


def test_an_act_of_an_earlier_edition_is_judged_by_it(later):
    world, case = later
    verdict = verify(bundle(world, case), KNOWN)
    assert verdict.exit_code == 0
    assert [name for name, _ in verdict.editions] == [EDITION]


def test_the_same_act_of_the_later_edition_is_refused(later):
    world, case = later
    verdict = verify(bundle(forged(world, opened_by(NEXT)), case), OPENSSL)
    assert [refusal.code for finding in verdict.contradictions for refusal in finding.refusals] == [
        "opening.too-early"
    ]


def test_a_docket_does_not_return_to_an_older_edition(opened_once):
    world, case = opened_once
    assert reaches(EDITION, EDITIONS[0]) and EDITIONS[0] != EDITION
    verdict = verify(bundle(forged(world, opened_by(EDITIONS[0])), case), OPENSSL)
    assert "act.edition-went-back" in {finding.code for finding in verdict.contradictions}


def test_an_edition_nobody_here_knows_lets_nothing_be_concluded(opened_once):
    world, case = opened_once
    verdict = verify(bundle(forged(world, opened_by(NEXT)), case), OPENSSL)
    assert verdict.exit_code == 2
    assert "act.other-edition" in {finding.code for finding in verdict.gaps}


def test_editions_follow_one_another():
    assert sorted(EDITIONS) == list(EDITIONS) and len(set(EDITIONS)) == len(EDITIONS)
    assert all(reaches(EDITION, one) and is_known(one) for one in EDITIONS)
    assert not reaches(EDITIONS[0], EDITION)


def test_a_condition_keeps_the_name_of_today():
    assert since(EDITION, nothing_is_opened, before=not_asked).__name__ == "nothing_is_opened"
