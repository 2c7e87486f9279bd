"""What `ActorParser` and `LocationParser` make of learned names."""

import re
import tomllib
from itertools import pairwise
from pathlib import Path
from typing import Any

import attrs
import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsmodel import ActorKind, LocationKind, MentionKind
from newsmodel.lexicons import Place
from newsmodel.parsers import Reading
from newsmodel.parsers.actors import ActorParser
from newsmodel.parsers.locations import LocationParser
from newsmodel.parsers.reading import Zone, ZoneKind
from newsmodel.tagging.evidence import Evidence, NameKind, NameSpan
from newsmodel.text import Document

FILE = Path(__file__).parent.parent / "cases" / "evidence.toml"
CASES = tomllib.loads(FILE.read_text("utf-8"))["case"]
MARK = re.compile(r"\{([^|}]+)\|(\w+)(?:\|([.\d]+))?\}")


def read(marked: str, headline: str = "") -> Reading:
    """Make a reading of a text in which the learned names are marked."""
    marked = f"{headline}\n\n{marked}" if headline else marked
    document = Document(MARK.sub(r"\1", marked))
    names, shift = [], 0
    for match in MARK.finditer(marked):
        start = match.start() - shift
        first, stop = document.token_range(start, start + len(match[1]))
        probability = float(match[3] or 0.95)
        kind = NameKind(match[2])
        names.append(
            NameSpan(first=first, stop=stop, kind=kind, probability=probability)
        )
        shift += len(match[0]) - len(match[1])
    zones = tuple(
        Zone(
            kind=ZoneKind.PARAGRAPH if n or not headline else ZoneKind.HEADLINE,
            passage=document.passage(b.start, b.end),
        )
        for n, b in enumerate(document.blocks)
    )
    return Reading(
        document=document, layout=zones, evidence=Evidence(names=tuple(names))
    )


def whole(reading: Reading) -> Reading:
    """Read actors, then places."""
    reading = attrs.evolve(reading, actors=ActorParser().parse(reading))
    return attrs.evolve(reading, locations=LocationParser().parse(reading))


def shown(found: Any) -> tuple[str, list[str]]:
    """Write an actor or a place as the cases do."""
    mentions = [m.text + "*" * m.adjectival + "^" * m.metonymic for m in found.mentions]
    return f"{found.name}, {found.kind}, {found.country or ''}".strip(), mentions


@pytest.mark.parametrize("case", CASES, ids=[c["why"] for c in CASES])
class TestCases:
    """Sentences of our own writing."""

    def test_finds_what_is_there(self, case: dict[str, Any]) -> None:
        """Actors and places are as a careful person has them."""
        reading = whole(read(case["text"], case.get("headline", "")))

        for table in ("actors", "places"):
            if table not in case:
                continue
            found = reading.actors if table == "actors" else reading.locations
            actual = dict(map(shown, found))
            if case.get("more"):
                actual = {k: v for k, v in actual.items() if k in case[table]}
            assert actual == case[table]

    def test_finds_their_roles(self, case: dict[str, Any]) -> None:
        """Titles and owners are as the words say."""
        found = {
            a.name: [
                f"{r.title} of {r.organisation}" if r.organisation else r.title
                for r in a.roles
            ]
            for a in ActorParser().parse(read(case["text"]))
        }

        expected = case.get("roles", {})
        assert {name: found[name] for name in expected} == expected


WORDS = (
    "Iran US U.S. the John Roe Smith said Ministry of and , . \"  ( ) 's president "
    "President King al bin officials IAEA Bank Tehran French Iranians led in - Paris "
    "Texas African river River province\n\n"
).split(" ")


@st.composite
def readings(draw: st.DrawFn) -> Reading:
    """Draw a text and learned names anywhere in it."""
    reading = read(" ".join(draw(st.lists(st.sampled_from(WORDS), max_size=40))))
    count = len(reading.document.tokens.texts)
    cuts = sorted(draw(st.sets(st.integers(0, count), max_size=12)))
    names = tuple(
        NameSpan(
            first=first,
            stop=stop,
            kind=draw(st.sampled_from(NameKind)),
            probability=draw(st.floats(0, 1)),
        )
        for first, stop in pairwise(cuts)
        if draw(st.booleans())
    )
    return attrs.evolve(reading, evidence=Evidence(names=names))


class TestLearnedNames:
    """What holds for all texts and all evidence."""

    @given(readings())
    def test_takes_any_evidence(self, reading: Reading) -> None:
        """No names anywhere raise, and every mention is the words at its place."""
        reading = whole(reading)

        text = reading.document.text
        for found in (*reading.actors, *reading.locations):
            spans = [(m.start, m.end) for m in found.mentions]
            assert spans == sorted(spans)
            assert all(text[m.start : m.end] == m.text for m in found.mentions)

    def test_marks_are_no_names(self) -> None:
        """A learned name has a letter or a digit."""
        reading = whole(read("Then {.|organisation} and {--|place} came."))

        assert (reading.actors, reading.locations) == ((), ())

    @given(st.lists(st.sampled_from(WORDS), max_size=40))
    def test_no_evidence_is_not_empty_evidence(self, words: list[str]) -> None:
        """Without a tagger the rules alone decide; one that sees nothing takes away."""
        reading = read(" ".join(words))
        alone = whole(attrs.evolve(reading, evidence=None))
        names = {(m.start, m.end) for a in alone.actors for m in a.mentions}

        for actor in whole(reading).actors:
            for mention in actor.mentions:
                if mention.kind is MentionKind.NAME:
                    assert (mention.start, mention.end) in names

    def test_what_a_subclass_adds_to_heads_holds(self) -> None:
        """A body by an added last word needs no evidence."""

        class Mine(ActorParser):
            heads = ActorParser.heads | {"Zoggery": ActorKind.ORGANISATION}

        reading = read("The Boe Zoggery said no.")
        (found,) = Mine().parse(reading)

        assert (found.name, ActorParser().parse(reading)) == ("Boe Zoggery", ())

    def test_what_a_subclass_adds_to_titles_holds(self) -> None:
        """A person after an added title is one whatever the tagger holds."""

        class Mine(ActorParser):
            titles = ActorParser.titles | {"Zogmaster": "u"}

        (found,) = Mine().parse(read("Zogmaster {Boe|place} said no."))

        assert (found.name, found.kind) == ("Boe", ActorKind.PERSON)

    def test_what_a_subclass_adds_to_the_gazetteer_holds(self) -> None:
        """A place by an added name is one whatever the tagger holds."""

        class Towns:
            def find(self, name: str) -> list[Place]:
                return [Place(name, LocationKind.CITY, "NO")] * (name == "Zedburg")

        class Mine(LocationParser):
            gazetteer = Towns()

        (found,) = Mine().parse(read("They met in {Zedburg|person}."))

        assert found.name == "Zedburg"

    def test_a_dateline_of_its_own_is_read(self) -> None:
        """A place before the story is a place of the story."""
        reading = read("{OSLO|place}, May 5\n\nIt rained.")
        line, body = reading.layout
        zones = (attrs.evolve(line, kind=ZoneKind.DATELINE), body)
        reading = attrs.evolve(reading, layout=zones)
        (found,) = LocationParser().parse(reading)
        alone = attrs.evolve(reading, evidence=None)

        assert (found.name, LocationParser().parse(alone)) == ("Oslo", ())

    def test_an_unknown_place_is_as_sure_as_the_tagger(self) -> None:
        """It has no point, no country, and the probability of its name."""
        (found,) = LocationParser().parse(read("Near {Zedburg|place|.83} it rained."))

        assert (found.confidence, found.latitude, found.country) == (0.83, None, None)
