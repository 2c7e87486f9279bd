"""The evaluation reads public corpora as they are distributed, and counts rightly."""

import importlib
import sys
from pathlib import Path
from typing import Any

import pytest

BENCHMARKS = Path(__file__).parent.parent / "benchmarks"
TEXT = "Oslo said on Monday that rain fell near Bergen."
TML = """<?xml version="1.0" ?><TimeML><DCT><TIMEX3 tid="t0" value="2024-05-14T09:00"
>14 May</TIMEX3></DCT><TEXT>It <EVENT eid="e1">opened <TIMEX3 tid="t1"
value="2024-05-13">on Monday</TIMEX3></EVENT> &amp; closed.</TEXT></TimeML>"""
XML = f"""<articles><article><dltime>2024-05-14</dltime><text>{TEXT}</text><toponyms>
<toponym><start>40</start><end>46</end><gaztag><lat>60.39</lat><lon>5.32</lon></gaztag>
</toponym><toponym><start>0</start><end>4</end></toponym></toponyms></article></articles>"""
COLUMNS = """-DOCSTART- -X- O O

Anna NNP I-NP I-PER
Berg NNP I-NP I-PER
left VBD I-VP O
Oslo NNP I-NP I-LOC
Bergen NNP I-NP B-LOC
"""
BRAT = (
    "T1\tSource 0 4\tOslo\nT2\tCue 5 9\tsaid\nT3\tContent 20 29;30 46\tthat ...\n"
    "T4\tAttribution 5 9\tsaid\nE1\tAttribution:T4 Content:T3 Cue:T2 Source:T1\n"
)


@pytest.fixture
def modules(monkeypatch: pytest.MonkeyPatch) -> tuple[Any, Any]:
    """Import the readers and the evaluation from their folder."""
    monkeypatch.syspath_prepend(str(BENCHMARKS))
    for name in ("_public", "_scores", "evaluation"):
        monkeypatch.delitem(sys.modules, name, raising=False)

    return importlib.import_module("_public"), importlib.import_module("evaluation")


class TestReaders:
    """Each reader gives texts with spans that fit them."""

    def test_polnear(self, modules: tuple[Any, Any], tmp_path: Path) -> None:
        """Roles come from the events, with all their spans."""
        (tmp_path / "text").mkdir()
        (tmp_path / "attributions").mkdir()
        (tmp_path / "text" / "a.txt").write_text(TEXT, encoding="utf-8")
        (tmp_path / "attributions" / "a_1.ann").write_text(BRAT, encoding="utf-8")
        (marked,) = modules[0].polnear(tmp_path)
        (found,) = marked.marks

        assert found.source == ((0, 4),)
        assert found.cue == ((5, 9),)
        assert found.content == ((20, 29), (30, 46))

    def test_timebank(self, modules: tuple[Any, Any], tmp_path: Path) -> None:
        """Nested elements count, the day of creation is no mark."""
        (tmp_path / "a.tml").write_text(TML, encoding="utf-8")
        (marked,) = modules[0].timebank(tmp_path)
        (mark,) = marked.marks

        assert marked.text == "It opened on Monday & closed."
        assert marked.published == "2024-05-14T09:00"
        assert marked.text[mark.start : mark.end] == "on Monday"
        assert mark.says == "2024-05-13"

    def test_toponyms(self, modules: tuple[Any, Any], tmp_path: Path) -> None:
        """A place without an entry has no point."""
        (tmp_path / "a.xml").write_text(XML, encoding="utf-8")
        (marked,) = modules[0].toponyms(tmp_path / "a.xml")

        assert [mark.says for mark in marked.marks] == [(60.39, 5.32), None]

    def test_conll(self, modules: tuple[Any, Any], tmp_path: Path) -> None:
        """B begins a name behind another of its type."""
        (tmp_path / "a").write_text(COLUMNS, encoding="utf-8")
        (marked,) = modules[0].conll(tmp_path / "a")

        words = [marked.text[m.start : m.end] for m in marked.marks]
        assert words == ["Anna Berg", "Oslo", "Bergen"]


class TestMain:
    """The command measures what it is given."""

    def test_json(
        self,
        modules: tuple[Any, Any],
        tmp_path: Path,
        monkeypatch: pytest.MonkeyPatch,
        capsys: pytest.CaptureFixture[str],
    ) -> None:
        """A corpus that is not given is not in the result."""
        (tmp_path / "a.xml").write_text(XML, encoding="utf-8")
        (tmp_path / "a").write_text(COLUMNS, encoding="utf-8")
        paths = ["--trnews", str(tmp_path / "a.xml"), "--conll", str(tmp_path / "a")]
        monkeypatch.setattr(sys, "argv", ["evaluation.py", *paths])
        modules[1].main()
        printed = capsys.readouterr().out

        assert '"overlap_f1": 1.0' in printed
        assert '"near": 1.0' in printed
        assert '"three_precision"' in printed
        assert "polnear" not in printed
