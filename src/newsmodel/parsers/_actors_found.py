"""What the actor parser finds, and the view of a story in which it looks."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from functools import cached_property

import attrs

from newsmodel.model import ActorKind, MentionKind
from newsmodel.parsers._actors_words import (
    CAPITAL,
    Nation,
    Vocabulary,
    divisions,
    place_names,
    plain_words,
    word_set,
)
from newsmodel.parsers.reading import Reading, ZoneKind
from newsmodel.text import Document


@attrs.frozen(kw_only=True)
class RoleWords:
    """Where a title stands, and whose office it is."""

    first: int
    """First token of the passage: modifiers and organisation included."""
    title: int
    """First token of the title."""
    stop: int
    """The token after the title."""
    owner: str | None = None
    """Whose office, as the words say."""
    passage_stop: int | None = None
    """The token after the passage, where the owner follows the title."""


@attrs.frozen(kw_only=True)
class Found:
    """Words that may stand for an actor: tokens `[first, stop)`."""

    first: int
    stop: int
    kind: ActorKind | None
    """None: a name of some kind, which the rest of the story may tell."""
    form: MentionKind = MentionKind.NAME
    country: str | None = None
    name: str | None = None
    """The canonical name, where the words alone do not give it."""
    adjectival: bool = False
    metonymic: bool = False
    roles: tuple[RoleWords, ...] = ()
    place: bool = False
    """True for a name of a place, which may also be a surname."""
    acts: bool = True
    """False for a country that is only a place here."""


@attrs.frozen(kw_only=True)
class Piece:
    """A part of a run of capitals, between titles: tokens `[first, end)`."""

    first: int
    end: int
    begin: int
    """The first token of the sentence."""
    stop: int
    """The end of the sentence."""
    titled: bool
    """True after a title or a form of address."""
    role: RoleWords | None
    initial: bool
    """True where the sentence begins with it."""

    def rest(self, first: int) -> Piece:
        """Give what follows, which no title stands before."""
        return attrs.evolve(self, first=first, titled=False, role=None, initial=False)


@attrs.frozen(kw_only=True, eq=False)
class View:
    """The tokens of a story, and what is known before the first name is read."""

    document: Document
    texts: list[str]
    lower: list[str]
    starts: list[int]
    ends: list[int]
    words: Vocabulary
    small: frozenset[str]
    """Words that the story writes in lower case somewhere."""

    @cached_property
    def countries(self) -> Counter[str]:
        """How often the story names each country, by its ISO 3166 code."""
        return Counter(n.code for n in self._nations() if n.name not in divisions())

    def is_division(self, nation: Nation) -> bool:
        """Say whether a country's name is that of a state here: "Georgia" or "Ohio"."""
        if nation.name not in divisions():
            return False
        own = any(CAPITAL in n.uses for n in self._nations() if n.key == nation.key)
        states = any(t in divisions() and t != nation.name for t in self.texts)
        return not own and (states or set(self.countries) == {"US"})

    def _nations(self) -> Iterator[Nation]:
        for at in range(len(self.texts)):
            if self.texts[at][0].isupper():
                found = self.words.nations.longest(self.texts, at)
                if found:
                    yield found[1]

    def joined(self, at: int) -> bool:
        """Say whether token `at` stands directly after the token before."""
        return at > 0 and self.starts[at] == self.ends[at - 1]

    def is_capital(self, at: int) -> bool:
        """Say whether a token begins with a capital letter."""
        return self.texts[at][0].isupper()

    def is_plain(self, at: int) -> bool:
        """Say whether a word is one of the language rather than a name."""
        word = self.lower[at]
        if word in plain_words() or word in word_set("function"):
            return True
        # "Arrivals", but not the surnames "Woods" and "Banks".
        return len(word) > 7 and word[-1] == "s" and word[:-1] in plain_words()

    def is_common(self, at: int) -> bool:
        """Say whether a word is plain here: of the language, or in small letters."""
        return self.is_plain(at) or self.lower[at] in self.small

    def place_size(self, at: int, end: int) -> int:
        """Give the length of the longest place name here, up to four words."""
        for size in range(min(4, end - at), 0, -1):
            if " ".join(self.texts[at : at + size]) in place_names():
                return size
        return 0

    def text(self, first: int, stop: int) -> str:
        """Give the words of tokens as they stand, white space folded."""
        cut = self.document.text[self.starts[first] : self.ends[stop - 1]]
        return " ".join(cut.split())


def make_view(reading: Reading, words: Vocabulary) -> View:
    """Prepare a story."""
    document = reading.document
    texts, starts, ends = document.tokens
    small = frozenset(t for a, b in reading.ranges for t in texts[a:b] if t.islower())
    return View(
        document=document,
        texts=texts,
        lower=document.lower,
        starts=starts,
        ends=ends,
        words=words,
        small=small,
    )


def is_shouted(view: View, first: int, stop: int) -> bool:
    """Say whether capitals tell nothing here: "PM SAYS NO", "Premier Says No"."""
    letters = [t for t in view.texts[first:stop] if t[0].isalpha() and len(t) > 3]
    capital = sum(t[0].isupper() for t in letters)
    return len(letters) > 2 and capital >= 0.75 * len(letters)


def headline_range(reading: Reading) -> tuple[int, int]:
    """Give the tokens of the headline, or an empty range."""
    zone = reading.zone(ZoneKind.HEADLINE)
    return reading.document.token_range(zone.start, zone.end) if zone else (0, 0)
