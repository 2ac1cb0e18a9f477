"""How much of a case everybody may see at each point of it: a prefix that grows when law lets it."""

from daylight.core.disclosure.visibility import bids_are_public, public_length
from daylight.practice import play
from scenarios.judged import evaluated
from scenarios.test_matrix import full
from scripts import to_bids, to_contract
from world import found


def acts_of(made, played):
    return [act for act in made.acts if act.docket == played.case]


def test_released_shares_are_told_with_the_opening_and_not_before(at):
    made, played = at(to_bids)
    play.call(made.stage, made.town, played)
    before = public_length(acts_of(made, played))
    for holder, key in played.keys[:3]:
        play.release_bids(made.stage, played.case, holder, key)
    assert public_length(acts_of(made, played)) == before
    assert not bids_are_public(acts_of(made, played))
    record = made.stage.door.opening(played.case, made.town.agent.device)
    made.stage.acts(made.town.agent, record, played.case)
    assert public_length(acts_of(made, played)) == before + 4
    assert bids_are_public(acts_of(made, played))


def test_the_evaluation_is_told_with_the_award_and_not_before(at):
    made, played = at(evaluated)
    acts = acts_of(made, played)
    shown = public_length(acts)
    assert acts[shown - 1].intent.kind == "OpenBids"
    assert acts[shown].intent.kind == "PrepareDraw"


def test_a_finished_case_is_public_to_its_end(at):
    made, played = at(to_contract)
    acts = acts_of(made, played)
    assert public_length(acts) == len(acts)


SECRET = (
    "ReviewConformity",
    "ScoreBid",
    "ConcludeEvaluation",
    "FormCommittee",
    "PrepareDraw",
    "ReplaceMember",
)


def test_what_was_public_once_stays_public_however_often_a_lot_is_evaluated():
    made = found(experts=18)
    acts = acts_of(made, full(made))
    lengths = [public_length(acts[:end]) for end in range(1, len(acts) + 1)]
    assert lengths == sorted(lengths)
    assert lengths[-1] == len(acts)
    assert sum(act.intent.kind == "PublishAward" for act in acts) > 3


def test_each_evaluation_is_told_with_its_own_result_and_with_no_other():
    made = found(experts=18)
    acts = acts_of(made, full(made))
    told = [place for place, act in enumerate(acts) if act.intent.kind == "PublishAward"]
    for place, act in enumerate(acts):
        if act.intent.kind in SECRET:
            result = next(one for one in told if one > place)
            known = [end for end in range(place + 1, len(acts) + 1) if public_length(acts[:end]) > place]
            assert known[0] == result + 1
