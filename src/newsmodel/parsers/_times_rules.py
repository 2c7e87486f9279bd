"""
The orders of words that are time expressions.

A rule is an order of categories (the tables of `lexicons/times.toml`, and kinds of
digits) written as a regular expression over names, and the function that says what the
words denote.  The first rule that fits counts, so longer orders stand before shorter.
Spans follow TIMEX3: determiners and modifiers inside, prepositions outside.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from typing import Final, NamedTuple

from newsmodel.parsers import _times_clock as clocks
from newsmodel.parsers import _times_dates as dates
from newsmodel.parsers import _times_durations as durations
from newsmodel.parsers import _times_offsets as offsets
from newsmodel.parsers import _times_periods as periods
from newsmodel.parsers import _times_relative as relative
from newsmodel.parsers._times_found import Found, Meaning
from newsmodel.parsers._times_words import OTHER, Vocabulary


class Rule(NamedTuple):
    """An order of words and what it denotes."""

    order: str
    resolve: Callable[[Found], Meaning | None]


MACROS: Final = {
    "dom": "(number|ordinal|second)",
    "anymonth": "(month|modal)",
    "anyday": "(weekday|dayname)",
    "anyunit": "(unit|units|quarter|quarters)",
    "anyseason": "(season|fall)",
    "wordyear": "number ((hyphen|and)? number){1,3} (?! hyphen? anyunit)",
    "anyyear": "(year|wordyear)",
    "bound": "(quantity? (the? edges of the? | the? (edge|comparative) hyphen?))",
    "bounds": "(bound|quantity)?",
    "edged": "(the? edges of the? | the? (edge|comparative) hyphen?)?",
    "numbers": "((number|year|decimal) ((hyphen|and)? number){0,4} (and? fraction"
    "|and a half)?)",
    "range": "numbers ((to|or|hyphen) numbers)?",
    "count": "(a? number range|vague? range|half a|a? vague|a? couple of?|a half?"
    "|fraction)",
    "which": "(last|past|next|following|this|current|that|latest)",
    "daylike": "(comma? in? ((edge|comparative)? deictic|(this|last|next)? anyday"
    " (comma? anymonth dom (comma? year)?)?|anymonth dom (comma? anyyear)?|dom anymonth"
    " year?|(this|last|that) part))",
    "moment": "(quantity? (clock ampm?|ampmclock|(number|decimal) (ampm|oclock)|noon"
    "|(year|number) zone) ((in the)? part)? (zone|local time)?)",
    "half_or_quarter": "(quarter|quarters|half|quartername)",
    "named_quarter": "((ordinal|second|last) hyphen? (quarter|half)|quartername)",
    "rel_year": "((last|next|this) (past)? unit)",
}

RULES: Final = (
    Rule("year hyphen number hyphen number", dates.iso),
    Rule("slashes", dates.slashes),
    # Times of day
    Rule("moment (daylike part?)?", clocks.clock),
    Rule(
        "(this|last|next|the)? edge? hyphen? (anyday|deictic) comma? edge? part",
        clocks.part,
    ),
    Rule("(comparative|edge)? (this|last) edge? part", clocks.part),
    Rule(
        "(the? edge hyphen?)? part (in|of)? ((edge|comparative)? deictic|weekday)",
        clocks.part,
    ),
    Rule(
        "the? edge? hyphen? part of (anyday comma?)? anymonth dom (comma? anyyear)?",
        clocks.part,
    ),
    Rule("edge hyphen? part", clocks.part),
    Rule("(edge|comparative)? tonight", clocks.part),
    # Dates on the calendar
    Rule(
        "bounds this? (next? anyday comma?)? anymonth the? dom comma? anyyear",
        dates.date,
    ),
    Rule(
        "bounds (anyday comma?)? the? dom of? anymonth comma? anyyear",
        dates.date,
    ),
    Rule("bounds anymonth comma? of? (the unit)? anyyear", dates.date),
    Rule("every anymonth dom?", clocks.repeated),
    Rule(
        "bounds (this|last)? (next? anyday comma?)? anymonth the? dom"
        " (?! hyphen? anyunit)",
        dates.date,
    ),
    Rule("bounds (anyday comma?)? the? dom of? anymonth", dates.date),
    Rule("edged anymonth (of)? rel_year", relative.named),
    Rule("edged (the? which past?) (anymonth|anyseason)", relative.named),
    Rule("bounds the? anyseason (of|comma)? anyyear", periods.season),
    Rule("edged (this|last|next)? holiday (comma? (of|in)? anyyear)?", periods.holiday),
    # Quarters
    Rule(
        "bounds (the|its)? (latest|current|this)?"
        " (anyyear|year_ago|rel_year possessive)? fiscal? hyphen? anyyear?"
        " named_quarter"
        " (of? (fiscal? anyyear|rel_year|the unit)|a unit (ago|comparative))?",
        periods.quarter,
    ),
    Rule(
        "(the|its)? (latest|current|that|anyyear|rel_year possessive|last|year_ago|past"
        "|following) fiscal? (quarter|period)",
        relative.period,
    ),
    Rule("bounds the quarter a unit (ago|comparative)", relative.unit),
    # Sets
    Rule(
        "every (other|ordinal|numbers)? hyphen? (anyunit|weekday part?|part|anyseason)",
        clocks.repeated,
    ),
    Rule("(number? times) (a|per|every) (unit|quarter)", clocks.repeated),
    Rule("weekday parts", clocks.repeated),
    Rule("weekdays part?", clocks.repeated),
    Rule("frequency", clocks.often),
    # Counted from a date
    Rule(
        "quantity? count trading? anyunit (and a half)? ever? (ago|comparative)",
        offsets.offset,
    ),
    Rule("count weekdays ago", offsets.weekday_offset),
    Rule("units (ago|comparative)", offsets.offset),
    Rule("the? year_ago (quarter|period)?", offsets.year_ago),
    # Lengths
    Rule(
        "quantity? the? (last|past|next|following|ordinal|latest|second) (count|number)"
        " trading{0,2} (units|quarters) ever?",
        durations.duration,
    ),
    Rule("the? recent (units|quarters) (and units)?", relative.past),
    Rule("the? (next|future) (units|quarters)", relative.future),
    Rule("a count hyphen? unit period", durations.duration),
    Rule("count hyphen (unit|quarter) (hyphen? old)?", durations.duration),
    Rule(
        "quantity? the? count trading{0,2} anyunit (and a half|or numbers)? ever?",
        durations.duration,
    ),
    # Days, weeks, years
    Rule("bounds the unit anyyear", dates.year),
    Rule("comparative in the unit", relative.unit),
    Rule(
        "edged the? fiscal? (which past?) fiscal? (unit|quarter) ever?", relative.unit
    ),
    Rule("bound fiscal? (unit|quarter)", relative.unit),
    Rule("the (fiscal|trading)? (unit|quarter)", relative.the_unit),
    Rule("bounds the? turn", relative.turn),
    Rule("edged deictic", relative.deictic),
    Rule("edged (the? which past?)? weekday", relative.weekday),
    Rule("bounds the? possessive? decade", dates.decade),
    Rule("bounds the? ordinal hyphen? unit", dates.century),
    Rule("bounds (the|fiscal)? anyyear period", relative.period),
    Rule("bounds fiscal? year", dates.year),
    Rule("wordyear", dates.year),
    Rule("bounds anymonth", dates.date),
    Rule("bound? (the)? season", periods.season),
    Rule("(a|vague) while|vague time", durations.indefinite),
    Rule("units", durations.bare),
    # Vague words
    Rule("the ordinal", dates.numbered_day),
    Rule("reference", relative.reference),
    Rule("current", relative.present),
    Rule("recent", relative.reference),
    Rule("the past", relative.past),
)


_CORE: Final = (
    "month modal weekday weekdays dayname unit units quarter quarters quartername half "
    "season fall part parts noon deictic tonight holiday decade while time year_ago "
    "reference frequency turn year slashes clock ampmclock ampm oclock current recent "
    "past number period ordinal"
).split()
"""Categories of which every expression has one."""


class Grammar:
    """
    The rules, compiled for a vocabulary.

    Args:
        vocabulary: Categories of words.
    """

    def __init__(self, vocabulary: Vocabulary) -> None:
        orders = (
            f"(?P<r{number}>{vocabulary.pattern(rule.order, MACROS)})"
            for number, rule in enumerate(RULES)
        )
        self.vocabulary = vocabulary
        """Categories of words."""
        self._rules = re.compile("|".join(orders))
        core = "".join(vocabulary.chars[name] for name in _CORE)
        # A run of words with a category, one of them telling: only there rules are
        # tried, which spares nine tenths of a text.
        any_word = f"[^{OTHER}]"
        plain = f"[^{OTHER}{core}]"
        self._runs = re.compile(f"(?<!{any_word}){plain}*+[{core}]{any_word}*+")

    def runs(self, line: str) -> Iterator[tuple[int, int]]:
        """Give the stretches of a line of categories where rules may fit."""
        return (run.span() for run in self._runs.finditer(line))

    def first(self, line: str, begin: int, end: int) -> tuple[int, int, Rule] | None:
        """Give the first expression between two places: start, end and rule."""
        match = self._rules.search(line, begin, end)
        if match is None or match.lastgroup is None:
            return None
        return match.start(), match.end(), RULES[int(match.lastgroup[1:])]
