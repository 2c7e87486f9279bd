"""`newsmodel schema`."""

import json

import pytest

from newsmodel.cli import main
from newsmodel.exports.schema import json_schema


def test_prints_the_schema(capsys: pytest.CaptureFixture[str]) -> None:
    """What is printed is the schema and nothing else."""
    assert main(["schema"]) == 0

    assert json.loads(capsys.readouterr().out) == json_schema()
