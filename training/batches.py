"""From paragraphs to arrays, and to batches of paragraphs of like length."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence

import attrs
import numpy as np
import torch
from torch import Tensor

from newsmodel.tagging.features import BITS, FLAGS, read_word
from training.corpora import Paragraph
from training.network import distance

UNMARKED = -100


@attrs.define(eq=False)
class Encoded:
    """A paragraph as numbers."""

    ids: np.ndarray
    """`[tokens, 4]`: word, prefix, suffix, shape."""
    marks: np.ndarray
    """`[tokens, BITS + FLAGS]`, 0 and 1."""
    paragraph: Paragraph

    def __len__(self) -> int:
        return len(self.ids)


def encode(
    paragraphs: Iterable[Paragraph], vocabulary: Mapping[str, int]
) -> list[Encoded]:
    """Look up all tokens."""
    cache: dict[str, tuple[tuple[int, ...], np.ndarray]] = {}
    found = []
    for paragraph in paragraphs:
        for text in paragraph.texts:
            if text not in cache:
                word = read_word(text, vocabulary)
                bits = np.array(
                    [word.bits >> n & 1 for n in range(BITS)], dtype=np.uint8
                )
                cache[text] = (word[:4], bits)
        ids = np.array([cache[t][0] for t in paragraph.texts], dtype=np.int32)
        bits = np.array([cache[t][1] for t in paragraph.texts], dtype=np.uint8)
        marks = np.concatenate([bits, paragraph.flags], axis=1)
        found.append(Encoded(ids, marks, paragraph))
    return found


@attrs.define(eq=False)
class Batch:
    """Paragraphs side by side: time first."""

    ids: Tensor
    marks: Tensor
    mask: Tensor
    cues: Tensor
    names: Tensor
    row: Tensor
    cue: Tensor
    near: Tensor
    roles: Tensor


def batches(
    encoded: Sequence[Encoded], tokens: int, chance: np.random.Generator | None
) -> Iterator[list[Encoded]]:
    """Group paragraphs of like length, about `tokens` in each; shuffled by chance."""
    noise = (
        chance.random(len(encoded)) if chance is not None else np.zeros(len(encoded))
    )
    order = sorted(
        range(len(encoded)), key=lambda n: len(encoded[n]) * (0.9 + 0.2 * noise[n])
    )
    groups: list[list[Encoded]] = [[]]
    for number in order:
        group = groups[-1]
        if (
            group
            and (len(group) + 1) * max(len(encoded[number]), len(group[-1])) > tokens
        ):
            groups.append([])
        groups[-1].append(encoded[number])
    places = (
        chance.permutation(len(groups)) if chance is not None else range(len(groups))
    )
    return (groups[n] for n in places)


def collate(group: Sequence[Encoded]) -> Batch:
    """Put paragraphs side by side, padded at the end."""
    longest = max(map(len, group))
    size = (longest, len(group))
    ids = torch.zeros(*size, 4, dtype=torch.long)
    marks = torch.zeros(*size, BITS + FLAGS)
    mask = torch.zeros(size)
    cues = torch.full(size, UNMARKED)
    names = torch.full(size, UNMARKED)
    held = [(n, e, r) for n, e in enumerate(group) for r in e.paragraph.roles]
    cue = torch.zeros(longest, len(held))
    near = torch.zeros(longest, len(held), dtype=torch.long)
    roles = torch.full((longest, len(held)), UNMARKED)
    for n, one in enumerate(group):
        length = len(one)
        ids[:length, n] = torch.from_numpy(one.ids).long()
        marks[:length, n] = torch.from_numpy(one.marks).float()
        mask[:length, n] = 1
        if one.paragraph.cues is not None:
            cues[:length, n] = torch.from_numpy(one.paragraph.cues)
        if one.paragraph.names is not None:
            names[:length, n] = torch.from_numpy(one.paragraph.names)
    for n, (_, one, (first, stop, labels)) in enumerate(held):
        cue[first:stop, n] = 1 / (stop - first)
        near[: len(one), n] = distance(len(one), first, stop)
        roles[: len(one), n] = torch.from_numpy(labels)
    row = torch.tensor([n for n, _, _ in held], dtype=torch.long)
    return Batch(ids, marks, mask, cues, names, row, cue, near, roles)
