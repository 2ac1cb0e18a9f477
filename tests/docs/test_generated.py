"""The committed pages are those the code makes: ``docs/generate.py``."""

from importlib.util import module_from_spec, spec_from_file_location

import pytest

from daylight.core.acts.kinds import KINDS
from daylight.core.judgement.words import WORDS
from daylight.settings import Settings
from docs.pages import ROOT, TEXTS

SPEC = spec_from_file_location("generate", ROOT / "docs" / "generate.py")
generate = module_from_spec(SPEC)
SPEC.loader.exec_module(generate)
PAGES = generate.pages()


@pytest.mark.parametrize("name", sorted(PAGES))
def test_a_generated_page_is_as_current_as_the_code(name):
    assert TEXTS[f"docs/{name}"] == PAGES[name], "run `make docs` and commit what it writes"


@pytest.mark.parametrize("name", ["profile.json", "release-schema.json"])
def test_a_schema_is_what_the_dataclasses_of_releases_give(name):
    committed = (generate.EXTENSION / name).read_text(encoding="utf-8")
    assert committed == generate.schemas()[name], "run `make docs` and commit what it writes"


@pytest.mark.parametrize("kind", sorted(KINDS))
def test_it_is_said_who_may_do_each_kind(kind):
    said = list(generate._who(generate.REGISTER[kind]))
    assert said != []
    assert f"| `{kind}`" in PAGES["reference/acts.md"]


def test_every_refusal_has_its_line():
    lines = [
        line.split("`")[1] for line in PAGES["reference/refusals.md"].splitlines() if line.startswith("| `")
    ]
    assert sorted(lines) == sorted(WORDS)


def test_every_setting_has_its_line():
    lines = [line.split("`")[1] for line in PAGES["operations.md"].splitlines() if line.startswith("| `DA")]
    named = {
        str(field.validation_alias or f"DAYLIGHT_{name.upper()}")
        for name, field in Settings.model_fields.items()
    }
    assert sorted(set(lines) & named) == sorted(named)
