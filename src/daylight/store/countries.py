"""Read a country package, TOML in folders, into one ``Rulebook``; whatever is wrong is named by file and key.

A package holds ``territories.toml``, ``methods.toml``, ``countings.toml``, ``authorities.toml``,
``bearers.toml``, ``silences.toml``, ``identifiers.toml``, ``industries.toml``, ``calendars/*.toml``,
``forms/wording.toml``, ``life_cycle/*.toml`` and
``law/<instrument>/{instrument,provisions,parameters,sanctions}.toml``;
``docs/add-a-law.md`` describes them. It is found by name or path, never imported.
Shown by ``tests/store/test_countries.py``.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from fractions import Fraction
from importlib import resources
from pathlib import Path
from pkgutil import iter_modules
from typing import Any, TypeVar, get_args

from daylight.core.rulebook.book import Authority, Rulebook, Silence, Territory
from daylight.core.rulebook.counting import Counting
from daylight.core.rulebook.industry import Industry, Size
from daylight.core.rulebook.instrument import Instrument
from daylight.core.rulebook.method import Fact, Method, Question
from daylight.core.rulebook.parameter import DatedValue, Parameter
from daylight.core.rulebook.provision import Provision
from daylight.core.rulebook.sanction import Bearer, Sanction
from daylight.core.rulebook.wording import Wording
from daylight.core.values.identifiers import Scheme
from daylight.core.values.money import EXPONENTS
from daylight.core.values.workdays import Calendar
from daylight.store.country_files import CountryNotSet, CountryUnknown, LawFileError, built, ref_of, table_of
from daylight.store.product_groups import read_groups

T = TypeVar("T")
PREFIX = "daylight_"


def country_folder(named: str) -> Path:
    """The folder of a country package, given as a path or as the name of an installed package."""
    if not named:
        raise CountryNotSet(", ".join(installed()))
    if Path(named).is_dir():
        return Path(named)
    try:
        return Path(str(resources.files(named)))
    except (ModuleNotFoundError, TypeError, ValueError):
        raise CountryUnknown(named, ", ".join(installed())) from None


def installed() -> tuple[str, ...]:
    """The names of the country packages that are installed."""
    return tuple(sorted({one.name for one in iter_modules() if one.ispkg and one.name.startswith(PREFIX)}))


def load_rulebook(folder: Path) -> Rulebook:
    """The whole law of a country package; the first thing that can't be read is a ``LawFileError``."""
    places_file = folder / "territories.toml"
    places = table_of(places_file)
    territories = tuple(_territories(places_file, places.pop("territory", [])))
    country = places.pop("country", None)
    if not isinstance(country, str) or places:
        raise LawFileError(places_file, "country", "a country is named, and nothing stands beside it")
    calendars = tuple(
        built(Calendar, {"territory": file.stem, **table_of(file)}, file, "")
        for file in sorted((folder / "calendars").glob("*.toml"))
    )
    currencies = {territory.id: territory.currency for territory in territories}
    laws = _laws(folder / "law")
    methods, facts, questions = _methods(folder / "methods.toml")
    return Rulebook(
        country=country,
        territories=territories,
        calendars=calendars,
        instruments=tuple(law.instrument for law in laws),
        provisions=tuple(provision for law in laws for provision in law.provisions()),
        parameters=_parameters(laws, currencies),
        methods=methods,
        facts=facts,
        questions=questions,
        sanctions=tuple(sanction for law in laws for sanction in law.sanctions(currencies)),
        wording=_wording(folder / "forms" / "wording.toml"),
        product_groups=read_groups(folder / "life_cycle", territories[0].currency if territories else ""),
        countings=tuple(_resting(Counting, folder / "countings.toml", "counting")),
        industries=tuple(
            _industries(folder / "industries.toml", territories[0].currency if territories else "")
        ),
        authorities=tuple(_resting(Authority, folder / "authorities.toml", "authority")),
        bearers=_rows_of(Bearer, folder / "bearers.toml", "bearer"),
        schemes=_rows_of(Scheme, folder / "identifiers.toml", "scheme"),
        silences=_rows_of(Silence, folder / "silences.toml", "silence"),
    )


def _rows_of(kind: type[T], file: Path, name: str) -> tuple[T, ...]:
    """Rows of a file of the country that need no article."""
    rows = table_of(file, optional=True).get(name, [])
    return tuple(built(kind, row, file, f"{name}[{place}]") for place, row in enumerate(rows))


def _industries(file: Path, currency: str) -> Iterator[Industry]:
    """How the size of an enterprise is told, industry by industry; money in whole major units."""
    for place, row in enumerate(table_of(file, optional=True).get("industry", [])):
        key = f"industry[{place}]"
        steps = [
            {
                name: _exact(figure, _UNIT_OF.get(name, ""), currency, file, f"{key}.{size}.{name}")
                for name, figure in least.items()
            }
            | {"size": size}
            for size, least in row.items()
            if size in get_args(Size)
        ]
        articles = _listed(_taken(row, "article", file, key))
        shape = {name: item for name, item in row.items() if name not in (*get_args(Size), "article")}
        cites = [ref_of(str(article)) for article in articles]
        yield built(Industry, {**shape, "steps": steps, "cites": cites}, file, key)


_UNIT_OF = {"turnover": "money", "assets": "money"}


def _resting(kind: type[T], file: Path, name: str) -> Iterator[T]:
    """Rows of a file of the country, each of which rests on articles of its law."""
    for place, row in enumerate(table_of(file, optional=True).get(name, [])):
        key = f"{name}[{place}]"
        articles = _listed(_taken(row, "article", file, key))
        yield built(kind, {**row, "cites": [ref_of(str(article)) for article in articles]}, file, key)


def _methods(file: Path) -> tuple[tuple[Method, ...], tuple[Fact, ...], tuple[Question, ...]]:
    rows = table_of(file, optional=True)
    return (
        tuple(built(Method, _singular(row), file, f"method[{n}]") for n, row in _rows(rows, "method")),
        tuple(built(Fact, row, file, f"fact[{n}]") for n, row in _rows(rows, "fact")),
        tuple(built(Question, row, file, f"question[{n}]") for n, row in _rows(rows, "question")),
    )


def _wording(file: Path) -> Wording | None:
    """What solicitations are looked through for, where the country says it."""
    if not file.exists():
        return None
    tables = {("patterns" if name == "pattern" else name): item for name, item in table_of(file).items()}
    numerals = [{"words": words, "number": number} for words, number in tables.pop("numerals", {}).items()]
    simplified = [
        {"written": written, "read": read}
        for many, few in tables.pop("simplified", {}).items()
        for written, read in zip(many, few, strict=True)
    ]
    return built(Wording, {**tables, "numerals": numerals, "simplified": simplified}, file, "")


def _rows(tables: dict[str, Any], name: str) -> Iterator[tuple[int, dict[str, Any]]]:
    return enumerate(tables.get(name, []))


def _singular(row: dict[str, Any]) -> dict[str, Any]:
    """``[[method.ground]]`` in the file, ``grounds`` in the method."""
    return {("grounds" if key == "ground" else key): item for key, item in row.items()}


def _territories(file: Path, rows: list[dict[str, Any]]) -> Iterator[Territory]:
    """Territories, parents first; a part has the offset and currency of its parent unless it says its own."""
    known: dict[str, dict[str, Any]] = {}
    for place, row in enumerate(rows):
        parent: dict[str, Any] = known.get(row.get("parent", ""), {})
        inherited: dict[str, Any] = {
            key: parent[key] for key in ("offset_minutes", "currency") if key in parent
        }
        whole = {**inherited, **row}
        yield built(Territory, whole, file, f"territory[{place}]")
        known[str(row.get("id"))] = whole


def _laws(folder: Path) -> list[_Law]:
    """Every instrument, those in force earlier first."""
    laws = [_Law(file.parent) for file in sorted(folder.glob("*/instrument.toml"))]
    return sorted(laws, key=lambda law: (law.instrument.in_force_on, law.instrument.id))


def _parameters(laws: list[_Law], currencies: Mapping[str, str]) -> tuple[Parameter, ...]:
    """Every parameter with the values all instruments give it, by id."""
    parameters = {parameter.id: parameter for law in laws for parameter in law.parameters(currencies)}
    for law in laws:
        for amended in law.amended(parameters, currencies):
            parameters[amended.id] = amended
    return tuple(parameters[id] for id in sorted(parameters))


class _Law:
    """The files of one instrument."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        file = folder / "instrument.toml"
        self.instrument = built(Instrument, {"id": folder.name, **table_of(file)}, file, "")
        self.tables = table_of(folder / "parameters.toml", optional=True)
        self._scope = {"methods": list(self.instrument.methods)}

    def provisions(self) -> Iterator[Provision]:
        file = self.folder / "provisions.toml"
        for place, row in enumerate(table_of(file, optional=True).get("provision", [])):
            key = f"provision[{place}]"
            shape = {"confidence": self.instrument.confidence, "roles": [], **self._scope, **row}
            shape["at"] = self._ref(_taken(shape, "article", file, key))
            yield built(Provision, shape, file, key)

    def parameters(self, currencies: Mapping[str, str]) -> Iterator[Parameter]:
        file = self.folder / "parameters.toml"
        for place, row in enumerate(self.tables.get("parameter", [])):
            key, unit = f"parameter[{place}]", row.get("unit", "")
            beside = {name: item for name, item in row.items() if name not in ("value", "start")}
            shape = {**self._scope, **beside}
            shape["values"] = self._values(row.get("value", []), key, str(unit), currencies)
            if "start" in row:
                shape["starts"] = [self._start(start) for start in row["start"]]
            yield built(Parameter, shape, file, key)

    def amended(self, known: Mapping[str, Parameter], currencies: Mapping[str, str]) -> Iterator[Parameter]:
        """Parameters of other instruments to which this one adds values."""
        file = self.folder / "parameters.toml"
        for place, row in enumerate(self.tables.get("amend", [])):
            key, id = f"amend[{place}]", row.get("parameter")
            if id not in known:
                raise LawFileError(file, f"{key}.parameter", f"no instrument defines {id!r}")
            rows = self._values(row.get("value", []), key, known[id].unit, currencies)
            added = built(tuple[DatedValue, ...], rows, file, f"{key}.value")
            fields = {name: getattr(known[id], name) for name in Parameter.__dataclass_fields__}
            try:
                yield Parameter(**{**fields, "values": (*known[id].values, *added)})
            except ValueError as error:
                raise LawFileError(file, key, str(error)) from None

    def sanctions(self, currencies: Mapping[str, str]) -> Iterator[Sanction]:
        file, currency = self.folder / "sanctions.toml", currencies.get(self.instrument.territory, "")
        for place, row in enumerate(table_of(file, optional=True).get("sanction", [])):
            key = f"sanction[{place}]"
            shape = {"confidence": self.instrument.confidence, **row}
            shape["at"] = self._ref(_taken(shape, "article", file, key))
            shape["breaches"] = _taken(shape, "breach", file, key)
            for name, unit in (("fine", "money"), ("fine_share", "ratio")):
                if name in shape:
                    ends = _listed(shape[name])
                    shape[name] = [_exact(end, unit, currency, file, f"{key}.{name}") for end in ends]
            yield built(Sanction, shape, file, key)

    def _values(self, rows: Any, key: str, unit: str, currencies: Mapping[str, str]) -> list[dict[str, Any]]:
        file = self.folder / "parameters.toml"
        values = []
        for place, row in enumerate(rows):
            where = f"{key}.value[{place}]"
            shape = {
                "territory": self.instrument.territory,
                "confidence": self.instrument.confidence,
                "known_since": self.tables.get("known_since"),
                **row,
            }
            shape["from_day"] = _taken(shape, "from", file, where)
            shape["cites"] = [
                self._ref(article) for article in _listed(_taken(shape, "article", file, where))
            ]
            currency = currencies.get(str(shape["territory"]), "")
            raw = _taken(shape, "value", file, where)
            shape["value"] = _exact(raw, unit, currency, file, f"{where}.value")
            values.append(shape)
        return values

    def _start(self, row: dict[str, Any]) -> dict[str, Any]:
        """One of the events that start a period, with the articles that say so."""
        articles = _listed(row.get("article", []))
        beside = {name: item for name, item in row.items() if name != "article"}
        return {**beside, "cites": [self._ref(article) for article in articles]}

    def _ref(self, article: Any) -> dict[str, Any]:
        """``"35"`` is an article of this instrument, ``"other#35"`` one of another."""
        if "#" in str(article):
            return ref_of(str(article))
        return {"instrument": self.instrument.id, "article": article}


def _exact(raw: Any, unit: str, currency: str, file: Path, key: str) -> Any:
    """The plain form of a value: shares are read from text, money from whole major units."""
    if isinstance(raw, float):
        raise LawFileError(file, key, f'write {raw} in quotes, "{raw}": a number of law is exact')
    if isinstance(raw, list) and len(raw) == 2:
        low, high = (_exact(end, unit, currency, file, key) for end in raw)
        return {"low": low, "high": high}
    if unit == "money" and isinstance(raw, int) and currency in EXPONENTS:
        return {"amount_minor": raw * 10 ** EXPONENTS[currency], "currency": currency}
    if unit == "ratio" and isinstance(raw, str):
        try:
            share = Fraction(raw)
        except (ValueError, ZeroDivisionError):
            raise LawFileError(file, key, f'{raw!r} is not a share such as "2/3" or "0.45"') from None
        return f"{share.numerator}/{share.denominator}"
    return raw


def _taken(shape: dict[str, Any], name: str, file: Path, key: str) -> Any:
    if name not in shape:
        raise LawFileError(file, f"{key}.{name}", "is missing")
    return shape.pop(name)


def _listed(item: Any) -> list[Any]:
    return item if isinstance(item, list) else [item]
