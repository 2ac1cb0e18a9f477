"""No mutation of any file is ever proved; the full campaign is ``benchmarks/prove/mutations.py``."""

from bundles import full_bundle
from daylight.verifier.verify import verify
from known import KNOWN
from mutations import mutated


def test_a_hundred_mutations_are_never_proved():
    outcomes = [
        (said, verify(files, KNOWN).exit_code)
        for said, files in (mutated(full_bundle(), s) for s in range(100))
    ]
    assert [said for said, code in outcomes if code not in (1, 2)] == []
    assert len({said.split()[1] for said, _ in outcomes}) == 2
