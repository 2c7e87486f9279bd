"""
Records: an article as plain dicts, lists, strings and numbers, and back.

An object that stands in a table with ids (actors, locations, claims) is referred to by
its id everywhere else.  Dates and times are ISO 8601 strings.
"""

from __future__ import annotations

import datetime as dt
import json
from collections.abc import Callable, Mapping
from functools import cache
from typing import TYPE_CHECKING, Any, TypeVar

import attrs

from newsmodel.errors import InvalidRecordError, NewsmodelError
from newsmodel.model import Actor, Article, Claim, Location, Moment, Reference, Sanction

if TYPE_CHECKING:
    from cattrs import Converter

A = TypeVar("A", bound=Article)

VERSION = 1
"""Version of the record's form; a later one is refused."""

REFERENCES: dict[type, tuple[str, ...]] = {
    Reference: ("actor",),
    Claim: ("about", "within", "answers"),
    Sanction: ("claim",),
    Location: ("within",),
}
"""The fields of each class that hold ids in a record."""


def to_record(article: Article) -> dict[str, Any]:
    """Give an article as plain dicts, lists, strings and numbers, with its version."""
    record: dict[str, Any] = _converter().unstructure(article, Article)
    return {"version": VERSION, **record}


def from_record(record: Mapping[str, Any], kind: type[A]) -> A:
    """
    Rebuild an article, of class `kind`, from its record.

    Raises:
        InvalidRecordError: If it is not the record of an article.
    """
    if not isinstance(record, Mapping):
        raise InvalidRecordError(record, "a mapping", "record")
    if record.get("version") != VERSION:
        raise InvalidRecordError(record.get("version"), str(VERSION), "record.version")
    try:
        return _structure({k: v for k, v in record.items() if k != "version"}, kind)
    except NewsmodelError as error:
        raise InvalidRecordError(error.value, error.expectation, error.place) from error
    except Exception as error:
        raise InvalidRecordError(*_explain(error)) from error


def to_json(article: Article, *, indent: int | None = None) -> str:
    """Give the record as JSON text, in ASCII only where the text cannot be UTF-8."""
    record = to_record(article)
    text = json.dumps(record, ensure_ascii=False, indent=indent)
    try:
        text.encode()
    except UnicodeEncodeError:
        return json.dumps(record, indent=indent)
    return text


def from_json(text: str | bytes, kind: type[A]) -> A:
    """
    Rebuild an article, of class `kind`, from its JSON text.

    Raises:
        InvalidRecordError: If it is not the JSON of an article.
    """
    try:
        record = json.loads(text)
    except (ValueError, TypeError, RecursionError) as error:
        raise InvalidRecordError(text, f"JSON ({error})", "record") from error
    return from_record(record, kind)


@cache
def _converter() -> Converter:
    from cattrs import Converter  # noqa: PLC0415 - loaded on first use
    from cattrs.gen import make_dict_unstructure_fn, override  # noqa: PLC0415

    converter = Converter(forbid_extra_keys=True)
    converter.register_unstructure_hook(dt.date, lambda moment: moment.isoformat())
    converter.register_unstructure_hook(Moment, lambda moment: moment.isoformat())
    converter.register_unstructure_hook(
        Moment | None, lambda moment: moment and moment.isoformat()
    )
    converter.register_structure_hook(Moment | None, lambda text, _: _moment(text))
    converter.register_structure_hook_func(
        lambda kind: kind in (str, int, float, bool), _exactly
    )
    for kind, names in REFERENCES.items():
        overrides: dict[str, Any] = {n: override(unstruct_hook=_id) for n in names}
        hook: Any = make_dict_unstructure_fn(kind, converter, **overrides)
        converter.register_unstructure_hook(kind, hook)
    for kind in (Actor, Location, Claim):
        inner = converter.get_structure_hook(kind)
        converter.register_structure_hook(kind, _unless_built(kind, inner))
    return converter


def _id(value: Any) -> Any:  # noqa: ANN401 - an object, several, or None
    if isinstance(value, tuple):
        return [v.id for v in value]
    return None if value is None else value.id


def _unless_built(kind: type, inner: Callable[..., Any]) -> Callable[..., Any]:
    """Let objects of earlier tables pass where a record refers to them."""
    return lambda value, t: value if isinstance(value, kind) else inner(value, t)


def _exactly(value: object, kind: type) -> object:
    """Refuse what cattrs would turn into a string or a number."""
    if type(value) is kind or (kind is float and type(value) is int):
        return value
    raise InvalidRecordError(value, kind.__name__, "record")


def _moment(text: object) -> Moment | None:
    if text is None:
        return None
    if not isinstance(text, str):
        raise InvalidRecordError(text, "an ISO 8601 date or time", "record")
    if len(text) <= len("2023-06-10"):
        return dt.date.fromisoformat(text)
    return dt.datetime.fromisoformat(text)


def _structure(record: dict[str, Any], kind: type[A]) -> A:
    structure = _converter().structure
    actors = structure(record.get("actors", []), tuple[Actor, ...])
    known: dict[str, Any] = {a.id: a for a in actors}
    locations = _build(record.get("locations", []), Location, {})
    claims = _build(record.get("claims", []), Claim, known)
    claims_by_id = {c.id: c for c in claims}
    sanctions = [
        _resolved(s, Sanction, known | claims_by_id)
        for s in record.get("sanctions", [])
    ]
    tables = {
        "actors": actors,
        "locations": locations,
        "claims": claims,
        "sanctions": tuple(structure(s, Sanction) for s in sanctions),
    }
    rest = {k: v for k, v in record.items() if k not in tables}
    article: A = structure(rest, kind)
    return attrs.evolve(article, **tables)


def _build(records: list[dict[str, Any]], kind: type, known: dict[str, Any]) -> Any:  # noqa: ANN401 - a tuple of `kind`
    """Build objects that refer to each other, each after those it refers to."""
    known = dict(known)
    waiting = {r["id"]: r for r in records}
    if len(waiting) < len(records):
        ids = [r["id"] for r in records]
        raise InvalidRecordError(ids, "unique ids", kind.__name__)
    for first in list(waiting):
        stack = [first] if first in waiting else []
        while stack:
            record = waiting[stack[-1]]
            needed = [n for n in _own(record, kind) if n in waiting]
            if set(needed) & set(stack):
                raise InvalidRecordError(
                    needed, "references without a circle", "record"
                )
            if needed:
                stack.append(needed[0])
                continue
            del waiting[stack.pop()]
            resolved = _resolved(record, kind, known)
            known[record["id"]] = _converter().structure(resolved, kind)
    return tuple(known[r["id"]] for r in records)


def _own(record: dict[str, Any], kind: type) -> list[str]:
    """The ids of objects of the same table that a record refers to."""
    within = record.get("within")
    answers = record.get("answers", []) if kind is Claim else []
    return [within, *answers] if within is not None else list(answers)


def _resolved(record: Any, kind: type, known: dict[str, Any]) -> Any:  # noqa: ANN401 - a part of a record
    """Put the objects in the place of their ids."""
    result = dict(record)
    for name in REFERENCES.get(kind, ()):
        value = result.get(name)
        if isinstance(value, list):
            result[name] = tuple(_known(v, known) for v in value)
        elif value is not None:
            result[name] = _known(value, known)
    for name in ("speaker", "targets", "imposers"):
        part = result.get(name)
        if isinstance(part, list):
            result[name] = [_resolved(p, Reference, known) for p in part]
        elif part is not None:
            result[name] = _resolved(part, Reference, known)
    return result


def _known(name: str, known: dict[str, Any]) -> Any:  # noqa: ANN401 - a model object
    if name not in known:
        raise InvalidRecordError(name, "the id of an object of the record", "record")
    return known[name]


def _explain(error: Exception) -> tuple[object, str, str]:
    """Say what cattrs found wrong, by the first of its messages."""
    from cattrs import transform_error  # noqa: PLC0415 - loaded on first use

    messages = transform_error(error, path="record")
    return str(error).splitlines()[0], f"a record ({messages[0]})", "record"
