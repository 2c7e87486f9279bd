"""Drafts of learned evidence: the tagger says where, the rules say what."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

import attrs

from newsmodel.lexicons import Lexicon
from newsmodel.parsers import _clauses as c
from newsmodel.parsers._claims_cues import cue_at
from newsmodel.parsers._claims_draft import Draft
from newsmodel.parsers._claims_forms import Cue, grammar_words
from newsmodel.parsers._claims_sources import Source
from newsmodel.parsers._claims_whole import whole
from newsmodel.parsers._clauses import Clauses, Phrase
from newsmodel.tagging.evidence import CueSpan, Tagged

_LINKS = frozenset("of that whether if for about why how".split())
"""Words behind the one spoken to, who is no part of what is said."""
_PREPOSITIONS = frozenset(("of", "for", "about"))
"""Those that are no part of it either."""


_SUBJECTS = (c.NAME, c.DETERMINER, c.PRONOUN)
"""Letters that the subject of a relative clause begins with."""


@attrs.frozen(kw_only=True, eq=False)
class Vocabulary:
    """The lexicons of a `ClaimParser`."""

    cues: Lexicon[str]
    nouns: Lexicon[str]
    prepositions: Lexicon[str]


def read_cues(clauses: Clauses, cues: Iterable[CueSpan]) -> Iterator[CueSpan]:
    """Give the cues with a content, cut to the headline or paragraph around them."""
    for span in cues if clauses.ranges else ():
        first, stop = clauses.body(span.first)
        inside = first <= span.first < span.stop <= stop
        if not inside or clauses.lower[span.stop - 1] in grammar_words("deeds"):
            continue
        contents = _clipped(span.contents, first, stop)
        if contents:
            sources = _clipped(span.sources, first, stop)
            sources = tuple(s for s in sources if _names_one(clauses, s))
            yield attrs.evolve(span, sources=sources, contents=contents)


def _names_one(clauses: Clauses, source: Tagged) -> bool:
    """Say whether a source is more than an article."""
    alone = source.stop == source.first + 1
    return not (alone and clauses.lower[source.first] in c.ARTICLES)


def _clipped(spans: Iterable[Tagged], first: int, stop: int) -> tuple[Tagged, ...]:
    clipped = (
        attrs.evolve(s, first=max(s.first, first), stop=min(s.stop, stop))
        for s in spans
    )
    return tuple(s for s in clipped if s.first < s.stop)


def joined(
    clauses: Clauses, vocabulary: Vocabulary, span: CueSpan, rules: Mapping[int, Draft]
) -> Draft:
    """Join a cue of the evidence with the rule that found it too."""
    near = (rules[t] for t in range(span.stop - 1, span.first - 1, -1) if t in rules)
    rule = next(near, None)
    sentence = clauses.sentence(span.first)
    cue = rule.cue if rule else _cue(clauses, vocabulary, span, sentence)
    draft = Draft(cue, None, sentence, seen=span)
    if rule is not None:
        draft.target, draft.link, draft.pattern = rule.target, rule.link, rule.pattern
    else:
        draft.link = _link(clauses, span)
    draft.source = _source(clauses, span, rule)
    own = {t for s in (span, *span.sources) for t in range(s.first, s.stop)}
    draft.content = whole(clauses, (_beyond(draft, p) for p in span.contents), own)
    if rule and _is_told(cue) and all(p.stop <= cue.first for p in draft.content):
        draft.content = rule.content or draft.content
    return draft


def _beyond(draft: Draft, content: Tagged) -> Phrase:
    """Leave the one spoken to out of what is said: "told Lee that it rained"."""
    first, target = content.first, draft.target
    if target is None or draft.link not in _LINKS:
        return Phrase(first, content.stop)
    if target.first <= first + 1 <= target.stop < content.stop - 1:
        first = target.stop + (draft.link in _PREPOSITIONS)
    return Phrase(first, content.stop)


def _cue(
    clauses: Clauses, vocabulary: Vocabulary, span: CueSpan, sentence: Phrase
) -> Cue:
    """Look the words of a cue up; what nobody knows is a statement, without frames."""
    for at in range(span.stop - 1, span.first - 1, -1):
        match = vocabulary.cues.longest(clauses.lower, at, sentence.stop)
        if match is not None:
            return cue_at(clauses, at, match, sentence)
    for at, act in _nouns(clauses, vocabulary, span):
        return Cue(span.first, at, span.stop, act, frozenset(("clause",)))
    return Cue(span.first, span.stop - 1, span.stop, "statement", frozenset())


def _nouns(
    clauses: Clauses, vocabulary: Vocabulary, span: CueSpan
) -> Iterator[tuple[int, str]]:
    for lexicon in (vocabulary.prepositions, vocabulary.nouns):
        for at in range(span.first, span.stop):
            match = lexicon.longest(clauses.lower, at, span.stop)
            if match is not None:
                yield at, match[1]


def _link(clauses: Clauses, span: CueSpan) -> str:
    """Give the word that links a cue to what it reports."""
    after = [p.first for p in span.contents if p.first >= span.stop]
    return clauses.lower[after[0]] if after else ""


def _source(clauses: Clauses, span: CueSpan, rule: Draft | None) -> Source | None:
    """Give the words of the source, and the head of them that names the actor."""
    held = rule.source if rule else None
    if not span.sources:
        return held
    whole = _whole(clauses, max(span.sources, key=lambda s: s.probability))
    before = whole.stop <= span.first
    if rule and _is_told(rule.cue) and (before or held):
        return held  # "Roe was accused", "Roe was accused by Lee of lying"
    by = held is not None and held.how == "by" and before
    if held and (by or clauses.letters[whole.first] == c.PREPOSITION):
        return held  # "a charge denied by Roe", "set off a storm and Roe concluded"
    return _headed(clauses, whole, held, "own" if before else "inverted")


def _is_told(cue: Cue) -> bool:
    """Say whether the subject of a cue is no speaker: "was accused", "was told"."""
    return cue.passive and "whom" in cue.frames


def _headed(clauses: Clauses, whole: Phrase, held: Source | None, how: str) -> Source:
    """Find the head in a source; the one that rules hold, unless a name comes first."""
    head = _head(clauses, whole)
    if held and whole.first <= held.first < held.stop <= whole.stop:
        named = clauses.letters[head.stop - 1] == c.NAME
        if held.first <= head.first or not (named or held.how == "relative"):
            head = Phrase(held.first, held.stop)
        how = held.how
    return Source(head.first, head.stop, whole.first, whole.stop, how)


def _whole(clauses: Clauses, source: Tagged) -> Phrase:
    """Leave out whom it is about: "who| Ann Lee" in "Roe, who Ann Lee called so"."""
    first, stop = source.first, source.stop
    stop -= clauses.lower[stop - 1] == "neither" and stop > first + 1
    object_ = clauses.lower[first] in c.RELATIVES and stop > first + 1
    subject = object_ and clauses.letters[first + 1] in _SUBJECTS
    return Phrase(first + subject, stop)


def _head(clauses: Clauses, whole: Phrase) -> Phrase:
    """Give the noun phrase that a source begins with, else all of it."""
    phrase = clauses.noun_phrase(whole.first, whole.stop)
    return phrase if phrase.stop > phrase.first else Phrase(whole.first, whole.stop)
