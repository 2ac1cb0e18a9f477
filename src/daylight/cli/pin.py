"""``daylight pin``: say once which world you mean. Everything a server shows later is held against it."""

from __future__ import annotations

from pathlib import Path

import click

from daylight.cli.language import lang_of_words, misused
from daylight.cli.names import WORLD, address
from daylight.cli.parties import plain_words
from daylight.client.door import the_world
from daylight.client.home import Home
from daylight.client.lies import Lied
from daylight.client.pin import Pin
from daylight.core.values.text import Text
from daylight.crypto.openssl import OPENSSL
from daylight.store.versions import published_laws

NO_WORLD = Text(
    "“{said}”不是平台标识。平台标识以 world- 开头，请从公报、其他参加人等平台以外的渠道取得。",
    "“{said}” is no id of a world. It begins with world-; get it from a source other than the platform, such"
    " as a gazette or another participant.",
)


@click.command()
@click.option("--home", type=click.Path(path_type=Path), required=True, help="Your folder. 本人目录。")
@click.option("--base", required=True, help="Address of the world. 平台地址。")
@click.option("--world", required=True, help="Its id, from another source than itself. 平台标识。")
@lang_of_words
@click.option("--law", multiple=True, help="A law you accept, beside the published ones. 另行认可的法规库。")
def pin(home: Path, base: str, world: str, law: tuple[str, ...]) -> None:
    """Pin the world under an address by its id, once. 指定平台，一次即可。"""
    with plain_words():
        base = address(base)
        if not WORLD.fullmatch(world):
            raise misused(NO_WORLD.fill(said=world))
        said, digest = the_world(base)
        if said.id != world or said.founding is None:
            raise Lied("world.other")
        known = published_laws()
        if digest not in (*law, *known):
            raise Lied("law.unknown", digest=digest)
        Home(home, OPENSSL).keep_pin(Pin(said, law))
        click.echo(f"{world}: {known.get(digest, digest)}")
