"""
Train the tagger on names and attributions.

    python -m training.train START OUT.pt --attributions FILE --names FILE [FILE ...]
        --dev-attributions FILE --dev-names FILE [FILE ...] [--epochs 12]

START is an encoder of `training.pretrain`, or a finished weights file, which then
learns on from your labels.  The files are JSON Lines as `training/README.md` shows
them.  Each step reads one batch of paragraphs with attributions and one with names; the
dev files are read once an epoch to report, never to train.
"""

from __future__ import annotations

import argparse
import json
import logging
import time
from collections.abc import Iterator, Mapping, Sequence
from itertools import chain
from pathlib import Path
from typing import Any

import numpy as np
import torch
from torch import Tensor, nn
from torch.nn import functional

from newsmodel.tagging.features import BITS
from training import corpora
from training.batches import UNMARKED, Batch, Encoded, batches, collate, encode
from training.measure import measure
from training.network import Network
from training.start import Start, read_start

TOKENS, RATE, KEEP = 1500, 3e-3, 0.995
WEIGHTS = {"cue": 3.0, "role": 1.0, "name": 2.0}
"""How much each loss counts."""
CAPITALS, SMALL = 9, 4
"""Shapes of words in a paragraph that is all in capitals, or all in small letters."""
log = logging.getLogger("training")


def losses(net: Network, batch: Batch, smooth: float) -> dict[str, Tensor]:
    """Give the losses that the labels of a batch allow."""
    states = net.outer(net.encoder(batch.ids, batch.marks, batch.mask))
    found: dict[str, Tensor] = {}
    if (batch.cues != UNMARKED).any():
        scores = net.cues(states)
        found["cue"] = _entropy(scores, batch.cues, smooth)
        if len(batch.row):
            spots = 1 - scores.detach().softmax(-1)[..., 0]
            roles = net.role_scores(
                states, spots, batch.row, batch.cue, batch.near, batch.mask
            )
            found["role"] = _entropy(roles, batch.roles, smooth)
    if (batch.names != UNMARKED).any():
        found["name"] = _entropy(net.names(states), batch.names, smooth)
    return found


def _entropy(scores: Tensor, labels: Tensor, smooth: float) -> Tensor:
    return functional.cross_entropy(
        scores.flatten(0, 1),
        labels.flatten(),
        ignore_index=UNMARKED,
        label_smoothing=smooth,
    )


def blur(batch: Batch, chance: np.random.Generator) -> None:
    """Hide some words, affixes and lexicon marks in place; change the case of some."""
    size = tuple(batch.mask.shape)
    batch.ids[..., 0][_some(chance, size, 0.06)] = 0
    batch.ids[..., 1:3][_some(chance, size, 0.03)] = 0
    batch.marks[..., :BITS][_some(chance, size, 0.15)] = 0
    for shape, share in ((CAPITALS, 0.02), (SMALL, 0.01)):
        rows = _some(chance, size[1:], share)
        written = (batch.ids[..., 3] >= SMALL) & rows.unsqueeze(0)
        batch.ids[..., 3][written] = shape
        if shape == CAPITALS:
            batch.marks[..., BITS + 3][written] = 1


def _some(chance: np.random.Generator, size: Sequence[int], share: float) -> Tensor:
    return torch.from_numpy(chance.random(size) < share)


class Average:
    """A moving average of the weights of a network."""

    def __init__(self, net: nn.Module) -> None:
        self.state = {k: v.detach().clone() for k, v in net.state_dict().items()}

    def update(self, net: nn.Module) -> None:
        """Move towards the weights as they are now."""
        with torch.no_grad():
            for name, value in net.state_dict().items():
                self.state[name].lerp_(value, 1 - KEEP)


def stream(
    encoded: Sequence[Encoded], tokens: int, chance: np.random.Generator
) -> Iterator[Batch]:
    """Give batches for ever; none where there are no paragraphs."""
    while encoded:
        for group in batches(encoded, tokens, chance):
            yield collate(group)


class Trainer:
    """One training: the network, its optimiser and its batches."""

    def __init__(
        self, start: Start, files: Mapping[str, list[Encoded]], steps: int, seed: int
    ) -> None:
        self.start = start
        self.net = start.network
        self.average = Average(self.net)
        self.chance = np.random.default_rng(seed)
        said, named = files["attributions"], files["names"]
        share = sum(map(len, named)) / max(sum(map(len, said)), 1)
        tokens = min(int(TOKENS * share), 2 * TOKENS) if said else TOKENS
        self.streams = [
            stream(said, TOKENS, self.chance),
            stream(named, max(tokens, TOKENS // 2), self.chance),
        ]
        groups = list(_groups(self.net, start))
        self.optimiser = torch.optim.AdamW(groups, lr=start.rate)
        self.schedule = torch.optim.lr_scheduler.OneCycleLR(
            self.optimiser,
            [group["lr"] for group in groups],
            total_steps=steps,
            pct_start=0.1,
        )

    def step(self) -> dict[str, float]:
        """Read one batch of each kind and learn from it; give the losses."""
        self.net.train()
        self.optimiser.zero_grad(set_to_none=True)
        seen: dict[str, float] = {}
        for batch in filter(None, (next(s, None) for s in self.streams)):
            blur(batch, self.chance)
            for name, loss in (
                found := losses(self.net, batch, self.start.smooth)
            ).items():
                seen[name] = float(loss.detach())
            torch.stack([WEIGHTS[n] * x for n, x in found.items()]).sum().backward()
        nn.utils.clip_grad_norm_(self.net.parameters(), 1.0)
        self.optimiser.step()
        self.schedule.step()
        self.average.update(self.net)
        return seen

    def averaged(self) -> Network:
        """Give the network with its averaged weights."""
        net = Network(self.net.size)
        net.load_state_dict(self.average.state)
        return net


def _groups(net: Network, start: Start) -> Iterator[dict[str, Any]]:
    """Give the encoder its own rate, and no decay to what is no matrix."""
    inner = {id(p) for p in net.encoder.parameters()}
    for matrix in (True, False):
        for learned in (True, False):
            yield {
                "params": [
                    p
                    for p in net.parameters()
                    if (p.ndim > 1) is matrix and (id(p) in inner) is learned
                ],
                "lr": start.encoder_rate if learned else start.rate,
                "weight_decay": 0.01 if matrix else 0.0,
            }


def main() -> None:
    """Train, report and write the network."""
    options = _options()
    logging.basicConfig(level=logging.INFO, format="%(asctime)s %(message)s")
    torch.manual_seed(options.seed)
    torch.set_num_threads(options.threads)
    start = read_start(options.start, fresh=options.fresh)
    start.rate, start.encoder_rate = options.rate, options.encoder_rate or options.rate
    start.smooth = options.smooth
    files = _files(options.attributions, options.names, start.vocabulary)
    dev = {
        f"{path.parent.name}/{path.name}": encode(read(path), start.vocabulary)
        for read, paths in (
            (corpora.attributions, options.dev_attributions),
            (corpora.names, options.dev_names),
        )
        for path in paths
    }
    longest = max(sum(map(len, f)) for f in files.values())
    epoch = max(longest // TOKENS, 1)
    steps = max(int(epoch * options.epochs), 1)
    log.info("%s, seed %d, %d steps an epoch", start, options.seed, epoch)
    trainer = Trainer(start, files, steps, options.seed)
    total: dict[str, float] = {}
    since = time.monotonic()
    for step in range(1, steps + 1):
        for name, loss in trainer.step().items():
            total[name] = total.get(name, 0.0) + loss / epoch
        if step % epoch == 0 or step == steps:
            net = trainer.averaged()
            figures = measure(net, dev)
            report = {
                "epoch": round(step / epoch, 1),
                "seconds": round(time.monotonic() - since),
                "losses": {n: round(x, 4) for n, x in total.items()},
                "dev": figures,
            }
            log.info("%s", json.dumps(report))
            start.write(options.out, net, figures)
            total = {}


def _files(
    attributions: Sequence[Path], names: Sequence[Path], vocabulary: Mapping[str, int]
) -> dict[str, list[Encoded]]:
    said = chain.from_iterable(map(corpora.attributions, attributions))
    named = chain.from_iterable(map(corpora.names, names))
    return {
        "attributions": encode(said, vocabulary),
        "names": encode(named, vocabulary),
    }


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("start", type=Path)
    parser.add_argument("out", type=Path)
    for name in ("attributions", "names", "dev-attributions", "dev-names"):
        parser.add_argument(f"--{name}", type=Path, nargs="+", default=[])
    parser.add_argument("--epochs", type=float, default=12)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--threads", type=int, default=2)
    parser.add_argument("--rate", type=float, default=RATE)
    parser.add_argument("--encoder-rate", type=float, help="where it differs")
    parser.add_argument("--smooth", type=float, default=0.05, help="of labels")
    parser.add_argument(
        "--fresh", action="store_true", help="forget all but the word vectors"
    )
    options = parser.parse_args()
    if not (options.attributions or options.names):
        parser.error("give --attributions or --names to learn from")
    return options


if __name__ == "__main__":
    main()
