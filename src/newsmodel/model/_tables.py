"""What holds between the parts of an article."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import TYPE_CHECKING

from newsmodel.errors import InvalidValueError, UnresolvedReferenceError
from newsmodel.model.span import Span, check_inside

if TYPE_CHECKING:
    from newsmodel.model.article import Article
    from newsmodel.model.claim import Claim, Reference

ZONES = ("headline", "standfirst", "byline", "dateline", "date_line", "section")
LISTS = ("paragraphs", "related", "furniture", "times")
TABLES = ("actors", "locations", "claims", "sanctions")


def check_tables(article: Article) -> None:
    """Check spans, order, ids and references of an article."""
    text = article.text
    for place, span in _spans(article):
        check_inside(span, text, place)
    for name in LISTS:
        starts = [p.start for p in getattr(article, name)]
        if starts != sorted(starts):
            raise InvalidValueError(starts, "order of the text", f"Article.{name}")
    for name in TABLES:
        ids = [o.id for o in getattr(article, name)]
        if len(set(ids)) < len(ids):
            raise InvalidValueError(ids, "unique ids", f"Article.{name}")
    _check_references(article)


def _spans(article: Article) -> Iterator[tuple[str, Span]]:
    for name in ZONES:
        if (zone := getattr(article, name)) is not None:
            yield f"Article.{name}", zone
    for name in LISTS:
        yield from ((f"Article.{name}", p) for p in getattr(article, name))
    yield from _party_spans(article)
    yield from _claim_spans(article)
    yield from (("Article.notices", n.span) for n in article.notices if n.span)


def _party_spans(article: Article) -> Iterator[tuple[str, Span]]:
    for author in article.authors:
        yield from ((repr(author), m) for m in author.mentions)
        if author.bio:
            yield repr(author), author.bio
    for actor in article.actors:
        yield from ((actor.id, m) for m in actor.mentions)
        yield from ((actor.id, r.passage) for r in actor.roles)
    for location in article.locations:
        yield from ((location.id, m) for m in location.mentions)
        if location.placement:
            yield location.id, location.placement.passage


def _claim_spans(article: Article) -> Iterator[tuple[str, Span]]:
    for claim in article.claims:
        yield from ((claim.id, p) for p in (*claim.content, *claim.quotes))
        yield from ((claim.id, r.mention) for r in _sides(claim))
        yield from ((claim.id, p) for p in (claim.cue, claim.when) if p)
    for sanction in article.sanctions:
        yield sanction.id, sanction.trigger
        sides = (*sanction.imposers, *sanction.targets)
        yield from ((sanction.id, r.mention) for r in sides)
        yield from ((sanction.id, p) for p in (sanction.when, sanction.reason) if p)


def _sides(claim: Claim) -> tuple[Reference, ...]:
    return (claim.speaker, *claim.targets) if claim.speaker else claim.targets


def _check_references(article: Article) -> None:
    actors = {a.id: a for a in article.actors}
    claims = {c.id: c for c in article.claims}
    places = {p.id: p for p in article.locations}
    for claim in article.claims:
        sides = (r.actor for r in _sides(claim))
        _known(claim.id, (*sides, *claim.about), actors)
        _known(claim.id, (claim.within, *claim.answers), claims)
    for sanction in article.sanctions:
        sides = (r.actor for r in (*sanction.imposers, *sanction.targets))
        _known(sanction.id, sides, actors)
        _known(sanction.id, (sanction.claim,), claims)
    for place in article.locations:
        _known(place.id, (place.within,), places)


def _known(
    place: str, objects: Iterable[object | None], table: Mapping[str, object]
) -> None:
    for found in objects:
        if found is None:
            continue
        own = table.get(getattr(found, "id", ""))
        if own is not found and own != found:
            raise UnresolvedReferenceError(found, "an object of its table", place)
