"""Learned evidence in the article and claim parsers, from hand-made spans."""

from collections.abc import Iterator

import attrs
import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsmodel import ArticleParser
from newsmodel.errors import BrokenParserError
from newsmodel.model import Article, Claim
from newsmodel.parsers.claims import ClaimParser
from newsmodel.tagging import CueSpan, Evidence, NameKind, NameSpan, Tagged
from newsmodel.text import Document


@attrs.frozen
class Told:
    """Reads what it was told: the same evidence for every text."""

    evidence: Evidence

    def read(self, document: Document) -> Evidence:
        """Give the evidence."""
        return self.evidence


def tokens(text: str, words: str) -> Tagged:
    """Give the tokens of some words of a text, as sure."""
    start = text.index(words)
    first, stop = Document(text).token_range(start, start + len(words))
    return Tagged(first=first, stop=stop, probability=0.9)


def cue(text: str, marked: str, probability: float = 0.9) -> CueSpan:
    """Make a cue of "source | cue | content ... content"; "-" is for no source."""
    source, words, contents = marked.split(" | ")
    at = tokens(text, words)
    return CueSpan(
        first=at.first,
        stop=at.stop,
        probability=probability,
        sources=() if source == "-" else (tokens(text, source),),
        contents=tuple(tokens(text, c) for c in contents.split(" ... ")),
    )


def claims(text: str, *cues: CueSpan) -> list[str]:
    """Read a text with some cues as evidence; show the claims."""
    told = Told(Evidence(cues=cues))
    return [shown(c) for c in ArticleParser(evidence=told).parse(text).claims]


def shown(claim: Claim) -> str:
    """Write a claim: speaker, cue, content, act."""
    speaker = claim.speaker.mention.text if claim.speaker else "-"
    content = " ... ".join(p.text for p in claim.content)
    words = claim.cue.text if claim.cue else "-"
    return f"{speaker} | {words} | {content} | {claim.act.value}"


CASES = [
    ("It will rain, tweeted Lee.", "Lee | tweeted | It will rain", "statement"),
    ("Lee's hunch is that it rains.", "Lee | hunch is | that it rains", "statement"),
    ("Iran denied it had sent arms.", "Iran | denied | it had sent arms", "denial"),
    (
        "Rain fell, a spokesman for Lee said.",
        "a spokesman for Lee | said | Rain fell",
        "statement",
    ),
    (
        "The bill, Lee argued, is, in effect, a tax.",
        "Lee | argued | The bill ... is, in effect, a tax",
        "statement",
    ),
    (
        "It was reported that rain fell.",
        "- | was reported | that rain fell",
        "statement",
    ),
]


SOURCES = [
    ("Ann Lee, head of Acme, which sells tea, | said | it rained", "Ann Lee"),
    ("An aide to Ann Lee, Carl Berg, | said | it rained", "Carl Berg"),
    ("Bank of Oslo chief Ann Lee | said | it rained", "Ann Lee"),
    ("A consultant, Acme professor Carl Berg, | said | it rained", "Carl Berg"),
    ("A man from Oslo, Norway, | said | it rained", None),
    ("Norway aide | said | it rained", None),
    ("Ann Lee and her aides | said | it rained", "Ann Lee"),
    ("House and Senate Republicans | said | it rained", "Republicans"),
    ("Norway | said | it rained", "Norway"),
]
"""Sources, and the actor at their head."""


class TestClaims:
    """Claims where the tagger says where, and the rules say what."""

    @pytest.mark.parametrize(("text", "marked", "act"), CASES)
    def test_words_are_those_of_the_evidence(
        self, text: str, marked: str, act: str
    ) -> None:
        """Source, cue and content are as tagged; the act is that of the word."""
        assert claims(text, cue(text, marked)) == [f"{marked} | {act}"]

    def test_contents_are_whole(self) -> None:
        """Small holes are filled, and no content ends with a word that leads on."""
        text = "Lee said it rained hard on Monday when he left, and slept."
        (holed,) = claims(text, cue(text, "Lee | said | it rained ... on Monday"))
        (cut,) = claims(text, cue(text, "Lee | said | it rained hard on Monday when"))

        assert holed == "Lee | said | it rained hard on Monday | statement"
        assert cut == ("Lee | said | it rained hard on Monday when he left | statement")

    def test_a_content_begins_where_its_speaker_does(self) -> None:
        """Not in another's quotation before it, nor in the middle of a name."""
        text = '"It will rain. It may snow." It had been dry, friends said.'
        apart = '"It will rain. It may snow." It had been dry | friends'
        content, source = apart.split(" | ")
        (told,) = claims(text, cue(text, f"{source} | said | {content}"))
        owned = "Lee said Acme's bid had nothing to do with it."
        (whole,) = claims(owned, cue(owned, "Lee | said | 's bid had nothing"))

        assert told == "friends | said | It had been dry | statement"
        assert whole == "Lee | said | Acme's bid had nothing | statement"

    def test_a_content_ends_where_the_main_clause_begins(self) -> None:
        """Behind "if" and "when" the rest of the sentence is nobody's claim."""
        text = "If Lee said that the bridge, which is old, was safe, she was wrong."
        content = "that the bridge, which is old, was safe"
        (found,) = claims(text, cue(text, f"Lee | said | {content}, she was wrong"))

        assert found == f"Lee | said | {content} | statement"

    def test_neither_is_no_part_of_a_source(self) -> None:
        """It belongs to the verbs."""
        text = "Lee neither confirmed nor denied the plan."
        found = claims(text, cue(text, "Lee neither | confirmed | the plan"))

        assert found[0] == "Lee | confirmed | the plan | statement"

    def test_a_cue_that_rules_hold_too_needs_less(self) -> None:
        """What the tagger doubts is a claim where rules hold the same."""
        text = "Lee said it rained. Lee hopped it rained."
        likely = cue(text, "Lee | said | it rained", 0.25)
        hopped = cue(text, "Lee | hopped | it rained", 0.25)
        doubtful = attrs.evolve(
            hopped, contents=(attrs.evolve(hopped.contents[0], probability=0.6),)
        )
        found = claims(text, likely, doubtful)

        assert found == ["Lee | said | it rained | statement"]

    def test_a_surer_claim_has_more_confidence(self) -> None:
        """Confidence follows the probabilities of the evidence."""
        text = "Lee said it rained."
        told = [
            Told(Evidence(cues=(cue(text, "Lee | said | it rained", p),)))
            for p in (0.5, 0.99)
        ]
        less, more = (ArticleParser(evidence=t).parse(text).claims[0] for t in told)

        assert less.confidence < more.confidence

    def test_the_speaker_is_the_actor_in_the_source(self) -> None:
        """The mention is all the words of the source, the actor who is named there."""
        text = "Ann Lee won. It rained, said Ann Lee, a senator from Ohio."
        person = {"probability": 0.9, "kind": NameKind.PERSON}
        told = Told(
            Evidence(
                names=(
                    NameSpan(first=0, stop=2, **person),  # type: ignore[arg-type]
                    NameSpan(first=8, stop=10, **person),  # type: ignore[arg-type]
                ),
                cues=(cue(text, "Ann Lee, a senator from Ohio | said | It rained"),),
            )
        )
        (claim,) = ArticleParser(evidence=told).parse(text).claims

        assert claim.speaker is not None
        assert claim.speaker.mention.text == "Ann Lee, a senator from Ohio"
        assert claim.speaker.name == "Ann Lee"

    @pytest.mark.parametrize(("marked", "name"), SOURCES)
    def test_the_head_of_a_source_speaks(self, marked: str, name: str | None) -> None:
        """Not who else is named in it."""
        text = marked.replace(" | ", " ") + ". Ann Lee met Carl Berg of Acme."
        people = [tokens(text, n) for n in ("Ann Lee", "Carl Berg") if n in marked]
        names = tuple(
            NameSpan(
                first=p.first,
                stop=p.stop,
                probability=p.probability,
                kind=NameKind.PERSON,
            )
            for p in sorted(people, key=lambda p: p.first)
        )
        told = Told(Evidence(names=names, cues=(cue(text, marked),)))
        (claim,) = ArticleParser(evidence=told).parse(text).claims

        assert claim.speaker is not None
        assert (claim.speaker.actor.name if claim.speaker.actor else None) == name

    def test_whom_a_relative_clause_is_about_does_not_speak(self) -> None:
        """The subject of the clause does."""
        text = "They met Berg, whom Lee called a liar."
        (found,) = claims(text, cue(text, "whom Lee | called | a liar"))

        assert found == "Lee | called | a liar | criticism"

    @pytest.mark.parametrize(
        ("text", "marked", "speaker"),
        [
            ("Iran was accused of lying.", "Iran | was accused | of lying", "-"),
            ("Lee was told it rained.", "Lee | was told | it rained", "-"),
            ("Lee is convinced it rains.", "Lee | is convinced | it rains", "Lee"),
            (
                "Iran was accused by Lee of lying.",
                "Lee of lying | was accused by | Iran",
                "Lee",
            ),
        ],
    )
    def test_who_is_told_does_not_speak(
        self, text: str, marked: str, speaker: str
    ) -> None:
        """The subject of a passive is spoken to; who feels something speaks."""
        (found,) = claims(text, cue(text, marked))

        assert found.partition(" | ")[0] == speaker

    def test_an_article_is_no_source(self) -> None:
        """A claim that is nobody's stays so."""
        text = "It rained, the notes say."
        (found,) = claims(text, cue(text, "the | say | It rained"))

        assert not found.startswith("the |")

    def test_a_claim_inside_another_is_kept(self) -> None:
        """Were it alone, it would be one."""
        text = "Lee urged Berg to go, aides said."
        found = claims(
            text,
            cue(text, "Lee | urged | Berg to go"),
            cue(text, "aides | said | Lee urged Berg to go"),
        )

        assert [f.partition(" | ")[0] for f in found] == ["Lee", "aides"]

    def test_who_is_blamed_is_a_target(self) -> None:
        """The evidence holds the object for the content."""
        text = "Lee blamed Berg."
        told = Told(Evidence(cues=(cue(text, "Lee | blamed | Berg"),)))
        (claim,) = ArticleParser(evidence=told).parse(text).claims

        assert [t.mention.text for t in claim.targets] == ["Berg"]

    def test_who_is_the_one_right_before(self) -> None:
        """A relative goes back to the actor beside it."""
        text = "Ann Lee met Carl Berg, who said that it rained."
        (claim,) = ArticleParser(evidence=None).parse(text).claims

        assert claim.speaker is not None
        assert claim.speaker.name == "Carl Berg"

    def test_a_verb_of_a_subclass_is_honoured(self) -> None:
        """A verb that a subclass adds makes a claim, whatever the tagger thinks."""

        class MyClaimParser(ClaimParser):
            cues = ClaimParser.cues | {"posted": "warning"}

        class MyArticleParser(ArticleParser):
            claim_parser = MyClaimParser

        text = "Lee posted that it rained."
        none = Evidence()
        some = Evidence(cues=(cue(text, "Lee | posted | that it rained"),))
        for evidence in (none, some):
            (claim,) = MyArticleParser(evidence=Told(evidence)).parse(text).claims

            assert claim.cue is not None
            assert claim.cue.text == "posted"
            assert claim.act == "warning"

    def test_spans_are_cut_to_the_paragraph(self) -> None:
        """Evidence across paragraphs, or between them, does not leave its own."""
        text = "Lee said it rained.\n\nBerg slept."
        marked = cue(text, "Lee | said | it rained")
        far = attrs.evolve(marked.contents[0], stop=len(Document(text).tokens.texts))
        told = Told(Evidence(cues=(attrs.evolve(marked, contents=(far,)),)))
        (claim,) = ArticleParser(evidence=told).parse(text).claims

        assert claim.content[-1].end <= len("Lee said it rained.")


class TestAnswers:
    """Which earlier claim a denial answers."""

    @pytest.mark.parametrize(
        ("text", "answered"),
        [
            ("Berg accused Lee of lying. Lee denied it.", True),
            ("Berg accused Lee of lying. It rained. Lee denied the claim.", True),
            ("Berg accused Lee of lying. Roe denied it.", False),
            ("Berg accused Lee of lying. Lee denied that it rained.", False),
        ],
    )
    def test_it_is_what_the_speaker_was_accused_of(
        self, text: str, *, answered: bool
    ) -> None:
        """A denial of "it" answers the last claim about the one who denies."""
        first, last = ArticleParser(evidence=None).parse(text).claims

        assert last.answers == ((first,) if answered else ())


class TestInterviews:
    """Who answers in an interview."""

    def test_answers_are_those_of_the_one_it_is_about(self) -> None:
        """And "I" inside them is too."""
        text = """The port and Ann Lee

Ann Lee knows the port, and Lee likes it. Carl Berg does not.

Q: Did you see the ship?

A: I saw it on Monday. I promise to go.

Q: And then?

A: It sank."""
        article = ArticleParser(evidence=None).parse(text)
        named = {
            c.speaker.mention.text: c.speaker.name for c in article.claims if c.speaker
        }

        assert named["A"] == "Ann Lee"
        assert named["I"] == "Ann Lee"


class TestEvidenceArgument:
    """The argument `evidence` of `ArticleParser`."""

    def test_none_reads_by_rules_alone(self) -> None:
        """Rules alone find what they know."""
        (claim,) = ArticleParser(evidence=None).parse("Lee said it rained.").claims

        assert shown(claim) == "Lee | said | it rained | statement"

    def test_another_object_is_refused(self) -> None:
        """What cannot read is named."""
        with pytest.raises(TypeError, match="evidence: expected a Tagger or None"):
            ArticleParser(evidence=1)  # type: ignore[arg-type]  # the point

    @pytest.mark.parametrize(
        "evidence",
        [
            "no evidence",
            Evidence(cues=(CueSpan(first=2, stop=9, probability=1.0),)),
            Evidence(cues=(CueSpan(first=2, stop=2, probability=1.0),)),
        ],
    )
    def test_a_broken_reader_is_named(self, evidence: Evidence) -> None:
        """Spans outside the text, empty ones and other objects are errors."""
        with pytest.raises(BrokenParserError, match=r"Told\.read"):
            ArticleParser(evidence=Told(evidence)).parse("Lee said it rained.")

    def test_the_default_shows_no_argument(self) -> None:
        """A parser shows evidence of its own only."""
        assert repr(ArticleParser()) == "ArticleParser()"
        assert repr(ArticleParser(evidence=None)) == "ArticleParser(evidence=None)"


WORDS = 'Lee said that Iran denied it . " , \n\n Paris Ann accused the U.S. of'


@st.composite
def evidences(draw: st.DrawFn) -> tuple[str, Evidence]:
    """Draw a text and any evidence for it that keeps the promises of `Evidence`."""
    text = " ".join(draw(st.lists(st.sampled_from(WORDS.split(" ")), max_size=40)))
    size = len(Document(text).tokens.texts)
    cuts = st.lists(st.integers(0, size), unique=True, max_size=12).map(sorted)

    def spans(places: list[int]) -> Iterator[dict[str, float]]:
        for first, stop in zip(places[::2], places[1::2], strict=False):
            yield {"first": first, "stop": stop, "probability": draw(st.floats(0, 1))}

    kinds = st.sampled_from(NameKind)
    names = [NameSpan(**s, kind=draw(kinds)) for s in spans(draw(cuts))]  # type: ignore[arg-type]
    cues = [
        CueSpan(
            **s,  # type: ignore[arg-type]
            sources=tuple(Tagged(**r) for r in spans(draw(cuts))),  # type: ignore[arg-type]
            contents=tuple(Tagged(**r) for r in spans(draw(cuts))),  # type: ignore[arg-type]
        )
        for s in spans(draw(cuts))
    ]
    return text, Evidence(names=tuple(names), cues=tuple(cues))


class TestAnyEvidence:
    """What holds whatever a tagger says."""

    @given(evidences())
    def test_any_evidence_gives_a_valid_article(
        self, drawn: tuple[str, Evidence]
    ) -> None:
        """No evidence raises, and the article keeps its promises."""
        text, evidence = drawn
        article = ArticleParser(evidence=Told(evidence)).parse(text)

        assert Article.from_record(article.to_record()) == article
