"""``daylight replay``: replay real auctions on the platform, and compare the results with the record.

Shown by ``tests/cli/test_replay.py``.
"""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from time import perf_counter
from typing import Any, get_args

import click

from daylight.cli.country import country_option, territory_option
from daylight.cli.imports import progress_to
from daylight.cli.language import lang_option
from daylight.core.acts.planning import ObjectKind
from daylight.core.rulebook.book import Rulebook
from daylight.core.rulebook.law import LawGap, cite_of
from daylight.core.values.plain import plain
from daylight.core.values.text import Text
from daylight.practice.auctions import Auction, UnreadableAuctions, read_auctions
from daylight.practice.comparison import FEWEST, Compared, Summary, compare, summary_of
from daylight.practice.replay import replay_all
from daylight.practice.rerun import Outcome, Setting
from daylight.store.countries import country_folder, load_rulebook

WHAT_IF = Text(
    "假设推演：若按 {country} 的规则办理。日期移到 {year} 年同月同日并留足法定期限；工程按货物处理；"
    "1 日元按 1 分计；最低限价不予采用。不是对原招标的评价。",
    "What if: under the rules of {country}. Days are moved to {year}, with the lead times of its "
    "law; works count as goods, a yen as a fen; minimum prices are ignored. No verdict on the auctions.",
)
NO_PLACE = Text("{country} 没有地区 {territory}。", "{country} has no territory {territory}.")
VERDICTS = {
    "agrees": Text("一致", "agree"),
    "tie": Text("同价（含记录中标人）", "ties that include the recorded winner"),
    "differs": Text("不同", "differ"),
    "no_winner": Text("来源无中标人", "no winner in the source"),
    "failed": Text("因家数不足失败", "fail for lack of bidders"),
}
LISTED = ("differs", "tie", "no_winner")


@click.group()
def replay() -> None:
    """Play real purchases again. 用真实数据重演。"""


@replay.command()
@click.argument("file", type=click.Path(exists=True, dir_okay=False, path_type=Path))
@country_option
@territory_option
@click.option(
    "--object", "bought", type=click.Choice(get_args(ObjectKind)), default="works", show_default=True
)
@click.option("--what-if", "year", type=int, help="As if held in this year. 假设在此年办理。")
@click.option("--limit", type=click.IntRange(1), help="Only the first auctions. 只重演前若干次。")
@click.option("--jobs", type=click.IntRange(1), default=2, show_default=True, help="Processes. 进程数。")
@lang_option
@click.option("--json", "as_json", is_flag=True, help="Print JSON. 输出 JSON。")
def auctions(
    file: Path,
    *,
    country: str,
    territory: str,
    bought: ObjectKind,
    year: int | None,
    limit: int | None,
    jobs: int,
    lang: str,
    as_json: bool,
) -> None:
    """Replay the auctions of a CSV FILE, sealed, opened, evaluated and awarded by real acts. 重演招标。"""
    try:
        history = read_auctions(file.read_bytes())
    except UnreadableAuctions as wrong:
        raise click.ClickException(str(wrong)) from None
    book, chosen = load_rulebook(country_folder(country)), history[:limit]
    place = book.territory_by_id.get(territory or book.territories[0].id)
    if place is None:
        raise click.ClickException(NO_PLACE.fill(country=country, territory=territory).of(lang))
    setting = Setting(country, place.id, bought, place.currency, year)
    began = perf_counter()
    outcomes = play(chosen, setting, jobs=jobs, quiet=as_json)
    seconds = perf_counter() - began
    compared = compare(chosen, outcomes, history)
    summary = summary_of(compared)
    if as_json:
        click.echo(json.dumps(shape_of(summary, compared, setting), ensure_ascii=False, indent=2))
        return
    lines = report(summary, compared, setting, book)
    click.echo("\n".join(line.of(lang) for line in lines))
    speed = f"{len(chosen) / seconds:.1f}"
    click.echo(
        Text(
            f"{summary.acts} 个行为，{seconds:.1f} 秒，每秒 {speed} 次招标。",
            f"{summary.acts} acts in {seconds:.1f} s, {speed} auctions a second.",
        ).of(lang)
    )


TRY_TERRITORY = Text("{zh} 请检查 --territory。", "{en} Check --territory.")


def play(chosen: tuple[Auction, ...], setting: Setting, *, jobs: int, quiet: bool) -> list[Outcome]:
    """Replay with a progress bar."""
    outcomes: list[Outcome] = []
    with click.progressbar(length=len(chosen), label="重演 replay", file=progress_to(quiet)) as bar:
        try:
            for world in replay_all(chosen, setting, jobs=jobs):
                outcomes += world
                bar.update(len(world))
        except LawGap as gap:
            said = TRY_TERRITORY.fill(zh=gap.text.zh, en=gap.text.en)
            raise click.ClickException(f"{said.zh} {said.en}") from None
    return outcomes


def shape_of(summary: Summary, compared: tuple[Compared, ...], setting: Setting) -> dict[str, Any]:
    """The whole result for a program; the same whatever the number of processes."""
    return {
        "setting": plain(setting),
        "what_if": plain(what_if(setting)) if setting.year else None,
        "summary": {**plain(summary), "rate": plain(summary.rate)},
        "auctions": [
            {
                "auction": one.auction.id,
                "verdict": one.verdict,
                "why": plain(one.why),
                "repeated": list(one.auction.repeated),
                "unpriced": len(one.auction.bids) - len(one.auction.priced),
                "minimum_ignored": bool(setting.year and one.auction.minimum is not None),
                **plain(one.outcome),
            }
            for one in compared
        ],
    }


def report(
    summary: Summary, compared: tuple[Compared, ...], setting: Setting, book: Rulebook
) -> Iterator[Text]:
    """The result for a person."""
    if setting.year:
        yield what_if(setting)
    yield Text(
        f"{summary.auctions} 次招标，{summary.bids} 行报价（{summary.unpriced} 行无金额，未提交）",
        f"{summary.auctions} auctions, {summary.bids} rows "
        f"({summary.unpriced} without an amount, not submitted)",
    )
    for verdict, words in VERDICTS.items():
        count = summary.verdicts[verdict]
        yield Text(f"  {count:>6}  {words.zh}", f"  {count:>6}  {words.en}")
    rate = f"{100 * summary.rate.numerator / summary.rate.denominator:.2f} %"
    yield Text(f"一致率 {rate}", f"rate of agreement {rate}")
    yield from _by_verdict(compared, LISTED[: 1 if setting.year else None])
    yield from _repeated(compared)
    if setting.year:
        yield from _failures(summary, compared, book)
        yield from _minimums(compared)


def what_if(setting: Setting) -> Text:
    """The label without which no result under another law is shown."""
    return WHAT_IF.fill(country=setting.country, year=str(setting.year))


def _by_verdict(compared: tuple[Compared, ...], verdicts: tuple[str, ...]) -> Iterator[Text]:
    for verdict in verdicts:
        found = [one for one in compared if one.verdict == verdict]
        if found:
            yield Text(f"{VERDICTS[verdict].zh}：", f"{VERDICTS[verdict].en}:")
        for one in found:
            at = f"  {one.auction.id} {one.auction.day}"
            yield Text(f"{at} {one.why.zh}", f"{at} {one.why.en}")


def _repeated(compared: tuple[Compared, ...]) -> Iterator[Text]:
    found = [one.auction for one in compared if one.auction.repeated]
    if found:
        named = "; ".join(f"{auction.id} {', '.join(auction.repeated)}" for auction in found)
        yield Text(
            f"同名投标人（按两家计）{len(found)} 次：{named}",
            f"equal names, counted as two bidders, in {len(found)}: {named}",
        )


def _failures(summary: Summary, compared: tuple[Compared, ...], book: Rulebook) -> Iterator[Text]:
    few = [one.outcome for one in compared if one.outcome.stage == "failed" and one.outcome.bids < FEWEST]
    late = [
        one.outcome.auction
        for one in compared
        if one.outcome.stage == "failed" and one.outcome.bids >= FEWEST
    ]
    by = summary.few_by
    yield Text(
        f"不足 {FEWEST} 家：按有金额的投标 {by['bids']} 次，按不同投标人 {by['bidders']} 次，"
        f"按行 {by['rows']} 次",
        f"fewer than {FEWEST}: {by['bids']} by bids with an amount, {by['bidders']} by distinct bidders, "
        f"{by['rows']} by rows",
    )
    articles = Counter(id for outcome in few for id in outcome.provisions)
    tried = Counter(code for outcome in few for code in outcome.refused)
    yield Text(f"平台上因此失败 {len(few)} 次：", f"failed on the platform for that: {len(few)}:")
    titles = {str(p.at): cite_of(book, p.at, p.confidence).title for p in book.provisions}
    for id, count in articles.most_common():
        title = titles.get(id, Text(id, id))
        yield Text(f"  {count:>6}  依据 {title.zh}", f"  {count:>6}  under {title.en}")
    for code, count in tried.most_common():
        yield Text(f"  {count:>6}  强行办理被拒 {code}", f"  {count:>6}  tried nevertheless, refused: {code}")
    if late:
        named = ", ".join(late)
        yield Text(
            f"审查后不足 {FEWEST} 家而失败：{named}", f"failed after review left fewer than {FEWEST}: {named}"
        )


def _minimums(compared: tuple[Compared, ...]) -> Iterator[Text]:
    ignored = [one for one in compared if one.auction.minimum is not None]
    below = [one for one in ignored if one.outcome.winner and one.outcome.price < (one.auction.minimum or 0)]
    yield Text(
        f"不采用最低限价的 {len(ignored)} 次，其中 {len(below)} 次由低于原最低限价者中标",
        f"minimum prices ignored in {len(ignored)}, of which {len(below)} go to a bid below it",
    )
