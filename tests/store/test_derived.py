"""What follows from the journal is made again from it: a row changed by hand is named and restored."""

from dataclasses import replace
from datetime import date
from threading import Thread

import pytest
from django.db import connection

import scripts
from daylight.core.rulebook.what_if import with_value
from daylight.core.values.plain import canonical_bytes
from daylight.store import lists, models
from daylight.store.derived import derived
from daylight.store.journal import moment
from kept_world import TABLES, checked, content, kept_in, restored, sql
from scenarios.listed import FIVE, opened


@pytest.fixture
def kept(database, tmp_path, monkeypatch):
    yield from kept_in(tmp_path, monkeypatch)


def a_price():
    row = models.Publication.objects.get(kind="PublishAward")
    release = bytes(row.release).replace(b"2900000", b"2800000")
    assert release != bytes(row.release)
    sql("UPDATE store_publication SET release = %s WHERE seq = %s", release, row.seq)
    return f"publication/{row.seq} {row.ocid} PublishAward: differs from what the journal gives: release"


def a_page():
    row = models.Publication.objects.get(kind="PublishContract")
    page = bytes(row.page).replace("合同".encode(), "合意".encode())
    assert page != bytes(row.page)
    sql("UPDATE store_publication SET page = %s WHERE seq = %s", page, row.seq)
    return f"publication/{row.seq} {row.ocid} PublishContract: differs from what the journal gives: page"


def a_kind_and_an_instant():
    row = models.Publication.objects.get(kind="FailLot")
    sql("UPDATE store_publication SET kind = 'CancelLot', published_ms = 7 WHERE seq = %s", row.seq)
    where = f"publication/{row.seq} {row.ocid} FailLot"
    return f"{where}: differs from what the journal gives: kind, published_ms"


def a_publication_gone():
    row = models.Publication.objects.get(kind="OpenBids")
    sql("DELETE FROM store_publication WHERE seq = %s", row.seq)
    return f"publication/{row.seq} {row.ocid} OpenBids: the row is missing"


def a_publication_too_much():
    sql(
        'INSERT INTO store_publication (seq, "case", ocid, kind, published_ms, release, page)'
        ' SELECT 99, "case", ocid, kind, published_ms, release, page FROM store_publication WHERE seq = 1'
    )
    row = models.Publication.objects.get(seq=1)
    return f"publication/99 {row.ocid} {row.kind}: no act gives this row"


def a_row_of_the_board():
    row = models.CaseRow.objects.get()
    sql("UPDATE store_caserow SET budget_minor = 1, words = 'elsewhere' WHERE place = %s", row.place)
    return f"board/1 {row.ocid}: differs from what the journal gives: budget_minor, words"


def a_row_of_the_board_gone():
    row = models.CaseRow.objects.get()
    sql("DELETE FROM store_caserow")
    return f"board/1 {row.ocid}: the row is missing"


def a_place_on_the_board():
    row = models.CaseRow.objects.get()
    sql("UPDATE store_caserow SET place = 40")
    return f"board/40 {row.ocid}: no act gives this row"


def a_link_of_an_index():
    row = models.IndexLink.objects.filter(index__startswith="bids:").order_by("place")[2]
    sql('UPDATE store_indexlink SET seq = seq + 1 WHERE "index" = %s AND place = 2', row.index)
    return f"{row.index}/2: differs from what the journal gives: seq"


def the_last_link_of_an_index_gone():
    row = models.IndexLink.objects.filter(index__startswith="bids:").order_by("-place")[0]
    sql("DELETE FROM store_indexlink WHERE id = %s", row.id)
    return f"{row.index}/{row.place}: the row is missing"


def an_index_nobody_made():
    docket = models.CaseRow.objects.get().case
    sql(
        'INSERT INTO store_indexlink ("index", place, docket, seq, head)'
        " VALUES ('bids:none', 0, %s, 0, 'x')",
        docket,
    )
    return "bids:none/0: no act gives this row"


CHANGES = (
    a_price, a_page, a_kind_and_an_instant, a_publication_gone, a_row_of_the_board,
    a_row_of_the_board_gone, a_place_on_the_board, a_link_of_an_index, the_last_link_of_an_index_gone,
)  # fmt: skip
SURPLUS = (a_publication_too_much, an_index_nobody_made)


def test_a_row_changed_by_hand_is_named_and_restored_to_the_byte(kept):
    before = content()
    assert len(before["Publication"]) == 10 and len(before["IndexLink"]) > 10
    code, said = checked()
    assert code == 0 and "No fault was found." in said
    for change in CHANGES:
        told = change()
        code, said = checked()
        assert (code, told in said.splitlines()) == (1, True), (change.__name__, said)
        assert content() != before
        assert restored()[0] == 0, change.__name__
        assert content() == before, change.__name__
        assert checked()[0] == 0
    assert restored() == (0, "0 rows were restored from the journal.\n")


@pytest.mark.parametrize("change", SURPLUS, ids=lambda change: change.__name__)
def test_a_row_that_no_act_gives_is_left_until_it_is_named(kept, change):
    before, told = content(), change()
    with_it, name = content(), told.partition(": ")[0].split(" ")[0]
    code, said = checked()
    assert (code, told in said.splitlines()) == (1, True), said
    for words in ((), ("--remove", "publication/1"), ("--remove", "nothing/7")):
        code, said = restored(*words)
        assert (code, f"{name} was not restored; daylight fsck says why." in said.splitlines()) == (1, True)
        assert all(f"No row that the acts do not give is named {word}." in said for word in words[1:])
        assert content() == with_it
    assert restored("--remove", name) == (0, "0 rows were restored from the journal.\n")
    assert content() == before
    assert checked()[0] == 0


def last_act_of(case):
    return models.Entry.objects.filter(docket=case).order_by("-seq").first()


def test_the_publication_of_an_act_that_was_deleted_stays_and_keeps_its_number(kept):
    case = models.CaseRow.objects.get().case
    scripts.to_issue(kept, scripts.SMALL)
    while not models.Publication.objects.filter(kind=last_act_of(case).kind, case=case).exists():
        last_act_of(case).delete()
    gone = last_act_of(case)
    evidence = models.Publication.objects.get(case=case, kind=gone.kind)
    later = list(models.Publication.objects.filter(seq__gt=evidence.seq).values_list())
    assert later
    gone.delete()
    told = f"publication/{evidence.seq} {evidence.ocid} {evidence.kind}: no act gives this row"
    for _ in range(2):
        assert told in checked()[1].splitlines()
        code, said = restored()
        assert (code, f"publication/{evidence.seq} was not restored" in said) == (1, True)
        assert models.Publication.objects.get(seq=evidence.seq).release == evidence.release
        assert list(models.Publication.objects.filter(seq__gt=evidence.seq).values_list()) == later
    restored("--remove", f"publication/{evidence.seq}")
    assert told not in checked()[1]
    assert not models.Publication.objects.filter(release=evidence.release).exists()


def test_everything_that_follows_is_made_again_from_nothing(kept):
    before = content()
    for model in TABLES:
        model.objects.all().delete()
    assert restored() == (0, f"{sum(map(len, before.values()))} rows were restored from the journal.\n")
    assert content() == before
    assert lists.notices("输液泵").total == 1


@pytest.mark.skipif(connection.vendor != "sqlite", reason="PostgreSQL keeps its indexes itself")
def test_a_search_index_that_lost_a_row_is_found_and_made_again(kept):
    row = models.CaseRow.objects.get()
    sql("INSERT INTO store_casewords(store_casewords, rowid, grams) VALUES ('delete', 1, %s)", row.grams)
    assert lists.notices("输液泵").total == 0
    code, said = checked()
    assert (code, "search: the search index differs from the board" in said) == (1, True)
    restored()
    assert (checked()[0], lists.notices("输液泵").total) == (0, 1)


def test_rows_of_a_docket_that_does_not_hold_are_left_as_they_are(kept):
    other = scripts.to_issue(kept, scripts.SMALL).case
    row = models.Entry.objects.get(docket=other, seq=0)
    source = bytes(row.source).replace(b"3200000", b"9200000")
    models.Entry.objects.filter(pk=row.pk).update(source=source)
    told = models.Publication.objects.filter(case=other)
    told.update(published_ms=1)
    before = content()
    code, said = checked()
    assert code == 1 and f"{other}: cannot be made again: Unsound('{other}')" in said
    assert "publication/" not in said
    code, said = restored()
    assert (code, content()) == (1, before)
    assert f"{other} was not restored" in said


def test_a_bid_deleted_with_its_links_is_missed_by_the_acts_that_rest_on_it(kept):
    case = models.CaseRow.objects.get().case
    gone = models.IndexLink.objects.filter(index=f"bids:{case}").order_by("place").first().docket
    opened = models.Entry.objects.get(docket=case, kind="OpenBids")
    length = models.IndexLink.objects.filter(index=f"bids:{case}").count()
    links = list(models.IndexLink.objects.order_by("id").values_list())
    models.Entry.objects.filter(docket=gone).delete()
    code, said = restored()
    assert (code, f"bids:{case}/0 was not restored; daylight fsck says why." in said.splitlines()) == (
        1,
        True,
    )
    assert list(models.IndexLink.objects.order_by("id").values_list()) == links
    assert f"bids:{case}/0: no act gives this row" in checked()[1].splitlines()
    restored("--remove", *" --remove ".join(surplus_links()).split(" "))
    code, said = checked()
    told = f"{case}/{opened.seq}: rests on bids:{case}/{length}, which is no longer there"
    assert (code, told in said.splitlines()) == (1, True), said


def surplus_links():
    lines = [line.split(": ") for line in checked()[1].splitlines()]
    return [line[0] for line in lines if line[-1] == "no act gives this row" and line[0].startswith("bids:")]


def test_acts_moved_in_the_journal_are_named_and_reorder_no_publication(kept):
    case, before = models.CaseRow.objects.get().case, content()
    last = models.Entry.objects.filter(docket=case).order_by("-seq").first()
    sql("UPDATE store_entry SET position = 0 WHERE position = %s", last.position)
    code, said = checked()
    assert (code, f"{case}/{last.seq}: was entered before the act before it" in said) == (1, True), said
    assert (restored()[0], content()) == (1, before)


def test_publications_are_made_again_by_the_law_they_were_made_under(kept, tmp_path):
    office = kept.office
    old = office.rules.book
    office.vault.put(canonical_bytes(old))
    office.rules = replace(office.rules, book=with_value(old, "contract.sign", date(2003, 1, 1), 20))
    office.vault.put(canonical_bytes(office.rules.book))
    case = scripts.to_issue(kept, scripts.SMALL).case
    assert checked()[0] == 0
    (tmp_path / "vault" / old.digest[:2] / old.digest).unlink()
    code, said = checked()
    first = models.CaseRow.objects.get(place=1).case
    assert code == 1 and f"{first}: cannot be made again: LawLost('{old.digest}')" in said
    assert f"{case}: " not in said and "publication/" not in said


def test_listings_and_their_call_offs_are_made_again(kept):
    opened(kept, FIVE)
    assert models.IndexLink.objects.filter(index__startswith="listings:").count() > 3
    assert checked()[0] == 0


def test_what_is_appended_meanwhile_is_no_finding(kept):
    office, before = kept.office, models.Entry.objects.count()
    appending = Thread(target=scripts.to_opening, args=(kept, scripts.SMALL))
    with moment(), derived(office.rules, office.vault, frozenset()) as made:
        appending.start()
        appending.join()
        assert [one for table in made.tables() for one in made.differences(table)] == []
        assert models.Entry.objects.count() == before
    assert models.Entry.objects.count() > before + 10
    assert checked()[0] == 0
