"""A story for a person at a terminal: who says what about whom, and the rest."""

from __future__ import annotations

import textwrap
from collections.abc import Iterable, Iterator

from newsmodel.model import (
    Actor,
    Article,
    Claim,
    Location,
    MentionKind,
    Reference,
    Sanction,
    TimeExpression,
)
from newsmodel.render._shown import shown

NARROWEST = 40
"""Columns under which lines are not cut further."""
_LABEL = 22
_STYLES = {"bold": "1", "dim": "2", "speaker": "36", "target": "33", "act": "35"}


def render(article: Article, *, colour: bool = False, width: int = 100) -> str:
    """
    Lay an article out for a terminal.

    Control characters of the story are made visible, so that it cannot steer the
    terminal or turn the direction of a line.

    Args:
        article: What to show.
        colour: Whether to use ANSI colours.
        width: Columns to fill.

    Returns:
        Lines without a newline at the end.
    """
    page = _Page(colour, max(width, NARROWEST))
    sections = (
        ("Who says what about whom", (_claim(c, page) for c in article.claims)),
        ("Sanctions", (_sanction(s, page) for s in article.sanctions)),
        ("Who", (_actor(a, page) for a in article.actors)),
        ("Where", (_place(p, page) for p in article.locations)),
        ("When", (_time(t, page) for t in article.times)),
        ("Left open", (page.wrap(n.message) for n in article.notices)),
    )
    lines = [*_head(article, page)]
    for title, body in sections:
        found = list(body)
        if found:
            lines += ["", page.style("bold", f"{title} ({len(found)})"), *found]
    return "\n".join(lines)


class _Page:
    """The width and colours of one output."""

    def __init__(self, colour: bool, width: int) -> None:  # noqa: FBT001 - private
        self.colour = colour
        self.width = width

    def style(self, name: str, words: str) -> str:
        if not self.colour or not words:
            return words
        return f"\x1b[{_STYLES[name]}m{words}\x1b[0m"

    def wrap(self, words: str, indent: int = 2) -> str:
        """Fold white space, make safe, wrap and indent."""
        margin = " " * indent
        return textwrap.fill(
            _safe(words), self.width, initial_indent=margin, subsequent_indent=margin
        )


def _safe(words: str) -> str:
    return " ".join(shown(words).split())


def _head(article: Article, page: _Page) -> Iterator[str]:
    if article.headline:
        yield page.style("bold", _safe(article.headline.text))
    names = ", ".join(a.name for a in article.authors)
    day = article.published.isoformat() if article.published else ""
    section = article.section.text if article.section else ""
    facts = [f for f in (names and f"by {names}", section, day) if f]
    if facts:
        yield page.style("dim", _safe(" | ".join(facts)))
    if not article.headline and not facts:
        yield page.style("dim", f"{len(article.paragraphs)} paragraphs, no headline")


def _claim(claim: Claim, page: _Page) -> str:
    who = _safe(claim.speaker.name) if claim.speaker else "(nobody named)"
    parts = [page.style("speaker", who), page.style("act", claim.act.value)]
    if claim.targets:
        parts.append("-> " + page.style("target", _names(claim.targets)))
    if claim.when:
        parts.append(page.style("dim", f"[{_safe(claim.when.text)}]"))
    parts.append(page.style("dim", _links(claim)))
    return "  " + " ".join(parts) + "\n" + page.wrap(claim.words, indent=6)


def _links(claim: Claim) -> str:
    answers = ", ".join(c.id.rpartition("-")[2] for c in claim.answers)
    number = claim.id.rpartition("-")[2]
    return f"#{number}" + (f" answers #{answers}" if answers else "")


def _names(sides: Iterable[Reference]) -> str:
    return _safe(", ".join(dict.fromkeys(r.name for r in sides)))


def _sanction(sanction: Sanction, page: _Page) -> str:
    by = page.style("speaker", _names(sanction.imposers) or "(nobody named)")
    on = page.style("target", _names(sanction.targets) or "(nobody named)")
    kind = sanction.measure.value.replace("_", " ")
    status = page.style("act", sanction.status.value.replace("_", " "))
    when = f" [{_safe(sanction.when.text)}]" if sanction.when else ""
    line = f"  {by} -> {on}: {_safe(sanction.trigger.text)} ({kind}), {status}{when}"
    if sanction.reason:
        return line + "\n" + page.wrap(f"for: {sanction.reason.text}", indent=6)
    return line


def _actor(actor: Actor, page: _Page) -> str:
    country = f", {actor.country}" if actor.country else ""
    roles = "; ".join(dict.fromkeys(r.passage.text for r in actor.roles))
    facts = page.style("dim", f"{actor.kind.value}{country}")
    count = f"{len(actor.mentions)} mention{'s' if len(actor.mentions) != 1 else ''}"
    also = f" ({_safe(roles)})" if roles else ""
    return f"  {_safe(actor.name):{_LABEL}} {facts}, {count}{also}"


def _place(place: Location, page: _Page) -> str:
    spot = ""
    if place.latitude is not None and place.longitude is not None:
        spot = f"{place.latitude:.2f}, {place.longitude:.2f}"
    inside = f" in {place.within.name}" if place.within else ""
    if not place.within and place.country:
        inside = f" ({place.country})"
    adjectives = all(
        m.adjectival or m.kind is not MentionKind.NAME for m in place.mentions
    )
    note = ", as an adjective" if place.mentions and adjectives else ""
    facts = page.style("dim", f"{place.kind.value}{inside}{note}")
    return f"  {_safe(place.name):{_LABEL}} {facts}  {spot}".rstrip()


def _time(time: TimeExpression, page: _Page) -> str:
    mod = f" {time.mod}" if time.mod else ""
    return f"  {_safe(time.text):{_LABEL}} {page.style('dim', time.value + mod)}"
