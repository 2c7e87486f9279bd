"""
Which act a cue performs, and at whom it is aimed.

The rules are those of the edge cases of the fifteen acts: the cue gives the act, the
frame of its complement sharpens it, the content decides only where the frame is the
same ("vow to rebuild", "vow to retaliate").
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import cache

from newsmodel.lexicons import toml
from newsmodel.parsers import _clauses as c
from newsmodel.parsers._claims_draft import Draft
from newsmodel.parsers._claims_forms import Cue
from newsmodel.parsers._claims_sources import left_subject
from newsmodel.parsers._clauses import Clauses, Phrase, is_gerund

_ASKING = frozenset("if whether why how what who when where about which".split())
_SHOULD = frozenset(("should", "ought"))
_SILENT = frozenset("comment say discuss answer respond confirm elaborate".split())
_WILL_NOT = frozenset(("won't", "wouldn't"))


@cache
def _complement(name: str) -> frozenset[str]:
    return frozenset(toml("cues.toml")["complements"][name].split())


@cache
def _feelings() -> Mapping[str, str]:
    feelings = toml("cues.toml")["complements"]["feelings"].items()
    return {word: act for act, words in feelings for word in words.split()}


def act_of(clauses: Clauses, draft: Draft) -> str:
    """The act of a draft, as the value of a `ClaimAct`."""
    cue = draft.cue
    if _is_silence(clauses, cue):
        return "refusal"
    rule = _RULES.get(_stem(clauses.lower[cue.head]))
    return (rule(clauses, draft) if rule else None) or _by_content(clauses, draft)


def _by_content(clauses: Clauses, draft: Draft) -> str:
    cue = draft.cue
    if cue.act in ("promise", "threat") and _opens_with(clauses, draft, "harmful"):
        return "threat"
    return cue.act


def _is_silence(clauses: Clauses, cue: Cue) -> bool:
    """Say whether someone will not answer: "would not comment"."""
    words = clauses.lower[cue.first : cue.head]
    will_not = any(w in _WILL_NOT for w in words) or (
        "not" in words and ("would" in words or "will" in words)
    )
    return will_not and clauses.lower[cue.head] in _SILENT


def _stem(word: str) -> str:
    return word[:5] if len(word) > 5 else word


def _first_words(clauses: Clauses, draft: Draft, count: int) -> list[str]:
    """The first words of the content behind the cue."""
    after = [p for p in draft.content if p.first >= draft.cue.stop]
    if not after:
        return []
    first, stop = after[0]
    return clauses.lower[first : min(stop, first + count)]


def _opens_with(clauses: Clauses, draft: Draft, name: str, count: int = 6) -> bool:
    words = _first_words(clauses, draft, count)
    return not _complement(name).isdisjoint(words)


_Rule = Callable[[Clauses, Draft], str | None]


def _linked(links: tuple[str, ...], linked: str, other: str) -> _Rule:
    """Tell two acts of one verb by the word behind it; a phrasal verb has its own."""

    def act(_: Clauses, draft: Draft) -> str:
        if draft.cue.stop - draft.cue.head > 1:
            return draft.cue.act
        return linked if draft.link in links else other

    return act


def _question(clauses: Clauses, draft: Draft) -> str | None:
    words = _first_words(clauses, draft, 1)
    cue = draft.cue
    behind = clauses.lower[cue.stop : cue.stop + 6]
    asking = words and (words[0] in _ASKING or words[0] in ('"', "“", "''"))
    return "question" if asking or not _ASKING.isdisjoint(behind) else "criticism"


def _suggest(clauses: Clauses, draft: Draft) -> str | None:
    words = _first_words(clauses, draft, 8)
    if draft.link != "that" and words and is_gerund(words[0]):
        return "proposal"
    return None if _SHOULD.isdisjoint(words) else "proposal"


def _call(clauses: Clauses, draft: Draft) -> str | None:
    cue = draft.cue
    if "label" not in cue.frames:
        return cue.act
    if _opens_with(clauses, draft, "negative", 16):
        return "criticism"
    return "praise" if _opens_with(clauses, draft, "positive", 16) else "statement"


def _dismiss(clauses: Clauses, draft: Draft) -> str | None:
    """A claim dismissed is a denial, an offer a refusal, a party criticism."""
    words = _object_words(clauses, draft)
    if not _complement("offers").isdisjoint(words):
        return "refusal"
    if not _complement("claims").isdisjoint(words):
        return "denial"
    cue = draft.cue
    later = clauses.lower[cue.stop : cue.stop + 12]
    return "criticism" if "as" in later else cue.act


def _reject(clauses: Clauses, draft: Draft) -> str | None:
    words = _object_words(clauses, draft)
    if not _complement("offers").isdisjoint(words):
        return "refusal"
    return "refusal" if _complement("claims").isdisjoint(words) else "denial"


def _object_words(clauses: Clauses, draft: Draft) -> list[str]:
    """The words of the object, or of the subject of a passive."""
    cue = draft.cue
    if cue.passive:
        return clauses.lower[max(cue.first - 4, draft.sentence.first) : cue.first]
    stop = draft.target.stop if draft.target else cue.stop + 6
    return clauses.lower[cue.stop : stop]


def _express(clauses: Clauses, draft: Draft) -> str | None:
    cue = draft.cue
    feelings = _feelings()
    words = clauses.lower[cue.stop : cue.stop + 6]
    return next((feelings[w] for w in words if w in feelings), None)


def _expect(clauses: Clauses, draft: Draft) -> str | None:
    """Of a person who is told to act it is a demand, else a prediction."""
    words = _first_words(clauses, draft, 6)
    aimed = bool(words) and words[0] in ("him", "her", "them", "us", "you")
    return "demand" if aimed and "to" in words and not draft.cue.passive else None


def _insist(clauses: Clauses, draft: Draft) -> str | None:
    cue = draft.cue
    return "demand" if clauses.lower[cue.stop : cue.stop + 1] == ["on"] else None


def _plead(clauses: Clauses, draft: Draft) -> str | None:
    words = _first_words(clauses, draft, 2)
    return "admission" if "guilty" in words else None


_RULES: Mapping[str, _Rule] = {
    **dict.fromkeys(
        ("ask", "asks", "asked", "askin", "asking"),
        _linked(("to", "for"), "demand", "question"),
    ),
    **dict.fromkeys(
        ("tell", "tells", "told", "telli"), _linked(("to",), "demand", "statement")
    ),
    "quest": _question,
    "sugge": _suggest,
    **dict.fromkeys(("agree", "agreei"), _linked(("to", "on"), "promise", "belief")),
    **dict.fromkeys(("call", "calls", "calle", "callin", "calli", "label"), _call),
    **dict.fromkeys(("brand", "deem", "deems", "term", "terms", "terme", "dub"), _call),
    **dict.fromkeys(("deeme", "dubbe", "descr"), _call),
    "dismi": _dismiss,
    "rejec": _reject,
    **dict.fromkeys(("expre", "voice", "voici"), _express),
    "expec": _expect,
    "insis": _insist,
    "plead": _plead,
}

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
    if "whom" not in cue.frames or not told or draft.link in _ASKING:
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
    subject = left_subject(clauses, cue.first, draft.sentence.first)
    return [Phrase(subject.first, subject.stop)] if subject else []
