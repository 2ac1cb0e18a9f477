"""``daylight keys``: the secrets of the server; which of them signs is entered by the registrar.

Shown by ``tests/cli/test_registrar.py``.
"""

from __future__ import annotations

from typing import cast, get_args

import click

from daylight.cli.fsck import checked_world
from daylight.cli.language import lang_option, say
from daylight.core.acts.world import KEY_ROLES, KeyRole
from daylight.core.values.text import Text
from daylight.office.keys import NoSecret
from daylight.settings import Settings
from daylight.wiring import configure, key_ring, new_key

NEXT = Text(
    "新密钥尚未启用。请登记人运行 daylight registrar replace-key --role {role} --key '{key}'；"
    "更换生效后平台自动使用新密钥，无需重启。旧私钥请保留到更换生效之后。",
    "The new key signs nothing yet. Ask the registrar to run daylight registrar replace-key --role {role} "
    "--key '{key}'; from his act on the server uses it, without a restart. Keep the old secret until then.",
)
HERE, MISSING = Text("私钥在此", "its secret is here"), Text("私钥缺失", "its secret is missing")


@click.group()
def keys() -> None:
    """Make and list the keys of the server. 平台密钥。"""


@keys.command()
@click.argument("role", type=click.Choice(get_args(KeyRole)))
def new(role: str) -> None:
    """Make another secret of a ROLE beside the one in use, and print its public key. 生成新密钥。"""
    settings = Settings()
    checked_world(settings)
    key = new_key(settings, cast(KeyRole, role))
    click.echo(key)
    said = NEXT.fill(role=role, key=key)
    say(said, err=True)


@keys.command()
@lang_option
def show(lang: str) -> None:
    """List the key in force of each role, and whether its secret is here. 列出现行密钥。"""
    settings = Settings()
    checked_world(settings)
    configure(settings, urls="", reads_only=True)
    from daylight.store.journal import JournalReader  # noqa: PLC0415 - Django must be configured first

    ring = key_ring(settings, JournalReader())
    missing = False
    for role in KEY_ROLES:
        try:
            ring.signer(role)
            said = HERE
        except NoSecret:
            missing, said = True, MISSING
        click.echo(f"{role}: {ring.verifier(role).vkey} ({said.of(lang)})")
    if missing:
        raise click.exceptions.Exit(1)
