"""
Teach the encoder to guess hidden words of unlabelled news, before it sees labels.

    python -m training.pretrain VECTORS.npz OUT.pt --stories FILE [FILE ...]
        [--start ENCODER.pt --seed 2]

One word in six is hidden; the encoder guesses it among the word and 2,048 others drawn
by their frequency, and guesses its shape (Devlin et al. 2018, with sampled words).  The
order of everything follows one seed.  An encoder that this has written can learn on.
"""

from __future__ import annotations

import argparse
import logging
import time
from collections.abc import Iterator, Sequence
from itertools import chain
from pathlib import Path

import attrs
import numpy as np
import torch
from torch import Tensor, nn
from torch.nn import functional

from newsmodel.tagging._shapes import Sizes
from newsmodel.tagging.features import BITS, SHAPES
from training import corpora
from training.batches import Encoded, batches, collate, encode
from training.network import WIDTHS, Encoder, sizes

HIDDEN, OTHERS, TOKENS, RATE = 0.16, 2048, 6000, 3e-3
SHORTEST = 5
"""Tokens of the shortest paragraph to learn from."""
log = logging.getLogger("training")


class Guess(nn.Module):
    """From states to scores of words and shapes."""

    def __init__(self, size: Sizes, counts: np.ndarray) -> None:
        super().__init__()
        self.word = nn.Linear(2 * size.hidden, size.vectors)
        self.bias = nn.Parameter(torch.zeros(size.words))
        self.shape = nn.Linear(2 * size.hidden, SHAPES)
        p = np.concatenate([[0.0], counts]) ** 0.75
        p /= p.sum()
        self.cumulative = p.cumsum()
        self.log_p = torch.from_numpy(np.log(p * OTHERS + 1e-12)).float()

    def loss(
        self,
        states: Tensor,
        words: Tensor,
        shapes: Tensor,
        table: Tensor,
        other: Tensor,
    ) -> Tensor:
        """
        Give the mean loss over hidden tokens.

        Args:
            states: `[tokens, state]`.
            words: The right words, `[tokens]`.
            shapes: The right shapes, `[tokens]`.
            table: The word vectors.
            other: Words to choose among beside the right one, `[others]`.
        """
        guess = self.word(states)
        right = (guess * table[words]).sum(-1) + self.bias[words] - self.log_p[words]
        wrong = guess @ table[other].T + self.bias[other] - self.log_p[other]
        wrong = wrong.masked_fill(words.unsqueeze(1) == other.unsqueeze(0), -1e9)
        scores = torch.cat([right.unsqueeze(1), wrong], dim=1)
        loss = functional.cross_entropy(scores, torch.zeros_like(words))
        return loss + 0.5 * functional.cross_entropy(self.shape(states), shapes)

    def draw(self, chance: np.random.Generator) -> Tensor:
        """Draw words by their frequency."""
        drawn = np.searchsorted(self.cumulative, chance.random(OTHERS))
        return torch.from_numpy(drawn.clip(1, len(self.cumulative) - 1))


def hide(
    ids: Tensor, marks: Tensor, mask: Tensor, chance: np.random.Generator
) -> Tensor:
    """Hide words in place, give their places `[time, batch]`; some stay to be seen."""
    draw = torch.from_numpy(chance.random(tuple(mask.shape), dtype=np.float32))
    hidden = (draw < HIDDEN) & (mask > 0)
    gone = draw < 0.85 * HIDDEN
    ids[hidden & gone] = 0
    marks[..., :BITS][hidden & gone] = 0
    return hidden


class Pretraining:
    """The encoder, what guesses from its states, and their optimiser."""

    def __init__(
        self, encoder: Encoder, guess: Guess, steps: int, chance: np.random.Generator
    ) -> None:
        self.encoder = encoder
        self.guess = guess
        self.chance = chance
        self.parameters = [*encoder.parameters(), *guess.parameters()]
        adam = torch.optim.AdamW(self.parameters, lr=RATE, weight_decay=0.01)
        self.optimiser = adam
        self.schedule = torch.optim.lr_scheduler.OneCycleLR(
            adam, RATE, total_steps=steps, pct_start=0.05
        )

    def step(self, group: Sequence[Encoded]) -> float:
        """Learn from one batch; give the loss."""
        batch = collate(group)
        words, shapes = batch.ids[..., 0].clone(), batch.ids[..., 3].clone()
        asked = hide(batch.ids, batch.marks, batch.mask, self.chance) & (words > 0)
        states = self.encoder(batch.ids, batch.marks, batch.mask)[asked]
        table, other = self.encoder.words.weight, self.guess.draw(self.chance)
        loss = self.guess.loss(states, words[asked], shapes[asked], table, other)
        self.optimiser.zero_grad(set_to_none=True)
        loss.backward()
        nn.utils.clip_grad_norm_(self.parameters, 1.0)
        self.optimiser.step()
        self.schedule.step()
        return float(loss.detach())


def main() -> None:
    """Train and write the encoder."""
    options = _options()
    logging.basicConfig(level=logging.INFO, format="%(asctime)s %(message)s")
    torch.manual_seed(options.seed)
    torch.set_num_threads(options.threads)
    chance = np.random.default_rng(options.seed)
    known = np.load(options.vectors)
    vocabulary = {str(word): n + 1 for n, word in enumerate(known["words"])}
    paragraphs = chain.from_iterable(map(corpora.unlabelled, options.stories))
    encoded = [e for e in encode(paragraphs, vocabulary) if len(e) >= SHORTEST]
    groups = list(batches(encoded, TOKENS, chance))
    log.info("%d paragraphs, %d batches", len(encoded), len(groups))
    size = sizes(len(vocabulary) + 1, hidden=options.hidden, layers=options.layers)
    encoder = _encoder(size, known["vectors"], options.start)
    steps = int(len(groups) * options.epochs)
    work = Pretraining(encoder, Guess(size, known["counts"]), steps, chance)
    total, since = 0.0, time.monotonic()
    for step, group in enumerate(_endless(groups, chance, steps), 1):
        total += work.step(group)
        if step % 100 == 0:
            seconds = time.monotonic() - since
            log.info("%d of %d: loss %.3f, %d s", step, steps, total / 100, seconds)
            total = 0.0
    kept = {
        "size": attrs.asdict(size),
        "vocabulary": list(vocabulary),
        "encoder": encoder.state_dict(),
    }
    torch.save(kept, options.out)


def _encoder(size: Sizes, vectors: np.ndarray, start: Path | None) -> Encoder:
    encoder = Encoder(size)
    encoder.inner.p = encoder.outer.p = 0.1
    with torch.no_grad():
        encoder.words.weight[1:] = torch.from_numpy(vectors)
        encoder.words.weight[0] = 0
    if start is not None:
        encoder.load_state_dict(torch.load(start, weights_only=True)["encoder"])
    return encoder


def _endless(
    groups: Sequence[list[Encoded]], chance: np.random.Generator, steps: int
) -> Iterator[list[Encoded]]:
    for step in range(steps):
        if step % len(groups) == 0:
            order = chance.permutation(len(groups))
        yield groups[order[step % len(groups)]]


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("vectors", type=Path)
    parser.add_argument("out", type=Path)
    parser.add_argument("--stories", type=Path, nargs="+", required=True)
    parser.add_argument("--epochs", type=float, default=2)
    parser.add_argument("--hidden", type=int, default=WIDTHS["hidden"])
    parser.add_argument("--layers", type=int, default=WIDTHS["layers"])
    parser.add_argument("--start", type=Path, help="an encoder that learns on")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--threads", type=int, default=2)
    return parser.parse_args()


if __name__ == "__main__":
    main()
