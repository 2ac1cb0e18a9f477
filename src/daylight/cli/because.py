"""``daylight because``: every value and article of law an act was held to, with its day and its source.

It reads the journal of the home and writes nothing. Shown by ``tests/cli/test_because.py``.
"""

from __future__ import annotations

import json

import click

from daylight.cli.language import failed, lang_option
from daylight.core.judgement.because import Held
from daylight.core.rulebook.law import joined
from daylight.core.values.plain import plain
from daylight.core.values.text import Text
from daylight.crypto.openssl import OPENSSL
from daylight.office.because import because_of
from daylight.office.perform import Rules
from daylight.office.publishing import LawLost
from daylight.settings import Settings
from daylight.store.countries import country_folder, load_rulebook
from daylight.wiring import NoWorld, configure, the_world

VALUE = Text("{name}：{value}，自 {since} 起（{territory}）", "{name}: {value}, since {since} ({territory})")
AGAINST = Text("  对照：{figures}", "  held against: {figures}")
BY = Text("  用于：{by}", "  asked by: {by}")

NO_ACT = Text(
    "没有行为 {docket}/{seq}。序号自 0 起；案卷可写 case-… 或门户页面上的 ocds-…，请核对。",
    "There is no act {docket}/{seq}. Acts are counted from 0, and the docket of a case is case-… or the"
    " ocds-… of its page; check both.",
)
LOST = Text(
    "保管库中没有所依据的规则库 {law}，或已损坏。请从备份恢复。",
    "The vault lacks the rulebook {law} it rests on, or has it damaged. Restore it from a backup.",
)


@click.command()
@click.argument("docket")
@click.argument("seq", type=int)
@lang_option
@click.option("--json", "as_json", is_flag=True, help="Print JSON.")
def because(docket: str, seq: int, lang: str, as_json: bool) -> None:
    """Show every value of law an act was held to, by docket and number. 行为所依据的全部法律数值。"""
    settings = Settings()
    configure(settings, urls="")
    from daylight.store import board  # noqa: PLC0415 - the same
    from daylight.store.journal import DatabaseJournal  # noqa: PLC0415 - Django must be configured first
    from daylight.store.vault import FolderVault  # noqa: PLC0415 - the same

    try:
        world = the_world(settings)
        rules = Rules(world, load_rulebook(country_folder(settings.country)), OPENSSL, settings.ocid_prefix)
        docket = board.case_of(docket) or docket
        found = because_of(DatabaseJournal(), FolderVault(settings.home / "vault"), rules, docket, seq)
    except NoWorld as missing:
        raise failed(missing.text) from None
    except KeyError:
        raise failed(NO_ACT.fill(docket=docket, seq=str(seq))) from None
    except LawLost as lost:
        raise failed(LOST.fill(law=str(lost))) from None
    if as_json:
        click.echo(json.dumps(plain(found), ensure_ascii=False, indent=2))
        return
    click.echo("\n".join(line for one in found for line in _lines(one, lang)))


def _lines(one: Held, lang: str) -> list[str]:
    value = one.value
    named = one.name if value is None else VALUE.fill(
        name=one.name, value=value, since=str(one.since), territory=one.territory
    )  # fmt: skip
    lines = [named.of(lang), f"  {joined(one.cites).of(lang)}"]
    lines += [AGAINST.fill(figures=one.against).of(lang)] if one.against else []
    lines += [BY.fill(by=", ".join(one.by)).of(lang)] if one.by else []
    return lines
