"""A story with its ceasefires: an article with a table more."""

from __future__ import annotations

import datetime as dt

import attrs
from attrs.validators import deep_iterable, instance_of

from newsmodel import Article, ArticleParser
from newsmodel_ceasefires.claims import RadioClaimParser
from newsmodel_ceasefires.model import Ceasefire
from newsmodel_ceasefires.parser import CeasefireParser
from newsmodel_ceasefires.places import FrontLocationParser


@attrs.frozen(kw_only=True, repr=False)
class CeasefireArticle(Article):
    """A news story and all that was read in it, ceasefires too."""

    ceasefires: tuple[Ceasefire, ...] = attrs.field(
        default=(), validator=deep_iterable(instance_of(Ceasefire), instance_of(tuple))
    )
    """Ceasefires, in order of the text."""


class CeasefireArticleParser(ArticleParser):
    """Reads a story with our places and our reporting verbs."""

    location_parser = FrontLocationParser
    claim_parser = RadioClaimParser


def parse(
    text: str,
    published: dt.date | dt.datetime | str | None = None,
    url: str | None = None,
) -> CeasefireArticle:
    """
    Read a news story and its ceasefires.

    Args:
        text: The story as plain text; any string will do.
        published: Day or time of publication, an object or its ISO 8601 form.
        url: Address, kept as given.

    Example:
        >>> article = parse("The truce was broken.", published="2023-06-10")
        >>> article.ceasefires[0].status
        <CeasefireStatus.BROKEN: 'broken'>
    """
    parser = CeasefireArticleParser()
    reading = parser.read(text, published=published)
    article = parser.join(reading, url=url)
    fields = {f.name: getattr(article, f.name) for f in attrs.fields(Article)}
    return CeasefireArticle(**fields, ceasefires=CeasefireParser().parse(reading))
