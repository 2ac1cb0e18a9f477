"""Importing a folder of official texts: new, known, twice, otherwise; nothing that is kept is ever lost."""

import pytest

from daylight.imports.fault import ImportFault
from daylight.imports.text_keeping import changed_articles, import_texts, read_shelf
from daylight.store.texts import TextShelf
from imports.test_law_texts import FORM, NAME, TEXT


@pytest.fixture
def folder(tmp_path):
    (tmp_path / "texts").mkdir()
    (tmp_path / "texts" / NAME).write_text(TEXT, encoding="utf-8")
    return tmp_path / "texts"


@pytest.fixture
def shelf(tmp_path):
    return TextShelf(tmp_path / "home")


def counts(outcome):
    return len(outcome.added), len(outcome.known), len(outcome.flaws)


def test_importing_twice_adds_nothing(folder, shelf):
    assert counts(import_texts(folder, shelf, FORM)) == (1, 0, 0)
    kept = shelf.digests()
    assert counts(import_texts(folder, shelf, FORM)) == (0, 1, 0)
    assert shelf.digests() == kept
    assert [text.file for text in read_shelf(shelf, FORM)] == [NAME]


def test_what_is_kept_is_the_file_to_the_byte(folder, shelf):
    import_texts(folder, shelf, FORM)
    (kept,) = shelf.all()
    assert (kept.name, kept.source) == (NAME, TEXT.encode())


def test_a_file_with_a_flaw_keeps_no_other_from_being_imported(folder, shelf):
    (folder / "坏(2030-01-01).md").write_text("# 坏\n", encoding="utf-8")
    (folder / "notes.txt").write_text("no text", encoding="utf-8")
    outcome = import_texts(folder, shelf, FORM)
    assert counts(outcome) == (1, 0, 1)
    assert outcome.passed_over == ["notes.txt"]


def test_the_same_file_twice_is_named(folder, shelf):
    (folder / "副本(2030-01-03).md").write_text(TEXT, encoding="utf-8")
    outcome = import_texts(folder, shelf, FORM)
    assert counts(outcome) == (1, 0, 1)
    assert outcome.flaws[0].of("en").startswith(f"{NAME}: This is 副本(2030-01-03).md once more.")


def test_another_text_of_the_same_day_takes_no_place(folder, shelf):
    import_texts(folder, shelf, FORM)
    (folder / NAME).write_text(TEXT.replace("乙。", "丙。"), encoding="utf-8")
    outcome = import_texts(folder, shelf, FORM)
    assert counts(outcome) == (0, 0, 1)
    assert "they differ in articles 2." in outcome.flaws[0].of("en")
    (kept,) = shelf.all()
    assert kept.source == TEXT.encode()


def test_two_versions_of_one_statute_are_both_kept_and_compared(folder, shelf):
    later = TEXT.replace("乙。", "丙。") + "\n第四条 另行规定。\n"
    (folder / "示例办法(2031-05-06).md").write_text(later, encoding="utf-8")
    assert counts(import_texts(folder, shelf, FORM)) == (2, 0, 0)
    assert changed_articles(*read_shelf(shelf, FORM)) == (2, 4)


def test_an_empty_folder_says_what_it_wants(tmp_path, shelf):
    (tmp_path / "empty").mkdir()
    with pytest.raises(ImportFault, match=r"There is no \.md file"):
        import_texts(tmp_path / "empty", shelf, FORM)


def test_a_kept_file_that_was_changed_is_not_read(folder, shelf, tmp_path):
    import_texts(folder, shelf, FORM)
    (file,) = (tmp_path / "home").rglob("*.md")
    file.write_text("changed", encoding="utf-8")
    with pytest.raises(ValueError, match="The file has changed"):
        read_shelf(shelf, FORM)
