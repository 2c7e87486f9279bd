"""The parties that a claim is aimed at, as noun phrases."""

from __future__ import annotations

from newsmodel.parsers import _clauses as c
from newsmodel.parsers._claims_acts import ASKING
from newsmodel.parsers._claims_draft import Draft
from newsmodel.parsers._claims_forms import BE
from newsmodel.parsers._claims_sources import left_subject
from newsmodel.parsers._clauses import Clauses, Phrase

_AIMED = frozenset("accusation criticism praise demand warning question".split())


def targets_of(clauses: Clauses, draft: Draft, act: str) -> list[Phrase]:
    """The parties that a claim is aimed at, as noun phrases, in order."""
    cue, phrase = draft.cue, draft.target
    if cue.passive:
        return _passive_targets(clauses, draft, act)
    if phrase is None or phrase.stop <= phrase.first:
        return _objects(clauses, draft)
    if claimant := _claimant(clauses, draft, act):
        return [claimant]
    if "whom" in cue.frames:
        blamed = draft.link == "on" and cue.act == "accusation"
        return [clauses.noun_phrase(*draft.content[-1]) if blamed else phrase]
    if cue.act == "demand" or clauses.lower[cue.head].startswith(_FEELING):
        return []
    aimed = act in _AIMED or "label" in cue.frames
    return [phrase] if aimed and phrase.first not in clauses.quote_stops else []


def _objects(clauses: Clauses, draft: Draft) -> list[Phrase]:
    """The object that the evidence holds for the content: "blaming Michael Roe"."""
    cue = draft.cue
    told = [p for p in draft.content if p.first == cue.stop]
    if "whom" not in cue.frames or not told or draft.link in ASKING:
        return []
    phrase = clauses.noun_phrase(*told[0])
    clause = phrase.stop < told[0].stop and clauses.is_finite(phrase.stop)
    named = clauses.letters[phrase.first] in _PARTIES and phrase.stop > phrase.first
    return [phrase] if named and not clause else []


_PARTIES = (c.NAME, c.DETERMINER, c.PRONOUN)
_FEELING = ("express", "voice", "voicing")


def harmed_phrase(draft: Draft, act: str) -> Phrase | None:
    """Where the party of a threat or refusal may be named: the start of the content."""
    if (
        act not in ("threat", "refusal")
        or draft.target is not None
        or not draft.content
    ):
        return None
    first, stop = draft.content[-1]
    return Phrase(first, min(stop, first + 9))


def _claimant(clauses: Clauses, draft: Draft, act: str) -> Phrase | None:
    """The maker of what is denied or refused: "the allegations by the consul"."""
    if act not in ("denial", "refusal") or draft.target is None:
        return None
    at, stop = draft.target.stop, draft.sentence.stop
    if at + 1 < stop and clauses.lower[at] in ("by", "from"):
        return clauses.noun_phrase(at + 1, stop)
    return None


def _passive_targets(clauses: Clauses, draft: Draft, act: str) -> list[Phrase]:
    """The subject of a passive, where the act is aimed at someone."""
    cue = draft.cue
    if act not in _AIMED:
        return []
    verb = _first_passive(clauses, cue.first, draft.sentence.first)
    subject = left_subject(clauses, verb, draft.sentence.first)
    return [Phrase(subject.first, subject.stop)] if subject else []


def _first_passive(clauses: Clauses, verb: int, first: int) -> int:
    """Go back to the verb that shares its subject: "was held and| charged"."""
    if verb == first or clauses.letters[verb - 1] != c.CONJUNCTION:
        return verb
    back = range(verb - 1, max(first, verb - c.LEFT), -1)
    return next((at for at in back if clauses.lower[at] in BE), verb)
