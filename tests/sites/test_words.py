"""Every word a page says is there in both languages, and every word there is is said somewhere."""

import re

from daylight.sites.words import PARTS, WORDS
from world import SRC

SITES = SRC / "daylight" / "sites"
TEMPLATES = {str(path.relative_to(SITES)): path.read_text() for path in sorted(SITES.rglob("*.html"))}
CODE = [path.read_text() for path in sorted(SITES.rglob("*.py")) if "words" not in path.parts]


def test_no_key_lacks_a_language():
    assert [key for key, text in WORDS.items() if not text.zh.strip() or not text.en.strip()] == []


def test_both_languages_have_the_same_places_for_facts():
    places = {
        key: [sorted(re.findall(r"{(\w+)}", said)) for said in (text.zh, text.en)]
        for key, text in WORDS.items()
    }
    assert {key: found for key, found in places.items() if found[0] != found[1]} == {}


def test_no_two_pages_use_one_key_for_different_words():
    assert sum(len(part) for part in PARTS) == len(WORDS)


def test_every_key_a_template_says_is_there():
    said = {
        (name, key) for name, source in TEMPLATES.items() for key in re.findall(r'{% say "([^"]+)"', source)
    }
    assert sorted((name, key) for name, key in said if key not in WORDS) == []


def test_every_key_is_said():
    families = {f for source in CODE for f in re.findall(r'f"([a-z]+)\.[^"]*{', source)} | {"input"}
    said = " ".join((*TEMPLATES.values(), *CODE))
    unsaid = [key for key in WORDS if f'"{key}"' not in said and key.partition(".")[0] not in families]
    assert unsaid == []


def test_no_word_stands_alone_in_a_template():
    """Between tags there is only what ``say`` says, what a page was given, and what both languages share."""
    same = {"SHA-256", "JSON", "/", "…"}
    alone = {}
    for name, source in TEMPLATES.items():
        bare = re.sub(r"<(code|pre)\b.*?</\1>", "", source, flags=re.S)
        bare = re.sub(r"{%.*?%}|{{.*?}}|<[^>]*>", " ", re.sub(r"<[^>]*{[%{].*?[%}]}[^>]*>", " ", bare))
        words = [word for word in re.findall(r"[^\W\d_][\w-]*|[\u4e00-\u9fff]+", bare) if word not in same]
        if words:
            alone[name] = words
    assert alone == {}
