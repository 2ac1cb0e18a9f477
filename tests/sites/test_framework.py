"""The pages of a framework and of a call-off, as citizens read them; their releases hold in the standard."""

import json
import re

from conformance.ocds import schema_errors
from daylight.practice import framework
from daylight.store.board import publish
from scenarios.listed import FIVE, opened, supplier_of
from scenarios.test_call_offs import called
from shared import needs_shared
from sites.reading import read
from world import found

pytestmark = needs_shared


def text_of(portal, place):
    return re.sub(r"\s+", " ", " ".join(read(portal.get(place)).text)).replace("\u00a0", " ")


def test_the_pages_name_all_who_are_listed_and_who_is_called_off(portal):
    made = found()
    played = opened(made, FIVE)
    call, listing = called(made, played)
    framework.contract_of_call_off(made.stage, made.town.buyer, supplier_of(played, listing), call)
    drafts = made.office.journal.drafts
    releases = [json.loads(one.release) for draft in drafts for one in draft.published]
    assert schema_errors(releases) == []
    for draft in drafts:
        for one in draft.published:
            publish(one, kind=draft.act.intent.kind, at_ms=draft.act.received_at.utc_ms)
    ocids = list(dict.fromkeys(release["ocid"] for release in releases))
    above, below = (text_of(portal, f"/zh/cases/{ocid}/") for ocid in ocids)
    assert "供4、供3、供2、供1" in above and "396.00 CNY" in above
    assert "供4" in below and "3,960.00 CNY" in below
    assert all(portal.get(f"/en/cases/{ocid}/").status_code == 200 for ocid in ocids)
