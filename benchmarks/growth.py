"""
Measure how the time of a parse grows with the length of hostile texts.

    python benchmarks/growth.py [--size CHARACTERS] [--only NAME] [--limit RATIO]

Each flood of one thing is read at n, 2n and 4n characters, 4n being the size
(`--size 10_000_000` for 10 MB of it).  A ratio of 2 from one length to the next is
linear.  Exit code 1 when 4n takes more than the limit times what n takes.
"""

import argparse
import json
import sys
import time
from itertools import pairwise

import newsmodel

FLOODS = {
    "straight quotation marks": '"',
    "opening quotation marks": "“",
    "closing quotation marks": "”",
    "single quotation marks": "'",
    "open quotations with a word": "“a ",
    "one long word": "a",
    "one long line": "the bridge was safe and ",
    "one long line of claims": "The mayor said that Iran denied it on Tuesday, and ",
    "opening brackets": "(",
    "brackets": "([{<",
    "newlines": "\n",
    "short lines": "a\n",
    "short paragraphs": "Yes.\n\n",
    "spaces": " ",
    "full stops": ".",
    "digits": "1",
    "dates": "10/6/2023 ",
    "slashes": "1/",
    "commas": ", ",
    "capitalised words": "Anna Berg ",
    "capital letters": "A",
    "initials": "A. ",
    "titles": "President ",
    "cues": "said ",
    "denials": "Iran denied that ",
    "accordings": "according to ",
    "reported speech": "“We know,” Anna Berg said. ",
    "pronouns": "he ",
    "offices among names": "President Anna Berg and the president met Ivan Roe and ",
    "one long condition": "If Berg says Roe told Lee ",
    "sanctions": "sanctions on Iran ",
    "lasts": "last ",
    "weekdays": "on Tuesday ",
    "places": "in Paris, ",
    "directions": "north of ",
    "furniture": "Advertisement\n\n",
    "bylines": "By Anna Berg\n\n",
    "combining marks": "e\u0301",
    "surrogates": "\ud800\U0010ffff",
    "zero-width characters": "\u200b\u00ad",
}
STEPS = (4, 2, 1)


def main() -> int:
    """Measure, print, and say whether all is linear."""
    parser = argparse.ArgumentParser(description=__doc__.split("\n\n")[0])
    parser.add_argument("--size", type=int, default=400_000, help="characters, 4n")
    parser.add_argument("--only", help="measure the floods with this in their names")
    parser.add_argument("--limit", type=float, default=8.0, help="linear is 4")
    options = parser.parse_args()
    newsmodel.parse("Iran denied on Tuesday that it was in Paris.")
    slow = []
    for name, unit in FLOODS.items():
        if options.only and options.only not in name:
            continue
        seconds = [_seconds(unit, options.size // step) for step in STEPS]
        ratios = [round(b / a, 2) for a, b in pairwise(seconds)]
        row = {"flood": name, "seconds": [round(s, 3) for s in seconds]}
        print(json.dumps(row | {"ratios": ratios}), flush=True)
        if seconds[-1] > options.limit * max(seconds[0], 0.01):
            slow.append(name)
    print(json.dumps({"size": options.size, "more_than_linear": slow}))
    return int(bool(slow))


def _seconds(unit: str, size: int) -> float:
    text = (unit * (size // len(unit) + 1))[:size]
    start = time.process_time()
    newsmodel.parse(text, published="2023-06-10")
    return time.process_time() - start


if __name__ == "__main__":
    sys.exit(main())
