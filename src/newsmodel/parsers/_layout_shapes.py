"""What the characters of a short line say of it, without any vocabulary of words."""

from __future__ import annotations

import re

_CLOSERS = "\"'”’)]»* "
_QUOTES = "\"“‘«'"

_ADDRESS = re.compile(r"(?:https?://|www\.|#\w|@\w)\S*(?:\s+[#@]\w\S*)*")
_NEIGHBOUR = re.compile(r"(?:Previous|Next) ?(?:article|post|story)(?=[A-Z:])")
# The time stamp at the foot of agency copy: "AP-NY-08-20-98 2252EDT".
_SLUG = re.compile(r"[A-Z]{2,5}-(?:[A-Z]{2}-)?\d\d-\d\d-\d\d|\(?MORE\)?$")
_END = re.compile(r"#(?: ?#){1,4}|-+ ?(?:30|0) ?-+|\(?(?:END|ENDS|nnnn|NNNN)\)?")
_REPORTED = re.compile(
    r"(?:[A-Z][\w'.-]+,? (?:and )?){1,8}(?:also )?(?:reported|contributed) from "
    r"(?:[A-Z][\w'.-]+,? ?)+"
)
_BRACKETS = re.compile(r"\(([^()]{2,90})\)$")
_PHOTO = re.compile(
    r"(?:[Pp]hoto|[Pp]hotograph|[Pp]icture|[Ii]mage|[Cc]redit|PHOTO|Pic)s?: ?\S"
    r"|\| ?(?:Photo|Getty|AP|AFP|REUTERS|Reuters)\b|(?<=\S )(?:REUTERS|AFP|AP)/[A-Z]"
    r"|^REUTERS/|/(?:AFP|AP|Getty|Reuters)\b$"
)
_MAKER = re.compile(
    r"(?i:photo|getty|reuters|courtesy|handout|file|image|picture|credit|supplied|"
    r"provided|contributed|via |screenshot|screengrab|twitter|facebook|instagram|"
    r"illustration)|/ ?[A-Z]"
)
_STAFF = re.compile(r"(?i:report|editing|writ)")
_AFTER = re.compile(r'[.!?]["”’]? By [A-Z][A-Z.]+[A-Z. &]*$')
_TURN = re.compile(r"[A-Z][A-Z.'() -]{1,40}:\s|[QA][.:] |[-•*–—] ?\w|\d+[.)] ")
_LAST = 100
_BAR = re.compile(r"\s+[|•·/»>]\s+")
_LABEL = 3


def strip_closers(text: str) -> str:
    """Leave closing marks at the end out."""
    return text.rstrip(_CLOSERS)


def is_sentence_like(text: str) -> bool:
    """Say whether a short line is running text: quoted, small, or a turn to speak."""
    return text[:1].islower() or text[:1] in _QUOTES or bool(_TURN.match(text))


def is_address(text: str) -> bool:
    """Say whether a line is an address on the web or some hashtags."""
    return text[0] in "hw#@" and bool(_ADDRESS.fullmatch(text.strip()))


def is_neighbour(text: str) -> bool:
    """Say whether a line leads to the next story: "Previous articleTwo hurt"."""
    return text[0] in "PN" and bool(_NEIGHBOUR.match(text))


def is_menu(text: str) -> bool:
    """Say whether a line is some short labels with bars between them."""
    parts = [part.split() for part in _BAR.split(text)]
    return len(parts) > 2 and all(0 < len(part) <= _LABEL for part in parts)


def is_end_mark(text: str) -> bool:
    """Say whether a line is what copy ends with: "###", "-30-", "(END)"."""
    return bool(_END.fullmatch(text.strip()))


def is_sign_off(text: str) -> bool:
    """Say whether a line ends agency copy: "Lee reported from Rome."."""
    return bool(_SLUG.match(text) or _REPORTED.match(text))


def is_caption(text: str) -> bool:
    """Say whether a line names the maker of a picture."""
    if text[-1] == ")":
        found = _BRACKETS.search(text, max(0, len(text) - _LAST))
        if found and _is_maker(found[1], text[: found.start()]):
            return True
    if any(mark in text for mark in "/:|") and _PHOTO.search(text):
        return True
    return " By " in text and bool(_AFTER.search(text))


def _is_maker(words: str, before: str) -> bool:
    """Say whether words in brackets at the end of a line are a picture's credit."""
    if words in ("FILE", "FILE PHOTO"):
        return True
    # "(Reuters)" behind a headline is where the story is from.
    alone = " " not in words and "/" not in words
    if alone and not strip_closers(before).endswith("."):
        return False
    return bool(_MAKER.search(words)) and not _STAFF.search(words)
