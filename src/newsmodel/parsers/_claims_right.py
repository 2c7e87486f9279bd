"""The content behind a cue, by the frames of the cue."""

from __future__ import annotations

from newsmodel.parsers import _clauses as c
from newsmodel.parsers._claims_draft import PARTIES, Draft
from newsmodel.parsers._claims_ends import content_end
from newsmodel.parsers._clauses import Clauses, Phrase, is_gerund


def right_content(
    clauses: Clauses, draft: Draft, after: int, later: list[Draft]
) -> list[Phrase]:
    """The content behind the cue, or nothing."""
    cue, stop = draft.cue, draft.sentence.stop
    at = after
    if draft.source and draft.source.how == "inverted":
        return resumed(clauses, draft, at, later)
    frames = cue.frames
    if "label" in frames or ("noun" in frames and not {"clause", "whom"} & frames):
        return _object(clauses, draft, at, later)
    at = _linked(clauses, draft, _behind_aside(clauses, at, stop))
    if at >= stop:
        return []
    if clauses.texts[at] == "," and draft.link == "that":
        at += 1
    if at >= stop or clauses.texts[at] in ".;!?)":
        return []
    if clauses.texts[at] in (",", ":", "—", "–", "--"):
        return resumed(clauses, draft, at, later)
    end = content_end(clauses, draft, at, later)
    return [Phrase(at, end)] if end > at else []


def _behind_aside(clauses: Clauses, at: int, stop: int) -> int:
    """Step over ", however," behind a cue."""
    if at + 2 < stop and clauses.texts[at] == clauses.texts[at + 2] == ",":
        return at + 3 if clauses.letters[at + 1] == c.ADVERB else at
    return at


def _linked(clauses: Clauses, draft: Draft, at: int) -> int:
    """Step over an addressee and the linking word; note both."""
    cue, stop = draft.cue, draft.sentence.stop
    frames = cue.frames
    at = clauses.skip_adverbs(at, stop)
    timed = at + 1 < stop and clauses.letters[at + 1] == c.TIME
    if at < stop and clauses.lower[at] in frames and not timed:
        return _after_link(clauses, draft, at)
    if "clause" in frames:
        at = behind_tail(clauses, at, stop, frames & {"to", "of", "about", "for"})
    if at >= stop or clauses.is_stop(at) or at in clauses.quote_stops:
        return at
    if clauses.lower[at] in ("that", "to"):
        return _after_link(clauses, draft, at)
    if "whom" in frames and not cue.passive and clauses.letters[at] in PARTIES:
        return _addressed(clauses, draft, at)
    return at


def _after_link(clauses: Clauses, draft: Draft, at: int) -> int:
    draft.link = clauses.lower[at]
    follows = clauses.lower[at + 1] if at + 1 < draft.sentence.stop else ""
    keep = draft.link == "to" and not is_gerund(follows)
    return at if keep else at + 1


def _addressed(clauses: Clauses, draft: Draft, at: int) -> int:
    cue, stop = draft.cue, draft.sentence.stop
    phrase = clauses.noun_phrase(at, stop)
    if phrase.stop <= at:
        return at
    links = cue.frames | {"that", "to", "if", "whether"}
    behind = phrase.stop
    for token in range(behind, min(stop, behind + 25)):
        word = clauses.lower[token]
        if clauses.is_stop(token) or token in clauses.quote_stops:
            break
        if word in links:
            draft.target = phrase
            return (
                _after_link(clauses, draft, token)
                if word
                not in (
                    "if",
                    "whether",
                )
                else token
            )
        if token > behind and clauses.is_finite(token):
            break
    tail = behind_tail(clauses, behind, stop)
    if tail >= stop or clauses.is_stop(tail) or tail in clauses.quote_stops:
        draft.target = phrase
        return at if "noun" in cue.frames else tail
    if clauses.letters[tail] in (*PARTIES, c.SUBORDINATOR) and "clause" in cue.frames:
        draft.target = phrase
        return tail
    return at


def behind_tail(
    clauses: Clauses, at: int, stop: int, linking: frozenset[str] = frozenset()
) -> int:
    """Step over times and places behind a cue, if a stop or "that" follows."""
    begin = at
    limit = min(stop, at + 40)
    while at < limit:
        letter = clauses.letters[at]
        if letter in (c.TIME, c.ADVERB) or (
            clauses.lower[at] in ("last", "this", "earlier") and at + 1 < limit
        ):
            at += 1
        elif letter == c.PREPOSITION and clauses.lower[at] not in ("than", *linking):
            phrase = clauses.noun_phrase(at + 1, limit)
            at = max(phrase.stop, at + 1)
        else:
            break
    if at >= stop or clauses.is_stop(at) or at in clauses.quote_stops:
        return at
    if clauses.lower[at] in ("that", *linking) or clauses.letters[at - 1] == c.TIME:
        return at
    if clauses.letters[at] in (c.DETERMINER, c.PRONOUN) and at > begin:
        return at
    return begin


def resumed(
    clauses: Clauses, draft: Draft, at: int, later: list[Draft]
) -> list[Phrase]:
    """Give what follows a mark behind a cue: a quotation, or the rest of the clause."""
    stop = draft.sentence.stop
    if at >= stop or clauses.texts[at] not in (",", ":", "—", "–", "--"):
        return []
    begin, colon = at + 1, clauses.texts[at] == ":"
    if begin >= stop:
        end = clauses.quote_stops.get(begin) if colon else None
        return [Phrase(begin, end)] if end else []
    opened = colon or begin in clauses.quote_stops or _opens_with_as(clauses, draft)
    if not opened and not _goes_on(clauses, draft, begin, later):
        return []
    end = content_end(clauses, draft, begin, later)
    return [Phrase(begin, end)] if end > begin else []


def _opens_with_as(clauses: Clauses, draft: Draft) -> bool:
    """Say whether a sentence begins "As the mayor noted, ..."."""
    as_word = draft.begin - 1
    return as_word == draft.sentence.first and clauses.lower[as_word] == "as"


def _goes_on(clauses: Clauses, draft: Draft, at: int, later: list[Draft]) -> bool:
    """Say whether a clause that a cue interrupts goes on behind it."""
    begin = draft.begin
    interrupted = clauses.texts[begin - 1] == "," and begin - 1 > draft.sentence.first
    if not interrupted or "clause" not in draft.cue.frames:
        return False
    if any(d.cue.first == at for d in later):
        return False
    word, letter = clauses.lower[at], clauses.letters[at]
    if letter in (c.CONJUNCTION, c.SUBORDINATOR):
        return word in ("and", "but", "because", "if")
    return not is_gerund(word)


def _object(
    clauses: Clauses, draft: Draft, at: int, later: list[Draft]
) -> list[Phrase]:
    """The noun phrase or infinitive behind a cue, with what hangs on it."""
    cue, stop = draft.cue, draft.sentence.stop
    at = clauses.skip_adverbs(at, stop)
    if at < stop and clauses.lower[at] in cue.frames - {"as"}:
        at = _after_link(clauses, draft, at)
    if at >= stop or (clauses.is_stop(at) and at not in clauses.quote_stops):
        return []
    if draft.link != "to":
        if clauses.letters[at] in (c.PREPOSITION, c.AUXILIARY) and not cue.passive:
            return []
        draft.target = clauses.noun_phrase(at, stop)
    end = content_end(clauses, draft, at, later, commas=True)
    if "label" in cue.frames and _names_only(clauses, draft, at, end):
        return []
    return [Phrase(at, end)] if end > at else []


def _names_only(clauses: Clauses, draft: Draft, at: int, end: int) -> bool:
    """Say whether a word gives a thing its name: "a website called “Home”"."""
    cue = draft.cue
    named = draft.target.stop if draft.target else at
    if at not in clauses.quote_stops and named >= end:
        return True
    bare = clauses.letters[cue.first - 1] == c.WORD and cue.first == cue.head
    return bare and at in clauses.quote_stops
