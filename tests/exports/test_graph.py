"""The graph of parties, as networkx and as GEXF."""

import sys
from pathlib import Path

import networkx as nx
import pytest
from hypothesis import given
from hypothesis import strategies as st

import newsmodel
from newsmodel import Article, MissingExtraError
from newsmodel.exports import graph
from newsmodel.exports.sinks import open_text
from newsmodel.strategies import articles, texts

STORY = (
    "Ukraine accused Iran of helping Russia. On Tuesday the US imposed sanctions on "
    "Iran over its drones."
)


@pytest.fixture(scope="module")
def path(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Give a file that each example writes anew."""
    return tmp_path_factory.mktemp("graph") / "graph.gexf"


def edges(found: nx.MultiDiGraph) -> list[str]:
    """Give all edges with what they say, in a fixed order."""
    skipped = {"id", "networkx_key", "key"}
    return sorted(
        repr(
            (start, stop, sorted((k, v) for k, v in facts.items() if k not in skipped))
        )
        for start, stop, facts in found.edges(data=True)
    )


class TestGraph:
    """to_networkx."""

    def test_shows_who_says_what_about_whom(self) -> None:
        """An edge for each target, each actor named, each sanction."""
        found = graph.to_networkx([newsmodel.parse(STORY, published="2023-06-10")])
        shown = {
            (start.partition(":")[2], facts["relation"], stop.partition(":")[2])
            for start, stop, facts in found.edges(data=True)
        }

        assert ("Ukraine", "targets", "Iran") in shown
        assert ("Ukraine", "mentions", "Russia") in shown
        assert ("United States", "sanctions", "Iran") in shown

    def test_one_actor_of_two_stories_is_one_node(self) -> None:
        """Nodes are shared, edges know their story."""
        article = newsmodel.parse(STORY)
        one, two = (
            graph.to_networkx([("a", article), ("b", article)][:n]) for n in (1, 2)
        )

        assert set(one.nodes) == set(two.nodes)
        assert two.number_of_edges() == 2 * one.number_of_edges()
        assert {facts["story"] for *_, facts in two.edges(data=True)} == {"a", "b"}


class TestWrite:
    """write."""

    @given(found=st.lists(articles() | texts().map(newsmodel.parse), max_size=2))
    def test_export_round_trips(self, path: Path, found: list[Article]) -> None:
        """A reader gets its nodes, its edges and all that they say."""
        with open_text(path) as file:
            graph.write(found, file)
        read = nx.read_gexf(path)
        made = graph.to_networkx(found)

        assert dict(read.nodes(data=True)) == dict(made.nodes(data=True))
        if made.number_of_edges():
            assert edges(read) == edges(made)

    def test_is_the_same_on_any_day(self, path: Path) -> None:
        """No date of today is in it."""
        with open_text(path) as file:
            graph.write([newsmodel.parse(STORY)], file)

        assert "lastmodified" not in path.read_text(encoding="utf-8")

    def test_names_the_extra(self, monkeypatch: pytest.MonkeyPatch) -> None:
        """Without networkx the error says what to install."""
        monkeypatch.setitem(sys.modules, "networkx", None)
        with pytest.raises(MissingExtraError, match=r"newsmodel\[graph\]"):
            graph.to_networkx([])
