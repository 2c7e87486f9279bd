"""Where a content ends."""

from __future__ import annotations

from newsmodel.parsers import _clauses as c
from newsmodel.parsers._claims_draft import Draft, head_before, opens_sentence
from newsmodel.parsers._clauses import Clauses, is_gerund


def content_end(
    clauses: Clauses,
    draft: Draft,
    at: int,
    later: list[Draft],
    *,
    commas: bool = False,
) -> int:
    """Where a content that begins at a token ends."""
    stop = draft.sentence.stop
    if at in clauses.quote_stops:
        end = clauses.quote_stops[at]
        if end >= stop or clauses.is_stop(end) or clauses.texts[end - 2] in ".!?,":
            return end
    bound = _is_bound(clauses, draft)
    commas = commas or draft.link == "to"
    cut = _cut(clauses, draft, at, later, loose=bound or commas)
    cut = min(cut, stop, at + c.RIGHT)
    token = at
    while token < cut:
        if token in clauses.quote_stops:
            token = clauses.quote_stops[token]
            continue
        text = clauses.texts[token]
        if text == ";" or _turns(clauses, token, cut, commas=commas):
            break
        if bound and text in (",", "—", "–") and clauses.is_stop(token):
            break
        token += 1
    end = token if token < cut else max(cut, min(token, stop))
    if end >= stop and clauses.quoted[stop - 1]:
        end = max(end, min(clauses.quotation_end(stop - 1) or end, stop + 4 * c.RIGHT))
    while (
        end > at
        and clauses.texts[end - 1] in ",.;:!?—–-"
        and end not in (clauses.quote_firsts)
    ):
        end -= 1
    return end


def _is_bound(clauses: Clauses, draft: Draft) -> bool:
    """Say whether a cue stands in a clause that a comma closes: "While X says ...,"."""
    source, cue = draft.source, draft.cue
    if cue.opening:
        return True
    if source is None:
        return False
    if source.how == "relative":
        return True
    if cue.gerund and opens_sentence(clauses, cue.first, draft.sentence.first):
        return True
    before = source.begin - 1
    if source.how != "own" or before < draft.sentence.first:
        return False
    opens = before - draft.sentence.first <= 3 or clauses.texts[before - 1] in ",—–"
    return opens and clauses.lower[before] in _BOUND


_BOUND = frozenset(
    "while though although if when as after before since because until whereas "
    "like unless once".split()
)


def _turns(clauses: Clauses, token: int, stop: int, *, commas: bool) -> bool:
    """Say whether the clause ends at a comma."""
    if commas and (
        clauses.lower[token] in _LATER or clauses.texts[token] in ("—", "–", "--")
    ):
        return True
    if commas and _dates(clauses, token, stop):
        return True
    if clauses.texts[token] != "," or token + 1 >= stop:
        return False
    word = clauses.lower[token + 1]
    if word in ("while", "whereas", "according"):
        return True
    if commas:
        return word in _TURNING or (
            is_gerund(word) and clauses.letters[token + 1] == c.WORD
        )
    return False


_LATER = frozenset("because after when while since before though although".split())


def _dates(clauses: Clauses, token: int, stop: int) -> bool:
    """Say whether a time begins here: "on Monday", "in early June", "last week"."""
    if clauses.letters[token] == c.TIME:
        return True
    if clauses.lower[token] not in ("on", "in", "last", "this", "earlier"):
        return False
    behind = range(token + 1, min(stop, token + 3))
    return any(clauses.letters[t] == c.TIME for t in behind) or (
        clauses.lower[token + 1 : token + 2] in (["week"], ["month"], ["year"])
    )


_TURNING = frozenset(
    "and but who which as after when so though although because with before a the "
    "he she they it".split()
)


def _cut(
    clauses: Clauses, draft: Draft, at: int, later: list[Draft], *, loose: bool
) -> int:
    """Where the next cue with a subject of its own or a shared one takes over."""
    for other in later:
        if other.begin > at:
            end = _takes_over(clauses, draft, other, at, loose=loose)
            if end is not None:
                return end
    return min(draft.sentence.stop, at + c.RIGHT)


def _takes_over(
    clauses: Clauses, draft: Draft, other: Draft, at: int, *, loose: bool
) -> int | None:
    """The token where a later cue ends a content; None where it lies inside."""
    before = other.begin - 1
    comma = clauses.texts[before] == ","
    how = other.source.how if other.source else "shared"
    if other.cue.gerund:
        joined = clauses.letters[before] == c.CONJUNCTION and draft.cue.gerund
        return before if joined or (comma and how == "shared") else None
    if how == "shared":
        joined = clauses.letters[before] == c.CONJUNCTION and not other.cue.passive
        return before if joined or comma else None
    if how == "by" and other.cue.passive:
        head = head_before(clauses, other)
        parted = head and head[0].first > at and _is_parted(clauses, head[0].first)
        return head[0].first if parted else None
    if how == "own" and _is_contrast(clauses, other, at, loose=loose):
        return before
    return None


def _is_contrast(clauses: Clauses, other: Draft, at: int, *, loose: bool) -> bool:
    """Say whether a clause with its own subject and cue stands beside, not inside."""
    before = other.begin - 1
    word = clauses.lower[before]
    if word in ("while", "but", "though", "although", "as"):
        return True
    if word == "and":
        return clauses.texts[before - 1] == ","
    if word != ",":
        return False
    stop = other.sentence.stop
    closes = other.cue.stop >= stop or clauses.texts[other.cue.stop] in ".,"
    return loose or (before - 1 > at and closes)


def _is_parted(clauses: Clauses, at: int) -> bool:
    """Say whether a comma stands before, or a quotation that ends with one."""
    return clauses.texts[at - 1] == "," or (
        at in clauses.quote_firsts and clauses.texts[at - 2] == ","
    )
