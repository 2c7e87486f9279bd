"""Goes through a story and finds what fits a rule."""

from __future__ import annotations

import functools
from collections.abc import Iterator, Sequence

from newsmodel.parsers._times_found import Found, Meaning, Story
from newsmodel.parsers._times_order import writes_day_first
from newsmodel.parsers._times_rules import Grammar
from newsmodel.parsers._times_words import Vocabulary
from newsmodel.parsers.reading import Reading
from newsmodel.parsers.times import TimeCandidate, TimeParser, day_of


@functools.cache
def _grammar(parser: type[TimeParser]) -> Grammar:
    return Grammar(Vocabulary(parser.words))


def scan(parser: TimeParser, reading: Reading) -> Iterator[TimeCandidate]:
    """Give candidates in order; those accepted count for the dates behind them."""
    grammar = _grammar(type(parser))
    story = Story(day_of(reading.published), writes_day_first(reading))
    lower = reading.document.lower
    for sentence in reading.sentences:
        line = grammar.vocabulary.categorise(lower[slice(*sentence)])
        for begin, end in grammar.runs(line):
            for found, meaning in _resolved(
                grammar, story, lower, sentence, line, begin, end
            ):
                candidate = TimeCandidate(found.first, found.stop, *meaning[:-1])
                if parser.accepts(candidate, reading):
                    opens = found.first - sentence[0] <= 1
                    story.tell(meaning, found.first, opens=opens)
                yield candidate


def _resolved(  # noqa: PLR0913, PLR0917 - one place calls it
    grammar: Grammar,
    story: Story,
    lower: Sequence[str],
    sentence: tuple[int, int],
    line: str,
    begin: int,
    end: int,
) -> Iterator[tuple[Found, Meaning]]:
    """Give what fits and denotes something; else go on behind the first word."""
    while (hit := grammar.first(line, begin, end)) is not None:
        first, stop, rule = hit
        at, words = sentence[0] + first, line[first:stop]
        found = Found(grammar.vocabulary, story, lower, sentence, at, words)
        meaning = rule.resolve(found)
        if meaning is None:
            begin = first + 1
        else:
            yield found, meaning
            begin = found.stop - sentence[0]
