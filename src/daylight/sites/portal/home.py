"""The list of purchases: search, stage, place, pages. Shown by ``tests/sites/test_home.py``."""

from __future__ import annotations

from dataclasses import dataclass
from urllib.parse import urlencode

from django.http import HttpRequest, HttpResponse
from django.views.decorators.http import require_safe

from daylight.sites.kit import here, show
from daylight.sites.kit.here import local, territory_of
from daylight.sites.kit.page import page
from daylight.sites.words import WORDS
from daylight.store import lists
from daylight.store.models import CaseRow

STAGES = tuple(key.removeprefix("stage.") for key in WORDS if key.startswith("stage."))


@dataclass(frozen=True)
class Line:
    """A purchase as the list shows it."""

    ocid: str
    title: str
    purchaser: str
    stage: str
    stage_words: str
    budget: str
    deadline: str
    deadline_iso: str
    updated: str


@dataclass(frozen=True)
class Asked:
    """What the reader looks for."""

    search: str
    stage: str
    territory: str

    def at(self, **page: object) -> str:
        """The question for another page of the answer."""
        named = {"q": self.search, "stage": self.stage, "place": self.territory, **page}
        return "?" + urlencode([(name, value) for name, value in named.items() if value and value != 1])


@dataclass(frozen=True)
class Pages:
    """The addresses of the pages around this one; empty where there is none."""

    first: str
    previous: str
    next: str
    last: str


def pages_around(asked: Asked, found: lists.Listed) -> Pages:
    """By number where the pages are counted, by key where there are too many."""
    if not found.many:
        previous = asked.at(page=found.page - 1) if found.page > 1 else ""
        return Pages("", previous, asked.at(page=found.page + 1) if found.page < found.pages else "", "")
    return Pages(
        asked.at() if found.newer else "",
        asked.at(newer=found.newer) if found.newer else "",
        asked.at(older=found.older) if found.older else "",
        asked.at(newer=lists.OLDEST) if found.older else "",
    )


@require_safe
def home(request: HttpRequest, lang: str) -> HttpResponse:
    """Search, and the purchases found."""
    asked = asked_of(request)
    number = request.GET.get("page", "1")
    found = lists.notices(
        asked.search,
        stage=asked.stage,
        territory=asked.territory,
        page=int(number) if number.isdecimal() and len(number) < 8 else 1,
        newer=lists.read_key(request.GET.get("newer", "")),
        older=lists.read_key(request.GET.get("older", "")),
    )
    return page(
        request,
        "portal/home.html",
        here="cases",
        asked=asked,
        filtered=any((asked.search, asked.stage, asked.territory)),
        lines=[line_of(row, lang) for row in found.rows],
        found=found,
        counted=f"{lists.COUNTED:,}",
        pages=pages_around(asked, found),
        stages=[(stage, WORDS[f"stage.{stage}"].of(lang)) for stage in STAGES],
        places=[(place, place_words(place, lang)) for place in lists.territories()],
    )


def asked_of(request: HttpRequest) -> Asked:
    """The reader's question; a stage we don't know asks for nothing."""
    stage = request.GET.get("stage", "")
    search = request.GET.get("q", "").replace("\0", "").strip()[:200]
    place = request.GET.get("place", "").replace("\0", "")[:40]
    return Asked(search, stage if stage in STAGES else "", place)


def line_of(row: CaseRow, lang: str) -> Line:
    """A row in the reader's language."""
    deadline = local(row.deadline_ms, row.territory) if row.deadline_ms else None
    return Line(
        row.ocid,
        row.title_zh if lang == "zh" else row.title_en,
        row.purchaser_zh if lang == "zh" else row.purchaser_en,
        row.stage,
        WORDS[f"stage.{row.stage}"].of(lang),
        show.money(row.budget_minor, row.currency),
        show.instant_words(deadline, lang) if deadline else "",
        deadline.iso() if deadline else "",
        show.day_words(local(row.updated_ms, row.territory).day, lang),
    )


def grouped_places(lang: str) -> list[tuple[str, list[tuple[str, str]]]]:
    """The places of the book to choose from: each with its levels beneath it, those without any alone."""
    groups: dict[str, list[tuple[str, str]]] = {}
    for one in here.book().territories:
        above = here.book().territory_by_id.get(one.parent or "")
        head = above.id if above and above.parent else one.id
        groups.setdefault(head, []).append((one.id, one.name.of(lang)))
    return [(place_words(head, lang) if len(found) > 1 else "", found) for head, found in groups.items()]


def place_words(place: str, lang: str) -> str:
    """The name of a place; its code where the book does not know it."""
    known = territory_of(place)
    return known.name.of(lang) if known else place
