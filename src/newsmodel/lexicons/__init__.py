"""What words mean, as data: lexicons and the tables that fill them."""

from newsmodel.lexicons.lexicon import Lexicon
from newsmodel.lexicons.loading import table, toml
from newsmodel.lexicons.phrases import Phrase, Words

__all__ = ["Lexicon", "Phrase", "Words", "table", "toml"]
