"""What `AuthorParser` makes of credits and bios."""

import attrs
import pytest

from newsmodel.model import Author, MentionKind
from newsmodel.parsers import Reading
from newsmodel.parsers.authors import AuthorParser
from newsmodel.parsers.layout import LayoutParser
from newsmodel.text import Document

BODY = (
    "A ferry with 120 people on board ran aground off Sandholm island on Saturday.\n\n"
    "Nobody was hurt, the coast guard said."
)


def authors(text: str) -> tuple[Author, ...]:
    """Read the authors of a text."""
    reading = Reading(document=Document(text))
    reading = attrs.evolve(reading, layout=LayoutParser().parse(reading))
    return AuthorParser().parse(reading)


def of(credit: str, end: str = "") -> tuple[Author, ...]:
    """Read the authors of a story with this credit."""
    return authors(f"Ferry runs aground off Sandholm\n\n{credit}\n\n{BODY}\n\n{end}")


class TestNames:
    """Who is a person."""

    @pytest.mark.parametrize(
        ("credit", "names"),
        [
            ("By Jane Doe", ["Jane Doe"]),
            ("BY JANE DOE", ["JANE DOE"]),
            ("by Jane Doe", ["Jane Doe"]),
            ("By: Jane Doe", ["Jane Doe"]),
            ("Written by Jane Doe", ["Jane Doe"]),
            ("By Jane Doe and John Roe", ["Jane Doe", "John Roe"]),
            ("By Jane Doe, John Roe & Kim Poe", ["Jane Doe", "John Roe", "Kim Poe"]),
            ("By\nJane Doe\nand\nJohn Roe", ["Jane Doe", "John Roe"]),
            ("By Jane Doe in Kyiv and John Roe in Moscow", ["Jane Doe", "John Roe"]),
            ("By Jane Doe, Moscow correspondent", ["Jane Doe"]),
            ("By Jane Doe, Associated Press", ["Jane Doe"]),
            ("By Jane Doe | jdoe@example.org", ["Jane Doe"]),
            ("By Jane Doe, June 10, 2023", ["Jane Doe"]),
            ("By Ursula van der Berg", ["Ursula van der Berg"]),
            ("By J.K. O'Neill-Smith", ["J.K. O'Neill-Smith"]),
            ("By Kenneth P. Moe Jr.", ["Kenneth P. Moe Jr."]),
            ("Jane Doe", ["Jane Doe"]),
            ("Jane Doe Education editor", ["Jane Doe"]),
            ("By Staff", []),
            ("By Our Correspondent", []),
            ("Reuters", []),
            ("By The Associated Press", []),
            ("By Jane Doe and Jane Doe", ["Jane Doe"]),
        ],
    )
    def test_reads_people_and_no_houses(self, credit: str, names: list[str]) -> None:
        """People come in order, as printed; houses and staff give nobody."""
        assert [author.name for author in of(credit)] == names

    def test_reads_the_reporters_of_a_sign_off(self) -> None:
        """Where there is no byline, those who reported are the authors."""
        text = f"{BODY}\n\n(Reporting by Jane Doe; Editing by John Roe)"

        assert [a.name for a in authors(text)] == ["Jane Doe"]

    def test_reads_a_sign_off_inside_the_last_paragraph(self) -> None:
        """The sign-off may stand in the last paragraph."""
        text = f"{BODY} The harbour was shut. (Reporting by Jane Doe)"

        assert [a.name for a in authors(text)] == ["Jane Doe"]

    def test_reads_nobody_from_editors(self) -> None:
        """Those who edited are no authors."""
        assert authors(f"{BODY}\n\n(Editing by John Roe)") == ()

    @pytest.mark.parametrize(
        ("credit", "given", "family"),
        [
            ("By Jane Doe", "Jane", "Doe"),
            ("By Ursula van der Berg", "Ursula", "van der Berg"),
            ("By Kenneth P. Moe Jr.", "Kenneth P.", "Moe"),
        ],
    )
    def test_splits_names(self, credit: str, given: str, family: str) -> None:
        """Particles belong to the family name, suffixes to neither."""
        (author,) = of(credit)

        assert (author.given, author.family) == (given, family)

    def test_mentions_are_names_in_place(self) -> None:
        """Each place where the name stands as the author's is a mention."""
        (author,) = of(
            "By Jane Doe", "Jane Doe\n\nJane covers ports and joined in 2012."
        )

        assert [m.text for m in author.mentions] == ["Jane Doe", "Jane Doe"]
        assert {m.kind for m in author.mentions} == {MentionKind.NAME}


class TestWork:
    """What is known of an author's work."""

    @pytest.mark.parametrize(
        ("credit", "role", "house"),
        [
            ("By Jane Doe, Moscow correspondent", "Moscow correspondent", None),
            ("By Jane Doe\nPolitical editor", "Political editor", None),
            ("By JANE DOE\nAssociated Press Writer", "Writer", "Associated Press"),
            ("By Jane Doe, Reuters", None, "Reuters"),
            ("Jane Doe Education editor", "Education editor", None),
            ("By Jane Doe", None, None),
        ],
    )
    def test_reads_role_and_house(
        self, credit: str, role: str | None, house: str | None
    ) -> None:
        """Role and house are those printed with the name."""
        (author,) = of(credit)

        assert (author.role, author.affiliation) == (role, house)

    def test_a_role_behind_two_names_is_of_both_without_one(self) -> None:
        """A role after the last name is shared."""
        found = of("By Jane Doe and John Roe, Political Correspondents")

        assert [a.role for a in found] == ["Political Correspondents"] * 2

    def test_reads_the_bio(self) -> None:
        """The bio gives role and beats, and is kept as a passage."""
        bio = "Jane Doe is a senior reporter who covers ports and ships."
        (author,) = of("By Jane Doe", bio)

        assert author.bio is not None
        assert author.bio.text == bio
        assert author.role == "senior reporter"
        assert author.beats == ("ports and ships",)

    def test_beats_come_from_the_role_too(self) -> None:
        """An education editor covers education."""
        (author,) = of("By Jane Doe, Education editor")

        assert author.beats == ("Education",)

    def test_gives_each_author_their_bio(self) -> None:
        """A bio goes to the one it names."""
        end = (
            "John Roe\n\nJohn Roe is a reporter who covers courts for the paper.\n\n"
            "Jane Doe\n\nJane Doe is a reporter who covers ports for the paper."
        )
        jane, john = of("By Jane Doe and John Roe", end)

        assert jane.bio is not None
        assert john.bio is not None
        assert jane.bio.text.startswith("Jane")
        assert john.bio.text.startswith("John")

    def test_reads_address_and_handle(self) -> None:
        """E-mail and handle are those beside the name or in the bio."""
        bio = "Jane Doe is a reporter who covers ports. Follow her on Twitter @janedoe."
        (author,) = of("By Jane Doe | jdoe@example.org", bio)

        assert author.email == "jdoe@example.org"
        assert author.handle == "@janedoe"

    def test_leaves_a_hidden_address_out(self) -> None:
        """A page that hides addresses gives none."""
        (author,) = of("By Jane Doe - [email\u00a0protected]")

        assert author.email is None


class TestSubclass:
    """The vocabulary is replaced by subclassing."""

    def test_particles_may_be_widened(self) -> None:
        """A subclass adds a particle."""

        class Welsh(AuthorParser):
            particles = AuthorParser.particles | {"ap": True}

        text = f"Ferry runs aground off Sandholm\n\nBy Dafydd Ap Rhys\n\n{BODY}"
        reading = Reading(document=Document(text))
        reading = attrs.evolve(reading, layout=LayoutParser().parse(reading))
        (author,) = Welsh().parse(reading)

        assert author.family == "Ap Rhys"
