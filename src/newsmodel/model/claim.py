"""Who says what about whom."""

from __future__ import annotations

import enum

import attrs

from newsmodel.errors import InvalidTypeError, InvalidValueError
from newsmodel.model._checks import (
    Value,
    id_of,
    ids,
    is_a,
    maybe,
    not_empty,
    probability,
    short,
    tuple_of,
)
from newsmodel.model.actor import Actor
from newsmodel.model.span import Mention, Passage
from newsmodel.model.time import TimeExpression


class ClaimForm(enum.StrEnum):
    """How the words of a claim are given."""

    DIRECT = "direct"
    """All of the content stands in quotation marks."""
    INDIRECT = "indirect"
    """None of it does."""
    MIXED = "mixed"
    """Some of it does."""


class ClaimAct(enum.StrEnum):
    """
    The speech act that the reporting words ascribe to the source.

    The act follows the cue and the frame of its complement, not the content: "said
    Iran must stop" is a statement, "urged Iran to stop" a demand.  Values relate to
    the CAMEO roots and PLOVER types named in each line.
    """

    STATEMENT = "statement"
    """Presents the content as so: say, announce, note, according to (CAMEO 01)."""
    ACCUSATION = "accusation"
    """Holds a party responsible for a wrong: accuse, blame, allege (112, ACCUSE)."""
    CRITICISM = "criticism"
    """Evaluates negatively: criticise, condemn, mock (111, ACCUSE)."""
    DENIAL = "denial"
    """Rejects the truth of a claim: deny, dispute, refute (016)."""
    REFUSAL = "refusal"
    """Will not do, accept or answer: refuse, decline, reject an offer (12, REJECT)."""
    ADMISSION = "admission"
    """Grants against own interest: admit, acknowledge, apologise (015, 055)."""
    PRAISE = "praise"
    """Evaluates positively or sides with: praise, welcome, endorse (051, SUPPORT)."""
    WARNING = "warning"
    """Points to a danger not of its own making: warn, caution (01, 13)."""
    THREAT = "threat"
    """Announces own harmful action: threaten, vow to retaliate (13, THREATEN)."""
    DEMAND = "demand"
    """Wants someone to act: urge, demand, call for, ask X to (02, 10, REQUEST)."""
    PROMISE = "promise"
    """Commits itself: promise, pledge, vow, plan, agree to (03, AGREE)."""
    PROPOSAL = "proposal"
    """Puts a course forward: propose, recommend, suggest doing (02, 03)."""
    PREDICTION = "prediction"
    """Holds a future state likely: expect, predict, forecast (012, 013)."""
    BELIEF = "belief"
    """Has an attitude to the content: think, believe, hope, fear, doubt (01)."""
    QUESTION = "question"
    """Asks: ask whether, wonder, question someone."""


@attrs.frozen(kw_only=True, repr=False)
class Reference(Value):
    """Words that stand for a party, and the actor they stand for."""

    mention: Mention = attrs.field(validator=is_a(Mention))
    """The words here."""
    actor: Actor | None = attrs.field(default=None, validator=maybe(Actor), eq=id_of)
    """Who it is, from `Article.actors`; None where the story leaves it open."""

    @property
    def name(self) -> str:
        """The actor's name, else the words."""
        return self.actor.name if self.actor else self.mention.text

    def __repr__(self) -> str:
        who = f" = {self.actor.name}" if self.actor else ""
        return f"Reference({short(self.mention.text)}{who})"


@attrs.frozen(kw_only=True, repr=False)
class Claim(Value):
    """An attribution: a source, a cue and a content (PARC, PolNeAR), and its act."""

    id: str = attrs.field(validator=not_empty)
    """`claim-1`, `claim-2`, ... in order of the text."""
    speaker: Reference | None = attrs.field(default=None, validator=maybe(Reference))
    """The source; None where the text names none ("was accused")."""
    cue: Passage | None = attrs.field(default=None, validator=maybe(Passage))
    """The reporting words: "has denied", "according to"; None for a bare quotation."""
    content: tuple[Passage, ...] = attrs.field(validator=tuple_of(Passage))
    """What is said, in order; several passages where the cue splits it."""
    quotes: tuple[Passage, ...] = attrs.field(default=(), validator=tuple_of(Passage))
    """The verbatim passages in the content, with their quotation marks, in order."""
    form: ClaimForm = attrs.field(validator=is_a(ClaimForm))
    """Direct, indirect or mixed."""
    act: ClaimAct = attrs.field(validator=is_a(ClaimAct))
    """What the source does by saying it."""
    targets: tuple[Reference, ...] = attrs.field(
        default=(), validator=tuple_of(Reference)
    )
    """The accused, urged, warned, praised, asked; in order of the text."""
    about: tuple[Actor, ...] = attrs.field(
        default=(), validator=tuple_of(Actor), eq=ids
    )
    """Actors named in the content, in order of first mention there."""
    when: TimeExpression | None = attrs.field(
        default=None, validator=maybe(TimeExpression)
    )
    """When it was said, where the text tells."""
    within: Claim | None = attrs.field(default=None, eq=id_of)
    """The claim whose content holds this one."""
    answers: tuple[Claim, ...] = attrs.field(default=(), eq=ids)
    """Earlier claims that this one denies, admits, confirms or dismisses."""
    confidence: float = attrs.field(default=1.0, validator=probability)
    """Probability that source, cue and content are right."""

    def __attrs_post_init__(self) -> None:
        if not self.content:
            raise InvalidValueError((), "at least one passage", "Claim.content")
        if not isinstance(self.within, Claim | None):
            raise InvalidTypeError(self.within, "Claim or None", "Claim.within")
        tuple_of(Claim)(self, attrs.fields(Claim).answers, self.answers)

    @property
    def words(self) -> str:
        """The content as one string, passages joined by a space."""
        return " ".join(p.text for p in self.content)

    def __repr__(self) -> str:
        who = self.speaker.name if self.speaker else "?"
        whom = "".join(f" -> {t.name}" for t in self.targets[:2])
        words = short(self.words)
        return f"Claim({self.id}: {short(who, 30)[1:-1]}, {self.act}{whom}: {words})"
