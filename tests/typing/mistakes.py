"""
What an editor underlines; checked, never run.

Each line carries the code of the error that it must give: a checker that is told to
report ignores without a use fails when one is no longer an error.
"""

import newsmodel

article = newsmodel.parse("It rained.")
article.text = "It snowed."  # type: ignore[misc]  # pyright: ignore[reportAttributeAccessIssue]
article.claims[0] = article.claims[1]  # type: ignore[index]  # pyright: ignore[reportIndexIssue]
newsmodel.Span(0, 1)  # type: ignore[call-arg]  # pyright: ignore[reportCallIssue]
newsmodel.parse(b"It rained.")  # type: ignore[arg-type]  # pyright: ignore[reportArgumentType]
