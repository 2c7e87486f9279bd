"""
Parsers: one subclass of `Parser` a file, from a `Reading` to model objects.

`ArticleParser` joins them.  To extend one, subclass it, replace a lexicon or a hook,
and name the subclass in a subclass of `ArticleParser`.
"""

from newsmodel.parsers.actors import ActorParser
from newsmodel.parsers.article import ArticleParser
from newsmodel.parsers.authors import AuthorParser
from newsmodel.parsers.base import Parser
from newsmodel.parsers.claims import ClaimParser
from newsmodel.parsers.layout import LayoutParser
from newsmodel.parsers.locations import LocationParser
from newsmodel.parsers.reading import Reading, Zone, ZoneKind
from newsmodel.parsers.sanctions import SanctionParser
from newsmodel.parsers.times import TimeParser

__all__ = [
    "ActorParser",
    "ArticleParser",
    "AuthorParser",
    "ClaimParser",
    "LayoutParser",
    "LocationParser",
    "Parser",
    "Reading",
    "SanctionParser",
    "TimeParser",
    "Zone",
    "ZoneKind",
]
