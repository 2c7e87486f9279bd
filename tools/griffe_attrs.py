"""
Griffe extension: show the constructors that attrs writes.

The reference generator reads sources and runs nothing, so it sees neither the
`__init__` of an attrs class nor the defaults that small functions give its fields.
This extension asks the class itself, once the package has been read.
"""

from __future__ import annotations

import importlib
from collections.abc import Iterator
from typing import Any

import attrs
import griffe


class AttrsExtension(griffe.Extension):
    """Gives each attrs class its constructor, and its fields their defaults."""

    def on_package(self, *, pkg: griffe.Module, **_: Any) -> None:  # noqa: ANN401 - griffe's hook
        """Go through all classes of a package that has just been read."""
        for found in _classes(pkg):
            kind = _load(found)
            if attrs.has(kind) and "__init__" not in found.members:
                fields = attrs.fields(kind)
                found.labels.add("attrs")
                found.set_member("__init__", _constructor(found, fields))
                _show_defaults(found, fields)


def _classes(owner: griffe.Module | griffe.Class) -> Iterator[griffe.Class]:
    for member in list(owner.members.values()):
        if member.is_alias:
            continue
        if isinstance(member, griffe.Class):
            yield member
        if isinstance(member, griffe.Module | griffe.Class):
            yield from _classes(member)


def _load(found: griffe.Class) -> type:
    loaded = importlib.import_module(found.module.path)
    for name in found.path.removeprefix(found.module.path + ".").split("."):
        loaded = getattr(loaded, name)
    return loaded


def _constructor(
    found: griffe.Class, fields: tuple[attrs.Attribute[Any], ...]
) -> griffe.Function:
    own = griffe.Parameter("self", kind=griffe.ParameterKind.positional_or_keyword)
    parameters = [_parameter(found, field) for field in fields if field.init]
    return griffe.Function(
        "__init__",
        parent=found,
        parameters=griffe.Parameters(own, *parameters),
        returns="None",
    )


def _parameter(found: griffe.Class, field: attrs.Attribute[Any]) -> griffe.Parameter:
    kinds = griffe.ParameterKind
    declared = found.all_members.get(field.name)
    return griffe.Parameter(
        field.alias or field.name,
        annotation=getattr(declared, "annotation", None),
        kind=kinds.keyword_only if field.kw_only else kinds.positional_or_keyword,
        default=_default(field),
        docstring=getattr(declared, "docstring", None),
    )


def _default(field: attrs.Attribute[Any]) -> str | None:
    if field.default is attrs.NOTHING:
        return None
    factory = getattr(field.default, "factory", None)
    return f"{factory.__name__}()" if factory else repr(field.default)


def _show_defaults(
    found: griffe.Class, fields: tuple[attrs.Attribute[Any], ...]
) -> None:
    """Show the default of a field in the place of `attrs.field(...)`."""
    for field in fields:
        member = found.members.get(field.name)
        if isinstance(member, griffe.Attribute):
            member.value = _default(field)
            member.labels.clear()
