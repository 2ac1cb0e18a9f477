"""What one cause makes wrong: each has a code of its own, and nothing else is refused."""

from __future__ import annotations

from dataclasses import replace

from daylight.core.values.money import Money
from daylight.core.values.text import Text
from scenarios.changes import OTHER, SOME_DAY, Change, case, chosen, deed, deed_lots, facet, lot, own
from scenarios.wrongs import PAST, Wrong


def said(change) -> Change:
    """What is said follows from what was said."""
    return lambda m: deed(**change(m.intent.deed))(m)


def second(**changes):
    """The second key holder, taking what is named from the first."""

    def of(said):
        first, other, *rest = said.holders
        taken = {name: getattr(first, name) for name in changes}
        return {"holders": (first, replace(other, **taken), *rest)}

    return of


def in_two_currencies(said):
    """The requirement with a lot more, in other money."""
    budget = Money(said.lots[0].budget.amount_minor, "EUR")
    items = (*said.items, replace(said.items[0], id="9-1", lot="9"))
    return {"lots": (*said.lots, replace(said.lots[0], id="9", budget=budget)), "items": items}


def bodiless(m):
    """The organisation of a key holder is not registered."""
    return replace(m, facets={**m.facets, f"organisation:{m.intent.deed.holders[0].organisation}": None})


def unregistered(m):
    """The only supplier is registered as none."""
    return facet(f"organisation:{m.intent.deed.supplier}", roles=())(m) if m.intent.deed.supplier else m


def publicity_ended(m):
    """The days of the publicity are over."""
    return own(clocks=tuple(replace(one, latest=PAST) for one in m.state.clocks))(m)


ONE_CAUSE = {
    "the mandate was taken back": Wrong(
        lambda m: facet("mandate", revoked_at=SOME_DAY)(m), "acts.mandate-revoked", "AwardLot"
    ),
    "an organisation has a name in one language": Wrong(
        said(lambda it: {"name": replace(it.name, en=" ")}), "acts.one-language", "RegisterOrganisation"
    ),
    "an entry is corrected without a reason": Wrong(
        deed(reason=Text("", "")), "acts.nothing-said", "CorrectOrganisation ReplaceOrganisation"
    ),
    "whoever is to represent is not registered": Wrong(
        deed(representative="person-other"), "acts.unknown-person", "CorrectOrganisation"
    ),
    "an organisation has no number": Wrong(
        said(lambda it: {"identifier": replace(it.identifier, id=" ")}),
        "registry.no-number",
        "RegisterOrganisation",
    ),
    "a mandate is for nothing": Wrong(deed(functions=()), "registry.no-function", "GrantMandate"),
    "a mandate was revoked before": Wrong(
        own(revoked_at=SOME_DAY), "registry.revoked-before", "RevokeMandate"
    ),
    "there is no lot": Wrong(deed(lots=(), items=()), "planning.no-lots", "DefineRequirement"),
    "an item is there twice": Wrong(
        said(lambda it: {"items": (*it.items, it.items[0])}), "planning.number-twice", "DefineRequirement"
    ),
    "an item is of no lot": Wrong(
        said(lambda it: {"items": (*it.items, replace(it.items[0], id="9-1", lot="9"))}),
        "planning.stray-item",
        "DefineRequirement",
    ),
    "a lot has no item": Wrong(deed(items=()), "planning.empty-lot", "DefineRequirement"),
    "budgets are in two currencies": Wrong(
        said(in_two_currencies), "planning.currencies-differ", "DefineRequirement"
    ),
    "an agency is entrusted with nothing": Wrong(deed(scope=()), "planning.no-scope", "EntrustAgency"),
    "an agency is entrusted with no function": Wrong(
        deed(functions=()), "planning.no-functions", "EntrustAgency"
    ),
    "an agency is entrusted with what the purchaser does": Wrong(
        deed(functions=("planning.review",)), "planning.not-to-be-entrusted", "EntrustAgency"
    ),
    "an agency is entrusted for no time": Wrong(deed(valid_until=None), "planning.no-term", "EntrustAgency"),
    "one person holds two keys": Wrong(
        said(second(person=True)), "planning.holder-twice", "AppointKeyHolders"
    ),
    "one body holds two keys": Wrong(
        said(second(organisation=True)), "planning.holders-of-one-body", "AppointKeyHolders"
    ),
    "one key is held twice": Wrong(said(second(recipient=True)), "planning.key-twice", "AppointKeyHolders"),
    "a holder is of no body": Wrong(bodiless, "planning.holder-of-no-body", "AppointKeyHolders"),
    "the method is none of the rulebook": Wrong(
        deed(method="whim", supplier=""), "choice.unknown", "ChooseMethod"
    ),
    "offers are opened otherwise": Wrong(
        said(lambda it: {"closed": not it.closed}), "choice.other-opening", "ChooseMethod"
    ),
    "a supplier is named where none is": Wrong(deed(supplier=OTHER), "choice.supplier-named", "ChooseMethod"),
    "the only supplier is not named": Wrong(deed(supplier=""), "choice.no-supplier", "ChooseMethod"),
    "the only supplier is no supplier": Wrong(unregistered, "choice.supplier", "ChooseMethod"),
    "the choice rests on no only supplier": Wrong(
        chosen(facts=()), "choice.no-publicity", "PublishSoleSource"
    ),
    "it is public already": Wrong(
        chosen(published_at=SOME_DAY), "choice.published-before", "PublishSoleSource"
    ),
    "no opinion is attached": Wrong(deed(opinions=()), "choice.no-opinions", "PublishSoleSource"),
    "nothing is public to object to": Wrong(own(clocks=()), "choice.not-public", "ObjectToSoleSource"),
    "the publicity is over": Wrong(publicity_ended, "choice.publicity-over", "ObjectToSoleSource"),
    "the conditions are not stated": Wrong(
        deed(qualification=()), "solicitation.no-qualification", "IssueSolicitation IssuePrequalification"
    ),
    "two documents have one name": Wrong(
        said(lambda it: {"documents": it.documents * 2}), "solicitation.names-twice", "IssuePrequalification"
    ),
    "the enquiry is answered": Wrong(
        lambda m: case(answered=(m.intent.deed.enquiry,))(m), "solicitation.answered-before", "AnswerEnquiry"
    ),
    "the enquiry is of another case": Wrong(
        facet("enquiry", case="case-other"), "solicitation.no-such-enquiry", "AnswerEnquiry"
    ),
    "the ceiling is in other money": Wrong(
        deed_lots(lambda one: {"ceiling": Money(1, "EUR"), "bid_security": None, "floor": None}),
        "solicitation.ceiling-currency",
        "IssueSolicitation",
    ),
    "the answer is empty": Wrong(deed(answer=" "), "solicitation.empty-answer", "AnswerEnquiry"),
    "the question quoted is another": Wrong(
        deed(question="?"), "solicitation.other-question", "AnswerEnquiry"
    ),
    "the members are out of order": Wrong(
        said(lambda it: {"bidders": it.bidders[::-1]}), "bidding.out-of-order", "ObtainDocuments"
    ),
    "who submits is no member": Wrong(
        lambda m: said(
            lambda it: {"bidders": tuple(one for one in it.bidders if one != m.intent.organisation)}
        )(m),
        "bidding.not-among-them",
        "ObtainDocuments",
    ),
    "the security is in other money": Wrong(
        said(lambda it: {"amount": replace(it.amount, currency="EUR")}),
        "bidding.security-currency",
        "RecordBidSecurity",
    ),
    "the security is in cash": Wrong(deed(form="cash"), "bidding.security-in-cash", "RecordBidSecurity"),
    "the time to confirm does not run": Wrong(own(clocks=()), "award.time-not-running", "ObjectToReport"),
    "the purchaser objected before": Wrong(lot(objected=True), "award.objected", "ObjectToReport"),
    "another winner is named": Wrong(deed(winner="bid-other"), "award.not-the-winner", "NotifyBidders"),
    "who lost is not told": Wrong(deed(losers=()), "award.somebody-not-told", "NotifyBidders"),
    "the award is public already": Wrong(
        lot(published_at=SOME_DAY), "award.published-before", "PublishAward"
    ),
    "the award is not public": Wrong(
        lot(published_at=None), "contracting.award-unpublished", "PublishContract"
    ),
    "the copy is filed already": Wrong(lot(filed_at=SOME_DAY), "contracting.filed-before", "FileContract"),
    "no security is on record": Wrong(own(securities=()), "security.nothing-to-confirm", "ConfirmRefund"),
    "the refund is confirmed already": Wrong(
        lambda m: own(refunded=(m.intent.deed.lot,))(m), "security.confirmed-before", "ConfirmRefund"
    ),
    "another sum is confirmed": Wrong(
        said(lambda it: {"amount": replace(it.amount, amount_minor=1)}),
        "security.wrong-amount",
        "ConfirmRefund",
    ),
    "the performance security is returned": Wrong(
        lot(performance_security_returned=SOME_DAY), "security.returned-before", "ReturnPerformanceSecurity"
    ),
    "the summary is public already": Wrong(
        lot(summary_at=SOME_DAY), "framework.summed-before", "PublishCallOffSummary"
    ),
    "nothing proves the application": Wrong(deed(evidence=()), "acts.no-evidence", "ApplyForListing"),
}
