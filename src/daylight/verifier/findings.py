"""What a verification finds: contradictions, gaps that keep it from concluding, counts, what is not shown.

Shown by ``tests/verifier/test_verify.py``.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field
from pathlib import Path
from traceback import extract_tb

from daylight.core.acts.act import Act
from daylight.core.values.refusal import Refusal
from daylight.core.values.text import Text
from daylight.verifier.shape import NOTE, Listing, place_of

FAILED = Text(
    "核验程序自身出错：{what}，位于 {where}。这不说明验证包有任何问题；请连同验证包报告给程序的维护者。",
    "the verifier failed: {what} at {where}. This says nothing about the bundle; report it, with the "
    "bundle, to those who maintain the verifier.",
)
PROVED, CONTRADICTED, UNDECIDED, USAGE = 0, 1, 2, 64


@dataclass(frozen=True)
class Finding:
    """One contradiction or gap: where, what differs, the articles it breaks, the files that show it."""

    code: str
    where: str
    text: Text
    paths: tuple[str, ...] = (NOTE,)
    refusals: tuple[Refusal, ...] = ()


@dataclass
class Notebook:
    """What has been found so far."""

    contradictions: list[Finding] = field(default_factory=list)
    gaps: list[Finding] = field(default_factory=list)
    counts: Counter[str] = field(default_factory=Counter)
    editions: Counter[str] = field(default_factory=Counter)
    laws: Counter[str] = field(default_factory=Counter)
    last: list[str] = field(default_factory=list)
    on_word: list[str] = field(default_factory=list)
    false_times: list[str] = field(default_factory=list)
    withheld: list[str] = field(default_factory=list)

    @property
    def troubles(self) -> int:
        """How many contradictions and gaps there are."""
        return len(self.contradictions) + len(self.gaps)

    def contradict(self, code: str, where: str, zh: str, en: str, *paths: str) -> None:
        """Something is not as it is said to be."""
        self.contradictions.append(Finding(code, where, Text(zh, en), (NOTE, *paths)))

    def against(
        self,
        act: Act,
        code: str,
        zh: str,
        en: str,
        *,
        refusals: tuple[Refusal, ...] = (),
        more: tuple[str, ...] = (),
    ) -> None:
        """An act is not as the law, or another act, has it.

        Its own files prove themselves by the log; ``more`` files beside them need the signed list.
        """
        own = (place_of(folder, act.docket, act.seq) for folder in ("acts", "proofs", "receipts"))
        paths = (*own, *((NOTE, *more) if more else ()))
        where = f"{act.docket}/{act.seq} {act.intent.kind}"
        self.contradictions.append(Finding(code, where, Text(zh, en), paths, refusals))

    def miss(self, code: str, where: str, zh: str, en: str) -> None:
        """Something that is needed to conclude is not there."""
        self.gaps.append(Finding(code, where, Text(zh, en)))


def failure(error: Exception) -> Text:
    """What to say of an exception nobody foresaw: of which type, where, and what to do."""
    last = extract_tb(error.__traceback__)[-1]
    return FAILED.fill(what=repr(error), where=f"{Path(last.filename).name}:{last.lineno}, {last.name}")


@dataclass(frozen=True)
class Verdict:
    """The outcome: ``listing`` is nothing where not even the note could be read."""

    listing: Listing | None
    key: str
    world: str
    pinned: bool
    practice: bool
    contradictions: tuple[Finding, ...]
    gaps: tuple[Finding, ...]
    counts: tuple[tuple[str, int], ...]
    editions: tuple[tuple[str, int], ...]
    laws: tuple[tuple[str, int], ...]
    law_pinned: bool
    last: tuple[str, ...]
    on_word: tuple[str, ...]
    false_times: tuple[str, ...]
    withheld: tuple[str, ...]

    @property
    def exit_code(self) -> int:
        """0 proved, 1 contradicted, 2 nothing can be concluded."""
        if self.contradictions:
            return CONTRADICTED
        return UNDECIDED if self.gaps or self.listing is None else PROVED
