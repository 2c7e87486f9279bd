"""
The typed, immutable model of a news story.

All classes are frozen attrs classes with keyword-only constructors; sequences are
tuples.  Offsets are Unicode code points of `Article.text`, half-open.  Nothing in
here reads a text or a file.
"""

from newsmodel.model._checks import Moment
from newsmodel.model.actor import Actor, ActorKind, Role
from newsmodel.model.article import Article
from newsmodel.model.author import Author
from newsmodel.model.claim import Claim, ClaimAct, ClaimForm, Reference
from newsmodel.model.location import Location, LocationKind, Placement
from newsmodel.model.notice import Notice
from newsmodel.model.sanction import Sanction, SanctionMeasure, SanctionStatus
from newsmodel.model.span import Mention, MentionKind, Passage, Span
from newsmodel.model.time import TimeExpression, TimeKind

__all__ = [
    "Actor",
    "ActorKind",
    "Article",
    "Author",
    "Claim",
    "ClaimAct",
    "ClaimForm",
    "Location",
    "LocationKind",
    "Mention",
    "MentionKind",
    "Moment",
    "Notice",
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
]
