"""Every act of the journal: its bytes, its columns, its chain, its receipt, and what it needs beside it.

Shown by ``tests/store/test_log.py``, ``tests/store/test_hand_edits.py``.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import fields, is_dataclass
from typing import Any

from django.db import connection

from daylight.core.acts.act import Act, act_digest, read_act
from daylight.core.acts.common import Document, Opening, opening_holds
from daylight.core.acts.intent import intent_id
from daylight.core.judgement.register import REGISTER
from daylight.core.ledger.intake import read_intake
from daylight.core.ledger.leaf import commitment
from daylight.core.ledger.note import open_note
from daylight.core.procedures.bidding import sealed_files
from daylight.core.values.docket import is_index
from daylight.core.values.instant import Instant
from daylight.core.values.plain import Misshapen
from daylight.store import models
from daylight.store.house import Findings, House
from daylight.store.shapes import odd

ROWS_AT_ONCE = 500


def check_acts(house: House, findings: Findings) -> tuple[int, set[str]]:
    """Check every act where it stands; gives how many there are, and the dockets that do not hold."""
    count, docket, seq, previous, position = 0, "", 0, "", 0
    unsound: set[str] = set()
    laws: set[str] = set()
    for row in models.Entry.objects.order_by("docket", "seq").iterator(ROWS_AT_ONCE):
        count += 1
        if row.docket != docket:
            docket, seq, previous, position = row.docket, 0, "", 0
        where, before = f"{_name(row.docket)}/{_name(row.seq)}", len(findings.wrong)
        if columns := ", ".join(odd(row)):
            said = f"columns that hold something of another kind: {columns}"
            findings.add(where, f"列中内容的类型不对：{columns}", said)
            unsound.add(docket)
            continue
        if row.seq != seq:
            said = f"seq should be {seq}; the docket has a gap"
            findings.add(where, f"序号应为 {seq}，案卷有缺口", said)
        if row.position <= position:
            findings.add(where, "早于前一行为入库", "was entered before the act before it")
        act = _read(row, where, findings)
        if act:
            _row(row, act, where, previous=previous, findings=findings)
        _receipt(house, row, where, findings)
        if len(findings.wrong) > before:
            unsound.add(docket)
        if row.leaf is not None and row.leaf < 0:
            findings.add(where, f"叶子 {row.leaf} 不存在", f"there is no leaf {row.leaf}")
        if act:
            _rests_on(act, where, findings)
            _files(house, act, where, findings)
            if act.rulebook not in laws:
                laws.add(act.rulebook)
                _law(house, act.rulebook, findings)
        seq, previous, position = row.seq + 1, act_digest(bytes(row.source)), row.position
    return count, unsound


def check_positions(findings: Findings) -> None:
    """SQLite numbers acts without a gap, so a missing number is a deleted row; PostgreSQL may skip some."""
    sqlite, expected = connection.vendor == "sqlite", 1
    rows = models.Entry.objects.order_by("position").values_list("position", flat=True)
    for position in rows.iterator(ROWS_AT_ONCE):
        if position > expected and (sqlite or expected > 1):
            _gap(findings, expected, position - 1, fault=sqlite)
        expected = position + 1
    if sqlite:
        with connection.cursor() as cursor:
            cursor.execute("SELECT seq FROM sqlite_sequence WHERE name = %s", [models.Entry._meta.db_table])
            last = (cursor.fetchone() or (0,))[0]
        if isinstance(last, int) and last >= expected:
            _gap(findings, expected, last, fault=True)


def check_private(findings: Findings) -> None:
    """Every private field that is kept opens the digest in its intent."""
    sources = models.Entry.objects.values_list("source", flat=True)
    for row in models.PrivateField.objects.order_by("pk").iterator(ROWS_AT_ONCE):
        where = f"private/{_name(row.intent_id)}/{_name(row.path)}"
        if columns := ", ".join(odd(row)):
            said = f"columns that hold something of another kind: {columns}"
            findings.add(where, f"列中内容的类型不对：{columns}", said)
            continue
        source = sources.filter(intent_id=row.intent_id).first()
        if source is None:
            findings.add(where, "所属的行为不存在", "the act it belongs to is not there")
            continue
        try:
            field = getattr(read_act(bytes(source)).intent.deed, row.path)
            holds = opening_holds(field, Opening(row.path, row.salt, row.value))
        except (AttributeError, TypeError, ValueError):
            holds = False
        if not holds:
            findings.add(where, "不能打开其承诺", "does not open its digest")


def _gap(findings: Findings, first: int, last: int, *, fault: bool) -> None:
    where = f"journal/{first}" if first == last else f"journal/{first}-{last}"
    zh, en = "此处入库的行为已被删除", "what was entered here was deleted"
    if fault:
        findings.add(where, zh, en)
    else:
        findings.note(where, f"空缺：提交失败，或{zh}", f"nothing is here: a commit failed, or {en}")


def _read(row: models.Entry, where: str, findings: Findings) -> Act | None:
    try:
        return read_act(bytes(row.source))
    except Misshapen as error:
        findings.add(where, f"行为字节不可读：{error}", f"the act cannot be read: {error}")
        return None


def _row(row: models.Entry, act: Act, where: str, *, previous: str, findings: Findings) -> None:
    said = (row.docket, row.seq, row.kind, row.intent_id, row.received_ms)
    true = (act.docket, act.seq, act.intent.kind, intent_id(act.intent), act.received_at.utc_ms)
    if said != true:
        findings.add(where, "数据库各列与行为不符", "the columns of the row differ from the act")
    if act.previous != previous:
        findings.add(where, "与前一行为的链接断开", "the link to the act before it is broken")
    if row.digest != act_digest(bytes(row.source)):
        findings.add(where, "行为摘要不符", "the digest of the act differs")


def _receipt(house: House, row: models.Entry, where: str, findings: Findings) -> None:
    if not house.public("intake"):
        return
    committed = commitment(bytes(row.salt), bytes(row.source))
    try:
        keys = house.intake_then(Instant(row.received_ms), act_digest(bytes(row.source)))
        opened = open_note(bytes(row.note), keys, house.rules.crypto)
        holds = read_intake(opened.text).commitment == committed
    except ValueError:
        holds = False
    if not holds:
        findings.add(where, "回执不成立", "the receipt does not hold")


def _rests_on(act: Act, where: str, findings: Findings) -> None:
    """A head that an act rests on: a docket or an index that was shortened behind it has it no more."""
    for seen in act.seen:
        rows = models.Entry.objects.filter(docket=seen.docket, seq=seen.length - 1).values_list("digest")
        links = models.IndexLink.objects.filter(index=seen.docket, place=seen.length - 1).values_list("head")
        if (seen.digest,) != ((links if is_index(seen.docket) else rows).first() or ("",)):
            name = f"{seen.docket}/{seen.length}"
            findings.add(where, f"所依据的 {name} 已不存在", f"rests on {name}, which is no longer there")


def _files(house: House, act: Act, where: str, findings: Findings) -> None:
    """What an act has sealed lay in the vault when it was admitted; a document need never have been there."""
    seals = REGISTER[act.intent.kind].seals
    sealed = [digest for one in (seals(act.intent) if seals else ()) for digest in sealed_files(one)]
    named = [document.sha256 for document in _documents(act.intent.deed)]
    kept = house.vault.holds([*sealed, *named])
    for digest in sealed:
        if digest not in kept:
            said = f"is missing: {where} has sealed it"
            findings.add(f"vault/{digest}", f"缺失：{where} 密封了此文件", said)
    for digest in named:
        if digest not in kept:
            said = f"is not kept: {where} names it as a document"
            findings.note(f"vault/{digest}", f"不在保管库中：{where} 称其为文件", said)


def _law(house: House, digest: str, findings: Findings) -> None:
    if digest not in house.vault.holds([digest]):
        said = "is missing: the rulebook that acts were judged by"
        findings.add(f"vault/{digest}", "缺失：行为据以审查的规则库", said)


def _documents(value: Any) -> Iterator[Document]:
    if isinstance(value, Document):
        yield value
    elif is_dataclass(value):
        for field in fields(value):
            yield from _documents(getattr(value, field.name))
    elif isinstance(value, tuple):
        for one in value:
            yield from _documents(one)


def _name(value: Any) -> str:
    """A key as it is, or as it would be written where it is of another kind."""
    return str(value) if isinstance(value, str | int) else repr(value)
