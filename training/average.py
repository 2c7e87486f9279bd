"""
Average the weights of trainings that go on from one another.

    python -m training.average A.pt B.pt [C.pt ...] OUT.pt

The mean of networks that learned on from the first of them is a little
better than any (Izmailov et al. 2018).
"""

from __future__ import annotations

import argparse
from pathlib import Path

import torch


def main() -> None:
    """Read, average and write; all but the weights is taken from the last file."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("models", type=Path, nargs="+")
    parser.add_argument("out", type=Path)
    options = parser.parse_args()
    held = [torch.load(path, weights_only=True) for path in options.models]
    states = [one["network"] for one in held]
    mean = {name: torch.stack([s[name] for s in states]).mean(0) for name in states[0]}
    torch.save({**held[-1], "network": mean}, options.out)


if __name__ == "__main__":
    main()
