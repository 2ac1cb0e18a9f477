"""``daylight demo``: one purchase from the need to the contract in a practice world, then the portal."""

from __future__ import annotations

from pathlib import Path
from time import perf_counter

import click

from daylight.cli.run import free_port
from daylight.core.values.instant import instant_of
from daylight.core.values.money import Money
from daylight.core.values.text import Text
from daylight.practice.demonstration import Demonstration, perform_all
from daylight.practice.script import SCORING, BidScript, CaseScript, LotScript
from daylight.practice.server import open_world

BEGIN = "2026-03-02T09:00:00+08:00"


@click.command()
@click.option("--serve/--no-serve", default=True, help="Serve the portal afterwards. 演示后保持门户运行。")
@click.option(
    "--home", type=click.Path(path_type=Path), default=Path("var/demo"), help="Folder of the world."
)
def demo(serve: bool, home: Path) -> None:
    """Take one purchase from the need to the contract in accelerated time. 演示一次完整采购。"""
    began = perf_counter()
    script = sample_script()
    world = open_world(
        home.resolve(), port=free_port("127.0.0.1"), territory=script.territory, begin=instant_of(BEGIN)
    )
    try:
        click.echo(f"演习世界 practice world: {world.base}")
        show = Demonstration(world, script, click.echo)
        perform_all(show)
        click.echo(f"\n合计 total {perf_counter() - began:.1f} s; 拒绝 refusals shown: {len(show.refused)}")
        if serve:
            click.echo(f"门户 portal: {world.base}/  (Ctrl-C 结束 to end)")
            world.server.wait()
    except KeyboardInterrupt:
        click.echo("再见。 Goodbye.")
    finally:
        world.stop()


def sample_script() -> CaseScript:
    """A purchase of the sample, where no imported intention is at hand."""
    lot = LotScript(
        "1",
        Text("医用 CT", "Medical CT scanner"),
        yuan(3_200_000),
        SCORING,
        Text("64 排 CT 一台，含安装培训", "one 64-slice CT with installation and training"),
    )
    return CaseScript(
        title=Text("医用 CT 采购", "Purchase of a medical CT scanner"),
        object="goods",
        lots=(lot,),
        bidders=bidders_below(lot.budget),
        territory="CN-37",
        clarification=Text("补充机房承重要求", "load of the room added"),
    )


def bidders_below(budget: Money) -> tuple[BidScript, ...]:
    """Seven suppliers; among them one replaces, one withdraws, one is late, one abnormally low."""
    names = (
        ("晨光医疗", "Chenguang Medical", 94, "bids"),
        ("远帆科技", "Yuanfan Technology", 91, "replaces"),
        ("明远设备", "Mingyuan Equipment", 88, "bids"),
        ("瑞和仪器", "Ruihe Instruments", 96, "bids"),
        ("低价贸易", "Dijia Trading", 40, "bids"),
        ("江海集团", "Jianghai Group", 90, "withdraws"),
        ("迟到实业", "Chidao Industrial", 85, "late"),
    )
    return tuple(
        BidScript(
            Text(zh, en),
            (("1", budget.amount_minor * share // 100),),
            conduct=conduct,
            first_minor=budget.amount_minor * 97 // 100,
        )
        for zh, en, share, conduct in names
    )


def yuan(amount: int) -> Money:
    """An amount in whole yuan."""
    return Money(amount * 100, "CNY")
