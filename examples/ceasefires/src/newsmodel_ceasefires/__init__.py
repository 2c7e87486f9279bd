"""Read ceasefires in news stories: an example of extending newsmodel."""

from newsmodel_ceasefires.article import CeasefireArticle, CeasefireArticleParser, parse
from newsmodel_ceasefires.claims import RadioClaimParser
from newsmodel_ceasefires.model import Ceasefire, CeasefireStatus
from newsmodel_ceasefires.parser import CeasefireParser
from newsmodel_ceasefires.places import FrontGazetteer, FrontLocationParser
from newsmodel_ceasefires.table import CEASEFIRES, write

__all__ = [
    "CEASEFIRES",
    "Ceasefire",
    "CeasefireArticle",
    "CeasefireArticleParser",
    "CeasefireParser",
    "CeasefireStatus",
    "FrontGazetteer",
    "FrontLocationParser",
    "RadioClaimParser",
    "parse",
    "write",
]
