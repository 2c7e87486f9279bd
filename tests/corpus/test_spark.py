"""Stories on a real Spark session of this machine."""

import json
import os
import shutil
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from newsmodel.corpus import Columns, parse_corpus, spark
from newsmodel.errors import InvalidValueError, MissingExtraError
from newsmodel.exports.tables import TABLES


class Frame:
    """Looks like a frame of Spark, but for what it cannot do."""

    columns = ("id", "text")


def test_names_the_extra(monkeypatch: pytest.MonkeyPatch) -> None:
    """Without pyspark, the error says what to install."""
    pytest.importorskip("pyarrow")
    monkeypatch.setitem(sys.modules, "pyspark.sql.pandas.types", None)
    monkeypatch.setitem(sys.modules, "pyspark.sql.functions", None)
    with pytest.raises(MissingExtraError, match=r"newsmodel\[spark\]"):
        spark.parse(Frame())
    with pytest.raises(MissingExtraError, match=r"newsmodel\[spark\]"):
        spark.table(Frame(), "claims")


def test_refuses_wrong_names() -> None:
    """A frame without ids and a table that is none are told at once."""
    with pytest.raises(InvalidValueError, match="'number'"):
        spark.parse(Frame(), columns=Columns(id="number"))
    with pytest.raises(InvalidValueError, match="claims"):
        spark.table(Frame(), "people")


@pytest.fixture(scope="module")
def session() -> Iterator[Any]:
    """Start Spark with two workers on this machine alone."""
    pytest.importorskip("pyspark", reason="pyspark is not installed")
    if shutil.which("java") is None:
        pytest.skip("there is no Java")
    from pyspark.sql import SparkSession  # noqa: PLC0415 - where it is installed

    os.environ["PYSPARK_PYTHON"] = sys.executable
    builder = (
        SparkSession.builder.master("local[2]")
        .config("spark.ui.enabled", "false")
        .config("spark.driver.host", "127.0.0.1")
        .config("spark.driver.bindAddress", "127.0.0.1")
        .config("spark.sql.session.timeZone", "UTC")
        .config("spark.sql.shuffle.partitions", "2")
    )
    started = builder.getOrCreate()
    yield started
    started.stop()


@pytest.mark.slow
@pytest.mark.filterwarnings("ignore")
def test_rows_are_those_of_a_local_run(session: Any, tmp_path: Path) -> None:
    """Every table of a cluster is that of a local run, row for row."""
    records = [
        {
            "id": f"s{n}",
            "text": f"PARIS - Iran denied on Tuesday that it sent Russia {n} drones. "
            "The US imposed sanctions on Iran last month.",
            "published": "2023-06-10",
        }
        for n in range(8)
    ]
    records.append({"id": "bad", "text": "x", "published": "soon"})
    path = tmp_path / "news.jsonl"
    path.write_text("".join(json.dumps(r) + "\n" for r in records), encoding="utf-8")
    parse_corpus(path, tmp_path / "local", form="parquet")
    parsed = spark.parse(session.read.json(str(path)).repartition(3))
    parsed.write.parquet(str(tmp_path / "parsed"))
    parsed = session.read.parquet(str(tmp_path / "parsed"))

    failures = parsed.where("failure is not null").select("story").collect()
    assert [row.story for row in failures] == ["bad"]
    for name in TABLES:
        local = session.read.parquet(str(tmp_path / "local" / name))
        rows = spark.table(parsed, name)
        assert sorted(map(repr, rows.collect())) == sorted(map(repr, local.collect()))
