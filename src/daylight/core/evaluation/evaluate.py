"""One evaluation: sound inputs in, a result with its reasons out, the same bytes on every machine.

``recompute`` is what anyone runs: canonical bytes of the inputs to canonical bytes of the result.
Shown by ``tests/core/evaluation/test_evaluate.py`` and, against slow arithmetic that shares no code,
``tests/core/evaluation/test_reference.py``.
"""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction

from daylight.core.acts.evaluation_terms import EvaluationMethod, RankOn, TieBreak
from daylight.core.evaluation.inputs import EvaluationInputs, input_faults
from daylight.core.evaluation.ranking import Ranking, Tie, ranking
from daylight.core.evaluation.reasons import why
from daylight.core.evaluation.scoring import CriterionPoints, Standing, benchmark_of, mean_marks, standings
from daylight.core.values.because import Because
from daylight.core.values.fault import Fault
from daylight.core.values.money import Money
from daylight.core.values.plain import build, canonical_bytes, digest_of, read_plain


@dataclass(frozen=True)
class EvaluatedBid:
    """One bid's line: ``figure`` is its total points, or the amount it is ranked by.

    Who stands behind a better bid of the same brand is no candidate and has rank 0.
    """

    bid: str
    price: Money
    evaluated_minor: Fraction
    points: tuple[CriterionPoints, ...]
    figure: Fraction
    figure_rounded: Fraction
    rank: int
    rank_exact: int
    rank_rounded: int
    tie: Tie | None
    because: Because
    life_cycle: Fraction | None = None


@dataclass(frozen=True)
class EvaluationResult:
    """The ranking with every figure; bids stand in order of rank, and by id where they share one."""

    inputs_digest: str
    method: EvaluationMethod
    benchmark_minor: Fraction
    bids: tuple[EvaluatedBid, ...]
    rounding_changes: tuple[str, ...]
    draw_needed: tuple[tuple[str, ...], ...]
    life_cycle_benchmark: Fraction | None = None

    @property
    def ranking(self) -> tuple[str, ...]:
        """The candidates in order."""
        return tuple(line.bid for line in self.bids if line.rank)

    @property
    def leaders(self) -> tuple[str, ...]:
        """The winner, or all that share the first rank."""
        return tuple(line.bid for line in self.bids if line.rank == 1)

    def line(self, bid: str) -> EvaluatedBid:
        """The line of one bid."""
        return next(line for line in self.bids if line.bid == bid)


def evaluate(inputs: EvaluationInputs) -> EvaluationResult | tuple[Fault, ...]:
    """Evaluate the valid bids of a lot, or say everything that keeps them from being evaluated."""
    return input_faults(inputs) or _evaluated(inputs)


def recompute(source: bytes) -> bytes:
    """From canonical inputs to the canonical result (or faults): equal bytes prove a published evaluation."""
    return canonical_bytes(evaluate(build(EvaluationInputs, read_plain(source))))


def _evaluated(inputs: EvaluationInputs) -> EvaluationResult:
    terms = inputs.terms
    placed = {one.bid: one for one in standings(terms, inputs.bids, mean_marks(inputs.marks))}
    by_figure = {on: _candidates_ranked(inputs, tuple(placed.values()), on) for on in RankOn}
    decided = by_figure[terms.rank_on]
    exact, shown = dict(by_figure[RankOn.EXACT].ranks), dict(by_figure[RankOn.ROUNDED].ranks)
    stand = dict(decided.ranks)
    benchmark = min(one.evaluated_minor for one in placed.values())
    least_cost = benchmark_of(one.life_cycle for one in placed.values())
    offered = {bid.bid: bid for bid in inputs.bids}
    lines = (
        _line(
            placed[name],
            (rank, exact.get(name, 0), shown.get(name, 0)),
            decided.ties,
            because=why(inputs, offered[name], placed[name], (benchmark, least_cost)),
        )
        for name, rank in (*decided.ranks, *((name, 0) for name in sorted(set(placed) - set(stand))))
    )
    return EvaluationResult(
        digest_of(inputs),
        terms.method,
        benchmark,
        tuple(lines),
        tuple(name for name in sorted(placed) if exact.get(name, 0) != shown.get(name, 0)),
        decided.shared if TieBreak.DRAW in terms.tie_breaks else (),
        least_cost,
    )


def _candidates_ranked(inputs: EvaluationInputs, placed: tuple[Standing, ...], on: RankOn) -> Ranking:
    """The ranking of the candidates: of each brand the best bid, and all that are level with it."""
    ranked = ranking(inputs.terms, placed, inputs.draw_order, on=on)
    brands = {bid.bid: bid.brand or f"bid\n{bid.bid}" for bid in inputs.bids}
    best: dict[str, int] = {}
    for name, rank in ranked.ranks:
        best.setdefault(brands[name], rank)
    ranks = dict(ranked.ranks)
    left = tuple(one for one in placed if ranks[one.bid] == best[brands[one.bid]])
    return ranked if len(left) == len(placed) else ranking(inputs.terms, left, inputs.draw_order, on=on)


def _line(
    one: Standing, ranks: tuple[int, int, int], ties: tuple[Tie, ...], *, because: Because
) -> EvaluatedBid:
    return EvaluatedBid(
        one.bid,
        one.price,
        one.evaluated_minor,
        one.points,
        one.figure,
        one.figure_rounded,
        *ranks,
        next((tie for tie in ties if one.bid in tie.bids), None),
        because,
        one.life_cycle,
    )
