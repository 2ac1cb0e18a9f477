"""Bundles that were kept are verified again: today's edition is proved, older ones never contradicted."""

import tarfile
from pathlib import Path

import pytest

from daylight.core.judgement.register import EDITION
from daylight.crypto.openssl import OPENSSL
from daylight.verifier.verify import verify

CORPUS = Path(__file__).resolve().parents[1] / "corpus"
KEPT = sorted(CORPUS.glob("*/*.tar.xz"))


def unpacked(place):
    with tarfile.open(place) as archive:
        return {entry.name: archive.extractfile(entry).read() for entry in archive}


def test_there_are_bundles_of_todays_edition():
    assert {place.parent.name for place in KEPT} >= {EDITION}


@pytest.mark.parametrize("place", KEPT, ids=lambda place: f"{place.parent.name}-{place.name}")
def test_a_kept_bundle_is_as_good_as_on_the_day_it_was_made(place):
    verdict = verify(unpacked(place), OPENSSL)
    assert verdict.exit_code == 0 if place.parent.name == EDITION else verdict.exit_code in (0, 2)
