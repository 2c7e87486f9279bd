"""What a bio or a role says of an author's work."""

from __future__ import annotations

import re
from collections.abc import Iterator

from newsmodel.lexicons import toml
from newsmodel.model import Passage
from newsmodel.text import Document

_ROLE_REACH = 14
_IS = ("is", "was")
_ARTICLES = frozenset(("a", "an", "the", "our"))
_RANKS = frozenset(
    "staff senior chief deputy assistant associate special contributing freelance "
    "guest managing executive founding former acting general assignment in and".split()
)
_COVERS = re.compile(
    r"\b(?:[Cc]over(?:s|ed|ing)|[Ww]rites (?:about|on)|"
    r"[Rr]eport(?:s|ing) (?:on|about)|"
    r"[Ss]peciali[sz](?:es|ing) in)\s+([^,.;:()]{3,60})"
)
_STOP = re.compile(r"\s+(?:for|from|at|since|and has|before|with|based)\s")
_BIO_AT_MOST = 2000


def role_in(document: Document, bio: Passage) -> str | None:
    """Give the role that a bio's first "is a ..." names."""
    heads = frozenset(toml("layout.toml")["roles"]["heads"])
    first, stop = document.token_range(bio.start, bio.end)
    lower = document.lower
    for at in range(first, min(stop - 1, first + _ROLE_REACH)):
        if lower[at] in _IS and lower[at + 1] in _ARTICLES:
            for end in range(at + 2, min(stop, at + 9)):
                if lower[end] in heads:
                    return " ".join(document.words(at + 2, end + 1).text.split())
    return None


def beats_of(role: str | None, bio: Passage | None) -> tuple[str, ...]:
    """Give what an author covers, as role and bio say, in order, none twice."""
    found = list(_of_role(role)) if role else []
    if bio is not None:
        found += _of_bio(bio.text[:_BIO_AT_MOST])
    return tuple(dict.fromkeys(found))


def _of_role(role: str) -> Iterator[str]:
    heads = frozenset(toml("layout.toml")["roles"]["heads"])
    words = [
        word
        for word in role.split()
        if word.lower() not in _RANKS and word.lower() not in heads
    ]
    if words and len(words) < len(role.split()):
        yield " ".join(words)


def _of_bio(text: str) -> Iterator[str]:
    for match in _COVERS.finditer(text):
        yield _STOP.split(match[1])[0].strip()
