"""``daylight verify``: the same as ``python -m daylight.verifier``, with faster primitives.

Exit codes: 0 proved, 1 contradiction, 2 nothing can be concluded, 64 wrong use.
Shown by ``tests/verifier/test_command.py``.
"""

from __future__ import annotations

from pathlib import Path
from typing import Any

import click

from daylight.cli.language import lang_option
from daylight.crypto.openssl import OPENSSL
from daylight.store.versions import published_laws
from daylight.verifier.command import Asked, Misused, run
from daylight.verifier.findings import USAGE
from daylight.verifier.opened import Pins


class WrongUse(click.UsageError):
    """The command was called in a way it cannot be."""

    exit_code = USAGE


class _Verify(click.Command):
    """A command whose wrong use exits with 64, because 2 means that nothing can be concluded."""

    def make_context(
        self, info_name: str | None, args: list[str], parent: click.Context | None = None, **extra: Any
    ) -> click.Context:
        try:
            return super().make_context(info_name, args, parent, **extra)
        except click.UsageError as error:
            raise WrongUse(error.message, error.ctx) from None


@click.command(cls=_Verify)
@click.argument("bundle", type=click.Path(path_type=Path))
@click.option("--vkey", multiple=True, help="A key of a log you trust. 可信日志公钥，可重复。")
@click.option("--world", multiple=True, help="The id of a world you know. 可信平台标识，可重复。")
@click.option("--law", multiple=True, help="The digest of a law you know. 可信法规库摘要，可重复。")
@click.option("--json", "as_json", is_flag=True, help="Print JSON.")
@lang_option
@click.option("--evidence", type=click.Path(path_type=Path), help="Where to write the evidence. 证据文件。")
def verify(
    bundle: Path,
    vkey: tuple[str, ...],
    world: tuple[str, ...],
    law: tuple[str, ...],
    as_json: bool,
    lang: str,
    evidence: Path | None,
) -> None:
    """Verify a bundle offline: signatures, log, law, evaluation. 离线核验一个验证包。"""
    try:
        pins = Pins(vkey, world, law)
        code, said = run(Asked(bundle, pins, lang, as_json, evidence, published_laws()), OPENSSL)
    except Misused as error:
        raise WrongUse(str(error)) from None
    click.echo(said)
    raise click.exceptions.Exit(code)
