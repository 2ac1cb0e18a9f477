"""``daylight``: the commands, each loaded only when it is called, so that none waits for the others."""

from __future__ import annotations

from importlib import import_module
from typing import Any

import click
from pydantic import ValidationError
from pydantic_core import ErrorDetails

from daylight import __version__
from daylight.settings import Settings
from daylight.store.address import AddressRefused
from daylight.store.country_files import CountryNotSet, LawFileError

COMMANDS = {
    "because": ("daylight.cli.because", "because"),
    "duties": ("daylight.cli.duties", "duties"),
    "demo": ("daylight.cli.demo", "demo"),
    "device": ("daylight.cli.found", "device"),
    "found": ("daylight.cli.found", "found"),
    "run": ("daylight.cli.run", "run"),
    "law": ("daylight.cli.law", "law"),
    "bundle": ("daylight.cli.bundle", "bundle"),
    "verify": ("daylight.cli.verify", "verify"),
    "rebuild": ("daylight.cli.rebuild", "rebuild"),
    "fsck": ("daylight.cli.fsck", "fsck"),
    "replay": ("daylight.cli.replay", "replay"),
    "presider": ("daylight.cli.presider", "presider"),
    "pin": ("daylight.cli.pin", "pin"),
    "bidder": ("daylight.cli.bidder", "bidder"),
    "import": ("daylight.cli.imports", "import_"),
    "holder": ("daylight.cli.holder", "holder"),
    "registrar": ("daylight.cli.registrar", "registrar"),
    "keys": ("daylight.cli.keys", "keys"),
    "clock": ("daylight.cli.clock", "clock"),
}


class LazyGroup(click.Group):
    """Loads a command when it is asked for."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        """All commands, in order of their names."""
        return sorted(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """One command, or nothing where there is none of this name."""
        if cmd_name not in COMMANDS:
            return None
        module, name = COMMANDS[cmd_name]
        command: click.Command = getattr(import_module(module), name)
        return command

    def invoke(self, ctx: click.Context) -> Any:
        """Run a command; it says so if the country is not set or can't be read."""
        try:
            return super().invoke(ctx)
        except (CountryNotSet, LawFileError, AddressRefused) as error:
            raise click.ClickException(str(error)) from None
        except ValidationError as error:
            if error.title != Settings.__name__:
                raise
            raise click.ClickException("\n".join(map(_setting_words, error.errors()))) from None


def _setting_words(wrong: ErrorDetails) -> str:
    """Which setting is wrong and why; never what was given, which may be a secret."""
    return (
        f"DAYLIGHT_{'.'.join(map(str, wrong['loc'])).upper()}: {wrong['msg'].removeprefix('Value error, ')}"
    )


@click.group(cls=LazyGroup, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(__version__)
def main() -> None:
    """Daylight: open government procurement. 开放的政府采购平台。"""
