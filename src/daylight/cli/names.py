"""What a participant names on the command line, checked before anything is sent: case, body, place, draw.

A case may be named by its docket or by its open contracting id, as pages show it; the id is a digest of the
docket, so what the platform answers is checked. Shown by ``tests/cli/test_wrong_commands.py``.
"""

from __future__ import annotations

import re
import shlex
from pathlib import Path
from urllib.parse import urlsplit

import click

from daylight.cli.language import failed, misused, spoken
from daylight.client.door import HttpDoor, ServerSaysNo
from daylight.client.lies import Lied
from daylight.core.acts.dockets import ID_LENGTH
from daylight.core.disclosure.occasion import ocid_of
from daylight.core.rulebook.book import Rulebook
from daylight.core.rulebook.law import nearest
from daylight.core.values.docket import DocketKind
from daylight.core.values.text import Text

CASE = re.compile(rf"{DocketKind.CASE}-[0-9a-f]{{{ID_LENGTH}}}")
OCID = re.compile(r"(ocds-[a-z0-9]{6})-[0-9a-f]+")
ORGANISATION = re.compile(rf"{DocketKind.ORGANISATION}-[0-9a-f]{{{ID_LENGTH}}}")
WORLD = re.compile(r"world-[0-9a-f]+")
ROOT_BYTES = 32
NO_ADDRESS = Text(
    "无法连接平台：“{base}”不是地址。请写 http:// 或 https:// 开头的地址，如 https://daylight.example.org。",
    "The platform cannot be reached: “{base}” is no address. Write one that begins with http:// or https://,"
    " such as https://daylight.example.org.",
)
NO_CASE_ID = Text(
    "“{said}”不是项目编号。请写公告页面上的编号 ocds-…（{base}/zh/），或 case- 加 {length} 位十六进制数字。",
    "“{said}” is no number of a case. Write the id ocds-… as its notices show it ({base}/en/), or case- and"
    " {length} hexadecimal digits.",
)
NO_CASE = Text(
    "平台没有公开的项目 {said}。请对照公告页面上的编号 ocds-…：{base}/zh/。",
    "The platform has published no case {said}. Compare the id ocds-… of its notices: {base}/en/.",
)
NO_BODY = Text(
    "“{said}”不是单位编号。单位编号是 org- 加 {length} 位十六进制数字，由该单位或登记机关告知。",
    "“{said}” is no number of an organisation: that is org- and {length} hexadecimal digits; the organisation"
    " itself or the registrar tells it.",
)
NO_PLACE = Text("没有地域“{said}”。{like}", "There is no territory “{said}”. {like}")
LIKE = Text("可写：{places}。", "Write one of: {places}.")
NO_ROOT = Text(
    "“{said}”不是备选池的根。请写采购单位准备抽取时给出的 {length} 位十六进制数字。",
    "“{said}” is no root of a pool. Write the {length} hexadecimal digits the host of the draw gave you.",
)


def address(base: str) -> str:
    """The address of a world without the slash at its end; in words where it is none."""
    try:
        parts = urlsplit(base)
        sound = parts.scheme in ("http", "https") and bool(parts.hostname) and parts.port != 0
    except ValueError:
        sound = False
    if not sound:
        raise failed(NO_ADDRESS.fill(base=base))
    return base.rstrip("/")


def case_named(said: str, wire: HttpDoor) -> str:
    """The docket of a case that is named by its docket or by its open contracting id."""
    said = said.strip()
    if CASE.fullmatch(said):
        return said
    public = OCID.fullmatch(said)
    if not public:
        raise misused(NO_CASE_ID.fill(said=said, base=wire.base, length=str(ID_LENGTH)))
    try:
        docket = wire.case_of(said)
    except ServerSaysNo as no:
        if no.status != 404:
            raise
        raise failed(NO_CASE.fill(said=said, base=wire.base)) from None
    if not CASE.fullmatch(docket) or ocid_of(docket, public[1]) != said:
        raise Lied("case.misnamed")
    return docket


def organisation_named(said: str) -> str:
    """The docket of an organisation; wrong use where it is none."""
    if not ORGANISATION.fullmatch(said.strip()):
        raise misused(NO_BODY.fill(said=said, length=str(ID_LENGTH)))
    return said.strip()


def territory_named(said: str, book: Rulebook) -> str:
    """A territory by its id or its name in the law; wrong use, with the nearest, where there is none."""
    places = {one.id: one for one in book.territories}
    named = {
        name.casefold(): one.id for one in book.territories for name in (one.name.zh, one.name.en, one.id)
    }
    found = named.get(said.strip().casefold())
    if found:
        return found
    like = [named[one] for one in nearest(said.casefold(), named)] or list(places)[:5]
    shown = Text(
        "、".join(f"{id}（{places[id].name.zh}）" for id in dict.fromkeys(like)),
        ", ".join(f"{id} ({places[id].name.en})" for id in dict.fromkeys(like)),
    )
    raise misused(NO_PLACE.fill(said=said, like=LIKE.fill(places=shown)))


def command(*words: str, home: Path, base: str) -> str:
    """A command a participant can type as it stands."""
    return shlex.join(("daylight", *words, "--home", str(home), "--base", base))


class Root(click.ParamType[bytes]):
    """The root of a pool in hex."""

    name = "hex"

    def convert(self, value: object, param: click.Parameter | None, ctx: click.Context | None) -> bytes:
        """The bytes."""
        try:
            found = bytes.fromhex(str(value))
        except ValueError:
            found = b""
        if len(found) != ROOT_BYTES:
            self.fail(spoken(NO_ROOT.fill(said=str(value), length=str(2 * ROOT_BYTES)), ctx), param, ctx)
        return found


ROOT = Root()
