"""A plugin: what all scenarios together must have done, asked when all of them have run.

Each process watches its own tests and the run joins what they saw, in whatever order. A run of only some of
the scenarios is asked nothing. ``--write-asked`` writes ``core/judgement/asked.py``.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

import pytest

from asked_table import ASKED_AT, asked_in, table_of
from watching import Watched, pairs, watching

TESTS = Path(__file__).resolve().parents[1]
FOLDERS = (TESTS / "scenarios", TESTS / "daylight_un")
#: These try everything, or judge by another law: no test asserts each refusal they meet.
TRYING = ("test_matrix", "test_boundaries", "test_generated")
#: These judge matters that no purchase comes to: what they ask the law is not kept.
SUPPOSING = ("test_one_thing_wrong", "test_bounds")
HIDES = "to who may not look it is as if nothing were there, and other conditions say so"
WARNS = "it rests on a figure nobody could confirm, so it warns"
IMPLIED = "others refuse the same, and this one says why"

#: Conditions that never refuse alone. Dropping one changes what is said, and a test meets what it says.
NEVER_ALONE = {
    HIDES: {
        "mandated(bidding.bid)": "WithdrawApplication SubmitBid WithdrawBid RecordBidSecurity ConfirmRefund",
        "mandated(evaluation.qualify)": "ReviewApplicant TellApplicant",
        "mandated(opening.preside)": "OpenApplication",
        "host_acts": "OpenApplication ReviewApplicant TellApplicant",
        "actor_holds_a_key": "ReleaseApplication",
    },
    WARNS: {
        "prequalification_documents_are_offered_long_enough": "IssuePrequalification",
        "pool_is_large_enough": "InviteSuppliers",
        "enough_suppliers_compete": "OpenCompetition",
        "declared_sizes_follow_from_their_figures": "JudgePreferences",
    },
    IMPLIED: {
        "method_is_chosen": "ApproveMethod PublishSoleSource AnswerObjection",
        "method_admits_the_need": "InviteApplications",
        "bid_conforms": "AskAboutLowPrice",
        "claims_are_settled": "ConcludeEvaluation",
        "objective_marks_are_identical": "ConcludeEvaluation",
        "price_is_adjusted_as_law_admits": "IssueSolicitation",
    },
}
LISTED = {
    (kind, condition)
    for conditions in NEVER_ALONE.values()
    for condition, kinds in conditions.items()
    for kind in kinds.split()
}

WATCHED = Watched()
RAN: set[Path] = set()
FAILED: list[str] = []
SAID: list[str] = []


def wanting(watched: Watched) -> Iterator[str]:
    """What the scenarios left out, line by line."""
    kinds, published, conditions = pairs()
    yield from (f"no scenario performs {kind}" for kind in sorted(kinds - watched.performed))
    yield from (f"no scenario publishes {kind}" for kind in sorted(published - watched.published))
    for pair in sorted(conditions - watched.alone):
        if pair not in LISTED:
            yield "{} of {}: never the only one to refuse, so no test would miss it".format(*reversed(pair))
        elif pair not in watched.told:
            yield "{} of {}: never says what nothing else says".format(*reversed(pair))
    for pair in sorted(LISTED & watched.alone):
        yield "{} of {}: refuses alone, and is listed among those that never do".format(*reversed(pair))


def held(watched: Watched) -> str:
    """How much the scenarios held."""
    kinds, published, conditions = pairs()
    return (
        f"{len(conditions & watched.alone)} of {len(conditions)} conditions of rows refused alone, "
        f"{len(LISTED & watched.told)} said what nothing else says; {len(kinds & watched.performed)} of "
        f"{len(kinds)} kinds performed, {len(published & watched.published)} of {len(published)} published; "
        f"{len({name for name, *_ in watched.asked})} names of law asked"
    )


def strayed(watched: Watched) -> Iterator[str]:
    """Where the committed table of what is asked of the law is not what was asked."""
    known = asked_in()
    differing = {"not in the table": watched.asked - known, "asked nowhere": known - watched.asked}
    for said, asked in differing.items():
        yield from (f"{name} by {kind}, {condition}: {said}" for name, kind, condition in sorted(asked))


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--write-asked", action="store_true", help="write what scenarios asked of the law")


@pytest.hookimpl(wrapper=True)
def pytest_runtest_protocol(item: pytest.Item) -> Iterator[Any]:
    if not _is_scenario(item.path):
        return (yield)
    name = item.path.stem
    with watching(WATCHED, held=name not in TRYING, real=name not in SUPPOSING):
        return (yield)


def pytest_runtest_logreport(report: pytest.TestReport) -> None:
    place = TESTS.parent / report.nodeid.partition("::")[0]
    if _is_scenario(place):
        RAN.add(place)
        FAILED.extend([report.nodeid] * report.failed)


@pytest.hookimpl(optionalhook=True)
def pytest_testnodedown(node: Any) -> None:
    WATCHED.join(getattr(node, "workeroutput", {}).get("watched", {}))


def pytest_sessionfinish(session: pytest.Session) -> None:
    config = session.config
    if hasattr(config, "workeroutput"):
        config.workeroutput["watched"] = WATCHED.plain()
    elif _is_whole(config.option, config.args):
        if config.option.write_asked:
            ASKED_AT.write_text(table_of(WATCHED.asked), encoding="utf-8")
        SAID.extend(["", held(WATCHED)])
        faults = [*wanting(WATCHED), *(() if config.option.write_asked else strayed(WATCHED))]
        SAID.extend(faults)
        if faults and session.exitstatus == pytest.ExitCode.OK:
            session.exitstatus = pytest.ExitCode.TESTS_FAILED


def pytest_terminal_summary(terminalreporter: Any) -> None:
    for line in SAID:
        terminalreporter.write_line(line)


def _is_scenario(path: Path) -> bool:
    return any(folder in path.parents for folder in FOLDERS)


def _is_whole(option: Any, asked_for: Iterable[str]) -> bool:
    """Whether every scenario has run, whole and well."""
    some = option.keyword or option.markexpr or any("::" in one for one in asked_for)
    there = {path for folder in FOLDERS for path in folder.glob("test_*.py")}
    return not some and not FAILED and there <= RAN
