"""Rows of framework agreements: the list, the agreements, the listings, the call-offs."""

from daylight.core.acts.award import DeliverReport
from daylight.core.acts.framework import (
    BuyOffList,
    CallOff,
    EndListing,
    GiveBackQuota,
    ListSuppliers,
    OpenCallOff,
    OpenCompetition,
    OpenListing,
    SignFramework,
)
from daylight.core.dockets import listing
from daylight.core.dockets.effects import clocks
from daylight.core.dockets.effects import framework as effects
from daylight.core.dockets.lenses import begins, changes, in_listing, lists
from daylight.core.dockets.listing import Listing
from daylight.core.judgement.row import Row, facets_of_case, looks_at
from daylight.core.procedures.award.deciding import lot_is_evaluated
from daylight.core.procedures.common import mandated, not_asked, said_in_words, since
from daylight.core.procedures.framework import agreements, competition, off_list, replenishment
from daylight.core.procedures.framework import call_off as calls
from daylight.core.procedures.framework import listing as may
from daylight.core.procedures.framework import open_list as rolling
from daylight.core.procedures.matter import no_clocks
from daylight.core.procedures.planning.need import host_acts
from daylight.core.values.docket import DocketKind

ROWS: tuple[Row, ...] = (
    Row(
        ListSuppliers,
        docket=DocketKind.CASE,
        opens="no",
        role="framework.elimination",
        conditions=(
            mandated("award.notify"),
            host_acts("award.notify"),
            may.method_lists_suppliers,
            lot_is_evaluated,
            may.those_listed_are_those_the_ranking_gives,
            may.everybody_else_is_told_why,
        ),
        effect=lists(effects.suppliers_listed),
        clocks=may.signing_clock,
        confirms=True,
        answers=(DeliverReport,),
    ),
    Row(
        SignFramework,
        docket=DocketKind.CASE,
        opens="no",
        role="framework.agreement",
        conditions=(
            mandated("contract.sign"),
            may.lot_is_listed,
            replenishment.agreements_are_signed_in_the_framework,
            may.actor_signs_with_one_of_the_list,
            may.both_sign_the_same,
            may.term_is_within_the_law,
            replenishment.later_agreements_end_with_the_first,
            may.quota_is_sound,
        ),
        effect=in_listing(effects.framework_signed),
        clocks=since("2026.12.2", agreements.agreement_clocks, before=no_clocks),
        confirms=True,
        stops=clocks.after_a_framework_is_signed,
    ),
    Row(
        OpenListing,
        docket=DocketKind.LISTING,
        opens="yes",
        role="framework.agreement",
        conditions=(mandated("award.notify"), host_acts("award.notify"), may.listing_opens_as_agreed),
        effect=begins(listing.listing_opened),
        facets=facets_of_case,
    ),
    Row(
        CallOff,
        docket=DocketKind.LISTING,
        opens="no",
        role="framework.second_stage",
        conditions=(
            mandated("award.confirm"),
            calls.actor_may_call_off,
            calls.listing_is_of_this_lot,
            calls.listing_is_in_force,
            rolling.listing_was_published,
            calls.way_is_one_of_the_terms,
            calls.price_is_not_above_the_one_agreed,
            rolling.price_is_the_one_the_call_sets,
            calls.quota_is_left,
            calls.call_off_has_a_case_of_its_own,
            calls.supplier_is_next_in_turn,
            competition.supplier_is_first_of_the_competition,
            said_in_words,
        ),
        effect=changes(Listing, listing.call_drawn),
        facets=calls.call_facets,
    ),
    Row(
        OpenCallOff,
        docket=DocketKind.CASE,
        opens="yes",
        role="framework.second_stage",
        conditions=(
            mandated("award.confirm"),
            calls.method_is_that_of_a_list,
            calls.call_off_is_the_one_drawn,
        ),
        effect=begins(effects.call_off_opened),
        facets=looks_at(OpenCallOff, lambda deed: {"listing": deed.listing}),
        clocks=calls.call_off_clocks,
    ),
    Row(
        OpenCompetition,
        docket=DocketKind.CASE,
        opens="yes",
        role="framework.second_stage",
        conditions=(
            mandated("award.confirm"),
            calls.actor_may_call_off,
            competition.suppliers_may_compete,
            competition.method_follows_that_of_the_list,
            competition.everybody_who_can_is_invited,
            competition.enough_suppliers_compete,
            competition.need_is_one_the_framework_covers,
        ),
        effect=begins(effects.competition_opened),
        facets=competition.competition_facets,
    ),
    Row(
        GiveBackQuota,
        docket=DocketKind.LISTING,
        opens="no",
        role="framework.second_stage",
        conditions=(
            mandated("contract.sign"),
            calls.listing_is_of_this_lot,
            calls.actor_called_off_or_supplies,
            calls.nothing_came_of_the_call_off,
        ),
        effect=changes(Listing, listing.quota_given_back),
        facets=calls.returning_facets,
    ),
    Row(
        BuyOffList,
        docket=DocketKind.CASE,
        opens="yes",
        role="framework.off_list",
        conditions=(
            mandated("award.confirm"),
            calls.actor_may_call_off,
            calls.method_is_that_of_a_list,
            off_list.supplier_is_off_the_list,
            off_list.purchaser_does_not_supply_itself,
            off_list.nobody_listed_matches,
            off_list.outsider_is_cheaper,
            off_list.item_is_that_of_the_list,
        ),
        effect=begins(effects.bought_off_list),
        facets=off_list.off_list_facets,
        clocks=calls.call_off_clocks,
    ),
    Row(
        EndListing,
        docket=DocketKind.LISTING,
        opens="no",
        role="framework.removal",
        conditions=(
            mandated("contract.sign"),
            calls.listing_is_of_this_lot,
            calls.actor_may_end_the_listing,
            since("2026.12.2", calls.removal_has_a_ground, before=not_asked),
        ),
        effect=changes(Listing, listing.listing_ended),
        facets=facets_of_case,
    ),
)
