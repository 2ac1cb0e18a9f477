"""All rows by kind. ``tests/architecture/test_completeness.py`` holds it against the kinds of act."""

from __future__ import annotations

from daylight.core.judgement import (
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
    solicitation,
)
from daylight.core.judgement.row import Row

REGISTER: dict[str, Row] = {
    **registry.ROWS,
    **planning.ROWS,
    **prequalification.ROWS,
    **solicitation.ROWS,
    **bidding.ROWS,
    **opening.ROWS,
    **evaluation.ROWS,
    **correcting.ROWS,
    **award.ROWS,
    **framework.ROWS,
    **agreements.ROWS,
    **replenishment.ROWS,
    **open_framework.ROWS,
    **contracting.ROWS,
    **security.ROWS,
}
