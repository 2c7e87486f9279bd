"""The text as every parser receives it."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from functools import cached_property

from newsmodel.errors import InvalidTypeError
from newsmodel.model import Passage
from newsmodel.text.blocks import Block, find_blocks
from newsmodel.text.normalise import normalise
from newsmodel.text.quotations import Quotation, find_quotations
from newsmodel.text.sentences import find_sentences
from newsmodel.text.tokens import Tokens, tokenise


class Document:
    """
    A text with its blocks, tokens, sentences and quotations, all read once on demand.

    All offsets are code points of the text as given; tokens are counted from 0
    through the whole text.  A document never changes, so threads may share it.

    Args:
        text: Any string.

    Raises:
        InvalidTypeError: If it is no string.
    """

    def __init__(self, text: str) -> None:
        if not isinstance(text, str):
            raise InvalidTypeError(text, "str", "text")
        self.text = text
        """The text exactly as given."""

    def __repr__(self) -> str:
        return f"Document({len(self.text)} characters)"

    @cached_property
    def clean(self) -> str:
        """The text with look-alikes replaced, of equal length."""
        return normalise(self.text)

    @cached_property
    def blocks(self) -> list[Block]:
        """Blocks in order; white space at their ends left out."""
        return find_blocks(self.clean)

    @cached_property
    def tokens(self) -> Tokens:
        """Tokens in parallel lists: `texts`, `starts`, `ends`."""
        return tokenise(self.clean)

    @cached_property
    def lower(self) -> list[str]:
        """The token texts in lower case."""
        return [t.lower() for t in self.tokens.texts]

    @cached_property
    def sentences(self) -> list[tuple[int, int]]:
        """Sentences as ranges of tokens `[first, stop)`, none across two blocks."""
        found: list[tuple[int, int]] = []
        for block in self.blocks:
            tokens = self.token_range(block.start, block.end)
            found += find_sentences(self.tokens, *tokens)
        return found

    @cached_property
    def quotations(self) -> list[Quotation]:
        """Quotations in order of their opening marks."""
        return find_quotations(self.text, self.clean, self.blocks)

    @cached_property
    def quoted(self) -> bytearray:
        """For each token: 1 inside a quotation (its marks too), else 0."""
        flags = bytearray(len(self.tokens.texts))
        for quotation in self.quotations:
            if quotation.depth == 0:
                first, stop = self.token_range(quotation.start, quotation.end)
                flags[first:stop] = b"\x01" * (stop - first)
        return flags

    def token_range(self, start: int, end: int) -> tuple[int, int]:
        """Give the tokens `[first, stop)` that touch the code points `start:end`."""
        _, starts, ends = self.tokens
        first = bisect_right(ends, start)
        return first, max(first, bisect_left(starts, end))

    def sentence_of(self, token: int) -> tuple[int, int]:
        """Give the sentence `[first, stop)` that a token stands in."""
        number = bisect_right(self.sentences, (token, len(self.tokens.texts) + 1))
        return self.sentences[max(number - 1, 0)]

    def passage(self, start: int, end: int) -> Passage:
        """Cut a passage; white space at its ends is left out."""
        text = self.text
        while start < end and (text[start].isspace() or text[start] == "\ufeff"):
            start += 1
        while end > start and (text[end - 1].isspace() or text[end - 1] == "\ufeff"):
            end -= 1
        return Passage(start=start, end=end, text=text[start:end])

    def words(self, first: int, stop: int) -> Passage:
        """Cut the passage of the tokens `[first, stop)`, at least one."""
        _, starts, ends = self.tokens
        start, end = starts[first], ends[stop - 1]
        return Passage(start=start, end=end, text=self.text[start:end])
