"""The report: one page that needs nothing else."""

import base64
import hashlib
import re
import sys

import attrs
import pytest
from hypothesis import example, given

import newsmodel
from newsmodel.errors import MissingExtraError
from newsmodel.render import report
from newsmodel.render._shown import shown
from newsmodel.render.report import render, write_report
from newsmodel.strategies import articles, texts

STORY = (
    "Drones at Sea\n\nOn Tuesday Oslo accused Iran of lying. Iran denied that it "
    "lied. The US imposed sanctions on Iran in March.\n\n“It is late,” Anna Berg, a "
    "spokeswoman in Paris, said. “We leave.”"
)


def unfolded(text: str) -> str:
    """Give a text with the line ends that HTML has."""
    return re.sub("\r\n?", "\n", shown(text))


@pytest.fixture(scope="module")
def article() -> newsmodel.Article:
    """Give a story in which one claim answers another."""
    found = newsmodel.parse(STORY, published="2023-06-10")
    accusation, denial, *others = found.claims
    denial = attrs.evolve(denial, answers=(accusation,))
    return attrs.evolve(found, claims=(accusation, denial, *others))


@pytest.fixture(scope="module")
def page(article, parsed):
    """Give the report on that story."""
    return parsed(render([article]))


class TestRender:
    """What the page holds."""

    def test_lists_claims_by_speaker(self, page, article) -> None:
        """Each claim has a card, under the name of who says it."""
        cards = page.findall(".//li[@data-card]")
        heads = [h.find("bdi").text for h in page.iterfind(".//h4")]

        assert len(cards) == len(article.claims)
        assert heads == ["Norway", "Iran", "Anna Berg"]

    def test_says_who_is_aimed_at(self, page) -> None:
        """A card gives act and target."""
        words = "".join(page.find(".//li[@id='s1-c1']/p").itertext())

        assert words == "1 accusation aimed at Iran"

    def test_links_answers(self, page) -> None:
        """An answer links to its claim, and the claim back."""
        answer = page.find(".//li[@id='s1-c2']/p[@class='facts']/span")
        answered = page.find(".//li[@id='s1-c1']/p[@class='facts']/span")

        assert answer.find("a").get("href") == "#s1-c1"
        assert answered.find("a").get("href") == "#s1-c2"

    def test_links_lead_somewhere(self, page) -> None:
        """Every link inside the page has its target, and every id is one."""
        ids = [e.get("id") for e in page.iter() if e.get("id")]
        links = [e.get("href") for e in page.iter() if e.get("href")]

        assert len(set(ids)) == len(ids)
        assert {link.removeprefix("#") for link in links} <= set(ids)

    def test_lists_sanctions(self, page, article) -> None:
        """Each sanction is a row."""
        rows = page.findall(".//section[@class='sanctions']//tbody/tr")

        assert len(rows) == len(article.sanctions)

    def test_says_in_a_table_what_a_picture_shows(self, page) -> None:
        """Who about whom and where have a table of the same."""
        pictures = page.findall(".//*[@role='img']")
        tables = page.findall(".//details/table")

        assert len(pictures) == len(tables) == 2

    def test_has_a_timeline(self, page) -> None:
        """Dated claims and sanctions and the publication are in it."""
        days = [e.text for e in page.iterfind(".//span[@class='days']")]

        assert days == ["2023-03-01 to 2023-03-31", "2023-06-06", "2023-06-10"]

    def test_is_named_after_its_story(self, page) -> None:
        """The title of the page is the headline."""
        assert page.find(".//title").text == "Drones at Sea"

    def test_lists_several_stories(self, parsed, article) -> None:
        """Two stories have a list of both, by their first words without a headline."""
        page = parsed(render([article, newsmodel.Article(text="Short.")]))
        names = [e.text for e in page.iterfind(".//nav//bdi")]

        assert names == ["Drones at Sea", "Short."]

    def test_cuts_a_long_title(self, parsed) -> None:
        """A story without a headline is named by its first words."""
        page = parsed(render([newsmodel.Article(text="word " * 50)]))

        assert len(page.find(".//title").text) == 80

    def test_links_a_claim_to_the_one_around_it(self, parsed) -> None:
        """Who passes on what others say stands beside it."""
        story = "Ukraine said that the UN had warned that the war could spread."
        article = newsmodel.parse(story)
        page = parsed(render([article]))
        inside = [e for e in page.iter("span") if (e.text or "").startswith("inside")]

        assert [e.find("a").get("href") for e in inside] == ["#s1-c1"]

    def test_tells_what_was_left_open(self, parsed) -> None:
        """A notice is shown with the words it is about."""
        page = parsed(render([newsmodel.parse("“We are here, he said.")]))

        assert page.find(".//section[@class='notices']//li").text

    def test_groups_what_nobody_named_says(self, parsed) -> None:
        """A claim without a speaker has a card too."""
        page = parsed(render([newsmodel.parse("Iran was accused of lying.")]))
        (head,) = page.iter("h4")

        assert head.text.strip() == "Nobody named"

    def test_of_no_story_says_so(self, parsed) -> None:
        """An empty report is a page."""
        words = "".join(parsed(render([])).find(".//main").itertext())

        assert words.strip() == "There is no story in this report."

    def test_links_to_addresses_of_the_web_alone(self, parsed) -> None:
        """An address that would run something is only text."""
        web = newsmodel.parse("", url="https://example.org/?a=1&b=2", publisher="P")
        bad = newsmodel.parse("", url="javascript:alert(1)")
        page = parsed(render([web, bad]))
        links = [e.get("href") for e in page.iter("a")]

        assert links == ["#s1", "#s2", "https://example.org/?a=1&b=2"]
        assert "javascript:alert(1)" in "".join(page.find(".//main").itertext())


class TestSafety:
    """What the page does not let happen."""

    def test_policy_names_its_own_parts(self, page) -> None:
        """Its style and script are allowed by their hashes, and nothing else is."""
        policy = page.find(".//meta[@http-equiv]").get("content")
        parts = [page.find(f".//{tag}").text.encode() for tag in ("style", "script")]
        hashes = [base64.b64encode(hashlib.sha256(p).digest()).decode() for p in parts]

        assert policy.startswith("default-src 'none'; ")
        assert re.findall("sha256-([^']+)", policy) == hashes
        assert len(page.findall(".//script")) == len(page.findall(".//style")) == 1

    def test_asks_for_nothing(self, article) -> None:
        """No address, no inline style, no handler."""
        assert not re.search(
            r"https?:|url\(|@import|\son\w+=|\sstyle=|\ssrc=", render([article])
        )

    def test_survives_a_hostile_story(self, hostile, parsed, story_words) -> None:
        """What looks like markup is text, everywhere."""
        article = newsmodel.parse(hostile, publisher="<i>&", url="<b>")
        page = parsed(render([article]))

        assert story_words(render([article])) == unfolded(hostile)
        assert len(page.findall(".//script")) == 1
        assert not [e for e in page.iter() if e.tag in {"img", "i"}]
        assert all(not e.attrib for e in page.iter("b"))

    @given(articles())
    def test_is_well_formed(self, story_words, article) -> None:
        """The HTML has no mistake and holds the text of the story."""
        assert story_words(render([article])) == unfolded(article.text)

    @given(texts())
    @example("\r\n\r<p>&amp;\x0c\u2028\ud800\x00")
    def test_page_holds_any_text(self, story_words, text) -> None:
        """Any story has a well-formed page that holds its text."""
        assert story_words(render([newsmodel.parse(text)])) == unfolded(text)

    @given(articles())
    def test_same_article_same_page(self, article) -> None:
        """An article that has been to JSON and back gives the same page."""
        again = newsmodel.Article.from_json(article.to_json())

        assert render([again]) == render([article])


class TestWriteReport:
    """The file."""

    def test_writes_utf_8(self, tmp_path, article) -> None:
        """The file is the page, whatever its text."""
        hard = newsmodel.parse("“Ål” said \ud800 Berg.\r\nIt rained.")
        write_report([article, hard], tmp_path / "report.html")
        written = (tmp_path / "report.html").read_bytes()

        assert written.decode("utf-8") == render([article, hard])

    def test_names_the_extra_that_is_missing(self, monkeypatch) -> None:
        """Without jinja2 the error says what to install."""
        monkeypatch.setitem(sys.modules, "jinja2", None)
        monkeypatch.setattr(report, "_environment", report._environment.__wrapped__)

        with pytest.raises(MissingExtraError, match=r"newsmodel\[report\]"):
            render([])
