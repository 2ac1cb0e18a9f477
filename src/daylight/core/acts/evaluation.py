"""Evaluation: the committee, the reviews, the marks, the result."""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction
from typing import Literal

from daylight.core.acts.common import Document, Private
from daylight.core.draw.draw import DrawRecord, DrawRules
from daylight.core.values.instant import Instant
from daylight.core.values.text import Text

AgainCause = Literal[
    "sum_wrong", "mark_out_of_range", "objective_marks_differ", "abnormal_mark",
    "qualification_wrong", "price_wrong",
]  # fmt: skip
DissolvingCause = Literal["composition", "recusal", "interference", "misconduct"]


@dataclass(frozen=True)
class SignedCommitment:
    """A key holder's commitment to a nonce nobody has seen; signed over ``contribution_bytes``."""

    person: str
    commit: bytes
    signature: bytes


@dataclass(frozen=True)
class PrepareDraw:
    """Before chance is known: whom to draw, the pool frozen by its root, and the holders' commitments."""

    rules: DrawRules
    pool_root: bytes
    commitments: tuple[SignedCommitment, ...]


def contribution_bytes(draw_id: str, pool_root: bytes, commit: bytes) -> bytes:
    """What a contributor signs: this commitment, for this draw from this pool."""
    return f"daylight-contribution/v1\n{draw_id}\n{pool_root.hex()}\n{commit.hex()}\n".encode()


@dataclass(frozen=True)
class ExpertSeat:
    """Who stands behind a handle of the pool, with the salt that proves it: only for those drawn."""

    handle: str
    person: str
    employer: str
    salt: bytes


@dataclass(frozen=True)
class FormCommittee:
    """The committee is formed: experts by a recorded draw, representatives named by the purchaser.

    A market whose law knows no experts has no draw.
    """

    draw: DrawRecord | None
    experts: tuple[ExpertSeat, ...]
    alternates: tuple[ExpertSeat, ...]
    representatives: tuple[str, ...]
    complex: bool
    chair: str


@dataclass(frozen=True)
class DeclareRecusal:
    """A member steps down; the next of the same permutation takes the seat."""

    member: str
    reason: Text


@dataclass(frozen=True)
class ReviewQualification:
    """The purchaser or its agency finds whether a bidder is qualified.

    Where the lot is reserved, ``bidders`` names those behind the bid, so that the register is read.
    """

    lot: str
    bid: str
    passed: bool
    reason: Text
    bidders: tuple[str, ...] = ()


@dataclass(frozen=True)
class ReviewConformity:
    """The committee finds whether a bid meets the substantive requirements."""

    lot: str
    bid: str
    passed: bool
    reason: Text


@dataclass(frozen=True)
class PreferenceRefused:
    """A preference that is claimed and not granted, and why not.

    Where it is due by what is declared, ``ground`` is one that law names, and ``evidence`` shows it.
    """

    preference: str
    reason: Text
    ground: Literal["", "false_declaration", "outside_scope"] = ""
    evidence: tuple[Document, ...] = ()


@dataclass(frozen=True)
class JudgePreferences:
    """The committee judges what a bidder claims, by its declaration and the register.

    ``bidders`` are those behind the bid, whose scale the register tells; ``domestic`` says whether what is
    offered counts as domestic, claimed or not, because a deduction depends on who competes.
    """

    lot: str
    bid: str
    bidders: tuple[str, ...]
    granted: tuple[str, ...]
    refused: tuple[PreferenceRefused, ...]
    domestic: bool = False


@dataclass(frozen=True)
class CorrectArithmetic:
    """Arithmetic is corrected in the order of law; a bidder who does not confirm is out."""

    lot: str
    bid: str
    corrected_minor: int
    confirmed_by_bidder: bool
    confirmation: Document


@dataclass(frozen=True)
class AskAboutLowPrice:
    """The committee asks a bidder to explain a price that seems abnormally low."""

    lot: str
    bid: str
    triggers: tuple[str, ...]
    judgement: Text


@dataclass(frozen=True)
class AnswerLowPrice:
    """The bidder explains; the explanation is a trade secret."""

    lot: str
    bid: str
    explanation: Private
    evidence: tuple[Document, ...]


@dataclass(frozen=True)
class JudgeLowPrice:
    """The committee accepts the explanation or rejects the bid."""

    lot: str
    bid: str
    accepted: bool
    reason: Text


@dataclass(frozen=True)
class RecordNegotiation:
    """The committee has negotiated with one supplier, alone; the minutes are kept, by their digest."""

    lot: str
    bid: str
    minutes: Private


@dataclass(frozen=True)
class ChangeTerms:
    """The committee changes terms that are open to negotiation; all who negotiate are told in writing."""

    lot: str
    parts: tuple[str, ...]
    text: Text
    documents: tuple[Document, ...] = ()


@dataclass(frozen=True)
class ConfirmTerms:
    """The purchaser's representative confirms a change of terms."""

    lot: str
    change: str


@dataclass(frozen=True)
class CallForFinalOffers:
    """The committee ends the negotiation and asks all who are left for one final offer, sealed."""

    lots: tuple[str, ...]
    deadline: Instant


@dataclass(frozen=True)
class Mark:
    """Points a member gives for one criterion."""

    criterion: str
    points: Fraction


@dataclass(frozen=True)
class ScoreBid:
    """A member marks one bid; the member answers for it alone."""

    lot: str
    bid: str
    marks: tuple[Mark, ...]
    reason: Text


@dataclass(frozen=True)
class TieDraw:
    """The recorded random draw among bids that nothing else separates."""

    draw: DrawRecord
    order: tuple[str, ...]


@dataclass(frozen=True)
class ConcludeEvaluation:
    """The committee concludes with the result everyone can recompute, by its digest."""

    lot: str
    result_digest: str
    ranking: tuple[str, ...]
    report: Text
    tie_draw: TieDraw | None = None


@dataclass(frozen=True)
class ReopenEvaluation:
    """The committee that evaluated opens its evaluation again, for a cause law names, and corrects it.

    ``bids`` names those whose qualification was found wrongly.
    """

    lot: str
    cause: AgainCause
    reason: Text
    bids: tuple[str, ...] = ()


@dataclass(frozen=True)
class ReportChangedResult:
    """The finance department is told in writing that another evaluation changed a result."""

    lot: str
    report: Document


@dataclass(frozen=True)
class ReplaceMember:
    """A member who may not sit leaves; the next of the same permutation takes the seat."""

    member: str
    cause: Literal["recusal", "not_entitled", "absent"]
    reason: Text
    evidence: tuple[Document, ...]


@dataclass(frozen=True)
class DissolveCommittee:
    """The committee is dissolved and its opinions are void; another is drawn and evaluates from the start.

    ``members`` are those at fault, ``report`` is what the finance department was told.
    """

    cause: DissolvingCause
    members: tuple[str, ...]
    reason: Text
    evidence: tuple[Document, ...]
    report: Document


KINDS = (
    PrepareDraw,
    FormCommittee,
    DeclareRecusal,
    ReviewQualification,
    ReviewConformity,
    JudgePreferences,
    CorrectArithmetic,
    AskAboutLowPrice,
    AnswerLowPrice,
    JudgeLowPrice,
    RecordNegotiation,
    ChangeTerms,
    ConfirmTerms,
    CallForFinalOffers,
    ScoreBid,
    ConcludeEvaluation,
    ReopenEvaluation,
    ReportChangedResult,
    ReplaceMember,
    DissolveCommittee,
)
