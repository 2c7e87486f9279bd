"""The page for a terminal."""

import newsmodel
from newsmodel.render.terminal import render

STORY = (
    "Ukraine blames Iran\n\nBy Jane Doe\n\nUkraine accused Iran of sending drones on "
    "Tuesday. Last month the US imposed sanctions on Iran over its drones, said Anna "
    "Berg, a spokeswoman in Kyiv. “It is so."
)


class TestRender:
    """What a person sees."""

    def test_shows_every_table(self) -> None:
        """Claims come first, then sanctions, actors, places, times and what is open."""
        page = render(newsmodel.parse(STORY, published="2023-06-10"))
        heads = [line for line in page.splitlines() if line[:1].isupper()]
        titles = [line.split(" (")[0] for line in heads]

        assert titles == [
            "Ukraine blames Iran",
            "Who says what about whom",
            "Sanctions",
            "Who",
            "Where",
            "When",
            "Left open",
        ]
        assert "by Jane Doe | 2023-06-10" in page

    def test_counts_what_it_shows(self) -> None:
        """The number behind a title is that of the table."""
        article = newsmodel.parse(STORY, published="2023-06-10")

        assert f"about whom ({len(article.claims)})" in render(article)
        assert f"Who ({len(article.actors)})" in render(article)

    def test_keeps_its_width(self) -> None:
        """Contents are wrapped."""
        long = "The mayor said that " + "the bridge was safe and " * 40 + "so on."
        page = render(newsmodel.parse(long), width=60)

        assert max(map(len, page.splitlines())) <= 60

    def test_cannot_be_steered(self) -> None:
        """Control characters of the story are replaced."""
        page = render(
            newsmodel.parse("Iran \x1b[31msaid that it \x07rained\x9b\u202e.")
        )

        assert not set(page) & set("\x1b\x07\x9b\u202e")

    def test_an_empty_story_has_a_page(self) -> None:
        """Nothing found is one line."""
        assert render(newsmodel.parse("")) == "0 paragraphs, no headline"
