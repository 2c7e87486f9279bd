"""Who `ActorParser` finds, and what it promises for any text."""

import time
import tomllib
from pathlib import Path
from typing import Any

import attrs
import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsmodel import Actor, Author
from newsmodel.parsers import Reading
from newsmodel.parsers._actors_words import NAME, Nation
from newsmodel.parsers.actors import ActorParser
from newsmodel.parsers.reading import Zone, ZoneKind
from newsmodel.text import Document

FILE = Path(__file__).parent.parent / "cases" / "actors.toml"
CASES = tomllib.loads(FILE.read_text("utf-8"))["case"]


def read(text: str, headline: str = "") -> Reading:
    """Make a reading whose every block is a paragraph, but for the headline."""
    document = Document(f"{headline}\n\n{text}" if headline else text)
    zones = [
        Zone(
            kind=ZoneKind.PARAGRAPH if n or not headline else ZoneKind.HEADLINE,
            passage=document.passage(b.start, b.end),
        )
        for n, b in enumerate(document.blocks)
    ]
    return Reading(document=document, layout=tuple(zones))


def actors(text: str, headline: str = "") -> tuple[Actor, ...]:
    """Find the actors of a text."""
    return ActorParser().parse(read(text, headline))


def shown(actor: Actor) -> tuple[str, list[str]]:
    """Write an actor as the cases do."""
    mentions = [m.text + "*" * m.adjectival + "^" * m.metonymic for m in actor.mentions]
    return f"{actor.name}, {actor.kind}, {actor.country or ''}".strip(), mentions


def role_words(actor: Actor) -> list[str]:
    """Write roles as the cases do."""
    return [
        f"{r.title} of {r.organisation}" if r.organisation else r.title
        for r in actor.roles
    ]


@pytest.mark.parametrize("case", CASES, ids=[c["why"] for c in CASES])
class TestCases:
    """Sentences of our own writing."""

    def test_finds_who_is_there(self, case: dict[str, Any]) -> None:
        """Name, kind, country and every mention are as a careful person has them."""
        found = actors(case["text"], case.get("headline", ""))
        names = case.get("names", {})

        expected = dict(case["actors"])
        for name, used in names.items():
            key = next(k for k in expected if k.startswith(name))
            expected[key.replace(name, used)] = expected.pop(key)
        actual = dict(map(shown, found))
        if case.get("more"):
            actual = {k: v for k, v in actual.items() if k in expected}

        assert actual == expected

    def test_finds_their_roles(self, case: dict[str, Any]) -> None:
        """Titles and owners are as the words say."""
        found = {a.name: role_words(a) for a in actors(case["text"])}

        expected = case.get("roles", {})
        assert {name: found[name] for name in expected} == expected


class TestActorParser:
    """What holds for all texts."""

    def test_numbers_actors_by_first_mention(self) -> None:
        """Ids follow the order of the text."""
        found = actors("Iran and Norway met John Roe. Iran left.")

        assert [(a.id, a.name) for a in found] == [
            ("actor-1", "Iran"),
            ("actor-2", "Norway"),
            ("actor-3", "John Roe"),
        ]

    def test_gives_other_names_as_aliases(self) -> None:
        """Short forms are aliases, pronouns and adjectives are not."""
        (roe,) = actors("John Roe spoke. Roe left. He wept.")

        assert roe.aliases == ("Roe",)

    def test_leaves_articles_and_possessives_out(self) -> None:
        """A mention is the bare name."""
        found = actors("The Kremlin's answer came. The US's did not.")

        assert [m.text for a in found for m in a.mentions] == ["Kremlin", "US"]

    def test_authors_are_no_actors(self) -> None:
        """The writer's name in the body is not read as an actor."""
        reading = read("Jane Roe met John Doe.")
        reading = attrs.evolve(reading, authors=(Author(name="Jane Roe"),))

        assert [a.name for a in ActorParser().parse(reading)] == ["John Doe"]

    def test_reads_nothing_outside_the_stretches(self) -> None:
        """Furniture holds no actors."""
        document = Document("John Roe spoke.")
        zone = Zone(kind=ZoneKind.FURNITURE, passage=document.passage(0, 15))

        assert ActorParser().parse(Reading(document=document, layout=(zone,))) == ()

    def test_a_subclass_brings_its_own_words(self) -> None:
        """A nation that a subclass adds is honoured."""

        class Mine(ActorParser):
            nations = ActorParser.nations | {
                "Norland": Nation(code="NO", key="XN", name="Norland", uses=NAME)
            }

        (norland,) = Mine().parse(read("Norland denied it."))

        assert (norland.name, norland.kind.value) == ("Norland", "country")

    @given(st.text())
    def test_takes_any_text(self, text: str) -> None:
        """No text raises, and every mention is the words at its place."""
        for actor in actors(text):
            assert all(text[m.start : m.end] == m.text for m in actor.mentions)

    @given(
        st.lists(
            st.sampled_from(
                'Iran US U.S. the John Roe Smith said Ministry of and , . " “ ” '
                "( ) 's president President King he it they who - al bin officials "
                "IAEA A Bank Tehran French Iranians led in\n\n".split(" ")
            )
        )
    )
    def test_takes_names_in_any_order(self, words: list[str]) -> None:
        """No order of names and marks raises, and ids and mentions stay in order."""
        text = " ".join(words)
        found = actors(text)

        assert [a.id for a in found] == [f"actor-{n + 1}" for n in range(len(found))]
        for actor in found:
            spans = [(m.start, m.end) for m in actor.mentions]
            assert spans == sorted(set(spans))

    @pytest.mark.parametrize(
        "unit",
        [
            "Smith ",
            "Trade and ",
            "Bank of ",
            "Iran-",
            "President Jane Roe spoke. The president said it. ",
            "minister, ",
            "US officials said. ",
            "(ABC) ",
        ],
    )
    def test_time_grows_with_length(self, unit: str) -> None:
        """Four times the text takes far less than sixteen times as long."""
        short, long = (
            min(_seconds(read(unit * times)) for _ in range(3))
            for times in (1_000, 4_000)
        )

        assert long < 10 * max(short, 0.01)


def _seconds(reading: Reading) -> float:
    """Give the processor time of one parse, with what all parsers share done before."""
    assert reading.sentences is not None
    begin = time.process_time()
    ActorParser().parse(reading)
    return time.process_time() - begin
