"""Every figure of the law that the code asks for decides to the unit.

Purchases that stand at the limits are judged again by a law that is one unit stricter or laxer: one day, one
person, one point, one fen, a millionth. Each figure must then decide otherwise: what was admitted would not
be, or a clock would end another day. So each has its admitted and its refused side, one unit apart.
"""

from dataclasses import replace
from fractions import Fraction
from functools import cache

import pytest

from daylight.core.rulebook.law import law_in_force
from daylight.core.rulebook.parameter import Range
from daylight.core.rulebook.what_if import with_value
from daylight.core.values.instant import instant_of
from daylight.core.values.money import Money
from daylight.crypto.openssl import OpenSSL
from daylight.office.recheck import recheck
from law_use import IDLE
from scenarios.limits import LIMITS
from world import china, found

BOOK = china()
HAIR = Fraction(1, 10**6)

#: No case can stand at these, and what holds them instead.
ELSEWHERE = {
    "committee.odd": "yes or no: tests/scenarios/test_committee.py refuses four members",
    "committee.legal_experts": "none and one: tests/scenarios/test_committee.py",
    "innovation": "cooperative innovation is no method that can be chosen",
    "procurement.threshold.dispersed": "below it the law does not bind: tests/core/procedures/test_choice.py",
    "framework.replenish_below": "a share of few is no limit: tests/scenarios/test_replenishment.py",
    "preference.sme_figures": "yes or no: tests/scenarios/test_preferences.py",
    "sme.reserve_from_limit": "yes or no: tests/core/policy/test_set_aside.py",
    "sme.department_share": "of a department's year: tests/core/policy/test_reserved_year.py",
    "sme.small_micro_share": "of a department's year: tests/core/policy/test_reserved_year.py",
    "sme.yearly_": "of a department's year: tests/core/policy/test_reserved_year.py",
    "domestic.cost_share": "shares of several products: tests/core/policy/test_claims.py",
}
#: Each figure the code asks for, and the purchase that stands at its limit.
STANDS = {
    "award.notice_period": "open tender, to the contract",
    "award.candidates.minimum": "negotiation by a panel of three",
    "award.candidates.minimum.consultation": "consultation by a panel of three",
    "committee.draw_lead": "experts drawn two working days before",
    "committee.same_employer_ceiling": "one expert of each employer",
    "qualification.minimum": "the worked example of preferences",
    "qualification.minimum.framework": "a framework two answer",
    "requirement.survey_budget.works": "no survey of works a fen below thirty million",
    "requirement.survey_validity": "a survey of last year",
    "award.confirm": "open tender, to the contract",
    "award.publish": "open tender, to the contract",
    "award.report": "open tender, to the contract",
    "bidding.security_ceiling": "open tender, to the contract",
    "committee.minimum": "open tender, to the contract",
    "contract.file_copy": "open tender, to the contract",
    "contract.publish": "open tender, to the contract",
    "security.refund_losers": "open tender, to the contract",
    "security.refund_winner": "open tender, to the contract",
    "security.refund_withdrawal": "open tender, to the contract",
    "security.refund_termination": "ended after the opening",
    "security.late_interest_premium": "refunded ten days late",
    "award.confirm_self_organised": "a purchaser without an agency is to confirm",
    "contract.sign": "open tender, to the contract",
    "enquiry.answer": "open tender, to the contract",
    "low_price.ceiling_rate": "open tender, to the contract",
    "low_price.explanation_minutes": "open tender, to the contract",
    "low_price.mean_rate": "open tender, to the contract",
    "low_price.second_rate": "open tender, to the contract",
    "solicitation.clarification_lead": "open tender, to the contract",
    "prequalification.clarification_lead": "a prequalification at its limits",
    "prequalification.documents_supply": "a prequalification at its limits",
    "prequalification.notice_period": "a prequalification at its limits",
    "prequalification.submit": "a prequalification at its limits",
    "solicitation.documents_supply": "open tender, to the contract",
    "solicitation.notice_period": "open tender, to the contract",
    "bidding.minimum_bidders": "invited tender, to the contract",
    "conformity.minimum": "invited tender, to the contract",
    "invitation.minimum": "invited tender, to the contract",
    "invitation.pool_factor": "invited tender, to the contract",
    "bidding.minimum_bidders.single_source": "only supplier, to the contract",
    "conformity.minimum.single_source": "only supplier, to the contract",
    "single_source.objection_answer": "only supplier, to the contract",
    "single_source.publicity": "only supplier, to the contract",
    "bidding.minimum_bidders.negotiation": "negotiation by a panel of three",
    "committee.expert_share.negotiation": "negotiation by a panel of three",
    "committee.minimum.negotiation": "negotiation by a panel of three",
    "conformity.minimum.negotiation": "negotiation by a panel of three",
    "final_offer.minimum.negotiation": "negotiation by a panel of three",
    "solicitation.notice_period.negotiation": "negotiation by a panel of three",
    "bidding.minimum_bidders.consultation": "consultation by a panel of three",
    "committee.expert_share.consultation": "consultation by a panel of three",
    "committee.minimum.consultation": "consultation by a panel of three",
    "conformity.minimum.consultation": "consultation by a panel of three",
    "evaluation.price_weight_floor.goods.consultation": "consultation by a panel of three",
    "final_offer.minimum.consultation": "consultation by a panel of three",
    "solicitation.documents_supply.consultation": "consultation by a panel of three",
    "solicitation.notice_period.consultation": "consultation by a panel of three",
    "bidding.minimum_bidders.inquiry": "quotations by a panel of three",
    "committee.expert_share.inquiry": "quotations by a panel of three",
    "committee.minimum.inquiry": "quotations by a panel of three",
    "conformity.minimum.inquiry": "quotations by a panel of three",
    "solicitation.notice_period.inquiry": "quotations by a panel of three",
    "bidding.period": "goods issued on the first lawful day",
    "domestic.deduction": "goods issued on the first lawful day",
    "evaluation.price_weight_floor.goods": "goods issued on the first lawful day",
    "intention.lead": "goods issued on the first lawful day",
    "low_price.rate_ceiling": "goods issued on the first lawful day",
    "requirement.similar_contracts_ceiling": "goods issued on the first lawful day",
    "sme.deduction.mixed": "goods issued on the first lawful day",
    "sme.deduction.small_micro": "goods issued on the first lawful day",
    "evaluation.price_weight_floor.services": "services in which price weighs ten",
    "bidding.period.consultation": "a consultation in which price weighs sixty",
    "evaluation.price_weight_ceiling.goods": "a consultation in which price weighs sixty",
    "evaluation.price_weight_floor.services.consultation": "services consulted on, price weighing ten",
    "evaluation.price_weight_ceiling.services": "services consulted on, price weighing thirty",
    "bidding.period.negotiation": "a negotiation answered in three working days",
    "bidding.period.inquiry": "quotations answered in three working days",
    "solicitation.clarification_lead.consultation": "a consultation clarified late",
    "solicitation.clarification_lead.negotiation": "a negotiation clarified late",
    "solicitation.clarification_lead.inquiry": "quotations clarified late",
    "requirement.survey_objects": "survey of three for ten million",
    "requirement.survey_budget.goods_services": "no survey a fen below ten million",
    "committee.large_budget": "five members a fen below ten million",
    "committee.minimum_large": "seven members at ten million",
    "committee.expert_share": "six experts of nine",
    "committee.minimum_large.negotiation": "five negotiate at the threshold",
    "committee.minimum_large.inquiry": "five compare quotations at the threshold",
    "procurement.threshold.open_tender.goods_services": "no approval a fen below the threshold",
    "invitation.purchaser_share": "half of the negotiators recommended by the purchaser",
    "invitation.purchaser_share.consultation": "half of the consulted recommended by the purchaser",
    "consultation.minimum_services": "two for the public",
    "consultation.minimum_research": "two in research",
    "negotiation.minimum_after_failed_tender": "two after a failed tender",
    "emergency.minimum_suppliers": "one in an emergency",
    "single_source.addition_ceiling": "an addition of a tenth",
    "sme.deduction.mixed_works": "works a fen above what is reserved",
    "sme.deduction.works": "works a fen above what is reserved",
    "sme.reserve_all_below.works": "works a fen above what is reserved",
    "works.must_tender.works": "works a fen below must-tender",
    "sme.reserve_all_below.goods_services": "goods a fen above what is reserved",
    "preference.stacking": "the worked example of preferences",
    "sme.mixed_share": "claims at their shares",
    "contract.performance_security_ceiling": "a performance security of a tenth",
    "framework.elimination.price_first": "a framework of goods for a year",
    "framework.elimination_minimum": "a framework of goods for a year",
    "framework.sign": "a framework of goods for a year",
    "framework.term.goods": "a framework of goods for a year",
    "framework.term.services": "a framework of services for two years",
    "framework.elimination.quality_first": "a framework where quality comes first",
    "conformity.minimum.framework": "a framework two answer",
    "framework.responses_minimum": "a framework two answer",
    "framework.file_copy": "a framework of goods for a year",
    "framework.notify_users": "a framework of goods for a year",
    "framework.summary": "a framework of goods for a year",
    "framework.application_review": "an open framework",
    "framework.listing_publish": "an open framework",
    "framework.competition_minimum": "two compete and one offers",
    "competition.offers_minimum": "two compete and one offers",
    "conformity.minimum.competition": "two compete and one offers",
    "qualification.minimum.competition": "two compete and one offers",
}
ASKED = [
    one for one in BOOK.parameters if one.id not in IDLE and not any(part in one.id for part in ELSEWHERE)
]


def beside(value):
    """The values one unit away."""
    if isinstance(value, bool):
        return (not value,)
    if isinstance(value, Money):
        return tuple(replace(value, amount_minor=value.amount_minor + step) for step in (-1, 1))
    if isinstance(value, Range):
        return (
            *(Range(low, value.high) for low in beside(value.low)),
            *(Range(value.low, high) for high in beside(value.high)),
        )
    step = HAIR if isinstance(value, Fraction) else 1
    return (value - step, value + step)


@cache
def played(name):
    limit = LIMITS[name]
    made = found(territory=limit.territory, begin=limit.begin, experts=20)
    limit.play(made)
    unsigned = replace(made.office.rules, crypto=EverySignatureHolds())
    return (
        made.office.journal,
        unsigned,
        [a.docket for a in made.acts if a.docket.startswith("case-") and not a.seq],
    )


class EverySignatureHolds(OpenSSL):
    """Signatures were checked at the door; here the law alone is asked."""

    def ed25519_verify(self, public, signature, message):
        return True


def in_force(parameter, name):
    """The value a play meets."""
    limit, day = LIMITS[name], instant_of(LIMITS[name].begin).day
    law = law_in_force(BOOK, limit.territory, day, *parameter.methods[:1])
    met = law.value(parameter.id)
    same = [one for one in parameter.values if (one.value, one.from_day) == (met.value, met.from_day)]
    return min(
        (one for one in same if one.territory in law.chain), key=lambda one: law.chain.index(one.territory)
    )


def decides(parameter, name):
    """Whether a play would have gone otherwise with this figure one unit off."""
    journal, rules, cases = played(name)
    dated = in_force(parameter, name)
    for value in beside(dated.value):
        book = with_value(BOOK, parameter.id, dated.from_day, value, territory=dated.territory)
        if recheck(journal, replace(rules, book=book), cases).differences:
            return True
    return False


def test_every_figure_that_is_asked_for_has_its_limit():
    assert sorted(STANDS) == sorted(one.id for one in ASKED)


@pytest.mark.parametrize("parameter", ASKED, ids=lambda one: one.id)
def test_one_unit_off_the_law_decides_otherwise(parameter):
    assert decides(parameter, STANDS[parameter.id])


def test_by_the_law_as_it_is_they_are_judged_alike():
    same = replace(BOOK, country="again")
    for name in LIMITS:
        journal, rules, cases = played(name)
        assert recheck(journal, replace(rules, book=same), cases).differences == []
