"""
JSON Schema of the record, generated from the model.

Dialect 2020-12.  `$id` has the version of the record's form; fields are described by
the docstrings of the model.
"""

from __future__ import annotations

import ast
import datetime as dt
import enum
import inspect
import textwrap
from functools import cache
from itertools import pairwise
from types import NoneType, UnionType
from typing import Any, Union, get_args, get_origin, get_type_hints

import attrs

from newsmodel.exports.records import REFERENCES, VERSION
from newsmodel.model import Article
from newsmodel.model._checks import country, not_empty, probability

_PLAIN = {str: "string", int: "integer", float: "number", bool: "boolean"}
_MOMENT = {
    "type": "string",
    "pattern": r"^\d{4}-\d{2}-\d{2}(T\d{2}:\d{2}.*)?$",
    "description": "A day or a time, ISO 8601.",
}
_RULES: dict[object, dict[str, Any]] = {
    not_empty: {"minLength": 1},
    probability: {"minimum": 0, "maximum": 1},
    country: {"pattern": "^[A-Z]{2}$"},
}


def json_schema() -> dict[str, Any]:
    """Give the JSON Schema of an article's record, a new dict each time."""
    classes: dict[str, dict[str, Any]] = {}
    article = _object(Article, classes)
    version = {"const": VERSION, "description": "Version of the record's form."}
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "$id": f"urn:newsmodel:record:{VERSION}",
        "title": "Article",
        **article,
        "properties": {"version": version, **article["properties"]},
        "required": ["version", *article["required"]],
        "$defs": dict(sorted(classes.items())),
    }


def _object(kind: type, classes: dict[str, dict[str, Any]]) -> dict[str, Any]:
    """Describe an attrs class; classes that it needs go into `classes`."""
    hints, words = get_type_hints(kind), _docstrings(kind)
    properties = {}
    for field in attrs.fields(kind):
        referred = field.name in REFERENCES.get(kind, ())
        form = _form(hints[field.name], classes, referred=referred)
        form |= _RULES.get(field.validator, {})
        about = {"description": words[field.name]} if field.name in words else {}
        properties[field.name] = form | about
    required = [f.name for f in attrs.fields(kind) if f.default is attrs.NOTHING]
    return {
        "description": inspect.cleandoc(kind.__doc__ or "").partition("\n\n")[0],
        "type": "object",
        "properties": properties,
        "required": required,
        "additionalProperties": False,
    }


def _form(
    hint: Any,  # noqa: ANN401 - a type
    classes: dict[str, dict[str, Any]],
    *,
    referred: bool,
) -> dict[str, Any]:
    """Describe a type; an object that is `referred` to is its id."""
    parts = [part for part in get_args(hint) if part not in (NoneType, ...)]
    if get_origin(hint) is tuple:
        items = _form(parts[0], classes, referred=referred)
        return {"type": "array", "items": items}
    if get_origin(hint) in (Union, UnionType):
        if dt.date in parts:
            return _or_null(dict(_MOMENT))
        return _or_null(_form(parts[0], classes, referred=referred))
    if hint in _PLAIN:
        return {"type": _PLAIN[hint]}
    return {"type": "string"} if referred else _reference(hint, classes)


def _or_null(form: dict[str, Any]) -> dict[str, Any]:
    if "type" in form:
        return form | {"type": [form["type"], "null"]}
    return {"anyOf": [form, {"type": "null"}]}


def _reference(kind: type, classes: dict[str, dict[str, Any]]) -> dict[str, Any]:
    if kind.__name__ not in classes:
        classes[kind.__name__] = {}
        described = _enumeration(kind) if issubclass(kind, enum.Enum) else None
        classes[kind.__name__] = described or _object(kind, classes)
    return {"$ref": f"#/$defs/{kind.__name__}"}


def _enumeration(kind: type[enum.Enum]) -> dict[str, Any]:
    """Describe an enumeration: each value with its meaning."""
    words = _docstrings(kind)
    values = [
        {"const": member.value, "description": words.get(member.name, "")}
        for member in kind
    ]
    summary = inspect.cleandoc(kind.__doc__ or "").partition("\n\n")[0]
    return {"description": summary, "oneOf": values}


@cache
def _docstrings(kind: type) -> dict[str, str]:
    """Give the strings under the fields of a class and of those it inherits from."""
    found: dict[str, str] = {}
    for base in reversed(kind.__mro__):
        if base.__module__.startswith("newsmodel."):
            found |= _own_docstrings(base)
    return found


def _own_docstrings(kind: type) -> dict[str, str]:
    try:
        source = textwrap.dedent(inspect.getsource(kind))
    except OSError:
        return {}
    (node,) = ast.parse(source).body
    body = getattr(node, "body", [])
    return {
        _name(field): inspect.cleandoc(words.value.value).strip()
        for field, words in pairwise(body)
        if _name(field)
        and isinstance(words, ast.Expr)
        and isinstance(words.value, ast.Constant)
        and isinstance(words.value.value, str)
    }


def _name(node: ast.stmt) -> str:
    """Name the field that a statement declares, or nothing."""
    if isinstance(node, ast.AnnAssign) and isinstance(node.target, ast.Name):
        return node.target.id
    if isinstance(node, ast.Assign) and isinstance(node.targets[0], ast.Name):
        return node.targets[0].id
    return ""
