"""How far a name goes: runs of capitals with the small words inside them."""

from __future__ import annotations

from newsmodel.parsers._actors_found import View
from newsmodel.parsers._actors_words import openers, word_set

_LONGEST = 12
_FEW = 4
_SYLLABLE = 6
_NAMELIKE = frozenset(("May", "Will", "Mark", "US", "U.S."))
"""Words of the closed classes that may stand in a name all the same."""
_FIELDS = ("ence", "ance", "ology", "ics", "ing", "ment", "tion", "ture", "try", "ity")
_HEADING = frozenset(("of", "for"))
_ARTICLES = frozenset(("the", "a"))
_BEFORE_HYPHEN = frozenset(("al", "el", "ul", "e"))
_BEGINNING = frozenset(("bin", "ibn", "van", "von"))


def known_size(view: View, at: int, stop: int) -> int:
    """Say how many words a lexicon knows here: a nation, a body or a title."""
    words = view.words
    lexicons = (words.bodies, words.nations, words.titles, words.honorifics)
    found = [lexicon.longest(view.texts, at, stop) for lexicon in lexicons]
    return max((f[0] for f in found if f), default=0)


def begins_particle(view: View, at: int, stop: int) -> bool:
    """Say whether "al" of "al-Assad" or "bin" of "bin Laden" begins a name here."""
    word = view.lower[at]
    following = at + 1
    if following < stop and view.texts[following] == "-" and word in _BEFORE_HYPHEN:
        following += 1
    elif word not in _BEGINNING:
        return False
    return following < stop and view.is_capital(following)


def run_end(view: View, at: int, stop: int) -> int:
    """Give the end of the run of capitals that begins at a token."""
    texts = view.texts
    limit = min(stop, at + _LONGEST)
    opened = texts[at] in openers()
    joined = False
    end = at + max(1, known_size(view, at, stop))
    while end < limit:
        if not texts[end][0].isupper():
            step = _inside(view, end, limit, opened=opened, joined=joined)
            if not step:
                break
            joined = joined or (opened and texts[end] in _HEADING)
            end += step
        elif not opened and _is_small(view, end):
            break
        else:
            opened = opened or texts[end] in openers()
            title = view.words.titles.longest(texts, end, stop)
            end += title[0] if title else 1
    return end


def _is_small(view: View, at: int) -> bool:
    """Say whether a closed-class word with a capital ends a run."""
    word = view.lower[at]
    if word not in word_set("function") or word in word_set("things"):
        return False
    return view.texts[at] not in _NAMELIKE


def _inside(view: View, at: int, limit: int, *, opened: bool, joined: bool) -> int:
    """Give how many tokens from a small one on belong to the run."""
    word = view.texts[at]
    if word == "-":
        return _hyphenated(view, at, limit)
    if word in word_set("particles"):
        return _particles(view, at, limit)
    if opened and word in word_set("connectors") and (joined or word != "and"):
        after = at + 1
        after += after < limit and view.texts[after] in _ARTICLES
        if after < limit and view.is_capital(after):
            return after - at + 1
    if word == "&" or (word == "and" and _is_joint(view, at, limit)):
        return 2 if at + 1 < limit and view.is_capital(at + 1) else 0
    return 0


def _hyphenated(view: View, at: int, limit: int) -> int:
    """Go on over "-Claude", "-wen", "-al-Assad"."""
    after = at + 1
    if after >= limit or not view.joined(at) or not view.joined(after):
        return 0
    if view.is_capital(after) or _is_syllable(view, at):
        return 2
    if view.texts[after] not in _BEFORE_HYPHEN or at + 3 >= limit:
        return 0
    return 4 if view.texts[at + 2] == "-" and view.is_capital(at + 3) else 0


def _is_syllable(view: View, hyphen: int) -> bool:
    """Say whether "-wen" goes on with a name, as in "Tsai Ing-wen"."""
    word = view.texts[hyphen + 1]
    return (
        hyphen > 1
        and view.is_capital(hyphen - 1)
        and view.is_capital(hyphen - 2)
        and len(word) <= _SYLLABLE
        and word.isalpha()
        and not view.is_plain(hyphen + 1)
    )


def _particles(view: View, at: int, limit: int) -> int:
    """Go on over "bin", "van der", "de la" to the next capital."""
    small = word_set("particles")
    after = at + 1
    while after < min(limit, at + _FEW) and (
        view.texts[after] in small or view.texts[after] == "-"
    ):
        after += 1
    return after - at + 1 if after < limit and view.is_capital(after) else 0


def _is_joint(view: View, at: int, limit: int) -> bool:
    """Say whether "and" is inside a body's name: "Science and Technology Committee"."""
    begin = at
    while begin and view.is_capital(begin - 1) and at - begin < _FEW:
        begin -= 1
    end = at + 1
    while end < limit and view.is_capital(end):
        end += 1
    if end == at + 1 or view.texts[end - 1] not in view.words.heads:
        return False
    inside = (*range(begin, at), *range(at + 1, end - 1))
    return all(_names_a_field(view, k) for k in inside)


def _names_a_field(view: View, at: int) -> bool:
    word = view.lower[at]
    if view.texts[at] in view.words.given or word in word_set("function"):
        return False
    return view.is_common(at) or word.endswith(_FIELDS)
