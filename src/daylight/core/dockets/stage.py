"""The stages of a case and of its lots: one enum, its words, and what the public and OCDS call them.

A lot passes through those a lot can have; ``core.judgement.course`` tells the stage of a whole case.
Shown by ``tests/core/dockets/test_stage.py``.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import Literal

from daylight.core.values.text import Text

PublicStage = Literal[
    "planning",
    "prequalification",
    "solicitation",
    "evaluation",
    "award",
    "contracting",
    "failed",
    "cancelled",
]
OcdsStatus = Literal["planning", "active", "complete", "unsuccessful", "cancelled"]


class Stage(StrEnum):
    """How far a case or a lot is."""

    NONE = "none"
    PLANNED = "planned"
    CHOSEN = "chosen"
    PUBLIC = "public"
    APPROVED = "approved"
    QUALIFYING = "qualifying"
    INVITED = "invited"
    TENDERED = "tendered"
    OPENED = "opened"
    CALLED = "called"
    FINAL = "final"
    EVALUATED = "evaluated"
    AWARDED = "awarded"
    NOTIFIED = "notified"
    PUBLISHED = "published"
    LISTED = "listed"
    AGREED = "agreed"
    ADMITTING = "admitting"
    ADMITTED = "admitted"
    SUMMED = "summed"
    CONTRACTED = "contracted"
    FAILED = "failed"
    CANCELLED = "cancelled"


@dataclass(frozen=True)
class Known:
    """A stage in the reader's words, and what everybody may call it: on the portal, and in OCDS."""

    words: Text
    public: PublicStage
    ocds: OcdsStatus


STAGES: dict[Stage, Known] = {
    Stage.NONE: Known(Text("尚无项目", "no case yet"), "planning", "planning"),
    Stage.PLANNED: Known(Text("已定需求", "the need is defined"), "planning", "planning"),
    Stage.CHOSEN: Known(Text("已选方式", "the method is chosen"), "planning", "planning"),
    Stage.PUBLIC: Known(Text("单一来源公示", "the only supplier is public"), "planning", "planning"),
    Stage.APPROVED: Known(Text("已批准", "the choice is approved"), "planning", "planning"),
    Stage.QUALIFYING: Known(Text("资格预审中", "suppliers are prequalified"), "prequalification", "planning"),
    Stage.INVITED: Known(Text("已邀请", "suppliers are invited"), "planning", "planning"),
    Stage.TENDERED: Known(Text("已发采购文件", "solicited"), "solicitation", "active"),
    Stage.OPENED: Known(Text("已开启", "opened"), "evaluation", "active"),
    Stage.CALLED: Known(Text("待最后报价", "final offers are called for"), "solicitation", "active"),
    Stage.FINAL: Known(Text("最后报价已开启", "final offers are open"), "evaluation", "active"),
    Stage.EVALUATED: Known(Text("已评审", "evaluated"), "evaluation", "active"),
    Stage.AWARDED: Known(Text("已定标", "awarded"), "evaluation", "active"),
    Stage.NOTIFIED: Known(Text("已通知", "notified"), "evaluation", "active"),
    Stage.PUBLISHED: Known(Text("已公告结果", "the award is public"), "award", "complete"),
    Stage.LISTED: Known(Text("已公告入围", "suppliers are listed"), "award", "complete"),
    Stage.AGREED: Known(Text("已签框架协议", "all agreements stand"), "award", "complete"),
    Stage.ADMITTING: Known(Text("随时接受申请", "applications are invited"), "solicitation", "active"),
    Stage.ADMITTED: Known(
        Text("已有入围供应商", "suppliers are listed, and more may apply"), "award", "complete"
    ),
    Stage.SUMMED: Known(Text("已公告成交汇总", "what was bought is summed up"), "award", "complete"),
    Stage.CONTRACTED: Known(Text("已签合同", "contracted"), "contracting", "complete"),
    Stage.FAILED: Known(Text("废标", "failed"), "failed", "unsuccessful"),
    Stage.CANCELLED: Known(Text("终止", "cancelled"), "cancelled", "cancelled"),
}

OVER = (Stage.FAILED, Stage.CANCELLED)
"""A lot that ended without a winner."""

TOLD = (Stage.NOTIFIED, Stage.PUBLISHED)
"""The winner was told, and has not signed."""

UNSIGNED = (Stage.OPENED, Stage.EVALUATED, Stage.AWARDED, *TOLD)
"""Bids are open, and nobody has a contract."""
