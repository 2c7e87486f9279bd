"""
Hypothesis strategies for property tests over news stories.

Needs the extra `hypothesis`.  Once Hypothesis is loaded, `st.from_type(Article)`
works too.
"""

from __future__ import annotations

from hypothesis import strategies as st

from newsmodel.errors import InvalidValueError
from newsmodel.model import Article
from newsmodel.reader import parse

_PEOPLE = ("Anna Berg", "Mr. Okoro", "President Lena Marsh", "Li Wei", "she", "They")
_STATES = ("Iran", "the US government", "Ukraine", "Tehran", "the United Nations")
_VERBS = ("said", "denied that", "warned", "told reporters that", "accused Iran of")
_FACTS = (
    "the bridge was safe",
    "drones crossed the border",
    "talks would go on",
    "-3 degrees were normal",
    "it had given the order",
)
_TIMES = ("on Tuesday", "last month", "in March 2023", "two weeks ago", "")
_PLACES = (
    "near Moscow",
    "in the Alabuga special economic zone, several hundred miles east of Moscow",
    "in Vienna, Austria",
)
_MEASURES = ("sanctions", "an arms embargo", "asset freezes", "a travel ban")
_DEEDS = ("imposed", "lifted", "threatened to impose", "agreed to extend")
_MOMENTS = ("2023-06-10", "2023-06-10T09:30:00", "2023-06-10T09:30:00+02:00", None)
_HOSTILE = "=+-@\t\r\n\0\x1b\x85\u2028\u202e\ud800'\"<>&,;a"
_BYLINES = ((), ("By Jane Doe, Moscow correspondent",))
_FURNITURE = ("Advertisement", "Read more: Floods in the north", "Share this article")


@st.composite
def sentences(draw: st.DrawFn) -> str:
    """Draw a sentence of a story: a claim, a quotation, a sanction or an event."""
    who = draw(st.sampled_from(_PEOPLE + _STATES))
    fact = draw(st.sampled_from(_FACTS))
    when = draw(st.sampled_from(_TIMES))
    verb = draw(st.sampled_from(_VERBS))
    other = draw(st.sampled_from(_STATES))
    where = draw(st.sampled_from(_PLACES))
    deed = draw(st.sampled_from(_DEEDS))
    measure = draw(st.sampled_from(_MEASURES))
    forms = (
        f"{who} {verb} {fact} {when}.",
        f"“{fact.capitalize()},” {who} said {when}. “We know.”",
        f"According to {who}, {fact}.",
        f"{who} accused {other} of sending drones. {other} denied sending drones.",
        f"{who} said {other} had urged Ukraine to say that {fact}.",
        f"{who}, a minister, said the US {deed} {measure} on Russia over its war.",
        f"{other} {deed} {measure} on Russia {when} over its war.",
        f"{fact.capitalize()} {where} {when}.",
    )
    return " ".join(draw(st.sampled_from(forms)).replace(" .", ".").split())


@st.composite
def stories(draw: st.DrawFn, *, paragraphs: int = 4, furniture: bool = True) -> str:
    """
    Draw the text of a story: headline, paragraphs, perhaps a byline and furniture.

    Args:
        draw: Given by Hypothesis.
        paragraphs: The most paragraphs that a story may have, 1 or more.
        furniture: Whether lines such as "Advertisement" may stand between them.

    Raises:
        InvalidValueError: If `paragraphs` is below 1.
    """
    if paragraphs < 1:
        raise InvalidValueError(paragraphs, "1 or more", "paragraphs")
    paragraph = st.lists(sentences(), min_size=3, max_size=5).map(" ".join)
    block = paragraph | st.sampled_from(_FURNITURE) if furniture else paragraph
    body = draw(st.lists(block, max_size=paragraphs - 1))
    head = [
        "Bridge Talks Go On as Drones Cross Border",
        *draw(st.sampled_from(_BYLINES)),
    ]
    return "\n\n".join([*head, draw(paragraph), *body])


def texts() -> st.SearchStrategy[str]:
    """Draw any string: stories, quotation marks, line ends, every plane of Unicode."""
    marks = st.text(alphabet="\"'“”‘’«»`.,:;-—()\n\r \t\u00a0\u00adaA1$é\ufeff")
    return st.one_of(
        stories(), marks, st.text(), st.lists(marks | sentences()).map("\n".join)
    )


def articles(*, paragraphs: int = 4) -> st.SearchStrategy[Article]:
    """
    Draw articles, parsed from stories.

    Address and publisher may be any string: formulas, control characters, surrogates.

    Args:
        paragraphs: As for `stories`.
    """
    words = st.none() | st.text(_HOSTILE) | st.text()
    return st.builds(
        parse,
        stories(paragraphs=paragraphs),
        published=st.sampled_from(_MOMENTS),
        url=words,
        publisher=words,
    )


def _register() -> None:
    st.register_type_strategy(Article, articles())
