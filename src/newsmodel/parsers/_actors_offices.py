"""Offices and bodies by their nouns: "the president", "the ministry"."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import chain, islice, pairwise

from newsmodel.model import ActorKind
from newsmodel.parsers._actors_found import View
from newsmodel.parsers._actors_link import Entity
from newsmodel.parsers._actors_memory import Memory
from newsmodel.parsers._actors_words import modifiers, word_set

Offices = dict[tuple[str, ...], dict[int, Entity]]
"""Who holds an office, by the words of the title and by every end of it."""

BODIES = frozenset(
    (
        ActorKind.COUNTRY,
        ActorKind.GOVERNMENT,
        ActorKind.ORGANISATION,
        ActorKind.MEDIA,
    )
)
_MANY = 8
_QUALIFIERS = 3
_LONGEST_PHRASE = 6
_REACH = 2000
"""How many tokens back an unnamed person may have come in."""
_BETWEEN = frozenset(
    "has have had also then later often never long already again once".split()
)
_NEW = frozenset(("a", "an", "one", "his", "her", "their", "'s", "another"))
_NEAR = 2
_OF = frozenset(("of", "for"))
_SYNONYMS = {
    "sen": ("senator", "lawmaker"),
    "senator": ("senator", "lawmaker"),
    "rep": ("representative", "congressman", "congresswoman", "lawmaker"),
    "representative": ("representative", "congressman", "congresswoman", "lawmaker"),
    "gov": ("governor",),
    "gen": ("general",),
    "mp": ("mp", "lawmaker", "politician"),
    "justice": ("justice", "judge"),
    "judge": ("judge", "justice"),
    "ceo": ("ceo", "executive"),
}


def read_offices(entities: Iterable[Entity]) -> Offices:
    """Tell who holds which office, from the roles that the names came with."""
    offices: Offices = {}
    for entity in entities:
        for office in {o for r in entity.roles for o in _names_of(r.title)}:
            offices.setdefault(office, {})[id(entity)] = entity
    return offices


def _names_of(title: str) -> set[tuple[str, ...]]:
    words = [w.strip(".") for w in title.lower().split()]
    nouns = _SYNONYMS.get(words[-1], (words[-1],))
    named = [(*words[:-1], noun) for noun in nouns]
    return {words[at:] for words in named for at in range(len(words))}


def office_at(
    view: View, offices: Offices, token: int, stop: int
) -> tuple[list[Entity], int] | None:
    """Read "the president", "the Irish prime minister": who holds it, and its end."""
    at = token + 1
    nation = view.words.nations.longest(view.texts, at, stop)
    code = nation[1].code if nation else None
    at += nation[0] if nation else 0
    while at < stop and at - token <= _QUALIFIERS and _qualifies(view, at):
        at += 1
    role = view.words.roles.longest(view.lower, at, stop)
    if not role:
        return None
    end = at + role[0]
    if end < stop and (view.is_capital(end) or view.texts[end] == "-"):
        return None
    held = offices.get(tuple(view.lower[at:end]), {})
    if end < stop and view.lower[end] == "of":
        holder = _holder_of(held, view.lower[end + 1 : min(end + 3, stop)])
        return ([holder], end) if holder else None
    others = offices.get(("counterpart",), {}) if code else {}
    known = islice(chain(held.values(), others.values()), _MANY)
    return [h for h in known if code in (None, h.country)], end


def office_ahead(
    view: View, offices: Offices, token: int, stop: int
) -> tuple[Entity, int] | None:
    """Link "Judge rejects a request" in a headline to the one judge of the story."""
    role = view.words.roles.longest(view.lower, token, stop)
    if not role:
        return None
    end = token + role[0]
    held = offices.get(tuple(view.lower[token:end]), {})
    near = view.lower[end : min(stop, end + _LONGEST_PHRASE)]
    speaks = not word_set("speech").isdisjoint(near)
    alone = token == 0 or not view.is_capital(token - 1)
    if len(held) != 1 or not speaks or not alone:
        return None
    return next(iter(held.values())), end


def _qualifies(view: View, at: int) -> bool:
    """Say whether a word may stand between "the" and an office: "the GOP nominee"."""
    word = view.lower[at]
    if word in modifiers():
        return True
    if view.words.roles.get((word,)):
        return False
    return view.is_capital(at) or word.endswith(("ial", "ican", "ratic"))


def _holder_of(held: dict[int, Entity], words: list[str]) -> Entity | None:
    """Give who holds "the minister of health": the office and its owner agree."""
    for holder in islice(held.values(), _MANY):
        owners = (r.organisation for r in holder.roles if r.organisation)
        if any(owner.lower().split()[0] in words for owner in owners):
            return holder
    return None


def body_at(
    view: View, memory: Memory, token: int, stop: int, sentence: int
) -> Entity | None:
    """Link "the ministry" by its last word, "the company" to the last body named."""
    at = token + 1
    if at >= stop or not view.texts[at].islower() or _is_more(view, at + 1, stop):
        return None
    noun = view.lower[at]
    generic = noun in word_set("generic")
    if not generic and not _is_head(view, noun):
        return None
    for seen in reversed(memory):
        entity = seen.entity
        body = entity.kind in BODIES and entity.kind is not ActorKind.COUNTRY
        if body and noun in _heads(entity.name):
            return entity
    near = (s.entity for s in reversed(memory) if sentence - s.sentence <= _NEAR)
    named = (e for e in near if e.kind is ActorKind.ORGANISATION)
    return next(named, None) if generic else None


def _heads(name: str) -> set[str]:
    """Give what a body may be called: "the bank", "the department" of its vehicles."""
    words = [word.strip(".") for word in name.lower().split()]
    return {words[-1], *(word for word, link in pairwise(words) if link in _OF)}


def _is_more(view: View, at: int, stop: int) -> bool:
    """Say whether a noun is only the first of a phrase: "the government spokesman"."""
    if at >= stop:
        return False
    joined = view.is_capital(at) or view.texts[at] == "-"
    return joined or bool(view.words.roles.get((view.lower[at],)))


def described_at(view: View, token: int, stop: int) -> tuple[str, int] | None:
    """
    Read "the Ohio lawyer" where he speaks: the gender it tells, and its end.

    None for one that the story has brought in without a name: "a lawyer".
    """
    for at in range(token + 1, min(stop, token + 1 + _LONGEST_PHRASE)):
        role = view.words.roles.longest(view.lower, at, stop)
        if role and at + role[0] < stop:
            end = at + role[0]
            if _speaks(view, end, stop) and not _is_new(view, at, end):
                return role[1], end
        if not (view.texts[at][0].isalnum() or view.texts[at] == "-"):
            return None
        if view.lower[at] in word_set("function"):
            return None
    return None


def unnamed_at(view: View, token: int, stop: int) -> tuple[str, int] | None:
    """Read "his lawyer", "a Boston lawyer" where one speaks who has no name here."""
    role = view.words.roles.longest(view.lower, token, stop)
    if not role or not _is_open(view, token) or view.is_capital(token):
        return None
    end = token + role[0]
    return (role[1], end) if end < stop and _speaks(view, end, stop) else None


def _speaks(view: View, at: int, stop: int) -> bool:
    """Say whether a verb of speaking follows, over "has also repeatedly"."""
    verb = at
    while verb < min(stop, at + _QUALIFIERS) and (
        view.lower[verb] in _BETWEEN or view.lower[verb].endswith("ly")
    ):
        verb += 1
    return verb < stop and view.lower[verb] in word_set("speech")


def _is_new(view: View, first: int, stop: int) -> bool:
    """Say whether "a lawyer" or "his lawyer" stands before."""
    lower, noun = view.lower, view.lower[first:stop]
    size, head = len(noun), noun[0]
    # Nearly every word differs in its first comparison, which is the cheap one.
    return any(
        lower[at] == head and lower[at : at + size] == noun and _is_open(view, at)
        for at in range(max(1, first - _REACH), first - size)
    )


def _is_open(view: View, at: int) -> bool:
    """Say whether the words before a noun bring in somebody new: "a Boston lawyer"."""
    before = view.lower[max(0, at - _QUALIFIERS) : at]
    return not _NEW.isdisjoint(before)


def _is_head(view: View, noun: str) -> bool:
    """Say whether a noun is the last word of bodies; "the press" is any newspaper."""
    kind = view.words.commons.get(noun) or view.words.heads.get((noun.capitalize(),))
    return kind is not None and kind is not ActorKind.MEDIA
