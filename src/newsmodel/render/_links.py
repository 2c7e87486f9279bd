"""Links: who speaks about whom and who restricts whom, and the picture of it."""

from __future__ import annotations

import enum
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping

import attrs

from newsmodel.model import Article, Claim
from newsmodel.render._marks import measure, words


class LinkKind(enum.StrEnum):
    """How one party turns to another."""

    AIMED = "aimed"
    """A claim is aimed at it: it is accused, urged, praised, asked."""
    ABOUT = "about"
    """A claim speaks of it."""
    SANCTION = "sanction"
    """A sanction is laid on it."""


@attrs.frozen(kw_only=True)
class Link:
    """What one party says of another or does to it, all occasions together."""

    source: str
    """Name of who speaks or imposes."""
    target: str
    """Name of who is spoken of or restricted."""
    kind: LinkKind
    """How."""
    acts: Mapping[str, int]
    """What it does, and how often: {"accusation": 2}."""

    @property
    def count(self) -> int:
        """The number of occasions."""
        return sum(self.acts.values())


@attrs.frozen(kw_only=True)
class Curve:
    """The line of a link, from a row on the left to a row on the right."""

    link: Link
    """What it stands for."""
    start: float
    """Middle of the row on the left, in rows from the top."""
    end: float
    """Middle of the row on the right, in rows from the top."""


@attrs.frozen(kw_only=True)
class Network:
    """Who is linked to whom: two columns of names and the lines between them."""

    sources: tuple[str, ...]
    """Names on the left, those with most to say first."""
    targets: tuple[str, ...]
    """Names on the right, each near those it is linked to."""
    curves: tuple[Curve, ...]
    """The lines, thin ones last."""

    @property
    def rows(self) -> int:
        """The number of rows of the longer column."""
        return max(len(self.sources), len(self.targets))


def links(article: Article) -> tuple[Link, ...]:
    """Give the links of an article, in the order of their first occasion."""
    found: dict[tuple[str, str, LinkKind], Counter[str]] = {}
    for source, target, kind, act in _occasions(article):
        if source != target:
            found.setdefault((source, target, kind), Counter())[act] += 1
    return tuple(
        Link(source=source, target=target, kind=kind, acts=acts)
        for (source, target, kind), acts in found.items()
    )


def network(found: Iterable[Link]) -> Network:
    """Lay links out in two columns, with few crossings."""
    found = sorted(found, key=lambda link: -link.count)
    said = Counter[str]()
    for link in found:
        said[link.source] += link.count
    sources = {name: row for row, (name, _) in enumerate(said.most_common())}
    rows: dict[str, list[int]] = {}
    for link in found:
        rows.setdefault(link.target, []).append(sources[link.source])
    order = sorted(rows, key=lambda name: sum(rows[name]) / len(rows[name]))
    targets = {name: row for row, name in enumerate(order)}
    curves = (
        Curve(
            link=link, start=sources[link.source] + 0.5, end=targets[link.target] + 0.5
        )
        for link in found
    )
    return Network(sources=tuple(sources), targets=tuple(targets), curves=tuple(curves))


def _occasions(article: Article) -> Iterator[tuple[str, str, LinkKind, str]]:
    for claim in article.claims:
        if claim.speaker:
            yield from _spoken(claim, claim.speaker.name)
    for sanction in article.sanctions:
        for imposer in sanction.imposers:
            for target in sanction.targets:
                act = f"{measure(sanction)}, {words(sanction.status)}"
                yield imposer.name, target.name, LinkKind.SANCTION, act


def _spoken(claim: Claim, speaker: str) -> Iterator[tuple[str, str, LinkKind, str]]:
    targets = dict.fromkeys(t.name for t in claim.targets)
    for name in targets:
        yield speaker, name, LinkKind.AIMED, claim.act.value
    for name in dict.fromkeys(a.name for a in claim.about):
        if name not in targets:
            yield speaker, name, LinkKind.ABOUT, claim.act.value
