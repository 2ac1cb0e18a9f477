"""A country package lists the digest of every version of its law that it has published."""

import pytest

from daylight.store.countries import country_folder, load_rulebook
from daylight.store.versions import published_laws, versions_of

COUNTRIES = ("daylight_cn", "daylight_jp", "daylight_un")


@pytest.mark.parametrize("country", COUNTRIES)
def test_the_law_as_it_is_is_the_last_version_published(country):
    """Who changes the law of a package adds a line to its ``versions.toml``, with this digest."""
    folder = country_folder(country)
    assert versions_of(folder)[-1].digest == load_rulebook(folder).digest


@pytest.mark.parametrize("country", COUNTRIES)
def test_versions_are_in_order_and_each_once(country):
    versions = versions_of(country_folder(country))
    assert [one.published for one in versions] == sorted(one.published for one in versions)
    assert len({one.digest for one in versions}) == len(versions)


def test_every_installed_package_is_asked():
    known = published_laws()
    assert {name.partition(" ")[0] for name in known.values()} == set(COUNTRIES)


def test_a_package_that_lists_nothing_has_published_nothing(tmp_path):
    assert versions_of(tmp_path) == ()
