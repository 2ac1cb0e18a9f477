"""A case that lived through a change of the law: each act is judged by the rulebook it was made under."""

from dataclasses import replace
from datetime import date
from functools import cache

import pytest

from bundles import bundle
from daylight.core.rulebook.what_if import with_value
from daylight.core.values.plain import canonical_bytes
from daylight.practice import judging
from daylight.verifier.shape import rulebook_path
from daylight.verifier.verify import verify
from forgery import resealed
from known import KNOWN
from scripts import SMALL, to_opening
from world import china, found


@cache
def lived_through():
    """Issued and opened under the law of China, awarded when signing takes twenty days."""
    made = found()
    old = made.office.rules.book
    made.office.vault.put(canonical_bytes(old))
    played = to_opening(made, SMALL)
    judging.form_committee(made.stage, made.town, played)
    judging.evaluate_lot(made.stage, made.town, played, "1")
    later = with_value(old, "contract.sign", date(2003, 1, 1), 20)
    made.office.rules = replace(made.office.rules, book=later)
    judging.award(made.stage, made.town, played, "1")
    judging.contract(made.stage, made.town, played, "1")
    return made, played.case, old


@pytest.mark.parametrize("scope", ["public", "auditor"])
def test_the_bundle_carries_both_rulebooks_and_is_proved(scope):
    made, case, old = lived_through()
    files = bundle(made, case, scope=scope)
    assert rulebook_path(old.digest) in files
    assert verify(files, KNOWN).exit_code == 0


def test_a_case_of_one_rulebook_carries_one():
    made = found()
    played = to_opening(made, SMALL)
    assert not [path for path in bundle(made, played.case) if path.startswith("rulebooks/")]


def test_without_the_earlier_rulebook_nothing_is_concluded():
    made, case, old = lived_through()
    files = dict(bundle(made, case))
    del files[rulebook_path(old.digest)]
    assert verify(resealed(files), KNOWN).exit_code == 2


def test_another_law_under_its_name_is_a_contradiction():
    made, case, old = lived_through()
    other = with_value(china(), "bidding.period", date(2003, 1, 1), 10)
    files = resealed(bundle(made, case), **{rulebook_path(old.digest): canonical_bytes(other)})
    assert verify(files, KNOWN).exit_code == 1
