"""Lexicons: phrases, their values, and the longest match."""

from __future__ import annotations

import pickle

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsmodel.errors import InvalidLexiconError, NewsmodelError
from newsmodel.lexicons import Lexicon

WORDS = st.sampled_from(["a", "b", "c"])
PHRASES = st.lists(WORDS, min_size=1, max_size=4).map(tuple)
ENTRIES = st.dictionaries(PHRASES, st.integers(), max_size=8)
BAD = ["", "  ", None, 3, ("a", ""), (), ["a"], ("a", 1)]


def brute_force(
    entries: dict[tuple[str, ...], int], words: list[str], start: int, stop: int
) -> tuple[int, int] | None:
    """Look every phrase up, the longest first."""
    for end in range(min(stop, len(words)), start, -1):
        phrase = tuple(words[start:end])
        if phrase in entries:
            return len(phrase), entries[phrase]
    return None


class TestLongest:
    """`Lexicon.longest`."""

    @given(ENTRIES, st.lists(WORDS, max_size=8), st.data())
    def test_agrees_with_brute_force(
        self,
        entries: dict[tuple[str, ...], int],
        words: list[str],
        data: st.DataObject,
    ) -> None:
        """The longest phrase is found wherever it begins and ends."""
        start = data.draw(st.integers(0, len(words)))
        stop = data.draw(st.integers(0, 9))

        found = Lexicon.of(entries).longest(words, start, stop)

        assert found == brute_force(entries, words, start, stop)

    def test_prefers_the_longer_phrase(self) -> None:
        """A phrase wins over its own beginning."""
        lexicon = Lexicon.of({"White": 1, "White House": 2})

        assert lexicon.longest(["the", "White", "House"], 1) == (2, 2)

    def test_falls_back_to_the_shorter_phrase(self) -> None:
        """The beginning of a longer phrase does not hide a whole shorter one."""
        lexicon = Lexicon.of({"New": 1, "New York City": 2})

        assert lexicon.longest(["New", "York", "Post"], 0) == (1, 1)

    def test_minds_case(self) -> None:
        """Without `fold_case` words match as they stand."""
        assert Lexicon.words(["Said"]).longest(["said"], 0) is None

    def test_folds_case(self) -> None:
        """With `fold_case` phrases are in lower case, as the words must be."""
        lexicon = Lexicon.words(["According To"], fold_case=True)

        assert lexicon.longest(["according", "to"], 0) == (2, True)

    def test_value_may_be_none(self) -> None:
        """A value of None is a match all the same."""
        assert Lexicon.of({"said": None}).longest(["said"], 0) == (1, None)


class TestPhrases:
    """How phrases are split and kept."""

    @pytest.mark.parametrize(
        ("phrase", "words"),
        [
            ("according to", ("according", "to")),
            ("Iranian-made", ("Iranian", "-", "made")),
            ("U.S.", ("U.S.",)),
            ("Mr.", ("Mr.",)),
            ("Women's Council", ("Women", "'s", "Council")),
        ],
    )
    def test_splits_as_a_text_is_split(
        self, phrase: str, words: tuple[str, ...]
    ) -> None:
        """Phrases have the tokens that a text would have."""
        assert list(Lexicon.words([phrase])) == [words]

    def test_keeps_order(self) -> None:
        """Phrases come in the order given; repeating one changes the value alone."""
        lexicon = Lexicon.of({"b": 1, "a": 2}) | {"b": 3}

        assert list(lexicon.items()) == [(("b",), 3), (("a",), 2)]

    @pytest.mark.parametrize("phrase", BAD)
    def test_rejects_what_is_no_phrase(self, phrase: object) -> None:
        """A wrong phrase raises, naming value and expectation."""
        with pytest.raises(InvalidLexiconError, match="a phrase of one or more words"):
            Lexicon.words([phrase])  # type: ignore[arg-type]

    @pytest.mark.parametrize("entries", [["a"], "a", 3])
    def test_rejects_what_is_no_mapping(self, entries: object) -> None:
        """Values need phrases."""
        with pytest.raises(InvalidLexiconError, match="a mapping"):
            Lexicon.of(entries)  # type: ignore[arg-type]

    def test_rejects_one_string_for_several(self) -> None:
        """A string is not taken for its letters."""
        with pytest.raises(InvalidLexiconError, match="several phrases"):
            Lexicon.words("said")

    def test_error_is_a_standard_one(self) -> None:
        """The error is the library's and a ValueError."""
        assert issubclass(InvalidLexiconError, NewsmodelError)
        assert issubclass(InvalidLexiconError, ValueError)


class TestLookup:
    """Single phrases."""

    lexicon = Lexicon.of({"said": "statement", "made it clear": "statement"})

    def test_takes_strings_and_words(self) -> None:
        """A phrase may be written or split."""
        assert "made it clear" in self.lexicon
        assert ("made", "it", "clear") in self.lexicon
        assert self.lexicon["made it clear"] == "statement"
        assert self.lexicon.get("said") == "statement"

    def test_absent(self) -> None:
        """An absent phrase gives the default, or a KeyError that names it."""
        assert self.lexicon.get("made") is None
        assert self.lexicon.get("made", "other") == "other"
        with pytest.raises(KeyError, match="made it"):
            self.lexicon["made it"]

    @pytest.mark.parametrize("phrase", BAD)
    def test_contains_no_bad_phrase(self, phrase: object) -> None:
        """Anything may be asked after."""
        assert phrase not in self.lexicon

    def test_folds_what_is_asked(self) -> None:
        """A single phrase is folded for the caller."""
        assert "SAID" in Lexicon.words(["Said"], fold_case=True)


class TestUnion:
    """`lexicon | other`."""

    def test_with_lexicon_and_mapping(self) -> None:
        """The right side has the last word; the left side is unchanged."""
        first = Lexicon.of({"a": 1, "b": 1})

        both = first | Lexicon.of({"b": 2})

        assert both == Lexicon.of({"a": 1, "b": 2})
        assert first | {"b c": 3} == Lexicon.of({"a": 1, "b": 1, "b c": 3})
        assert first == Lexicon.of({"a": 1, "b": 1})

    def test_with_set(self) -> None:
        """Phrases without values take a set."""
        assert Lexicon.words(["a"]) | {"b"} == Lexicon.words(["a", "b"])

    def test_set_needs_a_lexicon_without_values(self) -> None:
        """A phrase cannot join phrases with values without one of its own."""
        with pytest.raises(InvalidLexiconError, match="a mapping"):
            Lexicon.of({"a": 1}) | {"b"}  # type: ignore[operator]

    def test_folds_what_is_added(self) -> None:
        """Added phrases are kept as the lexicon keeps its own."""
        lexicon = Lexicon.words(["a"], fold_case=True) | {"B"}

        assert lexicon.longest(["b"], 0) == (1, True)

    def test_both_fold_or_neither(self) -> None:
        """Lexicons that fold case do not join others."""
        with pytest.raises(InvalidLexiconError, match="fold_case=False"):
            Lexicon.words(["a"]) | Lexicon.words(["a"], fold_case=True)

    def test_rejects_other_types(self) -> None:
        """Nothing else can be joined."""
        with pytest.raises(TypeError):
            Lexicon.words(["a"]) | ["b"]  # type: ignore[operator]


class TestLazy:
    """Lexicons that read their entries when they need them."""

    def test_reads_once_when_needed(self) -> None:
        """Neither making nor joining reads; looking does, once."""
        calls = []

        def read() -> dict[str, int]:
            calls.append(1)
            return {"a": 1}

        lexicon = Lexicon.lazy(read)
        joined = lexicon | {"b": 2}
        unread = repr(joined)

        assert not calls
        assert unread == "Lexicon(not read yet)"
        assert joined.longest(["b"], 0) == (1, 2)
        assert len(lexicon) == len(calls) == 1

    def test_equals_an_eager_one(self) -> None:
        """When the entries come does not matter."""
        lazy = Lexicon.lazy(lambda: {"A": 1}, fold_case=True)

        assert Lexicon.of({"x": 1}, fold_case=True) | lazy == Lexicon.of(
            {"x": 1, "a": 1}, fold_case=True
        )


class TestValue:
    """Lexicons are values."""

    def test_equality_ignores_order(self) -> None:
        """Equal entries make equal lexicons with equal hashes."""
        first, second = Lexicon.words(["a", "b"]), Lexicon.words(["b", "a"])

        assert first == second
        assert hash(first) == hash(second)
        assert first != Lexicon.words(["a", "b"], fold_case=True)
        assert first != {"a", "b"}

    def test_pickles(self) -> None:
        """A copy from another process is equal, used or not."""
        lexicon = Lexicon.of({"New York": 1, "U.S.": 2}, fold_case=True)
        lexicon.longest(["a"], 0)

        assert pickle.loads(pickle.dumps(lexicon)) == lexicon  # noqa: S301

    def test_repr_is_short(self) -> None:
        """A large lexicon is shown in one short line."""
        lexicon = Lexicon.words(["a b", "c", "d", "e"])

        assert repr(lexicon) == "Lexicon('a b', 'c', 'd', ... 4 phrases)"
        assert repr(Lexicon.words(["a b"])) == "Lexicon('a b')"
        assert repr(Lexicon[int]()) == "Lexicon()"
