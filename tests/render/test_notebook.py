"""The story in a notebook."""

import re

import pytest
from hypothesis import example, given

import newsmodel
from newsmodel.render._shown import shown
from newsmodel.render.notebook import render
from newsmodel.strategies import articles, texts

STORY = (
    "Oslo said on Tuesday that Iran lied. Iran denied that. The US imposed sanctions "
    "on Iran, Anna Berg said in Paris."
)


@pytest.fixture(scope="module")
def page(parsed):
    """Give the page of a short story."""
    return parsed(render(newsmodel.parse(STORY, published="2023-06-10")))


def unfolded(text: str) -> str:
    """Give a text with the line ends that HTML has."""
    return re.sub("\r\n?", "\n", shown(text))


class TestRender:
    """What a notebook shows."""

    def test_is_what_notebooks_ask_for(self) -> None:
        """Notebooks find it by its name on the article."""
        article = newsmodel.parse(STORY)

        assert article._repr_html_() == render(article)

    def test_marks_every_kind(self, page) -> None:
        """Claims, sanctions, actors, places and times are marked and in the legend."""
        kinds = {"claim", "sanction", "actor", "place", "time"}

        assert {m.get("class") for m in page.iterfind(".//div//mark")} == kinds
        assert {m.get("class") for m in page.iterfind(".//ul//mark")} == kinds

    def test_tells_what_is_marked(self, page) -> None:
        """Who does not see the marks hears them."""
        notes = [n.text.strip() for n in page.iterfind(".//*[@class='note']")]

        assert "by Iran, aimed at Iran:" not in notes
        assert {"by Norway:", "(actor Norway)", "(place)", "(date 2023-06-06)"} <= {
            *notes
        }

    def test_names_its_language(self, page) -> None:
        """Screen readers choose a voice by it."""
        assert page.find(".//section").get("lang") == "en"

    def test_needs_nothing_else(self) -> None:
        """No script, no address, no handler."""
        page = render(newsmodel.parse(STORY))

        assert not re.search(r"<script|https?:|url\(|@import|\son\w+=", page)

    def test_has_a_table_of_each_kind(self, page) -> None:
        """Claims and sanctions are listed too, with as many rows as there are."""
        article = newsmodel.parse(STORY, published="2023-06-10")
        rows = [len(t.findall(".//tbody/tr")) for t in page.iterfind(".//table")]

        assert rows == [len(article.claims), len(article.sanctions)]

    def test_an_empty_story_has_a_frame(self, parsed) -> None:
        """Nothing found is no table."""
        assert parsed(render(newsmodel.parse(""))).find(".//table") is None

    def test_survives_a_hostile_story(self, hostile, parsed) -> None:
        """What looks like markup is text."""
        page = parsed(render(newsmodel.parse(hostile)))

        assert page.find(".//script") is None
        assert page.find(".//img") is None
        assert page.find(".//b") is None

    @given(articles())
    def test_is_well_formed(self, parsed, story_words, article) -> None:
        """The HTML has no mistake and holds the text of the story."""
        assert story_words(render(article)) == unfolded(article.text)

    @given(texts())
    @example("\r\n\r<p>&amp;\x0c\u2028\ud800\x00")
    def test_page_holds_any_text(self, story_words, text) -> None:
        """Any story has a well-formed page that holds its text."""
        page = render(newsmodel.parse(text))

        assert story_words(page) == unfolded(text)

    @given(articles())
    def test_same_article_same_page(self, article) -> None:
        """An article that has been to JSON and back gives the same page."""
        again = newsmodel.Article.from_json(article.to_json())

        assert render(again) == render(article)
