"""Purchases by the statutory methods, played stage by stage as a lawyer would tell them."""

from __future__ import annotations

from dataclasses import replace
from fractions import Fraction

from bundles import bundle
from daylight.core.acts.bid_content import ItemDeclared
from daylight.core.acts.evaluation_terms import FULL_POINTS
from daylight.core.acts.planning import ApproveImports, ExpertOpinion, FilePlan, Funds, PlanLine
from daylight.core.values.money import Money
from daylight.core.values.text import Text
from daylight.practice import judging, methods, play
from daylight.practice.play import Played
from daylight.practice.script import LOWEST_PRICE, SCORING, CaseScript, MethodScript
from daylight.verifier.verify import verify
from known import KNOWN
from scripts import FULL, SCANNER, SMALL, bidder, yuan
from world import TestWorld, found

PLAIN = replace(FULL, enquiry="", clarification=None, bid_days=12)


def lot(terms, budget):
    """One lot on these terms, with this budget in yuan."""
    return (replace(SCANNER, terms=terms, budget=yuan(budget), bid_security=None),)


def final(yuan_amount):
    """A final price for the one lot."""
    return (("1", yuan_amount * 100),)


def scored(points: int):
    """Scoring terms in which price has so many points, and the technical solution the rest."""
    price, technical, service, warranty = SCORING.criteria
    rest = FULL_POINTS - points - service.points - warranty.points
    return replace(
        SCORING,
        criteria=(
            replace(price, points=Fraction(points)),
            replace(technical, points=rest),
            service,
            warranty,
        ),
    )


NEGOTIATED = replace(
    PLAIN,
    lots=lot(LOWEST_PRICE, 1_900_000),
    bidders=(
        bidder("甲", 1_800_000, final=final(1_700_000)),
        bidder("乙", 1_750_000, final=final(1_680_000)),
        bidder("丙", 1_700_000, final=final(1_690_000)),
    ),
    chosen=MethodScript(
        "competitive_negotiation",
        ("urgent_need",),
        Text("主设备突发故障，招标时间不能满足紧急需要", "the main device failed"),
        change=Text("保修期改为三年", "three years of warranty"),
    ),
)
CENTRAL = replace(NEGOTIATED, territory="CN-central")
CONSULTED = replace(
    PLAIN,
    object="services",
    lots=lot(scored(30), 1_900_000),
    chosen=MethodScript(
        "competitive_consultation",
        ("public_service",),
        Text("政府购买社区养老服务", "care for the elderly, bought for the public"),
        category="C20",
    ),
    bidders=NEGOTIATED.bidders,
)
QUOTED = replace(
    PLAIN,
    lots=lot(LOWEST_PRICE, 1_900_000),
    standard=True,
    bidders=NEGOTIATED.bidders,
    chosen=MethodScript(
        "request_for_quotations",
        ("uniform_with_stock",),
        Text("规格统一、货源充足、价格稳定", "uniform, in stock, stable in price"),
    ),
)
ONLY = replace(
    PLAIN,
    lots=lot(LOWEST_PRICE, 1_900_000),
    bidders=(bidder("甲", 1_800_000, final=final(1_650_000)),),
    chosen=MethodScript(
        "single_source",
        ("only_supplier",),
        Text("必须采用不可替代的专利", "an irreplaceable patent is needed"),
    ),
)
INVITED = replace(
    PLAIN,
    bid_days=25,
    bidders=tuple(bidder(name, 3_000_000 - 10_000 * place) for place, name in enumerate("甲乙丙丁戊己")),
    chosen=MethodScript(
        "invited_tendering",
        ("limited_range",),
        Text("只能从有限范围的供应商处采购", "only a limited range of suppliers can provide it"),
    ),
)


def to_choice(made: TestWorld, script: CaseScript, supplier: str = "") -> Played:
    """The need is defined and announced, and the method chosen."""
    played = play.prepare(made.stage, made.town, script)
    methods.choose(made.stage, made.town, played, supplier)
    return played


def three_purchases(seed: int = 1) -> tuple[TestWorld, tuple[str, ...]]:
    """Three purchases of one purchaser in one year: each adds up those before it."""
    made = found(seed, territory="CN-central")
    cases = []
    for before in (0, 190_000_000, 380_000_000):
        script = replace(CENTRAL, chosen=replace(CENTRAL.chosen, bought_before=before))
        cases.append(to_choice(made, script).case)
    return made, tuple(cases)


def to_response(made: TestWorld, script: CaseScript) -> Played:
    """Everybody has responded and the offers are open."""
    played = to_choice(made, script)
    play.appoint_holders(made.stage, made.town, played)
    play.solicit(made.stage, made.town, played)
    play.obtain_all(made.stage, played)
    play.bid_all(made.stage, made.town, played)
    play.open_all(made.stage, made.town, played)
    return played


def to_end(made: TestWorld, script: CaseScript) -> Played:
    """From the need to the contract."""
    played = to_response(made, script)
    methods.judge_and_contract(made.stage, made.town, played)
    return played


def verdicts(made: TestWorld, played: Played) -> dict[str, int]:
    """What a stranger and an auditor find, offline."""
    bundles = {scope: bundle(made, played.case, scope=scope) for scope in ("public", "auditor")}
    return {scope: verify(files, KNOWN).exit_code for scope, files in bundles.items()}


OPINION = ExpertOpinion("林知", "晴川大学", "教授", Text("国内没有同等产品", "no such product is made here"))


def plan_of(made: TestWorld, lot: str = "1") -> FilePlan:
    """A plan of one lot, paid in two years."""
    funds = (
        Funds(2026, "财政拨款", Money(2_000_000_00, "CNY")),
        Funds(2027, "财政拨款", Money(800_000_00, "CNY")),
    )
    line = PlanLine(lot, "A02010108", "设备购置", funds)
    return FilePlan("2026-0107", made.stage.clock.now().day, "open_tendering", (line,), Fraction(3, 10))


def consent_to_imports(items: tuple[str, ...]) -> ApproveImports:
    """The finance department admits imported goods for these items."""
    return ApproveImports(True, "核准〔2026〕7号", items, Text("同意", "agreed"), (OPINION,))


FOREIGN = (ItemDeclared("1-1", "海外厂", "large", Fraction(1), "海", imported=True),)
IMPORTED = replace(SMALL, bidders=(replace(SMALL.bidders[0], items=FOREIGN), *SMALL.bidders[1:]))


def planned_with_imports(made: TestWorld) -> Played:
    """A purchase whose plan was filed and whose imports were admitted, until the documents are out."""
    played = play.prepare(made.stage, made.town, IMPORTED)
    made.stage.confirms(made.town.buyer, plan_of(made), played.case)
    made.stage.confirms(made.town.finance, consent_to_imports(("1-1",)), played.case)
    play.appoint_holders(made.stage, made.town, played)
    play.solicit(made.stage, made.town, played)
    return played


def imported(made: TestWorld) -> Played:
    """The same until the offers, one of imported goods, are compared."""
    played = planned_with_imports(made)
    play.obtain_all(made.stage, played)
    play.bid_all(made.stage, made.town, played)
    play.open_all(made.stage, made.town, played)
    judging.form_committee(made.stage, made.town, played)
    judging.evaluate_lot(made.stage, made.town, played, "1")
    return played
