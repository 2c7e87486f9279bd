"""Read the training corpora: paragraphs of tokens with their labels."""

from __future__ import annotations

import gzip
import json
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

import attrs
import numpy as np

from newsmodel.tagging import NameKind, features
from newsmodel.tagging._shapes import KINDS
from newsmodel.text import Document

TYPES = {
    "PER": NameKind.PERSON,
    "ORG": NameKind.ORGANISATION,
    "LOC": NameKind.PLACE,
    "MISC": NameKind.OTHER,
}
"""What the corpora call the kinds of names."""
LONGEST = 300
"""Tokens of a paragraph that are read for training."""


@attrs.define(eq=False)
class Paragraph:
    """The tokens of a paragraph, with what is known of them."""

    texts: list[str]
    flags: np.ndarray
    """0 and 1: `[tokens, FLAGS]`."""
    cues: np.ndarray | None = None
    """0 outside, 1 first token of a cue, 2 inside one; None where nobody marked any."""
    roles: list[tuple[int, int, np.ndarray]] = attrs.field(factory=list)
    """For each cue its tokens `[first, stop)`, and 0, 1 source, 2 content by token."""
    names: np.ndarray | None = None
    """0 outside, 1 + 2k first token of a name of kind k, 2 + 2k inside one."""


def records(path: Path) -> Iterator[dict[str, Any]]:
    """Read JSON Lines, packed or not."""
    opening = gzip.open if path.suffix == ".gz" else open
    with opening(path, "rt", encoding="utf-8") as lines:
        for line in lines:
            yield json.loads(line)


def unlabelled(path: Path) -> Iterator[Paragraph]:
    """Give the paragraphs of a file of stories."""
    for record in records(path):
        for _, _, paragraph in _paragraphs(Document(record["text"])):
            yield paragraph


def attributions(path: Path) -> Iterator[Paragraph]:
    """Give the paragraphs of a file of attributions: cues and their roles."""
    for record in records(path):
        document = Document(record["text"])
        cut = list(_paragraphs(document))
        for first, stop, paragraph in cut:
            paragraph.cues = np.zeros(stop - first, dtype=np.int64)
        for marked in record["attributions"]:
            _attribute(document, cut, marked)
        yield from (paragraph for _, _, paragraph in cut)


def _attribute(
    document: Document,
    cut: Sequence[tuple[int, int, Paragraph]],
    marked: dict[str, Any],
) -> None:
    """Put one attribution into the paragraph of its cue."""
    if not marked["cue"]:
        return
    ranges = [document.token_range(*span) for span in marked["cue"]]
    head, end = ranges[0][0], max(stop for _, stop in ranges)
    place = bisect_right(cut, head, key=lambda entry: entry[0]) - 1
    first, stop, paragraph = cut[place]
    if head >= stop or end <= head or end > stop or paragraph.cues is None:
        return
    if paragraph.cues[head - first : end - first].any():
        return
    paragraph.cues[head - first : end - first] = 2
    paragraph.cues[head - first] = 1
    roles = np.zeros(stop - first, dtype=np.int64)
    for label, name in ((2, "content"), (1, "source")):
        for span in marked[name]:
            begin, finish = document.token_range(*span)
            roles[max(begin - first, 0) : max(finish - first, 0)] = label
    paragraph.roles.append((head - first, end - first, roles))


def names(path: Path) -> Iterator[Paragraph]:
    """Give the paragraphs of a file of names."""
    for record in records(path):
        document = Document(record["text"])
        labels = np.zeros(len(document.tokens.texts), dtype=np.int64)
        for entity in record["entities"]:
            first, stop = document.token_range(entity["start"], entity["end"])
            kind = KINDS.index(TYPES[entity["type"]])
            labels[first:stop] = 2 + 2 * kind
            labels[first : first + 1] = 1 + 2 * kind
        for first, stop, paragraph in _paragraphs(document):
            paragraph.names = labels[first:stop]
            yield paragraph


def _paragraphs(document: Document) -> Iterator[tuple[int, int, Paragraph]]:
    marks = features.flags(document)
    for block in document.blocks:
        first, stop = document.token_range(block.start, block.end)
        stop = min(stop, first + LONGEST)
        if first < stop:
            texts = document.tokens.texts[first:stop]
            yield first, stop, Paragraph(texts, marks[first:stop])
