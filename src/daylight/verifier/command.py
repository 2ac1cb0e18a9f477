"""What ``daylight verify`` and ``python -m daylight.verifier`` both do, once their options are read."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from daylight.core.ledger.note import Malformed, read_vkey
from daylight.core.values.crypto import Crypto
from daylight.core.values.text import Text
from daylight.verifier.contents import Strange, Unreadable, read_folder
from daylight.verifier.findings import UNDECIDED, Verdict, failure
from daylight.verifier.opened import Pins
from daylight.verifier.report import Published, evidence_of, json_of, lines_of
from daylight.verifier.shape import SHA256
from daylight.verifier.verify import verify_folder

INSIDE = Text(
    "证据文件不能写入验证包内。请另选位置。",
    "The evidence must not be written into the bundle; choose another place.",
)
NOT_A_KEY = Text("不是公钥：{key}", "not a key (name+id+key): {key}")
NOT_A_LAW = Text("不是法规库摘要（64 位十六进制）：{law}", "not the digest of a law (64 hex digits): {law}")


@dataclass(frozen=True)
class Asked:
    """What somebody wants to be verified, and how to say it."""

    folder: Path
    pins: Pins
    lang: str
    as_json: bool
    evidence: Path | None
    published: Published | None = None


class Misused(Exception):
    """The command was called in a way it cannot be."""


def run(asked: Asked, crypto: Crypto) -> tuple[int, str]:
    """The exit code, and what to print; an exception is no word against the bundle, so it never ends in 1."""
    _check_use(asked)
    try:
        return _said(asked, verify_folder(asked.folder, crypto, pins=asked.pins))
    except Exception as error:
        return UNDECIDED, failure(error).of(asked.lang)


def _said(asked: Asked, verdict: Verdict) -> tuple[int, str]:
    if asked.evidence and verdict.contradictions:
        asked.evidence.write_text(evidence_of(verdict, _contents(asked)), encoding="utf-8")
    said = json_of(verdict) if asked.as_json else "\n".join(lines_of(verdict, asked.lang, asked.published))
    return verdict.exit_code, said


def _check_use(asked: Asked) -> None:
    for law in asked.pins.laws:
        if not SHA256.fullmatch(law):
            raise Misused(NOT_A_LAW.fill(law=law).of(asked.lang))
    for key in asked.pins.keys:
        try:
            read_vkey(key)
        except Malformed:
            raise Misused(NOT_A_KEY.fill(key=key).of(asked.lang)) from None
    if asked.evidence and asked.evidence.resolve().is_relative_to(asked.folder.resolve()):
        raise Misused(INSIDE.of(asked.lang))


def _contents(asked: Asked) -> Mapping[str, bytes]:
    try:
        return read_folder(asked.folder)
    except (Strange, Unreadable):
        return {}
