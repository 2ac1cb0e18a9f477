"""The reader's language: of the command, of ``daylight --lang``, of the environment, or both."""

import pytest
from click.testing import CliRunner

from daylight.cli.main import main

HAN = "一二三四五六七八九十没有错误用法请可用"


def typed(*words, **env):
    done = CliRunner().invoke(
        main, words, env={"DAYLIGHT_COUNTRY": "daylight_cn", "DAYLIGHT_LANG": None, **env}
    )
    return done.exit_code, done.output


def languages(said):
    return {"zh" for sign in HAN if sign in said} | {
        "en" for word in ("Error", "Usage", " is ") if word in said
    }


WRONG = (
    ("found", "nobody"),
    ("law", "show", "999"),
    ("law", "methods", "--budget", "0"),
    ("law", "methods", "--budget", "300万"),
    ("law", "until", "query.file", "yesterday"),
    ("law", "show", "--bogus", "x"),
    ("nosuch",),
    ("import", "intentions", "no-such.xlsx"),
    ("keys", "new", "wax"),
)


@pytest.mark.parametrize("words", WRONG, ids=" ".join)
def test_what_is_wrong_is_said_in_the_language_that_was_chosen_and_else_in_both(words):
    both, zh, en = typed(*words), typed("--lang", "zh", *words), typed(*words, DAYLIGHT_LANG="en")
    assert both[0] == zh[0] == en[0] != 0
    assert (languages(both[1]), languages(zh[1])) == ({"zh", "en"}, {"zh"})
    assert "en" in languages(en[1]) and "错误" not in en[1] and "请" not in en[1]


def test_the_language_of_a_command_goes_before_that_of_the_group_and_that_before_the_environment():
    gap = ("law", "show", "999")
    assert languages(typed("--lang", "zh", *gap, "--lang", "en")[1]) == {"en"}
    assert languages(typed("--lang", "zh", *gap, DAYLIGHT_LANG="en")[1]) == {"zh"}


def test_a_command_that_answers_at_length_takes_the_language_of_the_group():
    shown = ("law", "show", "bidding.period")
    assert "Time for preparing bids" in typed("--lang", "en", *shown)[1]
    assert "Time for preparing bids" not in typed(*shown)[1]


def test_an_unknown_language_is_wrong_use():
    code, said = typed("law", "show", "x", DAYLIGHT_LANG="fr")
    assert (code, "没有“fr”" in said, "'fr' is not one of" in said) == (2, True, True)


def test_a_file_that_cannot_be_written_is_named_with_what_to_check(tmp_path):
    place = tmp_path / "file"
    place.write_text("")
    code, said = typed("--lang", "en", "device", "--home", str(place / "home"))
    assert (code, f"The file {place / 'home'} cannot be used" in said) == (1, True), said
