"""The register of kinds: every deed a person can do, by its name.

The name of the dataclass is the kind, from the signed intent to the page. To add one, read
``docs/add-an-act.md``; ``tests/architecture/test_completeness.py`` names whatever was forgotten.
"""

from __future__ import annotations

from types import ModuleType

from daylight.core.acts import (
    agreements,
    award,
    bidding,
    contracting,
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

Deed = object
"""What was done, of a class among ``KINDS``; ``Act.deed`` gives it as the class a reader expects."""


def kind_name(kind: type) -> str:
    """The name of a kind, from the signed intent to the page."""
    return kind.__name__


PHASES: dict[str, ModuleType] = {
    "registry": registry,
    "planning": planning,
    "prequalification": prequalification,
    "solicitation": solicitation,
    "bidding": bidding,
    "opening": opening,
    "evaluation": evaluation,
    "award": award,
    "framework": framework,
    "agreements": agreements,
    "replenishment": replenishment,
    "open_framework": open_framework,
    "contracting": contracting,
    "security": security,
    "server": server,
}

KINDS: dict[str, type] = {kind_name(kind): kind for module in PHASES.values() for kind in module.KINDS}

PHASE_OF: dict[str, str] = {
    kind_name(kind): phase for phase, module in PHASES.items() for kind in module.KINDS
}
