"""Quotations that no cue has taken: who says them by their place alone."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from newsmodel.parsers import _clauses as c
from newsmodel.parsers._claims_agents import clause_subject, opening_name
from newsmodel.parsers._claims_draft import Draft
from newsmodel.parsers._claims_forms import Cue
from newsmodel.parsers._claims_sources import Source
from newsmodel.parsers._clauses import Clauses, Phrase

LONG = 5
"""Tokens from which a quotation that stands free is somebody's words."""


def take_quotations(clauses: Clauses, drafts: list[Draft]) -> list[Draft]:
    """
    Give each free quotation to the claim before it, or to a claim of its own.

    A quotation that follows one with a cue in its paragraph goes on with it, and so
    does a paragraph that is all quotation behind a quotation; behind a colon or another
    claim it is a claim of its own, said by that speaker.
    """
    taken = _taken(clauses, drafts)
    drafts = sorted(drafts, key=_place)
    added: list[Draft] = []
    number = 0
    quoted: Draft | None = None
    for opening, stop in sorted(clauses.quote_stops.items()):
        while number < len(drafts) and _place(drafts[number]) < opening:
            if _is_quoting(clauses, drafts[number]):
                quoted = drafts[number]
            number += 1
        if taken[opening] or not _is_read(clauses, opening):
            continue
        if quoted is not None and _continues(clauses, quoted, opening, stop):
            quoted.content.append(Phrase(opening, stop))
        elif _stands_free(clauses, opening, stop):
            draft = _floating(clauses, opening, stop)
            if draft is not None:
                added.append(draft)
                quoted = draft
    return sorted(drafts + added, key=_place)


def _place(draft: Draft) -> int:
    return min(draft.content[0].first, draft.begin)


def _is_quoting(clauses: Clauses, draft: Draft) -> bool:
    return any(
        clauses.quoted[p.stop - 1] or clauses.quoted[p.first] for p in draft.content
    )


def _taken(clauses: Clauses, drafts: list[Draft]) -> bytearray:
    taken = bytearray(len(clauses.texts) + 1)
    for draft in drafts:
        for first, stop in draft.content:
            taken[first:stop] = b"\x01" * (stop - first)
        if draft.pattern == "turn" and draft.sentence.first:
            taken[draft.sentence.first - 1] = 1  # a mark before the name
    return taken


def _is_read(clauses: Clauses, token: int) -> bool:
    if not clauses.ranges:
        return False
    first, stop = clauses.stretch(token)
    return first <= token < stop


def _continues(clauses: Clauses, draft: Draft, opening: int, stop: int) -> bool:
    """Say whether a quotation goes on with that of a claim."""
    last = max(p.stop for p in draft.content)
    if last > opening:
        return False
    between = max(last, draft.cue.stop)
    here = clauses.stretch(opening)
    if clauses.stretch(between - 1) == here:
        begins = clauses.sentence(opening).first == opening
        return begins and clauses.sentence(between - 1).stop >= opening
    before = clauses.stretch(here.first - 1) if here.first else here
    if before.first > between - 1 or opening != here.first:
        return False
    if clauses.texts[before.stop - 1] == ":":
        return False
    ends = clauses.sentence(between - 1).stop >= before.stop
    whole = stop >= here.stop - 1 or draft.content[-1].first in clauses.continued
    return ends and whole


def _stands_free(clauses: Clauses, opening: int, stop: int) -> bool:
    first, end = clauses.stretch(opening)
    return opening == first and stop >= end - 1 and stop - opening >= LONG


def _floating(clauses: Clauses, opening: int, stop: int) -> Draft | None:
    """The claim of a quotation behind a paragraph that ends with a colon."""
    colon = opening - 1
    if colon < 1 or clauses.texts[colon] != ":":
        return None
    sentence = clauses.sentence(colon)
    within = (clauses, sentence.first, colon)
    speaker = clause_subject(*within) or opening_name(*within)
    cue = Cue(colon, colon, colon + 1, "statement", frozenset(("clause",)))
    draft = Draft(cue, speaker, sentence, [Phrase(opening, stop)])
    draft.pattern = "colon"
    return draft


def turns(clauses: Clauses) -> Iterator[Draft]:
    """Give the turns of a transcript, and "Name: words" of headlines."""
    found = [d for d in (_turn(clauses, *r) for r in clauses.ranges) if d is not None]
    names = Counter(clauses.lower[d.sentence.first] for d in found)
    headline = clauses.ranges[0][0] if clauses.ranges else -1
    for draft in found:
        name = clauses.lower[draft.sentence.first]
        colon = draft.source.stop if draft.source else 0
        quoted = colon + 1 in clauses.quote_stops
        if (
            quoted
            or names[name] > 1
            or (len(found) > 2 and clauses.texts[draft.sentence.first].isupper())
            or (draft.sentence.first == headline and _is_name(clauses, headline, colon))
        ):
            yield draft


_OPENING = frozenset(('"', "“", "''"))
_LABELS = frozenset(
    "update video watch exclusive breaking opinion analysis editorial live latest "
    "photo photos note email correction source related read more explainer "
    "review".split()
)


def _is_name(clauses: Clauses, first: int, stop: int) -> bool:
    return stop - first <= 4 and _LABELS.isdisjoint(clauses.lower[first:stop])


def answers(clauses: Clauses) -> Iterator[Draft]:
    """Give the answers of an interview, "A: It rained.", where it has questions too."""
    begins = [r for r in clauses.ranges if clauses.texts[r[0] + 1 : r[0] + 2] == [":"]]
    letters = Counter(clauses.texts[first] for first, _ in begins)
    if min(letters[QUESTION], letters[ANSWER]) < len(("once", "again")):
        return
    for first, stop in begins:
        if clauses.texts[first] == ANSWER and stop > first + 2:
            yield _turn_of(clauses, first, first + 1, stop)


QUESTION, ANSWER = "Q", "A"


def signed(clauses: Clauses) -> Iterator[Draft]:
    """Give the claims of quotations with a name behind a dash: "It rained." - Lee."""
    for first, stop in clauses.ranges:
        end = clauses.quote_stops.get(first, stop)
        if end + 1 >= stop or clauses.texts[end] not in _DASHES:
            continue
        name = _words_of(clauses, end + 1, stop)
        if name.stop - name.first <= LONG and _is_signature(clauses, *name):
            cue = Cue(end, end, end + 1, "statement", frozenset(("clause",)))
            source = Source(*name, *name, "own")
            draft = Draft(cue, source, Phrase(first, stop), [Phrase(first, end)])
            draft.pattern = "signed"
            yield draft


_DASHES = frozenset(("-", "--", "–", "—", "―"))


def _is_signature(clauses: Clauses, first: int, stop: int) -> bool:
    letters = clauses.letters[first:stop]
    return letters[0] == c.NAME and letters.count(c.NAME) * 2 > len(letters)


def _turn(clauses: Clauses, first: int, stop: int) -> Draft | None:
    """The claim of a paragraph that begins with a name and a colon."""
    first += clauses.texts[first] in _OPENING
    for colon in range(first + 1, min(stop - 2, first + 7)):
        if clauses.texts[colon] == ":":
            break
        if (
            clauses.letters[colon] not in (c.NAME, c.STOP)
            or colon in clauses.quote_stops
        ):
            return None
    else:
        return None
    if clauses.letters[first] != c.NAME or not _is_name(clauses, first, first + 1):
        return None
    return _turn_of(clauses, first, colon, stop)


def _turn_of(clauses: Clauses, first: int, colon: int, stop: int) -> Draft:
    asks = clauses.texts[first] == QUESTION and clauses.texts[stop - 1] == "?"
    act = "question" if asks else "statement"
    cue = Cue(colon, colon, colon + 1, act, frozenset(("clause",)))
    source = Source(first, colon, first, colon, "own")
    draft = Draft(
        cue, source, Phrase(first, stop), [_words_of(clauses, colon + 1, stop)]
    )
    draft.pattern = "turn"
    return draft


def _words_of(clauses: Clauses, first: int, stop: int) -> Phrase:
    while stop > first + 1 and clauses.texts[stop - 1] == ".":
        stop -= 1
    return Phrase(first, stop)
