"""All drafts of a story: from verbs, from "according to", from places of quotations."""

from __future__ import annotations

from collections.abc import Iterator

from newsmodel.lexicons import Lexicon
from newsmodel.parsers import _clauses as c
from newsmodel.parsers._claims_agents import phrase_after
from newsmodel.parsers._claims_contents import read_sentence
from newsmodel.parsers._claims_cues import find_cues
from newsmodel.parsers._claims_draft import Draft
from newsmodel.parsers._claims_ends import content_end
from newsmodel.parsers._claims_evidence import weigh
from newsmodel.parsers._claims_forms import Cue
from newsmodel.parsers._claims_joined import Vocabulary
from newsmodel.parsers._claims_nouns import find_nouns
from newsmodel.parsers._claims_quotes import (
    answers,
    signed,
    take_quotations,
    turns,
)
from newsmodel.parsers._claims_settle import settle
from newsmodel.parsers._claims_sources import Source
from newsmodel.parsers._clauses import Clauses, Phrase
from newsmodel.tagging.evidence import Evidence

_LETTERS = frozenset((c.WORD, c.PREPOSITION, c.NAME))


def find_drafts(
    clauses: Clauses, words: Vocabulary, evidence: Evidence | None
) -> list[Draft]:
    """Find the drafts of all claims of a story, in order of the text."""
    found: list[Draft] = []
    for first, stop in clauses.sentences:
        sentence = Phrase(first, stop)
        spotted = list(find_cues(clauses, words.cues, first, stop))
        found += read_sentence(clauses, sentence, spotted)
        found += find_nouns(clauses, words.nouns, sentence)
        found += _according(clauses, words.prepositions, sentence)
    found += turns(clauses)
    found += answers(clauses)
    found += signed(clauses)
    settled = settle(clauses, found)
    if evidence is None:
        return take_quotations(clauses, settled)
    found = weigh(clauses, words, evidence.cues, found, settled)
    return take_quotations(clauses, found)


def _according(
    clauses: Clauses, prepositions: Lexicon[str], sentence: Phrase
) -> Iterator[Draft]:
    """Find "according to X" and its like."""
    first, stop = sentence
    for at in range(first, stop):
        if clauses.letters[at] not in _LETTERS or clauses.quoted[at]:
            continue
        match = prepositions.longest(clauses.lower, at, stop)
        source = match and phrase_after(clauses, at + match[0], stop)
        if not match or not source:
            continue
        cue = Cue(at, at, at + match[0], match[1], frozenset(("clause",)))
        draft = Draft(cue, source, sentence, pattern="according")
        content = _beside(clauses, draft, source)
        if content.stop > content.first:
            draft.content = [content]
            yield draft


def _beside(clauses: Clauses, draft: Draft, source: Source) -> Phrase:
    """The clause behind a source that opens its sentence, else the one before."""
    first, stop = draft.sentence
    at = draft.begin
    if at == first or (at - 1 == first and clauses.is_stop(first)):
        begin = source.end + 1
        if begin >= stop:
            return Phrase(begin, begin)
        return Phrase(begin, content_end(clauses, draft, begin, []))
    begin = max(first, at - c.RIGHT)
    end = at
    while end > begin and clauses.texts[end - 1] in (",", "-", "—", "–", "--"):
        end -= 1
    return Phrase(begin, end)
