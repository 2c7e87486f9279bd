"""
Which act a cue performs.

The rules are those of the edge cases of the fifteen acts: the cue gives the act, the
frame of its complement sharpens it, the content decides only where the frame is the
same ("vow to rebuild", "vow to retaliate").
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import cache

from newsmodel.lexicons import toml
from newsmodel.parsers._claims_draft import Draft
from newsmodel.parsers._claims_forms import Cue
from newsmodel.parsers._clauses import Clauses, is_gerund

ASKING = frozenset("if whether why how what who when where about which".split())
"""Words that an indirect question begins with."""
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
    asking = words and (words[0] in ASKING or words[0] in ('"', "“", "''"))
    return "question" if asking or not ASKING.isdisjoint(behind) else "criticism"


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
