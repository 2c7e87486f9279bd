"""One story of many: its article, or why there is none."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

import attrs

from newsmodel.corpus.stories import Failure, Limits, RawStory
from newsmodel.errors import TooLargeError
from newsmodel.model import Article
from newsmodel.reader import parse

if TYPE_CHECKING:
    from newsmodel.parsers import ArticleParser

Parsed = tuple[RawStory, Article]
"""A story and what it says."""


@attrs.frozen
class StoryParser:
    """Parses stories one by one, with the plain parser or another."""

    parser: ArticleParser | None
    limits: Limits

    def parse(
        self, stories: Iterable[RawStory | Failure]
    ) -> Iterator[Parsed | Failure]:
        """Give a result for each story, in order; failures pass."""
        for story in stories:
            yield story if isinstance(story, Failure) else self._parse(story)

    def _parse(self, story: RawStory) -> Parsed | Failure:
        try:
            return story, self._article(story)
        except Exception as error:  # noqa: BLE001 - one story never stops a run
            return Failure.of(story, error)

    def _article(self, story: RawStory) -> Article:
        size, most = len(story.text), self.limits.story
        if size > most:
            raise TooLargeError(size, f"at most {most} code points", "text")
        known = (story.published, story.url, story.publisher)
        if self.parser is None:
            return parse(story.text, *known)
        published, url, publisher = known
        return self.parser.parse(
            story.text, published=published, url=url, publisher=publisher
        )
