"""Broken subclasses: each mistake gets an error that names class, hook and value."""

from collections.abc import Callable
from typing import Any

import attrs
import pytest

from newsmodel import (
    Actor,
    ActorKind,
    ArticleParser,
    BrokenParserError,
    Claim,
    ClaimAct,
    ClaimForm,
    Location,
    LocationKind,
    Mention,
    MentionKind,
    Passage,
    Reference,
)
from newsmodel.lexicons import Lexicon
from newsmodel.parsers import (
    ActorParser,
    AuthorParser,
    ClaimParser,
    LayoutParser,
    LocationParser,
    Parser,
    SanctionParser,
    TimeParser,
)

TEXT = (
    "Bridge Talks Go On\n\nBy Jane Doe, Reuters\n\n"
    "OSLO — Iran posted on Tuesday that the US imposed sanctions on Russia."
)
PARSERS = {
    "layout_parser": LayoutParser,
    "author_parser": AuthorParser,
    "time_parser": TimeParser,
    "actor_parser": ActorParser,
    "location_parser": LocationParser,
    "claim_parser": ClaimParser,
    "sanction_parser": SanctionParser,
}
BEYOND = Passage(start=900, end=903, text="far")
ODD = Mention(start=0, end=6, text="bridge", kind=MentionKind.NAME)
STRANGER = Actor(id="actor-99", name="Nobody", kind=ActorKind.PERSON)


def parse_with(part: str, **attributes: object) -> object:
    """Read a story with one part replaced by a subclass that has these attributes."""
    mine = type("Mine", (PARSERS[part],), attributes)
    return type("Whole", (ArticleParser,), {part: mine})().parse(TEXT)


def error_of(part: str, **attributes: object) -> BrokenParserError:
    """Give the error that a broken subclass gets."""
    with pytest.raises(BrokenParserError) as caught:
        parse_with(part, **attributes)
    return caught.value


def giving(value: object) -> Callable[..., object]:
    """Make a hook that gives one thing, whatever it is asked."""
    return lambda *_: value


def finishing(change: Callable[[list[Any]], object]) -> Callable[..., object]:
    """Make a `finish` that changes what the library's own gives."""

    def finish(self: Any, found: list[Any], reading: object) -> object:
        return change(list(super(type(self), self).finish(found, reading)))

    return finish


@pytest.mark.parametrize("part", PARSERS)
@pytest.mark.parametrize(
    ("hook", "value", "expectation"),
    [
        ("find", None, "an iterable"),
        ("find", 3, "an iterable"),
        ("accepts", None, "True or False"),
        ("accepts", "yes", "True or False"),
        ("build", "words", "an object of "),
        ("build", BEYOND, "an object of "),
        ("finish", None, "an iterable"),
        ("finish", ["words"], "an object of "),
    ],
)
def test_a_hook_gives_the_wrong_thing(
    part: str, hook: str, value: object, expectation: str
) -> None:
    """Every hook of every parser is checked, and named with its class."""
    error = error_of(part, **{hook: giving(value)})

    assert error.place == f"Mine.{hook}"
    assert error.expectation.startswith(expectation)
    assert isinstance(error, TypeError)


@pytest.mark.parametrize(
    "part", ["actor_parser", "location_parser", "claim_parser", "sanction_parser"]
)
def test_a_result_comes_twice(part: str) -> None:
    """Ids that repeat are the fault of `finish`."""
    error = error_of(part, finish=finishing(lambda found: [*found, *found]))

    assert (error.place, error.expectation) == ("Mine.finish", "unique ids")


@pytest.mark.parametrize("part", ["actor_parser", "location_parser"])
@pytest.mark.parametrize(
    ("mention", "expectation"),
    [
        (ODD, "the words there, 'Bridge'"),
        (attrs.evolve(ODD, start=900, end=906), "a span in a text of 112 code points"),
    ],
)
def test_a_passage_is_not_in_the_text(
    part: str, mention: Mention, expectation: str
) -> None:
    """A span outside, or other words than those there, names hook and words."""
    change = finishing(lambda found: [attrs.evolve(found[0], mentions=(mention,))])
    error = error_of(part, finish=change)

    assert (error.place, error.expectation) == ("Mine.finish", expectation)
    assert error.value == mention


def test_a_claim_has_a_speaker_that_is_no_actor() -> None:
    """What a result refers to was read before."""
    speaker = Reference(
        mention=Mention(start=0, end=6, text="Bridge", kind=MentionKind.NAME),
        actor=STRANGER,
    )
    content = Passage(start=0, end=6, text="Bridge")
    claim = Claim(
        id="claim-1",
        speaker=speaker,
        content=(content,),
        form=ClaimForm.INDIRECT,
        act=ClaimAct.STATEMENT,
    )
    error = error_of("claim_parser", finish=giving([claim]))

    assert error.place == "Mine.finish"
    assert error.expectation == "one of the Actor objects that were read"
    assert error.value == STRANGER


def test_a_place_lies_in_one_that_is_not_there() -> None:
    """The same for a parser's own results."""
    other = Location(id="location-9", name="Elsewhere", kind=LocationKind.REGION)
    change = finishing(lambda found: [attrs.evolve(found[0], within=other)])
    error = error_of("location_parser", finish=change)

    assert error.expectation == "one of the Location objects that were read"


@pytest.mark.parametrize(
    ("part", "lexicon", "value"),
    [
        ("claim_parser", "cues", {"posted": "statement"}),
        ("claim_parser", "cues", Lexicon.of({"posted": "statement"})),
        ("sanction_parser", "verbs", {"bans"}),
        ("actor_parser", "given", ["Anna"]),
        ("time_parser", "words", None),
        ("layout_parser", "whole", "Advertisement"),
        ("author_parser", "suffixes", ("Jr.",)),
        ("location_parser", "directions", frozenset({"east"})),
    ],
)
def test_a_lexicon_is_none(part: str, lexicon: str, value: object) -> None:
    """It is refused where the class is made."""
    with pytest.raises(BrokenParserError, match=rf"^Mine\.{lexicon}: .* a Lexicon"):
        type("Mine", (PARSERS[part],), {lexicon: value})


@pytest.mark.parametrize(
    ("part", "lexicon", "value", "expectation"),
    [
        ("claim_parser", "cues", "statment", "one of statement, accusation"),
        ("claim_parser", "cues", 3, "a value of type str"),
        ("claim_parser", "nouns", "statment", "one of statement, accusation"),
        ("sanction_parser", "triggers", "fine", "one of asset_freeze, travel_ban"),
        ("actor_parser", "heads", "group", "a value of type ActorKind"),
        ("actor_parser", "bodies", "UN", "a value of type Body"),
        ("time_parser", "words", "month", "a value of type tuple"),
        ("location_parser", "heads", "lake", "one of continent, region"),
        ("layout_parser", "whole", "advert", "one of prose, sentence"),
    ],
)
def test_a_word_means_nothing(
    part: str, lexicon: str, value: object, expectation: str
) -> None:
    """The value of an added phrase is checked when the class first parses."""
    shipped = getattr(PARSERS[part], lexicon)
    error = error_of(part, **{lexicon: shipped | {"zedded": value}})

    assert error.place == f"Mine.{lexicon}['zedded']"
    assert error.expectation.startswith(expectation)


class Atlas:
    """A gazetteer that gives names in the place of places."""

    def find(self, name: str) -> list[str]:
        """Give the name back."""
        return [name]


def test_a_gazetteer_is_none() -> None:
    """It is refused where the class is made."""
    with pytest.raises(BrokenParserError, match=r"^Mine\.gazetteer: .* a Gazetteer"):
        type("Mine", (LocationParser,), {"gazetteer": {"Oslo": "NO"}})


def test_a_gazetteer_gives_no_places() -> None:
    """The error says which name it was asked for."""
    error = error_of("location_parser", gazetteer=Atlas())

    assert error.expectation == "a sequence of Place"
    assert error.place.startswith("Mine.gazetteer.find('")


def test_parse_is_final() -> None:
    """A `parse` of one's own is refused where the class is made."""
    with pytest.raises(BrokenParserError, match=r"^Mine\.parse: .*parse is final"):
        type("Mine", (ClaimParser,), {"parse": giving(())})


def test_says_what_it_makes() -> None:
    """A parser without `makes` says so."""
    mine: Any = type("Mine", (Parser,), {"find": giving(()), "build": giving(None)})

    with pytest.raises(BrokenParserError, match=r"^Mine\.makes: expected a class"):
        mine().parse(ArticleParser().read(TEXT))


def test_a_part_makes_something_else() -> None:
    """A part is replaced by one that makes the same."""
    whole = type("Whole", (ArticleParser,), {"claim_parser": SanctionParser})

    with pytest.raises(BrokenParserError, match=r"claim_parser: .* makes Claim, got"):
        whole()


def test_an_exception_in_a_hook_names_class_and_candidate() -> None:
    """What the library cannot foresee passes through with a note."""
    with pytest.raises(AttributeError) as caught:
        parse_with("claim_parser", find=giving(["no candidate"]))

    assert caught.value.__notes__ == ["Mine was at the candidate 'no candidate'."]
