"""Sentences, stories and any other texts, of which nothing is known."""

from __future__ import annotations

from collections.abc import Sequence

from hypothesis import strategies as st

from newsmodel.errors import InvalidTypeError, InvalidValueError

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
def stories(
    draw: st.DrawFn,
    *,
    paragraphs: int = 4,
    furniture: bool = True,
    own: Sequence[str] = (),
) -> str:
    """
    Draw the text of a story: headline, paragraphs, perhaps a byline and furniture.

    Args:
        draw: Given by Hypothesis.
        paragraphs: The most paragraphs that a story may have, 1 or more.
        furniture: Whether lines such as "Advertisement" may stand between them.
        own: Sentences of your own, to stand among the others: about every second.

    Raises:
        InvalidValueError: If `paragraphs` is below 1.
        InvalidTypeError: If `own` is a single string.
    """
    if paragraphs < 1:
        raise InvalidValueError(paragraphs, "1 or more", "paragraphs")
    sentence = _among(sentences(), own)
    paragraph = st.lists(sentence, min_size=3, max_size=5).map(" ".join)
    block = paragraph | st.sampled_from(_FURNITURE) if furniture else paragraph
    body = draw(st.lists(block, max_size=paragraphs - 1))
    head = [
        "Bridge Talks Go On as Drones Cross Border",
        *draw(st.sampled_from(_BYLINES)),
    ]
    return "\n\n".join([*head, draw(paragraph), *body])


def texts(*, own: Sequence[str] = ()) -> st.SearchStrategy[str]:
    """
    Draw any string: stories, quotation marks, line ends, every plane of Unicode.

    Args:
        own: As for `stories`.

    Raises:
        InvalidTypeError: If `own` is a single string.
    """
    marks = st.text(alphabet="\"'“”‘’«»`.,:;-—()\n\r \t\u00a0\u00adaA1$é\ufeff")
    parts = marks | _among(sentences(), own)
    lines = st.lists(parts).map("\n".join)
    return st.one_of(stories(own=own), marks, st.text(), lines)


def _among(
    others: st.SearchStrategy[str], own: Sequence[str]
) -> st.SearchStrategy[str]:
    if isinstance(own, str):
        raise InvalidTypeError(own, "several sentences, not one string", "own")
    return others | st.sampled_from(own) if own else others
