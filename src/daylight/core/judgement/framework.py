"""Rows of framework agreements: the list, the agreements, the listings, the call-offs."""

from daylight.core.case import framework as effects
from daylight.core.judgement.row import Row, facets_of_case
from daylight.core.procedures import agreements, competition, off_list, replenishment
from daylight.core.procedures import call_off as calls
from daylight.core.procedures import framework as may
from daylight.core.procedures import open_framework as rolling
from daylight.core.procedures.award import lot_is_evaluated
from daylight.core.procedures.common import mandated, said_in_words
from daylight.core.procedures.editions import not_asked, since
from daylight.core.procedures.matter import no_clocks
from daylight.core.procedures.planning import host_acts

ROWS = {
    "ListSuppliers": Row(
        docket="case",
        opens="no",
        role="framework.elimination",
        conditions=(
            mandated("award.notify"),
            host_acts,
            may.method_lists_suppliers,
            lot_is_evaluated,
            may.those_listed_are_those_the_ranking_gives,
            may.everybody_else_is_told_why,
        ),
        effect=effects.suppliers_listed,
        public_from="at_once",
        clocks=may.signing_clock,
        confirms=True,
    ),
    "SignFramework": Row(
        docket="case",
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
        effect=effects.framework_signed,
        public_from="at_once",
        clocks=since("2026.12.2", agreements.agreement_clocks, before=no_clocks),
        confirms=True,
    ),
    "OpenListing": Row(
        docket="listing",
        opens="yes",
        role="framework.agreement",
        conditions=(mandated("award.notify"), host_acts, may.listing_opens_as_agreed),
        effect=effects.listing_opened,
        public_from="at_once",
        facets=facets_of_case,
    ),
    "CallOff": Row(
        docket="listing",
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
        effect=effects.call_drawn,
        public_from="at_once",
        facets=calls.call_facets,
    ),
    "OpenCallOff": Row(
        docket="case",
        opens="yes",
        role="framework.second_stage",
        conditions=(
            mandated("award.confirm"),
            calls.method_is_that_of_a_list,
            calls.call_off_is_the_one_drawn,
        ),
        effect=effects.call_off_opened,
        public_from="at_once",
        facets=lambda intent: {"listing": intent.deed.listing},
        clocks=calls.call_off_clocks,
    ),
    "OpenCompetition": Row(
        docket="case",
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
        effect=effects.competition_opened,
        public_from="at_once",
        facets=competition.competition_facets,
    ),
    "GiveBackQuota": Row(
        docket="listing",
        opens="no",
        role="framework.second_stage",
        conditions=(
            mandated("contract.sign"),
            calls.listing_is_of_this_lot,
            calls.actor_called_off_or_supplies,
            calls.nothing_came_of_the_call_off,
        ),
        effect=effects.quota_given_back,
        public_from="at_once",
        facets=calls.returning_facets,
    ),
    "BuyOffList": Row(
        docket="case",
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
        effect=effects.bought_off_list,
        public_from="at_once",
        facets=off_list.off_list_facets,
        clocks=calls.call_off_clocks,
    ),
    "EndListing": Row(
        docket="listing",
        opens="no",
        role="framework.removal",
        conditions=(
            mandated("contract.sign"),
            calls.listing_is_of_this_lot,
            calls.actor_may_end_the_listing,
            since("2026.12.2", calls.removal_has_a_ground, before=not_asked),
        ),
        effect=effects.listing_ended,
        public_from="at_once",
        facets=facets_of_case,
    ),
}
