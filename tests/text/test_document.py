"""Tokens, sentences and quotations in the text as given."""

import pytest
from hypothesis import given

from newsmodel.strategies import texts
from newsmodel.text import Document


def tokens(text: str) -> list[str]:
    """Give the token texts."""
    return Document(text).tokens.texts


def sentences(text: str) -> list[str]:
    """Give the sentences as strings."""
    document = Document(text)
    return [document.words(*s).text for s in document.sentences]


def quotations(text: str) -> list[str]:
    """Give the outer quotations as strings."""
    found = Document(text).quotations
    return [text[q.start : q.end] for q in found if q.depth == 0]


class TestTokens:
    """What is one token."""

    @pytest.mark.parametrize(
        ("text", "expected"),
        [
            ("Iran’s drones", ["Iran", "'s", "drones"]),
            ("didn't O’Neill's", ["didn't", "O'Neill", "'s"]),
            ("Iranian-made", ["Iranian", "-", "made"]),
            ("the U.S. Treasury.", ["the", "U.S.", "Treasury", "."]),
            ("Mr. Lee, Sen. Day", ["Mr.", "Lee", ",", "Sen.", "Day"]),
            ("1,000.5 10:30 10/6/2023 20th", ["1,000.5", "10:30", "10/6/2023", "20th"]),
            ("sanc\u00adtions\u200b", ["sanctions"]),
            ("''No''", ["''", "No", "''"]),
            ("$5 (UAVs)", ["$", "5", "(", "UAVs", ")"]),
            ("", []),
        ],
    )
    def test_splits(self, text: str, expected: list[str]) -> None:
        """Each row is a rule or a near miss of one."""
        assert tokens(text) == expected

    @given(texts())
    def test_tokens_are_ordered_and_inside(self, text: str) -> None:
        """Tokens do not overlap, are not empty and lie in the text."""
        _, starts, ends = Document(text).tokens
        flat = [x for pair in zip(starts, ends, strict=True) for x in pair]

        assert flat == sorted(flat)
        assert all(s < e for s, e in zip(starts, ends, strict=True))
        assert not flat or flat[-1] <= len(text)


class TestSentences:
    """Where a sentence ends."""

    @pytest.mark.parametrize(
        ("text", "count"),
        [
            ("It rained. It stopped.", 2),
            ("Mr. Lee came. He left.", 2),
            ("He met the U.S. President there.", 1),
            ("He is from the U.S. The rest are not.", 2),
            ("“No.” He left.", 2),
            ('"No!" he said.', 1),
            ("It cost $3.5 million. So what?", 2),
            ("At 5 p.m. Monday it rained.", 1),
            ("One paragraph\n\nand another", 2),
        ],
    )
    def test_counts(self, text: str, count: int) -> None:
        """Each row is a rule or a near miss of one."""
        assert len(sentences(text)) == count

    @given(texts())
    def test_sentences_cover_all_tokens(self, text: str) -> None:
        """Every token stands in exactly one sentence, and `sentence_of` finds it."""
        document = Document(text)
        covered = [t for s in document.sentences for t in range(*s)]

        assert covered == list(range(len(document.tokens.texts)))
        assert all(document.sentence_of(s[0]) == s for s in document.sentences)


class TestQuotations:
    """Which marks open and close."""

    @pytest.mark.parametrize(
        ("text", "expected"),
        [
            ("He said “no”.", ["“no”"]),
            ('He said “no". Then "yes".', ['“no"', '"yes"']),
            ('“He said "no" twice”', ['“He said "no" twice”']),
            ('"A," he said. "B."', ['"A,"', '"B."']),
            ("''A,'' he said", ["''A,''"]),
            ("«Non», dit-il", ["«Non»"]),
            ("‘It’s so,’ she said", ["‘It’s so,’"]),
            ("'It is so', she said in the '90s", ["'It is so'"]),
            ("the players' union and Iran's", []),
            ("“He said ‘no’ twice”", ["“He said ‘no’ twice”"]),
            ("\"He said 'no' twice\"", ["\"He said 'no' twice\""]),
            ('An "odd one. And more', ['"odd one. And more']),
            ("5' 6\" tall", []),
        ],
    )
    def test_pairs(self, text: str, expected: list[str]) -> None:
        """Each row is a typing habit or a near miss."""
        assert quotations(text) == expected

    def test_goes_on_in_the_next_paragraph(self) -> None:
        """A repeated opening mark continues; an odd mark stays in its block."""
        document = Document("“One.\n\n“Two,” he said.\n\n“Odd.\n\nPlain.")
        states = [(q.closed, q.continued) for q in document.quotations]

        assert states == [(False, True), (True, False), (False, False)]

    def test_inner_quotations_are_deeper(self) -> None:
        """Depth counts the quotations around."""
        depths = [q.depth for q in Document("“A ‘b’ c”").quotations]

        assert depths == [0, 1]

    @pytest.mark.parametrize("mark", ['"', "'", "“", "”", "``", "''", "«", '"a" '])
    def test_a_flood_of_marks_is_read(self, mark: str) -> None:
        """A hundred thousand marks are no trouble."""
        Document(mark * 100_000).quoted  # noqa: B018 - computed on demand


class TestDocument:
    """The text itself."""

    def test_clean_has_equal_length(self) -> None:
        """Line ends, spaces and marks are replaced one for one."""
        text = "\ufeffA\r\nb\u00a0c\rd ’e\u2011f\u2028g"
        clean = Document(text).clean

        assert clean == " A \nb c\nd 'e-f\ng"

    def test_wants_a_string(self) -> None:
        """Bytes are refused by name."""
        with pytest.raises(TypeError, match="text: expected str"):
            Document(b"bytes")  # type: ignore[arg-type]  # the point
