"""The report in a browser."""

import pytest

import newsmodel
from newsmodel.render.report import render

OPEN = "for (const d of document.querySelectorAll('details')) d.open = true"
NARROW, WIDE = {"width": 390, "height": 844}, {"width": 1280, "height": 900}


@pytest.fixture(scope="module")
def report(articles) -> str:
    """Give the report on two stories."""
    return render(articles)


@pytest.mark.parametrize("viewport", [NARROW, WIDE], ids=["narrow", "wide"])
@pytest.mark.parametrize("scheme", ["light", "dark"])
class TestLooks:
    """What holds in every light and width."""

    def test_is_accessible(self, visit, violations, report, scheme, viewport) -> None:
        """No rule of axe-core is broken, with all that can be opened open."""
        page = visit(report, color_scheme=scheme, viewport=viewport)
        page.evaluate(OPEN)
        for box in page.get_by_role("checkbox").all():
            box.check()

        assert violations(page) == ""

    def test_needs_no_scrolling_to_the_side(
        self, visit, report, scheme, viewport
    ) -> None:
        """The page is as wide as the window."""
        page = visit(report, color_scheme=scheme, viewport=viewport)

        assert (
            page.evaluate("document.documentElement.scrollWidth") <= viewport["width"]
        )


class TestReport:
    """What a reader can do."""

    def test_shows_every_part(self, visit, report) -> None:
        """Each story has its text, pictures, claims and sanctions."""
        page = visit(report)
        heads = page.locator("article").first.get_by_role("heading", level=3)

        assert heads.all_inner_texts() == [
            "Who about whom",
            "When",
            "Where",
            "Who says what",
            "Sanctions",
        ]

    def test_filters_by_actor(self, visit, report) -> None:
        """Only claims of, at and about an actor stay, and marks of others go."""
        page = visit(report)
        page.get_by_label("Actor", exact=True).select_option("Anna Berg")
        token = page.locator("#actor").input_value()
        speakers = page.locator(".speaker h4 > bdi:visible").all_inner_texts()
        left = page.locator(".story mark.actor:not(.off)").evaluate_all(
            "all => all.map(mark => mark.dataset.actors)"
        )

        assert "Anna Berg" in speakers
        assert "Ukraine" not in speakers
        assert page.locator(".story mark.claim.off").count() > 0
        assert set(left) == {token}

    def test_filters_by_act(self, visit, report) -> None:
        """Only claims of that act stay; the words of all others stay as text."""
        page = visit(report)
        before = page.locator(".story").first.text_content()
        page.get_by_label("Act", exact=True).select_option("denial")
        acts = page.locator("[data-card]:visible strong").all_inner_texts()

        assert acts == ["denial"]
        assert page.locator("output").inner_text().startswith("1 of ")
        assert page.locator(".story").first.text_content() == before

    def test_shows_all_again(self, visit, report, articles) -> None:
        """The button takes the filter back."""
        claims = sum(len(article.claims) for article in articles)
        page = visit(report)
        page.get_by_label("Act", exact=True).select_option("denial")
        page.get_by_role("button", name="Show all").click()
        page.wait_for_function("!document.querySelector('[data-card][hidden]')")

        assert page.locator("output").inner_text() == f"{claims} of {claims} claims"

    def test_shows_all_without_script(self, visit, report, articles) -> None:
        """Nothing is hidden, and there is no filter that would not work."""
        claims = sum(len(article.claims) for article in articles)
        page = visit(report, java_script_enabled=False)

        assert page.locator("[data-card]:visible").count() == claims
        assert not page.locator(".bar").is_visible()

    def test_answers_lead_to_what_they_answer(self, visit, report) -> None:
        """An answer links to the claim, the claim to its words in the text."""
        page = visit(report)
        page.locator(".facts", has_text="answers").first.get_by_role("link").click()
        page.locator("[data-card]:target .act a").click()

        assert page.locator("mark.claim:target").is_visible()

    def test_maps_what_is_named_as_a_place(self, visit, report) -> None:
        """A nationality is on the map only when asked for."""
        page = visit(report)
        where = page.locator(".map", has=page.get_by_role("checkbox")).first
        figurative = where.locator(".figurative").first

        assert not figurative.is_visible()
        where.get_by_role("checkbox").check()
        assert figurative.is_visible()

    def test_works_by_keyboard(self, visit, report) -> None:
        """The notes of the marks are a key away, and focus is seen."""
        page = visit(report)
        page.get_by_label("Spell out the marks").focus()
        page.keyboard.press("Space")
        page.keyboard.press("Tab")
        focused = page.locator(":focus-visible")

        assert page.get_by_text("aimed at Iran:").first.is_visible()
        assert focused.evaluate("e => getComputedStyle(e).outlineStyle") == "solid"

    def test_prints_what_can_be_read(self, visit, report) -> None:
        """On paper there is no filter, and the colours are those of day."""
        page = visit(report, color_scheme="dark")
        page.emulate_media(media="print")
        ink = page.evaluate("getComputedStyle(document.body).color")

        assert not page.locator(".bar").is_visible()
        assert ink == "rgb(28, 28, 32)"

    def test_survives_a_hostile_story(self, visit, violations, hostile) -> None:
        """No script of a story runs, and its text is shown."""
        page = visit(render([newsmodel.parse(hostile, url="javascript:alert(1)")]))

        assert page.evaluate("window.broken") is None
        assert page.title().startswith("<script>")
        assert page.get_by_text("window.broken = 3").first.is_visible()
        assert page.locator("a[href^='javascript']").count() == 0
        assert violations(page) == ""

    def test_forbids_what_is_not_its_own(self, visit, report) -> None:
        """Its policy stops a script and a picture that somebody put in."""
        foreign = '<script>window.broken = 1</script><img src="https://example.org/x">'
        page = visit(report.replace("<main>", f"<main>{foreign}"))

        assert page.evaluate("window.broken") is None
        assert sum("Content Security Policy" in p for p in visit.problems) == 2
        visit.problems.clear()
