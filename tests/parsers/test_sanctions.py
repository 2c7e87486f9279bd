"""Sanctions: triggers, parties, measure, state, time and ground."""

import tomllib
from pathlib import Path
from typing import ClassVar

import pytest
from hypothesis import given
from hypothesis import strategies as st

import newsmodel
from newsmodel import ArticleParser
from newsmodel.errors import BrokenParserError
from newsmodel.lexicons import Lexicon
from newsmodel.model import MentionKind, Reference, Sanction, SanctionMeasure
from newsmodel.parsers.reading import Reading
from newsmodel.parsers.sanctions import SanctionCandidate, SanctionParser

CASES = tomllib.loads(
    (Path(__file__).parents[1] / "cases" / "sanctions.toml").read_text("utf-8")
)["case"]


WORDS = (
    "sanctions embargo blacklist sanctioned froze assets ban imports imposed lifted to "
    "by of on against from with that who if and , . ; “ ” ( ) Norway Iran EU 's its it "
    "including such as exchange for over after in response law bill signed easing "
    "relief face under warned urged decision firms oil exports Monday since not would "
    "was agreed threatened hit list blockade"
).split()


def parties(references: tuple[Reference, ...]) -> str:
    """Write parties as the table does."""
    return "+".join(r.mention.text for r in references) or "-"


def shown(sanction: Sanction) -> str:
    """Write a sanction as the table does."""
    parts = (
        sanction.trigger.text,
        parties(sanction.imposers),
        parties(sanction.targets),
        sanction.measure.value,
        sanction.status.value,
    )
    return " | ".join(parts)


def sanctions_of(text: str) -> tuple[Sanction, ...]:
    """Read the sanctions of a text."""
    return newsmodel.parse(text, published="2023-06-10").sanctions


class TestCases:
    """The table of sentences."""

    @pytest.mark.parametrize("case", CASES, ids=[c["why"] for c in CASES])
    def test_sanctions_are_those_of_the_table(self, case: dict[str, object]) -> None:
        """Each sentence has the sanctions that the table gives, and no others."""
        found = sanctions_of(str(case["text"]))

        assert [shown(s) for s in found] == case["sanctions"]
        for role in ("when", "reason"):
            if role in case:
                assert getattr(found[0], role).text == case[role]


class TestSanctionParser:
    """What a sanction says beside its parties."""

    def test_a_reported_sanction_knows_its_claim(self) -> None:
        """What somebody says of a sanction is not the narrator's word."""
        text = "Norway said that Sweden had imposed sanctions on Iran."
        article = newsmodel.parse(text)

        assert article.sanctions[0].claim == article.claims[0]

    def test_a_told_sanction_has_no_claim(self) -> None:
        """The narrator's word stands in no claim."""
        assert sanctions_of("Norway imposed sanctions on Iran.")[0].claim is None

    @pytest.mark.parametrize(
        ("text", "act"),
        [
            ("Sweden demanded that Norway impose sanctions on Iran.", "demand"),
            ("Norway denied that it had imposed sanctions on Iran.", "denial"),
        ],
    )
    def test_a_demanded_or_denied_sanction_knows_its_claim(
        self, text: str, act: str
    ) -> None:
        """The claim says that it is asked for or denied, not told."""
        (sanction,) = sanctions_of(text)

        assert sanction.claim is not None
        assert sanction.claim.act == act

    def test_parties_are_actors(self) -> None:
        """Words that stand for an actor of the story point at it."""
        (sanction,) = sanctions_of("Norway imposed sanctions on Iranian oil.")
        actors = [r.actor for r in (*sanction.imposers, *sanction.targets)]

        assert [a and a.name for a in actors] == ["Norway", "Iran"]

    def test_a_leader_gives_the_government_its_actor(self) -> None:
        """The words name the regime, the actor is whose it is."""
        (sanction,) = sanctions_of("Norway hit the regime of Ann Lee with sanctions.")
        (target,) = sanction.targets

        assert target.mention.text == "regime"
        assert target.name == "Ann Lee"

    def test_a_pronoun_is_named(self) -> None:
        """The words of a party are a name before the pronoun, where there is one."""
        text = "Iran shut the strait, and Norway imposed sanctions on its oil industry."

        assert sanctions_of(text)[0].targets[0].mention.kind is MentionKind.NAME

    def test_mentions_stay_apart(self) -> None:
        """Each naming is a sanction; the second has the parties of the first."""
        text = "Norway imposed sanctions on Iran.\n\nMany fear the sanctions."
        first, second = sanctions_of(text)

        assert first.trigger != second.trigger
        assert (second.imposers, second.targets) == (first.imposers, first.targets)

    def test_parties_from_before_change_no_order(self) -> None:
        """A sanction stands where its trigger stands, not where its parties do."""
        text = (
            "Norway imposed sanctions on Iran. Sweden imposed an embargo on Peru. "
            "Iran is poor, and Norway imposed sanctions on its oil industry. "
            "The sanctions hurt. Many fear the embargo. The sanctions will stay."
        )
        found = sanctions_of(text)

        assert [s.id for s in found] == [f"sanction-{n + 1}" for n in range(len(found))]
        assert [s.trigger.start for s in found] == sorted(
            s.trigger.start for s in found
        )

    def test_lent_parties_are_less_sure(self) -> None:
        """What a sanction says itself is surer than what its passage lends it."""
        text = "Norway imposed sanctions on Iran.\n\nMany fear the sanctions."
        first, second = sanctions_of(text)

        assert second.confidence < first.confidence

    @given(st.lists(st.sampled_from(WORDS), max_size=20))
    def test_any_order_of_its_words_is_read(self, words: list[str]) -> None:
        """Frames may break off anywhere: nothing raises, spans lie in the text."""
        text = " ".join(words)

        for sanction in sanctions_of(text):
            for reference in (*sanction.imposers, *sanction.targets):
                mention = reference.mention
                assert text[mention.start : mention.end] == mention.text

    def test_ids_follow_the_text(self) -> None:
        """Numbered in order."""
        text = "Norway imposed sanctions on Iran. Sweden lifted its sanctions on Peru."

        assert [s.id for s in sanctions_of(text)] == ["sanction-1", "sanction-2"]

    @pytest.mark.parametrize("text", ["", "sanctions", "on sanctions by", "frozen"])
    def test_fragments_do_no_harm(self, text: str) -> None:
        """Text without parties gives at most a bare mention."""
        assert all(not s.imposers and not s.targets for s in sanctions_of(text))


class OrderParser(SanctionParser):
    """Knows one more measure."""

    triggers: ClassVar[Lexicon[str]] = SanctionParser.triggers | {
        "de-risking order": "financial"
    }


class OddParser(SanctionParser):
    """Gives a noun a measure that there is not."""

    triggers: ClassVar[Lexicon[str]] = SanctionParser.triggers | {"order": "odd"}


class NounParser(SanctionParser):
    """Takes nouns alone."""

    def accepts(self, candidate: SanctionCandidate, reading: Reading) -> bool:
        """Narrow the candidates."""
        return super().accepts(candidate, reading) and not candidate.trigger.verb


def parser_with(part: type[SanctionParser]) -> ArticleParser:
    """Make a parser of whole stories with another sanction parser."""
    made = type("Made", (ArticleParser,), {"sanction_parser": part})
    assert issubclass(made, ArticleParser)
    return made()


class TestSubclasses:
    """What a subclass changes, and what it does not."""

    def test_an_added_trigger_is_read(self) -> None:
        """A noun of a subclass names its measure."""
        text = "Norway issued a de-risking order against Iran."
        (sanction,) = parser_with(OrderParser).parse(text).sanctions

        assert sanction.trigger.text == "de-risking order"
        assert sanction.measure is SanctionMeasure.FINANCIAL
        assert parties(sanction.targets) == "Iran"

    def test_an_unknown_measure_names_the_lexicon(self) -> None:
        """The error says where the wrong value is."""
        with pytest.raises(BrokenParserError, match=r"OddParser\.triggers\['order'\]"):
            parser_with(OddParser).parse("Norway issued an order against Iran.")

    def test_accepts_narrows(self) -> None:
        """A subclass leaves verbs out."""
        text = "Norway sanctioned Iran. Sweden imposed sanctions on Iran."
        found = parser_with(NounParser).parse(text).sanctions

        assert [s.trigger.text for s in found] == ["sanctions"]

    def test_plain_subclass_changes_nothing(self) -> None:
        """A subclass that overrides nothing gives equal sanctions."""
        plain = type("Plain", (SanctionParser,), {})
        text = "Norway imposed sanctions on Iran."

        assert parser_with(plain).parse(text).sanctions == sanctions_of(text)
