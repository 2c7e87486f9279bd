"""
schema.org JSON-LD: a `NewsArticle` with its authors, parties, places and claims.

The terms are those of https://schema.org/ (version 29); the context is inline, so no
reader needs the network.  A claim is a `Claim` with its `author` and what it is
`about`; a verbatim passage is a `Quotation` in it.  A country that acts stands as a
`GovernmentOrganization`, a group as an `Organization`: schema.org has no other kind of
party that may be the author of a claim.  A speaker who is no known actor is an
`Organization` with the story's words for a name.

What is lost: spans and mentions, acts but for their name as a keyword, targets but as
what a claim is about, times but for that of publication, sanctions, confidence.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from newsmodel.exports._columns import Story, keyed
from newsmodel.exports.sinks import TextSink, to_line, write_list
from newsmodel.model import (
    Actor,
    ActorKind,
    Article,
    Author,
    Claim,
    Location,
    LocationKind,
    Reference,
)

CONTEXT = {"@vocab": "https://schema.org/"}
"""The context of every document: all terms are of schema.org."""

_PARTIES: Mapping[ActorKind, str] = {
    ActorKind.PERSON: "Person",
    ActorKind.COUNTRY: "GovernmentOrganization",
    ActorKind.GOVERNMENT: "GovernmentOrganization",
    ActorKind.ORGANISATION: "Organization",
    ActorKind.MEDIA: "NewsMediaOrganization",
    ActorKind.GROUP: "Organization",
}
_PLACES: Mapping[LocationKind, str] = {
    LocationKind.CONTINENT: "Continent",
    LocationKind.COUNTRY: "Country",
    LocationKind.STATE: "State",
    LocationKind.CITY: "City",
    LocationKind.DISTRICT: "AdministrativeArea",
    LocationKind.WATER: "BodyOfWater",
    LocationKind.LANDFORM: "Landform",
}


def convert(article: Article) -> dict[str, Any]:
    """Give the JSON-LD of one article, with its context."""
    return {"@context": CONTEXT, **_article(article)}


def write(stories: Iterable[Story], sink: TextSink) -> None:
    """
    Write one document with all articles in its `@graph`.

    Args:
        stories: Articles, each alone or in a pair with an id of yours, which has no
            place here.
        sink: An open text file, standard output, anything that takes text.
    """
    head = f'{{"@context": {to_line(CONTEXT)}, "@graph": ['
    write_list(head, (_article(a) for a, _ in keyed(stories)), "\n]}", sink)


def _article(article: Article) -> dict[str, Any]:
    root = f"urn:sha256:{article.digest}"
    return _filled(
        {
            "@id": root,
            "@type": "NewsArticle",
            "url": article.url,
            "headline": article.headline and article.headline.text,
            "description": article.standfirst and article.standfirst.text,
            "dateline": article.dateline and article.dateline.text,
            "articleSection": article.section and article.section.text,
            "datePublished": article.published and article.published.isoformat(),
            "dateModified": article.modified and article.modified.isoformat(),
            "inLanguage": article.language,
            "author": [_author(a) for a in article.authors],
            "publisher": _named("Organization", article.publisher),
            "articleBody": article.body,
            "mentions": [_party(a, root) for a in article.actors],
            "contentLocation": [_place(p, root) for p in article.locations],
            "hasPart": [_claim(c, root) for c in article.claims],
        }
    )


def _author(author: Author) -> dict[str, Any]:
    return _filled(
        {
            "@type": "Person",
            "name": author.name,
            "givenName": author.given,
            "familyName": author.family,
            "jobTitle": author.role,
            "affiliation": _named("Organization", author.affiliation),
            "description": author.bio and author.bio.text,
            "email": author.email,
            "knowsAbout": list(author.beats),
        }
    )


def _party(actor: Actor, root: str) -> dict[str, Any]:
    roles = list(dict.fromkeys(role.passage.text for role in actor.roles))
    return _filled(
        {
            "@id": f"{root}#{actor.id}",
            "@type": _PARTIES[actor.kind],
            "name": actor.name,
            "alternateName": list(actor.aliases),
            "jobTitle": roles if actor.kind is ActorKind.PERSON else None,
        }
    )


def _place(place: Location, root: str) -> dict[str, Any]:
    inside = place.within and {"@id": f"{root}#{place.within.id}"}
    return _filled(
        {
            "@id": f"{root}#{place.id}",
            "@type": _PLACES.get(place.kind, "Place"),
            "name": place.name,
            "geo": _geo(place),
            "containedInPlace": inside,
            "sameAs": place.geonames_id
            and f"https://sws.geonames.org/{place.geonames_id}/",
        }
    )


def _geo(place: Location) -> dict[str, Any] | None:
    if place.latitude is None:
        return None
    return {
        "@type": "GeoCoordinates",
        "latitude": place.latitude,
        "longitude": place.longitude,
        "addressCountry": place.country,
    }


def _claim(claim: Claim, root: str) -> dict[str, Any]:
    speaker = _reference(claim.speaker, root)
    targets = [t.actor for t in claim.targets if t.actor]
    about = dict.fromkeys(a.id for a in (*targets, *claim.about))
    return _filled(
        {
            "@id": f"{root}#{claim.id}",
            "@type": "Claim",
            "text": claim.words,
            "author": speaker,
            "keywords": claim.act.value,
            "about": [{"@id": f"{root}#{name}"} for name in about],
            "appearance": {"@id": root},
            "isPartOf": claim.within and {"@id": f"{root}#{claim.within.id}"},
            "hasPart": list(_quotations(claim, speaker)),
        }
    )


def _quotations(claim: Claim, speaker: dict[str, Any] | None) -> Iterator[Any]:
    for quote in claim.quotes:
        quotation = {
            "@type": "Quotation",
            "text": quote.text,
            "spokenByCharacter": speaker,
        }
        yield _filled(quotation)


def _reference(side: Reference | None, root: str) -> dict[str, Any] | None:
    if side is None:
        return None
    if side.actor is None:
        return _named("Organization", side.name)
    return {"@id": f"{root}#{side.actor.id}"}


def _named(kind: str, name: str | None) -> dict[str, Any] | None:
    return {"@type": kind, "name": name} if name else None


def _filled(node: dict[str, Any]) -> dict[str, Any]:
    """Leave out what the story does not say."""
    return {k: v for k, v in node.items() if v not in (None, "", [])}
