"""Where blocks begin and end."""

import textwrap

import pytest

from newsmodel.text import Document

ONE = (
    "Norland and Sudland have signed a treaty on the fish that both have caught in the "
    "strait between them for centuries, their ministers said on Friday after two days "
    "of talks in the old town hall of Ostad, where the first such treaty was signed."
)
TWO = (
    "Fishermen on both sides were not pleased with it, and some of them said that they "
    "would take the two governments to court before the end of the month if nothing "
    "changed in the rules for nets."
)


def words(text: str) -> list[str]:
    """Give the words of each block, white space folded."""
    return [" ".join(text[b.start : b.end].split()) for b in Document(text).blocks]


class TestFindBlocks:
    """Lines, blank lines and wrapped lines."""

    @pytest.mark.parametrize("width", [50, 72, 80, 100])
    def test_joins_wrapped_lines(self, width: int) -> None:
        """Wrapped paragraphs between blank lines are one block each."""
        text = "\n\n".join(textwrap.fill(p, width) for p in (ONE, TWO))

        assert words(text) == [ONE, TWO]

    @pytest.mark.parametrize("width", [60, 72, 80])
    def test_ends_a_wrapped_paragraph_at_a_line_with_room(self, width: int) -> None:
        """Without blank lines, a line that is not full ends a paragraph."""
        text = "\n".join(textwrap.fill(p, width) for p in (ONE, TWO))

        assert words(text) == [ONE, TWO]

    def test_ends_a_wrapped_paragraph_at_an_indent(self) -> None:
        """An indented line begins a paragraph."""
        full = "word " * 13 + "word"
        text = "\n".join(["    " + full, full, full, "    " + full, full, full])

        assert len(words(text)) == 2

    def test_takes_the_indent_of_most_lines_for_none(self) -> None:
        """A margin that all lines have begins no paragraph."""
        text = textwrap.indent(textwrap.fill(ONE, 72), "        ")

        assert words(text) == [ONE]

    def test_lines_of_no_width_are_blocks(self) -> None:
        """Lines of any length are not joined where no width explains them."""
        text = f"{ONE}\n{TWO}\nA short one\nAnother short line of words"

        assert len(words(text)) == 4

    def test_the_longest_line_is_no_proof(self) -> None:
        """Two lines that begin in capitals are not wrapped."""
        text = "Norland and Sudland sign treaty on fish after talks\nMinisters pleased"

        assert len(words(text)) == 2

    def test_a_small_letter_is_proof(self) -> None:
        """One full line that goes on in a small letter is wrapped."""
        text = "Norland and Sudland have signed a treaty on fish that\nboth have caught"

        assert len(words(text)) == 1

    def test_a_credit_under_a_full_line_is_a_block(self) -> None:
        """A byline under a headline as long as a line does not join it."""
        head = (
            "Norland and Sudland sign a treaty on fish after long talks in Ostad town"
        )
        text = f"{head}\nBy ANN LEE\n\n{textwrap.fill(ONE, 72)}"

        assert words(text) == [head, "By ANN LEE", ONE]

    def test_a_sentence_may_go_on_with_by(self) -> None:
        """After a full stop "By" begins a sentence of the same paragraph."""
        text = "\n".join(
            ["They have signed a treaty after long talks in the hall, he said."] * 2
            + ["By then the boats of both sides had left the strait for the night."]
        )

        assert len(words(text)) == 1

    def test_knows_lines_and_blanks(self) -> None:
        """Blocks count their lines and know a blank line before them."""
        text = f"{textwrap.fill(ONE, 72)}\n\n{TWO[:40]}\nmore"
        one, two, three = Document(text).blocks

        assert one.lines == len(textwrap.wrap(ONE, 72))
        assert (one.blank_before, two.blank_before, three.blank_before) == (
            True,
            True,
            False,
        )

    @pytest.mark.parametrize("text", ["", "\n", " \n\t\n", "\r\n\r\n"])
    def test_white_space_has_no_blocks(self, text: str) -> None:
        """Blank lines alone give none."""
        assert Document(text).blocks == []
