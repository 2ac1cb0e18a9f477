"""``daylight holder``: a key holder's own client. It refuses by itself to release before the deadline."""

from __future__ import annotations

import json
from pathlib import Path

import click

from daylight.cli.entering import enter_once, private_option
from daylight.cli.language import failed, say
from daylight.cli.names import ROOT, command, organisation_named
from daylight.cli.parties import Participant, at_the_door, case_shown
from daylight.client.contributor import contribute as contribution
from daylight.client.holder import CaseKey, new_case_key, release_bids, take_key
from daylight.client.holder import release_applications as released_applications
from daylight.core.values.plain import plain
from daylight.core.values.text import Text

NO_KEY = Text(
    "本目录没有项目 {case} 的密钥。密钥在采购文件发出前生成：{take}；"
    "已在别处生成的，请用生成时的目录（--home）。",
    "There is no key for the case {case} in this folder. One is made before the documents are issued:"
    " {take}; if it was made elsewhere, use that folder (--home).",
)
TAKEN = Text(
    "本目录已有项目 {case} 的密钥，未作改动：重做会使已交出的密钥条目失效。请使用当时写出的文件（--out）。",
    "This folder has a key for the case {case} already, and nothing was changed: another key would make the"
    " entry you handed over worthless. Use the file written then (--out).",
)
NO_NONCE = Text(
    "本目录没有为抽取 {draw} 提交过随机数。请先运行 {contribute} --root 备选池的根 --out commitment.json。",
    "This folder has not contributed to the draw {draw}. First run {contribute} --root ROOT --out"
    " commitment.json.",
)
RELEASED = Text("已释放密钥份额的投标数：{count}。", "Released the shares of so many bids: {count}.")
RELEASED_APPLICATIONS = Text(
    "已释放密钥份额的申请数：{count}。", "Released the shares of so many applications: {count}."
)


@click.group()
def holder() -> None:
    """Make a key for a case, release shares after the deadline, contribute to draws. 密钥持有人客户端。"""


@holder.command()
@click.option("--organisation", required=True, help="Docket of your organisation. 所属单位。")
@click.option(
    "--out", type=click.Path(path_type=Path), required=True, help="Where to write the entry. 输出文件。"
)
@click.option("--case", required=True)
@private_option
@at_the_door
def take(who: Participant, case: str, organisation: str, out: Path, private: Path | None) -> None:
    """Register, make a key for a case, and write the entry that proves you hold it."""
    organisation = organisation_named(organisation)
    if who.home.has_case_key(case):
        raise failed(TAKEN.fill(case=case))
    enter_once(who, private)
    key = new_case_key(who.session.randomness, who.session.crypto)
    who.home.keep_case_key(case, key)
    entry = take_key(
        key, case=case, device=who.party.device, organisation=organisation, crypto=who.session.crypto
    )
    out.write_text(json.dumps(plain(entry)))


@holder.command()
@click.option("--case", required=True)
@at_the_door
def release(who: Participant, case: str) -> None:
    """Release your shares of all bids of a case, after its deadline."""
    key, _ = case_key(who, case), case_shown(who, case)
    count = release_bids(who.session, case, who.party, key)
    say(RELEASED.fill(count=str(count)))


@holder.command()
@click.option("--case", required=True)
@at_the_door
def release_applications(who: Participant, case: str) -> None:
    """Release your shares of all applications of a prequalification, after their deadline."""
    key, _ = case_key(who, case), case_shown(who, case)
    count = released_applications(who.session, case, who.party, key)
    say(RELEASED_APPLICATIONS.fill(count=str(count)))


@holder.command()
@click.option("--draw", required=True, help="Name of the draw. 抽取编号。")
@click.option("--root", type=ROOT, required=True, help="Root of the pool in hex. 备选池根。")
@click.option(
    "--out", type=click.Path(path_type=Path), required=True, help="Where to write the result. 输出文件。"
)
@at_the_door
def contribute(who: Participant, draw: str, root: bytes, out: Path) -> None:
    """Commit to a nonce for a draw; the nonce stays here until you reveal it."""
    made = contribution(
        draw,
        root,
        device=who.party.device,
        randomness=who.session.randomness,
        crypto=who.session.crypto,
    )
    who.home.keep_contribution(draw, made.kept)
    out.write_text(json.dumps(plain(made.commitment)))


@holder.command()
@click.option("--draw", required=True, help="Name of the draw. 抽取编号。")
@click.option(
    "--out", type=click.Path(path_type=Path), required=True, help="Where to write the result. 输出文件。"
)
@at_the_door
def reveal(who: Participant, draw: str, out: Path) -> None:
    """Reveal your nonce, once the draw is prepared."""
    try:
        kept = who.home.contribution(draw)
    except FileNotFoundError:
        contributes = ("holder", "contribute", "--draw", draw)
        told = command(*contributes, home=who.home.folder, base=who.wire.base)
        raise failed(NO_NONCE.fill(draw=draw, contribute=told)) from None
    out.write_text(json.dumps(kept))


def case_key(who: Participant, case: str) -> CaseKey:
    """The key made in this home for a case; where there is none, the command that makes one."""
    try:
        return who.home.case_key(case)
    except FileNotFoundError:
        own = ("--organisation", who.party.organisation or "org-…", "--out", "entry.json")
        take = command("holder", "take", "--case", case, *own, home=who.home.folder, base=who.wire.base)
        raise failed(NO_KEY.fill(case=case, take=take)) from None
