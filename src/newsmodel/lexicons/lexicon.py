"""
Words and what they mean, matched by the longest phrase.

A lexicon is the vocabulary of a parser: a subclass replaces or widens it and
inherits the rest (`verbs = ClaimParser.verbs | {"posted": "statement"}`).  The match
walks a trie of dictionaries over the tokens that the text already has, which is the
fastest form that needs no compiled dependency.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet
from typing import Any, Generic, TypeAlias, TypeVar, cast, overload

from newsmodel.errors import InvalidLexiconError
from newsmodel.lexicons.phrases import (
    ENTRIES,
    Phrase,
    Words,
    split_keys,
    split_phrase,
)

V = TypeVar("V")
D = TypeVar("D")

_SHOWN = 3
_Node: TypeAlias = dict[str | None, Any]


class Lexicon(Generic[V]):
    """
    An immutable mapping from phrases to values.

    Phrases are split as a text is split: "Iranian-made" has three words, "U.S." one.
    They keep the order in which they were given; a phrase given twice keeps its first
    place and its last value.  Lexicons are equal when their phrases, values and
    `fold_case` are, whatever the order.  They may be shared by threads and pickled.

        >>> verbs = Lexicon.of({"said": "statement", "made it clear": "statement"})
        >>> verbs = verbs | {"denied": "denial"}
        >>> verbs.longest(["Iran", "denied", "it"], 1)
        (1, 'denial')

    Args:
        entries: Values by phrase.
        fold_case: Whether the phrases are kept in lower case, to be matched against
            words that the caller has put in lower case.

    Raises:
        InvalidLexiconError: For a phrase that is no string or has no word.
    """

    __slots__ = ("_entries", "_hash", "_read", "_trie", "fold_case")

    _entries: dict[Words, V] | None
    _read: Callable[[], Mapping[Phrase, V]] | None
    _trie: _Node | None
    _hash: int | None
    fold_case: bool
    """Whether phrases are kept, and words expected, in lower case."""

    def __init__(
        self, entries: Mapping[Phrase, V] | None = None, *, fold_case: bool = False
    ) -> None:
        known = {} if entries is None else entries
        self._entries = split_keys(known, fold_case=fold_case)
        self._read = None
        self._trie = None
        self._hash = None
        self.fold_case = fold_case

    @staticmethod
    def of(
        entries: Mapping[str, D] | Mapping[Words, D], *, fold_case: bool = False
    ) -> Lexicon[D]:
        """
        Make a lexicon of phrases with values.

        Raises:
            InvalidLexiconError: For a phrase that is no string or has no word.
        """
        return Lexicon(cast("Mapping[Phrase, D]", entries), fold_case=fold_case)

    @staticmethod
    def words(
        phrases: Iterable[str] | Iterable[Words], *, fold_case: bool = False
    ) -> Lexicon[bool]:
        """
        Make a lexicon of phrases alone; each has the value True.

        Raises:
            InvalidLexiconError: For a phrase that is no string or has no word, or a
                single string in place of several.
        """
        if isinstance(phrases, str):
            raise InvalidLexiconError(phrases, "several phrases, not one string")
        split = (split_phrase(phrase, fold_case=fold_case) for phrase in phrases)
        return Lexicon.of(dict.fromkeys(split, True), fold_case=fold_case)

    @staticmethod
    def lazy(
        read: Callable[[], Mapping[str, D] | Mapping[Words, D]],
        *,
        fold_case: bool = False,
    ) -> Lexicon[D]:
        """
        Make a lexicon that calls `read` for its entries when they are first needed.

        For large tables, so that importing a parser reads no file.  `read` takes no
        argument and must give equal entries each time; its mistakes show on first use.
        """
        lexicon: Lexicon[D] = Lexicon(fold_case=fold_case)
        lexicon._entries = None
        lexicon._read = cast("Callable[[], Mapping[Phrase, D]]", read)
        return lexicon

    def longest(
        self, words: Sequence[str], start: int, stop: int | None = None
    ) -> tuple[int, V] | None:
        """
        Find the longest phrase that begins at word `start`.

        Args:
            words: The words of a text, in lower case if the lexicon folds case.
            start: Number of the first word, from 0.
            stop: Number of the word before which the phrase must end; None: the end.

        Returns:
            How many words matched and the value of the phrase, or None.
        """
        node = self._trie or self._grown()
        limit = len(words) if stop is None else min(stop, len(words))
        if start >= limit or words[start] not in node:
            return None  # as nearly always
        best = None
        for at in range(start, limit):
            following: _Node | None = node.get(words[at])
            if following is None:
                break
            node = following
            if None in node:
                best = (at - start + 1, node[None])
        return best

    @overload
    def get(self, phrase: Phrase) -> V | None: ...
    @overload
    def get(self, phrase: Phrase, default: D) -> V | D: ...
    def get(self, phrase: Phrase, default: D | None = None) -> V | D | None:
        """Give the value of a phrase, or `default`."""
        return self._known().get(
            split_phrase(phrase, fold_case=self.fold_case), default
        )

    def items(self) -> Iterator[tuple[Words, V]]:
        """Give the phrases, split into words, with their values, in order."""
        return iter(self._known().items())

    def __getitem__(self, phrase: Phrase) -> V:
        try:
            return self._known()[split_phrase(phrase, fold_case=self.fold_case)]
        except KeyError:
            raise KeyError(phrase) from None

    def __contains__(self, phrase: object) -> bool:
        try:
            return split_phrase(phrase, fold_case=self.fold_case) in self._known()
        except InvalidLexiconError:
            return False

    def __iter__(self) -> Iterator[Words]:
        return iter(self._known())

    def __len__(self) -> int:
        return len(self._known())

    @overload
    def __or__(self, other: Lexicon[V] | Mapping[str, V]) -> Lexicon[V]: ...
    @overload
    def __or__(self: Lexicon[bool], other: AbstractSet[str]) -> Lexicon[bool]: ...
    def __or__(self, other: object) -> Lexicon[Any]:
        """
        Make a lexicon of both; where both have a phrase, `other` has the last word.

        Args:
            other: A lexicon, a mapping, or, where all values are True, a set.

        Raises:
            InvalidLexiconError: For phrases without values beside others that have
                them, or lexicons of which one alone folds case.
        """
        if not isinstance(other, Lexicon | Mapping | AbstractSet):
            return NotImplemented
        if isinstance(other, Lexicon) and other.fold_case != self.fold_case:
            raise InvalidLexiconError(other, f"fold_case={self.fold_case}")
        if _is_lazy(self) or _is_lazy(other):
            return Lexicon.lazy(lambda: _joined(self, other), fold_case=self.fold_case)
        return Lexicon.of(_joined(self, other), fold_case=self.fold_case)

    def __eq__(self, other: object) -> bool:
        if not isinstance(other, Lexicon):
            return NotImplemented
        same = self.fold_case == other.fold_case
        return same and bool(self._known() == other._known())

    def __hash__(self) -> int:
        if self._hash is None:
            self._hash = hash((frozenset(self._known()), self.fold_case))
        return self._hash

    def __repr__(self) -> str:
        if _is_lazy(self):
            return "Lexicon(not read yet)"
        shown = ", ".join(repr(" ".join(words)) for words in list(self)[:_SHOWN])
        more = f", ... {len(self)} phrases" if len(self) > _SHOWN else ""
        return f"Lexicon({shown}{more})"

    def __reduce__(self) -> tuple[Callable[..., Lexicon[V]], tuple[object, ...]]:
        return _restored, (self._known(), self.fold_case)

    # Threads may read or grow at the same time: each builds its own and assigns it
    # when it is whole, so that none ever sees half of one.
    def _known(self) -> dict[Words, V]:
        if self._entries is None:
            read = cast("Callable[[], Mapping[Phrase, V]]", self._read)
            self._entries = split_keys(read(), fold_case=self.fold_case)
        return self._entries

    def _grown(self) -> _Node:
        root: _Node = {}
        for words, value in self._known().items():
            node = root
            for word in words:
                node = node.setdefault(word, {})
            node[None] = value
        self._trie = root
        return root


def _is_lazy(entries: object) -> bool:
    return isinstance(entries, Lexicon) and entries._entries is None  # noqa: SLF001


def _joined(first: Lexicon[V], second: object) -> dict[Words, Any]:
    joined: dict[Words, Any] = dict(first.items())
    if isinstance(second, Lexicon):
        joined.update(second.items())
    elif isinstance(second, Mapping):
        joined.update(split_keys(second, fold_case=first.fold_case))
    elif isinstance(second, AbstractSet) and all(v is True for v in joined.values()):
        joined.update(Lexicon.words(second, fold_case=first.fold_case).items())
    else:
        raise InvalidLexiconError(second, ENTRIES)
    return joined


def _restored(entries: dict[Words, V], fold_case: bool) -> Lexicon[V]:  # noqa: FBT001
    return Lexicon.of(entries, fold_case=fold_case)
