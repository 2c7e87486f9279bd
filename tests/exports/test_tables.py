"""The rows that every table format is made of."""

import datetime as dt
import sqlite3
from contextlib import closing

import attrs
import pytest
from hypothesis import given
from hypothesis import strategies as st

import newsmodel
from newsmodel import Actor, Article
from newsmodel.exports.tables import KEY, TABLES, ColumnKind, Table, keyed
from newsmodel.strategies import articles, texts

TYPES = {
    ColumnKind.TEXT: str,
    ColumnKind.INTEGER: int,
    ColumnKind.NUMBER: float,
    ColumnKind.BOOLEAN: bool,
    ColumnKind.DAY: dt.date,
    ColumnKind.TEXTS: tuple,
}
STORY = (
    "Ukraine blames Iran\n\nBy Jane Doe\n\nOn Tuesday Ukraine accused Iran of sending "
    "drones. Iran denied sending drones. Last month the US imposed sanctions on Iran "
    "over its drones near Moscow."
)


def rows_of(name: str) -> list[dict[str, object]]:
    """Give a table of the story above."""
    article = newsmodel.parse(STORY, published="2023-06-10", url="u")
    return list(TABLES[name].records(article))


class TestAnyArticle:
    """What holds for the rows of whatever was read."""

    @given(articles() | texts().map(newsmodel.parse))
    def test_cells_have_the_type_of_their_column(self, article: Article) -> None:
        """Each cell is None or exactly what its column says; the key is a string."""
        for table in TABLES.values():
            for row in table.rows(article):
                assert row[0] == article.digest
                for column, cell in zip(table.columns, row, strict=True):
                    assert cell is None or type(cell) is TYPES[column.kind], column

    @given(articles())
    def test_there_is_a_row_for_each_object(self, article: Article) -> None:
        """Nothing is left out and nothing comes twice."""
        owners = (*article.actors, *article.locations)
        counts = {"articles": 1, "mentions": sum(len(o.mentions) for o in owners)}
        for name, table in TABLES.items():
            expected = counts[name] if name in counts else len(getattr(article, name))

            assert len(list(table.rows(article))) == expected


@pytest.mark.parametrize("name", TABLES)
class TestColumns:
    """What holds for the columns of each table."""

    def test_names_are_plain_in_sql(self, name: str) -> None:
        """A column needs no quotation marks in a query, so none is called `end`."""
        names = [column.name for column in TABLES[name].columns]
        with closing(sqlite3.connect(":memory:")) as database:
            database.execute(f"CREATE TABLE {name} ({', '.join(names)})")
            rows = database.execute(f"SELECT {', '.join(names)} FROM {name}").fetchall()  # noqa: S608 - our own names

        assert rows == []
        assert "end" not in names
        assert len(set(names)) == len(names)

    def test_begins_with_the_key(self, name: str) -> None:
        """All tables join on the same two columns."""
        assert TABLES[name].columns[: len(KEY)] == KEY
        assert all(column.about for column in TABLES[name].columns)


class TestRows:
    """What stands in the rows."""

    def test_a_claim_knows_its_speaker(self) -> None:
        """The name, the id of the actor, the target and the claim that it answers."""
        first, second = rows_of("claims")[-2:]

        assert first["speaker"] == "Ukraine"
        assert first["act"] == "accusation"
        assert first["targets"] == ("Iran",)
        assert first["first_day"] == dt.date(2023, 6, 6)
        assert second["answers"] == (first["claim"],)

    def test_ids_join(self) -> None:
        """Ids of one table are found in the other."""
        actors = {row["actor"] for row in rows_of("actors")}
        starts = {row["start"] for row in rows_of("times")}

        assert {row["speaker_id"] for row in rows_of("claims")} <= actors
        assert {row["actor"] for row in rows_of("mentions")} <= actors | {None}
        assert {row["time_start"] for row in rows_of("sanctions")} <= starts

    def test_an_id_of_yours_goes_before_the_address(self) -> None:
        """`story` is the id that came with the article, else its URL."""
        article = newsmodel.parse(STORY, url="u")
        stories = [article, ("mine", article)]

        assert [
            next(TABLES["articles"].records(a, s))["story"] for a, s in keyed(stories)
        ] == ["u", "mine"]

    def test_an_open_reference_has_no_id(self) -> None:
        """Names and ids stand side by side, None where the story leaves it open."""
        article = newsmodel.parse(STORY, published="2023-06-10")
        claim = next(c for c in article.claims if c.targets)
        open_targets = tuple(attrs.evolve(t, actor=None) for t in claim.targets)
        claims = (attrs.evolve(claim, targets=open_targets, answers=(), within=None),)
        changed = attrs.evolve(article, claims=claims, sanctions=())
        (row,) = TABLES["claims"].records(changed)

        assert row["targets"] == ("Iran",)
        assert row["target_ids"] == (None,)

    def test_half_a_character_is_replaced(self) -> None:
        """No file takes a lone surrogate."""
        article = newsmodel.parse("Fine.", url="a\ud800b")
        row = next(TABLES["articles"].records(article, "c\udfff"))

        assert (row["url"], row["story"]) == ("a?b", "c?")

    def test_a_subclass_sets_no_bounds(self) -> None:
        """A table of your own has the same key."""
        people = Table(
            "people",
            "One person.",
            lambda article: [a for a in article.actors if a.kind == "person"],
            TABLES["actors"].own,
        )
        article = newsmodel.parse("Anna Berg said that it rained in Oslo.")

        assert [row[3] for row in people.rows(article)] == ["Anna Berg"]


@given(st.lists(articles(), max_size=2))
def test_rows_of_actors_hold_the_actors(found: list[Article]) -> None:
    """Name, kind, country and aliases come through as they are."""
    for article, story in keyed(found):
        rows = TABLES["actors"].records(article, story)
        for actor, row in zip(article.actors, rows, strict=True):
            assert isinstance(actor, Actor)
            assert (row["name"], row["kind"]) == (actor.name, actor.kind.value)
            assert (row["country"], row["aliases"]) == (actor.country, actor.aliases)
