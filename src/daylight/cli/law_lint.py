"""``daylight law lint``: what the law objects to in a draft solicitation, before it is signed.

Shown by ``tests/cli/test_law_lint.py``.
"""

from __future__ import annotations

import json
from datetime import date
from fractions import Fraction
from typing import Any, BinaryIO

import click

from daylight.cli.language import failed, misused
from daylight.cli.law_asked import Asked, asking
from daylight.cli.law_day import DAY
from daylight.core.evaluation.price_weight import LifeCycleWeight, PriceWeight
from daylight.core.judgement.draft import Draft, DraftFinding, review_draft
from daylight.core.judgement.words import remedy, wrong
from daylight.core.values.instant import Instant, start_of
from daylight.core.values.plain import Misshapen, build, plain
from daylight.core.values.text import Text
from daylight.crypto.openssl import OPENSSL
from daylight.practice.draft import sample_draft

NINE_HOURS_MS = 9 * 3_600_000
SIGNS = {True: Text("不予受理", "refused"), False: Text("提示", "warning")}

NO_DRAFT = Text(
    "请写明要审查的草案文件；用 daylight law lint --sample 可得到样稿。",
    "name a draft, or print one with daylight law lint --sample",
)
NO_METHOD = Text("method: 没有采购方式 {said}，可用：{known}", "method: '{said}' is not one of {known}")
NO_PLACE = Text("requirement.territory: 没有地域 {said}", "requirement.territory: no territory '{said}'")
BAD_DRAFT = Text(
    "草案格式有误（{why}）。用 daylight law lint --sample 可得到样稿，请对照改正。",
    "the draft has another shape ({why}). daylight law lint --sample prints one to compare it with",
)
NOT_JSON = Text(
    "草案不是 JSON（{why}）。用 daylight law lint --sample 可得到样稿。",
    "the draft is not JSON: {why}. daylight law lint --sample prints one to start from",
)


@click.command(name="lint")
@click.argument("source", metavar="FILE", type=click.File("rb"), required=False)
@click.option("--sample", is_flag=True, help="Print a draft to start from.")
@click.option("--on", "day", type=DAY, default="today", help="The day it would be issued; today by default.")
@asking
def lint_draft(asked: Asked, source: BinaryIO | None, sample: bool, day: date) -> None:
    """Check a draft solicitation; each finding has its article and remedy; exit 1 if one is refused."""
    if sample or source is None:
        if not sample:
            raise misused(NO_DRAFT)
        territory = asked.law(day).territory
        draft = sample_draft(territory.id, territory.currency, _morning(asked, territory.id, day))
        click.echo(json.dumps(plain(draft), ensure_ascii=False, indent=2))
        return
    draft = _read(source)
    if draft.method and draft.method not in asked.book.method_by_id:
        known = ", ".join(asked.book.method_by_id)
        raise failed(NO_METHOD.fill(said=draft.method, known=known))
    if draft.requirement.territory not in asked.book.territory_by_id:
        raise failed(NO_PLACE.fill(said=draft.requirement.territory))
    found = review_draft(draft, asked.book, OPENSSL, _morning(asked, draft.requirement.territory, day))
    lines = [line for one in found.findings for line in _told(asked, one)]
    lines += [_weighed(lot, weight).of(asked.lang) for lot, weight in found.weights]
    lines += [_weighed_over_life(lot, weight).of(asked.lang) for lot, weight in found.costs]
    refused = sum(one.blocks for one in found.findings)
    total = Text(
        f"{refused} 处不予受理，{len(found.findings) - refused} 处提示",
        f"{refused} refused, {len(found.findings) - refused} warnings",
    )
    weights = [{"lot": lot, **plain(weight)} for lot, weight in found.weights]
    costs = [{"lot": lot, **plain(weight)} for lot, weight in found.costs]
    asked.say(
        [*lines, total.of(asked.lang)],
        {"findings": list(map(_shape, found.findings)), "weights": weights, "costs": costs},
    )
    if refused:
        raise click.exceptions.Exit(1)


def _read(source: BinaryIO) -> Draft:
    try:
        return build(Draft, json.loads(source.read()))
    except Misshapen as shape:
        raise failed(BAD_DRAFT.fill(why=f"{shape.path.lstrip('.')}: {shape.wrong}")) from None
    except (ValueError, RecursionError) as error:
        raise failed(NOT_JSON.fill(why=str(error))) from None


def _morning(asked: Asked, territory: str, day: date) -> Instant:
    return start_of(day, asked.book.territory_by_id[territory].offset_minutes).later_by(NINE_HOURS_MS)


def _told(asked: Asked, found: DraftFinding) -> list[str]:
    sign = SIGNS[found.blocks].of(asked.lang)
    return [
        f"{sign} {found.refusal.code} — {wrong(found.refusal).of(asked.lang)}",
        f"  → {remedy(found.refusal).of(asked.lang)}",
    ]


def _shape(found: DraftFinding) -> dict[str, Any]:
    refusal = found.refusal
    said = {"wrong": wrong(refusal), "mend": remedy(refusal)}
    return {**plain(refusal), "facts": dict(refusal.facts), **plain(said), "blocks": found.blocks}


def _weighed(lot: str, weight: PriceWeight) -> Text:
    share, points = _percent(weight.share), weight.points
    return Text(
        f"说明：采购包 {lot} 的价格分值为 {points}，按过往价格，价格得分只相差 {weight.price_spread} 分，"
        f"其他得分可相差 {weight.quality_spread} 分：价格的有效权重为 {weight.share}（约 {share}）",
        f"note: in lot {lot} price has {points} points; by past prices they lie {weight.price_spread} apart, "
        f"all others up to {weight.quality_spread}: its effective weight is {weight.share} (about {share})",
    )


def _weighed_over_life(lot: str, weight: LifeCycleWeight) -> Text:
    """How far life-cycle points can lie apart beyond price; a warning where that rounds to nothing."""
    spread = show_places(weight.spread)
    said = Text(
        f"采购包 {lot} 的全生命周期成本分值为 {weight.points}，按过往最低报价，"
        f"申报的数值至多使其相差约 {spread} 分",
        f"in lot {lot} life-cycle cost has {weight.points} points; at the lowest past price, what bidders "
        f"declare moves them by about {spread} at most",
    )
    if weight.decides:
        return Text(f"说明：{said.zh}", f"note: {said.en}")
    return Text(
        f"提示：{said.zh}：等于再按价格计分，请删除或放宽上下限",
        f"warning: {said.en}: it only scores price again; remove it or widen the bounds",
    )


def show_places(value: Fraction) -> str:
    """A number at two decimals."""
    whole, part = divmod(round(value * 100), 100)
    return f"{whole}.{part:02d}"


def _percent(share: Fraction) -> str:
    return f"{round(share * 100)}%"
