"""Conditions of choosing a method, of having it approved and made public, and of inviting suppliers."""

from __future__ import annotations

from dataclasses import replace
from fractions import Fraction

from daylight.core.acts.act import Clock
from daylight.core.acts.evaluation_terms import CriterionKind
from daylight.core.acts.intent import Intent
from daylight.core.acts.planning import (
    AnswerObjection,
    ChooseMethod,
    ExpertOpinion,
    ObjectToSoleSource,
    PublishSoleSource,
)
from daylight.core.acts.solicitation import InviteSuppliers, IssueSolicitation, ObtainDocuments, invitee_bytes
from daylight.core.dockets.case.case import Case, Ended
from daylight.core.dockets.indexes import Purchase, PurchaseIndex
from daylight.core.dockets.stage import Stage
from daylight.core.draw.draw import Drawn, draw
from daylight.core.draw.pool import person_digest
from daylight.core.procedures.common import unsaid
from daylight.core.procedures.evaluation.committee import is_prepared
from daylight.core.procedures.matter import Matter, bar, owed
from daylight.core.procedures.planning.choice import Approval, Need, grounds_met, lowered, option_of
from daylight.core.rulebook.deadlines import due, not_before
from daylight.core.rulebook.method import Ground
from daylight.core.values.docket import IndexKind, index_name
from daylight.core.values.fact import Code, Share, Spelled, codes
from daylight.core.values.refusal import Refusal, refuse

PUBLICITY = "single_source.publicity"
FAILED = "failed_case"


def choice_facets(intent: Intent) -> dict[str, str]:
    """The purchaser's other choices, and the earlier case a fact rests on."""
    deed = intent.deed_of(ChooseMethod)
    earlier = {"earlier": deed.earlier} if deed.earlier else {}
    named = {f"organisation:{deed.supplier}": deed.supplier} if deed.supplier else {}
    return {"purchases": index_name(IndexKind.PURCHASES, intent.organisation), **earlier, **named}


def method_is_known(m: Matter) -> tuple[Refusal, ...]:
    """The rulebook has the method and the facts, and the choice says rightly how offers are opened."""
    deed, role = m.deed(ChooseMethod), "method.default"
    method, facts = m.book.method_by_id.get(deed.method), {fact.id for fact in m.book.facts}
    unknown, named = tuple(sorted(set(deed.facts) - facts)), m.method_named(deed.method)
    found = (
        method is None and refuse("choice.unknown", role, method=named),
        unknown and refuse("choice.unknown-facts", role, facts=unknown),
        method is not None
        and deed.closed != (method.opening == "closed")
        and refuse("choice.other-opening", role, method=named),
    )
    return tuple(one for one in found if one)


def facts_are_shown(m: Matter) -> Refusal | None:
    """The choice is argued, and a fact about an earlier procurement rests on one that failed."""
    deed = m.deed(ChooseMethod)
    if not deed.reason.zh.strip():
        return refuse("choice.no-reason", "method.default", method=m.method_named(deed.method))
    resting = {fact.id for fact in m.book.facts if fact.shown_by == FAILED} & set(deed.facts)
    for fact in sorted(resting):
        if not _failed(m, deed, fact):
            return refuse("choice.not-failed", "method.competitive_negotiation", fact=_fact_named(m, fact))
    return None


def method_is_open(m: Matter) -> Refusal | None:
    """The law opens this method to this need."""
    deed = m.deed(ChooseMethod)
    method = m.book.method_by_id.get(deed.method)
    if method is None:
        return None  # said by another condition
    option = option_of(method, need_of(m.case, deed), m.law)
    return option.barred[0] if option.barred else None


def purchases_are_added_up(m: Matter) -> Refusal | None:
    """What was bought before in the same year, item and category, by other methods, is stated as it is."""
    deed, index = m.deed(ChooseMethod), m.facets.get("purchases")
    others = index.purchases if isinstance(index, PurchaseIndex) else ()
    bought = sum(one.budget.amount_minor for one in others if _adds_up(m, one, deed))
    if deed.bought_before == bought:
        return None
    stated, found = (replace(m.case.budget, amount_minor=minor) for minor in (deed.bought_before, bought))
    return refuse("choice.not-added-up", "method.splitting", stated=stated, found=found)


def sole_supplier_is_named(m: Matter) -> Refusal | None:
    """Who buys from the only supplier says who that is, and who buys from others names none."""
    deed, role = m.deed(ChooseMethod), "method.single_source"
    method = m.book.method_by_id.get(deed.method)
    if method is None or method.responders != "named":
        return refuse("choice.supplier-named", role) if deed.supplier else None
    if not deed.supplier:
        return refuse("choice.no-supplier", role)
    supplier = m.organisation(deed.supplier)
    if supplier is not None and "supplier" in supplier.roles:
        return None
    return refuse("choice.supplier", role, supplier=m.known(deed.supplier))


def method_is_chosen(m: Matter) -> Refusal | None:
    """There is a choice to speak of."""
    return None if m.case.planning.choice else refuse("choice.none-made", "method.default")


def actor_is_a_finance_department(m: Matter) -> Refusal | None:
    """A finance department decides, which is neither the purchaser nor who runs the procedure."""
    here = m.organisation(m.intent.organisation)
    if here and "finance_department" in here.roles and here.id not in (m.case.purchaser, m.case.host):
        return None
    return refuse("choice.not-finance", "method.approval", organisation=m.named(m.intent.organisation))


def choice_waits_for_approval(m: Matter) -> Refusal | None:
    """Only a choice that needs approval, and has none yet, is decided on, after its publicity."""
    choice = m.case.planning.choice
    if choice is None or choice.approved is not None or not _approvals(m):
        return refuse("choice.nothing-to-approve", "method.approval", method=m.method_named(m.case.method))
    return None


def choice_rests_on_an_only_supplier(m: Matter) -> tuple[Refusal, ...]:
    """What is made public is that there is one supplier only, once, with professional opinions."""
    deed, choice = m.deed(PublishSoleSource), m.case.planning.choice
    if choice is None or not any(ground.publicity for ground in _grounds(m)):
        return (refuse("choice.no-publicity", PUBLICITY),)
    again = () if choice.published_at is None else (refuse("choice.published-before", PUBLICITY),)
    return (*again, *_opined(deed.opinions), *unsaid("reason", deed.reason, PUBLICITY, least=1))


def publicity_runs(m: Matter) -> tuple[Refusal, ...]:
    """Objections are raised while the publicity runs."""
    until, said = _publicity(m), unsaid("reason", m.deed(ObjectToSoleSource).reason, PUBLICITY, least=1)
    if until is None:
        return (refuse("choice.not-public", PUBLICITY), *said)
    if m.at.day <= until.latest:
        return said
    return (refuse("choice.publicity-over", PUBLICITY, until=until.latest), *said)


def objector_is_not_the_purchaser(m: Matter) -> Refusal | None:
    """Others object."""
    if m.intent.organisation not in (m.case.purchaser, m.case.host):
        return None
    return refuse("choice.own-objection", PUBLICITY, organisation=m.named(m.intent.organisation))


def objection_is_open(m: Matter) -> tuple[Refusal, ...]:
    """An objection that was raised and not answered is answered with professional opinions."""
    deed = m.deed(AnswerObjection)
    raised = m.case.planning.choice.objections if m.case.planning.choice else ()
    waits = any(one.id == deed.objection and one.founded is None for one in raised)
    unknown = () if waits else (refuse("choice.no-objection", PUBLICITY),)
    return (*unknown, *_opined(deed.opinions), *unsaid("argument", deed.argument, PUBLICITY, least=1))


def method_admits_the_need(m: Matter) -> Refusal | None:
    """The usual method, too, is open only to what it rules."""
    if m.case.planning.choice or m.method is None:
        return None
    first, *rest = (lot.budget for lot in m.case.lots)
    option = option_of(m.method, Need(m.case.requirement.object, sum(rest, start=first)), m.law)
    return option.barred[0] if option.barred else None


def approval_is_given(m: Matter) -> Refusal | None:
    """What needs approval has it before the activity starts."""
    for approval in _approvals(m):
        if not (m.case.planning.choice and m.case.planning.choice.approved):
            return refuse(
                "choice.not-approved",
                approval.resting_on(approval.role),
                method=m.method_named(m.case.method),
            )
    return None


def sole_source_was_public(m: Matter) -> Refusal | None:
    """An only supplier above the threshold was made public, time is over and nobody objected rightly."""
    choice, approvals = m.case.planning.choice, _approvals(m)
    if choice is None or not approvals or not any(ground.publicity for ground in _grounds(m)):
        return None
    until, role = _publicity(m), approvals[0].resting_on(PUBLICITY)
    if choice.published_at is None or (until and m.at.day <= until.earliest):
        return refuse("choice.publicity-missing", role)
    if any(one.founded is None or one.founded for one in choice.objections):
        return refuse("choice.objection-stands", role)
    return None


def suppliers_are_invited(m: Matter) -> Refusal | None:
    """Where only those invited may respond, they are invited first."""
    if (
        m.method is None
        or m.method.responders != "invited"
        or m.case.tendering.invitation
        or m.case.tendering.prequalification
    ):
        return None
    return refuse("choice.nobody-invited", "invitation.random")


def evaluation_is_one_the_method_admits(m: Matter) -> Refusal | None:
    """Each method ranks in the ways law gives it."""
    for terms in m.deed(IssueSolicitation).lots:
        if m.method and terms.evaluation.method.value not in m.method.evaluations:
            admitted = codes("EvaluationMethod", m.method.evaluations)
            return refuse("choice.evaluation", "evaluation.ranking", lot=terms.lot, admitted=admitted)
    return None


def price_formula_is_one_the_method_admits(m: Matter) -> Refusal | None:
    """Points for a price are given in the ways law gives the method."""
    admitted = m.method.price_formulas if m.method else ()
    for terms in m.deed(IssueSolicitation).lots:
        formula = terms.evaluation.price_scale.formula.value
        if m.method and formula not in admitted:
            return refuse(
                "choice.price-formula", "scoring.price", lot=terms.lot, formula=Code("PriceFormula", formula),
                admitted=codes("PriceFormula", admitted),
            )  # fmt: skip
    return None


def price_weighs_not_too_much(m: Matter) -> Refusal | None:
    """Where law bounds the weight of price from above, it stays below."""
    ceiling = f"evaluation.price_weight_ceiling.{m.case.requirement.object}"
    if m.law.maybe(ceiling) is None:
        return None
    most = m.law.whole(ceiling).value
    for terms in m.deed(IssueSolicitation).lots:
        points = sum(c.points for c in terms.evaluation.criteria if c.kind is CriterionKind.PRICE)
        if points > most:
            return refuse("choice.price-weight-high", ceiling, lot=terms.lot, points=points, most=most)
    return None


def method_takes_invitations(m: Matter) -> Refusal | None:
    """Suppliers are invited once, before the solicitation, in a method that knows invitations."""
    takes = m.method is not None and m.method.responders in ("invited", "either")
    phase = m.case.tendering
    if takes and (phase.invitation, phase.solicitation, phase.prequalification) == (None, None, None):
        return None
    return refuse("choice.no-invitation", "invitation.random", method=m.method_named(m.case.method))


def enough_suppliers_are_invited(m: Matter) -> Refusal | None:
    """At least as many as law asks, each once."""
    handles = [one.handle for one in m.deed(InviteSuppliers).invited]
    asked = "invitation.minimum" if m.law.maybe("invitation.minimum") else "bidding.minimum_bidders"
    least = lowered(m.law, m.case, m.law.whole(asked).value)
    if len(set(handles)) == len(handles) >= least:
        return None
    return refuse("choice.too-few-invited", asked, invited=len(set(handles)), least=least)


def chance_invites(m: Matter) -> Refusal | None:
    """From a library the invited are those chance called, by a draw that was prepared."""
    deed = m.deed(InviteSuppliers)
    only_drawn = m.method is not None and m.method.responders == "invited"
    if deed.draw is None:
        wanted = deed.source == "library" or only_drawn
        return (
            refuse("choice.not-drawn", "invitation.random", fault=Code("draw", "missing")) if wanted else None
        )
    outcome = draw(deed.draw)
    if not isinstance(outcome, Drawn) or not is_prepared(m.case, deed.draw):
        return refuse("choice.not-drawn", "invitation.random", fault=Code("draw", "draw"))
    seats = [handle for walk in outcome.walks for handle in walk.seats]
    persons = {entry.handle: entry.person for entry in deed.draw.pool.entries}
    named = [(one.handle, one.identity) for one in deed.invited]
    if named == [(handle, persons[handle]) for handle in seats]:
        return None
    return refuse("choice.not-drawn", "invitation.random", fault=Code("draw", "seats"))


def pool_is_large_enough(m: Matter) -> Refusal | None:
    """Chance has a choice: the pool is a multiple of those it calls."""
    deed = m.deed(InviteSuppliers)
    if deed.draw is None or m.law.maybe("invitation.pool_factor") is None:
        return None
    least = m.law.whole("invitation.pool_factor").value * len(deed.invited)
    found = len(deed.draw.pool.entries)
    return None if found >= least else refuse(
        "choice.pool-too-small", "invitation.pool_factor", found=found, least=least
    )  # fmt: skip


def purchaser_recommends_no_more_than_its_share(m: Matter) -> tuple[Refusal, ...]:
    """Recommended suppliers come from both sides; the purchaser's share is bounded."""
    deed, role = m.deed(InviteSuppliers), "invitation.purchaser_share"
    if deed.source != "recommendation" or deed.draw is not None:
        return ()
    own, of = sum(one.by == "purchaser" for one in deed.invited), len(deed.invited)
    most = m.law.ratio(role).value
    found = (
        not all(one.by for one in deed.invited) and refuse("choice.nobody-recommends", role),
        (not of or Fraction(own, of) > most)
        and refuse("choice.one-sided", role, own=own, of=of, most=Share(most)),
    )
    return (*(one for one in found if one), *unsaid("reason", deed.reason, role, least=1))


def bidder_is_invited(m: Matter) -> Refusal | None:
    """Where suppliers are invited or named, nobody else responds."""
    deed, invitation, choice = m.deed(ObtainDocuments), m.case.tendering.invitation, m.case.planning.choice
    if choice and choice.deed.supplier and deed.bidders != (choice.deed.supplier,):
        return refuse("choice.other-supplier", "method.single_source", supplier=m.named(choice.deed.supplier))
    if invitation is None:
        return None
    shown = deed.invitation
    opened = {
        person_digest(shown.salt, invitee_bytes(one)) for one in deed.bidders
    } if shown else set()  # fmt: skip
    if any(shown and one.handle == shown.handle and one.identity in opened for one in invitation.invited):
        return None
    return refuse("choice.not-invited", "invitation.random")


def publicity_clock(m: Matter) -> tuple[Clock, ...]:
    """The publicity that has to pass."""
    if m.law.maybe(PUBLICITY) is None:
        return ()
    return (bar(PUBLICITY, not_before(m.law, PUBLICITY, m.at.day)),)


def objection_clock(m: Matter) -> tuple[Clock, ...]:
    """An objection is argued after the publicity, in the days the law gives."""
    until = _publicity(m)
    if until is None or m.law.maybe("single_source.objection_answer") is None:
        return ()
    day = due(m.law, "single_source.objection_answer", until.latest)
    return (owed("single_source.objection_answer", "purchaser", AnswerObjection, day),)


def need_of(case: Case, deed: ChooseMethod) -> Need:
    """The need as the choice describes it."""
    return Need(
        case.requirement.object,
        case.budget,
        deed.facts,
        deed.in_catalogue,
        deed.bought_before,
        deed.original_contract,
    )


def _adds_up(m: Matter, one: Purchase, deed: ChooseMethod) -> bool:
    same = (one.fiscal_year, one.category, one.budget_item) == (
        deed.fiscal_year, deed.category, deed.budget_item,
    )  # fmt: skip
    return same and one.method != m.book.usual_method and one.case not in (m.case.id, deed.earlier)


def _fact_named(m: Matter, id: str) -> Spelled:
    return Spelled(next((fact.name for fact in m.book.facts if fact.id == id), id), id)


def _failed(m: Matter, deed: ChooseMethod, fact: str) -> bool:
    """Whether the earlier case of the same purchaser failed as the fact says."""
    earlier = m.facets.get("earlier")
    if not isinstance(earlier, Case) or earlier.purchaser != m.case.purchaser:
        return False
    lot = earlier.lot(deed.earlier_lot)
    if lot is None or lot.ended != Ended(Stage.FAILED, "too_few_bidders"):
        return False
    return fact != "tender_left_two" or len(lot.evaluation.valid_bids) == 2


def _grounds(m: Matter) -> tuple[Ground, ...]:
    choice = m.case.planning.choice
    if choice is None or m.method is None:
        return ()
    return grounds_met(m.method, need_of(m.case, choice.deed))


def _approvals(m: Matter) -> tuple[Approval, ...]:
    """The approvals the choice needs by the law of the day it was made."""
    choice = m.case.planning.choice
    if choice is None or m.method is None:
        return ()
    return option_of(m.method, need_of(m.case, choice.deed), m.law.on(choice.chosen_at.day)).approvals


def _opined(opinions: tuple[ExpertOpinion, ...]) -> tuple[Refusal, ...]:
    return () if opinions else (refuse("choice.no-opinions", PUBLICITY),)


def _publicity(m: Matter) -> Clock | None:
    return next((clock for clock in m.case.clocks if clock.id == PUBLICITY), None)
