"""The four collected files, against a slow reference that reads their XML by hand and shares no code."""

import re
import xml.etree.ElementTree as ET
import zipfile
from collections import Counter

import pytest

from daylight.imports.keeping import keep_all
from daylight.imports.preview import preview_of
from daylight.imports.workbook import read_workbook
from daylight.store.intentions import DatabaseShelf
from imports.lists import FORM
from shared import SHARED, needs_shared

FOLDER = SHARED / "data" / "intentions-shandong"
FILES = ("items-a.xlsx", "items-b.xlsx", "overview.xlsx", "shifted.xlsx")
NS = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"

pytestmark = needs_shared


def by_hand(name):
    """Rows as dictionaries from column letter to text."""
    with zipfile.ZipFile(FOLDER / name) as archive:
        root = ET.fromstring(archive.read("xl/worksheets/sheet1.xml"))
    for row in root.iter(f"{NS}row"):
        cells = {}
        for cell in row.iter(f"{NS}c"):
            text = "".join(t.text or "" for t in (*cell.iter(f"{NS}t"), *cell.iter(f"{NS}v")))
            if text.strip():
                cells[re.sub(r"\d", "", cell.get("r"))] = text.strip()
        yield int(row.get("r")), cells


def expected(name):
    """(row, buyer, item, fen, month, reserved) of every clean row; and how many rows of each kind."""
    clean, kinds = [], Counter()
    for number, row in by_hand(name):
        wide = name.startswith("items")
        item, amount, month = ("H", "J", "L") if wide else ("F", "G", "H")
        whole = re.fullmatch(r"(\d+)\.(\d{6})", row.get(amount, ""))
        when = re.fullmatch(r"(\d{4})年(\d\d)月", row.get(month, ""))
        if whole and when:
            buyer = row["C"].split("2026年")[0] if wide else row["E"]
            fen = int(whole[1] + whole[2])
            reserved = {"是": True, "否": False, None: None}[row.get("K") if wide else None]
            clean.append((number, buyer, row[item], fen, "-".join(when.groups()), reserved))
            kinds["clean"] += 1
        elif number == 1 or "采购需求概况" in row.values():
            kinds["header"] += 1
        elif row.get("G") in ("是", "否"):
            kinds["need"] += 1
        else:
            kinds["repeat"] += 1
    return clean, kinds


def preview(name):
    return preview_of(read_workbook(name, (FOLDER / name).read_bytes()), FORM)


@pytest.mark.parametrize("name", FILES)
def test_no_clean_row_is_lost_and_none_invented(name):
    told = preview(name).confirm()
    shape = [
        (i.place.row, i.buyer, i.item, i.amount.amount_minor, i.month, i.reserved_for_smes) for i in told
    ]
    assert shape == expected(name)[0]


@pytest.mark.parametrize("name", FILES)
def test_every_row_is_accounted_for_once(name):
    seen = preview(name)
    assert [r.place.row for r in seen.readings] == [number for number, _ in by_hand(name)]
    wanted = expected(name)[1]
    assert seen.counts() == {
        kind: wanted.get(kind, 0) for kind in ("clean", "header", "repeat", "need", "unusable", "hidden")
    }


@pytest.mark.parametrize("name", FILES)
def test_every_shifted_row_repeats_its_own_clean_row(name):
    rows = dict(by_hand(name))
    for reading in preview(name).readings:
        if reading.kind == "repeat":
            shifted, clean = rows[reading.place.row], rows[reading.repeats.row]
            squeeze = ["".join(shifted.get(letter, "").split()) for letter in "CGHIJK"]
            assert squeeze == ["".join(clean.get(letter, "").split()) for letter in "CHIJKL"]


@pytest.mark.parametrize("name", ["overview.xlsx", "shifted.xlsx"])
def test_proposals_stay_in_their_notice_and_take_each_need_and_item_once(name):
    rows = dict(by_hand(name))
    proposals = preview(name).proposals
    assert all(rows[p.need_at.row]["I"] == rows[p.whole.place.row]["I"] for p in proposals)
    assert all(p.need_at.row < p.whole.place.row for p in proposals)
    needs = [p.need_at.row for p in proposals]
    taken = [p.whole.place.row for p in proposals]
    assert len(set(needs)) == len(set(taken)) == expected(name)[1]["need"]
    assert all(whole.need == "" for whole in preview(name).confirm())


def test_importing_all_files_twice_in_any_order_keeps_each_item_once(database):
    told = [row[1:5] for name in FILES for row in expected(name)[0]]
    first = keep_all(tuple(i for name in FILES for i in preview(name).confirm()), DatabaseShelf())
    assert len(first.added) == len(set(told))
    assert len(first.known) == len(told) - len(set(told))
    kept = DatabaseShelf().all()
    again = keep_all(tuple(i for name in reversed(FILES) for i in preview(name).confirm()), DatabaseShelf())
    assert (again.added, again.completed) == ([], [])
    assert DatabaseShelf().all() == kept


def test_confirming_afterwards_completes_what_is_kept_and_adds_nothing(database):
    shelf = DatabaseShelf()
    keep_all(preview("overview.xlsx").confirm(), shelf)
    confirmed = keep_all(preview("overview.xlsx").confirm(["all"]), shelf)
    assert (len(confirmed.added), len(confirmed.completed)) == (0, expected("overview.xlsx")[1]["need"])
