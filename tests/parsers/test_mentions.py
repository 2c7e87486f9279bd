"""Which actor `MentionIndex` gives for some words."""

import pytest

from newsmodel import Actor, ActorKind, Mention, MentionKind
from newsmodel.parsers._mentions import MentionIndex

TEXT = "Ukrainian President Petro Doe met US officials; Iran's envoy and his aide left."


def mention(words: str, *, adjectival: bool = False) -> Mention:
    """Cut a mention."""
    start = TEXT.index(words)
    kind = MentionKind.PRONOUN if words == "his" else MentionKind.NAME
    return Mention(
        start=start,
        end=start + len(words),
        text=words,
        kind=kind,
        adjectival=adjectival,
    )


def actor(name: str, kind: ActorKind, *mentions: Mention) -> Actor:
    """Make an actor."""
    return Actor(id=name, name=name, kind=kind, mentions=mentions)


@pytest.fixture
def index() -> MentionIndex:
    """Index the text above."""
    found = (
        actor("Ukraine", ActorKind.COUNTRY, mention("Ukrainian", adjectival=True)),
        actor("Doe", ActorKind.PERSON, mention("Petro Doe"), mention("his")),
        actor("US", ActorKind.COUNTRY, mention("US", adjectival=True)),
        actor("US officials", ActorKind.GROUP, mention("US officials")),
        actor("Iran", ActorKind.COUNTRY, mention("Iran")),
    )
    return MentionIndex(found, TEXT)


def span(words: str) -> tuple[int, int]:
    """Give the place of words."""
    return TEXT.index(words), TEXT.index(words) + len(words)


class TestMentionIndex:
    """Every question that later parsers ask."""

    @pytest.mark.parametrize(
        ("words", "expected"),
        [
            ("Ukrainian President Petro Doe", "Doe"),
            ("US officials", "US officials"),
            ("Ukrainian President", "Ukraine"),
            ("Iran", "Iran"),
            ("Iran's envoy", None),
            ("his", "Doe"),
            ("his aide", None),
            ("left", None),
        ],
    )
    def test_gives_the_head(
        self, index: MentionIndex, words: str, expected: str | None
    ) -> None:
        """The person before the country, the group before its country, no owners."""
        found = index.at(*span(words))

        assert (found[1].name if found else None) == expected

    def test_gives_what_lies_between(self, index: MentionIndex) -> None:
        """Mentions come by start, the longer first."""
        found = index.between(*span("Petro Doe met US officials"))

        assert [a.name for _, a in found] == ["Doe", "US officials", "US"]

    def test_gives_what_touches_a_place(self, index: MentionIndex) -> None:
        """Mentions are found by their first, last and inner code points."""
        start, end = span("US officials")

        assert len(index) == 6
        assert [a.name for _, a in index.ending_at(end)] == ["US officials"]
        assert [a.name for _, a in index.covering(start)] == ["US", "US officials"]
        assert index.covering(end) == []

    def test_gives_exact_words_only(self, index: MentionIndex) -> None:
        """Neither more nor fewer words are exactly these."""
        found = index.exactly(*span("Petro Doe"))

        assert found is not None
        assert found[1].name == "Doe"
        assert index.exactly(*span("Petro")) is None

    def test_gives_neighbours(self, index: MentionIndex) -> None:
        """The last before a place, or None."""
        before = index.last_before(span(" met ")[0])

        assert before is not None
        assert before[1].name == "Doe"
        assert index.last_before(0) is None
