"""Release and page say the same, because both are read off one notice: change a value, and both change."""

import dataclasses
import tarfile
from collections import defaultdict
from datetime import date, timedelta
from enum import Enum
from functools import cache
from pathlib import Path

import pytest

from daylight.core.acts.act import Act, read_act
from daylight.core.disclosure.notices.notice import labels
from daylight.core.disclosure.occasion import Names, Occasion
from daylight.core.disclosure.ocds import Party
from daylight.core.disclosure.page import page_of
from daylight.core.disclosure.register import PUBLICATIONS
from daylight.core.disclosure.writing import json_bytes, tree
from daylight.core.dockets.case.case import Case, Lot
from daylight.core.dockets.registry import Organisation, Person
from daylight.core.judgement.fold import apply
from daylight.core.rulebook.book import Rulebook
from daylight.core.values.docket import REGISTRY
from daylight.core.values.instant import Instant
from daylight.core.values.money import Money
from daylight.core.values.plain import build, canonical_bytes, read_plain
from daylight.core.values.text import Text

CORPUS = Path(__file__).resolve().parents[2] / "corpus"
TOLD_IN = (
    *(f"2026.12.2/audited-{number:02}" for number in (2, 3, 4, 5, 6, 10, 12, 14, 17, 18)),
    "2026.12.5/planned-imports",
)
"""Bundles that together tell every kind."""
READ = ("rulebook.json", "acts/case-", *(f"acts/{kind}-" for kind in REGISTRY))
"""What of a bundle a notice is made of."""
TELLING = sorted(kind for kind, row in PUBLICATIONS.items() if row.notice)
PAGE_ONLY = {
    "AnswerObjection": {"found", "argument"},
    "FilePlan": {"filed_on", "reserved_share"},
    "ApproveImports": {"decided", "number", "items", "reason", "opinions"},
    "PublishSoleSource": {"supplier", "until", "opinions"},
    "IssuePrequalification": {"documents_until", "deadline", "invited", "limits"},
    "ClarifyPrequalification": {"moved_to"},
    "IssueSolicitation": {"case.budget", "documents_until", "limits"},
    "IssueClarification": {"limits"},
    "PublishAward": {"fee_basis"},
    "PassOverWinner": {"reason"},
    "ReopenEvaluation": {"cause", "reason"},
    "DissolveCommittee": {"cause", "reason"},
    "PublishCallOffSummary": {"lot", "lines", "total"},
    "OpenCallOff": {"supply.quantity", "supply.unit_price"},
    "BuyOffList": {"supply.quantity", "supply.unit_price", "asked"},
    "OpenCompetition": {"quantity", "invited", "left_out"},
    "OpenReplenishment": {"lot", "ceiling", "reason"},
}
"""What a page shows and the standard has no place for."""

RELEASE_ONLY = {
    "PublishIntention": {"reserved_for_smes", "keys"},
    "IssuePrequalification": {"documents", "keys"},
    "ClarifyPrequalification": {"documents"},
    "IssueSolicitation": {"rationale", "qualification", "documents", "contract_terms", "validity_days"},
    "IssueClarification": {"documents", "issued_at", "amends"},
    "AnswerEnquiry": {"enquiry"},
    "OpenBids": {"tenderers", "bids"},
    "ReopenEvaluation": {"fell"},
    "DissolveCommittee": {"fell"},
    "InviteApplications": {"qualification", "documents", "agreement"},
    "PublishContract": {"award", "text"},
}
"""What the release says and the page does not show among its lines, though some of it beside them."""


@cache
def kept() -> dict[str, list]:
    """The notices of some kept bundles, by kind of act."""
    found = defaultdict(list)
    book_of = cache(lambda source: build(Rulebook, read_plain(source)))
    for place in [CORPUS / f"{name}.tar.xz" for name in TOLD_IN]:
        with tarfile.open(place) as archive:
            named = (one for one in archive if one.name.startswith(READ))
            files = {one.name: archive.extractfile(one).read() for one in named}
        dockets = defaultdict(list)
        for path in sorted(files):
            if path.startswith("acts/"):
                dockets[path.split("/")[1]].append(read_act(files[path]))
        states = {docket: list(folded(acts)) for docket, acts in dockets.items()}
        last = {docket: steps[-1][2] for docket, steps in states.items()}
        names = Names(
            {docket: one for docket, one in last.items() if isinstance(one, Organisation)},
            {docket: one for docket, one in last.items() if isinstance(one, Person)},
        )
        book = book_of(files["rulebook.json"])
        for before, act, after in (step for steps in states.values() for step in steps):
            row = PUBLICATIONS[act.intent.kind]
            if row.notice and isinstance(after, Case):
                notice = row.notice(Occasion(act.intent.deed, before or after, act, after, names, book))
                found[act.intent.kind] += [notice] if notice else []
    return found


def folded(acts):
    state = None
    for act in sorted(acts, key=lambda one: one.seq):
        before, state = state, apply(state, act)
        yield before, act, state


def changed(value):
    """Another value of the same type."""
    match value:
        case Enum() | None:
            return value
        case bool():
            return not value
        case Money():
            return dataclasses.replace(value, amount_minor=value.amount_minor + 1)
        case Instant():
            return value.later_by(60_000)
        case date():
            return value + timedelta(days=1)
        case int():
            return value + 1
        case str():
            return "2031-01" if value[:2] == "20" and len(value) == 7 else f"{value}x"
        case tuple():
            return tuple(changed(one) for one in value)
        case Party():
            return dataclasses.replace(value, name=f"{value.name}x")
        case _ if dataclasses.is_dataclass(value):
            told = {one.name: changed(getattr(value, one.name)) for one in dataclasses.fields(value)}
            return dataclasses.replace(value, **told)
    return value


def altered(value, path):
    """The value with what stands at a path changed; all of it where the path leads to what is computed."""
    name, _, rest = path.partition(".")
    if not name or name not in {one.name for one in dataclasses.fields(value)}:
        return changed(value)
    return dataclasses.replace(value, **{name: altered(getattr(value, name), rest)})


def variants(value):
    """The value with one thing in it changed at a time, each with whose field that is."""
    if isinstance(value, tuple) and value:
        yield from ((key, (other, *value[1:])) for key, other in variants(value[0]))
    elif isinstance(value, Text) or type(value).__module__.startswith("daylight.core.disclosure.notices"):
        for one in dataclasses.fields(value):
            for key, other in variants(getattr(value, one.name)):
                here = key if key[0] else (type(value).__name__, f"{one.name}{key[1]}")
                here = ("", f".{one.name}") if isinstance(value, Text) else here
                yield here, dataclasses.replace(value, **{one.name: other})
    elif value not in (None, ()):
        yield ("", ""), changed(value)


def release(notice) -> bytes:
    return json_bytes(tree(notice.release()))


def told(notice) -> tuple[bytes, bytes]:
    return release(notice), canonical_bytes(page_of(notice, Text("", "")))


def filled(kind, field):
    """A notice of this kind in which the field says something."""
    return next((one for one in kept()[kind] if getattr(one, field) not in (None, ())), None)


def test_every_kind_that_tells_something_is_kept_once():
    assert [kind for kind in TELLING if kind not in kept()] == []
    assert len(TELLING) == 28


@pytest.mark.parametrize("kind", TELLING)
def test_what_the_page_shows_the_release_says_too_or_the_standard_has_no_place_for_it(kind):
    page_only, never = set(), set()
    for field, label in labels(type(kept()[kind][0])):
        notice = filled(kind, field)
        if notice is None:
            never.add(field)
            continue
        other = altered(notice, f"{field}.{label.of}".rstrip(".") if not label.each else field)
        assert other.facts() != notice.facts(), field
        if release(other) == release(notice):
            page_only.add(f"{field}.{label.of}" if label.of else field)
    assert page_only == PAGE_ONLY.get(kind, set()) - never
    assert never <= {"fallen", "limits", "left_out", "keys", "moved_to"}


@pytest.mark.parametrize("kind", TELLING)
def test_what_the_page_does_not_show_is_what_only_the_release_says(kind):
    notice = kept()[kind][0]
    shown = {field for field, _ in labels(type(notice))}
    fields = {one.name for one in dataclasses.fields(notice)} - {"act", "case"}
    assert fields - shown == RELEASE_ONLY.get(kind, set())


def test_nothing_stands_in_a_notice_that_nobody_is_told():
    untold, heard = set(), set()
    for notice in (one for kind in TELLING for one in kept()[kind]):
        said = cache(told)
        for key, other in variants(notice):
            if key not in heard:
                (heard if told(other) != said(notice) else untold).add(key)
    assert len(heard) > 130
    assert untold - heard == set()


@pytest.mark.parametrize("kind", TELLING)
def test_a_notice_holds_no_case_no_act_and_no_names_of_the_register(kind):
    def parts(value):
        yield value
        if isinstance(value, tuple):
            yield from (part for one in value for part in parts(one))
        elif dataclasses.is_dataclass(value):
            yield from (part for one in dataclasses.fields(value) for part in parts(getattr(value, one.name)))

    looked = list(parts(kept()[kind][0]))
    assert len(looked) > 50
    assert [one for one in looked if isinstance(one, Case | Lot | Act | Organisation | Person)] == []


def test_the_lines_of_a_page_stand_in_the_order_in_which_they_were_declared():
    award, call = kept()["PublishAward"][0], kept()["IssueSolicitation"][0]
    assert [fact.label.en for fact in award.facts()] == [
        "Lot",
        "Winner",
        "Price",
        "Basis of the agency's fee",
        "Committee",
    ]
    assert call.facts()[0].value.en == call.case.deadline.iso()
    assert [fact.label.en for fact in call.facts()] == [
        "Bid deadline",
        "Budget",
        "Ceiling price",
        "Documents until",
        "Keys needed to open",
        "Key holders",
    ]


def test_page_and_release_of_an_award_give_its_price_each_in_its_own_words():
    award = filled("PublishAward", "won")
    paid = dataclasses.replace(award, won=dataclasses.replace(award.won, price=Money(12_345_678, "CNY")))
    assert [fact.value.en for fact in paid.facts() if fact.label.en == "Price"] == ["123,456.78 CNY"]
    assert tree(paid.release())["awards"][-1]["value"] == {"amount": "123456.78", "currency": "CNY"}
