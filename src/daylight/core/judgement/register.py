"""All rows by kind. ``tests/architecture/test_completeness.py`` holds them against the kinds of act."""

from __future__ import annotations

from daylight.core.acts.kinds import kind_name
from daylight.core.judgement.row import Row
from daylight.core.judgement.rows import (
    agreements,
    award,
    bidding,
    contracting,
    correcting,
    evaluation,
    framework,
    open_framework,
    opening,
    planning,
    prequalification,
    registry,
    replenishment,
    security,
    server,
    solicitation,
)
from daylight.core.procedures.planning.need import HostActs

PHASES = (
    registry, planning, prequalification, solicitation, bidding, opening, evaluation, correcting, award,
    framework, agreements, replenishment, open_framework, contracting, security, server,
)  # fmt: skip

REGISTER: dict[str, Row] = {kind_name(row.kind): row for phase in PHASES for row in phase.ROWS}

HOSTED: dict[str, str] = {
    kind: condition.function
    for kind, row in REGISTER.items()
    for condition in row.conditions
    if isinstance(condition, HostActs)
}
"""The function an agency needs for a kind of act, by kind."""
