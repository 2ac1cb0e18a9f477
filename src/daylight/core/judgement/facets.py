"""The facets of an intent: the other dockets a judgement rests on, for the office and who judges again."""

from __future__ import annotations

from daylight.core.acts.intent import Intent
from daylight.core.judgement.register import REGISTER


def facets_of(intent: Intent) -> dict[str, str]:
    """The dockets a judgement rests on besides its own: who acts, for whom, and what the kind declares."""
    facets = dict(REGISTER[intent.kind].facets(intent))
    if intent.person and intent.person != intent.docket:
        facets[f"person:{intent.person}"] = intent.person
    if intent.organisation and intent.organisation != intent.docket:
        facets[f"organisation:{intent.organisation}"] = intent.organisation
    if intent.mandate:
        facets["mandate"] = intent.mandate
    return facets
