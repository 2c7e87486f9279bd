"""schema.org JSON-LD, read by rdflib and checked against the vocabulary."""

import io
import json
import tomllib
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rdflib import RDF, SDO, Graph, Literal, URIRef

import newsmodel
from newsmodel import Article
from newsmodel.exports import schemaorg
from newsmodel.strategies import articles, texts

ROOT = Path(__file__).parent.parent
STORIES = sorted((ROOT.parent / "seeds" / "stories").glob("*.txt"))
VOCABULARY = tomllib.loads(
    (ROOT / "cases" / "schemaorg.toml").read_text(encoding="utf-8")
)
# Its own parser uses a class that it deprecates.
pytestmark = pytest.mark.filterwarnings("ignore:ConjunctiveGraph is deprecated")
CLASSES, PROPERTIES = VOCABULARY["classes"], VOCABULARY["properties"]


def graph(found: list[Article]) -> Graph:
    """Read some articles as RDF, without the network: the context is inline."""
    sink = io.StringIO()
    schemaorg.write(found, sink)
    return Graph().parse(data=sink.getvalue(), format="json-ld")


def lineage(kind: str) -> Iterator[str]:
    """Give a class and those above it."""
    yield kind
    if kind in CLASSES:
        yield from lineage(CLASSES[kind])


def kinds(node: object, read: Graph) -> set[str]:
    """Name the classes of a node, with those above them."""
    if isinstance(node, Literal):
        return {"Text"}
    own = [str(kind).removeprefix(str(SDO)) for kind in read.objects(node, RDF.type)]
    return {above for kind in own for above in lineage(kind)}


def mistakes(read: Graph) -> list[str]:
    """Say which statements the vocabulary does not allow."""
    found = []
    for node, term, value in read:
        if term == RDF.type:
            continue
        domains, ranges = PROPERTIES[str(term).removeprefix(str(SDO))]
        if not kinds(node, read) & set(domains):
            found.append(f"{term} of {kinds(node, read)}")
        if not kinds(value, read) & set(ranges):
            found.append(f"{term} to {kinds(value, read) or value}")
    return found


class TestVocabulary:
    """Every term is one of schema.org, and stands where it may."""

    def test_terms_exist(self) -> None:
        """The library ships the vocabulary and knows all our terms."""
        assert [
            t for t in [*CLASSES, *PROPERTIES] if URIRef(str(SDO) + t) not in SDO
        ] == []

    @given(st.lists(articles() | texts().map(newsmodel.parse), max_size=2))
    def test_any_article_is_right(self, found: list[Article]) -> None:
        """Domains and ranges hold, whatever was read."""
        assert mistakes(graph(found)) == []

    @pytest.mark.parametrize("path", STORIES, ids=lambda path: path.stem)
    def test_sample_stories_are_right(self, path: Path) -> None:
        """Domains and ranges hold for real stories."""
        assert mistakes(graph([newsmodel.read(path)])) == []


class TestConvert:
    """What the JSON-LD says."""

    @given(articles())
    def test_every_claim_is_there(self, article: Article) -> None:
        """Claims and quotations can be counted, and claims keep their words."""
        read = graph([article])
        claims = set(read.subjects(RDF.type, SDO.Claim))
        words = {str(read.value(claim, SDO.text)) for claim in claims}

        assert len(claims) == len(article.claims)
        assert words == {claim.words for claim in article.claims}
        assert len(set(read.subjects(RDF.type, SDO.Quotation))) == sum(
            len(claim.quotes) for claim in article.claims
        )

    def test_a_query_finds_who_says_what(self) -> None:
        """SPARQL joins a claim with its author and its article."""
        story = 'Iran blames storm\n\nIran denied on Tuesday that "it rained" in Kyiv.'
        read = graph([newsmodel.parse(story, url="https://example.org/1")])
        query = """
            PREFIX s: <https://schema.org/>
            SELECT ?name ?act ?url WHERE {
              ?claim a s:Claim ; s:author/s:name ?name ; s:keywords ?act ;
                     s:appearance/s:url ?url .
            } ORDER BY ?act
        """
        rows = [tuple(map(str, row)) for row in read.query(query)]  # type: ignore[arg-type] # a SELECT

        assert ("Iran", "denial", "https://example.org/1") in rows

    def test_one_article_is_one_document(self) -> None:
        """`convert` gives plain JSON with its context and nothing empty."""
        document = schemaorg.convert(newsmodel.parse("It rained."))

        assert document["@context"] == {"@vocab": "https://schema.org/"}
        assert document["@type"] == "NewsArticle"
        assert json.loads(json.dumps(document)) == document
        assert not {None, ""} & {v for v in document.values() if isinstance(v, str)}
