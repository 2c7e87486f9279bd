"""
FollowTheMoney entities (https://followthemoney.tech/), one JSON object a line.

Each story is an `Article`; its authors are words of it; actors with a name are a
`Person`, a `PublicBody` (countries and governments), an `Organization`, or a
`LegalEntity` (groups); a `Mention` ties each to the story; a `Sanction` stands for
each target, once.  Ids are hashes of the story's digest and our ids, so that the same
story gives the same ids, and two stories never share an entity: whether two are one
is for a person or a matcher to say.

What is lost: claims, places, times, spans, sanctions without a known target.
"""

from __future__ import annotations

import hashlib
import unicodedata
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from newsmodel.exports._columns import Story, day, keyed
from newsmodel.exports.sinks import TextSink, to_line
from newsmodel.model import Actor, ActorKind, Article, Moment, Passage, Sanction

_SCHEMATA: Mapping[ActorKind, str] = {
    ActorKind.PERSON: "Person",
    ActorKind.COUNTRY: "PublicBody",
    ActorKind.GOVERNMENT: "PublicBody",
    ActorKind.ORGANISATION: "Organization",
    ActorKind.MEDIA: "Organization",
    ActorKind.GROUP: "LegalEntity",
}
_WEB = ("http://", "https://")


def convert(article: Article) -> Iterator[dict[str, Any]]:
    """Give the entities of one article: itself, actors with mentions, sanctions."""
    yield _article(article)
    for actor in article.actors:
        yield _actor(actor, article)
        yield _mention(actor, article)
    for sanction in article.sanctions:
        yield from _sanctions(sanction, article)


def write(stories: Iterable[Story], sink: TextSink) -> None:
    """
    Write a line for each entity.

    Args:
        stories: Articles, each alone or in a pair with an id of yours, which has no
            place here.
        sink: An open text file, standard output, anything that takes text.
    """
    for article, _ in keyed(stories):
        for entity in convert(article):
            sink.write(to_line(entity) + "\n")


def _article(article: Article) -> dict[str, Any]:
    url = article.url if article.url and article.url.startswith(_WEB) else None
    return _entity(
        "Article",
        _id(article),
        title=_words(article.headline),
        summary=_words(article.standfirst),
        author=[author.name for author in article.authors],
        publisher=article.publisher,
        publishedAt=_date(article.published),
        modifiedAt=_date(article.modified),
        sourceUrl=url,
    )


def _actor(actor: Actor, article: Article) -> dict[str, Any]:
    is_person = actor.kind is ActorKind.PERSON
    roles = [role.passage.text for role in actor.roles]
    return _entity(
        _SCHEMATA[actor.kind],
        _id(article, actor.id),
        name=actor.name,
        alias=actor.aliases,
        country=actor.country and actor.country.lower(),
        position=roles if is_person else None,
        proof=_id(article),
    )


def _mention(actor: Actor, article: Article) -> dict[str, Any]:
    return _entity(
        "Mention",
        _id(article, actor.id, "mention"),
        document=_id(article),
        resolved=_id(article, actor.id),
        name=[actor.name, *actor.aliases],
    )


def _sanctions(sanction: Sanction, article: Article) -> Iterator[dict[str, Any]]:
    targets = {t.actor.id for t in sanction.targets if t.actor}
    day_of_it = sanction.when.earliest if sanction.when else None
    for target in sorted(targets):
        yield _entity(
            "Sanction",
            _id(article, sanction.id, target),
            entity=_id(article, target),
            authority=[side.name for side in sanction.imposers],
            provisions=sanction.measure.value,
            status=sanction.status.value,
            reason=_words(sanction.reason),
            date=_date(day_of_it),
            summary=sanction.trigger.text,
            proof=_id(article),
        )


def _entity(
    schema: str, identity: str, **properties: str | Iterable[str] | None
) -> dict[str, Any]:
    values = {name: _values(given) for name, given in properties.items()}
    filled = {name: found for name, found in values.items() if found}
    return {"id": identity, "schema": schema, "properties": filled}


def _words(passage: Passage | None) -> str | None:
    return passage.text if passage else None


def _values(given: str | Iterable[str] | None) -> list[str]:
    """Give each value once, as the package would clean it, nothing empty."""
    texts = [given] if isinstance(given, str) else given or ()
    return list(dict.fromkeys(filter(None, map(_clean, texts))))


def _clean(text: str) -> str:
    """Compose letters (NFC), fold white space, drop control and format characters."""
    seen = (char for char in text if char.isprintable() or char.isspace())
    return unicodedata.normalize("NFC", " ".join("".join(seen).split()))


def _date(moment: Moment | None) -> str | None:
    return day(moment).isoformat() if moment else None


def _id(article: Article, *parts: str) -> str:
    words = "/".join((article.digest, *parts))
    return "newsmodel-" + hashlib.sha256(words.encode()).hexdigest()[:40]
