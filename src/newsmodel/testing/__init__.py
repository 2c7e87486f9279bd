"""
The promises of the library as tests, ready to run on a parser of yours.

Needs the extra `hypothesis`.  A test class names the parser and inherits a test for
each promise; pytest and unittest run it.  Hypothesis looks for a text that breaks the
promise, in the profile that you have loaded, and shows the shortest.

Example:
    >>> from newsmodel import ArticleParser
    >>> from newsmodel.parsers import ClaimParser
    >>> class MyClaimParser(ClaimParser):
    ...     cues = ClaimParser.cues | {"bleated": "belief"}
    >>> class MyArticleParser(ArticleParser):
    ...     claim_parser = MyClaimParser
    >>> class TestMyArticleParser(ArticlePromises):
    ...     parser = MyArticleParser()
    ...     own = ["Anna Berg bleated that it rained."]
    >>> TestMyArticleParser().test_export_round_trips()
"""

from newsmodel.errors import BrokenPromiseError
from newsmodel.testing._article import ArticlePromises
from newsmodel.testing._parser import ParserPromises

__all__ = ["ArticlePromises", "BrokenPromiseError", "ParserPromises"]
