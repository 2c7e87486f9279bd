"""The promises of newsmodel, tested on the parsers of this package."""

from newsmodel.testing import ArticlePromises, ParserPromises
from newsmodel_ceasefires import (
    CeasefireArticleParser,
    CeasefireParser,
    FrontLocationParser,
    RadioClaimParser,
)


class TestCeasefireArticleParser(ArticlePromises):
    """The whole, with our parts in it."""

    parser = CeasefireArticleParser(evidence=None)
    own = ("Anna Berg radioed that Camp Zedda was quiet.",)


class TestCeasefireParser(ParserPromises):
    """A parser from nothing."""

    parser = CeasefireParser()
    article_parser = CeasefireArticleParser(evidence=None)
    own = (
        "Iran and Ukraine agreed to a humanitarian truce near Camp Zedda on Tuesday.",
        "The ceasefire was broken, and Russia called for an armistice.",
    )


class TestRadioClaimParser(ParserPromises):
    """A part with more words."""

    parser = RadioClaimParser()
    article_parser = CeasefireArticleParser(evidence=None)
    own = ("Anna Berg radioed that it rained.",)


class TestFrontLocationParser(ParserPromises):
    """A part with other places."""

    parser = FrontLocationParser()
    article_parser = CeasefireArticleParser(evidence=None)
    own = ("The road to Vardo Crossing was open.",)
