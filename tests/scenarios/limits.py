"""Purchases that stand at the very limits of the law: every period at its last lawful day, every share at its
highest, every number at its least. One fen, day, person or point further, and the law would decide otherwise.
``test_boundaries.py`` holds the law against them.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date, timedelta
from fractions import Fraction

from daylight.client.device import Capacity
from daylight.core.acts.evaluation_terms import LowPriceRule
from daylight.core.acts.prequalification import ClarifyPrequalification
from daylight.core.acts.solicitation import IssueClarification
from daylight.core.rulebook.deadlines import not_before
from daylight.core.rulebook.law import law_in_force
from daylight.core.values.money import Money
from daylight.core.values.text import Text
from daylight.practice import judging, methods, play, prequalifying
from daylight.practice.script import LOWEST_PRICE, SCORING, MethodScript
from daylight.practice.town import register_supplier
from scenarios import listed
from scenarios.bought import CONSULTED, NEGOTIATED, ONLY, QUOTED, lot, scored, to_choice, to_end
from scenarios.judged import FINE, LOT, formed
from scenarios.limits_later import (
    a_tenth_secured,
    ended_after_the_opening,
    framed,
    judged_claims,
    longest,
    one_of_two,
    own_evaluation,
    refunded_ten_days_late,
)
from scenarios.test_framework_open import OPEN, two_listed
from scenarios.test_matrix import full, invited, only
from scenarios.test_preferences import CLAIMS, DOMESTIC, E7, MIXED, SMALL_MICRO, offering, preference
from scripts import SMALL, bidder, to_issue, to_opening, yuan
from world import BEGIN, TestWorld

HIGHEST = LowPriceRule(Fraction(13, 20), Fraction(13, 20), Fraction(13, 20))
UNTENDERED = MethodScript(
    "competitive_negotiation", ("works_untendered",), Text("依法不招标的工程", "works that need no tender")
)


@dataclass(frozen=True)
class Limit:
    """A play at a limit, where, and when it begins."""

    play: Callable[[TestWorld], object]
    territory: str = "CN-37"
    begin: str = BEGIN


def to_eve(made, script, *, days):
    """Ready to be issued, so many days after the intention."""
    played = to_choice(made, script) if script.chosen else play.prepare(made.stage, made.town, script)
    play.appoint_holders(made.stage, made.town, played)
    play.pass_days(made.stage, days)
    return played


def issued(made, script, *, days=30, **changes):
    """Issued so many days after the intention, with these changes to every lot or to the whole."""
    played = to_eve(made, script, days=days)
    deed = play.solicitation_of(made.stage, played)
    of_lots = {name: changes.pop(name) for name in tuple(changes) if hasattr(deed.lots[0], name)}
    deed = replace(deed, lots=tuple(replace(one, **of_lots) for one in deed.lots), **changes)
    made.stage.confirms(play.host(made.town, played), deed, played.case)
    return played


def budget(script, amount, **changes):
    """The script with one lot of this budget in yuan and fen."""
    money = Money(round(amount * 100), "CNY")
    return replace(script, lots=(replace(script.lots[0], budget=money, bid_security=None),), **changes)


def goods(made):
    points = tuple(replace(c, points=p) for c, p in zip(SCORING.criteria, (30, 45, 15, 10), strict=True))
    terms = replace(
        offering(preference(SMALL_MICRO.policy, "0.20"), preference(MIXED.policy, "0.06"), DOMESTIC),
        criteria=tuple(replace(c, points=Fraction(c.points)) for c in points),
        low_price=HIGHEST,
    )
    similar = Text("近三年具有类似项目合同业绩 2 个", "two similar contracts within three years")
    script = replace(SMALL, bid_days=20, qualification=(*SMALL.qualification, similar))
    return issued(made, script, evaluation=terms, explanation_minutes=30, abnormal_rates_raised=True)


def services(made):
    points = (10, 65, 15, 10)
    criteria = tuple(replace(c, points=Fraction(p)) for c, p in zip(SCORING.criteria, points, strict=True))
    return issued(made, replace(SMALL, object="services"), evaluation=replace(SCORING, criteria=criteria))


def least_survey(made):
    return play.prepare(made.stage, made.town, budget(SMALL, 10_000_000))


def defined(script, **changes):
    """Only the need, with these changes."""

    def played_so(made):
        deed = replace(play.requirement_of(script), **changes)
        made.stage.acts(made.town.author, deed, made.stage.new_docket("case"))

    return played_so


def prequalified_at_the_limit(made):
    """Applications on the first lawful day, documents as long as law asks, clarified three days before."""
    played = play.plan(made.stage, made.town, SMALL)
    play.pass_days(made.stage, play.INTENTION_DAYS)
    deed, now = prequalifying.prequalification_of(made.stage, played), made.clock.now()
    law = law_in_force(made.stage.book, "CN-37", now.day, "open_tendering")
    first = not_before(law, "prequalification.submit", now.day).value.earliest
    supplied = not_before(law, "prequalification.documents_supply", now.day).value.earliest
    deed = replace(deed, deadline=now.on_day(first), documents_until=supplied)
    made.stage.confirms(made.town.agent, deed, played.case)
    made.clock.move_to(now.on_day(first - timedelta(days=3)))
    made.stage.acts(made.town.agent, ClarifyPrequalification(FINE), played.case)


def drawn_early(made):
    """The committee is drawn two working days before the deadline."""
    played = to_issue(made)
    deadline = made.stage.case(played.case, made.town.buyer).tendering.deadline
    made.clock.move_to(deadline.on_day(deadline.day - timedelta(days=4)))
    judging.form_committee(made.stage, made.town, played)


def one_of_each(made):
    """No two experts have the same employer."""
    experts = tuple(
        replace(one, capacity=Capacity(f"org-{place}", "")) for place, one in enumerate(made.town.experts)
    )
    played = to_opening(made, replace(SMALL, territory="CN-35"))
    judging.form_committee(made.stage, replace(made.town, experts=experts), played)


def small_committee(made):
    return formed(made, budget(SMALL, 9_999_999.99))


def large_committee(made):
    return formed(made, budget(SMALL, 10_000_000, experts=6))


def two_thirds(made):
    """Six experts of nine."""
    return formed(made, replace(SMALL, experts=6, representatives=3))


def panel(script):
    """A panel of three, two of them experts, for three who respond."""
    return lambda made: to_end(made, replace(script, experts=2))


def large_panel(script):
    """At the threshold of open tendering a panel of five."""

    def played_so(made):
        played = to_choice(made, replace(budget(script, 2_000_000), territory="CN-central"))
        methods.approve(made.stage, made.town, played)
        play.appoint_holders(made.stage, made.town, played)
        play.solicit(made.stage, made.town, played)
        play.obtain_all(made.stage, played)
        play.bid_all(made.stage, made.town, played)
        play.open_all(made.stage, made.town, played)
        judging.form_committee(made.stage, made.town, played)

    return played_so


def below_the_threshold(made):
    """One fen below the threshold of open tendering nobody has to approve."""
    return issued(made, replace(budget(QUOTED, 1_999_999.99), territory="CN-central"))


def shortest(script, response_days, **changes):
    """The first response on the first lawful day."""
    return lambda made: issued(made, replace(script, bid_days=response_days), **changes)


def clarified(script, days_before):
    """So few days before the deadline what may affect the offers is told that the deadline has to move."""

    def played_so(made):
        played = issued(made, script)
        case = made.stage.case(played.case, made.town.buyer)
        made.clock.move_to(
            case.tendering.deadline.on_day(case.tendering.deadline.day - timedelta(days=days_before))
        )
        deed = IssueClarification(FINE, may_affect_preparation=True)
        made.stage.acts(play.host(made.town, played), deed, played.case)

    return played_so


def recommended(script):
    """As many recommended by the purchaser as by the experts."""

    def played_so(made):
        played = to_choice(made, script)
        play.appoint_holders(made.stage, made.town, played)
        own, others = (
            tuple(register_supplier(made.stage, Text(name, name), territory="CN-37") for name in names)
            for names in ("甲乙", "丙丁")
        )
        methods.recommend(made.stage, made.town, played, own, others)

    return played_so


def two_for_the_public(made):
    return to_end(made, replace(CONSULTED, bidders=CONSULTED.bidders[:2]))


def two_in_research(made):
    chosen = replace(CONSULTED.chosen, facts=("thin_research_market",), category="C19")
    return to_end(made, replace(CONSULTED, chosen=chosen, bidders=CONSULTED.bidders[:2]))


def two_after_a_failed_tender(made):
    third = bidder("丙", 1_700_000, conforms=Text("技术参数不满足", "the parameters are not met"))
    tender = replace(
        NEGOTIATED,
        chosen=None,
        bid_days=25,
        bidders=(bidder("甲", 1_800_000), bidder("乙", 1_750_000), third),
    )
    failed = formed(made, tender)
    judging.review(made.stage, made.town, failed, LOT)
    chosen = replace(NEGOTIATED.chosen, facts=("tender_left_two",), earlier=failed.case, earlier_lot=LOT)
    return to_end(made, replace(NEGOTIATED, chosen=chosen, bidders=NEGOTIATED.bidders[:2]))


def in_an_emergency(made):
    chosen = replace(NEGOTIATED.chosen, facts=("declared_emergency",))
    return to_end(made, replace(NEGOTIATED, chosen=chosen, bidders=NEGOTIATED.bidders[:1]))


def added_to(made):
    """An addition of exactly a tenth."""
    supplier = register_supplier(made.stage, Text("甲", "A"), territory="CN-37").organisation
    chosen = replace(ONLY.chosen, facts=("consistent_addition",), original_contract=yuan(19_000_000))
    played = play.prepare(made.stage, made.town, replace(ONLY, chosen=chosen))
    methods.choose(made.stage, made.town, played, supplier)


def works(budget_of, territory="CN-37"):
    """Works that need no tender, with the least and the most the law lets them deduct."""
    terms = offering(
        preference(SMALL_MICRO.policy, "0.05"), preference(MIXED.policy, "0.02"), terms=LOWEST_PRICE
    )
    script = replace(NEGOTIATED, object="works", chosen=UNTENDERED, territory=territory)
    script = replace(script, lots=lot(terms, 1))
    return lambda made: issued(made, budget(script, budget_of), unreserved_because=None)


def untendered(made):
    """One fen below the amount from which works must be tendered."""
    return to_choice(made, budget(replace(NEGOTIATED, object="works", chosen=UNTENDERED), 3_999_999.99))


def above_reserved(made):
    """One fen above what has to be reserved whole."""
    return issued(made, budget(SMALL, 2_000_000.01), unreserved_because=None)


GOODS_CONSULTED = replace(
    CONSULTED,
    object="goods",
    chosen=replace(CONSULTED.chosen, facts=("no_detailed_specification",), category="A02"),
)


def weighed(script, points):
    """A consultation in which price has so many points, answered on the tenth day, a Monday."""
    return shortest(script, 10, days=32, evaluation=scored(points))


LIMITS = {
    "open tender, to the contract": Limit(full),
    "invited tender, to the contract": Limit(invited),
    "only supplier, to the contract": Limit(only, "CN-central"),
    "negotiation by a panel of three": Limit(panel(NEGOTIATED)),
    "consultation by a panel of three": Limit(panel(GOODS_CONSULTED)),
    "quotations by a panel of three": Limit(panel(QUOTED)),
    "goods issued on the first lawful day": Limit(goods),
    "services in which price weighs ten": Limit(services),
    "a consultation in which price weighs sixty": Limit(weighed(GOODS_CONSULTED, 60)),
    "services consulted on, price weighing ten": Limit(weighed(CONSULTED, 10)),
    "services consulted on, price weighing thirty": Limit(weighed(CONSULTED, 30)),
    "a negotiation answered in three working days": Limit(shortest(NEGOTIATED, 3)),
    "quotations answered in three working days": Limit(shortest(QUOTED, 3)),
    "a consultation clarified late": Limit(clarified(GOODS_CONSULTED, 3)),
    "a negotiation clarified late": Limit(clarified(NEGOTIATED, 1)),
    "quotations clarified late": Limit(clarified(QUOTED, 1)),
    "a prequalification at its limits": Limit(prequalified_at_the_limit),
    "survey of three for ten million": Limit(least_survey),
    "no survey a fen below ten million": Limit(defined(budget(SMALL, 9_999_999.99), suppliers_surveyed=0)),
    "no survey of works a fen below thirty million": Limit(
        defined(replace(budget(SMALL, 29_999_999.99), object="works"), suppliers_surveyed=0)
    ),
    "a survey of last year": Limit(defined(SMALL, surveyed_on=date(2025, 3, 2))),
    "experts drawn two working days before": Limit(drawn_early),
    "one expert of each employer": Limit(one_of_each, "CN-35"),
    "five members a fen below ten million": Limit(small_committee),
    "seven members at ten million": Limit(large_committee),
    "six experts of nine": Limit(two_thirds),
    "five negotiate at the threshold": Limit(large_panel(NEGOTIATED), "CN-central"),
    "five compare quotations at the threshold": Limit(large_panel(QUOTED), "CN-central"),
    "no approval a fen below the threshold": Limit(below_the_threshold, "CN-central"),
    "half of the negotiators recommended by the purchaser": Limit(recommended(NEGOTIATED)),
    "half of the consulted recommended by the purchaser": Limit(recommended(GOODS_CONSULTED)),
    "two for the public": Limit(two_for_the_public),
    "two in research": Limit(two_in_research),
    "two after a failed tender": Limit(two_after_a_failed_tender),
    "one in an emergency": Limit(in_an_emergency, begin="2026-10-08T09:00:00+08:00"),
    "an addition of a tenth": Limit(added_to),
    "works a fen above what is reserved": Limit(works(4_000_000.01)),
    "works a fen below must-tender": Limit(untendered),
    "goods a fen above what is reserved": Limit(above_reserved),
    "the worked example of preferences": Limit(lambda made: judged_claims(made, E7)),
    "claims at their shares": Limit(lambda made: judged_claims(made, CLAIMS)),
    "a performance security of a tenth": Limit(a_tenth_secured),
    "a purchaser without an agency is to confirm": Limit(own_evaluation),
    "ended after the opening": Limit(ended_after_the_opening),
    "refunded ten days late": Limit(refunded_ten_days_late),
    "a framework of goods for a year": Limit(longest(listed.FIVE, 1)),
    "a framework of services for two years": Limit(longest(listed.SERVICES, 2)),
    "a framework where quality comes first": Limit(framed(listed.QUALITY)),
    "a framework two answer": Limit(framed(listed.called_for(2))),
    "an open framework": Limit(lambda made: two_listed(made, OPEN)),
    "two compete and one offers": Limit(one_of_two),
}
