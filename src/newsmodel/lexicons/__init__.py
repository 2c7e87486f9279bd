"""What words mean, as data: lexicons and the tables that fill them."""

from newsmodel.lexicons.gazetteer import Gazetteer, WorldGazetteer
from newsmodel.lexicons.lexicon import Lexicon
from newsmodel.lexicons.loading import table, toml
from newsmodel.lexicons.phrases import Phrase, Words
from newsmodel.lexicons.place import Place

__all__ = [
    "Gazetteer",
    "Lexicon",
    "Phrase",
    "Place",
    "Words",
    "WorldGazetteer",
    "table",
    "toml",
]
