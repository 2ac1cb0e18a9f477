"""A second competition: the suppliers of a list offer for one need, none above the price it agreed to."""

from dataclasses import replace

from daylight.core.acts.award import AwardLot, CancelLot, FailLot
from daylight.core.acts.evaluation import ReviewConformity
from daylight.core.acts.framework import EndListing, GiveBackQuota, LeftOut, Quota
from daylight.core.acts.planning import LotPlan
from daylight.core.acts.solicitation import ObtainDocuments
from daylight.core.dockets.case.case import bid_of
from daylight.core.values.money import Money
from daylight.core.values.text import Text
from daylight.practice import competition, framework, judging, methods, play
from daylight.practice.framework import Wanted
from daylight.practice.town import register_supplier
from scenarios.asking import case_of, codes
from scenarios.bought import verdicts
from scenarios.competing import (
    COMPETING,
    CONTEST,
    EQUAL,
    NOBODY,
    OVER,
    SINGLE,
    calling,
    offered,
    parties,
    ranked,
    won,
)
from scenarios.judged import FINE
from scenarios.listed import FIVE, LOT, UNTIL, listed, listings, opened

PROVEN = {"public": 0, "auditor": 0}


def drawn(made, above):
    return [one.drawn.quantity for one in listings(made, above)]


def asked(made, above, contest=CONTEST):
    """What the purchaser would sign to have the listed compete."""
    return competition.competition_of(above, listings(made, above), contest, made.stage)


def trying(made, deed):
    """The codes of an attempt to open a competition."""
    return codes(made, made.town.buyer, deed, made.stage.new_docket("case"))


def test_from_the_list_to_the_contract_the_lowest_of_those_listed_wins_and_all_is_proven_offline(at):
    made, (above, played) = at(won, CONTEST)
    judging.contract(made.stage, made.town, played, "1")
    lot = case_of(made, played).lots[0]
    winner = bid_of(lot, lot.award.winner)
    assert played.bidders[winner.bid][0].name.zh == "供2"
    assert lot.contract.signatures[0].price == Money(8 * 39_400, "CNY")
    assert drawn(made, above) == [0, 0, 8, 0]
    assert verdicts(made, played) == verdicts(made, above) == PROVEN


def test_all_on_the_list_whose_agreement_and_quota_hold_are_invited(at):
    made, above = at(opened, COMPETING)
    deed = asked(made, above)
    assert trying(made, replace(deed, invited=deed.invited[1:])) == ["framework.invited-differ"]
    fewer = replace(deed, invited=deed.invited[1:], others=(deed.invited[0].listing,))
    assert trying(made, fewer) == ["framework.invited-differ"]
    cheaper = replace(deed.invited[0], price=Money(1, "CNY"))
    assert trying(made, replace(deed, invited=(cheaper, *deed.invited[1:]))) == ["framework.invited-differ"]
    assert trying(made, deed) == []


def test_who_cannot_meet_the_need_is_left_out_with_a_reason(at):
    made, above = at(opened, COMPETING)
    first = listings(made, above)[0].id
    contest = replace(CONTEST, left_out=(LeftOut(first, Text("不供应再生纸", "no recycled paper")),))
    deed = asked(made, above, contest)
    untold = replace(deed, left_out=(LeftOut(first, Text("不供应再生纸", "")),))
    assert trying(made, untold) == ["framework.invited-differ"]
    assert trying(made, deed) == []


def test_who_left_or_whose_quota_is_too_small_is_not_invited(at):
    made, above = at(opened, COMPETING)
    first, second = listings(made, above)[:2]
    leave = EndListing(above.case, LOT, "left", FINE)
    made.stage.acts(parties(above)["供4"], leave, first.id)
    taken = framework.call_off(made.stage, second, Wanted(3, second.agreed.price))
    made.stage.acts(made.town.buyer, taken, second.id)
    deed = asked(made, above)  # eight of ten: two left after three were taken are too few
    assert (len(deed.invited), set(deed.others)) == (2, {first.id, second.id})
    assert trying(made, deed) == []
    seven = asked(made, above, replace(CONTEST, quantity=7))
    assert (len(seven.invited), seven.others) == (3, (first.id,))


def test_a_quota_in_money_bounds_who_competes(at):
    made, above = at(listed, COMPETING)
    quota = Quota(amount=Money(8 * 39_700, "CNY"))
    framework.sign_and_open(made.stage, made.town, above, LOT, until=UNTIL, quota=quota)
    assert len(asked(made, above).invited) == 2  # at 396 and 397 eight are within it, at 398 they are not


def test_one_alone_does_not_compete_where_the_number_is_confirmed_and_is_warned_of_until_then(at):
    made, above = at(opened, COMPETING)
    stand = listings(made, above)
    out = tuple(LeftOut(one.id, Text("不能供货", "cannot deliver")) for one in stand[1:])
    deed = asked(made, above, replace(CONTEST, left_out=out))
    made.stage.acts(made.town.buyer, deed, made.stage.new_docket("case"))
    assert [one.code for one in made.acts[-1].warnings] == ["framework.too-few-compete"]


def test_suppliers_compete_only_where_the_call_for_the_list_said_so(at):
    made, above = at(opened, FIVE)
    assert trying(made, asked(made, above)) == ["framework.other-way"]


def test_only_a_purchaser_of_the_framework_has_the_listed_compete(at):
    made, above = at(opened, COMPETING)
    told = codes(made, made.town.agent, asked(made, above), made.stage.new_docket("case"))
    assert told == ["framework.not-a-user"]


def test_the_method_is_the_second_stage_of_a_framework_and_no_other_is_chosen(at):
    made, above = at(opened, COMPETING)
    deed = asked(made, above)
    assert trying(made, replace(deed, method="open_tendering")) == ["framework.no-list"]
    made.stage.acts(made.town.buyer, deed, docket := made.stage.new_docket("case"))
    chosen = methods.choice_of(COMPETING.chosen, made.stage.book.method_by_id["framework_agreement"])
    assert "framework.method-settled" in codes(made, made.town.buyer, chosen, docket, confirms=True)


def test_the_need_is_one_lot_within_the_prices_agreed(at):
    made, above = at(opened, COMPETING)
    deed = asked(made, above)
    need, (lot,), (item,) = deed.requirement, deed.requirement.lots, deed.requirement.items
    most = Money(8 * 39_900, "CNY")
    assert lot.budget == most
    wrong = (
        replace(need, lots=(replace(lot, budget=most + Money(1, "CNY")),)),
        replace(need, lots=(replace(lot, budget=Money(0, "CNY")),)),
        replace(need, lots=(lot, LotPlan("2", lot.title, most))),
        replace(need, items=(replace(item, lot="2"),)),
        replace(need, object="services"),
    )
    for other in wrong:
        assert trying(made, replace(deed, requirement=other)) == ["framework.need-differs"]
    less = replace(need, lots=(replace(lot, budget=Money(1, "CNY")),))
    assert trying(made, replace(deed, requirement=less)) == []


def test_the_lowest_price_wins_and_nothing_is_deducted_or_reserved(at):
    made, above = at(opened, COMPETING)
    deed = asked(made, above)
    script = competition.script_of(above, LOT, CONTEST, deed.invited)
    played = play.Played(script, made.stage.new_docket("case"))
    made.stage.acts(made.town.buyer, deed, played.case)
    play.appoint_holders(made.stage, made.town, played)
    call = competition.call_of(made.stage, played)
    again = replace(call, framework=COMPETING.chosen.framework)
    told = codes(made, made.town.buyer, again, played.case, confirms=True)
    assert told == ["framework.not-by-price", "framework.terms"]
    assert codes(made, made.town.buyer, call, played.case, confirms=True) == []


def test_nobody_offers_who_is_not_on_the_list(at):
    made, (above, played) = at(calling, CONTEST)
    outsider = register_supplier(made.stage, Text("外", "outside"), territory="CN-37")
    for party, told in ((outsider, ["framework.not-invited"]), (parties(above)["供4"], [])):
        deed = ObtainDocuments(played.case, (party.organisation,))
        assert codes(made, party, deed, made.office.bid_docket(played.case, (party.organisation,))) == told
    dropped = parties(above)["供0"]
    deed = ObtainDocuments(played.case, (dropped.organisation,))
    docket = made.office.bid_docket(played.case, (dropped.organisation,))
    assert codes(made, dropped, deed, docket) == ["framework.not-invited"]


def test_the_price_each_agreed_to_is_its_own_ceiling(at):
    made, (_, played) = at(offered, OVER)
    judging.form_committee(made.stage, made.town, played)
    chair = judging.chair_of(made.stage, made.town, played)
    for docket, (script, _) in played.bidders.items():
        qualified = judging.qualification_of(
            made.stage, played, case_of(made, played).lots[0], bid_of(case_of(made, played).lots[0], docket)
        )
        made.stage.acts(made.town.buyer, qualified, played.case)
        told = codes(made, chair, ReviewConformity("1", docket, True, FINE), played.case)
        assert told == (["framework.above-agreed"] if script.name.zh == "供4" else [])


def test_an_offer_gives_a_price_of_one_unit_in_whole_minor_units(at):
    made, (above, played) = at(calling, CONTEST)
    for name, total in (("供4", 8 * 39_500 + 1), ("供3", 8 * 39_500)):
        script = play.BidScript(Text(name, name), (("1", total),))
        play.obtain(made.stage, played, script, parties(above)[name])
    play.bid_all(made.stage, made.town, played)
    play.open_all(made.stage, made.town, played)
    judging.form_committee(made.stage, made.town, played)
    chair, lot = judging.chair_of(made.stage, made.town, played), case_of(made, played).lots[0]
    for bid in lot.evaluation.bids:
        made.stage.acts(made.town.buyer, judging.qualification_of(made.stage, played, lot, bid), played.case)
        told = codes(made, chair, ReviewConformity("1", bid.bid, True, FINE), played.case)
        assert told == (["framework.no-unit-price"] if bid.price_minor % 8 else [])


def test_equal_prices_are_decided_by_the_draw_of_the_terms(at):
    made, (above, played) = at(won, EQUAL)
    concluded = next(
        act for act in made.acts if act.intent.kind == "ConcludeEvaluation" and act.docket == played.case
    )
    assert concluded.intent.deed.tie_draw.order == case_of(made, played).lots[0].evaluation.ranking
    assert sorted(drawn(made, above)) == [0, 0, 0, 8]
    assert verdicts(made, played) == PROVEN


def test_one_offer_is_enough_and_without_any_the_competition_fails(at):
    made, (above, played) = at(won, SINGLE)
    assert drawn(made, above) == [8, 0, 0, 0]
    made, (above, played) = at(offered, NOBODY)
    none = FailLot("1", "too_few_bidders", FINE)
    made.stage.confirms(made.town.buyer, none, played.case)
    assert (case_of(made, played).lots[0].stage, drawn(made, above)) == ("failed", [0] * 4)
    assert verdicts(made, played) == verdicts(made, above) == PROVEN


def test_quota_is_drawn_for_the_first_and_before_it_is_awarded(at):
    made, (above, played) = at(ranked, CONTEST)
    buyer, stand = made.town.buyer, listings(made, above)
    deed, right = competition.drawn_of(made.stage, made.town, played)
    first = case_of(made, played).lots[0].evaluation.ranking[0]
    award = AwardLot("1", first, FINE, right)
    assert codes(made, buyer, award, played.case, confirms=True) == ["framework.not-drawn"]
    other = next(one.id for one in stand if one.id != right)
    assert codes(made, buyer, deed, other) == ["framework.not-first"]
    assert codes(made, buyer, replace(deed, quantity=7), right) == ["framework.not-first"]
    assert codes(made, buyer, replace(deed, price=Money(39_399, "CNY")), right) == ["framework.not-first"]
    assert codes(made, buyer, replace(deed, call=above.case), right) == [
        "framework.call-taken", "framework.not-first",
    ]  # fmt: skip
    assert codes(made, buyer, deed, right) == []
    assert codes(made, buyer, deed, right) == ["framework.call-taken", "framework.quota"]
    for wrong in (replace(award, listing=""), replace(award, listing=other)):
        assert codes(made, buyer, wrong, played.case, confirms=True) == ["framework.not-drawn"]
    assert codes(made, buyer, award, played.case, confirms=True) == []


def test_a_direct_call_off_in_the_name_of_a_competition_neither_serves_nor_blocks_its_award(at):
    made, (_, played) = at(ranked, CONTEST)
    deed, listing = competition.drawn_of(made.stage, made.town, played)
    one = replace(deed, way="direct", quantity=1)
    assert codes(made, made.town.buyer, one, listing) == []
    lot = case_of(made, played).lots[0]
    award = AwardLot("1", lot.evaluation.ranking[0], FINE, listing)
    assert codes(made, made.town.buyer, award, played.case, confirms=True) == ["framework.not-drawn"]
    assert codes(made, made.town.buyer, deed, listing) == []
    for again in (deed, one):
        assert "framework.call-taken" in codes(made, made.town.buyer, again, listing)
    assert codes(made, made.town.buyer, award, played.case, confirms=True) == []


def test_a_tender_is_awarded_without_a_listing(at):
    made, (above, played) = at(ranked, CONTEST)
    _, right = competition.drawn_of(made.stage, made.town, played)
    ranking = case_of(made, above).lots[0].evaluation.ranking
    told = codes(made, made.town.buyer, AwardLot(LOT, ranking[0], FINE, right), above.case, confirms=True)
    assert "framework.not-drawn" in told


def test_a_quota_spent_meanwhile_is_not_drawn_and_the_competition_can_still_fail(at):
    made, (above, played) = at(ranked, CONTEST)
    deed, right = competition.drawn_of(made.stage, made.town, played)
    listing = next(one for one in listings(made, above) if one.id == right)
    taken = framework.call_off(made.stage, listing, Wanted(3, listing.agreed.price))
    made.stage.acts(made.town.buyer, taken, right)
    assert codes(made, made.town.buyer, deed, right) == ["framework.quota"]
    cancel = CancelLot("1", Text("任务取消", "the task is gone"))
    made.stage.confirms(made.town.buyer, cancel, played.case)
    assert verdicts(made, played) == verdicts(made, above) == PROVEN


def back(made, above, played, listing, cause):
    deed = GiveBackQuota(above.case, LOT, played.case, cause, FINE)
    return codes(made, made.town.buyer, deed, listing)


def test_when_the_first_does_not_sign_its_quota_goes_back_and_the_next_is_drawn_on(at):
    made, (above, played) = at(won, CONTEST)
    first = listings(made, above)[2].id
    assert back(made, above, played, first, "passed_over") == ["framework.call-stands"]
    judging.pass_over(made.stage, made.town, played, "1")
    assert back(made, above, played, first, "ended") == ["framework.call-stands"]
    assert back(made, above, played, first, "passed_over") == []
    assert drawn(made, above) == [0, 0, 0, 0]
    second = competition.draw_and_award(made.stage, made.town, played)
    assert second != first and drawn(made, above) == [8, 0, 0, 0]
    judging.contract(made.stage, made.town, played, "1")
    assert verdicts(made, played) == verdicts(made, above) == PROVEN


def test_when_a_competition_is_cancelled_after_the_draw_the_quota_goes_back(at):
    made, (above, played) = at(ranked, CONTEST)
    deed, right = competition.drawn_of(made.stage, made.town, played)
    made.stage.acts(made.town.buyer, deed, right)
    assert back(made, above, played, right, "ended") == ["framework.call-stands"]
    gone = CancelLot("1", Text("任务取消", "the task is gone"))
    made.stage.confirms(made.town.buyer, gone, played.case)
    assert back(made, above, played, right, "not_opened") == ["framework.call-stands"]
    assert back(made, above, played, right, "ended") == []
    assert drawn(made, above) == [0, 0, 0, 0]
    assert "framework.no-call" in back(made, above, played, right, "ended")
    assert verdicts(made, played) == verdicts(made, above) == PROVEN
