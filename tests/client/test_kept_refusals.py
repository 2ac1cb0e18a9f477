"""A signed refusal is evidence: commands keep it beside the receipts, and it can be checked later."""

import json
from dataclasses import replace

import click
import pytest
from click.testing import CliRunner

from daylight.cli.parties import plain_words, read_file, refusals_kept, refused_lines
from daylight.client.home import Home
from daylight.client.lies import Lied
from daylight.client.pin import Pin
from daylight.client.receipt import KeptRefusal, kept_refusal, read_refusal
from daylight.client.session import Refused
from daylight.core.values.plain import plain
from daylight.crypto.openssl import OPENSSL
from lied_to import bids, solicited
from wires import checked, honest


@pytest.fixture
def late():
    """A bid that came an hour late; gives the world, the refusal, and the instant it arrived."""
    world, played, _, script, party = solicited.__wrapped__()
    session = checked(world, honest(world, party))
    deadline = session.case(played.case, party).tendering.deadline
    world.clock.move_to(deadline.later_by(3_600_000))
    with pytest.raises(Refused) as refused:
        bids(session, played, script, party)
    return world, refused.value, deadline.later_by(3_600_000)


def keys(world):
    pin = Pin(world.office.rules.world, ())
    return pin, (pin.intake,)


def test_a_command_keeps_a_refusal_in_the_home_and_says_where(late, tmp_path):
    _, refused, _ = late
    home = Home(tmp_path, OPENSSL)

    @click.command()
    def submitting():
        with plain_words(), refusals_kept(home):
            raise refused

    said = CliRunner().invoke(submitting)
    (place,) = tmp_path.glob("*.refusal.json")
    assert (said.exit_code, place.stat().st_mode & 0o777) == (3, 0o600)
    assert f"The signed refusal is kept in {place}" in said.output
    assert "[bidding.after-deadline]" in said.output


def test_what_was_kept_shows_what_arrived_when_and_why_not(late, tmp_path):
    world, refused, at = late
    place = Home(tmp_path, OPENSSL).keep_refusal("one", kept_refusal(refused.note, refused.sent))
    found = read_refusal(read_file(KeptRefusal, place), *keys(world), OPENSSL)
    assert found.at_ms == at.utc_ms
    assert (found.signed.intent.kind, found.note.refusals[0].code) == ("SubmitBid", "bidding.after-deadline")
    assert list(refused_lines(found.note)) == list(refused_lines(refused.note))


def test_a_refusal_of_something_else_or_for_other_reasons_or_by_another_is_none(late):
    world, refused, _ = late
    kept = kept_refusal(refused.note, refused.sent)
    pin, intake = keys(world)
    other = replace(kept.refused.refusals[0], code="bidding.not-sealed")
    said = json.loads(refused.sent)
    said["intent"]["nonce"] = "00" * 16
    for wrong in (
        replace(
            kept, sent=json.dumps(said, separators=(",", ":"), sort_keys=True, ensure_ascii=False).encode()
        ),
        replace(kept, refused=replace(kept.refused, refusals=(other,))),
        replace(kept, refused=replace(kept.refused, note=kept.refused.note.replace(b"after", b"afler"))),
    ):
        with pytest.raises(Lied):
            read_refusal(wrong, pin, intake, OPENSSL)
    with pytest.raises(Lied):
        read_refusal(kept, pin, (pin.log,), OPENSSL)
    assert plain(kept)
