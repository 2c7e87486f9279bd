"""What `LayoutParser` makes of pages, and what it promises for any text."""

import tomllib
from pathlib import Path
from typing import Any

import attrs
import pytest

import newsmodel
from newsmodel.parsers import Reading
from newsmodel.parsers.authors import AuthorParser
from newsmodel.parsers.layout import Area, LayoutParser
from newsmodel.parsers.published import read_published
from newsmodel.parsers.reading import Zone, ZoneKind
from newsmodel.text import Document

CASES = Path(__file__).parent.parent / "cases" / "layout.toml"
PAGES = tomllib.loads(CASES.read_text("utf-8"))["page"]
ONE = {
    "headline": ZoneKind.HEADLINE,
    "standfirst": ZoneKind.STANDFIRST,
    "byline": ZoneKind.BYLINE,
    "dateline": ZoneKind.DATELINE,
    "date": ZoneKind.DATE_LINE,
    "section": ZoneKind.SECTION,
    "bio": ZoneKind.AUTHOR_BIO,
}


def read(text: str) -> Reading:
    """Read layout and authors."""
    reading = Reading(document=Document(text))
    reading = attrs.evolve(reading, layout=LayoutParser().parse(reading))
    return attrs.evolve(reading, authors=AuthorParser().parse(reading))


def zones(text: str) -> list[tuple[str, str]]:
    """Give kinds and words of all zones, in order."""
    return [(z.kind.value, z.passage.text) for z in read(text).layout]


@pytest.mark.parametrize("page", PAGES, ids=[p["why"] for p in PAGES])
class TestPages:
    """Pages of our own writing."""

    def test_has_its_single_zones(self, page: dict[str, Any]) -> None:
        """Headline, credits and labels are found, and none where there is none."""
        reading = read(page["text"])

        found = {name: reading.zone(kind) for name, kind in ONE.items()}

        assert {n: p.text for n, p in found.items() if p} == {
            name: page[name] for name in ONE if name in page
        }

    def test_has_its_paragraphs(self, page: dict[str, Any]) -> None:
        """All paragraphs are found, and nothing else is one."""
        found = [p.text for p in read(page["text"]).zones(ZoneKind.PARAGRAPH)]

        assert len(found) == len(page["body"])
        assert all(p.startswith(w) for p, w in zip(found, page["body"], strict=True))

    def test_has_its_links_and_furniture(self, page: dict[str, Any]) -> None:
        """Links and furniture are told apart."""
        reading = read(page["text"])

        links = [p.text for p in reading.zones(ZoneKind.RELATED)]
        furniture = [p.text for p in reading.zones(ZoneKind.FURNITURE)]

        assert links == page.get("related", [])
        assert furniture == page.get("furniture", [])

    def test_has_its_authors(self, page: dict[str, Any]) -> None:
        """The people of the credits are the authors, in order."""
        names = [author.name for author in read(page["text"]).authors]

        assert names == page.get("authors", [])

    def test_has_its_day(self, page: dict[str, Any]) -> None:
        """The day of publication is read where the page gives its year."""
        published, _ = read_published(read(page["text"]))

        day = published.isoformat()[:10] if published else None
        assert day == page.get("published")


class TestLayoutParser:
    """What holds for any text."""

    @pytest.mark.parametrize("text", ["", "\n\n", " ", "\ufeff", "...", "\r\n\r\n"])
    def test_reads_nothing_from_nothing(self, text: str) -> None:
        """White space and marks have no story."""
        kinds = {kind for kind, _ in zones(text)}

        assert kinds <= {"furniture"}

    @pytest.mark.parametrize("page", PAGES, ids=[p["why"] for p in PAGES])
    @pytest.mark.parametrize("end", ["\r\n", "\r", "\u2028"])
    def test_line_ends_change_nothing(self, page: dict[str, Any], end: str) -> None:
        """Zones are the same with other line ends."""
        plain = [(k, w.split()) for k, w in zones(page["text"])]
        other = [(k, w.split()) for k, w in zones(page["text"].replace("\n", end))]

        assert other == plain

    @pytest.mark.parametrize("page", PAGES, ids=[p["why"] for p in PAGES])
    def test_every_character_lies_in_a_zone(self, page: dict[str, Any]) -> None:
        """Nothing but white space is left out."""
        text = page["text"]
        covered: set[int] = set()
        for zone in read(text).layout:
            covered.update(range(zone.passage.start, zone.passage.end))

        assert all(text[n].isspace() for n in set(range(len(text))) - covered)

    def test_has_one_of_each_single_zone(self) -> None:
        """Of several bylines and dates one is taken."""
        text = "\n".join(
            ["Ferry runs aground off Sandholm", "By Ann Lee", "June 10, 2023"] * 2
        )
        kinds = [kind for kind, _ in zones(text + "\nIt rained.\nIt stopped.")]

        assert all(kinds.count(k) <= 1 for k in ("headline", "byline", "date_line"))

    def test_vocabulary_is_replaced_by_subclassing(self) -> None:
        """A subclass adds what its house prints."""

        class House(LayoutParser):
            whole = LayoutParser.whole | {"from our kitchen": "related"}

        text = "It rained all day in Ostad, and nobody went out.\n\nFrom our kitchen"
        found = House().parse(Reading(document=Document(text)))

        assert found[-1].kind is ZoneKind.RELATED

    def test_a_hook_may_take_areas_out(self) -> None:
        """`accepts` narrows what is a zone."""

        class Bare(LayoutParser):
            def accepts(self, candidate: Area, reading: Reading) -> bool:
                return candidate.kind is ZoneKind.PARAGRAPH

        found = Bare().parse(Reading(document=Document(PAGES[0]["text"])))

        assert {zone.kind for zone in found} == {ZoneKind.PARAGRAPH}

    def test_an_area_of_white_space_is_no_zone(self) -> None:
        """`build` gives None for it."""
        reading = Reading(document=Document("a  b"))

        assert LayoutParser().build(Area(ZoneKind.OTHER, 1, 3), reading) is None
        assert isinstance(
            LayoutParser().build(Area(ZoneKind.OTHER, 0, 4), reading), Zone
        )


@pytest.mark.parametrize("headline", ["Mayor quits", "Talks resume in Geneva"])
@pytest.mark.parametrize("byline", ["", "By Anna Berg\n\n"])
def test_short_headline_over_a_short_sentence(headline: str, byline: str) -> None:
    """A title is the headline, however short; the sentence under it is body."""
    sentence = "Iran denied on Tuesday that it had sent drones to Russia."
    more = "The talks would go on for a week, he said, until both sides agreed on it."
    article = newsmodel.parse(f"{headline}\n\n{byline}{sentence}\n\n{more}")

    assert article.headline is not None
    assert article.headline.text == headline
    assert article.section is None
    assert [p.text for p in article.paragraphs] == [sentence, more]
