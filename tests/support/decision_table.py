"""Which methods are lawful, written down from the articles themselves; shares no code with the house.

Government Procurement Law (GPL) arts 26 to 32, its Regulations (Reg) arts 23, 25 to 28, the measures on
consultation (214) art. 3, the central thresholds of 2020, in force on 23 November 2026 at the central level.
Amounts are in fen.
"""

MILLION = 100_000_000
OPEN_TENDER = 2 * MILLION  # goods and services, central level, 国办发〔2019〕55号
LIMIT = {"goods": 1 * MILLION, "services": 1 * MILLION, "works": 120_000_000}
MUST_TENDER_WORKS = 4 * MILLION  # 国家发改委令第16号, not confirmed

GOODS_AND_SERVICES = ("goods", "services")

# method, object, fact, approval needed above the threshold
ARTICLES = (
    ("framework_agreement", ("services",), "own_system_services", True),  # Order 110
    ("open_framework", GOODS_AND_SERVICES, "policy_keeps_all", True),  # Order 110, not confirmed
    ("open_framework", GOODS_AND_SERVICES, "few_and_restricted", True),  # Order 110, not confirmed
    ("open_framework", ("services",), "fixed_fee_users_choose", True),  # Order 110, not confirmed
    ("invited_tendering", GOODS_AND_SERVICES, "limited_range", True),  # GPL 29(1)
    ("invited_tendering", GOODS_AND_SERVICES, "disproportionate_cost", True),  # GPL 29(2)
    ("competitive_negotiation", GOODS_AND_SERVICES, "tender_failed", True),  # GPL 30(1)
    ("competitive_negotiation", GOODS_AND_SERVICES, "tender_left_two", True),  # Order 74 art. 27
    ("competitive_negotiation", GOODS_AND_SERVICES, "no_detailed_specification", True),  # GPL 30(2)
    ("competitive_negotiation", GOODS_AND_SERVICES, "urgent_need", True),  # GPL 30(3)
    ("competitive_negotiation", GOODS_AND_SERVICES, "price_not_computable", True),  # GPL 30(4), Reg 26
    ("competitive_negotiation", ("goods", "services", "works"), "declared_emergency", False),  # 2026-12
    ("competitive_negotiation", ("works",), "works_untendered", None),  # Reg 25
    ("competitive_consultation", ("services",), "public_service", True),  # 214 art. 3(1)
    ("competitive_consultation", GOODS_AND_SERVICES, "no_detailed_specification", True),  # 3(2)
    ("competitive_consultation", GOODS_AND_SERVICES, "price_not_computable", True),  # 3(3)
    ("competitive_consultation", GOODS_AND_SERVICES, "thin_research_market", True),  # 3(4)
    ("competitive_consultation", ("works",), "works_untendered", None),  # 3(5)
    ("request_for_quotations", ("goods",), "uniform_with_stock", True),  # GPL 32
    ("framework_agreement", GOODS_AND_SERVICES, "catalogue_small_repeated", True),  # Order 110
    ("single_source", GOODS_AND_SERVICES, "only_supplier", True),  # GPL 31(1), Reg 27
    ("single_source", GOODS_AND_SERVICES, "unforeseeable_emergency", True),  # GPL 31(2)
    ("single_source", GOODS_AND_SERVICES, "consistent_addition", True),  # GPL 31(3), a tenth at most
    ("single_source", ("goods", "services", "works"), "declared_emergency", False),  # 2026-12
    ("single_source", ("works",), "works_untendered", None),  # Reg 25
)


def decide(object, budget, facts, bought, original):
    """Lawful methods, each with the approval it needs: ``""``, ``"threshold"`` or ``"splitting"``."""
    if object == "works" and budget >= MUST_TENDER_WORKS:
        return {}
    lawful = {} if object == "works" else {"open_tendering": ""}
    met = [row for row in ARTICLES if object in row[1] and row[2] in facts]
    for method in {row[0] for row in met}:
        rows = [row for row in met if row[0] == method]
        small = original is not None and budget * 10 <= original
        if all(row[2] == "consistent_addition" for row in rows) and not small:
            continue
        lawful[method] = _approval(object, budget, bought, rows)
    return lawful


def _approval(object, budget, bought, rows):
    if object == "works" or any(row[3] is False for row in rows):
        return ""
    if budget >= OPEN_TENDER:
        return "threshold"
    return "splitting" if bought and bought + budget > OPEN_TENDER else ""


def binds(object, budget, in_catalogue):
    """Whether the law of procurement binds at all."""
    return in_catalogue or budget >= LIMIT[object]
