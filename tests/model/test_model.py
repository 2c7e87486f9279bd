"""What the model classes hold, refuse and show."""

import copy
import datetime as dt
import pickle

import attrs
import pytest

import newsmodel
from newsmodel import (
    Actor,
    ActorKind,
    Article,
    Claim,
    ClaimAct,
    ClaimForm,
    InvalidSpanError,
    InvalidTypeError,
    InvalidValueError,
    Location,
    LocationKind,
    Mention,
    MentionKind,
    NewsmodelError,
    Passage,
    Placement,
    Reference,
    Sanction,
    SanctionMeasure,
    SanctionStatus,
    Span,
    TimeExpression,
    TimeKind,
    UnresolvedReferenceError,
)

TEXT = "Iran denied it. Tehran said so."


def passage(words: str) -> Passage:
    """Cut words from TEXT."""
    start = TEXT.index(words)
    return Passage(start=start, end=start + len(words), text=words)


def mention(words: str) -> Mention:
    """Cut a name from TEXT."""
    p = passage(words)
    return Mention(start=p.start, end=p.end, text=p.text, kind=MentionKind.NAME)


IRAN = Actor(
    id="actor-1",
    name="Iran",
    kind=ActorKind.COUNTRY,
    country="IR",
    mentions=(mention("Iran"), mention("Tehran")),
)


def claim(number: int, **changes: object) -> Claim:
    """Make a claim by Iran."""
    fields = {
        "id": f"claim-{number}",
        "speaker": Reference(mention=mention("Iran"), actor=IRAN),
        "cue": passage("denied"),
        "content": (passage("it"),),
        "form": ClaimForm.INDIRECT,
        "act": ClaimAct.DENIAL,
    }
    return Claim(**(fields | changes))


class TestSpan:
    """Span, Passage."""

    def test_knows_its_neighbours(self) -> None:
        """Overlap needs a shared code point; a span contains itself."""
        span = Span(start=3, end=7)

        assert span.overlaps(Span(start=6, end=9))
        assert not span.overlaps(Span(start=7, end=9))
        assert span.contains(span)
        assert not span.contains(Span(start=3, end=8))
        assert len(span.shift(2)) == len(span)
        assert span.shift(-3).start == 0

    @pytest.mark.parametrize(("start", "end"), [(5, 3), (-1, 3)])
    def test_refuses_a_wrong_order(self, start: int, end: int) -> None:
        """The error names value, expectation and place."""
        with pytest.raises(ValueError, match=r"Span: expected 0 <= start <= end") as e:
            Span(start=start, end=end)

        assert isinstance(e.value, NewsmodelError)
        assert e.value.value == (start, end)

    def test_refuses_other_types(self) -> None:
        """A float or a bool is no place in a text."""
        for value in (1.0, True, None):
            with pytest.raises(InvalidTypeError, match=r"Span\.start"):
                Span(start=value, end=3)  # type: ignore[arg-type]  # the point

    def test_passage_is_as_long_as_its_words(self) -> None:
        """A passage with other words than its span has room for is refused."""
        with pytest.raises(InvalidSpanError):
            Passage(start=0, end=3, text="four")


class TestValues:
    """Values outside their range."""

    @pytest.mark.parametrize("value", [1.2, -0.1, float("nan"), "1", None, True])
    def test_confidence_is_a_probability(self, value: object) -> None:
        """Anything outside [0, 1] is refused by name."""
        with pytest.raises(ValueError, match=r"Claim\.confidence.*\[0, 1\]"):
            claim(1, confidence=value)

    def test_country_is_a_code(self) -> None:
        """A country's name is no ISO code."""
        with pytest.raises(InvalidValueError, match=r"Actor\.country"):
            attrs.evolve(IRAN, country="Iran")

    def test_degrees_come_in_pairs_and_ranges(self) -> None:
        """A latitude of 91 or without a longitude is refused."""
        fields = {"id": "location-1", "name": "X", "kind": LocationKind.CITY}
        with pytest.raises(InvalidValueError, match=r"Location\.latitude"):
            Location(**fields, latitude=91.0, longitude=0.0)
        with pytest.raises(InvalidValueError, match="both degrees or neither"):
            Location(**fields, latitude=9.0)

    def test_lists_are_no_tuples(self) -> None:
        """Sequences inside the model are tuples of the right class."""
        with pytest.raises(InvalidTypeError, match=r"Claim\.content"):
            claim(1, content=[passage("it")])
        with pytest.raises(InvalidTypeError, match=r"Claim\.quotes\[0\]"):
            claim(1, quotes=("it",))
        with pytest.raises(InvalidValueError, match=r"Claim\.content"):
            claim(1, content=())

    def test_times_do_not_mix(self) -> None:
        """An interval has two ends of one kind, in order."""
        day = dt.date(2023, 6, 10)
        naive = dt.datetime(2023, 6, 10, 9)  # noqa: DTZ001 - naive on purpose
        aware = naive.replace(tzinfo=dt.UTC)
        fields = {"start": 0, "end": 4, "text": "Iran", "kind": TimeKind.DATE}
        for first, last in (
            (day, naive),
            (naive, aware),
            (day, None),
            (day, dt.date(2023, 6, 9)),
        ):
            with pytest.raises(InvalidValueError, match="TimeExpression"):
                TimeExpression(**fields, value="2023", earliest=first, latest=last)

    def test_distance_is_not_negative(self) -> None:
        """A placement's distance is None or kilometres of 0 or more."""
        with pytest.raises(InvalidValueError, match=r"Placement\.distance"):
            Placement(anchor="Moscow", distance=-1.0, passage=passage("it"))


class TestArticle:
    """The whole and what holds between its parts."""

    def article(self, **fields: object) -> Article:
        """Make an article of TEXT with Iran in it."""
        return Article(**({"text": TEXT, "actors": (IRAN,)} | fields))

    def test_spans_lie_in_the_text(self) -> None:
        """A passage past the end or with other words is refused by name."""
        past = Passage(start=30, end=34, text="past")
        other = Passage(start=0, end=4, text="Iraq")
        for wrong in (past, other):
            with pytest.raises(InvalidSpanError, match=r"Article\.headline"):
                self.article(headline=wrong)

    def test_ids_are_unique(self) -> None:
        """Two claims with one id are refused."""
        with pytest.raises(InvalidValueError, match="unique ids"):
            self.article(claims=(claim(1), claim(1)))

    def test_tables_are_in_order(self) -> None:
        """Paragraphs out of order are refused."""
        with pytest.raises(InvalidValueError, match=r"Article\.paragraphs"):
            self.article(paragraphs=(passage("Tehran"), passage("Iran")))

    def test_references_resolve(self) -> None:
        """A claim whose speaker or answer is in no table is refused."""
        with pytest.raises(UnresolvedReferenceError, match="claim-1"):
            self.article(actors=(), claims=(claim(1),))
        with pytest.raises(UnresolvedReferenceError, match="claim-2"):
            self.article(claims=(claim(2, answers=(claim(1),)),))

    def test_naive_and_aware_do_not_mix(self) -> None:
        """`published` and `modified` are both naive or both aware."""
        naive = dt.datetime(2023, 6, 10, 9)  # noqa: DTZ001 - naive on purpose
        with pytest.raises(ValueError, match="both naive or both aware"):
            self.article(published=naive, modified=naive.replace(tzinfo=dt.UTC))

    def test_digest_and_body(self) -> None:
        """The digest depends on the text alone, lone surrogates included."""
        article = self.article(paragraphs=(passage("Iran"), passage("Tehran")))

        assert article.body == "Iran\n\nTehran"
        assert article.digest == Article(text=TEXT).digest != Article(text="").digest
        assert len(Article(text="\ud800").digest) == len("0" * 64)

    def test_is_frozen_and_its_own_copy(self) -> None:
        """Fields cannot be set; copies are the value itself; pickles are equal."""
        article = self.article(claims=(claim(1), claim(2, answers=(claim(1),))))
        with pytest.raises(attrs.exceptions.FrozenInstanceError):
            article.text = ""  # type: ignore[misc]  # the point

        assert copy.deepcopy(article) is article
        assert pickle.loads(pickle.dumps(article)) == article  # noqa: S301 - our own
        assert hash(article) == hash(pickle.loads(pickle.dumps(article)))  # noqa: S301


class TestGraph:
    """Objects that refer to each other stay linear and readable."""

    def test_every_claim_may_answer_all_before(self) -> None:
        """Equality, hash, repr and pickle of a dense graph end at once."""
        claims: list[Claim] = []
        for number in range(60):
            claims.append(claim(number, answers=tuple(claims)))
        article = Article(text=TEXT, actors=(IRAN,), claims=tuple(claims))
        again = pickle.loads(pickle.dumps(article))  # noqa: S301 - our own

        assert again == article
        assert hash(again.claims[-1]) == hash(claims[-1])
        assert len(repr(claims[-1])) < 120

    def test_repr_shows_who_what_and_where(self) -> None:
        """A line says what a person wants to know."""
        sanction = Sanction(
            id="sanction-1",
            trigger=passage("it"),
            targets=(Reference(mention=mention("Iran"), actor=IRAN),),
            measure=SanctionMeasure.UNSPECIFIED,
            status=SanctionStatus.IMPOSED,
        )

        assert repr(claim(1)) == "Claim(claim-1: Iran, denial: 'it')"
        assert repr(IRAN) == "Actor(actor-1: Iran, country x2)"
        assert repr(passage("denied")) == "Passage(5-11 'denied')"
        assert repr(sanction) == "Sanction(sanction-1: 'it' imposed, ? -> Iran)"

    def test_every_public_name_is_documented(self) -> None:
        """Classes, fields and enumeration values all have docstrings."""
        for name in newsmodel.__all__:
            thing = getattr(newsmodel, name)
            if isinstance(thing, type):
                assert thing.__doc__, name
