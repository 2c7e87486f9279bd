"""
What an editor underlines; checked, never run.

Each line carries the code of the error that it must give: a checker that is told to
report ignores without a use fails when one is no longer an error.
"""

import newsmodel
from newsmodel.parsers import ClaimParser, Reading, TimeParser

article = newsmodel.parse("It rained.")
article.text = "It snowed."  # type: ignore[misc]  # pyright: ignore[reportAttributeAccessIssue]
article.claims[0] = article.claims[1]  # type: ignore[index]  # pyright: ignore[reportIndexIssue]
newsmodel.Span(0, 1)  # type: ignore[call-arg]  # pyright: ignore[reportCallIssue]
newsmodel.parse(b"It rained.")  # type: ignore[arg-type]  # pyright: ignore[reportArgumentType]
ClaimParser.cues | {"posted": 3}  # type: ignore[dict-item]  # pyright: ignore[reportOperatorIssue, reportUnusedExpression]


class Forgetful(TimeParser):
    """Changes what a hook promises, and what is final."""

    def accepts(self, candidate: str, reading: Reading) -> bool:  # type: ignore[override]  # pyright: ignore[reportIncompatibleMethodOverride]
        """Take another candidate."""
        return candidate == ""

    def parse(self, reading: Reading) -> tuple[()]:  # type: ignore[misc]  # pyright: ignore[reportIncompatibleMethodOverride]
        """Override what is final."""
        return ()
