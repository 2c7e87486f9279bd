"""
Keep the words of the lexicons that the network is to see.

    python -m training.lexicons

A network reads the lexicons through bits of its features, so it must always see those
that it was trained with.  This writes the words of today's lexicons to
`tagging/lexicons.tsv`; do it before a training, never after.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path

import newsmodel.tagging
from newsmodel.lexicons import table, toml

PLACE = Path(newsmodel.tagging.__file__).parent / "lexicons.tsv"

_HEAD = """\
# Words of the lexicons, as they were when the network was trained: one lexicon a line.
# Source: newsmodel/lexicons, where each file names its own sources and licences.
# Written by training/lexicons.py.
lexicon\twords
"""
_NAMED = ("name", "others")
_NAMING = (*_NAMED, "adjectives", "demonyms", "peoples")
_PEOPLES = ("name", "adjectives", "singulars", "plurals")


def main() -> None:
    """Write the file."""
    lines = (f"{name}\t{' '.join(sorted(words))}\n" for name, words in _read().items())
    PLACE.write_text(_HEAD + "".join(lines), "utf-8")


def _read() -> dict[str, frozenset[str]]:
    """Give words of names, then words around them; the single words of phrases."""
    bodies, titles = toml("organisations.toml"), toml("titles.toml")
    return {
        "given": frozenset(row["name"] for row in table("given.tsv")),
        "places": _words(_of("places.tsv", _NAMED)),
        "nations": _words(_of("nations.tsv", _NAMING))
        | _words(_of("peoples.tsv", _PEOPLES)),
        "heads": _words(bodies["heads"]),
        "titles": _words([*titles["titles"], *titles["honorifics"], *titles["roles"]]),
        "groups": _words(toml("groups.toml")["groups"]),
        "cues": _words(entry[2] for entry in toml("cues.toml")["verbs"].values()),
        "plain": frozenset(row["word"] for row in table("plain.tsv")),
    }


def _of(file: str, columns: Iterable[str]) -> Iterator[str]:
    return (row[column] for column in columns for row in table(file))


def _words(phrases: Iterable[str]) -> frozenset[str]:
    words = (w for phrase in phrases for w in phrase.replace("|", " ").split())
    return frozenset(word for word in words if len(word) > 1)


if __name__ == "__main__":
    main()
