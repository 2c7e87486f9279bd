"""Where `LocationParser` finds a story to be, and what it promises for any text."""

import time
import tomllib
from itertools import pairwise
from pathlib import Path
from typing import Any, ClassVar

import attrs
import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsmodel import (
    Actor,
    ActorKind,
    Location,
    LocationKind,
    Mention,
    MentionKind,
)
from newsmodel.lexicons import Gazetteer, Lexicon, Place
from newsmodel.parsers import Reading
from newsmodel.parsers.locations import LocationParser
from newsmodel.parsers.reading import Zone, ZoneKind
from newsmodel.text import Document

FILE = Path(__file__).parent.parent / "cases" / "locations.toml"
TABLES = tomllib.loads(FILE.read_text("utf-8"))
CASES, PLACED = TABLES["case"], TABLES["placed"]


def read(text: str, *actors: tuple[str, ActorKind]) -> Reading:
    """Make a reading of paragraphs, in which these actors have been found."""
    document = Document(text)
    zones = tuple(
        Zone(kind=ZoneKind.PARAGRAPH, passage=document.passage(b.start, b.end))
        for b in document.blocks
    )
    people = tuple(
        Actor(
            id=f"actor-{number}",
            name=name,
            kind=kind,
            mentions=(mention(text, name),),
        )
        for number, (name, kind) in enumerate(actors, 1)
    )
    return Reading(document=document, layout=zones, actors=people)


def mention(text: str, words: str, **flags: bool) -> Mention:
    """Make a mention of these words of a text."""
    start = text.index(words)
    return Mention(
        start=start, end=start + len(words), text=words, kind=MentionKind.NAME, **flags
    )


def places(text: str, *actors: tuple[str, ActorKind]) -> tuple[Location, ...]:
    """Find the places of a text."""
    return LocationParser().parse(read(text, *actors))


def names(text: str, *actors: tuple[str, ActorKind]) -> list[str]:
    """Find the names of the places of a text."""
    return [place.name for place in places(text, *actors)]


def told(found: Mention) -> str:
    """Write a mention as the cases do."""
    return found.text + "*" * found.adjectival + "^" * found.metonymic


@pytest.mark.parametrize("case", CASES, ids=[c["why"] for c in CASES])
def test_cases(case: dict[str, Any]) -> None:
    """Each text has the places listed with their mentions, and no other."""
    found = {
        f"{p.name}, {p.kind}, {p.country or ''}": [told(m) for m in p.mentions]
        for p in places(case["text"])
    }

    assert found == case["places"]
    assert list(found) == list(case["places"])


@pytest.mark.parametrize("case", PLACED, ids=[c["why"] for c in PLACED])
def test_placements(case: dict[str, Any]) -> None:
    """A place is placed by the words behind it, and by no others."""
    placed = {p.name: p.placement for p in places(case["text"]) if p.placement}

    assert list(placed) == ([case["name"]] if case["name"] else [])
    for placement in placed.values():
        assert placement.anchor == case["anchor"]
        assert placement.direction == case.get("direction")
        assert placement.distance == case.get("distance")
        assert placement.passage.text == case["words"]


class TestLocationParser:
    """`LocationParser`."""

    def test_no_text(self) -> None:
        """An empty text has none."""
        assert places("") == ()

    def test_coordinates(self) -> None:
        """A place of the gazetteer has its point and number."""
        moscow = places("It rained in Moscow.")[0]

        assert (round(moscow.latitude), round(moscow.longitude)) == (56, 38)
        assert moscow.geonames_id == 524901

    def test_nothing_is_invented(self) -> None:
        """A place that the gazetteer lacks has no coordinates."""
        town = places("It rained in Xeburg, Ohio.")[0]

        assert (town.latitude, town.longitude, town.geonames_id) == (None, None, None)

    def test_within(self) -> None:
        """A city lies in the state, the state in the country that the story names."""
        city, state, country = places(
            "In Dallas, Texas, in the United States, it rained."
        )

        assert city.within is state
        assert state.within is country
        assert country.within is None

    def test_within_the_country_where_no_state_is_named(self) -> None:
        """A place lies in what the story names, not in what it does not."""
        city, country = places("In Dallas, in the United States, it rained.")

        assert city.within is country
        assert places("In Dallas it rained.")[0].within is None

    def test_ids_follow_the_text(self) -> None:
        """Numbers go by first mention."""
        found = places("From Kyiv to Moscow, from Moscow to Kyiv, and to Paris.")

        assert [p.id for p in found] == ["location-1", "location-2", "location-3"]
        assert [p.name for p in found] == ["Kyiv", "Moscow", "Paris"]

    def test_namesakes_lower_the_confidence(self) -> None:
        """Countries are surer than cities, cities in a state surer than bare ones."""
        country = places("In Iran it rained.")[0]
        bare = places("In Paris it rained.")[0]
        contained = places("In Paris, Texas, it rained.")[0]

        assert bare.confidence < contained.confidence < country.confidence

    def test_story_decides(self) -> None:
        """A name with several places is the one in the country of the story."""
        text = "In Canada, in Ontario and in Ottawa it rained, and in London."

        assert {p.name: p.country for p in places(text)}["London"] in {"CA", "GB"}

    def test_people_are_no_places(self) -> None:
        """Words in the name of a person, and the name alone, are none."""
        person = ("Paris Hilton", ActorKind.PERSON)

        assert names("Paris Hilton spoke. Paris smiled.", person) == []
        assert names("Paris Hilton spoke in Paris.", person) == ["Paris"]

    def test_media_are_no_places(self) -> None:
        """The city in a newspaper's name is none."""
        paper = ("Moscow Times", ActorKind.MEDIA)

        assert names("The Moscow Times wrote from Kyiv.", paper) == ["Kyiv"]

    def test_adjectives_of_bodies_are_no_places(self) -> None:
        """British Airways is no mention of Britain; the Kyiv Police is one of Kyiv."""
        firm = ("British Airways", ActorKind.ORGANISATION)
        police = ("Kyiv Police", ActorKind.ORGANISATION)

        assert names("British Airways struck.", firm) == []
        assert names("The Kyiv Police struck.", police) == ["Kyiv"]

    def test_flags_of_actors_count(self) -> None:
        """What the actors say of the same words is said of the place."""
        text = "US officials spoke. Kyiv stayed calm."
        actors = (
            Actor(
                id="actor-1",
                name="United States",
                kind=ActorKind.COUNTRY,
                mentions=(mention(text, "US", adjectival=True),),
            ),
            Actor(
                id="actor-2",
                name="Ukraine",
                kind=ActorKind.COUNTRY,
                mentions=(mention(text, "Kyiv", metonymic=True),),
            ),
        )
        found = LocationParser().parse(attrs.evolve(read(text), actors=actors))

        assert [told(m) for p in found for m in p.mentions] == ["US*", "Kyiv^"]

    def test_dateline_tells_a_place(self) -> None:
        """A name in the dateline is a place, whether the gazetteer has it or not."""
        reading = read("XALOBA, June 3 - It rained.")
        dateline = Zone(
            kind=ZoneKind.DATELINE, passage=reading.document.passage(0, len("XALOBA"))
        )
        reading = attrs.evolve(reading, layout=(dateline, *reading.layout))

        assert [p.name for p in LocationParser().parse(reading)] == ["Xaloba"]

    def test_own_gazetteer(self) -> None:
        """A subclass may bring its own places."""

        class Wardrobe:
            def find(self, name: str) -> list[Place]:
                lands = ("Narnia", "Cair Paravel")
                return [
                    Place(land, LocationKind.CITY) for land in lands if land == name
                ]

        class Parser(LocationParser):
            gazetteer: ClassVar[Gazetteer] = Wardrobe()

        found = Parser().parse(
            read("In Narnia, in Cair Paravel and in France it rained.")
        )

        assert [p.name for p in found] == ["Narnia", "Cair Paravel"]

    def test_words_of_a_subclass(self) -> None:
        """A verb that a subclass adds is honoured."""

        class Parser(LocationParser):
            verbs: ClassVar[Lexicon[bool]] = LocationParser.verbs | {"shrugged"}

        assert (
            told(Parser().parse(read("Moscow shrugged."))[0].mentions[0]) == "Moscow^"
        )
        assert told(places("Moscow shrugged.")[0].mentions[0]) == "Moscow"


class TestPromises:
    """What holds for any text."""

    @given(st.text(max_size=200))
    def test_parse_accepts_any_text(self, text: str) -> None:
        """Any string is read."""
        for place in places(text):
            assert all(text[m.start : m.end] == m.text for m in place.mentions)

    @given(
        st.lists(
            st.sampled_from(
                "Paris Texas Georgia Moscow Iran Iranian New York Xeburg County River "
                "special economic zone , ( ) . of the city in near east miles 30 km "
                "several hundred by said MOSCOW Ohio OH Calif. and - US from W.".split()
            ),
            max_size=30,
        )
    )
    def test_any_order_of_its_words(self, words: list[str]) -> None:
        """Mentions never overlap, ids are unique, `within` is in the table."""
        found = places(" ".join(words))
        mentions = sorted((m.start, m.end) for p in found for m in p.mentions)

        assert all(a[1] <= b[0] for a, b in pairwise(mentions))
        assert len({p.id for p in found}) == len(found)
        assert all(p.within is None or p.within in found for p in found)

    @pytest.mark.parametrize(
        "words",
        [
            "Paris, ",
            "Xeburg, Ohio. ",
            "city of Xa ",
            "30 km east of Moscow ",
            "MOSCOW ",
            "Lake ",
            "Barren, and Counties ",
            "Dublin in Ohio. ",
        ],
    )
    def test_time_is_linear(self, words: str) -> None:
        """Four times the text takes about four times as long."""

        def seconds(count: int) -> float:
            reading = read(words * count)
            started = time.process_time()
            LocationParser().parse(reading)
            return time.process_time() - started

        seconds(10)

        assert seconds(4_000) < 12 * seconds(1_000) + 0.2
