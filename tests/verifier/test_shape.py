"""The signed list has one spelling; every other is refused."""

import pytest

from bundles import full_bundle
from daylight.core.ledger.note import Malformed, read_note
from daylight.verifier.shape import NOTE, is_known, read_listing

TEXT = read_note(full_bundle()[NOTE]).text
LINES = TEXT.splitlines()


def test_a_list_reads_back_to_its_own_text():
    listing = read_listing(TEXT)
    assert listing.text() == TEXT
    assert [file.path for file in listing.files] == sorted(set(full_bundle()) - {NOTE})


@pytest.mark.parametrize(
    "text",
    [
        "",
        "\n".join(LINES),
        TEXT + "\n",
        TEXT.replace("daylight-bundle/v2", "daylight-bundle/v3", 1),
        TEXT.replace("\npublic\n", "\nprivate\n", 1),
        "\n".join([*LINES[:3], "org-00", *LINES[4:], ""]),
        "\n".join([*LINES[:4], "01", *LINES[5:], ""]),
        "\n".join([*LINES[:4], "-1", *LINES[5:], ""]),
        "\n".join([*LINES[:5], *LINES[:4:-1], ""]),
        "\n".join([*LINES, LINES[-1], ""]),
        "\n".join([*LINES[:-1], LINES[-1] + " more", ""]),
        "\n".join([*LINES[:-1], LINES[-1].upper(), ""]),
        "\n".join([*LINES[:-1], "../world.json 1 " + "0" * 64, ""]),
    ],
)
def test_any_other_spelling_is_refused(text):
    with pytest.raises(Malformed):
        read_listing(text)


@pytest.mark.parametrize(
    "path",
    [
        "acts/case-0/00.json",
        "acts/case-0/0.note",
        "acts/x-0/0.json",
        "acts/case-0/../0.json",
        "evaluation/1.json",
    ],
)
def test_a_path_no_bundle_has_is_not_known(path):
    assert not is_known(path)
