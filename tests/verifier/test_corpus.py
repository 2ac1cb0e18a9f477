"""Bundles that were kept are proved again, each judged by the edition and the rulebook of its acts."""

import tarfile
from pathlib import Path

import pytest

from daylight.core.acts.edition import EDITIONS
from daylight.verifier.verify import verify
from known import KNOWN

CORPUS = Path(__file__).resolve().parents[1] / "corpus"
KEPT = sorted(CORPUS.glob("*/*.tar.xz"))


def unpacked(place):
    with tarfile.open(place) as archive:
        return {entry.name: archive.extractfile(entry).read() for entry in archive}


def test_every_edition_has_its_bundles():
    assert {place.parent.name for place in KEPT} == set(EDITIONS)


@pytest.mark.parametrize("place", KEPT, ids=lambda place: f"{place.parent.name}-{place.name}")
def test_a_kept_bundle_is_as_good_as_on_the_day_it_was_made(place):
    assert verify(unpacked(place), KNOWN).exit_code == 0
