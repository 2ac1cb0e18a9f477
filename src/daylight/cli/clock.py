"""``daylight clock``: which acts were received at a false time, for the registrar to set it right.

Shown by ``tests/cli/test_registrar.py``.
"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

import click

from daylight.cli.fsck import checked_world
from daylight.cli.language import lang_option
from daylight.core.values.instant import Instant
from daylight.core.values.plain import canonical_bytes
from daylight.core.values.text import Text
from daylight.office.ports import Received
from daylight.settings import Settings
from daylight.store.countries import country_folder, load_rulebook
from daylight.wiring import clock_of, configure, key_ring, the_world

SOUND = Text(
    "时钟 {now}，没有晚于此刻收到的行为。", "The clock says {now}, and no act was received later than that."
)
FALSE = Text(
    "时钟 {now}，但有 {count} 个行为的收到时间更晚，自 {since} 起：",
    "The clock says {now}, and {count} acts were received later than that, from {since} on:",
)
NEXT = Text(
    "如时钟现在无误，请把 {place} 交登记人运行 daylight registrar recover-clock。只能校正一次。",
    "If the clock is right now, give {place} to the registrar for daylight registrar recover-clock. "
    "It can be done once.",
)


@dataclass(frozen=True)
class FalseTime:
    """From when on the time was false, and the acts received since then."""

    false_from: Instant
    acts: tuple[Received, ...]


@click.command()
@lang_option
@click.option("--out", type=click.Path(path_type=Path), help="Write the list for the registrar. 输出清单。")
def clock(lang: str, out: Path | None) -> None:
    """List the acts that were received later than now, and were not named before. 核对时间。"""
    settings = Settings()
    checked_world(settings)
    configure(settings, urls="", reads_only=True)
    from daylight.store.journal import JournalReader  # noqa: PLC0415 - Django must be configured first

    now = clock_of(settings, load_rulebook(country_folder(settings.country))).now()
    founding = the_world(settings).founding
    journal, tolerance = JournalReader(), founding.tolerance_ms if founding else 0
    entered = key_ring(settings, journal).entered
    since_then = journal.received_since(now.utc_ms + tolerance + 1)
    late = tuple(one for one in since_then if not entered.is_false(one.digest))
    if not late:
        click.echo(SOUND.fill(now=now.iso()).of(lang))
        return
    since = Instant(min(one.at_ms for one in late), now.offset_minutes)
    click.echo(FALSE.fill(now=now.iso(), count=str(len(late)), since=since.iso()).of(lang))
    for one in late:
        at = Instant(one.at_ms, now.offset_minutes).iso()
        click.echo(f"  {at} {one.docket}/{one.seq} {one.kind} {one.digest}")
    if out:
        out.write_bytes(canonical_bytes(FalseTime(since, late)))
        click.echo(NEXT.fill(place=str(out)).of(lang))
    raise click.exceptions.Exit(1)
