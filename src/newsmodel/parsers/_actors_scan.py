"""Names in a sentence: runs of capitals, cut by titles, nations, bodies and heads."""

from __future__ import annotations

from collections.abc import Generator, Iterator

import attrs

from newsmodel.model import ActorKind
from newsmodel.parsers._actors_bodies import body_at, body_found, head_kind, home
from newsmodel.parsers._actors_found import Found, Piece, RoleWords, View
from newsmodel.parsers._actors_nations import nation_at, nation_found
from newsmodel.parsers._actors_people import is_surname, name_found
from newsmodel.parsers._actors_runs import begins_particle, known_size, run_end
from newsmodel.parsers._actors_titles import (
    next_title,
    role_of,
    title_at,
    title_start,
)
from newsmodel.parsers._actors_words import (
    Nation,
    People,
    openers,
    word_set,
)

_OPENING = frozenset(
    ('"', "``", "“", "‘", "(", "[", "''", "'", ":", "—", "–", "-", "--", "•", "*")
)
_RESTARTING = frozenset(('"', "“", "``", ":", "•"))
_EDGES = frozenset(("-", "&", "and", "of", "the", "for", "in", "to", "'s", "'"))


def scan_sentence(view: View, first: int, stop: int) -> Iterator[Found]:
    """Find the names in the tokens `[first, stop)` of one sentence, in order."""
    at = first
    initial = True
    while at < stop:
        word = view.texts[at]
        if word[0].isupper():
            at = yield from _at_capital(view, at, (first, stop), initial=initial)
            initial = False
        elif begins_particle(view, at, stop):
            end = run_end(view, at, stop)
            yield from _segment(view, at, end, (first, stop), initial=False)
            at = end
        else:
            initial = (initial and word in _OPENING) or word in _RESTARTING
            at += 1


def _at_capital(
    view: View, at: int, sentence: tuple[int, int], *, initial: bool
) -> Generator[Found, None, int]:
    """Read the run at a capital; give where to go on."""
    stop = sentence[1]
    known = known_size(view, at, stop)
    if known == 0 and view.lower[at] in word_set("function"):
        return at + 1
    end = run_end(view, at, stop)
    first = at
    if initial and known == 0:
        first = _skip_common(view, at, end)
    if first < end:
        initial = initial and first == at
        yield from _segment(view, first, end, sentence, initial=initial)
    return end


def _skip_common(view: View, at: int, end: int) -> int:
    """Leave out a word that has its capital from the start of the sentence."""
    given = end > at + 1 and view.texts[at] in view.words.given
    headed = end > at + 1 and view.texts[end - 1] in view.words.heads
    held = end > at + 1 and view.lower[at + 1] in word_set("held")
    if given or headed or held or not view.is_common(at):
        return at
    at += 1
    while at < end and view.lower[at] in word_set("function"):
        at += 1
    return at


def _segment(
    view: View, first: int, end: int, sentence: tuple[int, int], *, initial: bool
) -> Iterator[Found]:
    """Cut a run at its titles and give what stands between them."""
    begin, stop = sentence
    at = first
    role: RoleWords | None = None
    polite = False
    last: Found | None = None
    while at < end:
        size, office = title_at(view, at, end, stop)
        if size:
            role = role_of(view, at, at + size, last) if office else role
            at, polite, last = at + size, polite or not office, None
            continue
        cut = next_title(view, at, end, stop)
        edge = title_start(view, at, cut) if cut < end else cut
        piece = Piece(
            first=at,
            end=edge,
            begin=begin,
            stop=stop,
            titled=polite or role is not None,
            role=role,
            initial=initial and at == first,
        )
        for found in _piece(view, piece):
            last = found
            yield found
        role, polite, at = None, False, edge
        if edge < cut:
            size = title_at(view, cut, end, stop)[0]
            role = role_of(view, edge, cut + size, last)
            at, last = cut + size, None


def _piece(view: View, piece: Piece) -> Iterator[Found]:
    """Say what the words between two titles are."""
    trimmed = _trim(view, piece)
    if trimmed is None:
        return
    piece = trimmed
    first, end = piece.first, piece.end
    body = body_at(view, first, end)
    nation = nation_at(view, first, end)
    people = _people_at(view, piece, longer_than=nation[0] if nation else 0)
    place = 0 if piece.titled else view.place_size(first, end)
    if body and body[0] == end - first >= (nation[0] if nation else 0):
        yield body_found(view, (first, end), body[1])
    elif _is_body_name(view, first, end):
        yield from _organisation(view, piece, nation)
    elif people:
        middle = first + people[0]
        yield _people(first, middle, people[1])
        yield from _piece(view, attrs.evolve(piece, first=middle, initial=False))
    elif nation and place <= nation[0] and not is_surname(view, piece, nation[0]):
        middle = first + nation[0]
        yield from nation_found(view, (first, middle), nation[1], piece.stop)
        yield from _piece(view, attrs.evolve(piece, first=middle, initial=False))
    elif body:
        middle = first + body[0]
        yield body_found(view, (first, middle), body[1])
        yield from _piece(view, attrs.evolve(piece, first=middle, initial=False))
    elif place > 1:
        yield from _piece(view, piece.rest(first + place))
    elif (cut := _next_known(view, first, end)) < end:
        yield from _piece(view, attrs.evolve(piece, end=cut))
        yield from _piece(view, piece.rest(cut))
    else:
        yield from name_found(view, piece)


def _trim(view: View, piece: Piece) -> Piece | None:
    """Leave small words and marks at the edges out."""
    first, end = piece.first, piece.end
    while first < end and view.texts[first] in _EDGES:
        first += 1
    while end > first and not view.texts[end - 1][0].isalnum():
        end -= 1
    return attrs.evolve(piece, first=first, end=end) if first < end else None


def _next_known(view: View, first: int, end: int) -> int:
    """Find the nation or body that a plain word stands before: "Sweeping UN"."""
    at = first
    while at < end and view.is_plain(at) and view.texts[at] not in view.words.given:
        at += 1
    if not first < at < end:
        return end
    lexicons = (view.words.bodies, view.words.nations)
    known = any(lexicon.longest(view.texts, at, end) for lexicon in lexicons)
    return at if known else end


def _people_at(
    view: View, piece: Piece, *, longer_than: int
) -> tuple[int, People] | None:
    """Find the name of a people at the start, which is no person's: "Christian Roe"."""
    given = view.texts[piece.first] in view.words.given
    if piece.titled or (given and piece.end > piece.first + 1):
        return None
    found = view.words.peoples.longest(view.texts, piece.first, piece.end)
    return found if found and found[0] > longer_than else None


def _people(first: int, stop: int, people: People) -> Found:
    return Found(
        first=first,
        stop=stop,
        kind=ActorKind.GROUP,
        name=people.name,
        adjectival=people.adjective,
    )


def _is_body_name(view: View, first: int, end: int) -> bool:
    """Say whether a run is a body by its last word, by "Ministry of" or by "&"."""
    texts = view.texts
    if end == first + 1:
        return False
    if texts[end - 1] in view.words.heads:
        return True
    inside = range(first + 1, end - 1)
    if any(texts[k] == "&" for k in inside):
        return True
    return any(texts[k] in ("of", "for") and texts[k - 1] in openers() for k in inside)


def _organisation(
    view: View, piece: Piece, nation: tuple[int, Nation] | None
) -> Iterator[Found]:
    """Give a body by its name, and the country at its beginning."""
    first, end = piece.first, piece.end
    if nation and nation[0] < end - first:
        span = (first, first + nation[0])
        yield from nation_found(view, span, nation[1], piece.stop, inner=True)
    kind = head_kind(view, first, end) or ActorKind.ORGANISATION
    if end - first == len(("Roe", "Administration")):
        kind = view.words.commons.get((view.lower[end - 1],)) or kind
    country = home(nation)
    yield Found(first=first, stop=end, kind=kind, country=country)
