"""Why this bid won and not that one, in sentences; every figure comes from ``core.evaluation.explain``."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from fractions import Fraction

from daylight.core.acts.evaluation_terms import EvaluationMethod
from daylight.core.evaluation.evaluate import EvaluationResult
from daylight.core.evaluation.explain import Comparison, Explanation, WithoutOne
from daylight.core.evaluation.inputs import EvaluationInputs
from daylight.core.evaluation.scoring import life_cycle_shown
from daylight.core.evaluation.to_win import PointsToWin
from daylight.sites.kit import show
from daylight.sites.words import WORDS

WHY = {
    EvaluationMethod.COMPREHENSIVE_SCORING: "why.scored",
    EvaluationMethod.LOWEST_EVALUATED_PRICE: "why.price",
    EvaluationMethod.LOWEST_LIFE_CYCLE_COST: "why.cost",
}


@dataclass(frozen=True)
class Against:
    """One bid against the winner."""

    bidder: str
    margin: str
    gaps: tuple[tuple[str, str], ...]
    price_to_win: str
    points_to_win: tuple[str, ...]
    switching: str


@dataclass(frozen=True)
class Told:
    """The explanation of a lot: the sentence on top, the others one by one, what the result hangs on."""

    why: str
    others: tuple[Against, ...]
    hangs_on: tuple[str, ...]
    rounding: str


@dataclass(frozen=True)
class Telling:
    """What sentences need: the inputs, what ids stand for, and the language."""

    inputs: EvaluationInputs
    names: Mapping[str, str]
    lang: str

    def say(self, key: str, **facts: str) -> str:
        """The words of a key with facts in their places."""
        return WORDS[key].of(self.lang).format(**facts)

    def money(self, minor: int) -> str:
        """An amount in the currency of the bids."""
        return show.money(minor, self.inputs.bids[0].price.currency)

    @property
    def scored(self) -> bool:
        """Whether points decide, not the price alone."""
        return self.inputs.terms.method is EvaluationMethod.COMPREHENSIVE_SCORING

    def figure(self, value: Fraction) -> str:
        """Points, or an amount where only the price counts."""
        if self.scored:
            return self.say("why.points", points=show.places(value))
        if self.inputs.terms.method is EvaluationMethod.LOWEST_LIFE_CYCLE_COST:
            return self.money(life_cycle_shown(self.inputs.terms, value) or 0)
        return self.money(int(value))


def told_of(
    inputs: EvaluationInputs,
    result: EvaluationResult,
    explanation: Explanation,
    *,
    names: Mapping[str, str],
    lang: str,
) -> Told:
    """The explanation of a result."""
    telling = Telling(inputs, names, lang)
    changed = [names[bid] for bid in result.rounding_changes]
    joint = "、" if lang == "zh" else ", "
    return Told(
        _why(telling, result, explanation),
        tuple(_against(telling, one) for one in explanation.comparisons),
        tuple(_hangs(telling, one) for one in explanation.hangs_on),
        telling.say("rounding.changes", bids=joint.join(changed))
        if changed
        else telling.say("rounding.nothing"),
    )


def _why(telling: Telling, result: EvaluationResult, explanation: Explanation) -> str:
    first = result.bids[0]
    key = WHY[telling.inputs.terms.method]
    won = telling.say(key, bidder=telling.names[first.bid], figure=telling.figure(first.figure))
    if not explanation.comparisons:
        return won + telling.say("why.alone")
    second = explanation.comparisons[0]
    facts = {"bidder": telling.names[second.bid], "margin": telling.figure(second.margin)}
    return won + telling.say("why.ahead" if second.margin else "why.level", **facts)


def _against(telling: Telling, one: Comparison) -> Against:
    offered = next(bid.price.amount_minor for bid in telling.inputs.bids if bid.bid == one.bid)
    to_win, switch = one.price_to_win, one.switching_weight
    price = telling.say("towin.price.never")
    if to_win:
        facts = {"price": telling.money(to_win.price_minor), "less": telling.money(to_win.less_minor)}
        price = telling.say("towin.price", **facts, share=show.percent(Fraction(to_win.less_minor, offered)))
    return Against(
        telling.names[one.bid],
        telling.figure(one.margin),
        tuple((telling.names[gap.criterion], show.signed(gap.points)) for gap in one.gaps if gap.points),
        price,
        tuple(_points(telling, lack) for lack in one.points_to_win),
        telling.say(
            "switch", share=show.percent(switch.price_share), bidder=telling.names[switch.leads_above]
        )
        if switch and 0 < switch.price_share < 1
        else telling.say("switch.none")
        if telling.scored
        else "",
    )


def _points(telling: Telling, lack: PointsToWin) -> str:
    key = "towin.points" if lack.feasible else "towin.points.never"
    least = telling.say("towin.least" if lack.inclusive else "towin.more", points=show.places(lack.more))
    return telling.say(key, criterion=telling.names[lack.criterion], least=least)


def _hangs(telling: Telling, one: WithoutOne) -> str:
    joint = "、" if telling.lang == "zh" else ", "
    leaders = joint.join(telling.names[bid] for bid in one.leaders)
    return telling.say(f"without.{one.left.value}", left=telling.names[one.id], leaders=leaders)
