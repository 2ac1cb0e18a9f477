"""The address of a database: every parameter is kept; what is not understood is refused, never repeated."""

import pytest

from daylight.store.address import AddressRefused, postgresql

SECRET = "hemlig"


def test_every_parameter_is_kept():
    said = postgresql(
        "postgresql://u:p@db.example:5433/name?sslmode=verify-full&sslrootcert=/etc/ca.pem&connect_timeout=5"
        "&application_name=daylight&target_session_attrs=primary&options=-c%20statement_timeout%3D9s"
    )
    assert said == {
        "ENGINE": "django.db.backends.postgresql",
        "NAME": "name",
        "USER": "u",
        "PASSWORD": "p",
        "HOST": "db.example",
        "PORT": "5433",
        "OPTIONS": {
            "sslmode": "verify-full",
            "sslrootcert": "/etc/ca.pem",
            "connect_timeout": "5",
            "application_name": "daylight",
            "target_session_attrs": "primary",
            "options": "-c statement_timeout=9s -c synchronous_commit=on",
        },
    }


def test_reserved_characters_are_read_where_they_are_escaped():
    said = postgresql("postgres://u%40x:p%3A%2F%3F%23%5B%5D%40%25@h/na%2Fme%40")
    assert (said["USER"], said["PASSWORD"], said["NAME"]) == ("u@x", "p:/?#[]@%", "na/me@")


@pytest.mark.parametrize(
    ("place", "host", "port"),
    [
        ("h1:5432,h2:5433/n", "h1,h2", "5432,5433"),
        ("[2001:db8::1]:5432/n", "2001:db8::1", "5432"),
        ("%2Fvar%2Frun%2Fpostgresql/n", "/var/run/postgresql", ""),
        ("/n?host=/var/run/postgresql&port=6000", "/var/run/postgresql", "6000"),
        ("u@/n?host=/run/x", "/run/x", ""),
    ],
)
def test_hosts_are_read_as_the_library_of_the_database_reads_them(place, host, port):
    said = postgresql(f"postgresql://{place}")
    assert (said["HOST"], said["PORT"], said["NAME"]) == (host, port, "n")


def test_of_several_hosts_the_one_that_takes_writes_is_asked_for():
    assert postgresql("postgresql://a,b/n")["OPTIONS"]["target_session_attrs"] == "read-write"
    asked = postgresql("postgresql://a,b/n?target_session_attrs=any")
    assert asked["OPTIONS"]["target_session_attrs"] == "any"


@pytest.mark.parametrize(
    "url",
    [
        f"mysql://u:{SECRET}@h/n",
        f"u:{SECRET}@h/n",
        f"postgresql://u:{SECRET}@x@h/n",
        f"postgresql://u:{SECRET}/x@h/n",
        f"postgresql://u:{SECRET}%zz@h/n",
        f"postgresql://u:{SECRET}@h:port/n",
        f"postgresql://u:{SECRET}@h:99999/n",
        f"postgresql://u:{SECRET}@h",
        f"postgresql://u:{SECRET}@h/n/m",
        f"postgresql://u:{SECRET}@h/n?sslmoed=require",
        f"postgresql://u:{SECRET}@[::1/n",
        f"postgresql://u:{SECRET}@h/n#fragment",
        f"postgresql://u:{SECRET}@h/n?password={SECRET}&x",
    ],
)
def test_what_is_not_understood_is_refused_in_both_languages_and_never_repeated(url):
    with pytest.raises(AddressRefused) as refused:
        postgresql(url)
    said = str(refused.value)
    assert SECRET not in said
    assert said.startswith("DATABASE_URL：") and " DATABASE_URL: " in said
    assert refused.value.__suppress_context__ or refused.value.__context__ is None


def test_an_unknown_parameter_is_named():
    with pytest.raises(AddressRefused, match="sslmoed"):
        postgresql("postgresql://u:p@h/n?sslmoed=require")
