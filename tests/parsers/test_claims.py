"""Claims: cues, sources, contents, acts, links."""

import tomllib
from pathlib import Path
from typing import ClassVar

import attrs
import pytest

from newsmodel import ArticleParser
from newsmodel.errors import BrokenParserError
from newsmodel.lexicons import Lexicon
from newsmodel.model import Claim, ClaimAct, ClaimForm
from newsmodel.parsers.claims import ClaimCandidate, ClaimParser
from newsmodel.parsers.reading import Reading

CASES = tomllib.loads(
    (Path(__file__).parents[1] / "cases" / "claims.toml").read_text("utf-8")
)["case"]


def shown(claim: Claim, wanted: str) -> str:
    """Write a claim as the table does, with targets where the table has them."""
    speaker = claim.speaker.mention.text if claim.speaker else "-"
    cue = claim.cue.text if claim.cue else "-"
    content = " ... ".join(p.text for p in claim.content)
    parts = [speaker, cue, content, claim.act.value]
    if wanted.count(" | ") > 3:
        parts.append("+".join(t.mention.text for t in claim.targets) or "-")
    return " | ".join(parts)


def claims_of(text: str) -> tuple[Claim, ...]:
    """Read the claims of a text by rules alone."""
    return ArticleParser(evidence=None).parse(text, published="2023-06-10").claims


class TestCases:
    """The table of sentences."""

    @pytest.mark.parametrize("case", CASES, ids=[c["why"] for c in CASES])
    def test_claims_are_those_of_the_table(self, case: dict[str, object]) -> None:
        """Each sentence has the claims that the table gives, and no others."""
        wanted = case["claims"]
        assert isinstance(wanted, list)
        found = claims_of(str(case["text"]))

        padded = [*wanted, *[""] * (len(found) - len(wanted))]
        assert [shown(c, w) for c, w in zip(found, padded, strict=False)] == wanted


class TestClaimParser:
    """What a claim says beside its words."""

    def test_form_follows_the_quotation_marks(self) -> None:
        """All, none or some of the content in quotation marks."""
        direct, indirect, mixed = claims_of(
            'Lee said: "It rained." Berg said it rained. Lee said it was "so wet".'
        )

        assert direct.form is ClaimForm.DIRECT
        assert indirect.form is ClaimForm.INDIRECT
        assert mixed.form is ClaimForm.MIXED
        assert [q.text for q in mixed.quotes] == ['"so wet"']

    def test_a_time_beside_the_cue_dates_the_claim(self) -> None:
        """The day of saying, not a day in what is said."""
        (claim,) = claims_of("Norway said on Friday that the ship sank in May.")

        assert claim.when is not None
        assert claim.when.text == "Friday"

    def test_a_time_in_the_content_does_not(self) -> None:
        """A day in what is said leaves the day of saying open."""
        (claim,) = claims_of("Norway said the ship sank in May.")

        assert claim.when is None

    def test_an_opening_time_dates_the_claim(self) -> None:
        """Last week, somebody said."""
        (claim,) = claims_of("Last week, Norway said the ship had sunk.")

        assert claim.when is not None
        assert claim.when.text == "Last week"

    def test_inner_claims_are_within_the_outer(self) -> None:
        """A claim in a reported clause refers to the one around it."""
        outer, inner = claims_of(
            "According to Norway, Sweden has said that the ship sank."
        )

        assert inner.within is not None
        assert inner.within.id == outer.id

    def test_a_denial_answers_the_accusation(self) -> None:
        """Common words and the party named tie them together."""
        claims = claims_of(
            "Norway accused Sweden of sinking fishing boats near Bergen.\n\n"
            "Denmark said the weather was fine.\n\n"
            "Sweden denied sinking any fishing boats."
        )

        assert [c.act for c in claims][::2] == [ClaimAct.ACCUSATION, ClaimAct.DENIAL]
        assert [c.id for c in claims[2].answers] == [claims[0].id]

    def test_a_denial_of_something_else_answers_nothing(self) -> None:
        """Without words in common there is no link."""
        claims = claims_of(
            "Norway accused Sweden of sinking fishing boats.\n\n"
            "Sweden denied that its king was ill."
        )

        assert claims[1].answers == ()

    def test_speakers_are_actors(self) -> None:
        """A surname and a pronoun lead to the person named before."""
        claims = claims_of(
            "Mayor Ann Lee said the bridge was safe. Lee said it was new. "
            "She said it was fine."
        )

        names = [c.speaker.name for c in claims if c.speaker]
        assert names == ["Ann Lee"] * 3

    def test_about_lists_the_actors_of_the_content(self) -> None:
        """Each once, in order."""
        (claim,) = claims_of("Norway said Sweden and Iran had met Sweden's king.")

        assert [a.name for a in claim.about] == ["Sweden", "Iran"]

    def test_confidence_follows_the_pattern(self) -> None:
        """A quotation with "said" is surer than a verb of the mind."""
        sure, less = claims_of('"It rained," Lee said. The bridge seemed to be old.')

        assert sure.confidence > less.confidence

    @pytest.mark.parametrize("text", ["", "said", "said said", '"', "“", ": said ,"])
    def test_fragments_have_no_claims(self, text: str) -> None:
        """Text without a source and a content has none, and does no harm."""
        assert claims_of(text) == ()

    def test_an_open_quotation_does_not_swallow_the_rest(self) -> None:
        """A missing mark leaves the later paragraphs alone."""
        claims = claims_of('"The bridge is safe, Lee said.\n\nBerg said it was old.')

        assert claims[-1].words == "it was old"


class PostingClaimParser(ClaimParser):
    """Knows one more verb."""

    cues: ClassVar[Lexicon[str]] = ClaimParser.cues | {"posted": "statement"}


class OddClaimParser(ClaimParser):
    """Gives a verb an act that there is not."""

    cues: ClassVar[Lexicon[str]] = ClaimParser.cues | {"posted": "boast"}


class CautiousClaimParser(ClaimParser):
    """Takes no beliefs."""

    def accepts(self, candidate: ClaimCandidate, reading: Reading) -> bool:
        """Narrow the candidates."""
        return candidate.draft.cue.act != "belief"


def parser_with(part: type[ClaimParser]) -> ArticleParser:
    """Make a parser of whole stories with another claim parser, by rules alone."""
    made = type("Made", (ArticleParser,), {"claim_parser": part})
    assert issubclass(made, ArticleParser)
    return made(evidence=None)


class TestSubclasses:
    """What a subclass changes, and what it does not."""

    @pytest.mark.parametrize(
        ("text", "words"),
        [
            ("The mayor posted that it rained.", "it rained"),
            ('"It rained," the mayor posted.', '"It rained,"'),
            ("Berg said the mayor posted a lie.", "a lie"),
            ("The mayor waited to have posted the news.", "the news"),
        ],
    )
    def test_an_added_verb_is_honoured_in_any_text(self, text: str, words: str) -> None:
        """A verb of a subclass makes claims wherever it stands as a verb."""
        claims = parser_with(PostingClaimParser).parse(text).claims

        assert words in [c.words for c in claims if c.cue and "posted" in c.cue.text]

    def test_an_unknown_act_names_the_lexicon(self) -> None:
        """The error says where the wrong value is."""
        with pytest.raises(
            BrokenParserError, match=r"OddClaimParser\.cues\['posted'\]"
        ):
            parser_with(OddClaimParser).parse("The mayor posted that it rained.")

    def test_accepts_narrows(self) -> None:
        """A candidate shows its draft to a subclass."""
        text = "Norway believes it rained. Sweden said it rained."
        claims = parser_with(CautiousClaimParser).parse(text).claims

        assert [c.act for c in claims] == [ClaimAct.STATEMENT]

    def test_plain_subclass_changes_nothing(self) -> None:
        """A subclass that overrides nothing gives equal claims."""
        plain = type("Plain", (ClaimParser,), {})
        text = 'Norway accused Sweden of lying. "No," said Sweden.'

        assert parser_with(plain).parse(text).claims == claims_of(text)

    def test_candidates_are_frozen(self) -> None:
        """A candidate is a value that hooks may not change."""
        assert attrs.has(ClaimCandidate)
