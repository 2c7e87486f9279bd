"""Datelines: place, agency and day before the first words of a story."""

from __future__ import annotations

import functools
import re

from newsmodel.lexicons import Lexicon, table, toml
from newsmodel.parsers._layout_dates import MONTHS, find_dates
from newsmodel.parsers._layout_names import given_names

_REACH = 120
_LONGEST = 90
# Spaced dashes, two hyphens, or the underscore that old wires print for a dash; after
# a bracket or a full stop the dash may stand without a space.
_DASH = re.compile(
    r"\s+(?:--+|[-–—―_])\s*|(?<=[).])(?:--+|[—–_-])\s*|(?:--+|[—–])\s+|—"
)
_BRACKET = re.compile(r"\(([^()]{2,40})\)\s*[.:]?\s*$")
_OPEN_BRACKET = re.compile(
    r"(?P<place>[^().:;]{0,60}?)\s*\((?P<house>[A-Z][A-Za-z./ ]{1,30})\)"
    r"\s+(?=[A-Z“\"'‘])"
)
_DAY = re.compile(
    r"(?:[A-Za-z]{3,9}\.? \d{1,2}|\d{1,2} [A-Za-z]{3,9}\.?)(?:,? (?:19|20)\d\d)?$"
)
_HOUSE_WORDS = frozenset("news press newsroom agency wire".split())
_JOINING = frozenset("of the and de la del da do el al on in at near los san".split())
_NO_PLACE = frozenset(
    "NEWS SPORT SPORTS POLITICS WORLD BUSINESS BREAKING UPDATE UPDATED ANALYSIS "
    "OPINION EXCLUSIVE WATCH VIDEO LIVE NOTE CORRECTION EDITORIAL REVIEW WARNING "
    "SPOILER PHOTOS QUESTION ANSWER Q A PUBLISHED POSTED DATE ISSUED FILED CREATED "
    "LAST RELEASED RELEASE FIRST MODIFIED ON BY".split()
)


def dateline_end(text: str, agencies: Lexicon[bool]) -> int:
    """
    Give where the dateline at the start of a text ends, or 0 where there is none.

    Args:
        text: The clean text from the paragraph's first word on.
        agencies: Names of agencies, in lower case.
    """
    head = text[:_REACH].split("\n", 1)[0]
    for dash in _DASH.finditer(head):
        words = head[: dash.start()].rstrip()
        if words and len(words) <= _LONGEST and _is_dateline(words, agencies):
            return len(words)
        break
    colon = head.find(": ", 0, _LONGEST)
    if (
        colon > 0
        and head[:colon].isupper()
        and head[:colon].split(",")[0].lower() in _cities()
    ):
        return colon
    return _without_dash(head, agencies)


def is_dateline(text: str, agencies: Lexicon[bool]) -> int:
    """
    Give where the dateline ends if a line is one and nothing else, or 0.

    Such a line has an agency, a date or a dash, or it would be a heading.
    """
    if len(text) > _LONGEST:
        return 0
    words = text.strip().rstrip("-–—_ ").rstrip()
    if not words:
        return 0
    dates = find_dates(words)
    if dates and dates[-1].end == len(words):
        place = words[: dates[-1].start].rstrip(" ,")
        placed = place and _is_place(place.split(",")[0]) and _parts(place)
        return len(words) if placed else 0
    dashed = len(words) < len(text.strip())
    bracket = _BRACKET.search(words)
    agency = bracket is not None and bracket[1].lower() in agencies
    if dashed or agency or (words.split(",")[0].isupper() and _has_day(words)):
        return len(words) if _is_dateline(words, agencies) else 0
    return 0


def _has_day(words: str) -> bool:
    return bool(_DAY.search(words.rsplit(",", 1)[-1].strip()))


def _is_dateline(words: str, agencies: Lexicon[bool]) -> bool:
    bracket = _BRACKET.search(words)
    place = words[: bracket.start()].rstrip() if bracket else words
    if bracket and not _is_house(bracket[1], agencies):
        return False
    if not place:
        return bracket is not None
    first = place.split(",")[0]
    if _is_place(first):
        return _parts(place)
    tokens = place.lower().split()
    if tuple(tokens) in agencies or (tokens[-1] in _HOUSE_WORDS and place.istitle()):
        return len(tokens) <= 4
    agency = bracket is not None and bracket[1].lower() in agencies
    named = agency or _has_day(place) or first.lower() in _cities()
    return named and _is_titled(first) and _parts(place)


def _is_house(words: str, agencies: Lexicon[bool]) -> bool:
    tokens = words.split()
    return words.lower() in agencies or all(t[0].isupper() for t in tokens)


def _is_place(words: str) -> bool:
    """Say whether words are a place in capitals: "NEW YORK", "RIO DE JANEIRO"."""
    letters = [c for c in words if c.isalpha()]
    return (
        len(letters) > 2
        and all(c.isupper() for c in letters)
        and len(words.split()) <= 5
        and not any(c.isdigit() for c in words)
        and not _NO_PLACE.intersection(words.split())
        and not set('":;?!“”|/>#') & set(words)
        and (words.lower() in _places() or not _is_label(words.lower()))
    )


def _is_label(words: str) -> bool:
    """Say whether words in capitals are a section or a person."""
    first, *rest = words.split()
    sections = toml("layout.toml")["whole"]["section"]
    return words in sections or (len(rest) == 1 and first in given_names())


def _is_titled(words: str) -> bool:
    tokens = words.split()
    return len(tokens) <= 4 and all(t[0].isupper() or t in _JOINING for t in tokens)


def _parts(place: str) -> bool:
    """Check what follows the first comma: a country or state, or a day."""
    for part in place.split(",")[1:]:
        words = part.strip()
        year = words.isdigit() and len(words) == 4
        day = _DAY.match(words) and any(m in MONTHS for m in _words(words))
        if not (year or day or not words or _is_titled(words)):
            return False
    return place.count(",") <= 4


def _words(words: str) -> list[str]:
    return [w.strip(".").lower() for w in words.split()]


def _without_dash(head: str, agencies: Lexicon[bool]) -> int:
    """Read "(CNN) It is ..." and "Washington (CNN) It is ..."."""
    found = _OPEN_BRACKET.match(head)
    if not found or found["house"].lower() not in agencies:
        return 0
    place = found["place"].strip()
    fits = not place or (
        (_is_place(place.split(",")[0]) or _is_titled(place.split(",")[0]))
        and _parts(place)
    )
    return found.end("house") + 1 if fits else 0


@functools.cache
def _places() -> frozenset[str]:
    """Give the names of all known places, in lower case."""
    return frozenset(row["name"].lower() for row in table("places.tsv"))


@functools.cache
def _cities() -> frozenset[str]:
    """Give the known cities that are no other words, in lower case."""
    rows = (row for row in table("places.tsv") if row["kind"] == "city")
    return frozenset(row["name"].lower() for row in rows if not row["ambiguous"])


def agency_names() -> dict[str, bool]:
    """Give the names of agencies as the entries of a lexicon."""
    return dict.fromkeys(toml("layout.toml")["credits"]["agencies"], True)
