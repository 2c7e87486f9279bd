"""The seed stories: their answers, the scorer, and the ratchet."""

import dataclasses
import importlib
import importlib.util
import sys
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest

sys.path.insert(0, str(Path(__file__).parent))
seeds = importlib.import_module("seeds")
scores = importlib.import_module("seed_scores")
sys.path.pop(0)

NAMES = seeds.names()
STORY = """\
Mayor denies rumour

The mayor denied on Monday that he had sold the bridge in Oslo.
"I sold nothing," he said.
"""
ROWS = {
    "layout": {"headline": 0, "paragraphs": "1-2"},
    "actors": {"Mayor": {"kind": "person", "mentions": ["1:mayor", "2:he"]}},
    "times": {"1:Monday": {"value": "2024-01-01"}},
    "claims": {
        "1:denied": {
            "speaker": "mayor",
            "says": "he had sold ... Oslo",
            "act": "denial",
            "form": "indirect",
        },
    },
}


def passage(span: Any) -> SimpleNamespace | None:
    """Stand in for a passage."""
    return span and SimpleNamespace(start=span[0], end=span[1], text="")


def passages(spans: Any) -> list[SimpleNamespace]:
    """Stand in for passages."""
    return [passage(span) for span in spans]


def references(sides: Any) -> list[SimpleNamespace]:
    """Stand in for references."""
    return [SimpleNamespace(mention=passage(s.span), actor=None) for s in sides]


def claims(rows: Any) -> list[SimpleNamespace]:
    """Stand in for the claims of an answer, linked."""
    made = {
        row.label: SimpleNamespace(
            cue=passage(row.values["cue"]),
            content=passages(row.values["content"]),
            speaker=(references([s for s in [row.values["speaker"]] if s]) or [None])[
                0
            ],
            targets=references(row.values["targets"]),
            when=passage(row.values["when"]),
            act=row.values["act"][0],
            form=row.values["form"][0],
        )
        for row in rows
    }
    for row in rows:
        made[row.label].within = made.get(row.values["within"])
        made[row.label].answers = [made[a] for a in row.values["answers"] if a in made]
    return list(made.values())


def sanction(row: Any) -> SimpleNamespace:
    """Stand in for a sanction of an answer."""
    return SimpleNamespace(
        trigger=passage(row.span),
        imposers=references(row.values["imposers"]),
        targets=references(row.values["targets"]),
        measure=row.values["measure"][0],
        status=row.values["status"][0],
        when=passage(row.values["when"]),
        reason=passage(row.values["reason"]),
    )


def time(row: Any) -> SimpleNamespace:
    """Stand in for a time expression of an answer."""
    one = passage(row.span)
    one.kind, one.value = row.values["kind"][0], row.values["value"][0]
    one.mod = row.values["mod"]
    return one


def place(row: Any) -> SimpleNamespace:
    """Stand in for a location of an answer."""
    latitude, longitude = row.values["at"] or (None, None)
    return SimpleNamespace(
        kind=row.values["kind"][0],
        country=row.values["country"],
        latitude=latitude,
        longitude=longitude,
        mentions=passages(row.values["mentions"]),
    )


def actor(row: Any) -> SimpleNamespace:
    """Stand in for an actor of an answer."""
    mentions = passages(row.values["mentions"])
    return SimpleNamespace(kind=row.values["kind"][0], mentions=mentions)


def reading(answer: Any, *, optional: bool) -> SimpleNamespace:
    """Stand in for the article of a reader who gives what the answer says."""

    def rows(name: str) -> list[Any]:
        return [r for r in getattr(answer, name) if optional or not r.optional]

    layout = answer.layout
    zones = {z: passage(layout[z]) for z in seeds.ZONES}
    lists = {z: passages(layout[z]) for z in ("paragraphs", "related", "furniture")}
    bio = zones.pop("author_bio")
    return SimpleNamespace(
        **zones,
        **lists,
        authors=[SimpleNamespace(name=n, bio=bio) for n in layout["authors"] or ()],
        published=layout["published"],
        claims=claims(rows("claims")),
        actors=[actor(row) for row in rows("actors")],
        locations=[place(row) for row in rows("places")],
        times=[time(row) for row in rows("times")],
        sanctions=[sanction(row) for row in rows("sanctions")],
    )


def nothing() -> SimpleNamespace:
    """Stand in for the article of a reader who finds nothing."""
    tables = "paragraphs related furniture authors claims actors locations times"
    return SimpleNamespace(
        **dict.fromkeys(seeds.ZONES),
        **{name: [] for name in [*tables.split(), "sanctions"]},
        published=None,
    )


def tool() -> Any:
    """Load tools/ratchet.py."""
    path = Path(__file__).parent.parent / "tools" / "ratchet.py"
    spec = importlib.util.spec_from_file_location("ratchet", path)
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


class TestStories:
    """What is said of the stories as files."""

    def test_each_has_an_answer(self) -> None:
        """Stories and answers come in pairs, ten at least."""
        answers = [p.stem for p in (seeds.SEEDS / "answers").glob("*.toml")]

        assert sorted(answers) == NAMES
        assert len(NAMES) >= 10

    @pytest.mark.parametrize("name", NAMES)
    def test_has_the_length_of_a_news_story(self, name: str) -> None:
        """300 to 600 words."""
        assert 300 <= len(seeds.read(name).text.split()) <= 600


class TestAnswers:
    """The reader of answers."""

    @pytest.mark.parametrize("name", NAMES)
    def test_words_are_in_the_story(self, name: str) -> None:
        """Each answer is well formed, and its words stand where it says."""
        answer = seeds.read(name)

        assert answer.claims
        assert answer.actors
        assert answer.layout["paragraphs"]

    def test_reads_a_small_one(self) -> None:
        """Addresses become spans."""
        answer = seeds.read_answer("small", STORY, ROWS)
        claim = answer.claims[0]
        (content,) = claim.values["content"]

        assert STORY[slice(*claim.span)] == "denied"
        assert STORY[slice(*content)] == "he had sold the bridge in Oslo"
        assert STORY[slice(*claim.values["speaker"].span)] == "mayor"

    @pytest.mark.parametrize(
        ("table", "key", "row", "problem"),
        [
            ("times", "1:Friday", "2024-01-05", "'1:Friday' is not in paragraph 1"),
            ("times", "1:Monday#2", "2024-01-01", "'1:Monday#2' is not in"),
            ("times", "9:Monday", "2024-01-01", "'9:Monday' names no paragraph"),
            ("times", "1:Monday", {"kind": "day", "value": "x"}, "'day' is no kind"),
            ("actors", "King", {"kind": "person"}, "has no mentions"),
            ("actors", "King", {"kin": "person"}, "has the unknown key 'kin'"),
            ("claims", "2:said", {"act": "denial", "form": "direct"}, "has no 'says'"),
            (
                "claims",
                "2:said",
                {"says": "I", "act": "denies", "form": "direct"},
                "'denies' is no act",
            ),
            (
                "claims",
                "2:said",
                {"says": "I", "act": "denial", "form": "direct", "speaker": "sold"},
                "'sold' is a mention of no actor",
            ),
            (
                "claims",
                "2:said",
                {"says": "I", "act": "denial", "form": "direct", "answers": ["1:no"]},
                "'1:no' is no other claim",
            ),
            ("layout", "paragraphs", 1, "layout: paragraph 2 lies in no zone"),
            ("layout", "titles", 1, "layout: 'titles' is no zone"),
            ("quotes", "1:denied", 1, "quotes: is no table"),
        ],
    )
    def test_error_says_what_is_wrong(
        self, table: str, key: str, row: Any, problem: str
    ) -> None:
        """File, item and words are named."""
        rows = ROWS | {table: ROWS.get(table, {}) | {key: row}}
        with pytest.raises(seeds.AnswerError) as error:
            seeds.read_answer("small", STORY, rows)

        assert str(error.value).startswith(f"small.toml: {table}")
        assert problem in str(error.value)

    @pytest.mark.parametrize(
        ("words", "found"),
        [
            ("Iran", [(0, 4), (22, 26)]),
            ("its proxies", [(9, 20)]),
            ("Iran and its ... Iran", [(0, 26)]),
            ("an", []),
            ("proxies Iran", []),
        ],
    )
    def test_finds_whole_words(self, words: str, found: list[tuple[int, int]]) -> None:
        """Words match as whole words, over line ends, with an elision."""
        text = "Iran and its\nproxies, Iran"

        assert seeds.occurrences(text, (0, len(text)), words) == found


class TestScorer:
    """The scorer can succeed and can fail."""

    @pytest.mark.parametrize("optional", [False, True])
    @pytest.mark.parametrize("name", NAMES)
    def test_right_reading_has_all(self, name: str, *, optional: bool) -> None:
        """Who gives what the answer says, with or without the debatable, has all."""
        answer = seeds.read(name)
        score = scores.score(reading(answer, optional=optional), answer)

        assert score.missed == []
        assert score.spurious == []
        assert score.share == 1

    @pytest.mark.parametrize("name", NAMES)
    def test_empty_reading_has_nothing(self, name: str) -> None:
        """Who finds nothing has nothing right."""
        score = scores.score(nothing(), seeds.read(name))

        assert score.items
        assert score.right == []
        assert score.share == 0

    @pytest.mark.parametrize("name", NAMES)
    def test_made_up_rows_are_spurious(self, name: str) -> None:
        """What matches no row is counted."""
        answer = seeds.read(name)
        bare = dataclasses.replace(answer, claims=(), times=(), sanctions=())
        made_up = reading(answer, optional=True)
        wanted = len(made_up.claims) + len(made_up.times) + len(made_up.sanctions)

        assert len(scores.score(made_up, bare).spurious) == wanted

    @pytest.mark.parametrize(
        ("table", "key", "row", "missed"),
        [
            ("claims", "1:denied", {"act": "threat"}, "claims 1:denied, act"),
            ("claims", "1:denied", {"form": "mixed"}, "claims 1:denied, form"),
            ("claims", "1:denied", {"speaker": "Oslo"}, "claims 1:denied, speaker"),
            ("claims", "1:denied", {"when": "Monday"}, "claims 1:denied, when"),
            (
                "claims",
                "1:denied",
                {"targets": ["Oslo"]},
                "claims 1:denied, targets Oslo",
            ),
            ("claims", "1:denied", {"says": "The mayor"}, "claims 1:denied"),
            ("actors", "Mayor", {"kind": "country"}, "actors Mayor"),
            ("times", "1:Monday", {"value": "2024-01-08"}, "times 1:Monday"),
            ("times", "1:Monday", {"kind": "set"}, "times 1:Monday"),
            ("layout", None, {"paragraphs": "0-2"}, "layout paragraphs 0"),
            ("layout", None, {"authors": ["Ann Lee"]}, "layout authors"),
        ],
    )
    def test_doctored_answer_fails(
        self, table: str, key: str | None, row: Any, missed: str
    ) -> None:
        """A changed expectation is not met by the reading that was right."""
        right = reading(seeds.read_answer("small", STORY, ROWS), optional=True)
        old = ROWS[table]
        new = old | row if key is None else old | {key: old[key] | row}
        oslo = {"Oslo": {"kind": "group", "mentions": ["1:Oslo"], "optional": True}}
        rows = {**ROWS, "actors": ROWS["actors"] | oslo, table: new}
        if table == "actors":
            rows["actors"] = new
        score = scores.score(right, seeds.read_answer("small", STORY, rows))

        assert missed in score.missed
        assert all(label.startswith(missed) for label in score.missed)


class TestRatchet:
    """What was right stays right."""

    @pytest.mark.parametrize("name", NAMES)
    def test_loses_nothing(self, name: str) -> None:
        """No item that is listed as right is lost; `tools/ratchet.py` has the table."""
        newsmodel = pytest.importorskip("newsmodel")
        answer = seeds.read(name)
        article = newsmodel.parse(answer.text, published=answer.published)
        score = scores.score(article, answer)
        slips = scores.slips(score, scores.read_ratchet().get(name, {}))

        lines = [*slips, "", "missed in all:", *score.missed]
        lines += ["", "spurious in all:", *score.spurious]

        assert not slips, "\n".join(lines)

    def test_lists_known_stories(self) -> None:
        """Every story has its list, and no other."""
        kept = scores.read_ratchet()

        assert sorted(kept) == NAMES
        assert all(k["right"] == sorted(set(k["right"])) for k in kept.values())

    def test_names_what_is_lost(self) -> None:
        """Lost items, vanished ones and more spurious ones are told apart."""
        score = scores.Score({"a": True, "b": False}, ["claim 'x'"])
        slips = scores.slips(score, {"right": ["a", "b", "c"], "spurious": 0})

        assert [line.partition(":")[0] for line in slips] == [
            "lost",
            "no item of the answer any more",
            "more spurious items than 0",
        ]

    def test_moves_forward_only(self) -> None:
        """Items are added, and removed only on demand."""
        score = scores.Score({"a": True, "b": False}, ["claim 'x'"])
        kept = {"right": ["b"], "spurious": 0}

        on = scores.moved(score, kept, allow_loss=False)
        back = scores.moved(score, kept, allow_loss=True)

        assert on == {"right": ["a", "b"], "spurious": 0}
        assert back == {"right": ["a"], "spurious": 1}

    def test_command_prints_a_table(self, capsys: pytest.CaptureFixture[str]) -> None:
        """`tools/ratchet.py` shows a line for a story and what it misses."""
        pytest.importorskip("newsmodel")
        kept = scores.read_ratchet()
        tool().main([NAMES[0]])
        first, second, *_ = capsys.readouterr().out.splitlines()

        assert first.split()[-2:] == ["spurious", "share"]
        assert second.startswith(NAMES[0])
        assert scores.read_ratchet() == kept

    def test_command_writes_sorted_lists(self, tmp_path: Path) -> None:
        """The file is made for small differences: one label a line."""
        tool().write(tmp_path / "ratchet.json", {"b": {"right": []}, "a": {}})

        assert (tmp_path / "ratchet.json").read_text().index('"a"') < 10
