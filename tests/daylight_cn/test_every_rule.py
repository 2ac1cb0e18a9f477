"""Every figure of the law, written down by hand: what it is, from which day, where, by which article."""

from datetime import date, timedelta

import pytest

from daylight.core.rulebook.law import law_in_force
from daylight.core.rulebook.parameter import Range
from daylight.core.values.money import Money
from daylight.store.countries import country_folder, load_rulebook

BOOK = load_rulebook(country_folder("daylight_cn"))

#: id | first day | territory | value | first article it rests on | how well that is confirmed, ? if not
FIGURES = """
bidding.period | 2003-01-01 | CN | 20 day | cn-gpl#35 | V-law
bidding.minimum_bidders | 2003-01-01 | CN | 3 count | cn-gpl#36 | V-law
bidding.minimum_bidders.negotiation | 2003-01-01 | CN | 3 count | cn-gpl#38 | V-law
bidding.minimum_bidders.inquiry | 2003-01-01 | CN | 3 count | cn-gpl#40 | V-law
invitation.minimum | 2003-01-01 | CN | 3 count | cn-gpl#34 | V-law
committee.minimum.negotiation | 2003-01-01 | CN | 3 count | cn-gpl#38 | V-law
committee.minimum.inquiry | 2003-01-01 | CN | 3 count | cn-gpl#40 | V-law
committee.expert_share.negotiation | 2003-01-01 | CN | 2/3 | cn-gpl#38 | V-law
committee.expert_share.inquiry | 2003-01-01 | CN | 2/3 | cn-gpl#40 | V-law
committee.odd.negotiation | 2003-01-01 | CN | yes | cn-gpl#38 | V-law
committee.odd.inquiry | 2003-01-01 | CN | yes | cn-gpl#40 | V-law
single_source.addition_ceiling | 2003-01-01 | CN | 1/10 | cn-gpl#31 | V-law
contract.sign | 2003-01-01 | CN | 30 day | cn-gpl#46 | V-law
contract.file_copy | 2003-01-01 | CN | 7 working_day | cn-gpl#47 | V-law
contract.additions_ceiling | 2003-01-01 | CN | 1/10 | cn-gpl#49 | V-law
query.file | 2003-01-01 | CN | 7 working_day | cn-gpl#52 | V-law
query.answer | 2003-01-01 | CN | 7 working_day | cn-gpl#53 | V-law
complaint.file | 2003-01-01 | CN | 15 working_day | cn-gpl#55 | V-law
complaint.decide | 2003-01-01 | CN | 30 working_day | cn-gpl#56 | V-law
complaint.suspend | 2003-01-01 | CN | 30 day | cn-gpl#57 | V-law
records.retention | 2003-01-01 | CN | 15 year | cn-gpl#42 | V-law
supplier.record_lookback | 2003-01-01 | CN | 3 year | cn-gpl#22 | V-law
solicitation.documents_supply | 2015-03-01 | CN | 5 working_day | cn-gpl-regulation#31 | V-law
solicitation.clarification_lead | 2015-03-01 | CN | 15 day | cn-gpl-regulation#31 | V-law
prequalification.submit | 2015-03-01 | CN | 5 working_day | cn-gpl-regulation#21 | V-law
bidding.security_ceiling | 2015-03-01 | CN | 1/50 | cn-gpl-regulation#33 | V-law
security.refund_losers | 2015-03-01 | CN | 5 working_day | cn-gpl-regulation#33 | V-law
security.refund_winner | 2015-03-01 | CN | 5 working_day | cn-gpl-regulation#33 | V-law
contract.performance_security_ceiling | 2015-03-01 | CN | 1/10 | cn-gpl-regulation#48 | V-law
award.report | 2015-03-01 | CN | 2 working_day | cn-gpl-regulation#43 | V-law
award.confirm | 2015-03-01 | CN | 5 working_day | cn-gpl-regulation#43 | V-law
award.publish | 2015-03-01 | CN | 2 working_day | cn-gpl-regulation#43 | V-law
contract.publish | 2015-03-01 | CN | 2 working_day | cn-gpl-regulation#50 | V-law
single_source.publicity | 2015-03-01 | CN | 5 working_day | cn-gpl-regulation#38 | V-law
enquiry.answer | 2015-03-01 | CN | 3 working_day | cn-gpl-regulation#52 | V-law
committee.recusal_lookback | 2015-03-01 | CN | 3 year | cn-gpl-regulation#9 | V-law
qualification.minimum | 2017-10-01 | CN | 3 count | cn-mof-order-87#44 | V-exam
conformity.minimum | 2017-10-01 | CN | 3 count | cn-mof-order-87#43 | V-exam
committee.minimum | 2017-10-01 | CN | 5 count | cn-mof-order-87#47 | V-exam
committee.minimum_large | 2017-10-01 | CN | 7 count | cn-mof-order-87#47 | V-exam
committee.large_budget | 2017-10-01 | CN | 10000000 CNY | cn-mof-order-87#47 | V-exam
committee.expert_share | 2017-10-01 | CN | 2/3 | cn-mof-order-87#47 | V-exam
committee.odd | 2017-10-01 | CN | yes | cn-mof-order-87#47 | V-exam
evaluation.price_weight_floor.goods | 2017-10-01 | CN | 30 point | cn-mof-order-87#55 | V-exam
evaluation.price_weight_floor.services | 2017-10-01 | CN | 10 point | cn-mof-order-87#55 | V-exam
security.refund_withdrawal | 2017-10-01 | CN | 5 working_day | cn-mof-order-87#38 | V-exam
security.refund_termination | 2017-10-01 | CN | 5 working_day | cn-mof-order-87#29 | ?
security.late_interest_premium | 2017-10-01 | CN | 1/5 | cn-mof-order-87#38 | ?
award.confirm_self_organised | 2017-10-01 | CN | 5 working_day | cn-mof-order-87#68 | V-exam
invitation.pool_factor | 2017-10-01 | CN | 2 count | cn-mof-order-87#14 | ?
prequalification.documents_supply | 2017-10-01 | CN | 5 working_day | cn-mof-order-87#18 | ?
prequalification.clarification_lead | 2017-10-01 | CN | 3 day | cn-mof-order-87#27 | ?
low_price.mean_rate | 2026-02-01 | CN | 1/2 | cn-caiku-2026-2 | V-exam
low_price.second_rate | 2026-02-01 | CN | 1/2 | cn-caiku-2026-2 | V-exam
low_price.ceiling_rate | 2026-02-01 | CN | 9/20 | cn-caiku-2026-2 | V-exam
low_price.rate_ceiling | 2026-02-01 | CN | 13/20 | cn-caiku-2026-2 | V-exam
low_price.explanation_minutes | 2026-02-01 | CN | 30 minute | cn-caiku-2026-2 | V-exam
bidding.period.negotiation | 2014-02-01 | CN | 3 working_day | cn-mof-order-74#29 | S
bidding.period.inquiry | 2014-02-01 | CN | 3 working_day | cn-mof-order-74#45 | S
solicitation.clarification_lead.negotiation | 2014-02-01 | CN | 3 working_day | cn-mof-order-74#29 | ?
solicitation.clarification_lead.inquiry | 2014-02-01 | CN | 3 working_day | cn-mof-order-74#45 | ?
committee.minimum_large.negotiation | 2014-02-01 | CN | 5 count | cn-mof-order-74#7 | V-exam
committee.minimum_large.inquiry | 2014-02-01 | CN | 5 count | cn-mof-order-74#7 | V-exam
committee.legal_experts | 2014-02-01 | CN | 1 count | cn-mof-order-74#7 | V-exam
invitation.purchaser_share | 2014-02-01 | CN | 1/2 | cn-mof-order-74#12 | V-exam
negotiation.minimum_after_failed_tender | 2014-02-01 | CN | 2 count | cn-mof-order-74#27 | V-exam
final_offer.minimum.negotiation | 2014-02-01 | CN | 3 count | cn-mof-order-74#33 | V-exam
award.candidates.minimum | 2014-02-01 | CN | 3 count | cn-mof-order-74#35 | V-exam
bidding.minimum_bidders.single_source | 2014-02-01 | CN | 1 count | cn-mof-order-74#41 | V-exam
conformity.minimum.negotiation | 2014-02-01 | CN | 3 count | cn-mof-order-74#37 | V-exam
conformity.minimum.inquiry | 2014-02-01 | CN | 3 count | cn-mof-order-74#50 | V-exam
conformity.minimum.single_source | 2014-02-01 | CN | 1 count | cn-mof-order-74#41 | V-exam
single_source.publicity | 2014-02-01 | CN | 5 working_day | cn-mof-order-74#38 | V-exam
single_source.objection_answer | 2014-02-01 | CN | 5 working_day | cn-mof-order-74#40 | ?
bidding.period.consultation | 2014-12-31 | CN | 10 day | cn-caiku-2014-214#10 | V-exam
solicitation.documents_supply.consultation | 2014-12-31 | CN | 5 working_day | cn-caiku-2014-214#10 | V-exam
solicitation.clarification_lead.consultation | 2014-12-31 | CN | 5 day | cn-caiku-2014-214#10 | ?
bidding.minimum_bidders.consultation | 2014-12-31 | CN | 3 count | cn-caiku-2014-214#6 | V-exam
conformity.minimum.consultation | 2014-12-31 | CN | 3 count | cn-caiku-2014-214#21 | V-exam
final_offer.minimum.consultation | 2014-12-31 | CN | 3 count | cn-caiku-2014-214#21 | V-exam
consultation.minimum_research | 2014-12-31 | CN | 2 count | cn-caiku-2014-214#21 | V-exam
consultation.minimum_services | 2015-06-30 | CN | 2 count | cn-caiku-2015-124 | V-exam
committee.minimum.consultation | 2014-12-31 | CN | 3 count | cn-caiku-2014-214#14 | V-exam
committee.expert_share.consultation | 2014-12-31 | CN | 2/3 | cn-caiku-2014-214#14 | V-exam
committee.odd.consultation | 2014-12-31 | CN | yes | cn-caiku-2014-214#14 | V-exam
invitation.purchaser_share.consultation | 2014-12-31 | CN | 1/2 | cn-caiku-2014-214#6 | V-exam
award.candidates.minimum.consultation | 2014-12-31 | CN | 3 count | cn-caiku-2014-214#25 | ?
evaluation.price_weight_floor.goods.consultation | 2014-12-31 | CN | 30 point | cn-caiku-2014-214#24 | V-exam
evaluation.price_weight_floor.services.consultation | 2014-12-31 | CN | 10 point | cn-caiku-2014-214#24 | V-exam
evaluation.price_weight_ceiling.goods | 2014-12-31 | CN | 60 point | cn-caiku-2014-214#24 | V-exam
evaluation.price_weight_ceiling.services | 2014-12-31 | CN | 30 point | cn-caiku-2014-214#24 | V-exam
solicitation.notice_period | 2015-07-17 | CN | 5 working_day | cn-caiku-2015-135 | S
solicitation.notice_period.negotiation | 2015-07-17 | CN | 3 working_day | cn-caiku-2015-135 | S
solicitation.notice_period.inquiry | 2015-07-17 | CN | 3 working_day | cn-caiku-2015-135 | S
solicitation.notice_period.consultation | 2015-07-17 | CN | 3 working_day | cn-caiku-2015-135 | S
prequalification.notice_period | 2015-07-17 | CN | 5 working_day | cn-caiku-2015-135 | S
award.notice_period | 2015-07-17 | CN | 1 working_day | cn-caiku-2015-135 | S
complaint.publish | 2015-07-17 | CN | 5 working_day | cn-caiku-2015-135 | ?
supervision.publish | 2015-07-17 | CN | 5 working_day | cn-caiku-2015-135 | ?
supervision.assessment_publish | 2015-07-17 | CN | 5 working_day | cn-caiku-2015-135 | ?
publication.central_budget | 2015-07-17 | CN | 5000000 CNY | cn-caiku-2015-135 | ?
complaint.review | 2018-03-01 | CN | 5 working_day | cn-mof-order-94#21 | V-94
complaint.correction | 2018-03-01 | CN | 5 working_day | cn-mof-order-94#21 | V-94
complaint.refuse | 2018-03-01 | CN | 3 working_day | cn-mof-order-94#21 | V-exam
complaint.serve | 2018-03-01 | CN | 8 working_day | cn-mof-order-94#21 | V-94
complaint.statement | 2018-03-01 | CN | 5 working_day | cn-mof-order-94#22 | V-exam
malicious.count | 2018-03-01 | CN | 3 count | cn-mof-order-94#37 | V-exam
malicious.window | 2018-03-01 | CN | 12 month | cn-mof-order-94#37 | V-exam
malicious.ban | 2018-03-01 | CN | 1…3 | cn-mof-order-94#37 | V-exam
review.reconsideration | 1999-10-01 | CN | 60 day | cn-reconsideration-law-1999#9 | V-law
review.reconsideration | 2024-01-01 | CN | 60 day | cn-reconsideration-law#20 | V-law
review.suit | 2015-05-01 | CN | 6 month | cn-litigation-law#46 | V-law
review.suit_after_reconsideration | 2015-05-01 | CN | 15 day | cn-litigation-law#45 | V-law
review.inaction | 2015-05-01 | CN | 2 month | cn-litigation-law#47 | V-law
framework.survey_objects | 2022-03-01 | CN | 3 count | cn-mof-order-110 | V-exam
framework.term.goods | 2022-03-01 | CN | 1 year | cn-mof-order-110 | V-exam
framework.term.services | 2022-03-01 | CN | 2 year | cn-mof-order-110 | V-exam
framework.responses_minimum | 2022-03-01 | CN | 2 count | cn-mof-order-110 | ?
qualification.minimum.framework | 2022-03-01 | CN | 2 count | cn-mof-order-110 | ?
conformity.minimum.framework | 2022-03-01 | CN | 2 count | cn-mof-order-110 | ?
framework.elimination.price_first | 2022-03-01 | CN | 1/5 | cn-mof-order-110 | V-exam
framework.elimination.quality_first | 2022-03-01 | CN | 2/5 | cn-mof-order-110 | V-exam
framework.elimination_minimum | 2022-03-01 | CN | 1 count | cn-mof-order-110 | V-exam
framework.sign | 2022-03-01 | CN | 30 day | cn-mof-order-110 | V-exam
framework.file_copy | 2022-03-01 | CN | 7 working_day | cn-mof-order-110 | V-exam
framework.notify_users | 2022-03-01 | CN | 3 working_day | cn-mof-order-110 | V-exam
framework.replenish_below | 2022-03-01 | CN | 7/10 | cn-mof-order-110 | V-exam
framework.application_review | 2022-03-01 | CN | 7 working_day | cn-mof-order-110 | V-exam
framework.listing_publish | 2022-03-01 | CN | 2 working_day | cn-mof-order-110 | V-exam
framework.summary | 2022-03-01 | CN | 10 working_day | cn-mof-order-110 | V-exam
framework.consumables_quote | 2022-03-01 | CN | 3 year | cn-mof-order-110 | V-exam
framework.competition_minimum | 2022-03-01 | CN | 2 count | cn-mof-order-110 | ?
competition.offers_minimum | 2022-03-01 | CN | 1 count | cn-mof-order-110 | ?
qualification.minimum.competition | 2022-03-01 | CN | 1 count | cn-mof-order-110 | ?
conformity.minimum.competition | 2022-03-01 | CN | 1 count | cn-mof-order-110 | ?
committee.minimum.innovation | 2024-06-01 | CN | 5 count | cn-caiku-2024-13 | V-exam
committee.odd.innovation | 2024-06-01 | CN | yes | cn-caiku-2024-13 | V-exam
solicitation.notice_period.innovation | 2024-06-01 | CN | 5 working_day | cn-caiku-2024-13 | V-exam
innovation.application | 2024-06-01 | CN | 20 working_day | cn-caiku-2024-13 | V-exam
bidding.period.innovation | 2024-06-01 | CN | 10 working_day | cn-caiku-2024-13 | V-exam
innovation.final_response | 2024-06-01 | CN | 5 working_day | cn-caiku-2024-13 | V-exam
innovation.plan_weight_floor | 2024-06-01 | CN | 50 point | cn-caiku-2024-13 | V-exam
innovation.developers_ceiling | 2024-06-01 | CN | 3 count | cn-caiku-2024-13 | V-exam
innovation.term | 2024-06-01 | CN | 2 year | cn-caiku-2024-13 | V-exam
innovation.term_major | 2024-06-01 | CN | 3 year | cn-caiku-2024-13 | V-exam
innovation.advance_floor | 2024-06-01 | CN | 3/10 | cn-caiku-2024-13 | V-exam
innovation.price_increase_ceiling | 2024-06-01 | CN | 1/10 | cn-caiku-2024-13 | V-exam
requirement.survey_budget.goods_services | 2021-07-01 | CN | 10000000 CNY | cn-caiku-2021-22 | V-exam
requirement.survey_budget.works | 2021-07-01 | CN | 30000000 CNY | cn-caiku-2021-22 | V-exam
requirement.survey_objects | 2021-07-01 | CN | 3 count | cn-caiku-2021-22 | V-exam
requirement.survey_validity | 2021-07-01 | CN | 1 year | cn-caiku-2021-22 | V-exam
requirement.similar_contracts_ceiling | 2021-07-01 | CN | 2 count | cn-caiku-2021-22 | V-exam
intention.lead | 2020-03-02 | CN | 30 day | cn-caiku-2020-10 | V-exam
publication.medium | 2020-03-01 | CN | 1 working_day | cn-mof-order-101 | V-exam
agency.staff_minimum | 2018-03-01 | CN | 5 count | cn-caiku-2018-2 | V-exam
agency.update | 2018-03-01 | CN | 10 working_day | cn-caiku-2018-2 | V-exam
agency.rating | 2018-03-01 | CN | 5 working_day | cn-caiku-2018-2 | V-exam
committee.draw_lead | 2017-01-01 | CN | 2 working_day | cn-caiku-2016-198 | V-exam
committee.expert_experience | 2017-01-01 | CN | 8 year | cn-caiku-2016-198 | V-exam
payment.after_invoice | 2019-09-01 | CN | 30 day | cn-caiku-2019-38 | ?
payment.after_invoice_in_principle | 2023-12-08 | CN | 10 working_day | cn-caibanku-2023-243 | ?
procurement.threshold.open_tender.goods_services | 2020-01-01 | CN-central | 2000000 CNY | cn-guobanfa-2019-55 | V-press
procurement.threshold.dispersed.goods_services | 2020-01-01 | CN-central | 1000000 CNY | cn-guobanfa-2019-55 | V-press
procurement.threshold.dispersed.works | 2020-01-01 | CN-central | 1200000 CNY | cn-guobanfa-2019-55 | V-press
procurement.threshold.open_tender.goods_services | 2020-01-01 | CN-37 | 2000000 CNY | cn-caiku-2019-69 | ?
procurement.threshold.dispersed.goods_services | 2020-01-01 | CN-37-p | 500000 CNY | cn-caiku-2019-69 | ?
procurement.threshold.dispersed.goods_services | 2020-01-01 | CN-37-s | 300000 CNY | cn-caiku-2019-69 | V-exam
procurement.threshold.dispersed.goods_services | 2020-01-01 | CN-37-c | 300000 CNY | cn-caiku-2019-69 | V-exam
procurement.threshold.dispersed.goods_services | 2026-01-01 | CN-35-p | 1000000 CNY | cn-35-catalogue | V-exam
procurement.threshold.dispersed.goods_services | 2026-01-01 | CN-35-s | 300000 CNY | cn-35-catalogue | V-exam
procurement.threshold.dispersed.goods_services | 2026-01-01 | CN-35-c | 300000 CNY | cn-35-catalogue | V-exam
procurement.threshold.dispersed.works | 2026-01-01 | CN-35-p | 1200000 CNY | cn-35-catalogue | V-exam
procurement.threshold.open_tender.goods_services | 2026-01-01 | CN-35-p | 4000000 CNY | cn-35-catalogue | V-exam
procurement.threshold.open_tender.goods_services | 2026-01-01 | CN-35-s | 2000000 CNY | cn-35-catalogue | V-exam
procurement.threshold.open_tender.goods_services | 2026-01-01 | CN-35-c | 2000000 CNY | cn-35-catalogue | V-exam
procurement.threshold.dispersed.works | 2020-01-01 | CN-37 | 600000 CNY | cn-caiku-2019-69 | ?
works.must_tender.works | 2018-06-01 | CN | 4000000 CNY | cn-ndrc-order-16 | S
works.must_tender.goods | 2018-06-01 | CN | 2000000 CNY | cn-ndrc-order-16 | S
works.must_tender.services | 2018-06-01 | CN | 1000000 CNY | cn-ndrc-order-16 | S
emergency.additions_ceiling | 2026-10-01 | CN | 3/10 | cn-caiku-2026-12 | S
emergency.minimum_suppliers | 2026-10-01 | CN | 1 count | cn-caiku-2026-12 | S
emergency.approval_needed | 2026-10-01 | CN | no | cn-caiku-2026-12 | S
payment.term | 2020-09-01 | CN | 30 day | cn-sme-payment-728#8 | V-law
payment.term | 2025-06-01 | CN | 30 day | cn-sme-payment-802#9 | V-law
payment.term_ceiling | 2020-09-01 | CN | 60 day | cn-sme-payment-728#8 | V-law
payment.term_ceiling | 2025-06-01 | CN | 60 day | cn-sme-payment-802#9 | V-law
payment.interest_daily | 2020-09-01 | CN | 1/2000 | cn-sme-payment-728#15 | V-law
payment.interest_daily | 2025-06-01 | CN | 1/2000 | cn-sme-payment-802#17 | V-law
payment.receivable_confirm | 2020-09-01 | CN | 30 day | cn-sme-payment-728#14 | V-law
payment.receivable_confirm | 2025-06-01 | CN | 30 day | cn-sme-payment-802#16 | V-law
payment.disclose | 2020-09-01 | CN | 3 month | cn-sme-payment-728#16 | V-law
payment.disclose | 2025-06-01 | CN | 3 month | cn-sme-payment-802#18 | V-law
payment.complaint_transfer | 2025-06-01 | CN | 10 working_day | cn-sme-payment-802#25 | V-law
payment.complaint_handle | 2025-06-01 | CN | 30 day | cn-sme-payment-802#25 | V-law
payment.complaint_handle_longest | 2025-06-01 | CN | 90 day | cn-sme-payment-802#25 | V-law
works.minimum_bidders | 2000-01-01 | CN | 3 count | cn-tendering-law#28 | V-law
works.bidding_period | 2000-01-01 | CN | 20 day | cn-tendering-law#24 | V-law
works.clarification_lead | 2000-01-01 | CN | 15 day | cn-tendering-law#23 | V-law
works.committee_minimum | 2000-01-01 | CN | 5 count | cn-tendering-law#37 | V-law
works.expert_share | 2000-01-01 | CN | 2/3 | cn-tendering-law#37 | V-law
works.contract_sign | 2000-01-01 | CN | 30 day | cn-tendering-law#46 | V-law
works.report | 2000-01-01 | CN | 15 day | cn-tendering-law#47 | V-law
works.documents_sale | 2012-02-01 | CN | 5 day | cn-tendering-regulation#16 | V-law
works.prequalification_submit | 2012-02-01 | CN | 5 day | cn-tendering-regulation#17 | V-law
works.prequalification_clarification_lead | 2012-02-01 | CN | 3 day | cn-tendering-regulation#21 | V-law
works.objection_prequalification | 2012-02-01 | CN | 2 day | cn-tendering-regulation#22 | V-law
works.objection_documents | 2012-02-01 | CN | 10 day | cn-tendering-regulation#22 | V-law
works.objection_answer | 2012-02-01 | CN | 3 day | cn-tendering-regulation#22 | V-law
works.security_ceiling | 2012-02-01 | CN | 1/50 | cn-tendering-regulation#26 | V-law
works.refund_withdrawal | 2012-02-01 | CN | 5 day | cn-tendering-regulation#35 | V-law
works.candidates_ceiling | 2012-02-01 | CN | 3 count | cn-tendering-regulation#53 | V-law
works.candidates_publish | 2012-02-01 | CN | 3 day | cn-tendering-regulation#54 | V-law
works.candidates_notice | 2012-02-01 | CN | 3 day | cn-tendering-regulation#54 | V-law
works.refund_security | 2012-02-01 | CN | 5 day | cn-tendering-regulation#57 | V-law
works.performance_security_ceiling | 2012-02-01 | CN | 1/10 | cn-tendering-regulation#58 | V-law
works.complaint_file | 2012-02-01 | CN | 10 day | cn-tendering-regulation#60 | V-law
works.complaint_accept | 2012-02-01 | CN | 3 working_day | cn-tendering-regulation#61 | V-law
works.complaint_decide | 2012-02-01 | CN | 30 working_day | cn-tendering-regulation#61 | V-law
sme.yearly_share | 2018-01-01 | CN | 3/10 | cn-sme-promotion-law#40 | V-law
sme.yearly_small_micro_share | 2018-01-01 | CN | 3/5 | cn-sme-promotion-law#40 | V-law
sme.reserve_all_below.goods_services | 2021-01-01 | CN | 2000000 CNY | cn-caiku-2020-46 | V-exam
sme.reserve_all_below.works | 2021-01-01 | CN | 4000000 CNY | cn-caiku-2020-46 | V-exam
sme.reserve_from_limit | 2021-01-01 | CN | yes | cn-caiku-2020-46 | V-exam
sme.department_share | 2021-01-01 | CN | 3/10 | cn-caiku-2020-46 | V-exam
sme.department_share | 2026-01-01 | CN-35 | 2/5 | cn-35-sme-share | V-exam
sme.department_share.works | 2021-01-01 | CN | 3/10 | cn-caiku-2020-46 | V-exam
sme.department_share.works | 2022-07-01 | CN | 2/5 | cn-caiku-2022-19 | V-press
sme.department_share.works | 2023-01-01 | CN | 2/5 | cn-sme-works-share | ?
sme.department_share.works | 2024-01-01 | CN | 3/10 | cn-caiku-2020-46 | ?
sme.department_share.works | 2024-07-04 | CN | 2/5 | cn-guobanfa-2024-33 | ?
sme.department_share.works | 2027-01-01 | CN | 3/10 | cn-caiku-2020-46 | ?
sme.department_share.works | 2026-01-01 | CN-35 | 2/5 | cn-35-sme-share | V-exam
sme.small_micro_share | 2021-01-01 | CN | 3/5 | cn-caiku-2020-46 | V-exam
preference.sme_figures | 2011-06-18 | CN | yes | cn-gongxin-2011-300 | ?
sme.deduction.small_micro | 2021-01-01 | CN | 3/50…1/10 | cn-caiku-2020-46 | V-exam
sme.deduction.small_micro | 2022-07-01 | CN | 1/10…1/5 | cn-caiku-2022-19 | V-press
sme.deduction.mixed | 2021-01-01 | CN | 1/50…3/100 | cn-caiku-2020-46 | V-exam
sme.deduction.mixed | 2022-07-01 | CN | 1/25…3/50 | cn-caiku-2022-19 | V-press
sme.deduction.works | 2021-01-01 | CN | 3/100…1/20 | cn-caiku-2020-46 | V-exam
sme.deduction.mixed_works | 2021-01-01 | CN | 1/100…1/50 | cn-caiku-2020-46 | V-exam
sme.points.works | 2021-01-01 | CN | 3/100…1/20 | cn-caiku-2020-46 | V-exam
sme.points.mixed_works | 2021-01-01 | CN | 1/100…1/50 | cn-caiku-2020-46 | V-exam
sme.mixed_share | 2021-01-01 | CN | 3/10 | cn-caiku-2020-46 | V-exam
domestic.deduction | 2026-01-01 | CN | 1/5 | cn-guobanfa-2025-34 | V-exam
domestic.cost_share | 2026-01-01 | CN | 4/5 | cn-guobanfa-2025-34 | V-exam
preference.stacking | 2026-01-01 | CN | yes | cn-guobanfa-2025-34 | V-exam
preference.disabled_share | 2017-10-01 | CN | 1/4 | cn-caiku-2017-141 | ?
preference.disabled_staff | 2017-10-01 | CN | 10 count | cn-caiku-2017-141 | ?
preference.disabled_contract | 2017-10-01 | CN | 1 year | cn-caiku-2017-141 | ?
rural.food_share | 2021-04-24 | CN | 1/10 | cn-caiku-2021-20 | ?
supplier.large_fine | 2022-02-08 | CN | 2000000 CNY | cn-caiku-2022-3 | ?
committee.same_employer_ceiling | 2026-01-01 | CN-35 | 1 count | cn-35-mincaigui-2025-17 | V-exam
"""  # noqa: E501 - a row of the table stays on one line
SURE = {"?": "unverified"}
ROWS = [tuple(cell.strip() for cell in line.split("|")) for line in FIGURES.strip().splitlines()]


def said(value, unit):
    """A value as the table writes it."""
    if isinstance(value, Range):
        return f"{value.low}…{value.high}"
    if isinstance(value, Money):
        return f"{value.amount_minor // 100} {value.currency}"
    if isinstance(value, bool):
        return "yes" if value else "no"
    return str(value) if unit == "ratio" else f"{value} {unit}"


@pytest.mark.parametrize("row", ROWS, ids=[" ".join(row[:3]) for row in ROWS])
def test_a_figure_is_what_the_law_says_from_its_day_and_not_before(row):
    id, day, territory, value, article, sure = row
    first = date.fromisoformat(day)
    law = law_in_force(BOOK, territory, first)
    found, eve = law.maybe(id), law.on(first - timedelta(days=1)).maybe(id)
    cite = found.cites[0]
    assert said(found.value, found.parameter.unit) == value
    assert f"{cite.instrument}#{cite.article}".rstrip("#") == article
    assert (found.from_day, found.confidence) == (first, SURE.get(sure, sure))
    assert eve is None or eve.from_day < first


def test_the_table_leaves_no_value_of_the_book_out():
    told = {(id, day) for id, day, *_ in ROWS}
    held = {(p.id, str(value.from_day)) for p in BOOK.parameters for value in p.values}
    assert sorted(held - told) == []


BY_METHOD = {
    "bidding.period": "20 day|20 day|3 working_day|10 day|3 working_day|—|20 day|10 working_day",
    "bidding.minimum_bidders": "3 count|3 count|3 count|3 count|3 count|1 count|2 count|—",
    "conformity.minimum": "3 count|3 count|3 count|3 count|3 count|1 count|2 count|—",
    "solicitation.documents_supply": "5 working_day|5 working_day|—|5 working_day|—|—|—|—",
    "solicitation.clarification_lead": "15 day|15 day|3 working_day|5 day|3 working_day|—|15 day|—",
    "solicitation.notice_period": (
        "5 working_day|5 working_day|3 working_day|3 working_day|3 working_day|—|5 working_day|5 working_day"
    ),
    "committee.minimum": "5 count|5 count|3 count|3 count|3 count|—|5 count|5 count",
    "committee.minimum_large": "7 count|7 count|5 count|—|5 count|—|7 count|—",
    "committee.expert_share": "2/3|2/3|2/3|2/3|2/3|—|2/3|—",
    "committee.odd": "yes|yes|yes|yes|yes|—|yes|yes",
    "final_offer.minimum": "—|—|3 count|3 count|—|—|—|—",
    "award.candidates.minimum": "—|—|3 count|3 count|3 count|—|—|—",
    "invitation.purchaser_share": "—|—|1/2|1/2|1/2|—|—|—",
    "evaluation.price_weight_floor.goods": "30 point|30 point|—|30 point|—|—|30 point|—",
    "evaluation.price_weight_ceiling.services": "—|—|—|30 point|—|—|—|—",
    "single_source.publicity": "—|—|—|—|—|5 working_day|—|—",
    "award.publish": "|".join(["2 working_day"] * 8),
    "contract.sign": "|".join(["30 day"] * 8),
}
METHODS = (
    "open_tendering",
    "invited_tendering",
    "competitive_negotiation",
    "competitive_consultation",
    "request_for_quotations",
    "single_source",
    "framework_agreement",
    "cooperative_innovation",
)


@pytest.mark.parametrize("question", sorted(BY_METHOD))
def test_each_method_has_its_own_answer(question):
    answers = []
    for method in METHODS:
        found = law_in_force(BOOK, "CN", date(2026, 11, 23), method).maybe(question)
        answers.append(said(found.value, found.parameter.unit) if found else "—")
    assert "|".join(answers) == BY_METHOD[question]
