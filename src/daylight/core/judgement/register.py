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

PHASES = (
    registry, planning, prequalification, solicitation, bidding, opening, evaluation, correcting, award,
    framework, agreements, replenishment, open_framework, contracting, security, server,
)  # fmt: skip

REGISTER: dict[str, Row] = {kind_name(row.kind): row for phase in PHASES for row in phase.ROWS}
