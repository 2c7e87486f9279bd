"""A story in a notebook: its text with all that was found in it marked."""

from __future__ import annotations

import html
from collections.abc import Iterable, Iterator

from newsmodel.model import Article, Claim, Sanction
from newsmodel.render._blocks import GAP, Block, blocks
from newsmodel.render._marks import Mark, MarkKind, names, words
from newsmodel.render._segments import Segment
from newsmodel.render._shown import shown
from newsmodel.render._templates import template

_TAGS = {"headline": "h3", GAP: ""}
_LEGEND = {
    MarkKind.CLAIM: ("claim", "claims"),
    MarkKind.SANCTION: ("sanction", "sanctions"),
    MarkKind.ACTOR: ("actor", "actors"),
    MarkKind.PLACE: ("place", "locations"),
    MarkKind.TIME: ("time", "times"),
}
"""The word for each mark, and the table of the article that it shows."""
_CLAIMS = ("Claim", "Speaker", "Act", "Aimed at", "Words", "Answers")
_SANCTIONS = ("Sanction", "By", "On", "Measure", "Status", "When")


def render(article: Article) -> str:
    """
    Give an article as HTML for the output of a notebook cell.

    It needs no script, no network and nothing but itself; a checkbox spells out every
    mark, which screen readers get in any case.  An empty story gives an empty frame.

    Args:
        article: What to show.

    Returns:
        One `section` element with its style sheet.

    Examples:
        >>> import newsmodel
        >>> page = render(newsmodel.parse("Oslo said that 1 < 2."))
        >>> "1 &lt; 2" in page
        True
    """
    parts = (
        f'<section class="newsmodel" lang="{_text(article.language)}">',
        f"<style>{template('marks.css')}{template('notebook.css')}</style>",
        *_legend(article),
        '<div class="story">',
        *(part for block in blocks(article) for part in _block(block)),
        "</div>",
        *_table("Who says what about whom", _CLAIMS, _claims(article)),
        *_table("Sanctions", _SANCTIONS, _sanctions(article)),
        "</section>",
    )
    return "".join(parts)


def _text(string: str) -> str:
    return html.escape(shown(string))


def _legend(article: Article) -> Iterator[str]:
    yield '<ul class="legend" aria-label="Marks">'
    for kind, (word, table) in _LEGEND.items():
        count = len(getattr(article, table))
        yield f'<li><mark class="{kind}">{word}</mark> {count}</li>'
    yield "</ul>"
    yield '<label class="spell"><input type="checkbox"> Spell out the marks</label>'


def _block(block: Block) -> Iterator[str]:
    tag = _TAGS.get(block.zone, "p")
    if tag:
        yield f'<{tag} class="{block.zone}" dir="auto">'
    for segment in block.segments:
        yield from _segment(segment)
    if tag:
        yield f"</{tag}>"


def _segment(segment: Segment) -> Iterator[str]:
    for mark in segment.opens:
        yield f'<mark class="{mark.kind}">'
        if segment.begins(mark) and mark.kind is MarkKind.CLAIM:
            yield _start(mark)
    yield _text(segment.text)
    for mark in segment.closes:
        if segment.finishes(mark):
            yield _end(mark)
        yield "</mark>"


def _start(mark: Mark) -> str:
    """Say before the words of a claim what they are."""
    word = "continued" if mark.continues else _text(mark.label)
    return (
        '<span class="note">[claim </span>'
        f'<span class="label">{mark.number} {word}</span>'
        f'<span class="note">{_text(mark.note)}: </span>'
    )


def _end(mark: Mark) -> str:
    """Say behind marked words what they are."""
    if mark.kind is MarkKind.CLAIM:
        return '<span class="note">]</span>'
    # The note says what the label says, so who hears it need not hear both.
    label = f'<span class="label" aria-hidden="true">{_text(mark.label)}</span>'
    note = f'<span class="note"> ({_text(mark.note)})</span>'
    return f"{label}{note}" if mark.label else note


def _table(
    title: str, heads: Iterable[str], rows: list[tuple[str, ...]]
) -> Iterator[str]:
    if not rows:
        return
    yield f"<details><summary>{title} ({len(rows)})</summary>"
    yield f'<div class="scroll" role="group" aria-label="{title}" tabindex="0"><table>'
    cells = "".join(f'<th scope="col">{head}</th>' for head in heads)
    yield f"<thead><tr>{cells}</tr></thead><tbody>"
    for row in rows:
        yield f"<tr>{''.join(f'<td>{_text(cell)}</td>' for cell in row)}</tr>"
    yield "</tbody></table></div></details>"


def _claims(article: Article) -> list[tuple[str, ...]]:
    numbers = {c.id: str(n) for n, c in enumerate(article.claims, 1)}
    return [_claim(claim, numbers) for claim in article.claims]


def _claim(claim: Claim, numbers: dict[str, str]) -> tuple[str, ...]:
    by = claim.speaker.name if claim.speaker else ""
    answers = ", ".join(numbers.get(c.id, c.id) for c in claim.answers)
    at = names(claim.targets)
    return numbers[claim.id], by, words(claim.act), at, claim.words, answers


def _sanctions(article: Article) -> list[tuple[str, ...]]:
    return [_sanction(s, str(n)) for n, s in enumerate(article.sanctions, 1)]


def _sanction(sanction: Sanction, number: str) -> tuple[str, ...]:
    by, on = names(sanction.imposers), names(sanction.targets)
    when = sanction.when.text if sanction.when else ""
    return number, by, on, words(sanction.measure), words(sanction.status), when
