"""
newsmodel reads a news story as plain text into a typed, immutable model.

`parse` and `read` answer with an `Article`: who wrote it, who is in it, who says what
about whom, who sanctions whom, where and when, every value with the words it came
from.  No network, no model download, the same answer every time.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING

from newsmodel._version import __version__
from newsmodel.errors import (
    BrokenParserError,
    BrokenPromiseError,
    FolderInUseError,
    InvalidLexiconError,
    InvalidRecordError,
    InvalidSpanError,
    InvalidTypeError,
    InvalidValueError,
    InvalidWeightsError,
    LostWorkerError,
    MissingExtraError,
    NewsmodelError,
    TooLargeError,
    UnreadableFileError,
    UnresolvedReferenceError,
)
from newsmodel.model import (
    Actor,
    ActorKind,
    Article,
    Author,
    Claim,
    ClaimAct,
    ClaimForm,
    Location,
    LocationKind,
    Mention,
    MentionKind,
    Notice,
    Passage,
    Placement,
    Reference,
    Role,
    Sanction,
    SanctionMeasure,
    SanctionStatus,
    Span,
    TimeExpression,
    TimeKind,
)
from newsmodel.reader import parse, read

if TYPE_CHECKING:
    from newsmodel.corpus import parse_many
    from newsmodel.parsers import ArticleParser, Parser

__all__ = [
    "Actor",
    "ActorKind",
    "Article",
    "ArticleParser",
    "Author",
    "BrokenParserError",
    "BrokenPromiseError",
    "Claim",
    "ClaimAct",
    "ClaimForm",
    "FolderInUseError",
    "InvalidLexiconError",
    "InvalidRecordError",
    "InvalidSpanError",
    "InvalidTypeError",
    "InvalidValueError",
    "InvalidWeightsError",
    "Location",
    "LocationKind",
    "LostWorkerError",
    "Mention",
    "MentionKind",
    "MissingExtraError",
    "NewsmodelError",
    "Notice",
    "Parser",
    "Passage",
    "Placement",
    "Reference",
    "Role",
    "Sanction",
    "SanctionMeasure",
    "SanctionStatus",
    "Span",
    "TimeExpression",
    "TimeKind",
    "TooLargeError",
    "UnreadableFileError",
    "UnresolvedReferenceError",
    "__version__",
    "parse",
    "parse_many",
    "read",
]


def __getattr__(name: str) -> object:
    """Load what takes most of the import's time when it is first asked for."""
    if name in {"corpus", "parse_many"}:
        corpus = import_module("newsmodel.corpus")
        return corpus if name == "corpus" else getattr(corpus, name)
    if name in {"ArticleParser", "Parser", "parsers"}:
        parsers = import_module("newsmodel.parsers")
        return parsers if name == "parsers" else getattr(parsers, name)
    message = f"module {__name__!r} has no attribute {name!r}"
    raise AttributeError(message)
