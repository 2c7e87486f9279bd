"""The names that the tagger has read in a story, made to agree with one another."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from typing import Final

import attrs

from newsmodel.lexicons import _nations
from newsmodel.parsers._actors_words import divisions, openers
from newsmodel.parsers.reading import Reading
from newsmodel.tagging.evidence import Evidence, NameKind, NameSpan
from newsmodel.text import Document

SURE: Final = 0.4
"""Probability from which a learned name counts."""
_GIVEN: Final = 0.5
_FAMILY: Final = 1.5
"""What the first word of a name, and the last of a person's, say of that word alone."""
_DOUBT: Final = 0.5
"""What the votes are weighed against."""
_CERTAIN: Final = 0.97
"""Probability from which a name is what it is, whatever the rest of the story says."""

WHERE: Final = frozenset("in near at outside inside around".split())
"""Prepositions behind which the name of a town is no club's."""

Words = tuple[str, ...]


class Names:
    """
    The learned names of a story, by their tokens.

    One name is of one kind in nearly all stories (CoNLL-2003: 99 in 100), so the
    mentions of a name vote on its kind, and parts of a person's name are that person.

    Args:
        evidence: What the tagger has read.
        document: The story.
    """

    def __init__(self, evidence: Evidence, document: Document) -> None:
        self._texts = document.tokens.texts
        named = (s for s in evidence.names if _may_name(s, self._texts))
        apart = (part for s in named for part in _apart(s, self._texts))
        whole = _rejoined([_whole(s, self._texts) for s in apart], document)
        self._votes = _votes(whole, self._texts)
        spans = [self._repaired(s) for s in whole]
        self._spans = [s for s in spans if s.probability >= SURE]
        self._stops = [s.stop for s in self._spans]
        self._seen = {(s.first, s.stop): s.kind for s in spans}

    def between(self, first: int, stop: int) -> list[NameSpan]:
        """Give the names that share a token with `[first, stop)`, in order."""
        found = []
        at = bisect_right(self._stops, first)
        while at < len(self._spans) and self._spans[at].first < stop:
            found.append(self._spans[at])
            at += 1
        return found

    def weakly(self, first: int, stop: int) -> NameKind | None:
        """Give the kind of just these words, however unsure."""
        return self._seen.get((first, stop))

    def elected(self, first: int, stop: int) -> NameKind | None:
        """Give the kind that all mentions of some words in the story agree on."""
        votes = self._votes.get(tuple(self._texts[first:stop]), {})
        kind = max(votes, key=lambda k: votes[k], default=None)
        return kind if kind and votes[kind] >= SURE else None

    def _repaired(self, span: NameSpan) -> NameSpan:
        """Give a name the kind that the rest of the story tells."""
        if span.probability >= _CERTAIN:
            return span
        votes = self._votes[tuple(self._texts[span.first : span.stop])]
        kind = self.elected(span.first, span.stop) or span.kind
        if kind is span.kind and votes[kind] == span.probability:
            return span
        own = span.probability if kind is span.kind else 0.0
        sure = max(own, votes[kind] / (_DOUBT + sum(votes.values())))
        return attrs.evolve(span, kind=kind, probability=sure)


def read_names(reading: Reading) -> Names | None:
    """Give the learned names of a story; None where rules alone read it."""
    if reading.names is not None or reading.evidence is None:
        return reading.names
    return Names(reading.evidence, reading.document)


def _may_name(span: NameSpan, texts: Sequence[str]) -> bool:
    """Say whether words can be a name: not "I'll", "The", "D-Ohio" or "x7Kp2"."""
    words = texts[span.first : span.stop]
    contracted = len(words) == 1 and words[0].lower() in _CONTRACTED
    state = words[-1][-1] == "." or words[-1].isupper() or words[-1] in divisions()
    member = words[1:2] == ["-"] and state
    party = words[0] in _PARTIES and (member or len(words) == 1)
    letters = any(c.isalnum() for word in words for c in word)
    small = words[0].lower() in _SMALL and not words[0].isupper()
    return not (
        contracted
        or party
        or not letters
        or (small and len(words) == 1)
        or any(len(w) >= _LONG and _CODE.search(w) for w in words)
    )


_CONTRACTED = frozenset("i'll i'm i've i'd we'll we're we've you're they're".split())
_PARTIES = frozenset("DRI")
_SMALL = frozenset("& the a an of and for in on at to by with from".split())
_LONG = 8
_CODE = re.compile(r"[^\W\d_]\d+[^\W\d_]")
"""What addresses and tickers of bonds are made of: "dW1RrZqHf9"."""
_LEGAL = frozenset("Inc. Inc Corp. Corp Ltd. Ltd Co. PLC plc".split())
_OPENING = frozenset(('"', "“", "``"))


def _whole(span: NameSpan, texts: Sequence[str]) -> NameSpan:
    """Cut what is no part of a name: "Roe-" in "Roe-led", "Office of the", "Ann]"."""
    stop = min(_ticker(span, texts), _home(span, texts))
    first = max(
        (t + 1 for t in range(span.first, stop - 1) if texts[t] == "]"),
        default=span.first,
    )
    while stop > first + 1 and (texts[stop - 1] == "-" or texts[stop - 1] in _SMALL):
        stop -= 1
    whole = (first, stop) == (span.first, span.stop)
    return span if whole else attrs.evolve(span, first=first, stop=stop)


def _ticker(span: NameSpan, texts: Sequence[str]) -> int:
    """Give the end of a name before a ticker or an open quotation: "Roe Inc.| ROE"."""
    for at in range(span.first + 1, span.stop):
        open_quotation = texts[at] in _OPENING and texts[span.stop - 1].isalnum()
        legal = texts[at - 1] in _LEGAL and at > span.first + 1
        if open_quotation or (legal and texts[at].isupper() and at + 1 == span.stop):
            return at
    return span.stop


def _apart(span: NameSpan, texts: Sequence[str]) -> Iterator[NameSpan]:
    """Part two people who are joined: "Ann Lee| & |Carl Berg"."""
    first = span.first
    if span.kind is NameKind.PERSON:
        for at in range(span.first + 1, span.stop - 1):
            if texts[at] in _AND:
                yield attrs.evolve(span, first=first, stop=at)
                first = at + 1
    yield attrs.evolve(span, first=first) if first > span.first else span


_AND = frozenset(("&", "and"))


def _home(span: NameSpan, texts: Sequence[str]) -> int:
    """Give the end of a person's name before a state: "Jane Roe| of Ohio"."""
    of = span.first + 2
    while of < span.stop and texts[of] != "of":
        of += 1
    person = span.kind is NameKind.PERSON
    known = texts[of + 1 : span.stop] and texts[of + 1] in divisions()
    return of if person and known else span.stop


def _rejoined(spans: Iterable[NameSpan], document: Document) -> list[NameSpan]:
    """Join what belongs together: "Jane| D. Roe", "Committee| for a |Safe Port"."""
    found: list[NameSpan] = []
    for span in spans:
        last = found[-1] if found else None
        if last and last.kind is span.kind and _goes_on(last, span, document):
            probability = max(last.probability, span.probability)
            found[-1] = attrs.evolve(last, stop=span.stop, probability=probability)
        else:
            found.append(span)
    return found


def _goes_on(last: NameSpan, span: NameSpan, document: Document) -> bool:
    """Say whether a name is the rest of the one before."""
    texts, starts, ends = document.tokens
    between = tuple(texts[last.stop : span.first])
    if not between and _INITIAL.fullmatch(texts[span.first]):
        return True
    body = span.kind is NameKind.ORGANISATION and texts[last.stop - 1] in openers()
    if body and between in _FOR:
        return True
    if "\n" in document.text[ends[last.stop - 1] : starts[span.first]]:
        return False
    nickname = span.kind is NameKind.PERSON and 2 < len(between) <= _NICKNAME
    quoted = nickname and _QUOTES.issuperset((between[0], between[-1]))
    return quoted or (not between and _is_cut(last, span))


def _is_cut(last: NameSpan, span: NameSpan) -> bool:
    """Say whether one name was cut in two: "Ruth| Bader Roe", "First| Oslo Bank"."""
    several = span.stop - span.first > 1
    body = span.kind is NameKind.ORGANISATION and several
    return last.stop - last.first == 1 and (body or span.kind is NameKind.PERSON)


_NICKNAME = 4
_QUOTES = frozenset("\"“”'‘’")
_FOR = frozenset((("for",), ("for", "a"), ("for", "an"), ("for", "the")))
_INITIAL = re.compile(r"[^\W\d_]\.")


def _votes(
    spans: Iterable[NameSpan], texts: Sequence[str]
) -> dict[Words, dict[NameKind, float]]:
    """Count the mentions of each name by kind, weighed by how sure they are."""
    votes: dict[Words, dict[NameKind, float]] = {}
    for span in spans:
        words = tuple(texts[span.first : span.stop])
        voters = {words: 1.0}
        if span.kind is NameKind.PERSON and len(words) > 1:
            voters.update({words[:1]: _GIVEN, words[-1:]: _FAMILY})
        place = words[0] in _nations.names()
        if span.kind is NameKind.ORGANISATION and len(words) > 1 and not place:
            voters[words[:1]] = _GIVEN
        for voter, weight in voters.items():
            kinds = votes.setdefault(voter, {})
            kinds[span.kind] = kinds.get(span.kind, 0.0) + weight * span.probability
    return votes
