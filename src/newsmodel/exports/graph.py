"""
Who says what about whom, and who sanctions whom: a directed graph with many edges.

Nodes are actors, one for each name and kind, over all stories together.  An edge runs
from the speaker of a claim to each target and to each actor it is about, and from who
imposes a sanction to its target.  Files are GEXF 1.2, which Gephi and networkx read;
the extra `graph`.

What is lost: claims and sanctions without two ends, what is said but for its words,
mentions, places, layout.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING, Any

from newsmodel.exports._columns import Story, day, keyed
from newsmodel.exports._extras import load
from newsmodel.exports.sinks import TextSink
from newsmodel.model import Article, Claim, Reference, Sanction

if TYPE_CHECKING:
    import networkx as nx

Edge = tuple[Reference, Reference, dict[str, str | float]]

_NOT_XML = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_TODAY = re.compile(r' lastmodifieddate="[^"]*"')


def to_networkx(stories: Iterable[Story]) -> nx.MultiDiGraph[str]:
    """
    Give the graph of some stories.

    A node is called "kind:name" and has `label`, `kind` and, where known, `country`; a
    party that is no known actor has the kind "unknown".  An edge has `relation`
    ("targets", "mentions" or "sanctions"), `act` or `measure` and `status`, `words`,
    `confidence`, `article`, `story`, `source_id` (of the claim or sanction) and, where
    the story tells, `day`.

    Args:
        stories: Articles, each alone or in a pair with an id of yours.

    Raises:
        MissingExtraError: Without networkx.
    """
    graph = load("networkx", "graph").MultiDiGraph()
    for article, story in keyed(stories):
        key = {"article": article.digest, "story": story or article.url or ""}
        for start, stop, facts in _edges(article):
            ends = [_node(graph, side) for side in (start, stop)]
            graph.add_edge(*ends, **_clean(key | facts))
    return graph


def write(stories: Iterable[Story], sink: TextSink) -> None:
    """
    Write the graph as GEXF, the same for the same stories on any day.

    Args:
        stories: Articles, each alone or in a pair with an id of yours.
        sink: An open text file, standard output, anything that takes text.

    Raises:
        MissingExtraError: Without networkx.
    """
    graph = to_networkx(stories)
    for line in load("networkx", "graph").generate_gexf(graph):
        sink.write(_TODAY.sub("", line) + "\n")


def _edges(article: Article) -> Iterator[Edge]:
    for claim in article.claims:
        yield from _claim_edges(claim)
    for sanction in article.sanctions:
        facts = _sanction_facts(sanction)
        for imposer in sanction.imposers:
            yield from ((imposer, target, facts) for target in sanction.targets)


def _claim_edges(claim: Claim) -> Iterator[Edge]:
    if claim.speaker is None:
        return
    facts: dict[str, str | float] = {
        "source_id": claim.id,
        "act": claim.act.value,
        "words": claim.words,
        "confidence": float(claim.confidence),
        **_day(claim),
    }
    for target in claim.targets:
        yield claim.speaker, target, {"relation": "targets", **facts}
    aimed = {target.actor.id for target in claim.targets if target.actor}
    for actor in claim.about:
        if actor.id not in aimed and actor.mentions:
            side = Reference(mention=actor.mentions[0], actor=actor)
            yield claim.speaker, side, {"relation": "mentions", **facts}


def _sanction_facts(sanction: Sanction) -> dict[str, str | float]:
    return {
        "relation": "sanctions",
        "source_id": sanction.id,
        "measure": sanction.measure.value,
        "status": sanction.status.value,
        "words": sanction.trigger.text,
        "confidence": float(sanction.confidence),
        **_day(sanction),
    }


def _day(dated: Claim | Sanction) -> dict[str, str | float]:
    if dated.when is None or dated.when.earliest is None:
        return {}
    return {"day": day(dated.when.earliest).isoformat()}


def _node(graph: Any, side: Reference) -> str:  # noqa: ANN401 - a graph of networkx
    """Add the node of a party, unless it is there, and give its name."""
    kind = side.actor.kind.value if side.actor else "unknown"
    label = " ".join(side.name.split())
    country = side.actor.country if side.actor else None
    facts = {"label": label, "kind": kind, **({"country": country} if country else {})}
    name = _NOT_XML.sub("\ufffd", f"{kind}:{label}")
    graph.add_node(name, **_clean(facts))
    return name


def _clean(facts: dict[str, Any]) -> dict[str, Any]:
    """Replace what XML cannot hold."""
    return {
        name: _NOT_XML.sub("\ufffd", value) if isinstance(value, str) else value
        for name, value in facts.items()
    }
