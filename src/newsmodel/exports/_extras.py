"""Libraries of the extras, loaded when a function needs one."""

from __future__ import annotations

from importlib import import_module
from typing import Any

from newsmodel.errors import MissingExtraError


def load(module: str, extra: str) -> Any:  # noqa: ANN401 - a module
    """
    Import a module that an extra brings.

    Raises:
        MissingExtraError: If it is not installed.
    """
    try:
        return import_module(module)
    except ImportError as error:
        raise MissingExtraError(module.partition(".")[0], extra) from error
