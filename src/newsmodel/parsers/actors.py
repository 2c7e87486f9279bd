"""Who is in a story: people, countries, governments, bodies, media, groups."""

from __future__ import annotations

import functools
from bisect import bisect_right
from collections.abc import Iterable, Sequence
from typing import ClassVar

import attrs

from newsmodel.lexicons import Lexicon
from newsmodel.model import Actor, ActorKind, Mention, MentionKind, Role
from newsmodel.parsers import _actors_words as tables
from newsmodel.parsers._actors_anaphora import resolve
from newsmodel.parsers._actors_evidence import add_learned, merge
from newsmodel.parsers._actors_found import (
    Found,
    RoleWords,
    View,
    headline_range,
    is_shouted,
    make_view,
)
from newsmodel.parsers._actors_groups import scan_groups
from newsmodel.parsers._actors_headline import scan_headline
from newsmodel.parsers._actors_learned import Names, Words, read_names
from newsmodel.parsers._actors_link import finished, link_phrases
from newsmodel.parsers._actors_made import join_heads
from newsmodel.parsers._actors_names import link_bodies, link_people
from newsmodel.parsers._actors_scan import scan_sentence
from newsmodel.parsers._actors_settle import settle
from newsmodel.parsers.base import Parser
from newsmodel.parsers.reading import Reading, ZoneKind


class ActorParser(Parser[Found, Actor]):
    """
    Reads who is in a story, and every mention of them.

    Names are runs of capitals, cut by titles, nations, known bodies and the last
    words of bodies' names; surnames, short forms, acronyms, titles and pronouns are
    then linked to them.  Candidates are single mentions; `accepts` drops those whose
    kind the story leaves open; `build` makes an actor of one mention; `finish` joins
    them, adds titles and pronouns, and numbers the actors by their first mention.

    A country that the story names as a place only is no actor.
    """

    makes: ClassVar[type] = Actor

    nations: ClassVar[Lexicon[tables.Nation]] = Lexicon.lazy(tables.read_nations)
    """What names a country, its people, its capital."""
    peoples: ClassVar[Lexicon[tables.People]] = Lexicon.lazy(tables.read_peoples)
    """What names a people, a faith or a party: "Kurdish", "Muslims"."""
    bodies: ClassVar[Lexicon[tables.Body]] = Lexicon.lazy(tables.read_bodies)
    """Bodies that are known by name."""
    heads: ClassVar[Lexicon[ActorKind]] = Lexicon.lazy(tables.read_heads)
    """Last words of bodies' names, with the kind of body."""
    titles: ClassVar[Lexicon[str]] = Lexicon.lazy(tables.read_titles)
    """Offices before a name: "m", "f" or "u", as far as they tell the gender."""
    honorifics: ClassVar[Lexicon[str]] = Lexicon.lazy(tables.read_honorifics)
    """Forms of address before a name, with the gender."""
    roles: ClassVar[Lexicon[str]] = Lexicon.lazy(tables.read_roles)
    """Role nouns in small letters, with the gender."""
    groups: ClassVar[Lexicon[bool]] = Lexicon.lazy(tables.read_groups)
    """Nouns of groups: "officials"."""
    commons: ClassVar[Lexicon[ActorKind]] = Lexicon.lazy(tables.read_commons)
    """Nouns of what a country has: "government", "intelligence"."""
    given: ClassVar[Lexicon[str]] = Lexicon.lazy(tables.read_given)
    """Given names, with the gender."""

    def find(self, reading: Reading) -> Iterable[Found]:
        """Find names and groups in headline, standfirst and paragraphs."""
        view = make_view(reading, self._vocabulary())
        sentences = _without_dateline(reading)
        head = headline_range(reading)
        shouted = head != (0, 0) and is_shouted(view, *head)
        if shouted:
            sentences = tuple(
                s for s in sentences if s[0] >= head[1] or s[1] <= head[0]
            )
        names = read_names(reading)
        found = settle(view, _scan(view, sentences, names, _added(type(self))))
        if shouted:
            in_head = list(scan_headline(view, *head, found))
            if names is not None:
                in_head = add_learned(view, in_head, head, names)
            found = [*in_head, *found]
        return found if names is None else join_heads(view, found)

    def accepts(self, candidate: Found, reading: Reading) -> bool:
        """Say whether the story tells what kind of actor this is; no author is one."""
        if candidate.kind is None or _is_time(candidate, reading):
            return False
        if candidate.kind is not ActorKind.PERSON or not reading.authors:
            return True
        name = reading.document.words(candidate.first, candidate.stop).text
        return " ".join(name.split()) not in {a.name for a in reading.authors}

    def build(self, candidate: Found, reading: Reading) -> Actor | None:
        """Make an actor of one mention, not yet numbered."""
        words = reading.document.words(candidate.first, candidate.stop)
        mention = Mention(
            start=words.start,
            end=words.end,
            text=words.text,
            kind=candidate.form,
            adjectival=candidate.adjectival,
            metonymic=candidate.metonymic,
        )
        return Actor(
            id="actor",
            name=candidate.name or " ".join(words.text.split()),
            kind=candidate.kind or ActorKind.ORGANISATION,
            country=candidate.country,
            roles=tuple(_role(r, reading) for r in candidate.roles),
            mentions=(mention,),
        )

    def finish(self, found: list[Actor], reading: Reading) -> Sequence[Actor]:
        """Join mentions to actors, link titles and pronouns, number the actors."""
        view = make_view(reading, self._vocabulary())
        people = [a for a in found if a.kind is ActorKind.PERSON]
        bodies = [a for a in found if _is_body(a)]
        phrases = [
            a for a in found if a.kind is not ActorKind.PERSON and not _is_body(a)
        ]
        entities = [
            *link_people(view, people),
            *link_bodies(bodies),
            *link_phrases(view, phrases),
        ]
        resolve(view, reading, entities)
        return finished(entities)

    def _vocabulary(self) -> tables.Vocabulary:
        return tables.Vocabulary(
            nations=self.nations,
            peoples=self.peoples,
            bodies=self.bodies,
            heads=self.heads,
            titles=self.titles,
            honorifics=self.honorifics,
            roles=self.roles,
            groups=self.groups,
            commons=self.commons,
            given=self.given,
        )


def _is_body(actor: Actor) -> bool:
    """Say whether an actor is a body with a name; "Iran's army" has none."""
    bodies = (ActorKind.ORGANISATION, ActorKind.MEDIA)
    return actor.kind in bodies and actor.mentions[0].kind is MentionKind.NAME


@functools.cache
def _added(parser: type[ActorParser]) -> frozenset[Words]:
    """Give the phrases that a subclass has added to the lexicons."""
    found: set[Words] = set()
    for field in attrs.fields(tables.Vocabulary):
        mine: Lexicon[object] = getattr(parser, field.name)
        shipped: Lexicon[object] = getattr(ActorParser, field.name)
        if mine is not shipped:
            found.update(words for words in mine if words not in shipped)
    return frozenset(found)


def _is_time(candidate: Found, reading: Reading) -> bool:
    """Say whether the words stand in a time expression: "Christmas Eve"."""
    start = reading.document.tokens.starts[candidate.first]
    number = bisect_right(reading.times, start, key=lambda t: t.start)
    return number > 0 and reading.times[number - 1].end > start


def _without_dateline(reading: Reading) -> tuple[tuple[int, int], ...]:
    """Give the sentences; place and agency of a dateline do nothing in the story."""
    dateline = reading.zone(ZoneKind.DATELINE)
    if dateline is None:
        return reading.sentences
    head, stop = reading.document.token_range(dateline.start, dateline.end)
    texts = reading.document.tokens.texts
    while stop < len(texts) and texts[stop] in _DASHES:
        stop += 1
    return tuple(
        (stop if a <= head < b else a, b)
        for a, b in reading.sentences
        if b > stop or b <= head
    )


_DASHES = frozenset(("-", "--", "—", "–", "_", ":", "."))


def _scan(
    view: View,
    sentences: Sequence[tuple[int, int]],
    learned: Names | None,
    own: frozenset[Words],
) -> list[Found]:
    found: list[Found] = []
    for first, stop in sentences:
        names = list(scan_sentence(view, first, stop))
        if learned is not None:
            names = merge(view, names, (first, stop), learned, own)
        found += names
        found += scan_groups(view, first, stop, names)
    return found


def _role(words: RoleWords, reading: Reading) -> Role:
    document = reading.document
    title = document.words(words.title, words.stop).text
    passage = document.words(words.first, words.passage_stop or words.stop)
    return Role(
        title=" ".join(title.split()), organisation=words.owner, passage=passage
    )
