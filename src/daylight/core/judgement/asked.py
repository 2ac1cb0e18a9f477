"""What each kind of act asks the law: condition by condition, and where its clocks are set.

Made by ``make asked``: it plays all scenarios and keeps what was asked in them.
"""

ASKED: dict[str, dict[str, tuple[str, ...]]] = {
    "AnswerEnquiry": {
        "enquiry_belongs_here_and_is_open": ("enquiry.answer",),
    },
    "AnswerObjection": {
        "objection_is_open": ("single_source.publicity",),
    },
    "ApplyForListing": {
        "clocks": ("framework.application_review",),
    },
    "ApproveMethod": {
        "choice_waits_for_approval": (
            "framework.open_grounds", "method.approval", "method.competitive_consultation",
            "method.competitive_negotiation", "method.framework_agreement", "method.invited_tendering",
            "method.request_for_quotations", "method.single_source", "method.splitting",
            "procurement.threshold.open_tender.goods_services",
        ),
        "sole_source_was_public": (
            "framework.open_grounds", "method.approval", "method.competitive_consultation",
            "method.competitive_negotiation", "method.framework_agreement", "method.invited_tendering",
            "method.request_for_quotations", "method.single_source", "method.splitting",
            "procurement.threshold.open_tender.goods_services", "single_source.publicity",
        ),
    },
    "AskAboutLowPrice": {
        "clocks": ("low_price.explanation",),
    },
    "AwardLot": {
        "changed_result_is_reported": ("evaluation.again.report",),
        "clocks": ("award.publish",),
    },
    "BuyOffList": {
        "clocks": ("award.standstill", "contract.sign"),
    },
    "CallForFinalOffers": {
        "clocks": ("final_offer.once",),
        "enough_are_left_to_offer": (
            "conformity.minimum", "consultation.minimum_research", "consultation.minimum_services",
            "emergency.minimum_suppliers", "negotiation.minimum_after_failed_tender",
        ),
    },
    "CancelLot": {
        "clocks": ("security.refund_termination",),
    },
    "ChooseMethod": {
        "method_is_open": (
            "framework.open_grounds", "method.approval", "method.competitive_consultation",
            "method.competitive_negotiation", "method.emergency", "method.framework_agreement",
            "method.invited_tendering", "method.request_for_quotations", "method.single_source",
            "method.splitting", "method.works_untendered",
            "procurement.threshold.open_tender.goods_services", "procurement.threshold.open_tender.works",
            "single_source.addition_ceiling", "works.must_tender.works",
        ),
    },
    "ClarifyPrequalification": {
        "clarified_qualifications_keep_nobody_out": (
            "requirement.similar_contracts_ceiling", "scoring.quantified", "solicitation.fits_the_need",
            "solicitation.no_brand", "solicitation.no_chosen_product", "solicitation.no_entry_barrier",
            "solicitation.no_local_merit", "solicitation.no_maker_authorisation",
            "solicitation.no_other_limit", "solicitation.no_ownership_or_place", "solicitation.no_size",
            "solicitation.no_years", "solicitation.same_information", "solicitation.same_yardstick",
        ),
        "clocks": ("prequalification.clarification_lead",),
    },
    "ConcludeEvaluation": {
        "clocks": ("award.confirm", "award.confirm_self_organised", "award.report"),
        "enough_bids_are_left": (
            "conformity.minimum", "consultation.minimum_research", "consultation.minimum_services",
            "emergency.minimum_suppliers", "negotiation.minimum_after_failed_tender",
        ),
    },
    "ConcludePrequalification": {
        "enough_is_what_was_counted": ("bidding.minimum_bidders", "consultation.minimum_services"),
    },
    "ConfirmRefund": {
        "withdrawn_refund_bears_interest": ("security.late_interest_premium",),
    },
    "DeclareRecusal": {
        "member_can_step_down": ("committee.minimum",),
    },
    "DeemFirstAwarded": {
        "clocks": ("award.publish",),
        "law_takes_silence_for_consent": ("award.deemed",),
    },
    "DefineRequirement": {
        "market_was_surveyed_where_law_asks": (
            "requirement.survey_budget.goods_services", "requirement.survey_budget.works",
            "requirement.survey_objects",
        ),
        "survey_still_holds": ("requirement.survey_validity",),
    },
    "DeliverReport": {
        "clocks": ("award.confirm",),
    },
    "DissolveCommittee": {
        "method_knows_a_new_committee": ("committee.new",),
    },
    "FailLot": {
        "cause_is_given_by_the_facts": ("bidding.minimum_bidders", "conformity.minimum"),
    },
    "FileAgreements": {
        "filed_are_those_that_stand": ("framework.file_copy",),
    },
    "FileContract": {
        "copy_goes_to_the_finance_department": ("contract.file_copy",),
        "copy_is_the_text_signed": ("contract.file_copy",),
    },
    "FormCommittee": {
        "composition_is_lawful": (
            "committee.expert_share", "committee.large_budget", "committee.minimum",
            "committee.minimum_large", "committee.odd", "procurement.threshold.open_tender.goods_services",
        ),
        "draw_can_be_recomputed": ("committee.minimum",),
        "employers_lend_no_more_than_law_lets_them": ("committee.same_employer_ceiling",),
        "experts_are_not_drawn_too_early": ("committee.draw_lead",),
        "law_has_its_experts": ("committee.legal_experts",),
    },
    "InviteApplications": {
        "approval_is_given": (
            "framework.open_grounds", "method.approval", "method.competitive_consultation",
            "method.competitive_negotiation", "method.framework_agreement", "method.invited_tendering",
            "method.request_for_quotations", "method.single_source",
            "procurement.threshold.open_tender.goods_services",
        ),
        "call_ends_within_the_law": ("framework.term.goods", "framework.term.services"),
        "intention_was_published_in_time": ("intention.lead",),
        "method_admits_the_need": ("method.default",),
        "requirement_is_approved": ("requirement.review",),
    },
    "InviteSuppliers": {
        "enough_suppliers_are_invited": (
            "bidding.minimum_bidders", "consultation.minimum_services", "invitation.minimum",
        ),
        "pool_is_large_enough": ("invitation.pool_factor",),
        "purchaser_recommends_no_more_than_its_share": ("invitation.purchaser_share",),
    },
    "IssueClarification": {
        "clarification_keeps_nobody_out": (
            "requirement.similar_contracts_ceiling", "scoring.quantified", "solicitation.fits_the_need",
            "solicitation.no_brand", "solicitation.no_chosen_product", "solicitation.no_entry_barrier",
            "solicitation.no_local_merit", "solicitation.no_maker_authorisation",
            "solicitation.no_other_limit", "solicitation.no_ownership_or_place", "solicitation.no_size",
            "solicitation.no_years", "solicitation.same_information", "solicitation.same_yardstick",
        ),
        "clocks": ("opening.at_deadline", "solicitation.clarification_lead"),
        "what_a_clarification_says_is_answered": (
            "requirement.similar_contracts_ceiling", "scoring.quantified", "solicitation.fits_the_need",
            "solicitation.no_brand", "solicitation.no_chosen_product", "solicitation.no_entry_barrier",
            "solicitation.no_local_merit", "solicitation.no_maker_authorisation",
            "solicitation.no_other_limit", "solicitation.no_ownership_or_place", "solicitation.no_size",
            "solicitation.no_years", "solicitation.same_information", "solicitation.same_yardstick",
        ),
    },
    "IssuePrequalification": {
        "applicants_get_the_time_the_law_gives": ("prequalification.submit",),
        "approval_is_given": (
            "framework.open_grounds", "method.approval", "method.competitive_consultation",
            "method.competitive_negotiation", "method.framework_agreement", "method.invited_tendering",
            "method.request_for_quotations", "method.single_source",
            "procurement.threshold.open_tender.goods_services",
        ),
        "clocks": (
            "prequalification.documents_supply", "prequalification.notice_period",
            "prequalification.submit",
        ),
        "intention_was_published_in_time": ("intention.lead",),
        "method_admits_the_need": ("method.default",),
        "number_invited_is_lawful": ("bidding.minimum_bidders",),
        "prequalification_documents_are_offered_long_enough": ("prequalification.documents_supply",),
        "qualifications_keep_nobody_out": (
            "requirement.similar_contracts_ceiling", "scoring.quantified", "solicitation.fits_the_need",
            "solicitation.no_brand", "solicitation.no_chosen_product", "solicitation.no_entry_barrier",
            "solicitation.no_local_merit", "solicitation.no_maker_authorisation",
            "solicitation.no_other_limit", "solicitation.no_ownership_or_place", "solicitation.no_size",
            "solicitation.no_years", "solicitation.same_information", "solicitation.same_yardstick",
        ),
        "requirement_is_approved": ("requirement.review",),
    },
    "IssueSolicitation": {
        "approval_is_given": (
            "framework.open_grounds", "method.approval", "method.competitive_consultation",
            "method.competitive_negotiation", "method.emergency", "method.framework_agreement",
            "method.invited_tendering", "method.request_for_quotations", "method.single_source",
            "method.splitting", "method.works_untendered",
            "procurement.threshold.open_tender.goods_services", "works.must_tender.works",
        ),
        "bidders_get_the_time_the_law_gives": ("bidding.period",),
        "clocks": (
            "bidding.period", "opening.at_deadline", "solicitation.documents_supply",
            "solicitation.notice_period",
        ),
        "documents_are_offered_long_enough": ("solicitation.documents_supply",),
        "enough_are_dropped": ("framework.elimination.price_first", "framework.elimination.quality_first"),
        "enough_candidates_are_recommended": ("award.candidates.minimum",),
        "explanation_time_is_enough": ("low_price.explanation_minutes",),
        "intention_was_published_in_time": ("intention.lead",),
        "low_price_rule_is_lawful": (
            "low_price.ceiling_rate", "low_price.mean_rate", "low_price.rate_ceiling",
            "low_price.second_rate",
        ),
        "method_admits_the_need": ("method.default",),
        "no_minimum_price_is_set": ("bidding.floor_price",),
        "preferences_serve_a_policy": ("preference.policy",),
        "price_is_adjusted_as_law_admits": ("evaluation.price_adjustments",),
        "price_weighs_enough": (
            "evaluation.price_weight_floor.goods", "evaluation.price_weight_floor.services",
            "evaluation.price_weight_floor.works",
        ),
        "price_weighs_not_too_much": (
            "evaluation.price_weight_ceiling.goods", "evaluation.price_weight_ceiling.services",
            "evaluation.price_weight_ceiling.works",
        ),
        "raised_rates_are_announced": (
            "low_price.ceiling_rate", "low_price.mean_rate", "low_price.rate_ceiling",
            "low_price.second_rate",
        ),
        "rates_are_those_of_the_law": (
            "domestic.deduction", "sme.deduction.mixed", "sme.deduction.mixed_works",
            "sme.deduction.small_micro", "sme.deduction.works",
        ),
        "requirement_is_approved": ("requirement.review",),
        "securities_stay_below_the_ceiling": ("bidding.security_ceiling",),
        "set_asides_are_sound": ("sme.reserve_share", "sme.reserve_share.works"),
        "small_purchases_are_reserved": (
            "procurement.threshold.dispersed.goods_services", "procurement.threshold.dispersed.works",
            "sme.reserve_all_below.goods_services", "sme.reserve_all_below.works", "sme.reserve_from_limit",
        ),
        "sole_source_was_public": (
            "framework.open_grounds", "method.approval", "method.competitive_consultation",
            "method.competitive_negotiation", "method.emergency", "method.framework_agreement",
            "method.invited_tendering", "method.request_for_quotations", "method.single_source",
            "method.splitting", "method.works_untendered",
            "procurement.threshold.open_tender.goods_services", "single_source.publicity",
            "works.must_tender.works",
        ),
        "standard_objects_are_bought_by_price": ("solicitation.price_only_standard_goods",),
        "what_was_found_is_answered": ("requirement.similar_contracts_ceiling",),
        "words_keep_nobody_out": (
            "requirement.similar_contracts_ceiling", "scoring.no_qualification", "scoring.quantified",
            "solicitation.fits_the_need", "solicitation.no_brand", "solicitation.no_chosen_product",
            "solicitation.no_entry_barrier", "solicitation.no_local_merit",
            "solicitation.no_maker_authorisation", "solicitation.no_other_limit",
            "solicitation.no_ownership_or_place", "solicitation.no_size", "solicitation.no_years",
            "solicitation.same_information", "solicitation.same_yardstick",
        ),
    },
    "JudgePreferences": {
        "declared_sizes_follow_from_their_figures": ("preference.sme_figures",),
        "kinds_do_not_add_up": ("preference.stacking",),
        "origin_is_found_as_declared": ("domestic.cost_share", "sme.mixed_share"),
        "what_is_due_is_granted": (
            "domestic.cost_share", "preference.ground.origin.outside_scope",
            "preference.ground.size.false_declaration", "preference.ground.size.outside_scope",
            "preference.stacking", "sme.mixed_share",
        ),
        "what_is_granted_is_due": ("domestic.cost_share", "sme.mixed_share"),
    },
    "ListSuppliers": {
        "clocks": ("framework.sign",),
        "those_listed_are_those_the_ranking_gives": ("framework.elimination_minimum",),
    },
    "NotifyBidders": {
        "clocks": ("award.standstill", "contract.sign", "security.refund_losers"),
        "losers_learn_their_points_and_rank": ("award.debrief",),
    },
    "NotifyUsers": {
        "users_are_told_of_those_that_stand": ("framework.notify_users",),
    },
    "ObjectToReport": {
        "law_takes_silence_for_consent": ("award.deemed",),
    },
    "ObjectToSoleSource": {
        "clocks": ("single_source.objection_answer",),
        "objector_is_not_the_purchaser": ("single_source.publicity",),
        "publicity_runs": ("single_source.publicity",),
    },
    "OpenBids": {
        "enough_holders_released": (
            "bidding.minimum_bidders", "consultation.minimum_research", "consultation.minimum_services",
            "emergency.minimum_suppliers", "final_offer.minimum", "final_offer.minimum.consultation",
            "final_offer.minimum.negotiation", "negotiation.minimum_after_failed_tender",
        ),
        "every_submission_has_its_disposition": (
            "bidding.minimum_bidders", "consultation.minimum_research", "consultation.minimum_services",
            "emergency.minimum_suppliers", "final_offer.minimum", "final_offer.minimum.consultation",
            "final_offer.minimum.negotiation", "negotiation.minimum_after_failed_tender",
        ),
    },
    "OpenCallOff": {
        "clocks": ("award.standstill", "contract.sign"),
    },
    "OpenCompetition": {
        "enough_suppliers_compete": ("framework.competition_minimum",),
    },
    "OpenReplenishment": {
        "too_few_are_left": ("framework.replenish_below",),
    },
    "PublishAward": {
        "clocks": ("award.notice_period",),
    },
    "PublishCallOffSummary": {
        "agreements_are_over": ("framework.summary",),
        "summary_is_what_was_called_off": ("framework.summary",),
    },
    "PublishContract": {
        "contract_is_signed": ("contract.publish",),
    },
    "PublishListing": {
        "clocks": ("framework.file_copy", "framework.notify_users", "framework.summary"),
    },
    "PublishSoleSource": {
        "choice_rests_on_an_only_supplier": ("single_source.publicity",),
        "clocks": ("single_source.publicity",),
    },
    "RaiseEnquiry": {
        "clocks": ("enquiry.answer",),
    },
    "RefundBidSecurity": {
        "late_refund_bears_interest": ("security.late_interest_premium",),
    },
    "ReleaseShares": {
        "every_standing_envelope_is_covered": (
            "bidding.minimum_bidders", "consultation.minimum_research", "consultation.minimum_services",
            "emergency.minimum_suppliers", "final_offer.minimum", "final_offer.minimum.consultation",
            "final_offer.minimum.negotiation", "negotiation.minimum_after_failed_tender",
        ),
        "shares_are_those_the_bidder_sealed": (
            "bidding.minimum_bidders", "consultation.minimum_research", "consultation.minimum_services",
            "emergency.minimum_suppliers", "final_offer.minimum", "final_offer.minimum.consultation",
            "final_offer.minimum.negotiation", "negotiation.minimum_after_failed_tender",
        ),
    },
    "ReopenEvaluation": {
        "cause_is_one_the_method_admits": (
            "evaluation.again.abnormal_mark", "evaluation.again.mark_out_of_range",
            "evaluation.again.objective_marks_differ", "evaluation.again.price_wrong",
            "evaluation.again.qualification_wrong", "evaluation.again.sum_wrong",
        ),
    },
    "ReviewApplication": {
        "clocks": ("framework.listing_publish",),
    },
    "ReviewConformity": {
        "enough_bidders_are_qualified": ("qualification.minimum",),
    },
    "ReviewQualification": {
        "bidder_is_one_the_lot_is_reserved_for": ("domestic.cost_share", "sme.mixed_share"),
    },
    "SignContract": {
        "clocks": ("contract.file_copy", "contract.publish", "security.refund_winner"),
        "performance_security_stays_below_the_ceiling": ("contract.performance_security_ceiling",),
        "standstill_is_over": ("award.standstill",),
    },
    "SignFramework": {
        "clocks": ("framework.file_copy", "framework.notify_users", "framework.summary"),
        "term_is_within_the_law": ("framework.term.goods", "framework.term.services"),
    },
    "SubmitApplication": {
        "application_is_stored": ("prequalification.submit",),
        "applications_are_still_taken": ("prequalification.submit",),
    },
    "TakeUpSuppliers": {
        "clocks": ("framework.sign",),
    },
    "WithdrawApplication": {
        "applicant_has_an_application": ("prequalification.submit",),
        "applications_are_still_taken": ("prequalification.submit",),
    },
    "WithdrawBid": {
        "clocks": ("security.refund_withdrawal",),
    },
}
