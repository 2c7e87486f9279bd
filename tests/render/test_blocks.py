"""Blocks: a story cut into headline, paragraphs and the rest."""

from hypothesis import given

import newsmodel
from newsmodel.render._blocks import blocks
from newsmodel.strategies import texts

STORY = (
    "World\n\nBridge Talks Go On\n\nBy Jane Doe\n\nPublished: 10 June 2023\n\n"
    "Oslo said that the talks would go on. It rained.\n\nADVERTISEMENT\n"
)


class TestBlocks:
    """The layout of a page."""

    def test_names_zones(self) -> None:
        """Each zone is a block with the whole of its lines."""
        found = [(b.zone, b.text) for b in blocks(newsmodel.parse(STORY))]

        assert [zone for zone, _ in found if zone != "gap"] == [
            "section",
            "headline",
            "byline",
            "date-line",
            "paragraph",
            "furniture",
        ]
        assert ("date-line", "Published: 10 June 2023") in found

    def test_names_no_zone_it_does_not_know(self) -> None:
        """An article without a layout is one other block between gaps."""
        article = newsmodel.Article(text="\nOne.\rTwo.\n")

        assert [(b.zone, b.text) for b in blocks(article)] == [
            ("gap", "\n"),
            ("other", "One.\rTwo."),
            ("gap", "\n"),
        ]

    def test_of_nothing_are_none(self) -> None:
        """An empty story has no blocks."""
        assert blocks(newsmodel.parse("")) == ()

    @given(texts())
    def test_join_to_the_text(self, text: str) -> None:
        """No character is lost, whatever the layout."""
        assert "".join(b.text for b in blocks(newsmodel.parse(text))) == text
