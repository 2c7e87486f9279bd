"""Read the answers in seeds/answers: their rows, with all words located."""

import re
import tomllib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any, TypeAlias

SEEDS = Path(__file__).resolve().parent.parent / "seeds"
Span: TypeAlias = tuple[int, int]
Table: TypeAlias = dict[str, Any]

_SETS = {
    "act": "statement accusation criticism denial refusal admission praise warning "
    "threat demand promise proposal prediction belief question",
    "form": "direct indirect mixed",
    "measure": "asset_freeze travel_ban visa_ban arms_embargo trade_embargo "
    "export_control import_ban financial sectoral blacklisting unspecified",
    "status": "lifted eased violated rejected extended threatened imposed proposed "
    "in_force",
}
_KINDS = {
    "actors": "person country government organisation media group",
    "places": "continent region country state city district facility water landform "
    "zone other",
    "times": "date time duration set",
}
_KEYS = {
    "claims": "cue speaker says act form targets when within answers optional note",
    "actors": "kind country mentions also optional note",
    "places": "kind country at within_km mentions also optional note",
    "times": "kind value mod optional note",
    "sanctions": "imposers targets measure status when reason optional note",
}
ZONES = "headline standfirst byline dateline date_line section author_bio".split()
_LISTS = ("paragraphs", "related", "furniture", "other")
_ADDRESS = re.compile(r"(?:(\d+|\*):)?(.*?)(?:#(\d+|\*))?", re.DOTALL)


class AnswerError(ValueError):
    """An answer says something that cannot be; names file, item and words."""

    def __init__(self, file: str, item: str, problem: str) -> None:
        super().__init__(f"{file}: {item}: {problem}")


@dataclass(frozen=True)
class Side:
    """A party of a claim or sanction: its words here, and all of its mentions."""

    words: str
    span: Span
    mentions: tuple[Span, ...]
    optional: bool = False


@dataclass(frozen=True)
class Item:
    """One row of an answer: its label, where it stands, and what it says."""

    label: str
    span: Span
    values: Table
    optional: bool


@dataclass(frozen=True)
class Answer:
    """One story and its reading, all words located."""

    name: str
    text: str
    lines: tuple[Span, ...]
    published: str | None
    layout: Table
    claims: tuple[Item, ...]
    actors: tuple[Item, ...]
    places: tuple[Item, ...]
    times: tuple[Item, ...]
    sanctions: tuple[Item, ...]

    def address(self, span: Span) -> str:
        """Give "3:words#2" for a span; a whole paragraph is its number alone."""
        number, line = next(
            (n, s) for n, s in enumerate(self.lines) if overlap(s, span) > 0
        )
        if span == line:
            return str(number)
        words = " ".join(self.text[slice(*span)].split())
        at = occurrences(self.text, line, words).index(span) + 1
        return f"{number}:{words}" + (f"#{at}" if at > 1 else "")


def names() -> list[str]:
    """Give the names of all stories, sorted."""
    return sorted(path.stem for path in (SEEDS / "stories").glob("*.txt"))


def read(name: str, folder: Path = SEEDS) -> Answer:
    """
    Read one answer with its story.

    Raises:
        AnswerError: If the answer is not well formed or its words are not there.
    """
    text = (folder / "stories" / f"{name}.txt").read_bytes().decode("utf-8")
    source = (folder / "answers" / f"{name}.toml").read_text(encoding="utf-8")
    return read_answer(name, text, tomllib.loads(source))


def read_answer(name: str, text: str, rows: Table) -> Answer:
    """Locate the words of an answer that is given as tables."""
    return _Reader(name, text, rows).answer()


class _Reader:
    def __init__(self, name: str, text: str, rows: Table) -> None:
        self.name, self.text, self.rows = f"{name}.toml", text, rows
        self.lines = list(lines_of(text, rows.get("unit", "line")))
        self.actors: dict[str, tuple[Span, ...]] = {}

    def answer(self) -> Answer:
        known = {"published", "unit", "note", "layout", *_KEYS}
        for key in self.rows.keys() - known:
            self.fail(key, "is no table or key of an answer")
        tables = {name: self.table(name) for name in ("actors", "places", "times")}
        tables |= {name: self.table(name) for name in ("claims", "sanctions")}
        published = self.rows.get("published")
        return Answer(
            self.name.removesuffix(".toml"),
            self.text,
            tuple(self.lines),
            None if published is None else str(published),
            self.layout(),
            **tables,
        )

    def fail(self, item: str, problem: str) -> None:
        raise AnswerError(self.name, item, problem)

    def table(self, name: str) -> tuple[Item, ...]:
        rows = self.rows.get(name, {})
        items = []
        for label, given in rows.items():
            row = given if isinstance(given, dict) else {"value": given}
            for key in row.keys() - set(_KEYS[name].split()):
                self.fail(f"{name} {label}", f"has the unknown key {key!r}")
            values = {k: _tuple(row[k]) for k in row.keys() & _SETS.keys()}
            self.check_sets(f"{name} {label}", values)
            span, more = getattr(self, f"_{name}")(label, row)
            optional = bool(row.get("optional"))
            items.append(Item(label, span, values | more, optional))
        return tuple(items)

    def check_sets(self, item: str, values: Table) -> None:
        for key, given in values.items():
            for value in set(given) - set(_SETS[key].split()):
                self.fail(item, f"{value!r} is no {key}")

    def kinds(
        self, table: str, label: str, row: Table, default: str
    ) -> tuple[str, ...]:
        kinds = _tuple(row.get("kind", default))
        for kind in set(kinds) - set(_KINDS[table].split()):
            self.fail(f"{table} {label}", f"{kind!r} is no kind")
        return kinds

    def find(self, address: str, item: str, home: int | None = None) -> list[Span]:
        """Give the spans that an address ("3:words#2") stands for."""
        line, words, number = _ADDRESS.fullmatch(address).groups()  # type: ignore[union-attr]
        at = int(line) if line and line != "*" else home
        if line != "*" and (at is None or at >= len(self.lines)):
            self.fail(item, f"{address!r} names no paragraph of the story")
        places = self.lines if line == "*" else [self.lines[at]]  # type: ignore[index]
        found = [s for place in places for s in occurrences(self.text, place, words)]
        if line != "*" and number != "*":
            found = found[int(number or 1) - 1 :][:1]
        if not found:
            where = "the story" if line == "*" else f"paragraph {at}"
            self.fail(item, f"{address!r} is not in {where}")
        return found

    def one(self, address: str, item: str, home: int | None = None) -> Span:
        return self.find(address, item, home)[0]

    def many(self, addresses: Iterable[str], item: str) -> tuple[Span, ...]:
        return tuple(sorted(s for a in addresses for s in self.find(a, item)))

    def _actors(self, label: str, row: Table) -> tuple[Span, Table]:
        item = f"actors {label}"
        mentions = self.many(row.get("mentions", ()), item)
        if not mentions:
            self.fail(item, "has no mentions")
        self.actors[label] = mentions + self.many(row.get("also", ()), item)
        kinds = self.kinds("actors", label, row, "")
        country = row.get("country")
        return mentions[0], {"kind": kinds, "country": country, "mentions": mentions}

    def _places(self, label: str, row: Table) -> tuple[Span, Table]:
        item = f"places {label}"
        mentions = self.many(row.get("mentions", ()), item)
        if not mentions:
            self.fail(item, "has no mentions")
        if ("at" in row) != ("within_km" in row):
            self.fail(item, "needs both `at` and `within_km`, or none")
        values = {k: row.get(k) for k in ("country", "at", "within_km")}
        kinds = self.kinds("places", label, row, "")
        return mentions[0], values | {"kind": kinds, "mentions": mentions}

    def _times(self, label: str, row: Table) -> tuple[Span, Table]:
        if "value" not in row:
            self.fail(f"times {label}", "has no value")
        kinds = self.kinds("times", label, row, "date")
        values = {"kind": kinds, "value": _tuple(row["value"]), "mod": row.get("mod")}
        return self.one(label, f"times {label}"), values

    def _claims(self, label: str, row: Table) -> tuple[Span, Table]:
        item, home = f"claims {label}", _home(label)
        for key in {"says", "act", "form"} - row.keys():
            self.fail(item, f"has no {key!r}")
        span = self.one(label, item)
        links = [*row.get("answers", ()), *_tuple(row.get("within", ()))]
        for link in links:
            if link not in self.rows["claims"] or link == label:
                self.fail(item, f"{link!r} is no other claim")
        speaker = self.sides(_tuple(row.get("speaker", ())), item, home)
        return span, {
            "cue": span if row.get("cue", True) else None,
            "content": tuple(self.one(s, item, home) for s in _tuple(row["says"])),
            "speaker": speaker[0] if speaker else None,
            "targets": self.sides(row.get("targets", ()), item, home),
            "when": self.moment(row, item, home),
            "within": row.get("within"),
            "answers": tuple(row.get("answers", ())),
        }

    def _sanctions(self, label: str, row: Table) -> tuple[Span, Table]:
        item, home = f"sanctions {label}", _home(label)
        for key in {"measure", "status"} - row.keys():
            self.fail(item, f"has no {key!r}")
        reason = row.get("reason")
        return self.one(label, item), {
            "imposers": self.sides(row.get("imposers", ()), item, home),
            "targets": self.sides(row.get("targets", ()), item, home),
            "when": self.moment(row, item, home),
            "reason": reason and self.one(reason, item, home),
        }

    def moment(self, row: Table, item: str, home: int) -> Span | None:
        if "when" not in row:
            return None
        span = self.one(row["when"], item, home)
        times = [self.one(label, item) for label in self.rows.get("times", {})]
        if not any(overlap(span, t) > 0 for t in times):
            self.fail(item, f"{row['when']!r} is not among the times")
        return span

    def sides(self, given: Iterable[Any], item: str, home: int) -> tuple[Side, ...]:
        return tuple(self.side(one, item, home) for one in given)

    def side(self, given: Any, item: str, home: int) -> Side:
        row = given if isinstance(given, dict) else {"words": given}
        words, span = row["words"], self.one(row["words"], item, home)
        owners = [n for n, m in self.actors.items() if any(span == s for s in m)]
        owners = owners or [
            n for n, m in self.actors.items() if any(overlap(span, s) > 0 for s in m)
        ]
        owners = list(_tuple(row["actor"])) if "actor" in row else owners
        for name in set(owners) - self.actors.keys():
            self.fail(item, f"{name!r} is no actor")
        if not owners and "actor" not in row:
            self.fail(item, f"{words!r} is a mention of no actor")
        mentions = tuple(s for n in owners for s in self.actors[n])
        return Side(words, span, mentions, bool(row.get("optional")))

    def layout(self) -> Table:
        given = self.rows.get("layout", {})
        for key in given.keys() - {*ZONES, *_LISTS, "authors", "published"}:
            self.fail("layout", f"{key!r} is no zone")
        lists = {k: self.zone(k, given.get(k, ())) for k in (*ZONES, *_LISTS)}
        self.check_covered([s for spans in lists.values() for s in spans])
        ones = {k: (lists[k][0][0], lists[k][-1][1]) for k in ZONES if lists[k]}
        rest = {k: given.get(k) for k in ("authors", "published")}
        return dict.fromkeys(ZONES) | {k: lists[k] for k in _LISTS} | ones | rest

    def check_covered(self, covered: list[Span]) -> None:
        for number, line in enumerate(self.lines):
            if not any(overlap(line, s) > 0 for s in covered):
                self.fail("layout", f"paragraph {number} lies in no zone")

    def zone(self, key: str, given: Any) -> tuple[Span, ...]:
        found: list[Span] = []
        for part in _tuple(given):
            if isinstance(part, str) and not re.fullmatch(r"\d+-\d+", part):
                found.append(self.one(part, f"layout {key}"))
                continue
            first, _, last = str(part).partition("-")
            numbers = range(int(first), int(last or first) + 1)
            if numbers[-1] >= len(self.lines):
                self.fail(f"layout {key}", f"there is no paragraph {numbers[-1]}")
            found += [self.lines[n] for n in numbers]
        return tuple(found)


def _tuple(value: Any) -> tuple[Any, ...]:
    return tuple(value) if isinstance(value, list | tuple) else (value,)


def _home(label: str) -> int:
    return int(label.partition(":")[0])


def lines_of(text: str, unit: str) -> Iterator[Span]:
    """Give the non-empty lines, or blocks between empty lines, without margins."""
    pattern = r"\S[^\r\n]*" if unit == "line" else r"\S[^\n]*(?:\n[^\S\n]*\S[^\n]*)*"
    for match in re.finditer(pattern, text):
        yield match.start(), match.start() + len(match[0].rstrip())


def occurrences(text: str, place: Span, words: str) -> list[Span]:
    """Give the places where words stand; " ... " leaves out what is between."""
    first, _, last = words.partition(" ... ")
    found = []
    for match in _pattern(first).finditer(text, *place):
        end = _pattern(last).search(text, match.end(), place[1]) if last else match
        if end:
            found.append((match.start(), end.end()))
    return found


def _pattern(words: str) -> re.Pattern[str]:
    inside = r"\s+".join(re.escape(word) for word in words.split())
    before = r"(?<!\w)" if words[:1].isalnum() else ""
    after = r"(?!\w)" if words[-1:].isalnum() else ""
    return re.compile(before + inside + after)


def overlap(a: Span, b: Span) -> int:
    """Give the length of what two spans share; at most 0 where they share nothing."""
    return min(a[1], b[1]) - max(a[0], b[0])
