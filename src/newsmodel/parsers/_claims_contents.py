"""What is said: the clause, noun phrase or quotation that a cue introduces."""

from __future__ import annotations

from collections.abc import Sequence

from newsmodel.parsers import _claims_agents as agents
from newsmodel.parsers import _clauses as c
from newsmodel.parsers._claims_draft import (
    Draft,
    ends_quotation,
    head_before,
    opens_sentence,
)
from newsmodel.parsers._claims_ends import content_end
from newsmodel.parsers._claims_forms import Cue
from newsmodel.parsers._claims_left import left_content
from newsmodel.parsers._claims_right import behind_tail, resumed, right_content
from newsmodel.parsers._claims_sources import left_subject
from newsmodel.parsers._claims_subjects import find_source
from newsmodel.parsers._clauses import Clauses, Phrase


def read_sentence(
    clauses: Clauses, sentence: Phrase, cues: Sequence[Cue]
) -> list[Draft]:
    """Find sources and contents of the cues of one sentence; drop cues without any."""
    drafts: list[Draft] = []
    for cue in cues:
        source = find_source(clauses, cue, sentence, drafts)
        drafts.append(Draft(cue, source, sentence))
    found = []
    for number, draft in enumerate(drafts):
        if _fill(clauses, draft, drafts[number + 1 : number + 7]):
            found.append(draft)
    return found


def _fill(clauses: Clauses, draft: Draft, later: list[Draft]) -> bool:
    """Find the content; say whether there is one."""
    cue = draft.cue
    if "seem" in cue.frames or (cue.passive and _follows(clauses, draft, "to")):
        return _raise(clauses, draft, later)
    if cue.passive and draft.source is None and "whom" not in cue.frames:
        return _passive(clauses, draft, later)
    that = _follows(clauses, draft, "that")
    if cue.passive and not that and not (cue.opening or "whom" in cue.frames):
        return _by(clauses, draft, later)
    after = cue.stop
    if draft.source and draft.source.how == "inverted":
        after = draft.source.end
    if draft.source and draft.source.how == "by":
        after = draft.source.end
    left = left_content(clauses, draft, after)
    if left and ends_quotation(clauses, draft.begin, draft.sentence.first):
        tail = behind_tail(clauses, after, draft.sentence.stop)
        right = resumed(clauses, draft, tail, later)
    else:
        right = right_content(clauses, draft, after, later)
    if "quote" in cue.frames and not any(
        at in clauses.quote_stops or clauses.quoted[at]
        for phrase in left + right
        for at in (phrase.first, phrase.stop - 1)
    ):
        return False
    if "that" in cue.frames and not left and not _is_linked(clauses, draft, right):
        return False
    draft.content = left + right
    draft.pattern = _pattern(clauses, draft, left, right)
    if not draft.content and draft.source:
        draft.content = _antecedent(clauses, draft)
        draft.pattern = "antecedent"
    return bool(draft.content)


def _antecedent(clauses: Clauses, draft: Draft) -> list[Phrase]:
    """What a cue without a content is about: "a charge that Iran denies"."""
    source = draft.source
    if source is None or source.how == "by":
        return head_before(clauses, draft)
    before = source.begin - 1
    if source.how != "own" or before <= draft.sentence.first:
        return []
    if clauses.lower[before] not in ("that", "which", "whom"):
        return []
    stop = before - 1 if clauses.texts[before - 1] == "," else before
    noun = left_subject(clauses, stop, draft.sentence.first)
    return [Phrase(noun.first, noun.stop)] if noun and noun.how == "own" else []


_LINKS = frozenset("that if whether how why what who where when".split())


def _is_linked(clauses: Clauses, draft: Draft, right: list[Phrase]) -> bool:
    """Say whether a content is a clause with its linking word, or a quotation."""
    if draft.link == "that" or draft.link in draft.cue.frames:
        return True
    return any(
        p.first in clauses.quote_stops or clauses.lower[p.first] in _LINKS
        for p in right
    )


def _follows(clauses: Clauses, draft: Draft, word: str) -> bool:
    cue = draft.cue
    at = clauses.skip_adverbs(cue.stop, draft.sentence.stop)
    return at < draft.sentence.stop and clauses.lower[at] == word


def _by(clauses: Clauses, draft: Draft, later: list[Draft]) -> bool:
    """A passive with its agent: "a statement dismissed by Tehran as a show"."""
    cue, source = draft.cue, draft.source
    if source is None or (cue.act == "criticism" and "as" not in cue.frames):
        return False
    subject = head_before(clauses, draft)
    at = source.end
    rest: list[Phrase] = []
    if at < draft.sentence.stop and clauses.lower[at] in cue.frames:
        rest = [Phrase(at + 1, content_end(clauses, draft, at + 1, later))]
    draft.content = [p for p in rest or subject if p.stop > p.first]
    draft.pattern = "passive-by"
    return bool(draft.content)


def _pattern(
    clauses: Clauses, draft: Draft, left: list[Phrase], right: list[Phrase]
) -> str:
    how = draft.source.how if draft.source else "none"
    if how == "shared":
        before = draft.cue.first - 1
        infinitive = clauses.lower[before] == "to"
        joined = clauses.letters[before] == c.CONJUNCTION
        comma = clauses.texts[before] == ","
        how = "infinitive" if infinitive else "joined" if joined else "shared"
        if draft.cue.gerund and opens_sentence(
            clauses, draft.cue.first, draft.sentence.first
        ):
            how = "gerund-open"
        elif draft.cue.gerund:
            how = "gerund-comma" if comma else "gerund-and" if joined else "gerund"
    if how == "own" and draft.cue.gerund:
        how = "gerund-own"
    side = "both" if left and right else "left" if left else "right"
    quoted = any(clauses.quoted[p.first] for p in left + right)
    return f"{how}-{side}-{'quote' if quoted else 'plain'}"


def _raise(clauses: Clauses, draft: Draft, later: list[Draft]) -> bool:
    """Subject and rest: "The plan is expected to fail", "He seemed tired"."""
    cue, sentence = draft.cue, draft.sentence
    at = clauses.skip_adverbs(cue.stop, sentence.stop)
    if at >= sentence.stop:
        return False
    if cue.passive and clauses.lower[at] not in ("to", "that"):
        return False
    subject = left_subject(clauses, cue.first, sentence.first)
    end = content_end(clauses, draft, at, later)
    if subject is None or end <= at:
        return False
    if "seem" in cue.frames and subject.how == "relative":
        return False
    rest = Phrase(at, end)
    draft.pattern = "seem" if "seem" in cue.frames else "passive-to"
    if clauses.lower[subject.first] in ("it", "there"):
        draft.content = [rest]
    else:
        draft.content = [Phrase(subject.first, subject.end), rest]
    draft.source = agents.by_subject(clauses, cue.stop, sentence.stop)
    return True


def _passive(clauses: Clauses, draft: Draft, later: list[Draft]) -> bool:
    """A passive without an agent: what is reported is its subject or a that-clause."""
    cue, sentence = draft.cue, draft.sentence
    at = clauses.skip_adverbs(cue.stop, sentence.stop)
    if at < sentence.stop and clauses.lower[at] == "that":
        end = content_end(clauses, draft, at + 1, later)
        draft.content = [Phrase(at + 1, end)] if end > at + 1 else []
        draft.pattern = "passive-that"
        return bool(draft.content)
    return False
