"""The tagger's network in PyTorch; `newsmodel.tagging.network` runs it in NumPy."""

from __future__ import annotations

from typing import Any

import torch
from torch import Tensor, nn
from torch.nn import functional
from torch.nn.utils.rnn import pack_padded_sequence, pad_packed_sequence

from newsmodel.tagging._shapes import DISTANCES, LABELS, Sizes
from newsmodel.tagging.features import BUCKETS, SHAPES

CUE_LABELS, ROLE_LABELS = len(LABELS["cues"]), len(LABELS["roles"])
NAME_LABELS = len(LABELS["names"])


WIDTHS = {
    "vectors": 64,
    "prefix": 16,
    "suffix": 24,
    "shape": 8,
    "hidden": 160,
    "layers": 3,
    "role": 96,
    "role_hidden": 64,
    "distance": 16,
}
"""Widths of a network, where nothing else is said."""


def sizes(words: int, **widths: int) -> Sizes:
    """Give the widths of a network that knows some words, the usual ones or others."""
    return Sizes(words=words, **(WIDTHS | widths))


class Scan(torch.autograd.Function):
    """The recurrence `c[t] = f[t] * c[t-1] + g[t]`, along the first axis."""

    @staticmethod
    def forward(ctx: Any, f: Tensor, g: Tensor) -> Tensor:  # noqa: ANN401 - PyTorch's
        """Give all `c`; the last axis may hold several recurrences."""
        c = torch.empty_like(g)
        c[0] = g[0]
        for t in range(1, len(g)):
            torch.addcmul(g[t], f[t], c[t - 1], out=c[t])
        ctx.save_for_backward(f, c)
        return c

    @staticmethod
    def backward(ctx: Any, *grads: Tensor) -> tuple[Tensor, Tensor]:  # noqa: ANN401
        """Give the gradients of `f` and `g`."""
        f, c = ctx.saved_tensors
        d = torch.empty_like(c)
        grad = grads[0]
        d[-1] = grad[-1]
        for t in range(len(c) - 2, -1, -1):
            torch.addcmul(grad[t], f[t + 1], d[t + 1], out=d[t])
        df = torch.zeros_like(f)
        df[1:] = d[1:] * c[:-1]
        return df, d


class Recurrent(nn.Module):
    """
    A gated recurrent layer without matrices inside its recurrence, read both ways.

    Simple recurrent unit (Lei et al. 2018) with the gates of its input alone:
    c[t] = f c[t-1] + (1 - f) z;  h = o tanh(c) + (1 - o) x.
    """

    def __init__(self, inputs: int, hidden: int) -> None:
        super().__init__()
        self.hidden = hidden
        self.skips = inputs == 2 * hidden
        self.gates = nn.Linear(inputs, (3 if self.skips else 4) * 2 * hidden)
        with torch.no_grad():
            self.gates.bias[2 * hidden : 4 * hidden] += 1.0

    def forward(self, x: Tensor, mask: Tensor) -> Tensor:
        """From `[time, batch, inputs]` to `[time, batch, 2 * hidden]`."""
        wide = 2 * self.hidden
        parts = self.gates(x).split(wide, dim=-1)
        z, f, o = parts[0], torch.sigmoid(parts[1]), torch.sigmoid(parts[2])
        skip = x if self.skips else parts[3]
        g = (1 - f) * z * mask.unsqueeze(-1)
        h = self.hidden
        f = torch.cat([f[..., :h], f[..., h:].flip(0)], dim=-1)
        g = torch.cat([g[..., :h], g[..., h:].flip(0)], dim=-1)
        c = Scan.apply(f, g)
        c = torch.cat([c[..., :h], c[..., h:].flip(0)], dim=-1)
        return o * torch.tanh(c) + (1 - o) * skip


class Encoder(nn.Module):
    """From what is known of tokens to their states."""

    def __init__(self, size: Sizes) -> None:
        super().__init__()
        self.size = size
        self.words = nn.Embedding(size.words, size.vectors)
        self.prefix = nn.Embedding(BUCKETS, size.prefix)
        self.suffix = nn.Embedding(BUCKETS, size.suffix)
        self.shape = nn.Embedding(SHAPES, size.shape)
        for table in (self.prefix, self.suffix, self.shape):
            nn.init.normal_(table.weight, std=0.3)
        widths = [size.inputs] + [2 * size.hidden] * (size.layers - 1)
        self.layers = nn.ModuleList(Recurrent(w, size.hidden) for w in widths)
        self.inner = nn.Dropout(0.3)
        self.outer = nn.Dropout(0.25)

    def embed(self, ids: Tensor, marks: Tensor) -> Tensor:
        """Look up `[time, batch, 4]` ids; `[..., BITS + FLAGS]` marks stand behind."""
        parts = [
            self.words(ids[..., 0]),
            self.prefix(ids[..., 1]),
            self.suffix(ids[..., 2]),
            self.shape(ids[..., 3]),
            marks,
        ]
        return torch.cat(parts, dim=-1)

    def forward(self, ids: Tensor, marks: Tensor, mask: Tensor) -> Tensor:
        """Give the states `[time, batch, 2 * hidden]`."""
        x = self.outer(self.embed(ids, marks))
        for number, layer in enumerate(self.layers):
            x = layer(self.inner(x) if number else x, mask)
        return x


class Network(nn.Module):
    """The encoder with its three heads."""

    def __init__(self, size: Sizes) -> None:
        super().__init__()
        self.size = size
        self.encoder = Encoder(size)
        state = 2 * size.hidden
        self.outer = nn.Dropout(0.25)
        self.names = nn.Linear(state, NAME_LABELS)
        self.cues = nn.Linear(state, CUE_LABELS)
        self.token = nn.Linear(state, size.role)
        self.cue = nn.Linear(state, size.role, bias=False)
        self.near = nn.Embedding(DISTANCES, size.distance)
        self.near_in = nn.Linear(size.distance, size.role, bias=False)
        self.spot = nn.Linear(1, size.role, bias=False)
        self.role_layer = nn.LSTM(size.role, size.role_hidden, bidirectional=True)
        self.role_drop = nn.Dropout(0.3)
        self.roles = nn.Linear(2 * size.role_hidden, ROLE_LABELS)

    def role_scores(  # noqa: PLR0913, PLR0917 - the parts of a batch
        self,
        states: Tensor,
        spots: Tensor,
        row: Tensor,
        cue: Tensor,
        near: Tensor,
        mask: Tensor,
    ) -> Tensor:
        """
        Score the roles of tokens for cues.

        Args:
            states: `[time, batch, state]`.
            spots: Probability of being in a cue, `[time, batch]`.
            row: For each cue its paragraph in the batch, `[cues]`.
            cue: Weights that average the tokens of each cue, `[time, cues]`.
            near: Buckets of distance, `[time, cues]`.
            mask: 1 where there is a token, `[time, batch]`.

        Returns:
            `[time, cues, ROLE_LABELS]`.
        """
        token = self.token(states)[:, row]
        mean = torch.einsum("tcs,tc->cs", states[:, row], cue)
        x = (
            token
            + self.cue(mean)
            + functional.embedding(near, self.near_in(self.near.weight))
        )
        x = torch.tanh(x + self.spot(spots[:, row].unsqueeze(-1)))
        lengths = mask[:, row].sum(0).long()
        packed = pack_padded_sequence(self.role_drop(x), lengths, enforce_sorted=False)
        h, _ = pad_packed_sequence(self.role_layer(packed)[0], total_length=len(x))
        return self.roles(self.role_drop(h))


def distance(tokens: int, first: int, stop: int) -> Tensor:
    """Bucket the distances of all tokens from the cue `[first, stop)`."""
    at = torch.arange(tokens)
    before, after = first - at, at - (stop - 1)
    far = torch.where(before > 0, before, after).clamp(min=1)
    bucket = torch.where(
        far <= 4, far, (4 + torch.log2(far / 4.0)).ceil().long().clamp(max=11)
    )
    signed = torch.where(before > 0, -bucket, bucket)
    inside = (at >= first) & (at < stop)
    return torch.where(inside, torch.zeros_like(at), signed) + DISTANCES // 2
