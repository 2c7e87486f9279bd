"""The vocabulary of the actor parser, and how its tables are read."""

from __future__ import annotations

import functools
from collections.abc import Iterator, Mapping, Sequence

import attrs

from newsmodel.lexicons import Lexicon, table, toml
from newsmodel.model import ActorKind

NAME, ADJECTIVE, PERSON, PEOPLE, CAPITAL = "nadpc"
"""How a word names a country: "Iran", "Iranian", "an Iranian", "Iranians", "Tehran"."""


@attrs.frozen(kw_only=True)
class Nation:
    """What a word says of a country."""

    code: str
    """ISO 3166-1 alpha-2 code of the state."""
    key: str
    """The row of the table: a constituent nation has its own."""
    name: str
    """The common English name."""
    uses: str
    """Which of the uses above the word has."""


@attrs.frozen(kw_only=True)
class Body:
    """A body that is known by name."""

    name: str
    kind: ActorKind
    country: str | None
    doubtful: bool = False
    """Whether bodies of other countries have this name too: "National Assembly"."""


@attrs.frozen(kw_only=True)
class People:
    """A people, a faith or a party that no country is named after."""

    name: str
    """The plural: "Kurds"."""
    adjective: bool
    """Whether the word may stand before a noun: "Kurdish"."""


@attrs.frozen(kw_only=True)
class Vocabulary:
    """The lexicons that `ActorParser` holds, handed to its helpers."""

    nations: Lexicon[Nation]
    peoples: Lexicon[People]
    bodies: Lexicon[Body]
    heads: Lexicon[ActorKind]
    titles: Lexicon[str]
    honorifics: Lexicon[str]
    roles: Lexicon[str]
    groups: Lexicon[bool]
    commons: Lexicon[ActorKind]
    given: Lexicon[str]


def read_nations() -> dict[str, Nation]:
    """Read what names a country; the first row and the first use of a word win."""
    found: dict[str, Nation] = {}
    for row in table("nations.tsv"):
        for word, use in _names_of(row):
            known = found.get(word)
            if known is None:
                found[word] = Nation(
                    code=row["country"], key=row["code"], name=row["name"], uses=use
                )
            elif known.key == row["code"] and use not in known.uses:
                found[word] = attrs.evolve(known, uses=known.uses + use)
    return found


def _names_of(row: Mapping[str, str]) -> Iterator[tuple[str, str]]:
    cells = (
        ("name", NAME),
        ("others", NAME),
        ("adjectives", ADJECTIVE),
        ("demonyms", PERSON),
        ("peoples", PEOPLE),
        ("metonyms", CAPITAL),
    )
    for column, use in cells:
        yield from ((word, use) for word in row[column].split("|") if word)


def read_peoples() -> dict[str, People]:
    """Read what names a people, a faith or a party."""
    found: dict[str, People] = {}
    for row in table("peoples.tsv"):
        for column in ("adjectives", "singulars", "plurals"):
            people = People(name=row["name"], adjective=column == "adjectives")
            for word in filter(None, row[column].split("|")):
                found.setdefault(word, people)
    return found


def read_bodies() -> dict[str, Body]:
    """Read the bodies known by name, with their other names."""
    found: dict[str, Body] = {}
    heads = toml("organisations.toml")["heads"]
    for entry in toml("organisations.toml")["bodies"]:
        body = Body(
            name=entry["name"],
            kind=ActorKind(entry["kind"]),
            country=entry["country"] or None,
        )
        for name in (body.name, *entry["aliases"]):
            headed = {name.split()[-1], body.name.split()[-1]} & heads.keys()
            common = headed or body.kind is ActorKind.GOVERNMENT
            doubtful = bool(common) and name in entry.get("ambiguous", ())
            found.setdefault(name, attrs.evolve(body, doubtful=doubtful))
    return found


def read_heads() -> dict[str, ActorKind]:
    """Read the last words of names of bodies."""
    # A ministry or a court is a body with a name, no government as such.
    kinds = {"government": ActorKind.ORGANISATION}
    heads = toml("organisations.toml")["heads"]
    return {word: kinds.get(kind) or ActorKind(kind) for word, kind in heads.items()}


def read_titles() -> dict[str, str]:
    """Read offices written before a name, with the gender they tell."""
    return dict(toml("titles.toml")["titles"])


def read_honorifics() -> dict[str, str]:
    """Read forms of address, with the gender they tell."""
    return dict(toml("titles.toml")["honorifics"])


def read_roles() -> dict[str, str]:
    """Read role nouns, with the gender they tell."""
    return dict(toml("titles.toml")["roles"])


def read_groups() -> dict[str, bool]:
    """Read nouns of groups."""
    return dict.fromkeys(toml("groups.toml")["groups"], True)


def read_commons() -> dict[str, ActorKind]:
    """Read nouns of bodies that a country has: "US intelligence"."""
    common = toml("actors.toml")["common"]
    return {noun: ActorKind(kind) for noun, kind in common.items()}


def read_given() -> dict[str, str]:
    """Read given names, with their gender."""
    return {row["name"]: row["gender"] for row in table("given.tsv")}


@functools.cache
def word_set(name: str) -> frozenset[str]:
    """Give one of the word lists of `actors.toml`."""
    return frozenset(toml("actors.toml")[name].split())


def is_address(texts: Sequence[str], stop: int) -> bool:
    """Say whether a road or county goes on here: "Indian| Lake Road"."""
    near = texts[stop : stop + 2]
    return any(w[0].isupper() and w.lower() in word_set("roads") for w in near)


@functools.cache
def labels() -> frozenset[str]:
    """Give the words in small letters that alone name nobody: "muslim", "western"."""
    peoples = (word.lower() for word in read_peoples() if " " not in word)
    return frozenset((*word_set("labels"), *peoples))


@functools.cache
def divisions() -> frozenset[str]:
    """Give the names of states and provinces, and what newspapers write for them."""
    file = toml("states.toml")
    forms = (*file["newspaper"].values(), *file["postal"].values())
    short = (name for states in file["newspaper"].values() for name in states)
    return frozenset((*short, *(name for states in forms for name in states.values())))


@functools.cache
def openers() -> frozenset[str]:
    """Give the words that open a body's name before "of" or "for"."""
    return frozenset(toml("organisations.toml")["openers"])


@functools.cache
def modifiers() -> frozenset[str]:
    """Give the words that stand before an office: "former", "acting"."""
    return frozenset(toml("titles.toml")["modifiers"])


@functools.cache
def plain_words() -> frozenset[str]:
    """Give the words that are no names."""
    return frozenset(row["word"] for row in table("plain.tsv"))


@functools.cache
def place_names() -> frozenset[str]:
    """Give the names of places."""
    return frozenset(
        name
        for row in table("places.tsv")
        for name in (row["name"], *row["others"].split("|"))
        if name
    )
